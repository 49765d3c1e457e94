"""A case is pointed at: its stories are asked about, what is answered is kept, and its findings follow it.

Whatever fails, the findings are those of the rules where nothing was answered, and it is told what failed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial

from rashomon.case import Case
from rashomon.comparing import known_entities
from rashomon.comparing.compare import claims_of
from rashomon.comparing.grounds import Grounds, grounds
from rashomon.engines import Change, compare_again
from rashomon.engines.changes import changes
from rashomon.pointing.addressed import addressed
from rashomon.pointing.answer import resolved
from rashomon.pointing.ask import Asked, Budget, ask, estimate
from rashomon.pointing.endpoint import Endpoint
from rashomon.pointing.page import LONGEST, Page, page
from rashomon.pointing.recorded import recorded
from rashomon.records import Pointed

_FEWEST = 2  # reports of a story that is asked about


@dataclass(frozen=True, slots=True)
class Plan:
    """What would be asked: of each story its id and page; calls and tokens in all, about.

    `left_out` are reports that speak to whoever reads them by machine: no model is shown them.
    """

    pages: tuple[tuple[str, Page], ...] = ()
    calls: int = 0
    tokens_in: int = 0
    tokens_out: int = 0
    left_out: tuple[str, ...] = ()


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
    pages = []
    for story in ground.stories:
        shown = [r for r in story.reports if r not in left_out]
        if len(shown) < _FEWEST or (stories and story.id not in stories):
            continue
        mine = _of(ground, shown)
        pages.append((story.id, page(mine, claims_of(mine), longest)))
    costs = [estimate(p, at_once=at_once) for _, p in pages]
    calls, tokens_in, tokens_out = (sum(c[n] for c in costs) for n in range(3))
    return Plan(tuple(pages), calls, tokens_in, tokens_out, tuple(sorted(left_out)))


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
    purse = Budget(budget)
    answers = case.pointed.answers(endpoint.model)
    with ThreadPoolExecutor(max_workers=at_a_time) as pool:
        running = [
            (
                story,
                p,
                pool.submit(
                    ask, p, endpoint, purse, at_once=at_once, known=answers.get, progress=partial(progress, story)
                ),
            )
            for story, p in planned.pages
        ]
        done = [(story, p, future.result()) for story, p, future in running]
    found = [resolved(a.parts, p, endpoint.model) for _, p, a in done if a.parts]
    day = datetime.now(UTC).date().isoformat()
    with case.transaction():
        for _, _, a in done:
            for name, rows, tokens in a.new:
                case.pointed.remember(name, endpoint.model, day, rows, tokens)
    wrong = [f"{story}: {fault}" for story, _, a in done for fault in a.wrong]
    return _followed(case, found, wrong, [a for *_, a in done])


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
