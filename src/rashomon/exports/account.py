"""The chronicle as people read it: each line with who says so, through whom, and its own quotations.

Nothing is found or counted here: counts of origins are those of the findings, and every quotation is cut from a
stored report.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from rashomon.case import Case
from rashomon.comparing.publishers import bare
from rashomon.exports.deeds import weight
from rashomon.exports.in_words import Corrected, Voice, first_by, once_a_voice, value
from rashomon.exports.lookup import Lookup, Memory, Quote, once, telling_quote
from rashomon.exports.safe_text import cut_short
from rashomon.exports.tellings import families, standing
from rashomon.records import (
    NO_REASON,
    Attribution,
    Bounds,
    ChronicleEntry,
    Claim,
    ClaimKind,
    Conflict,
    ConflictKind,
    ConflictStatus,
    Event,
    Lineage,
    Member,
    Mention,
    Origin,
    Reason,
    Refusal,
    Series,
    Stance,
    Story,
    by_voice,
    chains,
)
from rashomon.records import Side as Told

_NAMED = 5
"""Names in the head of a story."""


@dataclass(frozen=True, slots=True)
class Side:
    """One claim: its words, its voices and where it stands; which outlets say, deny or hedge it.

    `silent` lists some of the outlets that could have told it and did not, `silent_outlets` counts them all. `perhaps`
    are claims (id, words) that may tell the same: shown beside it, never counted.
    """

    id: str
    text: str
    origins: Bounds
    reports: tuple[str, ...]
    voices: tuple[Voice, ...]
    quotes: tuple[Quote, ...]
    because: str
    corrections: tuple[str, ...] = ()
    stances: tuple[Stance, ...] = ()
    silent: tuple[str, ...] = ()
    silent_outlets: int = 0
    kind: ClaimKind = "event"
    perhaps: tuple[tuple[str, str], ...] = ()
    pointed_by: str = ""


@dataclass(frozen=True, slots=True)
class Half:
    """One side of a dispute as told: who tells it, the words that tell it best, its quotations, the best first.

    `claims` are the ids of the claims that it stands in.
    """

    who: tuple[str, ...]
    said: str
    quotes: tuple[Quote, ...] = ()
    claims: tuple[str, ...] = ()

    @property
    def day(self) -> str | None:
        """The first day on which a report tells it, where one is known."""
        return min((q.published for q in self.quotes if q.published), default=None)


@dataclass(frozen=True, slots=True)
class Dispute:
    """A conflict between two claims; `pointed_by` is the model of the user's own that pointed at it.

    `halves` are the two as told; where `status` is "superseded", the first is the one that a later report overtook.
    """

    id: str
    kind: ConflictKind
    sides: tuple[Side, ...]
    because: Reason
    halves: tuple[Half, ...] = ()
    status: ConflictStatus = "open"
    strength: int = 1
    rank: int = 0
    pointed_by: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure that changes in time: for each point its value in words, its day, who tells it, and the quotation."""

    id: str
    what: str
    points: tuple[tuple[str, str | None, str, Quote], ...]
    because: str = ""
    pointed_by: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the chronicle. `rank` 1 tells most, over the whole case; where it is 0, `weight` says how much.

    `latest` is the first day on which a report told it, by which it was so; none of what lies ahead.
    """

    id: str
    date: str | None
    title: str
    period: str
    origins: Bounds
    reports: tuple[str, ...]
    voices: tuple[Voice, ...]
    quotes: tuple[Quote, ...]
    claims: tuple[Side, ...]
    disputes: tuple[str, ...]
    because: str
    corrections: tuple[str, ...] = ()
    weight: int = 0
    rank: int = 0
    kind: ClaimKind = "event"
    latest: str | None = None

    @property
    def pointed_by(self) -> str:
        """The model of the user's own that put its tellings together, "" where the rules did."""
        return next((side.pointed_by for side in self.claims if side.pointed_by), "")


@dataclass(frozen=True, slots=True)
class Chapter:
    """One story: its reports (id, outlet, day), what they derive from, its lines and its conflicts.

    `alone` counts the reports that derive, as far as is known, from no other report of the case; `families` gives the
    outlets behind the reports, each with the reports that have its words; `named` are those that most reports name.
    Where only a part was asked for, `more_lines` and `more_disputes` count the lines and open disputes left out.
    """

    id: str
    title: str
    start: str | None
    end: str | None
    reports: tuple[tuple[str, str, str | None], ...]
    derived: tuple[tuple[Lineage, str], ...]
    alone: int
    lines: tuple[Line, ...]
    disputes: tuple[Dispute, ...]
    families: tuple[tuple[str, tuple[str, ...]], ...] = ()
    figures: tuple[Figure, ...] = ()
    named: tuple[str, ...] = ()
    more_lines: int = 0
    more_disputes: int = 0


@dataclass(frozen=True, slots=True)
class Account:
    """A whole case, or one story of it."""

    name: str
    chapters: tuple[Chapter, ...]
    reports: int
    outlets: int
    refusals: tuple[Refusal, ...]

    @property
    def independent(self) -> int:
        """How many outlets stand behind the reports once copies count with what they are copied from."""
        return len({name for chapter in self.chapters for name, _ in chapter.families})


def account(case: Case, story: str | None = None) -> Account:
    """Give the account of a case, or of the one story whose id is `story`. Raises KeyError where there is none."""
    lookup = Lookup(case)
    told = Teller(case, lookup)
    stories = case.findings.stories() if story is None else case.findings.some("stories", [story])
    if story is not None and not stories:
        raise KeyError(story)
    chapters = [told.chapter(s) for s in stories]
    if story is None and (loose := case.findings.loose()):
        chapters.append(told.rest(loose))
    reports = [r for s in stories for r in s.reports]
    return Account(
        case.path.stem,
        tuple(chapters),
        len(reports) if story else len(case.reports),
        len({lookup.outlet(r) for r in reports if lookup.outlet(r) != r}),
        tuple(case.refusals),
    )


class Teller:
    """Tells rows of the findings of one open case: who says so, through whom, with which quotations."""

    def __init__(self, case: Case, lookup: Lookup, memory: Memory | None = None) -> None:
        self._memory = memory or Memory()
        self._lookup = lookup
        self._findings = case.findings
        self._corrected = Corrected(case)
        self._lineage = self._memory.of("lineage", case.findings.lineage)

    def chapter(self, story: Story, most: int | None = None) -> Chapter:
        """Tell a story whole, or only the `most` lines and disputes that tell most: the rest is counted."""
        every = self._findings.lines(story.id)
        lines = every if most is None else sorted(every, key=_first)[:most]
        reports = tuple((r, self._lookup.outlet(r), self._lookup.published(r)) for r in story.reports)
        derived = tuple((row, self.origin(row)) for r in story.reports for row in self._lineage(r))
        conflicts: list[Conflict] = self._findings.within(story.id)
        first = conflicts if most is None else sorted(conflicts, key=_first)[:most]
        more = len([c for c in conflicts if c.status == "open"]) - len([c for c in first if c.status == "open"])
        return Chapter(
            story.id,
            " ".join((story.title or self._headline(story.reports)).split()),
            story.start,
            story.end,
            reports,
            derived,
            len(set(story.reports) - {row.report for row, _ in derived if self._lookup.report(row.origin or "")}),
            self.lines(lines),
            self.disputes([c.id for c in first]),
            tuple((name, tuple(of)) for name, of in self._families(story.reports).items()),
            self.figures(story.id),
            tuple(" ".join(name.split()) for name in self._findings.named_most(story.id, _NAMED)),
            len(every) - len(lines),
            more,
        )

    def _families(self, reports: Sequence[str]) -> dict[str, list[str]]:
        outlets = {r: self._lookup.outlet(r) for r in reports}
        return families(reports, outlets, [row for r in reports for row in self._lineage(r)])

    def rest(self, entries: Sequence[ChronicleEntry]) -> Chapter:
        """Tell the lines that belong to no story."""
        named = {c for entry in entries for c in entry.conflicts}
        return Chapter("", "", None, None, (), (), 0, self.lines(entries), self.disputes(named))

    def _headline(self, reports: Sequence[str]) -> str:
        readings = (self._lookup.reading(r) for r in reports)
        return next((r.title for r in readings if r and r.title), "")

    def origin(self, row: Lineage) -> str:
        """Say what a report derives from: an outlet, or that it is not known."""
        if row.origin is None:
            return "a passage in common with others"
        return self._lookup.outlet(row.origin) if self._lookup.report(row.origin) else row.origin

    def disputes(self, named: Collection[str]) -> tuple[Dispute, ...]:
        """Tell the conflicts of these ids."""
        conflicts: list[Conflict] = self._findings.some("conflicts", sorted(named))
        claims = self.claims(c for conflict in conflicts for c in (*conflict.claims, *_of_sides(conflict)))
        return tuple(self._memory.kept("dispute", c.id, partial(self._dispute, c, claims)) for c in conflicts)

    def _dispute(self, conflict: Conflict, claims: dict[str, Claim]) -> Dispute:
        sides = tuple(self.side(claims[i]) for i in conflict.claims if i in claims)
        halves = tuple(self._half(side, claims) for side in conflict.sides) or tuple(
            _half_of(side, conflict.because) for side in sides
        )
        return Dispute(
            conflict.id,
            conflict.kind,
            sides,
            conflict.because,
            _overtaken_first(halves, conflict.because) if conflict.status == "superseded" else halves,
            conflict.status,
            conflict.strength,
            conflict.rank,
            conflict.pointed_by,
        )

    def _half(self, side: Told, claims: dict[str, Claim]) -> Half:
        quotes = once(map(self._lookup.quote, side.evidence))
        own = [claims[c] for c in side.claims if c in claims]
        said = side.said or (quotes[0].text if quotes else own[0].text if own else "")
        return Half(self._called(side.voices, own), cut_short(said), quotes, side.claims)

    def _called(self, voices: Iterable[str], claims: Sequence[Claim]) -> tuple[str, ...]:
        """What voices are called: a key by the name of its origin, an outlet by its own, else as it stands."""
        names = {o.key: o.name for c in claims for o in c.origins if o.key}
        told = (self._lookup.outlet(names[v]) if v in names else self._lookup.voice(v) for v in voices if v)
        return tuple(dict.fromkeys(" ".join(name.split()) for name in told if name))

    def figures(self, story: str) -> tuple[Figure, ...]:
        """Tell the figures that change in time, those that reports of this story tell."""
        found: list[Series] = self._findings.told_in(story)
        claims = self.claims(point.claim for series in found for point in series.points)
        return tuple(
            Figure(
                series.id,
                " ".join(series.what.split()),
                once_a_voice(
                    (
                        value(point.value),
                        point.as_of,
                        "; ".join(self._called((point.voice,), [claims[point.claim]] if point.claim in claims else [])),
                        self._lookup.quote(point.evidence),
                    )
                    for point in series.points
                ),
                str(series.because),
                series.pointed_by,
            )
            for series in found
        )

    def claims(self, ids: Iterable[str]) -> dict[str, Claim]:
        """Give the claims of these ids that there are."""
        wanted = list(dict.fromkeys(ids))
        return self._memory.some("claim", wanted, lambda new: {c.id: c for c in self._findings.some("claims", new)})

    def lines(self, entries: Sequence[ChronicleEntry]) -> tuple[Line, ...]:
        """Tell lines of the chronicle: dated ones first, otherwise in the order given."""
        claims = self.claims(c for entry in entries for c in entry.claims)
        dated_first = sorted(entries, key=lambda entry: entry.date is None)
        return tuple(self._memory.kept("line", e.id, partial(self._line, e, claims)) for e in dated_first)

    def _line(self, entry: ChronicleEntry, known: Mapping[str, Claim]) -> Line:
        claims = tuple(known[c] for c in entry.claims if c in known)
        quotes = once(
            [
                *(q for member in entry.events if (q := self._lookup.member(member))),
                *(q for claim in claims for q in self._quotes(claim)),
                *([self._lookup.quote(entry.evidence)] if entry.evidence else ()),
            ]
        )
        reports = tuple(self._findings.behind(entry.id))
        return Line(
            entry.id,
            entry.date,
            " ".join(entry.title.split()),
            entry.period,
            entry.independent_origins,
            reports,
            self.voices(o for c in claims for o in c.origins),
            quotes,
            tuple(map(self.side, claims)),
            entry.conflicts,
            str(entry.because),
            self._corrected.of(
                (*entry.events, *(m for c in claims for m in c.members)),
                entry.because,
                *(o.because for c in claims for o in c.origins),
            ),
            self._weight(entry, len(reports)),
            entry.rank,
            entry.kind,
            None if entry.kind == "plan" or entry.period == "ahead" else first_by(map(self._lookup.published, reports)),
        )

    def _weight(self, entry: ChronicleEntry, reports: int) -> int:
        events = []
        for member in entry.events:
            row = self._lookup.row(member)
            if isinstance(row, Event):
                parties = (self._lookup.row((member[0], m)) for m in (*row.actors, *row.recipients))
                named = any(isinstance(p, Mention) and p.form == "name" for p in parties)
                events.append((row, named or row.place is not None))
        return weight(entry, events, reports)

    def side(self, claim: Claim) -> Side:
        """Tell a claim."""
        return self._memory.kept("side", claim.id, lambda: self._side(claim))

    def _side(self, claim: Claim) -> Side:
        return Side(
            claim.id,
            " ".join(claim.text.split()),
            claim.independent_origins,
            standing(claim),
            self.voices(claim.origins),
            self._quotes(claim),
            str(claim.because),
            self._corrected.of(claim.members, claim.because, *(o.because for o in claim.origins)),
            claim.stances,
            tuple(self._lookup.outlet(name) for name in claim.silent),
            claim.silent_outlets,
            claim.kind,
            tuple((c.id, " ".join(c.text.split())) for c in self._findings.some("claims", claim.perhaps))
            if claim.perhaps
            else (),
            claim.pointed_by,
        )

    def _quotes(self, claim: Claim) -> tuple[Quote, ...]:
        own = [q for member in claim.members if (q := self._lookup.member(member))]
        return once([*own, *map(self._lookup.quote, claim.evidence)])

    def voices(self, origins: Iterable[Origin]) -> tuple[Voice, ...]:
        """Tell whose voices stand at the end of these chains, each once, with the ways it came."""
        return tuple(
            Voice(
                " ".join(self._lookup.outlet(same[0].name).split()),
                same[0].kind,
                all(o.certain for o in same),
                tuple(dict.fromkeys(self._way(o, chain) for o in same for chain in chains(o))),
                tuple(dict.fromkeys(o.because for o in same if o.because)),
                next((self._lookup.voice(o.party) for o in same if o.party), ""),
            )
            for same in by_voice(origins).values()
        )

    def _way(self, origin: Origin, chain: Sequence[Member]) -> tuple[str, ...]:
        """From the report that we hold to the last link before the voice itself."""
        voice = bare(self._lookup.outlet(origin.name))
        links: list[str] = []
        source = ""
        seen: str | None = None
        for report, row_id in chain:
            links.append(source)  # a source that has one behind it is a link; the last one is the voice
            source = ""
            if report != seen:
                links.append(self._lookup.outlet(report))
                if bare(links[-1]) != voice:  # an outlet that speaks for itself has it from nobody
                    links.extend(self.origin(row) for row in self._lineage(report) if row.origin is not None)
                seen = report
            row = self._lookup.row((report, row_id))
            if isinstance(row, Attribution):
                links.append(self._lookup.outlet_told(report, row.channel))
                source = self._lookup.mention(report, row.source_mention) or self._lookup.words(report, row.source)
        kept: dict[str, str] = {}
        for link in links:
            if link and bare(link) != voice:
                kept.setdefault(bare(link), link)
        return tuple(kept.values())


def _first(row: ChronicleEntry | Conflict) -> tuple[bool, int]:
    return not row.rank, row.rank


def _of_sides(conflict: Conflict) -> Iterable[str]:
    return (claim for side in conflict.sides for claim in side.claims)


def _half_of(side: Side, because: Reason) -> Half:
    """A claim as one side of a dispute: the quotation that holds most of what that rests on, or its own words."""
    best = telling_quote(side.quotes, because)
    said = " ".join((best.text if best else side.text).split())
    if said != cut_short(said):
        said = " ".join(side.text.split()).removeprefix("that ")
        said = said.strip('"') if said.count('"') == 1 else said
    quotes = (*([best] if best else ()), *(q for q in side.quotes if q is not best))
    return Half(tuple(dict.fromkeys(v.name for v in side.voices)), cut_short(said), quotes, (side.id,))


def _overtaken_first(halves: tuple[Half, ...], because: Reason = NO_REASON) -> tuple[Half, ...]:
    """Give two sides, that which holds no more first, if the rules know it (comparing/disputes/status.py).

    If not, that which nobody tells any more, else the one first told, or no longer told.
    """
    given_up = next((step.words for step in because.steps if step.rule == "given up"), "")
    if given_up:
        return halves if given_up == "1" else halves[::-1]
    last = "~"
    return tuple(
        sorted(
            halves, key=lambda h: (bool(h.who), h.day or last, max((q.published or "" for q in h.quotes), default=last))
        )
    )
