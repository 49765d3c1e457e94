"""Who counts: a body that raises a toll, revises it, or puts a crowd at a number tells that number itself.

"The agency raised the toll to 31" holds no word of saying, but no report can know it from anybody else. A storm that
raises the toll counts nothing, nor does a club that raises the number of its members.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from rashomon.comparing.beginnings import Beginnings
from rashomon.language import lexicon, listed, word_set
from rashomon.records import Clause, Mention

_BODIES = frozenset({"organisation", "office", "group", "person", "place"})
_WAYS = frozenset({"count", "number", "sum", "toll"})
_TIMES = frozenset({"time", "hour", "moment"})
_SAID = "said"
_SPEAKS_OF = word_set("words_of_figures", "speaks_of")
_BESIDE = 2  # characters between a noun and the name set beside it: ", "


def who_counts(clause: Clause, mentions: Mapping[str, Mention], names: Beginnings[Mention]) -> Mention | None:
    """Give the mention of whoever tells the count that `clause` tells of; None where it tells of none.

    `mentions` are those of its report by their ids, `names` those that are names.
    """
    if not counts(clause):
        return None
    subject = next((a for a in clause.arguments if a.role == "subject"), None)
    if subject is None:
        return None
    named = mentions.get(subject.mention or "")
    if named is None:  # "the rescue service, Sinagrad"
        behind = subject.end + _BESIDE
        named = min(names.within((behind, behind + 1)), key=lambda m: m.id, default=None)
    return named if named is not None and named.kind in _BODIES else None


def counts(clause: Clause) -> bool:
    """Tell whether a clause tells that somebody puts a number to something, whoever it is."""
    of = _verbs().get(clause.lemma)
    if times(clause):
        return True  # "put the time at 3:24"
    if of is None or clause.form != "clause" or clause.status != "asserted" or clause.negated:
        return False
    if of == _SAID:  # "admits to six"
        alone = {a.start for a in clause.arguments if a.role != "subject"}
        if clause.lemma in _SPEAKS_OF and any(
            a.lemma == f.counts and a.start > clause.head[1] for a in clause.arguments for f in clause.figures
        ):
            return True  # "speaks of 230 cases"
        return any(f.start in alone and f.end - f.start == _width(f.start, clause) for f in clause.figures)
    told = [a for a in clause.arguments if a.role == "object"]
    if of == "any" and any(a.lemma in listed("pronouns") for a in told):  # "puts it at 60"
        alone = {a.start for a in clause.arguments if a.role == "other"}
        return any(f.start in alone and f.end - f.start == _width(f.start, clause) for f in clause.figures)
    behind = [(f, {a.lemma for a in told if a.end < f.start}) for f in clause.figures]  # not "released 12 hostages"
    if of == "any" and any(lemmas & listed("quantity_nouns") for _, lemmas in behind):
        return True  # "put the volume at 300 litres"
    return any(lemmas & _counts() and (f.fate or of == "any") for f, lemmas in behind)


def _width(start: int, clause: Clause) -> int:
    """How long the argument is that begins there."""
    return next(a.end - a.start for a in clause.arguments if a.start == start and a.role != "subject")


def times(clause: Clause) -> bool:
    """Tell whether a clause tells that somebody puts the time of something at an hour."""
    if _verbs().get(clause.lemma) != "any" or clause.form != "clause" or clause.status != "asserted" or clause.negated:
        return False
    told = [a for a in clause.arguments if a.role == "object" and a.lemma in _TIMES]
    return any(a.role == "other" and a.start > t.end and a.lemma[:1].isdigit() for t in told for a in clause.arguments)


@cache
def _verbs() -> dict[str, str]:
    return {row[0]: row[1] for row in lexicon("counting_verbs")}


@cache
def _counts() -> frozenset[str]:
    """The nouns that stand for a count: a toll, a number, a crowd, the dead."""
    return frozenset(row[0] for row in lexicon("fates") if row[1] in _WAYS)
