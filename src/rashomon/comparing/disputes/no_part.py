"""Clauses that say that somebody had no part in something: "had nothing to do with the fire", "played no role"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rashomon.comparing.disputes.contest import Contest
from rashomon.comparing.disputes.contest_words import nouns_of
from rashomon.comparing.disputes.likeness import accuses
from rashomon.comparing.disputes.words import mass, told
from rashomon.comparing.joining.unit import TOLD, Unit
from rashomon.comparing.term import term
from rashomon.language import word_set
from rashomon.records import Clause

_HAS = word_set("words_of_disputes", "has")
_HANDS = word_set("words_of_disputes", "hand")
_BEHIND = frozenset(map(term, word_set("words_of_disputes", "behind")))
_KNOWING = word_set("words_of_disputes", "knowing")
_NEAR = 2  # sentences
_MATTER = 2.0  # what a denial and an accusation share beside who denies
_WORD = 0.5


def has_no_part(u: Unit, inner: Mapping[str, Sequence[Clause]]) -> bool:
    """Whether a clause says of somebody that he had no part in what it tells."""
    c = u.clause
    if not c.negated or c.form != "clause" or c.status not in TOLD or c.content is not None:
        return False
    said = {a.lemma for a in c.arguments if a.role != "subject"}
    part = nouns_of("part") - _KNOWING
    if c.lemma in part or (c.lemma == "be" and (said & part or u.own & _BEHIND)):  # "was not involved", "not behind it"
        return True
    if c.lemma not in _HAS:
        return False
    to_do = (x for x in inner.get(c.id, ()) if x.lemma == "do" and x.start > c.head[1])
    nothing = "nothing" in said and any(a.role == "other" for x in to_do for a in x.arguments)
    return nothing or bool(said & (part | _HANDS))


def cleared(u: Unit) -> frozenset[str]:
    """Give the entities and terms of those who had no part: who was not involved stands as what is done to."""
    who = u.subjects | (u.objects if u.clause.lemma in nouns_of("part") else frozenset())
    return frozenset(x.removeprefix("~") for x in who)


def clears_of(contest: Contest, a: Unit, b: Unit) -> bool:
    """Whether a clause `b` lays to somebody the very thing that he has no part in, as `a` says.

    Right beside it one word of it is enough: "had nothing to do with the fire".
    """
    if not contest.cleared:
        return False
    near = a.report == b.report and abs(a.clause.sentence - b.clause.sentence) <= _NEAR
    laid = contest.denier & {x.removeprefix("~") for x in b.subjects | b.objects}
    shared = (contest.content - contest.denier) & (told(b) | b.around)
    return bool(laid) and accuses(contest, b) and mass(shared) >= (_WORD if near else _MATTER)
