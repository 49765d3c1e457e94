"""Reads in this process or on this machine's cores: the outcomes and their order are the same, byte for byte.

In this process a few reports are read at a time; that is the measure of what every other engine must give. Workers are
spawned, not forked, so that the same code runs on every system. A worker that dies (killed for its memory, crashed in
native code) costs one report: its shard is read again one by one.
"""

from __future__ import annotations

import signal
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context

from rashomon.engines.in_time import attempt
from rashomon.engines.own_process import end_with_parent
from rashomon.records import Reading, Refusal, Report

BATCH = 16
"""Reports that are parsed together; more gain nothing, and a failure costs reading the batch again one by one."""

CHARACTERS = 50_000
"""Of a batch: its memory grows with them, and a few long reports do not keep one core busy while others wait."""


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


_Outcomes = list[Reading | Refusal]


def cores(reports: Iterable[Report], model: str, workers: int) -> Iterator[tuple[Report, Reading | Refusal]]:
    """Give each report with its reading, or with the reason why there is none, in the order given."""
    shards = batches(reports)
    pool = _pool(model, workers)
    running: deque[tuple[list[Report], Future[_Outcomes]]] = deque()
    try:
        while True:
            while len(running) < 2 * workers and (shard := next(shards, None)):
                running.append((shard, _submit(pool, shard)))
            if not running:
                return
            shard, future = running.popleft()
            try:
                outcomes = future.result()
            except BrokenProcessPool:
                pool.shutdown(wait=True, cancel_futures=True)
                outcomes = _one_by_one(shard, model)
                pool = _pool(model, workers)
                running = deque((waiting, _submit(pool, waiting)) for waiting, _ in running)
            yield from zip(shard, outcomes, strict=True)
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _pool(model: str, workers: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(workers, get_context("spawn"), _begin, (model,))


def _submit(pool: ProcessPoolExecutor, shard: list[Report]) -> Future[_Outcomes]:
    try:
        return pool.submit(_read, shard)
    except BrokenProcessPool as error:
        failed: Future[_Outcomes] = Future()
        failed.set_exception(error)
        return failed


def _one_by_one(shard: list[Report], model: str) -> _Outcomes:
    outcomes: _Outcomes = []
    pool = _pool(model, 1)
    try:
        for report in shard:
            try:
                outcomes += pool.submit(_read, [report]).result()
            except BrokenProcessPool:
                outcomes.append(fatal(report))
                pool.shutdown(wait=True)
                pool = _pool(model, 1)
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


def _begin(model: str) -> None:
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
