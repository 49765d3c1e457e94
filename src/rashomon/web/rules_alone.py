"""The same case by the rules alone, beside the one that follows what a model of the user's own pointed at.

It is made when somebody first looks at it, in a process of its own, as a case for reading in a folder that goes when
the pages are closed; it is made again when the case has changed.
"""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Lock
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from rashomon.engines import Work


Shown = Literal["", "whole", "rules", "coming"]
"""Whether a page shows a case that nothing was pointed at in, the whole, the rules' case, or the whole until that is
there."""


class Ruled:
    """The rules' case of the case at `path`."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._folder: TemporaryDirectory[str] | None = None
        self._state: tuple[Any, ...] = ()
        self._work: Work[None] | None = None
        self._number = 0
        self._lock = Lock()

    @property
    def going(self) -> bool:
        """Whether it is being made."""
        return self._work is not None and not self._work.finished

    def at(self, state: tuple[Any, ...]) -> Path | None:
        """Give where it lies for a state of the case; None while it is made, which begins now where it did not."""
        from rashomon.engines import Work, ruled

        with self._lock:
            self._folder = self._folder or TemporaryDirectory(prefix="rashomon-")
            folder = self._folder.name
            if self._state != state or (self._work is not None and self._work.finished and self._work.failed):
                self._state, self._number = state, self._number + 1
                target = self._target(folder)
                target.parent.mkdir()
                self._work = Work(ruled, self._path.resolve(), target)
            work, target = self._work, self._target(folder)
        if work is not None:
            work.wait(_PROMPT)
        return target if work is not None and work.finished and not work.failed else None

    def _target(self, folder: str) -> Path:
        return Path(folder) / str(self._number) / self._path.name


_PROMPT = 0.35
"""Seconds that a page waits for what may be done at once in a small case."""
