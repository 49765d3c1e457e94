"""A finding is one attribution in the making: tokens and characters, before ids, kinds and nesting."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import takewhile

from spacy.tokens import Token

from rashomon.records import Polarity, Reason, Span


@dataclass(slots=True)
class Finding:
    """Cue tokens, the head of the source (None where nobody is named), content in characters, and why.

    `source` overrides the characters that would be read from `speaker`, for sources that are no noun phrase.
    """

    cue: list[Span]
    speaker: Token | None
    content: list[Span]
    lemma: str
    because: Reason
    at: int
    token: int
    polarity: Polarity = "assert"
    source: tuple[Span, ...] | None = None
    negated: bool = False
    hypothetical: bool = False
    verb: Token | None = None
    fixed: bool = False
    inside: Finding | None = None

    @property
    def frame(self) -> str:
        """The complement that the content is ("clause", "quote", "np" …), "" where the rule has none."""
        return frame(self.because)

    @property
    def plain_frame(self) -> str:
        """The same, "" where something is added to it: a source that is not named, no comment, a further voice."""
        return plain_frame(self.because)

    def framed(self, frame: str) -> None:
        """Let the content be another complement."""
        *kept, at = (n for n, step in enumerate(self.because.steps) if n == 0 or step.joint == ":")
        words = self.because.words if kept else ""
        self.because = Reason(self.because.rule, words, self.because.also[: max(at - 1, 0)]).then(Reason(frame), ":")


def framed(rule: str, word: str, frame: str, *more: str) -> Reason:
    """Give the reason of a finding: its rule, the word that is its cue, the complement, and what is added to it."""
    because = Reason(rule, word).then(Reason(frame), ":")
    for told in more:
        because = because.then(Reason(told), "-")
    return because


def frame(because: Reason) -> str:
    """Give the last complement that the reason of a finding or an attribution names, "" where it names none."""
    return next((step.rule for step in reversed(_own(because)) if step.joint == ":"), "")


def plain_frame(because: Reason) -> str:
    """Give the same, "" where something is added to it."""
    last = _own(because)[-1:]
    return last[0].rule if last and last[0].joint == ":" else ""


def _own(because: Reason) -> list[Reason]:
    """The steps of what was found, those that tell of its source left out."""
    return [*takewhile(lambda step: step.rule != "source", because.also)]
