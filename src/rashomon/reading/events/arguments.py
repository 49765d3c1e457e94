"""The parse as an event reader asks it: subjects, objects and prepositions, through passives, control and relatives.

Who can act in public affairs: names, personal pronouns, and the nouns of the lexicon.
"""

from __future__ import annotations

from functools import cache

from spacy.tokens import Token

from rashomon.language import lexicon, word_set
from rashomon.reading.grammar import entity_types as ner
from rashomon.reading.grammar import relations as rel
from rashomon.reading.grammar import tags
from rashomon.reading.grammar.relations import dependent, dependents, has_dependent, object_control
from rashomon.reading.mentions.gazetteer import nominal_heads

_TIMES = ner.TIMES | ner.CARDINAL | ner.ORDINAL | ner.PERCENT
_PRONOUNS = word_set("words_of_events", "somebody")


def is_actor(token: Token) -> bool:
    """Whether a token names or stands for somebody: a person, a body, a state, a people."""
    return (
        token.ent_type_ in ner.NAMES
        or token.lower_ in _PRONOUNS
        or token.lemma_.lower() in _nouns()
        or (token.pos_ == "PROPN" and token.ent_type_ not in _TIMES)
    )


@cache
def _nouns() -> frozenset[str]:
    return frozenset(noun for noun, kind in lexicon("political_actors") if kind != "weapon")


# What is written or spoken speaks for its author: "passed a resolution criticizing the president".
_PAPERS = word_set("words_of_events", "paper")
# What somebody else set out to do, and these put a stop to.
_STOPS = word_set("words_of_events", "stops")
# Nouns that only measure what follows "of".
_MEASURES = word_set("words_of_events", "measure")


# Participles that describe their subject: "is prepared to talk".
_ADJECTIVAL = word_set("words_of_events", "adjectival")


def is_passive(verb: Token) -> bool:
    """Whether the verb's surface subject undergoes what it says."""
    if verb.lower_ in _ADJECTIVAL:
        return False
    deps = {c.dep_ for c in verb.children}
    if deps & (rel.PASSIVE_HELPER | rel.PASSIVE_SUBJECT):
        return True
    if verb.tag_ not in tags.PARTICIPLE or deps & (rel.HELPER | rel.OBJECT | rel.ACTIVE_SUBJECT):
        return False
    if verb.dep_ in rel.JOINED and verb.head.pos_ in ("VERB", "AUX"):
        return is_passive(verb.head)
    return verb.dep_ in rel.CLAUSE_OF_NOUN | rel.ROOT | rel.ADVERBIAL_CLAUSE


def subject(verb: Token, depth: int = 0) -> Token | None:
    """Give the surface subject of a verb, its own or the one that it is understood to have."""
    for child in reversed(list(verb.children)):
        if child.dep_ in rel.SUBJECT_OR_CLAUSE:
            return antecedent(_after_dateline(child))
    if verb.tag_ in tags.GERUND:
        for child in verb.children:
            if child.dep_ in rel.OWNER:
                return child
        owner = _owner(verb)
        if owner is not None:
            return owner
    head = verb.head
    if depth > 6 or head == verb:
        return None
    if verb.dep_ in rel.ADNOMINAL:
        return None if verb.tag_ in tags.PARTICIPLE and not _is_infinitive(verb) else _noun_doer(verb, head, depth)
    if verb.dep_ in rel.RELATIVE:
        return antecedent_of_clause(verb)
    if verb.dep_ in rel.GOVERNED_CLAUSE:
        governor = head.head
        if governor.pos_ in ("NOUN", "PROPN"):
            whom = head.lower_ == "for" and governor.dep_ in rel.OBJECTS and is_actor(governor)
            return governor if whom else _noun_doer(verb, governor, depth)
        return _blamed(head, governor) or _controller(governor, depth)
    if verb.dep_ in rel.COMPLEMENT:
        return _controller(head, depth)
    if verb.dep_ in rel.ADVERBIAL_CLAUSE | rel.JOINED | rel.UNSURE | rel.PREPOSITION and head.pos_ in ("VERB", "AUX"):
        plot = _stopped(verb, head)
        return subject(head, depth + 1) if plot is None else _noun_doer(verb, plot, depth)
    return None


def _stopped(infinitive: Token, verb: Token) -> Token | None:
    """Give the plot of "thwarted a plot to kill", where the parser hung the infinitive on the verb."""
    if verb.lemma_.lower() not in _STOPS or not _is_infinitive(infinitive):
        return None
    return next((c for c in dependents(verb, rel.OBJECT) if c.right_edge.i == infinitive.left_edge.i - 1), None)


def _owner(gerund: Token) -> Token | None:
    """Read "the rebels' continued shelling of the town": the parser may take the adjective for a verb."""
    at = gerund.i - 1
    while (
        at > gerund.sent.start
        and gerund.doc[at].tag_ in tags.PAST_OR_PARTICIPLE | tags.ADJECTIVE
        and gerund.i - at <= 2
    ):
        at -= 1
    mark = gerund.doc[at]
    plural = gerund.doc[at - 1] if at > gerund.sent.start else None
    if plural is None or mark.text not in ("'", "’") or plural.tag_ not in tags.PLURAL:
        return None
    return plural


def _after_dateline(token: Token) -> Token:
    """Give the true subject where the parser took the place of a dateline for it ("GENEVA, May 3 -- The envoy met")."""
    if not token.is_upper or len(token) < 3:
        return token
    start = token.sent.start
    if token.i - start > 3:
        return token
    dash = next((t for t in token.doc[token.i + 1 : start + 12] if t.text in ("--", "-", "–", "—", ":")), None)
    if dash is None:
        return token
    return next(
        (t for t in token.subtree if t.i > dash.i and t.dep_ in rel.BESIDE_NOUN | rel.UNSURE | rel.ACTIVE_SUBJECT),
        token,
    )


def _controller(head: Token, depth: int) -> Token | None:
    if head.pos_ not in ("VERB", "AUX", "ADJ"):
        return _noun_doer(head, head, depth) if head.pos_ == "NOUN" else None
    if head.lemma_.lower() in object_control("event"):
        if is_passive(head):
            return subject(head, depth + 1)
        for child in head.children:
            if child.dep_ in rel.OBJECTS:
                return antecedent(child)
        for child in head.children:
            if child.dep_ in rel.PREPOSITION and child.lower_ in ("on", "upon", "to", "for"):
                return next((antecedent(p) for p in dependents(child, rel.GOVERNED)), None)
    if head.pos_ == "ADJ" and head.head.pos_ in ("AUX", "VERB"):
        head = head.head
    return subject(head, depth + 1)


def _blamed(preposition: Token, verb: Token) -> Token | None:
    """Who is punished or praised for a deed did it: "jailed the editor for printing it", "thanked them for coming"."""
    if preposition.lower_ != "for" or is_passive(verb):
        return None
    whom = dependent(verb, rel.OBJECTS)
    return antecedent(whom) if whom is not None and is_actor(whom) else None


def _noun_doer(verb: Token, noun: Token, depth: int) -> Token | None:
    """Who does what an infinitive or participle beside a noun says: its possessor, its verb's subject, or the noun."""
    if verb.tag_ in tags.GERUND and verb.dep_ in rel.ADNOMINAL:
        if noun.lemma_.lower() in _PAPERS and noun.head.pos_ == "VERB" and noun.dep_ in rel.ANY_OBJECT:
            return subject(noun.head, depth + 1)
        return noun
    for child in noun.children:
        if child.dep_ in rel.OWNER:
            return antecedent(child)
    for child in noun.children:
        if child.dep_ in rel.PREPOSITION and child.lower_ in ("by", "from", "of"):
            return dependent(child, rel.GOVERNED)
    for child in noun.children:
        if child.ent_type_ in ner.PUBLIC_BODIES and child.dep_ in rel.BEFORE_NOUN:
            return child
    if noun.head.lemma_.lower() in _STOPS:
        return None  # who foils a plot is not who plots
    if noun.head.pos_ in ("VERB", "AUX") and noun.dep_ in rel.TAKEN_OR_PREDICATED:
        return subject(noun.head, depth + 1)
    if noun.head.dep_ in rel.PREPOSITION and noun.head.head.pos_ in ("VERB", "AUX"):
        return subject(noun.head.head, depth + 1)
    if verb.dep_ in rel.ADNOMINAL and verb.tag_ in tags.BARE_VERB and noun.dep_ in rel.SUBJECT_OR_CLAUSE:
        return noun if is_actor(noun) else None
    return None


def _is_infinitive(verb: Token) -> bool:
    return any(c.tag_ in tags.TO for c in verb.children)


def antecedent(token: Token) -> Token:
    """Give the noun that a relative pronoun stands for; any other token itself."""
    if token.tag_ in tags.RELATIVE or (token.lower_ == "that" and token.dep_ in rel.SUBJECT_OR_OBJECT):
        climb = token.head
        for _ in range(4):
            if climb.dep_ in rel.RELATIVE:
                return climb.head
            climb = climb.head
    return token


def antecedent_of_clause(verb: Token) -> Token | None:
    """Give the noun that a relative clause without a subject of its own describes."""
    return verb.head if verb.head != verb else None


def objects(verb: Token, complements: tuple[int, ...] = ()) -> list[Token]:
    """Give what the verb acts on: object, passive subject or described noun, and objects of the prepositions given."""
    found: list[Token] = []
    passive = is_passive(verb)
    for child in verb.children:
        if child.dep_ in rel.UNDERGOER | rel.OBJECT_PREDICATE or (
            child.i in complements and child.dep_ in rel.OBJECT_OR_PREDICATE
        ):
            found.append(antecedent(child))
        elif child.i in complements and child.dep_ in rel.GOVERNOR:
            found.extend(p for p in dependents(child, rel.GOVERNED_ANY))
            if child.dep_ in rel.PARTICLE:
                found.extend(p for c in dependents(verb, rel.PREPOSITION) for p in dependents(c, rel.GOVERNED))
    if not found and not passive:
        found += [c for c in dependents(verb, rel.NOUN_ADVERBIAL) if _is_bare_object(verb, c)]
    if not found and verb.dep_ in rel.ADNOMINAL and verb.tag_ in tags.PARTICIPLE:
        found.append(verb.head)
    if not found and passive:
        doer = subject(verb)
        if doer is not None:
            found.append(doer)
    if not found and verb.dep_ in rel.RELATIVE and not passive and has_dependent(verb, rel.SUBJECT_OR_CLAUSE):
        own = subject(verb)
        if own is not None and own != verb.head:
            found.append(verb.head)
    return [deep for token in found for deep in _with_measured(token)]


def _is_bare_object(verb: Token, noun: Token) -> bool:
    """Whether a noun without an article right behind its verb is what it acts on: "Rebels shell hospital"."""
    heads = nominal_heads()
    listed = noun.lower_ in heads or noun.lemma_.lower() in heads
    return noun.pos_ == "NOUN" and noun.left_edge.i == verb.i + 1 and listed and noun.ent_type_ not in ner.TIMES


def _with_measured(token: Token) -> list[Token]:
    """Give a noun with those joined to it, and what is measured by a mere quantity ("a number of rockets")."""
    tokens = [token, *token.conjuncts]
    measured = [
        p
        for t in tokens
        if t.lemma_.lower() in _MEASURES or t.ent_type_ in ner.AMOUNTS
        for c in dependents(t, rel.PREPOSITION, ("of", "in"))
        for p in dependents(c, rel.GOVERNED)
    ]
    return tokens + measured


def prepositional(token: Token, name: str) -> list[Token]:
    """Give the objects of the preposition `name` under a token."""
    return [
        p
        for c in token.children
        if c.lower_ == name and c.dep_ in rel.GOVERNOR
        for p in dependents(c, rel.GOVERNED_ANY)
    ]
