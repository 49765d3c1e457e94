"""Work that takes more of the processor than it may is broken off where it stands; what comes after it goes on.

Only Python is broken off: native code, the language model's, takes time in step with its text and ends by itself.

A report whose reading fails, or takes time without end, is refused with its reason and never stops the others.

A comparison that takes more time than its reports may is made again without the longest of them. What is left out is
told in the case, and stays out until it is read again or all is compared afresh: the next correction does not wait for
it once more.
"""

from __future__ import annotations

import ctypes
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

from rashomon.case import Case, CaseError
from rashomon.comparing import Frame, KnownEntity, compare
from rashomon.comparing.one_run import at_rest
from rashomon.records import Findings, Pointed, Reading, Refusal, Report, Ruling

if TYPE_CHECKING:
    from spacy.language import Language


SECONDS = 20.0
"""Of the processor, that any report may take."""

SECONDS_A_CHARACTER = 0.002
"""What it may take more: some twenty times what prose takes on a machine of 2026."""


def attempt(reports: Sequence[Report], nlp: Language) -> list[Reading | Refusal]:
    """Read some reports together; where that fails, each alone. One outcome a report, in their order."""
    from rashomon.reading import read  # who only compares does not wait for spaCy

    try:
        with at_rest(), in_time(sum(SECONDS + SECONDS_A_CHARACTER * len(report.text) for report in reports)):
            return list(read(reports, nlp))
    except (Exception, OutOfTime) as error:  # whatever a reader stumbles over, the other reports are read
        if len(reports) == 1:
            return [_refusal(reports[0], error, nlp.max_length)]
        return [outcome for report in reports for outcome in attempt([report], nlp)]


def _refusal(report: Report, error: BaseException, longest: int) -> Refusal:
    name = report.input or report.id
    if isinstance(error, OutOfTime):
        return Refusal(name, "takes longer to read than any report may", "part it into shorter reports")
    if len(report.text) > longest:
        reason = f"has {len(report.text):,} characters, more than the {longest:,} that the language model takes"
        return Refusal(name, reason, "part it into reports of their own")
    said = " ".join(str(error).split())[:160]
    reason = f"could not be read ({type(error).__name__}{': ' + said if said else ''})"
    return Refusal(name, reason, "please report this text as a bug; the other reports do not need it")


_LOOK = 0.05
"""Seconds between two looks at the clock, at the least."""
_TURNS = 10_000
"""Turns of a loop in which what was raised from another thread has long arrived.

It is never taken back instead: CPython 3.11 looks for it evermore then, and a traced program does not go on.
"""


class OutOfTime(BaseException):
    """Raised in the thread whose time is over; no `except Exception` of a reader takes it for a failure of its own."""


@contextmanager
def in_time(seconds: float) -> Iterator[None]:
    """Raise OutOfTime in the block once this thread has been busy in it for `seconds`."""
    thread, busy = threading.get_ident(), _clock()
    until, ended, turn = busy() + seconds, threading.Event(), threading.Lock()
    raised, arrived = threading.Event(), False

    def watch() -> None:
        while not ended.wait(max(_LOOK, until - busy())):
            with turn:
                if busy() >= until and not ended.is_set():
                    raised.set()
                    ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread), ctypes.py_object(OutOfTime))
                    return

    watching = threading.Thread(target=watch, daemon=True)
    watching.start()
    try:
        yield
    except OutOfTime:
        arrived = True
        raise
    finally:
        with turn:
            ended.set()
        watching.join()
        if raised.is_set() and not arrived:
            for _ in range(_TURNS):  # it is raised at the end of a turn of a loop: here, and not behind the block
                pass


def _clock() -> Callable[[], float]:
    """Give the clock of this thread's own work, for others to read; or the clock on the wall."""
    if hasattr(time, "pthread_getcpuclockid"):
        number = time.pthread_getcpuclockid(threading.get_ident())
        return lambda: time.clock_gettime(number)
    return time.monotonic


SECONDS_OF_COMPARING = 30.0
"""Of the processor, that comparing may take, …"""
SECONDS_A_REPORT = 1.0
"""… and more for each report, …"""
SECONDS_A_CHARACTER_COMPARED = 0.001
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
    allowed = SECONDS_OF_COMPARING + sum(
        SECONDS_A_REPORT + SECONDS_A_CHARACTER_COMPARED * len(report.text) for report in reports
    )
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
                case.refusals.leave_out(_left_out(report), report.id)
    raise CaseError(
        f"{case.path} takes longer to compare than a case of its size may; its reports and what was read in them are "
        "kept: part it into cases of one story each"
    )


def _left_out(report: Report) -> Refusal:
    reason = "takes longer to compare than any report may, and is in no finding"
    return Refusal(report.input or report.id, reason, "part it into shorter reports")
