"""How long work goes is shown on standard error: a bar on a terminal, a plain line now and then elsewhere."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic
from typing import TYPE_CHECKING

import click

from rashomon.language import many

if TYPE_CHECKING:
    from rashomon.engines import Progress

_EVERY = 10.0  # seconds between two plain lines of one step
GOING_ON = "going on"
"""The step that tells how many reports of before are not yet read: a build that was broken off is taken up again."""
TAKEN_UP = "taken up"
"""The step that tells how many reports a build that was broken off had read."""
ON_CLUSTER = "on a cluster"
"""The step that tells how many machines (done) with how many cores (total) read."""


class Pace:
    """How quick one step goes, from its own beginning: what came before says nothing of it."""

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._step = ""
        self._began = self._said = clock()

    def enter(self, step: str) -> bool:
        """Say that work is at `step`; tell whether it has just begun."""
        if step == self._step:
            return False
        self._step, self._began = step, self._clock()
        return True

    def due(self) -> bool:
        """Tell whether nothing was said for long enough."""
        if self._clock() - self._said < _EVERY:
            return False
        self.said()
        return True

    def said(self) -> None:
        """Note that something was said."""
        self._said = self._clock()

    def words(self, words: int) -> str:
        """Give the words that are read a second, "" where that cannot be told."""
        since = self._clock() - self._began
        return f"{words / since:,.0f} words/s" if self._step == "reading" and words and since > 0 else ""

    def left(self, done: int, total: int | None) -> str:
        """Give the time that the step has left, "" where that cannot be told."""
        if not total or not 0 < done < total:
            return ""
        seconds = (self._clock() - self._began) / done * (total - done)
        if seconds < 100:
            return f"{seconds:,.0f} s left"
        return f"{seconds / 60:,.0f} min left" if seconds < 6000 else f"{seconds / 3600:,.1f} h left"


@contextmanager
def progress() -> Iterator[Progress]:
    """Give what a build tells how it goes."""
    if not sys.stderr.isatty():
        yield _plain(Pace())
        return
    from rich import progress as columns
    from rich.console import Console

    with columns.Progress(
        columns.TextColumn("{task.description}"),
        columns.BarColumn(),
        columns.MofNCompleteColumn(),
        columns.TextColumn("{task.fields[pace]}"),
        console=Console(stderr=True),
        transient=True,
    ) as bar:
        task = bar.add_task("taking in", total=None, pace="")
        pace = Pace()

        def shown(step: str, done: int, total: int | None, words: int) -> None:
            if once := _once(step, done, total):
                bar.console.print(once)
                return
            pace.enter(step)
            told = " · ".join(x for x in (pace.words(words), pace.left(done, total)) if x)
            bar.update(task, description=step, completed=done, total=total, pace=told)

        yield shown


def _plain(pace: Pace) -> Progress:
    def told(step: str, done: int, total: int | None, words: int) -> None:
        if once := _once(step, done, total):
            click.echo(once, err=True)
            return
        begins = pace.enter(step) and step == "comparing"
        if not (begins or (done == total and step != "comparing") or pace.due()):
            return
        pace.said()
        of = f" of {total:,}" if total else ""
        more = "".join(f", {x}" for x in (pace.words(words), pace.left(done, total)) if x)
        click.echo(f"{step} {done:,}{of} reports{more}", err=True)

    return told


def _once(step: str, done: int, total: int | None) -> str:
    """What is told once and has no bar, "" of any other step."""
    if step == ON_CLUSTER:
        return f"on a cluster of {many(done, 'machine')} with {many(total or 0, 'core')}"
    if step == TAKEN_UP:
        return f"took up {many(done, 'report')} that a build that was broken off had read"
    return _going_on(done) if step == GOING_ON else ""


def _going_on(reports: int) -> str:
    told = "report that was" if reports == 1 else "reports that were"
    return f"going on with {reports:,} {told} here and not yet read"
