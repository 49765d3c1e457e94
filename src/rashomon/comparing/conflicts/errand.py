"""Two voices say that one errand is for different things: routine or a demand, mediation or a warning, one thing only.

An errand is a visit, a delegation or its message; what it is for follows a cue of aim, and words tell its class.
Two aims of one class, or of classes that go together, are detail.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from rashomon.comparing.conflicts.difference import Difference
from rashomon.comparing.propositions import Proposition
from rashomon.comparing.term import term
from rashomon.comparing.weights import Weights
from rashomon.lexicons import lexicon

_ERRAND = re.compile(
    r"\b(?:delegations?|envoys?|emissar(?:y|ies)|visit(?:s|ed|ing)?|trips?|missions?|guest|tour|talks|negotiations)\b"
    r"|\bsen(?:t|ds|ding) <|\bcarr(?:y|ies|ied|ying) (?:\w+ ){1,3}(?:message|letter|agenda)",
    re.IGNORECASE,
)
_AIM = re.compile(
    r"\b(?:aim(?:s|ed|ing)?(?: to| at)?|in an? (?:attempt|effort|bid) to|in order to|so as to|purpose|goal"
    r"|includes? an?|(?:message|letter|agenda)\b|talk(?:s|ed)? about|in the context of|as part of|within the framework"
    r"|at the invitation|invitation from|asked <[^<>]+> to|meant to|intended to|designed to|came to|comes to"
    r"|to (?=(?:{verbs})\b))",
    re.IGNORECASE,
)
_ONLY = re.compile(r"\b(?:only|nothing (?:more|but|else)|merely|solely|exclusively)\b", re.IGNORECASE)
_NOT = re.compile(r"\b(?:not|never|without|n[o’']t)\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_<>@]{3,}")
_FAR = 140
_MEETING = "CONSULT"
_APART = frozenset(
    {frozenset(pair) for pair in (("routine", "demand"), ("routine", "mediation"), ("routine", "warning"))}
    | {frozenset(("mediation", "warning"))}
)


class Errand:
    """Two voices say that one errand is for different things."""

    name = "errand"
    alone = False
    once = False

    def stands(self, p: Proposition) -> bool:
        """Whether the rule has something to go by in `p`."""
        return p.event is None and bool(_aims(p.marked) or p.purposes)

    def keys(self, p: Proposition) -> Iterable[str]:
        """Between whom the errand goes."""
        return sorted(p.entities)

    def compare(self, a: Proposition, b: Proposition, weights: Weights) -> Difference | None:
        """Say how the two differ, where they do."""
        if not a.entities & b.entities:
            return None
        x, y = _aims(a.marked), _aims(b.marked)
        cosine, _ = weights.shared(a, b)
        for one in sorted(x):
            for other in sorted(y):
                if frozenset((one, other)) in _APART and not (x & y):
                    return Difference("purpose", 1.0 + cosine, f"errand: for {one} or {other}")
        if ("only" in x) != ("only" in y) and x and y:
            beside = sorted((x ^ y) - {"only", "routine"})
            if beside:
                return Difference("purpose", 0.8 + cosine, f"errand: for one thing only, or for {beside[0]}")
        return None

    def concerns(self, event: Proposition, side: Proposition, other: Proposition) -> bool:
        """The errand is, not what it asks for."""
        told = event.event
        return told is not None and told.type == _MEETING and told.modality in ("asserted", "attributed")


@lru_cache(maxsize=1 << 15)
def _aims(marked: str) -> frozenset[str]:
    """The classes of what an errand is for; "only" where the voice leaves room for nothing else."""
    errand = _ERRAND.search(marked)
    if errand is None:
        return frozenset()
    found: set[str] = set()
    for cue in _aim().finditer(marked, errand.start()):
        stretch = marked[cue.end() if cue.group().lower().startswith("to ") else cue.start() : cue.end() + _FAR]
        turned = False
        for word in _WORD.finditer(stretch):
            lower = word.group().lower()
            if _NOT.fullmatch(lower):
                turned = True
            elif not turned and (kind := _classes().get(term(lower))):
                found.add(kind)
            elif turned and term(lower) in _classes():
                turned = False
    if _ONLY.search(marked) and re.search(r"\b(?:talk|discuss|about|for|concern)", marked):
        found.add("only")
    return frozenset(found)


@cache
def _aim() -> re.Pattern[str]:
    verbs = "|".join(row[0] for row in lexicon("purpose_verbs"))
    return re.compile(_AIM.pattern.replace("{verbs}", verbs), re.IGNORECASE)


@cache
def _classes() -> dict[str, str]:
    return {term(word): kind for word, kind in lexicon("errands")}
