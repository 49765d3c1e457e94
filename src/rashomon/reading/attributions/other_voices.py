"""Inside what one voice says, only another voice's words are an attribution of their own.

"We believe that …" said by one man is his statement, not a second one; what he says of others' wishes and blame of a
thing is part of it too. What he passes on of another's words, in a clause, stays, nested. Within his own quoted words
nobody in particular ("people say") is no voice, and what others believe or rule is his account of them; but what
another denies, promises, threatens, demands or accuses somebody of is that other's word, also without a clause.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from rashomon.language import lexicon
from rashomon.reading.attributions.finding import frame
from rashomon.reading.attributions.nesting import nesting
from rashomon.records import Attribution, Mention

_SELF = frozenset({"i", "we", "us", "me", "myself", "ourselves"})
_NOBODY = frozenset({"you", "it", "who", "which", "that", "this", "there", "they"})
_NOBODY_IN_PARTICULAR = frozenset(
    {
        "anybody",
        "anyone",
        "everybody",
        "everyone",
        "nobody",
        "our",
        "people",
        "somebody",
        "someone",
        "them",
        "these folks",
    }
)
_READ_IN_FRAMES = frozenset({"act-verb", "belief-verb", "noun", "seeming-verb", "speech-verb", "want-verb"})
_QUOTED_RULES = frozenset({"evidence-verb", "noun", "speech-verb"})
_ABOUT_A_THING = frozenset({"np", "about", "as", "called", "for", "on", "with"})
# Where somebody stands and what he does, not what he said.
_STANDS = frozenset(
    {"address", "advocate", "approve", "attack", "back", "call", "champion", "contradict", "discuss", "echo", "endorse"}
    | {"favor", "favour", "focus", "invoke", "offer", "oppose", "promote", "share", "support", "talk", "welcome"}
)
# What somebody answers for with his word, whoever tells of it, as nouns.
_HIS_WORDS = frozenset({"accusation", "demand", "denial", "pledge", "promise", "threat", "vow"})
_NO_CLAUSE = _ABOUT_A_THING | {"against", "of", "to"}


def other_voices(rows: list[Attribution], text: str, mentions: Sequence[Mention]) -> list[Attribution]:
    """Give `rows` with `nested_in` set, without those nested ones in which no other voice passes anything on."""
    chain = {m.id: m.chain for m in mentions}
    nested = nesting(rows)
    by_id = {row.id: row for row in nested}
    kept = [r for r in nested if r.nested_in is None or _another(r, by_id[r.nested_in], text, chain)]
    return nesting(kept) if len(kept) < len(nested) else nested


def _another(row: Attribution, outer: Attribution, text: str, chain: Mapping[str, str]) -> bool:
    source = text[row.source[0][0] : row.source[0][1]].lower() if row.source else ""
    own, around = (chain.get(a.source_mention or "") for a in (row, outer))
    if not source or source in _SELF or (own is not None and own == around):
        return False
    if source in _NOBODY and not (source == "who" and own is not None and row.lemma in _his_word()):
        return False
    rule, told_as = row.because.rule, frame(row.because)
    if rule not in _READ_IN_FRAMES:
        return True
    if outer.quote == "indirect":
        told = rule == "noun" or (rule == "speech-verb" and (row.lemma not in _STANDS or told_as == "for"))
        return told or told_as not in _ABOUT_A_THING
    if source in _NOBODY_IN_PARTICULAR or rule not in _QUOTED_RULES:
        return False
    if row.lemma in (_HIS_WORDS if rule == "noun" else _his_word()):
        return own is not None
    return told_as == "that" if rule == "noun" else told_as not in _NO_CLAUSE


@cache
def _his_word() -> frozenset[str]:
    return frozenset(row[0] for row in lexicon("answered_verbs"))
