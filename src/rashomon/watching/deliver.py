"""The news of a round as a line of JSON, or a line a change, to a file or to an address, each once.

A file is never given a line that stands at its end already; an address may get one twice after a crash, and tells it by
the number of its round and the id.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from pathlib import Path

from rashomon.case import Case
from rashomon.fetching import Allowed, fetch
from rashomon.outputs import append_line, beside
from rashomon.watching.interest import Interest

_TAIL = 4_000_000
"""Bytes at the end of a file that are looked through for what it holds already."""


def deliver(
    case: Case,
    where: str,
    allowed: Allowed,
    kept: Iterable[Path] = (),
    *,
    wanted: Interest = Interest(),  # noqa: B008 (frozen)
    each: bool = False,
) -> int:
    """Hand the rounds not handed over yet to `where`, a path or an http(s) address; says how many went.

    Of a round that part goes which is `wanted`, none where nothing is; with `each`, every change by itself. `kept` are
    files that are not written to: what was given as an input. Raises FetchError or OSError where it cannot be reached
    or written; what is left is handed over the next time.
    """
    done = 0
    for number, news in case.watch.undelivered():
        told = wanted.told(json.loads(news))
        head = {"case": case.path.name, "round": number}
        if each:
            lines = [{**head, "kind": kind, **item} for kind, items in told.items() for item in items]
        else:
            lines = [{**head, **told}] if any(told.values()) else []
        away = where.startswith(("http://", "https://"))
        there = frozenset[str]() if away else _there(Path(where))
        for line in lines:
            words = json.dumps(line, ensure_ascii=False)
            if away:
                fetch(where, allowed, post=words.encode())
            elif words not in there:
                append_line(Path(where), words, kept=(*beside(case.path), *kept))
        with case.transaction():
            case.watch.delivered(number)
        done += 1
    return done


def _there(path: Path) -> frozenset[str]:
    """The last lines of a file, as they stand."""
    try:
        with path.open("rb") as file:
            file.seek(max(0, file.seek(0, os.SEEK_END) - _TAIL))
            return frozenset(file.read().decode("utf-8", "replace").splitlines())
    except OSError:
        return frozenset()
