"""How a clause says that somebody died: by what means, and at whose hand (lexicon `manners_of_death`).

Only a clause that tells a death tells it: its predicate is one ("died in a fall", "was strangled"), or ends in one
("beaten to death", "committed suicide").
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from functools import cache

from rashomon.comparing.joining.unit import TOLD, Unit
from rashomon.comparing.one_run import once
from rashomon.comparing.term import term
from rashomon.language import lexicon

_NO_WORD = "-"
_ANY = ("attack", "dead", "death", "die", "kill")


@once
def how_died(u: Unit) -> tuple[frozenset[str], frozenset[str]]:
    """Give the means and the hands by which a clause tells that somebody died; empty where it tells no death."""
    if u.clause.status not in TOLD or u.clause.negated or u.clause.form != "clause":
        return frozenset(), frozenset()
    ends = {x.removeprefix("~") for x in u.objects | u.others}
    return manners(u.predicate, u.own, ends, u.grams)


def manners(
    predicate: frozenset[str],
    words: frozenset[str],
    ends: Collection[str],
    pairs: Iterable[tuple[str, str]] = (),
) -> tuple[frozenset[str], frozenset[str]]:
    """Give the means and the hands that words tell of a death: terms, those beside the verb, and `pairs` in a row."""
    if not (predicate & (_deaths() | _fatal()) or _deaths() & {*ends}):
        return frozenset(), frozenset()
    found = [_manners()[t] for t in (words | predicate) & _manners().keys()]
    found += [_manners()[f"{one} {two}"] for one, two in sorted(pairs) if f"{one} {two}" in _manners()]
    return frozenset({m for m, _ in found} - {_NO_WORD}), frozenset({hand for _, hand in found} - {_NO_WORD})


def two_manners(a: Unit, b: Unit) -> bool:
    """Whether both tell by what means, or at whose hand, somebody died, and not alike."""
    return any(x and y and not x & y for x, y in zip(how_died(a), how_died(b), strict=True))


@cache
def _manners() -> dict[str, tuple[str, str]]:
    """Give means and hand by term, but for terms that stand for any death or blow as well."""
    rows = [(word.split(), how) for word, *how in lexicon("manners_of_death")]
    told = {" ".join(map(term, words)): (how[0], how[1]) for words, how in rows}  # also "heart attack"
    return {word: how for word, how in told.items() if word not in set(map(term, _ANY))}


@cache
def _deaths() -> frozenset[str]:
    return frozenset(term(word) for word, _ in lexicon("deaths"))


@cache
def _fatal() -> frozenset[str]:
    return frozenset(term(word) for word, _, _, *dies in lexicon("manners_of_death") if dies)
