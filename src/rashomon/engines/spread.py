"""Work on many things, one by one or on this machine's cores: the outcomes and their order are the same.

Each thing is worked on by itself. A worker that dies costs its own thing's work, which this process does again.
"""

from __future__ import annotations

import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from typing import TypeVar

from rashomon.engines.end_with_parent import end_with_parent

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
