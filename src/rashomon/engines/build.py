"""Builds a case: what is not yet in it is taken in, what is not yet read is read, and all is compared again if need be.

Reports are stored first and readings follow in small transactions, so that a build killed at any moment is
finished by the next one; the same inputs again change nothing. What a cluster has read stands in shards beside the case
until it is kept there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from time import monotonic
from typing import Protocol, TypeVar

import rashomon
from rashomon.case import Case
from rashomon.comparing import give_back, known_entities
from rashomon.engines.cluster import Cluster
from rashomon.engines.compare_again import compare_again
from rashomon.engines.engine import Machine
from rashomon.engines.shards import folder_of, read_shards, shards_of, size_for, taken_up
from rashomon.records import Reading, Refusal, Report

_BATCH = 64
"""Rows of one transaction, at most …"""
_SECONDS = 1.0
"""… and the work that a killed build can lose."""
LAKE = 10_000
"""Reports from which on a case keeps readings and clauses beside its file, unless a person said otherwise."""

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
    cluster: Cluster | None = None,
    known: str | None = None,
    afresh: bool = False,
    resume: bool = True,
    progress: Progress = lambda step, done, total, words: None,
) -> Built:
    """Bring `case` up to date with the reports `taken` in, read with `model` on `workers` cores or on a `cluster`.

    A case is read with one model by one version of rashomon: reports that another has read are read again. `known`
    is a file of known entities, CSV or FollowTheMoney JSON lines; the case keeps it until another is given. All of a
    case is compared again where it has doubled since that was done, or `afresh`: else a large one where it changed.
    What a build that was broken off had read on a cluster is taken up, unless it shall not `resume`.
    Raises ClusterError where the cluster does not do its part, CaseError where the case cannot be written, OSError
    where `model` is not installed, and ValueError where a line of `known` makes no sense.
    """
    if known is not None:
        known_entities(known.split("\n"))
        case.known_entities = known
    refused: list[Refusal] = []
    new, there = _take_in(case, taken, refused, progress)
    began = monotonic()
    engine: Machine | Cluster = cluster or Machine(workers)
    if not resume:
        shards_of(case.path, model).clear()
    read, words = _read(case, model, engine, new, refused, progress)
    seconds = monotonic() - began
    give_back()
    readings = len(case.readings)
    stale = compare_again(
        case,
        lambda: progress("comparing", readings, readings, words),
        lambda step, done, of: progress(step, done, of, words),
        afresh=afresh,
        engine=engine,
    )
    if _as_a_lake(case):
        case.to_lake(rest=False, tell=lambda done, total: progress("moving", done, total, words))
    refused += case.refusals.left_out().values()
    return Built(new, there, read, words, seconds, stale, tuple(refused))


def _as_a_lake(case: Case) -> bool:
    """Whether what was read shall lie beside the file: a person said so, or the case is large and pyarrow is here."""
    if case.kept_as:
        return case.kept_as == "lake"
    return len(case.readings) >= LAKE and find_spec("pyarrow") is not None


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
    case: Case, model: str, engine: Machine | Cluster, new: int, refused: list[Refusal], progress: Progress
) -> tuple[int, int]:
    reader = f"rashomon {rashomon.__version__} {model}"
    read, words = _take_up(case, model, reader, refused, progress)
    if read:
        progress("taken up", read, None, words)
    pending = case.readings.pending(reader)
    if not pending:
        return read, words
    if len(pending) > new:  # a build was broken off, or another version has read them
        progress("going on", len(pending) - new, None, 0)
    reports = case.reports.some(pending)
    progress("reading", 0, len(pending), 0)
    if isinstance(engine, Machine):
        outcomes = engine.read(reports, model, len(pending))
        more = _keep(case, outcomes, reader, refused, lambda n, w: progress("reading", n, len(pending), w))
        return read + more[0], words + more[1]
    progress("on a cluster", engine.machines, engine.cores, 0)
    stood = counted = 0

    def tell(some: int, of_words: int) -> None:
        nonlocal stood, counted
        stood, counted = stood + some, counted + of_words
        progress("reading", stood, len(pending), counted)

    read_shards(engine, reports, model, shards_of(case.path, model), tell, size_for(len(pending), engine.cores))
    more = _take_up(case, model, reader, refused, progress)
    return read + more[0], words + more[1]


def _take_up(case: Case, model: str, reader: str, refused: list[Refusal], progress: Progress) -> tuple[int, int]:
    """Keep what stands in shards, then let the shards go."""
    if not folder_of(case.path).is_dir():
        return 0, 0
    shards = shards_of(case.path, model)
    pending = set(case.readings.pending(reader))

    def wanted(ids: list[str]) -> Iterator[Report]:
        return case.reports.some([i for i in ids if i in pending])

    total = len(pending)
    done = _keep(case, taken_up(shards, wanted), reader, refused, lambda n, w: progress("keeping", n, total, w))
    shards.clear()
    return done


def _keep(
    case: Case,
    outcomes: Iterable[tuple[Report, Reading | Refusal]],
    reader: str,
    refused: list[Refusal],
    tell: Callable[[int, int], None],
) -> tuple[int, int]:
    """Keep outcomes in the case; give how many reports were read, and how many words."""
    read = words = 0
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
        tell(read, words)
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
