"""What was read on a cluster, as Parquet files that stand or do not: a driver that dies loses none that stands.

A file is written beside, flushed to the disk and renamed. Its name carries who read (rashomon, the model and its
version) and a digest of the model's files and of what was read; each row carries the digest of its own report, so that
a later build takes up what is still wanted however it parts the rest.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import rashomon
from rashomon.case.lake_files import BESIDE, ENDING, parquet, read_parquet, stand
from rashomon.case.restore import restore
from rashomon.case.row import as_objects
from rashomon.records import Reading, Refusal, Report

_KINDS: dict[str, type[Reading] | type[Refusal]] = {"reading": Reading, "refusal": Refusal}


@dataclass(frozen=True, slots=True)
class Asked:
    """Some reports to read with a model, and which model that is here."""

    reports: tuple[Report, ...]
    model: str
    reader: str

    @property
    def name(self) -> str:
        """The name of the file that holds what comes of it."""
        whole = blake2b(self.reader.encode(), digest_size=8)
        for report in self.reports:
            whole.update(bytes.fromhex(report_digest(report)))
        return f"{_plain(self.reader)}-{whole.hexdigest()}{ENDING}"


@cache
def reader_here(model: str) -> str:
    """Give who reads here: this rashomon, the model and its version, and a digest of the model's files."""
    from rashomon.reading.pipeline import digest  # who only compares does not wait for spaCy

    found = find_spec(model) if model.isidentifier() else None
    folders = [Path(f) for f in found.submodule_search_locations or ()] if found else [Path(model)]
    try:
        of = version(model) if found else ""
    except PackageNotFoundError:
        of = ""
    files = blake2b("".join(map(digest, folders)).encode(), digest_size=6).hexdigest()
    return "-".join(x for x in (f"rashomon-{rashomon.__version__}", Path(model).name, of, files) if x)


def report_digest(report: Report) -> str:
    """Give a digest of all that reading sees of a report."""
    return blake2b(as_objects(report).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def packed_shard(asked: Asked, outcomes: Sequence[Reading | Refusal]) -> bytes:
    """Give what came of reading some reports as the bytes of a Parquet file."""
    rows = [
        (r.id, report_digest(r), "reading" if isinstance(o, Reading) else "refusal", as_objects(o))
        for r, o in zip(asked.reports, outcomes, strict=True)
    ]
    return parquet(("report", "asked", "kind", "told"), rows)


class Shards:
    """The files of one folder that one reader made."""

    def __init__(self, folder: Path, reader: str) -> None:
        self._folder, self._reader = folder, reader

    def keep(self, asked: Asked, told: bytes) -> None:
        """Let a file stand, whole or not at all."""
        self._folder.mkdir(parents=True, exist_ok=True)
        stand(self._folder / asked.name, told)

    def names(self) -> list[str]:
        """Give the names of the files that stand, in order."""
        wanted = re.compile(re.escape(f"{_plain(self._reader)}-") + "[0-9a-f]{16}" + re.escape(ENDING))
        if not self._folder.is_dir():
            return []
        return sorted(f.name for f in self._folder.iterdir() if wanted.fullmatch(f.name))

    def rows(self, name: str) -> Iterator[tuple[str, str, Reading | Refusal]]:
        """Give report, its digest as it was read, and what came of it; nothing where the file is not one of these."""
        try:
            for row in read_parquet(self._folder / name):
                made: Any = restore(_KINDS[row["kind"]], json.loads(row["told"]))
                yield row["report"], row["asked"], made
        except (OSError, ValueError, TypeError, KeyError, RecursionError):
            return  # what it would have held is read again

    def clear(self) -> None:
        """Let all files go, of every reader, and what was left beside; the folder too where nothing else is in it."""
        if not self._folder.is_dir():
            return
        for file in self._folder.iterdir():
            if file.suffix == ENDING or file.name.startswith(BESIDE):
                file.unlink(missing_ok=True)
        for folder in (self._folder, self._folder.parent):
            try:
                folder.rmdir()
            except OSError:  # something else lies there
                return


def _plain(name: str) -> str:
    return re.sub(r"[^\w.-]", "_", name)
