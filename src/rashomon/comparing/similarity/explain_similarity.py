"""The explanation is of the very comparison that `similarity` scores: same parts, same matches, same number."""

from __future__ import annotations

from dataclasses import dataclass

from rashomon.comparing.similarity.alignment import Match
from rashomon.comparing.similarity.parts import Part, parts
from rashomon.comparing.similarity.similarity import SAME_NAME, body_of, similarity, weigh


@dataclass(frozen=True, slots=True)
class Explanation:
    """What a comparison found: `score`, whether it reaches `SAME_NAME`, and one reason a step, as "rule:evidence"."""

    score: float
    same_name: bool
    because: tuple[str, ...]

    def __str__(self) -> str:
        """Give one line for people."""
        return f"{self.score:.2f} ({'same name' if self.same_name else 'not the same name'}): " + "; ".join(
            self.because
        )


def _words(side: tuple[Part, ...], picked: tuple[int, ...]) -> str:
    return " ".join(side[i].text for i in picked)


def _matched(a: tuple[Part, ...], b: tuple[Part, ...], match: Match) -> str:
    left, right = _words(a, match.left), _words(b, match.right)
    apart = f" ({match.distance:.2f})" if match.rule == "sound" else ""
    return f"{match.rule}:{left}" if left == right else f"{match.rule}:{left}~{right}{apart}"


def explain_similarity(a: str, b: str, kind: str = "person") -> Explanation:
    """Say why `similarity(a, b, kind)` is what it is.

    The rules: "same", "same-form" (two spellings of one Arabic-script form), "sound" with its distance, "initial",
    "joined" (written apart on one side), "omitted", "contradicts", "acronym", and what marked the whole down: "order",
    "another-father", "given-name-alone".
    """
    flipped = a > b
    body = body_of(kind)
    first, second = parts(min(a, b), body), parts(max(a, b), body)
    _, matches, free_first, free_second, rules = weigh(first, second, body)
    steps = [_matched(first, second, m) for m in sorted(matches, key=lambda m: m.left)]
    left, right = _words(first, tuple(sorted(free_first))), _words(second, tuple(sorted(free_second)))
    if left and right:
        steps.append(f"contradicts:{right}/{left}" if flipped else f"contradicts:{left}/{right}")
    elif left or right:
        steps.append(f"omitted:{left or right}")
    score = similarity(a, b, kind)
    return Explanation(score, score >= SAME_NAME, (*steps, *rules))
