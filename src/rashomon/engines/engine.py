"""Where work on many things runs, behind one seam: the outcomes are those of this process, in the order given.

`map` is all that comparing asks of an engine. Each thing is worked on by itself; a worker that dies costs its own
thing's work, which this process does again.

Reading asks for more. In this process a few reports are read at a time; that is the measure of what every other engine
must give, byte for byte. On this machine's cores a worker that dies (killed for its memory, crashed in native code)
costs one report: its shard is read again one by one. On a cluster reading is done in shards that are kept as they come
(`read_shards`), so that it can go on where it stood.

Workers are spawned, not forked, so that the same code runs on every system.
"""

from __future__ import annotations

import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing import get_context
from typing import Protocol, TypeVar

from rashomon.engines.own_process import deaf_to_interrupts, end_with_parent
from rashomon.engines.time_limit import attempt
from rashomon.records import Reading, Refusal, Report

T = TypeVar("T")
R = TypeVar("R")
_Outcomes = list[Reading | Refusal]
_AHEAD = 2
"""Things a worker that are taken from the stream before they are done: memory holds no more."""
BATCH = 16
"""Reports that are parsed together; more gain nothing, and a failure costs reading the batch again one by one."""

CHARACTERS = 50_000
"""Of a batch: its memory grows with them, and a few long reports do not keep one core busy while others wait."""


class Engine(Protocol):
    """Where work on many things runs."""

    def map(self, do: Callable[[T], R], things: Iterable[T]) -> Iterator[tuple[T, R]]:
        """Give each thing with what `do` makes of it, in the order given.

        Where work leaves this process, `do` is a function of a module, and things and what is made of them can be
        pickled.
        """


@dataclass(frozen=True, slots=True)
class Machine:
    """A machine of its own, this one: this process, or as many workers."""

    workers: int = 1

    def map(self, do: Callable[[T], R], things: Iterable[T]) -> Iterator[tuple[T, R]]:
        """Give each thing with what `do` makes of it, in the order given."""
        return spread(do, things, self.workers)

    def read(self, reports: Iterable[Report], model: str, most: int) -> Iterator[tuple[Report, Reading | Refusal]]:
        """Give each report with its reading, or with the reason why there is none; there are at `most` so many."""
        if self.workers < 2:
            return in_process(reports, model)
        return cores(reports, model, min(self.workers, most))


def spread(do: Callable[[T], R], things: Iterable[T], workers: int) -> Iterator[tuple[T, R]]:
    """Give each thing with what `do` makes of it, in the order given. With workers, all must be picklable."""
    if workers < 2:
        yield from ((one, do(one)) for one in things)
        return
    yield from _over(lambda: ProcessPoolExecutor(workers, get_context("spawn"), _begin), workers, do, things, do)


def _over(
    begun: Callable[[], ProcessPoolExecutor],
    workers: int,
    do: Callable[[T], R],
    things: Iterable[T],
    after_death: Callable[[T], R],
) -> Iterator[tuple[T, R]]:
    """Give each thing with what `do` makes of it on the workers of a pool, in the order given.

    What a worker dies of is made by `after_death`, and the others go on in a new pool.
    """
    stream = iter(things)
    pool = begun()
    running: deque[tuple[T, Future[R]]] = deque()
    try:
        while True:
            while len(running) < _AHEAD * workers:
                try:
                    one = next(stream)
                except StopIteration:
                    break
                running.append((one, _submit(pool, do, one)))
            if not running:
                return
            one, future = running.popleft()
            try:
                made = future.result()
            except BrokenProcessPool:
                pool.shutdown(wait=True, cancel_futures=True)
                made = after_death(one)
                pool = begun()
                running = deque((waiting, _submit(pool, do, waiting)) for waiting, _ in running)
            yield one, made
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _submit(pool: ProcessPoolExecutor, do: Callable[[T], R], one: T) -> Future[R]:
    try:
        with deaf_to_interrupts():  # a worker may begin
            return pool.submit(do, one)
    except BrokenProcessPool as error:
        failed: Future[R] = Future()
        failed.set_exception(error)
        return failed


def _begin() -> None:
    """Leave an interrupt to the process that asked, and end with it."""
    end_with_parent()
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def in_process(reports: Iterable[Report], model: str) -> Iterator[tuple[Report, Reading | Refusal]]:
    """Give each report with its reading, or with the reason why there is none, in the order given.

    Raises OSError where `model` is not installed.
    """
    from rashomon.reading import pipeline

    for batch in batches(reports):
        yield from zip(batch, attempt(batch, pipeline(model)), strict=True)


def batches(reports: Iterable[Report], most: int = BATCH, long: int = CHARACTERS) -> Iterator[list[Report]]:
    """Part reports into batches that close at `most` reports or `long` characters, whichever comes first."""
    batch: list[Report] = []
    size = 0
    for report in reports:
        if batch and size + len(report.text) > long:
            yield batch
            batch, size = [], 0
        batch.append(report)
        size += len(report.text)
        if len(batch) == most:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def cores(reports: Iterable[Report], model: str, workers: int) -> Iterator[tuple[Report, Reading | Refusal]]:
    """Give each report with its reading, or with the reason why there is none, in the order given."""
    shards = _over(
        lambda: _reading_pool(model, workers),
        workers,
        _read,
        batches(reports),
        lambda shard: _one_by_one(shard, model),
    )
    for shard, outcomes in shards:
        yield from zip(shard, outcomes, strict=True)


def _reading_pool(model: str, workers: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(workers, get_context("spawn"), _begin_reading, (model,))


def _one_by_one(shard: list[Report], model: str) -> _Outcomes:
    outcomes: _Outcomes = []
    pool = _reading_pool(model, 1)
    try:
        for report in shard:
            try:
                outcomes += _submit(pool, _read, [report]).result()
            except BrokenProcessPool:
                outcomes.append(fatal(report))
                pool.shutdown(wait=True)
                pool = _reading_pool(model, 1)
    finally:
        pool.shutdown(wait=True)
    return outcomes


def fatal(report: Report) -> Refusal:
    """Give the reason why a report that ends whatever process reads it is not read."""
    return Refusal(
        report.input or report.id,
        "ended the process that read it (out of memory, or a crash in native code)",
        "part it into shorter reports, or read it on a machine with more memory",
    )


_model = ""


def _begin_reading(model: str) -> None:
    """Make a worker ready. It leaves an interrupt to the process that asked, which lets it go after its shard.

    A worker cut off while it hands over a shard would leave the other end waiting for ever.
    """
    from rashomon.reading import pipeline

    global _model
    end_with_parent()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _model = model
    pipeline(model)


def _read(shard: list[Report]) -> _Outcomes:
    from rashomon.reading import pipeline

    return attempt(shard, pipeline(_model))
