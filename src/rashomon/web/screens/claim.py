"""One claim: its words, who told it first and who denies it, every telling in time, the chain behind each."""

from __future__ import annotations

from typing import Any

from rashomon.exports.tellings import First, Told, first, tellings
from rashomon.records import Bounds, StanceKind
from rashomon.web.desk import Desk
from rashomon.web.drawings.chain import chain
from rashomon.web.screens import RowPage

MOST = 60
"""Tellings of a claim that its page shows."""
STANCES: dict[StanceKind, str] = {"says": "says", "denies": "denies", "hedges": "leaves it open"}


def claim(desk: Desk, wanted: str) -> dict[str, Any] | None:
    """Give everything that stands behind a claim, or None where there is none of that id."""
    found = desk.case.findings.some("claims", [wanted])
    if not found:
        return None
    row = found[0]
    wanted = row.id  # it may have been asked for by an id that it had
    side = desk.teller.side(row)
    told = tellings(desk.case, desk.lookup, row)
    denied = sorted({s.outlet for s in row.stances if s.stance == "denies"})
    return {
        "claim": row,
        "side": side,
        "chain": chain(side.voices),
        "every": told,
        "told": told[:MOST],
        "stances": STANCES,
        "entities": {t.row: _speaker(desk, t) for t in told[:MOST]},
        "firsts": [(stance, one) for stance in STANCES if (one := first(told, stance))],
        "denied_by": [] if first(told, "denies") else denied,
        "left_out": max(0, len(told) - MOST),
        "links": desk.views.chain(wanted),
        "conflicts": desk.conflicts_of([wanted]).get(wanted, []),
        "entries": desk.views.lines_of_claim(wanted),
        "counted": counted(row.independent_origins, sum(v.certain for v in side.voices), len(side.voices)),
        "citation": _citation(side.text, told, first(told, "says")),
    }


def counted(bounds: Bounds, certain: int, voices: int) -> str:
    """Say in words how the voices of a claim are counted."""
    least, most = bounds
    sure = {0: "no voice is", 1: "1 voice is"}.get(certain, f"{certain} voices are")
    doubted = voices - certain
    if certain > least or voices > most:
        return f"{voices} voices tell it, and some may have it from another of them: at least {least}, at most {most}"
    if least == most and not doubted:
        return f"{sure} certainly apart from any other, so the count is exact"
    rest = {0: "", 1: "; 1 may be the same as another, or have it from one"}.get(
        doubted, f"; {doubted} may be the same as others, or have it from them"
    )
    return f"{sure} certainly apart from any other{rest}: at least {least}, at most {most}"


def _speaker(desk: Desk, told: Told) -> str:
    """The entity that speaks, "" where it has none."""
    key = told.voice.removeprefix("voice:") if told.voice.startswith("voice:n-") else ""
    return key if key and desk.entity_name(key) else ""


def _citation(text: str, told: tuple[Told, ...], one: First | None) -> str:
    """The claim as a reader's note would cite it: its words, who told it first where, and the other outlets."""
    if one is None:
        return f"“{text}”"
    quote = one.told.quote
    by = f"{one.told.who}, in " if one.told.who else ""
    others = sorted({t.quote.outlet for t in told} - {quote.outlet})
    also = (
        f"; also {', '.join(others[:6])}{f' and {len(others) - 6} more' if len(others) > 6 else ''}" if others else ""
    )
    return f"“{text}” ({by}{quote.outlet}, {quote.published or 'no day'}{also})"


PAGES = (RowPage("claim", "claims", claim),)
