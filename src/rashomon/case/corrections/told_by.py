"""What a person corrected says so wherever it is shown: "corrected by A. on 2031-05-02: why [j-…]"."""

from __future__ import annotations

from rashomon.records import Judgement, Reason

CORRECTED = "corrected by"
"""The rule of a row that a judgement made."""


def told_by(judgement: Judgement) -> Reason:
    """Give the `because` of rows that a judgement made or changed."""
    why = " ".join(judgement.because.split()) or "no reason given"
    told = Reason(CORRECTED, f"{judgement.who or 'somebody'} on {judgement.when[:10]}: {why}")
    return told.then(Reason("judgement", judgement.id), " ")
