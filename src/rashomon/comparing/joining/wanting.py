"""What somebody wants to be, and what is: a hope and a demand, a threat and the deed, a refusal and what was done.

"Berg hopes that the ferry will sail again" is not what the council demands, be it in the same words, nor is what one
urges what the other promises. Who promised, threatened, offered or refused to do something had not done it, and what
was ordered was not yet obeyed.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from rashomon.comparing.joining.unit import AHEAD, TOLD, Unit
from rashomon.comparing.one_run import once
from rashomon.comparing.term import term
from rashomon.language import lexicon

_REFUSAL = "refusal"
_MAY_BE_SO = frozenset({"fear", "hope"})
_DEMANDED = "demanded"


@once
def wants(u: Unit) -> str:
    """Give how a clause wants what it tells of: a hope, a demand, a threat …; empty where it tells no such thing."""
    if u.clause.form != "clause":
        return ""
    words = (u.clause.lemma, *(step.words for step in u.clause.because.steps))
    return next((_wanting()[word] for word in words if word in _wanting()), "")


def wants_or_awaits(u: Unit) -> bool:
    """Tell whether a clause tells what somebody wants, or what is still ahead."""
    return bool(wants(u)) or u.clause.status in AHEAD


def wanted_and_done(a: Unit, b: Unit) -> bool:
    """Tell whether two clauses tell what two want in two ways, or what one wants and that it was done."""
    x, y = wants(a), wants(b)
    if x and y:
        return x != y and (_of_two(a, b) or _REFUSAL in (x, y))
    if x or y:
        return _is_done(a, b) if x else _is_done(b, a)
    both = (a.clause.status, b.clause.status)
    return both[0] != both[1] and _DEMANDED in both and set(both) <= AHEAD and _of_two(a, b)


def _is_done(a: Unit, b: Unit) -> bool:
    """Whether the other tells as done what the one tells that somebody wants."""
    c = b.clause
    if c.form != "clause" or c.status not in TOLD or c.negated or c.content is not None or wants(a) in _MAY_BE_SO:
        return False
    return bool((a.predicate | a.core_predicate) - {term(a.clause.lemma)} & b.predicate)


def _of_two(a: Unit, b: Unit) -> bool:
    """Whether two want it: each is known, and nobody is both."""
    x, y = _who(a), _who(b)
    return bool(x and y) and not x & y


def _who(u: Unit) -> frozenset[str]:
    """Who wants it: the subject of the word for it, or whose word it is."""
    if u.clause.lemma in _wanting():
        return u.subjects
    key = u.speaker.removeprefix("voice:")
    return frozenset({key, f"~{term(key.rpartition(':')[2].split()[-1])}"}) if key else frozenset()


@cache
def _wanting() -> Mapping[str, str]:
    return {row[0]: row[1] for row in lexicon("wanting_verbs")}
