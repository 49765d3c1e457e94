"""Named things that are no persons: one name, its acronym and its stated other names are one thread."""

from __future__ import annotations

from rashomon.reading.mentions.atlas import atlas
from rashomon.reading.mentions.draft import Draft
from rashomon.reading.mentions.page import Page
from rashomon.reading.mentions.spelling import skeleton
from rashomon.reading.mentions.thread import Thread

_TAILS = frozenset(
    {
        "movement",
        "net",
        "tv",
        "news",
        "agency",
        "militia",
        "group",
        "organization",
        "organisation",
        "website",
        "newspaper",
        "channel",
        "party",
    }
)
_KNOWN_AS = frozenset(
    {"also known as", "known as", "better known as", "aka", "a.k.a.", "also called", "formerly", "formerly known as"}
)


def bodies(page: Page, drafts: list[Draft]) -> list[Thread]:
    """Gather the named organisations, groups, places and the rest into threads, in the order of first mention."""
    others = [d for d in drafts if d.kind != "person"]
    threads: dict[tuple[str, ...], Thread] = {}
    for d in others:
        thread = threads.setdefault(_key(d), Thread(d.kind))
        thread.add(d)
        thread.state = thread.state or d.state
    alias = {key: key for key in threads}

    def root(key: tuple[str, ...]) -> tuple[str, ...]:
        while alias[key] != key:
            key = alias[key]
        return key

    def join(a: tuple[str, ...], b: tuple[str, ...], because: str) -> None:
        a, b = root(a), root(b)
        if a != b:
            first, second = sorted((a, b), key=lambda k: threads[k].drafts[0].start)
            for d in threads[second].drafts:
                threads[first].add(d, f"{because}; {d.because}")
            threads[first].drafts.sort(key=lambda d: (d.start, -d.end))
            alias[second] = first
            del threads[second]

    for a, b, because in _stated(page, others):
        join(_key(a), _key(b), because)
    for key, shorter, because in _shorter(list(threads), others):
        if key in alias and shorter in alias:
            join(shorter, key, because)
    return sorted(threads.values(), key=lambda t: t.drafts[0].start)


def _key(d: Draft) -> tuple[str, ...]:
    """Give what one thing's names share: a government's state; a place's name; the sounds of any other name."""
    if d.state and d.kind == "organisation":
        return ("government", d.state)
    if d.kind == "place":
        return ("place", atlas().states.get(d.text) or " ".join(d.key))
    return ("body", *(skeleton(w.removesuffix("s") if len(w) > 4 else w) if len(w) > 3 else w for w in d.key))


def _stated(page: Page, drafts: list[Draft]) -> list[tuple[Draft, Draft, str]]:
    """Other names that the text states: in brackets after the name, or after "also known as"."""
    out = []
    for a, b in zip(drafts, drafts[1:], strict=False):
        gap = [w for w in page.lower[a.j : b.i] if w not in {",", '"', "“", "the", "”", "'"} and not w.isspace()]
        alike = a.kind == b.kind or {a.kind, b.kind} <= {"organisation", "group", "publication", "facility"}
        if gap == ["("] and b.j < len(page) and page.words[b.j] == ")" and ((alike and not a.state) or _initials(a, b)):
            out.append((a, b, f"bracket-after:{a.text}"))
        elif " ".join(gap) in _KNOWN_AS and alike:
            out.append((a, b, f"known-as:{a.text}"))
    return out


def _initials(a: Draft, b: Draft) -> bool:
    letters = "".join(w[0] for w in a.text.replace("-", " ").split() if w[0].isupper())
    return b.text.replace(".", "").isupper() and letters == b.text.replace(".", "")


def _shorter(keys: list[tuple[str, ...]], drafts: list[Draft]) -> list[tuple[tuple[str, ...], tuple[str, ...], str]]:
    """Pairs (longer, shorter) of one name: a generic last word left out, or the acronym of its initials."""
    out: list[tuple[tuple[str, ...], tuple[str, ...], str]] = []
    present = set(keys)
    acronyms = {
        d.text.replace(".", ""): d for d in drafts if d.text.isupper() and 2 <= len(d.text) <= 8 and d.kind != "place"
    }
    for d in drafts:
        key = _key(d)
        if key[0] != "body" or len(d.key) < 2:
            continue
        if d.key[-1] in _TAILS and len(key) > 2 and key[:-1] in present:
            out.append((key, key[:-1], f"short-for:{d.text}"))
        if atlas().demonym(d.text.split()[0]) and ("body", *key[2:]) in present and len(key) > 2:
            out.append((key, ("body", *key[2:]), f"short-for:{d.text}"))
        letters = "".join(w[0] for w in d.text.replace("-", " ").split() if w[0].isupper())
        if len(letters) > 1 and letters in acronyms and acronyms[letters] is not d:
            out.append((key, _key(acronyms[letters]), f"acronym-of:{d.text}"))
    return out
