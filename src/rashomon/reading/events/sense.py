"""What a word tells: one PLOVER type, its mode, the frame that says who is who, and the rule that decided.

The base form of a verb as the lexicons list it, where the model's lemma drops an "e" ("staged" is not "stag").

One event as it is being read: the token that tells it, its sense, and what it took in from around it.
"""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass, field
from functools import cache

from spacy.tokens import Token

from rashomon.language import lexicon
from rashomon.records import NO_REASON, PloverType, Reason


@dataclass(slots=True)
class Trigger:
    """The word, its sense and its satellites.

    `carrier` is the light verb that lends a noun its subject ("carried out an attack"); `inner` the act that a
    commitment, refusal, threat or demand is about; `instrument` the same act as a noun ("killed in a strike");
    `channel` the call or letter that carried a speech act; `recast` the modality that came with a recasting.
    """

    token: Token
    sense: Sense
    carrier: Token | None = None
    undergone: bool = False
    inner: Trigger | None = None
    instrument: Trigger | None = None
    channel: Trigger | None = None
    recast: str | None = None
    because: Reason = NO_REASON
    words: set[int] = field(default_factory=set)

    @property
    def clause(self) -> Token:
        """The verb whose tense, negation and adjuncts are the event's; the noun itself where no verb carries it."""
        return self.carrier if self.carrier is not None else self.token

    @property
    def bound(self) -> bool:
        """Whether its sense hangs on what stands beside it: "carry" with "attack"."""
        return any(step.joint == "+" for step in self.because.also)

    @property
    def span(self) -> tuple[int, int]:
        """First and last-but-one token index: the matched words where they stand close together, else the token."""
        first, last = min(self.words | {self.token.i}), max(self.words | {self.token.i})
        return (first, last + 1) if last - first <= 8 else (self.token.i, self.token.i + 1)


def base_form(verb: Token, listed: Container[str]) -> str:
    """Give the listed form in "e" that a past form or participle can come from, else the model's lemma."""
    word = verb.lower_
    if word.endswith("ed") and word[:-1] in listed:
        return word[:-1]
    if word.endswith("ing") and f"{word[:-3]}e" in listed:
        return f"{word[:-3]}e"
    return verb.lemma_.lower()


HOSTILE = frozenset({"COERCE", "SANCTION", "ASSAULT", "MOBILIZE", "PROTEST", "THREATEN"})
"""The material conflicts and the threat of them."""
FRIENDLY = frozenset({"AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT"})
"""Cooperation in word or deed."""


@dataclass(frozen=True, slots=True)
class Sense:
    """`actors` and `recipients` are slots in order of preference: subj, obj, dat, content, poss, mod or a preposition.

    `words` are the token indices that the lexicon entry matched; `alone`, whether the word tells an event where
    nobody is named.
    """

    type: PloverType
    mode: str | None
    frame: str
    words: tuple[int, ...]
    because: Reason
    alone: bool = True

    @property
    def actors(self) -> tuple[str, ...]:
        """Where the frame's actors stand."""
        return _frames()[self.frame][0]

    @property
    def recipients(self) -> tuple[str, ...]:
        """Where the frame's recipients stand."""
        return _frames()[self.frame][1]

    @property
    def temper(self) -> str:
        """Whether the act is hostile, friendly, or other (asking, accusing, rejecting)."""
        return "hostile" if self.type in HOSTILE else "friendly" if self.type in FRIENDLY else "other"


@cache
def _frames() -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    return {name: (tuple(a.split(",")), tuple(r.split(","))) for name, a, r in lexicon("event_frames")}
