"""Words of violence in another sense: blows that are played, one's own death, what workers do, what is only named.

A drill or a match that the clause stands in plays what it tells: nothing was attacked; weapons fired there are shown
(MOBILIZE). Workers who "struck" nobody stopped work. "Called the strike a crime" names it and strikes not.

To agree that something is so is to share a view, a statement; to agree that something shall be done is AGREE.
"""

from __future__ import annotations

from functools import cache
from itertools import islice

from spacy.tokens import Token

from rashomon.language import lexicon, word_set
from rashomon.reading.attributions.complements import complements
from rashomon.reading.events.sense import Sense
from rashomon.reading.grammar import entity_types as ner
from rashomon.reading.grammar import relations as rel
from rashomon.reading.grammar import tags
from rashomon.reading.grammar.dependents import dependent, dependents, has_dependent
from rashomon.records import Reason

_AGREES = frozenset({"agree", "concur"})
_COMES = word_set("words_of_verbs", "comes")


def shares_view(verb: Token) -> bool:
    """Whether the verb agrees with a finite clause that tells how things are ("agreed that the plan was late")."""
    if verb.lemma_.lower() not in _AGREES:
        return False
    clauses = [c for c in dependents(verb, rel.CONTENT) if c.i > verb.i]
    return bool(clauses) and not any(_to_be_done(c) for c in clauses)


def _to_be_done(clause: Token) -> bool:
    """Read "would meet", "to meet" and the bare "that both sides meet"."""
    return clause.tag_ in tags.BARE_VERB or has_dependent(clause, rel.HELPER, _COMES)


_PLAYED = frozenset({"ASSAULT", "RETREAT"})
_REFLEXIVE = word_set("words_of_events", "reflexive")
_SHOWN = frozenset({"aerial", "heavy-weapons", "firearms"})
_IN = frozenset({"at", "during", "in", "of"})
_ENDED = frozenset({"collapse", "fail", "founder"})
_BROKEN = frozenset({"down", "off", "up", "apart"})
_FURTHEST = 4


def other_sense(verb: Token, sense: Sense) -> Sense | None:
    """Give what a verb tells whose lexicon entry says `sense`: that, something else, or None for no event."""
    lemma = verb.lemma_.lower()
    objects = dependents(verb, rel.OBJECT)
    if lemma == "call" and sense.type == "PROTEST" and _is_named(verb):
        return None
    if lemma == "blockade" and sense.mode == "obstruct" and _is_armed(verb):
        return Sense("COERCE", "restrict", "act", sense.words, Reason("by-force", lemma))
    if lemma == "strike" and not objects and _works(verb):
        return Sense("PROTEST", "strike", "protest", (verb.i,), Reason("labour", "strike"))
    if sense.type not in _PLAYED:
        return sense
    if any(o.lower_ in _REFLEXIVE for o in objects) or _plays(verb):
        return None
    if _is_tested(verb) or ("drill" in (played := _played(verb))):
        return (
            Sense("MOBILIZE", "weapons", "protest", sense.words, Reason("shown", lemma))
            if sense.mode in _SHOWN
            else None
        )
    if "match" in played or any(c.lower_ == "mock" for o in objects for c in o.children):
        return None
    return sense


def broken_off(noun: Token, sense: Sense) -> Sense:
    """Give what a meeting tells that came to nothing: "the talks collapsed" ends them."""
    verb = noun.head
    if sense.type != "CONSULT" or noun.dep_ not in rel.ACTIVE_SUBJECT or verb.pos_ != "VERB":
        return sense
    lost = has_dependent(verb, rel.PARTICLE, _BROKEN)
    apart = verb.lemma_ in ("break", "fall") and any(c.lower_ in _BROKEN for c in verb.children)
    if verb.lemma_ not in _ENDED and not (lost and verb.lemma_ == "break") and not apart:
        return sense
    return Sense(
        "SANCTION", "discontinue", sense.frame, sense.words, sense.because.then(Reason(verb.lemma_), ":"), sense.alone
    )


def _is_named(verb: Token) -> bool:
    """Whether the verb gives something a name: "called the strike a crime"."""
    return any(c.frame == "called" for c in complements(verb, frozenset({"called"})))


def _is_armed(verb: Token) -> bool:
    """Whether an army or the like does it, and no crowd: "the navy blockaded the port"."""
    subject = dependent(verb, rel.ACTIVE_SUBJECT)
    return subject is not None and (subject.lemma_.lower() in _forces() or subject.ent_type_ in ner.POLITY)


def _plays(verb: Token) -> bool:
    """Whether who does it is a player: "the striker fired a shot over the bar"."""
    subject = dependent(verb, rel.ACTIVE_SUBJECT)
    return subject is not None and _games().get(subject.lemma_.lower()) == "player"


def _works(verb: Token) -> bool:
    subject = dependent(verb, rel.ACTIVE_SUBJECT)
    return subject is not None and subject.lemma_.lower() in _labour()


def _is_tested(verb: Token) -> bool:
    """Whether the verb is the second half of "test-fired"."""
    return verb.i > 1 and verb.nbor(-1).text == "-" and verb.nbor(-2).lower_ == "test"


def _played(verb: Token) -> frozenset[str]:
    """Give in what the clause of a verb is played: what it stands in, and what a relative clause is of."""
    clause, found = verb, set()
    for up in (verb, *islice(verb.ancestors, _FURTHEST)):
        if up.pos_ in ("NOUN", "PROPN"):
            found.add(_games().get(up.lemma_.lower()) if clause.dep_ in rel.DESCRIBING else None)
            break
        if up != verb and clause.dep_ not in rel.DEPENDENT_VERB:
            break
        for prep in up.children:
            if prep.dep_ in rel.PREPOSITION and prep.lower_ in _IN:
                found |= {_games().get(p.lemma_.lower()) for p in dependents(prep, rel.GOVERNED)}
        clause = up
    return frozenset(kind for kind in found if kind)


@cache
def _games() -> dict[str, str]:
    return {row[0]: row[1] for row in lexicon("play_words")}


@cache
def _forces() -> frozenset[str]:
    return frozenset(noun for noun, kind in lexicon("political_actors") if kind == "force")


@cache
def _labour() -> frozenset[str]:
    return frozenset(word for (word,) in lexicon("labour_words"))
