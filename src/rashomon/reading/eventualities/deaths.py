"""Nobody dies twice: every word of a report that tells of one person's death is of one day.

The day is the one that most of those words are written with. What the dead did or underwent was before it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache

from spacy.tokens import Doc, Token

from rashomon.language import lexicon, word_set
from rashomon.reading.events.is_news import is_news
from rashomon.reading.events.stretch import ends
from rashomon.reading.eventualities.roles import roles
from rashomon.reading.grammar import relations as rel
from rashomon.reading.grammar.dependents import dependents
from rashomon.reading.grammar.parse import Parse
from rashomon.records import Chain, Reason

Dated = tuple[str | None, Reason]
_ITSELF = frozenset({"herself", "himself", "itself", "themselves"})


class Deaths:
    """The deaths of one report by whose they are."""

    def __init__(self, doc: Doc, parse: Parse, written: Callable[[Token], Dated]) -> None:
        self._parse = parse
        chains: dict[str, Chain] = {c.id: c for c in doc._.rashomon_chains}
        self._who: dict[int, str] = {}
        for m in sorted(doc._.rashomon_mentions, key=lambda m: m.start - m.end):
            span = doc.char_span(m.start, m.end, alignment_mode="expand")
            chain = chains.get(m.chain)
            if span is not None and chain is not None and chain.kind == "person" and chain.names:
                for token in span:
                    self._who[token.i] = m.chain
        told: dict[str, list[tuple[int, bool]]] = {}
        for i, lemma in enumerate(parse.lemma):
            whose = _words().get(lemma) if parse.pos[i] in ("VERB", "NOUN") else None
            if whose is not None:
                for chain_id in self._dying(i, whose):
                    told.setdefault(chain_id, []).append((i, lemma in _SURE))
        self._at: dict[int, str] = {}
        self._days: dict[str, str] = {}
        self._gone: set[str] = set()  # whose death the report does not tell as its news
        for chain_id, words in told.items():
            if any(sure for _, sure in words):
                days = Counter(d for i, _ in words if (d := self._day(written(doc[i]))) is not None)
                self._at.update((i, chain_id) for i, _ in words)
                if not any(doc[i].pos_ == "VERB" and is_news(doc[i], dated=True) for i, sure in words if sure):
                    self._gone.add(chain_id)
                if days:
                    most = max(days.values())
                    first = [d for d, n in days.items() if n == most]
                    self._days[chain_id] = first[0]

    def day(self, word: Token) -> Dated | None:
        """Give the day of the death that `word` tells of; None where it tells of none or the day is nowhere told."""
        chain = self._at.get(word.i)
        found = self._days.get(chain) if chain is not None else None
        return None if found is None else (found, Reason("same-death"))

    def before(self, head: Token, news: str | None) -> bool:
        """Tell whether somebody takes part in the clause at `head` who was dead before the days of the news."""
        return any(self._is_before(self._who[i], news) for i in self._takers(head) if i in self._who)

    def _is_before(self, chain: str, news: str | None) -> bool:
        if chain in self._days:
            return news is None or self._days[chain][-10:] < news[:10]
        return chain in self._gone

    def _takers(self, head: Token) -> Iterator[int]:
        """Give who takes part in a clause, in what it says, and whose parts and things do, not whose kin."""
        for verb in (head, *(c for c in dependents(head, rel.COMPLEMENT) if c.i > head.i)):
            for taker in (t for side in roles(self._parse, verb.i) for t in side):
                yield taker
                if taker not in self._who:
                    yield from (c for c in self._parse.children[taker] if self._parse.dep[c] in rel.OWNER)

    def _day(self, dated: Dated) -> str | None:
        value, basis = dated
        span = ends(value) if value is not None else None
        if span is None or basis.rule not in ("clause", "known-event") or (span[1] - span[0]).days > 1:
            return None
        return value

    def _dying(self, i: int, whose: str) -> list[str]:
        parse = self._parse
        does, undergoes = roles(parse, i)
        if any(parse.lower[p] in _ITSELF for p in undergoes):
            undergoes = does
        of_noun = parse.pos[i] == "NOUN"
        people = (undergoes or does) if of_noun else does if whose == "subject" else undergoes
        return list(dict.fromkeys(self._who[p] for p in people if p in self._who))


_SURE = word_set("words_of_eventualities", "sure_death")


@cache
def _words() -> dict[str, str]:
    return {row[0]: row[1] for row in lexicon("deaths")}
