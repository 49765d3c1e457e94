"""An adjective behind "be" is a cue where the lexicon lists it with what follows: "were confident that", "wary of"."""

from __future__ import annotations

from functools import cache
from typing import cast

from spacy.tokens import Doc, Token

from rashomon.language import lexicon
from rashomon.reading.attributions.candidates import candidates
from rashomon.reading.attributions.finding import Finding, framed
from rashomon.reading.attributions.own_subject import own_subject
from rashomon.reading.attributions.stance import hypothetical, negated
from rashomon.reading.attributions.verbs import runs
from rashomon.reading.attributions.who_may_speak import is_thing
from rashomon.reading.grammar import entity_types as ner
from rashomon.reading.grammar import relations as rel
from rashomon.reading.grammar import tags
from rashomon.reading.grammar.dependents import dependents
from rashomon.records import Polarity

_LINKS = frozenset({"be", "become", "feel", "remain"})
_NOBODY = frozenset({"it", "there", "that", "this", "which", "what"})


@cache
def _adjectives() -> dict[str, tuple[Polarity, frozenset[str]]]:
    return {row[0]: (cast(Polarity, row[1]), frozenset(row[2].split())) for row in lexicon("attribution_adjectives")}


def adjectives(doc: Doc) -> list[Finding]:
    """Give a finding for every listed adjective of `doc` that somebody is, with what he holds so or is so about."""
    words = candidates(doc, frozenset(_adjectives()), lower=True)
    found = (_made_clear(t) or (_finding(t) if t.dep_ in rel.PREDICATE_OF_STATE else None) for t in words)
    return [f for f in found if f is not None]


def _made_clear(word: Token) -> Finding | None:
    """Read "made it clear that the bridge would stay shut", said by whoever makes it clear."""
    verb, doc = word.head, word.doc
    if word.lower_ != "clear" or verb.lemma_.lower() != "make":
        return None
    who = own_subject(verb)
    clauses = (
        c for holder in (word, verb) for c in dependents(holder, rel.ADVERBIAL_CLAUSE | rel.CONTENT) if c.i > word.i
    )
    clause = next((c for c in clauses if c.left_edge.lower_ in ("that", "why", "how")), None)
    if who is None or who.lower_ in _NOBODY or clause is None:
        return None
    end = doc[clause.right_edge.i]
    return Finding(
        cue=runs(doc, sorted({verb.i, word.i, *_with(verb)})),
        speaker=who,
        content=[(clause.left_edge.idx, end.idx + len(end))],
        lemma="make clear",
        because=framed("speech-verb", verb.lower_, "clause"),
        at=verb.idx,
        token=verb.i,
        negated=negated(verb),
        hypothetical=hypothetical(verb),
        verb=verb,
    )


def _finding(word: Token) -> Finding | None:
    verb, doc = word.head, word.doc
    who = own_subject(verb)
    if verb.lemma_.lower() not in _LINKS or who is None or who.lower_ in _NOBODY or is_thing(who):
        return None
    polarity, frames = _adjectives()[word.lower_]
    frame, clause = _clause(word, verb, frames)
    if clause is None:
        frame, clause = _matter(word, verb, frames)
    if clause is None:
        return None
    end = doc[clause.right_edge.i]
    return Finding(
        cue=runs(
            doc,
            sorted(
                {
                    verb.i,
                    word.i,
                    *_with(verb),
                    *({clause.head.i} if clause.head.dep_ in rel.PREPOSITION_OR_AGENT else ()),
                }
            ),
        ),
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


def _with(verb: Token) -> set[int]:
    return {c.i for c in dependents(verb, rel.HELPER | rel.NEGATION)}


def _clause(word: Token, verb: Token, frames: frozenset[str]) -> tuple[str, Token | None]:
    """Give the clause behind the adjective: "is certain that it will", "is willing to"."""
    behind = (c for holder in (word, verb) for c in dependents(holder, rel.COMPLEMENT))
    clause = next((c for c in behind if c.left_edge.i == word.i + 1), None)
    if clause is None:
        return "", None
    frame = "to" if any(c.tag_ in tags.TO for c in clause.children) else "that"
    if frame not in frames or (frame == "that" and own_subject(clause) is None):
        return "", None
    return frame, clause


def _matter(word: Token, verb: Token, frames: frozenset[str]) -> tuple[str, Token | None]:
    """Give what somebody is so about: "is critical of the plan", "was angry about being left out"."""
    for prep in (
        c for holder in (word, verb) for c in dependents(holder, rel.PREPOSITION_OR_AGENT) if c.i == word.i + 1
    ):
        if prep.lower_ in frames:
            found = (c for c in dependents(prep, rel.GOVERNED_ANY) if c.ent_type_ not in ner.TIMES)
            return prep.lower_, next(found, None)
    return "", None
