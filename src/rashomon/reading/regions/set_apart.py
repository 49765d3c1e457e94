"""What a page sets apart from its article: the questions of an interview, and the entries of a live page.

Questions are set apart by bold or italic marks: "**What woke you?**", "__It was late.__". Who asks also puts before
another what somebody else said: where two or more of the lines so set apart ask, all of them are questions. An outlet
that asks and answers itself sets its questions so too. In an interview who answers says "I" or "we", in most answers
and "I" in one of them, or in some and the text or its title tells who was spoken to.

An entry opens with its hour, which is no part of its words, and often with a heading. A text is a live page where two
blocks or more open so. The heading of an entry tells nothing that the entry does not; an hour alone on its line stands
before the heading.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from rashomon.language import word_set
from rashomon.reading.regions.blocks import Block
from rashomon.records import Reason, Region

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
