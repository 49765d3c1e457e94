"""The verbs of the lexicon by lemma, and which token is which of them."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple, cast

from spacy.tokens import Token

from rashomon.language import lexicon
from rashomon.reading.grammar import relations as rel
from rashomon.reading.grammar import tags
from rashomon.records import Polarity


class VerbEntry(NamedTuple):
    """One verb: its kind (speech, belief, want, evidence, seeming, act), polarity and frames."""

    kind: str
    polarity: Polarity
    frames: frozenset[str]


@cache
def cue_verbs() -> dict[str, VerbEntry]:
    """Give the verbs by lemma; verbs with a particle as "point out"."""
    return {
        entry[0]: VerbEntry(entry[1], cast(Polarity, entry[2]), frozenset(entry[3].split()))
        for entry in lexicon("attribution_verbs")
    }


# Lemmas that the tagger gets wrong in a way that is always the same, and the forms that show it.
_SLIPS = {"hop": ("hope", ("hoped", "hoping", "hopes", "hope"))}
# A particle that makes a deed of a word: nobody says anything who calls off a strike.
_DEEDS = frozenset({"call back", "call off", "call up"})


@cache
def first_words() -> frozenset[str]:
    """Give the lemmas that a cue verb may have, wrong ones among them; of a verb with a particle the verb."""
    return frozenset(lemma.split()[0] for lemma in cue_verbs()) | frozenset(_SLIPS)


def verb_lemma(token: Token) -> str | None:
    """Give the lexicon's lemma of a token that is used as a verb, particle included, or None."""
    if token.pos_ not in ("VERB", "AUX") and not _verbal(token):
        return None
    lemma = token.lemma_.lower()
    slip = _SLIPS.get(lemma)
    if slip is not None and token.lower_ in slip[1]:
        lemma = slip[0]
    for child in token.children:
        if child.dep_ in rel.PARTICLE or (child.i == token.i + 1 and child.dep_ in rel.ADVERBIAL | rel.PREPOSITION):
            joined = f"{lemma} {child.lower_}"
            if joined in cue_verbs():
                return joined
            if joined in _DEEDS:
                return None
    return lemma if lemma in cue_verbs() else None


def _verbal(token: Token) -> bool:
    """Tell a verb that the tagger took for a noun: it has a subject, or an infinitive and stands as the root."""
    return (
        token.tag_ in tags.COMMON
        and token.dep_ in rel.ROOT | rel.ADVERBIAL_CLAUSE | rel.CONTENT | rel.JOINED | rel.RELATIVE
        and any(c.dep_ in rel.SUBJECT and c.i < token.i for c in token.children)
    )


def utters(token: Token) -> bool:
    """Whether the token is a cue that a speaker may go on with: "…, adding that", "… and urged them"."""
    lemma = verb_lemma(token)
    if lemma is None:
        return False
    entry = cue_verbs()[lemma]
    return entry.kind == "speech" and ("quote" in entry.frames or lemma in _GOES_ON)


_GOES_ON = frozenset({"urge", "accuse", "call", "describe", "cite"})
