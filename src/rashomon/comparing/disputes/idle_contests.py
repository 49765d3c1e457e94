"""Clauses with a word that contests, and that contest nothing: "denied him bail", "may disagree", "what is wrong"."""

from __future__ import annotations

from rashomon.comparing.disputes.contest_words import contest_kinds, question_words
from rashomon.comparing.joining.polarity import is_open
from rashomon.comparing.joining.unit import TOLD, Unit
from rashomon.comparing.term import is_entity
from rashomon.language import word_set
from rashomon.records import Clause, Reading

_CLAIMS = frozenset({"denies", "rejects"})
LONGER = word_set("words_of_withdrawals", "longer")
"""What stands before a verb of saying that is said no more."""
_GRANTED = word_set("words_of_disputes", "granted")


def refuses(c: Clause) -> bool:
    """Whether a clause tells that somebody is not given something, or only that one may deny it.

    "Denied him bail", "the denial of access"; "we may disagree".
    """
    if _CLAIMS.isdisjoint(contest_kinds().get(c.lemma, ())):
        return False
    return is_open(c) or any(a.lemma in _GRANTED for a in c.arguments if a.role != "subject")


def denies_no_more(c: Clause, reading: Reading) -> bool:
    """Whether somebody grants what he could deny: "no longer denies that", "does not dispute that".

    Who "neither confirmed nor denied" it grants nothing.
    """
    denies = c.form == "clause" and c.status in TOLD and "denies" in contest_kinds().get(c.lemma, ())
    if not denies or c.content is None:
        return False
    start, _ = reading.sentences[c.sentence]
    before = [w.lemma for w in reading.words if start <= w.start < c.head[0]]
    if any("admits" in contest_kinds().get(lemma, ()) for lemma in before):
        return False
    return c.negated or not LONGER.isdisjoint(before)


def answered(u: Unit) -> frozenset[str]:
    """Give whom a clause contradicts, where it names nothing that they said: "contradicting Berg"."""
    only = bool(u.objects) and all(map(is_entity, u.objects)) and u.clause.content is None and not u.others
    return u.objects if only else frozenset()


def asks_what(c: Clause) -> bool:
    """Whether a clause asks what is amiss: "what is wrong with the bridge"."""
    return any(a.role == "subject" and a.lemma in question_words() for a in c.arguments)
