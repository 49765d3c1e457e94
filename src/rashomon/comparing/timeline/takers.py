"""Who a participant of an eventuality is: the entity of the smallest mention whose head it is."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence, Set

from rashomon.records import Member, Mention, Reading, Span

_INNER = re.compile(r"\s(?:of|in|at|for|from|by|with|to|on|against|that|which|who)\s")
_DEEPEST = 8


class Takers:
    """Answers for one report. `entity_of` gives a mention's entity, `named` the ids of entities that have a name."""

    def __init__(self, text: str, reading: Reading, entity_of: Mapping[Member, str], named: Set[str]) -> None:
        self._text = text
        self._report = reading.report
        self._mentions: Sequence[Mention] = reading.mentions
        self._starts = [m.start for m in reading.mentions]
        self._entity_of = entity_of
        self._named = named

    def entity(self, head: Span) -> str | None:
        """Give the id of the entity whose phrase `head`, a head word, heads; None where no mention has that head."""
        mention = self._mention(head)
        return self._entity_of.get((self._report, mention.id)) if mention is not None else None

    def called(self, head: Span) -> str:
        """Give the entity's id where it has a name, else the word in lower case; "" for a pronoun of the nameless."""
        entity, mention = self.entity(head), self._mention(head)
        if entity in self._named:
            return entity or ""
        return "" if mention is not None and mention.form == "pronoun" else self._text[slice(*head)].casefold()

    def _mention(self, head: Span) -> Mention | None:
        best: Mention | None = None
        place = bisect_right(self._starts, head[0])
        for mention in self._mentions[max(0, place - _DEEPEST) : place]:
            smaller = best is None or mention.end - mention.start < best.end - best.start
            if smaller and mention.end >= head[1] and self._heads(mention, head):
                best = mention
        return best

    def _heads(self, mention: Mention, head: Span) -> bool:
        return mention.form != "nominal" or not _INNER.search(self._text, mention.start, head[0])
