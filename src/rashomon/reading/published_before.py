"""On which days something known was still to come: a term of office about to begin, an anniversary about to be kept.

What is to come bounds a report from above; nothing here bounds one by what is merely wished or feared.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta

from rashomon.records import Reason, Span

Days = tuple[tuple[date, date], ...]
_NEAR = timedelta(days=28)  # an anniversary to come is news in the last weeks before it
_ELECT = timedelta(days=180)  # nobody waits longer than half a year between a vote and the office
_YEARS = 12  # of an event, how many anniversaries are reckoned with
_FIRST = date(1900, 1, 1)
_NAME = r"(?P<name>(?:[A-Z][\w.’'-]{0,40}\s+){0,3}[A-Z][\w’'-]{1,40})"  # no word of a name is longer
_TERM = re.compile(
    rf"\b(?:until|till|before|when|once|after)\s+(?:[Pp]resident[- ][Ee]lect\s+)?{_NAME}\s+"
    r"(?:takes|assumes|enters|is sworn in(?:to)?|is inaugurated|moves into)\b"
    rf"|(?<![\w’'-]){_NAME.replace('name', 'name2')}(?:,[^,;.]{{1,60}},)?\s+"
    r"(?:will|is (?:due|set|scheduled|expected|about) to)\s+"
    r"(?:take (?:up )?office|take over the presidency|be sworn in|be inaugurated|enter the White House)\b"
    rf"|\b(?P<elect>[Pp]resident|[Pp]rime [Mm]inister|[Pp]remier)[- ](?:[Ee]lect|[Dd]esignate)\s+"
    rf"{_NAME.replace('name', 'name3')}"
)
_OVER = re.compile(r"\b(?:[Ff]ormer|[Tt]hen|[Ll]ate|[Ee]x|was|were|had|as)(?:[\s-]+the)?[\s-]+$")
_HELD = ("President", "Prime Minister", "Premier", "Chancellor")
_ANNIVERSARY = re.compile(
    r"\b(?:(?P<nth>first|one[- ]year|1st|second|2nd|third|3rd|fourth|fifth|tenth|10th)\s+)?anniversary\b"
    r"(?P<after>[^.;]{0,160}?\b(?:approach(?:es|ing)|nears|nearing|draws near|comes closer|is (?:near|coming)|looms))?",
    re.IGNORECASE,
)
_AHEAD = re.compile(
    r"\b(?:ahead of|approaching|approaches|nearing|nears|upcoming|coming|eve of|(?:day|week)s? before"
    r"|prepar\w+ for|prepar\w+ to (?:mark|commemorate)|close to|will mark)\s+(?:(?:the|their|its|his|her)\s+)?$",
    re.IGNORECASE,
)
_NTH = {"first": 1, "one": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "fifth": 5}
_NTH |= {"tenth": 10, "10th": 10}


def days_before(
    text: str, start: int, end: int, terms: Mapping[tuple[str, str], Days], known: Iterable[date]
) -> Iterator[tuple[Days, Span, Reason]]:
    """Give the days that each sign in the sentence [start, end) allows, where the sign stands, and how it reads.

    `terms` holds the days in office by title and surname (case folded); `known` the days of the dated events that
    the sentence names.
    """
    yield from _terms(text, start, end, terms)
    if "nniversary" in text[start:end]:
        for day in known:
            yield from _anniversary(text, start, end, day)


def _terms(
    text: str, start: int, end: int, terms: Mapping[tuple[str, str], Days]
) -> Iterator[tuple[Days, Span, Reason]]:
    """Read "until Biden takes office", "president-elect Joe Biden", "Biden will be sworn in"."""
    for match in _TERM.finditer(text, start, end):
        name = match["name"] or match["name2"] or match["name3"]
        if _OVER.search(text, max(start, match.start() - 12), match.start()):
            continue
        surname = re.sub(r"^(?:al|el)-|(?:’s|'s)$", "", name.split()[-1].casefold())
        titles = (match["elect"].title(),) if match["elect"] else _HELD
        first = sorted({held[0][0] for title in titles if (held := terms.get((title, surname)))})
        if first:
            low = [max(_FIRST, day - _ELECT) if match["elect"] else _FIRST for day in first]
            allowed = tuple((a, day - timedelta(days=1)) for a, day in zip(low, first, strict=True))
            yield allowed, match.span(), Reason("before", " ".join(match.group().split()))


def _anniversary(text: str, start: int, end: int, day: date) -> Iterator[tuple[Days, Span, Reason]]:
    """Read "as the anniversary of the raid approaches", "ahead of the first anniversary of the raid"."""
    for match in _ANNIVERSARY.finditer(text, start, end):
        if not match["after"] and not _AHEAD.search(text, max(start, match.start() - 30), match.start()):
            continue
        nth = _NTH.get(match["nth"].split("-")[0].split()[0].lower()) if match["nth"] else None
        years = (nth,) if nth else range(1, _YEARS + 1)
        coming = [day + timedelta(days=round(365.2425 * year)) for year in years]
        exact = [_same_day(day, c.year) for c in coming]
        allowed = tuple((d - _NEAR, d - timedelta(days=1)) for d in exact)
        yield allowed, match.span(), Reason("before", f"anniversary of {day.isoformat()}")


def _same_day(day: date, year: int) -> date:
    return date(year, day.month, min(day.day, 28) if day.month == 2 else day.day)
