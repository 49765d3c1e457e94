"""For whom somebody speaks: two who speak for one party may have what they say from one another.

A minister, an ambassador and the army of one state are one party, and so are a body and whoever leads it or speaks or
pleads for it. A party joins no two voices, for each is shown as its own; it bounds how many are surely independent. Who
held an office once speaks for himself, and so do members of parliaments, judges and mayors.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache

from rashomon.comparing.identity.knowledge import name_key, state_of
from rashomon.comparing.origins.descriptions import class_of
from rashomon.language import lexicon, word_set
from rashomon.records import Chain, Entity, Member

_BODIES = frozenset({"organisation", "group", "office"})
_PAST = word_set("words_of_voices", "past_office")
_AFTER = word_set("words_of_voices", "behind_an_office")
ANY_BODY = word_set("words_of_voices", "any_body")
"""Nouns that mean a body by no more than that it is one: "a company spokesman"."""
_OTHERS = word_set("words_of_voices", "others_of_a_body")
_LONGEST_STATE = 4
_SPEAKS = re.compile(
    r"\bspokes(?:man|woman|person|men|people)\b"
    r"|\b(?:press|media|public affairs|information) (?:office|service|cent(?:er|re)|department|bureau)\b"
    r"|\b(?:press|media|public (?:affairs|information)) (?:officer|secretary)\b",
    re.IGNORECASE,
)
_BEHIND = re.compile(r"[^,]*?\b(?:for|of) ([^,]+)", re.IGNORECASE)
_BEFORE = re.compile(r"(?:.*,)?(.*?)(?:['’]s?)?(?: (?:chief|deputy|senior|official|main))* ?", re.IGNORECASE)
_PLEADS = re.compile(r"\b(?:lawyers?|attorneys?|counsel|solicitors?|barristers?)\b(?! general)", re.IGNORECASE)
_LEADS = re.compile(
    r"\b(?:(?:chief|head|director|commissioner|commander|president|superintendent|sheriff|leader|official|officer)s?"
    r"|chair(?:man|woman|person)?|(?:secretary|director)[ -]general)\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=1 << 14)  # a story names its offices over and over
def state_served(phrase: str) -> str:
    """Give the state for whose government a role or a body speaks: "Norvia's envoy to the UN" for Norvia; else "".

    The state stands before the office or, after "of", behind it; whom an envoy is sent to, or for, he does not serve.
    Who leads or speaks for something else of that country, "the Norvian opposition", does not speak for the state.
    """
    words = _plain(phrase)
    if _PAST & set(words):
        return ""
    speaks = _SPEAKS.search(phrase) is not None
    end = next((i for i, word in enumerate(words) if word in _AFTER or (word == "for" and not speaks)), len(words))
    owner, state = words[:end], ""
    for start in range(len(owner)):
        for size in range(min(_LONGEST_STATE, len(owner) - start), 0, -1):
            run = " ".join(owner[start : start + size])
            if run in _organs():
                beside = owner[:start] + owner[start + size :]
                if _has_any(beside, _not_the_state()):
                    return ""  # "Kremlin critic"
                return state or _organs()[run]  # "Britain's Secretary of State"
            state = state or state_of(run)
    if not state or _has_any(_others(owner), _not_the_state()):
        return ""
    return state if _has_any(owner, _offices()) else ""


def speaks_for_another(phrase: str) -> bool:
    """Tell whether a phrase is of a spokesman or a press office."""
    return _SPEAKS.search(phrase) is not None


def body_told(phrase: str) -> str:
    """Give the words for the body that a spokesman speaks for, behind his noun or before it; "" where none stand there.

    Who was a spokesman once speaks for nobody.
    """
    noun = _SPEAKS.search(phrase)
    if noun is None or _PAST & set(_plain(phrase)):
        return ""
    behind, before = _BEHIND.match(phrase, noun.end()), _BEFORE.fullmatch(phrase[: noun.start()])
    return (behind[1] if behind else before[1] if before else "").strip()


def is_of_another(before: list[str], behind: list[str]) -> bool:
    """Tell whether what stands around a body's name makes it that of another: "the union at" it, "Elmsford police"."""
    other = bool(behind) and class_of(behind[-1]) == "institution" and behind[-1] not in ANY_BODY
    return other or bool(_AFTER & {*before} or _OTHERS & {*before, *behind})


class Parties:
    """Answers for whom the entities of one case speak."""

    def __init__(
        self, entities: Iterable[Entity], chains: Mapping[Member, Chain], entity_of: Mapping[Member, Entity]
    ) -> None:
        listed = sorted(entities, key=lambda e: e.id)
        bodies = [(_plain(name), e) for e in listed if e.kind in _BODIES for name in e.names]
        self._bodies = sorted((b for b in bodies if b[0]), key=lambda b: (-len(b[0]), b[1].id))
        clients = [(_plain(name), e) for e in listed if e.kind == "person" for name in e.names]
        self._clients = self._bodies + sorted(
            (c for c in clients if len(c[0]) > 1), key=lambda c: (-len(c[0]), c[1].id)
        )
        self._roles: dict[str, dict[str, None]] = {}
        for (report, chain), entity in sorted(entity_of.items()):
            known = chains.get((report, chain))
            self._roles.setdefault(entity.id, {}).update(dict.fromkeys(known.roles if known else ()))
        self._speaks_for = {e.id: body for e in listed if e.kind == "person" and (body := self._spoken_for(e))}
        self._party = {e.id: party for e in listed if (party := self._of(e))}

    def body_of(self, entity: Entity) -> Entity | None:
        """Give the body that a person is a spokesman of, where a role in some report names one."""
        return self._speaks_for.get(entity.id)

    def named_in(self, phrases: Iterable[str]) -> Entity | None:
        """Give the body that phrases for a spokesman name: "a spokeswoman for the Harbour Authority"."""
        return next((body for phrase in phrases if (body := self._named(body_told(phrase)))), None)

    def described_by(self, entity: Entity) -> tuple[str, ...]:
        """Give the words for the bodies that a person is a spokesman of: "police" of "police spokesman"."""
        return tuple(told for role in self._roles.get(entity.id, ()) if (told := body_told(role)))

    def is_a_spokesman(self, entity: Entity) -> bool:
        """Tell whether some report calls a person a spokesman, of whomever, and none one who was."""
        roles = self._roles.get(entity.id, ())
        return any(map(speaks_for_another, roles)) and not any(_PAST & set(_plain(role)) for role in roles)

    def of(self, entity: Entity) -> str:
        """Give the party that an entity speaks for; "" where it speaks for itself."""
        return self._party.get(entity.id, "")

    def _spoken_for(self, entity: Entity) -> Entity | None:
        return self.named_in(self._roles.get(entity.id, ()))

    def _named(self, told: str) -> Entity | None:
        """The body whose name stands in these words for it: not in "the union at Elm Foods", "Elm Foods workers"."""
        words = _plain(told)
        there = frozenset(words)
        for name, entity in self._bodies:
            if name[0] not in there:
                continue
            at = next((n for n in range(len(words)) if words[n : n + len(name)] == name), None)
            if at is not None and not is_of_another(words[:at], words[at + len(name) :]):
                return entity
        return None

    def _of(self, entity: Entity) -> str:
        if entity.kind in _BODIES:
            return self._of_body(entity)
        if entity.kind != "person":
            return ""
        roles = [r for r in self._roles.get(entity.id, ()) if not _PAST & set(_plain(r))]
        state = next((s for role in roles if (s := state_served(role))), "")
        if state:
            return f"state:{state}"
        for role in roles:
            acts = _SPEAKS.search(role) or _LEADS.search(role)
            led = self._found(role, self._clients if _PLEADS.search(role) else self._bodies if acts else [])
            if led is not None and led.id != entity.id:
                return self._of_body(led) or f"voice:{led.id}"
        return ""

    def _of_body(self, entity: Entity) -> str:
        if entity.kind not in _BODIES:
            return ""
        state = next((s for name in (entity.name, *entity.names) if (s := state_served(name))), "")
        return f"state:{state}" if state else ""

    @staticmethod
    def _found(role: str, named: list[tuple[list[str], Entity]]) -> Entity | None:
        words = _plain(role)
        held = set(words)
        return next((entity for name, entity in named if name[0] in held and _has(words, name)), None)


def _plain(phrase: str) -> list[str]:
    return [w for w in name_key(phrase.replace("’", "'").replace("'s ", " ")).split() if w != "the"]


def _has(words: list[str], run: list[str]) -> bool:
    """Whether `run` stands in `words`, whole."""
    size = len(run)
    return any(words[at : at + size] == run for at in range(len(words) - size + 1))


_Runs = Mapping[str, Sequence[tuple[str, ...]]]
"""Runs of words by the first word of each."""


def _has_any(words: Sequence[str], runs: _Runs) -> bool:
    return any(tuple(words[at : at + len(run)]) == run for at, word in enumerate(words) for run in runs.get(word, ()))


def _by_first(phrases: Iterable[str]) -> _Runs:
    found: dict[str, list[tuple[str, ...]]] = {}
    for run in (tuple(_plain(phrase)) for phrase in phrases):
        found.setdefault(run[0], []).append(run)
    return found


@cache
def _offices() -> _Runs:
    return _by_first(row[0] for row in lexicon("government_voices") if len(row) == 1)


def _others(owner: list[str]) -> list[str]:
    """Give the words that are no part of a state's name of several words: "union" of "European Union" is none."""
    named: set[int] = set()
    for start in range(len(owner)):
        for size in range(2, min(_LONGEST_STATE, len(owner) - start) + 1):
            if state_of(" ".join(owner[start : start + size])):
                named |= {*range(start, start + size)}
    return [word for at, word in enumerate(owner) if at not in named]


@cache
def _not_the_state() -> _Runs:
    return _by_first(row[0] for row in lexicon("not_the_state"))


@cache
def _organs() -> dict[str, str]:
    return {" ".join(_plain(row[0])): row[1] for row in lexicon("government_voices") if len(row) > 1}
