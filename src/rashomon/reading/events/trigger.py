"""One event as it is being read: the token that tells it, its sense, and what it took in from around it."""

from __future__ import annotations

from dataclasses import dataclass, field

from spacy.tokens import Token

from rashomon.reading.events.sense import Sense
from rashomon.records import NO_REASON, Reason


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
