"""The words by which something is contested, and the nouns of what is."""

from __future__ import annotations

from functools import cache
from typing import Literal

from rashomon.lexicons import lexicon

Cue = Literal["denies", "rejects", "false", "negated", "unsure", "blames", "refuses", "demands"]
"""How a clause contests."""


def is_noun_of_denial(lemma: str) -> bool:
    """Whether a noun tells that somebody denies something."""
    return lemma in ("denial", "rejection", "refutation")


@cache
def contest_kinds() -> dict[str, tuple[Cue, ...]]:
    """Give for each lemma that contests the ways in which it does."""
    found: dict[str, tuple[Cue, ...]] = {}
    for lemma, how in lexicon("contest_cues"):
        if how == "accepts":  # contests only where it is negated
            continue
        found[lemma] = (*found.get(lemma, ()), how)  # type: ignore[arg-type]
    return found


@cache
def claim_nouns() -> dict[str, str]:
    """Give for each noun whether it is of a claim or of a part in something."""
    return {lemma: of for lemma, of in lexicon("claim_nouns") if of in ("claim", "part")}


@cache
def source_words() -> frozenset[str]:
    """Give the nouns of those who are cited."""
    return frozenset(row[0] for row in lexicon("source_nouns"))


@cache
def nouns_of(*kinds: str) -> frozenset[str]:
    """Give the nouns of these kinds: claim, part, truth, demand."""
    return frozenset(lemma for lemma, of in lexicon("claim_nouns") if of in kinds)


@cache
def accepting() -> frozenset[str]:
    """Give the lemmas that contest only where they are negated: "accept"."""
    return frozenset(lemma for lemma, how in lexicon("contest_cues") if how == "accepts")


@cache
def idle() -> frozenset[str]:
    """Give the lemmas whose negation tells of nothing."""
    return frozenset(row[0] for row in lexicon("idle_negations"))
