"""A clause that contests something: how, what, and whose word it is; and the words by which it does.

Some clauses have a word that contests, and contest nothing: "denied him bail", "may disagree", "what is wrong".
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

from rashomon.comparing.joining.clause_values import is_open
from rashomon.comparing.joining.unit import TOLD, Unit
from rashomon.comparing.term import is_entity
from rashomon.language import lexicon, listed, word_set
from rashomon.records import Argument, Attribution, Clause, Reading

Cue = Literal["denies", "rejects", "false", "negated", "unsure", "blames", "refuses", "demands", "admits", "retracts"]
"""How a clause contests."""
COUNTS = word_set("words_of_contests", "counts")
"""The nouns of how many there are."""
CLAIMS = frozenset({"denies", "rejects"})
"""How it does where it contests a claim."""


def is_noun_of_denial(lemma: str) -> bool:
    """Whether a noun tells that somebody denies something."""
    return lemma in ("denial", "rejection", "refutation")


@cache
def contest_kinds() -> dict[str, tuple[Cue, ...]]:
    """Give for each lemma that contests the ways in which it does."""
    found: dict[str, tuple[Cue, ...]] = {}
    for lemma, how in lexicon("contest_cues"):
        if how in (
            "accepts",
            "agrees",
            "believes",
            "casts",
            "seen",
            "shares",
            "upholds",
        ):  # contests only where it is negated, or with the noun of doubt
            continue
        if how == "alone":
            how = "denies"
        found[lemma] = (*found.get(lemma, ()), how)  # type: ignore[arg-type]
    return found


@cache
def claim_nouns() -> dict[str, str]:
    """Give for each noun whether it is of a claim or of a part in something; a figure that is told is a claim."""
    told = dict.fromkeys(COUNTS, "claim")
    return told | {lemma: of for lemma, of in lexicon("claim_nouns") if of in ("claim", "part")}


@cache
def documents() -> frozenset[str]:
    """Give the nouns of what is written or recorded."""
    return listed("source_nouns", "document")


@cache
def nouns_of(*kinds: str) -> frozenset[str]:
    """Give the nouns of these kinds: claim, part, truth, demand, proof."""
    found = frozenset(lemma for lemma, of in lexicon("claim_nouns") if of in kinds)
    return found | COUNTS if "claim" in kinds else found


@cache
def accepting() -> frozenset[str]:
    """Give the lemmas that contest only where they are negated: "accept", "believe"."""
    return listed("contest_cues", "accepts", "believes")


@cache
def believing() -> frozenset[str]:
    """Give the lemmas that contest, negated, what a mere pronoun stands for: "did not believe it"."""
    return listed("contest_cues", "believes")


@cache
def agreeing() -> frozenset[str]:
    """Give the verbs that, negated, contest what was told before where nothing follows them: "does not agree"."""
    return listed("contest_cues", "agrees")


@cache
def sharing() -> frozenset[str]:
    """Give the verbs that, negated, contest the claim that they name: "does not share that view"."""
    return listed("contest_cues", "shares")


@cache
def alone() -> frozenset[str]:
    """Give the verbs that deny what was told before where nothing follows them: "the union disagreed"."""
    return listed("contest_cues", "alone")


@cache
def wishing() -> frozenset[str]:
    """Give the verbs of what somebody wants, offers or vows to do, and does not tell as so."""
    frames = {row[0]: row[-1].split() for row in lexicon("attribution_verbs")}
    wanted = listed("attribution_verbs", "want")
    return wanted | {verb for verb, of in frames.items() if "to" in of and "clause" not in of}


@cache
def pointing() -> frozenset[str]:
    """Give those verbs of `wishing` that, of what somebody says is so, want nothing: "everything points to a fire"."""
    return word_set("words_of_contests", "points_to")


@cache
def saying() -> frozenset[str]:
    """Give the verbs of saying: what somebody was wrong to say stands behind one."""
    return listed("speaking_verbs")


@cache
def question_words() -> frozenset[str]:
    """Give the words that open a question inside a sentence which takes for granted that it is so: "how he died"."""
    return frozenset(row[0] for row in lexicon("question_words") if not row[1:])


@cache
def away_words() -> frozenset[str]:
    """Give the words beside a verb by which it tells something else: "hang out", "go off"."""
    return listed("relating_words", "away")


@cache
def claiming(noun: str) -> frozenset[str]:
    """Give what somebody does who makes a claim of this noun: of an accusation, accuse."""
    return frozenset(verb for row in lexicon("claim_verbs") if row[0] == noun for verb in row[1].split())


@cache
def claimed() -> frozenset[str]:
    """Give the nouns of what somebody claims, by a verb for each."""
    return listed("claim_verbs")


@cache
def findings() -> frozenset[str]:
    """Give the nouns of what somebody found out or decided, however long before: "the findings", "the verdict"."""
    return frozenset(row[0] for row in lexicon("claim_verbs") if row[2:] == ("found",))


@cache
def deciders() -> frozenset[str]:
    """Give the nouns of those who find out or decide: a court, an inquiry."""
    return listed("settling_words", "decider")


@cache
def idle() -> frozenset[str]:
    """Give the lemmas whose negation tells of nothing."""
    return listed("idle_negations")


@dataclass(frozen=True, slots=True)
class Contest:
    """One clause that contests. `unit` is its number.

    `content` are the terms and entities contested, `predicate` the terms of the deed. `back` tells that it points back
    to what was told before, `part` that what is denied is a part in something ("any involvement in"). `denier` are the
    entities and the key of whose word it is. `inside` are the units that lie in what it contests, `claimant` the terms
    and entities of whose claim it is, where nothing else is said of it ("the findings of the commission"), or where a
    negation names him ("as the port had claimed"). `bare` tells
    that it does nothing but point ("denied that"), and `meant` is the number of the unit that it then points at; `core`
    is that of what is contested, where a clause inside tells it ("the account of the police, who said that …").
    `turned` tells that what is contested is itself that something is not so; `conceded`, that whoever contests it has
    said it himself ("admitted that he had been wrong to say so"). `claim` is the unit of what another claims in the
    very words of the contest ("denied the claim by Berg that …"). `cleared` tells that somebody is said to have had no
    part in what it tells ("had nothing to do with the fire"), which nobody is said to deny. `answers` are those whose
    word it contests where it names nothing else ("contradicted Berg").
    """

    unit: int
    cue: Cue
    content: frozenset[str]
    predicate: frozenset[str]
    back: bool
    part: bool
    denier: frozenset[str]
    inside: frozenset[int]
    claimant: frozenset[str] = frozenset()
    bare: bool = False
    meant: int | None = None
    core: int | None = None
    turned: bool = False
    conceded: bool = False
    claim: int | None = None
    cleared: bool = False
    answers: frozenset[str] = frozenset()


LONGER = word_set("words_of_withdrawals", "longer")
"""What stands before a verb of saying that is said no more."""
_GRANTED = word_set("words_of_disputes", "granted")
_POINTING = word_set("words_of_contests", "points")


def refuses(c: Clause) -> bool:
    """Whether a clause tells that somebody is not given something, or only that one may deny it.

    "Denied him bail", "the denial of access"; "we may disagree".
    """
    if CLAIMS.isdisjoint(contest_kinds().get(c.lemma, ())):
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


def names_a_claim(c: Clause, at: int) -> bool:
    """Whether what a clause that hangs on a noun calls false is a claim: not "a search that went wrong"."""
    return any(claim_nouns().get(a.lemma) == "claim" for a in c.arguments if a.start != at)


def calls_a_thing(c: Clause, at: int) -> bool:
    """Whether what a clause calls false is nothing that anybody claims: "called the sentence absurd"."""
    role = "subject" if c.lemma == "be" else "object"
    called = [a.lemma for a in c.arguments if a.role == role and a.start != at]
    claimed_ = documents() | _POINTING
    return bool(called) and not any(claim_nouns().get(x) == "claim" or x in claimed_ for x in called)


_NOBODY = frozenset({"nobody", "none", "one"})
_PART = "part"


def is_somebodys(c: Clause) -> bool:
    """Tell whether somebody does what a clause tells: "no one believed her" is nobody's word."""
    return not any(a.role == "subject" and a.lemma in _NOBODY for a in c.arguments)


def is_of_many(a: Argument) -> bool:
    """Tell whether the noun of a part is in the plural: "crucial parts of his legacy" are no part in it."""
    return a.end - a.start > len(a.lemma) and a.lemma == _PART


def is_to_be(c: Clause, said: Attribution | None) -> bool:
    """Tell whether a clause tells only what is to be done, or what somebody promises to: "his pledge to leave"."""
    promised = said is not None and said.lemma in listed("commissive_verbs")
    return c.wording is None and (promised or c.status == "planned")
