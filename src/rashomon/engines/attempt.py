"""A report whose reading fails, or takes time without end, is refused with its reason and never stops the others."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rashomon.engines.in_time import OutOfTime, in_time
from rashomon.records import Reading, Refusal, Report

if TYPE_CHECKING:
    from spacy.language import Language

SECONDS = 20.0
"""Of the processor, that any report may take."""

SECONDS_A_CHARACTER = 0.002
"""What it may take more: some twenty times what prose takes on a machine of 2026."""


def attempt(reports: Sequence[Report], nlp: Language) -> list[Reading | Refusal]:
    """Read some reports together; where that fails, each alone. One outcome a report, in their order."""
    from rashomon.reading import read  # who only compares does not wait for spaCy

    try:
        with in_time(sum(SECONDS + SECONDS_A_CHARACTER * len(report.text) for report in reports)):
            return list(read(reports, nlp))
    except (Exception, OutOfTime) as error:  # whatever a reader stumbles over, the other reports are read
        if len(reports) == 1:
            return [_refusal(reports[0], error, nlp.max_length)]
        return [outcome for report in reports for outcome in attempt([report], nlp)]


def _refusal(report: Report, error: BaseException, longest: int) -> Refusal:
    name = report.input or report.id
    if isinstance(error, OutOfTime):
        return Refusal(name, "takes longer to read than any report may", "part it into shorter reports")
    if len(report.text) > longest:
        reason = f"has {len(report.text):,} characters, more than the {longest:,} that the language model takes"
        return Refusal(name, reason, "part it into reports of their own")
    said = " ".join(str(error).split())[:160]
    reason = f"could not be read ({type(error).__name__}{': ' + said if said else ''})"
    return Refusal(name, reason, "please report this text as a bug; the other reports do not need it")
