"""What a verb's group tells of it: that it is denied, or only supposed; that it is passive, and whom it has as subject.

A verb group denies what it reports where it is negated, and only supposes it under a modal or a condition. Who will not
say, neither confirms nor denies, does not deny, or does not claim a deed has told nothing of it, for or against: no
comment is no denial.

A verb is passive, or joined to one that is; past tenses that the parser took for participles are none.
"""

from __future__ import annotations

from spacy.tokens import Token

from rashomon.language import word_set
from rashomon.reading.attributions.who_may_speak import source_nouns
from rashomon.reading.grammar import relations as rel
from rashomon.reading.grammar import tags
from rashomon.reading.grammar.relations import dependents, has_dependent

_NEGATIVE_SUBJECTS = frozenset({"nobody", "none", "neither", "nothing", "no-one"})
_NEGATIVE_DETERMINERS = frozenset({"no", "neither"})
_MODALS = word_set("words_of_speech", "supposes")
_CONDITIONS = frozenset({"if", "unless", "whether"})


def negated(verb: Token) -> bool:
    """Whether nobody says it: "did not say", "never said", "nobody said", "no official said"."""
    for child in verb.children:
        if child.dep_ in rel.NEGATION or (child.dep_ in rel.HELPER and has_dependent(child, rel.NEGATION)):
            return True  # "had not been saying" too
        if child.dep_ in rel.SUBJECT:
            if child.lower_ in _NEGATIVE_SUBJECTS or _has_no(child):
                return True
        elif child.dep_ in rel.OBJECT and _has_no(child):
            return True
    if verb.dep_ in rel.OPEN_CLAUSE and has_dependent(verb.head, rel.NEGATION):
        return verb.head.lemma_.lower() not in _FORGOES
    return _forgone(verb)


_FORGOES = word_set("words_of_attributions", "forgoes")


def _forgone(verb: Token) -> bool:
    """Tell "avoided blaming", "stopped short of accusing", "failed to mention" from "did not stop blaming"."""
    above = verb.head
    if verb.dep_ in rel.GOVERNED_CLAUSE:
        above = above.head  # "refrained from", "stopped short of"
        above = above.head if above.dep_ in rel.ADVERBIAL else above
    elif verb.dep_ not in rel.OPEN_CLAUSE:
        return False
    return above.lemma_.lower() in _FORGOES and not has_dependent(above, rel.NEGATION)


_CONFIRMS = frozenset({"confirm", "verify", "corroborate"})
_DENIES = word_set("words_of_speech", "denies")
_OWNS_UP = word_set("words_of_attributions", "owns_up")
_CLAIMS = frozenset({"claim"})
_COMMENTS = word_set("words_of_speech", "comments")
_WITHHOLDS = frozenset({"decline", "refuse"})
_NEITHER = frozenset({"neither", "nor"})


def no_comment(verb: Token, lemma: str) -> bool:
    """Whether the verb group tells neither for nor against: "did not deny", "refused to confirm", "nobody claimed".

    `lemma` is the cue's; of "declined to say" both "declined" and "say" are such.
    """
    if lemma in _WITHHOLDS:
        withheld = dependents(verb, rel.OPEN_CLAUSE)
        return any(w.lemma_.lower() in _CONFIRMS | _DENIES | _COMMENTS for w in withheld)
    if lemma in _OWNS_UP:
        return _not_done(verb)
    if lemma not in _CONFIRMS | _DENIES | _CLAIMS | _COMMENTS:
        return False
    if lemma in _CLAIMS:
        return any(c.dep_ in rel.SUBJECT and _nobody(c) for c in verb.children)
    if (verb.dep_ in rel.OPEN_CLAUSE and verb.head.lemma_.lower() in _WITHHOLDS) or _neither_nor(verb):
        return True
    return lemma not in ("say", "name", "identify", "rule out") and _not_done(verb)


def _neither_nor(verb: Token) -> bool:
    """Tell both verbs of "would neither confirm nor deny": the pair stands beside them or beside the first."""
    first = verb.head if verb.dep_ in rel.JOINED else verb
    pair = {first.lemma_.lower(), *(c.lemma_.lower() for c in dependents(first, rel.JOINED))}
    if not (pair & _CONFIRMS and pair & _DENIES):
        return False
    words = {c.lower_ for c in (*first.children, *verb.children)}
    return bool(words & _NEITHER) or _not_done(first) or first.head.lemma_.lower() in _WITHHOLDS


def _not_done(verb: Token) -> bool:
    if any(c.dep_ in rel.NEGATION or (c.dep_ in rel.ADVERBIAL and c.lower_ == "never") for c in verb.children):
        return True
    unable = verb.dep_ in rel.OPEN_CLAUSE and verb.head.lemma_.lower() in ("able", "unable")
    if unable:
        return verb.head.lower_ == "unable" or any(
            c.dep_ in rel.NEGATION for h in (verb.head, verb.head.head) for c in h.children
        )
    return any(c.dep_ in rel.SUBJECT and _nobody(c) for c in verb.children)


def _nobody(noun: Token) -> bool:
    return noun.lower_ in _NEGATIVE_SUBJECTS or _has_no(noun)


def _has_no(noun: Token) -> bool:
    return has_dependent(noun, rel.DETERMINER, _NEGATIVE_DETERMINERS)


def says_no_more(verb: Token) -> bool:
    """Tell "would only say that", which was said, from what somebody would say."""
    return verb.lemma_.lower() == "say" and has_dependent(verb, rel.ADVERBIAL, ("only",))


def hypothetical(verb: Token) -> bool:
    """Whether it is only supposed to be said: "would say", "if he says"; "asked whether X expects"."""
    for child in verb.children:
        if child.dep_ in rel.HELPER and child.lower_ in _MODALS:
            return not says_no_more(verb)
        if child.dep_ in rel.SUBORDINATOR and child.lower_ in _CONDITIONS:
            return True
    return False


def own_subject(verb: Token) -> Token | None:
    """Give the subject that the verb itself has, or none; of several, the one that stands next before it."""
    subjects = dependents(verb, rel.ACTIVE_SUBJECT)
    before = [c for c in subjects if c.i < verb.i]
    if len(before) > 1 and has_dependent(before[-1], rel.CONJUNCTION) and _next(before[-2], before[-1]):
        return before[-2]  # "the family, friends and neighbours said"
    if len(before) > 1 and has_dependent(before[-2], rel.CONJUNCTION) and before[-2].i < before[-1].i:
        return before[-2]  # "Berg, 34, and her brother said"
    several = len(before) > 1 and before[-2].tag_ in tags.COMMON_PLURAL and before[-1].pos_ == "PROPN"
    if several and has_dependent(before[-2], rel.PREPOSITION) and _next(before[-2], before[-1]):
        return before[-2]  # "Lawyers for the driver, Ann Berg, who fled, said": not she
    return before[-1] if before else next(iter(subjects), None)


def _next(first: Token, second: Token) -> bool:
    """Whether nothing but a comma stands between two noun phrases."""
    return first.right_edge.i + 2 == second.left_edge.i and first.doc[first.right_edge.i + 1].text == ","


def is_passive(verb: Token) -> bool:
    """Whether the verb form is passive, participles without an auxiliary ("accused of") among them."""
    if _has_done(verb):
        return False
    if _lacks_object(verb):
        return True
    for child in verb.children:
        if child.dep_ in rel.PASSIVE_HELPER | rel.PASSIVE_CLAUSE_SUBJECT | rel.PASSIVE_SUBJECT:
            return True
        if child.dep_ in rel.AGENT:
            return True
    if (
        verb.dep_ in rel.ADVERBIAL_CLAUSE and verb.tag_ in tags.PAST_OR_PARTICIPLE
    ):  # "Asked whether he knew, he said no"
        return not has_dependent(verb, rel.HELPER | rel.ACTIVE_SUBJECT) and not _behind_participle(verb)
    return verb.tag_ in tags.PARTICIPLE and verb.dep_ in rel.ADNOMINAL | rel.ADJECTIVAL and not mistaken(verb)


_NEEDS_OBJECT = {
    "for": word_set("words_of_attributions", "needs_object_for"),
    "of": word_set("words_of_attributions", "needs_object_of"),
    "with": word_set("words_of_attributions", "needs_object_with"),
}
_NEEDS_OBJECT_TO = word_set("words_of_attributions", "needs_object_to")
_HELD_TO_BE = word_set("words_of_attributions", "held_to_be")
"""Verbs of which somebody is the object before "to be": "a man believed to be his son"."""
_MAIN = rel.ROOT | rel.CONTENT | rel.PARATAXIS | rel.JOINED


def _lacks_object(verb: Token) -> bool:
    """Tell the passive of headlines, "Driver charged with arson", "Mayor told to resign": nobody else is named."""
    main = verb.dep_ in _MAIN and own_subject(verb) is not None
    if not (main or verb.dep_ in rel.ADNOMINAL) or verb.tag_ not in tags.PAST_OR_PARTICIPLE:
        return False
    if _is_held_to_be(verb):
        return True
    if has_dependent(verb, rel.ANY_HELPER | rel.OBJECTS | rel.CONTENT):
        return False
    lemma, behind = verb.lemma_.lower(), {c.lower_ for c in dependents(verb, rel.PREPOSITION) if c.i > verb.i}
    if any(p in behind and lemma in verbs for p, verbs in _NEEDS_OBJECT.items()):
        return True
    told = [c for c in dependents(verb, rel.OPEN_CLAUSE) if c.tag_ in tags.BARE_VERB]
    return lemma in _NEEDS_OBJECT_TO and any(c.left_edge.i == verb.i + 1 for c in told)


def _is_held_to_be(verb: Token) -> bool:
    """Whether a past tense is none, for "to be" follows it: "a man believed to be his son screamed"."""
    if verb.lemma_.lower() not in _HELD_TO_BE or has_dependent(verb, rel.ANY_HELPER | rel.OBJECTS):
        return False
    told = (c for c in dependents(verb, rel.OPEN_CLAUSE) if c.left_edge.i == verb.i + 1 and c.left_edge.tag_ in tags.TO)
    return any(w.lemma_.lower() in ("be", "have") for c in told for w in (c, *dependents(c, rel.ANY_HELPER)))


def _has_done(verb: Token) -> bool:
    """Tell "he's predicted a win", "who's called for talks" from a passive: somebody has, and there is what he has."""
    who = what = False
    for child in verb.children:
        who = who or (child.dep_ in rel.SUBJECT and child.lower_ in ("he", "she", "who"))
        what = what or (
            child.dep_ in rel.CONTENT | rel.OBJECT or (child.dep_ in rel.PREPOSITION and child.lower_ == "for")
        )
        if child.dep_ in rel.AGENT or (child.dep_ in rel.PASSIVE_HELPER and child.lower_ not in ("'s", "’s")):
            return False
    return who and what


def _behind_participle(verb: Token) -> bool:
    """Tell the main verb where the parser took a participle for it: "Marchers singing in the rain chanted"."""
    head = verb.head
    bare = head.tag_ in tags.GERUND and head.dep_ in rel.ROOT and not has_dependent(head, rel.HELPER)
    return bare and verb.tag_ in tags.PAST and verb.i > head.i and own_subject(head) is not None


def mistaken(verb: Token) -> bool:
    """Tell a past tense that the parser hung on a noun as if it were a participle: the noun has no verb of its own.

    In "A source revealed to us that …" the source would be the root of the sentence.
    """
    head = verb.head
    if verb.dep_ not in rel.ADNOMINAL or verb.tag_ not in tags.PAST_OR_PARTICIPLE or head.pos_ not in ("NOUN", "PROPN"):
        return False
    if head.dep_ not in rel.ROOT and not (source_nouns().get(head.lower_) in _PERSONS and _told_that(verb)):
        return False
    return not has_dependent(verb, rel.HELPER)


_PERSONS = frozenset({"anonymous", "person", "office"})


def _told_that(verb: Token) -> bool:
    """Whether a that-clause follows the verb though it hangs on the noun before: nobody is revealed to us that."""
    if has_dependent(verb, rel.AGENT):
        return False
    follow = (c for c in verb.head.children if c.i > verb.i and c.dep_ in rel.CLAUSE_OF_NOUN)
    return any(m.dep_ in rel.SUBORDINATOR and m.lower_ == "that" for clause in follow for m in clause.children)


def joins_passive(verb: Token) -> bool:
    """Whether the verb is joined to a passive one and has no subject of its own.

    Whoever undergoes the one does not do the other: "said that ten were hurt and blamed the port" is the sayer's blame
    (`acts`), and those "arrested and charged" charge nobody.
    """
    return (
        verb.dep_ in rel.JOINED
        and verb.tag_ in tags.PAST_OR_PARTICIPLE
        and verb.head.tag_ in tags.PARTICIPLE
        and is_passive(verb.head)
        and own_subject(verb) is None
        and not has_dependent(verb, rel.ANY_HELPER)
        and (acts(verb) or verb.tag_ in tags.PARTICIPLE or verb.head.dep_ in rel.DESCRIBING | rel.ADVERBIAL_CLAUSE)
    )


def acts(verb: Token) -> bool:
    """Whether the verb has an object or a clause that it governs."""
    return has_dependent(verb, rel.CONTENT | rel.OBJECT)
