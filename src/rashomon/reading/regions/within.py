"""What of a block is no article body: credits, datelines, boxes, an interview's questions, an entry's hour.

Every span is inside the block that it was found in, and stripped; the words on both sides of it are the writer's. So a
credit that closes a caption, a dateline, a glued-on blurb; and what a page put into the middle of a paragraph: a box of
links behind a name, the signature of an embedded post.

Questions are set apart by bold or italic marks: "**What woke you?**", "__It was late.__". Who asks also puts before
another what somebody else said: where two or more of the lines so set apart ask, all of them are questions. An outlet
that asks and answers itself sets its questions so too. In an interview who answers says "I" or "we", in most answers
and "I" in one of them, or in some and the text or its title tells who was spoken to.

An entry of a live page opens with its hour, which is no part of its words, and often with a heading. A text is a live
page where two blocks or more open so. The heading of an entry tells nothing that the entry does not; an hour alone on
its line stands before the heading.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from rashomon.language import lexicon, word_set
from rashomon.reading.number_words import MONTH
from rashomon.reading.outlets import outlets
from rashomon.reading.regions.blocks import Block
from rashomon.records import Reason, Region, RegionKind

_BOX_AT_MOST = 700  # characters of a box of links
_PART = r"(?:[A-Z][\w.’'-]*|\([A-Z][\w.’' -]*\)|[a-z]{2,3})"
_BOX = re.compile(
    r"\b(?P<name>[A-Z][\w’'-]+)(?:,? (?:Jr|Sr)\.)? "
    rf"(?P<box>(?:{_PART} ){{0,6}}(?P=name)(?=[A-Z“‘\"'])[^\n]{{20,{_BOX_AT_MOST}}}?\bMORE)(?!\w)"
)
_POST = re.compile(
    r"(?:(?:pic\.twitter\.com/\w+|https?://\S+)[\s\xa0]+)*[—–-]{1,2}\s*[^\n—–()]{1,50}\s?\(@\w{1,20}\)"
    rf"(?:\s*{MONTH}\s+\d{{1,2}},?\s+\d{{4}}|\s*\d{{1,2}}\s+{MONTH},?\s+\d{{4}})?"
)


def boxes(block: Block) -> Iterator[Region]:
    """Give the boxes of links in `block`.

    A box repeats the surname that it stands behind, with the bearer's full name before it, glued to the first of its
    headlines; it ends in "MORE".
    """
    if "MORE" in block.text:
        for match in _BOX.finditer(block.text):
            start, end = match.span("box")
            yield Region(block.start + start, block.start + end, "related_link", Reason("box-of-links", match["name"]))


def inserted(block: Block) -> Iterator[Region]:
    """Give the spans of `block` that were put into it."""
    yield from boxes(block)
    if "(@" in block.text:
        for match in _POST.finditer(block.text):
            shown = match.group().strip()
            start = block.start + match.start()
            yield Region(start, start + len(shown), "credit", Reason("post-signature", shown[:60]))


CAPTION_AT_MOST = 60  # words; captions of agencies end well below
_BRACKET = re.compile(r"[(\[]([^()\[\]]{2,90})[)\]]\s*(\.?)$")
_SLASHED = re.compile(
    r"((?<![\w/])"
    r"(?:(?:Photo|Photograph|Picture|Image|Pic|Illustration|Credit)s?\s*(?:credit|by|courtesy(?: of)?)?\s*:\s*|©\s*)"
    r"[A-Z@][^.:]{1,60}|(?:REUTERS|AFP|AP|EPA|Reuters|Getty Images|AP Photo)\s*/\s*[A-Z][\w .’'/-]{1,50}"
    r"|(?<=[.!?] )[A-Z][A-Z-]{2,}(?: [A-Z-]{2,})?/[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){1,2}"
    r"|(?<=[a-z.])Credit(?=[A-Z])[\w .’'-]{3,40}(?:/[\w .]{2,30})?)\.?$"
)
_PLACE = r"[A-Z][A-Z.'’-]+(?:[ /][A-Z][A-Z.'’-]+){0,3}(?:,\s?[A-Z][A-Za-z.'’]+(?: [A-Z][a-z]+){0,2}){0,2}"
_TOWN = r"[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,2}(?:,\s?[A-Z][A-Za-z.'’]+){0,1}"
_STATE = r"(?:\s\([A-Z][\w .'’-]{1,30}\)(?=\s*[(/]))?"  # "Timbuktu (Mali) (AFP) – "
_PLACE, _TOWN = _PLACE + _STATE, _TOWN + _STATE
_DAY = rf"{MONTH}\s+\d{{1,2}}(?:,?\s+\d{{4}})?|\d{{1,2}}\s+{MONTH}(?:,?\s+\d{{4}})?"
_WHEN = rf",?\s+(?:{_DAY})"
_WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s+)?"
_BY = r",?\s*(?:\((?P<by>[^()]{2,40})\)|/(?P<slash>[A-Z][^/\n]{1,30})/|,\s*(?P<comma>[A-Z][\w. -]{1,25}))"
_DASH = r"\s*,?\s*(?:--?|[–—:])\s+"
_DATELINES = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?P<place>{_PLACE})(?P<when>{_WHEN})\.?,?\s+/(?P<slash>[A-Z][^/\n]{{1,30}})/\s*(?:\.|--?|[–—:])?\s+",
        rf"(?P<place>{_PLACE})(?:{_BY})?\s*(?:--?|[–—])(?P<when>{_WHEN}){_DASH}",
        rf"(?P<place>{_PLACE})(?P<when>{_WHEN})?(?:{_BY})?{_DASH}",
        rf"(?!(?:On|In|By|At|Since|From|Until)\b)(?P<place>{_TOWN})(?P<when>{_WHEN})(?:{_BY})?{_DASH}",
        rf"(?!(?:On|In|By|At|Since|From|Until)\b)(?P<place>{_TOWN}){_BY}{_DASH}",
        rf"\((?P<by>[^()]{{2,40}})\)\s+(?P<place>{_PLACE})(?P<when>{_WHEN}){_DASH}",
        rf"(?!(?:On|In|By|At|Since|From|Until)\b)(?P<place>{_TOWN})\s+\((?P<by>[^()]{{2,40}})\)\s+(?=[A-Z“\"])",
        rf"(?P<day>{_WEEKDAY}(?:{_DAY})){_BY}{_DASH}",
        r"\((?P<by>[^()]{2,40})\)(?:\s*(?:--?|[–—])\s+|\s+)",
    )
)
_SIGNED_OFF = re.compile(r"(?<=[.!?\"”’)])\s*(?:--?|[–—])\s*([A-Z][^\n.–—-]{1,40})\.?$")
_CUT_MARK = re.compile(
    r"\s*(?:\[\s?(?:…|\.\.\.)\s?\]|…|(?<=[.!?])\s)\s*"
    r"(?:continue reading|read (?:more|on|the (?:rest|full (?:story|article)))|keep reading)\b[^.!?\n]{0,60}$",
    re.IGNORECASE,
)
_FINITE = word_set("words_of_pages", "finite")
_NOTES = word_set("words_of_pages", "note")
_ABOUT = re.compile(r"(?:^|[.!?”\"]\s+)(About ([A-Z][\w&’'-]*(?: [A-Z][\w&’'-]*){0,4}):? \2 (?:is|was|provides)\b)")


@cache
def _credit_words() -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(wording.split()) for (wording,) in lexicon("photo_credits"))


def _credit_wording(inside: str) -> str | None:
    words = re.findall(r"[^\W_]+", inside.casefold())
    if len(words) > 6 or inside.endswith((".", "?", "!")) or _FINITE.intersection(words):
        return None
    for length in (3, 2, 1):
        for i in range(len(words) - length + 1):
            if tuple(words[i : i + length]) in _credit_words():
                return " ".join(words[i : i + length])
    return None


def _abbreviates(text: str, inside: str) -> bool:
    """Whether a bracketed abbreviation stands for the words right before it: "the Alpha Party (AP)"."""
    if not inside.isupper() or len(inside) > 6:
        return False
    initials = "".join(word[0] for word in re.findall(r"[^\W\d_]+", text)[-len(inside) :]).upper()
    return initials == inside


def signed_off(block: Block) -> Region | None:
    """Give the outlet that a report's last paragraph is signed off with, behind a dash: "… for good. --Reuters"."""
    match = _SIGNED_OFF.search(block.text)
    named = next(outlets(match.group(1)), None) if match else None
    if match and named and len(named.name) * 2 >= len(match.group(1)):
        start = block.start + match.start() + len(match.group()) - len(match.group().lstrip())
        return Region(start, block.end, "syndication_credit", Reason("signed-off", named.name))
    return None


def closing_credit(block: Block) -> Region | None:
    """Give the credit that closes the block: a bracket with an outlet or a picture's provenance, or "REUTERS/Name"."""
    match = _BRACKET.search(block.text)
    if match:
        inside, before = match.group(1), block.text[: match.start()]
        start, end = block.start + match.start(), block.start + match.end(1) + 1
        named = next(outlets(inside.replace("/", " ")), None)  # "REUTERS/Ada Brown"
        bare = named and not re.search(r"[a-z]{3}", re.sub(r"[A-Z][\w’'-]*", "", inside.replace(named.name, "")))
        if named and (bare or _credit_wording(inside)) and not _abbreviates(before, inside):
            return Region(start, end, "credit", Reason("bracketed-outlet", named.name))
        wording = _credit_wording(inside)
        if wording and not match.group(2) and not block.text[: match.start()].rstrip().endswith(","):
            return Region(start, end, "credit", Reason("bracketed-credit", wording))
        return None
    match = _SLASHED.search(block.text)
    if match:
        return Region(block.start + match.start(1), block.start + match.end(1), "credit", Reason("picture-credit"))
    return None


def dateline(block: Block) -> Region | None:
    """Give the dateline that opens the block ("BAGHDAD, Dec. 29 (Reuters) - "), without the space behind it."""
    for pattern in _DATELINES:
        match = pattern.match(block.text)
        if not match:
            continue
        parts = match.groupdict()
        if (parts.get("place") or "").strip(" ,").casefold() in _NOTES:
            continue  # "Correction, May 16: an earlier version …" was filed nowhere
        by = parts.get("by") or parts.get("slash") or parts.get("comma")
        sure = parts.get("when") or (parts.get("place") or "").strip(" ,").partition(",")[0].casefold() in _towns()
        if by and not sure and next(outlets(by), None) is None:
            continue  # beside a day or a town, a name nobody has heard of is an outlet too
        if not by and not sure and (match.group().rstrip().endswith(":") or len(match["place"]) < 4):
            continue
        kind: RegionKind = "date" if parts.get("place") or parts.get("day") else "syndication_credit"
        end = block.start + len(match.group().rstrip())
        return Region(block.start, end, kind, Reason("dateline", match.group().strip()))
    return None


@cache
def _towns() -> frozenset[str]:
    """Give the towns and seats of governments that are known, as they fold."""
    seats = (seat for _, *row in lexicon("countries") if len(row) > 1 for seat in row[1].split("|"))
    return frozenset(name.casefold() for name in (*seats, *(town for town, *_ in lexicon("towns"))) if name)


def cut_mark(block: Block) -> Region | None:
    """Give what a service puts where it cut a text off: "[…] Continue reading"."""
    match = _CUT_MARK.search(block.text)
    if match and match.start():
        shown = match.group().strip()
        return Region(
            block.start + match.end() - len(match.group().lstrip()), block.end, "boilerplate", Reason("cut-mark", shown)
        )
    return None


def blurb(block: Block) -> Region | None:
    """Give the publisher's blurb glued to the end of a block: "… . About The Example The Example is …"."""
    match = _ABOUT.search(block.text)
    if match:
        return Region(block.start + match.start(1), block.end, "boilerplate", Reason("about", match.group(2)))
    return None


ASKED = "asked"
_FEWEST_QUESTIONS = 2
_SHORT = 6  # words of a signature
_SET = re.compile(r"(\*{2,3}|__)(?=\S)[^*\n]{3,300}(?<=\S)\1")
_ALONE = re.compile(r"\b(?:I|[Mm]y|[Mm]e|mine|myself)\b")
_SELVES = re.compile(rf"{_ALONE.pattern}|\b(?:[Ww]e|[Oo]ur|us|ours)\b")
_QUOTED, _STRAIGHT = re.compile(r"“[^”]*”|\"[^\"]*\""), re.compile(r"\"[^\"]*\"")
_TITLE = re.compile(r"(?:[A-Z][\w.’'-]*(?: [\w.’'-]+){0,4}: ?)?[‘“'\"]")
"""A title that is, or opens with, what somebody says: "Peter Holm: 'I never signed it'"."""
_WORD = re.compile(r"\w+")
_MET = word_set("words_of_pages", "interview")
_STOPS_A_LINE = (".", "!", "?", "…", "”", '"', ")", "*", "_", "’", "'")


def set_questions(lines: Sequence[str], title: str) -> list[int]:
    """Give which of `lines` are questions of an interview that are set apart by marks; none of another text."""
    lines = [line.strip() for line in lines]
    marked = [n for n, line in enumerate(lines) if _SET.fullmatch(line)]
    if sum(lines[n].rstrip("*_ ").endswith("?") for n in marked) < _FEWEST_QUESTIONS:
        return []
    answers = [lines[a + 1 : b] for a, b in pairwise([*marked, min(marked[-1] + 2, len(lines))]) if b > a + 1]
    if sum(_signed(answer) for answer in answers) * 2 > len(answers):
        return []  # letters
    told = [_unquoted("\n".join(answer)) for answer in answers]
    own = sum(_SELVES.search(answer) is not None for answer in told)
    alone = any(map(speaks_alone, told))
    front = {word.lower() for line in lines[: marked[0]] for word in _WORD.findall(line)}
    met = bool(front & _MET) or _TITLE.match(title) is not None
    return marked if (own * 2 >= len(told) and (alone or met)) or (own * 4 >= len(told) and alone and met) else []


def speaks_alone(words: str) -> bool:
    """Whether somebody says "I" or "my" outside quotation marks."""
    return _ALONE.search(_unquoted(words)) is not None


def _unquoted(words: str) -> str:
    """Leave out what stands in quotation marks; behind the last that closes, none is looked for again and again."""
    last = words.rfind("”") + 1
    return _QUOTED.sub("", words[:last]) + _STRAIGHT.sub("", words[last:])


def is_asked(region: Region) -> bool:
    """Whether a region is a question of an interview, which tells nothing and is nobody's statement."""
    return region.because.rule == ASKED


def _signed(answer: Sequence[str]) -> bool:
    """Whether the last line of an answer signs it, as letters are."""
    last = answer[-1]
    return len(answer) > 1 and len(last.split()) <= _SHORT and not last.endswith(_STOPS_A_LINE)


_HEAD, _HOUR = "entry-head", "entry-hour"

_FEWEST_ENTRIES = 2
_HEADING_AT_MOST = 14  # words
_STAMP = re.compile(
    r"[\s*_#•·▪●\[(–—-]*(?:[01]?\d|2[0-3])\s?[:.h]\s?[0-5]\d(?!\d)(?:\s?[ap]\.?m\b\.?)?"
    r"(?:\s?\(?(?:GMT|UTC|BST|IST|[CEMPW][ES]{0,2}[SD]?T|local time)\b\)?)?[\])]?[*_]*\s*"
    r"(?:[-–—|:]+\s*)?[*_]*\s*(?=[A-ZÀ-ÞΑ-ΩА-Я\d\"“‘'«]|\Z)"
)
_STOPS_A_HEADING = frozenset(".!…,;:")
_MARKUP = re.compile(r"[*_]+\s*\Z")


def hours(blocks: Sequence[Block]) -> dict[int, int]:
    """Give how many characters the hour takes at the head of each block that opens with one; {} of no live page."""
    found = {i: m.end() for i, b in enumerate(blocks) if (m := _STAMP.match(b.text)) is not None}
    return found if len(found) >= _FEWEST_ENTRIES else {}


def entries(blocks: Sequence[Block]) -> Iterator[Region]:
    """Give the hours of the entries of a live page, and their headings: short, with the entry's words below them."""
    found = hours(blocks)
    for i, block in enumerate(blocks):
        size = found.get(i, 0)
        if size:
            yield Region(block.start, block.start + len(block.text[:size].rstrip()), "date", Reason(_HOUR))
        alone = size == len(block.text)
        opens = size or (i - 1 in found and found[i - 1] == len(blocks[i - 1].text))
        below = i + 1 < len(blocks) and i + 1 not in found
        if opens and not alone and below and block.words <= _HEADING_AT_MOST and block.final not in _STOPS_A_HEADING:
            yield Region(block.start + size, block.end, "subheading", Reason(_HEAD))


def opens_an_entry(region: Region) -> bool:
    """Whether a region is the hour of an entry."""
    return region.because.rule == _HOUR


def heads_an_entry(region: Region) -> bool:
    """Whether a region is the heading of an entry, which tells nothing itself."""
    return region.because.rule == _HEAD


def without_hour(block: Block, size: int) -> str:
    """Give the text of a block with its hour, and the marks around its heading, as blanks."""
    shown = " " * size + block.text[size:]
    mark = _MARKUP.search(shown)
    return shown if mark is None else shown[: mark.start()] + " " * (len(shown) - mark.start())
