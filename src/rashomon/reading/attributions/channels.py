"""The channel is who was told: the object of "told", or whom an interview, a speech or a letter was given to."""

from __future__ import annotations

from spacy.tokens import Token

_TELLING = frozenset(
    ["tell", "inform", "brief", "assure", "notify", "remind", "advise", "ask", "warn", "email", "text"]
)
_SPEAKING = frozenset(
    [
        "speak",
        "talk",
        "write",
        "say",
        "explain",
        "add",
        "confide",
        "complain",
        "explain",
        "reveal",
        "confirm",
        "repeat",
        "disclose",
    ]
)
_OCCASIONS = frozenset(
    [
        "interview",
        "interviews",
        "statement",
        "remarks",
        "comments",
        "speech",
        "conversation",
        "call",
        "letter",
        "email",
        "message",
        "briefing",
        "exclusive",
        "chat",
        "talk",
        "testimony",
        "appearance",
        "comment",
    ]
)


def channel(verb: Token | None) -> Token | None:
    """Give the head of the noun phrase that names who was told by `verb`, or none. Pronouns are none."""
    if verb is None:
        return None
    told = _told(verb)
    return told if told is not None and told.pos_ in ("NOUN", "PROPN") else None


def _told(verb: Token) -> Token | None:
    lemma = verb.lemma_.lower()
    if lemma in _TELLING:
        for child in verb.children:
            if child.dep_ in ("dobj", "dative") and child.i > verb.i:
                return child
    for child in verb.children:
        if child.dep_ in ("prep", "dative") and child.lower_ == "to" and lemma in _SPEAKING:
            found = _object(child)
            if found is not None:
                return found
        elif child.dep_ == "prep" and child.lower_ in ("in", "during", "on", "from"):
            occasion = _object(child)
            if occasion is not None and occasion.lower_ in _OCCASIONS:
                found = _of_occasion(occasion)
                if found is not None:
                    return found
        elif child.dep_ == "advcl" and child.lower_ == "speaking":
            return _told(child)
    return None


def _of_occasion(occasion: Token) -> Token | None:
    for child in occasion.children:
        if child.dep_ in ("prep", "dative") and child.lower_ in ("with", "to"):
            return _object(child)
    return None


def _object(prep: Token) -> Token | None:
    for child in prep.children:
        if child.dep_ == "pobj":
            return child
    return None
