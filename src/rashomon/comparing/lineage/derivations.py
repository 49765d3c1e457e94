"""Who took from whom, and which reports a later version of the same article replaced.

Every report has no parent, or a few that each account for words the others do not. Reports are placed one after
another, the likeliest original first, and each looks for parents only among those placed before. So there are no
circles, and one wrong kinship cannot chain two groups: a group's first report stays its own root unless it is itself
found in an earlier report.

A later version has one address, one outlet, words in common. One that says it corrects an earlier one replaces what it
derives from in its own outlet at other addresses too. The order is that of the stamps; of one moment, what corrects
comes after, then what is longer.

When reports came out is known as far as their order goes: by the clock where all have one, else by the day. A stamp is
an ISO day, or a day and a clock in UTC; "" where nothing is known. Midnight to the second is no clock: it is how
containers write a day.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from itertools import pairwise
from urllib.parse import parse_qsl, urlencode, urlsplit

from rashomon.comparing.lineage.kinship import Kinship, Match
from rashomon.comparing.publishers import house
from rashomon.records import Lineage, Reading, Reason, Report

_DAY = 10  # characters of an ISO day


def stamp(report: Report, reading: Reading | None) -> str:
    """Give when `report` came out: the clock from its container, the day from its reading."""
    published = reading.published if reading else None
    day = ((published and (published.value or published.earliest)) or report.published or "")[:_DAY]
    told = _clock(report.published or "")
    if told is None or (told.hour, told.minute, told.second) == (0, 0, 0):
        return day
    if day and told.date().isoformat() != day:  # the reading knows better
        return day
    return (told.astimezone(UTC) if told.tzinfo else told).replace(tzinfo=None).isoformat(timespec="seconds")


def alike(stamps: Iterable[str]) -> dict[str, str]:
    """Give each of `stamps` as it may be held against the others: of a day that one has no clock of, the day alone."""
    listed = set(stamps)
    bare = {s for s in listed if len(s) <= _DAY}
    return {s: s[:_DAY] if s[:_DAY] in bare else s for s in listed}


def _clock(published: str) -> datetime | None:
    try:
        return datetime.fromisoformat(published.strip())
    except ValueError:
        pass
    try:
        return parsedate_to_datetime(published)
    except (ValueError, TypeError, IndexError):
        return None


_WITHIN = 0.7  # share of a report inside another from which it may be an excerpt of it
_MOSTLY = 0.7  # share of a composite's sentences that its parts account for
_FURTHER = 0.2  # share of a report's sentences that a second parent must add
_ROOT_BONUS = 0.05
_REPRINTED = (0.8, 0.7)  # what of a report stands in a composite, and of it in the report, that is a reprint of it


@dataclass(frozen=True, slots=True)
class Derivation:
    """`report` derives from `parent` (numbers).

    `coverage` is the share of its words that stand in the parent, `held` the share of the parent's that stand in it,
    `lifted` the share of its words in sentences taken as they were.
    """

    report: int
    parent: int
    coverage: float
    held: float
    lifted: float
    matches: tuple[Match, ...]
    because: Reason


_View = tuple[float, float, float, tuple[Match, ...], Reason]  # as Derivation, from the second field on


def derivations(
    kin: Mapping[tuple[int, int], Kinship],
    stamps: Sequence[str],
    carriers: frozenset[int],
    versions: Mapping[int, int] | None = None,
    digests: frozenset[int] = frozenset(),
) -> tuple[Derivation, ...]:
    """Turn kinships of verdict "derived" (keys `first < second`) into derivations.

    `stamps` are ISO days or moments in UTC, "" where unknown; `carriers` are reports that credit another outlet with
    their text; `versions` number the later versions of one article; `digests` are lists of short items.
    """
    seen: dict[int, dict[int, _View]] = {}
    for (a, b), k in sorted(kin.items()):
        if k.verdict == "derived":
            seen.setdefault(a, {})[b] = (*k.coverage, k.lifted[0], k.forth, k.because)
            seen.setdefault(b, {})[a] = (k.coverage[1], k.coverage[0], k.lifted[1], k.back, k.because)
    composite = {v for v in seen if _composite(v, seen, v in digests)}
    when = _when(seen, stamps)
    number = versions or {}

    def originality(v: int) -> tuple[bool, str, bool, int, float, int]:
        day = when[v] or min((when[u] for u in seen[v] if when[u]), default="")
        covering = -round(sum(seen[u][v][0] for u in seen[v]), 6)
        return v in composite, day, v in carriers, number.get(v, 0), covering, v

    placed: set[int] = set()
    roots: dict[int, frozenset[int]] = {}
    found: list[Derivation] = []
    for v in sorted(seen, key=originality):
        parents = _parents(v, {u: s for u, s in seen[v].items() if u in placed and _may_give(s, u in composite)}, roots)
        roots[v] = frozenset().union(*(roots[d.parent] for d in parents)) if parents else frozenset({v})
        placed.add(v)
        found += parents
    return tuple(sorted(found, key=lambda d: (d.report, -d.coverage, d.parent)))


def _when(seen: Mapping[int, Mapping[int, _View]], stamps: Sequence[str]) -> dict[int, str]:
    """The stamps of those that hang together, as they may be held against one another."""
    found: dict[int, str] = {}
    for v in seen:
        if v in found:
            continue
        group, todo = {v}, [v]
        while todo:
            new = set(seen[todo.pop()]) - group
            group |= new
            todo += new
        held = alike(stamps[u] for u in group)
        found |= {u: held[stamps[u]] for u in group}
    return found


def _may_give(view: _View, composite: bool) -> bool:
    """Nobody takes from a digest what its parts tell; but a digest may be printed again as a whole."""
    coverage, held, *_ = view
    return not composite or (coverage >= _REPRINTED[0] and held >= _REPRINTED[1])


def _composite(v: int, seen: Mapping[int, Mapping[int, _View]], digest: bool) -> bool:
    """Put together, for the most part, from two reports that have nothing to do with each other.

    One of them holds much that is not in it: else both would be excerpts of it. A digest is put together from any two.
    """
    parts = {u: {m.at for m in seen[v][u][3] if m.same} for u in sorted(seen[v])}
    most = 0 if digest else _MOSTLY * max(len(seen[v][u][3]) for u in parts)
    beyond = {u for u in parts if seen[u][v][0] < _WITHIN}
    ordered = list(parts)
    return any(
        b not in seen[a] and (a in beyond or b in beyond) and len(parts[a] | parts[b]) >= most
        for i, a in enumerate(ordered)
        for b in ordered[i + 1 :]
    )


def _parents(v: int, above: Mapping[int, _View], roots: Mapping[int, frozenset[int]]) -> list[Derivation]:
    found: list[Derivation] = []
    explained: set[int] = set()
    from_roots: frozenset[int] = frozenset()

    def fit(u: int) -> tuple[float, int]:
        coverage, _, _, matches, _ = above[u]
        bonus = _ROOT_BONUS if roots[u] == {u} else 0.0
        if not found:
            return coverage + bonus, -u
        new = sum(m.same and m.at not in explained for m in matches) / max(1, len(matches))
        return new + bonus, -u

    left = sorted(above)
    while left:
        best = max(left, key=fit)
        matches = above[best][3]
        new = {m.at for m in matches if m.same} - explained
        if found and len(new) < max(2, _FURTHER * len(matches)):
            break
        found.append(Derivation(v, best, *above[best]))
        explained |= new
        from_roots |= roots[best]
        left = [u for u in left if not roots[u] & from_roots]
    return found


_COMMON = 0.2  # of the lines of the shorter version that stand in the other
_NOTE = re.compile(
    r"^\W*(?:correct(?:ion|s|ed)|clarification|corrects and clarifies)\b\s*(?:[:(—–-]|\d)"
    r"|\b(?:an|the) (?:earlier|previous|original) version of this (?:\w+ )?"
    r"(?:article|story|report|post|dispatch|piece)\b"
    r"|\bthis (?:article|story|report|post) (?:has been|was) (?:corrected|amended)\b",
    re.IGNORECASE | re.MULTILINE,
)
_SIGNS = ("correct", "clarif", "version of this", "amended")
"""One of these stands in every such note: few texts have any."""
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
    lower = report.text.casefold()
    in_text = any(sign in lower for sign in _SIGNS) and _NOTE.search(report.text) is not None
    return in_text or _NOTE.match(report.title or "") is not None


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
