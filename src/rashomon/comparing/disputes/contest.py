"""A clause that contests something: how, what, and whose word it is."""

from __future__ import annotations

from dataclasses import dataclass

from rashomon.comparing.disputes.contest_words import Cue


@dataclass(frozen=True, slots=True)
class Contest:
    """One clause that contests. `unit` is its number.

    `content` are the terms and entities contested, `predicate` the terms of the deed. `back` tells that it points back
    to what was told before, `part` that what is denied is a part in something ("any involvement in"). `denier` are the
    entities and the key of whose word it is. `inside` are the units that lie in what it contests, `claimant` the terms
    and entities of whose claim it is, where nothing else is said of it ("the findings of the commission"), or where a
    negation names him ("as the port had claimed"). `bare` tells
    that it does nothing but point ("denied that"), and `meant` is the number of the unit that it then points at; `core`
    is that of what is contested, where a clause inside tells it ("the account of the police, who said that …").
    `turned` tells that what is contested is itself that something is not so; `conceded`, that whoever contests it has
    said it himself ("admitted that he had been wrong to say so"). `claim` is the unit of what another claims in the
    very words of the contest ("denied the claim by Berg that …"). `cleared` tells that somebody is said to have had no
    part in what it tells ("had nothing to do with the fire"), which nobody is said to deny. `answers` are those whose
    word it contests where it names nothing else ("contradicted Berg").
    """

    unit: int
    cue: Cue
    content: frozenset[str]
    predicate: frozenset[str]
    back: bool
    part: bool
    denier: frozenset[str]
    inside: frozenset[int]
    claimant: frozenset[str] = frozenset()
    bare: bool = False
    meant: int | None = None
    core: int | None = None
    turned: bool = False
    conceded: bool = False
    claim: int | None = None
    cleared: bool = False
    answers: frozenset[str] = frozenset()
