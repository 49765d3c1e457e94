"""One claim: its words, every statement of it, the chain behind each, and why it is counted as it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from rashomon.exports.lookup import Quote
from rashomon.records import Attribution, Bounds
from rashomon.web.desk import Desk
from rashomon.web.drawings.chain import chain

MOST = 60
"""Statements of a claim that its page shows."""


@dataclass(frozen=True, slots=True)
class Said:
    """One statement or event that puts the claim forward."""

    member: str
    quote: Quote
    source: str
    entity: str


def claim(desk: Desk, wanted: str) -> dict[str, Any] | None:
    """Give everything that stands behind a claim, or None where there is none of that id."""
    found = desk.case.findings.some("claims", [wanted])
    if not found:
        return None
    row = found[0]
    wanted = row.id  # it may have been asked for by an id that it had
    side = desk.teller.side(row)
    return {
        "claim": row,
        "side": side,
        "chain": chain(side.voices),
        "said": [_said(desk, member) for member in row.members[:MOST] if desk.lookup.member(member)],
        "left_out": max(0, len(row.members) - MOST),
        "links": desk.views.chain(wanted),
        "conflicts": desk.conflicts_of([wanted]).get(wanted, []),
        "entries": desk.views.lines_of_claim(wanted),
        "counted": counted(row.independent_origins, sum(v.certain for v in side.voices), len(side.voices)),
    }


def counted(bounds: Bounds, certain: int, voices: int) -> str:
    """Say in words how the voices of a claim are counted."""
    least, most = bounds
    sure = {0: "no voice is", 1: "1 voice is"}.get(certain, f"{certain} voices are")
    doubted = voices - certain
    if least == most and not doubted:
        return f"{sure} certainly apart from any other, so the count is exact"
    rest = {0: "", 1: "; 1 may be the same as another, or have it from one"}.get(
        doubted, f"; {doubted} may be the same as others, or have it from them"
    )
    return f"{sure} certainly apart from any other{rest}: at least {least}, at most {most}"


def _said(desk: Desk, member: tuple[str, str]) -> Said:
    quote = desk.lookup.member(member)
    assert quote is not None  # noqa: S101 (asked above)
    row = desk.lookup.row(member)
    entity, source = "", ""
    if isinstance(row, Attribution):
        entity, source = desk.name(member[0], row.source_mention)
        source = source or desk.lookup.words(member[0], row.source)
    return Said(f"{member[0]}:{member[1]}", quote, source, entity)
