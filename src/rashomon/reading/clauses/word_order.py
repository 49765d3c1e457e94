"""What a clause is by the order of its words: its helper before its subject asks, or supposes where it hangs.

"Did the mayor sell the mill?" is a question wherever it is quoted, "had the mayor sold it" a condition. What another
word leads in ("nor did he sell it", "only then had he sold it") tells what it tells.
"""

from __future__ import annotations

from rashomon.reading.grammar import relations as rel
from rashomon.reading.grammar.parse import Parse

_CONDITIONAL = frozenset({"had", "should", "were"})
_NEITHER = frozenset({"neither", "nor"})
_ENDS = frozenset({".", "!", ";", "?"})
_QUOTES = frozenset({'"', "“", "‘", "'", "«", "``"})


def asks_by_order(parse: Parse, head: int) -> bool:
    """Tell whether a clause asks: a helper comes first, and the mark behind it asks."""
    if parse.pos[_first(parse, head)] != "AUX":
        return False
    behind = next((i for i in range(head + 1, len(parse.lower)) if parse.lower[i] in _ENDS), None)
    return behind is not None and parse.lower[behind] == "?"


def turned_before(parse: Parse, head: int) -> bool:
    """Tell whether a clause is negated by the word right before the helper that opens it: "*nor* did he sell it"."""
    first = _helper(parse, head)
    return first is not None and first > 0 and parse.lower[first - 1] in _NEITHER


def supposed_by_order(parse: Parse, head: int) -> str:
    """Give the helper by which a clause that hangs on another is a condition: "had he known"; "" where none is."""
    first = _helper_first(parse, head) if parse.dep[head] in rel.ADVERBIAL_CLAUSE else None
    return parse.lower[first] if first is not None and parse.lower[first] in _CONDITIONAL else ""


def _first(parse: Parse, head: int) -> int:
    """Give the first word of a clause, its opening quotation marks aside."""
    at = head
    while before := [c for c in parse.children[at] if c < at and parse.lower[c] not in _QUOTES]:
        at = min(before)
    return at


def _helper(parse: Parse, head: int) -> int | None:
    """Give the first helper of a clause that stands before its subject; a form of "be" is its own."""
    children = parse.children[head]
    subject = next((c for c in children if parse.dep[c] in rel.SUBJECT | rel.EXPLETIVE), None)
    helpers = [c for c in children if parse.dep[c] in rel.ANY_HELPER]
    if parse.pos[head] == "AUX":
        helpers.append(head)
    return min((h for h in helpers if subject is not None and h < subject), default=None)


def _helper_first(parse: Parse, head: int) -> int | None:
    """Give the helper that opens the clause of `head`, before its subject and all else."""
    helper = _helper(parse, head)
    return helper if helper == _first(parse, head) else None
