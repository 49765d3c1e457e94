"""The channel is who was told: the object of "told", whom an interview was given to, or who cites the source."""

from __future__ import annotations

from spacy.tokens import Token

from rashomon.reading.grammar import relations as rel

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


def channel(verb: Token | None, speaker: Token | None = None) -> Token | None:
    """Give the head of the noun phrase that names who was told by `verb`, or who cites `speaker`; else none.

    Pronouns are none.
    """
    told = _told(verb) if verb is not None else None
    if told is None and speaker is not None:
        told = _citing(speaker)
    return told if told is not None and told.pos_ in ("NOUN", "PROPN") else None


def _citing(speaker: Token) -> Token | None:
    """Whoever it is by whom the source is said to be cited: "a source quoted by the agency"."""
    for clause in speaker.children:
        if clause.dep_ in rel.ADNOMINAL and clause.lemma_.lower() in ("cite", "quote", "interview"):
            for by in clause.children:
                if by.dep_ in rel.AGENT:
                    return _object(by)
    return None


def _told(verb: Token) -> Token | None:
    lemma = verb.lemma_.lower()
    if lemma in _TELLING:
        for child in verb.children:
            if child.dep_ in rel.OBJECTS and child.i > verb.i:
                return child
    for child in verb.children:
        if child.dep_ in rel.PREPOSITION_OR_RECIPIENT and child.lower_ == "to" and lemma in _SPEAKING:
            found = _object(child)
            if found is not None:
                return found
        elif child.dep_ in rel.PREPOSITION and child.lower_ in ("in", "during", "on", "from"):
            occasion = _object(child)
            if occasion is not None and occasion.lower_ in _OCCASIONS:
                found = _of_occasion(occasion)
                if found is not None:
                    return found
        elif child.dep_ in rel.ADVERBIAL_CLAUSE and child.lower_ == "speaking":
            return _told(child)
    return None


def _of_occasion(occasion: Token) -> Token | None:
    for child in occasion.children:
        if child.dep_ in rel.PREPOSITION_OR_RECIPIENT and child.lower_ in ("with", "to"):
            return _object(child)
    return None


def _object(prep: Token) -> Token | None:
    for child in prep.children:
        if child.dep_ in rel.GOVERNED:
            return child
    return None
