"""The chronicle: the claims that matter, one line each, in the words of a report, by rank; no sentence stands twice.

A claim has a line where one of its tellings can stand alone and enough tells of it. What happened starts on no day
after its report; what came long before is background, what is planned, demanded or threatened lies ahead.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date
from typing import Literal

from rashomon.comparing.claim_kinds import LONG_BEFORE
from rashomon.comparing.claims import Gathered, Told
from rashomon.comparing.days import days
from rashomon.comparing.lines.choosing import further_lines, main_first, vouched_first
from rashomon.comparing.lines.compose import Composer, Line
from rashomon.comparing.lines.line_day import Readings, days_of_death, line_day
from rashomon.comparing.lines.rank import Candidate, Ranking, candidates_of, headline, line_weights
from rashomon.comparing.lines.tolls import latest_toll
from rashomon.comparing.pointed.over_claims import chosen_first
from rashomon.records import ChronicleEntry, Claim, Conflict, Reading, Reason, Report, Series, Story
from rashomon.records.keys import line_name

_NEAR = 0.5  # a line that is less likely to be of the matter would be called disputed for what it does not tell
_FIRST = 10
_LINES = 150  # a story's lines: the rest of the claims stands behind --all
_Period = Literal["background", "story", "ahead"]


@dataclass(frozen=True, slots=True)
class _Chosen:
    told: Told
    line: Line
    score: float
    number: int


def chronicle(
    reports: Mapping[str, Report],
    readings: Mapping[str, Reading],
    stories: Sequence[Story],
    gathered: Sequence[Gathered],
    composer: Composer,
    conflicts: Sequence[Conflict] = (),
    series: Sequence[Series] = (),
) -> tuple[ChronicleEntry, ...]:
    """Lay the claims out as entries, in the order of their rank over the whole case: each story's first lines first.

    `composer` makes the lines of the case.
    """
    fought = {
        frozenset({a, b}) for x in conflicts if len(x.sides) > 1 for a in x.sides[0].claims for b in x.sides[1].claims
    }
    found = [
        (n, place, g, chosen)
        for place, g in enumerate(gathered)
        for n, chosen in enumerate(_chosen(g, composer, reports, readings, fought, series))
    ]
    found.sort(key=lambda f: (f[0] // _FIRST, f[1], f[0]))
    known = {s.id for s in stories}
    marks: dict[str, list[str]] = {}
    for conflict in conflicts:
        for claim in dict.fromkeys(c for side in conflict.sides for c in side.claims):
            marks.setdefault(claim, []).append(conflict.id)
    _mark_lineless(marks, found, conflicts, gathered)
    died = [days_of_death(g.units) for g in gathered]
    of_reports = Readings(readings)
    began = [min((u.published for u in g.units if u.published), default=None) for g in gathered]
    return tuple(
        _entry(rank, g, c, of_reports, known, marks, died[place], began[place])
        for rank, (_, place, g, c) in enumerate(found, 1)
    )


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
            nearest = [(max(g.joined.near.between(c, n) for c in claims), -at) for at, (n, _) in enumerate(mine)]
            best, at = max(nearest, default=(0.0, 0))
            if best > _NEAR:
                marks.setdefault(mine[-at][1], []).append(conflict.id)


def _chosen(
    g: Gathered,
    composer: Composer,
    reports: Mapping[str, Report],
    readings: Mapping[str, Reading],
    fought: Set[frozenset[str]],
    series: Sequence[Series],
) -> list[_Chosen]:
    by_story: dict[str, list[Candidate]] = defaultdict(list)
    for c in candidates_of(g, composer, reports):
        by_story[c.told.story].append(c)
    told_in = Counter(g.story_of[r] for r in {u.report for u in g.units})
    scored: list[tuple[float, Candidate]] = []
    lined: dict[Candidate, Line] = {}
    for story in sorted(by_story, key=lambda s: (-told_in[s], s)):  # each has its own first lines, whatever others tell
        heads = [
            headline(reports[r], readings[r]) for r in sorted({u.report for u in g.units}) if g.story_of[r] == story
        ]
        ranking = Ranking(by_story[story], g, heads)
        order = main_first(ranking.order(line_weights()))
        scored += order
        first = vouched_first(order)
        lined = chosen_first(first, g, _FIRST, ranking.heard(), lined, latest_toll(first, series))
    scored.sort(key=lambda s: (-s[0], s[1].told.claim.evidence))
    lined = further_lines(scored, g, _LINES, lined, fought)
    scores = {c.number: score for score, c in scored}
    return [_Chosen(c.told, line, scores[c.number], c.number) for c, line in lined.items()]


def _entry(
    rank: int,
    g: Gathered,
    c: _Chosen,
    readings: Readings,
    known: set[str],
    marks: Mapping[str, Sequence[str]],
    died: Mapping[str, str],
    began: int | None,
) -> ChronicleEntry:
    claim = c.told.claim
    when, basis = line_day(c.told, c.line, readings, died)
    return ChronicleEntry(
        id=line_name(claim.id),
        date=when,
        title=c.line.text,
        events=tuple(dict.fromkeys((u.report, u.clause.event) for u in c.told.units if u.clause.event)),
        claims=(claim.id,),
        independent_origins=claim.independent_origins,
        conflicts=tuple(marks.get(claim.id, ())),
        story=c.told.story if c.told.story in known else "",
        evidence=c.line.evidence,
        period=_period(claim, when, began),
        because=Reason("rank", _ranked_by(c, g)).then(basis),
        rank=rank,
        kind=claim.kind,
    )


def _ranked_by(c: _Chosen, g: Gathered) -> str:
    return f"pointed by {c.told.claim.pointed_by}" if c.number in g.pointed else f"{c.score:.2f}"


def _period(claim: Claim, when: str | None, began: int | None) -> _Period:
    if claim.kind == "plan":
        return "ahead"
    known = days(when) if when else None
    long_before = known is not None and began is not None and known[1] < date.fromordinal(began - LONG_BEFORE)
    return "background" if claim.kind == "background" or long_before else "story"
