"""Named things that are no persons: one name, its acronym and its stated other names are one thread."""

from __future__ import annotations

from itertools import pairwise

from rashomon.language import word_set
from rashomon.reading.mentions.beside import body_sorts
from rashomon.reading.mentions.gazetteer import atlas, name_key, skeleton
from rashomon.reading.mentions.governments import state_of_office
from rashomon.reading.mentions.kinds import FIRST_WORD
from rashomon.reading.mentions.page import Draft, Page, Thread
from rashomon.records import Reason

_TAILS = word_set("words_of_mentions", "tail")
_KNOWN_AS = word_set("words_of_mentions", "known_as")
_LONGEST_ALIAS = 5
_SKIP = frozenset({",", '"', "“", "”", "the", "'", "‘", "’", "which", "is", "are"})
_BODIES = frozenset({"organisation", "group", "publication", "facility", "office", "other"})
Key = tuple[str, ...]


class _Family:
    """Threads by key; joining two keys makes one thread, under the key that was mentioned first."""

    def __init__(self) -> None:
        self.threads: dict[Key, Thread] = {}
        self.alias: dict[Key, Key] = {}

    def add(self, d: Draft) -> None:
        key = _key(d)
        self.alias.setdefault(key, key)
        thread = self.threads.setdefault(key, Thread(d.kind))
        thread.add(d)
        thread.state = thread.state or d.state

    def root(self, key: Key) -> Key:
        while self.alias[key] != key:
            key = self.alias[key]
        return key

    def join(self, a: Key, b: Key, because: Reason) -> None:
        a, b = self.root(a), self.root(b)
        if a == b or (a[0] == b[0] == "government"):
            return
        first, second = sorted((a, b), key=lambda k: (k[0] != "government", self.threads[k].drafts[0].start))
        kept, gone = self.threads[first], self.threads.pop(second)
        for d in gone.drafts:
            kept.add(d, because)
        kept.drafts.sort(key=lambda d: (d.start, -d.end))
        if len(gone.drafts[0].key) > 1 and kept.kind == "other":
            kept.kind = gone.kind
        self.alias[second] = first


def bodies(page: Page, drafts: list[Draft]) -> list[Thread]:
    """Gather the named organisations, groups, places and the rest into threads, in the order of first mention."""
    others = [d for d in drafts if d.kind != "person"]
    family = _Family()
    for d in others:
        family.add(d)
    for a, b, because in (*_stated(page, others), *_shorter(others)):
        family.join(_key(a), _key(b), because)
    return sorted(family.threads.values(), key=lambda t: t.drafts[0].start)


def _key(d: Draft) -> Key:
    """Give what one thing's names share: a government's state, a place's name, the sounds of any other name."""
    if d.state and d.kind == "organisation":
        return ("government", d.state)
    if d.kind == "place":
        return ("place", atlas().states.get(d.text) or " ".join(d.key))
    if d.kind == "organisation" and (office := state_of_office(d.text)) is not None:
        return ("body", office[0], *_sounds(name_key(office[1])))
    if d.kind == "group" and len(d.key) == 1:
        return ("group", d.key[0].removesuffix("s"))
    return ("body", *_sounds(d.key))


def _sounds(words: tuple[str, ...]) -> tuple[str, ...]:
    """Give what names are alike by: of a long word its consonants; a short one is itself, "UN" is no "Union"."""
    return tuple(skeleton(w.removesuffix("s") if len(w) > 4 else w) if len(w) > 3 else f"={w}" for w in words)


def _stated(page: Page, drafts: list[Draft]) -> list[tuple[Draft, Draft, Reason]]:
    """Find the other names that the text states: in brackets after the name, or after "also known as"."""
    out = []
    for a, b in pairwise(drafts):
        if not 0 <= b.i - a.j <= 10:
            continue
        gap = [w for w in page.lower[a.j : b.i] if w not in _SKIP and not w.isspace()]
        alike = a.kind == b.kind or {a.kind, b.kind} <= _BODIES
        bracketed = gap == ["("] and b.j < len(page) and page.words[b.j] in {")", "”", '"'}
        if bracketed and ((alike and not a.state and a.kind != "place") or _initials(a, b)):
            out.append((a, b, Reason("bracket-after", a.text)))
        elif alike and _is_known_as(gap):
            out.append((a, b, Reason("known-as", a.text)))
        elif alike and not a.state and _is_defined(page, gap, a, b):
            out.append((a, b, Reason("bracket-after", a.text)))
    return out


def _is_defined(page: Page, gap: list[str], a: Draft, b: Draft) -> bool:
    """Tell the last of the words that a text gives itself for a name: 'Elm Clinics plc ("Elm" or the "Group")'.

    `a` is the name before it: "Elm Clinics plc", or the "Elm" that is another of those words.
    """
    before = a.i - 1 if a.i and page.words[a.i - 1] in _SKIP else a.i
    if before and page.words[before - 1] == "(":
        gap = ["(", *gap]
    opens = next((k for k, word in enumerate(gap) if word == "("), -1)
    closes = b.j < len(page) and page.words[b.j] in {'"', "”", "''"}
    return 0 <= opens <= 1 and len(gap) <= opens + _LONGEST_ALIAS and gap[-1] in {"or", "and"} and closes


def _is_known_as(gap: list[str]) -> bool:
    """Tell "X, also known as Y" and "X, an armed group also known as Y" by the words between the names."""
    words = " ".join(gap)
    tail = max((k for k in _KNOWN_AS if words == k or words.endswith(f" {k}")), key=len, default="")
    before = words.removesuffix(tail).split()
    return bool(tail) and (not before or (before[0] in {"a", "an"} and not {"and", "or", "of"} & {*before}))


def _initials(a: Draft, b: Draft) -> bool:
    """Tell whether `b` is the acronym of `a`."""
    acronym = b.text.replace(".", "")
    return acronym.isupper() and len(acronym) > 1 and _letters(a) == acronym


def _letters(d: Draft) -> str:
    return "".join(w[0] for w in d.text.replace("-", " ").split() if w[0].isupper())


def _shorter(drafts: list[Draft]) -> list[tuple[Draft, Draft, Reason]]:
    """Find pairs of one name: a generic last word or a demonym left out, the last word alone, the acronym."""
    bodies_ = [d for d in drafts if d.kind in _BODIES and not d.state]
    present: dict[Key, Draft] = {}
    for d in bodies_:
        present.setdefault(_key(d), d)
    acronyms = {d.text.replace(".", ""): d for d in bodies_ if d.text.isupper() and 2 <= len(d.text) <= 8}
    out: list[tuple[Draft, Draft, Reason]] = []
    owners: dict[Key, set[str]] = {}
    for d in present.values():
        if (office := state_of_office(d.text)) is not None:
            owners.setdefault(("body", *_key(d)[2:]), set()).add(office[0])
    for d in list(present.values()):
        key = _key(d)
        if key[0] != "body" or len(key) < 3:
            continue
        shorter: list[Key] = []
        if d.key[-1] in _TAILS:
            shorter.append(key[:-1])
        if atlas().demonym(d.text.split()[0]) or d.text.split()[0] in atlas().states or state_of_office(d.text):
            shorter += [("body", *key[2:])] * (len(owners.get(("body", *key[2:]), ())) < 2)  # else nobody's
        words = d.text.split()
        if len(words) == len(key) - 1:  # "PT Karm Ferries", "Karm Ltd"
            shorter += [key[:1] + key[2:]] * (words[0] in body_sorts("first"))
            shorter += [key[:-1]] * (words[-1] in body_sorts("last"))
        if d.kind == "publication":
            shorter.append(("body", key[-1]))
        if (first := present.get(key[:2])) is not None and first.because.rule == FIRST_WORD:
            shorter.append(key[:2])
        out += [(d, present[k], Reason("short-for", d.text)) for k in shorter if k in present and present[k] is not d]
        acronym = acronyms.get(_letters(d))
        if acronym is not None and acronym is not d and len(_letters(d)) > 1:
            out.append((d, acronym, Reason("acronym-of", d.text)))
    return out
