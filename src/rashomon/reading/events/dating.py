"""When an event was: the time expression of its clause, else of its sentence; nothing where neither gives one."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from datetime import date, timedelta

from spacy.tokens import Doc, Span, Token

from rashomon.reading.events.prompting import prompting
from rashomon.reading.events.trigger import Trigger
from rashomon.records import Publication, Timex

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_ISO = re.compile(r"\d{4}(-\d{2}){0,2}(/\d{4}(-\d{2}){0,2})?$")
_WEEKDAY = re.compile(r"X-W(?:XX|\d\d)-\d|^XXXX-(?:XX|\d\d)")
_WEEK = re.compile(r"(\d{4})-W(\d{2})")
_TELLS = frozenset(
    [
        "add",
        "admit",
        "allege",
        "announce",
        "claim",
        "confirm",
        "declare",
        "deny",
        "disclose",
        "insist",
        "report",
        "reveal",
        "say",
        "state",
        "tell",
    ]
)
# What somebody is blamed for on a day was not of that day.
_BLAMES = frozenset({"accuse", "blame", "charge", "convict", "indict", "sentence", "suspect"})
_SEASONS = {"SP": ("03", "05"), "SU": ("06", "08"), "FA": ("09", "11"), "WI": ("12", "12"),
            "Q1": ("01", "03"), "Q2": ("04", "06"), "Q3": ("07", "09"), "Q4": ("10", "12"),
            "H1": ("01", "06"), "H2": ("07", "12")}  # fmt: skip


def dating(doc: Doc, trigger: Trigger, happened: bool = True) -> tuple[str | None, str]:
    """Give the ISO day, month, year or interval of an event, or None, and the basis in words.

    A day that belongs to the telling ("announced Monday the visit", "said on Monday that") is not the act's: what has
    `happened` was by then, as news on that day or the one before (`told:`); what has not takes no day from it.
    What goes on "since" a day goes on until the report at least. A time that names no stretch of the calendar, "Sunday"
    where the report's day is not known, gives no day, and the basis `unplaced:`.
    """
    sentence = trigger.token.sent
    remembered = _commemorated(trigger.token)
    best: tuple[int, int, Span, str] | None = None
    unplaced = "none"
    for timex in _times(doc, sentence.start_char, sentence.end_char):
        value = _iso(timex.value)
        token = doc.char_span(timex.start, timex.end, alignment_mode="expand")
        if token is None:
            continue
        if value is None:
            if _WEEKDAY.search(timex.value) and _distance(token.root, trigger) == 0:
                unplaced = f"unplaced:{token.text}"
            continue
        if remembered and not _well_before(value, doc._.rashomon_published):
            continue  # the day an event is remembered is not the day it was
        distance = _distance(token.root, trigger)
        if distance is None:
            continue
        rank = (distance, abs(token.root.i - trigger.token.i))
        if best is None or rank < best[:2]:
            best = (*rank, token, value)
    if best is None:
        return None, unplaced
    words = " ".join(best[2].text.split())
    verb = _clause(best[2].root)
    above = verb != trigger.token and verb.i not in trigger.sense.words and _DAY.fullmatch(best[3])
    if above and verb.lemma_.lower() in _BLAMES and verb != trigger.carrier:
        return None, "none"
    if above and verb.lemma_.lower() in _TELLS:
        if not happened:
            return None, "none"
        eve = date.fromisoformat(best[3]) - timedelta(days=1)
        return f"{eve}/{best[3]}", f"told:{words}"
    if best[2].root.head.lower_ == "since":
        return _until_told(best[3], doc._.rashomon_published), f"since:{words}"
    return best[3], f"{'clause' if best[0] == 0 else 'sentence'}:{words}"


def _until_told(value: str, published: Publication | None) -> str:
    told = (published.value or published.earliest) if published is not None else None
    start = value.split("/")[0]
    return f"{start}/{told[:10]}" if told is not None and start < told[:10] else value


def _times(doc: Doc, start: int, end: int) -> Iterator[Timex]:
    times: tuple[Timex, ...] = doc._.rashomon_times
    for timex in times[bisect_left(times, start, key=lambda t: t.start) :]:
        if timex.start >= end:
            return
        if timex.type in ("DATE", "TIME"):
            yield timex


def _distance(time: Token, trigger: Trigger) -> int | None:
    """0 where the time stands in the event's clause, 1 in a clause above it; None where it belongs to another."""
    anchor = time
    while anchor.head != anchor:
        if anchor.i in trigger.words or anchor == trigger.token:
            return 0
        if anchor.pos_ in ("VERB", "AUX") and anchor.dep_ not in ("aux", "auxpass"):
            break
        anchor = anchor.head
    own = _clause(trigger.token)
    if anchor in (own, trigger.clause, trigger.token):
        return 0
    if anchor == prompting(trigger.clause):
        return 1
    step = own
    for _ in range(8):
        if step.head == step:
            break
        step = _clause(step.head) if step.head != step else step
        if step == anchor:
            return 1
    if anchor.dep_ in ("xcomp", "conj", "advcl") and anchor.head == own:
        return 2
    return 3 if anchor.dep_ in ("ROOT", "conj", "ccomp") and trigger.clause.dep_ not in ("conj", "ROOT") else None


def _commemorated(token: Token) -> bool:
    return token.head.dep_ == "prep" and token.head.head.lemma_.lower() == "anniversary"


def _well_before(value: str, published: Publication | None) -> bool:
    """Tell whether an ISO value lies in an earlier season than the report, by its first ten characters."""
    day = (published.earliest or published.value) if published is not None else None
    try:
        return day is not None and date.fromisoformat(day[:10]) - date.fromisoformat(value[:10]) > timedelta(days=60)
    except ValueError:
        return False


def _clause(token: Token) -> Token:
    while token.pos_ not in ("VERB", "AUX") and token.head != token:
        token = token.head
    return token


def _iso(value: str) -> str | None:
    """TIMEX3 to an ISO day, month, year or interval; None where it names no stretch of the calendar."""
    day = _DAY.match(value)
    if day and "/" not in value:
        return day.group()
    if _ISO.match(value):
        return value
    week = _WEEK.match(value)
    if week:
        return _week(int(week.group(1)), int(week.group(2)))
    if re.match(r"\d{4}-(SP|SU|FA|WI|Q\d|H\d)$", value):
        year, part = value.split("-")
        if part not in _SEASONS:
            return None
        first, last = _SEASONS[part]
        return f"{year}-{first}/{year}-{last}"
    if re.match(r"\d{3}$", value):
        return f"{value}0/{value}9"
    return None


def _week(year: int, week: int) -> str | None:
    try:
        return f"{date.fromisocalendar(year, week, 1)}/{date.fromisocalendar(year, week, 7)}"
    except ValueError:
        return None
