"""Reads in this process, a few reports at a time: the measure of what every other engine must give."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rashomon.engines.in_time import attempt
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
