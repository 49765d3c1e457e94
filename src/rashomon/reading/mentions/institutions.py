"""A demonym or state with an institution is that body's name: "Iraqi government", "US embassy"."""

from __future__ import annotations

from functools import cache

from rashomon.language import lexicon
from rashomon.reading.grammar import tags
from rashomon.reading.mentions.atlas import atlas
from rashomon.reading.mentions.draft import Draft
from rashomon.reading.mentions.gazetteer import gazetteer
from rashomon.reading.mentions.name_key import name_key
from rashomon.reading.mentions.page import Page
from rashomon.records import MentionKind, Reason


def institutions(page: Page, drafts: list[Draft]) -> list[Draft]:
    """Give `drafts` with the institutions of states; the names inside them go, for they are part of the name."""
    starts = {d.i: d for d in drafts}
    found: list[Draft] = []
    for i, word in enumerate(page.words):
        if page.lower[i] == "guard" and (guard := _guard(page, i)):
            found.append(guard)
        if not word[0].isupper():
            continue
        state, after = atlas().demonym(word), i + 1
        named = starts.get(i)
        if named is not None and named.text in atlas().states:
            state, after = atlas().states[named.text], named.j
        if state and (body := _body(page, i, after, state)):
            found.append(body)
    covered = {k for body in found for k in range(body.i, body.j)}
    kept = [d for d in drafts if d.i not in covered]
    return sorted([*kept, *found], key=lambda d: (d.start, -d.end))


@cache
def _guards() -> frozenset[str]:
    return frozenset(word for (word,) in lexicon("guards"))


def _guard(page: Page, i: int) -> Draft | None:
    """Read "the coast guard", a body, where "the guard" is a person; with a state before it, it is the state's."""
    alone = page.words[i].islower() and i > 1 and page.lower[i - 1] in _guards() and page.lower[i - 2] == "the"
    return _draft(page, i - 1, i + 1, "organisation", "") if alone and page.tags[i] in tags.COMMON_NOUN else None


def _body(page: Page, i: int, after: int, state: str) -> Draft | None:
    table = gazetteer().institutions
    for n in range(min(gazetteer().longest_institution, len(page) - after), 0, -1):
        kind: MentionKind | None = table.get(" ".join(page.lower[after : after + n]))
        if kind is not None and page.spaced[after - 1]:
            return _draft(page, i, after + n, kind, state)
    return None


def _draft(page: Page, i: int, j: int, kind: MentionKind, state: str) -> Draft:
    text = page.text(i, j)
    draft = Draft(i, j, page.starts[i], page.end(j - 1), text, kind, "name", Reason("institution", text), j - 1)
    draft.key = name_key(text)
    draft.state = state if page.lower[j - 1] == "government" else ""
    return draft
