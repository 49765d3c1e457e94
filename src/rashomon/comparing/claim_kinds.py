"""What kind of claim a group of tellings is: event, finding, position, plan or background.

A position is what a party asserts of what ought to be, denies, demands, blames or praises: the claim is that it says
so. A plan lies ahead. A finding is measured, ruled, found or counted. Background came long before the story's own
days. What is none of these happened: an event.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from rashomon.comparing.days import days
from rashomon.comparing.joining.unit import Unit
from rashomon.comparing.term import term
from rashomon.language import listed, saying_verbs, word_set
from rashomon.records import ClaimKind, Clause

LONG_BEFORE = 45
"""Days before the first report of a story from which on what happened is background."""
_PRESENT = frozenset({"now"})
_FARTHEST = 2
"""Clauses from what was planned up to the one that tells that the plan is given up: "(dropped) (its plan) (to go)"."""
_OF_A_PLAN = frozenset({"complement", "phrase", "participle"})


def kind(units: Sequence[Unit], first_day: int | None) -> ClaimKind:
    """Give the kind of what `units` tell; `first_day` is the ordinal of the story's first report, where known."""
    told = Counter(_kind(u, first_day) for u in units)
    order: tuple[ClaimKind, ...] = ("event", "finding", "position", "plan", "background")
    return max(order, key=lambda k: (told[k], -order.index(k)))


def _kind(unit: Unit, first_day: int | None) -> ClaimKind:
    clause = unit.clause
    when = days(clause.date) if clause.date else None
    if when is not None and first_day is not None and when[1].toordinal() < first_day - LONG_BEFORE:
        return "background"
    if (clause.lemma in _of("position") and not _is_undergone(clause)) or clause.status == "demanded":
        return "position"
    if (clause.status == "planned" and not _is_no_plan(clause)) or _plans(clause):
        return "plan"
    said = clause.attribution is not None
    if said and unit.direct and _tells_own_deed(clause):
        return "event"
    if said and (unit.direct or (clause.wording is not None and clause.wording.positional)):
        return "position"
    if said and clause.lemma in _of("said") and not clause.figures:
        return "position"
    if clause.lemma in _of("finding") or any(f.fate for f in clause.figures):
        return "finding" if clause.lemma in _of("finding") else "event"
    return "event"


def _is_undergone(clause: Clause) -> bool:
    """Whether a clause names who undergoes it alone, so nobody's position is told: "the mayor was asked about it"."""
    roles = {a.role for a in clause.arguments}
    fronted = any(a.role == "object" and a.start < clause.head[0] for a in clause.arguments)
    return clause.form == "clause" and fronted and "subject" not in roles


def _is_no_plan(clause: Clause) -> bool:
    """Whether "would" tells no plan that is reported but, in a narrator's own words, a habit or what might be.

    So "he would walk the dog at noon", "few would bet on it".
    """
    because = clause.because
    return (
        clause.attribution is None
        and because.rule == "planned"
        and because.words in listed("status_modals", "backshift")
    )


def _plans(clause: Clause) -> bool:
    """Whether the verb tells that something lies ahead: "seeks to close it", not "sought treatment"."""
    if clause.lemma in _of("plan"):
        return True
    objects = {a.lemma for a in clause.arguments if a.role == "object"}
    return clause.lemma in _of("plan to") and any(p not in objects for p in clause.predicate[1:])


def _tells_own_deed(clause: Clause) -> bool:
    """Whether somebody tells what he did or saw, no position: "I saw the roof go", not "we stand by it"."""
    himself = any(a.role == "subject" and a.lemma in word_set("words_of_events", "speaker") for a in clause.arguments)
    past = clause.date_basis.rule not in _PRESENT
    return himself and past and clause.status == "asserted" and not clause.negated and clause.lemma not in _of("said")


def says_elsewhere(clause: Clause) -> bool:
    """Whether a clause tells that somebody spoke, and what was said stands outside it: "a spokesman said Tuesday".

    So does "makes the following clarifications". Many such verbs tell a deed where nothing is said ("agreed to a
    halt", "the search continues", "the toll stood at 9"): those clauses stand for themselves.
    """
    objects = [a for a in clause.arguments if a.role == "object"]
    if clause.lemma in listed("cue_light_verbs") and objects and all(a.lemma in _of("word") for a in objects):
        return clause.form == "clause" and clause.content is None  # "issued a statement on the fire"
    if objects or clause.content is not None or clause.form != "clause" or clause.lemma in _of("position"):
        return False
    return clause.lemma in saying_verbs() - _of("deed")


def only_says(clause: Clause) -> bool:
    """Whether a clause tells no more than that somebody says what another clause tells ("X said that …").

    That somebody knew is news of its own where another says so: "admitted that she knew of it".
    """
    if clause.content is None or clause.lemma in _of("position"):
        return False
    knows = clause.lemma == "know" and clause.wording is not None and not clause.wording.positional
    if knows and clause.attribution is not None:
        return False
    return clause.lemma in saying_verbs()


@cache
def _of(kind: str) -> frozenset[str]:
    return listed("claim_kinds", kind)


def given_up(clause: Clause, clauses: Mapping[str, Clause]) -> frozenset[str]:
    """Give the terms of what a clause tells is not to be done, or stands as what is not; none where it tells no such.

    "Dropped its plan to close the school", "called off the strike": neither tells the closing nor the strike. `clauses`
    are those of its report by id.
    """
    around = [c for c in clauses.values() if clause.start <= c.start and c.end <= clause.end] if _may_be(clause) else []
    if clause.status == "unrealised":
        return _deeds(around)
    at: Clause | None = clause
    for _ in range(_FARTHEST if around else 0):
        at = clauses.get(at.within or "") if at is not None and at.link in _OF_A_PLAN else None
        if at is not None and _drops_a_plan(at):
            return _deeds(around)
    drops = _drops_a_plan(clause)
    told = clause.form == "clause" and clause.status == "asserted" and not clause.negated
    if not drops and not (told and clause.lemma in _undoing()):
        return frozenset()
    return _deeds([c for c in around if c.status == "unrealised" or (drops and c.status == "planned")])


def _may_be(clause: Clause) -> bool:
    ahead = clause.status in ("planned", "unrealised") or clause.lemma in word_set("words_of_plans", "plan")
    return ahead or clause.lemma in word_set("words_of_plans", "drops") | _undoing()


def _deeds(clauses: Iterable[Clause]) -> frozenset[str]:
    return frozenset(term(word) for c in clauses for word in (c.lemma, *c.predicate))


def _drops_a_plan(c: Clause) -> bool:
    """Whether a clause tells that somebody gives up what he meant to do: "dropped its plan", "withdrew her bid"."""
    if c.form != "clause" or c.status != "asserted" or c.negated or c.lemma not in word_set("words_of_plans", "drops"):
        return False
    return any(a.role == "object" and a.lemma in word_set("words_of_plans", "plan") for a in c.arguments)


@cache
def _undoing() -> frozenset[str]:
    return frozenset(word.split()[0] for word in listed("status_cues", "unrealised"))
