"""Where in its markup a page speaks of its own article: from above its heading to its last words, its guests left out.

What stands behind the last words is of other articles, and so is an article of its own that ends before the heading
begins, or that stands in the text under a heading which leads elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice

from rashomon.intake.head import PROFILE
from rashomon.intake.markup import closing, fragment, of_a_heading
from rashomon.intake.names import by_whom, persons, with_by_apart
from rashomon.language import word_set

_OTHER = re.compile(
    r"<(?:article|aside|section|footer|nav|h[1-4]|form)\b"
    r"|<\w{1,12}\b[^>]{0,200}?\b(?:id|class)\s{0,3}=\s{0,3}[\"']?[^\"'>]{0,100}\bcomment",
    re.IGNORECASE,
)
_HEADING = re.compile(r"<h([1-3])\b[^<>]{0,1000}>", re.IGNORECASE)
_GUEST = re.compile(
    r"<(?P<tag>article)\b[^>]{0,600}>"
    r"|<(?P<scoped>[a-z]\w{0,12})\b[^>]{0,400}?\bitemtype\s{0,3}=\s{0,3}[\"'][^\"'>]{0,80}(?:Article|Posting|(?P<said>Comment|Answer))\b[^>]{0,200}>",
    re.IGNORECASE,
)
_LINKED = re.compile(
    r"<h[1-6]\b[^>]{0,300}>(?:\s|<(?!a\b|/)[^>]{0,200}>){0,5}<a\b"
    r"|<a\b[^>]{0,600}>(?:\s|<(?!h\d|/a)/?[^>]{0,300}>){0,8}<h[1-6]\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[.!?…][\"'”’)]*\Z")
_HEADLINE = re.compile(r"<a\b[^>]{0,600}>\s*(?:<[^<>]{1,300}>\s*){0,6}[^<\s][^<]{24,300}<", re.IGNORECASE)
"""A link whose words are as many as a headline's."""
_LISTED = re.compile(r"<li\b[^<>]{0,600}>", re.IGNORECASE)
_ASIDE = re.compile(r"<aside\b[^<>]{0,600}>", re.IGNORECASE)
_LEAD = re.compile(r"<a\b[^<>]{0,600}>\s*(?:<[^<>]{1,300}>\s*){0,6}([^<\s][^<]{24,300})<", re.IGNORECASE)
"""A link as long as a headline, with its words."""
_BLOCK = re.compile(r"<(/?)(?:div|li|section|article|aside|td|tr|table|ul|ol|nav|header|p)\b", re.IGNORECASE)
_BETWEEN = re.compile(
    r"(</(?:span|a|b|strong|em|i|label|small)\s*>)\s*(?=<(?:span|a|b|strong|em|i|label|small)\b)", re.IGNORECASE
)
_TOUCHING = re.compile(r"(</(?:span|a|b|strong|em|i|label|small|time)\s*>|<!---->)(?=\S)", re.IGNORECASE)
_COMMENTS = re.compile(
    r"<(div|section|ul|ol|aside|p)\b[^<>]{0,200}?\b(?:class|id)\s{0,3}=\s{0,3}[\"'][^\"'<>]{0,100}comment[^<>]{0,300}>",
    re.IGNORECASE,
)
_OF_ENTRY = re.compile(
    r"[^<>]{0,200}?\bclass\s{0,3}=\s{0,3}[\"'][^\"'<>]{0,100}?\b(?:entry|post|article|story)[-_]{1,2}(?:footer|foot)\b",
    re.I,
)
"""What marks a foot as that of an article, whatever stands behind it."""
_CLOSES = re.compile(r"</footer\s{0,9}>\s{0,9}(?:</div\s{0,9}>\s{0,9}){0,3}</article", re.IGNORECASE)
_HOLDS = re.compile(r"<(article|main)\b[^<>]{0,600}>", re.IGNORECASE)
_LONGEST_HELD = 400_000
_BODY = re.compile(r"</head\b|<body\b", re.IGNORECASE)
_DIVISION = re.compile(r"<(/?)(div|section|td)\b", re.IGNORECASE)
_CRUMBS = 3  # links above a heading that tell no more than where its article stands
_RUN = re.compile(r"(?:<[a-zA-Z][^<>]{0,600}>\s*)+\Z")
"""Opening tags, up to the words that they hold."""
_LOWER = re.compile(r"<h[2-6]\b", re.IGNORECASE)
_CLASSES = re.compile(
    r"""\b(?:class|id|itemprop|data-testid)\s{0,3}=\s{0,3}(?:"([^"]{0,300})"|'([^']{0,300})'|([^\s"'>]+))""", re.I
)
_HUMPS = re.compile(r"(?<=[a-z])(?=[A-Z])")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
"""What a heading tells that is a day, and heads no box."""
_DECKS, _TAGS, _TAG = 4, 1_500, 200
_ABOVE = 4_000  # characters of markup above a heading in which its byline stands
_BELOW = 400  # and under the last words
_TAIL, _LONG = 6, 60  # lines at the end of a text among which its last sentence stands, characters of one
_SIGNED = 120  # characters of a line that says who wrote the text
_HOUSE = 3  # words of what may stand beside who signs: a house, a place
_TWICE = re.compile(r"(?P<who>[^\W\d_][^,!?\d]{4,60}?)\s?(?=(?P=who)\s)")
"""A name at the head of a line that stands there twice, as where an extractor joins a name to the line under it."""
_LAST = 30  # characters by which the last words are found again
_UNDER = 3_000  # characters of markup under a heading in which a byline stands
_GUESTS, _HEADINGS, _LONGEST = 60, 80, 60_000


@dataclass(frozen=True, slots=True)
class Zone:
    """What lies from `start` to `stop` in the markup, without the `guests`.

    Its words stand from `words` to `last`, behind the `decks`; links that lead on may stand behind it, up to `foot`.
    """

    start: int
    stop: int
    heading: int
    words: int
    last: int
    guests: tuple[range, ...] = ()
    decks: tuple[range, ...] = ()
    foot: int = -1

    def in_a_deck(self, at: int) -> bool:
        """Tell whether what stands at a place is told in the lines above the text."""
        return any(at in deck for deck in self.decks)

    def __contains__(self, at: int) -> bool:
        """Tell whether what stands at a place of the markup is said of the page's own article."""
        return self.start <= at < self.stop and not any(at in guest for guest in self.guests)


def of_its_own(page: str, own: Zone) -> str:
    """Give the markup of the zone without its guests."""
    parts, at = [], own.start
    for guest in sorted(own.guests, key=lambda one: one.start):
        if own.start < guest.stop and guest.start < own.stop and guest.stop > at:
            parts.append(page[at : max(at, guest.start)])
            at = guest.stop
    return "".join((*parts, page[at : max(at, own.stop)]))


def zone(page: str, text: str, shows: Callable[[str], bool]) -> Zone:
    """Find the zone of the article whose words are `text`; `shows` tells by its words which heading is its own."""
    heading = _own_heading(page, shows)
    start = max(0, heading - _ABOVE)
    if heading >= 0 and (closed := page.rfind("</header", start, heading)) >= 0:
        start = closed  # what the head of the site tells is no article's
    start = max(start, _behind_the_last_lead(page, start, heading))
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    body = [line for line in lines if len(line) > _LAST and _SENTENCE.search(line) and not shows(line)]
    body = [line for line in body if len(line) > _SIGNED or not _signs(line)]  # "By Ada Brandt – Velm Corr."
    opened = _BODY.search(page)
    begun, decks = _begins(page, body, max(opened.end() if opened else 0, heading))
    guests = tuple(_guests(page, heading, shows)) if heading >= 0 else ()
    for line in reversed(lines):
        end = page.find(line[-_LAST:], max(0, heading))
        if end >= 0:
            below = end + _LAST + _BELOW
            others = (m for m in _OTHER.finditer(page, end, below) if not _is_its_foot(page, m))
            leads_on = (m for m in _LEAD.finditer(page, end, below) if not shows(" ".join(fragment(m[1]).split())))
            foot = next((m.start() for m in others), below)
            stop = min(foot, next((m.start() for m in leads_on), below))
            tail = lines[-_TAIL:]
            told = next((one for one in reversed(tail) if one in body and len(one) > _LONG), "")
            last = page.find(told[-_LAST:], max(0, heading), end) if told else -1
            return Zone(start, stop, heading, begun, last if last >= 0 else end, guests, decks, foot)
    return Zone(start, len(page), heading, begun, -1, guests, decks)


def _signs(line: str) -> bool:
    """Tell whether a line begins as one that says who wrote the text, and says it."""
    return line.split()[0].casefold() in word_set("words_of_pages", "by_word") and bool(by_whom(line))


def _is_its_foot(page: str, mark: re.Match[str]) -> bool:
    """Tell whether what opens is a foot that stands within its article."""
    if mark.group().casefold() != "<footer":
        return False
    if _OF_ENTRY.match(page, mark.end()):
        return True
    foot = page.find("</footer", mark.end(), mark.end() + _UNDER)
    return foot >= 0 and _CLOSES.match(page, foot) is not None


def _begins(page: str, body: list[str], start: int) -> tuple[int, tuple[range, ...]]:
    """Give where the text begins behind its decks, and where these stand: lines under a lower heading, or marked so."""
    decks: list[range] = []
    for number, one in enumerate(body[:_DECKS]):
        who, line = presented(one)
        at = page.find(line[:_LAST], start)
        at = at if at >= 0 else page.find(line[-_LAST:], start)  # its first words may stand in elements of their own
        opened = _opened(page[max(0, at - _TAGS) : at]) if at >= 0 else ""
        if number == len(body) - 1:
            return at, tuple(decks)
        following = page.find(presented(body[number + 1])[1][:_LAST], at + len(line))
        who = who or (persons(_line_before(page, at)) if at >= 0 else "")
        presents = who and line.startswith(who) and not any(who.split()[-1] in other for other in body if other != one)
        signed = not number and following >= 0 and _signs_and_dates(page, at + len(line), following)
        if not (presents or signed or _opens_a_deck(opened)):
            return at, tuple(decks)
        decks.append(range(at - len(opened), at + len(line)))
    return -1, tuple(decks)


def presented(line: str) -> tuple[str, str]:
    """Give whom a line presents whose name an extractor has set before it once more, and the line without that."""
    twice = _TWICE.match(line)
    return (twice["who"], line[twice.end("who") :].lstrip()) if twice and persons(twice["who"]) else ("", line)


def _line_before(page: str, at: int) -> str:
    """Give the words that stand right before a place of the markup, in an element of their own."""
    return fragment(page[max(0, at - _TAGS) : at].rpartition("</h1")[2]).strip().rpartition("\n")[2]


def _signs_and_dates(page: str, start: int, stop: int) -> bool:
    """Tell whether all that stands between two lines is who wrote the text and when: then the first is a deck."""
    between = page[start:stop]
    if len(between) > _UNDER or _LOWER.search(between) or _HEADLINE.search(between) or _ASIDE.search(between):
        return False
    lines = [line for line in fragment(between).splitlines() if line.strip(' .!?”"|·•')]
    told = [bool(by_whom(line) or persons(line)) for line in lines]
    dated = (len(line) <= _LONG and _YEAR.search(line) is not None for line in lines)
    others = [line for line, signs, day in zip(lines, told, dated, strict=True) if not (signs or day)]
    house = len(others) <= 1 and all(len(line.split()) <= _HOUSE and not _SENTENCE.search(line) for line in others)
    return 0 < len(lines) <= _TAIL and any(told) and house


def _opened(before: str) -> str:
    """Give the opening tags at the end of a piece of markup."""
    run = _RUN.search(before.rpartition("</")[2])
    return run.group() if run else ""


def _opens_a_deck(opened: str) -> bool:
    marks = " ".join("".join(found) for found in _CLASSES.findall(opened))
    told = set(re.split(r"[\W_]+", _HUMPS.sub(" ", marks).casefold()))
    return _LOWER.search(opened) is not None or not told.isdisjoint(word_set("words_of_pages", "deck_mark"))


def holder_of_the_heading(page: str, own: Zone) -> int:
    """Give where the article begins that holds the heading, -1 where none does."""
    begun = max((one.start() for one in _HOLDS.finditer(page, own.start, max(own.start, own.heading))), default=-1)
    opened = _HOLDS.match(page, begun) if begun >= 0 else None
    closed = closing(page, opened[1], opened.end(), _LONGEST_HELD) if opened else None
    return begun if closed and closed.start() > own.heading else -1


def block_of_the_heading(page: str, own: Zone) -> int:
    """Give where the smallest block begins that holds the heading and the first words, -1 where it opens with links."""
    opened: list[re.Match[str]] = []
    for mark in _DIVISION.finditer(page, own.start, max(own.start, own.heading)):
        if not mark[1]:
            opened.append(mark)
        elif opened:
            opened.pop()
    for mark in reversed(opened):
        closed = closing(page, mark[2], mark.end(), _LONGEST_HELD)
        if closed and 0 <= own.words < closed.start():
            links = len(re.findall(r"<a\b", page[mark.start() : own.heading], re.IGNORECASE))
            return mark.start() if links <= _CRUMBS else -1
    return -1


def above_the_heading(page: str, own: Zone) -> Iterator[str]:
    """Give the lines between the beginning of what holds the heading and that: its article, else its block."""
    begun = holder_of_the_heading(page, own)
    begun = begun if begun >= 0 else block_of_the_heading(page, own)
    if begun >= 0:
        yield from fragment(_TOUCHING.sub(r"\1 ", page[begun : own.heading])).split("\n\n")


def title_shown(page: str, own: Zone) -> str:
    """Give the words of the article's own heading, "" where it has none."""
    end = page.find("</h", own.heading + 1, own.heading + 6_000) if own.heading >= 0 else -1
    return of_a_heading(page[own.heading : end]) if end >= 0 else ""


def beside_the_words(page: str, own: Zone, marked: re.Pattern[str] = _COMMENTS) -> Iterator[str]:
    """Give the lines between the heading and the first words, and under the last, but for elements `marked` so."""
    start = max(own.start, own.heading)
    under = own.words if own.words >= 0 else min(start + _UNDER, own.stop)
    parts = [(start, min(under, start + _UNDER)), (own.last, own.stop)] if own.last >= 0 else [(start, under)]
    for begin, end in parts:
        for guest in own.guests:
            if begin < guest.start < end:
                end = guest.start
        part = with_by_apart(_without(page[begin:end], marked))
        shown = fragment(_TOUCHING.sub(r"\1 ", part))
        between = _BETWEEN.sub(r"\1 | ", part).replace("<!---->", " | ")
        if (apart := fragment(_TOUCHING.sub(r"\1 ", between))) != shown:
            yield from apart.split("\n\n")
        yield from shown.split("\n\n")


def _without(part: str, marked: re.Pattern[str]) -> str:
    """Give a piece of markup without the elements whose opening is `marked`, by its tag in one of its groups."""
    at, kept = 0, []
    for opening in islice(marked.finditer(part), _GUESTS):
        end = closing(part, opening[opening.lastindex or 0], opening.end(), _LONGEST)
        if opening.start() >= at and end is not None:
            kept.append(part[at : opening.start()])
            at = end.end()
    return "".join((*kept, part[at:]))


def under_the_words(page: str, own: Zone) -> str:
    """Give the last line that stands under the words, "" where none does."""
    return fragment(page[own.last + _LAST : own.foot]).rpartition("\n\n")[2] if own.last >= 0 else ""


def _behind_the_last_lead(page: str, start: int, heading: int) -> int:
    """Give where the block ends that holds the last link to another article above the heading; `start` for none."""
    above = (lead for kind in (_HEADLINE, _LINKED) for lead in kind.finditer(page, start, max(start, heading)))
    last = max((one.end() for one in above if not PROFILE.search(page, one.start(), one.end() + _TAG)), default=0)
    if not last:
        return start
    depth = 0
    for mark in _BLOCK.finditer(page, last, heading):
        depth += -1 if mark[1] else 1
        if depth < 0:
            return mark.end()
    return last


def leads(page: str) -> Iterator[int]:
    """Give the places of headings that are links to other articles, or stand in one."""
    return (found.start() for found in _LINKED.finditer(page))


def _own_heading(page: str, shows: Callable[[str], bool]) -> int:
    """Give where the page's own heading begins: a heading that shows its title, an h1 first, else the first h1."""
    held: list[tuple[str, int, bool]] = []
    for opening in islice(_HEADING.finditer(page), _HEADINGS):
        end = page.find(f"</h{opening[1]}", opening.end(), opening.end() + 5_000)
        told = of_a_heading(page[opening.end() : end]) if end >= 0 else ""
        if told:
            held.append((opening[1], opening.start(), shows(told)))
    first = [at for level, at, own in held if own and level == "1"] + [at for _, at, own in held if own]
    return next(iter([*first, *(at for level, at, _ in held if level == "1")]), -1)


def _is_a_box(page: str, start: int, stop: int) -> bool:
    """Tell whether what stands between two places has a heading of its own, which is no person's name."""
    lower = _LOWER.search(page, start, stop)
    end = page.find("</h", lower.end(), stop) if lower else -1
    words = of_a_heading(page[lower.start() : end]) if lower and end >= 0 else ""
    return bool(words) and not (persons(words) or _YEAR.search(words))


def _guests(page: str, heading: int, shows: Callable[[str], bool]) -> Iterator[range]:
    """Give the articles on the page that do not hold its heading and are others', and items that lead to one."""
    for opening in islice(_LISTED.finditer(page, heading, heading + _UNDER), _GUESTS):
        mark = closing(page, "li", opening.end(), _UNDER)
        lead = _LEAD.search(page, opening.end(), mark.start()) if mark else None
        words = " ".join(fragment(lead[1]).split()) if lead else ""
        if mark and lead and not (shows(words) or persons(words) or by_whom(words)):
            yield range(opening.start(), mark.end())
    for opening in islice(_ASIDE.finditer(page, heading, heading + _UNDER), _GUESTS):
        mark = closing(page, "aside", opening.end(), _UNDER)
        if mark and _is_a_box(page, opening.end(), mark.start()):
            yield range(opening.start(), mark.end())
    for opening in islice(_GUEST.finditer(page), _GUESTS):
        mark = closing(page, opening["tag"] or opening["scoped"], opening.end(), _LONGEST)
        if mark is None or opening.start() <= heading < mark.end():
            continue
        end = mark.end()
        if end <= heading or opening["said"] or _LINKED.search(page, opening.start(), end):
            yield range(opening.start(), end)
