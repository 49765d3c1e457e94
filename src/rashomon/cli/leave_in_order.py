"""A process that is told to end, by a person or the system, leaves no half-written file behind."""

from __future__ import annotations

import signal
import sys
import threading
from types import FrameType


def leave_in_order() -> None:
    """Take SIGTERM and SIGHUP as the end of the program, so that whatever is open is closed and taken away.

    What somebody else has set for a signal, `nohup` for one, stands.
    """
    if threading.current_thread() is not threading.main_thread():
        return
    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) == signal.SIG_DFL:
            signal.signal(number, _leave)


def _leave(number: int, frame: FrameType | None) -> None:
    signal.signal(number, signal.SIG_IGN)  # said once is enough
    sys.exit(128 + number)
