"""What something is called stands in quotation marks right behind it, parsed so or not: 'called her "rash"'."""

from __future__ import annotations

from spacy.tokens import Token

from rashomon.reading.attributions.complement import Complement
from rashomon.reading.grammar import relations as rel
from rashomon.reading.grammar import tags

_MARKS = frozenset({'"', "“", "‘", "``", "''", "'", "«"})
_NOUN_PHRASE = (
    tags.NOUN
    | tags.ANY_ADJECTIVE
    | tags.NUMERAL
    | tags.ARTICLE
    | tags.HYPHEN
    | tags.PREARTICLE
    | tags.GENITIVE
    | tags.PERSONAL_PRONOUN
    | tags.OWNING_PRONOUN
    | tags.PARTICIPLE
)
_SMALL = frozenset({"of", "for", "-", "to", "in", "as"})
_JOINS = frozenset({",", "and", "or"})
_LONGEST = 10


def called_in_quotes(verb: Token, home: list[int]) -> Complement | None:
    """Give the object of `verb` and the quotation behind it, or that alone; `home` has each token's quotation.

    None where something else than a noun phrase stands between, or where the words quoted are a clause of their own.
    """
    doc = verb.doc
    if home[verb.i] >= 0:
        return None
    k = verb.i + 1
    while k < len(doc) and home[k] < 0 and k - verb.i <= _LONGEST:
        if doc[k].text not in _MARKS and doc[k].tag_ not in _NOUN_PHRASE and doc[k].lower_ not in _SMALL:
            return None
        k += 1
    if k >= len(doc) or home[k] < 0 or doc[k].sent != verb.sent:
        return None
    if k == verb.i + 1 and not _is_what(verb):
        return None  # 'he called “for an inquiry”'
    return Complement("called", ((verb.i + 1, _end(home, verb, k)),))


def _end(home: list[int], verb: Token, k: int) -> int:
    """Give the end of the quotation that holds token `k`, with those joined to it: '“rash” and “late”'."""
    doc, end = verb.doc, k
    while end < len(doc) and home[end] == home[k]:
        end += 1
    joined = end
    while joined < len(doc) and home[joined] < 0 and doc[joined].lower_ in _JOINS:
        joined += 1
    return _end(home, verb, joined) if end < joined < len(doc) and home[joined] >= 0 else end


def _is_what(verb: Token) -> bool:
    """Whether what is called so stands before the verb: "what she called", "which she called", "was called"."""
    return verb.dep_ in rel.RELATIVE or any(
        c.tag_ in tags.WHO or c.dep_ in rel.PASSIVE_HELPER | rel.PASSIVE_SUBJECT for c in verb.children
    )
