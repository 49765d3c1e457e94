"""What a clause says of its participants: the lemmas of its predicate, and the clause that it only says."""

from __future__ import annotations

from functools import cache

from rashomon.language import lexicon
from rashomon.reading.grammar import relations as rel
from rashomon.reading.grammar.parse import Parse

_CARRIERS_OF_CONTENT = rel.OBJECT_OR_PREDICATE | rel.ADJECTIVE_PREDICATE


def predicate(parse: Parse, head: int) -> tuple[str, ...]:
    """Give the lemmas of the head, its infinitives and the deed noun that it carries ("carried out an attack")."""
    governed = (
        parse.lemma[child]
        for child in parse.children[head]
        if parse.dep[child] in rel.OPEN_CLAUSE
        or (parse.dep[child] in rel.UNDERGOER and parse.lemma[child] in _deed_nouns())
    )
    return tuple(dict.fromkeys((parse.lemma[head], *governed)))


def said(parse: Parse, head: int) -> int | None:
    """Give the head of the clause that this one only says: "said that P", "is confident that P", "the view that P"."""
    inner = [c for c in parse.children[head] if parse.dep[c] in rel.CONTENT]
    if not inner:
        inner = [
            c
            for child in parse.children[head]
            if parse.dep[child] in _CARRIERS_OF_CONTENT
            for c in parse.children[child]
            if parse.dep[c] in rel.ADNOMINAL | rel.CONTENT and any(parse.lower[x] == "that" for x in parse.children[c])
        ]
    return inner[0] if inner else None


@cache
def _deed_nouns() -> frozenset[str]:
    return frozenset(row[0].split()[-1] for row in lexicon("event_nouns"))
