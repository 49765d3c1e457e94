"""Whose word a telling is: the origin of its row, and of whoever says most of it inside it.

A telling may be wider than what was said: "Anger spread after the union admitted that …" is the union's where what it
admitted fills much of it. So a statement inside the telling is its voice, as far inwards as that goes; whose word the
statement is, its origin tells. Those who say the same words with him are voices beside him.

One voice of a claim is one origin, with every way that it came: nobody is counted, or shown, twice.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from rashomon.comparing.beginnings import Beginnings
from rashomon.comparing.joining.unit import Unit
from rashomon.comparing.origins.paths import is_claimed
from rashomon.records import Attribution, Clause, Member, Origin, Reading, Span, by_voice, chains

_PEOPLE = " ("  # behind the name of a body, in front of those who spoke for it
_SHOWN = 2  # people who spoke for one body


def united(origins: Iterable[Origin]) -> tuple[Origin, ...]:
    """Give one origin a voice: its chains one behind the other, one for each report, sure where any of them is."""
    return tuple(_one(same) for same in by_voice(origins).values())


def spoken_for(origin: Origin) -> str:
    """Give the name of a voice without the people who spoke for it: which of them said one thing is not told by it."""
    return origin.name.partition(_PEOPLE)[0]


def _one(same: list[Origin]) -> Origin:
    best = next((o for o in same if o.certain), same[0])
    if len(same) == 1 and not best.apart and len({report for report, _ in best.chain}) < 2:
        return best  # as most claims have it
    first: dict[str, tuple[Member, ...]] = {}
    for origin in (best, *same):
        for chain in chains(origin):
            first.setdefault(chain[0][0], chain)
    ordered = dict.fromkeys(member[0] for origin in same for member in origin.chain)
    return replace(
        best,
        name=_name(best, same),
        chain=tuple(member for report in ordered for member in first[report]),
        apart=tuple(sorted({key for origin in same for key in origin.apart})),
    )


def _name(best: Origin, same: list[Origin]) -> str:
    """The name of a voice: of a body that spoke both by itself and by people, its own and theirs."""
    body = next((o.name for o in same if o.kind == "institution"), "")
    people = list(dict.fromkeys(o.name for o in same if o.kind == "named_person" and o.name != body))
    return f"{body}{_PEOPLE}{', '.join(people[:_SHOWN])})" if body and people else best.name


_MUCH = 0.3  # of the characters of a telling, for a statement in it to be what it tells
_MOST = 0.45  # for one in a clause that only hangs on it
_WHOLE = 0.8  # of the characters of a statement, for a clause to be what it says
_HELD = frozenset(
    {"belief-verb", "belief-adjective", "noun"}
)  # rules of statements that somebody holds: "believes", "cast doubt on"
_RELATIVE, _JOINED = "relative", "joined"
_BE = "be"
_ASIDES = frozenset({"adverbial", _RELATIVE})
_BESIDE = frozenset({"phrase", "relative", "adverbial", "participle"})


class Tellings:
    """Answers, for the readings of one case, what row a telling rests on and whose word it is."""

    def __init__(
        self,
        readings: Mapping[str, Reading],
        origins: Mapping[Member, Origin],
        pointed: frozenset[Member] = frozenset(),
    ) -> None:
        """`pointed` are the rows of clauses whose word somebody pointed at: nobody inside them goes before him."""
        self._readings, self._origins, self._pointed = readings, origins, pointed
        self._statements: dict[str, _Statements] = {}

    def row(self, unit: Unit) -> str:
        """Give the row that a telling rests on: its event, else the statement it says or is in, else its sentence.

        What only says ("X denied that …") rests on the statement whose cue it is: the voice is X.
        """
        clause = unit.clause
        said = self._of(unit.report).said_at(clause.head)
        if said is not None:
            return said.id
        if clause.event is not None:
            return clause.event
        return clause.attribution or f"s{clause.sentence + 1}"

    def origins(self, unit: Unit) -> tuple[Origin, ...]:
        """Give the voices of a telling, its own first."""
        if (unit.report, unit.clause.id) in self._pointed:
            return (self._origins[unit.report, unit.clause.id],)
        of, row = self._of(unit.report), self.row(unit)
        said = of.said_at(unit.clause.head)
        held = said is not None and said.because.rule in _HELD
        first = None if held else self._origins.get((unit.report, unit.clause.id))
        first = first or self._origins.get((unit.report, row))
        if first is None:
            return ()
        around = said.id if said is not None else unit.clause.attribution
        inner = of.inmost(unit.span, around, by_relative=unit.clause.lemma == _BE)
        if inner is not None and (origin := self._origins.get((unit.report, inner))) is not None:
            first, around = origin, inner
        found = [first]
        for other in of.beside(around):
            origin = self._origins.get((unit.report, other))
            if origin is not None and all(origin.key != o.key for o in found):
                found.append(origin)
        return tuple(found)

    def only_names(self, unit: Unit) -> bool:
        """Whether somebody only names the deed in what he says of something else: he does not tell it.

        What fills most of a statement is what it tells, however the clause hangs in it.
        """
        clause = unit.clause
        if clause.link not in _BESIDE or clause.attribution is None:
            return False
        return clause.form == "noun" or self._of(unit.report).is_beside(unit.span, clause.attribution)

    def _of(self, report: str) -> _Statements:
        if report not in self._statements:
            self._statements[report] = _Statements(self._readings[report])
        return self._statements[report]


class _Statements:
    """The statements of one report, by where their cues stand, what they stand in and what they say."""

    def __init__(self, reading: Reading) -> None:
        self._by_id = {a.id: a for a in reading.attributions}
        within: dict[str | None, list[Attribution]] = defaultdict(list)
        self._saying: dict[tuple[Span, ...], list[str]] = defaultdict(list)
        self._cues: dict[int, Attribution] = {}
        asides = [c for c in reading.clauses if c.link in _ASIDES]
        self._asides = Beginnings(((c.start,), c) for c in asides)
        relative = {c.id for c in asides if c.link == _RELATIVE}
        relative |= {c.id for c in reading.clauses if c.link == _JOINED and c.within in relative}
        self._relative = Beginnings(((c.start,), c) for c in reading.clauses if c.id in relative)
        claimed = (c for c in reading.clauses if is_claimed(c, self._by_id.get(c.attribution or "")))
        self._claimed = frozenset(c.attribution for c in claimed)  # who denies a claim does not speak by it
        for a in reading.attributions:
            within[a.nested_in].append(a)
            if a.content:
                self._saying[a.content].append(a.id)
            for at in (at for start, end in a.cue for at in range(start, end)):
                self._cues.setdefault(at, a)
        self._within = {
            outer: Beginnings(([start for start, _ in a.cue], a) for a in inner) for outer, inner in within.items()
        }

    def said_at(self, head: Span) -> Attribution | None:
        """The statement whose cue holds the head of a clause."""
        return self._cues.get(head[0])

    def beside(self, statement: str | None) -> Iterator[str]:
        """Those who say the same words: of "the union says, and the firm denies, that", the firm does not."""
        said = self._by_id.get(statement or "")
        if said is None:
            return iter(())
        others = (self._by_id[other] for other in self._saying.get(said.content, ()) if other != statement)
        return (other.id for other in others if (other.polarity == "deny") == (said.polarity == "deny"))

    def is_beside(self, span: Span, statement: str) -> bool:
        """Whether `span` is but a part of what a statement says."""
        said_in = self._by_id.get(statement)
        around = [(s, e) for s, e in said_in.content if s < span[1] and span[0] < e] if said_in is not None else []
        said = sum(e - s for s, e in around)
        return _shared(tuple(around), span) < _WHOLE * said

    def inmost(self, span: Span, around: str | None, *, by_relative: bool) -> str | None:
        """The statement inside `span` whose content fills much of it, the inmost of them; None where none does.

        One that is told in a clause that only hangs there must fill most of it, and one that only tells what somebody
        or something is ("Holm, who listed his trade as baker, was jailed") only `by_relative`, as where nothing else is
        told: "is the shop that police say was robbed".
        """
        found: list[str] = []
        while True:
            nested = self._within.get(found[-1] if found else around)
            inside = nested.within(span) if nested is not None else []
            inside = [a for a in inside if _speaks(a) and _fills(a, span)]
            inside = [a for a in inside if not self._is_in(self._asides, a, span) or _fills(a, span, _MOST)]
            inside = [a for a in inside if by_relative or not self._is_in(self._relative, a, span)]
            inside = [a for a in inside if a.id not in found and a.id not in self._claimed]
            if not inside:
                return found[-1] if found else None
            found.append(max(inside, key=lambda a: (_shared(a.content, span), a.id)).id)

    @staticmethod
    def _is_in(clauses: Beginnings[Clause], a: Attribution, span: Span) -> bool:
        """Whether a statement is all told in a clause that hangs on what `span` tells: "resigned after he denied …"."""
        spans = (*a.cue, *a.content)
        return any(
            (c.start, c.end) != span and c.end <= span[1] and all(c.start <= s and e <= c.end for s, e in spans)
            for c in clauses.within(span)
        )


def _speaks(a: Attribution) -> bool:
    return bool(a.source) and not (a.negated or a.hypothetical or a.because.by("nocomment"))


def _fills(a: Attribution, span: Span, much: float = _MUCH) -> bool:
    return any(span[0] <= s < span[1] for s, _ in a.cue) and _shared(a.content, span) >= much * (span[1] - span[0])


def _shared(spans: tuple[Span, ...], span: Span) -> int:
    return sum(max(0, min(e, span[1]) - max(s, span[0])) for s, e in spans)
