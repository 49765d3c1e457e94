"""How a dispute stands: open, or superseded where a later report withdraws, corrects, admits or overtakes a side.

Signs, each from the rows: whoever denied admits it later, or whoever claimed it withdraws it; none became some; the
same voice says the contrary later; a court decides; what was pending was then told; a side says itself that it is what
was told before ("initially", "previously").
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache

from rashomon.comparing.disputes.candidates import recalled
from rashomon.comparing.disputes.contest import Contest, believing, contest_kinds, deciders, nouns_of, saying
from rashomon.comparing.disputes.counts import counted_alike, figures_of, one_count
from rashomon.comparing.disputes.first_accounts import told_first
from rashomon.comparing.disputes.folding import Folded
from rashomon.comparing.disputes.judging import core_of
from rashomon.comparing.disputes.rival import Rivals
from rashomon.comparing.disputes.settled import Settled, given_up
from rashomon.comparing.disputes.words import OUTLET, bare, cosine, state_of, told, voice, words_in
from rashomon.comparing.joining.counted import disjoint
from rashomon.comparing.joining.other_values import says_otherwise, two_times
from rashomon.comparing.joining.unit import FULL_LINKS, Unit
from rashomon.comparing.origins.who_counts import counts
from rashomon.comparing.term import is_entity, term
from rashomon.language import listed
from rashomon.records import NO_REASON, Clause, Reading, Reason

_ALIKE = 0.3
_NEARLY_ALIKE = 0.2
_SAME_WORD = 0.45
_NEAR_COUNTS = 2.5
_OWN_DAY = 1  # days between what a report tells as of its own day, and the report
_DENYING = frozenset({"denies", "rejects", "false"})
_BODY = "institution:"
_VERSION = "version"
_ADMITS, _RETRACTS = "admits", "retracts"


class Standing:
    """What tells of all disputes of a case whether they still stand."""

    def __init__(
        self,
        units: Sequence[Unit],
        contests: Sequence[Contest],
        readings: Mapping[str, Reading],
        turned: Mapping[tuple[int, str], str],
        back: Sequence[Rivals],
    ) -> None:
        """`contests` are those of `units`; `turned` gives by contest the later report in which its denier says it.

        `back` are the pairs of what takes back and what is taken back.
        """
        self._turned, self._back = turned, back
        self._denied: dict[int, list[Contest]] = defaultdict(list)
        for c in contests:
            if c.cue in _DENYING:
                self._denied[c.unit].append(c)
        self._units = units
        self._recalled = recalled(units)
        self._conceded = frozenset(c.unit for c in contests if c.conceded)
        self._admitted = [c for c in contests if c.cue in (_ADMITS, _RETRACTS)]
        marks = {r: _Marks(readings[r]) for r in sorted({u.report for u in units})}
        self._marked = frozenset(n for n, u in enumerate(units) if marks[u.report].mark(u.clause))
        self._readings = readings
        self._number = {(u.report, u.clause.id): n for n, u in enumerate(units)}
        self._nations = _Nations(readings)
        self._figures = figures_of(units)
        self._settled = Settled(units, self._number)
        self._later = self._said_later()
        self._first = tuple(told_first(units, readings))
        self._given_up_words = given_up(units, readings)
        self._corrected = frozenset(r for r in sorted({u.report for u in units}) if _corrects(readings[r]))

    def overtaken(self, f: Folded) -> Reason:
        """Tell by what a dispute is superseded, and which side is given up where that is known; empty where open."""
        if (told := self._taken_back(f)) is not None:
            back, old = told
            said = self._units[back.one].report
            by = Reason("admitted", said) if back.kind == "denial" else Reason("overtaken", f"later said in {said}")
            return by.then(_given_up(f, old))
        if reason := self._told_otherwise(f):
            return reason
        deniers = self._parties(f.one) | (f.contest.denier if f.contest else frozenset())
        nations = frozenset[str]()
        if f.contest is None or not f.contest.part:  # who clears himself is one of his state's people, and not it
            nations = nations.union(*(self._nations.before(self._units[n]) for n in f.one))
        others = [self._units[n] for n in f.other]
        denied = self._units[core_of(self._units, f.contest)].core_predicate if f.contest else frozenset[str]()
        since = min(self._units[n].published or 0 for n in f.one)
        for c in self._admitted:
            u = self._units[c.unit]
            named = {x for x in c.denier if is_entity(x)}
            party = (named or c.denier | u.entities) & deniers or self._nations.before(u) & nations
            taken_back = c.cue == _RETRACTS and bool(c.denier & deniers) and self._is_own_denial(c, f)
            if (u.published or 0) < since or not (party or taken_back) or self._is_beside(u, f):
                continue
            same = any(_is_of(c.content, o) for o in others) or bool(denied & u.core_predicate)
            if u.clause.negated and not any(u.core_predicate & o.deeds for o in others):
                same = False  # "does not deny that he loved the horse" grants no sale
            same = taken_back or (c.cue == _ADMITS and (same or self._is_of_the_day(u, others)))
            if c.unit in f.one or not same:
                continue
            own = self._number.get((u.report, u.clause.content or "")) in f.one  # "admitted that it had not"
            return Reason("admitted", u.report).then(_given_up(f, next(iter(f.other)) if own else f.one[0]))
        if reason := self._given_up(f) or self._says_no_more(f):
            return reason
        if (report := self._settled.by(f)) is not None:
            return Reason("overtaken", f"decided in {report}")
        if (report := self._came_about(f)) is not None:
            return Reason("overtaken", f"done by {report}")
        return self._turned_round(f)

    def _taken_back(self, f: Folded) -> tuple[Rivals, int] | None:
        """Give how the voice of a clause of a side takes it back, or says otherwise now; and which clause."""
        for r in self._back:
            b = self._units[r.other]
            for n in sorted((*f.one, *f.other), key=lambda n: (n != r.other, n == r.one)):
                u = self._units[n]
                if n == r.other or (voice(u) == voice(b) and cosine(told(u), told(b)) >= _SAME_WORD):
                    return r, n
        return None

    def _is_beside(self, u: Unit, f: Folded) -> bool:
        """Whether a side stands in the sentence that admits something else: "confirmed the death, but said …"."""
        sides = (self._units[n] for n in (*f.one, *f.other) if self._units[n].clause.id != u.clause.content)
        return any((x.report, x.clause.sentence) == (u.report, u.clause.sentence) for x in sides)

    def is_of_a_version(self, n: int) -> bool:
        """Whether a clause is what an earlier version of its report said, which nobody tells any more."""
        u = self._units[n]
        reading = self._readings[u.report]
        source = next((a.source for a in reading.attributions if a.id == u.clause.attribution), ())
        said = {w.lemma for w in reading.words if any(start <= w.start < end for start, end in source)}
        return _VERSION in said and not said.isdisjoint(_marks("version"))

    def _recalled_of(self, n: int, m: int) -> list[int]:
        """Give that one of two of which their sentence recalls that who says the other has said it; none, else."""
        a, b = self._units[n], self._units[m]
        if a.report != b.report or a.clause.sentence != b.clause.sentence or voice(a) != voice(b):
            return []
        recalled = [x for x in (n, m) if (self._units[x].report, self._units[x].clause.id) in self._recalled]
        return recalled if len(recalled) == 1 else []

    def _recalled_as_first(self, f: Folded) -> int | None:
        """The clause of a side that a later report tells as what its voice said first: "first branded it a forgery"."""
        for mine in (f.one, [*f.other]):
            who = {x for n in mine for x in (voice(self._units[n]), *self._parties([n]))}
            who |= f.contest.denier if f.contest and mine is f.one else frozenset()
            for n, first in self._first:
                a = self._units[n]
                own = [m for m in mine if 0 < (self._units[m].published or 0) < (a.published or 0)]
                if first & who and any(_is_the_same_word(a, self._units[m]) for m in own):
                    return mine[0]
        return None

    def _told_otherwise(self, f: Folded) -> Reason:
        """By what a side is told to be outdated, corrected or taken back; empty where it is not."""
        if self._none_then_some(f):
            return Reason("overtaken", "none, then some")
        if f.overtaken:
            return Reason("overtaken", "put right later")
        if f.kind == "number" and (report := self._counted_on(f)) is not None:
            return Reason("overtaken", f"counted on in {report}")
        if self._was_a_rumour(f):
            return Reason("overtaken", "a rumour, told otherwise later")
        if (report := self._was_a_guess(f)) is not None:
            return Reason("overtaken", f"found out in {report}")
        marked = [n for n in (f.one[0], next(iter(f.other))) if n in self._marked]
        for old in marked or (r for n in f.one for m in f.other for r in self._recalled_of(n, m)):
            return Reason("overtaken", "told as what was said before").then(_given_up(f, old))
        if (first := self._recalled_as_first(f)) is not None:
            return Reason("overtaken", "told as what was said before").then(_given_up(f, first))
        if f.contest is not None and (report := self._turned.get((f.contest.unit, f.contest.cue))) is not None:
            return Reason("overtaken").then(Reason("the same voice in", report), ":").then(_given_up(f, f.one[0]))
        if (own := next((n for n in f.one if n in self._conceded), None)) is not None:
            return Reason("admitted", self._units[own].report).then(_given_up(f, next(iter(f.other))))
        if self._is_correction(f):
            return Reason("overtaken", "corrected by the same outlet")
        return self._put_right(f)

    def _was_a_rumour(self, f: Folded) -> bool:
        """Whether a side is only a rumour, of nobody, and later reports tell the other in their own words."""
        for mine, theirs in ((f.one, [*f.other]), ([*f.other], f.one)):
            rumoured = [self._units[n] for n in mine]
            told = [self._units[n] for n in theirs]
            first = min((u.published or 0 for u in told), default=0)
            if all(_is_rumour(u) and 0 < (u.published or 0) < first for u in rumoured) and all(
                voice(u).startswith(OUTLET) or not u.speaker for u in told
            ):
                return True
        return False

    def _was_a_guess(self, f: Folded) -> str | None:
        """Give the later report in which whoever finds things out tells for certain what a side thought likely."""
        for mine, theirs in ((f.one, [*f.other]), ([*f.other], f.one)):
            guessed = [self._units[n] for n in mine]
            found = [u for u in (self._units[n] for n in theirs) if u.clause.status == "asserted" and _decides(u)]
            last = max((u.published or 0 for u in guessed), default=0)
            if last and all(u.clause.status == "hedged" for u in guessed):
                told = [u for u in found if (u.published or 0) > last]
                if told:
                    return told[0].report
        return None

    def _given_up(self, f: Folded) -> Reason:
        """Tell by which later report whoever tells a side withdraws it, or of two rival values admits the other."""
        for mine, theirs in ((f.one, list(f.other)), (list(f.other), f.one)):
            own, others = ([self._units[n] for n in of] for of in (mine, theirs))
            who, since = self._parties(mine), min(u.published or 0 for u in own)
            for c in self._admitted:
                u = self._units[c.unit]
                if (u.published or 0) <= since or c.unit in (*f.one, *f.other) or not c.denier & who:
                    continue
                what = self._units[self._number.get((u.report, u.clause.content or ""), c.unit)]
                withdrawn = c.cue == _RETRACTS and _names_a_claim(u) and any(_is_of(c.content, o) for o in own)
                admitted = c.cue == _ADMITS and f.contest is None and _tells(what, others, own)
                if withdrawn or admitted:
                    return Reason("admitted", u.report).then(_given_up(f, mine[0]))
        return NO_REASON

    def _says_no_more(self, f: Folded) -> Reason:
        """Tell by which report whoever tells a side gives it up, or accepts what was found on the other."""
        for mine, theirs in ((f.one, list(f.other)), (list(f.other), f.one)):
            who = self._parties(mine) | {voice(self._units[n]) for n in mine}
            who |= f.contest.denier if f.contest and mine is f.one else frozenset()
            since = min(self._units[n].published or 0 for n in mine)
            for g in self._given_up_words:
                u = self._units[g.unit]
                if not g.who & who or (u.published or 0) < since or g.unit in mine:
                    continue
                of = [self._units[n] for n in (theirs if g.others or mine is f.one else mine)]
                by = Reason("admitted", u.report).then(_given_up(f, mine[0]))
                if g.others and not g.content and any(_decides(o) for o in of) and self._is_told_before(of, u):
                    return by
                denied = [d.content for n in mine for d in self._denied.get(n, ())] if not g.others else []
                alike = any(_is_of(g.content, o) for o in of)
                if alike or any(cosine(g.content, content) >= _ALIKE for content in denied):
                    return by
        return NO_REASON

    def _is_told_before(self, of: Sequence[Unit], u: Unit) -> bool:
        return all((o.published or 0) <= (u.published or 0) for o in of)

    def _is_of_the_day(self, u: Unit, others: Sequence[Unit]) -> bool:
        """Whether what is admitted tells of the very day, not that of its report, that the other side tells of."""
        told = self._number.get((u.report, u.clause.content or ""))
        day = self._units[told].days if told is not None else None
        if day is None or day[0] != day[1] or (u.published or 0) - day[0] <= _OWN_DAY:
            return False
        return any(o.days == day and (o.published or 0) - day[0] > _OWN_DAY for o in others)

    def _is_own_denial(self, c: Contest, f: Folded) -> bool:
        """Whether somebody takes back what he said ("regretted the statement that no …"): alike what was denied."""
        if not _names_a_claim(self._units[c.unit]):
            return False
        denied = [d.content - c.denier for n in f.one for d in self._denied.get(n, ())]
        return any(cosine(c.content - c.denier, content) >= _ALIKE for content in denied)

    def _said_later(self) -> list[tuple[Unit, int]]:
        """What somebody "later said": the clause that says so, and the number of what he said."""
        found = []
        for u in self._units:
            c = u.clause
            content = self._number.get((u.report, c.content or ""))
            words = words_in(self._readings[u.report].words, c.start, c.head[1]) if c.content is not None else ()
            if any(w.lemma in _marks("said") for w in words):
                found.append((u, self._number[u.report, c.id] if content is None else content))
        return found

    def _put_right(self, f: Folded) -> Reason:
        """Tell which report tells a side and, right behind it, what was later said of the same."""
        sides = [*f.one, *f.other]
        for said, n in self._later:
            if n in sides:
                continue
            for m in sides:
                u = self._units[m]
                near = u.report == said.report and 0 <= said.clause.sentence - u.clause.sentence <= 1
                if near and u.span[1] <= said.clause.head[0] and told(u) & told(self._units[n]) - said.subjects:
                    return Reason("overtaken", f"later said in {said.report}").then(_given_up(f, m))
        return NO_REASON

    def _none_then_some(self, f: Folded) -> bool:
        """Whether the one side counts none, and a later report of the other counts some of what befell them."""
        for one, other in ((f.one, list(f.other)), (list(f.other), f.one)):
            none = [(x, self._units[n]) for n in one for x in self._units[n].clause.figures if x.high == 0]
            some = [(x, self._units[n]) for n in other for x in self._units[n].clause.figures if x.low]
            for x, a in none:
                for y, b in some:
                    later = a.published and b.published and a.published < b.published
                    if later and x.fate and y.fate and (x.fate == y.fate or "casualty" in (x.fate, y.fate)):
                        return True
        return False

    def _counted_on(self, f: Folded) -> str | None:
        """Give the later report in which a count has gone on beyond two that were near each other: a toll of 61."""
        of = [(x, self._units[n]) for n in (*f.one, *f.other) for x in self._units[n].clause.figures if x.fate]
        low, high = min((x.value for x, _ in of), default=0.0), max((x.value for x, _ in of), default=0.0)
        if not low or high > _NEAR_COUNTS * low or not all(u.published for _, u in of):
            return None
        since = max(u.published or 0 for _, u in of)
        for n, x in self._figures:
            u = self._units[n]
            if (u.published or 0) <= since or u.clause.status != "asserted" or x.part:
                continue
            beyond = 0 < x.value < low if x.fate == "missing" else x.value > high
            if beyond and any(x.fate == y.fate and one_count(x, u, y, v) for y, v in of):
                return u.report
        return None

    def _is_correction(self, f: Folded) -> bool:
        """Whether the two sides are two versions of one report, or a later one of the same outlet corrects."""
        one, other = ({self._units[n].report for n in of} for of in (f.one, f.other))
        if len(one) != 1 or len(other) != 1 or one == other:
            return False
        a, b = (self._readings[next(iter(of))] for of in (one, other))
        if a.url and a.url == b.url:
            return True
        same = bool(a.outlet) and a.outlet == b.outlet
        return same and bool((one | other) & self._corrected)

    def _came_about(self, f: Folded) -> str | None:
        """Give the report that tells, in its own words, that what was said not to have been done was done since."""
        if f.contest is None or f.contest.cue != "negated" or f.contest.part:
            return None
        a = self._units[f.one[0]]
        since = max(self._units[n].published or 0 for n in (*f.one, *f.other))
        for u in self._units:
            c = u.clause
            done = c.form == "clause" and c.status == "asserted" and not c.negated and c.link in FULL_LINKS
            if not done or (u.speaker and not voice(u).startswith(OUTLET)) or not u.days or not since:
                continue
            if u.days[0] <= since - 1 or (u.published or 0) <= since or not u.predicate & a.predicate:
                continue
            if u.subjects & a.subjects and (u.objects & a.objects or not (u.objects or a.objects)):
                return u.report
        return None

    def _turned_round(self, f: Folded) -> Reason:
        """Whether whoever tells the one side tells the other in a later report."""
        if f.contest is not None and f.contest.part:
            return NO_REASON
        a = self._units[f.one[0]]
        who = f.contest.denier if f.contest else frozenset({voice(a)})
        for m in f.other:
            b = self._units[m]
            same = _is_known(voice(b)) and voice(b) in who and not (a.headline or b.headline)
            if same and self._is_later(f, a, b) and cosine(a.own, b.own) >= _ALIKE:
                last = max((a, b), key=lambda u: u.published or 0)
                old = m if last is a else f.one[0]
                return Reason("overtaken").then(Reason("the same voice in", last.report), ":").then(_given_up(f, old))
        return NO_REASON

    def _is_later(self, f: Folded, a: Unit, b: Unit) -> bool:
        """Whether one side was told later: what is denied, or the very deed that it says was not done."""
        if not (a.published and b.published):
            return False
        negation = f.contest is None or (f.contest.cue == "negated" and bool(a.predicate & b.predicate))
        return a.published < b.published or (a.published > b.published and negation)

    def _parties(self, of: Sequence[int]) -> frozenset[str]:
        """Give the named who do or tell it, and the bodies that tell it, by key and by word."""
        named = {x for n in of for x in (*self._units[n].subjects, voice(self._units[n])) if x and is_entity(x)}
        bodies = {v for n in of if (v := voice(self._units[n])).startswith(_BODY)}
        return frozenset(named | bodies | {term(v.rpartition(":")[2].split()[-1]) for v in bodies if v != _BODY})


def _given_up(f: Folded, old: int) -> Reason:
    """Tell that the side in which a clause stands is the one that holds no more."""
    return Reason("given up", "1" if old in f.one else "2")


def _is_rumour(u: Unit) -> bool:
    return any(step.rule == "hedged" and step.words in _marks("rumour") for step in u.clause.because.steps)


def _is_known(key: str) -> bool:
    """Whether a voice is the same wherever it speaks: a name, or a body."""
    return is_entity(key) or key.startswith(_BODY)


def _decides(u: Unit) -> bool:
    """Whether a clause is the word of one who finds things out: an inquiry, a safety board."""
    return any(word in deciders() for word in voice(u).rpartition(":")[2].split())


def _names_a_claim(u: Unit) -> bool:
    return any(a.lemma in nouns_of("claim") for a in u.clause.arguments if a.role == "object")


def _tells(what: Unit, others: Sequence[Unit], own: Sequence[Unit]) -> bool:
    """Whether a clause tells what the other side does, and cannot tell what the own side does."""
    against = any(two_times(what, u) or says_otherwise(what, u) or _other_number(what, u) for u in own)
    return against and any(_is_of(told(what), o) and not (two_times(what, o) or _other_number(what, o)) for o in others)


def _is_the_same_word(a: Unit, b: Unit) -> bool:
    """Whether a clause tells again what another does, of the same things: in like words, or both call it false."""
    things, false = bare(a.objects) - _false(), _false()
    again = cosine(told(a), told(b)) >= _SAME_WORD or bool(told(a) & false and told(b) & false)
    return things <= told(b) and again


@cache
def _false() -> frozenset[str]:
    """The terms of the words that call something false."""
    return frozenset(term(word) for word, kinds in contest_kinds().items() if "false" in kinds)


def _other_number(a: Unit, b: Unit) -> bool:
    return any(counted_alike(f, g, a, b) and disjoint(f, g) for f in a.clause.figures for g in b.clause.figures)


def _is_of(content: frozenset[str], other: Unit) -> bool:
    """Whether what is admitted is what a clause tells: alike words, or the deed and one who takes part in it."""
    by_deed = bool(content & other.deeds) and bool(content & other.entities)
    return cosine(content, told(other)) >= (_NEARLY_ALIKE if by_deed else _ALIKE)


class _Nations:
    """Whose state or people somebody is of: "Norvian officials", "the Norvians", "Norvia"."""

    def __init__(self, readings: Mapping[str, Reading]) -> None:
        self._names = {
            report: [(w.start, state) for w in reading.words if (state := state_of().get(w.lemma)) is not None]
            for report, reading in readings.items()
        }

    def before(self, u: Unit) -> frozenset[str]:
        """Give the states named in a clause before its verb."""
        return frozenset(s for at, s in self._names[u.report] if u.span[0] <= at < u.clause.head[0])


class _Marks:
    """Where a report says of a clause that it is what was told before, or that what it corrects was.

    "Initially nine boats were counted"; "police initially said that nine boats sank" says it of what they said.
    """

    def __init__(self, reading: Reading) -> None:
        self._at = [w.start for w in reading.words if w.lemma in _marks()]
        self._telling = [w.start for w in reading.words if w.lemma in _marks("telling")]
        self._says = {c.content: c for c in reading.clauses if c.content is not None}

    def mark(self, c: Clause) -> bool:
        if any(c.start <= at < c.end for at in self._at) or (_tells_or_counts(c) and _before(self._telling, c)):
            return True
        holder = self._says.get(c.id)
        return holder is not None and _tells_or_counts(holder) and _before(self._at + self._telling, holder)


def _before(marks: Sequence[int], c: Clause) -> bool:
    return any(c.start <= at < c.head[1] for at in marks)


def _tells_or_counts(c: Clause) -> bool:
    return c.lemma in saying() or c.lemma in believing() or counts(c)


def _corrects(reading: Reading) -> bool:
    """Whether the foot of a report says that it corrects an earlier version."""
    feet = [(r.start, r.end) for r in reading.regions if r.kind == "boilerplate"]
    return any(w.lemma in _marks("foot") and any(s <= w.start < e for s, e in feet) for w in reading.words)


@cache
def _marks(where: str = "clause") -> frozenset[str]:
    return listed("superseding_words", where)
