"""One denies what the other says: an event, or words that one puts under a negation and the other affirms."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rashomon.comparing.conflicts.difference import Difference
from rashomon.comparing.conflicts.instruments import instruments
from rashomon.comparing.propositions import Proposition
from rashomon.comparing.weights import Weights

_ABOUT = 0.16
_HELD = 0.3
_LEAST = 3
_HEDGE = re.compile(
    r"\b(?:could|may|might|would|if|whether|fears?|allegations?|alleged|charges? of|claims? of|theory|theories"
    r"|questions?|accus\w+|condemn\w+|debates?|issue of|which|what|potential(?:ly)?"
    r"|possibl[ey]|probe into|investigation into|only (?:by|if|when|with))\b",
    re.IGNORECASE,
)


class Denial:
    """One denies what the other says: an event, or words that one puts under a negation and the other affirms."""

    name = "denied"
    alone = True
    once = False

    def stands(self, p: Proposition) -> bool:
        """Whether the rule has something to go by in `p`."""
        return bool(p.refused) or (p.event is not None and p.event.modality == "denied")

    def keys(self, p: Proposition) -> Iterable[str]:
        """Their words find them."""
        return ()

    def compare(self, a: Proposition, b: Proposition, weights: Weights) -> Difference | None:
        """Say how the two differ, where they do."""
        if a.event and b.event:
            told = {a.event.modality, b.event.modality}
            if "denied" not in told or not told & {"asserted", "attributed"}:
                return None
            if a.event.type != b.event.type or not (a.recipients & b.recipients):
                return None
            if not _may_be_one(a.actors, b.actors) or any(p.trigger & p.denied for p in (a, b) if _told(p)):
                return None
            return Difference(
                "denial", 1.5, f"denied-event: {a.event.type} of {sorted(a.recipients & b.recipients)[0]}"
            )
        turned = (a.refused & (b.stems - b.denied)) | (b.refused & (a.stems - a.denied))
        if (
            not turned
            or not all(_stands_on(p, turned) for p in (a, b))
            or not (_same(a, b, turned) and _same(b, a, turned))
        ):
            return None
        held, (cosine, shared) = weights.held(a, b), weights.shared(a, b)
        if not _enough(a, b, shared, turned, held):
            return None
        if cosine >= _ABOUT and held >= (_HELD if len(turned) > 1 else 2 * _HELD):
            return Difference("denial", 0.5 + held, f"denied: {', '.join(sorted(turned)[:4])}")
        return None

    def concerns(self, event: Proposition, side: Proposition, other: Proposition) -> bool:
        """An event is concerned where what it says was done is denied."""
        if event.event is not None and event.event.modality == "denied":
            return bool(event.trigger & side.refused)
        return bool(event.trigger & ((side.refused & other.stems) | (other.refused & side.stems)))


def _enough(a: Proposition, b: Proposition, shared: int, turned: frozenset[str], held: float) -> bool:
    """Whether it is enough to be about one matter: three words or entities, or two and a name, or two both denied."""
    if any(p.event is None and not p.denied and len(p.stems | p.entities) < _LEAST for p in (a, b)):
        return False
    if shared < 2 or min(len(p.stems | p.entities) for p in (a, b) if p.event is None or p.denied) < 2:
        return False
    return shared >= _LEAST or bool(a.entities & b.entities) or (len(turned) > 1 and held >= 2 * _HELD)


def _told(p: Proposition) -> bool:
    return p.event is not None and p.event.modality != "denied"


def _same(denier: Proposition, other: Proposition, turned: frozenset[str]) -> bool:
    """Whether `other` is about what `denier` denies: the parties of the event, or a word behind the one turned.

    "She has not changed her vote" denies no change of the law; "he will not meet the king" no meeting of others.
    """
    if not denier.refused & turned:
        return True
    if denier.event is not None:
        named = [{x for x in of if x[0] != "~"} for of in (denier.actors, denier.recipients)]
        if all(named):
            return not other.entities or all(of & other.entities for of in named)
    rest = denier.denied - turned
    return len(turned) > 1 or not rest or bool(rest & other.stems)


def _stands_on(p: Proposition, turned: frozenset[str]) -> bool:
    """Whether `p` stands or falls with the words denied: not where it is hedged, nor an event of another verb."""
    if p.refused & turned:
        return True
    if _HEDGE.search(p.text) or (p.event and p.event.modality in ("hypothetical", "planned")):
        return False
    return p.event is None or bool(turned & p.trigger)


def _may_be_one(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether those who are said to have acted may be the same: two other names are not, nor is a weapon."""
    x, y = a - instruments(), b - instruments()
    if not x or not y:
        return False
    names, others = {p for p in x if p[0] != "~"}, {p for p in y if p[0] != "~"}
    return not (names and others) or bool(names & others)
