"""A name known once in the report is found wherever the report writes it; persons inside other names are found too."""

from __future__ import annotations

from dataclasses import replace

from rashomon.reading.mentions.draft import Draft
from rashomon.reading.mentions.name_key import name_key
from rashomon.reading.mentions.page import Page

_BODIES = frozenset({"administration", "campaign", "organization", "foundation"})


def repeats(page: Page, drafts: list[Draft]) -> list[Draft]:
    """Give `drafts` with the missed repeats of their names and the bodies named after a person, in text order."""
    taken = [False] * len(page)
    for d in drafts:
        taken[d.i : d.j] = [True] * (d.j - d.i)
    known = _known(drafts)
    longest = max((len(words) for words in known), default=0)
    added: list[Draft] = []
    i = 0
    while i < len(page):
        step = 1
        if not taken[i] and page.words[i][0].isupper() and not (page.first[i] and page.tags[i] not in {"NNP", "NNPS"}):
            for n in range(min(longest, len(page) - i), 0, -1):
                bearer = known.get(tuple(page.words[i : i + n]))
                if bearer and not any(taken[i : i + n]) and not page.shouting[i]:
                    added.append(_copy(page, bearer, i, i + n))
                    step = n
                    break
        i += step
    added.extend(_bodies(page, drafts))
    return sorted([*drafts, *added], key=lambda d: (d.start, -d.end))


def _known(drafts: list[Draft]) -> dict[tuple[str, ...], Draft]:
    """Token sequences that name something here: every name as written, and a person's surname."""
    known: dict[tuple[str, ...], Draft] = {}
    for d in drafts:
        if d.because != "demonym":
            known.setdefault(tuple(d.text.split()) if "-" not in d.text else (), d)
            if d.kind == "person" and len(d.key) > 1:
                last = d.text.split()[-1].split("-")[-1]
                if len(last) > 2:
                    known.setdefault((last,), d)
    known.pop((), None)
    return known


def _copy(page: Page, bearer: Draft, i: int, j: int) -> Draft:
    text = page.text(i, j)
    return Draft(
        i,
        j,
        page.starts[i],
        page.end(j - 1),
        text,
        bearer.kind,
        "name",
        f"repeat-of:{bearer.text}",
        j - 1,
        name_key(text),
    )


def _bodies(page: Page, drafts: list[Draft]) -> list[Draft]:
    """Give read "the Trump administration": the body has a name, and so has the person inside it."""
    out = []
    for d in drafts:
        if d.kind == "person" and d.j < len(page) and page.lower[d.j] in _BODIES and page.tags[d.j].startswith("NN"):
            text = page.text(d.i, d.j + 1)
            out.append(
                replace(
                    d, j=d.j + 1, end=page.end(d.j), text=text, kind="organisation", because=f"named-after:{d.text}",
                    head=d.j, key=name_key(text), title=None, roles=[],
                )
            )  # fmt: skip
    return out
