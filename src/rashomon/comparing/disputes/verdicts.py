"""Verdicts on what was said: that somebody said it wrongly, or that nothing speaks for it.

"Had been wrong to say that …", "had lied when he said that …", "there is no evidence that …".
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rashomon.comparing.disputes.contest import CLAIMS, contest_kinds, nouns_of, saying
from rashomon.records import Clause


class Verdicts:
    """Finds in the clauses of one report what a verdict is on."""

    def __init__(self, clauses: Mapping[str, Clause], inner: Mapping[str, Sequence[Clause]]) -> None:
        """`clauses` are those of the report by id, `inner` those that each holds."""
        self._clause, self._inner = clauses, inner

    def unproven(self, c: Clause) -> str | None:
        """Give what a clause tells that nothing speaks for: "no evidence that P", "nothing to support it"."""
        if any(a.lemma in nouns_of("proof") for a in c.arguments):
            found = c.content or self._denied_inside(c)
        else:
            found = self._denied_inside(c) if any(a.lemma == "nothing" for a in c.arguments) else None
        return found

    def _denied_inside(self, c: Clause) -> str | None:
        """The first clause within a clause, at any depth, that is told as not so."""
        for x in self._inner[c.id]:
            if x.status == "denied" and x.form == "clause":
                return x.id
            if (deeper := self._denied_inside(x)) is not None:
                return deeper
        return None

    def wrongly_said(self, c: Clause) -> str | None:
        """Give what somebody is told to have said wrongly."""
        wrong = "false" in contest_kinds().get(c.lemma, ()) or any(
            a.role != "subject" and "false" in contest_kinds().get(a.lemma, ()) for a in c.arguments
        )
        if not wrong or c.negated:
            return None
        said = (x for x in self._inner[c.id] if x.lemma in saying() and x.start > c.head[0])
        said = (x for x in said if not CLAIMS & {*contest_kinds().get(x.lemma, ())})
        return next((x.content for x in said if x.content is not None), None)
