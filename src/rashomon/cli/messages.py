"""What the program says besides its results: left out by `-q`, kept with the time of day by `--log-file`.

Results go to standard output and are never touched; errors are said in any case. How long work goes is shown on
standard error: a bar on a terminal, a plain line now and then elsewhere.

Whatever the terminal or file behind standard output can show is shown; the rest is told in ASCII, never an error.
`NO_COLOR` (https://no-color.org), set to anything, takes the colours away.
"""

from __future__ import annotations

import codecs
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Any

import click

from rashomon.language import many

if TYPE_CHECKING:
    from rashomon.engines import Progress


_PLAIN = "rashomon.plain"
_SIGNS = {"✗": "x", "✓": "v", "●": "*", "○": "o", "…": "...", "→": "->", "←": "<-", "✎": "*", "·": "-"}


def colour() -> bool:
    """Whether standard output is a terminal that may be given colours."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR")


def fit_any_output() -> None:
    """Let standard output and error replace what their encoding cannot hold by its nearest ASCII."""
    codecs.register_error(_PLAIN, _in_ascii)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure") and stream.errors == "strict":
            stream.reconfigure(errors=_PLAIN)


def _in_ascii(error: UnicodeError) -> tuple[str, int]:
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
    _hear_libraries(context, verbose=verbose)

    def end() -> None:
        sys.stderr = before
        if log is not None:
            with suppress(OSError, ValueError):
                log.write(f"{datetime.now().strftime(_STAMP)}  end\n")
                log.close()

    context.call_on_close(end)
    if log is not None:
        log.write(f"{datetime.now().strftime(_STAMP)}  {' '.join(['rashomon', *sys.argv[1:]])}\n")


def _hear_libraries(context: click.Context, *, verbose: bool) -> None:
    """Tell what libraries log of an input, until the command ends, to who asks to hear more, and to nobody else.

    Of one damaged file a library may have ten thousand things to say; what it comes to is told in a line of ours.
    """
    import logging

    root = logging.getLogger()
    before = root.level
    handler = logging.StreamHandler(sys.stderr) if verbose else logging.NullHandler()
    handler.setFormatter(logging.Formatter("%(name)s: %(message)s"))
    root.addHandler(handler)
    if verbose:
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
