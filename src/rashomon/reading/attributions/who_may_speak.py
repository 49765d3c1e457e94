"""Who can be somebody that speaks, by a name or without one; what is a thing, and says only what is given in its words.

Names, people and bodies speak. A source without a name is anonymous where it hides one person or a few, collective
where it stands for many; the head nouns of sources, by lower-case word, tell what such a source is.

Whose words they are where another word stands for who speaks: a relative pronoun, a meeting of a body.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import cache

from spacy.tokens import Token

from rashomon.language import calendar_words, lexicon, word_set
from rashomon.reading.grammar import entity_types as ner
from rashomon.reading.grammar import relations as rel
from rashomon.reading.grammar import tags
from rashomon.reading.grammar.relations import dependents, has_dependent
from rashomon.records import Mention, Reason


def antecedent(clause: Token) -> Token:
    """Give what a relative clause hangs on: of several joined, the last where the clause tells of one.

    "Norvia and Ostland, which has accused them": Ostland.
    """
    head = _somebody(clause)
    last = head
    while (joined := next((c for c in dependents(last, rel.JOINED) if head.i < c.i < clause.i), None)) is not None:
        last = joined
    singular = next(
        (t for t in (*clause.children, clause) if t.dep_ not in rel.ACTIVE_SUBJECT and t.tag_ in tags.FINITE_SINGULAR),
        None,
    )
    one = singular is not None and (singular.tag_ in tags.PRESENT_SINGULAR or singular.lower_ == "was")
    return last if one and last != head and not has_dependent(last, rel.RELATIVE) else head


def _somebody(clause: Token) -> Token:
    """Give what a clause hangs on; who somebody is of a place, where the place is: "a man of Elm, who said"."""
    head = clause.head
    if head.dep_ in rel.APPOSITION and head.head.ent_type_ in ner.PERSON:  # "Ann Berg, a Unionist who said"
        return head.head
    if head.dep_ not in rel.GOVERNED or not any(c.lower_ == "who" for c in clause.children):
        return head
    holder = head.head.head
    if head.ent_type_ in ner.PLACES:
        return holder if holder.pos_ in ("NOUN", "PROPN") and may_speak(holder) else head
    if head.ent_type_ in ner.TIMES or head.lower_ in calendar_words() or is_thing(head):
        return _whose_phrase(head)
    return head


def _whose_phrase(thing: Token) -> Token:
    """Give the person in whose phrase a thing stands that cannot be who is meant: "a cook hired for the day, who"."""
    above = thing.head
    while above.dep_ in rel.PREPOSITION_OR_AGENT | rel.DESCRIBING | rel.GOVERNED and above.head != above:
        above = above.head
        if above.pos_ in ("NOUN", "PROPN") and (may_speak(above) or not is_thing(above) or above.dep_ in rel.SUBJECT):
            return above
    return thing


def body_of(thing: Token) -> Token | None:
    """Give the body that speaks through what is its own: "a meeting of the Council called for a truce"."""
    if not is_thing(thing) or thing.lower_ not in _ASSEMBLES:
        return None
    of = next((c for c in dependents(thing, rel.PREPOSITION, ("of",)) if c.i > thing.i), None)
    return None if of is None else next((c for c in dependents(of, rel.GOVERNED) if may_speak(c)), None)


_ASSEMBLES = word_set("words_of_speech", "assembles")


_SPEECHLESS_PRONOUNS = word_set("words_of_speech", "speechless")


def may_speak(who: Token) -> bool:
    """Whether the head of a noun phrase can be somebody: a name, a pronoun, or a listed noun of sources."""
    if who.lower_ in ("that", "which") and who.head.dep_ in rel.RELATIVE:
        return may_speak(who.head.head)
    if who.pos_ == "PRON":
        return who.lower_ not in _SPEECHLESS_PRONOUNS
    if who.lower_ in calendar_words() and who.ent_type_ not in ner.PERSON:
        return False  # "has besieged the town since January have agreed": read as its subject
    return who.pos_ == "PROPN" or who.ent_type_ in ner.ACTORS or who.lower_ in source_nouns() or _is_named(who)


def _is_named(who: Token) -> bool:
    """Whether a name that the report knows as somebody's is tagged as a noun, as where it opens a sentence."""
    if not who.is_title:
        return False
    mentions: tuple[Mention, ...] = who.doc._.rashomon_mentions
    k = bisect_right(mentions, who.idx, key=lambda m: m.start)
    around = (m for m in mentions[max(0, k - _OVER) : k] if m.end > who.idx)
    return any(m.form == "name" and m.kind in ("person", "organisation") for m in around)


_OVER = 3  # mentions that may begin before a word and hold it


def is_thing(who: Token) -> bool:
    """Whether the head of a noun phrase is one thing that no list of speakers knows: "the trip", "a storm that"."""
    if who.lower_ in ("that", "which") and who.head.dep_ in rel.RELATIVE:
        who = who.head.head
    return who.tag_ in tags.COMMON_NOUN and who.pos_ == "NOUN" and not may_speak(who) and not is_agent(who.lower_)


_VOICES = frozenset({"anonymous", "person", "office", "outlet", "collective"})


def can_speak(who: Token) -> bool:
    """Whether an object can be a voice of its own: "citing two officials", not "citing the cost"."""
    return who.ent_type_ in ner.PERSON_OR_BODY or source_nouns().get(who.lower_) in _VOICES


def is_somebody(who: Token) -> bool:
    """Whether the head of a noun phrase is a person, by name or by what he is."""
    if who.ent_type_ in ner.PERSON:
        return True
    return source_nouns().get(who.lower_) in _PERSONS or who.lower_ in _SOMEBODY_TOLD_BEFORE


_PERSONS = frozenset({"person", "office"})
_SOMEBODY_TOLD_BEFORE = word_set("words_of_speech", "told_before")


def can_be_cited(who: Token) -> bool:
    """Whether an object can be who stands behind what is passed on: "citing the ministry", not "citing the cost"."""
    return can_speak(who) or source_nouns().get(who.lower_) == "institution" or _is_anybody(who)


def _is_anybody(who: Token) -> bool:
    """Whether no list knows a noun that means somebody all the same: "a fisherman", "a caller who heard it"."""
    if who.pos_ != "NOUN" or not is_agent(who.lower_.removesuffix("s")):
        return who.lower_.endswith(("men", "women"))
    asked = (w for c in dependents(who, rel.RELATIVE) for w in c.children)
    return who.lower_.endswith(_SOMEBODY) or any(w.lower_ == "who" for w in asked)


_SOMEBODY = tuple(sorted(word_set("words_of_speech", "ends_as_somebody")))


@cache
def source_nouns() -> dict[str, str]:
    """Give the class of each noun: anonymous, collective, document, institution, office or outlet."""
    return {entry[0]: entry[1] for entry in lexicon("source_nouns")}


_AGENT_ENDINGS = tuple(sorted(word_set("words_of_speech", "ends_as_agents")))


def is_agent(low: str) -> bool:
    """Whether a lower-case noun that is not listed ends as words for persons do."""
    return low.endswith(_AGENT_ENDINGS)


_FEW = word_set("words_of_speech", "few")
_MANY = word_set("words_of_speech", "many")
_UNNAMED = frozenset({"unnamed", "unidentified", "anonymous", "undisclosed"})
_DEFINITE = frozenset({"the", "this", "that"})
_PARTS = word_set("words_of_speech", "parts")
_SMALL_PARTS = word_set("words_of_speech", "small_part")
# What is said of a source that will not be named, or that is known only by what it knows.
_GUARDS = tuple(sorted(word_set("words_of_speech", "not_named")))
_REACH = 40


def guarded(head: Token) -> bool:
    """Whether the noun phrase, or what hangs on its verb, says that the source is not named."""
    doc = head.doc
    end = head.right_edge.i + 1
    for child in head.head.children:
        if child.i > end and child.dep_ in rel.ADVERBIAL_CLAUSE | rel.PREPOSITION:
            end = child.right_edge.i + 1
    words = " ".join(doc[i].lower_ for i in range(head.left_edge.i, min(end, head.i + _REACH)))
    return any(guard in words for guard in _GUARDS)


def nominal_kind(head: Token, noun: str | None) -> tuple[str, Reason]:
    """Give the kind of a source that is a common noun, and why. `noun` is its class in the lexicon, or None."""
    low = head.lower_
    plural = head.tag_ in tags.PLURAL
    before = {c.lower_ for c in head.children if c.i < head.i}
    person = (
        noun in ("anonymous", "person", "office")
        or (noun is None and is_agent(low))
        or (noun == "collective" and plural)
    )
    if _UNNAMED & before or (person and guarded(head)):
        return "anonymous", Reason("unnamed", low)
    many = _many_of(head)
    if many is not None:
        return many
    if noun == "document":
        return ("collective" if plural and low == "reports" else "institution"), Reason("document", low)
    if low == "agency" and "news" in before:
        return "outlet", Reason("outlet", "news agency")
    if noun in ("outlet", "institution", "collective"):
        return noun, Reason(noun, low)
    if plural:
        hidden = noun == "anonymous" and not _MANY & before
        few = noun == "person" and (_FEW & before or any(c.like_num for c in head.children if c.i < head.i))
        return ("anonymous", Reason("unnamed", low)) if hidden or few else ("collective", Reason("plural", low))
    if noun == "office":
        return "named_person", Reason("role", low)
    definite = bool(_DEFINITE & before) or has_dependent(head, rel.OWNER)
    if noun == "anonymous":
        return "anonymous", Reason("unnamed", low)
    if definite:
        return ("named_person" if person else "institution"), Reason("role", low)
    return ("anonymous" if person else "institution"), Reason("unnamed", low)


def _many_of(head: Token) -> tuple[str, Reason] | None:
    """Give the kind of a part or number of something, and why: "a number of experts", "one of the traders".

    A number alone, "all seven", "two of them", counts who was told of before.
    """
    if head.lower_ not in _PARTS and head.tag_ not in tags.NUMERAL:
        return None
    few = head.lower_ in _SMALL_PARTS | _FEW
    of = [g for c in dependents(head, rel.PREPOSITION, ("of",)) for g in dependents(c, rel.GOVERNED)]
    for whole in of:
        if whole.tag_ in tags.PLURAL:
            return "anonymous" if few or guarded(whole) else "collective", Reason("part", head.lower_)
    named = any(c.tag_ in tags.NOUN for c in head.children if c.i < head.i)  # "Section 2"
    if head.tag_ not in tags.NUMERAL or named or not all(w.tag_ in tags.NUMERAL or w.lower_ in _THEM for w in of):
        return None
    whole_number = has_dependent(head, rel.DETERMINER | rel.PREDETERMINER, ("all",))
    return "anonymous" if few and not whole_number else "collective", Reason("counted", head.lower_)


_THEM = word_set("words_of_speech", "of_them")
