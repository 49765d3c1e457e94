"""Two rows of one event whatever day or place they give: one kind of deed, one word for it, and its parties agree.

A plan is not what came of it, an anniversary not the event, and what one voice calls another one is another one.
"""

from __future__ import annotations

import re
from functools import cache

from rashomon.comparing.conflicts.instruments import instruments
from rashomon.comparing.propositions import Proposition
from rashomon.comparing.term import term

_AGREE = 2
_HAPPENED = ("asserted", "attributed")
_NOT_IT = re.compile(
    r"\b(?:anniversar\w+|commemorat\w+|another|again|second|third|repeated(?:ly)?|series|latest|new|each|every|later"
    r"|follow-?up|next|previous|earlier|similar|daily|weekly)\b",
    re.IGNORECASE,
)
_ENDS = "kill die assassinate murder execute"


def one_event(a: Proposition, b: Proposition) -> bool:
    """Tell whether `a` and `b` are rows of one event; a person is killed once, of other deeds two things must agree."""
    if a.event is None or b.event is None or a.event.type != b.event.type or not a.trigger & b.trigger:
        return False
    if any(not is_told(p) for p in (a, b)):
        return False
    actors, others = _named(a.actors), _named(b.actors)
    if actors and others and not actors & others:
        return False
    recipients = _named(a.recipients) & _named(b.recipients)
    once = bool(a.trigger & b.trigger & _ending()) and any(r in a.around and r[0] != "@" for r in recipients)
    agree = (actors & others, recipients, a.figures & b.figures)
    return once or sum(map(bool, agree)) >= _AGREE


def is_told(p: Proposition) -> bool:
    """Tell whether `p` is an event that is said to have happened, and the one event of its kind there."""
    return p.event is not None and p.event.modality in _HAPPENED and not _NOT_IT.search(p.beside)


def _named(parties: frozenset[str]) -> frozenset[str]:
    return frozenset(p for p in parties if p[0] != "~") - instruments()


@cache
def _ending() -> frozenset[str]:
    return frozenset(term(word) for word in _ENDS.split())
