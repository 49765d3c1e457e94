"""Between which days a report must have been published, by what its own text says is past or still to come.

Bounds hold wherever each sign holds alone; signs that contradict each other leave only the written dates. A day is
given only where the bounds or a coming anniversary with a weekday in the lead point to one, and `because` says so.

How long before the report a dated event lies, where the words after it say so ("was killed on Friday").

Only words that follow the event in its own clause count, with no verb of saying between: what is told on a day may have
happened on another.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, reduce

from rashomon.language import lexicon
from rashomon.reading.number_words import MONTH, MONTHS
from rashomon.reading.published_before import days_before
from rashomon.records import NO_REASON, Publication, Reason, Region, Span

_REACH = 60  # characters between the event and the words that date it
_SAYS = re.compile(
    r"\b(?:said|says|told|announced|added|reported|warned|wrote|spoke|since|after|before|when|which|but|while|as)\b",
    re.I,
)
# "was killed and the militias today face": a clause of its own, in which today is these days.
_JOINED = re.compile(r"\b(?:and|so|yet|or)\s", re.I)
_TOLD = re.compile(
    r"\b(?P<day>yesterday|today)\b"
    r"|\b(?:(?P<ago>last|on|early|late)\s+)(?P<weekday>mon|tues|wednes|thurs|fri|satur|sun)day\b"
    r"|\b(?P<which>last|earlier this|this)\s+(?P<unit>week|month|year)\b",
    re.I,
)


def bounded_since(text: str, start: int, end: int, day: date, words: Iterable[str]) -> tuple[date, date, str] | None:
    """Give the first and the last day of publication that the sentence [start, end) allows, and the words that say so.

    `day` is the event's; `words` those that name it. None where the sentence does not date the event from the report.
    """
    sentence = text[start:end]
    after = max((sentence.casefold().rfind(word) + len(word) for word in words), default=0)
    match = _TOLD.search(sentence, after, after + _REACH)
    if match is None or _SAYS.search(sentence, after, match.start()):
        return None
    if match["day"] and _JOINED.search(sentence, after, match.start()):
        return None
    window = _window(match, day)
    return (*window, match.group()) if window else None


def _window(match: re.Match[str], day: date) -> tuple[date, date] | None:
    if match["day"]:
        told = day + timedelta(days=match["day"].lower() == "yesterday")
        return told, told
    if match["weekday"]:
        if _DAYS[day.weekday()] != f"{match['weekday'].lower()}day":
            return None
        last = match["ago"].lower() == "last"  # "last Friday" is never today, and may lie in the week before
        return day + timedelta(days=int(last)), day + timedelta(days=13 if last else 6)
    unit, last = match["unit"].lower(), match["which"].lower() == "last"
    if unit == "week":
        monday = day - timedelta(days=day.weekday())
        first = monday + timedelta(days=7) if last else day
        return first, (monday + timedelta(days=13 if last else 6))
    if unit == "year":
        return (date(day.year + last, 1, 1) if last else day), date(day.year + last, 12, 31)
    first = date(day.year + day.month // 12, day.month % 12 + 1, 1) if last else day
    following = date(first.year + first.month // 12, first.month % 12 + 1, 1)
    return first, following - timedelta(days=1)


_FIRST, _LAST = date(1900, 1, 1), date(2099, 12, 31)
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SENTENCE_END = re.compile(r"[.!?][\"”’)]*\s+(?=[\"“‘(]?[A-Z0-9])|[\r\n]{2,}")
_DATE = re.compile(
    rf"\b(?P<m>{MONTH})\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y>(?:19|20)\d\d)\b"
    rf"|\b(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<m2>{MONTH}),?\s+(?P<y2>(?:19|20)\d\d)\b"
    r"|\b(?P<y3>(?:19|20)\d\d)-(?P<n3>\d\d)-(?P<d3>\d\d)\b"
    rf"|\b(?P<m4>{MONTH}),?\s+(?:of\s+)?(?P<y4>(?:19|20)\d\d)\b"
    r"|(?<![\d$£€.,/-])(?P<y5>(?:19|20)\d\d)(?![\d%/]|[.,]\d|-\d\d\b)",
)
_TO_COME = re.compile(
    r"\b(?:will|would|shall|due|scheduled|slated|expected|expects?|plans?|planned|planning|upcoming|coming|next|until|till"
    r"|deadline|by|before|through|to be|set (?:to|for)|if|(?-i:may)|might|could|target|goal|from now|ahead"
    r"|elections? in|later|can|can['’]t|cannot|won['’]t)\b",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(?:was|were|had|did|been|came|went|took|won|lost|began|became|made|said|told|held|fell|rose|left|met|gave"
    r"|broke|fought|sent|saw|led|ran|grew|put|[a-z]{2,}ed)\b"
)
_AT = re.compile(r"\b(?:in|since|during|early|late|mid|fall|autumn|winter|summer|spring)(?: of)?[ -]$", re.I)
_DUE = re.compile(r"\b(?<!was )(?<!were )(?<!been )(?:is due|are due|due|to fall|falls|is scheduled(?: for)?)\s+on\s+$")
# "killed between January 2016 and December 2018": the second may be to come.
_RANGE = re.compile(r"\b(?:between|from)\s[^.;]{1,25}\s(?:and|to|until|through)\s+$", re.I)
# "will open in May 2030": still to come when it was written, where no past word stands between.
_WILL = re.compile(
    r"\b(?:will(?! have)|is to|are to|(?:is|are) (?:set|due|scheduled|expected|slated|likely|going) to)\s+"
    r"(?:[\w’'-]+\s+){1,8}"
    r"(?:in|on|by|until|before|early|late|mid|of)[ -]$"
)
_LEAD = 2  # sentences of the body in which a weekday is the report's own
_WEEKDAY = re.compile(
    r"\b(?:on|On|said|announced)\s+(?:\w+\s+)?(Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b"
)
_TITLED = re.compile(
    r"\b(Vice President|President|Prime Minister|Premier|Chancellor|Secretary of State|Secretary-General"
    r"|Foreign Minister|Pope|King)\s+((?:[A-Z][\w.’'-]*\s+){0,3}(?:al-|el-)?[A-Z][\w’'-]+)"
)
_KEPT = {"President", "Vice President", "Secretary of State"}  # titles that are kept when the office is left
_OF_A_NATION = re.compile(r"\b(?:U\.S\.|US|UN|UK|[A-Z][a-z]+(?:an|ian|ish|ese|ch|i|ek|ean|ss|ic))\s+$")
_NO_LONGER = re.compile(r"\b(?:[Ff]ormer|[Tt]hen|[Ll]ate|[Ee]x|[Pp]revious|[Uu]nder)(?:[\s-]+\w+)?[\s-]+$")
# "will crush them, as it did with X": X has been killed.
_AS_IT_DID_WITH = re.compile(
    r"\b(?:assassinate|crush|eliminate|kill|liquidate|murder|strike|target)\b[^.;]{0,80}?"
    r"\b(?:as|what|like) (?:\w+ ){1,3}?(?:did|done) (?:with|to)\b",
    re.IGNORECASE,
)
_WORDS = re.compile(r"[^\W_]+(?:[/-][^\W_]+)*")
_NEAR = timedelta(days=28)  # an anniversary to come is news in the last weeks before it
_SKIPPED = {"caption", "credit", "boilerplate", "related_link", "syndication_credit", "site", "date"}


@dataclass(frozen=True, slots=True)
class _Sign:
    """The days that one sign allows, where it stands, and how it reads.

    Weak signs give way to written dates; one that is `due` names a day about to come.
    """

    allowed: tuple[tuple[date, date], ...]
    span: Span
    because: Reason
    weak: bool = False
    due: bool = False


def bounded(text: str, regions: Iterable[Region]) -> Publication:
    """Give the bounds of the report's day that the body of `text` supports; basis "unknown" where it supports none."""
    parts = list(_sentences(text, regions))
    signs = [sign for start, end in parts for sign in _signs(text, start, end)]
    strong = [s for s in signs if not s.weak]
    firm = _together(strong)
    agreeing = [s for s in signs if not s.weak or _together([*strong, s])] if firm else []
    for kept in (signs, agreeing, strong):
        days = _together(kept)
        if days and kept:
            return _told(text, parts, kept, days)
    return Publication(None, "unknown", because=Reason("nothing-tells"))


def _sentences(text: str, regions: Iterable[Region]) -> Iterator[Span]:
    at = 0
    skipped = [(r.start, r.end) for r in regions if r.kind in _SKIPPED]
    for start, end in [*skipped, (len(text), len(text))]:
        while at < start:
            match = _SENTENCE_END.search(text, at, start)
            stop = match.end() if match else start
            if text[at:stop].strip():
                yield at, stop
            at = stop
        at = max(at, end)


def _signs(text: str, start: int, end: int) -> Iterator[_Sign]:
    sentence = text[start:end]
    yield from _written(text, start, end, sentence)
    yield from _offices(text, start, end)
    words = {w.casefold() for w in _WORDS.findall(sentence)}
    if _AS_IT_DID_WITH.search(sentence):
        words.add("killed")
    known = [e for word in sorted(words & _events().keys()) for e in _events()[word] if e[1] <= words]
    for allowed, span, because in days_before(text, start, end, _terms(), [day for day, _ in known]):
        yield _Sign(allowed, span, because, weak=True)
    for day, needed in known:
        yield _Sign(((day, _LAST),), (start, end), Reason("after", f"{' '.join(sorted(needed))} {day}"))
        yield from _same_year(text, start, end, day)
        since = bounded_since(text, start, end, day, sorted(needed))
        if since is not None:
            yield _Sign(
                (since[:2],), (start, end), Reason("since", f"{' '.join(sorted(needed))} {since[2]}"), weak=True
            )


def _written(text: str, start: int, end: int, sentence: str) -> Iterator[_Sign]:
    """Read written dates: past ones bound from below, one that is "due on" its day from above."""
    past: bool | None = None  # asked once a sentence, however many dates it has
    for match in _DATE.finditer(text, start, end):
        day = _earliest_day(match)
        if day is None:
            continue
        span = (match.start(), match.end())
        if not match["y4"] and not match["y5"] and _DUE.search(text, max(start, match.start() - 40), match.start()):
            yield _Sign(
                ((_FIRST, day - timedelta(days=1)),), span, Reason("before", f"due on {match.group()}"), due=True
            )
        elif _WILL.search(text, max(start, match.start() - 90), match.start()):
            yield _Sign(
                ((_FIRST, _latest_day(match, day)),), span, Reason("before", f"will {match.group()}"), weak=True
            )
        elif _RANGE.search(text, max(start, match.start() - 45), match.start()):
            continue
        elif not match["y5"] or _AT.search(text, max(start, match.start() - 12), match.start()):
            past = _is_past(sentence) if past is None else past
            if past:
                yield _Sign(((day, _LAST),), span, Reason("after", match.group()))


def _is_past(sentence: str) -> bool:
    return bool(_PAST.search(sentence)) and not _TO_COME.search(sentence)


def _earliest_day(match: re.Match[str]) -> date | None:
    parts = match.groupdict()
    if parts["y5"]:
        return date(int(parts["y5"]), 1, 1)
    year = int(parts["y"] or parts["y2"] or parts["y3"] or parts["y4"])
    name = parts["m"] or parts["m2"] or parts["m4"]
    month = MONTHS.index(name[:3].lower()) + 1 if name else int(parts["n3"])
    try:
        return date(year, month, int(parts["d"] or parts["d2"] or parts["d3"] or 1))
    except ValueError:
        return None


def _latest_day(match: re.Match[str], day: date) -> date:
    """Give the last day of what a written date names: the day itself, or the end of its month or year."""
    if match["y5"]:
        return date(day.year, 12, 31)
    return date(day.year, day.month, monthrange(day.year, day.month)[1]) if match["y4"] else day


def _same_year(text: str, start: int, end: int, day: date) -> Iterator[_Sign]:
    """Read a known event's month without its year ("in January", "last January"): less than a year ago."""
    month = MONTHS[day.month - 1]
    pattern = rf"\b(?:in|last|this|on)\s+({month}[a-z]*)(?:\s+\d{{1,2}})?(?!\s*,?\s+\d{{4}})(?![a-z])"
    match = re.search(pattern, text[start:end], re.IGNORECASE)
    if match and not re.search(r"anniversary|last year|years? ago|\b(?:19|20)\d\d\b", text[start:end]):
        last = day + timedelta(days=365)
        if re.fullmatch(r"in\s+[a-z]+", match.group(), re.IGNORECASE):  # once the month is back, it means the new one
            last = date(day.year + 1, day.month, 1) - timedelta(days=1)
        yield _Sign(
            ((_FIRST, last),),
            (start + match.start(), start + match.end()),
            Reason("within-a-year", match.group()),
            True,
        )


@cache
def _events() -> dict[str, list[tuple[date, frozenset[str]]]]:
    """Dated events by the longest of their words: the day, and all words."""
    events: dict[str, list[tuple[date, frozenset[str]]]] = {}
    for day, words in lexicon("dated_events"):
        events.setdefault(max(words.split(), key=len), []).append((date.fromisoformat(day), frozenset(words.split())))
    return events


@cache
def _terms() -> dict[tuple[str, str], tuple[tuple[date, date], ...]]:
    terms: dict[tuple[str, str], list[tuple[date, date]]] = {}
    for title, names, first, last in lexicon("terms_of_office"):
        for name in names.split(","):
            terms.setdefault((title, name.casefold()), []).append((date.fromisoformat(first), date.fromisoformat(last)))
    return {key: tuple(sorted(spans)) for key, spans in terms.items()}


def _offices(text: str, start: int, end: int) -> Iterator[_Sign]:
    """Read a title before a known holder's name: a report that gives it is of his days in office."""
    for match in _TITLED.finditer(text, start, end):
        if _NO_LONGER.search(text, max(start, match.start() - 30), match.start()):
            continue
        if match.group(1) in _KEPT and not _OF_A_NATION.search(text, max(start, match.start() - 20), match.start()):
            continue
        name = [re.sub(r"(?:’s|'s)$", "", w) for w in match.group(2).split()]
        for length in range(len(name), 0, -1):
            surname = re.sub(r"^(?:al|el)-", "", " ".join(name[length - 1 : length]).casefold())
            held = _terms().get((match.group(1), surname))
            if held:
                said = f"{match.group(1)} {' '.join(name[:length])}"
                yield _Sign(held, (match.start(), match.end()), Reason("in-office", said), weak=True)
                break


def _together(signs: Iterable[_Sign]) -> list[tuple[date, date]]:
    days = [(_FIRST, _LAST)]
    for sign in signs:
        days = [(max(a, c), min(b, d)) for a, b in days for c, d in sign.allowed if max(a, c) <= min(b, d)]
    return days


def _told(text: str, parts: list[Span], signs: list[_Sign], days: list[tuple[date, date]]) -> Publication:
    earliest, latest = days[0][0], days[-1][1]
    low = next((s for s in signs if any(a == earliest for a, _ in s.allowed)), None)
    high = next((s for s in signs if any(b == latest for _, b in s.allowed)), None)
    reasons = [s.because for s in (low, high) if s]
    value = None
    coming = high if high and high.due else None
    since = high is not None and high.because.rule == "since"
    if earliest == latest:
        value = earliest
    elif coming or (latest - earliest <= timedelta(days=6) and not since):
        weekday, where = _lead_weekday(text, parts)
        if weekday is not None:
            value = _day_after(weekday, latest)
            if not earliest <= value <= latest:
                value = None
        if value and coming:
            earliest = max(earliest, latest - _NEAR)
            reasons += [Reason("lead-weekday", where), Reason("taken-as", "the last one before it, told the day after")]
    shown = high or low
    return Publication(
        value.isoformat() if value else None,
        "inferred",
        earliest.isoformat() if earliest > _FIRST else None,
        latest.isoformat() if latest < _LAST else None,
        shown.span if shown else None,
        reduce(Reason.then, dict.fromkeys(reasons), NO_REASON),
    )


def _lead_weekday(text: str, parts: list[Span]) -> tuple[int | None, str]:
    for start, end in parts[:_LEAD]:
        match = _WEEKDAY.search(text, start, end)
        if match:
            return _DAYS.index(match.group(1).lower()), match.group(1)
    return None, ""


def _day_after(weekday: int, latest: date) -> date:
    """Give the day after the last such weekday that is over by `latest`."""
    before = latest - timedelta(days=1)
    return before - timedelta(days=(before.weekday() - weekday) % 7) + timedelta(days=1)
