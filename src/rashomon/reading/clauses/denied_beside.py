"""What another denies of the words just before it: "troops fired on them, which the army denies".

Such a clause hangs on the last noun by the parse, but speaks of all that was told: it is a sentence of its own, and no
part of the one that it denies.
"""

from __future__ import annotations

from functools import cache

from rashomon.language import lexicon
from rashomon.reading.grammar import relations as rel
from rashomon.reading.grammar.parse import Parse, below

_SUMMING_UP = frozenset({"something"})
_WHAT = frozenset({"which", "this"})


def denies_what_is_before(parse: Parse, clause: int) -> bool:
    """Whether a relative clause denies what the words before it tell; `clause` is its verb, or the noun it is told of.

    "…, which the army denies" and "…, something the army denies" do; "the plan, which the army rejects" rejects a plan.
    """
    if parse.dep[clause] in rel.APPOSITION:
        claim = parse.lemma[clause] in _SUMMING_UP or parse.lemma[clause] in _claims()
        inner = (c for c in parse.children[clause] if parse.dep[c] in rel.DESCRIBING)
        return claim and _opens_behind_a_comma(parse, clause) and any(_denies(parse, c) for c in inner)
    if parse.dep[clause] not in rel.DESCRIBING or not _denies(parse, clause):
        return False
    what = (c for c in parse.children[clause] if parse.lower[c] in _WHAT and parse.dep[c] in rel.OBJECT and c < clause)
    return any(True for _ in what) and _opens_behind_a_comma(parse, clause)


def _denies(parse: Parse, verb: int) -> bool:
    return parse.lemma[verb] in _denying() and any(
        parse.dep[c] in rel.ACTIVE_SUBJECT and c < verb for c in parse.children[verb]
    )


def _opens_behind_a_comma(parse: Parse, clause: int) -> bool:
    first = min(below(parse, clause))
    return first > 0 and parse.lower[first - 1] in (",", "—", "–", "-")


@cache
def _denying() -> frozenset[str]:
    return frozenset(lemma for lemma, how in lexicon("contest_cues") if how == "denies")


@cache
def _claims() -> frozenset[str]:
    return frozenset(lemma for lemma, of in lexicon("claim_nouns") if of == "claim")
