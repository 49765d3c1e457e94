"""The one outlet whose report this seems to be by its own credits; citing a wire for one claim makes it not the wire's.

A line that says so ("Asharq Al-Awsat" under the text) settles it. Without one, the outlet that people spoke to most
often is the likeliest first publisher: nobody gives four interviews to another house than the one that reports them.
"""

from __future__ import annotations

from collections import defaultdict
from fractions import Fraction

from rashomon.comparing.house import house, is_agency
from rashomon.records import Credit, CreditRole, Lineage, Reading

_WEIGHTS: dict[CreditRole, Fraction] = {
    "republished": Fraction(3),
    "interview": Fraction(1),
    "cited": Fraction(1, 2),
    "photo": Fraction(0),
}
_LEAD = 700  # characters in which the first credit of a carried report stands
_OPENING = Fraction(1, 2)  # what standing there adds, once
_ENOUGH = Fraction(3, 2)  # two interviews, or one in the lead
_ENOUGH_UNSIGNED = Fraction(1)  # a text without an outlet of its own: one interview, unless an agency's


def credited(reading: Reading, length: int) -> Lineage | None:
    """Give the row that names the report's original outlet, or None; `length` is that of the report's text."""
    own = house(reading.outlet) if reading.outlet else None
    by_house: dict[str, list[Credit]] = defaultdict(list)
    for credit in reading.credits:
        if credit.role != "photo" and credit.outlet:
            by_house[house(credit.outlet)].append(credit)
    weights = {name: _weight(found, length) for name, found in by_house.items()}
    ranked = sorted(weights, key=lambda name: (-weights[name], by_house[name][0].start, name))
    if not ranked or ranked[0] == own:
        return None
    best = ranked[0]
    if len(ranked) > 1 and weights[ranked[1]] == weights[best]:
        return None
    found = by_house[best]
    enough = _ENOUGH if own or is_agency(best) else _ENOUGH_UNSIGNED
    if weights[best] < enough:
        return None
    roles = {c.role for c in found}
    told = sum(c.role == "interview" for c in found)
    rule = "credit-line" if "republished" in roles else "spoken-to" if told else "cited-throughout"
    return Lineage(
        reading.report,
        best,
        "republished",
        "credit" if "republished" in roles or not told else "interview",
        round(float(1 - 1 / (1 + weights[best])), 4),
        tuple((reading.report, c.start, c.end) for c in found),
        f"{rule}:{best}, {len(found)} credits, {told} of them interviews" + (f", not {own}" if own else ""),
    )


def _weight(found: list[Credit], length: int) -> Fraction:
    opening = any(c.start < min(_LEAD, length // 2) and c.role in {"interview", "cited"} for c in found)
    return sum((_WEIGHTS[c.role] for c in found), Fraction(0)) + (_OPENING if opening else 0)
