"""Clauses that contest something: how they do it, what they contest, and who does.

Read off the rows of one reading: the lemma that contests (`contest_cues`), what stands behind it, and whether that only
points back. A contest under a negation ("did not deny"), of nobody or of no claim ("rejected talks") is none.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from rashomon.comparing.beginnings import Beginnings
from rashomon.comparing.disputes.accounts import opening, spoken_for, words_between
from rashomon.comparing.disputes.antecedents import Denier, antecedent, in_reach, is_told_as_so
from rashomon.comparing.disputes.contest import (
    CLAIMS,
    Contest,
    Cue,
    accepting,
    answered,
    asks_what,
    believing,
    calls_a_thing,
    claim_nouns,
    claiming,
    contest_kinds,
    denies_no_more,
    idle,
    is_noun_of_denial,
    is_of_many,
    is_somebodys,
    is_to_be,
    names_a_claim,
    nouns_of,
    question_words,
    refuses,
    saying,
)
from rashomon.comparing.disputes.likeness import cleared, has_no_part
from rashomon.comparing.disputes.pointers import PRONOUNS, Pointer, Pointers
from rashomon.comparing.disputes.verdicts import Verdicts
from rashomon.comparing.disputes.withdrawals import withdrawals
from rashomon.comparing.disputes.words import mass, seat_of, states_in, told, voice
from rashomon.comparing.joining.unit import TOLD, Unit
from rashomon.comparing.one_run import once_of_all
from rashomon.comparing.origins.paths import is_claimed
from rashomon.comparing.term import function_words, is_entity, term
from rashomon.language import listed, word_set
from rashomon.records import Argument, ArgumentRole, Clause, Reading, Word

_OF_WHAT_IS_TOLD = frozenset({"rejects", "false", "unsure"})
_UNTOLD = frozenset({"hypothetical", "unrealised", "demanded"})
_ASTRAY = frozenset({"do", "get", "go"})  # who gets it wrong calls nothing false
_WHOSE, _TELLING = 3, 2.5  # words of a claimant; what a word weighs that tells who is meant
_STATE = "state:"
_A_COMMA = 4  # characters between what is told and the noun that sums it up: ", a "
_FAILING = frozenset({"fail", "neglect", "omit"})


@once_of_all
def contests(units: Sequence[Unit], readings: Mapping[str, Reading]) -> tuple[Contest, ...]:
    """Give the contests among `units`, in their order; at most one of a unit and a cue."""
    by_report: dict[str, list[int]] = defaultdict(list)
    for n, u in enumerate(units):
        by_report[u.report].append(n)
    found: list[Contest] = []
    own = {w.unit for w in withdrawals(units, readings)}  # who takes back his own word answers nobody
    bodies = spoken_for(units)
    for report in sorted(by_report):
        mine = _OfReport(readings[report], units, by_report[report], bodies).contests()
        found += (c for c in mine if c.unit not in own or c.core is not None or c.cue not in ("false", "rejects"))
    return tuple(found)


class _OfReport:
    def __init__(self, reading: Reading, units: Sequence[Unit], mine: Sequence[int], bodies: Mapping[str, str]) -> None:
        self._reading, self._units, self._mine, self._bodies = reading, units, mine, bodies
        empty = function_words()
        self._words = [w for w in reading.words if w.lemma not in empty]
        self._starts = [w.start for w in self._words]
        self._word_at = {w.start: w for w in self._words}
        self._questions = {w.start for w in reading.words if w.lemma in question_words()}
        self._clause = {c.id: c for c in reading.clauses}
        self._inner: dict[str, list[Clause]] = defaultdict(list)
        for c in reading.clauses:
            if c.within is not None:
                self._inner[c.within].append(c)
        self._unit_of = {units[n].clause.id: n for n in mine}
        self._named: dict[tuple[frozenset[str], ...], tuple[frozenset[int], frozenset[int]]] = {}
        self._statement = {a.id: a for a in reading.attributions}
        self._untold = tuple(
            frozenset(c.id for c in reading.clauses if c.status in of) for of in (_UNTOLD, _UNTOLD | {"planned"})
        )
        self._pointers = Pointers(self._words, self._inner, reading.words, opening(reading))
        self._verdicts = Verdicts(self._clause, self._inner)
        told = [span for a in reading.attributions if a.lemma in claiming("report") for span in a.content]
        heads = Beginnings(((c.head[0],), c) for c in reading.clauses)
        self._reported = frozenset(c.id for c in heads.within(*told))
        self._reach, self._begins = in_reach(units, mine), Beginnings(((units[n].span[0],), n) for n in mine)

    def contests(self) -> list[Contest]:
        return [contest for n in self._mine for contest in self._of(n)]

    def _of(self, n: int) -> Iterable[Contest]:
        u = self._units[n]
        c = u.clause
        if (verdict := self._verdict(n)) is not None:
            yield verdict
            return
        cues = self._cues(c)
        if self._only_asks(c):
            cues = {cue: at for cue, at in cues.items() if cue not in _OF_WHAT_IS_TOLD}
        if c.content is not None and c.content not in self._unit_of:  # "said it was a fake": too little to be a unit
            said = self._clause[c.content]
            conceded = self._admits(c) and not said.negated and self._pointers.is_elliptic(said)
            flat = conceded or self._pointers.is_flat(said)
            contested: dict[Cue, int] = {"false": said.head[0]} if flat else self._cues(said)
            for cue, at in contested.items():
                bare = self._bare(n, cue, at, said) if said.status in TOLD else None
                if (contest := bare or self._of_its_claim(n, cue)) is not None:
                    yield contest
        for cue, at in cues.items():
            contest = self._of_what_is_before(n, cue) or self._bare(n, cue, at) or self._contest(n, cue, at)
            if contest is not None:
                yield contest
        if not cues.keys() & {"denies", "rejects", "false", "unsure"} and self._turned(c):
            yield self._negated(n)

    def _only_asks(self, c: Clause) -> bool:
        """Whether what stands behind a clause asks when, how or why, and takes for granted that it is so."""
        return c.content is not None and self._clause[c.content].start in self._questions

    def _cues(self, c: Clause) -> dict[Cue, int]:
        """The ways in which a clause contests, each with where its word stands."""
        found = self._outright(c)
        if not c.negated and c.status in TOLD and not found and not refuses(c):
            for kind in contest_kinds().get(c.lemma, ()):
                if (c.form == "clause" and kind != "false") or kind in CLAIMS:  # who lies has told something else
                    found[kind] = c.head[0]
        if c.negated and c.form == "clause" and c.status in TOLD:  # "is not satisfied with the finding"
            taken = [a for a in c.arguments if a.role == "other" and a.lemma in accepting()]
            if (c.lemma in accepting() or taken) and is_somebodys(c):  # "no one believed it": nobody's word
                found["rejects"] = taken[0].start if taken else c.head[0]
            if not found and (at := self._untrue(c)) is not None:
                found["false"] = at
        if not c.negated and c.status in ("asserted", "hedged", "denied", "demanded"):
            for a in c.arguments:
                if a.role != "subject" and a.start >= c.start:
                    for kind in contest_kinds().get(a.lemma, ()):
                        if kind == "false" and (c.lemma in _ASTRAY or asks_what(c) or self._only_judges(a)):
                            continue
                        if kind in ("false", "unsure") or (kind in CLAIMS and is_noun_of_denial(a.lemma)):
                            found.setdefault(kind, a.start)
            if not found and c.status == "denied" and not asks_what(c) and (at := self._baseless(c)) is not None:
                found["false"] = at
        return found

    def _only_judges(self, a: Argument) -> bool:
        before = bisect_left(self._starts, a.start) - 1
        return before >= 0 and self._words[before].lemma in word_set("words_of_disputes", "judges")

    def _outright(self, c: Clause) -> dict[Cue, int]:
        """The way in which a verb contests with a word beside it: "ruled out that …", "admits none of it"."""
        if denies_no_more(c, self._reading):
            return {"admits": c.head[0]}
        if c.status in TOLD and c.content is None and (at := self._pointers.exclaimed(c)) is not None:
            return {"false": at}
        if c.status in TOLD and self._pointers.invented(c) is not None:
            return {"false": c.head[0]}
        if c.status in TOLD and self._pointers.otherwise(c) is not None:
            return {"rejects": c.head[0]}
        none = self._pointers.none_of_it(c) if self._admits(c) and c.status in TOLD else None
        none = self._pointers.mocked(c) if none is None and c.status in TOLD and not c.negated else none
        if none is not None:
            return {"false": none}
        return {"denies": c.head[0]} if self._rules_out(c) else {}

    def _rules_out(self, c: Clause) -> bool:
        """Whether a verb with a word beside it denies what stands behind it: "ruled out that he was murdered"."""
        if c.content is None or c.status not in TOLD or c.form != "clause":
            return False
        said = self._clause[c.content]
        steps = {step.words for step in said.because.steps if step.rule == "denied"}
        return any(words.startswith(f"{c.lemma} ") for words in steps)

    def _verdict(self, n: int) -> Contest | None:
        """The contest of a clause that tells that what somebody said is not so, or that nothing speaks for it.

        "Had been wrong to say that …", "had lied when he said that …", "there is no evidence that …".
        """
        u = self._units[n]
        c = u.clause
        said = self._verdicts.wrongly_said(c) or (self._verdicts.unproven(c) if c.negated else None)
        if said is None or c.status not in TOLD or c.form != "clause":
            return None
        what = self._clause[said]
        core = self._unit_of.get(said)
        if core is None:
            return None
        who = frozenset({voice(u)} if u.speaker else ())
        own = bool(who & (u.subjects | self._heads(c, "subject"))) and not c.negated
        content = told(self._units[core])
        kind: Cue = "rejects" if c.negated else "false"
        made = Contest(n, kind, content, self._units[core].predicate, False, False, who, self._inside(n), core=core)
        return replace(made, turned=what.negated, conceded=own)

    def _untrue(self, c: Clause) -> int | None:
        """Where a clause says that something is not so: "is not true", "does not correspond to reality"."""
        untrue = (a.start for a in c.arguments if a.role != "subject" and a.lemma in nouns_of("truth"))
        return next(untrue, self._pointers.not_so(c))

    def _baseless(self, c: Clause) -> int | None:
        """Where a claim is told to be false without a word for it: "is without foundation", "contradicts the story"."""
        if c.form == "noun":
            return c.head[0] if c.lemma in nouns_of("claim", "part") and not self._is_of_a_deed(c) else None
        told_of = [a for a in c.arguments if a.role in ("subject", "object") and a.start < c.head[0]]
        if not any(a.lemma in listed("claim_nouns", "claim") for a in told_of):
            return None
        rest = [a for a in c.arguments if a.role != "subject" and a not in told_of]
        said = next((a for a in rest if a.role == "other"), next(iter(rest), None))
        return c.head[0] if said is None else said.start  # "has no basis", "is not borne out"

    def _is_of_a_deed(self, c: Clause) -> bool:
        """Whether a false claim is what somebody makes or denies, and nothing is said of what it claims.

        "Signed a false report" tells a deed; "contradict the account of the police" is told by the verb.
        """
        if c.within is None or any(x.link == "complement" for x in self._inner[c.id]):
            return False
        holder = self._clause[c.within]
        return holder.form == "clause" and holder.lemma != "be"

    def _turned(self, c: Clause) -> bool:
        """Whether a clause tells that something is not so, in its own words."""
        if c.form != "clause" or c.link == "participle" or c.content is not None:
            return False
        if c.status in ("hypothetical", "demanded", "denied"):
            return False
        if c.lemma == "plead":
            return c.negated
        if c.lemma in idle() or (c.predicate and c.predicate[-1] in idle()) or c.lemma in contest_kinds():
            return False  # "did not deny" contests nothing
        if c.lemma == "do" and any(a.lemma == "nothing" for a in c.arguments):  # "did nothing but return fire"
            return False
        return c.negated or (c.lemma in _FAILING and any(x.status == "unrealised" for x in self._inner[c.id]))

    def _denier(self, u: Unit) -> frozenset[str]:
        who = {x for x in u.subjects if is_entity(x)} | self._heads(u.clause, "subject")
        who |= {self._bodies[x] for x in u.subjects if x in self._bodies}
        return frozenset(who | {voice(u)} if u.speaker else who)

    def _heads(self, c: Clause, *roles: ArgumentRole) -> set[str]:
        """The terms of the head words in these roles: a name that no entity was found for is still a name."""
        words = (self._word_at.get(a.start) for a in c.arguments if a.role in roles)
        return {term(w.lemma) for w in words if w is not None}

    def _bare(self, n: int, cue: Cue, at: int, said: Clause | None = None) -> Contest | None:
        """The contest of a clause that contests something, and only points at what ("denied that and said …")."""
        u = self._units[n]
        pointer = self._pointer(said or u.clause, cue, at)
        if pointer is None:
            return None
        denier = self._denier(u)
        conceded = pointer.elliptic and self._admits(u.clause)
        states = states_in(self._words, u.span[0], u.clause.head[0])
        of_states = states | self._seats(u.clause)
        called = frozenset(words_between(self._words, u.span[0], u.clause.head[0]))
        who = frozenset() if conceded else denier
        another = Denier(who, states, *self._naming(denier, of_states, called), called)
        meant = antecedent(self._units, self._reach, n, pointer, another, self._untold[cue == "false"], self._reported)
        if pointer.of_fact and (meant is None or not is_told_as_so(self._units[meant].clause, self._clause)):
            return None
        if meant is None and (pointer.so or pointer.elliptic or pointer.deed):
            return None
        if pointer.deed and meant is not None and term(pointer.deed) not in self._units[meant].predicate:
            return None  # "we were never asked" answers only that they were
        if pointer.so and meant is not None and not self._units[meant].clause.negated:
            return None  # "admitted that he had": what he denied
        what = told(self._units[meant]) if meant is not None else told(u)
        kind: Cue = "rejects" if cue == "unsure" else cue
        own = conceded and meant is not None
        made = Contest(n, kind, what, frozenset(), True, False, denier, self._inside(n), bare=True)
        return replace(made, meant=meant, conceded=own)

    def _seats(self, c: Clause) -> frozenset[str]:
        """The states that speak by the name of their seat: "Moscow dismissed the allegation"."""
        return frozenset(s for a in c.arguments if a.role == "subject" and (s := seat_of().get(a.lemma)) is not None)

    def _naming(
        self, denier: frozenset[str], states: frozenset[str], called: frozenset[str]
    ) -> tuple[frozenset[int], frozenset[int]]:
        """The units that name whoever denies something, or his state or its people; those where he does what is told.

        What a clause calls him may name him elsewhere: "the maker of the gel", "came from the gel".
        """
        if (asked := (denier, states, called)) in self._named:
            return self._named[asked]
        of_states = states | {x.removeprefix(_STATE).lower() for x in denier if x.startswith(_STATE)}
        terms = denier | {t for t in called if mass({t}) >= _TELLING}
        named, doing = set(), set()
        for n in self._mine:
            u = self._units[n]
            if terms & (u.entities | u.terms) or of_states & states_in(self._words, *u.span):
                named.add(n)
            doer = frozenset(x.removeprefix("~") for x in u.subjects)
            if denier & doer or (u.subjects and of_states & states_in(self._words, u.span[0], u.clause.head[0])):
                doing.add(n)
        return self._named.setdefault(asked, (frozenset(named), frozenset(doing)))

    def _of_what_is_before(self, n: int, cue: Cue) -> Contest | None:
        """The contest of what denies the words right before it: "which the army denies", "a claim the army rejects"."""
        c = self._units[n].clause
        if cue not in (*CLAIMS, "false") or c.negated or c.within is None:
            return None
        if any(a.role == "object" and a.start > c.head[0] for a in c.arguments):
            return None  # "a verdict that denies the farmers their fields"
        summed = self._pointers.summed(c, self._clause[c.within])
        if summed is None and (cue != "denies" or c.link != "relative"):
            return None
        meant = self._before(c, c.start if summed is None else summed)
        denier = frozenset({x for x in self._units[n].subjects if is_entity(x)} | self._heads(c, "subject"))
        if meant is None or voice(self._units[meant]) in denier:
            return None
        what = told(self._units[meant])
        return Contest(n, cue, what, frozenset(), True, False, denier, frozenset(), bare=True, meant=meant)

    def _before(self, c: Clause, start: int) -> int | None:
        """The unit that stands right before a place in the sentence of a clause: what holds that, or what it says."""
        holder = self._clause[c.within or ""]
        if c.link == "relative":
            meant = self._unit_of.get(holder.content or holder.id, self._unit_of.get(holder.id))
            return None if meant is None or self._units[meant].span[1] > c.start else meant
        near = [m for m in self._mine if 0 <= start - self._units[m].span[1] <= _A_COMMA]
        return max(near, key=self._width, default=None)

    def _admits(self, c: Clause) -> bool:
        return "admits" in contest_kinds().get(c.lemma, ())

    def _pointer(self, c: Clause, cue: Cue, at: int) -> Pointer | None:
        if cue == "unsure":
            return self._pointers.doubted(c, at)
        if cue == "false":
            return self._pointers.called_false(c, at) if c.status in TOLD else None
        pointer = self._pointers.denied(c) if cue in CLAIMS and at == c.head[0] else None
        believed = c.negated and c.lemma in believing() and is_somebodys(c)
        if pointer is not None and cue == "rejects" and not (pointer.noun or believed or pointer.otherwise):
            return replace(pointer, of_fact=True)  # "rejected that": an offer, where it is no claim
        return pointer

    def _contest(self, n: int, cue: Cue, at: int) -> Contest | None:
        u = self._units[n]
        c = u.clause
        objects = [a for a in c.arguments if a.role != "subject" and a.end > c.start]
        subjects = {a.lemma for a in c.arguments if a.role == "subject"}
        nouns = ({a.lemma for a in objects} | set(c.predicate[1:])) & nouns_of("claim", "part")
        if c.negated:  # "is not satisfied with the finding"
            nouns |= {w.lemma for w in self._body(c, at) if claim_nouns().get(w.lemma) == "claim"}
        of_claim = c.link == "relative" and any(a.lemma in nouns_of("claim", "part") for a in c.arguments)
        if cue == "demands" and not self._demands(c):
            return None
        if cue == "refuses" and not {a.lemma for a in objects} & nouns_of("demand"):
            return None
        if cue == "rejects" and not nouns and c.content not in self._unit_of and not of_claim:
            return None
        if cue == "false" and at != c.head[0] and c.link == "relative" and not names_a_claim(c, at):
            return None
        body = self._body(c, at)
        if cue in CLAIMS and nouns and self._pointers.is_bare(c, objects):
            body = [w for w in body if w.start <= max(a.start for a in objects if a.role == "object")]
        rest = [
            w.lemma for w in body if not (w.lemma in nouns_of("claim", "part", "truth") or w.lemma in contest_kinds())
        ]
        back = False
        if cue in CLAIMS:
            pointing = any(a.lemma in PRONOUNS for a in objects)
            back = (
                not rest
                or (pointing and len(rest) < 2)
                or (c.link == "relative" and not any(a.start > c.head[1] for a in objects))
            )
        elif cue == "false":
            back = len(rest) < (1 if subjects & nouns_of("claim") or calls_a_thing(c, at) else 2)
        claimant = frozenset[str]()
        if cue in CLAIMS and nouns & nouns_of("claim") and not back and self._names_whose(c, rest):
            back, claimant = True, frozenset(map(term, rest)) | (u.entities - self._denier(u))
        part = any(claim_nouns().get(a.lemma) == "part" and not is_of_many(a) for a in objects if a.role == "object")
        denier = self._denier(u)
        if cue in CLAIMS and c.content is not None:
            cleared = self._cleared(c.content)
            part, denier = part or cleared is not None, denier | (cleared or frozenset())
        said = self._said_of(c, objects) if cue in CLAIMS and nouns else None
        if said is not None:
            core = self._units[said]
            return Contest(n, cue, told(core), core.predicate, False, False, denier, self._inside(n), core=said)
        terms = {
            term(w.lemma)
            for w in body
            if not w.name and w.lemma not in nouns_of("claim", "part") and w.lemma not in contest_kinds()
        }
        content = terms | (u.entities - denier)
        if part or any(x.link == "complement" and x.lemma == c.predicate[-1] for x in self._inner[c.id]):
            content |= denier & u.entities  # whoever denies doing it is the doer
        inside = self._inside(n)
        claim = self._claim(inside, denier) if cue in (*CLAIMS, "false") else None
        if (twofold := cue in CLAIMS and self._is_twofold(inside)) and claim is None:
            return None
        deeds = frozenset(t for m in inside for t in self._units[m].deeds) if cue in CLAIMS else u.deeds
        made = Contest(n, cue, frozenset(content), deeds, back, part, denier, inside, claimant)
        answers = answered(u) if cue in CLAIMS else frozenset[str]()
        return replace(made, turned=twofold, claim=claim, answers=answers)

    def _of_its_claim(self, n: int, cue: Cue) -> Contest | None:
        """The contest of a clause that only says that what another claims is false."""
        denier, inside = frozenset({voice(self._units[n])}), self._inside(n)
        claim = self._claim(inside, denier) if cue in (*CLAIMS, "false") else None
        if claim is None:
            return None
        core = self._units[claim]
        return Contest(n, cue, told(core), core.deeds, False, False, denier, inside, claim=claim)

    def _claim(self, inside: frozenset[int], denier: frozenset[str]) -> int | None:
        """The unit of what another is said to claim, and is denied."""
        said = {m: self._statement.get(self._units[m].clause.attribution or "") for m in sorted(inside)}
        of = {m: self._units[m].clause for m in said}
        another = (m for m, a in said.items() if is_claimed(of[m], a) and not is_to_be(of[m], a))
        return max((m for m in another if voice(self._units[m]) not in denier), key=self._width, default=None)

    def _is_twofold(self, inside: frozenset[int]) -> bool:
        """Whether what is denied is itself that something is not so: who denies it tells that it is."""
        told = ((m, self._units[m].clause) for m in inside)
        under = [m for m, c in told if c.status == "denied" and c.form == "clause"]
        return bool(under) and self._units[max(under, key=self._width)].clause.negated

    def _width(self, n: int) -> tuple[int, int]:
        start, end = self._units[n].span
        return end - start, -n

    def _inside(self, n: int) -> frozenset[int]:
        """The units that lie in a unit."""
        return frozenset(self._begins.within((self._units[n].clause.start, self._units[n].clause.end))) - {n}

    def _cleared(self, clause: str) -> frozenset[str] | None:
        """Whom a clause that is denied would say to have had a part in something; None where it tells of no part."""
        c = self._clause[clause]
        if not any(
            claim_nouns().get(x) == "part" for x in (c.lemma, *(a.lemma for a in c.arguments if a.role == "other"))
        ):
            return None
        at = self._unit_of.get(clause)
        named = self._units[at].subjects | self._units[at].objects if at is not None else frozenset()
        return frozenset({x for x in named if is_entity(x)} | self._heads(c, "subject", "object"))

    def _names_whose(self, c: Clause, rest: Sequence[str]) -> bool:
        """Whether nothing is said of a claim but whose it is: "the findings of the medical commission"."""
        if not rest or len(rest) > _WHOSE or rest[-1] not in listed("source_nouns"):
            return False
        behind = (x for x in self._inner[c.id] if x.start > c.head[0])
        return not any(x.link in ("complement", "relative", "participle") for x in behind)

    def _said_of(self, c: Clause, objects: Sequence[Argument]) -> int | None:
        """The unit of what they say whose claim is denied: "the account of the police, who said that …"."""
        end = min((a.end for a in objects if claim_nouns().get(a.lemma) == "claim"), default=c.end)
        for x in self._mine:
            of = self._units[x].clause
            if of.link == "relative" and end <= of.start < c.end and of.content in self._unit_of:
                return self._unit_of[of.content]
        return None

    def _demands(self, c: Clause) -> bool:
        """Whether what a verb of demanding governs is demanded: "insists that they be disarmed"."""
        return c.lemma == "demand" or any(x.status == "demanded" for x in self._inner[c.id] if x.start > c.head[1])

    def _body(self, c: Clause, at: int) -> list[Word]:
        """What stands behind the word that contests; of a passive, and of what is called false, all the rest."""
        low, high = bisect_left(self._starts, c.start), bisect_left(self._starts, c.end)
        words = [w for w in self._words[low:high] if w.start != at]
        subjects = {a.start for a in c.arguments if a.role == "subject"}
        if at != c.head[0]:
            return [w for w in words if w.start not in {*subjects, c.head[0]}]
        if c.form == "clause" and any(a.role == "object" and a.start < at for a in c.arguments):
            return [w for w in words if w.start not in subjects]
        return [w for w in words if w.start > at]

    def _negated(self, n: int) -> Contest:
        u = self._units[n]
        denier = self._denier(u)
        if u.clause.lemma == "plead":  # "pleaded not guilty": what the pleader is charged with
            return Contest(n, "denies", told(u) - denier, frozenset(), True, True, denier, frozenset())
        no_part = has_no_part(u, self._inner)
        denier |= cleared(u) if no_part else frozenset()
        contest = Contest(n, "negated", told(u), u.predicate, False, False, denier, frozenset(), cleared=no_part)
        return replace(contest, claimant=self._as_claimed_by(u))

    def _as_claimed_by(self, u: Unit) -> frozenset[str]:
        """Who is said to have claimed what is not so: "it was not moored, as the port had claimed"."""
        inner = [x for x in self._inner[u.clause.id] if x.link == "adverbial" and x.lemma in saying()]
        heads = frozenset().union(*(self._heads(x, "subject") for x in inner))
        return heads | (u.entities - u.subjects - u.objects) if heads else frozenset()
