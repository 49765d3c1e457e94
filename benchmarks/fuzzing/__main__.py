"""Fuzzes every way in and damaged cases: `python -m benchmarks.fuzzing SECONDS [WAY ...] [--keep FOLDER]`.

Sound files are changed by chance and taken in; a slice of each way at a time, in a process of its own that may use
2 GB, so that one that is ended harms nothing else. A crash, more than ten seconds of the processor for one input, or
more than 1 GB of memory keeps the input in FOLDER with what was wrong, and the run goes on. The last lines tell, for
each way, minutes of the processor, inputs, the slowest and the most memory. Needs no other package.
"""

from __future__ import annotations

import argparse
import json
import mmap
import os
import random
import resource
import signal
import struct
import sys
import tempfile
import time
import traceback
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from types import FrameType
from typing import Any

from benchmarks.fuzzing.takes import Changes, Takes, all_ways, begin

_SLICE = 12.0
_HANG = 10.0
_MOST = 1 << 30
_SPACE = 4 << 30
_SILENT = 60.0
"""Seconds of the processor for one input, after which a slice is ended that native code keeps from ending itself."""


class _HangsError(BaseException):
    pass


def _hangs(number: int, frame: FrameType | None) -> None:
    raise _HangsError(f"more than {_HANG:.0f} s of the processor")


def _slice(way: str, change: Changes, take: Takes, first: int, keep: Path, seen: Any) -> None:
    """Try inputs of one way from number `first` on, until the slice is used up; `seen` is shared with who waits."""
    resource.setrlimit(resource.RLIMIT_AS, (_SPACE, _SPACE))
    signal.signal(signal.SIGPROF, _hangs)
    began, number, slowest = time.process_time(), first, 0.0
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        while time.process_time() - began < _SLICE:
            chance = random.Random(f"{way} {number}")
            data = change(chance)
            start = time.process_time()
            try:
                signal.setitimer(signal.ITIMER_PROF, _HANG)
                take(data, chance)
            except (Exception, _HangsError) as error:
                signal.setitimer(signal.ITIMER_PROF, 0)
                _kept(keep, way, number, data, error)
            finally:
                signal.setitimer(signal.ITIMER_PROF, 0)
            slowest, number = max(slowest, time.process_time() - start), number + 1
            most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
            if most > _MOST:
                _kept(keep, way, number - 1, data, MemoryError(f"{most:,} bytes"))
            seen[:32] = struct.pack("dddd", number, slowest, most, time.process_time() - began)
            if most > _MOST:
                return


def _kept(keep: Path, way: str, number: int, data: bytes, error: BaseException) -> None:
    """Keep an input that failed, once for each place where it did."""
    frames = traceback.extract_tb(error.__traceback__)
    place = f"{type(error).__name__} " + " < ".join(f"{Path(f.filename).name}:{f.lineno}" for f in frames[-1:-4:-1])
    name = f"{way.replace(' ', '-')}-{sha256(place.encode()).hexdigest()[:8]}"
    if (keep / f"{name}.txt").exists():
        return
    (keep / name).write_bytes(data)
    told = "".join(traceback.format_exception(error))
    (keep / f"{name}.txt").write_text(f"{way} {number}\n{place}\n{error!r:.2000}\n{told[-6000:]}", "utf-8", "replace")


def _tried(run: Callable[[], None], seen: mmap.mmap) -> str:
    """Run a slice in a process of its own; say how it ended where it did not end well."""
    pid = os.fork()
    if not pid:
        status = 1
        try:
            run()
            status = 0
        except BaseException:
            traceback.print_exc()
        finally:
            os._exit(status)
    last, since = bytes(seen[:32]), 0.0
    while True:
        done, status = os.waitpid(pid, os.WNOHANG)
        if done:
            return "" if status == 0 else f"ended with {os.waitstatus_to_exitcode(status)}"
        now, used = bytes(seen[:32]), _used(pid)
        if now != last:
            last, since = now, used
        if used - since > _SILENT:
            os.kill(pid, signal.SIGKILL)
            os.waitpid(pid, 0)
            return "hangs"
        time.sleep(0.2)


def _used(pid: int) -> float:
    """Give the seconds of the processor that a process has used."""
    told = Path(f"/proc/{pid}/stat").read_text().rpartition(") ")[2].split()
    return (int(told[11]) + int(told[12])) / os.sysconf("SC_CLK_TCK")


def main() -> int:
    """Run slices of all ways in turn until the time is up; 1 where anything failed."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.fuzzing", description=__doc__)
    parser.add_argument("seconds", type=float, help="of the clock, of all ways together")
    parser.add_argument("ways", nargs="*", metavar="WAY", help="whose names begin so; all unless told")
    parser.add_argument("--keep", type=Path, help="inputs that failed, and the figures; a new folder unless told")
    parser.add_argument("--again", metavar="WAY:NUMBER", help="one input, its trace as it comes")
    args = parser.parse_args()
    keep = (args.keep or Path(tempfile.mkdtemp())).absolute()
    keep.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as made:
        begin(Path(made))
        found = all_ways(Path(made))
        if args.again:
            way, _, number = args.again.rpartition(":")
            chance = random.Random(f"{way} {number}")
            os.chdir(made)
            found[way][1](found[way][0](chance), chance)
            return 0
        wanted = {w: both for w, both in found.items() if not args.ways or any(w.startswith(a) for a in args.ways)}
        return _rounds(wanted, keep, time.monotonic() + args.seconds)


def _rounds(wanted: dict[str, tuple[Changes, Takes]], keep: Path, until: float) -> int:
    figures = keep / "figures.json"
    told: dict[str, list[float]] = json.loads(figures.read_text()) if figures.exists() else {}
    while time.monotonic() < until:
        for way, (change, take) in wanted.items():
            if time.monotonic() > until:
                break
            number, slowest, most, used = told.get(way, [0, 0.0, 0.0, 0.0])
            seen = mmap.mmap(-1, mmap.PAGESIZE)
            seen[:32] = struct.pack("dddd", number, 0.0, 0.0, 0.0)
            wrong = _tried(lambda: _slice(way, change, take, int(number), keep, seen), seen)  # noqa: B023
            at, slow, high, cost = struct.unpack("dddd", seen[:32])
            if wrong:
                (keep / f"{way.replace(' ', '-')}-ended-{int(at)}.txt").write_text(f"{way} {int(at)}\n{wrong}\n")
                at += 1
            told[way] = [at, max(slowest, slow), max(most, high), used + cost]
            figures.write_text(json.dumps(told, indent=1))
    for way, (number, slowest, most, used) in told.items():
        print(f"| {way} | {used / 60:.1f} | {int(number):,} | {slowest:.1f} | {most / 1e6:,.0f} |")
    failed = sorted(p.name for p in keep.glob("*.txt"))
    minutes = sum(v[3] for v in told.values()) / 60
    print(f"{minutes:.0f} minutes of the processor; {len(failed)} failed: {failed}; see {keep}")
    return int(bool(failed))


if __name__ == "__main__":
    sys.exit(main())
