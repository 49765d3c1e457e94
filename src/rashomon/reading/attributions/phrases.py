"""A cue need not be a verb: "according to", "per", "in the words of", "reportedly"."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from rashomon.reading.attributions.finding import Finding
from rashomon.reading.attributions.verbs import runs
from rashomon.records import Span

_HEARSAY = frozenset(["reportedly", "allegedly", "supposedly", "purportedly", "ostensibly", "presumably"])


def phrases(doc: Doc) -> list[Finding]:
    """Give a finding for every "according to" and every hearsay adverb of `doc`."""
    found: list[Finding] = []
    for token in doc:
        low = token.lower_
        if low == "according" and token.i + 1 < len(doc) and doc[token.i + 1].lower_ == "to":
            found += _according(token)
        elif low in _HEARSAY:
            found += _hearsay(token)
    return found


def _according(token: Token) -> list[Finding]:
    doc = token.doc
    to = doc[token.i + 1]
    who = next((c for c in to.children if c.dep_ in ("pobj", "pcomp")), None)
    if who is None:
        who = next((c for c in token.children if c.dep_ in ("pobj",)), None)
    if who is None:
        return []
    start, end = token.i, who.right_edge.i + 1
    sent = token.sent
    head = token.head
    while head.dep_ in ("prep", "pcomp") and head.head is not head:
        head = head.head
    ranges = _clause_without(head, start, end, sent.start, sent.end)
    content = [(doc[a].idx, doc[b - 1].idx + len(doc[b - 1])) for a, b in ranges]
    if not content:
        return []
    return [Finding(runs(doc, [token.i, to.i]), who, content, "according to", "according-to", token.idx, token.i)]


def _clause_without(head: Token, start: int, end: int, low: int, high: int) -> list[Span]:
    """Give the clause at `head` without the phrase `[start, end)`; the sentence where the phrase hangs on a noun."""
    if head.pos_ in ("VERB", "AUX"):
        left, right = head.left_edge.i, head.right_edge.i + 1
    else:
        left, right = low, high
    return [(a, b) for a, b in ((left, start), (end, right)) if b - a > 1]


def _hearsay(token: Token) -> list[Finding]:
    doc = token.doc
    head = token.head
    if head.pos_ not in ("VERB", "AUX"):
        return []
    while head.dep_ in ("xcomp", "aux"):
        head = head.head
    left, right = head.left_edge.i, head.right_edge.i + 1
    content = [
        (doc[a].idx, doc[b - 1].idx + len(doc[b - 1])) for a, b in ((left, token.i), (token.i + 1, right)) if b > a
    ]
    return (
        [
            Finding(
                runs(doc, [token.i]), None, content, token.lower_, "hearsay-adverb:" + token.lower_, token.idx, token.i
            )
        ]
        if content
        else []
    )
