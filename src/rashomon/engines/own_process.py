"""Long work in a process of its own: whoever asked for it stays quick, hears how it goes, and can let it go.

The process is forked from a server that has imported this program already where the system has that, so that it begins
at once; elsewhere it is spawned. What it is to do and what comes of it must be picklable. A process that works for
another ends as soon as that one has, whatever ended it.
"""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing import get_all_start_methods, get_context, parent_process
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from threading import Event, Thread
from time import monotonic
from typing import Any, Generic, Protocol, TypeVar

from rashomon.case import CaseError


def end_with_parent() -> None:
    """Let this process end with the one that asked for it. Nothing happens in a process that nobody asked for."""
    parent = parent_process()
    if parent is None:
        return

    def watch() -> None:
        parent.join()
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()


@contextmanager
def deaf_to_interrupts() -> Iterator[None]:
    """Let processes that begin inside hear no interrupt from their first moment: it is for the one that asked.

    One that heard it while it imports what it needs would show where it stood.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


T = TypeVar("T")
_METHOD = "forkserver" if "forkserver" in get_all_start_methods() else "spawn"


class Tell(Protocol):
    """Is told how work goes: the step, how many are done, of how many (None: not known yet)."""

    def __call__(self, step: str, done: int = 0, total: int | None = None) -> None:
        """Hand it on."""


@dataclass(frozen=True, slots=True)
class Step:
    """How far work has come."""

    name: str
    done: int = 0
    total: int | None = None


class Work(Generic[T]):
    """Something that is being done: `do(tell, *given)`. `result` is there when `finished`, unless it `failed`."""

    def __init__(self, do: Callable[..., T], *given: Any) -> None:
        self._do, self._given = do, given
        self._process: BaseProcess | None = None
        self._ended = False
        self._began = monotonic()
        self._seconds: float | None = None
        self._over = Event()
        self.step = Step("")
        self.result: T | None = None
        self.failed = ""
        Thread(target=self._go, daemon=True).start()

    @property
    def finished(self) -> bool:
        """Whether it is over, well or not."""
        return self._over.is_set()

    @property
    def seconds(self) -> float:
        """How long it has gone on, or took."""
        return monotonic() - self._began if self._seconds is None else self._seconds

    def wait(self, seconds: float | None = None) -> bool:
        """Wait until it is over, at most so long; say whether it is."""
        return self._over.wait(seconds)

    def end(self) -> None:
        """Let it go: nothing comes of it."""
        self._ended = True
        if self._process is not None:
            self._process.terminate()

    def _go(self) -> None:
        context = get_context(_METHOD)
        mine, theirs = context.Pipe(duplex=False)
        self._process = context.Process(target=_run, args=(theirs, self._do, self._given), daemon=True)  # type: ignore[attr-defined]
        try:
            with deaf_to_interrupts():
                self._process.start()  # waits until what is forked from has imported what it needs
            if self._ended:
                self._process.terminate()
        except (OSError, RuntimeError, EOFError) as error:  # EOFError: what it is forked from has ended
            self.failed = f"no process could be started ({error})"
        theirs.close()
        self._listen(mine)

    def _listen(self, heard: Connection) -> None:
        said = bool(self.failed)
        try:
            while True:
                kind, value = heard.recv()
                if kind == "step":
                    self.step = value
                    continue
                said = True
                if kind == "done":
                    self.result = value
                else:
                    self.failed = value
        except (EOFError, OSError):
            if not said:
                self.failed = "its process was ended"
        finally:
            heard.close()
            if self._process is not None and self._process.pid is not None:
                self._process.join(10)
            self._seconds = monotonic() - self._began
            self._over.set()


def get_ready(*modules: str) -> None:
    """Let the first work begin at once: import `modules` where processes are forked from."""
    if _METHOD == "forkserver":
        get_context(_METHOD).set_forkserver_preload([__name__, *modules])
        Work(_nothing)


def _nothing(tell: Tell) -> None:
    """Only begins."""


def _run(heard: Connection, do: Callable[..., Any], given: tuple[Any, ...]) -> None:
    end_with_parent()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # an interrupt is for the process that asked, which lets this one go

    def tell(step: str, done: int = 0, total: int | None = None) -> None:
        heard.send(("step", Step(step, done, total)))

    try:
        came = ("done", do(tell, *given))
    except CaseError as error:
        came = ("failed", str(error))
    except Exception as error:  # whatever it is, the pages tell it
        came = ("failed", f"{type(error).__name__}: {error}"[:500])
    with suppress(OSError):  # nobody hears it any more: this process ends with the one that asked
        heard.send(came)
    heard.close()
