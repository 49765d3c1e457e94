"""What a denial that only points means: the statement of another just before it.

"The dockers denied this" and "the ministry rejected the accusation" name nothing themselves. A pronoun means what the
sentence before says, if another said it; a noun of a claim the nearest such statement, or, where that says nothing of
whoever denies it, the nearest that does; the noun of a report what the lead tells of whoever denies it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from rashomon.comparing.beginnings import Beginnings
from rashomon.comparing.disputes.contest import (
    COUNTS,
    claiming,
    contest_kinds,
    deciders,
    documents,
    findings,
    nouns_of,
    pointing,
    wishing,
)
from rashomon.comparing.disputes.pointers import Pointer
from rashomon.comparing.disputes.words import OUTLET, bare, state_of, voice
from rashomon.comparing.joining.other_values import LAYS, lays
from rashomon.comparing.joining.unit import FULL_LINKS, TOLD, Unit
from rashomon.comparing.term import term
from rashomon.records import Clause

_BACK = 3  # sentences in which a noun of a claim finds what it means
_FAR_BACK = 6  # where they name whoever denies it
_OF_THE_LEAD = -100  # no sentence has this number
_NEWS = frozenset({"report", "story", "article"})
_SAYING = frozenset({"say", "tell"})
_LEAD = 1
_BODY = "institution:"


@dataclass(frozen=True, slots=True)
class Denier:
    """Who denies something: terms and entities, the states that they are of, and the units that name them or these.

    `doing` are those of them that name him as who does it; `called` are the terms of the words by which the clause
    calls him: "Norvia's foreign ministry".
    """

    who: frozenset[str]
    states: frozenset[str] = frozenset()
    named: frozenset[int] = frozenset()
    doing: frozenset[int] = frozenset()
    called: frozenset[str] = frozenset()

    def says(self, u: Unit) -> bool:
        """Whether a clause is his own word: not where another state's people, or another body, bear the same name."""
        words = voice(u).rpartition(":")[2].split()
        theirs = {state_of().get(word) for word in words} - {None}
        if theirs and self.states and not theirs & self.states:
            return False
        which, mine = frozenset(map(term, words[:-1])), self.called - self.who
        another = bool(which and mine) and not which & self.called and voice(u).startswith(_BODY)
        return is_word_of(u, self.who) and not another


def in_reach(units: Sequence[Unit], mine: Sequence[int]) -> Beginnings[int]:
    """Give the units of one report by their sentences, those of its lead also by one before all."""
    return Beginnings(([units[n].clause.sentence, *([_OF_THE_LEAD] if units[n].lead else ())], n) for n in mine)


def antecedent(
    units: Sequence[Unit],
    reach: Beginnings[int],
    at: int,
    pointer: Pointer,
    denier: Denier,
    untold: frozenset[str],
    reported: frozenset[str] = frozenset(),
) -> int | None:
    """Give which unit of its report a denial means; None where nobody else says anything. `reach` is of `in_reach`.

    `at` is the number of the denial, `pointer` the word that points, `untold` are the clauses of the report that are
    only supposed or asked for, `reported` those that tell what somebody is said to have reported.
    """
    a, noun = units[at], pointer.noun
    window = a.clause.sentence - _FAR_BACK, a.clause.sentence + 1
    mine = reach.within((_OF_THE_LEAD, _OF_THE_LEAD + 1), window)
    if pointer.elliptic and _answers_a_question(units, mine, at, untold):
        return None
    mine = [n for n in mine if not {units[n].clause.id, units[n].clause.content} & untold]
    mine = [n for n in mine if n != at and units[n].clause.form == "clause" and units[n].span[0] < a.span[0]]
    far = [n for n in mine if n in denier.named and a.clause.sentence - units[n].clause.sentence <= _FAR_BACK]
    mine = [n for n in mine if a.clause.sentence - units[n].clause.sentence <= _BACK or units[n].lead]
    made = [n for n in mine if units[n].clause.lemma in claiming(noun) and not denier.who & bare(units[n].subjects)]
    made = [n for n in made if units[n].clause.status in TOLD and units[n].clause.head[1] <= a.span[0]]
    if made and (noun in findings() or a.clause.sentence - units[made[-1]].clause.sentence <= 1):
        return made[-1]  # "claimed the raid, but officials dismissed the claim"
    blamed = [n for n in made if n in denier.named and a.clause.sentence - units[n].clause.sentence <= _BACK]
    if blamed:
        return blamed[-1]
    before = [n for n in mine if units[n].span[1] <= a.span[0]]
    if pointer.of_kind:
        return _of_kind(units, before, a, noun, denier)
    if noun in _NEWS:
        near = [n for n in before if units[n].clause.id in reported and not denier.says(units[n])]
        nearest = max((units[n].clause.sentence for n in near), default=-1)
        if near and a.clause.sentence - nearest <= 1:
            return _widest(units, (n for n in near if units[n].clause.sentence == nearest))
        lead = [n for n in before if units[n].clause.sentence <= _LEAD and units[n].speaker]
        lead = [n for n in lead if not denier.says(units[n])]
        for wanted in (lambda u: denier.who & bare(u.subjects), lambda u: OUTLET in u.speaker):
            about = _widest(units, (n for n in lead if wanted(units[n])))
            if about is not None:
                return about
    before = [n for n in before if a.clause.sentence - units[n].clause.sentence <= _BACK]
    told = [n for n in before if _is_told(units[n]) and units[n].clause.status != "planned"]
    told = [n for n in told if noun or not _only_tells_which(units[n])]
    if pointer.whose:
        his = _words_of(units, told, pointer.whose)
        return next((n for n in his if units[n].clause.content is None), None)  # a version begins with what it is of
    told = _of_its_sort(units, told, before, noun)
    if noun in documents():
        near = [n for n in before if not denier.says(units[n]) and units[n].terms & _terms_of(noun)]
        return _widest(units, (n for n in near if units[n].clause.link in FULL_LINKS))
    last = next((n for n in reversed(told) if not denier.says(units[n])), None)
    if noun in _accusing() and last is not None:
        of_him = [n for n in far if _is_told(units[n]) and units[n].span[1] <= a.span[0] and not denier.says(units[n])]
        of_him = [n for n in of_him if units[n].clause.status in TOLD and units[n].clause.link in FULL_LINKS]
        told = _said_of_him(units, told, last, of_him, denier)
        last = told[-1] if last not in told else last
    if last is None or (not noun and any(n > last and _stands_between(units[n]) for n in before)):
        return None  # his own words, or what the report tells itself
    last = next((n for n in told if units[n].clause.id == units[last].clause.content), last)  # what is said, not that
    run = [
        n for n in told if voice(units[n]) == voice(units[last]) or (lays(units[n]) and _holds(units[n], units[last]))
    ]
    run = [n for n in run if units[n].clause.sentence == units[last].clause.sentence]
    if pointer.otherwise:  # of a whole account, what it begins with
        return next((n for n in run if units[n].clause.content is None), run[0])
    return _widest(units, run)


def _answers_a_question(units: Sequence[Unit], mine: Sequence[int], at: int, untold: frozenset[str]) -> bool:
    """Whether what stands right before, in its sentence, is only asked: "asked if it is so, most say it is not"."""
    a = units[at]
    near = [n for n in mine if n != at and units[n].clause.sentence == a.clause.sentence]
    before = [n for n in near if units[n].span[1] <= a.span[0] and units[n].clause.form == "clause"]
    return any({units[n].clause.id, units[n].clause.content} & untold for n in before)


def _said_of_him(
    units: Sequence[Unit], told: Sequence[int], last: int, of_him: Sequence[int], denier: Denier
) -> list[int]:
    """What is said of him who denies it: by the sentence of `last`, where that names him, else by the nearest other.

    What he is told to have done comes before what only names him.
    """
    beside = [n for n in told if units[n].clause.sentence == units[last].clause.sentence]
    for naming in (denier.doing, denier.named):
        if naming.intersection(beside):
            break
        if naming.intersection(of_him):
            return [n for n in of_him if n in naming]
    return list(told)


def _of_its_sort(units: Sequence[Unit], told: Sequence[int], before: Sequence[int], noun: str) -> list[int]:
    """Those of `told` that a noun can mean: a verdict the word of one who finds out, a figure the last given."""
    if noun in findings():
        return [n for n in told if _finds(units[n])]
    if noun in COUNTS:
        latest = max((units[n].clause.sentence for n in before if units[n].figures), default=-1)
        return [n for n in told if units[n].figures and units[n].clause.sentence == latest]
    return list(told)


def _holds(u: Unit, inner: Unit) -> bool:
    """Whether one clause lies in another: what it is laid to is quoted, "rains “such as nobody has seen”"."""
    return u.report == inner.report and u.span[0] <= inner.span[0] and inner.span[1] <= u.span[1]


def _finds(u: Unit) -> bool:
    """Whether a clause is the word of one who finds things out, or of a writing: the inquiry, its report."""
    last = voice(u).rpartition(":")[2].split()
    return any(word in deciders() or word in documents() for word in last)


def _of_kind(units: Sequence[Unit], before: Sequence[int], a: Unit, noun: str, denier: Denier) -> int | None:
    """The unit that tells of such a thing, in the nearest sentence where another does.

    Whoever answers with "no such call" what another says right before may mean what that one calls otherwise.
    """
    said = [n for n in before if not denier.says(units[n])]
    told = [n for n in said if term(noun) in units[n].terms]
    told = [n for n in told if a.clause.sentence - units[n].clause.sentence <= _BACK]
    if not told and (a.speaker or a.clause.content):
        told = [n for n in said if _is_told(units[n]) and units[n].clause.status != "planned"]
        told = [n for n in told if a.clause.sentence - units[n].clause.sentence <= 1]
    nearest = max((units[n].clause.sentence for n in told), default=-1)
    return _widest(units, (n for n in told if units[n].clause.sentence == nearest))


def _words_of(units: Sequence[Unit], told: Sequence[int], whose: frozenset[str]) -> list[int]:
    """What somebody says who is named by a word: "his lawyer, Lena Berg, said …" is the lawyer's."""
    terms = {(units[n].report, units[n].clause.id): units[n].terms for n in told}
    content = {n: (units[n].report, inner) for n in told if (inner := units[n].clause.content)}
    said = {
        at
        for n, at in content.items()
        if whose & (bare(units[n].subjects) | (units[n].terms - terms.get(at, frozenset())))
    }
    voices = {voice(units[n]) for n in told if (units[n].report, units[n].clause.id) in said} - {""}
    return [
        n for n in told if voice(units[n]) in voices or is_word_of(units[n], whose) or whose & bare(units[n].subjects)
    ]


def _stands_between(u: Unit) -> bool:
    """Whether a clause is told by the report itself, or by who denies."""
    return u.clause.link == "main" and u.clause.lemma not in _SAYING


def _only_tells_which(u: Unit) -> bool:
    """Whether a clause only tells which thing is meant: "the services they provide"."""
    return u.clause.link == "relative" and u.clause.content is None


def _is_told(u: Unit) -> bool:
    """Whether a clause tells what somebody says: it is said, or blames somebody; not that something is said."""
    if u.clause.lemma in _SAYING and u.clause.content is None:
        return len(u.clause.predicate) > 1  # "is said to have left"
    if lays(u) and u.clause.link != "relative":
        return True  # "attributes the disaster to rain"
    return bool(u.speaker) or (u.clause.link != "relative" and "blames" in contest_kinds().get(u.clause.lemma, ()))


def _widest(units: Sequence[Unit], of: Iterable[int]) -> int | None:
    """The unit that tells most of what is said there."""
    told = list(of)
    told = [n for n in told if units[n].clause.content is None] or told  # what is said, not that it is
    return max(told, key=lambda n: (units[n].span[1] - units[n].span[0], -n), default=None)


@cache
def _accusing() -> frozenset[str]:
    """The nouns of what is said against somebody."""
    return frozenset(noun for noun in nouns_of("claim") if "accuse" in claiming(noun) or noun == "claim")


@cache
def _terms_of(document: str) -> frozenset[str]:
    """The terms of what a document may be called before: a "document" is a letter, an order, and so on."""
    return frozenset(map(term, documents() if document in ("document", "paper") else {document}))


def is_word_of(u: Unit, who: frozenset[str]) -> bool:
    """Whether a unit is the word of one of these, terms and entities."""
    last = {term(word) for word in voice(u).removeprefix("~").rpartition(":")[2].split()} if u.speaker else set()
    return bool(who & ({voice(u)} | last))


def is_told_as_so(c: Clause, clauses: Mapping[str, Clause]) -> bool:
    """Whether a clause tells what somebody says is so, or lays to another; not what he wants, offers or will do."""
    of = {clauses[x].lemma for x in (c.within,) if x is not None}
    wanted = not wishing().isdisjoint(of) or c.lemma in wishing() - pointing()
    said = c.attribution is not None and c.content is None and not wanted
    return c.status in TOLD and (said or c.lemma in LAYS or "blames" in contest_kinds().get(c.lemma, ()))
