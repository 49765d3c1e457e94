"""The words of a claim's line: those of one telling, cut to what the others bear out, resolved in [square brackets].

Every word outside brackets is the report's, in its order; only the first letter may be raised. A line that cannot
stand alone is no line.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from math import fsum

from rashomon.comparing.claim_kinds import only_says, says_elsewhere
from rashomon.comparing.claims import Told
from rashomon.comparing.joining.unit import Unit
from rashomon.comparing.lines.brackets import Genders, Names, Sentences, shown_name
from rashomon.comparing.lines.pieces import (
    EDGES,
    Piece,
    after,
    breaks_off,
    closed_up,
    instead,
    is_torn,
    leans_on,
    opens_with_a_day,
    spelled_out,
    tears_a_word,
    tells_in_short,
    trimmed,
    without,
    without_lone_mark,
)
from rashomon.comparing.lines.pronouns import Pronouns
from rashomon.comparing.lines.running import Running
from rashomon.comparing.lines.things import Things
from rashomon.comparing.origins.tellings import spoken_for
from rashomon.comparing.term import function_words, rarity, term
from rashomon.language import word_set
from rashomon.records import (
    Clause,
    ClauseLink,
    Entity,
    Evidence,
    Hang,
    Origin,
    Reading,
    Report,
    Span,
    Telling,
    Wording,
)

_FEWEST, _MOST = 3, 34
_READABLE, _WANTED = 28, 8
_CURT = 4.0  # what the fewest words cost: any longer line of a claim goes before them
_BORNE_OUT = 0.34
_OPENING_HANGS = frozenset({"pronoun", "demonstrative"})
_OPENING = 2  # words before what hangs: "most of them", "since then", "in it"
_HANGING = {"pronoun": 1.2, "demonstrative": 1.0, "role": 0.45, "day": 0.8, "first person": 9.0}
_QUOTES = '"“”'
_EMPTY = re.compile(r" ?\(\s*\)")
_REPORTS_BRACKETS = str.maketrans("[]", "()")  # square ones are ours: "[Laughs] We were given water"
_LEAD = 0.25
_ALONE = 3.0  # what no other telling bears out costs: a line stands for all of them
_MAIN = frozenset({"main", "complement"})
_OWN_RIGHT = _MAIN | {"joined"}


@dataclass(frozen=True, slots=True)
class Line:
    """The words of a line, the span of the report that gave them, and the sentence they stand in.

    `link` is how their clause hangs on the rest of it.
    """

    text: str
    evidence: Evidence
    sentence: tuple[str, int]
    score: float
    link: ClauseLink

    @property
    def main(self) -> bool:
        """Whether they are what the sentence says, and not what hangs on it."""
        return self.link in _MAIN

    def stands_beside(self, other: Line) -> bool:
        """Whether both may stand: they are of two sentences, or of two that are joined to one by "and" or "but"."""
        if self.sentence != other.sentence:
            return True
        (_, start, end), (_, first, last) = self.evidence, other.evidence
        return (end <= first or last <= start) and {self.link, other.link} <= _OWN_RIGHT


class Composer:
    """Makes the lines of one case."""

    def __init__(
        self,
        reports: Mapping[str, Report],
        readings: Mapping[str, Reading],
        entities: Sequence[Entity],
        copies: frozenset[str] = frozenset(),
    ) -> None:
        """`entities` are those of the case; `copies` are reports that have their words from another one."""
        self._copies = copies
        self._reports, self._readings = reports, readings
        self.names = Names(readings, entities)
        sentences, genders = Sentences(reports, readings), Genders(reports, readings)
        self._sentences = sentences
        self._pronouns = Pronouns(reports, readings, self.names, sentences, genders)
        self._running = Running(readings, self.names, sentences, genders)
        self._things = Things(readings, sentences)
        self._mentions = {r: {m.id: m for m in reading.mentions} for r, reading in readings.items()}
        self._clauses = {r: {c.id: c for c in reading.clauses} for r, reading in readings.items()}
        empty = function_words()
        content = {r: [w for w in reading.words if w.lemma not in empty] for r, reading in readings.items()}
        self._starts = {r: [w.start for w in words] for r, words in content.items()}
        self._words = {r: [term(w.lemma) for w in words] for r, words in content.items()}

    def lines(self, told: Told, *, position: bool, year: str) -> list[Line]:
        """Give the lines that a claim can have, the best first: of what leaves it open where a post alone says it."""
        both = list(zip(told.units, told.claim.tellings, strict=True))
        saying = [(u, t) for u, t in both if t.stance == "says" or len(both) == 1] or both
        found = self._lines_of(saying, told, position=position, year=year)
        if all(self._is_second_hand(line.evidence) for line in found):
            hedging = [(u, t) for u, t in both if t.stance == "hedges" and (u, t) not in saying]
            found += self._lines_of(hedging, told, position=position, year=year)
        return sorted(found, key=lambda line: (self._is_second_hand(line.evidence), -line.score, line.evidence))

    def _lines_of(
        self, tellings: Iterable[tuple[Unit, Telling]], told: Told, *, position: bool, year: str
    ) -> list[Line]:
        voice = {o.key: o for o in told.claim.origins}
        found = []
        elsewhere: dict[str, list[Unit]] = {}  # one list a report, however often that tells it
        for unit, telling in tellings:
            if unit.report not in elsewhere:
                elsewhere[unit.report] = [u for u in told.units if u.report != unit.report]
            line = self._line(unit, elsewhere[unit.report], voice.get(telling.voice), position=position, year=year)
            if line is not None:
                found.append(line)
        return found

    def words(self, unit: Unit, voices: Sequence[str]) -> str:
        """Give the words of one telling alone; "" where it cannot stand as a sentence.

        A pronoun goes by its name also where it stands for one of the `voices` that tell it.
        """
        wording, report = unit.clause.wording, unit.report
        if wording is None or self._sentences.is_we_of_who_tells(report, unit.clause):
            return ""
        year = str(date.fromordinal(unit.published).year) if unit.published else ""
        kept = list(wording.kept)
        kept = self._cut(report, wording, ()) if self._count(report, kept) > _MOST else kept
        pieces, hanging = self._resolved(unit, kept, (), year)
        named = {v.removeprefix("voice:") for v in voices}
        for h in hanging:
            entity = self.names.entity_at(report, (h.start, h.end)) if h.kind == "pronoun" else None
            acts = entity is not None and any(a.start == h.start and a.role == "subject" for a in unit.clause.arguments)
            if entity is not None and acts and entity.id in named:
                pieces = instead(pieces, (h.start, h.end), f"[{shown_name(entity)}]")
        text = self._text(report, pieces, unit.clause).removeprefix("that ").rstrip(EDGES)
        return _closed(_raised(text)) if text else ""

    def _line(
        self, unit: Unit, others: Sequence[Unit], voice: Origin | None, *, position: bool, year: str
    ) -> Line | None:
        clause = unit.clause
        if clause.wording is None or self._tells_nothing(unit) or self._is_beside(unit):
            return None
        wording = clause.wording
        report = unit.report
        if self._sentences.is_we_of_who_tells(report, clause):
            return None
        if wording.positional and self._is_idle(unit, wording.kept):
            return None
        kept = self._cut(report, wording, others)
        named = bool(self.names.names_in(report, kept[-1][1] + 1, kept[-1][1] + 2))
        if tears_a_word(self._reports[report].text, kept) or breaks_off(
            self._reports[report].text, kept, wording.hangs, named
        ):
            return None
        if wording.subject and self._things.has_two_doers(unit):
            return None
        pieces, hanging = self._resolved(unit, kept, others, year)
        lost = [h for h in hanging if self._is_lost(unit, h, pieces)]
        if all(h.kind == "pronoun" for h in lost) and (spared := _spared(kept, wording, lost)):
            kept = spared
            pieces, hanging = self._resolved(unit, kept, others, year)
        speaks = wording.positional or (position and clause.attribution is not None)
        lead, named = "", False
        if speaks:
            named_voice = voice is not None and voice.kind in ("named_person", "institution")
            if voice is not None and named_voice and voice.name[:1].isupper():
                named = True
                lead = "" if self._opens_with(unit, kept, voice) else f"[{spoken_for(voice)}:] "
            elif wording.positional:
                return None  # who "we" are is not known
        hanging = [h for h in hanging if not (named and h.kind == "first person")]
        text = self._text(report, pieces, clause)
        told = sum(len(p.text.split()) for p in pieces if p.start == p.end)  # in brackets: days, names of roles
        count = len(text.split()) - told
        if not _FEWEST <= count <= _MOST or any(self._is_lost(unit, h, pieces) for h in hanging):
            return None
        known = voice is not None and pieces[0].text == f"[{spoken_for(voice)}]"
        if count == _FEWEST and (hanging or not tells_in_short(clause, self._mentions[report], named=known)):
            return None
        score = self._score(unit, text, kept, others, hanging) - _CURT * (count == _FEWEST)
        if lead and voice is not None:
            opened = tuple(_raised(f"[{spoken_for(voice)}{end}") for end in ("] ", "’"))
            lead = "" if known or _raised(text).startswith(opened) else lead  # he is named as who says so already
        text = _raised(text)
        evidence = (report, min(s for s, _ in kept), max(e for _, e in kept))
        return Line(lead + _closed(text.rstrip(EDGES)), evidence, (report, clause.sentence), score, clause.link)

    def _is_lost(self, unit: Unit, hang: Hang, pieces: Sequence[Piece]) -> bool:
        """Whether a line cannot do without what hangs: it opens with it ("most of them", "since then"), or does it."""
        if hang.kind not in _OPENING_HANGS:
            return False
        clause = unit.clause
        first = min((p.start for p in pieces), default=0)
        parts = {a.start for a in clause.arguments if a.role in ("subject", "object")}
        if hang.start <= first or hang.start in parts:
            return True
        before = self._reports[unit.report].text[first : hang.start].split()
        return hang.start < clause.head[0] and len(before) <= _OPENING

    def _tells_nothing(self, unit: Unit) -> bool:
        """Whether a clause tells only that somebody speaks, and what is said can have a line or stands outside."""
        clause = unit.clause
        if clause.content is not None and only_says(clause):
            return self._clauses[unit.report][clause.content].wording is not None
        return says_elsewhere(clause)

    def _is_idle(self, unit: Unit, kept: Sequence[Span]) -> bool:
        """Whether somebody tells of his work, grief or thanks alone: "we are doing all we can", not "all for Orsa"."""
        words = self._terms(unit.report, kept)
        return bool(words) and words <= _says_nothing() and not (unit.clause.negated or unit.figures or unit.entities)

    def _opens_with(self, unit: Unit, kept: Sequence[Span], voice: Origin) -> bool:
        """Whether the words themselves name the holder of a position before they tell it, or before he says "we"."""
        hangs = unit.clause.wording.hangs if unit.clause.wording is not None else ()
        end = min([unit.clause.head[0], *(h.start for h in hangs if h.kind == "first person")])
        written = self.names.written_in(unit.report, kept[0][0], end)
        opening = self._reports[unit.report].text[kept[0][0] : end]
        return voice.key.rpartition(":")[2] in written or spoken_for(voice).split()[-1] in opening

    def _is_beside(self, unit: Unit) -> bool:
        """Whether the telling stands in a headline or a caption: those sum up in words that are no sentence's."""
        start, end = unit.span
        return any(r.start < end and start < r.end for r in self._readings[unit.report].regions)

    def _is_second_hand(self, at: Evidence) -> bool:
        """Whether words stand in a copy, or in a post that a page shows whole: what a report quotes goes before it."""
        report, _, end = at
        text = self._reports[report].text
        signatures = (r.start for r in self._readings[report].regions if r.because.rule == "post-signature")
        return report in self._copies or any(end <= start and "\n" not in text[end:start] for start in signatures)

    def _terms(self, report: str, spans: Iterable[Span]) -> frozenset[str]:
        starts, words = self._starts[report], self._words[report]
        return frozenset(t for a, b in spans for t in words[bisect_left(starts, a) : bisect_left(starts, b)])

    def _cut(self, report: str, wording: Wording, others: Sequence[Unit]) -> list[Span]:
        """What is kept, less what no other telling bears out, and less what makes it too long."""
        kept = list(wording.kept)
        theirs = [u.around for u in others]
        for body in wording.optional:
            left = without(kept, body)
            if len(left) == 0 or self._count(report, left) < _WANTED or is_torn(left, kept):
                continue
            mine = self._terms(report, body)
            alone = bool(theirs) and all(_share(mine, t) < _BORNE_OUT for t in theirs)
            if alone or self._count(report, kept) > _READABLE:
                kept = left
        return kept

    def _count(self, report: str, spans: Iterable[Span]) -> int:
        text = self._reports[report].text
        return sum(len(text[a:b].split()) for a, b in spans)

    def _is_borne_out(self, unit: Unit, hang: Hang, entity: Entity, others: Sequence[Unit]) -> bool:
        """Whether another telling names the entity in the same part, or the words before name it and nobody else.

        A chain alone is no ground: a wrong name is worse than none.
        """
        arguments = [a for a in unit.clause.arguments if a.start == hang.start]
        part = arguments[0].role if arguments else None
        for other in others if part else ():  # whose "his comments" are is no part that another telling could name
            theirs = other.subjects if part == "subject" else other.objects if part == "object" else other.entities
            if entity.id in theirs and entity.id in self.names.written_in(other.report, *other.span):
                return True
        if self._running.has_one_nearer(unit, hang):
            return False
        start, _ = self._readings[unit.report].sentences[unit.clause.sentence]
        before = self.names.written_in(unit.report, start, hang.start)
        rivals = {e for e in before if self.names.kind_of(e) in (entity.kind, "person")}
        if entity.id in before and rivals == {entity.id} and not self._running.may_be_anothers(unit, hang):
            return True
        if self._pronouns.is_meant(unit, hang, entity) or self._running.is_meant(unit, hang, entity):
            return True
        return self._things.is_meant(unit, hang)

    def _resolved(
        self, unit: Unit, kept: Sequence[Span], others: Sequence[Unit], year: str
    ) -> tuple[list[Piece], list[Hang]]:
        """Words and brackets in the order of the line, and what still hangs."""
        report, wording = unit.report, unit.clause.wording
        if wording is None:
            return [], []
        shown: set[str] = set()
        for a, b in (*wording.subject, *kept):
            shown |= self.names.written_in(report, a, b)
        pieces = [Piece(a, b, "") for a, b in kept]
        hanging: list[Hang] = []
        told: set[str] = set()
        days: set[str] = set()
        dated: list[Span] = []
        owner = " ".join(self._reports[report].text[a:b] for a, b in wording.subject)
        for hang in wording.hangs:
            in_subject = any(a <= hang.start < b for a, b in wording.subject)
            if not in_subject and not any(a <= hang.start < b for a, b in kept):
                continue
            span = (hang.start, hang.end)
            same = hang.kind == "demonstrative" and opens_with_a_day(self._reports[report].text, kept, span)
            if hang.kind == "day" or (same and self.names.day_at(report, span, year)):
                day = None if self._quoted(report, kept, hang) else self.names.day_at(report, span, year)
                if day and not in_subject and day not in days:
                    days.add(day)
                    dated.append(span)
                    pieces = after(pieces, self._end_of_possessive(report, hang.end), f"[{day}]")
                elif day is None:
                    hanging.append(hang)
                continue
            entity = self.names.entity_at(report, span) if hang.kind in ("pronoun", "role") else None
            name, who = self._shown(unit, hang, entity, others)
            if wording.subject == (span,) and hang.kind == "pronoun" and name:
                owner = name
            elif not who or in_subject:
                hanging.append(hang)
            elif who in shown or who in told:
                continue
            elif not name:
                hanging.append(hang)
            else:
                told.add(who)
                if hang.kind == "role":
                    pieces = after(pieces, hang.end, f"[{name}]")
                else:
                    own = self._reports[report].text[hang.start : hang.end].lower() in ("his", "its", "their", "her")
                    owns = own and self._is_possessive(report, hang)
                    pieces = instead(pieces, span, f"[{name}{_possessive(name) if owns else ''}]")
        hanging = [h for h in hanging if not any(a <= h.start < b for a, b in dated)]  # "that evening [12 May]"
        if wording.subject:
            pieces.insert(0, Piece(wording.subject[0][0], wording.subject[-1][1], f"[{' '.join(owner.split())}]"))
        return pieces, hanging

    def _shown(self, unit: Unit, hang: Hang, entity: Entity | None, others: Sequence[Unit]) -> tuple[str, str]:
        """Give what a bracket tells, "" where nothing bears it out; and who that is: an entity, or the noun itself."""
        if entity is not None and self._is_borne_out(unit, hang, entity, others):
            return shown_name(entity), entity.id
        noun = (self._pronouns.noun(unit, hang) or self._things.noun(unit, hang)) if hang.kind == "pronoun" else ""
        return noun, noun or (entity.id if entity is not None else "")

    def _is_possessive(self, report: str, hang: Hang) -> bool:
        """Whether "her" owns what follows; the other three always do."""
        text = self._reports[report].text
        if text[hang.start : hang.end].lower() != "her":
            return True
        told = (a for c in self._clauses[report].values() for a in c.arguments)
        if any((a.start, a.end) == (hang.start, hang.end) for a in told):
            return False  # "kept her popular"
        return any(0 < start - hang.end <= 1 for start in self._starts[report])

    def _end_of_possessive(self, report: str, end: int) -> int:
        """Give the end of a word with the "'s" that may follow it."""
        return end + 2 if self._reports[report].text[end : end + 2] in ("'s", "’s") else end

    def _quoted(self, report: str, kept: Sequence[Span], hang: Hang) -> bool:
        text = self._reports[report].text
        before = text[kept[0][0] : hang.start]
        return before.count("“") > before.count("”") or before.count('"') % 2 == 1

    def _text(self, report: str, pieces: Sequence[Piece], clause: Clause) -> str:
        text = self._reports[report].text
        out = ""
        last = None
        for p in spelled_out(pieces, text, clause):
            if p.text:
                out += ("" if not out or out.endswith(" ") else " ") + p.text
                last = None if p.start != p.end else last
                continue
            words = " ".join(text[p.start : p.end].split()).translate(_REPORTS_BRACKETS)
            if not words:
                continue
            glued = last is not None and last == p.start
            glue = (glued and not out.endswith("]")) or _opens(out) or _closes(out, words[0])
            out += words if glue or not out or leans_on(words) else f" {words}"
            last = p.end
        out = trimmed(closed_up(out))
        while len(out) > 1 and out[0] in _QUOTES and out[1] in ",.;":  # what closed the quotation before
            out = out[2:].strip(EDGES)
        for opening, closing in (("“", "”"), ('"', '"')):
            odd = out.count(opening) % 2 if opening == closing else out.count(opening) != out.count(closing)
            if odd:
                out = out.replace(opening, "").replace(closing, "")
        out = _EMPTY.sub("", without_lone_mark(out, text, last))
        if out.count("(") != out.count(")"):
            out = out.replace("(", "").replace(")", "")
        return trimmed(" ".join(out.split()))

    def _score(
        self,
        unit: Unit,
        text: str,
        kept: Sequence[Span],
        others: Sequence[Unit],
        hanging: Sequence[Hang],
    ) -> float:
        clause = unit.clause
        mine = self._terms(unit.report, kept)
        agree = sum(_share(u.terms, mine) for u in others) / len(others) if others else 0.0
        alone = 1.0 - _share(mine, frozenset().union(*(u.around for u in others))) if others else 0.0
        covers = _share(unit.terms, mine)
        count = len(text.split())
        return (
            1.5 * covers
            + 3.0 * agree
            - _ALONE * alone
            - sum(_HANGING[h.kind] for h in hanging)
            - 0.3 * max(0, _WANTED - count)
            - 0.06 * max(0, count - _READABLE)
            + 0.4 * (clause.link in _MAIN)
            + 0.25 * (not any(q in text for q in _QUOTES))
            + 0.3 * (unit.depth < _LEAD)
            + 0.3 * bool(clause.figures)
            - 0.3 * text.count("[")
        )


def _spared(kept: Sequence[Span], wording: Wording, lost: Sequence[Hang]) -> list[Span]:
    """Give what is kept without what may go and hangs: "In her speech, Ann Holm left"; [] where it cannot go."""
    left = list(kept) if lost else []
    for hang in lost:
        bodies = (b for b in wording.optional if any(start <= hang.start < end for start, end in b))
        body = next((b for b in bodies if not is_torn(without(left, b), left)), None)
        if body is None:
            return []
        left = without(left, body)
    return left


@cache
def _says_nothing() -> frozenset[str]:
    return frozenset(map(term, word_set("words_of_lines", "says_nothing")))


def _closes(text: str, mark: str) -> bool:
    """Whether a mark behind a text closes a quotation: a straight one where the text has left one open."""
    return mark == "”" or (mark == '"' and text.count('"') % 2 == 1)


def _opens(text: str) -> bool:
    """Whether a text ends with what opens a quotation."""
    return text.endswith("“") or (text.endswith('"') and text.count('"') % 2 == 1)


def _raised(text: str) -> str:
    """Give a line with its first letter raised, be it in a quotation or in brackets."""
    at = len(text) - len(text.lstrip(_QUOTES + "["))
    return text[:at] + text[at : at + 1].upper() + text[at + 1 :]


def _closed(text: str) -> str:
    """Give a line with the stop that ends it, once: a quotation may have brought its own, or a comma in its place."""
    if text[-1:] in _QUOTES:
        text = text[:-1].rstrip(EDGES if text[-2:-1] != "." else " ") + text[-1]
    return text if text[-1:] in _QUOTES and text[-2:-1] in ".?!" else f"{text}."


def _share(wanted: frozenset[str], held: Set[str]) -> float:
    """The weight of the words wanted that are held."""
    whole = _weight(wanted)
    return fsum(map(rarity, wanted & held)) / whole if whole else 1.0  # exact in any order


@lru_cache(maxsize=1 << 14)
def _weight(words: frozenset[str]) -> float:
    return fsum(map(rarity, words))


def _possessive(name: str) -> str:
    return "’" if name.endswith("s") else "’s"
