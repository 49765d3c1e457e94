"""Spans inside a block that are not article body: the credit that closes a caption, a dateline, a glued-on blurb.

Every span is inside the block that it was found in, and stripped.

What a page put into the middle of a paragraph: a box of links behind a name, the signature of an embedded post.

Every span is inside the block that it was found in, and stripped; the words on both sides of it are the writer's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from rashomon.language import lexicon, word_set
from rashomon.reading.mended_tags import MONTH
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
