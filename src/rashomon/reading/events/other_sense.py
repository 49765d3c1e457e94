"""Words of an act that tell another thing: it is only promised or refused, or they have another sense.

Who promises, refuses or threatens an act has done that and not (yet) the act: PLOVER codes the word.

A drill or a match that the clause stands in plays what it tells: nothing was attacked; weapons fired there are shown
(MOBILIZE). Workers who "struck" nobody stopped work. "Called the strike a crime" names it and strikes not. To agree
that something is so is to share a view, a statement; to agree that something shall be done is AGREE.
"""

from __future__ import annotations

from functools import cache
from itertools import islice
from typing import cast

from spacy.tokens import Token

from rashomon.language import lexicon, listed, word_set
from rashomon.reading.attributions.complements import complements
from rashomon.reading.events.arguments import subject
from rashomon.reading.events.sense import Sense, Trigger
from rashomon.reading.grammar import entity_types as ner
from rashomon.reading.grammar import relations as rel
from rashomon.reading.grammar import tags
from rashomon.reading.grammar.relations import dependent, dependents, has_dependent
from rashomon.records import PloverType, Reason

_FRAMES = {"AGREE": "agree", "REJECT": "reject", "THREATEN": "threat", "REQUEST": "demand"}
_READY = word_set("words_of_events", "ready")
_HELPFUL = word_set("words_of_events", "helpful")
_PLANS = word_set("words_of_events", "plans")
_SAYS = word_set("words_of_events", "commits_by_saying")
_OBLIGE = frozenset({"must"})
_FIXED = frozenset({"REQUEST", "ACCUSE", "REJECT", "THREATEN", "AGREE"})


def commitment(trigger: Trigger | None, verb: Token, inner: Trigger | None) -> Trigger | None:
    """Give the commitment, refusal or threat that `verb` makes of `inner`, or None where the verb makes none.

    `inner` is the event of the verb's complement (None where that tells none).
    """
    kinds = _commissives().get(verb.lemma_.lower())
    temper = inner.sense.temper if inner is not None else None
    if kinds:
        kind = kinds[{"hostile": 0, "friendly": 1, "other": 2, None: 1}[temper]]
        if kind == "-" or (inner is None and verb.lemma_.lower() in ("fail", "warn", "accept")):
            return None
        if kind == "=" and inner is not None and inner.sense.type != "COERCE":
            return None  # an order to attack is a request; who obeys has not yet
        if kind == "=" and inner is not None:  # "ordered the paper to close": who orders it does it
            return _recast(verb, inner.sense.type, inner, Reason("orders").then(inner.because, ":"), None)
        return _recast(verb, kind, inner, Reason("commits", verb.lemma_.lower()), None)
    ready = dependent(verb, rel.ADJECTIVE_PREDICATE, _READY)
    if inner is None and (ready is not None or verb.lower_ in _READY):
        helpful = any(c.dep_ in rel.OPEN_CLAUSE and c.lemma_.lower() in _HELPFUL for c in (ready or verb).children)
        return _recast(verb, "AGREE", None, Reason("commits", (ready or verb).lower_), None) if helpful else None
    if inner is None:
        return None
    if ready is not None or verb.lower_ in _READY:
        kind = "THREATEN" if temper == "hostile" else "AGREE"
        made = _recast(verb, kind, inner, Reason("commits", (ready or verb).lower_), None)
        made.words.add((ready or verb).i)
        return made
    if verb.lemma_.lower() in _PLANS and temper != "other":
        kind = "THREATEN" if temper == "hostile" else "AGREE"
        return _recast(verb, kind, inner, Reason("plans", verb.lemma_.lower()), "planned")
    return None


def future(trigger: Trigger) -> Trigger:
    """Recast what will be done: cooperation is AGREE, hostility that its doer announces THREATEN, "will not" REJECT."""
    verb = trigger.clause
    aux = dependent(verb, rel.HELPER, word_set("words_of_verbs", "will"))
    going = verb.dep_ in rel.OPEN_CLAUSE and verb.head.lemma_ in word_set("words_of_events", "ahead")
    negated = has_dependent(verb, rel.NEGATION)
    if negated and trigger.sense.type in ("AGREE", "CONCEDE") and trigger.because.rule != "commits":
        return _recast(verb, "REJECT", trigger, Reason("will-not", verb.lemma_.lower()), None)
    if aux is None and not (going and verb.head.pos_ == "VERB"):
        return trigger
    conditional = any(
        c.dep_ in rel.ADVERBIAL_CLAUSE and any(m.lower_ in ("if", "unless") for m in c.children) for c in verb.children
    )
    said = _announcer(verb)
    own = said is not None and _same(said, subject(verb))
    if aux is not None and aux.lower_ == "would" and (not own or conditional):
        return trigger
    temper = trigger.sense.temper
    modality = None if own else "planned"
    announced = trigger.sense.mode == "resign" or trigger.because.rule == "labour"  # a strike to come is a strike
    if not negated and (announced or trigger.sense.type in _FIXED):
        return trigger
    if negated:
        if temper == "friendly":
            return _recast(verb, "REJECT", trigger, Reason("will-not", verb.lemma_.lower()), None)
        return trigger
    if temper == "friendly":
        return _recast(verb, "AGREE", trigger, Reason("will", verb.lemma_.lower()), modality)
    if temper == "hostile" and (said is None or own):
        return _recast(verb, "THREATEN", trigger, Reason("will", verb.lemma_.lower()), modality)
    return trigger


def obligation(verb: Token, inner: Trigger | None) -> Trigger | None:
    """Read "Moscow said that Kyiv must disarm" asks it of Kyiv: a REQUEST by who says so."""
    must = dependent(verb, rel.HELPER, _OBLIGE)
    if must is None:
        return None
    said = _announcer(verb)
    if said is None or _same(said, subject(verb)):
        return None
    sense = Sense("REQUEST", None, "demand", (said.i, must.i), Reason("must", said.lemma_.lower()))
    return Trigger(said, sense, inner=inner, because=sense.because, words={said.i})


def _announcer(verb: Token) -> Token | None:
    """Give the reporting verb in whose content the verb stands highest, if any."""
    climb = verb
    while climb.dep_ in rel.JOINED and climb.head.pos_ in ("VERB", "AUX"):
        climb = climb.head
    if climb.dep_ in rel.CONTENT and climb.head.lemma_.lower() in _SAYS:
        return climb.head
    for child in climb.children:  # "France will send troops, its minister said"
        if child.dep_ in rel.SAID_CLAUSE and child.lemma_.lower() in _SAYS and child.i > climb.i:
            return child
    return None


def _same(said: Token, doer: Token | None) -> bool:
    speaker = subject(said)
    if speaker is None or doer is None:
        return False
    return doer.pos_ == "PRON" or doer.lower_ == speaker.lower_ or doer == speaker


def _recast(verb: Token, kind: str, inner: Trigger | None, because: Reason, modality: str | None) -> Trigger:
    words = {verb.i} | (inner.words if inner is not None else set())
    frame = _FRAMES.get(kind, "act")
    mode = inner.sense.mode if because.rule == "orders" and inner is not None else None
    sense = Sense(cast(PloverType, kind), mode, frame, (verb.i,), because)
    return Trigger(verb, sense, inner=inner, recast=modality, because=because, words=words)


@cache
def _commissives() -> dict[str, tuple[str, str, str]]:
    return {verb: (hostile, friendly, other) for verb, hostile, friendly, other in lexicon("commissive_verbs")}


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
    return subject is not None and (
        subject.lemma_.lower() in listed("political_actors", "force") or subject.ent_type_ in ner.POLITY
    )


def _plays(verb: Token) -> bool:
    """Whether who does it is a player: "the striker fired a shot over the bar"."""
    subject = dependent(verb, rel.ACTIVE_SUBJECT)
    return subject is not None and _games().get(subject.lemma_.lower()) == "player"


def _works(verb: Token) -> bool:
    subject = dependent(verb, rel.ACTIVE_SUBJECT)
    return subject is not None and subject.lemma_.lower() in listed("labour_words")


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
