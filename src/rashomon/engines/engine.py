"""Where work on many things runs, behind one seam: the outcomes are those of this process, in the order given.

`map` is all that comparing asks of an engine. Reading asks for more, so that it can go on where it stood: on a cluster
it is done in shards that are kept as they come (`read_shards`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol, TypeVar

from rashomon.engines.cores import cores
from rashomon.engines.in_process import in_process
from rashomon.engines.spread import spread
from rashomon.records import Reading, Refusal, Report

T = TypeVar("T")
R = TypeVar("R")


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
