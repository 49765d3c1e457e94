"""What a clause denies or leaves open: by a word of its own, or by a verb above it that doubts it or asks about it."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from rashomon.language import lexicon
from rashomon.records import Clause

if TYPE_CHECKING:
    from rashomon.comparing.joining.unit import Unit


def is_open(c: Clause) -> bool:
    """Whether a clause leaves open what it tells by a word of its own, not by the verb that governs it."""
    return c.status == "hedged" and any(
        step.rule == "hedged" and step.words in _leaving_open() for step in c.because.steps
    )


def is_doubted(c: Clause) -> bool:
    """Whether what governs a clause doubts it, or asks whether it is so."""
    return c.status == "hypothetical" and any(
        step.rule == "hypothetical" and step.words in _doubting() for step in c.because.steps
    )


@cache
def _doubting() -> frozenset[str]:
    verbs = {row[0] for row in lexicon("attribution_verbs") if row[2] == "doubt"}
    adjectives = {row[0] for row in lexicon("attribution_adjectives") if row[1] == "doubt"}
    return frozenset(verbs | adjectives | {row[0] for row in lexicon("question_words") if row[1:]})


@cache
def _leaving_open() -> frozenset[str]:
    """Give the modal verbs and adverbs that leave open: "may", "likely"."""
    hedging = {row[0] for name in ("status_modals", "status_cues") for row in lexicon(name) if row[1] == "hedged"}
    governing = {row[0] for row in lexicon("attribution_verbs")}
    return frozenset(hedging - governing - {row[0] for row in lexicon("doubting_words") if row[1] != "adjective"})


_NOT_SO = frozenset({"denied", "unrealised"})


def denied(unit: Unit) -> bool:
    """Tell whether what the clause tells is denied: a denial of a denial is none."""
    return unit.clause.negated != (unit.clause.status in _NOT_SO)
