"""The news of a round as a line of JSON, or a line a change, to a file or to an address, each once.

A file is never given a line that stands at its end already; an address may get one twice after a crash, and tells it by
the number of its round and the id.

What somebody watches: of a round's news, what is about the entities that were named, and nothing else.

What is new in a case as an Atom feed (RFC 4287), for any feed reader: the last rounds, latest first.

An entry's time is when the latest report behind it came in; ids are addresses of the rows in the case.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote
from xml.sax.saxutils import escape, quoteattr

from rashomon.case import Case
from rashomon.fetching import Allowed, fetch
from rashomon.outputs import append_line, beside
from rashomon.records import News

_ROUNDS, _MOST = 200, 200
_HEADS = {"reports": "New report", "claims": "New claim", "grown": "More voices", "conflicts": "Accounts differ"}
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_BEGUN = "1970-01-01T00:00:00+00:00"


KINDS = ("reports", "claims", "grown", "conflicts")
"""The parts of a round's news."""


@dataclass(frozen=True, slots=True)
class Interest:
    """The reports, claims and conflicts that are wanted, by their ids; everything where they are None."""

    reports: frozenset[str] | None = None
    claims: frozenset[str] | None = None
    conflicts: frozenset[str] | None = None

    def wants(self, kind: str, id_: str) -> bool:
        """Tell whether a piece of news of one of `KINDS` is wanted."""
        wanted = {"reports": self.reports, "conflicts": self.conflicts}.get(kind, self.claims)
        return wanted is None or id_ in wanted

    def of(self, news: News) -> News:
        """Give what of a round is wanted."""
        return News(*(tuple(item for item in getattr(news, kind) if self.wants(kind, item.id)) for kind in KINDS))

    def told(self, news: Mapping[str, Any]) -> dict[str, list[Any]]:
        """Give what of a round that was kept as JSON is wanted."""
        return {kind: [item for item in news.get(kind, ()) if self.wants(kind, item["id"])] for kind in KINDS}


def interest(case: Case, entities: Iterable[str]) -> Interest:
    """Give the interest in some entities: reports that name them, claims about them, conflicts between such claims."""
    ids = list(dict.fromkeys(entities))
    reports, claims, conflicts = case.watch.about(ids)
    return Interest(frozenset(reports), frozenset(claims), frozenset(conflicts))


def atom(case: Case, wanted: Interest = Interest()) -> str:
    """Give the feed of the news of `case` that is `wanted`, at most 200 entries."""
    entries: list[tuple[str, str]] = []
    for number, news in case.watch.rounds(_ROUNDS):
        for kind, items in wanted.told(news).items():
            for item in items:
                when = case.watch.came(kind, item["id"]) or _BEGUN
                entries.append((when, "\n".join(_entry(number, kind, item, when))))
    entries.sort(key=lambda entry: entry[0], reverse=True)
    name = _text(case.path.stem)
    head = [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<feed xmlns="http://www.w3.org/2005/Atom">',
        f"<id>{_text(_address('case', case.path.stem))}</id>",
        f"<title>{name}: what is new</title>",
        f"<updated>{entries[0][0] if entries else _BEGUN}</updated>",
        "<author><name>rashomon</name></author>",
    ]
    return "\n".join((*head, *(told for _, told in entries[:_MOST]), "</feed>", ""))


def _entry(number: int, kind: str, item: dict[str, object], when: str) -> Iterator[str]:
    words = " ".join(str(item.get("text") or item.get("url") or item["id"]).split())
    yield "<entry>"
    yield f"<id>{_text(_address(kind, str(number), str(item['id'])))}</id>"
    yield f"<title>{_text(f'{_HEADS[kind]}: {words}')}</title>"
    yield f"<updated>{when}</updated>"
    url = str(item.get("url") or "")
    if url.startswith(("http://", "https://")):
        yield f"<link href={quoteattr(_FORBIDDEN.sub('', url))}/>"
    yield f"<summary>{_text('; '.join(_facts(item)))}</summary>"
    yield "</entry>"


def _facts(item: dict[str, object]) -> Iterator[str]:
    for name in ("who", "date", "outlet", "id"):
        if item.get(name):
            yield f"{name}: {item[name]}"
    for name, said in (("before", "voices before"), ("origins", "voices")):
        bounds = item.get(name)
        if isinstance(bounds, list | tuple) and len(bounds) == 2:
            yield f"{said}: {bounds[0]} to {bounds[1]}"


def _address(*parts: str) -> str:
    return ":".join(("urn:rashomon:news", *(quote(p, safe="-._~", errors="backslashreplace") for p in parts)))


def _text(words: str) -> str:
    return escape(_FORBIDDEN.sub("", words))


_TAIL = 4_000_000
"""Bytes at the end of a file that are looked through for what it holds already."""


def deliver(
    case: Case,
    where: str,
    allowed: Allowed,
    kept: Iterable[Path] = (),
    *,
    wanted: Interest = Interest(),
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
