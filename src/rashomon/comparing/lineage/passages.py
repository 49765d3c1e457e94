"""A report's own sentences, ready to be held against another's: no region, no boilerplate, no fragment.

Sentences are cut by end marks and line breaks alone, so that two reports are cut alike whatever model read them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np

from rashomon.comparing.lineage.near_duplicates import U64, shingles
from rashomon.comparing.term import function_words
from rashomon.records import Region, Span

_END = re.compile(r"(?<=[.!?…])[\"”’')\]]*\s+(?=[\"“‘(\[]?[A-Z0-9])|\n+")
_WORD = re.compile(r"[^\W_]+")
_PARAGRAPH = re.compile(r"[^\n]+")
_MARK = re.compile('["“”]')
_SHORTEST = 5  # words; less is a heading, a name or a fragment
_LIGHT = 0.25  # what a function word weighs against any other
_KEPT_REGIONS = {"headline", "subheading"}  # part of what a reprint carries over
_SUFFIXES = ("ing", "ed", "es", "s")

Gram = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: its span, words in it, weights of its stems and their sum, its 3-grams, and if it quotes.

    `told` are its 3-grams outside quotation marks. It quotes where fewer than half of its words, or than five, stand
    there: a word in marks of doubt, or a title, makes no quotation.
    """

    start: int
    end: int
    length: int
    weights: Mapping[str, float]
    weight: float
    grams: tuple[Gram, ...]
    told: tuple[Gram, ...]
    quotes: bool


@dataclass(frozen=True, slots=True)
class Passages:
    """The sentences of one report, where each stem stands, its 3-grams, those that it narrates, and its words."""

    sentences: tuple[Sentence, ...]
    where: Mapping[str, tuple[int, ...]]
    grams: frozenset[Gram]
    told: frozenset[Gram]
    words: int


def passages(text: str, regions: Sequence[Region], common: U64) -> Passages:
    """Cut `text` into sentences. Half or more common 3-grams (`common` hashes, sorted) make a sentence boilerplate."""
    cut = _cut(text, [r for r in regions if r.kind not in _KEPT_REGIONS])
    if len(common) and cut:
        hashes, owners = shingles([text[a:b] for a, b in cut])
        at = np.minimum(np.searchsorted(common, hashes), len(common) - 1)
        frame = np.bincount(owners[common[at] == hashes], minlength=len(cut))
        total = np.bincount(owners, minlength=len(cut))
        cut = [span for span, c, n in zip(cut, frame.tolist(), total.tolist(), strict=True) if not n or 2 * c < n]
    quoted = _quoted(text)
    return gathered([s for span in cut if (s := _sentence(text, span, quoted))])


def gathered(sentences: Sequence[Sentence]) -> Passages:
    """Index the `sentences` of one report."""
    where: dict[str, list[int]] = {}
    for i, sentence in enumerate(sentences):
        for stem in sentence.weights:
            where.setdefault(stem, []).append(i)
    return Passages(
        tuple(sentences),
        {stem: tuple(at) for stem, at in where.items()},
        frozenset(g for s in sentences for g in s.grams),
        frozenset(g for s in sentences for g in s.told),
        sum(s.length for s in sentences),
    )


def _cut(text: str, regions: Sequence[Region]) -> list[Span]:
    spans, at = [], 0
    for region in sorted(regions, key=lambda r: r.start):
        if region.start > at:
            spans.append((at, region.start))
        at = max(at, region.end)
    spans.append((at, len(text)))
    found = []
    for start, end in spans:
        for gap in _END.finditer(text, start, end):
            found.append((start, gap.start()))
            start = gap.end()
        found.append((start, end))
    return [(a, b) for a, b in found if a < b]


def _quoted(text: str) -> bytearray:
    """Mark every character that stands between quotation marks; a quotation ends with its paragraph at the latest."""
    marked = bytearray(len(text))
    for paragraph in _PARAGRAPH.finditer(text):
        opened = -1
        for mark in _MARK.finditer(text, *paragraph.span()):
            at = mark.start()
            if opened < 0 and mark.group() != "”":
                opened = at
            elif opened >= 0 and mark.group() != "“":
                marked[opened : at + 1] = b"\1" * (at + 1 - opened)
                opened = -1
        if opened >= 0:
            marked[opened : paragraph.end()] = b"\1" * (paragraph.end() - opened)
    return marked


def _sentence(text: str, span: Span, quoted: bytearray) -> Sentence | None:
    written = text[span[0] : span[1]]
    words = [w.lower() for w in _WORD.findall(written)]
    if len(words) < _SHORTEST:
        return None
    grams = tuple(zip(words, words[1:], words[2:], strict=False))
    told, outside = grams, len(words)
    if any(quoted[span[0] : span[1]]):
        inside = [quoted[span[0] + m.start()] for m in _WORD.finditer(written)]
        marked = zip(grams, inside, inside[1:], inside[2:], strict=False)
        told, outside = tuple(gram for gram, *marks in marked if not any(marks)), inside.count(0)
    light = _light()
    weights = {stem: _LIGHT if stem in light else 1.0 for stem in map(_stem, words)}
    lead = len(written) - len(written.lstrip())
    return Sentence(
        span[0] + lead,
        span[0] + len(written.rstrip()),
        len(words),
        weights,
        sum(weights.values()),
        grams,
        told,
        outside < max(_SHORTEST, len(words) / 2),
    )


@cache
def _stem(word: str) -> str:
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= 4:
            return word[: -len(suffix)]
    return word


@cache
def _light() -> frozenset[str]:
    return frozenset(map(_stem, function_words())) | {"s", "t"}
