"""Whom "he" and "she" mean where a report goes on to tell of one person: it names nobody else who could be meant.

"Mara Dorn was arrested on Monday. She was questioned for eleven hours. She signed a paper" is Dorn throughout. The
chain of a pronoun alone is no ground: each sentence back to the name must be of its holder, and speak of no other
person of the same gender but as whose something is ("Berg's wife").
"""

from __future__ import annotations

from collections.abc import Mapping

from rashomon.comparing.joining.unit import Unit
from rashomon.comparing.lines.brackets import GENDER, Genders, Names, Sentences, given_names
from rashomon.comparing.lines.parts import people
from rashomon.language import word_set
from rashomon.records import Argument, Attribution, Entity, Hang, Mention, Reading

_BACK = 4
"""Sentences over which nobody but the one who is named may be spoken of."""
_ACTING = frozenset({"he", "she"})
_OWNING = frozenset({"his", "her"})
_OF_SEVERAL = frozenset({"they", "their", "them"})
_PARTS = frozenset({"subject", "object"})
_MARKS = ("'s", "’s", "'", "’")


class Running:
    """Answers for the reports of a case."""

    def __init__(self, readings: Mapping[str, Reading], names: Names, sentences: Sentences, genders: Genders) -> None:
        """`names` looks up the entities of mentions."""
        self._readings, self._names, self._sentences, self._genders = readings, names, sentences, genders
        self._families: dict[str, frozenset[str]] = {}
        self._named = {r: {c.id for c in reading.chains if c.names} for r, reading in readings.items()}

    def is_meant(self, unit: Unit, hang: Hang, entity: Entity) -> bool:
        """Whether `entity`, whose chain the pronoun `hang` is in, is the one person of whom the report goes on."""
        report, number = unit.report, unit.clause.sentence
        sentences = self._sentences
        word = sentences.text(report, hang.start, hang.end).lower()
        me = sentences.mention_at(report, hang.start, hang.end)
        if word not in GENDER or entity.kind != "person" or me is None or me.form != "pronoun":
            return False
        if me.chain not in self._named[report] or not self._genders.may_be(report, me.chain, word):
            return False
        if sentences.is_quoted(report, hang.start) or self._has_rivals(report, number, me, word, hang.start):
            return False
        here = [m for m in sentences.mentions(report, number) if m.chain == me.chain and m.start < hang.start]
        if any(m.form == "name" for m in here):
            return not self._is_of_another(unit, hang, me, word)
        said = sentences.said(report, unit.clause)
        told = said is not None and sentences.opens_what_is_said(report, said, hang.start)
        if not here and not told and not self._leads(report, number, hang.start) and word not in ("him", "her"):
            return False
        return self._goes_back(report, number, me, word)

    def may_be_anothers(self, unit: Unit, hang: Hang) -> bool:
        """Whether "his" in what a judge, a doctor or a lawyer says is rather of the one whose case he speaks of.

        "A court freed Jan Pesk. The judge, Olaf Berg, said the search had breached his rights" is of Pesk; but a
        lawyer's client is the lawyer's.
        """
        report, number = unit.report, unit.clause.sentence
        sentences, said = self._sentences, self._sentences.said(unit.report, unit.clause)
        word = sentences.text(report, hang.start, hang.end).lower()
        me = sentences.mention_at(report, hang.start, hang.end)
        if word not in GENDER or word in _ACTING or said is None or me is None:
            return False
        source = next((m for m in sentences.mentions(report, number) if m.id == said.source_mention), None)
        if source is None or source.chain != me.chain or not self._speaks_of_others(report, said):
            return False
        owned = sentences.text(report, hang.end, unit.clause.end).lower().split()[:1]
        if set(owned) <= word_set("words_of_lines", "of_a_speaker"):
            return False
        before = sentences.before(report, number)
        if before is None:
            return True
        known = any(m.chain == me.chain for m in sentences.mentions(report, before))
        return not known or self._has_rivals(report, before, me, word)

    def has_one_nearer(self, unit: Unit, hang: Hang) -> bool:
        """Whether "his" stands behind another without a name: "said the nominee would come with his dog".

        So does "their" behind several who act: "the bank said the couple sold their house", "they said parts were left
        out, since they were void". Who hears what is said is not meant by what is said.
        """
        report, word = unit.report, self._sentences.text(unit.report, hang.start, hang.end).lower()
        me, said = self._sentences.mention_at(report, hang.start, hang.end), self._sentences.said(report, unit.clause)
        if word in _OF_SEVERAL and me is not None:
            around = [c for c in self._sentences.clauses(report, unit.clause.sentence) if c.id == unit.clause.within]
            here = (unit.clause, *(c for c in around if unit.clause.link == "adverbial"))
            acting = (a for c in here for a in c.arguments if a.end <= hang.start and a.end <= c.head[0])
            return any(self._are_others(report, a, me) for a in acting if a.role in _PARTS)
        if word not in _OWNING or me is None:
            return False
        near = [m for m in self._sentences.mentions(report, unit.clause.sentence) if m.start < hang.start]
        mine = max((m.start for m in near if m.chain == me.chain and m.form == "name"), default=-1)
        inside = (m for m in near if said is None or any(a <= m.start < b for a, b in said.content))
        others = (m for m in inside if mine < m.start and m.form == "nominal" and m.kind == "person")
        return any(self._genders.may_be(report, m.chain, word) for m in others)

    def _are_others(self, report: str, acting: Argument, me: Mention) -> bool:
        """Whether those who act are several, and not the one whose chain is asked for: "the couple", "the owners"."""
        one = self._sentences.mention(report, acting.mention)
        if one is not None and one.chain == me.chain:
            return False
        several = self._sentences.text(report, acting.start, acting.end).lower() != acting.lemma
        return several or acting.lemma in word_set("words_of_lines", "two_or_three")

    def _speaks_of_others(self, report: str, said: Attribution) -> bool:
        """Whether who says something is one who speaks of others' cases: a judge, a doctor, a lawyer."""
        words = {w.strip(",.").lower() for s in said.source for w in self._sentences.text(report, *s).split()}
        return bool(words & word_set("words_of_lines", "speaks_of_others"))

    def _is_of_another(self, unit: Unit, hang: Hang, me: Mention, word: str) -> bool:
        """Whether "his" in what somebody says may be of another person whom the sentence before speaks of."""
        said = self._sentences.said(unit.report, unit.clause)
        before = self._sentences.before(unit.report, unit.clause.sentence)
        if said is None or word in _ACTING or before is None:
            return self.may_be_anothers(unit, hang)
        return self.may_be_anothers(unit, hang) or self._has_rivals(unit.report, before, me, word)

    def _goes_back(self, report: str, number: int, me: Mention, word: str) -> bool:
        """Whether the sentences before one are of the one meant, back to where he is named."""
        sentences = self._sentences
        for _ in range(_BACK):
            before = sentences.before(report, number)
            if before is None:
                return False
            number = before
            if sentences.is_whole_quotation(report, number):
                continue  # who is spoken of in it is no part of what the report tells
            if self._has_rivals(report, number, me, word):
                return False
            mine = [m for m in sentences.mentions(report, number) if m.chain == me.chain]
            mine = [m for m in mine if not sentences.is_quoted(report, m.start)]
            if any(m.form == "name" for m in mine):
                return word not in _OWNING or not self._is_parted(report, number, me, word, mine)
            if not mine:
                return False
        return False

    def _is_parted(self, report: str, number: int, me: Mention, word: str, mine: list[Mention]) -> bool:
        """Whether a sentence that names somebody goes on with a "he" who may be the one of the sentence before it.

        "Pesk denied it. Judge Berg set bail; the state had asked that he be held. His trial begins in May."
        """
        before = self._sentences.before(report, number)
        texts = {self._sentences.text(report, m.start, m.end).lower() for m in mine}
        if before is None or not texts & _ACTING:
            return False
        named = [m for m in self._sentences.mentions(report, before) if m.form == "name" and m.kind == "person"]
        return any(m.chain != me.chain and self._genders.may_be(report, m.chain, word) for m in named)

    def _has_rivals(self, report: str, number: int, me: Mention, word: str, until: int | None = None) -> bool:
        """Whether a sentence, or its part up to a place, speaks of another person that the pronoun could be.

        Who says what the pronoun stands in is one also where he stands behind it.
        """
        sentences = self._sentences
        clauses = sentences.clauses(report, number)
        heads = {a.start for c in clauses for a in c.arguments if a.role in _PARTS}
        speaking = {s for c in sentences.clauses(report, number) if (a := sentences.said(report, c)) for s in a.source}
        mine = [m for m in sentences.mentions(report, number) if m.chain == me.chain]
        for m in sentences.mentions(report, number):
            if any(m.start <= x.start < m.end for x in mine):
                continue  # "the lawyer of Jan Pesk, Olga Berg"
            says = any(a <= m.start < b for a, b in speaking)
            alone = (m.start, m.end) in speaking
            if m.kind != "person" and not (m.form == "name" and self._is_like_a_person(report, m, says=alone)):
                continue
            if until is not None and m.start >= until and not says:
                continue
            if not self._genders.may_be(report, m.chain, word):
                continue
            if until is None and word not in _OWNING and self._only_owns(report, number, m):
                continue
            if m.form != "nominal" or any(m.start <= at < m.end for at in heads) or self._is_known(report, m):
                return True
        mentioned = {a for c in clauses for a in c.arguments if a.mention is None and a.role in _PARTS}
        return any(a.lemma in people() and a.start < (until or a.end) and a.end > a.start for a in mentioned)

    def _is_like_a_person(self, report: str, m: Mention, *, says: bool) -> bool:
        """Whether a name of which it is not known what it is, or that is read as a body's, is like a person's.

        So is any one word that says something: "Zamfir said he had been told".
        """
        words = self._sentences.text(report, m.start, m.end).split()
        if says and len(words) == 1 and m.kind != "place":
            return True
        return m.kind == "other" or (m.kind != "place" and bool({words[0], words[-1]} & self._family_names(report)))

    def _family_names(self, report: str) -> frozenset[str]:
        """Give the words of persons' names: of what begins with a given name, or goes by its last word alone."""
        if report not in self._families:
            named = [m for m in self._readings[report].mentions if m.form == "name" and m.kind != "place"]
            texts = [self._sentences.text(report, m.start, m.end).split() for m in named]
            alone = {t[0] for t in texts if len(t) == 1}
            self._families[report] = frozenset(
                w for t in texts if len(t) > 1 and (t[0] in given_names() or t[-1] in alone) for w in (t[0], t[-1])
            )
        return self._families[report]

    def _is_known(self, report: str, m: Mention) -> bool:
        """Whether a noun is of one known person: "the judge", and neither "a lawyer" nor "his uncle"."""
        first = self._sentences.text(report, m.start, m.end).split()[0].lower()
        return first not in word_set("words_of_lines", "any") and first not in word_set("words_of_lines", "owner")

    def _only_owns(self, report: str, number: int, m: Mention) -> bool:
        """Whether somebody is only told of as whose something is: "Berg's disappearance", "his wife".

        Not so where a sentence opens with his injury or his car: it tells of him.
        """
        sentences = self._sentences
        owned = sentences.text(report, m.end, sentences.span(report, number)[1]).lower().split()[1:2]
        opens = m.form == "name" and sentences.opens(report, sentences.span(report, number)[0], m.start)
        if opens and not people().intersection(owned):
            return False
        text = sentences.text(report, m.start, m.end + 2)
        return text.endswith(_MARKS[:2]) or text[: m.end - m.start].endswith(_MARKS)

    def _leads(self, report: str, number: int, at: int) -> bool:
        """Whether a word opens a sentence, or is the subject of what it tells, or owns it."""
        start, _ = self._sentences.span(report, number)
        if self._sentences.opens(report, start, at):
            return True
        main = (c for c in self._sentences.clauses(report, number) if c.link == "main")
        return any(a.role == "subject" and a.start == at for c in main for a in c.arguments)
