"""What reports of one day after another dispute, and in which words."""

from __future__ import annotations

from rashomon.comparing import compare
from rashomon.reading import read
from rashomon.records import Conflict, Report, Side


def disputed(*texts: str) -> tuple[Conflict, ...]:
    """Give the disputes of reports r0, r1 … with these texts, each of another outlet and printed a day later."""
    reports = [
        Report(f"r{n}", text, published=f"2031-05-{12 + n}", outlet=f"Outlet {n}") for n, text in enumerate(texts)
    ]
    return compare(reports, read(reports)).conflicts


def words_of(side: Side, texts: tuple[str, ...]) -> str:
    """Give the words of the reports that a side of a dispute stands on."""
    return " | ".join(texts[int(r[1:])][start:end] for r, start, end in side.evidence)
