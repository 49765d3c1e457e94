"""The figures of a report: its numbers that count something, each as an interval, in the order of the text.

A number is a figure where the parse gives it something to count: a noun, or people where something befell them ("killed
12"); or where it is the number of what the sentence before counts ("put the number at 41", "18 are"). No figure are the
numbers of a time expression, an age, a year, a name or what is numbered ("Article 51", "Flight 752"), a result ("3-1"),
nor "one" and "no" where they are articles.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import accumulate

from spacy.tokens import Doc

from rashomon.language import lexicon, listed, word_set
from rashomon.reading.figures.counted import (
    PLURAL,
    PRONOUNS,
    Counted,
    counted,
    how_often,
    is_people,
    name,
    one_more,
    people,
    said_of,
)
from rashomon.reading.figures.fates import befell, befell_among, befell_before, befell_beside, numbered, tally, told_by
from rashomon.reading.figures.number import Number, numbers
from rashomon.reading.grammar import relations as rel
from rashomon.reading.grammar import tags
from rashomon.reading.grammar.parse import Parse
from rashomon.reading.mentions.gazetteer import nominal_heads
from rashomon.records import Figure, Timex

__all__ = ["figures"]


_READ = frozenset({"headline", "subheading"})
_NOMINAL = frozenset({"NOUN", "PROPN"})
_TIMES = word_set("words_of_figures", "time")
_THINGS = frozenset({"destroyed", "damaged"})
_PARTLY = re.compile(
    r"\b(?:including|among (?:them|whom)|of (?:them|whom)|amongst (?:them|whom))[\s,:]*(?:the\s+)?$", re.IGNORECASE
)
_ADDED = re.compile(
    r"\b(?:another|an? (?:additional|further|extra)|additional|further)\s+(?:about\s+|some\s+)?$", re.IGNORECASE
)
_MORE = re.compile(r"\s+(?:more|additional|further)\b(?!\s+than)", re.IGNORECASE)
_OTHERS = re.compile(r"\s+others?\b", re.IGNORECASE)
_EACH = word_set("words_of_figures", "each")
_PARENTS = word_set("words_of_figures", "parent")
_NUMBERED = re.compile(r"(?:\bnos?\.\s*|#)$", re.IGNORECASE)
_AGED = frozenset({"age", "aged", "ages"})
_YEAR = re.compile(r"1\d\d\d|2[01]\d\d")
_DATING = word_set("words_of_figures", "dating")
_CALLED_BY_NUMBER = word_set("words_of_figures", "called_by_number")
_OLDEST = 110


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
        self._sentences = [sentence.start for sentence in doc.sents if sentence.text.strip()]
        self._rows: list[tuple[Figure, int, Counted]] = []  # with the root of its sentence
        self._asked = list(_asked(parse))

    def rows(self) -> tuple[Figure, ...]:
        for number in numbers(self._text, self._relates):
            if not self._is_skipped(number.first, number.last):
                self._read(number)
        further = (
            row for row in (*one_more(self._parse), *how_often(self._parse)) if not self._is_skipped(row.start, row.end)
        )
        return tuple(sorted((*(row for row, _, _ in self._rows), *further), key=lambda row: row.start))

    def _in_time(self, word: int) -> bool:
        return self._is_skipped(self._parse.start[word], self._parse.end[word])

    def _is_skipped(self, start: int, end: int) -> bool:
        before = bisect_left(self._starts, end)
        return before > 0 and self._ends[before - 1] > start

    def _token(self, at: int) -> int:
        return max(0, bisect_right(self._parse.start, at) - 1)

    def _relates(self, at: int) -> bool:
        return self._parse.dep[self._token(at)] in rel.PREPOSITION

    def _read(self, number: Number) -> None:
        parse, first, last = self._parse, self._token(number.first), self._token(number.last - 1)
        if self._numbers_something(number, first, last):
            return
        what = counted(parse, number, first, last)
        if what.noun is not None and what.noun == what.word and self._in_time(what.noun):  # "including three today"
            what = Counted(first, None)
        if what.noun is not None and parse.lemma[what.noun] in _TIMES and not number.unit:
            return
        root = self._root(first)
        before = [row for row, of, _ in self._rows if of == root]
        counts, fate = self._counts_and_fate(number, what, before, last)
        part, of = self._part(number, what, before, fate)
        if part and not fate:
            whole = _whole(before)
            fate = befell_among(parse, what.word) or (whole.fate if whole else "")
        unnamed = what.noun is None or parse.lower[what.noun] in PRONOUNS
        if part and unnamed and not number.unit and (said := said_of(parse, what, last)) is not None:
            counts = name(parse, said)
        meant = self._meant(what, root) if not counts and not fate and unnamed and not number.unit else None
        if meant is not None:
            counts, fate, part, of = meant.counts, meant.fate, meant.part, meant.of
        counts = counts or self._left_out(what, fate, before, part)
        if counts and self._tells(number, what, fate, first):
            low, high = number.low, number.high
            row = Figure(number.start, number.end, number.value, low, high, counts, fate, part, of)
            self._rows.append((row, root, what))

    def _meant(self, what: Counted, root: int) -> Figure | None:
        """Give the figure whose kind a bare number counts: the last of its sentence, or the first of that before."""
        if what.noun is not None or not counts_what_was_counted(self._parse, what.word):
            return None
        number = bisect_right(self._sentences, root)
        since = self._rows[-1][2].word if self._rows else -1  # what was counted since answers better
        asked = next((f for at, f in reversed(self._asked) if since < at < what.word), None)
        if asked is not None and number - bisect_right(self._sentences, self._token(asked.start)) <= 1:
            return asked
        last = self._rows[-1][1] if self._rows else root
        if last == root:
            parse, word = self._parse, what.word
            there = any(parse.dep[c] in rel.EXPLETIVE for c in parse.children[parse.head[word]])
            put = (
                there or is_said(parse, word) or (parse.dep[word] in rel.GOVERNED and _is_put(parse, parse.head[word]))
            )
            return self._rows[-1][0] if self._rows and put else None
        if number - bisect_right(self._sentences, last) != 1:
            return None
        return next(row for row, of, _ in self._rows if of == last)

    def _counts_and_fate(self, number: Number, what: Counted, before: list[Figure], last: int) -> tuple[str, str]:
        """Give what is counted, "" where the text leaves it out, and what befell it."""
        parse, noun = self._parse, what.noun
        counts = number.unit or (name(parse, noun) if noun is not None else "")
        if not number.unit and what.partly and noun is not None and parse.lower[noun] in PRONOUNS:
            whole = _whole(before)
            counts = whole.counts if whole else "person" if parse.lower[noun] != "which" else ""
        if noun is None and not number.unit and (of := tally(parse, what.word)) is not None:
            lemma, fate, summed = of
            return "person" if parse.lemma[summed] == lemma else name(parse, summed), fate
        person = is_people(parse, noun) if noun is not None else not number.unit
        fate = "" if number.unit or not person else befell_before(parse, self._token(number.start))
        fate = fate or befell(parse, what.word, person)
        if not fate and noun is not None and noun != what.word:
            fate = befell(parse, noun, person)
        if not fate and not number.unit:
            edge = noun if noun is not None and noun > last else last
            fate = befell_beside(parse, self._token(number.start), edge)
        return counts, fate

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
            if named and parse.tag[first - 2] not in PLURAL:
                return True
        if before == "of" and first > 1 and parse.head[first] == first - 1:
            whose = parse.lemma[first - 2]
            aged = whose in people() and parse.tag[first - 2] in tags.COMMON_NOUN and number.value <= _OLDEST
            if aged or whose in _PARENTS:  # "a man of 29", "a mother of two"
                return True
        if _NUMBERED.search(self._text, max(0, number.first - 5), number.first) or (
            before in _EACH and self._text[number.first : number.last].lower() == "one"
        ):
            return True
        if self._text[number.first : number.last].isdigit() and self._is_called_so(first):
            return True
        if before == "but" and first > 1 and parse.lower[first - 2] == "all":  # of the others it is told
            return True
        head = parse.head[first]
        behind = (
            head == first - 1
            and parse.dep[first] in rel.APPOSITION | rel.NOUN_MODIFIER | rel.NOUN_ADVERBIAL | rel.COUNT
        )
        if not behind or parse.pos[head] not in _NOMINAL or parse.lemma[head] in told_by("toll"):
            return False
        return numbered(parse, first) is None

    def _is_called_so(self, first: int) -> bool:
        """Whether a number belongs to the noun before it: "Ward 7 residents", and not "in Lund 40 houses"."""
        parse, noun = self._parse, first - 1
        if parse.pos[noun] not in _NOMINAL or parse.tag[noun] in PLURAL:
            return False
        counted = parse.head[first]
        at_a_place = noun and parse.pos[noun - 1] == "ADP" and is_people(parse, counted)  # "at Orsa 17 people died"
        if parse.dep[noun] in rel.NOUN_BEFORE_NOUN and parse.head[noun] == counted > first and not at_a_place:
            return True
        alone = not any(parse.dep[c] in rel.DETERMINER for c in parse.children[noun])  # "in the district 40 houses"
        return alone and parse.lemma[noun].lower() in _CALLED_BY_NUMBER

    def _tells(self, number: Number, what: Counted, fate: str, first: int) -> bool:
        """Tell a number that counts from one that is an article, a year, a result or a piece of a name."""
        parse, noun = self._parse, what.noun
        form = self._text[number.first : number.last].lower()
        if number.form == "none":
            return bool(fate)
        if noun is not None and not fate and not number.unit and _is_a_way_off(parse, noun):
            return False
        if form == "one" and not fate and not number.unit:
            return (number.start, number.end) != (number.first, number.last)
        plural = noun is None or parse.tag[noun] in PLURAL or name(parse, noun) == "person"
        if number.dashed and not (noun is not None and plural) and not fate:
            return False
        if _YEAR.fullmatch(form) and parse.lower[first - 1] in _DATING:
            return False
        if _YEAR.fullmatch(form) and not (noun is not None and plural and parse.dep[first] in rel.COUNT):
            return False
        if noun is not None and parse.tag[noun] in tags.NAME and not fate and not number.unit:
            return False
        if noun is not None and not plural and form.isdigit() and not fate:
            return not any(parse.lower[c] in ("a", "an") for c in parse.children[noun])
        return True

    # ---------------------------------------------------------------------------- what the text leaves out

    def _left_out(self, what: Counted, fate: str, before: list[Figure], part: bool) -> str:
        """Name what a bare number counts: people where that befell them, else what the number before it counts."""
        if fate and fate not in _THINGS:
            same = before[-1].counts if before and before[-1].fate == fate else "person"
            return same if part else "person"
        answers = self._parse.dep[what.word] in rel.SUBJECT_OR_OBJECT
        if not before and self._parse.dep[what.word] in rel.SUBJECT and what.noun is None:
            return "person" if self._parse.pos[self._parse.head[what.word]] == "VERB" else ""
        return before[-1].counts if before and (fate or part or answers) else ""

    # ---------------------------------------------------------------------------------------- a part of a whole

    def _part(self, number: Number, what: Counted, before: list[Figure], fate: str) -> tuple[bool, str]:
        parse = self._parse
        if number.form == "none":
            return False, ""
        if what.partly and what.noun is not None:
            lower = parse.lower[what.noun]
            if lower in PRONOUNS:
                whole = _whole(before)
                return True, whole.counts if whole else "person" if lower != "which" else ""
            return True, lower if lower in told_by("is") else name(parse, what.noun)
        if _PARTLY.search(self._text, max(0, number.start - 40), number.start):
            whole = _whole(before)
            return True, whole.counts if whole else self._included_in(what.word)
        if befell_among(parse, what.word):
            return True, "person"
        if self._comes_on_top(number) or (not fate and self._is_of_others(number)):
            return True, name(parse, what.noun) if what.noun is not None else ""
        if (
            what.noun is None
            and not number.unit
            and (whole := _whole(before)) is not None
            and self._is_said_to_be(what)
        ):
            return True, whole.counts
        joined = parse.head[what.word] if parse.dep[what.word] in rel.JOINED else None
        for row, _, of in self._rows[-3:]:
            if row.part and of.word == joined and number.start - row.end < 60:
                return True, row.of
        return False, ""

    def _comes_on_top(self, number: Number) -> bool:
        """Tell what is added to a count from the count: "two more died", "another five bodies"."""
        before, after = self._text[max(0, number.start - 24) : number.start], self._text[number.end : number.end + 24]
        return bool(_ADDED.search(before) or _MORE.match(after))

    def _is_of_others(self, number: Number) -> bool:
        """Tell "two other bullets": not all of them. Whom something befell beside the dead may be all of those."""
        return bool(_OTHERS.match(self._text, number.end, number.end + 24))

    def _is_said_to_be(self, what: Counted) -> bool:
        """Tell "of the 24 killed, nine were children"."""
        return self._parse.dep[what.word] in rel.ACTIVE_SUBJECT and said_of(self._parse, what, what.word) is not None

    def _included_in(self, word: int) -> str:
        parse = self._parse
        if parse.dep[word] in rel.GOVERNED and parse.pos[parse.head[parse.head[word]]] in _NOMINAL:
            return name(parse, parse.head[parse.head[word]])
        return ""

    def _root(self, word: int) -> int:
        head = self._parse.head
        while head[word] != word:
            word = head[word]
        return word


def _is_a_way_off(parse: Parse, noun: int) -> bool:
    """Whether a noun tells how far off something is, as "five buildings away" does."""
    return noun + 1 < len(parse.lower) and parse.lower[noun + 1] in word_set("words_of_figures", "off")


def _whole(before: list[Figure]) -> Figure | None:
    return next((row for row in reversed(before) if not row.part), None)


_SAID_OF = frozenset({"of", "to"})
_PUTTING = frozenset({"at", "as"})
_POINTS = frozenset({"it", "there"})
_HOW_MANY = ["how", "many"]
_OFTEN = word_set("words_of_figures", "often")
_LEFT_OUT = frozenset({"be", "do", "have"})
_FILLS = rel.ANY_PREDICATE | rel.WHAT_IS_SAID | rel.PREPOSITION | rel.ADVERBIAL_CLAUSE


def counts_what_was_counted(parse: Parse, word: int) -> bool:
    """Whether a number that names nothing stands for what was counted before, by its place in the sentence."""
    head, dep = parse.head[word], parse.dep[word]
    if is_said(parse, word):
        return True
    if dep in rel.APPOSITION and _is_a_number(parse, head):  # "gave a higher figure, 44"
        return True
    if dep in rel.GOVERNED:
        of = parse.lower[head] == "of" and _is_a_number(parse, parse.head[head])
        return of or _is_put(parse, head) or _is_nearer(parse, head)
    said = parse.dep[head] in rel.CONTENT
    if dep in rel.PREDICATE:
        subjects = [c for c in parse.children[head] if parse.dep[c] in rel.ACTIVE_SUBJECT | rel.EXPLETIVE]
        return parse.lemma[head] == "be" and any(
            (said and parse.lower[c] in _POINTS) or _is_a_number(parse, c) for c in subjects
        )
    bare = not any(parse.dep[c] in _FILLS for c in parse.children[head])
    return dep in rel.ACTIVE_SUBJECT and said and bare and parse.lemma[head] in _LEFT_OUT


def is_said(parse: Parse, word: int) -> bool:
    """Whether somebody only says a number: "the farm says 11", "admits to six", "recognises 37"."""
    head = parse.head[word]
    if parse.dep[word] in rel.GOVERNED and parse.dep[head] in rel.PREPOSITION:
        if parse.lower[head] not in _SAID_OF:
            return False
        head = parse.head[head]
    elif parse.dep[word] not in rel.OBJECT | rel.WHAT_IS_SAID:
        return False
    bare = not any(parse.dep[c] in rel.PREPOSITION for c in parse.children[word])
    says = parse.lemma[head] in listed("counting_verbs", "said") and any(
        parse.dep[c] in rel.SUBJECT for c in parse.children[head]
    )
    return bare and parse.pos[word] == "NUM" and says


def _is_nearer(parse: Parse, preposition: int) -> bool:
    """Whether a number is said to be near what is told: "the figure was closer to 60"."""
    near = parse.head[preposition]
    subjects = (c for c in parse.children[parse.head[near]] if parse.dep[c] in rel.ACTIVE_SUBJECT)
    return parse.dep[near] in rel.ANY_PREDICATE and any(_is_a_number(parse, c) for c in subjects)


def _is_put(parse: Parse, preposition: int) -> bool:
    verb = parse.head[preposition]
    puts = parse.lower[preposition] in _PUTTING and parse.lemma[verb] in _putting()
    what = (c for c in parse.children[verb] if parse.dep[c] in rel.OBJECT)
    return puts and any(_is_a_number(parse, c) or parse.lower[c] in _POINTS for c in what)


def _asked(parse: Parse) -> Iterator[tuple[int, Figure]]:
    """Give what the report asks the number of, as a figure without one, by where: "how many pupils were hurt"."""
    for word in range(1, len(parse.lower)):
        if parse.lower[word - 1 : word + 1] != _HOW_MANY:
            continue
        noun = parse.head[word] if parse.head[word] > word and parse.pos[parse.head[word]] in _NOMINAL else None
        if noun is not None and parse.lemma[noun] in _TIMES | _OFTEN:
            continue
        of = word if noun is None else noun
        person = noun is None or is_people(parse, noun)
        counts = "person" if noun is None else name(parse, noun)
        start, end = parse.start[word - 1], parse.end[of]
        yield word, Figure(start, end, 0, None, None, counts, befell(parse, of, person))


def _is_a_number(parse: Parse, noun: int) -> bool:
    """Whether a noun stands for a number and names nothing that it is of."""
    of = any(parse.lower[c] == "of" and c > noun for c in parse.children[noun])
    named = of and not any(parse.pos[p] == "NUM" for c in parse.children[noun] for p in parse.children[c])
    return parse.lemma[noun] in told_by("number") and not named


@cache
def _putting() -> frozenset[str]:
    return frozenset(row[0] for row in lexicon("counting_verbs") if row[1] != "said")
