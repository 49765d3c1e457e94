"""What goes wrong with a file is one clear line and exit status 1, never a trace.

A process that is told to end, by a person or the system, leaves no half-written file behind.
"""

from __future__ import annotations

import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

import click


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


_STUMBLED = (ValueError, TypeError, LookupError, ArithmeticError, AttributeError, RecursionError)
"""What a damaged row may make any part of the program stumble over."""


@contextmanager
def clear_errors() -> Iterator[None]:
    """Tell a CaseError or OSError, and what a damaged case does, in one line.

    Raises click.ClickException in their place; an error of the program's own, over a sound case, stays what it is.
    """
    import sqlite3
    import zlib

    from rashomon.case import CaseError

    try:
        yield
    except CaseError as error:
        more = "; `rashomon check` says more" if "damaged" in str(error) else ""
        raise click.ClickException(f"{error}{more}") from error
    except sqlite3.Error as error:
        raise click.ClickException(f"{_case()} cannot be read ({error}); `rashomon check` says more") from error
    except BrokenPipeError:
        raise  # click ends quietly where the reader of a pipe has gone
    except OSError as error:
        raise click.ClickException(f"{error.filename or 'file'}: {error.strerror or error}") from error
    except (*_STUMBLED, zlib.error) as error:
        wrong = _wrong()
        if not wrong:
            raise
        raise click.ClickException(f"{_case()} is damaged ({wrong}); `rashomon check` says more") from error


def _case() -> str:
    context = click.get_current_context(silent=True)
    return str((context.params.get("case") if context else None) or "the case")


def _wrong() -> str:
    from rashomon.case import CaseError, check

    path = Path(_case())
    try:
        return next(iter(check(path)), "") if path.is_file() else ""
    except CaseError as error:
        return str(error)
