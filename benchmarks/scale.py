"""A case file as it grows: what comparing all costs, what one report more costs, and how whole the stories are.

python -m benchmarks.scale [REPORTS ...] [--story N] [--add N]

The reports are made up as `benchmarks.compare_scale` makes them, and come in no order of their stories. Seconds are of
the processor; what an added report costs is beyond reading it: from its stored reading to findings that are current.
"""

from __future__ import annotations

import argparse
import random
import resource
import statistics
import time
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.compare_scale import made_up_case, whole
from rashomon.case import Case
from rashomon.engines import compare_again
from rashomon.exports import account, terminal
from rashomon.records import Reading, Report

_HEAD = ["reports", "recall", "stories", "parts", "all-s", "add-s", "most-s", "WAL-MB", "show-s", "case-MB", "peak-MB"]


def measured(path: Path, size: int, story: int, more: int) -> tuple[float, ...]:
    """Build a case of `size` reports at `path`, add `more` one by one, and give the figures of a row."""
    reports, readings = made_up_case(size + more, story)
    ids = sorted(reports)
    random.Random(5).shuffle(ids)
    with Case(path) as case:
        _put(case, [(reports[i], readings[i]) for i in ids[:size]])
        began = time.process_time()
        compare_again(case)
        every = time.process_time() - began
        added, logs = [], []
        for i in ids[size:]:
            _put(case, [(reports[i], readings[i])])
            case.ask("PRAGMA wal_checkpoint(TRUNCATE)")
            began = time.process_time()
            compare_again(case)
            added.append(time.process_time() - began)
            logs.append(path.with_name(f"{path.name}-wal").stat().st_size / 1e6)
            case.ask("PRAGMA wal_checkpoint(TRUNCATE)")
        found = case.findings.stories()
        (parts,) = case.ask("SELECT count(*) FROM part")[0]
        largest = max(found, key=lambda s: len(s.reports)).id
        began = time.process_time()
        terminal(account(case, largest))
        shown = time.process_time() - began
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    held = path.stat().st_size / 1e6
    one, most = statistics.median(added), max(added)
    return size, whole(found, story), len(found), parts, every, one, most, max(logs), shown, held, peak


def _put(case: Case, some: Sequence[tuple[Report, Reading]]) -> None:
    with case.transaction():
        new = [reading for report, reading in some if case.reports.add(report)]  # two may be made up alike
        case.readings.keep(new, "made up")


def main() -> None:
    """Print a table: a row a size."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.scale", description=__doc__)
    parser.add_argument("reports", nargs="*", type=int, default=[1_000, 4_000])
    parser.add_argument("--story", type=int, default=50, help="reports of a story")
    parser.add_argument("--add", type=int, default=5, help="reports that are added one by one")
    args = parser.parse_args()
    print("".join(f"{name:>10}" for name in _HEAD), flush=True)
    for size in args.reports:
        with TemporaryDirectory() as folder:
            row = measured(Path(folder) / "made.case", size, args.story, args.add)
        print("".join(f"{value:10.0f}" if value == int(value) else f"{value:10.2f}" for value in row), flush=True)


if __name__ == "__main__":
    main()
