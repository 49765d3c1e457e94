"""Two accounts at two poles of one matter: "stepped down", "was sacked"; "kept the truce", "broke it".

Which words tell which pole is told by a table (lexicon `poles`): whose it is, the verb, what stands behind it; a clause
that is negated tells the other pole. Right beside each other two need not say twice of whom: the second has "it".
Over two reports both must tell it of one who is named, and at about one time, for what is so today was else yesterday.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from rashomon.comparing.disputes.accounts import Account, both_ways, pronouns, words_between
from rashomon.comparing.disputes.rival import Rivals, by_rule, gap, other_days, overlap
from rashomon.comparing.disputes.second_accounts import is_elsewhere
from rashomon.comparing.disputes.states import sorting
from rashomon.comparing.disputes.two_matters import only_ahead, people
from rashomon.comparing.disputes.words import bare, is_cited, mass, told, words_in
from rashomon.comparing.joining.other_values import two_times
from rashomon.comparing.joining.unit import Unit
from rashomon.comparing.term import classes_of, function_words, is_entity, term
from rashomon.language import lexicon, listed, word_set
from rashomon.records import Argument, Reading

_SURE = 0.5
_NEAR = 2  # sentences
_BEHIND = 6  # words behind a verb
_DAYS = 1  # between two reports, where it may change
_EPISODE = 30
_COMMON = 200
_MATTER = 4.0  # what two reports share beside one whom they do not name
_CALLS = word_set("words_of_disputes", "calls")
_WRITTEN = frozenset({"clause", "sentence"})
_EMPTY, _ALONE = "-", "alone"
_ANY, _PLACE, _LASTING = "any", "place", "lasting"


@dataclass(frozen=True, slots=True)
class _Row:
    """One entry of the table: at which pole of what a verb, with what behind it, puts whose slot."""

    matter: str
    pole: bool
    slot: str
    words: frozenset[str]
    mark: str
    alone: bool = False  # nothing that it is done to


@dataclass(frozen=True, slots=True)
class _Told:
    """What an account tells: at which pole of what matter it puts whom, and by whom it is told."""

    account: Account
    matter: str
    pole: bool
    of: frozenset[str]
    open: bool  # only "it" or "he", or it is told of the deed whatever it is
    word: str
    mark: str
    which: frozenset[str]
    voices: frozenset[str]


def opposed(units: Sequence[Unit], readings: Mapping[str, Reading]) -> Iterator[Rivals]:
    """Give the pairs of accounts that put one thing at two poles of a matter."""
    far: dict[tuple[str, str], list[_Told]] = defaultdict(list)
    seen: set[tuple[int, int]] = set()
    for report, mine in both_ways(units, readings).items():
        said = [t for a in mine for t in _poles(a, units[a.unit], readings[report])]
        first = 0
        for i, b in enumerate(said):
            while b.account.clause.sentence - said[first].account.clause.sentence > _NEAR:
                first += 1
            for a in said[first:i]:
                pair = a.account.unit, b.account.unit
                if pair not in seen and _beside(a, b, units, readings[report]):
                    seen.add(pair)
                    yield _rivals(a, b)
        for t in said:
            for who in sorted(t.of):
                far[t.matter, who].append(t)
    for _, who in sorted(far):
        told_of = far[_, who][:_COMMON]
        for i, a in enumerate(told_of):
            for b in told_of[i + 1 :]:
                pair = a.account.unit, b.account.unit
                if pair not in seen and _apart(a, b, who, units):
                    seen.add(pair)
                    yield _rivals(a, b)


def _rivals(a: _Told, b: _Told) -> Rivals:
    return Rivals(a.account.unit, b.account.unit, _SURE, "status", by_rule("pole", f"{a.word} or {b.word}"))


def _beside(a: _Told, b: _Told, units: Sequence[Unit], reading: Reading) -> bool:
    """Whether two who are cited beside each other put one thing at two poles."""
    u, v = units[a.account.unit], units[b.account.unit]
    if a.matter != b.matter or a.pole == b.pole or not a.voices or not b.voices or a.voices & b.voices:
        return False
    if overlap(u, v) or _on_two_days(a, u, b, v) or two_times(u, v) or is_elsewhere(b.account, reading):
        return False
    if u.places and v.places and not u.places & v.places:
        return False
    if (a.which - b.which and b.which - a.which) or (a.which ^ b.which) & sorting():
        return False
    return _of_one(a, b) and _takes_part_alike(a, b)


def _on_two_days(a: _Told, u: Unit, b: _Told, v: Unit) -> bool:
    own = (x.clause.id == t.account.clause.id and x.clause.date_basis.rule in _WRITTEN for t, x in ((a, u), (b, v)))
    return all(own) and other_days(u, v)  # what only says it has a day of its own


def _of_one(a: _Told, b: _Told) -> bool:
    """Whether both are told of one: of one in name, of "it" in the second, or of a name and of what it is."""
    if a.of & b.of or _ANY in (a.mark, b.mark):
        return True
    if not a.of or not b.of:
        return a.open or b.open
    named = [all(map(is_entity, t.of)) for t in (a, b)]
    if named[0] != named[1]:  # "Moran", "the coach": no pronoun, and nobody of whom both tell
        role = b if named[0] else a
        return role.of <= people() and not role.which
    if any(named):
        return False
    one, other = (classes_of(x[1:] for x in t.of) for t in (a, b))
    return bool(one & other)


def _takes_part_alike(a: _Told, b: _Told) -> bool:
    """Whether who does it, beside the one it is told of, is not another: "the army kept it", "the rebels broke it"."""
    if _ANY in (a.mark, b.mark) or _PLACE in (a.mark, b.mark):
        return True
    x, y = a.account.subjects - a.of - b.of, b.account.subjects - a.of - b.of
    return not x or not y or bool(x & y) or (a.of & a.account.subjects) != (b.of & b.account.subjects)


def _apart(a: _Told, b: _Told, who: str, units: Sequence[Unit]) -> bool:
    """Whether two reports put one who is named, or one thing in one matter, at two poles at about one time."""
    u, v = units[a.account.unit], units[b.account.unit]
    if u.report == v.report or a.pole == b.pole or not a.voices or not b.voices or a.voices & b.voices:
        return False
    if u.headline or v.headline or not (is_cited(u) and is_cited(v)) or two_times(u, v) or _on_two_days(a, u, b, v):
        return False
    if u.places and v.places and not u.places & v.places:
        return False
    lasting = _LASTING in (a.mark, b.mark)
    if gap(u, v) > (_EPISODE if lasting else _DAYS):
        return False
    if not _takes_part_alike(a, b) or (a.which - b.which and b.which - a.which) or (a.which ^ b.which) & sorting():
        return False
    return is_entity(who) or mass((told(u) & told(v)) - {who[1:]} - u.predicate) >= _MATTER


def _poles(a: Account, u: Unit, reading: Reading) -> Iterator[_Told]:
    """Give what an account tells of the matters of the table."""
    c = a.clause
    if u.headline or u.asks or only_ahead(u) or any(f.part for f in c.figures):
        return
    end = min(c.end, reading.sentences[c.sentence][1])
    behind = [w.lemma for w in words_in(reading.words, c.head[1], end) if w.lemma not in _no_word()][:_BEHIND]
    calls = c.lemma in _CALLS
    voices = a.voices or (bare(a.subjects) if calls else frozenset())
    before = {w.lemma for w in words_in(reading.words, c.start, c.head[0])}
    for row in _rows(c.lemma, calls):
        words = {*behind, *before} if row.slot == "deed" and not calls else {*behind}
        objects = {x.lemma for x in c.arguments if x.role == "object"}
        if row.words and not row.words & (words | (objects if row.slot in ("object", "subject") else set())):
            continue
        if row.alone and objects:
            continue  # "broke the record", "left his post"
        filler = _filler(a, row)
        if filler is None:
            continue
        of, thing = filler
        if any(f.fate for f in c.figures) and not any(map(is_entity, of)):
            continue  # "14 died", "61 survived"
        if row.mark == _PLACE and not (of & u.places or any(x[1:] in _towns() for x in of if not is_entity(x))):
            continue
        which = frozenset[str]()
        if thing is not None and not any(map(is_entity, of)):
            which = frozenset(words_between(reading.words, c.start, thing.start)) if thing.start < c.head[0] else which
            which |= frozenset(words_between(reading.words, thing.end, max(thing.end, c.head[0])))
            which -= {x.removeprefix("~") for x in of}
        word = " ".join((c.lemma, *sorted(row.words & {*behind, *before})[:1]))
        yield _Told(a, row.matter, row.pole != a.negated, of, not of, word, row.mark, which, voices)


def _filler(a: Account, row: _Row) -> tuple[frozenset[str], Argument | None] | None:
    """Of whom or what an entry is told, and the words for it; None where nothing of the clause stands in its slot."""
    c = a.clause
    if row.slot == "deed":
        return frozenset(f"~{t}" for t in a.predicate), None
    role = {"as": "object"}.get(row.slot, row.slot)
    of = {"subject": a.subjects, "object": a.objects, "other": a.others}[role]
    if role == "other":
        of = frozenset(x for x in of if not row.words or x[1:] in {term(w) for w in row.words})
        return (of, None) if of else None
    said = next((x for x in c.arguments if x.role == role), None)
    if said is None and not of:
        return None
    if row.slot == "object" and row.words and {term(w) for w in row.words} & {x[1:] for x in of}:
        of = frozenset(x for x in of if x[1:] in {term(w) for w in row.words})
    if said is not None and said.lemma in pronouns() and not of:
        return frozenset(), None
    numbered = said is not None and said.lemma in _numerals()
    return (frozenset() if numbered else of), said


@cache
def _table() -> Mapping[str, tuple[_Row, ...]]:
    found: dict[str, list[_Row]] = defaultdict(list)
    for matter, pole, slot, verb, *more in lexicon("poles"):
        words, mark = (*more, "", "")[:2]
        held = frozenset() if words in ("", _EMPTY, _ALONE) else frozenset(words.split(","))
        found[verb].append(_Row(matter, pole == "yes", slot, held, mark, words == _ALONE))
    return {verb: tuple(rows) for verb, rows in found.items()}


def _rows(lemma: str, calls: bool) -> Iterator[_Row]:
    yield from _table().get(lemma, ())
    for row in _table().get(_EMPTY, ()):
        if (row.slot == "as") == calls:
            yield row
    if calls:
        yield from (
            _Row(row.matter, row.pole, "as", row.words, row.mark) for row in _table().get("be", ()) if row.words
        )


@cache
def _no_word() -> frozenset[str]:
    return function_words() - frozenset(w for rows in _table().values() for row in rows for w in row.words)


@cache
def _numerals() -> frozenset[str]:
    return listed("number_words") | listed("anybody")


@cache
def _towns() -> frozenset[str]:
    return frozenset(term(row[0]) for row in lexicon("nominal_heads") if row[1] in ("place", "facility"))
