"""The news of a round as one line of JSON, to a file or to an address, each round once.

A file is never given a round that its last line holds already; an address may get one twice after a crash, and tells
it by its number.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from pathlib import Path

from rashomon.case import Case
from rashomon.fetching import Allowed, fetch
from rashomon.outputs import append_line, beside


def deliver(case: Case, where: str, allowed: Allowed, kept: Iterable[Path] = ()) -> int:
    """Hand the rounds not handed over yet to `where`, a path or an http(s) address; says how many went.

    `kept` are files that are not written to: what was given as an input. Raises FetchError or OSError where it cannot
    be reached or written; what is left is handed over the next time.
    """
    done = 0
    for number, news in case.watch.undelivered():
        line = json.dumps({"case": case.path.name, "round": number, **json.loads(news)}, ensure_ascii=False)
        if where.startswith(("http://", "https://")):
            fetch(where, allowed, post=line.encode())
        else:
            append_line(Path(where), line, there=_is(number), kept=(*beside(case.path), *kept))
        with case.transaction():
            case.watch.delivered(number)
        done += 1
    return done


def _is(number: int) -> Callable[[bytes], bool]:
    return lambda line: _round(line) == number


def _round(line: bytes) -> int | None:
    try:
        told = json.loads(line)
    except ValueError:
        return None
    return told.get("round") if isinstance(told, dict) else None
