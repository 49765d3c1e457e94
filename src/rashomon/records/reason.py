"""Why a row is there, as data: the rules that made it, in order, each with the words or numbers it used.

Code asks `rule`, `words` and `steps`; the text (`str(reason)`) is made where a reason is shown, and no branch reads it.
A date's basis is such a reason too: its rule tells where the day comes from, a step after it what that rests on.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Literal, cast, get_args

Joint = Literal["; ", " ", ", ", " ← ", ": ", ":", "-", "+"]
"""How a step is written behind the one before it: beside it, with it, or as what that one rests on."""

_JOINTS: frozenset[str] = frozenset(get_args(Joint))
_APART = {
    "as in": " ",
    "corrected by": " ",
    "figure": " ",
    "opposite": " ",
    "counts": " ",
    "date": ": ",
    "doubtful": ": ",
    "footer": ": ",
    "joined": ": ",
    "pointed by": " ",
    "rank": ": ",
    "recalled": ": ",
    "sure": " ",
    "the model joins, the rules do not": ": ",
    "the same voice in": " ",
}
"""What stands between a rule and its words in the text, where not a colon alone."""
_BRACKETS = {"judgement": ("[", "]"), "likeness": ("(", ")")}
"""Steps that are written as their words alone, in brackets."""


@dataclass(frozen=True, slots=True)
class Reason:
    """One rule and what it used; `also` are the rules after it, which have none of their own. False where empty.

    >>> str(Reason("surname-of", "Marta Olin"))
    'surname-of:Marta Olin'
    >>> told = Reason("now").then(Reason("clause", "Monday"), ":")
    >>> str(told), told.rule, [step.rule for step in told.steps]
    ('now:clause:Monday', 'now', ['now', 'clause'])
    """

    rule: str
    words: str = ""
    also: tuple[Reason, ...] = ()
    joint: Joint = "; "

    def __bool__(self) -> bool:
        return bool(self.rule or self.words)

    def __str__(self) -> str:
        own = _text(self.rule, self.words)
        return own + "".join(f"{step.joint}{step}" for step in self.also) if self.also else own

    def after(self, rule: str) -> Reason:
        """Give what is written behind the first step of this rule; the empty reason where there is none."""
        rules = [step.rule for step in self.steps]
        left = self.steps[rules.index(rule) + 1 :] if rule in rules else ()
        return Reason(left[0].rule, left[0].words, left[1:]) if left else NO_REASON

    @property
    def steps(self) -> tuple[Reason, ...]:
        """The rules one by one, this one first."""
        return (self, *self.also)

    def then(self, other: Reason, joint: Joint = "; ") -> Reason:
        """Give this reason with `other` after it; either alone where the other is empty."""
        if not (self.rule or self.words):
            return other
        if not (other.rule or other.words):
            return self
        step = Reason(other.rule, other.words, (), joint) if other.also or other.joint != joint else other
        return Reason(self.rule, self.words, (*self.also, step, *other.also), self.joint)

    @property
    def used(self) -> str:
        """What the first rule used: its words, and those of the steps that only say it more finely."""
        finer = takewhile(lambda step: step.joint == ":", self.also)
        return " ".join(words for words in (self.words, *(step.words for step in finer)) if words)

    def by(self, *rules: str) -> bool:
        """Tell whether any step is one of `rules`."""
        return self.rule in rules or any(step.rule in rules for step in self.also)

    def parts(self) -> list[list[str]]:
        """Give the steps as JSON values: rule and words, and of every step after the first its joint."""
        return [[self.rule, self.words], *([step.rule, step.words, step.joint] for step in self.also)]

    @classmethod
    def of_parts(cls, parts: Sequence[Sequence[str]]) -> Reason:
        """Give the reason with these `parts()`. Raises ValueError where they are none."""
        if not all(2 <= len(part) <= 3 and all(isinstance(told, str) for told in part) for part in parts):
            raise ValueError(f"{parts!r:.60} are no parts of a reason")
        if not parts:
            return NO_REASON
        if odd := [part[2] for part in parts if part[2:] and part[2] not in _JOINTS]:
            raise ValueError(f"{odd[0]!r:.20} joins no steps of a reason")
        (rule, words, *_), *more = parts
        steps = (cls(step[0], step[1], (), cast(Joint, step[2] if step[2:] else "; ")) for step in more)
        return cls(rule, words, tuple(steps))

    @classmethod
    def of_text(cls, text: str) -> Reason:
        """Give the reason of one step that is written so: what stands before the first colon is its rule."""
        rule, _, words = text.partition(":")
        if not words:
            return cls(text)
        return cls(rule, words.removeprefix(" ") if _APART.get(rule) == ": " else words)


def _text(rule: str, words: str) -> str:
    if rule in _BRACKETS:
        opening, closing = _BRACKETS[rule]
        return f"{opening}{words}{closing}"
    return f"{rule}{_APART.get(rule, ':')}{words}" if words else rule


def written(reasons: Iterable[Reason]) -> tuple[str, ...]:
    """Give reasons as they are shown, each once, the empty ones left out."""
    return tuple(dict.fromkeys(str(reason) for reason in reasons if reason))


NO_REASON = Reason("")
NO_DAY = Reason("none")
"""The basis of what has no day."""
