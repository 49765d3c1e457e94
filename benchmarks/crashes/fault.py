"""One command in a process of its own, forked from this one, that meets a fault at its N-th write."""

from __future__ import annotations

import ctypes
import mmap
import os
import select
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

WAYS = ("killed", "torn", "full", "broken")
_LIBRARY = "RASHOMON_FAULT_LIBRARY"
_LONGEST = 600.0


@dataclass(frozen=True, slots=True)
class Ended:
    """How a command ended: its status (minus the signal), what it told, and how many writes it made."""

    status: int
    told: str
    writes: int


def preloaded() -> bool:
    """Start this program again with the library before all others; False where no compiler makes one."""
    if _LIBRARY in os.environ:
        return True
    library = Path(tempfile.mkdtemp()) / "fault.so"
    source = Path(__file__).with_name("fault.c")
    try:
        subprocess.run(["cc", "-shared", "-fPIC", "-O1", "-o", library, source, "-ldl"], check=True)
    except (OSError, subprocess.CalledProcessError):
        return False
    os.environ |= {_LIBRARY: str(library), "LD_PRELOAD": str(library)}
    os.execv(sys.executable, [sys.executable, "-B", "-m", "benchmarks.crashes", *sys.argv[1:]])
    raise AssertionError("unreachable")


def run(words: list[str], folder: Path, at: int = 0, way: str = "killed") -> Ended:
    """Run `rashomon WORDS` in `folder`; its `at`-th write (counted from 1, 0 is none) meets a fault."""
    from rashomon.cli import main

    library = ctypes.CDLL(os.environ[_LIBRARY])
    counter = mmap.mmap(-1, mmap.PAGESIZE)
    place = (ctypes.c_long * 1).from_buffer(counter)
    reading, writing = os.pipe()
    sys.stdout.flush()
    pid = os.fork()
    if not pid:
        status = 70
        try:
            os.chdir(folder)
            os.dup2(writing, 1)
            os.dup2(writing, 2)
            library.fault_arm(ctypes.c_long(at), WAYS.index(way) + 1, ctypes.byref(place))
            main(words, prog_name="rashomon")
        except SystemExit as end:
            status = end.code if isinstance(end.code, int) else int(end.code is not None)
        except BaseException:  # what a person would see
            import traceback

            traceback.print_exc()
        finally:
            try:
                sys.stdout.flush()
                sys.stderr.flush()
            finally:
                os._exit(status)
    os.close(writing)
    told = _told(reading, pid)
    _, status = os.waitpid(pid, 0)
    return Ended(os.waitstatus_to_exitcode(status), told, int(place[0]))


def _told(reading: int, pid: int) -> str:
    told, until = bytearray(), time.monotonic() + _LONGEST
    while True:
        ready, _, _ = select.select([reading], [], [], max(0.0, until - time.monotonic()))
        if not ready:
            os.kill(pid, signal.SIGKILL)
            told += b"\nHANGS\n"
            break
        part = os.read(reading, 1 << 16)
        if not part:
            break
        told += part
    os.close(reading)
    return told.decode("utf-8", "replace")
