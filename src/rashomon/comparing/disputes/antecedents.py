"""What a denial that only points means: the statement of another just before it.

"The dockers denied this" and "the ministry rejected the accusation" name nothing themselves. A pronoun means what the
sentence before says, if another said it; a noun of a claim the nearest such statement; the noun of a report what the
lead tells of whoever denies it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rashomon.comparing.disputes.words import voice
from rashomon.comparing.joining.unit import Unit
from rashomon.comparing.term import term

_BACK = 3  # sentences in which a noun of a claim finds what it means
_NEWS = frozenset({"report", "story", "article"})
_UNTOLD = frozenset({"hypothetical", "unrealised", "demanded"})
_LEAD = 1
_OUTLET = "outlet:"


def antecedent(units: Sequence[Unit], mine: Sequence[int], at: int, noun: str, denier: frozenset[str]) -> int | None:
    """Give which of `mine`, the units of one report in order, a denial means; None where nobody else says anything.

    `at` is the number of the denial, `noun` the lemma of the noun that points, empty for a pronoun; `denier` are the
    terms and entities of who denies.
    """
    a = units[at]
    before = [n for n in mine if units[n].span[1] <= a.span[0] and units[n].clause.form == "clause"]
    if noun in _NEWS:
        lead = [n for n in before if units[n].clause.sentence <= _LEAD and units[n].speaker]
        lead = [n for n in lead if not is_word_of(units[n], denier)]
        for wanted in (lambda u: denier & _bare(u), lambda u: _OUTLET in u.speaker):
            about = _widest(units, (n for n in lead if wanted(units[n])))
            if about is not None:
                return about
    reach = _BACK if noun else 1
    for sentence in range(a.clause.sentence, a.clause.sentence - reach - 1, -1):
        told = [n for n in before if units[n].clause.sentence == sentence and units[n].speaker]
        others = [n for n in told if not is_word_of(units[n], denier)]
        if others:
            return _widest(units, others)
        if told and not noun:  # his own words
            return None
    return None


def _widest(units: Sequence[Unit], of: Iterable[int]) -> int | None:
    """The unit that tells most of what is said there."""
    told = [n for n in of if units[n].clause.status not in _UNTOLD]
    told = [n for n in told if units[n].clause.content is None] or told  # what is said, not that it is
    return max(told, key=lambda n: (units[n].span[1] - units[n].span[0], -n), default=None)


def is_word_of(u: Unit, who: frozenset[str]) -> bool:
    """Whether a unit is the word of one of these, terms and entities."""
    last = {term(word) for word in voice(u).removeprefix("~").rpartition(":")[2].split()} if u.speaker else set()
    return bool(who & ({voice(u)} | last))


def _bare(u: Unit) -> frozenset[str]:
    return frozenset(x.removeprefix("~") for x in u.subjects)
