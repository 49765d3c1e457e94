"""The words by which something is contested, and the nouns of what is."""

from __future__ import annotations

from functools import cache
from typing import Literal

from rashomon.language import lexicon

Cue = Literal["denies", "rejects", "false", "negated", "unsure", "blames", "refuses", "demands", "admits", "retracts"]
"""How a clause contests."""


def is_noun_of_denial(lemma: str) -> bool:
    """Whether a noun tells that somebody denies something."""
    return lemma in ("denial", "rejection", "refutation")


@cache
def contest_kinds() -> dict[str, tuple[Cue, ...]]:
    """Give for each lemma that contests the ways in which it does."""
    found: dict[str, tuple[Cue, ...]] = {}
    for lemma, how in lexicon("contest_cues"):
        if how in (
            "accepts",
            "believes",
            "casts",
            "seen",
            "upholds",
        ):  # contests only where it is negated, or with the noun of doubt
            continue
        if how == "alone":
            how = "denies"
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
def documents() -> frozenset[str]:
    """Give the nouns of what is written or recorded."""
    return frozenset(row[0] for row in lexicon("source_nouns") if row[1] == "document")


@cache
def nouns_of(*kinds: str) -> frozenset[str]:
    """Give the nouns of these kinds: claim, part, truth, demand, proof."""
    return frozenset(lemma for lemma, of in lexicon("claim_nouns") if of in kinds)


@cache
def accepting() -> frozenset[str]:
    """Give the lemmas that contest only where they are negated: "accept", "believe"."""
    return frozenset(lemma for lemma, how in lexicon("contest_cues") if how in ("accepts", "believes"))


@cache
def believing() -> frozenset[str]:
    """Give the lemmas that contest, negated, what a mere pronoun stands for: "did not believe it"."""
    return frozenset(lemma for lemma, how in lexicon("contest_cues") if how == "believes")


@cache
def alone() -> frozenset[str]:
    """Give the verbs that deny what was told before where nothing follows them: "the union disagreed"."""
    return frozenset(lemma for lemma, how in lexicon("contest_cues") if how == "alone")


@cache
def seen_or_told() -> frozenset[str]:
    """Give the verbs of how somebody knows: "that is not what we saw"."""
    return frozenset(lemma for lemma, how in lexicon("contest_cues") if how == "seen")


@cache
def wishing() -> frozenset[str]:
    """Give the verbs of what somebody wants, offers or vows to do, and does not tell as so."""
    frames = {row[0]: row[-1].split() for row in lexicon("attribution_verbs")}
    wanted = frozenset(row[0] for row in lexicon("attribution_verbs") if row[1] == "want")
    return wanted | {verb for verb, of in frames.items() if "to" in of and "clause" not in of}


@cache
def saying() -> frozenset[str]:
    """Give the verbs of saying: what somebody was wrong to say stands behind one."""
    return frozenset(row[0] for row in lexicon("speaking_verbs"))


@cache
def pointing() -> frozenset[str]:
    """Give the words by which a noun points at what was just told of its kind: "no such order"."""
    return frozenset(word for word, how in lexicon("relating_words") if how == "such")


@cache
def kinds_that_point() -> frozenset[str]:
    """Give the nouns by which "nothing of the …" points at what was just told."""
    return frozenset(word for word, how in lexicon("relating_words") if how == "kind")


@cache
def question_words() -> frozenset[str]:
    """Give the words that open a question inside a sentence which takes for granted that it is so: "how he died"."""
    return frozenset(row[0] for row in lexicon("question_words") if not row[1:])


@cache
def away_words() -> frozenset[str]:
    """Give the words beside a verb by which it tells something else: "hang out", "go off"."""
    return frozenset(word for word, how in lexicon("relating_words") if how == "away")


@cache
def doubting() -> frozenset[str]:
    """Give the verbs that cast doubt."""
    return frozenset(lemma for lemma, how in lexicon("contest_cues") if how == "casts")


@cache
def claiming(noun: str) -> frozenset[str]:
    """Give what somebody does who makes a claim of this noun: of an accusation, accuse."""
    return frozenset(verb for row in lexicon("claim_verbs") if row[0] == noun for verb in row[1].split())


@cache
def findings() -> frozenset[str]:
    """Give the nouns of what somebody found out or decided, however long before: "the findings", "the verdict"."""
    return frozenset(row[0] for row in lexicon("claim_verbs") if row[2:] == ("found",))


@cache
def deciders() -> frozenset[str]:
    """Give the nouns of those who find out or decide: a court, an inquiry."""
    return frozenset(word for word, of in lexicon("settling_words") if of == "decider")


@cache
def idle() -> frozenset[str]:
    """Give the lemmas whose negation tells of nothing."""
    return frozenset(row[0] for row in lexicon("idle_negations"))
