"""Where reading and comparing run: this process, this machine's cores, a cluster. One code path, one outcome.

What is done to a case beside the pages is a function here, one a work; each opens the case anew.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from rashomon.case import Case, CaseError
from rashomon.engines.build import Built, Progress, build
from rashomon.engines.changes import Change, counted
from rashomon.engines.cluster import Cluster, ClusterError
from rashomon.engines.compare_again import Corrected, compare_again, compared_anew, correct, keep, machines_own, preview
from rashomon.engines.engine import Engine, Machine, cores, in_process
from rashomon.engines.own_process import Step, Tell, Work, get_ready
from rashomon.engines.time_limit import attempt
from rashomon.intake import Limits, Said, intake
from rashomon.intake.day import day, understood
from rashomon.intake.settling import language, says_english
from rashomon.records import Judgement, Refusal, Report

__all__ = [
    "Added",
    "Built",
    "Change",
    "Cluster",
    "ClusterError",
    "Corrected",
    "Engine",
    "Machine",
    "Progress",
    "Step",
    "Tell",
    "Work",
    "added",
    "asks_language",
    "attempt",
    "build",
    "compare_again",
    "compared",
    "cores",
    "correct",
    "counted",
    "get_ready",
    "in_process",
    "keep",
    "machines_own",
    "preview",
    "previewed",
    "ruled",
    "told",
]


@dataclass(frozen=True, slots=True)
class Added:
    """What came in: the ids of the reports that are new, how many were here already, and what gave none and why."""

    new: tuple[str, ...]
    known: int
    refusals: tuple[Refusal, ...]


def compared(tell: Tell, path: Path) -> tuple[Change, ...]:
    """Bring the findings up to date; give what changed in them."""
    with Case(path, make=False) as case:
        return compared_anew(case, lambda: tell("comparing", 0, len(case.readings)))


def ruled(tell: Tell, path: Path, target: Path) -> None:
    """Write into `target` the case as the rules alone have it, without what a model of the user's own pointed at."""
    with Case(path, read_only=True) as case:
        case.copy(target)
    with Case(target) as case:
        with case.transaction():
            case.pointed.drop()
        compare_again(case, lambda: tell("comparing", 0, len(case.readings)))


def previewed(tell: Tell, path: Path, judgement: Judgement) -> tuple[Change, ...]:
    """Give what a judgement would change, and change nothing."""
    with Case(path, read_only=True) as case:
        tell("comparing", 0, len(case.readings))
        return preview(case, judgement)


def added(
    tell: Tell, path: Path, model: str, folder: Path, inputs: Sequence[str], said: Mapping[str, str], any_language: bool
) -> Added:
    """Add what `inputs` hold, names of files in `folder` and addresses, then read what is new and compare all.

    `said` is what a person says of reports that do not say it. Raises CaseError where the day in it is none.
    """
    path = path.resolve()
    os.chdir(folder)  # this process is ours alone: a report's input is the name that its file was given under
    limits = Limits(language=None) if any_language else Limits()
    taken = intake(inputs, limits=limits, said=Said(_said(said)))
    with Case(path, make=False) as case:
        before = set(case.reports.ids())
        built = build(case, _counted(taken, tell), model=model, progress=lambda step, n, of, _: tell(step, n, of))
        new = tuple(i for i in case.reports.ids() if i not in before)
    return Added(new, built.known, built.refusals)


def told(tell: Tell, path: Path, model: str, said: Mapping[str, Mapping[str, str]]) -> Added:
    """Keep what a person says of reports (outlet, published, language), by their ids; read again and compare all."""
    fields = {report: _said(of) for report, of in said.items()}
    with Case(path, make=False) as case:
        with case.transaction():
            ids = [r for r, of in fields.items() if case.reports.tell(r, **of)]
            case.readings.drop(ids)
        built = build(case, (), model=model, progress=lambda step, n, of, _: tell(step, n, of))
    return Added(tuple(ids), 0, built.refusals)


def asks_language(report: Report) -> bool:
    """Tell whether nobody says in which language a report is, and its text does not tell."""
    return not report.language and language(report.text) is None


def _counted(taken: Iterator[Report | Refusal], tell: Tell) -> Iterator[Report | Refusal]:
    for number, one in enumerate(taken, 1):
        tell("taking in", number)
        yield one


_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")


def _said(said: Mapping[str, str]) -> dict[str, str]:
    kept = {name: " ".join(value.split()) for name, value in said.items() if value.strip()}
    if "published" in kept:
        kept["published"] = day(kept["published"], "")
        if not understood(kept["published"]):
            raise CaseError(f"{said['published']!r:.60} is no day; write it as 2031-05-02")
    if "language" in kept:
        kept["language"] = "en" if says_english(kept["language"]) else kept["language"]
        if not _LANGUAGE.fullmatch(kept["language"]):
            raise CaseError(f"{said['language']!r:.60} is no language; write it as en, fr or pt-BR")
    return kept
