"""Whether a verb is passive, or joined to one that is; past tenses that the parser took for participles are none."""

from __future__ import annotations

from spacy.tokens import Token

from rashomon.reading.attributions.own_subject import own_subject
from rashomon.reading.attributions.source_nouns import source_nouns


def is_passive(verb: Token) -> bool:
    """Whether the verb form is passive, participles without an auxiliary ("accused of") among them."""
    if _has_done(verb):
        return False
    for child in verb.children:
        if child.dep_ in ("nsubjpass", "auxpass", "csubjpass"):
            return True
        if child.dep_ == "agent":
            return True
    if verb.dep_ == "advcl" and verb.tag_ in ("VBN", "VBD"):  # "Asked whether he knew, he said no"
        return not any(c.dep_ in ("nsubj", "aux") for c in verb.children) and not _behind_participle(verb)
    return verb.tag_ == "VBN" and verb.dep_ in ("acl", "amod") and not mistaken(verb)


def _has_done(verb: Token) -> bool:
    """Tell "he's predicted a win", "who's called for talks" from a passive: somebody has, and there is what he has."""
    who = what = False
    for child in verb.children:
        who = who or (child.dep_ in ("nsubj", "nsubjpass") and child.lower_ in ("he", "she", "who"))
        what = what or (child.dep_ in ("dobj", "ccomp") or (child.dep_ == "prep" and child.lower_ == "for"))
        if child.dep_ == "agent" or (child.dep_ == "auxpass" and child.lower_ not in ("'s", "’s")):
            return False
    return who and what


def _behind_participle(verb: Token) -> bool:
    """Tell the main verb where the parser took a participle for it: "Marchers singing in the rain chanted"."""
    head = verb.head
    bare = head.tag_ == "VBG" and head.dep_ == "ROOT" and not any(c.dep_ == "aux" for c in head.children)
    return bare and verb.tag_ == "VBD" and verb.i > head.i and own_subject(head) is not None


def mistaken(verb: Token) -> bool:
    """Tell a past tense that the parser hung on a noun as if it were a participle: the noun has no verb of its own.

    In "A source revealed to us that …" the source would be the root of the sentence.
    """
    head = verb.head
    if verb.dep_ != "acl" or verb.tag_ not in ("VBD", "VBN") or head.pos_ not in ("NOUN", "PROPN"):
        return False
    if head.dep_ != "ROOT" and not (source_nouns().get(head.lower_) in _PERSONS and _told_that(verb)):
        return False
    return not any(c.dep_ == "aux" for c in verb.children)


_PERSONS = frozenset({"anonymous", "person", "office"})


def _told_that(verb: Token) -> bool:
    """Whether a that-clause follows the verb though it hangs on the noun before: nobody is revealed to us that."""
    if any(c.dep_ == "agent" for c in verb.children):
        return False
    follow = (c for c in verb.head.children if c.i > verb.i and c.dep_ in ("acl", "relcl", "ccomp"))
    return any(m.dep_ == "mark" and m.lower_ == "that" for clause in follow for m in clause.children)


def joins_passive(verb: Token) -> bool:
    """Whether the verb is joined to a passive one and has no subject of its own.

    Whoever undergoes the one does not do the other: "said that ten were hurt and blamed the port" is the sayer's blame
    (`acts`), and those "arrested and charged" charge nobody.
    """
    return (
        verb.dep_ == "conj"
        and verb.tag_ in ("VBD", "VBN")
        and verb.head.tag_ == "VBN"
        and is_passive(verb.head)
        and own_subject(verb) is None
        and not any(c.dep_ in ("aux", "auxpass") for c in verb.children)
        and (acts(verb) or verb.tag_ == "VBN")
    )


def acts(verb: Token) -> bool:
    """Whether the verb has an object or a clause that it governs."""
    return any(c.dep_ in ("dobj", "ccomp") for c in verb.children)
