"""What stands above an event and decides how it stands: the verbs, nouns and conditions that govern its clause.

A relative clause is presupposed and a clause of time or cause stands on its own: the climb ends there. So it does at
a definite noun: "he spoke of a possible attack" supposes it, "they may answer the attack" does not.

What was found of an event's standing: the first witness of each modality; the strongest modality wins.

How an event stands: asserted unless its own words or those that govern it deny, suppose, plan or demand it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import cast

from spacy.tokens import Token

from rashomon.language import lexicon, word_set
from rashomon.reading.attributions.verb_groups import no_comment
from rashomon.reading.events.sense import Trigger
from rashomon.reading.grammar import relations as rel
from rashomon.reading.grammar import tags
from rashomon.reading.grammar.relations import dependents, has_dependent
from rashomon.records import Modality, Reason

_CONDITIONS = frozenset({"if", "unless", "whether", "lest"})
_PERHAPS = word_set("words_of_events", "perhaps")
_NEARLY = frozenset({"nearly", "almost"})
_NOBODY = frozenset({"nobody", "none", "neither"})


def modality(trigger: Trigger) -> tuple[Modality, Reason] | None:
    """Give the modality with the rule and word that made it; None where nothing takes the event out of assertion."""
    standing = Standing()
    if trigger.recast == "planned":
        standing.add("planned", trigger.because)
    token = trigger.token
    if token.pos_ in ("NOUN", "PROPN"):
        _modifiers(token, standing)
        if trigger.carrier is None:
            over_noun(token, standing)
    if trigger.carrier is not None or token.pos_ not in ("NOUN", "PROPN"):
        _clause(trigger, standing)
        above(trigger.clause, standing)
    if any(t.text == "?" for t in token.sent[-2:]):
        standing.add("hypothetical", Reason("question"))
    return standing.strongest()


def _modifiers(noun: Token, standing: Standing) -> None:
    """Read "no attack", "any attack", "a possible attack", "the planned visit"."""
    for child in noun.children:
        if child.dep_ in rel.DETERMINER and child.lower_ in ("no", "neither"):
            standing.add("denied", Reason("negation", child.lower_))
        elif child.dep_ in rel.ATTRIBUTIVE or child.lower_ == "any":
            kind = cue(child)
            if kind is not None:
                standing.add(kind, Reason("modifier", child.lower_))


def _clause(trigger: Trigger, standing: Standing) -> None:
    """Read what stands in the event's own clause: negation, modal verbs, conditions, adverbs."""
    verb = trigger.clause
    bound = trigger.because.rule in ("will", "will-not", "commits")
    for child in verb.children:
        word, dep = child.lower_, child.dep_
        if dep in rel.NEGATION and trigger.because.rule != "will-not":
            standing.add("denied", Reason("negation", word))
        elif dep in rel.HELPER and not bound:
            kind = auxiliary(child, hedged(verb))
            if kind is not None:
                standing.add(kind, Reason("modal", word))
        elif dep in rel.SUBORDINATOR and word in _CONDITIONS:
            standing.add("hypothetical", Reason("condition", word))
        elif dep in rel.ADVERBIAL and (word == "never" or word in _PERHAPS):
            standing.add("denied" if word == "never" else "hypothetical", Reason("adverb", word))
        elif dep in rel.ADVERBIAL and word in _NEARLY and child.i == verb.i - 1:
            standing.add("hypothetical", Reason("adverb", word))
        elif (
            dep in rel.ADVERBIAL_CLAUSE
            and _conditional(child)
            and not bound
            and any(auxiliary(c) for c in verb.children)
        ):
            standing.add("hypothetical", Reason("condition", "if"))
        elif dep in rel.SUBJECT_OR_OBJECT and _nobody(child):
            standing.add("denied", Reason("negation", word))


def _conditional(clause: Token) -> bool:
    return has_dependent(clause, rel.SUBORDINATOR, ("if", "unless"))


def _nobody(noun: Token) -> bool:
    return noun.lower_ in _NOBODY or has_dependent(noun, rel.DETERMINER, ("no",))


_ORDER: tuple[Modality, ...] = ("denied", "hypothetical", "demanded", "planned")


@dataclass(slots=True)
class Standing:
    """Collects, for each modality, the word that made it."""

    witnesses: dict[Modality, Reason] = field(default_factory=dict)

    def add(self, kind: Modality, witness: Reason) -> None:
        """Note that `witness` makes the event `kind`, unless an earlier word has."""
        self.witnesses.setdefault(kind, witness)

    def strongest(self) -> tuple[Modality, Reason] | None:
        """Give denial before supposition, supposition before demand, demand before plan; None where there is none."""
        return next(((kind, self.witnesses[kind]) for kind in _ORDER if kind in self.witnesses), None)


_MODALS: dict[str, Modality] = {
    **dict.fromkeys(("may", "might", "could", "can"), "hypothetical"),
    **dict.fromkeys(word_set("words_of_verbs", "will"), "planned"),
    **dict.fromkeys(("must", "should", "ought"), "demanded"),
}
_HEDGES = word_set("words_of_events", "hedge")
_OCCURS = word_set("words_of_events", "occurs")
_DEFINITE = word_set("words_of_events", "definite")
# With a clause these say what somebody holds true; with a noun or infinitive, what may be.
_BELIEVES = word_set("words_of_events", "considers")
# Done by doing something else, so done.
_MEANS = word_set("words_of_events", "means")
_ALLEGATIONS = word_set("words_of_events", "allegation")
_DENIES = word_set("words_of_events", "denies")
_ABOUT = word_set("words_of_events", "about")
_BANS = frozenset({"ban", "moratorium"})
_FURTHEST = 8


def cue(token: Token) -> Modality | None:
    """Give what a word, as written or by its lemma, does to the event it modifies."""
    return _cues().get(token.lower_) or _cues().get(token.lemma_.lower())


def hedged(verb: Token) -> bool:
    """Tell whether "would" is conditional here: with "likely", or with a clause of "if"."""
    return any(
        (c.dep_ in rel.ADVERBIAL and c.lower_ in _HEDGES)
        or (c.dep_ in rel.ADVERBIAL_CLAUSE and any(m.lower_ in ("if", "unless", "were") for m in c.children))
        for c in verb.children
    )


def auxiliary(token: Token, conditional: bool = False) -> Modality | None:
    """Give what a modal verb does to its clause; "would" supposes in a conditional and plans elsewhere."""
    if token.dep_ not in rel.HELPER:
        return None
    return "hypothetical" if conditional and token.lower_ == "would" else _MODALS.get(token.lower_)


def above(verb: Token, standing: Standing) -> None:
    """Climb from an event's verb through the clauses that govern it."""
    token = verb
    for _ in range(_FURTHEST):
        step = _step(token, standing)
        if step is None:
            return
        token = step


def over_noun(noun: Token, standing: Standing) -> None:
    """Read what governs a bare event noun: "fear of attacks", "prevent attacks", "attacks could follow"."""
    dep, head = noun.dep_, noun.head
    if dep in rel.JOINED:
        dep, head = head.dep_, head.head
    definite = any(c.dep_ in rel.OWNER or (c.dep_ in rel.DETERMINER and c.lower_ in _DEFINITE) for c in noun.children)
    if dep in rel.GOVERNED and head.lower_ == "without":
        standing.add("denied", Reason("negation", "without"))
    elif dep in rel.GOVERNED and head.lower_ == "of" and _supposed(head.head):
        standing.add("hypothetical", Reason("condition", f"in {head.head.lower_} of"))
    elif dep in rel.GOVERNED and not definite:
        governor = head.head
        if head.lower_ in _ABOUT or (head.lower_ == "on" and governor.lemma_.lower() in _BANS):
            _governed(governor, standing)
        if governor.pos_ == "NOUN" and not standing.witnesses and governor != noun:
            over_noun(governor, standing)
        elif governor.pos_ in ("VERB", "AUX"):
            _verb_over_noun(governor, standing)
    elif dep in rel.OBJECT_OR_PREDICATE | rel.PASSIVE_SUBJECT:
        if not definite or head.lemma_.lower() in word_set("words_of_events", "not_done"):
            _governed(head, standing)
            _verb_over_noun(head, standing)
    elif dep in rel.ACTIVE_SUBJECT and head.lemma_.lower() in _OCCURS:
        _verb_over_noun(head, standing)


def _supposed(noun: Token) -> bool:
    """Read "in the event of", "in case of"."""
    return noun.lower_ in ("event", "case") and noun.dep_ in rel.GOVERNED and noun.head.lower_ == "in"


def _step(token: Token, standing: Standing) -> Token | None:
    """Note what the clause above does and give its verb; None where the climb ends."""
    dep, head = token.dep_, token.head
    if head == token or dep in rel.ROOT | rel.PARATAXIS | rel.RELATIVE:
        return None
    if dep in rel.ADNOMINAL:
        return _noun_above(token, head, standing)
    if dep in rel.ADVERBIAL_CLAUSE and (noun := meant(token, head)) is not None:
        return _noun_above(token, noun, standing)
    if dep in rel.ADVERBIAL_CLAUSE:
        _adverbial(token, head, standing)
        return None
    if dep in rel.JOINED:
        _shared_modal(token, head, standing)
        return head
    if dep in rel.ANY_PREDICATE | rel.COMPLEMENT | rel.GOVERNED_CLAUSE | rel.PREPOSITION:
        return _complement(token, head, standing)
    return None


def meant(token: Token, verb: Token) -> Token | None:
    """Give the object right before an infinitive that tells what it is: "thwarted a plot to kill", a plot, no end."""
    start = token.left_edge.i
    noun = next((c for c in dependents(verb, rel.OBJECT) if c.right_edge.i == start - 1), None)
    return noun if noun is not None and _infinitive(token) and noun.lemma_.lower() in _cues() else None


def _noun_above(token: Token, noun: Token, standing: Standing) -> Token | None:
    """Read "a plan to attack", "its threat to leave": the noun, then the verb that it completes."""
    if noun.pos_ not in ("NOUN", "PROPN") or not _infinitive(token):
        _alleged(noun, standing)
        if has_dependent(noun, rel.DETERMINER, ("no",)) and token.dep_ in rel.ADNOMINAL:
            standing.add("hypothetical", Reason("no", noun.lemma_.lower()))  # "no evidence that they fled"
        return None
    _governed(noun, standing)
    if noun.dep_ in rel.OBJECT:
        _governed(noun.head, standing)  # "foiled an attempt to kill"
    for child in noun.children:
        kind = cue(child) if child.dep_ in rel.ATTRIBUTIVE else None
        if kind is not None:
            standing.add(kind, Reason("modifier", child.lower_))
        elif child.dep_ in rel.DETERMINER and child.lower_ == "no":
            standing.add("denied", Reason("negation", "no"))
    if noun.dep_ not in rel.TAKEN_OR_PREDICATED:
        return None
    return noun.head.head if noun.dep_ in rel.GOVERNED else noun.head


def _alleged(noun: Token, standing: Standing) -> None:
    """Read "denied charges that it bombs", "rejects allegations of helping": what is alleged there is denied."""
    if noun.lemma_.lower() not in _ALLEGATIONS:
        return
    verb = noun.head.head if noun.dep_ in rel.GOVERNED else noun.head
    if noun.dep_ in rel.ANY_OBJECT | rel.PASSIVE_SUBJECT and verb.lemma_.lower() in _DENIES:
        standing.add("denied", Reason("alleged", f"{verb.lemma_.lower()} {noun.lemma_.lower()}"))


def _adverbial(token: Token, head: Token, standing: Standing) -> None:
    if has_dependent(token, rel.SUBORDINATOR, ("if", "unless", "lest")):
        standing.add("hypothetical", Reason("condition", "if"))
    elif _infinitive(token) and head.lemma_.lower() not in _MEANS:
        standing.add("planned", Reason("purpose", "to"))


def _shared_modal(token: Token, head: Token, standing: Standing) -> None:
    """Read "may seize the port and burn the ships": the modal of the first verb holds for the second."""
    if has_dependent(token, rel.SUBJECT | rel.HELPER):
        return
    for child in head.children:
        kind = auxiliary(child, hedged(head))
        if kind is not None:
            standing.add(kind, Reason("modal", child.lower_))


def _complement(token: Token, head: Token, standing: Standing) -> Token | None:
    governor = head
    if token.dep_ in rel.GOVERNED_CLAUSE:
        if head.lower_ == "without":
            standing.add("denied", Reason("negation", "without"))
            return None
        if head.lower_ in word_set("words_of_events", "around"):
            return None
        governor = head.head
        over = governor.head.lemma_.lower()
        if governor.dep_ in rel.OBJECT and (kind := _cues().get(f"{over} {head.lower_}")) is not None:
            standing.add(kind, Reason("governed", over))  # "cleared the officer of beating him"
    if (
        token.dep_ in rel.OPEN_CLAUSE
        and any(c.lower_ == "yet" for c in governor.children)
        and governor.lemma_ in ("have", "be")
    ):
        standing.add("denied", Reason("yet to"))
    _governed(governor, standing)
    _alleged(governor, standing)
    if token.dep_ in rel.OPEN_CLAUSE:
        _verb_modals(governor, standing)
    return governor


def _verb_modals(verb: Token, standing: Standing) -> None:
    for child in verb.children:
        kind = auxiliary(child, hedged(verb))
        if kind is not None:
            standing.add(kind, Reason("modal", child.lower_))
        elif child.dep_ in rel.NEGATION and not no_comment(verb, verb.lemma_.lower()):
            standing.add("denied", Reason("negation", child.lower_))


def _verb_over_noun(verb: Token, standing: Standing) -> None:
    _verb_modals(verb, standing)
    above(verb, standing)


def _governed(word: Token, standing: Standing) -> None:
    """Note what a governing word is in the lexicon, alone or with its particle ("call for", "be ready")."""
    lemma, cues = word.lemma_.lower(), _cues()
    if no_comment(word, lemma):
        standing.add("hypothetical", Reason("no-comment", lemma))
        return
    if lemma in _BELIEVES and has_dependent(word, rel.CONTENT):
        return
    kind = cues.get(lemma)
    for child in word.children:
        if child.dep_ in rel.PREDICATE_OF_STATE | rel.PREPOSITION | rel.PARTICLE:
            kind = cues.get(f"{lemma} {child.lower_}", kind)
        if child.dep_ in rel.ADJECTIVE_PREDICATE:
            kind = kind or cues.get(child.lower_)
    if kind is None or (kind == "denied" and has_dependent(word, rel.NEGATION)):
        return  # "did not deny"
    standing.add(kind, Reason("governed", lemma))


def _infinitive(verb: Token) -> bool:
    return verb.tag_ in tags.BARE_VERB or any(c.tag_ in tags.TO for c in verb.children)


@cache
def _cues() -> dict[str, Modality]:
    return {word: cast(Modality, kind) for word, kind in lexicon("modality_cues")}
