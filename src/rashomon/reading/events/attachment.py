"""Which words a time expression dates: its noun where it stands in the noun's phrase, else the verb that it hangs from.

"The 2016 election" and "the strike of Jan. 3" date the noun alone; "killed in a strike on Monday" dates both.
"""

from __future__ import annotations

from functools import cache

from spacy.tokens import Token

from rashomon.language import lexicon, word_set
from rashomon.reading.grammar import entity_types as ner
from rashomon.reading.grammar import relations as rel
from rashomon.reading.grammar import tags
from rashomon.reading.grammar.dependents import dependent, has_dependent

_NOMINAL = frozenset({"NOUN", "PROPN"})
_INSIDE = rel.BEFORE_NOUN | rel.NOUN_ADVERBIAL | rel.COUNT | rel.OWNER
_WITHIN = word_set("words_of_events", "within")  # what is done in, by or with a deed is of its day
_VAGUE_ARTICLES = word_set("words_of_events", "vague_article")
_CLAUSES = frozenset({"VERB", "AUX"})
_OBJECTS = rel.WHAT_IS_SAID | rel.ACTIVE_SUBJECT
_ENDS = frozenset({"after", "before"})
_LAPSES = word_set("words_of_events", "lapse")
_ABOUT = frozenset({"about", "concerning", "regarding"})
_BINDS = word_set("words_of_events", "binds_a_day")
_OPENINGS = frozenset({"begin", "start"})


def dated_by(time: Token) -> tuple[Token, ...]:
    """Give the words that the time at `time` dates, from the nearest on."""
    found: list[Token] = []
    telling = _telling_before(time)
    if telling is not None:
        return (telling,)
    lapsed = _end_of_a_lapse(time)
    if lapsed is not None:
        return (lapsed,)
    step = time
    while step.head != step:
        head = step.head
        inside = step.dep_ in _INSIDE and step.i < head.i
        binds = step.dep_ in rel.PREPOSITION and step.lower_ in _BINDS
        step = head
        if head.pos_ == "ADP" and head.lower_ in _ABOUT and time.ent_type_ in ner.DATE:
            return (head,)  # "gave news about Friday": what it was about, not when
        if _opens_a_time(head):
            found.append(head)
            continue
        if binds and head.pos_ == "NOUN" and head.dep_ in rel.SUBJECT and not tells_deed(head):
            return (*found, head)  # "the page for Monday was torn out", "the entry of 2:10 was made by hand"
        if head.pos_ in _CLAUSES and head.dep_ not in rel.ANY_HELPER:
            return (*found, head)
        if inside and head.pos_ == "PROPN" and time.like_num and head.ent_type_ not in ner.TIMES:
            return (head,)  # "its 1953 Trust": part of a name
        if (
            head.pos_ in _NOMINAL
            and head.ent_type_ not in ner.TIMES
            and (tells_deed(head) or (inside and head.pos_ == "NOUN"))
        ):
            found.append(head)
            if not of_its_verb(head):
                return tuple(found)
    return tuple(found) or (step,)


def _end_of_a_lapse(time: Token) -> Token | None:
    """Read "signed it two days before his death on Friday": a time behind the other end of a lapse is that end's."""
    opening = time.head if time.dep_ in rel.GOVERNED else time
    if opening.left_edge.i == 0:
        return None
    for above in opening.left_edge.nbor(-1).ancestors:
        if (
            above.dep_ in rel.PREPOSITION
            and above.lower_ in _ENDS
            and above.i
            and above.nbor(-1).lemma_.lower() in _LAPSES
        ):
            return dependent(above, rel.GOVERNED_ANY)
    return None


def _opens_a_time(verb: Token) -> bool:
    """Read "made six posts beginning at noon on Friday": the participle only opens the time of what it hangs from."""
    if (
        verb.tag_ not in tags.GERUND
        or verb.lemma_.lower() not in _OPENINGS
        or verb.dep_ not in rel.ADNOMINAL | rel.ADVERBIAL_CLAUSE | rel.PREPOSITION
    ):
        return False
    return not has_dependent(verb, _OBJECTS)


def _telling_before(time: Token) -> Token | None:
    """Read "said last week he was killed": a time right behind the word of saying is its own, not the content's."""
    if time.left_edge.i == 0 or time.dep_ in rel.OWNER:
        return None
    before = time.left_edge.nbor(-1)
    if before.lower_ == "on" and before.i:
        before = before.nbor(-1)
    if before.pos_ != "VERB" or before.lemma_.lower() not in speech() or not before.is_ancestor(time):
        return None
    return before


def of_its_verb(noun: Token) -> bool:
    """Tell whether a deed told by `noun` is of the day of the verb above it: "carried out a raid", "died in a raid"."""
    while noun.dep_ in rel.BESIDE_NOUN and noun.head.pos_ in _NOMINAL:
        noun = noun.head
    head = noun.head
    if noun.dep_ in rel.GOVERNED:
        return head.lower_ in _WITHIN and (head.head.pos_ in _CLAUSES or of_its_verb(head.head))
    if noun.dep_ in rel.SUBJECT:
        return True
    return noun.dep_ in rel.OBJECTS | rel.NOUN_PREDICATE | rel.OBJECT_PREDICATE and not _definite(noun)


def tells_deed(noun: Token) -> bool:
    """Tell whether a noun names something that happens."""
    return noun.lemma_.lower() in _deeds()


def _definite(noun: Token) -> bool:
    return any(
        c.dep_ in rel.OWNER or (c.dep_ in rel.DETERMINER and c.lower_ not in _VAGUE_ARTICLES) for c in noun.children
    )


@cache
def speech() -> frozenset[str]:
    """Give the verbs that tell: "say", "announce", "deny"."""
    return frozenset(row[0] for row in lexicon("attribution_verbs") if row[1] in ("speech", "evidence"))


@cache
def _deeds() -> frozenset[str]:
    return frozenset(row[0].split()[-1] for row in lexicon("event_nouns"))
