"""Which clauses a contest is held against: those near it, and those that tell most of what it contests.

Found by an index of terms and entities, so the number of a contest's candidates does not grow with the reports.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

import numpy as np

from rashomon.comparing.disputes.accounts import pronouns
from rashomon.comparing.disputes.antecedents import is_word_of
from rashomon.comparing.disputes.contest import Contest, nouns_of, saying
from rashomon.comparing.disputes.counts import counted_alike
from rashomon.comparing.disputes.likeness import accuses, clears_of
from rashomon.comparing.disputes.rival import overlap
from rashomon.comparing.disputes.two_matters import two_matters
from rashomon.comparing.disputes.words import OUTLET, mass, told, voice
from rashomon.comparing.joining.contraries import not_yet, opposites
from rashomon.comparing.joining.counted import disjoint
from rashomon.comparing.joining.unit import Unit
from rashomon.comparing.term import classes_of, is_entity, term, weight
from rashomon.language import lexicon, listed, word_set
from rashomon.records import Clause, Reading

_NEAR = 3
_MOST = 30
_LEAST = 3.0
_DEEP = 3  # "a mother says that they told her that it would pass"
_SHARED = 1.0  # beside the deed itself
_TELLING = frozenset({"say", "tell"})
_ON_THE_WAY = frozenset({"participle", "relative"})
_AHEAD = frozenset({"planned", "demanded"})
_NOT_TOLD = frozenset({"hypothetical", "unrealised"})
_NOTHING = frozenset[str]()
_YET = word_set("words_of_disputes", "yet")
_TURNING = frozenset({"denies", "rejects", "false", "negated"})


class Index:
    """Units by what they speak of, and by where they stand."""

    def __init__(
        self,
        units: Sequence[Unit],
        contests: Sequence[Contest],
        readings: Mapping[str, Reading],
        story: Mapping[str, str],
    ) -> None:
        """The numbers given out are those of `units`; `contests` are theirs; `story` parts the reports."""
        self._units = units
        self._story = np.unique([story.get(u.report, "") for u in units], return_inverse=True)[1]
        self._not_so = _not_so(units, contests, readings)
        self._clause = {(r, c.id): c for r in sorted({u.report for u in units}) for c in readings[r].clauses}
        of_member: dict[str, list[int]] = defaultdict(list)
        for n, u in enumerate(units):
            for member in told(u):
                of_member[member].append(n)
        self._by_member = {member: np.array(of, np.int64) for member, of in of_member.items()}
        self._at: dict[tuple[str, int], list[int]] = defaultdict(list)
        for n, u in enumerate(units):
            self._at[u.report, u.clause.sentence].append(n)
        self._mass = np.array([mass(told(u)) for u in units])
        held = {(u.report, u.clause.id) for u in units}
        self._supposed = {
            (r, c.within)
            for r in sorted({u.report for u in units})
            for c in readings[r].clauses
            if c.link == "adverbial" and c.status == "hypothetical" and c.form == "clause" and c.within is not None
        }
        self._recalled = recalled(units)
        self._occasion: dict[tuple[str, str], frozenset[str]] = {}
        for u in units:
            if u.clause.link == "adverbial" and u.clause.within is not None and u.clause.form == "clause":
                held_by = (u.report, u.clause.within)
                self._occasion[held_by] = self._occasion.get(held_by, _NOTHING) | u.own
        self._said: dict[str, set[str]] = defaultdict(set)  # clauses that only say what another unit tells
        for u in units:
            if u.clause.content is not None and (u.report, u.clause.content) in held:
                self._said[u.report].add(u.clause.id)

    def against(self, contest: Contest) -> list[int]:
        """Give the units that may tell what `contest` contests, in their order."""
        if contest.meant is not None:
            return [contest.meant]
        a = self._units[contest.unit]
        near = {n for d in range(-_NEAR, _NEAR + 1) for n in self._at.get((a.report, a.clause.sentence + d), ())}
        found = near | set(self._likest(contest))
        kept = {n for n in found if n not in contest.inside and self._may_stand_against(contest, a, n)}
        return sorted(kept if contest.claim is None else kept | {contest.claim})

    def _likest(self, contest: Contest) -> list[int]:
        """Give the units of its story that tell most of what it contests and least else, of equals the first."""
        content = contest.content
        held = np.zeros(len(self._units))
        for member in sorted(content & self._by_member.keys()):
            held[self._by_member[member]] += weight(member)
        some = np.flatnonzero((held >= _LEAST) & (self._story == self._story[contest.unit]))
        alike = held[some] * held[some] / (mass(content) * self._mass[some])
        return some[np.argsort(-alike, kind="stable")[:_MOST]].tolist()  # type: ignore[no-any-return]

    def _may_stand_against(self, contest: Contest, a: Unit, n: int) -> bool:
        """What is told as not so, or only supposed, is never what a denial or a negation stands against."""
        b = self._units[n]
        if overlap(a, b) or (contest.bare and is_word_of(b, contest.denier)) or _is_no_word_of(b, contest.answers):
            return False
        if b.clause.id in self._said[b.report] and not (contest.cue == "negated" and a.predicate & b.predicate):
            return False
        if contest.cue in _TURNING and (self._may_not_be(b) or (n in self._not_so) != contest.turned):
            return False
        if contest.turned and not (b.clause.negated and _one_predicate(contest, b)):
            return False
        if _is_told_on_the_way(a, b) or (contest.cue == "false" and _is_of_another_thing(a, b)):
            return False
        if clears_of(contest, a, b):
            return True
        if contest.part and not accuses(contest, b):
            return False
        if contest.core is not None and _counts_no_such(self._units[contest.core], b):
            return False
        if b.clause.form == "noun" and not (contest.cue == "negated" and _is_same_deed_noun(contest, a, b)):
            return False
        if b.clause.content is None and _only_says(b):
            return False
        recalls = len({(a.report, a.clause.id), (b.report, b.clause.id)} & self._recalled) == 1
        negated = contest.cue == "negated"
        if negated and (not _is_its_contrary(contest, a, b, recalls=recalls) or self._is_of_another_deed(a, b)):
            return False
        if contest.cue == "negated" and (not_yet(a, b) or (self._tells_ahead(b) and not self._tells_ahead(a))):
            return False  # "they told us that it would pass": they do not tell that it does
        if a.clause.lemma == "plead" == b.clause.lemma:
            return False
        return len(b.terms) + len(b.entities) > 1

    def _may_not_be(self, u: Unit) -> bool:
        """Whether a clause is not told as so, or hangs on a verb that is not: "it should be up to him to go".

        Who doubts that something is so does not tell it either.
        """
        c = u.clause
        said = self._clause.get((u.report, c.content or ""))
        if c.status in _NOT_TOLD or (said is not None and said.status in _NOT_TOLD):
            return True
        if (u.report, c.id) in self._supposed:  # "if we choose Berg, Holt wins"
            return True
        if c.link != "complement" or c.wording is not None or c.within is None:
            return False
        holder = self._clause[u.report, c.within]
        return holder.status in _AHEAD | _NOT_TOLD and holder.content is None

    def _is_of_another_deed(self, a: Unit, b: Unit) -> bool:
        """Whether what was not done is not what another clause tells: another did it, or on another occasion.

        Where both "failed to" do it, they tell the same.
        """
        both_failed = not a.clause.negated and a.clause.lemma == b.clause.lemma
        two = both_failed or _of_another_doer(a, b) or two_matters(a, b)
        return two or self._on_another_occasion(a, b)

    def _on_another_occasion(self, a: Unit, b: Unit) -> bool:
        """Whether something is told not to have been done on an occasion of which another report tells nothing."""
        if a.report == b.report and abs(a.clause.sentence - b.clause.sentence) <= _NEAR:
            return False
        when = {t for t in self._occasion.get((a.report, a.clause.id), _NOTHING) - a.predicate if not is_entity(t)}
        return bool(when) and not when & (told(b) | b.around | b.beside)

    def _tells_ahead(self, u: Unit) -> bool:
        """Whether a clause, or what it only says, tells of what is to come."""
        at: Clause | None = u.clause
        for _ in range(_DEEP):
            if at is None or at.status in _AHEAD:
                break
            at = self._clause.get((u.report, at.content or ""))
        return at is not None and at.status in _AHEAD


def _is_no_word_of(b: Unit, who: frozenset[str]) -> bool:
    """Whether a clause is not the word of those whom alone a contest answers; of nobody, all may be."""
    return bool(who) and not is_word_of(b, who)


def _is_of_another_thing(a: Unit, b: Unit) -> bool:
    """Whether a clause calls a thing false, no claim, and another tells nothing of it: "the stamp was a forgery"."""
    things = frozenset(x[1:] for x in a.subjects if not is_entity(x))
    is_thing = len(things) == len(a.subjects) > 0 and a.clause.content is None and not things & _claims()
    return is_thing and a.clause.lemma == "be" and not things & (told(b) | b.around)


@cache
def _claims() -> frozenset[str]:
    return frozenset(map(term, nouns_of("claim", "part", "truth", "proof")))


def _one_predicate(contest: Contest, b: Unit) -> bool:
    """Whether a clause says of something what the contest does: of what only is, or has, nothing is said."""
    return bool(contest.predicate & b.predicate) or not (contest.predicate or b.predicate)


def _not_so(units: Sequence[Unit], contests: Sequence[Contest], readings: Mapping[str, Reading]) -> frozenset[int]:
    """The units that tell something as not so, in their own words or in those of a clause inside them."""
    negated = {(r, c.id) for r in sorted({u.report for u in units}) for c in readings[r].clauses if c.negated}
    turned = {n for n, u in enumerate(units) if u.clause.status == "denied" or u.clause.negated or _is_yet_to_be(u)}
    turned |= {n for n, u in enumerate(units) if (u.report, u.clause.content) in negated}
    turned |= {c.unit for c in contests if c.cue in ("denies", "rejects", "false")}
    turned |= {c.core for c in contests if c.core is not None and not c.turned}  # "saw no evidence that …"
    at: dict[str, list[int]] = defaultdict(list)
    for n in turned:
        at[units[n].report].append(n)
    return frozenset(
        n
        for n, u in enumerate(units)
        if n in turned
        or any(u.span[0] <= units[m].span[0] and units[m].span[1] <= u.span[1] for m in at.get(u.report, ()))
    )


def _is_yet_to_be(u: Unit) -> bool:
    """Whether a clause tells what was not so yet: "had yet to wake"."""
    return any(step.rule == "unrealised" and step.words in _YET for step in u.clause.because.steps)


def recalled(units: Iterable[Unit]) -> frozenset[tuple[str, str]]:
    """Give, by report and id, the clauses that somebody is recalled to have said: "Costa, who had said that …"."""
    return frozenset(
        (u.report, u.clause.content)
        for u in units
        if u.clause.link == "relative" and u.clause.content is not None and u.clause.lemma in saying()
    )


def _is_its_contrary(contest: Contest, a: Unit, b: Unit, *, recalls: bool) -> bool:
    """Whether a clause may tell the deed that `a` says was not done, of the same people or things.

    `recalls` tells that one of both is only recalled to have been said before.
    """
    near = a.report == b.report and abs(a.clause.sentence - b.clause.sentence) <= _NEAR
    if (
        not (near or is_word_of(b, contest.claimant))
        and mass((contest.content & told(b)) - a.predicate - _deed(a)) < _SHARED
    ):
        return False
    if (a.clause.status in _AHEAD) != (b.clause.status in _AHEAD) or (_only_meant(b) and not _only_meant(a)):
        return False
    put_right = _put_right(a, b) and not recalls
    return _one_deed(a, b) and not (_agrees(a, b) or _of_other_things(a, b) or put_right)


def _of_another_doer(a: Unit, b: Unit) -> bool:
    """Whether one is told not to do what another does: two of a name, or one of a name and several of a kind.

    What somebody did not have, another may have drawn: "The guard took out his gun and fired at Berg".
    """
    other = bool(a.subjects and b.subjects) and a.subjects.isdisjoint(b.subjects)
    if a.clause.lemma in _HOLDS and other and b.deeds & _IN_HAND and a.subjects <= told(b):
        return True
    x, y = (frozenset(s for s in u.subjects if s not in told(v)) for u, v in ((a, b), (b, a)))
    if not x or not y or x != a.subjects or y != b.subjects or _by_pronoun(a) or _by_pronoun(b):
        return False
    named = [all(map(is_entity, who)) for who in (x, y)]
    return all(named) or (named[0] and (a.one or x == {voice(a)}) and not b.one) or (named[1] and b.one and not a.one)


_HOLDS = word_set("words_of_states", "holds")
_IN_HAND = frozenset(map(term, _HOLDS | word_set("words_of_states", "aims")))


def _by_pronoun(u: Unit) -> bool:
    """Whether who does it is only "he" or "it": whom that means is no ground to tell two apart, but of who says so."""
    return u.subjects != {voice(u)} and any(x.role == "subject" and x.lemma in pronouns() for x in u.clause.arguments)


def _is_told_on_the_way(a: Unit, b: Unit) -> bool:
    """Whether the report tells a clause itself in a denial's sentence: "Berg, who came on Friday, said no"."""
    hangs = b.clause.link in _ON_THE_WAY or (b.clause.link == "adverbial" and b.clause.wording is None)
    if a.report != b.report or a.clause.sentence != b.clause.sentence or not hangs:
        return False
    return not b.speaker or OUTLET in b.speaker or b.speaker.startswith("~")


def _only_says(u: Unit) -> bool:
    """Whether a clause tells that somebody speaks, and not what he says."""
    return u.clause.lemma in _TELLING or "speak" in classes_of(u.predicate)


def _put_right(a: Unit, b: Unit) -> bool:
    """Whether one voice says in one breath what is not so and what is: "It was no raid, it was a search"."""
    if a.report != b.report or a.speaker != b.speaker:
        return False
    return bool(a.speaker) or abs(a.clause.sentence - b.clause.sentence) <= 1


def _only_meant(u: Unit) -> bool:
    """Whether a clause tells what somebody means to do, and not that he does it: "was intended to flood"."""
    return len(u.clause.predicate) > 1 and u.clause.predicate[0] in _meaning()


def _agrees(a: Unit, b: Unit) -> bool:
    """Whether what is told as so is the contrary of what is told as not so: the two then tell the same."""
    mine, theirs = a.own, b.own
    contrary = any(opposites()[t] & (theirs - mine) for t in (mine - theirs) & opposites().keys())
    return contrary or bool((b.deeds - a.deeds) & _averting())


def _of_other_things(a: Unit, b: Unit) -> bool:
    """Whether one deed is told of two other things: none were hurt, the roof was hurt; no counts of two kinds meet."""
    none = [f for f in a.clause.figures if f.high == 0]
    if none:
        return not any(counted_alike(f, g, a, b) for f in none for g in b.clause.figures) and not (
            {term(f.counts) for f in none} & b.own
        )
    if not _deed(a):  # "has no plans", "is not on the list"
        said = {x.removeprefix("~") for x in a.objects | a.others}
        return bool(said) and not said & told(b)
    mine, theirs = a.objects, b.objects
    if not mine or not theirs or any(map(is_entity, mine | theirs)):
        return False
    return not mine & theirs and not {x[1:] for x in mine} & b.terms


def _counts_no_such(core: Unit, b: Unit) -> bool:
    """Whether nothing speaks for so many, and the other counts none or not so many: "no evidence that 40 died"."""
    counted = [f for f in core.clause.figures if f.fate]
    return bool(counted) and not any(
        counted_alike(f, g, core, b) and not disjoint(f, g) for f in counted for g in b.clause.figures
    )


def _one_deed(a: Unit, b: Unit) -> bool:
    """Whether two clauses can tell one deed: their predicates share a word or a kind; what only is, or has, may.

    Who "wrote a dialogue" did not talk: a deed's noun is what is done only behind a verb that carries it.
    """
    carried = frozenset(x[1:] for d, x in b.core_frames if d in _light() and x.startswith("~"))
    made = frozenset(x[1:] for d, x in b.core_frames if d not in _light() and x.startswith("~"))
    mine, theirs = _deed(a), (_deed(b) | b.core_predicate | carried) - made
    return not mine or bool(mine & theirs) or bool(classes_of(mine) & classes_of(theirs))


def _deed(u: Unit) -> frozenset[str]:
    """The terms of what is done: of a verb that only carries a deed ("make"), those of the deed's noun."""
    if u.predicate and u.predicate <= _light():
        carried = frozenset(x[1:] for x in u.objects if x.startswith("~"))
        return carried if classes_of(carried) else u.predicate
    return u.predicate


def _is_same_deed_noun(contest: Contest, a: Unit, b: Unit) -> bool:
    """Whether a noun tells, of the same people or things, the very deed that a clause says was not done."""
    return bool(_deed(a)) and _one_deed(a, b) and mass((contest.content & told(b)) - _deed(a)) >= _LEAST


@cache
def _averting() -> frozenset[str]:
    return frozenset(map(term, listed("status_cues", "unrealised"))) | {term("avoid")}


@cache
def _meaning() -> frozenset[str]:
    return listed("status_cues", "planned")


@cache
def _light() -> frozenset[str]:
    return frozenset(term(row[0]) for row in lexicon("light_verbs") if " " not in row[0])
