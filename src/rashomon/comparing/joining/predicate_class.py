"""What kind of thing a predicate tells: predicates of one class can tell one fact in other words."""

from __future__ import annotations

from functools import cache

from rashomon.comparing.term import term
from rashomon.language import lexicon


def predicate_class(of: str) -> frozenset[str]:
    """Give the classes of the predicate with the term `of`; none where it is in no class."""
    return _classes().get(of, frozenset())


@cache
def _classes() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for name, members in lexicon("predicate_classes"):
        for word in members.split(","):
            found[term(word)] = found.get(term(word), frozenset()) | {name}
    return found
