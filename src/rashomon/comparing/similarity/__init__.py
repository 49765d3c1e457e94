"""Two names are as similar as what they share outweighs what one leaves out and, far more, what they contradict.

Symmetric, in [0, 1], and the same number whatever was compared before. At `SAME_NAME` and above two names may be one
name; whether they are one person is for the story to say (`identity`).

The explanation is of the very comparison that `similarity` scores: same parts, same matches, same number.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from rashomon.comparing.similarity.alignment import Match, alignment
from rashomon.comparing.similarity.parts import Part, parts

__all__ = ["SAME_NAME", "Explanation", "explain_similarity", "similarity"]


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

    >>> print(explain_similarity("Marta Olin", "Martha Olin"))
    0.98 (same name): sound:marta~martha (0.03); same:olin
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


SAME_NAME = 0.75
"""The published threshold: from here on two names are spellings or shorter forms of one name."""

_BODIES = {"person": "person", "": "person"}
_OMITTED = {"person": 0.27, "body": 0.6}
_OMITTED_FURTHER = 0.05
_CONTRADICTED = {"person": 2.0, "body": 2.0}
_SIGNS = re.compile(r"[\u3400-\u9fff\uac00-\ud7af]")
_OTHER_SIGNS = 0.7
_ACRONYM = 0.85
_STEEP = 1.15
_GIVEN_NAME_ALONE = 0.135
_CROSSED = 0.12
_OTHER_FATHER = 0.3


def body_of(kind: str) -> str:
    """Give how a name of `kind` is taken apart: "person" or "body"."""
    return _BODIES.get(kind.lower(), "body")


def _acronym(short: tuple[Part, ...], name: tuple[Part, ...]) -> bool:
    """Whether a name of initials only is the other's initials, "son of" in or out, "and" and "of" out."""
    if len(name) < 2:
        return False
    if short[0].role == "initial" and all(p.role == "initial" for p in short):
        letters = "".join(p.text for p in short)
    elif len(short) == 1 and short[0].role == "name":
        letters = short[0].text
    else:
        return False
    if not 2 <= len(letters) <= 8:
        return False
    plain = "".join(p.text[0] for p in name if p.role != "form")
    return letters == plain or letters == "".join("b" * (p.before == "son") + p.text[0] for p in name)


def weigh(
    a: tuple[Part, ...], b: tuple[Part, ...], body: str
) -> tuple[float, list[Match], set[int], set[int], list[str]]:
    """Give the similarity of two names' parts, the matches, what each leaves out, and the rules that marked it down."""
    if not a or not b:
        return 0.0, [], set(), set(), []
    if _acronym(a, b) or _acronym(b, a):
        return _ACRONYM, [], set(), set(), ["acronym"]
    matches, free_a, free_b = alignment(a, b)
    rules: list[str] = []
    shared = kept = 0.0
    for m in matches:
        weight = (a[m.left[0]].weight + b[m.right[0]].weight) / 2
        if m.rule == "joined":
            weight *= max(len(m.left), len(m.right)) ** 0.5
        shared += weight
        kept += weight * (1 - m.distance) ** _STEEP
    if not free_a and not free_b and len(matches) == 1 == len(a) == len(b):
        return kept / shared, matches, free_a, free_b, rules
    left = sum([a[i].weight for i in free_a if a[i].role != "title"])
    right = sum([b[j].weight for j in free_b if b[j].role != "title"])
    if not any(a[i].role in ("name", "head", "country", "people") for m in matches for i in m.left):
        return 0.0, matches, free_a, free_b, rules
    contradicted = min(left, right)
    omitted = (
        abs(left - right) if contradicted else sum(a[i].omission for i in free_a) + sum(b[j].omission for j in free_b)
    )
    omission = _OMITTED[body] * omitted
    if body == "person":
        omission = _omission(a, b, matches, free_a, free_b, omitted, rules)
    score = kept / (shared + _CONTRADICTED[body] * contradicted + omission)
    if body == "person":
        score *= _order(a, b, matches, rules)
    return score, matches, free_a, free_b, rules


def _omission(
    a: tuple[Part, ...],
    b: tuple[Part, ...],
    matches: list[Match],
    free_a: set[int],
    free_b: set[int],
    omitted: float,
    rules: list[str],
) -> float:
    """Give what the parts left out cost: a surname alone says more than a given name alone."""
    if not free_a and not free_b:
        return 0.0
    cost = min(1.0, omitted) * _OMITTED["person"] + max(0.0, omitted - 1.0) * _OMITTED_FURTHER
    for short, long, free_short, side in ((a, b, free_a, 1), (b, a, free_b, 0)):
        names = [i for i, p in enumerate(long) if p.role == "name"]
        if len([p for p in short if p.role != "title"]) == 1 and len(names) > 1 and not free_short and matches:
            hit = max(matches, key=lambda m: a[m.left[0]].weight)
            matched = hit.right if side else hit.left
            if names[-1] not in matched and not long[matched[0]].key.startswith("abu"):
                rules.append("given-name-alone")
                cost += _GIVEN_NAME_ALONE
    return cost


def _order(a: tuple[Part, ...], b: tuple[Part, ...], matches: list[Match], rules: list[str]) -> float:
    """Give what is left for the order: a family name may stand first, but a father cannot become the son."""
    sons_b = {j for j, p in enumerate(b) if p.before == "son"}
    if sons_b and any(p.before == "son" for p in a):
        sons_a = {m.right[0] for m in matches if any(a[i].before == "son" for i in m.left)}
        if not sons_a & sons_b:
            rules.append("another-father")
            return 1 - _OTHER_FATHER
    if len(matches) < 2:
        return 1.0
    pairs = sorted((m.left[0], m.right[0]) for m in matches if a[m.left[0]].role == "name")
    if any(x[1] > y[1] for x, y in pairwise(pairs)):
        rules.append("order")
        return 1 - _CROSSED
    return 1.0


def _other_signs(a: str, b: str) -> bool:
    """Whether both names are in Chinese, Japanese or Korean signs, and not the same ones: one sign is one syllable."""
    if a.isascii() or b.isascii():
        return False
    signs = [_SIGNS.findall(name) for name in (a, b)]
    return bool(signs[0] and signs[1] and signs[0] != signs[1])


def similarity(a: str, b: str, kind: str = "person") -> float:
    """Give how far two names may be one name, in [0, 1]; compare with `SAME_NAME`.

    `kind` is a mention's kind; every kind but "person" is compared as a body's or a place's name. Names in other
    scripts are romanised. An empty name is like nothing, itself included.

    >>> round(similarity("Marta Olin", "Martha Olin"), 2)
    0.98
    >>> similarity("Iran", "Iraq", "place")
    0.0
    """
    if a > b:
        a, b = b, a
    body = body_of(kind)
    score = weigh(parts(a, body), parts(b, body), body)[0]
    return round(score * _OTHER_SIGNS if _other_signs(a, b) else score, 4)
