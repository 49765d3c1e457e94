"""The mention that a phrase refers through: the one that stands at its head, or a new nominal one."""

from __future__ import annotations

from spacy.tokens import Span, Token

from rashomon.records import Chain, Mention


def refer(phrase: Span, head: Token | None = None) -> str:
    """Give the id of the mention at the head of `phrase`; where there is none, add a nominal one of its own chain.

    `head` is the phrase's syntactic root unless told. A new mention covers the whole phrase, is of kind "other"
    and is kept in text order in `doc._.rashomon_mentions`; ids, once given, never change.
    """
    doc = phrase.doc
    root = phrase.root if head is None else head
    at = root.idx
    known: list[Mention] = [m for m in doc._.rashomon_mentions if m.start <= at < m.end]
    if known:
        return min(known, key=lambda m: (m.end - m.start, m.id)).id
    number = len(doc._.rashomon_mentions) + 1
    chain = Chain(f"c{len(doc._.rashomon_chains) + 1}", phrase.text, "other", (), (phrase.text,), "refer:phrase")
    mention = Mention(f"m{number}", phrase.start_char, phrase.end_char, "other", "nominal", chain.id, "refer:phrase")
    doc._.rashomon_chains = (*doc._.rashomon_chains, chain)
    doc._.rashomon_mentions = tuple(sorted((*doc._.rashomon_mentions, mention), key=lambda m: (m.start, m.end)))
    return mention.id
