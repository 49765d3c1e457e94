"""Who finds nothing for a claim denies it: "found no evidence in support of the claim, made by a rival, that …".

What there is none of is evidence, a basis, grounds; what it would be for is a noun for what somebody tells, whose
clause hangs on it or stands behind an aside. Where nobody finds it ("there is no evidence for the claim that") the
finding has no source: whoever says so denies it.
"""

from __future__ import annotations

from functools import cache
from itertools import islice

from spacy.tokens import Doc, Token

from rashomon.language import lexicon
from rashomon.reading.attributions.cue_verbs import candidates
from rashomon.reading.attributions.finding import Finding, framed, runs
from rashomon.reading.attributions.passives import own_subject
from rashomon.reading.grammar import relations as rel
from rashomon.reading.grammar.relations import dependents, has_dependent

RULE = "unsupported"
"""What the reason of such a finding names."""
_GROUNDS = frozenset(
    {"basis", "data", "datum", "document", "evidence", "foundation", "ground", "grounds", "indication", "justification"}
    | {"nothing", "proof", "sign", "substance", "substantiation", "trace"}
)
_BEARS_OUT = frozenset({"back", "bear", "confirm", "corroborate", "prove", "substantiate", "support", "sustain"})
_CLAIMED = rel.CLAUSE_OF_NOUN | rel.APPOSITION
_UP = 6
_ASIDE = 16
"""Tokens of an aside between a noun and its clause."""


def unsupported(doc: Doc) -> list[Finding]:
    """Give a finding for every claim of `doc` for which there is said to be no evidence."""
    found = (_finding(noun) for noun in candidates(doc, _claims()) if noun.pos_ == "NOUN")
    return [f for f in found if f is not None]


def _finding(noun: Token) -> Finding | None:
    ground = _ground(noun)
    clause = None if ground is None else _clause(noun)
    if ground is None or clause is None:
        return None
    verb = ground.head
    doc, end = noun.doc, clause.right_edge
    cue = {verb.i, ground.i, *(c.i for c in (*verb.children, *ground.children) if c.dep_ in rel.NEGATION | rel.HELPER)}
    cue |= {c.i for c in dependents(ground, rel.DETERMINER)}
    return Finding(
        cue=runs(doc, sorted(cue)),
        speaker=own_subject(verb) if ground.dep_ in rel.OBJECT else None,
        content=[(clause.left_edge.idx, end.idx + len(end))],
        lemma=verb.lemma_.lower(),
        because=framed("evidence-verb", verb.lower_, "clause", RULE),
        at=verb.idx,
        token=verb.i,
        polarity="deny",
        verb=verb,
    )


def _ground(noun: Token) -> Token | None:
    """Give what there is none of for the claim: "no evidence for the claim", "nothing to support the claim"."""
    at = noun
    for above in islice(noun.ancestors, _UP):
        if above.lemma_.lower() in _GROUNDS:
            return above if _is_none(above) else None
        if above.pos_ in ("VERB", "AUX") and above.lemma_.lower() not in _BEARS_OUT:
            beside = (c for c in dependents(above, rel.TAKEN) if c.lemma_.lower() in _GROUNDS and c.i < at.i)
            return next((c for c in beside if _is_none(c)), None)
        at = above
    return None


def _is_none(ground: Token) -> bool:
    if ground.lower_ == "nothing" or has_dependent(ground, rel.DETERMINER, ("no",)):
        return True
    return has_dependent(ground.head, rel.NEGATION) and ground.dep_ in rel.TAKEN


def _clause(noun: Token) -> Token | None:
    """Give what the claim is: the clause that hangs on its noun, or stands behind an aside."""
    own = (c for c in dependents(noun, _CLAIMED) if c.i > noun.i and c.left_edge.lower_ == "that")
    if (clause := next(own, None)) is not None:
        return clause
    doc = noun.doc
    if noun.i + 1 >= len(doc) or doc[noun.i + 1].text != ",":
        return None
    last = min(noun.i + _ASIDE, noun.sent.end)
    that = next((t for t in doc[noun.i + 2 : last] if t.lower_ == "that" and t.nbor(-1).text == ","), None)
    return that.head if that is not None and that.dep_ in rel.SUBORDINATOR and that.head.i > that.i else None


@cache
def _claims() -> frozenset[str]:
    """The nouns for what somebody tells, in singular: they are asked by lemma."""
    return frozenset(lemma for lemma, of in lexicon("claim_nouns") if of == "claim")
