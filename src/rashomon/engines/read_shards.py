"""Reads over a cluster in shards that stand as they are done, then takes them into the case: nothing is read twice.

The cluster is let go as soon as all is read, for a case is written by one process. A build that was killed leaves the
shards that stand; the next one takes up of them what is still wanted, whatever engine it reads with.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from rashomon.engines.attempt import attempt
from rashomon.engines.cluster import Cluster, ClusterError, Lost
from rashomon.engines.cores import fatal
from rashomon.engines.in_process import BATCH, CHARACTERS, batches
from rashomon.engines.shards import Asked, Shards, packed_shard, reader_here, report_digest
from rashomon.records import Reading, Refusal, Report

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
