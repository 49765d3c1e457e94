"""Whether two reports are one text, share a statement, or only an event; each verdict says by which features.

What is held against each other are a report's own sentences: no region, no boilerplate, no fragment. They are cut by
end marks and line breaks alone, so that two reports are cut alike whatever model read them.

A sentence is *lifted* where half of its word 3-grams stand in the other report, and *parallel* where the weights of the
words that it shares with one sentence of the other are half of both sentences' weights. Sentences that quote are left
to the statement they quote: two reporters at one press conference are not one report.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

import numpy as np

from rashomon.comparing.lineage.near_duplicates import U64, shingles
from rashomon.comparing.term import function_words
from rashomon.records import Reason, Region, Span

LIFTED = 0.5
PARALLEL = 0.5
_ALIGNED = 0.4  # likeness from which a sentence may stand in the order of the other text
_LIFTED_SHARE = 0.2
_LIFTED_WORDS = 20  # fewer are a site's own lines
_LIFTED_MOST = 0.5
_ORDER_FEW, _ORDER_BOTH_OF_FEW = 8, 0.75  # of few narrated sentences, those of one event run parallel by chance
_ORDER_MOST, _ORDER_BOTH_OF_PART = 0.65, 0.95  # where fewer of the shorter's sentences follow, they must be liker
_ORDER_SHORTER, _ORDER_LONGER, _ORDER_BOTH, _ORDER_SENTENCES, _ORDER_GRAMS = 0.30, 0.25, 0.60, 3, 0.05

Verdict = Literal["derived", "shared statement", "shared passage", "independent"]


@dataclass(frozen=True, slots=True)
class Match:
    """A sentence of one report (`at`) and its best in the other (`other`, -1 where none), with likeness and lift."""

    at: int
    other: int
    likeness: float
    lift: float

    @property
    def same(self) -> bool:
        """The sentence says in like words what the other says."""
        return self.likeness >= PARALLEL or self.lift >= LIFTED


@dataclass(frozen=True, slots=True)
class Kinship:
    """How two reports stand to each other; `forth` are the first one's sentences in the second, `back` the reverse.

    `because` has the rule by which one derives from the other, where it does, and what was seen of both.
    """

    verdict: Verdict
    forth: tuple[Match, ...]
    back: tuple[Match, ...]
    coverage: tuple[float, float]
    lifted: tuple[float, float]
    because: Reason


def kinship(first: Passages, second: Passages) -> Kinship:
    """Compare two reports. `coverage` is the share of the words of each that stands in the other."""
    forth, back = _matches(first, second)
    shorter, longer = (first, second) if first.words <= second.words else (second, first)
    near, far = (forth, back) if shorter is first else (back, forth)
    told, telling = _narration(shorter.sentences), _narration(longer.sentences)
    lifts = [near[i] for i in told if near[i].lift >= LIFTED]
    lifted = len(lifts) / max(1, len(told))
    in_short, in_long = _in_order(shorter, near, told), _in_order(longer, far, telling)
    aligned = _in_order(shorter, near, range(len(near)))
    words = sum(shorter.sentences[i].length for i in told)
    grams = sum(near[i].lift * shorter.sentences[i].length for i in told) / words if words else 0.0
    coverage = _coverage(first, forth), _coverage(second, back)
    features = (
        f"lifted {len(lifts)} of {len(told)} narrated sentences, in order {in_short[0]:.2f} and {in_long[0]:.2f}"
        f" over {aligned[1]} sentences, 3-grams {grams:.2f}, covered {coverage[0]:.2f} and {coverage[1]:.2f}"
    )
    copied = sum(shorter.sentences[m.at].length for m in lifts)
    enough = (len(lifts) >= 2 and copied >= _LIFTED_WORDS) or lifted >= _LIFTED_MOST
    verdict: Verdict
    rule = ""  # a row of its own has only what derives
    if lifts and lifted >= _LIFTED_SHARE and enough:
        verdict, rule = "derived", "lifted-narration"
    elif (
        in_short[0] >= _ORDER_SHORTER
        and in_long[0] >= _ORDER_LONGER
        and in_short[0] + in_long[0] >= _both(len(told), in_short[1])
        and aligned[1] >= _ORDER_SENTENCES
        and grams >= _ORDER_GRAMS
    ):
        verdict, rule = "derived", "parallel-in-order"
    elif any(m.lift >= LIFTED and shorter.sentences[m.at].quotes for m in near):
        verdict = "shared statement"
    elif lifts:
        verdict = "shared passage"
    else:
        verdict = "independent"
    return Kinship(verdict, forth, back, coverage, (_lift(first, forth), _lift(second, back)), Reason(rule, features))


def _both(told: int, followed: int) -> float:
    """The likeness in order that both together must have, of `told` narrated sentences of which `followed` follow."""
    if followed < _ORDER_MOST * told:
        return _ORDER_BOTH_OF_PART
    return _ORDER_BOTH if told >= _ORDER_FEW else _ORDER_BOTH_OF_FEW


def _matches(first: Passages, second: Passages) -> tuple[tuple[Match, ...], tuple[Match, ...]]:
    """Match the sentences of each with the other's, all in one go: likeness is the same both ways.

    Of equally like sentences the first one is the match.
    """
    theirs = [s.weight for s in second.sentences]
    forth = [(0.0, -1)] * len(first.sentences)
    back = [(0.0, -1)] * len(theirs)
    where = second.where
    for i, sentence in enumerate(first.sentences):
        together = [0.0] * len(theirs)
        for stem, weight in sentence.weights.items():
            for j in where.get(stem, ()):
                together[j] += weight
        likeness, best = 0.0, -1
        for j, weight in enumerate(together):
            if weight:
                like = 2 * weight / (sentence.weight + theirs[j])
                if like > likeness:
                    likeness, best = like, j
                if like > back[j][0]:
                    back[j] = like, i
        forth[i] = likeness, best
    shared = first.grams & second.grams
    return _lifted(first, second, shared, forth), _lifted(second, first, shared, back)


def _lifted(
    one: Passages, other: Passages, shared: frozenset[Gram], best: Sequence[tuple[float, int]]
) -> tuple[Match, ...]:
    if not shared:
        return tuple(Match(at, j, likeness, 0.0) for at, (likeness, j) in enumerate(best))
    found = []
    for at, (sentence, (likeness, j)) in enumerate(zip(one.sentences, best, strict=True)):
        theirs, grams = (shared, sentence.grams) if sentence.quotes else (other.told, sentence.told)
        lift = 0.0 if shared.isdisjoint(grams) else sum(map(theirs.__contains__, grams)) / len(grams)
        found.append(Match(at, j, likeness, lift))
    return tuple(found)


def _narration(sentences: Sequence[Sentence]) -> list[int]:
    return [i for i, s in enumerate(sentences) if not s.quotes]


def _in_order(passages: Passages, matches: Sequence[Match], of: Sequence[int]) -> tuple[float, int]:
    """The likeness, a word, of the best run of sentences that come in the other's order; and how many they are."""
    aligned = [matches[i] for i in of if matches[i].likeness >= _ALIGNED]
    # The weight and length of the best run that ends at the first of the other's sentences: a Fenwick tree of maxima.
    best = [(0.0, 0)] * (3 + max((match.other for match in aligned), default=0))
    most = (0.0, 0)
    for match in aligned:
        run = (0.0, 0)
        place = match.other + 2
        while place > 0:
            run = max(run, best[place])
            place &= place - 1
        run = (run[0] + match.likeness * passages.sentences[match.at].length, run[1] + 1)
        most = max(most, run)
        place = match.other + 2
        while place < len(best):
            best[place] = max(best[place], run)
            place += place & -place
    words = sum(passages.sentences[i].length for i in of)
    return (most[0] / words if words else 0.0), most[1]


def _share(passages: Passages, kept: Iterable[bool]) -> float:
    """The share of the words of a report that stands in some of its sentences."""
    held = sum(s.length for s, is_kept in zip(passages.sentences, kept, strict=True) if is_kept)
    return held / passages.words if passages.words else 0.0


def _coverage(passages: Passages, matches: Sequence[Match]) -> float:
    return _share(passages, (m.same for m in matches))


def _lift(passages: Passages, matches: Sequence[Match]) -> float:
    return _share(passages, (m.lift >= LIFTED for m in matches))


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
