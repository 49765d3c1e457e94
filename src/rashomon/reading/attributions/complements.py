"""What a verb says stands in its complements; each has a shape (a frame) and the tokens that it covers."""

from __future__ import annotations

from functools import cache

from spacy.tokens import Doc, Token

from rashomon.language import lexicon, listed, word_set
from rashomon.reading.attributions.complement import (
    Complement,
    Range,
    behind_aside,
    behind_semicolon,
    gap,
    has_to,
    headline_clause,
    is_before_semicolon,
    is_told_to,
    of_relative,
    over_moment,
    over_occasion,
    span,
)
from rashomon.reading.attributions.cue_verbs import utters
from rashomon.reading.attributions.verb_groups import mistaken
from rashomon.reading.grammar import entity_types as ner
from rashomon.reading.grammar import relations as rel
from rashomon.reading.grammar import tags
from rashomon.reading.grammar.relations import dependent, dependents, has_dependent

_MARKS = frozenset({"that", "whether", "if"})
# Objects that carry no content.
_EMPTY = word_set("words_of_speech", "empty_object")
_OCCASIONS = word_set("words_of_speech", "sets_a_moment")
_QUESTION = word_set("words_of_speech", "asks")


def complements(verb: Token, frames: frozenset[str] = frozenset()) -> list[Complement]:
    """Give the complements of `verb` in the order of the text; `frames` are those that its lexicon lists.

    Frames: `clause` (with or without "that"), `wh`, `to` (infinitive), `ing`, `np` (noun object), `as` ("describe X as
    Y"), `called` (object and predicate), `figure` ("put the toll at 31"), a preposition ("of", "for", "about" …),
    `around` (the clause that a parenthetical "she said" stands in or after).
    """
    children = list(verb.children)
    found = [c for child in children for c in _by_label(verb, child)]
    predicate = next((c for c in reversed(children) if _is_predicate(c)), None)
    as_phrase = next((c for c in reversed(children) if c.dep_ in rel.PREPOSITION and c.lower_ == "as"), None)
    objects = [c for c in children if _is_object(c)]
    if len(objects) == 2 and "called" in frames and objects[1] == _second_object(verb, objects[0]):
        objects = objects[:1]  # "ruled the death an accident"
    if len(objects) == 1 and predicate is None and "called" in frames:
        predicate = _second_object(verb, objects[0])
    if predicate is not None and predicate.dep_ in rel.ADJECTIVE_PREDICATE and not objects and "plea" in frames:
        found.append(Complement("plea", (_plea(verb, predicate),)))  # "pleaded not guilty to fraud"
    if predicate is not None and not objects and any(c.tag_ in tags.WHO and c.dep_ in rel.OBJECT for c in children):
        found.append(Complement("called", (span(predicate),)))  # "what he called a mistake"
    if not objects:
        found += of_relative(verb, predicate if "called" in frames else None, as_phrase if "as" in frames else None)
    if "figure" in frames and len(objects) == 1:
        found += _figure(objects[0], children)
    for object_ in objects:
        found += _object(object_, predicate, as_phrase if "as" in frames or "np" not in frames else None)
        if "of" in frames:
            found += _deed(object_)
    if "clause" in frames and not any(c.frame in ("clause", "wh") for c in found):
        found += over_occasion(verb) or over_moment(verb) or gap(verb) or behind_aside(verb)
        if "np" not in frames:
            found += headline_clause(verb)
    if mistaken(verb):
        found += [Complement(_clause_frame(c), (span(c),)) for c in verb.head.children if _follows(verb, c)]
    around = _around(verb)
    if around:
        found.append(around)
    return sorted(found, key=lambda c: c.ranges)


def _figure(counted: Token, children: list[Token]) -> list[Complement]:
    """Give what is counted with its figure: "the toll at 31", "the time at 3:24", not what is put "at 3 p.m.".

    "It" is what was counted before.
    """
    lemma = counted.lemma_.lower()
    if counted.tag_ in tags.NUMERAL and counted.head.lemma_.lower() == "say" and not _is_a_clock(counted):
        return [Complement("figure", (span(counted),))]  # "The firm says 212"
    if lemma not in _measured() and counted.lower_ not in _COUNTED_BEFORE:
        return []
    for prep in children:
        if prep.dep_ in rel.PREPOSITION and prep.lower_ == "at" and prep.i > counted.i:
            number = dependent(prep, rel.GOVERNED)
            if number is None or _is_a_clock(number) != (lemma == "time"):
                continue
            if any(w.tag_ in tags.NUMERAL or w.lower_ in _PARTS for w in (number, *number.children)):
                return [Complement("figure", ((counted.left_edge.i, number.right_edge.i + 1),))]
    return []


_PARTS = listed("number_words", "part")


def _is_a_clock(number: Token) -> bool:
    """Whether a number is a time of day or a date; a bare one is none, though the model may take it for an age."""
    dated = number.ent_type_ in ner.DATE and not (number.tag_ in tags.NUMERAL and number.text.isdigit())
    return dated or number.ent_type_ in ner.CLOCK or ":" in number.text or number.lower_ in ("a.m.", "p.m.")


_COUNTED_BEFORE = frozenset({"it", "them"})


@cache
def _measured() -> frozenset[str]:
    return frozenset(noun for (noun,) in lexicon("measured_nouns"))


def _second_object(verb: Token, first: Token) -> Token | None:
    """Give what an object is ruled or named to be, where the parser has it as an object of its own."""
    for child in verb.children:
        if child.dep_ in rel.OBJECT and child.i > first.i and child.left_edge.lower_ in ("a", "an"):
            beside = child.left_edge.i == first.right_edge.i + 1 or first.dep_ in rel.PASSIVE_SUBJECT
            return child if beside and child.i > verb.i else None
    return None


def _plea(verb: Token, predicate: Token) -> Range:
    start, end = span(predicate)
    return (start - 1 if start - 1 > verb.i and predicate.doc[start - 1].dep_ in rel.NEGATION else start), end


def _by_label(verb: Token, child: Token) -> list[Complement]:
    """Read the complement that one child is by itself."""
    dep = child.dep_
    if dep in rel.CONTENT and is_before_semicolon(verb, child):
        return []
    if dep in rel.CONTENT:
        found = [Complement(_clause_frame(child), (_behind_occasion(child),))]
        if child.left_edge.lower_ == "what":
            found.append(Complement("what", (span(child),)))  # "condemned what he called a breach"
        return found
    if dep in rel.OPEN_CLAUSE and not _is_predicate(child):
        return [Complement("to" if has_to(child) else "ing", (span(child),))]
    if dep in rel.PREPOSITION and child.lower_ != "as" and child.i > verb.i:
        return _prepositional(child)
    if (
        dep in rel.ADVERBIAL_CLAUSE
        and has_to(child)
        and (first := child.left_edge).i > verb.i
        and first.lower_ == "for"
    ):
        return [Complement("for", ((first.i + 1, child.right_edge.i + 1),), (first.i,))]  # "called for it to be shut"
    if dep in rel.OBJECT and verb.lemma_.lower() == "tell":
        return [Complement("clause", (span(c),)) for c in child.children if is_told_to(c)]
    if dep in rel.ADVERBIAL_CLAUSE and child.i > verb.i and has_dependent(child, rel.SUBORDINATOR, _MARKS):
        return [Complement(_clause_frame(child), (span(child),))]
    return []


def _behind_occasion(clause: Token) -> Range:
    """Give a clause without when it was said, set before its "that": "said, as snow fell, that the road was shut"."""
    start, end = span(clause)
    that = next((c for c in dependents(clause, rel.SUBORDINATOR, ("that",)) if c.i > start), None)
    if that is None or that.nbor(-1).text != "," or clause.doc[start].lower_ not in _OCCASIONS:
        return start, end
    return that.i, end


def _is_predicate(child: Token) -> bool:
    if child.dep_ in rel.OPEN_CLAUSE:
        return not has_to(child) and child.tag_ not in tags.GERUND
    return child.dep_ in rel.PREDICATE_OF_STATE


def _is_object(child: Token) -> bool:
    return child.dep_ in rel.UNDERGOER and child.lower_ not in _EMPTY and child.tag_ not in tags.RELATIVE_PRONOUN


def _follows(verb: Token, clause: Token) -> bool:
    """Tell the clause that a mistaken participle should govern: it hangs on the same noun, after it."""
    marked = has_dependent(clause, rel.SUBORDINATOR)
    return marked and clause.i > verb.i and clause.dep_ in rel.CLAUSE_OF_NOUN


def _clause_frame(clause: Token) -> str:
    """Whether the clause asks or states, by its first word."""
    for child in clause.children:
        if child.dep_ in rel.SUBORDINATOR and child.i < clause.i:
            return "wh" if child.lower_ in _QUESTION else "clause"
    first = clause.left_edge
    if first.lower_ in _QUESTION:
        return "wh"
    if has_to(clause):
        return "to"
    return "clause"


def _prepositional(prep: Token) -> list[Complement]:
    if prep.lower_ == "according":
        return []
    for child in prep.children:
        if child.dep_ in rel.GOVERNED_ANY:
            if child.ent_type_ in ner.TIMES:
                return []
            return [Complement(prep.lower_, (span(child),), (prep.i,))]
        if child.dep_ in rel.PREPOSITION:
            return [Complement(f"{c.frame}", c.ranges, (prep.i, *c.cue)) for c in _prepositional(child)]
    return []


def _object(object_: Token, predicate: Token | None, as_phrase: Token | None) -> list[Complement]:
    if as_phrase is not None:
        return [Complement("as", (span(object_), span(as_phrase)))]
    if predicate is not None:
        return [Complement("called", (span(object_), span(predicate)))]
    return [Complement("np", (span(object_),))]


def _around(verb: Token) -> Complement | None:
    """Give the clause that the verb's own short clause is set into: "The plan, she said, is dead"."""
    head = verb.head
    if verb.dep_ not in rel.SAID_CLAUSE | rel.ADVERBIAL_CLAUSE | rel.UNSURE or head == verb:
        return None
    if verb.i < head.i and dependent(verb, rel.PASSIVE_SUBJECT) is not None and utters(head):
        return None  # "Two were reported missing, Berg said, with …": what Berg said, no tag
    if verb.i < head.i and utters(head) and _opens_and_is_told(verb, head):
        return None  # "Elm has asked for time, Berg said, warning that …"
    if verb.dep_ in rel.ADVERBIAL_CLAUSE and verb.right_edge.i + 2 >= verb.sent.end:
        told = next((a for a in (head, *head.ancestors) if a.dep_ in rel.RELATIVE), None)
        head = head if told is None or not verb.sent.root.i < verb.i else verb.sent.root
    start, end = head.left_edge.i, head.right_edge.i + 1
    inner = span(verb)[0], _before_state(verb)
    if verb.dep_ in rel.ADVERBIAL_CLAUSE and not has_dependent(verb, rel.SUBORDINATOR, ("as",)):
        return None
    if not _set_off(verb.doc, inner, start, end):
        return None
    if (
        verb.dep_ in rel.PARATAXIS
        and start >= inner[0]
        and not any(t.tag_ in tags.FINITE for t in head.subtree if t.i >= inner[1])
    ):
        return set_in(verb)  # what is left of the sentence before the tag: "It holds oil, she said, not tar"
    if inner[1] < end - 1:
        start = behind_semicolon(verb.doc, start, inner[0])
    ranges = tuple((a, b) for a, b in ((start, inner[0]), (inner[1], end)) if b > a)
    return Complement("around", ranges) if ranges else None


def _opens_and_is_told(verb: Token, says: Token) -> bool:
    """Whether a verb, whose subject opens the sentence, is told by who stands before `says`, behind it."""
    own, who = dependent(verb, rel.ACTIVE_SUBJECT), dependent(says, rel.ACTIVE_SUBJECT)
    if own is None or who is None or own.left_edge.i != verb.sent.start:
        return False
    return verb.i < who.i < says.i and verb.doc[who.left_edge.i - 1].text == ","


def _before_state(verb: Token) -> int:
    """Give where a tag ends before "with …" that goes on with what is said: "…, Berg said, with two having fled"."""
    for prep in dependents(verb, rel.PREPOSITION, ("with",)):
        state = dependent(prep, rel.GOVERNED_CLAUSE)
        parted = prep.i > verb.i + 1 and prep.nbor(-1).text == ","
        if parted and state is not None and has_dependent(state, rel.SUBJECT):
            return prep.i - 1
    return verb.right_edge.i + 1


def _deed(object_: Token) -> list[Complement]:
    """Give the deed that the parser hung on whose it is said to be: "suspect Berg of having taken it"."""
    of = next((c for c in dependents(object_, rel.PREPOSITION, ("of",)) if c.i > object_.i), None)
    deed = None if of is None else dependent(of, rel.GOVERNED_CLAUSE)
    return [] if of is None or deed is None else [Complement("of", (span(deed),), (of.i,))]


_SETS_OFF = frozenset({",", "—", "–", "--", "-", "(", ")", "”", '"', "''", "’’", "’", ".", "?", "!", "…", "..."})


def _set_off(doc: Doc, inner: Range, start: int, end: int) -> bool:
    """Tell a parenthetical: commas or dashes stand on both sides, or the edge of the sentence on one."""
    low, high = inner
    left = low <= start or doc[low].text in _SETS_OFF or doc[low - 1].text in _SETS_OFF
    right = high >= end or doc[high].text in _SETS_OFF or doc[high - 1].text in _SETS_OFF
    return left and right


def set_in(verb: Token) -> Complement | None:
    """Give the sentence that a short clause without a complement is set into, by the commas around it.

    For "…, experts say." and "The plan, she said, is dead", where the parser saw no such clause.
    """
    subject = dependent(verb, rel.ACTIVE_SUBJECT)
    if subject is None or verb.tag_ not in tags.FINITE_OR_PARTICIPLE or verb.dep_ in rel.RELATIVE:
        return None
    doc, sent = verb.doc, verb.sent
    low, high = min(subject.left_edge.i, verb.i), verb.i + 1
    if subject.i > verb.i:
        high = subject.right_edge.i + 1
    while (
        high < sent.end
        and doc[high].dep_ in rel.ADVERBIAL | rel.NOUN_ADVERBIAL | rel.GOVERNED | rel.PREPOSITION | rel.PARTICLE
        and doc[high].text not in _SETS_OFF
    ):
        high += 1
    if doc[low - 1].lower_ == "as" and low > sent.start:
        low -= 1
    if low <= sent.start + 2 or doc[low - 1].text not in (",", "—", "–", "--", "(", "?"):
        return None
    if high < sent.end and doc[high].text not in _SETS_OFF and not doc[high].is_space:
        return None
    if any(doc[i].text in _QUOTES for i in range(high, min(high + 3, sent.end))):
        return None
    ranges = tuple((a, b) for a, b in ((sent.start, low), (high, sent.end)) if b - a > 1)
    return Complement("around", ranges)


def says_the_contrary(verb: Token) -> bool:
    """Whether what stands before "as X had claimed" is the contrary of it: "It was not empty, as he had claimed"."""
    main = verb.head
    claimed = verb.lemma_.lower() in _CLAIMED or has_dependent(verb, rel.HELPER, ("had",))
    as_ = verb.dep_ in rel.ADVERBIAL_CLAUSE and has_dependent(verb, rel.SUBORDINATOR, ("as",))
    return claimed and as_ and has_dependent(main, rel.NEGATION)


_CLAIMED = frozenset({"allege", "claim", "pretend"})

_QUOTES = frozenset({"“", "”", '"', "''", "``", "«", "»", "‘"})
