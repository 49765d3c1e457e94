"""Two accounts beside each other in one report, by two voices, that give one slot two values.

"A said that the ship was in international waters. B said that it was in the harbour"; "freed by the police, the
ministry said; his wife says it was his company". What both speak of need not be said twice: the second has "it".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import product

from rashomon.comparing.disputes.accounts import Account, accounts, is_cleft, words_between
from rashomon.comparing.disputes.contest import contest_kinds
from rashomon.comparing.disputes.only_one import age_of
from rashomon.comparing.disputes.rival import Rivals, other_days, overlap
from rashomon.comparing.disputes.rival_deeds import ends_of
from rashomon.comparing.disputes.states import poles, sorting
from rashomon.comparing.disputes.two_matters import people, people_words
from rashomon.comparing.disputes.words import bare, words_in
from rashomon.comparing.joining.contraries import opposites
from rashomon.comparing.joining.other_values import causes, manners, mishaps, two_causes
from rashomon.comparing.joining.unit import TOLD, Unit
from rashomon.comparing.joining.vetoes import doers, places_to_be, sides
from rashomon.comparing.term import classes_of, is_entity, term
from rashomon.language import listed, word_set
from rashomon.records import ConflictKind, Reading, Reason

_NEAR = 2  # sentences
_SURE = 0.6
_LIKELY = 0.45
_WORD = 4  # letters of a word that its contrary may begin with
_NOT = tuple(sorted(word_set("words_of_contests", "turns_round")))
_BEFALLING = word_set("words_of_contests", "befalling")
_KEPT = word_set("words_of_contests", "kept")
_BEING = word_set("words_of_contests", "being_there")
_BLAME = word_set("words_of_contests", "to_blame")
_ELSEWHERE = word_set("words_of_disputes", "in_another_place")
_DONE_BY_ONE = word_set("words_of_contests", "done_by_one")


def second_accounts(units: Sequence[Unit], readings: Mapping[str, Reading]) -> Iterator[Rivals]:
    """Give the pairs of accounts that stand beside each other and cannot both hold."""
    for report, told in accounts(units, readings).items():
        reading, first = readings[report], 0
        for i, b in enumerate(told):
            while b.clause.sentence - told[first].clause.sentence > _NEAR:
                first += 1
            for a in told[first:i]:
                if not _of_two(a, b, units):
                    continue
                rivals = _rivals(a, b, units, reading)
                if rivals is not None:
                    yield rivals


def _of_two(a: Account, b: Account, units: Sequence[Unit]) -> bool:
    """Whether two tell them: two who are cited, or the report itself and somebody who is cited with a "but"."""
    own = all(units[x.unit].clause.id == x.clause.id for x in (a, b))  # what says it has a day of its own
    if overlap(units[a.unit], units[b.unit]) or (own and other_days(units[a.unit], units[b.unit])):
        return False
    if a.voices and b.voices:
        return not a.voices & b.voices
    return b.against and bool(a.voices or b.voices)


def _rivals(a: Account, b: Account, units: Sequence[Unit], reading: Reading) -> Rivals | None:
    said: tuple[float, ConflictKind, str] | None = None
    if _two_places(a, b, units, reading):
        said = _SURE, "place", "place of"
    elif _two_doers(a, b, units, reading):
        said = _SURE, "actor", "doer of"
    elif _two_natures(a, b):
        said = _LIKELY, "identity", "what is said of"
    elif (_contrary(a, b) or _two_states(a, b)) and not (is_elsewhere(b, reading) or _of_two_of_a_kind(a, b, reading)):
        said = _SURE, "status", "contrary of"
    elif _two_ends(a, b) and not (a.clause.figures or b.clause.figures):  # "14 died", "61 were rescued"
        said = _SURE, "status", "outcome of"
    elif _two_deaths(a, b):
        said = _SURE, "cause", "manner of"
    elif _two_ages(a, b):
        said = _SURE, "number", "age of"
    elif _is_to_blame_instead(a, b, units):
        said = _SURE, "cause", "cause of"
    elif _is_what_the_other_is_not(a, b):
        said = _SURE, "identity", "what it is not"
    elif _grants_only(a, b, units, reading):
        said = _LIKELY, "cause", "what befell, beside"
    if said is None:
        return None
    chance, kind, rule = said
    return Rivals(a.unit, b.unit, chance, kind, Reason("rule", f"{rule} {a.clause.lemma}, beside"))


def is_elsewhere(b: Account, reading: Reading) -> bool:
    """Tell whether an account is told of another place than those before it: "elsewhere, schools were open"."""
    start, end = reading.sentences[b.clause.sentence]
    return any(w.lemma in _ELSEWHERE for w in words_in(reading.words, start, end))


def _of_two_of_a_kind(a: Account, b: Account, reading: Reading) -> bool:
    """Whether the words before who or what is told of tell one of a kind from another: "the front hatch"."""
    one, other = (frozenset(words_between(reading.words, x.clause.start, x.clause.head[0])) & sorting() for x in (a, b))
    return one != other


def _two_places(a: Account, b: Account, units: Sequence[Unit], reading: Reading) -> bool:
    who, whom = _where_is(a), _where_is(b)
    if who is None or whom is None or not (who & whom or (b.open and who and not whom)):
        return False
    x, y = (_place(of, units) for of in (a, b))
    if x is None or y is None:
        return False
    if x != y:
        return not (is_entity(x) and is_entity(y))  # of two names one may lie in the other
    one, other = (_told_apart_by(of, reading) for of in (a, b))
    return bool(one and other) and not one & other


def _where_is(a: Account) -> frozenset[str] | None:
    """Who or what is told to be somewhere; None where nothing is: "it had been in a shed", "was stored in a shed"."""
    if a.clause.lemma in _BEING:
        return a.subjects
    return a.objects if a.clause.lemma in _KEPT and not a.subjects else None


def _place(a: Account, units: Sequence[Unit]) -> str | None:
    """Where somebody is told to be, where one place is told."""
    found = _all_places(a, units)
    return next(iter(found)) if len(found) == 1 else None


def _all_places(a: Account, units: Sequence[Unit]) -> frozenset[str]:
    return frozenset(x for x in a.others if x in units[a.unit].places or x in places_to_be())


def _told_apart_by(a: Account, reading: Reading) -> frozenset[str]:
    """Which of its kind a place is: the words before its noun."""
    noun = next(x for x in a.clause.arguments if x.role == "other" and f"~{term(x.lemma)}" in places_to_be())
    return frozenset(words_between(reading.words, a.clause.head[1], noun.start))


def _of_one(a: Account, b: Account) -> bool:
    """Whether both say something of one: named in both, or only "it" in the second."""
    return bool(a.subjects & b.subjects) or (b.open and not b.subjects and bool(a.subjects))


def _two_natures(a: Account, b: Account) -> bool:
    """Whether one is said to be of those who fight, or of another side, and not: "soldiers", and "surveyors"."""
    if not (a.clause.lemma == b.clause.lemma == "be") or not _of_one(a, b):
        return False
    x, y = (of.others & people() - _anybody() for of in (a, b))
    one, other = sides(x), sides(y)
    return bool(x and y) and not x & y and bool(one or other) and one != other


def _contrary(a: Account, b: Account) -> bool:
    """Whether contraries are said of one: "solvent", "insolvent"."""
    if a.clause.lemma not in _BEING or b.clause.lemma not in _BEING or not _of_one(a, b):
        return False
    x, y = ({w for of in c.arguments if of.role == "other" for w in (of.lemma,)} for c in (a.clause, b.clause))
    return any(term(two) in opposites().get(term(one), ()) or _undoes(one, two) for one, two in product(x, y))


def _two_states(a: Account, b: Account) -> bool:
    """Whether one is told to be in two states that exclude each other: "was rigged", "was free and fair"."""
    x, y = a.subjects or a.objects, b.subjects or b.objects
    one = b.open and not y and bool(x)  # "it": of two drivers the one may be sober
    return one and any((matter, not pole) in poles(b.clause) for matter, pole in poles(a.clause))


def _undoes(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return len(short) >= _WORD and any(long == f"{prefix}{short}" for prefix in _NOT)


def _two_deaths(a: Account, b: Account) -> bool:
    """Whether one is told to have died in two ways: "had drowned", "had been strangled"."""
    if not (a.parties & b.parties or (b.open and not b.parties)) or a.clause.figures or b.clause.figures:
        return False
    one, other = (manners(x.predicate, bare(x.others), bare(x.others | x.objects)) for x in (a, b))
    return any(x and y and not x & y for x, y in zip(one, other, strict=True))


def _two_ages(a: Account, b: Account) -> bool:
    """Whether one is told to be of two ages: "was 14", "he was 12"."""
    x, y = age_of(a.clause), age_of(b.clause)
    return x is not None and y is not None and x != y and _of_one(a, b)


def _is_to_blame_instead(a: Account, b: Account, units: Sequence[Unit]) -> bool:
    """Whether something else is "to blame" for what one lays to a cause: "arson caused the fire", "a cable was"."""
    x, y = causes(units[a.unit]), b.subjects
    if not mishaps(units[a.unit]) or b.clause.lemma != "be" or b.clause.predicate[-1] not in _BLAME or not x or not y:
        return False
    return not x & y and not (x | y) & people() and not any(map(is_entity, x | y))


def _is_what_the_other_is_not(a: Account, b: Account) -> bool:
    """Whether one says that it is what the other says it is not: "not measles but food poisoning", "was measles"."""
    if not (a.clause.lemma == b.clause.lemma == "be"):
        return False
    one = a.open or b.open or bool(a.subjects & b.subjects)  # "it" in either
    return one and any(
        {x.lemma for x in c.arguments if x.role == "denied"} & {x.lemma for x in d.arguments if x.role == "other"}
        for c, d in ((a.clause, b.clause), (b.clause, a.clause))
    )


def _grants_only(a: Account, b: Account, units: Sequence[Unit], reading: Reading) -> bool:
    """Whether somebody grants that something befell one, but tells how otherwise: "confirmed the death, but said …"."""
    if not b.against or a.predicate & b.predicate or not a.voices:
        return False
    before = (c for c in reading.clauses if c.sentence == b.clause.sentence and c.start < b.clause.start)
    granted = [c for c in before if "admits" in contest_kinds().get(c.lemma, ()) and c.status in TOLD]
    if not granted:
        return False
    end = b.clause.start
    words = frozenset(words_between(reading.words, granted[-1].head[1], end))
    befell = classes_of(words) & _BEFALLING
    told = classes_of(units[a.unit].own | a.predicate)
    return bool(befell) and bool(told & _BEFALLING)


def _two_doers(a: Account, b: Account, units: Sequence[Unit], reading: Reading) -> bool:
    """Whether two are told to have done one deed; "it was soldiers" tells of the deed that was told before it."""
    if not any(x.role == "object" for x in a.clause.arguments):
        return False
    x = _doers(a.subjects, units[a.unit])
    if is_cleft(b.clause):
        if any(c.within == b.clause.id and c.link == "relative" for c in reading.clauses):
            return False  # "it was soldiers who shot him": the clause behind it tells that
        y = frozenset(w for w in b.others - a.objects if is_entity(w) or w in people())  # not "it was under attack"
        said = (x for x in b.clause.arguments if x.role == "other" and x.mention is None)
        if any(x.lemma not in people_words() for x in said):
            return False  # "this is the fifth raid by the police"
    elif b.clause.lemma in _BEING:
        return False  # who "was under attack" did nothing
    else:
        y = _doers(b.subjects, units[b.unit])
        if mishaps(units[a.unit]) & mishaps(units[b.unit]) and not two_causes(units[a.unit], units[b.unit]):
            return False  # "the collapse of the stand", "the collapse of the talks"
        one = bool(a.predicate & b.predicate) or bool(_kinds(a, units[a.unit]) & _kinds(b, units[b.unit]))
        if not one or not (a.objects & b.objects or (b.open and not b.objects)):
            return False
        if b.clause.link != "relative" and not _is_grave(a, units[a.unit]):
            return False
    if not x or not y or x & y or sides(x) & sides(y) or _tells_it_himself(a, x) or _tells_it_himself(b, y):
        return False
    where, there = (_all_places(of, units) for of in (a, b))
    if where and there and not where & there:
        return False  # a bomb at the market, and a bomb at the port
    return len(set(map(is_entity, x | y))) == 1 or bool(a.voices & bare(y) or b.voices & bare(x)) or b.against


def _tells_it_himself(a: Account, who: frozenset[str]) -> bool:
    """Whether whoever did it is he who tells it: a headline's "Sheriff: blast kills two" is read so."""
    words = {term(word) for voice in a.voices for word in voice.rpartition(":")[2].split()[-1:]}
    return bool(bare(who) & words)


def _doers(who: frozenset[str], u: Unit) -> frozenset[str]:
    return who & doers(u) if who & u.subjects else who


def _kinds(a: Account, u: Unit) -> frozenset[str]:
    own = u.classes if u.clause is a.clause else classes_of(a.predicate)
    return own & _rival_kinds()


def _is_grave(a: Account, u: Unit) -> bool:
    return a.clause.lemma in _DONE_BY_ONE or bool(_kinds(a, u)) or bool(ends_of(a.clause, a.subjects, a.objects))


def _two_ends(a: Account, b: Account) -> bool:
    """Whether one is told to have come to two ends; "it" in the second is who is told of in the first."""
    mine = ends_of(a.clause, a.subjects, a.objects)
    theirs = ends_of(b.clause, b.subjects, b.objects)
    return any(
        x[0] != y[0] and bool(x[1]) and (bool(x[1] & y[1]) or (b.open and not y[1]))
        for matter in sorted(mine.keys() & theirs.keys())
        for x, y in product(mine[matter], theirs[matter])
    )


@cache
def _anybody() -> frozenset[str]:
    return frozenset(f"~{term(word)}" for word in listed("anybody"))


@cache
def _rival_kinds() -> frozenset[str]:
    return listed("grave_kinds", "rival")
