"""Which words a clause takes: all that its head governs, less other sentences joined to it and marks at its edges."""

from __future__ import annotations

from rashomon.reading.grammar import relations as rel
from rashomon.reading.grammar.parse import Parse

_OTHER_SENTENCES = rel.JOINED | rel.PARATAXIS
_BESIDE_A_NOUN = rel.BESIDE_NOUN | rel.CONJUNCTION | rel.RELATIVE
_PERSONS = frozenset({"he", "i", "she", "they", "we"})
_OPENING_MARKS = frozenset('"“(')
_CLOSING_MARKS = frozenset('"”)')


def extent(parse: Parse, head: int, *, noun: bool) -> tuple[int, int]:
    """Give the first token of the clause of `head` and the one after its last.

    A verb gives up the clauses that are joined to it, a noun also its relative clause, its apposition and what is
    joined to it; a relative clause why somebody of the sentence does what he does. At the edges there is no
    punctuation but quotation marks and brackets, no conjunction, no "that".
    """
    low = high = head
    waiting = [head]
    while waiting:
        at = waiting.pop()
        low, high = min(low, at), max(high, at)
        for child in parse.children[at]:
            if noun:
                if parse.dep[child] in _BESIDE_A_NOUN:
                    continue
            elif at == head and _is_another(parse, head, child):
                continue
            waiting.append(child)
    return _trimmed(parse, low, high)


def _is_another(parse: Parse, head: int, child: int) -> bool:
    """Whether what a verb governs is a sentence of its own."""
    joined = parse.dep[child] in _OTHER_SENTENCES and parse.pos[child] in ("VERB", "AUX")
    return joined or gives_anothers_reason(parse, head, child)


def gives_anothers_reason(parse: Parse, head: int, clause: int) -> bool:
    """Whether `clause` hangs on a relative clause and says why somebody else does something.

    "He did not play the tape that holds the shots because he is deaf": they are on the tape all the same.
    """
    parts = parse.children[clause]
    why = parse.dep[head] in rel.RELATIVE and any(
        parse.dep[c] in rel.SUBORDINATOR and parse.lower[c] == "because" for c in parts
    )
    return why and any(parse.dep[c] in rel.ACTIVE_SUBJECT and parse.lower[c] in _PERSONS for c in parts)


def _trimmed(parse: Parse, low: int, high: int) -> tuple[int, int]:
    while low < high and _opens(parse, low):
        low += 1
    while high > low and _closes(parse, high):
        high -= 1
    return low, high + 1


def _opens(parse: Parse, i: int) -> bool:
    if parse.pos[i] == "SPACE" or (parse.lower[i] == "that" and parse.dep[i] in rel.SUBORDINATOR):
        return True
    return parse.pos[i] in ("PUNCT", "CCONJ") and parse.lower[i] not in _OPENING_MARKS


def _closes(parse: Parse, i: int) -> bool:
    if parse.pos[i] in ("SPACE", "CCONJ"):
        return True
    return parse.pos[i] == "PUNCT" and parse.lower[i] not in _CLOSING_MARKS
