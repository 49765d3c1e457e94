"""Reports that a later version of the same article replaced: one address, one outlet, words in common.

A version that says it corrects an earlier one replaces what it derives from in its own outlet at other addresses too.
The order is that of the stamps; of one moment, what corrects comes after, then what is longer.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import pairwise
from urllib.parse import parse_qsl, urlencode, urlsplit

from rashomon.comparing.house import house
from rashomon.comparing.lineage.derivations import alike, stamp
from rashomon.records import Lineage, Reading, Report

_COMMON = 0.2  # of the lines of the shorter version that stand in the other
_NOTE = re.compile(
    r"^\W*(?:correct(?:ion|s|ed)|clarification|corrects and clarifies)\b\s*(?:[:(—–-]|\d)"
    r"|\b(?:an|the) (?:earlier|previous|original) version of this (?:\w+ )?"
    r"(?:article|story|report|post|dispatch|piece)\b"
    r"|\bthis (?:article|story|report|post) (?:has been|was) (?:corrected|amended)\b",
    re.IGNORECASE | re.MULTILINE,
)
_LINE = re.compile(r"(?<=[.!?])[\"”’)]*\s+|\n+")
_HOST = re.compile(r"^(?:www|m|mobile|amp|edition)\.")
_TRACKING = re.compile(r"utm_|fbclid|gclid|ref$|cmp|ito$|smid|source$", re.IGNORECASE)


def superseded(
    reports: Mapping[str, Report], readings: Mapping[str, Reading], lineage: Iterable[Lineage] = ()
) -> dict[str, str]:
    """Give for each report that a later version replaced the id of the version that came next.

    With `lineage`, a report that says that it corrects another also replaces its own outlet's reports it derives from.
    """
    found = {
        first: then
        for versions in _of_one_address(reports, readings).values()
        for first, then in pairwise(_in_order(versions, reports, readings))
        if _same_article(reports[first], reports[then])
    }
    for row in lineage:
        earlier = row.origin or ""
        if earlier in reports and earlier not in found and corrects(reports[row.report]):
            own, other = (_outlet(reports[i], readings.get(i)) for i in (row.report, earlier))
            if own and own == other and found.get(row.report) != earlier:
                found[earlier] = row.report
    return found


def corrects(report: Report) -> bool:
    """Whether the report says of itself that it corrects an earlier version."""
    return _NOTE.search(report.text) is not None or _NOTE.match(report.title or "") is not None


def _of_one_address(reports: Mapping[str, Report], readings: Mapping[str, Reading]) -> dict[tuple[str, str], list[str]]:
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for i, report in sorted(reports.items()):
        if address := _address(report.url or ""):
            found[address, _outlet(report, readings.get(i))].append(i)
    return found


def _in_order(ids: list[str], reports: Mapping[str, Report], readings: Mapping[str, Reading]) -> list[str]:
    stamps = {i: stamp(reports[i], readings.get(i)) for i in ids}
    held = alike(stamps.values())
    return sorted(ids, key=lambda i: (held[stamps[i]], corrects(reports[i]), len(reports[i].text), i))


def _same_article(first: Report, then: Report) -> bool:
    if first.title and first.title == then.title:
        return True
    a, b = _lines(first.text), _lines(then.text)
    return len(a & b) >= _COMMON * min(len(a), len(b)) > 0


def _lines(text: str) -> frozenset[str]:
    return frozenset(" ".join(line.split()).casefold() for line in _LINE.split(text) if line.strip())


def _outlet(report: Report, reading: Reading | None) -> str:
    name = (reading and reading.outlet) or report.outlet
    return house(name) if name else ""


def _address(url: str) -> str:
    """What of an address tells the article; "" for none, or for a site's front page."""
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return ""
    path = parts.path.rstrip("/").removesuffix("/amp")
    query = urlencode([(k, v) for k, v in parse_qsl(parts.query) if not _TRACKING.match(k)])
    host = _HOST.sub("", parts.netloc.casefold())
    return f"{host}{path}?{query}" if host and (path or query) else ""
