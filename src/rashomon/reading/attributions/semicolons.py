"""What stands before a semicolon is no content of who speaks behind it: "Berg says it leaks; Holm says it does not".

The parser hangs the first half on the second. Where all that is said stands before the semicolon and the tag at the
end ("The dam is safe; nobody must leave, Berg said"), it stays one content, and so do quoted words.
"""

from __future__ import annotations

from spacy.tokens import Doc, Token

from rashomon.reading.grammar import relations as rel
from rashomon.reading.grammar.dependents import dependent

_LED_IN = 2  # words that may stand between a semicolon and the subject: "but", "in turn"
_QUOTES = frozenset({"“", "”", '"', "''", "``", "«", "»"})


def is_before_semicolon(verb: Token, clause: Token) -> bool:
    """Whether a semicolon parts `clause` from the subject of `verb`, which says something of its own behind it."""
    subject = dependent(verb, rel.SUBJECT)
    if subject is None or not clause.right_edge.i < subject.left_edge.i < verb.i:
        return False
    first = subject.left_edge.i
    parted = any(t.text == ";" for t in verb.doc[max(clause.right_edge.i + 1, first - 1 - _LED_IN) : first])
    return parted and any(c.dep_ in rel.WHAT_IS_SAID and c.i > verb.i for c in verb.children)


def behind_semicolon(doc: Doc, low: int, high: int) -> int:
    """Give where `[low, high)` goes on behind its last semicolon; `low` where it has none or holds quoted words."""
    if any(t.text in _QUOTES for t in doc[low:high]):
        return low
    return max((t.i + 1 for t in doc[low:high] if t.text == ";"), default=low)
