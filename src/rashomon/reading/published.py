"""When a report, or a part of it, was published: never a day that nothing supports; always the basis with it.

What the container says goes before the address, that before a date line, that before a dateline, and all before what
the text itself bounds; a date line may tell the day of the month that an address or a container tells alone. Dates in
captions, credits, boilerplate and links are never taken.

A live page is told in parts: what stands behind a dated line, and the heading above it, is of that line's day. Intake
marks such a page as `partial` and writes each update behind its heading and its moment. Of any other report all is told
on one day, but for a post that it shows with the day on which it was written.

Which outlet published a report: what its container says, else its address, else what its page says of itself.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

from rashomon.language import listed, word_set
from rashomon.reading.number_words import MONTH, MONTHS
from rashomon.reading.outlets import host_outlet, outlets
from rashomon.reading.published_bounds import bounded
from rashomon.records import DateBasis, Publication, Reason, Region, Report, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc


_ABOUT = re.compile(r"About (?:the )?([A-Z][\w&’'.-]*(?: (?:[A-Z][\w&’'.-]*|of|the|and|for)){0,5})")
_COPYRIGHT = re.compile(
    r"(?:©|\([cC]\)|Copyright)\s*(?:©\s*)?(?:\d{4}(?:\s*[-–]\s*\d{4})?)?,?\s*(?:by )?([A-Z][\w.’'& -]{2,40})"
)
CRUMB = re.compile(r"\s+(?:[-–—|»›>/:•·]|::)\s+|\s*[»›|]\s*")
"""What parts the links of a breadcrumb, and the name of a page from its outlet."""
_NOT_A_NAME = word_set("words_of_pages", "not_an_outlet")


def publisher(report: Report, text: str, regions: Iterable[Region]) -> str | None:
    """Give the outlet's name, or None where nothing tells. A known outlet's name is given as it is in the lexicon."""
    if report.outlet:
        host = "." in report.outlet and " " not in report.outlet
        return (host_outlet(report.outlet) if host else None) or report.outlet
    if report.url and (known := host_outlet(report.url)):
        return known
    kept = list(regions)
    for region in kept:
        if region.kind == "site" and (name := _of_breadcrumb(text[region.start : region.end])):
            return name
    for region in kept:
        if region.kind == "boilerplate" and region.because.rule == "about":
            match = _ABOUT.match(text, region.start, region.end)
            if match and match.group(1).casefold() not in _NOT_A_NAME:
                return match.group(1)
    for region in kept:
        if region.kind == "boilerplate" and (match := _COPYRIGHT.match(text, region.start, region.end)):
            return match.group(1).split(". ")[0].strip(" .")
    return None


def _of_breadcrumb(line: str) -> str | None:
    """Give the part of a breadcrumb that is no section: a known outlet, else the last one with a word of its own."""
    named = next(outlets(line), None)
    if named:
        return named.name
    crumbs = [c.strip() for c in CRUMB.split(line) if c.strip()]
    own = [c for c in crumbs if any(w not in listed("site_sections") for w in re.findall(r"[^\W\d_]+", c.casefold()))]
    return own[-1] if own else None


_ISO = re.compile(r"((?:19|20)\d\d)-(\d{2})(?:-(\d{2}))?(?!\d)")
_URL_DAY = re.compile(
    r"(?<!\d)((?:19|20)\d\d)([-/_.]?)(0[1-9]|1[0-2]|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
    r"(?:\2|(?<=\d)/)(0[1-9]|[12]\d|3[01])(?!\d)",
    re.IGNORECASE,
)
_URL_MONTH = re.compile(r"/((?:19|20)\d\d)[-/](0[1-9]|1[0-2])/")
_SOON = timedelta(days=2)
_YEARS = range(1000, 9000)
_WRITTEN = re.compile(
    rf"(?P<m1>{MONTH})\s+(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?(?!\d)(?:(?:\s*,\s*|\s+)(?P<y1>\d{{4}}))?"
    rf"|(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<m2>{MONTH})(?:(?:\s*,\s*|\s+)(?P<y2>\d{{4}}))?",
    re.IGNORECASE,
)
_NUMERIC = re.compile(
    r"(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)|(?<!\d)(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?!\d)"
)


def published(report: Report, text: str, regions: Iterable[Region]) -> Publication:
    """Give the report's date with its bounds, basis and evidence; `value` is None where nothing supports a day.

    Where its own lines tell that it was updated within the next days, it is of the last of them at the latest.
    """
    kept = list(regions)
    told = _first_published(report, text, kept)
    if told.value is None:
        return told
    first = date.fromisoformat(told.value[:10])
    lines = (text[r.start : r.end] for r in _stamps(text, [r for r in kept if _is_update(text, r)]))
    updates = (line_day(line[max(0, line.casefold().find("update")) :]) for line in lines)
    last = max((d for d in updates if d is not None and first < d <= first + _SOON), default=None)
    return told if last is None else replace(told, latest=last.isoformat())


def _first_published(report: Report, text: str, kept: list[Region]) -> Publication:
    outside = (report.published and _metadata(report.published)) or (report.url and _address(report.url)) or None
    if outside is not None and outside.value is not None:
        return outside
    lines = [r for r in kept if r.kind == "date"]
    for region in sorted(_stamps(text, lines), key=lambda r: _is_update(text, r)):
        day = line_day(text[region.start : region.end])
        if day and (outside is None or _of_that_month(day, outside)):
            return _day(
                day, "dateline", Reason("date-line", text[region.start : region.end]), (region.start, region.end)
            )
    if outside is not None:
        return outside
    bounds = bounded(text, kept)
    for region in (r for r in lines if r.because.rule == "dateline"):
        if told := _dateline(text, region, bounds):
            return told
    return _not_after(bounds, report.modified)


def _of_that_month(day: date, bounds: Publication) -> bool:
    """Whether a day lies in the month that a container or an address tells alone."""
    return (bounds.earliest or "") <= day.isoformat() <= (bounds.latest or "")


def _not_after(bounds: Publication, modified: str | None) -> Publication:
    """Bound a day that nothing tells by the day on which the report was changed: it was published by then."""
    match = _ISO.match(modified or "")
    day = _real(int(match[1]), int(match[2]), int(match[3])) if match and match[3] else None
    if day is None or bounds.value or (bounds.latest and bounds.latest <= day.isoformat()):
        return bounds
    if bounds.earliest and bounds.earliest > day.isoformat():
        return bounds
    changed = Reason("modified", modified or "")
    because = bounds.because.then(changed) if bounds.earliest else changed
    basis: DateBasis = bounds.basis if bounds.basis != "unknown" else "inferred"
    return replace(bounds, basis=basis, latest=day.isoformat(), because=because)


def told_on(text: str, regions: Iterable[Region], publication: Publication) -> date | None:
    """Give the day of the dateline, where the report's own is later: a reprint's "today" is that of the wire.

    Where the dateline has no year, it is of the last one in which it is not after the report.
    """
    if publication.value is None or publication.basis == "dateline":
        return None
    day = date.fromisoformat(publication.value[:10])
    for region in (r for r in regions if r.kind == "date" and r.because.rule == "dateline"):
        match = _WRITTEN.search(text, region.start, region.end)
        if match:
            year, month, number = _parts(match)
            years = [year] if year else [day.year, day.year - 1]
            told = next((d for y in years if (d := _real(y, month, number)) and d <= day), None)
            return told if told is not None and told < day else None
    return None


def _is_update(text: str, line: Region) -> bool:
    """Whether a date line gives the day of a later version."""
    said = line.because.rule == "updated" or "update" in text[line.start : line.end].casefold()
    return said and line.kind == "date"


def _stamps(text: str, lines: list[Region]) -> list[Region]:
    """Give the date lines that can be the report's own: in its first quarter or its very last line."""
    shown = text.rstrip()
    return [r for r in lines if r.because.rule != "dateline" and (r.start * 4 <= len(shown) or r.end >= len(shown))]


def _day(day: date, basis: DateBasis, because: Reason, evidence: Span | None = None) -> Publication:
    return Publication(day.isoformat(), basis, day.isoformat(), day.isoformat(), evidence, because)


def _real(year: int, month: int, day: int) -> date | None:
    """The day, where there is one; the first and last years that a calendar can hold stand for no date at all."""
    try:
        return date(year, month, day) if year in _YEARS else None
    except ValueError:
        return None


def _whole_month(year: int, month: int, basis: DateBasis, because: Reason) -> Publication:
    last = monthrange(year, month)[1]
    return Publication(None, basis, f"{year:04}-{month:02}-01", f"{year:04}-{month:02}-{last:02}", None, because)


def _metadata(stamp: str) -> Publication | None:
    match = _ISO.match(stamp.strip())
    if match and match.group(3):
        day = _real(int(match[1]), int(match[2]), int(match[3]))
        return _day(day, "metadata", Reason("metadata", stamp)) if day else None
    if match and 1 <= int(match[2]) <= 12 and int(match[1]) in _YEARS:
        return _whole_month(int(match[1]), int(match[2]), "metadata", Reason("metadata", stamp))
    if day := line_day(stamp):
        return _day(day, "metadata", Reason("metadata", stamp))
    try:
        told = parsedate_to_datetime(stamp)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    day = _real(told.year, told.month, told.day)
    return _day(day, "metadata", Reason("metadata", stamp)) if day else None


def _address(url: str) -> Publication | None:
    """Read the day in an address ("/2020/12/29/"), or its month ("/2020/12/")."""
    for match in _URL_DAY.finditer(url):
        month = MONTHS.index(match[3].lower()) + 1 if match[3].isalpha() else int(match[3])
        if day := _real(int(match[1]), month, int(match[4])):
            return _day(day, "url", Reason("url", match.group()))
    if only := _URL_MONTH.search(url):
        return _whole_month(int(only[1]), int(only[2]), "url", Reason("url", only.group()))
    return None


def _parts(match: re.Match[str]) -> tuple[int | None, int, int]:
    """Year where written, month, day of a written date."""
    month = MONTHS.index((match["m1"] or match["m2"])[:3].lower()) + 1
    year = match["y1"] or match["y2"]
    return (int(year) if year else None), month, int(match["d1"] or match["d2"])


def line_day(line: str) -> date | None:
    """Read the day that a date line names. 3/4/2020 is not taken: it is two days; 3.4.2020 is the third of April."""
    for match in _WRITTEN.finditer(line):
        year, month, day = _parts(match)
        if year:
            return _real(year, month, day)
    if digits := _NUMERIC.search(line):
        if digits[1]:
            return _real(int(digits[1]), int(digits[2]), int(digits[3]))
        first, second, year = int(digits[4]), int(digits[5]), int(digits[6])
        if first > 12 or first == second or "." in digits[0]:
            return _real(year, second, first)
        return _real(year, first, second) if second > 12 else None
    return None


def _dateline(text: str, region: Region, bounds: Publication) -> Publication | None:
    """Read the day of a dateline; one without a year takes it from the bounds where only one year fits."""
    match = _WRITTEN.search(text, region.start, region.end)
    if not match:
        return None
    year, month, day = _parts(match)
    evidence = (match.start(), match.end())
    if year:
        found = _real(year, month, day)
        return _day(found, "dateline", Reason("dateline", match.group()), evidence) if found else None
    if not (bounds.earliest and bounds.latest):
        return None
    first = date.fromisoformat(bounds.earliest) - timedelta(days=1)
    last = date.fromisoformat(bounds.latest) + timedelta(days=1)
    fits = [d for y in range(first.year, last.year + 1) if (d := _real(y, month, day)) and first <= d <= last]
    if len(fits) != 1:
        return None
    told = Reason("dateline", match.group()).then(Reason("year-from").then(bounds.because, ":"))
    return _day(fits[0], "dateline", told, evidence)


_LIVE = "live page"
_LONGEST_HEADING = 120  # characters
_ENDS = (".", "!", "?", "”", '"')

Part = tuple[int, Publication | None]
"""Where a part begins, and the day on which it is told; None where that is the report's."""


def dated_parts(text: str, regions: Iterable[Region], report: Report) -> tuple[Part, ...]:
    """Give the parts of a live page, but for what stands above the first; of any other report those around posts."""
    if not report.partial.startswith(_LIVE):
        return tuple(part for line in regions for part in _around_a_post(text, line))
    found = []
    for line in (r for r in regions if r.kind == "date" and r.because.rule == "date-line"):
        if (day := line_day(text[line.start : line.end])) is not None:
            told = Reason("date-line", text[line.start : line.end])
            iso = day.isoformat()
            publication = Publication(iso, "dateline", iso, iso, (line.start, line.end), told)
            found.append((_heading(text, line.start), publication))
    return tuple(found)


def _around_a_post(text: str, signature: Region) -> tuple[Part, ...]:
    """Give a part that begins with the line of a post, whose signature ends it and tells its day, and one behind it."""
    behind = text[signature.end :].partition("\n")[0]
    day = line_day(text[signature.start : signature.end]) if signature.because.rule == "post-signature" else None
    if day is None or behind.strip():
        return ()
    before = text[: signature.start].rstrip()
    iso, told = day.isoformat(), Reason("post-signature", text[signature.start : signature.end])
    posted = Publication(iso, "dateline", iso, iso, (signature.start, signature.end), told)
    return (before.rfind("\n") + 1, posted), (signature.end, None)


def _heading(text: str, at: int) -> int:
    """Give where the line above `at` begins, if it is a heading; else `at`."""
    above = text[:at].rstrip()
    start = above.rfind("\n") + 1
    line = above[start:]
    return start if line and len(line) <= _LONGEST_HEADING and not line.endswith(_ENDS) else at


def told_at(doc: Doc, at: int) -> Publication | None:
    """Give the day on which what stands at the character `at` is told: its part's, else the report's."""
    whole: Publication | None = doc._.rashomon_published
    return next((day or whole for start, day in reversed(doc._.rashomon_parts) if start <= at), whole)
