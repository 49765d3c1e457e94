"""Role phrases: noun phrases whose head noun says that they refer to somebody ("the Iraqi prime minister").

Each covers its noun phrase from the article to the head with its "of" phrase; relative clauses are left out.
Titles before a name, appositions to one and predicates ("is the president") are no mentions: they are roles.
"""

from __future__ import annotations

from functools import cache
from typing import cast

from spacy.tokens import Token

from rashomon.lexicons import lexicon
from rashomon.reading.mentions.atlas import atlas
from rashomon.reading.mentions.draft import Draft
from rashomon.reading.mentions.page import Page
from rashomon.records import MentionKind

_REACH = 12
_LEFT = frozenset(
    {"det", "amod", "compound", "nmod", "poss", "nummod", "predet", "advmod", "npadvmod", "punct", "case", "quantmod"}
)


@cache
def nominal_heads() -> dict[str, tuple[MentionKind, str]]:
    """Head noun → kind and gender."""
    return {row[0]: (cast(MentionKind, row[1]), row[2] if len(row) > 2 else "") for row in lexicon("nominal_heads")}


def nominals(page: Page, named: list[Draft]) -> list[Draft]:
    """Find the role phrases outside names, in text order."""
    heads = nominal_heads()
    owner: dict[int, Draft] = {}
    for d in named:
        for k in range(d.i, d.j):
            owner[k] = d
        if d.title:
            owner |= dict.fromkeys(range(*d.title), d)
    out = []
    for i, lower in enumerate(page.lower):
        if page.tags[i] not in {"NN", "NNS", "NNP", "NNPS"} or i in owner:
            continue
        plural = page.tags[i] in {"NNS", "NNPS"}
        lemma = page.doc[i].lemma_.lower() if plural else lower
        if lemma not in heads or _is_role_of_a_name(page.doc[i], owner):
            continue
        out.append(_phrase(page, page.doc[i], lemma, plural, heads[lemma]))
    return out


def _is_role_of_a_name(head: Token, owner: dict[int, Draft]) -> bool:
    """Give the noun stands beside a name that it describes, or is predicated of one."""
    if head.dep_ in {"compound", "amod", "nmod"} and head.head.i > head.i:
        return head.head.i in owner or head.head.tag_ in {"NN", "NNS", "NNP"}
    if head.dep_ == "appos" and head.head.i in owner and owner[head.head.i].kind == "person":
        return True
    return any(c.dep_ == "appos" and c.i in owner and owner[c.i].kind == "person" for c in head.children)


def _phrase(page: Page, head: Token, lemma: str, plural: bool, meaning: tuple[MentionKind, str]) -> Draft:
    i = head.i
    left = min(
        (c.left_edge.i for c in head.children if c.i < i and c.dep_ in _LEFT and i - c.left_edge.i < _REACH), default=i
    )
    while left < i and (page.blank(left) or not page.words[left][0].isalnum()):
        left += 1
    right = i
    for child in head.children:
        if child.dep_ == "prep" and child.lower_ == "of" and child.right_edge.i - i <= _REACH:
            if not any(t.pos_ == "VERB" for t in child.subtree):
                right = child.right_edge.i
            break
    while right > i and not page.words[right][-1].isalnum():
        right -= 1
    kind, gender = meaning
    if plural and kind == "person":
        kind = "group"
    text = page.text(left, right + 1)
    draft = Draft(
        left, right + 1, page.starts[left], page.end(right), text, kind, "nominal", f"head-noun:{lemma}", i, (lemma,)
    )
    draft.gender, draft.plural = gender, plural
    draft.state = next(
        (s for k in range(left, i) if (s := atlas().demonym(page.words[k]) or atlas().states.get(page.words[k], ""))),
        "",
    )
    return draft
