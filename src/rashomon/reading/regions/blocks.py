"""A block is what its writer meant as one paragraph; by its own wording it may be no article body.

Lines that a broken copy tore apart are in one block. Blocks do not overlap, stand in text order, hold no outer white
space and cover every character that is not white space.

The kind of a block and the wording that tells it come from the block itself; where it stands is judged elsewhere.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from rashomon.language import lexicon
from rashomon.reading.number_words import MONTH
from rashomon.reading.outlets import outlets
from rashomon.reading.regions.added_lines import read_aloud
from rashomon.reading.regions.page_talk import desk_line
from rashomon.records import Reason, RegionKind

_NAMED_DAY = re.compile(
    rf"\b(?:{MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?(?:\s*,\s*|\s+)(?:19|20)\d\d"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?\s+{MONTH}(?:\s*,\s*|\s+)(?:19|20)\d\d"
    r"|(?:19|20)\d\d\s?[-/.]\s?\d{1,2}\s?[-/.]\s?\d{1,2}|\d{1,2}\s?[-/.]\s?\d{1,2}\s?[-/.]\s?(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_STAMP_WORD = re.compile(
    rf"{MONTH}|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|\d+(?:st|nd|rd|th|[ap]m)?|[ap]m?|[tz]|publish(?:ed)?"
    r"|updated|posted|modified|issued|created|date|last|first|on|at|the|of|update|time|m|local|gmt|utc|[ecmp][sd]?t|bst|ist|ast"
    r"|aest|hrs?|h",
    re.IGNORECASE,
)
_AGENCY_DAY = re.compile(
    r"[A-Z][\w .&'’-]{1,30}?\s+[-–—|·]\s+(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s+)?"
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?\s+{MONTH}|{MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?)(?:,?\s+\d{{4}})?"
)
_SIGNED = re.compile(r"^By\s|\sby\s[A-Z]|\s[|·•]\s")
_BYLINE = re.compile(
    r"(?:By|BY|by:|By:)\s+(?:the\s+)?[A-Z][\w.'’-]*(?:[ ,&/|-]+(?:and\s+|in\s+|of\s+)?[A-Z][\w.'’-]*){0,9}\.?"
)
_BRACKET_DEBRIS = re.compile(
    r"[\[{<]\s*/?[a-z][a-z0-9_-]*(?:\s[^\[\]]*)?[\]}>]|\[(?:…|\.\.\.)\]|&[a-z]+;|<!--.*-->|https?://\S+|www\.\S+"
)
_PICTURE = re.compile(
    r"(?:In this|This|A|An)\s[^.]{0,80}?\b(?:photo|photograph|picture|image|frame grab|video grab|screen ?grab"
    r"|screenshot|handout|still)\b[^.]{0,60}?\b(?:shows?|provided|released|taken|made available|obtained|from)\b"
)
_BRACKETED_PICTURE = re.compile(
    r"[\[(]\s*(?:file |archive |undated |handout |cover )*(?:image|photo|photograph|picture|graphic|map)s?\b"
    r"\s*[:|–—-][^\[\]]*[\])]\.?",
    re.IGNORECASE,
)
_ONLY_SIGNS = re.compile(r"[\W_]+|\d{1,2}\s?/\s?\d{1,2}")
_UNSEEN = "\u200b\u200c\u200d\u2060\ufeff \t\xa0"  # signs without ink, which pages put before their links
_BULLETS = "•·▪■►●◦‣†‡* \t\xa0"
_IN_BRACKETS = re.compile(r"[(\[]\s*(.{4,200}?)\s*[)\]]\.?")
_UPDATED = re.compile(
    r"(?:(?:this|the) (?:story|article|report|post) (?:was|has been) )?(?:last )?updated\b(?=.*\d)", re.IGNORECASE
)
_HOMEPAGE = re.compile(
    r"Visit [^.!?]{2,60} (?:home ?page|(?:web ?)?site)(?: for (?:more|the latest)[^.!?]{0,40})?[.!]?"
)
_ALSO_ON = re.compile(r"Also (?:on|in|from) ([A-Z][\w.&’' -]{1,40}): ?\S.*")
_ALSO_HEAD = re.compile(r"(?:Also|More|Elsewhere) (?:on|in|from) (?:the )?[A-Z][\w.&’' -]{1,40}:")
_PLAYER = re.compile(
    r"(?=.*\b(?:play|watch(?:ed)?|listen|video|audio|replay|duration)\b).*(?<!\d)\d{0,2}:\d\d\)?", re.IGNORECASE
)
_PLAYER_AT_MOST = 60  # words


@cache
def _cues() -> dict[str, list[tuple[str, RegionKind, str]]]:
    """By first word: (cue, kind, where), longest first. Cues for the end of a line stand under ""."""
    table: dict[str, list[tuple[str, RegionKind, str]]] = {}
    for wording, kind, where in lexicon("region_cues"):
        first = "" if where.startswith("end") else wording.split()[0].rstrip(":")
        table.setdefault(first, []).append((wording, kind, where))  # type: ignore[arg-type]
    for entries in table.values():
        entries.sort(key=lambda e: (-len(e[0]), e[0]))
    return table


def _is_stamp(line: str) -> bool:
    """Whether the line names a day with its year and holds nothing but words of dates and clocks."""
    return _NAMED_DAY.search(line) is not None and _only_stamp(line)


def _only_stamp(line: str) -> bool:
    return all(_STAMP_WORD.fullmatch(word) for word in re.findall(r"[^\W_]+", line))


def _is_signed_stamp(line: str) -> bool:
    """Whether the line names a day with its year and who wrote the report ("Jane Smith | June 4, 2030")."""
    day = _NAMED_DAY.search(line)
    if day is None or not _SIGNED.search(line):
        return False
    rest = [
        w for w in re.findall(r"[^\W_]+", line[: day.start()] + " " + line[day.end() :]) if not _STAMP_WORD.fullmatch(w)
    ]
    return 1 < len(rest) <= 8 and all(w[0].isupper() or w in ("by", "and") for w in rest)


def _says(line: str, wording: str, where: str, last: bool) -> bool:
    words = line.count(" ") + 1
    if where == "whole":
        return line.rstrip(" :.»>-→") == wording or line == wording
    if where.startswith("end"):
        short = words <= 5 and line[0].isdigit() if where == "end-short" else words <= 30
        return short and line.rstrip(".").endswith(" " + wording)
    if not line.startswith(wording):
        return False
    after = line[len(wording) : len(wording) + 1]
    if wording[-1].isalnum() and after.isalnum():
        return False
    if where == "start-last":
        return last
    if where == "start-link":
        return "appeared first on" in line
    return True


def _of_form(line: str, last: bool) -> tuple[RegionKind, Reason] | None:
    """Give what the line is by its form: a desk's line, an update's hour, a player's text, a link to elsewhere."""
    if desk_line(line, last):
        return "syndication_credit", Reason("desk", line[:60])
    if len(line) <= 140 and (match := _UPDATED.match(line)) and _only_stamp(line[match.end() :]):
        return "date", Reason("updated", line)
    if _HOMEPAGE.fullmatch(line):
        return "related_link", Reason("link-to-the-homepage")
    if len(line) <= 600 and line.count(" ") < _PLAYER_AT_MOST and _PLAYER.fullmatch(line):
        return "related_link", Reason("player-text")
    if (match := _ALSO_ON.fullmatch(line)) and next(outlets(match[1]), None) is not None:
        return "related_link", Reason("also-on", match[1])
    if _ALSO_HEAD.fullmatch(line):
        return "related_link", Reason("heads-a-list")
    if match := _IN_BRACKETS.fullmatch(line):
        also = _ALSO_ON.fullmatch(match[1])
        told = ("related_link", Reason("also-on", also[1])) if also else cue(match[1], last)
        noted = told and told[0] == "boilerplate" and told[1].by("wording") and " " in str(told[1].words)
        return told if told and (noted or told[0] == "related_link") else None  # type: ignore[return-value]
    return None


def cue(line: str, last: bool = False) -> tuple[RegionKind, Reason] | None:
    """Give the kind of region that `line` is by its wording, and why; None where nothing tells.

    `last` says that the line stands among the report's last ones, where some wordings mean more.
    """
    line = line.strip(_UNSEEN) or line
    if _BRACKET_DEBRIS.fullmatch(line):
        return "boilerplate", Reason("bracket-debris", line[:40])
    if len(line) <= 400 and line[0] in "[(" and _BRACKETED_PICTURE.fullmatch(line):
        return "caption", Reason("picture-in-brackets")
    if len(line) <= 80 and _AGENCY_DAY.fullmatch(line) and next(outlets(line), None) is not None:
        return "date", Reason("dateline", line)
    if len(line) <= 140 and (_is_stamp(line) or _is_signed_stamp(line)):
        return "date", Reason("date-line", line)
    if _ONLY_SIGNS.fullmatch(line):
        return "boilerplate", Reason("signs-only", line[:20])
    if told := _of_form(line, last):
        return told
    plain = " ".join(line.lstrip(_BULLETS).casefold().replace("’", "'").split())
    words = plain.count(" ") + 1
    first = plain.split(maxsplit=1)[0]
    table = _cues()
    for key in dict.fromkeys((first, first.partition(":")[0], "")):
        for wording, kind, where in table.get(key, ()):
            if _says(plain, wording, where, last) and (words <= 30 or kind != "related_link"):
                if _reads_as_prose(line, words, wording, kind):
                    continue
                return kind, Reason("wording", wording)
    if _BYLINE.fullmatch(line) and words <= 14:
        return "credit", Reason("byline", line[:60])
    if words <= 70 and _PICTURE.match(line):
        return "caption", Reason("picture-described")
    return None


def _reads_as_prose(line: str, words: int, wording: str, kind: str) -> bool:
    """Tell a full sentence that only happens to begin like a cue ("More from the region joined ...")."""
    if kind in {"caption", "syndication_credit"} or wording[-1] in ":.":
        return False
    stopped = line.rstrip('"”’ ').endswith((".", "?"))
    return stopped and words > 12 and kind == "related_link"


_LINE = re.compile(r"[^\r\n\x85\u2028\u2029]+")
_COMMENTS = re.compile(r"(?:[\w'’]+ )?comments?", re.IGNORECASE)
_COMMENTED = re.compile(r"[\w.-]{2,20} ?[|·•] ?[^.!?]{2,30}")
_BREAK = re.compile(r"\r\n|[\r\n\x85\u2028\u2029]")
_CLOSERS = "\"”’'»)]“ \t\xa0"
_ENDS = '.!?…:)]"”’'
_LAST_WORD = re.compile(r"([^\W\d_]+)\W*$")
_WRAP_AT_LEAST, _WRAP_AT_MOST = 40, 110


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph: `[start, end)`, its text and the lines it was torn into.

    `words` are counted at white space; `final` is the character that ends it, closing quotes and brackets aside.
    """

    start: int
    end: int
    text: str
    lines: tuple[tuple[int, int], ...]
    words: int
    final: str

    @property
    def stopped(self) -> bool:
        """Whether it ends as a sentence does."""
        return self.final in {".", "!", "?", "…"}


@cache
def _open_words() -> dict[str, bool]:
    """Words that keep a line open, and whether they may also be a verb's particle."""
    return {word: bool(particle) for word, *particle in lexicon("open_words")}


def _lines(text: str) -> list[tuple[int, int, int]]:
    """Lines that hold ink, stripped, with the number of line breaks before each."""
    found, after = [], 0
    for match in _LINE.finditer(text):
        line = match.group()
        start = match.start() + len(line) - len(line.lstrip())
        end = match.start() + len(line.rstrip())
        if start < end:
            found.append((start, end, len(_BREAK.findall(text, after, start))))
            after = end
    return found


def _wrapped(text: str, lines: list[tuple[int, int, int]]) -> bool:
    """Whether the text was broken at a fixed width: most lines that have a next one at once are long and open."""
    inner = [(a, b) for (a, b, _), (_, _, gap) in pairwise(lines) if gap == 1 and b - a >= _WRAP_AT_LEAST]
    if len(inner) < 2 or max(b - a for a, b, _ in lines) > _WRAP_AT_MOST:
        return False
    return sum(text[b - 1] not in '.!?…:"”' for _, b in inner) * 2 > len(inner)


def _torn(text: str, lines: list[tuple[int, int, int]], usual: int) -> bool:
    """Whether lines were broken anywhere at all: a third of those that follow another begin in lower case."""
    following = [text[start] for start, end, gap in lines[1:] if gap <= usual and not read_aloud(text[start:end])]
    return len(following) >= 4 and sum(c.islower() for c in following) * 3 >= len(following)


def _continues(before: str, after: str) -> bool:
    """Whether the line `after` goes on with the sentence that `before` left open."""
    last = before.rstrip(_CLOSERS + "*_")[-1:]  # the marks of bold words too
    if last in {".", "!", "?", "…", ":"}:
        return False
    if last in {",", ";"}:
        return True
    if before[-1] in ")]" or _COMMENTS.fullmatch(before):  # a credit closes its line
        return False
    word = _LAST_WORD.search(before[-40:])
    particle = _open_words().get(word.group(1)) if word else None
    if particle is not None and (not particle or before[0].islower()):
        return True
    return after[0].islower() and not after.startswith(("http", "www.")) and not _added(after)


def _added(line: str) -> bool:
    """Whether a line in small letters is one of the page's own: of a list read aloud, who commented and when."""
    return read_aloud(line) or _COMMENTED.fullmatch(line) is not None


def blocks(text: str) -> tuple[Block, ...]:
    """Give the blocks of `text`, offsets in code points.

    A line goes on with the one before it where the sentence is plainly open: it ends in a comma, a semicolon or a
    word that cannot end a sentence ("of", "the"), or the next one begins in lower case. A gap wider than the text's
    usual one always parts. In a text that was broken at a fixed width every line up to an empty one is one block; in
    one that was torn anywhere, a line inside a sentence goes on whatever the next one begins with.
    """
    lines = _lines(text)
    gaps = sorted(gap for _, _, gap in lines[1:])
    usual = gaps[len(gaps) // 2] if gaps else 1
    wrapped, torn = _wrapped(text, lines), _torn(text, lines, max(usual, 1))
    found: list[list[tuple[int, int]]] = []
    for start, end, gap in lines:
        if found and gap <= max(usual, 1):
            last = found[-1][-1]
            filled = wrapped and gap == 1 and last[1] - last[0] >= _WRAP_AT_LEAST
            going = torn and (len(found[-1]) > 1 or text[last[0]].islower()) and text[last[1] - 1] not in _ENDS
            going = going and not cue(text[start:end])
            if filled or going or _continues(text[slice(*last)], text[start:end]):
                found[-1].append((start, end))
                continue
        found.append([(start, end)])
    return tuple(_block(text, parts) for parts in found)


def _block(text: str, parts: list[tuple[int, int]]) -> Block:
    start, end = parts[0][0], parts[-1][1]
    shown = text[start:end]
    return Block(start, end, shown, tuple(parts), len(shown.split()), shown.rstrip(_CLOSERS)[-1:])
