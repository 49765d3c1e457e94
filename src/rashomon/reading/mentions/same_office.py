"""Whether two role phrases can be of one office: that of another place, or a former one, is another person's.

"Ohio Governor Ann Holm … The governor of neighbouring Iowa" are two; "The governor of Ohio resigned. … The governor,
Ann Holm, said" are one, where nobody else of the report bears the role. So is an office told by its initials: "District
Attorney Ann Holm … The DA said". Who comes is not who goes, and a counterpart has the same office in another state.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import combinations

from rashomon.language import word_set
from rashomon.reading.grammar import entity_types as ner
from rashomon.reading.grammar import relations as rel
from rashomon.reading.grammar import tags
from rashomon.reading.mentions.draft import Draft, Thread
from rashomon.reading.mentions.gazetteer import atlas
from rashomon.reading.mentions.page import Page
from rashomon.reading.mentions.trimming import is_ordinary, is_role

_ELSEWHERE = word_set("words_of_mentions", "elsewhere")
_REACH = 250
"""Tokens between an office in a lead and the name of who holds it."""


def places(page: Page, at: Mapping[int, Thread], i: int, j: int) -> frozenset[str]:
    """Give the words of places among tokens `[i, j)`; no state's, which a demonym tells as well."""
    return frozenset(
        page.lower[k]
        for k in range(i, min(j, len(page)))
        if page.tags[k] in tags.PROPER
        and (page.labels[k] in ner.LANDS or (k in at and at[k].kind == "place"))
        and not (k in at and at[k].state)
    )


def places_of(page: Page, at: Mapping[int, Thread], thread: Thread) -> frozenset[str]:
    """Give the places of a person's offices: in them, or behind the name ("Mayor Ann Holm of Karm")."""
    found = [places(page, at, i, j) | _proper(page, i, head) for i, j, head in thread.roles]
    found += [places(page, at, d.j, d.j + 3) for d in thread.drafts if page.lower[d.j : d.j + 1] == ["of"]]
    return frozenset().union(*found)


def _proper(page: Page, i: int, j: int) -> frozenset[str]:
    """Give the proper names before the noun of an office, whatever they name: "Karm Governor"."""
    proper = (k for k in range(i, j) if page.tags[k] in tags.NAME)
    return frozenset(page.lower[k] for k in proper if not is_ordinary(page.lower[k]) and not is_role(page.lower[k]))


def is_elsewhere(page: Page, draft: Draft) -> bool:
    """Whether a role phrase says that it is of another place than the one told of: "the mayor of neighbouring Karm"."""
    return any(page.lower[k] in _ELSEWHERE for k in range(draft.i, draft.j))


def is_of_another_term(page: Page, draft: Draft, thread: Thread) -> bool:
    """Whether one comes and the other goes: "the outgoing mayor, Ann Holm … The new mayor said"."""
    told = {page.lower[k] for k in range(draft.i, draft.j)}
    held = {page.lower[k] for i, j, _ in thread.roles for k in range(i, j)}
    return any(told & one and held & other for one, other in ((_COMES, _GOES), (_GOES, _COMES)))


_COMES = word_set("words_of_mentions", "comes")
_GOES = word_set("words_of_mentions", "goes")
_COUNTERPART = word_set("words_of_mentions", "counterpart")


def counterpart_of(page: Page, draft: Draft, persons: Iterable[Thread]) -> Thread | None:
    """Give the counterpart from the state of a role: "his Norvian counterpart, Ann Holm … The Norvian minister"."""
    for thread in persons if draft.state else ():
        for i, j, head in thread.roles:
            if page.lower[head] in _COUNTERPART and atlas().among(page.words, i, j) == draft.state:
                return thread
    return None


def initialled(page: Page, persons: Iterable[Thread]) -> dict[int, Thread]:
    """Give whom initials behind "the" mean, by token: the one person of the report whose office they are of."""
    found: dict[str, dict[int, Thread]] = {}
    for thread in persons:
        for i, j, head in thread.roles:
            words = [k for k in range(i, j) if page.lower[k].isalpha() and not page.function_word(k)]
            for first, last in combinations(range(len(words) + 1), 2):
                if last - first in _INITIALS and head in words[first:last] and is_role(page.lower[head]):
                    initials = "".join(page.words[k][0].upper() for k in words[first:last])
                    found.setdefault(initials, {})[id(thread)] = thread
    out: dict[int, Thread] = {}
    for i in range(1, len(page)):
        word = page.words[i].replace(".", "")
        behind = page.lower[i - 1] == "the" and word.isupper() and page.doc[i].dep_ in rel.SUBJECT | rel.GOVERNED
        if behind and word not in atlas().states and len(bearers := found.get(word, {})) == 1:
            out[i] = next(iter(bearers.values()))
    return out


_INITIALS = range(2, 5)


def held_by(
    page: Page, thread: Thread, words: frozenset[str], named: Iterable[tuple[Thread, frozenset[str], int]]
) -> Thread | None:
    """Give the one of `named` who holds the office that an unnamed `thread` is told by, the words of which are given.

    `named` are those who bear its noun, each with the words of the office and the first token of the name.
    """
    first = thread.drafts[0]
    if page.lower[first.i] != "the" or first.plural:
        return None
    fitting = {id(t): (t, i) for t, theirs, i in named if words <= theirs or theirs <= words}
    if len(fitting) != 1:
        return None
    meant, at = next(iter(fitting.values()))
    return meant if 0 < at - first.i < _REACH else None
