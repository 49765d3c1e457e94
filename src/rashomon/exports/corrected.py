"""What a person corrected is marked wherever it is shown: by whom, when and why, and never by a report's own words."""

from __future__ import annotations

from collections.abc import Iterable

from rashomon.case import Case
from rashomon.exports.values_in_words import day
from rashomon.records import Judgement, Member, Reason


class Corrected:
    """Answers, for one open case, which judgements stand behind a row."""

    def __init__(self, case: Case) -> None:
        self._resting = case.corrections.resting()
        self._by_id = {j.id: j for told in self._resting.values() for j in told}

    def of(self, members: Iterable[Member], *because: Reason) -> tuple[str, ...]:
        """Say what stands behind a finding: judgements that rest on its rows, and those that its reasons name."""
        if not self._by_id:
            return ()
        found = {j.id: j for member in members for j in self._resting.get(member, ())}
        named = (step.words for reason in because for step in reason.steps if step.rule == "judgement")
        found |= {i: self._by_id[i] for i in named if i in self._by_id}
        return tuple(_mark(j) for j in sorted(found.values(), key=lambda j: (j.when, j.id)))


def _mark(judgement: Judgement) -> str:
    who, on = judgement.who or "somebody", day(judgement.when[:10])
    if judgement.kind == "note":
        return f"note by {who} on {on}: {judgement.value or judgement.because}"
    return f"corrected by {who} on {on} ({judgement.kind}): {judgement.because}"
