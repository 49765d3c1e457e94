"""Two voices say of one party that it wants opposite things: calm by the one, a clash by the other."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import Literal

from rashomon.comparing.conflicts.difference import Difference
from rashomon.comparing.propositions import Proposition
from rashomon.comparing.term import term
from rashomon.comparing.weights import Weights
from rashomon.lexicons import lexicon

_Pole = Literal["calm", "clash"]
_OTHER: dict[str, _Pole] = {"calm": "clash", "clash": "calm"}
_BETWEEN = (
    r"(?: (?:also|still|now|only|really|clearly|apparently|and|does|did|do|would|is|are|was|were|has|have|had|been))*"
)
_WANTS = (
    r"(?:wants?|wanted|wanting|wishes|wished|seeks?|sought|seeking|looking for|aims|aimed|aiming|hopes|hoped|intends?"
    r"|intended|pursues?|pursued|pursuing|strives|trying|tries|tried|prefers?|preferred|pushing for|determined)\b"
)
_TAKES = r"(?:takes?|took|taken|taking|adopts?|adopted) (?=(?:\w+ ){1,4}(?:stance|line|position|tone)\b)"
_WILL = re.compile(
    rf"<(?P<who>[^<>]+)>{_BETWEEN} (?P<not>(?:not|never|no longer) )?(?:{_WANTS}|{_TAKES})(?P<what>[^.;:]{{3,110}})",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_<>@]{3,}(?:-[^\W\d_]+)?")


class Will:
    """Two voices say of one party that it wants opposite things."""

    name = "wants"
    alone = False
    once = False

    def stands(self, p: Proposition) -> bool:
        """Whether the rule has something to go by in `p`."""
        return bool(_wills(p.marked))

    def keys(self, p: Proposition) -> Iterable[str]:
        """Whose will they speak of."""
        return (who for who, _, _ in _wills(p.marked))

    def compare(self, a: Proposition, b: Proposition, weights: Weights) -> Difference | None:
        """Say how the two differ, where they do."""
        for who, pole, word in _wills(a.marked):
            for same, other, against in _wills(b.marked):
                if who == same and pole != other:
                    return Difference("stance", 0.9 + weights.shared(a, b)[0], f"wants: {word} or {against}")
        return None

    def concerns(self, event: Proposition, side: Proposition, other: Proposition) -> bool:
        """What somebody wants has not happened."""
        return False


@lru_cache(maxsize=1 << 15)
def _wills(marked: str) -> tuple[tuple[str, _Pole, str], ...]:
    """Who wants what: the party, the pole, and the word that tells it, the first after the cue that does."""
    if "<" not in marked:
        return ()
    found = []
    for m in _WILL.finditer(marked):
        turned = m["not"] is not None
        for word in _WORD.finditer(m["what"]):
            lower = word.group().lower()
            if lower in ("not", "without", "never") or term(lower) in _turning():
                turned = not turned
            elif pole := _poles().get(term(lower)):
                found.append((m["who"], _OTHER[pole] if turned else pole, f"{'not ' * turned}{lower}"))
                break
    return tuple(found)


@cache
def _poles() -> dict[str, _Pole]:
    return {term(word): "calm" if pole == "calm" else "clash" for word, pole in lexicon("poles") if pole != "turn"}


@cache
def _turning() -> frozenset[str]:
    """Verbs that want the contrary of their object: to avoid a war is to want calm."""
    return frozenset(term(word) for word, pole in lexicon("poles") if pole == "turn")
