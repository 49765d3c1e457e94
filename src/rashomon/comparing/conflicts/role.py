"""One voice gives a party a hand in what armed groups or others do; another says that it has none."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from rashomon.comparing.conflicts.difference import Difference
from rashomon.comparing.propositions import Proposition
from rashomon.comparing.term import term
from rashomon.comparing.weights import Weights

_GROUP = (
    r"(?:militias?|militiamen|factions?|armed groups?|paramilitar\w+|rebels?|gunmen|fighters|insurgents?|separatists?"
    r"|brigades?|prox(?:y|ies)|mercenaries|guerrillas?)"
)
_PAST = r"(?:backed|supported|armed|funded|financed|sponsored|controlled|commanded|directed|led|equipped|trained|run)"
_RUNS = (
    rf"(?:{_PAST}|backs|supports|arms|funds|finances|sponsors|controls|commands|directs|leads|orders|ordered|equips"
    r"|trains|runs)"
)
_BLAME = r"(?:responsibility|involvement|interference|(?:\w+ )?(?:role|hand|part|control|links?|influence))"
_HAND = re.compile(
    rf"<(?P<a>[^<>]+)>-(?:{_PAST}|aligned)\b[^<>.;:,]{{0,25}}?\b{_GROUP}"
    rf"|\b{_GROUP}\b(?: (?:that|which|who))?(?: (?:is|are|were|was|being))? {_PAST} by (?:the )?<(?P<b>[^<>]+)>"
    rf"|\b{_GROUP}\b(?: that| which)? (?:the )?<(?P<c>[^<>]+)> {_RUNS}\b"
    rf"|<(?P<d>[^<>]+)>(?: \w+){{0,2}} {_RUNS} (?:\w+ ){{0,4}}{_GROUP}\b"
    r"|<(?P<e>[^<>]+)>(?: \w+){0,2} (?:not|won[’']t|n[o’']t) deny(?: \w+){0,2} responsibility\b"
    r"|<(?P<f>[^<>]+)>(?: \w+){0,2} (?:claims|claimed|admits|admitted|accepts|accepted|took|takes)"
    r" (?:\w+ )?responsibility\b",
    re.IGNORECASE,
)
_NONE = re.compile(
    r"<(?P<a>[^<>]+)>(?:(?: [\w’'-]+){0,2} (?:not|never|neither)|(?: [\w’'-]+){0,6} without)(?: \w+)? "
    r"(?:interfer\w+|meddl\w+|interven\w+|control\w*|direct\w*|command\w*|arm(?:ing)?\b|fund\w*|involved\b|behind\b"
    r"|responsible\b)"
    r"|<(?P<b>[^<>]+)>(?: \w+){0,2} (?:has|had|have|plays|played|with) "
    rf"(?:nothing to do with (?!it\b|that\b|this\b)|no {_BLAME}\b)"
    r"|<(?P<c>[^<>]+)>(?: \w+){0,2} (?:denies|denied|denying|rejects|rejected|disavows|disavowed)(?: [\w’'-]+){0,3} "
    rf"{_BLAME}\b",
    re.IGNORECASE,
)
_OUTRIGHT = 0.3
_SHOWN = 100


class Role:
    """One voice gives a party a hand in what others do; another says that it has none."""

    name = "role"
    alone = False
    once = False

    def stands(self, p: Proposition) -> bool:
        """Whether the rule has something to go by in `p`."""
        hand, none = _hands(p.marked)
        return bool(hand or none)

    def keys(self, p: Proposition) -> Iterable[str]:
        """Whose hand they speak of."""
        return sorted({*_hands(p.marked)[0], *_hands(p.marked)[1]})

    def compare(self, a: Proposition, b: Proposition, weights: Weights) -> Difference | None:
        """Say how the two differ, where they do."""
        (hand, none), (other, nor) = _hands(a.marked), _hands(b.marked)
        both = [(party, outright) for party, outright in sorted(hand.items()) if party in nor]
        both += [(party, outright) for party, outright in sorted(other.items()) if party in none]
        if not both:
            return None
        party, outright = max(both, key=lambda found: found[1])
        score = 0.8 + _OUTRIGHT * outright + weights.held(a, b)
        said = " or ".join(p.text[:_SHOWN] for p in ((a, b) if party in hand and party in nor else (b, a)))
        return Difference("denial", score, f"role: a hand in it, or none: {said}")

    def concerns(self, event: Proposition, side: Proposition, other: Proposition) -> bool:
        """The arming and backing itself is; what armed groups do is not."""
        return bool(event.trigger & _said(side.marked))


def _said(marked: str) -> frozenset[str]:
    """The terms of the words that give a party a hand in it."""
    words = (w for m in _HAND.finditer(marked) for w in re.findall(r"[a-z]{3,}", m.group().casefold()))
    return frozenset(term(w) for w in words if not re.fullmatch(_GROUP, w))


@lru_cache(maxsize=1 << 15)
def _hands(marked: str) -> tuple[Mapping[str, bool], frozenset[str]]:
    """Who is said to have a hand in what others do, and whether outright, in a clause; and who to have none."""
    if "<" not in marked:
        return {}, frozenset()
    hand: dict[str, bool] = {}
    for m in _HAND.finditer(marked):
        party = str(m[m.lastgroup or 0])
        hand[party] = hand.get(party, False) or m.lastgroup not in ("a", "b")
    return hand, frozenset(str(m[m.lastgroup or 0]) for m in _NONE.finditer(marked))
