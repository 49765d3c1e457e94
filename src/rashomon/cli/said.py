"""What the program says besides its results: left out by `-q`, kept with the time of day by `--log-file`.

Results go to standard output and are never touched; errors are said in any case.

Whatever the terminal or file behind standard output can show is shown; the rest is told in ASCII, never an error.

`NO_COLOR` (https://no-color.org), set to anything, takes the colours away.
"""

from __future__ import annotations

import codecs
import logging
import os
import sys
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any

import click

_PLAIN = "rashomon.plain"
_SIGNS = {"✗": "x", "✓": "v", "●": "*", "○": "o", "…": "...", "→": "->", "←": "<-", "✎": "*", "·": "-"}


def colour() -> bool:
    """Whether standard output is a terminal that may be given colours."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR")


def fit_any_output() -> None:
    """Let standard output and error replace what their encoding cannot hold by its nearest ASCII."""
    codecs.register_error(_PLAIN, _plain)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure") and stream.errors == "strict":
            stream.reconfigure(errors=_PLAIN)


def _plain(error: UnicodeError) -> tuple[str, int]:
    """The nearest ASCII of characters that an encoding cannot hold; of those that have none, a question mark each."""
    from anyascii import anyascii

    if not isinstance(error, UnicodeEncodeError):
        raise error
    words = error.object[error.start : error.end]
    return "".join(_SIGNS.get(c) or anyascii(c) or "?" for c in words), error.end


_STAMP = "%Y-%m-%d %H:%M:%S"


class Said:
    """Stands for standard error: passes on what is said unless `quiet`, and writes each line to `log` with its time."""

    def __init__(self, stream: Any, log: Any | None, *, quiet: bool) -> None:
        self._stream, self._log, self._quiet, self._line = stream, log, quiet, ""

    def write(self, words: str) -> int:
        """Say and keep words."""
        if self._log is not None:
            *lines, self._line = (self._line + words).split("\n")
            for line in lines:
                if line.strip():
                    self._log.write(f"{datetime.now().strftime(_STAMP)}  {line.rstrip()}\n")
            self._log.flush()
        return len(words) if self._quiet else self._stream.write(words)

    def isatty(self) -> bool:
        """Tell whether a person looks on; a bar is drawn for nobody else."""
        return not self._quiet and self._log is None and self._stream.isatty()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)


def say_as_asked(context: click.Context, *, quiet: bool, verbose: bool, log_file: Path | None) -> None:
    """Let the command of `context` say less, or more, or also to a file, until it ends.

    Raises BadParameter where `log_file` is somebody else's file, or cannot be written.
    """
    log = _opened(log_file) if log_file else None
    before = sys.stderr
    if quiet or log:
        sys.stderr = Said(before, log, quiet=quiet)
    if verbose:
        _hear_libraries(context)

    def end() -> None:
        sys.stderr = before
        if log is not None:
            with suppress(OSError, ValueError):
                log.write(f"{datetime.now().strftime(_STAMP)}  end\n")
                log.close()

    context.call_on_close(end)
    if log is not None:
        log.write(f"{datetime.now().strftime(_STAMP)}  {' '.join(['rashomon', *sys.argv[1:]])}\n")


def _hear_libraries(context: click.Context) -> None:
    """Tell what libraries log of an input, until the command ends."""
    handler, root = logging.StreamHandler(sys.stderr), logging.getLogger()
    handler.setFormatter(logging.Formatter("%(name)s: %(message)s"))
    before = root.level
    root.addHandler(handler)
    root.setLevel(logging.INFO)

    def end() -> None:
        root.removeHandler(handler)
        root.setLevel(before)

    context.call_on_close(end)


def _opened(path: Path) -> Any:
    from rashomon.outputs import is_beside_a_database, really

    try:
        if is_beside_a_database(really(path)):
            raise click.BadParameter(f"{path} is where SQLite keeps what belongs to a case; give another name")
        if path.is_fifo():
            raise click.BadParameter(f"{path} is a pipe; give the name of a file")
        if path.exists() and not path.is_char_device():
            with path.open("rb") as file:
                head = file.read(21)
            if head and not _stamped(head):
                raise click.BadParameter(f"{path} is there and holds something else; give another name")
        return path.open("a", encoding="utf-8", errors="backslashreplace")
    except OSError as error:
        raise click.BadParameter(f"{path}: {error.strerror or error}") from error


def _stamped(head: bytes) -> bool:
    """Tell whether a file begins as one of ours does."""
    try:
        datetime.strptime(head[:19].decode("ascii"), _STAMP)
    except ValueError:
        return False
    return head[19:21] == b"  "
