"""Where work on many things runs, behind one seam: the outcomes are those of this process, in the order given.

`map` is all that comparing asks of an engine. Each thing is worked on by itself; a worker that dies costs its own
thing's work, which this process does again. Reading asks for more, so that it can go on where it stood: on a cluster it
is done in shards that are kept as they come (`read_shards`).
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

from rashomon.engines.cores import cores, in_process
from rashomon.engines.own_process import end_with_parent
from rashomon.records import Reading, Refusal, Report

T = TypeVar("T")
R = TypeVar("R")
_AHEAD = 2
"""Things a worker that are taken from the stream before they are done: memory holds no more."""


def spread(do: Callable[[T], R], things: Iterable[T], workers: int) -> Iterator[tuple[T, R]]:
    """Give each thing with what `do` makes of it, in the order given. With workers, all must be picklable."""
    if workers < 2:
        yield from ((one, do(one)) for one in things)
        return
    stream = iter(things)
    pool = _pool(workers)
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
                made = do(one)
                pool = _pool(workers)
                running = deque((waiting, _submit(pool, do, waiting)) for waiting, _ in running)
            yield one, made
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _pool(workers: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(workers, get_context("spawn"), _begin)


def _begin() -> None:
    """Leave an interrupt to the process that asked, and end with it."""
    end_with_parent()
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _submit(pool: ProcessPoolExecutor, do: Callable[[T], R], one: T) -> Future[R]:
    try:
        return pool.submit(do, one)
    except BrokenProcessPool as error:
        failed: Future[R] = Future()
        failed.set_exception(error)
        return failed


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
