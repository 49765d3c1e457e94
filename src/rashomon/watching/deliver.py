"""The news of a round as one line of JSON, to a file or to an address, each round once.

A file is never given a round that its last line holds already; an address may get one twice after a crash, and tells
it by its number.
"""

from __future__ import annotations

import json
import os
from pathlib import Path

from rashomon.case import Case
from rashomon.fetching import Allowed, fetch

_TAIL = 1 << 22


def deliver(case: Case, where: str, allowed: Allowed) -> int:
    """Hand the rounds not handed over yet to `where`, a path or an http(s) address; says how many went.

    Raises FetchError or OSError where it cannot be reached or written; what is left is handed over the next time.
    """
    done = 0
    for number, news in case.watch.undelivered():
        line = json.dumps({"case": case.path.name, "round": number, **json.loads(news)}, ensure_ascii=False)
        if where.startswith(("http://", "https://")):
            fetch(where, allowed, post=line.encode())
        else:
            _append(Path(where), number, line)
        with case.transaction():
            case.watch.delivered(number)
        done += 1
    return done


def _append(path: Path, number: int, line: str) -> None:
    with path.open("ab+") as file:
        size = file.seek(0, os.SEEK_END)
        file.seek(max(0, size - _TAIL))
        held = file.read()
        whole, _, torn = held.rpartition(b"\n")
        if torn:  # a killed writer's half line
            file.truncate(size - len(torn))
        if whole and _round(whole.rpartition(b"\n")[2]) == number:
            return
        file.write(line.encode() + b"\n")
        file.flush()
        os.fsync(file.fileno())


def _round(line: bytes) -> int | None:
    try:
        told = json.loads(line)
    except ValueError:
        return None
    return told.get("round") if isinstance(told, dict) else None
