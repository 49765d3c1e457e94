"""The days that a page shows under its heading without marking them: a line that says it, one day that stands alone.

A line may tell more than the day: an hour, how long it takes to read, when the text was changed. A day that its element
keeps for a program (data-timestamp, a title) counts as one that is shown. Of days that are not called the publication's
only one that stands alone counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise

from rashomon.intake.day import Order, day, is_month, is_weekday, understood
from rashomon.intake.head import attributes, tells_a_change
from rashomon.intake.markup import fragment, unescaped
from rashomon.intake.names import by_whom, is_house, is_role, persons
from rashomon.intake.own_zone import Zone, block_of_the_heading, holder_of_the_heading
from rashomon.language import word_set

_SHOWN = re.compile(r">([^<>]{8,120})(?=<)")
_LINE = re.compile(r"<(p|div|span|li|small|td|h[2-6])\b[^<>]{0,600}>", re.IGNORECASE)
_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)|['’‘]\d\d\b|\d[/.-]\d\d(?=\Z|[\s,])|(?<!\d)\d\d\.\d\d\.\d\d(?!\d)")
_LABELLED = re.compile(r"\W{0,3}(?:first\s+)?(?:published|posted|publication date)\b", re.IGNORECASE)
_SEAM = re.compile(
    r"\s*[|·•∙»›]\s*|;\s+|\s+(?:[-–—/]|//)\s+|\s*[(\[]|[)\]]\s*|,\s+(?=[^\W\d_])|(?<=:\d\d),\s+(?=\d)|(?<=[ap]m)\s+on\s+|(?<=[ap]\.m\.)\s+on\s+|\s+(?=(?:and\s+)?(?:last\s+)?(?:updated|modified|edited|changed)\b)",
    re.IGNORECASE,
)
_KEPT = re.compile(
    r"<(?!time\b|img\b|a\b|meta\b)[a-z][\w-]{0,30}\b[^<>]{0,600}?\b(?:datetime|title|time|timestamp|epoch|data-(?:[a-z]+-){0,3}(?:date|time|epoch|timestamp|datetime|published|ts)(?:-[a-z]+)?)\s*=[^<>]{0,400}>",
    re.IGNORECASE,
)
_CHANGED = re.compile(r"\A[^\d:]{3,40}?[:/]\s+(?=\S)")
_BY = re.compile(r"\A(?:the|on)\s+(?=\d)|\s+by\s+(?-i:[A-Z]).*\Z", re.IGNORECASE)
_WEEKDAY = re.compile(r"\A[^\W\d_]{2,12}(?:\s[^\W\d_]{1,12})?\s?[,.]\s+(?=\d)")
_FIRST = re.compile(r"\A([^\W\d_]{2,12})\s+(?=\d{1,2}[./-]\d{1,2}[./-]\d{4})")
_KEEPS = re.compile(
    r"datetime|title|time|timestamp|epoch|data-(?:[a-z]+-){0,3}(?:date|time|epoch|timestamp|datetime|published|ts)(?:-[a-z]+)?",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    r"modif|updat|(?<!cr)edit|event|comment|(?<!entry-)(?<!post-)(?<!article-)(?<!<)footer|weather|current|deadline|expir|election|birth|offer|review|rights|copyright"
    r"|caption|photo|gallery|\b(?:due|valid|start|end|open|close|until)\b",
    re.IGNORECASE,
)
_TODAY = re.compile(r"today|clock|\bnow\b", re.IGNORECASE)
_READERS = re.compile(r"comment|photo|gallery|event|offer|review", re.IGNORECASE)
"""What marks a day as another's, though it is called that of publication: what a class calls "updated" may say so."""
_POINTS = re.compile(r"[\u064b-\u0652]")
"""The points over Arabic letters, which a word can be written without."""
_SENTENCE = re.compile(r"[.!?…][\"'”’)]*\Z")
_DAY = re.compile(
    r"(?<!\d)(?:\d{1,2}(?:\s?(?:st|nd|rd|th)\b)?\W{1,3}(?:de\s)?[^\s\d]{2,14}\W{0,3}[\s.](?:de\s)?(?:19|20)\d\d|[^\W\d_]{3,12}\.?\s\d{1,2},\s(?:19|20)\d\d"
    r"|(?:19|20)\d\d[-./]\s?\d{1,2}[-./]\s?\d{1,2}|\d{1,2}[-./]\d{1,2}[-./](?:19|20)\d\d)(?!\d)"
)
_DASH = re.compile(r"\s*[-–—]\s*|\s+[^\W\d_]{1,5}\s+")
"""What stands between the first and the last day of a stretch."""
_BEGUN = re.compile(
    r"(?<![\d.,/:-])(?<![^\W_][ .]\b)(?<!\.\s\b)\b"
    r"(?:\d{1,2}\.?(?:\s([^\W\d_]{3,12}))?|([^\W\d_]{3,12})\.?\s\d{1,2})\s?[-–—]\s?"
    r"(?=\d{1,2}\.?\s|\d{1,2},|[^\W\d_]{3,12}\.?\s\d{1,2},)"
)
"""The first day of a stretch whose year only its last one tells."""
_DASHED = re.compile(r"\b([^\W\d_]{3,9})\s?-\s?(\d{1,2})\s?-\s?((?:19|20)\d\d)(?!\d)\s?")
"""A month, a day and a year that dashes join: "Aug - 12 - 2025"."""
_OF_THE_WEB = "1991"
"""Before that year no page was; what is older calls itself published."""
_SMALL = 3  # letters of a word that joins others
_MOST_WORDS = 9  # beside the days of such a line
_TAG = re.compile(r"<[^<>]{0,400}>")
_READ_OUT = re.compile(r"""\baria-label\s{0,3}=\s{0,3}["']([^"'<>]{8,200})["']""", re.IGNORECASE)
_RELEASED = re.compile(
    r">\s{0,20}(?:for immediate release|(?:press|news|media) release|press statement)\b", re.IGNORECASE
)
_BEFORE = 1_200
_PRINTED = r"(?:first|originally)?\s?(?:published|printed|posted|appear(?:ed|s)|ran)\b"
_IN_PRINT = re.compile(r"\b(?:in|of) (?:print|(?:the|our) print)\b", re.IGNORECASE)
_NAMED = re.compile(r"\b(?:in|by|on|at) (?:the )?[A-Z](?!\w*day\b)")
"""Where a sentence names a house."""
_TOLD_BEFORE = 600  # characters of markup before the last words
_NEAR = 300  # characters of markup between who signs under the words and the day
_LONGEST = 120
_LONGEST_LINE = 400
_UNDER_A_HEAD = re.compile(
    r"<h[2-6]\b[^<>]{0,400}>((?:[^<>]|<(?!/?h\d)[^<>]{0,300}>){0,200})</h[2-6]\s*>\s*(?:<[a-z][^<>]{0,300}>\s*){0,4}\Z",
    re.I,
)
_FEW = 3  # words of a heading that is no deck: "Timeline"


def days_shown(
    page: str, own: Zone, order: Order = "", writers: Sequence[str] = (), outlet: str = ""
) -> Iterator[tuple[str, str]]:
    """Give rung and day of the days that stand alone under the heading, and of those that say what they are."""
    alone: dict[str, str] = {}
    begun = max(own.start, own.heading)
    for at, line, marks in _lines(page, begun, own.stop):
        labelled = _LABELLED.match(line)
        between = at < (own.words if own.words >= 0 else own.last if own.last >= 0 else own.stop)
        between = between or any(name in page[max(0, at - _NEAR) : at + len(line) + _NEAR] for name in writers)
        if (
            at not in own
            or own.in_a_deck(at)
            or not (labelled or (between and _YEAR.search(line)))
            or _READERS.search(marks)
        ):
            continue
        told, called = day_of_line(line, order)
        if _OTHERS.search(marks) and not (called or _tells_both(line)):
            continue
        if not told and any(name in line for name in writers):
            told, called = day_of_line(_without(line, writers), order)
        label = _label_before(page, at)
        if label in ("changed", "event") and not called:
            continue
        called = called or label == "published"
        if not (labelled or called) and _is_of_a_list(page[max(0, at - _BEFORE) : at]):
            continue
        if told and (labelled or called or not tells_a_change(page, at)):
            if labelled or called:
                yield "labelled day", told
            if labelled or called or told[:4] >= _OF_THE_WEB:
                alone.setdefault(told[:10], told)
    if len(alone) == 1:
        yield "day under the heading", next(iter(alone.values()))
    yield from _only("day above the heading", _above(page, own, order))
    for told in _spoken(page, begun, own):
        yield "day read out", told
    yield from _only("day under the words", _behind(page, own, order))
    yield from _only("day told under the words", _told_behind(page, own, order, outlet))
    held = _kept(page, begun, own.words if own.words >= 0 else own.stop)
    yield from _only("day kept under the heading", (told for at, told in held if at in own))


def _only(rung: str, days: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Give the first of several that tell one day; nothing where they tell more."""
    held = list(days)
    if len({told[:10] for told in held}) == 1:
        yield rung, held[0]


def _without(line: str, writers: Sequence[str]) -> str:
    """Give a line without who wrote the text, and what joins them to the day."""
    joints = word_set("words_of_pages", "by_word") | word_set("words_of_pages", "and_word") | {""}
    front, *_, rest = re.split("|".join(map(re.escape, writers)), line)
    for part in (rest.split(), front.split()):
        while part and part[0].casefold().strip(",:|/–—-") in joints:
            del part[0]
        while part and part[-1].casefold().strip(",:|/–—-") in joints:
            part.pop()
        if any(any(map(str.isdigit, word)) for word in part):
            return " ".join(part).strip(" .,|/–—-")
    return ""


def _label_before(page: str, at: int) -> str:
    """Tell whether the words before a place, in an element of their own, label a day: published, changed, event."""
    before = re.split(r"\s*(?:<[^<>]{0,400}>\s*)+", page[max(0, at - _BEFORE) : at])
    label = next((one for one in reversed(before) if one.strip(" |·•-–—")), "")
    words = [word.strip(":.,").casefold() for word in unescaped(label).split()]
    published, changed = word_set("words_of_pages", "published_label"), _changes()
    if 0 < len(words) <= _FEW and not word_set("words_of_pages", "event_label").isdisjoint(words):
        return "event"
    if not 0 < len(words) <= _FEW or not all(w in published or w in changed or w in _links() for w in words):
        return ""
    return "changed" if not changed.isdisjoint(words) else "" if published.isdisjoint(words) else "published"


def is_of_an_event(page: str, at: int) -> bool:
    """Tell whether the words before a place of the page label the day of something to come: "Next hearing"."""
    return _label_before(page, at) == "event"


def _links() -> frozenset[str]:
    return word_set("words_of_pages", "label_link")


def _is_of_a_list(before: str) -> bool:
    """Tell whether what stands behind some markup has a short heading of its own, as the days of a timeline have.

    Who wrote the text, for which house and as what is no such heading.
    """
    head = _UNDER_A_HEAD.search(before)
    words = fragment(head[1]) if head else ""
    signs = bool(by_whom(words) or persons(words)) or is_role(words) or is_house(words)
    signs = signs or words.casefold().rpartition(" ")[2] in word_set("words_of_pages", "body")
    return head is not None and len(words.split()) <= _FEW and not signs


def _above(page: str, own: Zone, order: Order) -> Iterator[str]:
    """Give the days that stand over the heading in its own article, or behind a line that says it is a release.

    Where nothing tells what the heading stands in, a day over it counts that is called the publication's.
    """
    begun = holder_of_the_heading(page, own)
    released = _RELEASED.search(page, own.start, max(own.start, own.heading))
    begun = begun if begun >= 0 or released is None else released.start()
    begun = begun if begun >= 0 else block_of_the_heading(page, own)
    placed = begun >= 0
    for at, line, marks in _lines(page, begun if placed else own.start, own.heading):
        others = _OTHERS.search(marks) or _TODAY.search(marks)
        if at in own and _YEAR.search(line) and not others and not tells_a_change(page, at):
            told, called = day_of_line(line, order)
            if told and (placed or called):
                yield told


def _behind(page: str, own: Zone, order: Order) -> Iterator[str]:
    """Give the days that are all of a line under the last words, where only sentences stand before the first."""
    led = False
    for at, line, marks in _lines(page, own.last, own.stop) if own.last >= 0 else ():
        if at not in own or _OTHERS.search(marks) or _READERS.search(marks) or not understood(day(line, order)):
            continue
        between = [one for one in fragment(page[own.last : at]).split("\n\n") if any(map(str.isalnum, one))][1:]
        told, _ = day_of_line(line, order)
        led = led or (bool(told) and all(_SENTENCE.search(one) for one in between) and not tells_a_change(page, at))
        if led and told:
            yield told


def _told_behind(page: str, own: Zone, order: Order, outlet: str) -> Iterator[str]:
    """Give the days of sentences around the last words that say when the text was first printed, here or in print.

    A sentence that names another house says when that one printed it.
    """
    begun = max(own.words, own.heading, own.last - _TOLD_BEFORE) if own.last >= 0 else own.stop
    nouns = "|".join(sorted(word_set("words_of_pages", "label_noun")))
    said = re.compile(rf"\A\W?(?:(?:an?\s\w+\sof\s)?(?:this|the)\s(?:{nouns})\b.{{0,40}}?)?{_PRINTED}", re.IGNORECASE)
    for line in fragment(page[begun : own.stop]).split("\n\n"):
        found = said.match(line) if len(line) <= _LONGEST_LINE else None
        days = _DAY.findall(line) if found else []
        before = line[: line.find(days[0])] if len(days) == 1 else ""
        here = _IN_PRINT.search(before) or not _NAMED.search(before, 1) or (outlet and outlet in before)
        if before and here and understood(told := day(days[0], order)):
            yield told


def days_of_others(page: str, own: Zone) -> set[str]:
    """Give the days in the zone that their elements mark as those of an event, a change, or anything else."""
    found: set[str] = set()
    for at, line, marks in _lines(page, max(own.start, own.heading), own.stop):
        if own.in_a_deck(at):
            continue
        parts = list(_days_in(line, ""))
        others = _OTHERS.search(marks) is not None
        found |= {told[:10] for told, called, changed in parts if changed or (others and not called)}
    return found


def day_of_line(line: str, order: Order = "") -> tuple[str, bool]:
    """Give the one day of publication that a line tells, "" for none, and whether it is called so.

    >>> day_of_line("09:12 | 14/03/2023"), day_of_line("Data publikacji: 14 marca 2023, 09:12")
    (('2023-03-14', False), ('2023-03-14', True))
    """
    every = list(_days_in(line, order))
    parts = [(told, called) for told, called, changed in every if not changed] or _of_an_issue(line, order)
    if not any(called for _, called in parts) and is_a_stretch(line):
        return "", False
    if parts and parts[0][0] and len(parts) == 1:
        return parts[0]
    found = {told[:10]: (told, called) for told, called in reversed(parts)}
    held = [one for one in found.values() if one[1]] or list(found.values())
    return held[0] if len(held) == 1 else ("", False)


def is_a_stretch(line: str) -> bool:
    """Tell whether a line tells from which day to which something goes on.

    >>> is_a_stretch("3 March 2025 – 9 June 2025"), is_a_stretch("3 March 2025, updated 9 June 2025")
    (True, False)
    """
    if len(line) > _LONGEST_LINE:
        return False
    days = list(_DAY.finditer(line))
    if any(_DASH.fullmatch(line, one.end(), two.start()) for one, two in pairwise(days)):
        return True
    led = (begun for one in days for begun in _BEGUN.finditer(line, 0, one.end()) if begun.end() >= one.start())
    months = (begun[1] or begun[2] for begun in led)
    return any(month is None or is_month(month) for month in months)


def _of_an_issue(line: str, order: Order) -> list[tuple[str, bool]]:
    """Give the one day of a line whose other words all stand beside one: "From the print edition of 6 May 2031"."""
    found = list(_DAY.finditer(line)) if len(line) <= _LONGEST_LINE else []
    known = word_set("words_of_pages", "edition_word") | word_set("words_of_pages", "label_link")
    rest = [word for word in re.findall(r"[^\W\d_]+", _DAY.sub(" ", line).casefold()) if word not in known]
    told = day(found[0].group(), order) if len(found) == 1 and not rest else ""
    return [(told, False)] if understood(told) else []


def without_days(line: str) -> str:
    """Give a line with a mark where it tells a day, its weekday with it."""
    kept, at = "", 0
    for found in _DAY.finditer(line):
        before = line[at : found.start()].rstrip(" ,.")
        while (last := before.rpartition(" ")[2].strip(",.")) and (is_weekday(last) or last in _links()):
            before = before[: before.rindex(last)].rstrip(" ,.")
        kept, at = f"{kept}{before} | ", found.end()
    return kept + line[at:]


def is_day_line(line: str) -> bool:
    """Tell whether a line says no more than when a text was published or changed, or is a label of that.

    >>> is_day_line("Published: 6 May 2025 09:12 Updated: 7 May"), is_day_line("Ruling of 3 May 2019 is overturned")
    (True, False)
    """
    labels = word_set("words_of_pages", "published_label") | _changes() | word_set("words_of_pages", "label_link")
    words = _DAY.sub(" ", line).replace(":", " ").split()
    if _DAY.search(line) is None:
        return bool(words) and all(word.casefold().strip(".,|") in labels for word in words)
    words = [word for word in _DAY.sub(" ", line).split() if any(map(str.isalpha, word)) and word[-1] != ":"]
    held = [word for n, word in enumerate(words) if word[0].islower() or not n]
    told = [word.casefold() for word in held if len(word) > _SMALL and word.isalpha()]
    unknown = sum(word not in labels for word in told)
    words = [word for word in words if len(word) > _SMALL]
    return unknown <= 1 and len(words) <= _MOST_WORDS and line[-1] not in ".!?"


def is_but_a_day(line: str) -> bool:
    """Tell whether a line says no more than a day, in any tongue: no word of English stands with it.

    >>> is_but_a_day("2024. október 3., csütörtök 17:21"), is_but_a_day("After 3 May 2019, nothing")
    (True, False)
    """
    told, called = day_of_line(line)
    words = re.findall(r"[^\W\d_]{4,}", line)
    labels = word_set("words_of_pages", "published_label") | _changes() | _links()
    other = [word for word in words if not (is_weekday(word) or is_month(word) or word.casefold() in labels)]
    return bool(told) and (called or len(other) <= 1) and len(words) <= _MOST_WORDS


def _days_in(line: str, order: Order) -> Iterator[tuple[str, bool, bool]]:
    """Give each day that a line tells, whether it is called that of publication, and whether of a change."""
    if len(line) > _LONGEST_LINE or not word_set("words_of_pages", "no_publication").isdisjoint(
        line.casefold().split()
    ):
        return
    line = _DASHED.sub(r"\1 \2, \3", _without_counts(line))
    words, called = _unlabelled(line, order)
    if understood(told := day(words, order)) and not _tells_change(words):
        yield told, called, False
        return
    changed = False
    for part in _seam().split(line):
        words, called = _unlabelled(part.strip(" ,-–—|•[]()").removesuffix("."), order)
        changed = not called and (changed or _tells_change(words))
        if understood(told := day(_CHANGED.sub("", words) if changed else words, order)):
            yield told, called, changed


def _tells_both(line: str) -> bool:
    """Tell whether a line tells a day and behind it that of a change, whatever its class is called."""
    days = list(_DAY.finditer(line)) if len(line) <= _LONGEST_LINE else []
    first = days[0].end() if len(days) > 1 else len(line)
    return len(days) > 1 and _tells_change(line[first:]) and not _tells_change(line[:first])


def _without_counts(line: str) -> str:
    """Give a line without how many read or answered behind its day: "14/09/2022 312 Views"."""
    words = line.split()
    while len(words) > 1 and words[-1].casefold().strip("()") in word_set("words_of_pages", "reader_count"):
        if not words[-2].strip("(").replace(",", "").isdigit():
            break
        del words[-2:]
    return " ".join(words)


@cache
def _seam() -> re.Pattern[str]:
    """What parts the days of a line: a mark, and the label of the next one behind a day or an hour."""
    labels = sorted(word_set("words_of_pages", "published_label") | _changes(), key=lambda word: (-len(word), word))
    return re.compile(rf"{_SEAM.pattern}|(?<=[\d.])\s+(?=(?:{'|'.join(map(re.escape, labels))})\b)", re.IGNORECASE)


def _tells_change(words: str) -> bool:
    return not {word.strip(":,.()[]") for word in words.casefold().split()}.isdisjoint(_changes())


def _changes() -> frozenset[str]:
    return word_set("words_of_pages", "change_label")


def _unlabelled(part: str, order: Order) -> tuple[str, bool]:
    """Cut off what a day is called, where that is a word for published, and a weekday in another tongue."""
    words, at, called = part.split(), 0, False
    while at < len(words):
        word = _POINTS.sub("", words[at].strip(":.").casefold())
        if word in word_set("words_of_pages", "published_label"):
            called = True
        elif word.isdigit() and words[at + 2 : at + 3] and words[at + 2] in word_set("words_of_pages", "ago_word"):
            at += 2
        elif word not in _links() and word not in word_set("words_of_pages", "label_noun"):
            break
        at += 1
    rest = " ".join(words[at:]).lstrip(": ")
    rest = rest if called or understood(day(rest, order)) else part
    rest = rest if understood(day(rest, order)) else _WEEKDAY.sub("", _BY.sub("", rest))
    if (first := _FIRST.match(rest)) and is_weekday(first[1]):
        rest = rest[first.end() :]
    return (rest if understood(day(rest, order)) else part), called


def _lines(page: str, start: int, stop: int) -> Iterator[tuple[int, str, str]]:
    """Give place, words and tags of what stands between two tags, and of the short elements that hold more tags."""
    for shown in _SHOWN.finditer(page, start, stop):
        tag = page[max(page.rfind("<", 0, shown.start(1)), 0) : shown.start(1)]
        yield shown.start(1), " ".join(unescaped(shown[1]).split()), tag
    for opening in _LINE.finditer(page, start, stop):
        end = page.find(f"</{opening[1]}", opening.end(), min(opening.end() + 600, stop))
        inner = page[opening.end() : end] if end >= 0 else ""
        if "<" in inner and "<time" not in inner:
            line = " ".join(fragment(inner.replace("<", " <")).split())
            if 8 <= len(line) <= _LONGEST and "\n\n" not in line:
                yield opening.start(), line, opening.group() + " ".join(_TAG.findall(inner))


def _spoken(page: str, start: int, own: Zone) -> Iterator[str]:
    """Give the days that a label for readers of screens calls those of publication."""
    for found in _READ_OUT.finditer(page, start, own.words if own.words >= 0 else own.stop):
        told, called = day_of_line(" ".join(unescaped(found[1]).split()))
        if called and found.start() in own:
            yield told


def _kept(page: str, start: int, stop: int) -> Iterator[tuple[int, str]]:
    """Give place and day of what elements keep for a program, but for those of a change or an event."""
    for tag in _KEPT.finditer(page, start, stop):
        if _OTHERS.search(tag.group()) or _OTHERS.search(page[tag.end() : tag.end() + 12]):
            continue
        for name, told in attributes(tag.group()).items():
            if _KEEPS.fullmatch(name) and (name != "title" or _YEAR.search(told)) and understood(iso := day(told)):
                yield tag.start(), iso
