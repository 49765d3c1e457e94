"""Which body speaks where its people are told by what they run: "airline chiefs", "the zoo's bosses", "head office".

So does a body that is told by its sort alone where reading left open which it is: "the operator said". The body is one
that the same report names: the one of that sort, by its name or by what stands beside it; else, of companies, whose
names mostly do not tell their sort, the only one that may be it. Where two fit, or none, they stay who they are told
as. A noun with anything before it but an article ("rival airline bosses") may mean others.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache

from rashomon.comparing.origins.descriptions import class_of, plain_words
from rashomon.comparing.origins.parties import state_served
from rashomon.language import lexicon, word_set
from rashomon.records import Entity, Mention, Reading

_BODIES = frozenset({"facility", "group", "office", "organisation", "other", "place"})
_OF_ANY_SORT = frozenset({"group", "organisation"})
_RUN = word_set("words_of_voices", "runs_a_body")
_SEAT = word_set("words_of_voices", "seat_of_a_body")
_THINGS = word_set("words_of_voices", "run_by_a_company")
_STATES = word_set("words_of_voices", "run_by_the_state")
_PLACED = [[word] for word in sorted(word_set("words_of_mentions", "where"))]
_COMPANY = "company"
_ARTICLE = frozenset({"the"})
_OWNED = re.compile(r"['’]s?(?=\s)")
_BESIDE = re.compile(r"[\s,(]*(?:(?:an?|the|which)\b)?([^,.;:()\n]{0,60})")
_AND = re.compile(r",? and (?:[\w-]+ ){0,2}")


class HeadsOfBodies:
    """Answers, for the readings of one case, which body the people who run one speak for."""

    def __init__(
        self,
        text: Mapping[str, str],
        of_mention: Callable[[str, Mention | None], Entity | None],
        is_an_outlet: Callable[[Entity], bool],
    ) -> None:
        self._text, self._of_mention, self._is_an_outlet = text, of_mention, is_an_outlet
        self._named: dict[str, dict[str, tuple[Entity, list[Mention]]]] = {}
        self._found: dict[tuple[str, str], Entity | None] = {}

    def body_of(self, reading: Reading, phrase: str) -> Entity | None:
        """Give the body behind "airline chiefs", "head office" or "the operator"; None where that is not told."""
        noun = _noun_of(phrase)
        if not noun:
            return None
        asked = reading.report, noun
        if asked not in self._found:
            self._found[asked] = self._one_of(reading, noun)
        return self._found[asked]

    def _one_of(self, reading: Reading, noun: str) -> Entity | None:
        named = self._named_in(reading)
        told = [e for e, at in named if _is_called(e, noun) or any(self._is_beside(reading, m, noun) for m in at)]
        if told:
            return told[0] if len(told) == 1 and not self._is_beside_another(reading, told[0], named) else None
        if noun not in _THINGS and _COMPANY not in _sorts().get(noun, ()):
            return None
        perhaps = [(e, at) for e, at in named if e.kind in _OF_ANY_SORT and _may_be_a_company(e)]
        perhaps = [(e, at) for e, at in perhaps if not all(self._is_where(reading, m) for m in at if m.form == "name")]
        perhaps = [(e, at) for e, at in perhaps if not self._is_of_another_trade(reading, at, noun)]
        return perhaps[0][0] if len(perhaps) == 1 and self._is_a_company(reading, *perhaps[0]) else None

    def _is_of_another_trade(self, reading: Reading, at: list[Mention], noun: str) -> bool:
        """Whether a report calls it what no such body is: "the lender Norvik" is no supermarket."""
        of = _trades(noun)
        called = (_trades(told) for told in _sorts() if any(self._is_beside(reading, m, told) for m in at))
        return bool(of) and any(trades and not trades & of for trades in called)

    def _is_beside_another(self, reading: Reading, body: Entity, named: list[tuple[Entity, list[Mention]]]) -> bool:
        """Whether another that may be of its sort is told in one breath: "Elm Air and its rival Corvane"."""
        own = [m for e, at in named if e.id == body.id for m in at]
        others = (
            m for e, at in named if e.id != body.id and e.kind in _OF_ANY_SORT and _may_be_a_company(e) for m in at
        )
        pairs = (sorted((m, n), key=lambda x: x.start) for n in others for m in own)
        text = self._text[reading.report]
        return any(_AND.fullmatch(text, one.end, other.start) for one, other in pairs)

    def _is_where(self, reading: Reading, m: Mention) -> bool:
        """Whether a name stands where places do: "off Lunde", which is then rather one."""
        return plain_words(self._text[reading.report][max(0, m.start - 12) : m.start])[-1:] in _PLACED

    def _is_a_company(self, reading: Reading, body: Entity, at: list[Mention]) -> bool:
        """Whether its name tells that it is one, or what stands beside that."""
        if any(_COMPANY in _closing().get(name.split()[-1], ()) for name in body.names):
            return True
        return any(self._is_beside(reading, m, noun) for m in at for noun, of in _sorts().items() if _COMPANY in of)

    def _named_in(self, reading: Reading) -> list[tuple[Entity, list[Mention]]]:
        """The bodies that a report names, each with its mentions there."""
        if reading.report not in self._named:
            found: dict[str, tuple[Entity, list[Mention]]] = {}
            for m in reading.mentions:
                entity = self._of_mention(reading.report, m)
                if entity is not None and entity.kind in _BODIES:
                    found.setdefault(entity.id, (entity, []))[1].append(m)
            named = {i: row for i, row in found.items() if any(self._is_written(reading, m) for m in row[1])}
            self._named[reading.report] = {i: row for i, row in named.items() if not self._is_an_outlet(row[0])}
        return list(self._named[reading.report].values())

    def _is_written(self, reading: Reading, m: Mention) -> bool:
        """Whether a mention is a name, or is written as one: "St Bride's Hospital"."""
        words = self._text[reading.report][m.start : m.end].split()
        return m.form == "name" or (m.form == "nominal" and len(words) > 1 and all(w[:1].isupper() for w in words[1:]))

    def _is_beside(self, reading: Reading, m: Mention, noun: str) -> bool:
        """Whether a report says of a name that it is one, before it, behind it, or where it tells of it again."""
        text = self._text[reading.report]
        if m.form == "nominal":
            return plain_words(text[m.start : m.end])[-1:] == [noun]
        if m.form != "name":
            return False
        if m.kind in ("place", "person"):
            return False
        before = text[max(0, m.start - len(noun) - 2) : m.start].rstrip(' “"')
        if plain_words(before)[-1:] == [noun] and before[-1:].isalpha():
            return True
        behind = _BESIDE.match(text, m.end)
        apart = text[m.end : m.end + 1] in (",", "(")
        return apart and behind is not None and noun in plain_words(behind[1])


def _noun_of(phrase: str) -> str:
    """The sort of body that a phrase tells of, with nothing before it: "airline" of "the airline's bosses"."""
    words = [w for w in plain_words(_OWNED.sub("", phrase)) if w not in _ARTICLE]
    if not words:
        return ""
    if " ".join(words) in _SEAT:
        return _COMPANY
    if len(words) == 1:
        return words[0] if words[0] in _sorts() and class_of(words[0]) in ("institution", "office") else ""
    if len(words) > 2 or words[1] not in _RUN or words[0] in _STATES:
        return ""
    return words[0] if words[0] in _THINGS or words[0] in _sorts() or class_of(words[0]) == "institution" else ""


def _is_called(body: Entity, noun: str) -> bool:
    """Whether the name of a body tells that it is one: "Marwick Zoo", "Elm Airways" an airline."""
    of = _sorts().get(noun, ())
    for name in body.names:
        words = plain_words(name)
        if noun in words[-1:] or (noun in words and body.kind in _OF_ANY_SORT):
            return True
        if of and of[-1] != _COMPANY and of[-1] in _closing().get(name.split()[-1], ()):
            return True
    return False


def _may_be_a_company(body: Entity) -> bool:
    """Whether nothing in the name of a body says that it is none: "Corvane", "Elm Foods", not "the Elm Union"."""
    if any(state_served(name) for name in body.names):
        return False
    if any(name.casefold().split()[-n:] in _institutions() for name in body.names for n in (1, 2)):
        return False
    words = {w for name in body.names for w in plain_words(name)}
    others = (w for w in words if class_of(w) == "institution" or w in _sorts())
    return all(_COMPANY in _sorts().get(w, ()) or _COMPANY in _closing().get(w.capitalize(), ()) for w in others)


@cache
def _institutions() -> list[list[str]]:
    """What states have, of which each name is one: "Coast Guard"."""
    return [row[0].casefold().split() for row in lexicon("institutions")]


@cache
def _sorts() -> dict[str, tuple[str, ...]]:
    return {word: tuple(sorts.split("|")) for of, word, sorts in lexicon("body_sorts") if of == "noun"}


def _trades(noun: str) -> frozenset[str]:
    """What a body so called is, beside a company."""
    return frozenset(_sorts().get(noun, ())) - {_COMPANY}


@cache
def _closing() -> dict[str, tuple[str, ...]]:
    return {word: tuple(sorts.split("|")) for of, word, sorts in lexicon("body_sorts") if of == "last"}
