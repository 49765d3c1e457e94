"""The figures of a report: its numbers that count something, in the order of the text.

A number is a figure where the parse gives it something to count: a noun, or people where something befell them
("killed 12"). No figure are the numbers of a time expression, an age, a year, a name or what is numbered ("Article
51", "Flight 752"), a result ("3-1"), nor "one" and "no" where they are articles.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cache
from itertools import accumulate
from typing import NamedTuple

from spacy.tokens import Doc

from rashomon.lexicons import lexicon
from rashomon.reading.eventualities.parse import Parse
from rashomon.reading.figures.fates import befell, befell_beside, tally, told_by
from rashomon.reading.figures.number import Number
from rashomon.reading.figures.numbers import numbers
from rashomon.reading.mentions.nominal_heads import nominal_heads
from rashomon.records import Figure, Timex

_READ = frozenset({"headline", "subheading"})
_COUNTED = frozenset({"nummod", "quantmod", "det", "amod", "compound", "nmod", "advmod", "predet"})
_NOMINAL = frozenset({"NOUN", "PROPN"})
_TIMES = frozenset({"year", "month", "week", "day", "hour", "minute", "second", "decade", "century"})
_THINGS = frozenset({"destroyed", "damaged"})
_PRONOUNS = frozenset({"them", "whom", "us", "you", "these", "those", "which"})
_DEFINITE = frozenset({"the", "these", "those", "its", "their", "his", "her", "our", "my", "your"})
_ANSWERING = frozenset({"nsubj", "nsubjpass", "dobj"})
_PARTLY = re.compile(
    r"\b(?:including|among (?:them|whom)|of (?:them|whom)|amongst (?:them|whom))[\s,:]*(?:the\s+)?$", re.IGNORECASE
)
_EACH = frozenset({"every", "each", "any", "this", "that", "which", "another", "the"})
_AGED = frozenset({"age", "aged", "ages"})
_YEAR = re.compile(r"1\d\d\d|2[01]\d\d")
_DATING = frozenset({"in", "since", "until", "till", "by", "from", "of", "after", "before", "during", "through", "for"})
_OLDEST = 110


class _Counted(NamedTuple):
    """What a number counts: the token that stands in the sentence for it, and its noun, None where it is left out."""

    word: int
    noun: int | None
    partly: bool = False


def figures(doc: Doc, times: Sequence[Timex], parse: Parse | None = None) -> tuple[Figure, ...]:
    """Give the figures of a parsed `doc`, but for the numbers that tell `times`; without a parse there are none.

    `parse` is the parse of `doc` as lists, where there is one already.
    """
    if not doc.has_annotation("DEP") or not len(doc):
        return ()
    return _Figures(doc, times, parse or Parse(doc)).rows()


class _Figures:
    def __init__(self, doc: Doc, times: Sequence[Timex], parse: Parse) -> None:
        self._parse = parse
        self._text: str = doc._.rashomon_report.text if doc._.rashomon_report is not None else doc.text
        spans = [(t.start, t.end) for t in times]
        spans += [(r.start, r.end) for r in doc._.rashomon_regions if r.kind not in _READ]
        self._starts = [start for start, _ in sorted(spans)]
        self._ends = list(accumulate((end for _, end in sorted(spans)), max))
        self._rows: list[tuple[Figure, int, _Counted]] = []  # with the root of its sentence

    def rows(self) -> tuple[Figure, ...]:
        for number in numbers(self._text, self._relates):
            if not self._is_skipped(number.first, number.last):
                self._read(number)
        return tuple(row for row, _, _ in self._rows)

    def _in_time(self, word: int) -> bool:
        return self._is_skipped(self._parse.start[word], self._parse.end[word])

    def _is_skipped(self, start: int, end: int) -> bool:
        before = bisect_left(self._starts, end)
        return before > 0 and self._ends[before - 1] > start

    def _token(self, at: int) -> int:
        return max(0, bisect_right(self._parse.start, at) - 1)

    def _relates(self, at: int) -> bool:
        return self._parse.dep[self._token(at)] == "prep"

    def _read(self, number: Number) -> None:
        parse, first, last = self._parse, self._token(number.first), self._token(number.last - 1)
        if self._numbers_something(number, first, last):
            return
        counted = self._counted(number, first, last)
        noun = counted.noun
        if noun is not None and noun == counted.word and self._in_time(noun):
            counted, noun = _Counted(first, None), None
        if noun is not None and parse.lemma[noun] in _TIMES and not number.unit:
            return
        root = self._root(first)
        before = [row for row, of, _ in self._rows if of == root]
        counts = number.unit or (self._name(noun) if noun is not None else "")
        if counted.partly and noun is not None and parse.lower[noun] in _PRONOUNS and not number.unit:
            whole = _whole(before)
            counts = whole.counts if whole else "person" if parse.lower[noun] != "which" else ""
        person = not number.unit and (noun is None or self._is_people(noun))
        fate = befell(parse, counted.word, person)
        if not fate and noun is not None and noun != counted.word:
            fate = befell(parse, noun, person) if not parse.dep[noun] == "pobj" else _own(parse, noun)
        sum_of = tally(parse, counted.word) if noun is None and not number.unit else None
        if sum_of is not None:
            lemma, fate, what = sum_of
            counts = "person" if parse.lemma[what] == lemma else self._name(what)
        if not fate and not number.unit:
            edge = noun if noun is not None and noun > last else last
            fate = befell_beside(parse, self._token(number.start), edge)
        part, of = self._part(number, counted, before)
        if part and not fate and (whole := _whole(before)) is not None:
            fate = whole.fate
        if (
            part
            and not number.unit
            and (noun is None or parse.lower[noun] in _PRONOUNS)
            and (said := self._said_of(counted, last)) is not None
        ):
            counts = self._name(said)
        if not counts:
            counts = self._left_out(counted, fate, before, part)
        if not counts or not self._tells(number, counted, fate, first, last):
            return
        low, high = number.low, number.high
        row = Figure(number.start, number.end, number.value, low, high, counts, fate, part, of)
        self._rows.append((row, root, counted))

    # ---------------------------------------------------------------------------------------- what is no figure

    def _numbers_something(self, number: Number, first: int, last: int) -> bool:
        """Tell an age, and what stands behind the noun that it numbers."""
        parse = self._parse
        if number.since or number.unit or first == 0:
            return number.since
        before, after = parse.lower[first - 1], parse.lower[last + 1] if last + 1 < len(parse.lower) else ""
        if before in _AGED or (first > 1 and parse.lower[first - 2] in _AGED and before in ("between", "from", "just")):
            return True
        if before in (",", "(") and after in (",", ")", ".", ";") and number.value <= _OLDEST and first > 1:
            named = parse.pos[first - 2] == "PROPN" or parse.lemma[first - 2] in nominal_heads()
            if named and parse.tag[first - 2] not in ("NNS", "NNPS"):
                return True
        if before in ("no.", "#") or (before in _EACH and self._text[number.first : number.last].lower() == "one"):
            return True
        if before == "but" and first > 1 and parse.lower[first - 2] == "all":  # of the others it is told
            return True
        head = parse.head[first]
        behind = head == first - 1 and parse.dep[first] in ("nummod", "appos", "npadvmod", "nmod")
        return behind and parse.pos[head] in _NOMINAL and parse.lemma[head] not in told_by("toll")

    def _tells(self, number: Number, counted: _Counted, fate: str, first: int, last: int) -> bool:
        """Tell a number that counts from one that is an article, a year, a result or a piece of a name."""
        parse, noun = self._parse, counted.noun
        form = self._text[number.first : number.last].lower()
        if number.form == "none":
            return bool(fate)
        if form == "one" and not fate and not number.unit:
            return (number.start, number.end) != (number.first, number.last)
        plural = noun is None or parse.tag[noun] in ("NNS", "NNPS") or self._name(noun) == "person"
        if number.dashed and not (noun is not None and plural) and not fate:
            return False
        if _YEAR.fullmatch(form) and parse.lower[first - 1] in _DATING:
            return False
        if _YEAR.fullmatch(form) and not (noun is not None and plural and parse.dep[first] == "nummod"):
            return False
        if noun is not None and parse.tag[noun] == "NNP" and not fate and not number.unit:
            return False
        if noun is not None and not plural and form.isdigit() and not fate:
            return not any(parse.lower[c] in ("a", "an") for c in parse.children[noun])
        return True

    # ------------------------------------------------------------------------------------------ what is counted

    def _counted(self, number: Number, first: int, last: int) -> _Counted:
        parse = self._parse
        outward = [i for i in range(first, last + 1) if not first <= parse.head[i] <= last or parse.head[i] == i]
        if number.form == "part" and self._of(last) is None:  # "half the town"
            head = parse.head[outward[-1]] if outward else last
            return _Counted(head, head, True)
        word = next((i for i in outward if parse.head[i] > last and parse.dep[i] in _COUNTED), None)
        if (word is not None and number.form != "none") or (word is not None and parse.dep[word] == "det"):
            head = self._whole_noun(parse.head[word])
            if parse.pos[head] in _NOMINAL or parse.lower[head] in told_by("is"):
                named = parse.pos[head] in _NOMINAL and not number.unit
                return _Counted(head, head if named and parse.lower[head] not in told_by("is") else None)
        word = outward[-1] if outward else last
        of = self._of(last)
        if of is not None:
            definite = parse.lower[of] in _PRONOUNS or any(parse.lower[c] in _DEFINITE for c in parse.children[of])
            return _Counted(word, of, definite or number.form == "part" or number.unit == "percent")
        if not number.unit and word == last and (noun := self._following(last)) is not None:
            return _Counted(noun, noun)
        return _Counted(word, None)

    def _whole_noun(self, noun: int) -> int:
        """Give the head of "corrections officers", the plural of "government and army officials", the votes of "the number of votes"."""
        parse = self._parse
        while parse.dep[noun] == "compound" and parse.head[noun] > noun and parse.pos[parse.head[noun]] in _NOMINAL:
            noun = parse.head[noun]
        if parse.lemma[noun] in told_by("number") and (of := self._of(noun)) is not None:
            return of
        if parse.tag[noun] == "NN":
            joined = (c for c in parse.children[noun] if parse.dep[c] == "conj" and parse.tag[c] == "NNS")
            return next(joined, noun)
        return noun

    def _of(self, last: int) -> int | None:
        """Give the noun of "12 of the men", "dozens of people"."""
        parse = self._parse
        if last + 2 >= len(parse.lower) or parse.lower[last + 1] != "of":
            return None
        return next((c for c in parse.children[last + 1] if parse.dep[c] == "pobj" and c > last), None)

    def _following(self, last: int) -> int | None:
        """Give the plural noun that follows, where the parse has not joined the number to it."""
        parse = self._parse
        for i in range(last + 1, min(last + 4, len(parse.lower))):
            if parse.tag[i] in ("NNS", "NNPS"):
                return i if parse.head[i] != last else None
            if parse.pos[i] not in ("ADJ", "PROPN", "NOUN"):
                return None
        return None

    def _name(self, noun: int) -> str:
        lemma = self._parse.lemma[noun]
        if (
            lemma in told_by("count")
            or self._parse.lower[noun] in _PRONOUNS
            or self._parse.lower[noun] in told_by("is")
        ):
            return "person"
        if self._parse.tag[noun] == "NNPS" and lemma.endswith("s"):
            return lemma[:-1]
        return lemma

    def _is_people(self, noun: int) -> bool:
        name = self._name(noun)
        kind = nominal_heads().get(name, ("", ""))[0]
        return name in _people() or kind in ("person", "group") or self._parse.tag[noun] == "NNPS"

    def _left_out(self, counted: _Counted, fate: str, before: list[Figure], part: bool) -> str:
        """Name what a bare number counts: people where that befell them, else what the number before it counts."""
        if fate and fate not in _THINGS:
            same = before[-1].counts if before and before[-1].fate == fate else "person"
            return same if part else "person"
        answers = self._parse.dep[counted.word] in _ANSWERING
        if not before and self._parse.dep[counted.word] in ("nsubj", "nsubjpass") and counted.noun is None:
            return "person" if self._parse.pos[self._parse.head[counted.word]] == "VERB" else ""
        return before[-1].counts if before and (fate or part or answers) else ""

    # ---------------------------------------------------------------------------------------- a part of a whole

    def _part(self, number: Number, counted: _Counted, before: list[Figure]) -> tuple[bool, str]:
        parse = self._parse
        if number.form == "none":
            return False, ""
        if counted.partly and counted.noun is not None:
            lower = parse.lower[counted.noun]
            if lower in _PRONOUNS:
                whole = _whole(before)
                return True, whole.counts if whole else ""
            return True, lower if lower in told_by("is") else self._name(counted.noun)
        if _PARTLY.search(self._text, max(0, number.start - 40), number.start):
            whole = _whole(before)
            return True, whole.counts if whole else self._included_in(counted.word)
        joined = parse.head[counted.word] if parse.dep[counted.word] == "conj" else None
        for row, _, of in self._rows[-3:]:
            if row.part and of.word == joined and number.start - row.end < 60:
                return True, row.of
        return False, ""

    def _said_of(self, counted: _Counted, last: int) -> int | None:
        """Give the noun that a part is said to be: "three of them children", "of whom 12 were children"."""
        parse, word = self._parse, counted.word
        if counted.noun is not None and counted.noun + 1 < len(parse.lower) and counted.noun > last:
            if parse.tag[counted.noun + 1] in ("NNS", "NNPS"):
                return counted.noun + 1
        if parse.dep[word] == "nsubj" and parse.lemma[parse.head[word]] == "be":
            of = parse.children[parse.head[word]]
            return next((c for c in of if parse.dep[c] == "attr" and parse.tag[c] in ("NNS", "NNPS")), None)
        return None

    def _included_in(self, word: int) -> str:
        parse = self._parse
        if parse.dep[word] == "pobj" and parse.pos[parse.head[parse.head[word]]] in _NOMINAL:
            return self._name(parse.head[parse.head[word]])
        return ""

    def _root(self, word: int) -> int:
        head = self._parse.head
        while head[word] != word:
            word = head[word]
        return word


@cache
def _people() -> frozenset[str]:
    return frozenset({"person", *(row[0] for row in lexicon("people_nouns"))})


def _own(parse: Parse, noun: int) -> str:
    """Give what the noun's own words say befell it: "dozens of wounded men", "12 of the injured"."""
    return befell(parse, noun, True)


def _whole(before: list[Figure]) -> Figure | None:
    return next((row for row in reversed(before) if not row.part), None)
