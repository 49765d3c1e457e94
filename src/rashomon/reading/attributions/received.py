"""A thing is said to receive what others say of it: "the plan drew criticism from farmers", "was met with scorn by".

The source is whom it came from, and the content what received it.
"""

from __future__ import annotations

from functools import cache

from spacy.tokens import Doc, Token

from rashomon.language import lexicon
from rashomon.reading.attributions.candidates import candidates
from rashomon.reading.attributions.finding import Finding, framed
from rashomon.reading.attributions.stance import hypothetical, negated
from rashomon.reading.attributions.verbs import runs
from rashomon.reading.attributions.who_may_speak import is_thing
from rashomon.reading.grammar import relations as rel
from rashomon.reading.grammar import tags
from rashomon.reading.grammar.dependents import dependent, dependents

_RECEIVES = frozenset({"attract", "draw", "earn", "elicit", "face", "garner", "get", "provoke", "receive", "win"})
_MEETS = frozenset({"greet", "meet"})
_SOURCE = frozenset({"among", "by", "from"})


@cache
def _words() -> frozenset[str]:
    return frozenset(word for (word,) in lexicon("received_words"))


def received(doc: Doc) -> list[Finding]:
    """Give a finding for every judgement of `doc` that a thing draws from somebody."""
    return [f for word in candidates(doc, _words(), lower=True) if (f := _finding(word)) is not None]


def _finding(word: Token) -> Finding | None:
    verb = word.head
    cue = [word.i]
    if word.dep_ in rel.GOVERNED and verb.lower_ == "with" and verb.head.lemma_.lower() in _MEETS:
        cue.append(verb.i)
        verb = verb.head
    elif word.dep_ not in rel.OBJECT or verb.lemma_.lower() not in _RECEIVES:
        return None
    thing = next((c for c in dependents(verb, rel.SUBJECT) if c.i < verb.i), None)
    from_ = next((c for h in (word, verb) for c in h.children if c.lower_ in _SOURCE and c.i > word.i), None)
    who = None if from_ is None else dependent(from_, rel.GOVERNED)
    if thing is None or from_ is None or who is None or is_thing(who) or thing.tag_ in tags.RELATIVE_PRONOUN:
        return None
    end = thing.doc[thing.right_edge.i]
    cue += [verb.i, from_.i, *(c.i for c in dependents(verb, rel.HELPER_OR_NEGATION))]
    return Finding(
        cue=runs(word.doc, sorted(cue)),
        speaker=who,
        content=[(thing.left_edge.idx, end.idx + len(end))],
        lemma=word.lemma_.lower(),
        because=framed("noun", word.lower_, "np", "received"),
        at=word.idx,
        token=word.i,
        negated=negated(verb),
        hypothetical=hypothetical(verb),
    )
