"""The one outlet whose report this is by its own evidence; citing a wire for one claim makes it not the wire's.

What settles it is signed: a dateline's agency, a byline, a line under the text, an agency's own writers or checks, the
container's author, or an address of another house than the outlet given. In a report whose container names an outlet
nothing else does: "told the Elm Echo" covers that statement alone. Where nobody says whose text it is, the outlet that
people spoke to most often is the likeliest first publisher: nobody gives four interviews to another house than the one
that reports them. An outlet whose report somebody disputes is a party to the matter and no origin.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction

from rashomon.comparing.publishers import has_newsroom, house, house_of_address, is_agency, is_known
from rashomon.records import Credit, CreditRole, Lineage, Reading, Reason, Report

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
_SIGNED = Fraction(3)  # a line that says so
_ABBREVIATION = 5  # letters, at most
_AUTHORS = re.compile(r"\s*(?:[,;/|&]|\band\b|\bvia\b|\bfor\b)\s*")


def credited(reading: Reading, report: Report, names: frozenset[str] = frozenset()) -> Lineage | None:
    """Give the row that names the report's original outlet, as written there, or None.

    `names` are outlets' names as they are written elsewhere: one that an abbreviation stands for is shown in its place.
    """
    row = _credited(reading, report)
    return replace(row, origin=_in_full(row.origin, names)) if row and row.origin else row


def _credited(reading: Reading, report: Report) -> Lineage | None:
    own = house(reading.outlet) if reading.outlet else None
    told: dict[str, list[Credit]] = defaultdict(list)
    for credit in reading.credits:
        if credit.role != "photo" and credit.outlet:
            told[house(credit.outlet)].append(credit)
    signed = {name: kept for name, found in told.items() if (kept := [c for c in found if _signs(c, name == own)])}
    if signed:
        return _signed(reading, report, own, signed)
    given = bool(report.outlet) or house_of_address(report.url or "") is not None
    return _beside(reading, report, own) if given else _spoken_to(reading, report, own, told)


def _signs(credit: Credit, own: bool) -> bool:
    """Whether it tells whose the whole text is; a site's copyright in its own name does not."""
    if credit.because.rule == "copyright":
        return not own
    return credit.role == "republished"


def _signed(reading: Reading, report: Report, own: str | None, signed: Mapping[str, list[Credit]]) -> Lineage | None:
    ranked = sorted(signed, key=lambda name: (-len(signed[name]), signed[name][0].start, name))
    best = ranked[0]
    if own in signed or (len(ranked) > 1 and len(signed[ranked[1]]) == len(signed[best])):
        return None
    found = signed[best]
    rule = "own-check" if all(c.because.rule == "own-check" for c in found) else "credit-line"
    return _row(reading, report, best, found, rule, own, _SIGNED * len(found))


def _beside(reading: Reading, report: Report, own: str | None) -> Lineage | None:
    """By what came beside the text: the container's author, or the address."""
    by = [a for a in _AUTHORS.split(report.author or "") if is_known(a)]
    if len(by) == 1 and house(by[0]) != own:
        return _outside(reading, by[0].strip(), Reason("author", report.author or ""))
    if report.credit and house(report.credit) != own:
        return _outside(reading, report.credit.strip(), Reason("container's credit", report.credit))
    at = house_of_address(report.url or "")
    if own and at and is_known(own) and at != own and has_newsroom(at) and not is_agency(own):
        return _outside(reading, at, Reason("address", f"{report.url}, though given as {reading.outlet}"))
    return None


def _outside(reading: Reading, name: str, because: Reason) -> Lineage:
    score = round(float(1 - 1 / (1 + _SIGNED)), 4)
    return Lineage(reading.report, name, "republished", "credit", score, (), because)


def _spoken_to(reading: Reading, report: Report, own: str | None, told: Mapping[str, list[Credit]]) -> Lineage | None:
    weights = {
        name: _weight(found, len(report.text))
        for name, found in told.items()
        if not any(c.because.rule == "party" for c in found)
    }
    ranked = sorted(weights, key=lambda name: (-weights[name], told[name][0].start, name))
    if not ranked or ranked[0] == own:
        return None
    best = ranked[0]
    if len(ranked) > 1 and weights[ranked[1]] == weights[best]:
        return None
    enough = _ENOUGH if own or is_agency(best) else _ENOUGH_UNSIGNED
    if weights[best] < enough:
        return None
    spoke = any(c.role == "interview" for c in told[best])
    return _row(reading, report, best, told[best], "spoken-to" if spoke else "cited-throughout", own, weights[best])


def _row(
    reading: Reading, report: Report, name: str, found: list[Credit], rule: str, own: str | None, weight: Fraction
) -> Lineage:
    told = sum(c.role == "interview" for c in found)
    return Lineage(
        reading.report,
        _written(report.text, name, found),
        "republished",
        "interview" if rule == "spoken-to" else "credit",
        round(float(1 - 1 / (1 + weight)), 4),
        tuple((reading.report, c.start, c.end) for c in found),
        Reason(rule, f"{name}, {len(found)} credits, {told} of them interviews" + (f", not {own}" if own else "")),
    )


def _written(text: str, name: str, found: list[Credit]) -> str:
    """The outlet's name as the credits write it, the fullest of them; its house's where none of them is its own."""
    shown = {" ".join(text[c.start : c.end].split()) for c in found}
    return max((s for s in shown if house(s) == name), key=lambda s: (len(s), s), default=name)


def _in_full(name: str, names: frozenset[str]) -> str:
    """The name that the abbreviation `name` stands for, where one of `names` of its house is that: AP is one such."""
    if not name.isupper() or len(name) > _ABBREVIATION:
        return name
    fuller = [n for n in names if _initials(n) == name and house(n) == house(name)]
    return min(fuller, key=lambda n: (-len(n), n), default=name)


def _initials(name: str) -> str:
    return "".join(word[0] for word in re.findall(r"[^\W\d_]+", name) if word not in ("The", "the", "of")).upper()


def _weight(found: list[Credit], length: int) -> Fraction:
    opening = any(c.start < min(_LEAD, length // 2) and c.role in {"interview", "cited"} for c in found)
    return sum((_WEIGHTS[c.role] for c in found), Fraction(0)) + (_OPENING if opening else 0)
