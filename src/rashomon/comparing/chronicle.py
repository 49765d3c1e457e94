"""The chronicle: the claims that matter, one line each, in the words of a report, by rank; no sentence stands twice.

A claim has a line where one of its tellings can stand alone and enough tells of it. What happened starts on no day
after its report; what came long before is background, what is planned, demanded or threatened lies ahead.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date
from hashlib import blake2b
from typing import Literal

from rashomon.comparing.claims import Gathered, Told
from rashomon.comparing.days import days
from rashomon.comparing.joining.never import two_deeds
from rashomon.comparing.joining.predicate_class import predicate_class
from rashomon.comparing.joining.unit import Unit
from rashomon.comparing.kinds import LONG_BEFORE
from rashomon.comparing.lines.compose import Composer, Line
from rashomon.comparing.lines.line_day import line_day
from rashomon.comparing.lines.rank import Candidate, like, ranked
from rashomon.comparing.term import term
from rashomon.records import ChronicleEntry, Claim, Conflict, Entity, Reading, Report, Story

_NEAR, _ALIKE = 0.1, 0.5  # of the first lines each tells a matter of its own
_ONE, _SAME_WORDS = 0.3, 0.85  # of the rest each tells more than a line above it
_FIRST = 10
_FEWEST = 3  # lines of each story
_LINES = 150  # a story's lines: the rest of the claims stands behind --all
_LONE = 0.2  # of the best score: what has less stands behind --all
_Period = Literal["background", "story", "ahead"]


@dataclass(frozen=True, slots=True)
class _Chosen:
    told: Told
    line: Line
    score: float


def chronicle(
    reports: Mapping[str, Report],
    readings: Mapping[str, Reading],
    entities: Sequence[Entity],
    stories: Sequence[Story],
    gathered: Sequence[Gathered],
    conflicts: Sequence[Conflict] = (),
    copies: frozenset[str] = frozenset(),
) -> tuple[ChronicleEntry, ...]:
    """Lay the claims out as entries, in the order of their rank over the whole case: each story's first lines first."""
    composer = Composer(reports, readings, entities, copies)
    fought = {
        frozenset({a, b}) for x in conflicts if len(x.sides) > 1 for a in x.sides[0].claims for b in x.sides[1].claims
    }
    found = [
        (n, place, g, chosen)
        for place, g in enumerate(gathered)
        for n, chosen in enumerate(_chosen(g, composer, reports, fought))
    ]
    found.sort(key=lambda f: (f[0] // _FIRST, f[1], f[0]))
    known = {s.id for s in stories}
    marks: dict[str, list[str]] = {}
    for conflict in conflicts:
        for claim in dict.fromkeys(c for side in conflict.sides for c in side.claims):
            marks.setdefault(claim, []).append(conflict.id)
    _mark_lineless(marks, found, conflicts, gathered)
    return tuple(_entry(rank, g, c, readings, known, marks) for rank, (_, _, g, c) in enumerate(found, 1))


def _mark_lineless(
    marks: dict[str, list[str]],
    found: Sequence[tuple[int, int, Gathered, _Chosen]],
    conflicts: Sequence[Conflict],
    gathered: Sequence[Gathered],
) -> None:
    """Mark a conflict whose sides have no line at the line that stands for them: who did it, at that it was done."""
    lined = {c.told.claim.id for *_, c in found}
    for g in gathered:
        number = {t.claim.id: n for n, t in enumerate(g.told)}
        mine = [(number[c.told.claim.id], c.told.claim.id) for *_, c in found if c.told.claim.id in number]
        for conflict in conflicts:
            claims = [number[c] for side in conflict.sides for c in side.claims if c in number]
            if not claims or not lined.isdisjoint(c for side in conflict.sides for c in side.claims):
                continue
            nearest = [(max(g.joined.near[c].get(n, 0.0) for c in claims), -at) for at, (n, _) in enumerate(mine)]
            best, at = max(nearest, default=(0.0, 0))
            if best > _NEAR:
                marks.setdefault(mine[-at][1], []).append(conflict.id)


def _chosen(
    g: Gathered, composer: Composer, reports: Mapping[str, Report], fought: Set[frozenset[str]]
) -> list[_Chosen]:
    mine = sorted({u.report for u in g.units})
    years = Counter(d[0].year for r in mine if (d := days((reports[r].published or "")[:10])))
    year = str(max(years, key=lambda y: (years[y], y))) if years else ""
    candidates = [
        Candidate(n, told, tuple(lines))
        for n, told in enumerate(g.told)
        if (lines := composer.lines(told, position=told.claim.kind == "position", year=year))
    ]
    if not candidates:
        return []
    order = ranked(candidates, g, reports, mine)
    scores = {c.number: score for score, c in order}
    least = _LONE * order[0][0] if len(order) > _FIRST else order[-1][0]
    worth = [(score, c) for score, c in order if score >= least]
    lined = choose(worth, g, _FIRST)
    lined = choose(worth, g, _LINES, lined, fought)
    told = Counter(c.told.story for c in lined)
    for story in sorted({c.told.story for _, c in order}):  # no story is without lines, whatever another one tells
        if told[story] < _FEWEST:
            mine_alone = [(score, c) for score, c in order if c.told.story == story]
            lined = choose(mine_alone, g, _FEWEST, lined, fought)
    return [_Chosen(c.told, line, scores[c.number]) for c, line in lined.items()]


def choose(
    order: Iterable[tuple[float, Candidate]],
    g: Gathered,
    most: int,
    before: Mapping[Candidate, Line] | None = None,
    fought: Set[frozenset[str]] = frozenset(),
) -> dict[Candidate, Line]:
    """Give the first `most` candidates of `order` that tell each something else, with a line no other one has.

    They stand behind those chosen `before`, whose matters they may take up again in other words; two claims of which
    one contests the other (`fought`) are never one matter then.
    """
    lined = dict(before or {})
    chosen: dict[Candidate, Line] = {}
    used = {line.sentence for line in lined.values()}
    texts = {line.text for line in lined.values()}
    for _, c in order:
        if len(chosen) >= most:
            break
        if c in lined:
            continue
        near = g.joined.near[c.number]
        if any(_one_matter(c, t, near.get(t.number, 0.0), fought, later=bool(lined)) for t in (*lined, *chosen)):
            continue
        for line in c.lines:
            if line.sentence not in used and line.text not in texts:
                chosen[c] = line
                used.add(line.sentence)
                texts.add(line.text)
                break
    return lined | chosen


def _one_matter(c: Candidate, t: Candidate, likely: float, fought: Set[frozenset[str]], *, later: bool) -> bool:
    """Whether a line of `c` would tell what the one of `t` tells: two of their tellings are one with `likely`."""
    shared = like(c.told.units, t.told.units)
    if not later:
        near = likely > _NEAR or shared > _ALIKE
        return near and not two_deeds(c.told.units, t.told.units)
    if not ((likely > _ONE and shared > _ALIKE) or shared > _SAME_WORDS) or not _like_said(c, t):
        return False
    if frozenset({c.told.claim.id, t.told.claim.id}) in fought or _of_other_days(c.told.units, t.told.units):
        return False
    return not two_deeds(c.told.units, t.told.units)


def _like_said(c: Candidate, t: Candidate) -> bool:
    """Whether two claims say the like of somebody: to accuse of a deed and to deny it are two things."""
    mine, theirs = (
        frozenset().union(*(u.predicate | predicate_class(term(u.clause.lemma)) for u in x.told.units)) for x in (c, t)
    )
    return bool(mine & theirs)


def _of_other_days(one: Sequence[Unit], other: Sequence[Unit]) -> bool:
    """Whether both are dated in their own words, and no day of one is near a day of the other."""
    mine, theirs = (
        [u.days for u in units if u.days is not None and u.clause.date_basis.startswith("clause:")]
        for units in (one, other)
    )
    return bool(mine and theirs) and all(a[1] + 1 < b[0] or b[1] + 1 < a[0] for a in mine for b in theirs)


def _entry(
    rank: int,
    g: Gathered,
    c: _Chosen,
    readings: Mapping[str, Reading],
    known: set[str],
    marks: Mapping[str, Sequence[str]],
) -> ChronicleEntry:
    claim = c.told.claim
    when, basis = line_day(c.told, c.line, readings)
    return ChronicleEntry(
        id=f"e-{blake2b(claim.id.encode(), digest_size=5).hexdigest()}",
        date=when,
        title=c.line.text,
        events=tuple(dict.fromkeys((u.report, u.clause.event) for u in c.told.units if u.clause.event)),
        claims=(claim.id,),
        independent_origins=claim.independent_origins,
        conflicts=tuple(marks.get(claim.id, ())),
        story=c.told.story if c.told.story in known else "",
        evidence=c.line.evidence,
        period=_period(claim, when, g),
        because=f"rank: {c.score:.2f}; date: {basis}",
        rank=rank,
        kind=claim.kind,
    )


def _period(claim: Claim, when: str | None, g: Gathered) -> _Period:
    if claim.kind == "plan":
        return "ahead"
    known = days(when) if when else None
    printed = [u.published for u in g.units if u.published]
    long_before = known is not None and printed and known[1] < date.fromordinal(min(printed) - LONG_BEFORE)
    return "background" if claim.kind == "background" or long_before else "story"
