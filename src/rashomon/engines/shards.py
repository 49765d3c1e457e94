"""What was read on a cluster, as Parquet files that stand or do not: a driver that dies loses none that stands.

A file is written beside, flushed to the disk and renamed. Its name carries who read (rashomon, the model and its
version) and a digest of the model's files and of what was read; each row carries the digest of its own report, so that
a later build takes up what is still wanted however it parts the rest.

Reads over a cluster in shards that stand as they are done, then takes them into the case: nothing is read twice.

The cluster is let go as soon as all is read, for a case is written by one process. A build that was killed leaves the
shards that stand; the next one takes up of them what is still wanted, whatever engine it reads with.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import rashomon
from rashomon.case.lake import BESIDE, ENDING, parquet, read_parquet, stand
from rashomon.case.row import as_objects
from rashomon.engines.cluster import Cluster, ClusterError, Lost
from rashomon.engines.engine import BATCH, CHARACTERS, batches, fatal
from rashomon.engines.time_limit import attempt
from rashomon.records import Reading, Refusal, Report
from rashomon.records.interchange import restore

SHARD = 4
"""Batches of a shard at the most; fewer where there are few for each core."""
_TURNS = 4

_OUTCOMES = Iterator[tuple[Report, Reading | Refusal]]


def shards_of(case: Path, model: str) -> Shards:
    """Give the shards beside a case that this rashomon and `model` have read."""
    return Shards(folder_of(case), reader_here(model))


def folder_of(case: Path) -> Path:
    """Give the folder of shards beside a case, which need not be there."""
    return case.with_name(f"{case.name}.lake") / "reading"


def size_for(reports: int, cores: int) -> int:
    """Give how many batches a shard holds, so that each core has some turns and no shard is long."""
    return max(1, min(SHARD, reports // (BATCH * _TURNS * max(1, cores))))


def read_shards(
    cluster: Cluster,
    reports: Iterable[Report],
    model: str,
    shards: Shards,
    tell: Callable[[int, int], None],
    size: int = SHARD,
) -> None:
    """Let a shard stand for all of `reports`; `tell` hears how many reports and words each has.

    A shard that ends its workers is read again report by report; one that does so alone is refused. Raises
    ClusterError where a machine has another rashomon or another model than this one.
    """
    reader = reader_here(model)
    again: list[Report] = []
    parted = batches(reports, size * BATCH, size * CHARACTERS)
    for asked, told in cluster.as_done(_read, (Asked(tuple(some), model, reader) for some in parted)):
        if isinstance(told, Lost):
            again += asked.reports
        else:
            _keep(shards, asked, told, tell)
    for asked, told in cluster.as_done(_read, (Asked((report,), model, reader) for report in again), tries=1):
        lost = isinstance(told, Lost)
        _keep(shards, asked, packed_shard(asked, [fatal(asked.reports[0])]) if lost else told, tell)


def taken_up(shards: Shards, wanted: Callable[[list[str]], Iterable[Report]]) -> _OUTCOMES:
    """Give each report with what a shard holds of it, unless the report is another now or nobody wants it any more.

    `wanted` gives the reports of some ids that are still to read.
    """
    for name in shards.names():
        rows = list(shards.rows(name))
        here = {report.id: report for report in wanted([report for report, _, _ in rows])}
        for report, asked, outcome in rows:
            if report in here and report_digest(here[report]) == asked:
                yield here.pop(report), outcome


def _keep(shards: Shards, asked: Asked, told: bytes | str | Lost, tell: Callable[[int, int], None]) -> None:
    if not isinstance(told, bytes):
        raise ClusterError(f"a machine of the cluster reads as {told}, this one as {asked.reader}; install the same")
    shards.keep(asked, told)
    tell(len(asked.reports), sum(len(report.text.split()) for report in asked.reports))


def _read(asked: Asked) -> bytes | str:
    """On a machine of the cluster: read, and give the file that holds it; who reads here where that is another."""
    from rashomon.reading import pipeline

    here = reader_here(asked.model)
    if here != asked.reader:
        return here

    nlp = pipeline(asked.model)
    return packed_shard(asked, [o for batch in batches(asked.reports) for o in attempt(batch, nlp)])


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
    from rashomon.reading.read import digest  # who only compares does not wait for spaCy

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
