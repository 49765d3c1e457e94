"""Who denies what another tells, in other words than "deny that": an account that he denies, or finds nothing for.

"Which he denies", "an allegation the army denies": the words before are another's. The parser takes the noun of the
second for part of who denies, and its verb for a tag.

"Found no evidence in support of the claim, made by a rival, that …": what there is none of is evidence, a basis,
grounds; what it would be for is a noun for what somebody tells, whose clause hangs on it or stands behind an aside.
Where nobody finds it ("there is no evidence for the claim that") the finding has no source: whoever says so denies it.
"""

from __future__ import annotations

from functools import cache
from itertools import islice
from typing import NamedTuple

from spacy.tokens import Doc, Token

from rashomon.language import lexicon, word_set
from rashomon.reading.attributions.closing_tags import ClosingTag
from rashomon.reading.attributions.cue_verbs import candidates, cue_verbs
from rashomon.reading.attributions.finding import Finding, framed, runs
from rashomon.reading.attributions.verb_groups import own_subject
from rashomon.reading.grammar import relations as rel
from rashomon.reading.grammar import tags
from rashomon.reading.grammar.relations import dependents, has_dependent

_WHAT_WAS_SAID = word_set("words_of_speech", "what_was_said")
_BEHIND = rel.RELATIVE | rel.ADVERBIAL_CLAUSE
_SOMETHING = "something"
_REACH = 8
"""Tokens from a noun to the verb that judges it."""


class DeniedAccount(NamedTuple):
    """The tokens of what is denied, and who denies it where the parser has another phrase for him."""

    words: tuple[int, int]
    tag: ClosingTag | None


def account(first: Token) -> Token | None:
    """Give the noun by which a phrase that opens at `first` calls what was said: "a false claim", "something"."""
    if first.lower_ == _SOMETHING:
        return first
    if first.lower_ not in ("a", "an", "the"):
        return None
    doc = first.doc
    k = first.i + 1
    while k + 1 < len(doc) and doc[k].tag_ in tags.ADJECTIVE:
        k += 1
    return doc[k] if k + 1 < len(doc) and doc[k].lemma_.lower() in _WHAT_WAS_SAID else None


def is_judged(noun: Token) -> bool:
    """Whether somebody denies what a noun calls what was said: "an allegation the army denies"."""
    return _judge(noun) is not None


def denied_account(verb: Token) -> DeniedAccount | None:
    """Give what `verb`, which denies, has as its object where that stands before it, or none."""
    which = next((c for c in verb.children if c.dep_ in rel.OBJECT and c.lower_ == "which" and c.i < verb.i), None)
    who = own_subject(verb)
    if which is not None and verb.dep_ in _BEHIND and who is not None and who != which:
        return DeniedAccount((which.i, which.i + 1), None)
    doc = verb.doc
    for k in range(verb.i - 2, max(verb.sent.start, verb.i - _REACH), -1):
        if doc[k].text != ",":
            continue
        noun = account(doc[k + 1])
        if noun is None or _judge(noun) != verb or who is None or not noun.i < who.i < verb.i:
            return None
        start = noun.i + 1 + (doc[noun.i + 1].lower_ in ("that", "which"))
        tag = ClosingTag(who, (start, who.i + 1), ((k + 1, noun.i + 1),))
        return DeniedAccount((k + 1, noun.i + 1), tag)
    return None


def _judge(noun: Token) -> Token | None:
    """Give the verb that denies what a noun behind a comma stands for; the noun phrase of who does stands between."""
    doc = noun.doc
    for t in doc[noun.i + 1 : min(noun.i + _REACH, noun.sent.end)]:
        if t.is_punct:
            return None
        if t.tag_ in tags.FINITE_OR_PARTICIPLE and t.pos_ == "VERB":
            entry = cue_verbs().get(t.lemma_.lower())
            return t if entry is not None and entry.polarity == "deny" and t.i > noun.i + 1 else None
    return None


RULE = "unsupported"
"""What the reason of such a finding names."""
_GROUNDS = word_set("words_of_speech", "grounds")
_BEARS_OUT = word_set("words_of_speech", "bears_out")
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
