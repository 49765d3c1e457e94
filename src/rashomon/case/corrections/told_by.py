"""What a person corrected says so wherever it is shown: "corrected by A. on 2031-05-02: why [j-…]"."""

from __future__ import annotations

from rashomon.records import Judgement

CORRECTED = "corrected by "


def told_by(judgement: Judgement) -> str:
    """Give the `because` of rows that a judgement made or changed."""
    why = " ".join(judgement.because.split()) or "no reason given"
    return f"{CORRECTED}{judgement.who or 'somebody'} on {judgement.when[:10]}: {why} [{judgement.id}]"
