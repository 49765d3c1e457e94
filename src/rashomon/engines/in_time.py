"""Work that takes more of the processor than it may is broken off where it stands; what comes after it goes on.

Only Python is broken off: native code, the language model's, takes time in step with its text and ends by itself.
"""

from __future__ import annotations

import ctypes
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

_LOOK = 0.05
"""Seconds between two looks at the clock, at the least."""
_TURNS = 10_000
"""Turns of a loop in which what was raised from another thread has long arrived.

It is never taken back instead: CPython 3.11 looks for it evermore then, and a traced program does not go on.
"""


class OutOfTime(BaseException):
    """Raised in the thread whose time is over; no `except Exception` of a reader takes it for a failure of its own."""


@contextmanager
def in_time(seconds: float) -> Iterator[None]:
    """Raise OutOfTime in the block once this thread has been busy in it for `seconds`."""
    thread, busy = threading.get_ident(), _clock()
    until, ended, turn = busy() + seconds, threading.Event(), threading.Lock()
    raised, arrived = threading.Event(), False

    def watch() -> None:
        while not ended.wait(max(_LOOK, until - busy())):
            with turn:
                if busy() >= until and not ended.is_set():
                    raised.set()
                    ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread), ctypes.py_object(OutOfTime))
                    return

    watching = threading.Thread(target=watch, daemon=True)
    watching.start()
    try:
        yield
    except OutOfTime:
        arrived = True
        raise
    finally:
        with turn:
            ended.set()
        watching.join()
        if raised.is_set() and not arrived:
            for _ in range(_TURNS):  # it is raised at the end of a turn of a loop: here, and not behind the block
                pass


def _clock() -> Callable[[], float]:
    """Give the clock of this thread's own work, for others to read; or the clock on the wall."""
    if hasattr(time, "pthread_getcpuclockid"):
        number = time.pthread_getcpuclockid(threading.get_ident())
        return lambda: time.clock_gettime(number)
    return time.monotonic
