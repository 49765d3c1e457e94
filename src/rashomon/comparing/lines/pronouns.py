"""Whom a pronoun means where no other telling and no name of its own sentence says it, and nobody else fits.

A chain alone is no ground: a wrong name is worse than none. It is one where the pronoun opens a sentence and the one
before names its holder and speaks of nobody else; and where it opens what somebody says ("he said that he had left"),
if its holder is who says it and is nobody's lawyer or wife, or is the only one spoken of. The name may then stand some
sentences back, where each of those between speaks of its holder and names nobody else. A body without a name that says
something of itself, and who holds an office, is told by that noun: "The air force says it never received the letter".
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from functools import cache
from itertools import pairwise

from rashomon.comparing.identity.definite_descriptions import office_of
from rashomon.comparing.joining.unit import Unit
from rashomon.comparing.lines.brackets import Genders, Names, Sentences
from rashomon.language import lexicon, listed
from rashomon.records import Attribution, Entity, Hang, Mention, Reading, Report, Span

_SUBJECTS = frozenset({"he", "she", "it", "they"})
_BEFORE = frozenset({"and", "but", "yet", "that"})
_HEARERS = frozenset({"us", "me", "them"})
_LONGEST = 5  # words of a noun
_BARE = 2  # "the firm"
_BACK = 5  # sentences
_BODIES = frozenset({"organisation", "group", "facility"})
_LINKS = frozenset({"of", "in", "at", "for"})
_PARTS = frozenset({"subject", "object"})
_DEFINITE = "the"
_ANY = ("a ", "an ", "any ", "no ")


class Pronouns:
    """Answers for the reports of a case."""

    def __init__(
        self,
        reports: Mapping[str, Report],
        readings: Mapping[str, Reading],
        names: Names,
        sentences: Sentences,
        genders: Genders,
    ) -> None:
        """`names` looks up their entities."""
        self._looks, self._genders = sentences, genders
        self._reports, self._readings, self._names = reports, readings, names
        self._free: dict[str, list[Span]] = {}  # the days and the names of bodies of a report, in order
        self._said = {r: {a.id: a for a in reading.attributions} for r, reading in readings.items()}

    def is_meant(self, unit: Unit, hang: Hang, entity: Entity) -> bool:
        """Whether `entity`, whose chain the pronoun `hang` is in, can stand in its place."""
        report = unit.report
        word = self._reports[report].text[hang.start : hang.end].lower()
        here, before = self._sentences(report, unit.clause.sentence)
        both = (before[0], hang.start)
        if word not in _SUBJECTS:
            return False
        if entity.id not in self._named(report, both):
            return word != "it" and self._goes_on(unit, hang, entity)
        if self._opens(report, here[0], hang.start):
            speaks = unit.clause.lemma in listed("attribution_verbs", "speech")
            if word == "it" and not speaks:
                return False  # "has seen a copy of the deed. It bears a stamp": the copy does
            goes_on = speaks and self._spoke(report, entity, before)
            if self._is_in_passing(unit, hang):
                return False
            return not self._others(report, before, entity) and (goes_on or not self._roles(report, before, entity))
        said = self._said[report].get(unit.clause.attribution or "")
        if said is None or not self._opens_what_is_said(report, said, hang):
            return False
        who = self._names.entity_of(report, said.source_mention) if said.source_mention else None
        if who is None or who.id != entity.id:
            others = self._others(report, both, entity) or self._roles(report, before, entity)
            return word != "it" and not others
        if entity.kind != "person":
            return True
        near = (here[0], hang.start)
        named = entity.id in self._named(report, near)
        return not self._is_anothers(report, said) and not self._others(report, near if named else both, entity)

    def _is_in_passing(self, unit: Unit, hang: Hang) -> bool:
        """Whether the sentence before tells what was done to another "him": "His brother Karl met him. He had …"."""
        report, before = unit.report, self._looks.before(unit.report, unit.clause.sentence)
        me = self._looks.mention_at(report, hang.start, hang.end)
        if before is None or me is None or me.kind != "person":
            return False
        word = self._reports[report].text[hang.start : hang.end]
        main = [c for c in self._looks.clauses(report, before) if c.link == "main"]
        done = {a.mention for c in main for a in c.arguments if a.role == "object"}
        others = [m for m in self._looks.mentions(report, before) if m.form == "pronoun" and m.chain != me.chain]
        return any(m.id in done and self._genders.may_be(report, m.chain, word) for m in others)

    def noun(self, unit: Unit, hang: Hang) -> str:
        """Give the words for a body without a name that says of itself what the pronoun `hang` opens, or ""."""
        report = unit.report
        said = self._said[report].get(unit.clause.attribution or "")
        me, source = self._looks.mention_at(report, hang.start, hang.end), self._source(report, said)
        if said is None or me is None or source is None or me.chain != source.chain:
            return ""
        text = self._reports[report].text
        if text[me.start : me.end].lower() not in _SUBJECTS:
            return ""
        if not self._opens_what_is_said(report, said, hang):
            return ""
        here, before = self._sentences(report, unit.clause.sentence)
        chain = [m for m in self._readings[report].mentions if m.chain == me.chain and m.start < hang.start]
        if source.form == "nominal":
            acts = any(a.role == "subject" and a.start == hang.start for a in unit.clause.arguments)
            alone = acts and not self._rivals(report, (before[0], source.start), me)
            found = source if here[0] <= source.start and alone else None
        else:
            opening = [m for m in chain if m.form == "nominal" and not text[before[0] : m.start].strip()]
            found = opening[0] if opening and self._opens(report, here[0], source.start) else None
            if found is not None and self._shares(report, unit.clause.sentence - 1, found):
                return ""
        if found is None or any(m.form == "name" for m in chain) or self._is_aside(report, found):
            return ""
        plural = self._head(report, found).endswith("s") or self._head(report, found) == "police"
        if found.kind in _BODIES and plural != (text[me.start : me.end].lower() == "they"):
            return ""  # "the company said they had broken the law"
        if found.kind not in _BODIES and not (source is found and office_of(text[found.start : found.end])):
            return ""
        return self._definite(report, found) if self._is_only(report, found) else ""

    def _definite(self, report: str, noun: Mention) -> str:
        """Give the words of a noun that points at one thing: "the bank", "Norway's army", "Danish police"; or ""."""
        text = self._reports[report].text
        words = text[noun.start : noun.end].split()
        before = text[: noun.start].split()[-1:]
        if len(words) > _LONGEST or before in (["and"], ["or"]):
            return ""  # "Danish and Norwegian officials"
        if words[0].lower() == _DEFINITE:
            return " ".join([_DEFINITE, *words[1:]])
        names = (m for m in self._readings[report].mentions if m.form == "name" and m.start == noun.start)
        whose = any(m.end < noun.end for m in names) or words[0] in _peoples()
        return " ".join(words) if whose else ""

    def _is_only(self, report: str, noun: Mention) -> bool:
        """Whether a bare noun ("the firm") is told apart: the report has no other of the sort ("the Danish firm")."""
        words = self._reports[report].text[noun.start : noun.end].split()
        others = (m for m in self._readings[report].mentions if m.form == "nominal" and m.chain != noun.chain)
        head = self._head(report, noun)
        bare = words[0].lower() == _DEFINITE and len(words) == _BARE
        return not bare or head not in {self._head(report, m) for m in others}

    def _head(self, report: str, noun: Mention) -> str:
        """Give the last word before what hangs on a noun: "firm" of "the Danish firm of Orl"."""
        words = self._reports[report].text[noun.start : noun.end].lower().split()
        return next((w for w, after in pairwise(words) if after in _LINKS), words[-1])

    def _rivals(self, report: str, span: Span, pronoun: Mention) -> bool:
        """Whether the pronoun could stand for a part of a stretch as well: "The drone fell. The army said it …"."""
        reading, text = self._readings[report], self._reports[report].text
        within = [m for m in reading.mentions if span[0] <= m.start < span[1] and m.chain != pronoun.chain]
        if pronoun.kind == "person":
            return any(m.kind == "person" for m in within)
        many = text[pronoun.start : pronoun.end].lower() == "they"
        if many and any(m.kind == "group" for m in within):
            return True
        mine = {m.id for m in reading.mentions if m.chain == pronoun.chain}
        bodies = {m.id for m in reading.mentions if m.kind in ("organisation", "group", "person")}
        clauses = [c for c in reading.clauses if span[0] <= c.start < span[1]]
        if not clauses and text[span[0] : span[1]].strip() and not self._opens(report, span[0], span[1]):
            return True  # what it tells was not made out
        parts = [a for c in clauses for a in c.arguments if a.role in _PARTS and a.start < span[1]]
        others = [a for a in parts if a.mention not in mine]
        if many:
            return any(text[a.start : a.end].endswith("s") for a in others)
        return any(a.mention not in bodies for a in others)

    def _shares(self, report: str, number: int, noun: Mention) -> bool:
        """Whether a sentence has another part than that of a noun, or names another body: it might be what speaks."""
        reading = self._readings[report]
        start, end = noun.end, reading.sentences[number][1]
        parts = [a.start for c in reading.clauses if c.sentence == number for a in c.arguments if a.role in _PARTS]
        bodies = [m.start for m in reading.mentions if m.kind in _BODIES and m.form != "pronoun"]
        return any(start <= at < end for at in (*parts, *bodies))

    def _is_aside(self, report: str, noun: Mention) -> bool:
        return any(r.start <= noun.start < r.end for r in self._readings[report].regions)

    def _source(self, report: str, said: Attribution | None) -> Mention | None:
        return None if said is None else self._looks.mention(report, said.source_mention)

    def _goes_on(self, unit: Unit, hang: Hang, entity: Entity) -> bool:
        """Whether somebody named some sentences back says it of himself, and nobody else has come in between."""
        report = unit.report
        said = self._said[report].get(unit.clause.attribution or "")
        source, me = self._source(report, said), self._looks.mention_at(report, hang.start, hang.end)
        if said is None or source is None or me is None or source.chain != me.chain or source.form != "pronoun":
            return False
        number = unit.clause.sentence
        here, _ = self._sentences(report, number)
        if not (self._opens(report, here[0], source.start) and self._opens_what_is_said(report, said, hang)):
            return False
        for back in range(number - 1, max(-1, number - 1 - _BACK), -1):
            span = self._readings[report].sentences[back]
            if self._others(report, span, entity) or self._leads(report, span, me.chain):
                return False
            if entity.id in self._named(report, span):
                return True
            mine = [m for m in self._readings[report].mentions if m.chain == me.chain and span[0] <= m.start < span[1]]
            speaks = {m.id for m in mine} & {a.source_mention for a in self._said[report].values()}
            if not speaks and not any(self._opens(report, span[0], m.start) for m in mine):
                return False
        return False

    def _leads(self, report: str, span: Span, chain: str) -> bool:
        """Whether a sentence speaks of another person that "he" could be: "her", "the judge", but not "a lawyer"."""
        text = self._reports[report].text
        people = (m for m in self._readings[report].mentions if m.kind == "person" and m.chain != chain)
        inside = (text[m.start : m.end].lower() for m in people if span[0] <= m.start < span[1])
        return any(not words.startswith(_ANY) for words in inside)

    def _sentences(self, report: str, number: int) -> tuple[Span, Span]:
        """Give the span of a sentence, and of the one before it; an empty one where there is none."""
        sentences = self._readings[report].sentences
        here = sentences[number]
        before = self._looks.before(report, number)
        return here, sentences[before] if before is not None else (here[0], here[0])

    def _named(self, report: str, span: Span) -> list[str]:
        """Give who is named in a stretch, in order; bylines, headlines and the like aside."""
        aside = [(r.start, r.end) for r in self._readings[report].regions]
        named = self._names.names_in(report, *span)
        return [e for at, e in named if not any(a <= at < b for a, b in aside)]

    def _others(self, report: str, span: Span, entity: Entity) -> bool:
        """Whether a stretch names somebody else of the kind, or another person."""
        named = self._names.written_in(report, *span) - {entity.id}
        return any(self._names.kind_of(e) in (entity.kind, "person") for e in named)

    def _roles(self, report: str, span: Span, entity: Entity) -> bool:
        """Whether a stretch speaks of another person without a name: "Dr. Berg examined the boy. He had fallen"."""
        if entity.kind != "person":
            return False
        people = (m for m in self._readings[report].mentions if m.form == "nominal" and m.kind == "person")
        inside = (m for m in people if span[0] <= m.start < span[1])
        return any((who := self._names.entity_of(report, m.id)) is None or who.id != entity.id for m in inside)

    def _spoke(self, report: str, entity: Entity, span: Span) -> bool:
        """Whether who says something in a stretch is named there."""
        sources = (s for a in self._readings[report].attributions for s in a.source)
        return any(
            entity.id in self._names.written_in(report, start, end)
            for start, end in sources
            if span[0] <= start < span[1]
        )

    def _opens(self, report: str, start: int, at: int) -> bool:
        words = self._reports[report].text[start:at].lower().split()
        return all(w in _BEFORE for w in words)

    def _opens_what_is_said(self, report: str, said: Attribution, hang: Hang) -> bool:
        """Whether between the verb of saying and the pronoun is nothing but "that", a day and a body that hears it."""
        ends = [end for _, end in said.cue if end <= hang.start]
        if not ends or not any(a <= hang.start < b for a, b in said.content):
            return False
        start = max(ends)
        words = self._without_days_and_bodies(report, start, hang.start).lower().split()
        return all(w in _BEFORE or w == "on" or (n == 0 and w in _HEARERS) for n, w in enumerate(words))

    def _without_days_and_bodies(self, report: str, start: int, end: int) -> str:
        if report not in self._free:
            reading = self._readings[report]
            bodies = [(m.start, m.end) for m in reading.mentions if m.form == "name" and m.kind != "person"]
            self._free[report] = sorted([(t.start, t.end) for t in reading.times] + bodies)
        free, text, left = self._free[report], self._reports[report].text, ""
        for a, b in free[bisect_left(free, (start, start)) : bisect_left(free, (end, end))]:
            if b <= end:
                left += text[start:a]
                start = max(start, b)
        return left + text[start:end]

    def _is_anothers(self, report: str, said: Attribution) -> bool:
        """Whether who says it is somebody's: "his lawyer, Jan Pesk, said that he was asleep" is not of the lawyer."""
        owners = [m for m in self._readings[report].mentions if m.form == "pronoun" and m.id != said.source_mention]
        return any(a <= m.start < b for a, b in said.source for m in owners)


@cache
def _peoples() -> frozenset[str]:
    """The words for who is of a state: "Danish officials"."""
    return frozenset(word for _, people, *_ in lexicon("countries") for word in people.split("|") if word)
