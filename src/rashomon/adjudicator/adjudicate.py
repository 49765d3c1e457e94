"""Only conflicts that were found are put to the model, and no finding changes by what it says.

It is given the quoted words of the two sides and no more; what it may say of them is one of four choices. Its words
are kept in the case beside the findings, under its name, and are gone when the conflict they are about is.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from rashomon.adjudicator.endpoint import Endpoint, EndpointError
from rashomon.adjudicator.question import Question
from rashomon.adjudicator.verdict import verdict
from rashomon.case import Case
from rashomon.records import Claim, Conflict, Opinion

_GIVE_UP = 3  # questions in a row without an answer


@dataclass(frozen=True, slots=True)
class Adjudicated:
    """What one run did: conflicts asked about, opinions kept, and why others were not, each reason once."""

    asked: int = 0
    kept: int = 0
    refused: tuple[str, ...] = ()


def adjudicate(
    case: Case, endpoint: Endpoint, progress: Callable[[int, int], None] = lambda done, total: None
) -> Adjudicated:
    """Ask `endpoint` about every conflict of `case` on which it has not spoken yet; keep what it says.

    Three failures in a row end it. Raises CaseError where the case cannot be written.
    """
    known = {opinion.conflict for opinion in case.opinions.all() if opinion.model == endpoint.model}
    open_ = [conflict for conflict in case.findings.conflicts() if conflict.id not in known]
    asked = kept = failed = 0
    refused: dict[str, None] = {}
    for conflict in open_:
        question = _question(case, conflict)
        if question is None:
            continue
        asked += 1
        try:
            choice = verdict(endpoint.ask(question.messages()), conflict.id)
        except EndpointError as error:
            refused[str(error)] = None
            failed += 1
            if failed == _GIVE_UP:
                break
            continue
        failed = 0
        if choice is None:
            refused["an answer that is not one of the choices"] = None
        else:
            with case.transaction():
                case.opinions.keep(Opinion(conflict.id, choice, endpoint.model))
            kept += 1
        progress(asked, len(open_))
    return Adjudicated(asked, kept, tuple(refused))


def _question(case: Case, conflict: Conflict) -> Question | None:
    claims = {c.id: c for c in case.findings.some("claims", conflict.claims)}
    sides = [_words(case, claims[c]) for c in conflict.claims if c in claims]
    return Question(conflict.id, *sides) if len(sides) == 2 and all(sides) else None


def _words(case: Case, claim: Claim) -> str:
    """The longest stretch of a report that a claim rests on."""
    found = []
    for name, start, end in claim.evidence:
        report = case.reports.get(name)
        if report:
            found.append(" ".join(report.text[start:end].split()))
    return max(found, key=lambda words: (len(words), words), default="")
