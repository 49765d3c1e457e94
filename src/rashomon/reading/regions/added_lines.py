"""What a page adds to a report in lines of its own, by their form.

What it asks of its reader, where a text stood before, what a wire changed in it, a title behind the name of a medium, a
list and the line that heads it. What it asks opens a sentence with a verb for its reader and names a thing of the
page's. No such line tells of anybody: where somebody says it, it is his.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from rashomon.language import word_set
from rashomon.records import Reason, RegionKind

if TYPE_CHECKING:
    from rashomon.reading.regions.blocks import Block

_SAID = re.compile(r"[\"“”«»]|\b(?:said|says|told|tells)\b")
_OPENS = re.compile(
    r"(?:^|[.!?:|–—]\s+)(?:(?:for|to) [^,.!?]{2,60}, )?(?:please |just |simply )?([a-z]+)", re.IGNORECASE
)
_OF_THE_PAGE = re.compile(r"\b(?:our|us|this|these)\b", re.IGNORECASE)
_OF_THE_READER = re.compile(r"\byour ([a-z]+)(?: ([a-z]+))?", re.IGNORECASE)
_TOKEN = re.compile(r"[a-z]+(?:-[a-z]+)?")
_THANKS = re.compile(r"thank(?:s| you) for (?:your |[a-z]+ing\b).*", re.IGNORECASE)
_THANKS_AT_MOST = 6  # words
_ASKS_AT_MOST = 40  # words
_TITLE_AT_MOST = 16  # words
_LABEL_AT_MOST = 3  # words
_HEAD_AT_MOST = 6  # words
_HERE_AT_MOST = 8  # words
_OUR_LETTER = re.compile(r"\b(?:our|your) (?:\w+ ){0,3}(?:newsletters?|inbox)\b", re.IGNORECASE)
_REACHED = re.compile(r"\b(?:at|to|on|via|is|:) \S+@\S+\.\w+\.?$")
_ADDRESS = re.compile(r"\S+@\S+\.\w+")
_ADDRESSED = re.compile(
    r"\bhear from you\b"
    r"|\byour (?:support|subscription|donation|membership|contribution)s? (?:makes?|helps?|keeps?|funds?)\b"
    r"|\byou (?:can|may) (?:unsubscribe|opt out|manage)\b|\b(?:you think|think) (?:that )?we should\b",
    re.IGNORECASE,
)
_RIGHTS = re.compile(
    r"(?:any|no|this|unauthori[sz]ed|the contents?)\b.*\b(?:reproduc|republi|redistribut)\w+\b.*"
    r"|.*\b(?:reproduc|republi|redistribut)\w+\b.*\b(?:whole or (?:in )?part|written (?:permission|consent))\b.*",
    re.IGNORECASE,
)
_ANSWERS_FOR = re.compile(
    r"\b(?:is|are) not responsible for (?:the )?(?:\w+ of )?(?:any )?"
    r"(?:external|third|comments|content|contents|views)\b"
)
_FORBIDDEN = re.compile(r"\b(?:prohibited|forbidden|permission|consent|not be)\b", re.IGNORECASE)
_READ_ALOUD = re.compile(r"list (?:\d+ )?of \d+(?: items?)?\b.*|end of list", re.IGNORECASE)
_DISCLOSED = re.compile(
    r"the (?:authors?|writers?) (?:do(?:es)? not (?:work for|consult|own shares|hold shares)"
    r"|(?:has|have|declares?|reports?) (?:no (?:\w+ ){0,2}interests?\b|nothing to (?:declare|disclose)\b)).*",
    re.IGNORECASE,
)
_LICENCE = re.compile(r"\bcreative commons\b", re.IGNORECASE)


def added_line(block: Block) -> tuple[RegionKind, Reason] | None:
    """Give what kind of addition the whole block is, and why; None where it may be the report's own."""
    line = " ".join(block.text.split())
    if block.words > _ASKS_AT_MOST or _SAID.search(line):
        return None
    for told in (_asked(line, block), _of_the_text(line), _wired(line, block), _titled(line, block)):
        if told:
            return told
    return ("boilerplate", Reason("list-read-aloud")) if read_aloud(line) else None


def read_aloud(line: str) -> bool:
    """Whether the line counts a list's items for those who hear a page ("list 1 of 3 …", "end of list")."""
    return _READ_ALOUD.fullmatch(line) is not None


def _asked(line: str, block: Block) -> tuple[RegionKind, Reason] | None:
    """Tell what asks the reader for something that only a page has, or thanks him for it."""
    if block.words <= _THANKS_AT_MOST and _THANKS.fullmatch(line):
        return "boilerplate", Reason("appeal", "thanks")
    words = set(_TOKEN.findall(line.casefold()))
    own = not words.isdisjoint(word_set("words_of_pages", "thing_of_pages"))
    if _ADDRESSED.search(line) or _OUR_LETTER.search(line):
        return "boilerplate", Reason("appeal", "you")
    if _REACHED.search(line):
        return "boilerplate", Reason("appeal", "address")
    asks = [
        m[1].casefold() for m in _OPENS.finditer(line) if m[1].casefold() in word_set("words_of_pages", "asks_reader")
    ]
    if not asks:
        return None
    shared = _OF_THE_PAGE.search(line) and not words.isdisjoint(word_set("words_of_pages", "thing_of_this_page"))
    theirs = {word.casefold() for m in _OF_THE_READER.finditer(line) for word in m.groups("")}
    sent = not theirs.isdisjoint(word_set("words_of_pages", "thing_of_readers"))
    first = line.partition(" ")[0].casefold() == asks[0]
    linked = _ADDRESS.search(line) or (
        first and block.words <= _HERE_AT_MOST and line.rstrip(".!").endswith((" here", " below"))
    )
    return ("boilerplate", Reason("appeal", asks[0])) if own or shared or sent or linked else None


def _of_the_text(line: str) -> tuple[RegionKind, Reason] | None:
    """Tell where a text stood before, who may print it, and what its writer discloses."""
    if _stood_before().match(line):
        return "syndication_credit", Reason("stood-before", line[:60])
    if _ANSWERS_FOR.search(line):
        return "boilerplate", Reason("disclosed")
    if _RIGHTS.fullmatch(line) and _FORBIDDEN.search(line):
        return "boilerplate", Reason("licence")
    if _DISCLOSED.fullmatch(line):
        return "boilerplate", Reason("disclosed")
    words = _TOKEN.findall(line.casefold())
    texts = {*words, *(w.removesuffix("s") for w in words), *(f"{w.removesuffix('ies')}y" for w in words)}
    if _LICENCE.search(line) and not word_set("words_of_pages", "kind_of_text").isdisjoint(texts):
        return "boilerplate", Reason("licence")
    return None


@cache
def _stood_before() -> re.Pattern[str]:
    kinds = "|".join(sorted(word_set("words_of_pages", "kind_of_text")))
    stood = "appeared|ran|aired|was published|is published"
    return re.compile(
        rf"[Tt]his (?:{kinds}) (?:is|was) (?:part of|the \w+ (?:in|of)) (?:a|an|our) (?:\w+[ -]){{0,2}}series\b|"
        rf"[Tt]h(?:is|e) (?:{kinds}) (?:(?:was |is )?(?:first|originally) (?:appeared|ran|aired|published)"
        rf"|(?:{stood}) (?:first|originally)|appear(?:s|ed)(?= in the [^.]*\b(?:issue|edition)\b))"
        r" (?:in|on|at|by|under) (?:[a-z]+ ){0,4}[A-Z]"
    )


def _wired(line: str, block: Block) -> tuple[RegionKind, Reason] | None:
    """Tell what a wire changed in a story: "(Adds quote, background)"."""
    bare = line[1:-1] if line[0] == "(" and line[-1] == ")" else "" if block.stopped else line
    first, _, rest = bare.partition(" ")
    if first.casefold() not in word_set("words_of_pages", "wire_change") or block.words > _TITLE_AT_MOST or not rest:
        return None
    return ("boilerplate", Reason("wire-change", line[:60])) if bare is not line or "," in rest else None


def _titled(line: str, block: Block) -> tuple[RegionKind, Reason] | None:
    """Tell another report's title behind the name of its medium, and who made the pictures."""
    if block.words > _TITLE_AT_MOST or block.final == ".":
        return None
    match = _medium().match(line)
    if match is None:
        return None
    return (
        ("credit", Reason("made-by", line[:60])) if match["by"] else ("related_link", Reason("medium", match["kind"]))
    )


@cache
def _medium() -> re.Pattern[str]:
    kinds = "|".join(sorted(word_set("words_of_pages", "medium"), key=lambda kind: (-len(kind), kind)))
    made = "|".join(sorted(word_set("words_of_pages", "made_for_page"), key=lambda kind: (-len(kind), kind)))
    return re.compile(
        rf"(?:(?P<kind>(?i:{kinds}))(?:\s?[:|]|\s[-–—])\s?(?=[A-Z“‘\"'\d])"
        rf"|(?:(?i:{made}))(?:,? (?:and|&) (?:(?i:{made})))?s? (?P<by>by) (?=[A-Z]))"
    )


def heads_titles(block: Block) -> bool:
    """Whether the line heads a list of other reports by its form alone: "Other stories", "Most read in Sport"."""
    if block.stopped or block.words > _HEAD_AT_MOST or len(block.lines) > 1:
        return False
    words = _TOKEN.findall(block.text.casefold())
    sorts, texts = word_set("words_of_pages", "sort_of_titles"), word_set("words_of_pages", "listed_titles")
    return len(words) > 1 and words[0] in sorts and words[1] in texts and (len(words) == 2 or words[2] in _LINKS)


_LINKS = ("in", "on", "from", "for")


def under_label(parts: Sequence[Block], label: int) -> range:
    """Give the open lines below a label of a page's own ("Topics", "Newsletter")."""
    block, end = parts[label], label + 1
    if block.stopped or block.words > _LABEL_AT_MOST or ":" in block.text:
        return range(0)
    while end < len(parts) and parts[end].words <= _TITLE_AT_MOST and not parts[end].stopped:
        if len(parts[end].lines) > 1 or not parts[end].text[0].isupper():
            break
        end += 1
    return range(label + 1, end)
