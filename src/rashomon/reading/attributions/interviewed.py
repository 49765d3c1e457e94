"""Who answers the questions of an interview is who was introduced before the first of them as spoken to.

That is who stands with a verb of meeting ("spoke to us", "we met her") and is not the outlet's own ("our reporter Lena
Hart", "the Echo's Lena Hart"): by a name, else by a noun ("A nurse agreed to talk"). Where nobody does, it is the one
person who is named there. Of several it is whom the title names, else whom the text mentions most often.
"""

from __future__ import annotations

import re
from collections import Counter

from spacy.tokens import Doc, Token

from rashomon.language import word_set
from rashomon.reading.grammar import relations as rel
from rashomon.records import Mention, Span

_MET = word_set("words_of_pages", "interview")
_OURS = "our"
_WORD = re.compile(r"\w[\w’'-]*\w")


def interviewed(doc: Doc, end: int) -> Span | None:
    """Give where the one whom an interview is held with is first named before `end`, or else told of by a noun."""
    signed = [(r.start, r.end) for r in doc._.rashomon_regions if r.kind == "credit"]
    persons = [
        (m, head)
        for m in doc._.rashomon_mentions
        if m.kind == "person" and m.start < end and not any(a <= m.start < b for a, b in signed)
        if (head := _head(doc, m)) is not None
    ]
    met = {m.chain for m, head in persons if m.form != "pronoun" and _stands_so(doc, head)}
    named = [m for m, head in persons if m.form == "name" and head.dep_ not in rel.OWNER | rel.COMPOUND]
    told = [m for m, _ in persons if m.form == "nominal" and m.chain in met]
    asked = [m for m in named if m.chain in met] or told or named
    if not met or len({m.chain for m in asked}) > 1:
        words = set(_WORD.findall(doc._.rashomon_title or ""))
        known = [m for m in asked if words.issuperset(_WORD.findall(doc.text[m.start : m.end])[-1:])]
        asked = known if len({m.chain for m in known}) == 1 else asked
    if not asked or (not met and len({m.chain for m in asked}) > 1):
        return None
    often = Counter(m.chain for m in doc._.rashomon_mentions)
    first = max(asked, key=lambda m: (often[m.chain], -m.start))
    return first.start, first.end


def _head(doc: Doc, mention: Mention) -> Token | None:
    found = doc.char_span(mention.start, mention.end, alignment_mode="expand")
    return None if found is None else found.root


def _stands_so(doc: Doc, head: Token) -> bool:
    """Whether a person is subject or object of a verb of meeting, and not one whom the outlet calls its own."""
    top = head
    while top.dep_ in rel.APPOSITION:
        top = top.head
    outlet = set(_WORD.findall(doc._.rashomon_outlet or ""))
    owners = [t for t in (*head.children, *top.children) if t.dep_ in rel.OWNER]
    ours = any(t.lower_ == _OURS or t.text in outlet for t in owners)
    return not ours and any(t.lower_ in _MET for t in _above(top))


def _above(token: Token) -> list[Token]:
    """Give the verb or noun that governs a name, through a preposition, and the verb that this one's own completes."""
    head = token.head
    while head.dep_ in rel.PREPOSITION_OR_AGENT and head.head is not head:
        head = head.head
    return [head, *(t for t in head.children if t.dep_ in rel.OPEN_CLAUSE)]
