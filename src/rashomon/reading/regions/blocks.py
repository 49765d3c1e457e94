"""A block is what its writer meant as one paragraph: lines that a broken copy tore apart are in one block.

Blocks do not overlap, stand in text order, hold no outer white space and cover every character that is not white space.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from rashomon.language import lexicon
from rashomon.reading.regions.cues import cue

_LINE = re.compile(r"[^\r\n\x85\u2028\u2029]+")
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
    following = [text[start] for start, _, gap in lines[1:] if gap <= usual]
    return len(following) >= 4 and sum(c.islower() for c in following) * 3 >= len(following)


def _continues(before: str, after: str) -> bool:
    """Whether the line `after` goes on with the sentence that `before` left open."""
    last = before.rstrip(_CLOSERS + "*_")[-1:]  # the marks of bold words too
    if last in {".", "!", "?", "…", ":"}:
        return False
    if last in {",", ";"}:
        return True
    if before[-1] in ")]":  # a credit closes its line
        return False
    word = _LAST_WORD.search(before[-40:])
    particle = _open_words().get(word.group(1)) if word else None
    if particle is not None and (not particle or before[0].islower()):
        return True
    return after[0].islower() and not after.startswith(("http", "www."))


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
