"""What one says and another answers right beside it by words of a kind: forced or free, the reason or the real one.

"Police drove them out", "they left of their own accord"; "closed because of damp", "the real reason was the rent";
"called the vote fair", "there had been massive fraud"; "a friend of the accused", "he had never met her"; "warned in a
report", "he had never seen such a report". Both tell of one, by name or word or by "they".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from rashomon.comparing.disputes.accounts import Account, accounts, pronouns
from rashomon.comparing.disputes.rival import Rivals, by_rule, other_days, overlap
from rashomon.comparing.disputes.states import poles
from rashomon.comparing.disputes.two_matters import people
from rashomon.comparing.disputes.words import bare, called, is_cited, voice, words_in
from rashomon.comparing.joining.unit import FULL_LINKS, TOLD, Unit
from rashomon.comparing.term import is_entity, term
from rashomon.language import word_set
from rashomon.records import Argument, Clause, ConflictKind, Reading

_SURE = 0.6
_NEAR = 1  # sentences
_LINKS = FULL_LINKS | {"participle"}  # "the chief said that the men left of their own accord" may be read so
_FORCES = word_set("words_of_answers", "forces")
_BY_FORCE = word_set("words_of_answers", "by_force")
_FREELY = word_set("words_of_answers", "freely")
_WISHES = word_set("words_of_answers", "wishes")
_GOES = word_set("words_of_answers", "goes")
_REASON = word_set("words_of_answers", "reason")
_REAL = word_set("words_of_answers", "real")
_PRETEXT = word_set("words_of_answers", "pretext")
_FRAUD = word_set("words_of_answers", "fraud")
_FAIR = word_set("words_of_answers", "fair")
_CALLS = word_set("words_of_disputes", "calls")
_KNOWS = word_set("words_of_answers", "knows")
_TOGETHER = word_set("words_of_answers", "together")
_COMPANION = word_set("words_of_answers", "companion")
_SEES = word_set("words_of_answers", "sees")
_SUCH = frozenset({"such"})
_FAIRNESS = ("fair", True)


@dataclass(frozen=True, slots=True)
class _Said:
    """A clause, the unit that shows it, the lemmas of its words; `open`: somebody who takes part is only "he".

    Who takes part is given as in a unit.
    """

    unit: Unit
    clause: Clause
    words: tuple[str, ...]
    subjects: frozenset[str]
    objects: frozenset[str]
    open: bool

    @property
    def parties(self) -> frozenset[str]:
        """Who does it or undergoes it."""
        return self.subjects | self.objects


def answered_in_kind(units: Sequence[Unit], readings: Mapping[str, Reading]) -> Iterator[Rivals]:
    """Give what somebody says with what another, in the same sentence or the next, says against it."""
    told: dict[tuple[str, int], list[tuple[int, _Said]]] = defaultdict(list)
    for n, u in enumerate(units):
        c = u.clause
        if c.form == "clause" and c.status in TOLD and c.link in _LINKS and c.content is None and not u.asks:
            told[u.report, c.sentence].append((n, _said(u, c, (u.subjects, u.objects), readings[u.report])))
    for report, of_report in accounts(units, readings).items():
        for account in of_report:
            u, c = units[account.unit], account.clause
            if u.clause is not c:  # it says too little by itself: shown by what says it
                told[report, c.sentence].append((account.unit, _said(u, c, _parties(account), readings[report])))
    for (report, sentence), mine in sorted(told.items()):
        for m, y in mine:
            for n, x in (z for d in (_NEAR, 0) for z in told.get((report, sentence - d), ()) if z[0] < m):
                a, b = x.unit, y.unit
                if not is_cited(b) or overlap(a, b) or other_days(a, b) or _who(a) & _who(b):
                    continue
                for name, kind, differ in _WAYS:
                    if differ(x, y):
                        yield Rivals(m, n, _SURE, kind, by_rule(name, f"{a.clause.lemma} or {b.clause.lemma}"))
                        break


def _parties(account: Account) -> tuple[frozenset[str], frozenset[str]]:
    return account.subjects, account.objects


def _said(u: Unit, c: Clause, parties: tuple[frozenset[str], frozenset[str]], reading: Reading) -> _Said:
    is_open = any(x.lemma in pronouns() for x in c.arguments if x.role in ("subject", "object"))
    return _Said(u, c, tuple(w.lemma for w in words_in(reading.words, c.start, c.end)), *parties, is_open)


def _who(u: Unit) -> frozenset[str]:
    """By what whoever says it is known, or whoever does it where the report tells it."""
    return called(u) | {voice(u)} if u.speaker else bare(u.subjects)


def _of_one(whom: frozenset[str], y: _Said, who: frozenset[str]) -> bool:
    return bool(whom & who) or (bool(whom) and not who and y.open)


# ------------------------------------------------------------------------------------------------ forced or free


def _forced_or_free(x: _Said, y: _Said) -> bool:
    """Whether what one was forced to do he did of his own will, as the other has it: "evicted", "left voluntarily"."""
    if x.clause.negated or y.clause.negated:
        return False
    if _is_forced(x) and _is_free(y):
        return _of_one(x.objects or x.parties, y, y.parties - y.unit.places) and _does_it(x, y)
    return _is_free(x) and _is_forced(y) and _of_one(x.parties, y, y.objects) and _does_it(y, x)


def _is_forced(x: _Said) -> bool:
    return (x.clause.lemma in _FORCES and bool(x.objects or x.open)) or not _BY_FORCE.isdisjoint(x.words)


def _is_free(x: _Said) -> bool:
    c = x.clause
    asked = c.lemma in _WISHES and not _GOES.isdisjoint(c.predicate[1:])
    return asked or not _FREELY.isdisjoint(x.words)


def _does_it(forced: _Said, free: _Said) -> bool:
    """Whether what is done freely is what the other was forced to, or to go."""
    done = frozenset(map(term, free.clause.predicate))
    return not _GOES.isdisjoint(free.clause.predicate) or bool(done & forced.unit.around)


# ---------------------------------------------------------------------------------------------- the real reason


def _another_reason(x: _Said, y: _Said) -> bool:
    """Whether the second names the real reason of what the first gives one for, or calls that a pretext."""
    c = y.clause
    if c.lemma != "be" or c.negated or x.clause.negated:
        return False
    what = next((a for a in c.arguments if a.role == "subject"), None)
    if what is None:
        return False
    named = {a.lemma for a in c.arguments if a.role == "other"}
    if named & _PRETEXT:
        return what.lemma in x.words
    at = y.words.index(what.lemma) if what.lemma in y.words else 0
    real = what.lemma in _REASON and not _REAL.isdisjoint(y.words[:at])
    return real and bool(_behind(y, what)) and not _behind(y, what) & {term(word) for word in x.words}


def _behind(y: _Said, what: Argument) -> frozenset[str]:
    return frozenset(term(a.lemma) for a in y.clause.arguments if a.start > what.end and a.role != "subject")


# ------------------------------------------------------------------------------------------------ fair or a fraud


def _fair_or_fraud(x: _Said, y: _Said) -> bool:
    """Whether something was fair, as the one has it, and done with fraud, as the other: "free", "massive fraud"."""
    if x.clause.negated or y.clause.negated:
        return False
    return any(
        _is_fair(fair) and not _FRAUD.isdisjoint(foul.words) and _is_of_it(fair, foul)
        for fair, foul in ((x, y), (y, x))
    )


def _is_fair(x: _Said) -> bool:
    c = x.clause
    so_called = c.lemma in _CALLS and any(a.lemma in _FAIR for a in c.arguments if a.role == "other")
    return so_called or _FAIRNESS in poles(c)


def _is_of_it(fair: _Said, foul: _Said) -> bool:
    thing = fair.objects if fair.clause.lemma in _CALLS else fair.parties
    frauds = frozenset(f"~{term(word)}" for word in _FRAUD)
    return bool(thing) and (bool(thing & foul.parties) or not foul.parties - frauds)


# -------------------------------------------------------------------------------------- whom somebody never met


def _never_met(x: _Said, y: _Said) -> bool:
    """Whether somebody says that he does not know whom the other has him together with: "a friend of hers"."""
    a, b = x.unit, y.unit
    if not b.clause.negated or b.clause.lemma not in _KNOWS or a.clause.negated:
        return False
    together = a.clause.lemma in _TOGETHER or any(arg.lemma in _COMPANION for arg in a.clause.arguments)
    mine = bare(a.subjects | a.objects | a.others) | {term(word) for word in x.words}
    me = bare(frozenset({voice(b)})) | called(b)
    if not together or not me & (mine | a.entities):
        return False
    whom = b.objects | {o for o in b.others if is_entity(o) or o in people()}
    by_pronoun = any(arg.lemma in pronouns() for arg in b.clause.arguments if arg.role != "subject")
    return bool(bare(whom) & (mine | a.entities)) or (by_pronoun and not whom)


def _no_such(x: _Said, y: _Said) -> bool:
    """Whether somebody says that he never saw what the other tells of: "never seen such a report"."""
    b = y.unit
    if not b.clause.negated or b.clause.lemma not in _SEES or x.clause.negated or _SUCH.isdisjoint(y.words):
        return False
    what = next((a.lemma for a in b.clause.arguments if a.role == "object"), "")
    at = y.words.index("such")
    return what in y.words[at : at + 4] and what in x.words


_WAYS: tuple[tuple[str, ConflictKind, Callable[[_Said, _Said], bool]], ...] = (
    ("free-or-forced", "status", _forced_or_free),
    ("real-reason", "cause", _another_reason),
    ("fair-or-fraud", "status", _fair_or_fraud),
    ("never-met", "denial", _never_met),
    ("no-such", "denial", _no_such),
)
