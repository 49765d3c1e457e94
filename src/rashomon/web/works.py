"""What goes on beside the pages of one case: corrections being compared, previews being worked out.

A correction is kept at once; what it changes in the findings is found in a process of its own, one at a time, and
remembered here for as long as the pages are served.
"""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from pathlib import Path
from threading import Event, Lock, Thread
from typing import TYPE_CHECKING

from rashomon.case import Case
from rashomon.records import Correction, Judgement
from rashomon.web.writes import Asked

if TYPE_CHECKING:  # imported when something is to be done: it brings the reader with it
    from rashomon.engines import Change, Work

_PREVIEWS = 8
"""Previews that are remembered."""
_PROMPT = 0.35
"""Seconds that an answer waits for what may be done at once in a small case."""


@dataclass(frozen=True, slots=True)
class Going:
    """What goes on now: the step, how far it is, the seconds since it began, and how long it took last (0: unknown)."""

    step: str
    done: int
    total: int | None
    seconds: int
    last: int


@dataclass(frozen=True, slots=True)
class State:
    """How the findings that a page shows stand: what goes on, what failed, whether they are older than what is kept."""

    going: Going | None = None
    failed: str = ""
    stale: bool = False


@dataclass(frozen=True, slots=True)
class Kept:
    """A correction that was just kept: how it stands, what it changed (None: not known here), whether it waits."""

    told: Correction
    changes: tuple[Change, ...] | None
    waits: bool


@dataclass(frozen=True, slots=True)
class Preview:
    """A correction that may be kept, and what it would change (None: not worked out yet)."""

    wanted: Asked
    judgement: Judgement
    work: Work[tuple[Change, ...]]


class Works:
    """The works of one case."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = Lock()
        self._work: Work[tuple[Change, ...]] | None = None
        self._waiting: dict[str, None] = {}
        self._changed: dict[str, tuple[Change, ...]] = {}
        self._previews: OrderedDict[str, Preview] = OrderedDict()
        self._last = 0.0
        self._idle = Event()
        self._idle.set()
        self.failed = ""

    def compare(self, *judgements: str) -> None:
        """Compare beside the pages, after `judgements` were kept; where that goes on already, they are taken along."""
        with self._lock:
            for seen in self._previews.values():  # of findings that are about to change
                seen.work.end()
            self._waiting.update(dict.fromkeys(judgements))
            self.failed = ""
            if self._work is None:
                self._idle.clear()
                self._work = _comparing(self._path)
                Thread(target=self._follow, args=(self._work,), daemon=True).start()

    def _follow(self, work: Work[tuple[Change, ...]]) -> None:
        while True:
            work.wait()
            with self._lock:
                self._last = work.seconds
                for judgement in self._waiting:
                    self._changed[judgement] = (*self._changed.get(judgement, ()), *(work.result or ()))
                if work.failed or not self._stale():
                    self.failed = work.failed
                    self._waiting.clear()
                    self._work = None
                    self._idle.set()
                    return
                work = self._work = _comparing(self._path)

    def _stale(self) -> bool:
        with Case(self._path, read_only=True) as case:
            return case.findings.stale()

    def settled(self, seconds: float | None = _PROMPT) -> bool:
        """Wait for what is being compared, at most so long; say whether nothing is any more."""
        return self._idle.wait(seconds)

    def going(self) -> Going | None:
        """Give what goes on now, if anything."""
        work = self._work
        if work is None:
            return None
        step = work.step
        return Going(step.name or "comparing", step.done, step.total, int(work.seconds), round(self._last))

    def changed(self, judgement: str) -> tuple[Change, ...] | None:
        """Give what a judgement that was kept here changed, with those compared along with it; None where unknown."""
        return self._changed.get(judgement)

    def waits(self, judgement: str) -> bool:
        """Tell whether a judgement is being compared."""
        return judgement in self._waiting

    def look(self, wanted: Asked) -> str:
        """Work out what a correction would change; give the id under which that is found.

        Raises CaseError where the correction makes no sense.
        """
        from rashomon.engines import Work, previewed

        with Case(self._path) as case:
            judgement = wanted.made(case)
        work = Work(previewed, self._path, judgement)
        with self._lock:
            self._previews[judgement.id] = Preview(wanted, judgement, work)
            while len(self._previews) > _PREVIEWS:
                _, old = self._previews.popitem(last=False)
                old.work.end()
        work.wait(_PROMPT)
        return judgement.id

    def preview(self, judgement: str) -> Preview | None:
        """Give a preview that was asked for here."""
        return self._previews.get(judgement)


def _comparing(path: Path) -> Work[tuple[Change, ...]]:
    from rashomon.engines import Work, compared

    return Work(compared, path)
