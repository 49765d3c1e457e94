"""Run the crash matrix: `python -m benchmarks.crashes [JOB ...] [--seconds N]`; 1 where anything was lost.

Every job is run once to count its writes, then once for each write and each way: killed before it, killed half way
through it, disk full from it on, disk broken from it on. With --seconds, points are taken evenly until the time is up;
in which order hangs on --seed alone.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.crashes.fault import WAYS, preloaded, run
from benchmarks.crashes.jobs import Job, before, feed, jobs, laid_out, looked, losses, reports

_STEP = 0.6180339887498949
"""Multiples of it, less their whole part, lie evenly however many are taken."""


def main() -> int:
    """Print what was lost and a line a job; 1 where anything was, 0 else."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.crashes", description=__doc__)
    parser.add_argument("jobs", nargs="*", metavar="JOB", help="whose names begin so; all unless told")
    parser.add_argument("--seconds", type=float, default=float("inf"), help="of all jobs together")
    parser.add_argument("--seed", type=int, default=0, help="where the points that are taken begin")
    args = parser.parse_args()
    if not preloaded():
        print("there is no C compiler here: no crash was tried")
        return 0
    from rashomon.reading import pipeline, read

    read("ORSA, May 4 - The mill burned on Sunday, Mayor Lena Holm said.", pipeline())  # once, for all that are forked
    with tempfile.TemporaryDirectory() as made:
        start = Path(made) / "start"
        start.mkdir()
        reports(start)
        with subprocess.Popen(
            [sys.executable, "-u", "-m", "http.server", "0", "--bind", "127.0.0.1", "--directory", start],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        ) as server:
            try:
                assert server.stdout is not None
                base = f"http://127.0.0.1:{server.stdout.readline().split(' port ')[1].split()[0]}"
                feed(start, base)
                return _all(jobs(start, f"{base}/feed.xml"), start, Path(made) / "here", args)
            finally:
                server.terminate()


def _all(found: list[Job], start: Path, folder: Path, args: argparse.Namespace) -> int:
    wanted = [job for job in found if not args.jobs or any(job.name.startswith(name) for name in args.jobs)]
    until = time.monotonic() + args.seconds
    points = lost = 0
    for number, job in enumerate(wanted):
        ends = time.monotonic() + (until - time.monotonic()) / (len(wanted) - number)
        tried, wrong = _one(job, start, folder, ends, args.seed)
        points, lost = points + tried, lost + len(wrong)
        for line in wrong:
            print(f"    {line}")
    print(f"{points:,} points, {lost:,} with losses")
    return int(bool(lost))


def _one(job: Job, start: Path, folder: Path, ends: float, seed: int) -> tuple[int, list[str]]:
    before(job, start, folder)
    ready = folder.with_name("ready")
    laid_out(folder, ready)
    old = looked(job, folder)
    plain = run(list(job.words), folder)
    new = looked(job, folder)
    if plain.status:
        print(f"{job.name:22} not run: {plain.told.strip().splitlines()[-1:]}")
        return 0, []
    every = [(at, way) for at in range(1, plain.writes + 1) for way in WAYS]
    order = sorted(range(len(every)), key=lambda n: ((n + seed) * _STEP) % 1.0)
    tried, wrong = 0, []
    for at, way in (every[n] for n in order):
        if time.monotonic() > ends and tried:
            break
        laid_out(ready, folder)
        ended = run(list(job.words), folder, at, way)
        tried += 1
        told = losses(job, folder, ended, old, new)
        if told:
            wrong.append(f"{job.name}, {way} at write {at}: {'; '.join(told)}")
    print(f"{job.name:22} {plain.writes:5} writes, {tried:5} points, {len(wrong):3} with losses", flush=True)
    return tried, wrong


if __name__ == "__main__":
    sys.exit(main())
