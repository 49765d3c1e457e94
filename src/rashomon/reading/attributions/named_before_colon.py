"""A name alone before a colon speaks the quotation behind it, inside a paragraph too: "It leaks. Berg: “It holds.”".

The name opens a sentence; what somebody is may stand behind it in brackets: "Marta Soler (Green Party): “…”".
"""

from __future__ import annotations

from bisect import bisect_right

from spacy.tokens import Doc

from rashomon.reading.attributions.finding import Finding
from rashomon.records import Mention, Reason

_ENDS = frozenset({".", "!", "?", "…", '"', "”", "''", "»", "’"})
_ASIDE = 8
"""Tokens in brackets behind the name."""


def named_before_colon(doc: Doc, i: int, home: list[int]) -> Finding | None:
    """Find who speaks the quotation before which a colon stands at token `i`; `home` tells which tokens are quoted."""
    if i < 1 or doc[i].text not in (":", "):") or home[i] >= 0:
        return None
    last = i - 1
    if ")" in (doc[last].text, doc[i].text[0]):
        last = next((k - 1 for k in range(last, max(0, last - _ASIDE), -1) if doc[k].text == "("), -1)
    mention = _name_that_ends(doc, last) if last >= 0 else None
    span = doc.char_span(mention.start, mention.end) if mention is not None else None
    if span is None or mention is None or home[span.start] >= 0:
        return None
    before = doc[span.start - 1] if span.start else None
    if before is not None and before.text not in _ENDS and "\n" not in before.text:
        return None
    end = doc[i].idx + len(doc[i])
    colon = (end - 1, end)
    source = ((mention.start, mention.end),)
    return Finding([colon], span.root, [], ":", Reason("name-colon", ":"), colon[0], i, source=source, fixed=True)


def _name_that_ends(doc: Doc, last: int) -> Mention | None:
    """Give the person's name that ends with a token."""
    mentions: tuple[Mention, ...] = doc._.rashomon_mentions
    end = doc[last].idx + len(doc[last])
    for mention in reversed(mentions[: bisect_right(mentions, end, key=lambda m: m.start)][-_ASIDE:]):
        if mention.end == end and mention.form == "name" and mention.kind == "person":
            return mention
    return None
