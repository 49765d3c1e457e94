"""How long before the report a dated event lies, where the words after it say so ("was killed on Friday").

Only words that follow the event in its own clause count, with no verb of saying between: what is told on a day may have
happened on another.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
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
