"""What somebody denies where it is but called what was said: "which he denies", "an allegation the army denies".

The words before are another's. The parser takes the noun of the second for part of who denies, and its verb for a tag.
"""

from __future__ import annotations

from typing import NamedTuple

from spacy.tokens import Token

from rashomon.reading.attributions.closing_tags import ClosingTag
from rashomon.reading.attributions.cue_verbs import cue_verbs
from rashomon.reading.attributions.passives import own_subject
from rashomon.reading.grammar import relations as rel
from rashomon.reading.grammar import tags

_WHAT_WAS_SAID = frozenset(
    {"accusation", "allegation", "argument", "assertion", "charge", "claim", "contention", "notion", "suggestion"}
)
_BEHIND = rel.RELATIVE | rel.ADVERBIAL_CLAUSE
_SOMETHING = "something"
_REACH = 8
"""Tokens from a noun to the verb that judges it."""


class DeniedAccount(NamedTuple):
    """The tokens of what is denied, and who denies it where the parser has another phrase for him."""

    words: tuple[int, int]
    tag: ClosingTag | None


def account(first: Token) -> Token | None:
    """Give the noun by which a phrase that opens at `first` calls what was said: "a false claim", "something"."""
    if first.lower_ == _SOMETHING:
        return first
    if first.lower_ not in ("a", "an", "the"):
        return None
    doc = first.doc
    k = first.i + 1
    while k + 1 < len(doc) and doc[k].tag_ in tags.ADJECTIVE:
        k += 1
    return doc[k] if k + 1 < len(doc) and doc[k].lemma_.lower() in _WHAT_WAS_SAID else None


def is_judged(noun: Token) -> bool:
    """Whether somebody denies what a noun calls what was said: "an allegation the army denies"."""
    return _judge(noun) is not None


def denied_account(verb: Token) -> DeniedAccount | None:
    """Give what `verb`, which denies, has as its object where that stands before it, or none."""
    which = next((c for c in verb.children if c.dep_ in rel.OBJECT and c.lower_ == "which" and c.i < verb.i), None)
    who = own_subject(verb)
    if which is not None and verb.dep_ in _BEHIND and who is not None and who != which:
        return DeniedAccount((which.i, which.i + 1), None)
    doc = verb.doc
    for k in range(verb.i - 2, max(verb.sent.start, verb.i - _REACH), -1):
        if doc[k].text != ",":
            continue
        noun = account(doc[k + 1])
        if noun is None or _judge(noun) != verb or who is None or not noun.i < who.i < verb.i:
            return None
        start = noun.i + 1 + (doc[noun.i + 1].lower_ in ("that", "which"))
        tag = ClosingTag(who, (start, who.i + 1), ((k + 1, noun.i + 1),))
        return DeniedAccount((k + 1, noun.i + 1), tag)
    return None


def _judge(noun: Token) -> Token | None:
    """Give the verb that denies what a noun behind a comma stands for; the noun phrase of who does stands between."""
    doc = noun.doc
    for t in doc[noun.i + 1 : min(noun.i + _REACH, noun.sent.end)]:
        if t.is_punct:
            return None
        if t.tag_ in tags.FINITE_OR_PARTICIPLE and t.pos_ == "VERB":
            entry = cue_verbs().get(t.lemma_.lower())
            return t if entry is not None and entry.polarity == "deny" and t.i > noun.i + 1 else None
    return None
