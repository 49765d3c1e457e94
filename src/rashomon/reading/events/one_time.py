"""When two clauses of a sentence are of one time: how far the clause is that a time dates from another one.

Joined predicates, participles, "as" and "while" share a time; so does what was done "after" something was, the words
putting no days between. How somebody was on a day ("was missing on Monday after the ferry sank") has lasted since.
What tells something tells it on the day on which it came out: "a report published on Monday found".
"""

from __future__ import annotations

from spacy.tokens import Span, Token

from rashomon.language import word_set
from rashomon.reading.events.modality import cue
from rashomon.reading.events.time_expressions import speech
from rashomon.reading.grammar import relations as rel
from rashomon.reading.grammar import tags
from rashomon.reading.grammar.relations import dependents, has_dependent
from rashomon.reading.times.plans import is_planned, looks_ahead

TOLD, BLAMED = 5, 6  # how far a time is that dates the telling of the event, or the blame for it
_BLAMES = word_set("words_of_events", "blames")  # what somebody is blamed for on a day was not of that day
_TOGETHER = frozenset({"as", "when", "while"})
_STAGES = word_set("words_of_events", "stage")
_LAPSES = word_set("words_of_events", "lapse_word")
_MEANS = word_set("words_of_events", "same_time")
_CLAUSES = frozenset({"VERB", "AUX"})
_FURTHEST = 8
_ARRANGES = word_set("words_of_events", "arranges")
_TRIES = frozenset({"attempt", "try"})
_STATES = word_set("words_of_events", "state")
_ADVERBS = frozenset({"just", "only", "even"})


def time_above(verb: Token, reach: Token, happened: bool, apart: bool) -> int | None:
    """Climb from a clause through those that share its time to the one that the time dates.

    What is told on a day was by then, even where a clause on the way, `apart`, is of a time of its own.
    """
    told = 0
    step = verb
    for _ in range(_FURTHEST):
        if step == reach and step != verb:
            if step.lemma_.lower() in _BLAMES:
                return BLAMED
            if apart and not told:
                return None
            return told or 1
        up = verb_above(step.head)
        if step.dep_ in rel.CONTENT and up.lemma_.lower() in speech():
            told = TOLD
        elif up != step.head and not (step.dep_ in rel.GOVERNED_CLAUSE and step.head.lower_ in _MEANS):
            apart = apart or not _trails(step)
        elif not _of_one_time(step, up, happened):
            apart = True
        if up == step:
            return None
        step = up
    return None


def _trails(clause: Token) -> bool:
    """Read "shelled the port, killing two": a participle behind a comma is the verb's, whatever noun it hangs from."""
    return clause.dep_ in rel.ADNOMINAL and clause.tag_ in tags.GERUND and clause.i > 0 and clause.nbor(-1).text == ","


def _of_one_time(clause: Token, above: Token, happened: bool) -> bool:
    if clause.dep_ in rel.JOINED:
        opens = clause.left_edge
        if opens.i and opens.nbor(-1).pos_ == "NOUN" and has_dependent(clause, rel.SUBJECT):
            return False  # "saw the moment a bus was hit", where the parse joins the two
        return tense_of(clause) in ("", tense_of(above)) or not has_dependent(clause, rel.SUBJECT)
    if clause.dep_ in rel.GOVERNED_CLAUSE | rel.OPEN_CLAUSE:
        return True
    if clause.dep_ in rel.ADVERBIAL_CLAUSE and happened and any(c.tag_ in tags.TO for c in clause.children):
        return True  # "used a pipe to break the window"
    return clause.dep_ in rel.ADVERBIAL_CLAUSE and (_beside(clause) or (happened and _soon_after(clause, above)))


def _soon_after(clause: Token, above: Token) -> bool:
    """Read "left on Monday after the bridge fell": of the same day where the words put no days between them.

    "Was in hospital on Monday after the bridge fell" puts some: how somebody is has lasted since.
    """
    marks = dependents(clause, rel.SUBORDINATOR, ("after",))
    if not marks or _lasts(above):
        return False
    lapse = [
        t for c in clause.children if c.i < clause.i and c.dep_ in rel.ADVERBIAL | rel.NOUN_ADVERBIAL for t in c.subtree
    ]
    lapse += [mark.nbor(-1) for mark in marks if mark.i]  # "four years after", wherever the parse hangs the years
    return (
        tense_of(clause) == tense_of(above) == "past"
        and not is_past_perfect(clause)
        and not any(t.lemma_.lower() in _LAPSES for t in lapse)
    )


def _lasts(verb: Token) -> bool:
    """Whether a verb tells how somebody is, or what goes on: "were missing", "was fighting for life", "remains"."""
    if verb.lemma_.lower() in _STATES:
        return True
    return verb.tag_ in tags.GERUND and any(c.lemma_.lower() == "be" for c in dependents(verb, rel.HELPER))


def is_past_perfect(verb: Token) -> bool:
    """Tell whether a verb has "had"."""
    return has_dependent(verb, rel.HELPER, ("had", "'d", "’d"))


def _beside(clause: Token) -> bool:
    """Tell whether an adverbial clause is of the time of the one above: a participle, or opened by "as", "while"."""
    marks = [c for c in dependents(clause, rel.OPENER) if c.i < clause.i and c.lower_ not in _ADVERBS]
    opens = [c.lower_ for c in marks if c.dep_ in rel.SUBORDINATOR or c.lower_ in _TOGETHER]
    if opens:
        return opens[0] in _TOGETHER
    having = has_dependent(clause, rel.HELPER, ("having", "to"))
    return clause.tag_ in tags.ANY_PARTICIPLE and not having


def _is_of_the_noun_before(clause: Token) -> bool:
    """Read "marched against the law passed on Friday", where the parse hangs the participle from the verb."""
    bare = clause.tag_ in tags.PAST_OR_PARTICIPLE and not has_dependent(clause, rel.SUBJECT)
    return bare and clause.i > 0 and clause.nbor(-1).pos_ == "NOUN"


def time_below(verb: Token, reach: Token, time: Span) -> int | None:
    """Look into the clauses under the event's: its stage ("began firing on Monday"), its means, a clause beside it."""
    if is_planned(reach, verb):
        return 2  # "is due to open on Monday"
    if _is_done_at_once(reach, verb):
        return 2
    if reach.head == verb:
        if reach.dep_ in rel.OPEN_CLAUSE:
            return 2 if verb.lemma_.lower() in _STAGES or time.root.head.lower_ == "since" else None
        if reach.lemma_.lower() in speech() and reach.dep_ in rel.SAID_CLAUSE and verb.head == verb:
            return TOLD  # "it has left, a spokesman said on Monday", where the parse turns the two round
        if reach.dep_ in rel.JOINED:
            return 3 if reach.tag_ == verb.tag_ and not has_dependent(reach, rel.SUBJECT) else None
        beside = (
            reach.dep_ in rel.ADVERBIAL_CLAUSE
            and _beside(reach)
            and not any(c.lower_ == "while" for c in reach.children)
            and not _is_of_the_noun_before(reach)
        )
        return 2 if beside and tense_of(reach) in ("", tense_of(verb)) else None
    noun = reach.head
    if (
        reach.dep_ in rel.ADNOMINAL
        and noun.dep_ in rel.GOVERNED
        and noun.head.lower_ in ("by", "with")
        and noun.head.head == verb
    ):
        return 2  # "hit by missiles fired on Monday"
    return None


def _is_done_at_once(infinitive: Token, verb: Token) -> bool:
    """Read "rushed to free the driver on Sunday", "were quick to help on Monday": both are of the day.

    What somebody agreed, asked or hoped to do is of a day of its own.
    """
    if not has_dependent(infinitive, rel.HELPER, ("to",)) or tense_of(verb) != "past" or infinitive.i < verb.i:
        return False
    above = infinitive.head
    if above != verb and not (above.dep_ in rel.ADJECTIVE_PREDICATE and above.head == verb):
        return False
    governors = {above, verb}
    ahead = any(
        (cue(g) not in (None, "denied") and g.lemma_.lower() not in _TRIES)
        or g.lower_ in looks_ahead()
        or g.lemma_.lower() in _ARRANGES
        for g in governors
    )
    return not ahead and infinitive.dep_ in rel.OPEN_CLAUSE | rel.ADVERBIAL_CLAUSE


def tense_of(verb: Token) -> str:
    """Give "past", "present" or "modal" by the finite form of a verb and its helpers, "" where it has none."""
    helpers = dependents(verb, rel.ANY_HELPER)
    if any(c.tag_ in tags.MODAL for c in helpers):
        return "modal"
    tag = next((c.tag_ for c in helpers if c.tag_ in tags.FINITE_VERB), verb.tag_)
    return "past" if tag in tags.PAST else "present" if tag in tags.PRESENT else ""


def verb_above(token: Token) -> Token:
    """Give the verb that a word hangs from, or itself where it is one."""
    while token.pos_ not in _CLAUSES and token.head != token:
        token = token.head
    return token
