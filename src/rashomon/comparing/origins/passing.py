"""Who names an event in passing, in a statement about something else, takes it as known and does not tell it.

"He warned against attacks on the anniversary of the killing" tells of no killing: the words stand for an event that
speaker and hearer know of, and so do those of a clause that only dates or describes ("since he was killed", "the envoy
who arrived"). An event is told where its verb is said in a clause of its own, where the statement begins with it
("announced the visit of …") or a verb carries it ("paid a visit"). Who is said to have a hand in it ("was involved in
the killing") has one in what is known. Who orders, denies or defends something ("ordered the search of the jail where
he died") leaves it to the reporter to describe it.

An event is recalled where it lies long before the report: a report that recalls it may have it from anybody who told it
at the time.
"""

from __future__ import annotations

import re
from datetime import timedelta
from functools import cache
from typing import Literal

from rashomon.comparing.days import days
from rashomon.language import lexicon, listed, word_set
from rashomon.records import Attribution, Clause, Event, Publication, Span

Passing = Literal["told", "in passing", "described", "recalled", "recalled in passing"]

_LONG = timedelta(days=45)
_HEAD = 20  # code points from which on a noun no longer heads what is stated
_BESIDE = re.compile(r"\b(?:since|after|before|until|when|where|who|whom|whose|which)\b[^,.;:]*$", re.IGNORECASE)
_HAND = re.compile(  # up to a noun, a blank behind it: that somebody had to do with it, not that it took place
    r"\b(?:involv(?:ed|ement)|implicated|complicit|complicity|role|part|hand|participat(?:ed|ing|ion)|responsib(?:le|ility)"
    r"|blamed?) (?:in|for) (?:\w+ ){1,3}$|\bbehind (?:\w+ ){1,3}$",
    re.IGNORECASE,
)
_CHARACTER = re.compile(  # behind a noun, to the end of its clause: not that it took place, but what it is like
    r"[^.;:!?\n]{0,90}?\b(?:aim(?:s|ed)?|seeks?|sought"
    r"|(?:came|comes) (?:in the (?:context|framework)|in (?:line|response)|as part|amid|within|at a time|as an?\b)"
    r"|(?:is|are|was|were) (?:aimed|meant|intended|designed|part of|not|an?|the|useless|important|crucial|vital|timely"
    r"|successful|necessary|routine)"
    r"|reflect(?:s|ed)?|show(?:s|ed)|prove[sd]|serve[sd]|signal(?:s|ed))\b",
    re.IGNORECASE,
)
_DESCRIBES = frozenset({"adverbial", "relative"})
_NO_SENTENCE = frozenset({"np", "to"})  # frames of a verb: "ordered a search", "urged him to leave"
_NOT_TOLD = frozenset({"demand", "deny", "doubt"})
_TAKES = word_set("words_of_attributions", "takes_known")
_BINDS = word_set("words_of_voices", "binds")


def passing(
    event: Event, around: Attribution | None, published: Publication, text: str, outermost: bool = False
) -> Passing:
    """Tell how `event` stands in its statement (`around`; None: in the reporter's own words) in `text`, its report.

    Its verb may be the `outermost` of what is stated: "the man who shot Berg had been jailed, police said".
    """
    noun = event.because.rule == "noun"
    named = around is not None and _named_only(event.trigger, around, text, noun, event.because.by("carried"))
    named = named and (noun or not outermost)
    return _standing(named, event.historical or _long_past(event.date, published))


def clause_passing(
    clause: Clause, around: Attribution | None, published: Publication, text: str, outermost: bool = False
) -> Passing:
    """Tell how the deed of a `clause` stands in its statement, as `passing` does of an event.

    A relative clause in a statement describes what the statement is about: its speaker takes it as known.
    """
    if around is None or outermost:
        return _standing(False, _long_past(clause.date, published))
    named = _named_only(clause.head, around, text, clause.form == "noun", False)
    if clause.link == "relative":
        inside = (text[start : clause.start] for start, end in around.content if start < clause.start < end)
        named = named or any(before.split() not in ([], ["that"]) for before in inside)
    return _standing(named, _long_past(clause.date, published))


def is_described(how: Passing, clause: Clause, around: Attribution | None, text: str) -> bool:
    """Tell whether it is the reporter who describes by a clause what somebody orders, denies or defends.

    Who tells of a thing ("revealed a flaw that", "proposed a law that") describes it himself, but for what a
    comma sets off ("voted to oust the judge, who had freed him").
    """
    if how != "in passing" or clause.link not in _DESCRIBES or around is None or around.quote != "indirect":
        return False
    if around.because.after("speech-verb").rule not in _NO_SENTENCE:
        return False
    if clause.link == "relative" and text[max(0, clause.start - 2) : clause.start] == ", ":
        return True
    known = listed("ordering_verbs") | listed("reaction_verbs") | _BINDS | _TAKES
    return around.lemma in known or verb_kinds().get(around.lemma, ("", ""))[1] in _NOT_TOLD


def _standing(named: bool, recalled: bool) -> Passing:
    if named:
        return "recalled in passing" if recalled else "in passing"
    return "recalled" if recalled else "told"


def _named_only(head: Span, around: Attribution, text: str, noun: bool, carried: bool) -> bool:
    first, last = max((span for span in around.content if span[0] <= head[0] < span[1]), default=(None, 0))
    if first is None:
        return False
    if noun and _HAND.search(f"{text[first : head[1]]} "):
        return True
    if carried:
        return False
    if noun:
        return head[0] - first > _HEAD or bool(_CHARACTER.match(text, head[1], last))
    return bool(_BESIDE.search(text, first, head[0]))


def _long_past(date: str | None, published: Publication) -> bool:
    when, said = days(date), days(published.earliest or published.value)
    return bool(when and said and said[0] - when[1] > _LONG)


@cache
def verb_kinds() -> dict[str, tuple[str, str]]:
    """Give verbs of saying: whether they tell speech, belief, want …, and whether they assert, deny, demand or warn."""
    return {row[0]: (row[1], row[2]) for row in lexicon("attribution_verbs")}
