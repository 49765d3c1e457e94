"""An answer is numbers and labels of a page: what it says that the page does not hold is thrown out and named.

Nothing else of an answer is looked at: no word of a model can come through here.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, get_args

from rashomon.pointing.page import Page
from rashomon.pointing.sheet import sheet
from rashomon.records import (
    ClaimKind,
    ConflictKind,
    Evidence,
    Pointed,
    PointedClaim,
    PointedDispute,
    PointedVoice,
)

PARTS = ("claims", "also", "voices", "disputes", "series", "first", "one")
_STANCES = ("says", "denies", "hedges")
_MOST = 2000  # rows of one part
_FIRST = 10
_NAMED = 12  # faults
_LARGE = 10**6  # a number that is told back
_OF_A_REPORT = 12  # clauses of one report that tell one claim: more is all that somebody says, and no claim
_OF_A_PAGE = 0.1  # of all clauses, where that is more
_SIDE = 4
_DISPUTES = 10
_ONE_VOICE = 0.25  # of all clauses that are given to one voice
_ONE = 8  # claims that are one


@dataclass(slots=True)
class Answer:
    """A checked answer: rows of numbers and labels by part, the `faults` that a model is told of, and `notes`.

    A part that was asked for and is missing, of another form, or nothing but faults, is not among the `parts`.
    """

    parts: dict[str, list[Any]] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def answer(said: str, page: Page, asked: Iterable[str] = PARTS, known: Mapping[str, list[Any]] | None = None) -> Answer:
    """Check a model's whole message `said` against `page`; `known` are parts that were answered before."""
    checked = Answer()
    found = _object(said)
    if found is None:
        checked.faults.append("the answer is not one JSON object")
        return checked
    before = dict(known or {})
    for part in PARTS:
        if part not in asked:
            continue
        rows = found.get(part)
        if not isinstance(rows, list):
            checked.faults.append(f'"{part}" is missing or is no list')
            continue
        faults = len(checked.faults)
        kept = _CHECKS[part](rows[:_MOST], page, checked, {**before, **checked.parts})
        if len(checked.faults) == faults or any(_holds(row) for row in kept):
            checked.parts[part] = kept
    del checked.faults[_NAMED:]
    return checked


def resolved(parts: Mapping[str, list[Any]], page: Page, by: str) -> Pointed:
    """Give what the numbers of checked `parts` stand for on `page`."""

    def clauses(numbers: Iterable[int]) -> tuple[Evidence, ...]:
        return tuple(page.clauses[n - 1] for n in numbers)

    claims, also, one = _put_together(parts)
    voices, disputes, series, first = (parts.get(part) for part in ("voices", "disputes", "series", "first"))
    return Pointed(
        by=by,
        shown=page.clauses,
        claims=None if claims is None else tuple(_claim(c, also.get(n, {}), clauses) for n, c in enumerate(claims, 1)),
        voices=None
        if voices is None
        else tuple(PointedVoice(page.clauses[n - 1], page.voices[v - 1] if v else None) for n, v in voices),
        disputes=None
        if disputes is None
        else tuple(
            PointedDispute(d["kind"], clauses(d["sides"][0]), clauses(d["sides"][1]), d["over"], d["weight"])
            for d in disputes
        ),
        series=None if series is None else tuple(tuple(page.figures[n - 1] for n in row) for row in series),
        first=None if first is None else tuple(n - 1 for n in first),
        one=one,
    )


def _put_together(
    parts: Mapping[str, list[Any]],
) -> tuple[list[Any] | None, dict[int, Mapping[str, list[int]]], tuple[tuple[int, ...], ...] | None]:
    """The claims with the clauses that tell one of them in the end, what also tells them, and which of them are one.

    What was found on a second look, and in the end again, is doubtful no more. The claims that matter most were chosen
    as they stood, and are shown so: they gain nothing in the end.
    """
    claims, chosen = parts.get("claims"), {*(parts.get("first") or ())}
    rows = None if (told := parts.get("one")) is None else [row for row in told if chosen.isdisjoint(row["claims"])]
    also: dict[int, Mapping[str, list[int]]] = {row["claim"]: row for row in parts.get("also") or ()}
    if claims is None or rows is None:
        return claims, also, None
    sure = {n for row in rows for stance in _STANCES for n in row[stance]}
    also = {c: {stance: [n for n in row[stance] if n not in sure] for stance in _STANCES} for c, row in also.items()}
    whole = [dict(c) for c in claims]
    for row in rows:
        if row["claims"]:
            first = whole[row["claims"][0] - 1]
            first |= {stance: [*first[stance], *row[stance]] for stance in _STANCES}
        else:
            whole.append({**{stance: row[stance] for stance in _STANCES}, "kind": None})
    return whole, also, tuple(tuple(n - 1 for n in row["claims"]) for row in rows if len(row["claims"]) > 1)


def _claim(
    claim: Mapping[str, Any], also: Mapping[str, Any], clauses: Callable[[Iterable[int]], tuple[Evidence, ...]]
) -> PointedClaim:
    says, denies, hedges = (clauses([*claim[stance], *also.get(stance, ())]) for stance in _STANCES)
    return PointedClaim(
        says, denies, hedges, claim["kind"], clauses(n for stance in _STANCES for n in also.get(stance, ()))
    )


def _holds(row: Any) -> bool:
    """Whether a checked row points at anything."""
    return not isinstance(row, dict) or not row.keys().isdisjoint(("sides", "claims")) or any(row[s] for s in _STANCES)


def _object(said: str) -> dict[str, Any] | None:
    """The JSON object of a message: alone, or in one fence, as models that know no other way write it."""
    text = said.strip()
    if text.startswith("```"):
        text = text.partition("\n")[2].rpartition("```")[0]
    start, end = text.find("{"), text.rfind("}")
    if start < 0 or end < start:
        return None
    try:
        found = json.loads(text[start : end + 1])
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def _numbers(of: Any, most: int, what: str, checked: Answer) -> list[int]:
    """The numbers of a list that there are, each once."""
    if not isinstance(of, list):
        if of is not None:
            checked.faults.append(f"a list of {what} numbers is no list")
        return []
    found: dict[int, None] = {}
    for n in of[:_MOST]:
        if isinstance(n, int) and not isinstance(n, bool) and 1 <= n <= most:
            found[n] = None
        else:
            is_short = isinstance(n, int) and abs(n) < _LARGE
            checked.faults.append(f"there is no {what} {n if is_short else 'of that name'}")
    return list(found)


def _claims(rows: list[Any], page: Page, checked: Answer, known: Mapping[str, list[Any]]) -> list[Any]:
    taken: set[int] = set()
    found: list[dict[str, Any]] = []
    for row in rows:
        if not isinstance(row, dict):
            checked.faults.append("a claim is no object")
            found.append({"says": [], "denies": [], "hedges": [], "kind": None})
            continue
        claim: dict[str, Any] = {}
        for stance in _STANCES:
            mine = _numbers(row.get(stance), len(page.clauses), "clause", checked)
            twice = [n for n in mine if n in taken]
            checked.faults += [f"clause {n} stands in two places" for n in twice]
            claim[stance] = [n for n in mine if n not in taken]
            taken.update(mine)
        often = Counter(page.clauses[n - 1][0] for stance in _STANCES for n in claim[stance])
        many = often.total() > max(_OF_A_REPORT, _OF_A_PAGE * len(page.clauses))
        if many or (often and max(often.values()) > _OF_A_REPORT):
            checked.faults.append("a claim holds too many clauses to be one claim")
            claim |= {stance: [] for stance in _STANCES}
        kind = row.get("kind")
        claim["kind"] = kind if kind in get_args(ClaimKind) else None
        if claim["kind"] is None:
            checked.faults.append("a claim has no kind of the list")
        found.append(claim)
    return found


def _also(rows: list[Any], page: Page, checked: Answer, known: Mapping[str, list[Any]]) -> list[Any]:
    """Further clauses of claims that are known; one row a claim."""
    claims = known.get("claims", [])
    taken = {n for c in claims for stance in _STANCES for n in c[stance]}
    found: dict[int, dict[str, Any]] = {}
    for row in rows:
        if not isinstance(row, dict):
            checked.faults.append("what also tells a claim is no object")
            continue
        of = _numbers([row.get("claim")], len(claims), "claim", checked)
        if not of:
            continue
        more = found.setdefault(of[0], {"claim": of[0], **{stance: [] for stance in _STANCES}})
        for stance in _STANCES:
            mine = _numbers(row.get(stance), len(page.clauses), "clause", checked)
            checked.faults += [f"clause {n} stands in two places" for n in mine if n in taken]
            more[stance] += [n for n in mine if n not in taken]
            taken.update(mine)
        if sum(len(more[stance]) for stance in _STANCES) > max(_OF_A_REPORT, _OF_A_PAGE * len(page.clauses)):
            checked.faults.append("too many clauses are said to tell one claim too")
            more |= {stance: [] for stance in _STANCES}
    return list(found.values())


def _voices(rows: list[Any], page: Page, checked: Answer, known: Mapping[str, list[Any]]) -> list[Any]:
    found: dict[int, int] = {}
    for row in rows:
        if not isinstance(row, list) or len(row) != 2:
            checked.faults.append("a voice is no pair [clause, voice]")
            continue
        clause = _numbers(row[:1], len(page.clauses), "clause", checked)
        voice = [0] if row[1] == 0 else _numbers(row[1:], len(page.voices), "voice", checked)
        if clause and voice:
            if found.get(clause[0], voice[0]) != voice[0]:
                checked.faults.append(f"clause {clause[0]} has two voices")
            found.setdefault(clause[0], voice[0])
    given = Counter(v for v in found.values() if v)
    many = {v for v in given if given[v] > max(_OF_A_REPORT, _ONE_VOICE * len(page.clauses))}
    checked.faults += [f"voice {v} cannot have said so much of all that is told" for v in sorted(many)]
    return [[n, v] for n, v in found.items() if v not in many]


def _disputes(rows: list[Any], page: Page, checked: Answer, known: Mapping[str, list[Any]]) -> list[Any]:
    found: list[dict[str, Any]] = []
    for row in rows:
        sides = row.get("sides") if isinstance(row, dict) else None
        if not isinstance(sides, list) or len(sides) != 2:
            checked.faults.append("a dispute has no two sides")
            continue
        one, other = (_numbers(side, len(page.clauses), "clause", checked) for side in sides)
        both = set(one) & set(other)
        checked.faults += [f"clause {n} stands on both sides of a dispute" for n in sorted(both)]
        one, other = ([n for n in side if n not in both] for side in (one, other))
        kind, weight = row.get("kind"), row.get("weight")
        if kind not in get_args(ConflictKind):
            checked.faults.append("a dispute has no kind of the list")
            kind = "stance"
        if one and other and len(found) < _DISPUTES:
            one, other = one[:_SIDE], other[:_SIDE]
            weight = weight if isinstance(weight, int) and 1 <= weight <= 3 else 2
            found.append({"kind": kind, "sides": [one, other], "over": row.get("over") is True, "weight": weight})
    return found


def _series(rows: list[Any], page: Page, checked: Answer, known: Mapping[str, list[Any]]) -> list[Any]:
    taken: set[int] = set()
    found = []
    for row in rows:
        mine = _numbers(row, len(page.figures), "figure", checked)
        checked.faults += [f"figure {n} stands in two series" for n in mine if n in taken]
        kept = [n for n in mine if n not in taken]
        taken.update(mine)
        if kept:
            found.append(kept)
    return found


def _first(rows: list[Any], page: Page, checked: Answer, known: Mapping[str, list[Any]]) -> list[Any]:
    return _numbers(rows, len(known.get("claims", [])), "claim", checked)[:_FIRST]


def _one(rows: list[Any], page: Page, checked: Answer, known: Mapping[str, list[Any]]) -> list[Any]:
    """Claims that are one, and clauses on the sheet of claims that tell one of them."""
    claims = known.get("claims", [])
    offered = sheet(page, known).offered if page.words else None
    taken = {n for c in claims for stance in _STANCES for n in c[stance]}
    of_a_row: set[int] = set()
    most = max(_OF_A_REPORT, _OF_A_PAGE * len(page.clauses))
    found = []
    for row in rows:
        if not isinstance(row, dict):
            checked.faults.append("what is one is no object")
            continue
        named = _numbers(row.get("claims"), len(claims), "claim", checked)
        checked.faults += [f"claim {n} stands in two rows" for n in named if n in of_a_row]
        made: dict[str, list[int]] = {"claims": [n for n in named if n not in of_a_row]}
        of_a_row.update(named)
        for stance in _STANCES:
            mine = _numbers(row.get(stance), len(page.clauses), "clause", checked)
            checked.faults += [f"clause {n} stands in two places" for n in mine if n in taken]
            if offered is not None:
                checked.faults += [f"there is no clause {n} behind a ?" for n in mine if n not in offered | taken]
                mine = [n for n in mine if n in offered]
            made[stance] = [n for n in mine if n not in taken]
            taken.update(mine)
        clauses = sum(len(made[stance]) for stance in _STANCES)
        if len(made["claims"]) > _ONE or clauses > most:
            checked.faults.append("too much is said to be one claim")
        elif len(made["claims"]) > 1 or (clauses and made["claims"]) or clauses > 1:
            found.append(made)
    return found


_CHECKS = {
    "claims": _claims,
    "also": _also,
    "voices": _voices,
    "disputes": _disputes,
    "series": _series,
    "first": _first,
    "one": _one,
}
