"""What a time expression says of an event: which words it dates, and which stretch of the calendar it names.

It dates its noun where it stands in the noun's phrase ("the 2016 election" and "the strike of Jan. 3" date the noun
alone), else the verb that it hangs from: "killed in a strike on Monday" dates both.

Two times that open and end a stretch are one: "from 2003 to 2011". A longer time before or behind a noun that tells no
deed is that noun's alone: "a 1979 graduate", "the accounts for 2029", "the tallest since 1950".

The stretch is cut to the part of it that its words name. What has happened ends with the report's day at the latest; a
time of day without its day names no stretch.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache

from spacy.tokens import Doc, Span, Token

from rashomon.language import lexicon, listed, word_set
from rashomon.reading.grammar import entity_types as ner
from rashomon.reading.grammar import relations as rel
from rashomon.reading.grammar import tags
from rashomon.reading.grammar.relations import dependent, dependents, has_dependent
from rashomon.records import Publication, Timex

_NOMINAL = frozenset({"NOUN", "PROPN"})
_INSIDE = rel.BEFORE_NOUN | rel.NOUN_ADVERBIAL | rel.COUNT | rel.OWNER
_WITHIN = word_set("words_of_events", "within")  # what is done in, by or with a deed is of its day
_LAW = word_set("words_of_events", "law")
_LOOKS_INTO = word_set("words_of_events", "looks_into")
_VAGUE_ARTICLES = word_set("words_of_events", "vague_article")
_CLAUSES = frozenset({"VERB", "AUX"})
_OBJECTS = rel.WHAT_IS_SAID | rel.ACTIVE_SUBJECT
_ENDS = frozenset({"after", "before"})
_LAPSES = word_set("words_of_events", "lapse")
_ABOUT = frozenset({"about", "concerning", "regarding"})
_BINDS = word_set("words_of_events", "binds_a_day")
_OPENINGS = frozenset({"begin", "start"})


def dated_by(time: Token) -> tuple[Token, ...]:
    """Give the words that the time at `time` dates, from the nearest on."""
    found: list[Token] = []
    inner = _telling_before(time) or _described_before(time)
    if inner is not None:
        return (inner,)
    lapsed = _end_of_a_lapse(time)
    if lapsed is not None:
        return (lapsed,)
    step = time
    while step.head != step:
        head = step.head
        inside = step.dep_ in _INSIDE and step.i < head.i
        binds = step.dep_ in rel.PREPOSITION and step.lower_ in _BINDS
        step = head
        if head.pos_ == "ADP" and head.lower_ in _ABOUT and time.ent_type_ in ner.DATE:
            return (head,)  # "gave news about Friday": what it was about, not when
        if _opens_a_time(head):
            found.append(head)
            continue
        if binds and head.pos_ == "NOUN" and head.dep_ in rel.SUBJECT and not tells_deed(head):
            return (*found, head)  # "the page for Monday was torn out", "the entry of 2:10 was made by hand"
        if head.pos_ in _CLAUSES and head.dep_ not in rel.ANY_HELPER:
            return (*found, head)
        if inside and head.pos_ == "PROPN" and time.like_num and head.ent_type_ not in ner.TIMES:
            return (head,)  # "its 1953 Trust": part of a name
        if (
            head.pos_ in _NOMINAL
            and head.ent_type_ not in ner.TIMES
            and (tells_deed(head) or (inside and head.pos_ == "NOUN"))
        ):
            found.append(head)
            if not of_its_verb(head):
                return tuple(found)
    return tuple(found) or (step,)


def _end_of_a_lapse(time: Token) -> Token | None:
    """Read "signed it two days before his death on Friday": a time behind the other end of a lapse is that end's."""
    opening = time.head if time.dep_ in rel.GOVERNED else time
    if opening.left_edge.i == 0:
        return None
    for above in opening.left_edge.nbor(-1).ancestors:
        if (
            above.dep_ in rel.PREPOSITION
            and above.lower_ in _ENDS
            and above.i
            and above.nbor(-1).lemma_.lower() in _LAPSES
        ):
            return dependent(above, rel.GOVERNED_ANY)
    return None


def _opens_a_time(verb: Token) -> bool:
    """Read "made six posts beginning at noon on Friday": the participle only opens the time of what it hangs from."""
    if (
        verb.tag_ not in tags.GERUND
        or verb.lemma_.lower() not in _OPENINGS
        or verb.dep_ not in rel.ADNOMINAL | rel.ADVERBIAL_CLAUSE | rel.PREPOSITION
    ):
        return False
    return not has_dependent(verb, _OBJECTS)


def _telling_before(time: Token) -> Token | None:
    """Read "said last week he was killed": a time right behind the word of saying is its own, not the content's."""
    if time.left_edge.i == 0 or time.dep_ in rel.OWNER:
        return None
    before = time.left_edge.nbor(-1)
    if before.lower_ == "on" and before.i:
        before = before.nbor(-1)
    if before.pos_ != "VERB" or before.lemma_.lower() not in speech() or not before.is_ancestor(time):
        return None
    return before


def _described_before(time: Token) -> Token | None:
    """Read "talks that were due to open in Elm on Monday were off": of a time within what describes a subject."""
    opening = time.head if time.dep_ in rel.GOVERNED and time.head.dep_ in rel.PREPOSITION else time
    verb = opening.head
    if verb.pos_ not in _CLAUSES or opening.i > verb.i:
        return None
    subject = next((c for c in verb.children if c.dep_ in rel.SUBJECT and c.i < opening.i), None)
    if subject is None or opening.left_edge.i == 0 or opening.left_edge.nbor(-1) not in subject.subtree:
        return None
    inside = (t for t in subject.subtree if t.dep_ in rel.RELATIVE and t.i < opening.i)
    return max(inside, key=lambda t: t.i, default=None) if opening.left_edge.nbor(-1).pos_ != "PUNCT" else None


def of_its_verb(noun: Token) -> bool:
    """Tell whether a deed told by `noun` is of the day of the verb above it: "carried out a raid", "died in a raid"."""
    while noun.dep_ in rel.BESIDE_NOUN and noun.head.pos_ in _NOMINAL:
        noun = noun.head
    head = noun.head
    if noun.dep_ in rel.GOVERNED:
        above = head.head
        if head.lower_ not in _WITHIN or is_of_the_law(above):
            return False
        return above.pos_ in _CLAUSES or (tells_deed(above) and of_its_verb(above))
    if noun.dep_ in rel.SUBJECT:
        return True
    if noun.dep_ in rel.OBJECTS and head.lemma_.lower() in _LOOKS_INTO:
        return False
    return noun.dep_ in rel.OBJECTS | rel.NOUN_PREDICATE | rel.OBJECT_PREDICATE and not is_known(noun)


def is_of_the_law(word: Token) -> bool:
    """Read "charged in the May 2 theft", "faces charges in it": what the law does about a deed is not of its day."""
    return word.lemma_.lower() in _LAW or any(c.lemma_.lower() in _LAW for c in dependents(word, rel.OBJECTS))


def tells_deed(noun: Token) -> bool:
    """Tell whether a noun names something that happens."""
    return noun.lemma_.lower() in _deeds()


def names_a_deed(noun: Token) -> bool:
    """Whether a noun stands for a kind of deed that verbs tell too: "the robbery", "her remarks"."""
    return noun.pos_ == "NOUN" and noun.lemma_.lower() in _kinds()


@cache
def _kinds() -> frozenset[str]:
    spoken = frozenset(row[0] for row in lexicon("speaking_nouns"))
    return spoken.union(*(members.split(",") for _, members in lexicon("predicate_classes")))


def is_known(noun: Token) -> bool:
    """Whether a noun names what was told of before, or somebody's: "the riot", "her speech"."""
    return any(
        c.dep_ in rel.OWNER or (c.dep_ in rel.DETERMINER and c.lower_ not in _VAGUE_ARTICLES) for c in noun.children
    )


@cache
def speech() -> frozenset[str]:
    """Give the verbs that tell: "say", "announce", "deny"."""
    return listed("attribution_verbs", "speech", "evidence")


@cache
def _deeds() -> frozenset[str]:
    return frozenset(row[0].split()[-1] for row in lexicon("event_nouns"))


_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_ISO = re.compile(r"\d{4}(-\d{2}){0,2}(/\d{4}(-\d{2}){0,2})?$")
_WEEK = re.compile(r"(\d{4})-W(\d{2})(-WE)?")
_SEASON = re.compile(r"(\d{4})-(SP|SU|FA|WI|Q[1-4]|H[12])$")
_SEASONS = {"SP": ("03", "05"), "SU": ("06", "08"), "FA": ("09", "11"), "WI": ("12", "12"),
            "Q1": ("01", "03"), "Q2": ("04", "06"), "Q3": ("07", "09"), "Q4": ("10", "12"),
            "H1": ("01", "06"), "H2": ("07", "12")}  # fmt: skip
_PART = re.compile(r"(?:the |very )*(early|mid|late|earlier|later|beginning|start|middle|end)\b")
_REPORTS = ("report's", "report's,bounded-report-day")
_NO_DAY = {
    "clock": _REPORTS,
    "daypart": _REPORTS,
    "military": _REPORTS,
    "noon": (*_REPORTS, "focus", "focus,bounded-report-day"),
}
"""Rules of times of day by what gave them their day, where that is nothing in their own words."""
_RECENT = re.compile(r"recent\b.*\bdays\b")
_LATELY = timedelta(days=7)
_FORTNIGHT, _ABOUT_A_WEEK, _ABOUT_WEEKS = timedelta(days=14), timedelta(days=2), timedelta(days=3)

Days = tuple[date, date]


def stretch(timex: Timex, words: str, published: Publication | None, over: bool, exact: bool = False) -> str | None:
    """Give the ISO day, month, year or interval that `timex`, written as `words`, means; None where it names none.

    What is `over` has none after the report's day. `exact` cuts a period to the part that its words name, and what is
    over to the report's day; without it the period stands as it is named.
    """
    words = words.lower()
    told = _told(published)
    if exact and _of_the_report(timex):
        return None
    if exact and timex.because.rule == "overnight" and _DAY.match(timex.value):
        return _since_eve(timex.value[:10])
    if timex.value == "PAST_REF":
        if told is None or not exact or not _RECENT.search(words):
            return None
        return f"{(told[0] - _LATELY).isoformat()}/{told[1].isoformat()}"
    about = _weeks_ago(timex, told) if exact else None
    value = about or calendar(timex.value)
    if value is None:
        return None
    span = ends(value)
    if span is None:
        return value
    if over and told is not None and span[0] > told[1]:
        return None
    if not exact:
        return value
    first, last = _part(span, words, told)
    if over and told is not None:
        last = max(first, min(last, told[1]))
    return value if (first, last) == span else _written(first, last)


def _weeks_ago(timex: Timex, told: Days | None) -> str | None:
    """Read "two weeks ago", told on a Wednesday: about that Wednesday, and not in that week of the calendar."""
    week = _WEEK.fullmatch(timex.value)
    if timex.because.rule != "ago" or week is None or told is None or told[0] != told[1]:
        return None
    day = date.fromisocalendar(int(week.group(1)), int(week.group(2)), told[0].isoweekday())
    either = _ABOUT_A_WEEK if told[0] - day < _FORTNIGHT else _ABOUT_WEEKS
    return _written(day - either, day + either)


def _of_the_report(timex: Timex) -> bool:
    """Whether a time of day has its day from the report alone, and so names none."""
    return timex.because.words in _NO_DAY.get(timex.because.rule, ())


def calendar(value: str) -> str | None:
    """Write a TIMEX3 value as an ISO day, month, year or interval; None where it names no stretch of the calendar."""
    day = _DAY.match(value)
    if day and "/" not in value:
        return day.group()
    if _ISO.match(value):
        return value
    if "/" in value:
        one, other = (calendar(part) for part in value.split("/", 1))
        return f"{one.partition('/')[0]}/{other.rpartition('/')[2]}" if one and other else None
    week = _WEEK.match(value)
    if week:
        return _week(int(week.group(1)), int(week.group(2)), 6 if week.group(3) else 1)
    season = _SEASON.match(value)
    if season:
        first, last = _SEASONS[season.group(2)]
        return f"{season.group(1)}-{first}/{season.group(1)}-{last}"
    return f"{value}0/{value}9" if re.fullmatch(r"\d{3}", value) else None


def ends(value: str) -> Days | None:
    """Give the first and the last day of an ISO day, month, year or interval."""
    first, _, last = value.partition("/")
    try:
        return _edge(first, False), _edge(last or first, True)
    except ValueError:
        return None


def _edge(value: str, last: bool) -> date:
    if len(value) == 4:
        return date(int(value), 12, 31) if last else date(int(value), 1, 1)
    if len(value) == 7:
        year, month = int(value[:4]), int(value[5:])
        return date(year, month, monthrange(year, month)[1] if last else 1)
    return date.fromisoformat(value[:10])


def _part(span: Days, words: str, told: Days | None) -> Days:
    """Cut a period to its early, middle or late part; a day is not cut."""
    first, last = span
    found = _PART.match(words)
    length = (last - first).days + 1
    if found is None or length < 5:
        return span
    which = found.group(1)
    if which in ("earlier", "later"):
        if told is None or not first <= told[0] <= last:
            return span
        return (first, told[1]) if which == "earlier" else (told[0], last)
    part = timedelta(days=length // 4 if length > 100 else length // 3)
    if which in ("early", "beginning", "start"):
        return first, first + part - timedelta(days=length > 100)
    if which in ("late", "end"):
        return last - part, last
    return first + part, last - part


def _written(first: date, last: date) -> str:
    return first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"


def _told(published: Publication | None) -> Days | None:
    """Give the first and the last day on which the report may have been published."""
    if published is None:
        return None
    first, last = published.earliest or published.value, published.latest or published.value
    if not first or not last or len(first) < 10 or len(last) < 10:
        return None
    return date.fromisoformat(first[:10]), date.fromisoformat(last[:10])


def _since_eve(day: str) -> str:
    return f"{(date.fromisoformat(day) - timedelta(days=1)).isoformat()}/{day}"


def _week(year: int, week: int, first: int) -> str | None:
    try:
        return f"{date.fromisocalendar(year, week, first)}/{date.fromisocalendar(year, week, 7)}"
    except ValueError:
        return None


_OPEN_A_RANGE = {"from": frozenset({"to", "through", "till", "until"}), "between": frozenset({"and"})}
_MOVES = word_set("words_of_events", "moves_a_day")
_ENDS_OF_A_MOVE = frozenset({"from", "to"})
_WEEK_LATER = timedelta(days=7)
_NONE = timedelta(0)
_WEEKDAY, _MONTH = "weekday", "month"
_NIGHT = timedelta(days=1)
_SINCE = "since"
_PLACED = rel.PREPOSITION | rel.GOVERNED | rel.BEFORE_NOUN | rel.NOUN_ADVERBIAL | rel.COUNT
_RARE = tags.SUPERLATIVE


def other_end(times: Sequence[Timex], at: int, doc: Doc) -> int | None:
    """Give the place of the time that ends, or opens, the stretch of the one at `at`: "from 2003 to 2011"."""
    for first in (at, at - 1):
        if 0 <= first < len(times) - 1:
            one, other = (doc.char_span(t.start, t.end, alignment_mode="expand") for t in times[first : first + 2])
            if one is None or other is None or not one.start or other.start - one.end != 1:
                continue
            opening = doc[one.start - 1]
            if doc[one.end].lower_ in _OPEN_A_RANGE.get(opening.lower_, ()):
                return first + 1 if first == at else first
    return None


def whole(one: tuple[Timex, str], other: tuple[Timex, str], over: bool) -> str | None:
    """Give the stretch from one time to another, each with its ISO value; None where they tell none.

    Of two weekdays that stand the wrong way round the first was a week before where it is `over`, else the second is
    a week later. A month without a year opens in the year that the end names, or in the one before: "June to March
    2029".
    """
    (opens, first), (shuts, last) = sorted((one, other), key=lambda row: row[0].start)
    begins, closes = ends(first), ends(last)
    if begins is None or closes is None:
        return None
    if begins[0] > closes[1]:
        if opens.because.rule == shuts.because.rule == _WEEKDAY and begins[0] - closes[1] < _WEEK_LATER:
            first = (begins[0] - (_WEEK_LATER if over else _NONE)).isoformat()
            last = (closes[1] + (_NONE if over else _WEEK_LATER)).isoformat()
        elif opens.because.rule == _MONTH and shuts.because.rule != _MONTH:
            first = f"{closes[1].year - (begins[0].month > closes[1].month):04d}-{begins[0].month:02d}"
        else:
            return None
    return f"{first.partition('/')[0]}/{last.rpartition('/')[2]}"


def since_before(time: Token) -> Token | None:
    """Give the "since" that a time, or the noun in whose phrase it stands, hangs from: "since a fire in 2019"."""
    step = time
    while step.head != step and step.dep_ in _PLACED:
        step = step.head
        if step.lower_ == _SINCE:
            return step
    opening = time.head
    if opening.dep_ in rel.PREPOSITION and opening.i and opening.nbor(-1).head.lower_ == _SINCE:
        return opening.nbor(-1).head  # "since a storm in March", where the parse hangs "in March" from the verb
    return None


def is_of_a_noun(time: Token, value: str, ranged: bool = False) -> bool:
    """Whether a time is that of a noun which tells no deed: then it dates no verb.

    A day may be that of the verb all the same: "gave a Sunday sermon". Of what is moved from one day to another it is
    neither. `ranged`: another time ends or opens a stretch with it.
    """
    over = time.head
    if over.lower_ in _ENDS_OF_A_MOVE and any(a.lemma_.lower() in _MOVES for a in over.ancestors):
        return True
    since = since_before(time)
    if since is not None and since.head.pos_ not in _CLAUSES:
        return any(t.tag_ in _RARE or t.ent_type_ in ner.ORDINAL for t in since.head.subtree if t.i < since.i)
    span = ends(value)
    if span is None or span[1] - span[0] <= _NIGHT:
        return False
    ranged = ranged or "/" in value
    if over.lower_ == "for" or (over.lower_ == "from" and not ranged and time.dep_ in rel.GOVERNED):
        before = over.nbor(-1) if over.i else over
        return before.pos_ == "NOUN" and not tells_deed(before)
    inside = time.dep_ in _INSIDE and time.i < over.i
    return inside and over.pos_ == "NOUN" and over.ent_type_ not in ner.TIMES and not tells_deed(over)


def ends_a_name(time: Token, value: str) -> bool:
    """Whether a year is the end of a name: "runs on Windows Server 2008", not "in Tarn in 2008"."""
    name = time.head
    counts = time.dep_ in rel.COUNT and name.i == time.i - 1 and time.lower_ == value
    return counts and name.pos_ == "PROPN" and name.ent_type_ not in ner.TIMES


_BOUNDS = frozenset({"before", "by", "till", "until"})
_BOUNDED_BY = tuple(f" {phrase}" for phrase in word_set("words_of_events", "bounds_in_words"))


def is_a_bound(time: Span, timex: Timex) -> bool:
    """Read "before Christmas", "by Friday": a day that bounds a deed is not its day; an hour is of its day."""
    over = time.root.head
    if timex.type != "DATE" or time.root.dep_ not in rel.GOVERNED or over.dep_ not in rel.PREPOSITION:
        return False
    before = "".join(f" {t.lower_}" for t in time.doc[max(0, over.i - 3) : over.i + 1])
    return over.lower_ in _BOUNDS or before.endswith(_BOUNDED_BY)


_HAVE = frozenset({"has", "have", "'ve", "’ve"})
_MADE_BY = word_set("words_of_events", "of_a_deed")


def is_of_the_deed_before(time: Token, verb: Token) -> bool:
    """Read "has apologised for the riot on Sunday": the perfect has no day: it is that of the deed before it."""
    while time.head != verb and (time.head.ent_type_ in ner.TIMES or time.head.dep_ in rel.PREPOSITION):
        time = time.head
    at = time.left_edge.i
    while at > verb.i + 1 and (time.doc[at - 1].ent_type_ in ner.TIMES or time.doc[at - 1].dep_ in rel.PREPOSITION):
        at -= 1  # "on Friday last week" may hang in two parts
    if at <= verb.i + 1 or verb.tag_ not in tags.PARTICIPLE or not has_dependent(verb, rel.HELPER, _HAVE):
        return False
    deed = time.doc[at - 1]
    while deed.pos_ in _NOMINAL and deed.head.pos_ in _NOMINAL and deed.dep_ in _INSIDE:
        deed = deed.head
    led = deed.dep_ in rel.GOVERNED and deed.head.lower_ in _MADE_BY
    return verb.is_ancestor(deed) and is_known(deed) and (led or tells_deed(deed) or names_a_deed(deed))
