"""Every quotation is a pair of offsets into the text, found mark by mark in one pass.

A mark that finds no partner costs at most its own paragraph; a quotation left open at the end of a paragraph goes on
into the next one only where that opens with a mark of the same kind, as newspapers print long quotations.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_DOUBLE = re.compile(r"[“”„«»\"]|``|''|‘‘|’’")
_SINGLE = re.compile(r"(?<![\w’'])[‘'](?=\w)[^\n‘“”\"]{1,400}?[\w.,!?…][’'](?!\w)")
_PARAGRAPH = re.compile(r"[^\n]+")
_TAG = 80  # characters of "said Ann Berg, the mayor of Elm."
_OPENS_ONLY = frozenset("“„«") | {"``", "‘‘"}
_CLOSES_ONLY = frozenset("”»") | {"’’"}


class Quotation(NamedTuple):
    """One quotation: its characters with both marks; `single` for ‘…’ and '…', `open` where no mark closes it."""

    start: int
    end: int
    single: bool = False
    open: bool = False


def quotes(text: str) -> list[Quotation]:
    """Give the quotations of `text` in order; none overlaps another.

    Curly, straight, doubled single and angle marks pair within a paragraph, whichever way they lean: machine
    translation closes with opening marks and opens with closing ones. Single marks count only outside double ones and
    only around words, so that apostrophes are none.
    """
    found: list[Quotation] = []
    paragraphs = [m.span() for m in _PARAGRAPH.finditer(text)]
    for n, (a, b) in enumerate(paragraphs):
        marks = [(m.start(), m.end(), m.group()) for m in _DOUBLE.finditer(text, a, b)]
        pairs, open_at = _paired(text, a, marks)
        found += [Quotation(s, e) for s, e in pairs]
        if open_at is not None and _runs_on(text, a, open_at, paragraphs, n):
            found.append(Quotation(open_at, a + len(text[a:b].rstrip()), open=True))
            pairs.append((open_at, b))
        found += _single(text, a, b, pairs)
    return sorted(found)


def _paired(text: str, start: int, marks: list[tuple[int, int, str]]) -> tuple[list[tuple[int, int]], int | None]:
    pairs: list[tuple[int, int]] = []
    open_at: int | None = None
    for s, e, mark in marks:
        if open_at is None:
            if mark in _CLOSES_ONLY and _hugs_left(text, start, s, e):
                continue
            open_at = s
        elif mark in _OPENS_ONLY and _hugs_right(text, s, e) and mark != "»" and not _tagged(text, s, e, marks):
            open_at = s  # the earlier mark never closed: the new quotation is worth more than a guess
        else:
            pairs.append((open_at, e))
            open_at = None
    return pairs, open_at


def _tagged(text: str, s: int, e: int, marks: list[tuple[int, int, str]]) -> bool:
    """Tell a closing mark that leans the wrong way: the last of its paragraph, after a comma, before a short tag."""
    if s != marks[-1][0] or text[max(0, s - 3) : s].rstrip(" \xa0")[-1:] != ",":
        return False
    rest, stop, _ = text[e : e + _TAG].partition("\n")
    return (bool(stop) or e + len(rest) == len(text)) and rest.count(".") < 2


def _hugs_left(text: str, start: int, s: int, e: int) -> bool:
    """Tell a mark that ends a word and begins none: it can only close."""
    return s > start and not text[s - 1].isspace() and (e >= len(text) or not text[e].isalnum())


def _hugs_right(text: str, s: int, e: int) -> bool:
    """Tell a mark that begins a word after a space: it can only open."""
    return (s == 0 or text[s - 1].isspace() or text[s - 1] in "([—–") and e < len(text) and text[e].isalnum()


def _runs_on(text: str, start: int, open_at: int, paragraphs: list[tuple[int, int]], n: int) -> bool:
    if not text[start:open_at].strip():
        return True
    if n + 1 >= len(paragraphs):
        return False
    a, b = paragraphs[n + 1]
    while a < b and text[a].isspace():
        a += 1
    return bool(_DOUBLE.match(text, a, b))


def _single(text: str, a: int, b: int, pairs: list[tuple[int, int]]) -> list[Quotation]:
    out: list[Quotation] = []
    k = 0
    for m in _SINGLE.finditer(text, a, b):
        while k < len(pairs) and pairs[k][1] <= m.start():
            k += 1
        if k == len(pairs) or pairs[k][0] >= m.end():
            out.append(Quotation(m.start(), m.end(), single=True))
    return out
