"""An adjective behind "be" is a cue where the lexicon lists it with what follows: "were confident that …"."""

from __future__ import annotations

from functools import cache
from typing import cast

from spacy.tokens import Doc, Token

from rashomon.lexicons import lexicon
from rashomon.reading.attributions.candidates import candidates
from rashomon.reading.attributions.finding import Finding, framed
from rashomon.reading.attributions.sources import is_thing, own_subject
from rashomon.reading.attributions.stance import hypothetical, negated
from rashomon.reading.attributions.verbs import runs
from rashomon.records import Polarity

_LINKS = frozenset({"be", "become", "feel", "remain"})
_NOBODY = frozenset({"it", "there", "that", "this", "which", "what"})


@cache
def _adjectives() -> dict[str, tuple[Polarity, frozenset[str]]]:
    return {row[0]: (cast(Polarity, row[1]), frozenset(row[2].split())) for row in lexicon("attribution_adjectives")}


def adjectives(doc: Doc) -> list[Finding]:
    """Give a finding for every listed adjective of `doc` that somebody is, with a clause of what he holds."""
    found = (_finding(t) for t in candidates(doc, frozenset(_adjectives()), lower=True) if t.dep_ in ("acomp", "oprd"))
    return [f for f in found if f is not None]


def _finding(word: Token) -> Finding | None:
    verb, doc = word.head, word.doc
    who = own_subject(verb)
    if verb.lemma_.lower() not in _LINKS or who is None or who.lower_ in _NOBODY or is_thing(who):
        return None
    polarity, frames = _adjectives()[word.lower_]
    behind = (c for holder in (word, verb) for c in holder.children if c.dep_ in ("ccomp", "xcomp"))
    clause = next((c for c in behind if c.left_edge.i == word.i + 1), None)
    if clause is None:
        return None
    frame = "to" if any(c.tag_ == "TO" for c in clause.children) else "that"
    if frame not in frames or (frame == "that" and own_subject(clause) is None):
        return None
    end = doc[clause.right_edge.i]
    return Finding(
        cue=runs(doc, sorted({verb.i, word.i, *(c.i for c in verb.children if c.dep_ in ("aux", "neg"))})),
        speaker=who,
        content=[(clause.left_edge.idx, end.idx + len(end))],
        lemma=word.lower_,
        because=framed("belief-adjective", word.lower_, frame),
        at=verb.idx,
        token=verb.i,
        polarity=polarity,
        negated=negated(verb),
        hypothetical=hypothetical(verb),
        verb=verb,
    )
