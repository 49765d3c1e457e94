"""A name alone before a colon speaks the quotation behind it, inside a paragraph too: "It leaks. Berg: “It holds.”".

The name opens a sentence; what somebody is may stand behind it in brackets: "Marta Soler (Green Party): “…”".
"""

from __future__ import annotations

from bisect import bisect_right

from spacy.tokens import Doc, Token

from rashomon.reading.attributions.finding import Finding
from rashomon.reading.grammar import tags
from rashomon.records import Mention, Reason

_ENDS = frozenset({".", "!", "?", "…", '"', "”", "''", "»", "’"})
_ROLE = 9
_IN_A_ROLE = tags.NOUN | tags.ANY_ADJECTIVE | tags.ARTICLE | tags.HYPHEN | tags.GENITIVE | tags.OWNING_PRONOUN
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
    before = _before_role(doc, span.start)
    if before is not None and before.text not in _ENDS and "\n" not in before.text:
        return None
    end = doc[i].idx + len(doc[i])
    colon = (end - 1, end)
    source = ((mention.start, mention.end),)
    return Finding([colon], span.root, [], ":", Reason("name-colon", ":"), colon[0], i, source=source, fixed=True)


def _before_role(doc: Doc, start: int) -> Token | None:
    """Give what stands before a name and the role that leads to it: "Minister Berg:", "Chief executive Ann Berg:"."""
    i = start - 1
    while i >= 0 and start - i <= _ROLE and doc[i].tag_ in _IN_A_ROLE and "\n" not in doc[i].text:
        i -= 1
    return doc[i] if i >= 0 else None


def _name_that_ends(doc: Doc, last: int) -> Mention | None:
    """Give the person's name that ends with a token."""
    mentions: tuple[Mention, ...] = doc._.rashomon_mentions
    end = doc[last].idx + len(doc[last])
    for mention in reversed(mentions[: bisect_right(mentions, end, key=lambda m: m.start)][-_ASIDE:]):
        if mention.end == end and mention.form == "name" and mention.kind == "person":
            return mention
    return None
