"""What settles a dispute: somebody gives up what he said, or a court, a coroner or an inquiry decides it later.

What decides stands in the lexicon `settling_words`. Given up is what "rested on incomplete data", and what whoever
"accepted the findings" had said; "there was no reason to maintain that position" gives up what the same voice said just
before.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from rashomon.comparing.disputes.accounts import ToldInReport
from rashomon.comparing.disputes.contest import accepting, claiming, contest_kinds, findings, nouns_of, saying
from rashomon.comparing.disputes.folding import Folded
from rashomon.comparing.disputes.rival_deeds import same_end
from rashomon.comparing.disputes.words import OUTLET, cosine, told, voice, words_in
from rashomon.comparing.joining.unit import TOLD, Unit
from rashomon.comparing.term import is_entity, term
from rashomon.language import listed, word_set
from rashomon.records import Reading

_ALIKE = 0.4
_PLEA = ("plead", "guilty")


class Settled:
    """The decisions that the units of a case tell."""

    def __init__(self, units: Sequence[Unit], number: Mapping[tuple[str, str], int]) -> None:
        """`number` gives the number of a unit by its report and clause."""
        self._units = units
        self._decisions: list[tuple[int, int]] = []  # the clause that tells it, and the one that tells what was decided
        wrong = {(u.report, u.clause.within) for u in units if _is_wrong(u)}
        nouns = {(u.report, u.clause.id): u.clause.within for u in units if u.clause.form != "clause"}
        claimed = {
            (u.report, nouns.get((u.report, u.clause.within or ""), u.clause.within)): n
            for n, u in reversed([*enumerate(units)])
            if _is_of_a_claim(u)
        }
        for n, u in enumerate(units):
            if _proves_wrong(u, (u.report, u.clause.id) in wrong):  # "a report that he had been seen proved wrong"
                self._decisions.append((n, claimed.get((u.report, u.clause.id), n)))
            elif _decides(u):
                content = number.get((u.report, u.clause.content or ""))
                alone = u.clause.lemma in _words("decides") or _pleads_guilty(u) or _turns_out(u)
                if content is not None or alone:
                    self._decisions.append((n, n if content is None else content))

    def by(self, f: Folded) -> str | None:
        """Give the first report, later than every denial, in which what is disputed was decided; None where none is."""
        units = self._units
        first = max(min(units[n].published or 0 for n in of) for of in (f.one, f.other))
        denied = max((units[n].published or 0 for n in f.one if not self._is_decision(n)), default=0)
        found = []
        for at, n in self._decisions:
            since = units[at].published or 0
            disputed = [units[m] for m in (*f.one, *f.other) if (units[m].published or 0) < since]
            ends_so = any(same_end(units[n], side) for side in disputed)  # "arrested", "seized"
            if not (ends_so or _is_of_the_matter(units[n], f, units)):
                continue
            if since > first and since >= denied and any(_is_of(units[n], side) for side in disputed):
                found.append((since, units[at].report))
            if self._is_last_word(f, at, n):
                found.append((since, units[at].report))
        return min(found)[1] if found else None

    def _is_last_word(self, f: Folded, at: int, n: int) -> bool:
        """Whether a side is itself what was decided, after all that the other side tells: "an inquiry found that …"."""
        for mine, theirs in ((f.one, [*f.other]), ([*f.other], f.one)):
            if at in mine or n in mine:
                since, others = self._units[at].published or 0, [self._units[m].published or 0 for m in theirs]
                return bool(since) and all(0 < day < since for day in others)
        return False

    def _is_decision(self, n: int) -> bool:
        return any(n in both for both in self._decisions)


def _is_of_the_matter(what: Unit, f: Folded, units: Sequence[Unit]) -> bool:
    """Whether what was decided tells of what is said not to be so: how often he was hit decides nothing of a gun."""
    if f.matter:  # who was armed: only what tells of a weapon decides it
        of = frozenset(map(term, word_set("words_of_states", "weapon")))
    elif f.contest is None:
        of = frozenset().union(*(units[n].own for n in (*f.one, *f.other)))
    elif f.contest.back or f.contest.part:
        return True
    else:
        of = units[f.contest.unit].own if f.contest.cue == "negated" else f.contest.content
    return any(not is_entity(x) for x in told(what) & of)


def _is_of(what: Unit, side: Unit) -> bool:
    if same_end(what, side):
        return True
    shared = what.subjects & side.subjects or what.objects & side.objects or what.entities & side.entities
    return bool(shared and what.deeds & side.deeds) and cosine(told(what), told(side)) >= _ALIKE


def _decides(u: Unit) -> bool:
    """Whether a clause tells that somebody who decides has decided."""
    c = u.clause
    if c.form != "clause" or c.status not in TOLD or c.negated:
        return False
    if c.lemma in _words("decides") or _pleads_guilty(u) or _turns_out(u):
        return True
    return c.lemma in _words("rules") and any(a.role == "subject" and a.lemma in _words("decider") for a in c.arguments)


def _pleads_guilty(u: Unit) -> bool:
    verb, plea = _PLEA
    return u.clause.lemma == verb and any(a.lemma == plea for a in u.clause.arguments)


def _proves_wrong(u: Unit, inside: bool) -> bool:
    """Whether a clause tells, itself or by one in it, that what somebody claimed proved, or turned out to be, wrong."""
    c = u.clause
    claim = any(a.role != "other" and a.lemma in nouns_of("claim") for a in c.arguments)
    return c.form == "clause" and not c.negated and c.lemma in _words("proves") and claim and (inside or _is_wrong(u))


def _is_wrong(u: Unit) -> bool:
    return any(a.role == "other" and "false" in contest_kinds().get(a.lemma, ()) for a in u.clause.arguments)


def _is_of_a_claim(u: Unit) -> bool:
    """Whether a clause may be what a claim says that its sentence tells of: "the report that he had been seen"."""
    hangs = u.clause.link in ("participle", "complement", "relative")
    return u.clause.form == "clause" and hangs and not _is_wrong(u)


def _turns_out(u: Unit) -> bool:
    """Whether a report tells how it was in the end: "it emerged that", "proved to be", "turned out to hold a clock"."""
    c = u.clause
    told = "emerges" if c.content is not None and not u.subjects else "proves"
    return c.lemma in _words(told) and (c.content is not None or len(c.predicate) > 1)


@cache
def _words(kind: str) -> frozenset[str]:
    return listed("settling_words", kind)


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
    return listed("superseding_words", "version")


@cache
def _upholding() -> frozenset[str]:
    return listed("contest_cues", "upholds")


@cache
def _held() -> frozenset[str]:
    return listed("claim_nouns", "held")
