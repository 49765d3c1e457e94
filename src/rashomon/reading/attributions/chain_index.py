"""What stands at a token: its mention, and the chain that the mention belongs to."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Doc, Token

from rashomon.records import Chain, Mention


class ChainIndex:
    """The mentions and chains of one report, asked by token.

    `surnames` holds the last words of the longer names of persons, for the surname that the model took for a body.
    """

    def __init__(self, doc: Doc) -> None:
        """Index the mentions and chains of `doc`; both may be empty."""
        self.chains: dict[str, Chain] = {c.id: c for c in doc._.rashomon_chains}
        self.at: dict[int, Mention] = {}
        for mention in doc._.rashomon_mentions:
            for i in range(mention.start, mention.end):
                old = self.at.get(i)
                if old is None or mention.end - mention.start < old.end - old.start:
                    self.at[i] = mention
        self.surnames = _last_words(c for c in self.chains.values() if c.kind == "person")

    def chain(self, head: Token) -> Chain | None:
        """Give the chain of the innermost mention over `head`."""
        mention = self.at.get(head.idx)
        return None if mention is None else self.chains.get(mention.chain)


def _last_words(chains: Iterable[Chain]) -> frozenset[str]:
    names = (name.split() for c in chains for name in (c.name, *c.names))
    return frozenset(words[-1].removesuffix("’s").removesuffix("'s") for words in names if len(words) > 1)
