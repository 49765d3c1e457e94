"""A folder of files is made beside its place and moved there when whole; one that was there changes places with it.

Every folder keeps a list of its files with their SHA-256 (`.rashomon`, as `sha256sum -c` reads it). Only a folder in
which that list still holds is replaced: what a person added to it or changed in it is never lost.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

from rashomon.outputs.drafted import draft_name
from rashomon.outputs.guarded import OutputError, really, refuse_kept

LISTED = ".rashomon"
"""The file that tells what a folder held when it was written."""


@contextmanager
def drafted_folder(target: Path, *, kept: Iterable[Path] = (), force: bool = False) -> Iterator[Path]:
    """Give an empty folder that becomes `target` when the block ends without an error.

    Files in it are plain files, none of them in a folder below. `force` replaces files that were changed, never a
    folder that holds files of other names. Raises OutputError where `target` may not be replaced.
    """
    kept = tuple(kept)
    _refuse(target, kept, force, None)
    target.parent.mkdir(parents=True, exist_ok=True)
    draft = draft_name(target)
    draft.mkdir()
    try:
        yield draft
        _list(draft)
        _refuse(target, kept, force, {p.name for p in draft.iterdir()})
        _swap(draft, target)
    finally:
        _taken_away(draft)


def _taken_away(folder: Path) -> None:
    """Remove a folder, also where the process is told to end meanwhile."""
    try:
        shutil.rmtree(folder, ignore_errors=True)
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise


def _swap(draft: Path, target: Path) -> None:
    """Put `draft` at `target`, in one step where the system can, so that there is a whole folder at every moment.

    Elsewhere what was there stays, under another name, until the new folder is in its place.
    """
    if not target.exists():
        draft.rename(target)
        return
    target = really(target)  # a link to a folder stays a link
    if _exchanged(draft, target):
        return  # what was there is the draft now, and goes as one
    aside = draft_name(target)
    target.rename(aside)
    try:
        draft.rename(target)
    except BaseException:
        aside.rename(target)
        raise
    _taken_away(aside)


def _exchanged(one: Path, other: Path) -> bool:
    """Let two folders change places; False where this system, or the disk, cannot."""
    if sys.platform != "linux":
        return False
    change = getattr(ctypes.CDLL(None), "renameat2", None)
    return bool(change and change(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE) == 0)


_HERE, _EXCHANGE = -100, 2  # AT_FDCWD, RENAME_EXCHANGE


def _list(folder: Path) -> None:
    lines = [f"{_digest(file)}  {file.name}\n" for file in sorted(folder.iterdir())]
    (folder / LISTED).write_text("".join(lines), "utf-8", newline="\n")


def _digest(file: Path) -> str:
    with file.open("rb") as opened:
        digest = sha256()
        while part := opened.read(1 << 20):
            digest.update(part)
    return digest.hexdigest()


def _refuse(target: Path, kept: Iterable[Path], force: bool, new: set[str] | None) -> None:
    refuse_kept(target, kept)
    if not target.exists():
        if target.is_symlink():
            raise OutputError(target, "is a link that leads nowhere; give another name")
        return
    if not target.is_dir():
        raise OutputError(target, "is there already and is no folder; give another name")
    known = _known(target)
    entries = sorted(target.iterdir())
    for entry in (e for e in entries if e.name != LISTED):
        named = entry.name in known or (force and (new is None or entry.name in new))
        if not named or entry.is_symlink() or not entry.is_file():
            raise OutputError(
                target, f"is there already and holds {entry.name!r:.80}, which is not ours; give another name"
            )
        if not force and known[entry.name] != _digest(entry):
            raise OutputError(target, f"holds {entry.name!r:.80}, changed since it was written; --force replaces it")


def _known(folder: Path) -> dict[str, str]:
    """Give name and digest of the files that were written into a folder by us."""
    try:
        lines = (folder / LISTED).read_text("utf-8").splitlines()
    except (OSError, ValueError):
        return {}
    return {name: digest for digest, gap, name in (line.partition("  ") for line in lines) if gap}
