"""Builds a case: what is not yet in it is taken in, what is not yet read is read, and all is compared again if need be.

Reports are stored first and readings follow in small transactions, so that a build killed at any moment is
finished by the next one; the same inputs again change nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from time import monotonic
from typing import Protocol, TypeVar

import rashomon
from rashomon.case import Case
from rashomon.comparing import known_entities
from rashomon.engines.compare_again import compare_again
from rashomon.engines.cores import cores
from rashomon.engines.in_process import in_process
from rashomon.records import Reading, Refusal, Report

_BATCH = 64
"""Rows of one transaction, at most …"""
_SECONDS = 1.0
"""… and the work that a killed build can lose."""


T = TypeVar("T")


class Progress(Protocol):
    """Is told how a build goes: the step, how many reports are done, of how many (None: not known yet), and words."""

    def __call__(self, step: str, done: int, total: int | None, words: int) -> None:
        """Show it."""


@dataclass(frozen=True, slots=True)
class Built:
    """What one build did."""

    new: int = 0
    known: int = 0
    read: int = 0
    words: int = 0
    seconds: float = 0.0
    compared: bool = False
    refusals: tuple[Refusal, ...] = ()


def build(
    case: Case,
    taken: Iterable[Report | Refusal],
    *,
    model: str,
    workers: int = 1,
    known: str | None = None,
    afresh: bool = False,
    progress: Progress = lambda step, done, total, words: None,
) -> Built:
    """Bring `case` up to date with the reports `taken` in, read with `model` on `workers` cores of this machine.

    A case is read with one model by one version of rashomon: reports that another has read are read again. `known`
    is a file of known entities, CSV or FollowTheMoney JSON lines; the case keeps it until another is given. All of a
    case is compared again where it has doubled since that was done, or `afresh`: else a large one where it changed.
    Raises CaseError where the case cannot be written, OSError where `model` is not installed, and ValueError where
    a line of `known` makes no sense.
    """
    if known is not None:
        known_entities(known.split("\n"))
        case.known_entities = known
    refused: list[Refusal] = []
    new, there = _take_in(case, taken, refused, progress)
    began = monotonic()
    read, words = _read(case, model, workers, new, refused, progress)
    seconds = monotonic() - began
    readings = len(case.readings)
    stale = compare_again(
        case,
        lambda: progress("comparing", readings, readings, words),
        lambda step, done, of: progress(step, done, of, words),
        afresh=afresh,
        workers=workers,
    )
    return Built(new, there, read, words, seconds, stale, tuple(refused))


def _take_in(
    case: Case, taken: Iterable[Report | Refusal], refused: list[Refusal], progress: Progress
) -> tuple[int, int]:
    new = known = 0
    for batch in _batches(taken):
        with case.transaction():
            for one in batch:
                if isinstance(one, Report):
                    try:
                        added = case.reports.add(one) is not None
                    except UnicodeEncodeError:
                        one = Refusal(
                            one.input or one.id,
                            "holds lone surrogates, which no file can hold",
                            "write it out again as UTF-8",
                        )
                    else:
                        new, known = new + added, known + (not added)
                        case.refusals.drop(source=one.input)
                        continue
                refused.append(one)
                case.refusals.keep(one)
        progress("taking in", new + known, None, 0)
    return new, known


def _read(
    case: Case, model: str, workers: int, new: int, refused: list[Refusal], progress: Progress
) -> tuple[int, int]:
    reader = f"rashomon {rashomon.__version__} {model}"
    pending = case.readings.pending(reader)
    if not pending:
        return 0, 0
    if len(pending) > new:  # a build was broken off, or another version has read them
        progress("going on", len(pending) - new, None, 0)
    read = words = 0
    reports = case.reports.some(pending)
    outcomes = in_process(reports, model) if workers < 2 else cores(reports, model, min(workers, len(pending)))
    progress("reading", 0, len(pending), 0)
    for batch in _batches(outcomes):
        with case.transaction():
            for report, outcome in batch:
                case.refusals.drop(report=report.id)
                if isinstance(outcome, Refusal):
                    case.readings.drop([report.id])
                    case.refusals.keep(outcome, report.id, reader)
                    refused.append(outcome)
            case.readings.keep((o for _, o in batch if isinstance(o, Reading)), reader)
        read += sum(isinstance(o, Reading) for _, o in batch)
        words += sum(len(report.text.split()) for report, _ in batch)
        progress("reading", read, len(pending), words)
    return read, words


def _batches(stream: Iterable[T]) -> Iterator[list[T]]:
    """Part a stream by count and by time; what was there when the stream broke off is given before it breaks."""
    batch: list[T] = []
    since = monotonic()
    source = iter(stream)
    while True:
        try:
            batch.append(next(source))
        except StopIteration:
            break
        except BaseException:
            if batch:
                yield batch
            raise
        if len(batch) >= _BATCH or monotonic() - since >= _SECONDS:
            yield batch
            batch, since = [], monotonic()
    if batch:
        yield batch
