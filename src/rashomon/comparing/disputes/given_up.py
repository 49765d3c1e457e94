"""What somebody gives up of what he said: "its earlier statement rested on incomplete data", "accepted the findings".

"There was no reason to maintain that position" gives up what the same voice said just before.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from rashomon.comparing.disputes.contest_words import accepting, claiming, contest_kinds, findings, nouns_of, saying
from rashomon.comparing.disputes.told_in_report import ToldInReport
from rashomon.comparing.disputes.words import OUTLET, told, voice, words_in
from rashomon.comparing.joining.unit import TOLD, Unit
from rashomon.comparing.term import is_entity
from rashomon.language import lexicon
from rashomon.records import Reading

_BEFORE = 2  # sentences
_ADMITTING = "admits"
_REPORTS = frozenset({"report"})


@dataclass(frozen=True, slots=True)
class GivenUp:
    """The unit that tells it, who gives up, and the terms and entities of what he says no more, or takes from another.

    `others` tells that it is another's finding that he accepts; where its own report does not tell what that was,
    `content` is empty.
    """

    unit: int
    who: frozenset[str]
    content: frozenset[str]
    others: bool = False


def given_up(units: Sequence[Unit], readings: Mapping[str, Reading]) -> tuple[GivenUp, ...]:
    """Give what is given up, in the order of the units."""
    mine: dict[str, list[int]] = defaultdict(list)
    for n, u in enumerate(units):
        mine[u.report].append(n)
    return tuple(g for report in sorted(mine) for g in _OfReport(readings[report], units, mine[report]).found())


class _OfReport(ToldInReport):
    def found(self) -> Iterator[GivenUp]:
        for n in self._mine:
            u = self._units[n]
            if u.clause.form != "clause" or u.headline:
                continue
            content = self._own_was_wrong(u) or self._upholds_no_more(u)
            if content:
                yield GivenUp(n, self._who(u), content)
            elif (taken := self._accepts(u)) is not None:
                yield GivenUp(n, self._who(u), taken, others=True)

    def _who(self, u: Unit) -> frozenset[str]:
        """Whoever says so, or does it: by entity or key."""
        named = frozenset(x for x in u.subjects if is_entity(x))
        said = voice(u)
        return named | ({said} if said and not said.startswith(OUTLET) else frozenset())

    def _own_was_wrong(self, u: Unit) -> frozenset[str]:
        """What an earlier statement said that is now called wrong by who made it."""
        c = u.clause
        claims = [a for a in c.arguments if a.role in ("subject", "object") and a.lemma in nouns_of("claim")]
        if c.negated or not claims or c.content is not None or not u.speaker:
            return frozenset()
        words = words_in(self._reading.words, c.start, c.end)
        earlier = any(w.lemma in _earlier() and w.start < claims[0].end for w in words)
        wrong = any("false" in contest_kinds().get(w.lemma, ()) and w.start > c.head[0] for w in words)
        if not earlier or not wrong:
            return frozenset()
        inner = [x for at in (c, *self._inner[c.id]) for x in self._inner[at.id]]
        said = (x.content for x in inner if x.lemma in saying() and x.content in self._number)
        return next((told(self._units[self._number[x]]) for x in said if x is not None), self._said_before(u))

    def _upholds_no_more(self, u: Unit) -> frozenset[str]:
        """What somebody said just before, and does not maintain."""
        c = u.clause
        if not c.negated or c.content is not None:
            return frozenset()
        for x in (c, *self._inner[c.id]):
            what = {a.lemma for a in x.arguments if a.role == "object"}
            if x.lemma in _upholding() and what & (nouns_of("claim") | _held()):
                return self._said_before(u)
        return frozenset()

    def _said_before(self, u: Unit) -> frozenset[str]:
        """What the same voice said, or denied, right before."""
        who = self._who(u)
        for n in reversed(self._mine):
            b = self._units[n]
            near = 0 < u.clause.sentence - b.clause.sentence <= _BEFORE
            if near and who & self._who(b) and b.clause.form == "clause":
                return told(b) - who
        return frozenset()

    def _accepts(self, u: Unit) -> frozenset[str] | None:
        """What was found, of findings or of a report that somebody accepts; None where nobody accepts any."""
        c = u.clause
        nouns = {a.lemma for a in c.arguments if a.role in ("object", "other")} & (findings() | _REPORTS)
        takes = c.lemma in accepting() or _ADMITTING in contest_kinds().get(c.lemma, ())
        if c.negated or c.status not in TOLD or not nouns or not takes:
            return None
        verbs = frozenset(verb for noun in nouns for verb in claiming(noun))
        for n in reversed(self._mine):
            b = self._units[n].clause
            if b.lemma in verbs and b.sentence <= c.sentence and b.content in self._number and b.id != c.id:
                return told(self._units[self._number[b.content]])
        return frozenset()


@cache
def _earlier() -> frozenset[str]:
    return frozenset(word for word, how in lexicon("superseding_words") if how == "version")


@cache
def _upholding() -> frozenset[str]:
    return frozenset(word for word, how in lexicon("contest_cues") if how == "upholds")


@cache
def _held() -> frozenset[str]:
    return frozenset(word for word, of in lexicon("claim_nouns") if of == "held")
