"""Reads in this process, a few reports at a time: the measure of what every other engine must give."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from rashomon.engines.attempt import attempt
from rashomon.reading import pipeline
from rashomon.records import Reading, Refusal, Report

BATCH = 16
"""Reports that are parsed together; more gain nothing, and a failure costs reading the batch again one by one."""


def in_process(reports: Iterable[Report], model: str) -> Iterator[tuple[Report, Reading | Refusal]]:
    """Give each report with its reading, or with the reason why there is none, in the order given.

    Raises OSError where `model` is not installed.
    """
    waiting = iter(reports)
    while batch := list(islice(waiting, BATCH)):
        yield from zip(batch, attempt(batch, pipeline(model)), strict=True)
