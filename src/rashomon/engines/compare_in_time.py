"""A comparison takes no more time than its reports may; one that does is made again without the longest of them.

What is left out is told in the case, and stays out until it is read again or all is compared afresh: the next
correction does not wait for it once more.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from rashomon.case import Case, CaseError
from rashomon.comparing import Frame, KnownEntity, compare
from rashomon.engines.time_limit import OutOfTime, in_time
from rashomon.records import Findings, Pointed, Reading, Refusal, Report, Ruling

SECONDS = 30.0
"""Of the processor, that comparing may take, …"""
SECONDS_A_REPORT = 1.0
"""… and more for each report, …"""
SECONDS_A_CHARACTER = 0.001
"""… and more for each character of them: some thirty times what news takes on a machine of 2026."""
_TRIES = 4

T = TypeVar("T")


class TooLongError(Exception):
    """Comparing took longer than it may; `report` is the one with the most in it."""

    def __init__(self, report: str) -> None:
        super().__init__(report)
        self.report = report


def compare_in_time(
    reports: Sequence[Report],
    readings: Sequence[Reading],
    known: Sequence[KnownEntity] = (),
    rulings: Sequence[Ruling] = (),
    pointed: Sequence[Pointed] = (),
    frame: Frame | None = None,
) -> Findings:
    """Compare as `compare` does. Raises TooLongError."""
    allowed = SECONDS + sum(SECONDS_A_REPORT + SECONDS_A_CHARACTER * len(report.text) for report in reports)
    try:
        with in_time(allowed):
            return compare(reports, readings, known, rulings, pointed, frame)
    except OutOfTime:
        longest = max(readings, key=lambda r: (_rows(r), r.report), default=None)
        raise TooLongError(longest.report if longest else "") from None


def _rows(reading: Reading) -> int:
    return len(reading.clauses) + len(reading.attributions) + len(reading.mentions) + len(reading.events)


def without_the_longest(case: Case, work: Callable[[], T]) -> T:
    """Give what `work` gives; where it takes too long, what it gives without what `case` has then left out.

    Raises CaseError where that does not end it.
    """
    for _ in range(_TRIES):
        try:
            return work()
        except TooLongError as error:
            report = case.reports.get(error.report)
            if report is not None:
                case.refusals.leave_out(_refusal(report), report.id)
    raise CaseError(
        f"{case.path} takes longer to compare than a case of its size may; its reports and what was read in them are "
        "kept: part it into cases of one story each"
    )


def _refusal(report: Report) -> Refusal:
    reason = "takes longer to compare than any report may, and is in no finding"
    return Refusal(report.input or report.id, reason, "part it into shorter reports")
