"""Who and what takes part in a sentence, and in what words a bracket tells of it: "the nine people", "the drone".

Times are none, nor is what something is said to be ("was a surprise"). One part is of one or of several.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from rashomon.comparing.lines.brackets import Sentences
from rashomon.language import lexicon, listed, word_set
from rashomon.records import Argument, Clause, Mention, Reading

_BODIES = frozenset({"organisation", "group", "facility", "publication"})
_FARTHEST = 4  # words before a noun
_LONGEST = 7  # of a noun with what hangs on it
_WORD = re.compile(r"(?:\d[\d.,]*\d|\w[\w’'-]*)\Z")
_LONGEST_WORD = 40  # letters
_DEFINITE = "the"


@dataclass(frozen=True, slots=True)
class Part:
    """Who or what takes part in a sentence: the words of its head, and how it does."""

    argument: Argument
    clause: Clause
    mention: Mention | None
    subject: bool
    several: bool
    either: bool  # "the crew": it or they


class Parts:
    """Answers for the reports of a case."""

    def __init__(self, readings: Mapping[str, Reading], sentences: Sentences) -> None:
        """`sentences` looks back over those of `readings`."""
        self._readings, self._sentences = readings, sentences
        self._mentions = {r: {m.id: m for m in reading.mentions} for r, reading in readings.items()}

    def of(self, report: str, number: int) -> list[Part]:
        """Give who and what takes part in a sentence; times and what something is aside."""
        times = self._sentences.times(report)
        found = []
        for c in self._sentences.clauses(report, number):
            for a in c.arguments:
                if not a.lemma[:1].isalpha() or any(s <= a.start < e for s, e in times):
                    continue
                mention = self._mentions[report].get(a.mention or "")
                surface = self._sentences.text(report, a.start, a.end)
                counted = _is_plural(surface.lower(), a.lemma)
                if self._sentences.text(report, a.end, a.end + 1) == "-":
                    continue  # "the e-mail"
                group = mention is not None and mention.kind == "group" and mention.form != "name"
                subject = a.end <= c.head[0] and a.role in ("subject", "object")
                part = Part(a, c, mention, subject, several=counted, either=group and not counted)
                is_what = c.lemma in word_set("words_of_lines", "being") and a.role == "other" and a.start > c.head[0]
                if not is_what or self.before(report, part) in _prepositions():
                    found.append(part)
        return found

    def before(self, report: str, p: Part) -> str:
        """Give the word before a noun and what belongs to it: "at" of "at a great altitude"."""
        start = self._left(report, p)
        return next(iter(self._sentences.text(report, max(0, start - 30), start).lower().split()[-1:]), "")

    def top(self, report: str, number: int) -> frozenset[str]:
        """Give the clauses that tell what a sentence tells: the main one, or what it says, and what "and" joins."""
        clauses = self._sentences.clauses(report, number)
        told: set[str] = set()
        for c in clauses:
            if c.link == "main" or c.within is None:
                told.add(c.content or c.id)
        for c in clauses:
            if c.link == "joined" and c.within in told:
                told.add(c.id)
        return frozenset(told)

    def words(self, report: str, p: Part, *, owns: bool) -> str:
        """Give the words of a noun as a bracket has them: "the anti-aircraft missile"; "" where they are not clear."""
        a, m = p.argument, p.mention
        sentences = self._sentences
        if m is not None and m.form == "name" and owns and m.kind in _BODIES:
            return " ".join(sentences.text(report, m.start, m.end).split())
        if m is not None and m.form != "nominal":
            return ""
        start = self._left(report, p)
        end = m.end if m is not None and m.end > a.end and not owns else a.end
        words = sentences.text(report, start, end).split()
        if not words or len(words) > _LONGEST or "\n" in sentences.text(report, start, end):
            return ""
        first = words[0].lower()
        if first in ("a", "an") or first in word_set("words_of_lines", "pointing"):
            words = words[1:]
            if not words or self._has_another(report, a.lemma):
                return ""
            return " ".join([_DEFINITE, *words])
        if first in _owners() or self._has_another(report, a.lemma):
            return ""
        if words[0].endswith(("'s", "’s")) and words[0][:1].isupper():
            return " ".join(words)
        if p.several and (first.isdigit() or first in listed("number_words")):
            return " ".join([_DEFINITE, first, *words[1:]])
        return "" if not p.several else _lowered(words, named=words[0][1:] != words[0][1:].lower() or m is None)

    def _left(self, report: str, p: Part) -> int:
        """Give where a noun begins with what stands before it: its article, number and adjectives."""
        a, m = p.argument, p.mention
        if m is not None:
            return m.start
        reading = self._readings[report]
        stops = {c.head[1] for c in self._sentences.clauses(report, p.clause.sentence)}
        opening = reading.sentences[p.clause.sentence][0]
        at = a.start
        for _ in range(_FARTHEST):
            before = self._sentences.text(report, opening, at).rstrip(" ")
            found = _WORD.search(before, max(0, len(before) - _LONGEST_WORD))
            if found is None or opening + found.end() in stops:
                break
            start, word = opening + found.start(), found.group().lower()
            if (
                word in ("a", "an")
                or word in word_set("words_of_lines", "pointing")
                or word in listed("number_words")
                or word.isdigit()
            ):
                return start
            if word in _owners() or word.endswith(("'s", "’s")):
                return start
            if word in listed("function_words"):
                break
            at = start
        return at

    def _has_another(self, report: str, lemma: str) -> bool:
        """Whether a report speaks of another of the sort: "the second drone", "both drones"."""
        text = self._sentences.text(report, 0, 1 << 30).lower()
        return any(
            (words := text[: found.start()].split()[-1:]) and words[0] in word_set("words_of_lines", "another")
            for found in re.finditer(rf"\b{re.escape(lemma)}s?\b", text)
        )

    def known(self, report: str, p: Part) -> str:
        """Give a counted noun as known: "nine people" as "the nine people"."""
        a, m = p.argument, p.mention
        if m is not None and m.form != "nominal":
            return ""
        start = self._left(report, p)
        if self.before(report, p) in ("and", "or"):
            return ""  # "a husband and two sons"
        words = self._sentences.text(report, start, m.end if m is not None else a.end).split()
        if not words or len(words) > _LONGEST:
            return ""
        while words and words[0].lower() in _bounds():
            words = words[1:]
        if not words or words[0].lower() in word_set("words_of_lines", "any") - word_set("words_of_lines", "part"):
            return ""
        if {w.lower() for w in words} & _owners() or words[0].lower() in ("no", "any") or counts(p.argument.lemma):
            return ""
        if words[0].lower() in word_set("words_of_lines", "pointing"):
            words = words[1:]
        if words[0].endswith(("'s", "’s")):
            return " ".join(words)
        return " ".join([_DEFINITE, *(w if n or w[1:] != w[1:].lower() else w.lower() for n, w in enumerate(words))])


def _lowered(words: Iterable[str], *, named: bool) -> str:
    first, *rest = words
    return " ".join([first if named and first[1:] != first[1:].lower() else first.lower(), *rest])


def is_somebody(p: Part) -> bool:
    """Whether a part is one person."""
    if p.mention is not None:
        return p.mention.kind == "person"
    return p.argument.lemma in people()


def is_one(p: Part, other: Part) -> bool:
    """Whether two parts are the same thing."""
    if p.mention is not None and other.mention is not None:
        return p.mention.chain == other.mention.chain
    return p.argument.lemma == other.argument.lemma


def _is_plural(word: str, lemma: str) -> bool:
    if word in ("police", "media"):
        return False
    return word == "people" or (word != lemma and (word.endswith("s") or lemma in people()))


def counts(word: str) -> bool:
    """Whether a word tells how many: "four", "some"."""
    return word.isdigit() or word in listed("number_words") or word in word_set("words_of_lines", "part")


@cache
def people() -> frozenset[str]:
    """Give the nouns that are of people."""
    nouns = {row[0] for row in lexicon("nominal_heads") if row[1] == "person"}
    return frozenset(nouns | {row[0] for row in lexicon("people_nouns")} | {"people"})


@cache
def _prepositions() -> frozenset[str]:
    return word_set("words_of_lines", "where_or_when") | word_set("words_of_lines", "to_whom")


def _owners() -> frozenset[str]:
    return word_set("words_of_lines", "owner")


@cache
def _bounds() -> frozenset[str]:
    return frozenset(row[0].split()[-1] for row in lexicon("number_bounds")) | {"only", "some", "about"}
