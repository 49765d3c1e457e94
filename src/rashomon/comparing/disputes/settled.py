"""What a court, a coroner or an inquiry decides after others disputed it (lexicon `settling_words`)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from rashomon.comparing.disputes.contest_words import contest_kinds, nouns_of
from rashomon.comparing.disputes.folding import Folded
from rashomon.comparing.disputes.words import cosine, told
from rashomon.comparing.joining.unit import TOLD, Unit
from rashomon.comparing.term import is_entity, term
from rashomon.language import lexicon, word_set

_ALIKE = 0.4
_PLEA = ("plead", "guilty")


class Settled:
    """The decisions that the units of a case tell."""

    def __init__(self, units: Sequence[Unit], number: Mapping[tuple[str, str], int]) -> None:
        """`number` gives the number of a unit by its report and clause."""
        self._units = units
        self._decisions: list[tuple[int, int]] = []  # the clause that tells it, and the one that tells what was decided
        claimed = {(u.report, u.clause.within): n for n, u in reversed([*enumerate(units)]) if _is_of_a_claim(u)}
        for n, u in enumerate(units):
            if _proves_wrong(u):  # "a report that he had been seen proved wrong"
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
            if not _is_of_the_matter(units[n], f, units):
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


def _proves_wrong(u: Unit) -> bool:
    """Whether a clause tells that what somebody claimed proved to be wrong."""
    c = u.clause
    claim = any(a.role != "other" and a.lemma in nouns_of("claim") for a in c.arguments)
    wrong = any(a.role == "other" and "false" in contest_kinds().get(a.lemma, ()) for a in c.arguments)
    return c.form == "clause" and not c.negated and c.lemma in _words("proves") and claim and wrong


def _is_of_a_claim(u: Unit) -> bool:
    """Whether a clause may be what a claim says that its sentence tells of: "the report that he had been seen"."""
    return u.clause.form == "clause" and u.clause.link in ("participle", "complement", "relative")


def _turns_out(u: Unit) -> bool:
    """Whether a report tells how it was in the end: "it emerged that", "proved to be", "turned out to hold a clock"."""
    c = u.clause
    told = "emerges" if c.content is not None and not u.subjects else "proves"
    return c.lemma in _words(told) and (c.content is not None or len(c.predicate) > 1)


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(word for word, of in lexicon("settling_words") if of == kind)
