"""A date as formats write it to an ISO date or date-time; what is none of those is left as it is, never guessed.

Read by strict grammars: ISO 8601 and its compact form, RFC 822, dates with the month's name and a clock of twelve or
24 hours, numbers of seconds since 1970, and numeric dates whose order something tells: a weekday beside them, a number
above 12, stops between them, or the `order` given. What has a year and a month's name in another tongue goes to
dateparser.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from functools import cache, lru_cache
from importlib import import_module
from typing import Literal
from zoneinfo import ZoneInfo

from rashomon.language import lexicon

Order = Literal["", "dmy", "mdy"]

_LONGEST = 100  # characters: what is longer is no date
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(\d\d)?(?:[.,]\d{1,9})?(Z|[+-]\d\d:?\d\d)?)?")
_NUMBER = re.compile(r"(?:/Date\()?(\d{9,19})(?:\.\d{1,9})?(?:[+-]\d{4})?(?:\)/)?")
_CLOCK = range(631_152_000, 4_102_444_800)
"""Seconds since 1970 of the years 1990 to 2099: no other unit falls there."""
_ZONE = re.compile(r"(.*\d)\s+([+-]\d\d):?(\d\d)")
_OF_YEAR = re.compile(r"(\d{4})-(\d{3})")
_SIGNS = re.compile(r"(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일](?:\s.{0,40})?")
"""The signs of year, month and day behind their numbers, in Chinese, Japanese and Korean."""
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_WEEKDAY = r"(?:(?P<weekday>mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
_HOUR = (
    r"(?P<hour>\d{1,2})(?:[:.h](?P<minute>\d\d)(?::(?P<second>\d\d)(?:[.,]\d{1,9})?)?)?"
    r"(?:\s?(?P<half>[ap])\.?\s?m\b\.?)?"
)
_PLACE = (
    r"(?:\s*[(\[]?(?P<zone>z\b|(?:gmt|utc)?\s?[+-]\d\d?:?(?:\d\d)?|[a-z]{1,5}\b)[)\]]?(?:\s*\([\w .+-]{1,40}\))?)?\s*"
)
_LINK = r"(?:,|,?\s+(?:at|on|à|às|um|om|alle|kl\.?|klo|a las|u|ob|o|ora|kell|pukul|saat|godz\.?)|\s*[-–—|@•·])?\s+"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>\d{4}|(?<=[-/. ])\d\d)"
_TIME = rf"(?:{_LINK}{_HOUR}{_PLACE})?"
_BEFORE = rf"(?:(?P<before>\d{{1,2}}(?:[:.]\d\d){{1,2}}(?:\s?[ap]\.?m\.?)?(?:\s+[a-z]{{2,5}})?){_LINK})?"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"{_BEFORE}{_WEEKDAY}{_MONTH}\s+{_DAY}(?:,\s*|\s+)(?P<year>\d{{4}}){_TIME}",
        rf"{_BEFORE}{_WEEKDAY}{_DAY}(?:\s*|[-/])(?:of\s+)?{_MONTH}(?:,?\s*|[-/]){_YEAR}{_TIME}",
        rf"{_WEEKDAY}{_MONTH}\s+{_DAY}\s+{_HOUR}(?:\s+(?P<zone>[+-]\d\d:?\d\d|[a-z]{{1,5}}))?\s+(?P<year>\d{{4}})",
        rf"{_WEEKDAY}(?P<year>\d{{4}})[ -/]{_MONTH}[ -/]{_DAY}{_TIME}",
    )
)
_NUMERIC = re.compile(
    rf"{_WEEKDAY}(?:(?P<first>\d{{1,2}})(?P<mark>[/.-])(?P<second_>\d{{1,2}})(?P=mark)(?P<year>\d{{4}})"
    rf"|(?P<year_>\d{{4}})[/._-](?P<month_>\d{{1,2}})[/._-](?P<day_>\d{{1,2}})){_TIME}",
    re.IGNORECASE,
)
_SHORT = re.compile(r"\A(\d\d)\.(\d\d)\.([0-6]\d)(?=[\s,]|\Z)")
_SHORT_YEARS = re.compile(r"(\d{1,2})([/-])(\d{1,2})\2(\d\d)(?=[\s,]|\Z)")
"""A day in numbers whose year has two; only where its numbers, the page's tongue or country tell the order."""
_SPACED = re.compile(r"(\d{1,2})\.\s(\d{1,2})\.\s(\d{4})\.?")
_SERIAL = re.compile(r"\d{5}(?:[.,]\d{1,12})?")
_SERIALS = range(32_874, 73_051)
"""Days as spreadsheets count them, of the years 1990 to 2099."""
_ZERO = datetime(1899, 12, 30)
"""The day 0 of that count, since its 1900 has a 29 February."""
_LABEL = re.compile(
    r"(?:first\s+)?(?:published|posted|submitted|filed|publication date|issued|created|date)"
    r"(?:\s+by\s.{1,60}?(?=\s+on\s|\s*[,|–—-]\s))?[\s,|–—-]*(?:\bon)?\s*:?\s+",
    re.IGNORECASE,
)
_OF_SEVERAL = re.compile(
    r"\b(?:published|posted)(?:\s+(?:on|at))?\s*:?\s+(?P<day>[^|•·;()]{6,60}?)\s*"
    r"(?=[|•·;()]|,?\s*(?:last\s+)?\b(?:updated|modified|edited|changed)\b|\Z)",
    re.IGNORECASE,
)
"""The day of publication beside that of a change: "Updated 7 May 2031 | Published 6 May 2031"."""
_CITY = re.compile(r"\[[\w/+-]{1,40}\]\Z")
"""The place of a zone behind its hours, as Java writes it: 2031-05-06T12:00+02:00[Europe/Oslo]."""
_DOTTED = re.compile(r"(?<!\d)(\d{1,2})\.\s?([^\W\d_]{3,12})\.\s?(?=\d{4}(?!\d))")
"""A day whose parts stops join, as in Brazil: "17.mai.2024"."""
_ORDINAL = re.compile(r"(?<=\d)\s(?=(?:st|nd|rd|th)\b)")
"""What stands between a number and its ending where that is an element of its own: "16<sup>th</sup>"."""
_SHORT_YEAR = re.compile(r"(?<=\s)['’‘](?=\d\d\b)")
_WORD_FOR_YEAR = re.compile(r"(?<=\d{4})\s?(?:r|g|г|р)\.?(?=[\s,]|\Z)")
"""What Slavic tongues say behind a year: "8.02.2025 r."."""
_STOP = re.compile(r"(?<=[./ ]\d{4})\.\s+")
"""The stop behind a year: "05.06.2025. 07:10"."""
_GLUED = re.compile(r"(?<=\s\d{4})(?=\d\d:\d\d(?!\d))")
"""Where the hour stands at the year, as two elements that nothing parts."""
_WEEKDAY_BEHIND = re.compile(r"(?<=\d{4}),?\s+\(?(?:mon|tues|wednes|thurs|fri|satur|sun)day\)?\Z", re.IGNORECASE)
_WITH_TAIL = re.compile(r"(\d{4}-\d\d-\d\d)[\sT,;|(](?!.*\d{4}-\d\d).*")
_PARTED = re.compile(r"(\d{4})[./]\s?(\d{1,2})[./]\s?(\d{1,2})\.?(?:[,\s]\s?\D{0,10}\d{1,2}[:.]\d\d.{0,20})?")
_YEAR_FIRST = re.compile(r"(\d{4})\.?\s+(?:m\.\s+)?([^\W\d_]{3,12})\s+(\d{1,2})\.?(?:\D(?!.*\d{4}).{0,30})?")
_CLOCK_FIRST = re.compile(r"\A\d{1,2}[:.]\d\d(?:\s?[^\W\d_]{1,4})?[,|\s]\s*(?=\d)")
_MONTH_FIRST = re.compile(r"([^\W\d_]{3,12})\.?\s+(\d{1,2})\.?,?\s+(\d{4})(?:\D(?!.*\d{4}).{0,30})?")
_ELSEWHERE = re.compile(
    r"(?:(?:publi|veröff|pubbl|gepubl|opubl|objav)\w{0,14}:?\s+(?:[^\W\d_]{2,4}\s+)?"
    r"|(?!a[ck]?tuali|mis\b|aggiorn|bijgew|op+dat|uppdat|modif|updat|edit)[^\W\d_]{2,12}[.,]{0,2}\s+)?"
    r"(\d{1,2}\.?\s+(?:de\s+|di\s+)?[^\s\d_,.:;/()|]{2,14}\.?,?\s+(?:de\s+|del\s+)?\d{4})(?:\D(?!.*\d{4}).{0,30})?",
    re.IGNORECASE,
)
"""A weekday or a word for published, a day, a month's name, a year; the clock behind is not read here."""
_TONGUES = [
    "fr",
    "es",
    "de",
    "it",
    "pt",
    "nl",
    "sv",
    "da",
    "nb",
    "fi",
    "pl",
    "cs",
    "ro",
    "hu",
    "tr",
    "el",
    "ru",
    "uk",
    "id",
    "vi",
    *("ar", "fa", "he", "hi", "hr", "sr", "bg", "sk", "sl", "ca", "lt", "lv", "et", "ms", "th", "ur", "bn"),
]
"""Those of the language guess; the rest of dateparser's three hundred cost seconds to load."""
_FURTHER = ["is", "cy", "ga", "eu", "gl", "sw", "af", "mk", "sq", "az", "hy", "ka", "bs", "be"]
"""Asked where those know no month."""
_OF_A_WEEK = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_OF_A_YEAR = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_OF_BOTH = frozenset(("ai", "ca", "cc", "co", "fm", "io", "me", "ph", "to", "tv", "ws"))
"""Countries that write days in both orders, and those whose names hosts bear that lie elsewhere."""
_OLDEST = 1605
"""The year of the first newspaper."""
_AHEAD = timedelta(days=2)
"""What a page may be dated ahead of the day on which it was got: zones, and the paper of tomorrow."""
_NOTHINGS = (
    date(1, 1, 1),
    date(1899, 12, 30),
    date(1900, 1, 1),
    date(1904, 1, 1),
    date(1980, 1, 1),
    date(1970, 1, 1),
    date(1969, 12, 31),
    date(9999, 12, 31),
)
"""What programs write for "no date": the zero of their calendars."""


def day(told: str, order: Order = "") -> str:
    """Give `told` as ISO 8601, or as it came where no grammar reads it; `order` is that of 03/04/2031."""
    if len(told) > _LONGEST:
        return told
    told = _GLUED.sub(" ", _WORD_FOR_YEAR.sub("", _STOP.sub(" ", " ".join(told.split()))))
    told = _ORDINAL.sub("", _DOTTED.sub(r"\1 \2 ", told)).replace(" ,", ",")
    told = _WEEKDAY_BEHIND.sub("", _SHORT_YEAR.sub("", _CITY.sub("", " ".join(told.split()))))
    for read in (_iso, _compact, _since_1970, _written, _numeric, _of_several, _foreign, _before_a_tail):
        try:
            if iso := read(told, order):
                return iso
        except (ValueError, TypeError, OverflowError, IndexError, OSError):
            continue
    return told


def day_of_cell(told: str, order: Order = "") -> str:
    """Give what a column or field for days holds as `day` does; days counted since 1900 are a spreadsheet's own.

    >>> day_of_cell("45123"), day_of_cell("45123.75")
    ('2023-07-16', '2023-07-16T18:00:00')
    """
    counted = since_1900(float(told.replace(",", "."))) if _SERIAL.fullmatch(told.strip()) else ""
    return counted or day(told, order)


def since_1900(count: float) -> str:
    """Give a number of days as spreadsheets count them as ISO 8601, of the years 1990 to 2099; "" for any other."""
    if not _SERIALS.start <= count < _SERIALS.stop:
        return ""
    at = _ZERO + timedelta(seconds=round(count * 86_400))
    return at.date().isoformat() if float(count).is_integer() else at.isoformat()


def understood(told: str) -> bool:
    """Tell whether `told` begins as ISO 8601 days do: a whole day, or a month."""
    return re.match(r"\d{4}-\d\d(?:-\d\d)?(?!\d)", told) is not None


def plausible(iso: str, got: date) -> bool:
    """Tell whether a report that was got on the day `got` can be of this day: no program's "nothing", not ahead."""
    return not is_nothing(iso) and _told(iso) - got <= _AHEAD


def is_nothing(iso: str) -> bool:
    """Tell whether this is no day of a report but what a program writes for none."""
    try:
        told = _told(iso)
    except ValueError:
        return True
    return told.year < _OLDEST or told in _NOTHINGS


def _told(iso: str) -> date:
    return date.fromisoformat(iso[:10] if iso[7:8] == "-" else f"{iso[:7]}-01")


def first_day(candidates: Iterable[tuple[str, str]], got: date, order: Order = "") -> tuple[str, str]:
    """Give the first of (rung, as told) whose day is understood and plausible, as (rung, ISO); ("", "") for none."""
    for rung, told in candidates:
        iso = day(told, order)
        if understood(iso) and plausible(iso, got):
            return rung, iso
    return "", ""


def order_of(days: Iterable[str]) -> Order:
    """Give the order that the numeric dates of one table are written in, where any of them tells and none gainsays."""
    told: set[Order] = set()
    for written in days:
        if (match := _NUMERIC.fullmatch(" ".join(written.split()))) and match["first"] and not match["weekday"]:
            first, second = int(match["first"]), int(match["second_"])
            if first > 12 >= second:
                told.add("dmy")
            elif second > 12 >= first:
                told.add("mdy")
    return told.pop() if len(told) == 1 else ""


def order_of_place(language: str, host: str) -> Order:
    """Give the order in which the people of a page write days: as its language's country says, else its host's.

    >>> order_of_place("en-GB", ""), order_of_place("en-US", "a.example.uk"), order_of_place("en", "a.example")
    ('dmy', 'mdy', '')
    """
    tongue, _, country = language.casefold().replace("_", "-").partition("-")
    if tongue and tongue != "en":
        return "dmy"
    country = country or host.casefold().rpartition(".")[2]
    if country == "us":
        return "mdy"
    return "dmy" if len(country) == 2 and country not in _OF_BOTH else ""


def moment(number: float) -> str | None:
    """Give a number of seconds since 1970 (or milli-, micro-, nanoseconds) as ISO 8601, of the years 1990 to 2099."""
    for unit in (1, 10**3, 10**6, 10**9):
        if _CLOCK.start * unit <= number < _CLOCK.stop * unit:
            return datetime.fromtimestamp(number // unit, UTC).isoformat()
    return None


def _iso(told: str, order: Order) -> str:
    if len(told) == 10:
        return date.fromisoformat(told).isoformat()
    if len(told) == 7 and re.fullmatch(r"\d{4}-(?:0[1-9]|1[0-2])", told):
        return told
    if zoned := _ZONE.fullmatch(told):
        told = f"{zoned.group(1)}{zoned.group(2)}:{zoned.group(3)}"
    if of_year := _OF_YEAR.fullmatch(told):
        return datetime.strptime("-".join(of_year.groups()), "%Y-%j").date().isoformat()
    if not re.match(r"\d{4}-", told):
        return ""
    moment_ = datetime.fromisoformat(told.removesuffix(" UTC").removesuffix(" GMT"))
    if told.endswith((" UTC", " GMT")):
        moment_ = moment_.replace(tzinfo=UTC)
    return moment_.replace(microsecond=0).isoformat()


def _compact(told: str, order: Order) -> str:
    compact = _COMPACT.fullmatch(told)
    if not compact:
        return ""
    year, month, of_month, hour, minute, second, zone = compact.groups()
    if hour is None:
        return date(int(year), int(month), int(of_month)).isoformat()
    made = datetime(int(year), int(month), int(of_month), int(hour), int(minute), int(second or 0))
    if zone and zone != "Z":
        return _zoned(made, zone).isoformat()
    return (made.replace(tzinfo=UTC) if zone or len(told) >= 14 else made).isoformat()


def _since_1970(told: str, order: Order) -> str:
    number = _NUMBER.fullmatch(told)
    return (moment(int(number[1])) or "") if number else ""


def _written(told: str, order: Order) -> str:
    told = _LABEL.sub("", told, count=1) if _LABEL.match(told) else told
    for form in _FORMS:
        if match := form.fullmatch(told):
            found = match.groupdict()
            year = int(found["year"])
            if len(found["year"]) == 2:
                year += 2000 if year < 70 else 1900
            month = _MONTHS.index(found["month"][:3].lower()) + 1
            made = date(year, month, int(found["day"]))
            if before := found.get("before"):
                clock = re.fullmatch(rf"{_HOUR}{_PLACE}", before, re.IGNORECASE)
                return _with_clock(made, clock.groupdict()) if clock else made.isoformat()
            return _with_clock(made, found)
    return ""


def _numeric(told: str, order: Order) -> str:
    told = _LABEL.sub("", told, count=1) if _LABEL.match(told) else told
    if signs := _SIGNS.fullmatch(told):
        return date(*map(int, signs.groups())).isoformat()
    short = _SHORT_YEARS.search(told)
    if order or (short and int(short[3]) > len(_MONTHS)):  # of the three, only the middle one can be the day then
        told = _SHORT_YEARS.sub(r"\1\2\3\g<2>20\4", told, count=1)
    match = _NUMERIC.fullmatch(_SHORT.sub(r"\1.\2.20\3", _SPACED.sub(r"\1.\2.\3", told)))
    if not match:
        return ""
    if match["year_"]:
        return _with_clock(date(int(match["year_"]), int(match["month_"]), int(match["day_"])), match.groupdict())
    first, second, year = int(match["first"]), int(match["second_"]), int(match["year"])
    weekday = match["weekday"]
    found = {kind: made for kind in ("dmy", "mdy") if (made := _real(year, first, second, kind))}
    if weekday:
        found = {kind: made for kind, made in found.items() if _WEEKDAYS[made.weekday()] == weekday[:3].lower()}
    if match["mark"] == "." and "dmy" in found:
        found = {"dmy": found["dmy"]}
    if len(set(found.values())) > 1:
        found = {kind: made for kind, made in found.items() if kind == order}
    made_ = next(iter(found.values()), None)
    return _with_clock(made_, match.groupdict()) if made_ else ""


def _real(year: int, first: int, second: int, order: str) -> date | None:
    try:
        return date(year, second, first) if order == "dmy" else date(year, first, second)
    except ValueError:
        return None


def _with_clock(made: date, found: dict[str, str | None]) -> str:
    """Give the day with its hour and zone, as far as they were told; an hour of twelve has its half of the day."""
    if not (told := found.get("hour")):
        return made.isoformat()
    hour, minute, second = int(told), int(found.get("minute") or 0), int(found.get("second") or 0)
    half = (found.get("half") or "").lower()
    if not half and found.get("minute") is None:
        raise ValueError("a number alone is no hour")
    if half and not 12 < hour < 24:  # "14:05 pm" is told twice
        if not 1 <= hour <= 12:
            raise ValueError("no hour of twelve")
        hour = hour % 12 + (12 if half == "p" else 0)
    at = datetime(made.year, made.month, made.day, hour, minute, second)
    return _zoned(at, (found.get("zone") or "").strip()).isoformat()


def _zoned(at: datetime, zone: str) -> datetime:
    if not zone:
        return at
    if numeric := re.fullmatch(r"(?:gmt|utc)?\s?([+-])(\d\d?):?(\d\d)?", zone, re.IGNORECASE):
        sign, hours, minutes = numeric.groups()
        return datetime.fromisoformat(f"{at.isoformat()}{sign}{int(hours):02}:{minutes or '00'}")
    kept = _zones().get(zone.upper())
    if kept is None:
        return at  # a zone that nobody knows: the hour is kept as the place's own
    return datetime.fromisoformat(at.isoformat() + kept) if kept[0] in "+-" else at.replace(tzinfo=ZoneInfo(kept))


@cache
def _zones() -> dict[str, str]:
    return {name: place for name, place, *_ in lexicon("clock_zones")}


def _of_several(told: str, order: Order) -> str:
    match = _OF_SEVERAL.search(told)
    return (_written(match["day"], order) or _numeric(match["day"], order)) if match else ""


def _before_a_tail(told: str, order: Order) -> str:
    """Read the day alone where what stands behind an ISO day is no clock."""
    if match := _WITH_TAIL.fullmatch(told):
        return date.fromisoformat(match[1]).isoformat()
    parted = _PARTED.fullmatch(told)
    return date(*map(int, parted.groups())).isoformat() if parted else ""


def _foreign(told: str, order: Order) -> str:
    """Read a date whose month is named in another tongue: dateparser's, where day and year stand in it as digits."""
    told = _CLOCK_FIRST.sub("", told)
    if month_first := _MONTH_FIRST.fullmatch(told):
        month, of_month, year = month_first.groups()
        return _in_another_tongue(f"{of_month} {month} {year}")
    if year_first := _YEAR_FIRST.fullmatch(told):
        return _in_another_tongue(" ".join(reversed(year_first.groups())))
    match = _ELSEWHERE.fullmatch(told)
    return _in_another_tongue(match[1]) if match else ""


def is_weekday(word: str) -> bool:
    """Tell whether a word is the name of a day of the week, in any tongue that is known here.

    >>> is_weekday("mercredi"), is_weekday("Mittwoch"), is_weekday("killed")
    (True, True, False)
    """
    return word.casefold() in _named(_OF_A_WEEK)


def is_month(word: str) -> bool:
    """Tell whether a word is the name of a month, in any tongue that is known here.

    >>> is_month("október"), is_month("März"), is_month("marched")
    (True, True, False)
    """
    return word.casefold() in _named(_OF_A_YEAR)


@cache
def _named(kinds: tuple[str, ...]) -> frozenset[str]:
    """Give the names of days of the week or of months as dateparser knows them."""
    held = (import_module(f"dateparser.data.date_translation_data.{tongue}").info for tongue in ("en", *_TONGUES))
    return frozenset(name.casefold() for one in held for name_of in kinds for name in one.get(name_of, ()))


@lru_cache(4_096)
def _in_another_tongue(told: str) -> str:
    from dateparser import parse

    settings = {"STRICT_PARSING": True, "PARSERS": ["absolute-time"], "RETURN_AS_TIMEZONE_AWARE": False}
    tongues = (parse(told, languages=one, settings=settings) for one in (_TONGUES, _FURTHER))
    made = next((one for one in tongues if one is not None), None)
    numbers = [int(number) for number in re.findall(r"\d+", told)]
    return str(made.date().isoformat()) if made is not None and {made.year, made.day} <= set(numbers) else ""
