"""What is new in a case as an Atom feed (RFC 4287), for any feed reader: the last rounds, latest first.

An entry's time is when the latest report behind it came in; ids are addresses of the rows in the case.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import quote
from xml.sax.saxutils import escape, quoteattr

from rashomon.case import Case
from rashomon.watching.interest import Interest

_ROUNDS, _MOST = 200, 200
_HEADS = {"reports": "New report", "claims": "New claim", "grown": "More voices", "conflicts": "Accounts differ"}
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_BEGUN = "1970-01-01T00:00:00+00:00"


def atom(case: Case, wanted: Interest = Interest()) -> str:  # noqa: B008 (frozen)
    """Give the feed of the news of `case` that is `wanted`, at most 200 entries."""
    entries: list[tuple[str, str]] = []
    for number, news in case.watch.rounds(_ROUNDS):
        for kind, items in wanted.told(news).items():
            for item in items:
                when = case.views.came(kind, item["id"]) or _BEGUN
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
    for name in ("outlet", "id"):
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
