"""A language model of the user's own points at clauses by their numbers; it never writes a word of any page.

`plan` says what would be sent, `point` sends it, `replay` follows recorded answers, `rules_alone` goes back. What is
answered is kept, and the findings of the case follow it.

Whatever fails, the findings are those of the rules where nothing was answered, and it is told what failed. What was
pointed at in the parts of a large story, and in what stands for their claims, is one answer of the story: a claim of
the whole holds the claims of the parts whose representatives it holds; where it says the contrary of what a
representative says, what was said there is denied here. Series that share a figure are one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

from rashomon.case import Case
from rashomon.comparing import Grounds, claims_of, grounds, known_entities
from rashomon.comparing.claims import Gathered
from rashomon.engines import Change, Tell, compare_again
from rashomon.engines.changes import changes
from rashomon.pointing.addressed import addressed
from rashomon.pointing.answer import PARTS, resolved
from rashomon.pointing.ask import Asked, Budget, ask, estimate
from rashomon.pointing.endpoint import Endpoint, EndpointError, RecordError, record, recorded
from rashomon.pointing.page import LONGEST, Page, page_of, pages
from rashomon.records import Evidence, Pointed, PointedClaim

__all__ = [
    "Endpoint",
    "EndpointError",
    "Plan",
    "PointedAt",
    "RecordError",
    "beside",
    "plan",
    "point",
    "record",
    "replay",
    "rules_alone",
]


_Stances = tuple[tuple[Evidence, ...], tuple[Evidence, ...], tuple[Evidence, ...]]
_SAYS, _DENIES, _HEDGES = range(3)


def representative(claim: PointedClaim) -> Evidence | None:
    """Give the clause that stands for a claim: the first that says it, else denies it, else hedges it."""
    return next(iter(claim.clauses), None)


def combined(parts: Sequence[Pointed], over: Pointed | None) -> Pointed:
    """Give one answer; `over` is what was pointed at in the representatives of the parts' claims, if that was."""
    claims = [c for p in parts for c in p.claims or ()]
    whole = Pointed(
        by=parts[0].by,
        shown=tuple(e for p in parts for e in p.shown),
        claims=tuple(claims) if any(p.claims is not None for p in parts) else None,
        voices=tuple(v for p in parts for v in p.voices or ()) if any(p.voices is not None for p in parts) else None,
        series=_series([s for p in parts for s in p.series or ()])
        if any(p.series is not None for p in parts)
        else None,
    )
    if over is None:
        return whole
    series = whole.series if over.series is None else _series([*(whole.series or ()), *over.series])
    whole = replace(whole, disputes=over.disputes, series=series)
    return (
        whole
        if over.claims is None
        else replace(whole, claims=_claims(claims, over.claims), first=over.first, one=over.one)
    )


def _claims(claims: Sequence[PointedClaim], over: Sequence[PointedClaim]) -> tuple[PointedClaim, ...]:
    """The claims of the whole in their order, then those of the parts that none of them holds."""
    of = {told: n for n, claim in enumerate(claims) if (told := representative(claim)) is not None}
    taken: set[int] = set()
    found = []
    for whole in over:
        rows: tuple[list[Evidence], list[Evidence], list[Evidence]] = ([], [], [])
        kind, also = whole.kind, list(whole.also)
        for stance, clauses in enumerate(_stances(whole)):
            for n in (of[e] for e in clauses if e in of):
                taken.add(n)
                kind = kind or claims[n].kind
                also += claims[n].also
                for to, some in enumerate(_turned(claims[n], stance)):
                    rows[to].extend(some)
        found.append(PointedClaim(tuple(rows[_SAYS]), tuple(rows[_DENIES]), tuple(rows[_HEDGES]), kind, tuple(also)))
    return (*found, *(c for n, c in enumerate(claims) if n not in taken))


def _stances(claim: PointedClaim) -> _Stances:
    return claim.says, claim.denies, claim.hedges


def _turned(claim: PointedClaim, stance: int) -> _Stances:
    """The clauses of a claim as they stand to another, to which its representative stands so."""
    own = next(n for n, some in enumerate(_stances(claim)) if some)
    says, denies, hedges = _stances(claim)
    if stance == own:
        return says, denies, hedges
    if _HEDGES not in (stance, own) or stance == _DENIES:
        return denies, says, hedges
    return ((), denies, (*says, *hedges)) if stance == _HEDGES else (says, denies, hedges)


def _series(rows: Sequence[tuple[Evidence, ...]]) -> tuple[tuple[Evidence, ...], ...]:
    found: list[dict[Evidence, None]] = []
    for row in rows:
        mine = dict.fromkeys(row)
        apart = []
        for other in found:
            if other.keys() & mine.keys():
                mine = {**other, **mine}
            else:
                apart.append(other)
        found = [*apart, mine]
    return tuple(tuple(row) for row in found)


_FEWEST = 2  # reports of a story that is asked about
_OF_A_PART = ("claims", "also", "voices", "series")
_OVER_PARTS = ("claims", "disputes", "series", "first", "one")


@dataclass(frozen=True, slots=True)
class Plan:
    """What would be asked: of each story its id and page; calls and tokens in all, about.

    A large story has a page for each of its parts, one behind another, and after them `over` makes the page of what
    stands for their claims. `left_out` are reports that speak to whoever reads them by machine: no model is shown them.
    """

    pages: tuple[tuple[str, Page], ...] = ()
    calls: int = 0
    tokens_in: int = 0
    tokens_out: int = 0
    left_out: tuple[str, ...] = ()
    over: Mapping[str, Callable[[Sequence[Evidence]], Page]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PointedAt:
    """What pointing did: calls, tokens, answers known already, what went wrong, and what changed in the findings."""

    calls: int = 0
    tokens_in: int = 0
    tokens_out: int = 0
    known: int = 0
    stories: int = 0
    wrong: tuple[str, ...] = ()
    changes: tuple[Change, ...] = ()


def plan(case: Case, stories: Sequence[str] = (), *, longest: int = LONGEST, at_once: bool = False) -> Plan:
    """Say what would be asked about `stories` of `case`, all unless told; nothing leaves this machine."""
    overlay = case.corrections.overlay()
    known = known_entities(case.known_entities.split("\n"))
    ground = grounds(case.reports, map(overlay.over, case.readings.machine), known, overlay.rulings)
    if ground is None:
        return Plan()
    left_out = frozenset(r for r, report in ground.reports.items() if addressed(report.text))
    shown_of: list[tuple[str, Page]] = []
    costs: list[tuple[int, int, int]] = []
    over: dict[str, Callable[[Sequence[Evidence]], Page]] = {}
    for story in ground.stories:
        shown = [r for r in story.reports if r not in left_out]
        if len(shown) < _FEWEST or (stories and story.id not in stories):
            continue
        mine = _of(ground, shown)
        gathered = claims_of(mine)
        parts = pages(mine, gathered, longest)
        shown_of += [(story.id, p) for p in parts]
        wanted = PARTS if len(parts) == 1 else _OF_A_PART
        costs += [estimate(p, wanted, at_once=at_once) for p in parts]
        if len(parts) > 1:
            over[story.id] = partial(_page_over, mine, gathered, longest)
            costs.append(estimate(parts[0], _OVER_PARTS, at_once=at_once))
    calls, tokens_in, tokens_out = (sum(c[n] for c in costs) for n in range(3))
    return Plan(tuple(shown_of), calls, tokens_in, tokens_out, tuple(sorted(left_out)), over)


def point(
    case: Case,
    endpoint: Endpoint,
    planned: Plan,
    *,
    budget: int | None = None,
    at_once: bool = False,
    at_a_time: int = 2,
    progress: Callable[[str, str], None] = lambda story, part: None,
) -> PointedAt:
    """Ask `endpoint` what was `planned`; keep what it answers in `case`, and let the findings follow it.

    Raises CaseError where the case cannot be written.
    """
    asking = partial(
        _answered,
        endpoint=endpoint,
        purse=Budget(budget),
        at_once=at_once,
        known=case.pointed.answers(endpoint.model).get,
    )
    of: dict[str, list[Page]] = {}
    for story, p in planned.pages:
        of.setdefault(story, []).append(p)
    with ThreadPoolExecutor(max_workers=at_a_time) as pool:
        running = [
            (story, pool.submit(asking, some, planned.over.get(story), progress=partial(progress, story)))
            for story, some in of.items()
        ]
        done = [(story, *future.result()) for story, future in running]
    day = datetime.now(UTC).date().isoformat()
    with case.transaction():
        for name, rows, tokens in (new for _, _, asked in done for a in asked for new in a.new):
            case.pointed.remember(name, endpoint.model, day, rows, tokens)
    wrong = [f"{story}: {fault}" for story, _, asked in done for a in asked for fault in a.wrong]
    return _followed(case, [p for _, p, _ in done if p], wrong, [a for *_, asked in done for a in asked])


def _answered(
    parts: Sequence[Page],
    over: Callable[[Sequence[Evidence]], Page] | None,
    *,
    endpoint: Endpoint,
    purse: Budget,
    at_once: bool,
    known: Callable[[str], Mapping[str, Any] | None],
    progress: Callable[[str], None],
) -> tuple[Pointed | None, list[Asked]]:
    """Ask about one story, by its one page or by its parts and then over them; and give what each question brought."""
    asking = partial(ask, endpoint=endpoint, budget=purse, at_once=at_once, known=known, progress=progress)
    wanted = _OF_A_PART if over else PARTS
    asked = [asking(p, wanted=wanted) for p in parts]
    found = [resolved(a.parts, p, endpoint.model) for a, p in zip(asked, parts, strict=True) if a.parts]
    if over is None or not found:
        return next(iter(found), None), asked
    standing = [e for p in found for c in p.claims or () if (e := representative(c)) is not None]
    if not standing:
        return combined(found, None), asked
    page = over(standing)
    last = asking(page, wanted=_OVER_PARTS)
    return combined(found, resolved(last.parts, page, endpoint.model) if last.parts else None), [*asked, last]


def _page_over(ground: Grounds, gathered: Sequence[Gathered], longest: int, standing: Sequence[Evidence]) -> Page:
    return page_of(ground, gathered, standing, longest)


def beside(endpoint: Endpoint, tell: Tell, path: Path, story: str) -> PointedAt:
    """Ask `endpoint` about one story of the case at `path`, and let its findings follow; `tell` hears what is asked.

    Raises CaseError as `point` does.
    """
    with Case(path) as case:
        tell("asking the model", 0, None)
        return point(case, endpoint, plan(case, (story,)), progress=lambda _, part: tell(f"asking for {part}", 0, None))


def replay(case: Case, lines: Iterable[str]) -> PointedAt:
    """Let the findings of `case` follow recorded answers. Raises RecordError, and CaseError as `point` does."""
    texts = {r.id: r.text for r in case.reports}
    found, passed = recorded(lines, texts)
    wrong = [f"{report}: the recorded answer is about another text" for report in passed]
    return _followed(case, [p for p in found if p.shown], wrong, [])


def rules_alone(case: Case) -> PointedAt:
    """Let the findings of `case` be those of the rules. Answers are kept."""
    before = case.findings.get()
    with case.transaction():
        case.pointed.drop()
    compare_again(case)
    return PointedAt(changes=changes(before, case.findings.get()))


def _followed(case: Case, found: Sequence[Pointed], wrong: Sequence[str], asked: Sequence[Asked]) -> PointedAt:
    before = case.findings.get()
    if found:
        with case.transaction():
            case.pointed.keep(found)
    compare_again(case)
    return PointedAt(
        sum(a.calls for a in asked),
        sum(a.tokens_in for a in asked),
        sum(a.tokens_out for a in asked),
        sum(a.known for a in asked),
        len(found),
        tuple(wrong),
        changes(before, case.findings.get()),
    )


def _of(ground: Grounds, reports: Iterable[str]) -> Grounds:
    """The ground as far as it is of some reports."""
    mine = frozenset(reports)
    return replace(
        ground,
        reports={r: report for r, report in ground.reports.items() if r in mine},
        readings={r: reading for r, reading in ground.readings.items() if r in mine},
        stories=tuple(s for s in ground.stories if mine & {*s.reports}),
        units=tuple(u for u in ground.units if u.report in mine),
        entities=tuple(
            replace(e, mentions=kept) for e in ground.entities if (kept := tuple(m for m in e.mentions if m[0] in mine))
        ),
    )
