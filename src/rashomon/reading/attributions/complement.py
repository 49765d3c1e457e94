"""One complement of a verb: its shape and the tokens that it covers.

What stands before a semicolon is no content of who speaks behind it: "Berg says it leaks; Holm says it does not".

The parser hangs the first half on the second. Where all that is said stands before the semicolon and the tag at the
end ("The dam is safe; nobody must leave, Berg said"), it stays one content, and so do quoted words.

What is said where the parser, or the sentence, has put it away from its verb.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from spacy.tokens import Doc, Token

from rashomon.language import lexicon, word_set
from rashomon.reading.grammar import entity_types as ner
from rashomon.reading.grammar import relations as rel
from rashomon.reading.grammar import tags
from rashomon.reading.grammar.relations import dependent, dependents, has_dependent

_BEFORE_WHOM = frozenset({"before", "to", "under", "with"})
_BY_WHAT_WAY = word_set("words_of_speech", "by_what_way")
_WHERE_SAID = _BEFORE_WHOM | _BY_WHAT_WAY
_HUNG = rel.CLAUSE_OF_NOUN | rel.ADVERBIAL_CLAUSE
_ASIDE = 16
_SINCE_WHEN = word_set("words_of_attributions", "since_when")
_WHEN_AND_HOW = word_set("words_of_speech", "when_and_how")


def of_relative(verb: Token, predicate: Token | None, as_phrase: Token | None) -> list[Complement]:
    """Give what a relative clause says of whom it means: "men whom it called spies", "a speech he called vile"."""
    if verb.dep_ not in rel.RELATIVE:
        return []
    relative = next(
        (c for c in verb.children if c.tag_ in tags.RELATIVE_PRONOUN and c.dep_ in rel.OBJECT and c.i < verb.i), None
    )
    if as_phrase is not None and relative is not None:
        return [Complement("as", ((relative.i, relative.i + 1), span(as_phrase)))]
    subject = next((c for c in dependents(verb, rel.ACTIVE_SUBJECT) if c.i < verb.i), None)
    if predicate is None or relative is not None or subject is None or subject.tag_ in tags.RELATIVE_PRONOUN:
        return []
    if any(c.tag_ in tags.WHEN for c in verb.children) or verb.head.lemma_.lower() in _WHEN_AND_HOW:
        return []
    return [Complement("called", ((verb.head.left_edge.i, verb.head.i + 1), span(predicate)))]


def over_occasion(verb: Token) -> list[Complement]:
    """Give the that-clause that the parser hung on where it was said: "confirmed in a statement that boats sank"."""
    for prep in verb.children:
        if prep.dep_ not in rel.PREPOSITION or prep.i < verb.i or prep.lower_ not in (*_WHERE_SAID, "for", "from"):
            continue
        for noun in (c for c in dependents(prep, rel.GOVERNED)):
            if prep.lower_ == "for" and noun.lemma_ != "time":  # "admitted for the first time that it knew"
                continue
            if prep.lower_ == "from" and noun.lemma_ not in _SINCE_WHEN:  # "has said from the start that it was robbed"
                continue
            within = [t for p in dependents(noun, rel.PREPOSITION) for t in dependents(p, rel.GOVERNED)]
            for clause in (c for holder in (noun, *noun.children, *within) for c in holder.children if c.i > noun.i):
                opens = clause.left_edge
                marks = opens.dep_ in rel.SUBORDINATOR or opens.tag_ in tags.ADPOSITION
                marks = marks or prep.lower_ in ("for", "from")
                marks = marks or (is_told_to(clause) and not _says_before(verb))
                if prep.lower_ in _BEFORE_WHOM and clause.head.lemma_.lower() in _said_by_nouns():
                    continue  # "conveyed to the envoy its concern that": what it is concerned about
                if clause.dep_ in _HUNG and opens.lower_ == "that" and marks:
                    return [Complement("clause", (span(clause),))]
    return []


def over_moment(verb: Token) -> list[Complement]:
    """Give the that-clause that the parser hung on when it was said: "told us as he was led away that he had slept"."""
    for moment in dependents(verb, rel.ADVERBIAL_CLAUSE):
        if moment.i < verb.i or moment.left_edge.lower_ not in _MOMENTS or moment.lemma_.lower() in _that_verbs():
            continue
        hung = dependents(moment, rel.CONTENT | rel.ADVERBIAL_CLAUSE)
        clause = next((c for c in hung if c.left_edge.lower_ == "that"), None)
        if clause is None or clause.left_edge.nbor(1).text in _QUOTES:  # a quotation finds its speaker itself
            continue
        if clause.left_edge.dep_ in rel.SUBORDINATOR and clause.i > moment.i:
            return [Complement("clause", (span(clause),))]
    return []


_MOMENTS = word_set("words_of_speech", "sets_a_moment")


@cache
def _that_verbs() -> frozenset[str]:
    return frozenset(row[0] for row in lexicon("attribution_verbs") if "clause" in row[3].split())


def is_told_to(clause: Token) -> bool:
    """Whether a relative clause is what an audience is told: "told a briefing that the boat had turned"."""
    subject = dependent(clause, rel.SUBJECT)
    whole = clause.dep_ in rel.RELATIVE and clause.left_edge.lower_ == "that"
    return whole and subject is not None and subject.lower_ != "that"


def _says_before(verb: Token) -> bool:
    """Whether what is said may stand before the verb and need no clause: "“It is over,” she said at a rally that …"."""
    before = verb.doc[verb.sent.start : verb.i]
    return any(t.text in _QUOTES or (t.text == "," and t.i <= verb.left_edge.i) for t in before)


@cache
def _said_by_nouns() -> frozenset[str]:
    return frozenset(lemma for lemma, _, frames in lexicon("attribution_nouns") if "that" in frames.split())


def gap(verb: Token) -> list[Complement]:
    """Give what is said of whom a relative clause means: "Reed, who police confirmed was unarmed, ran"."""
    if verb.dep_ not in rel.RELATIVE:
        return []
    doc, sent = verb.doc, verb.sent
    relative = next((c for c in verb.children if c.tag_ in tags.RELATIVE_PRONOUN and c.i < verb.i), None)
    subject = next((c for c in dependents(verb, rel.ACTIVE_SUBJECT) if c != relative and c.i < verb.i), None)
    told = verb.i + 1
    if relative is None and subject is not None and subject.i + 1 == verb.i:  # "a man they say set the fire"
        said = (c for c in dependents(verb, rel.OPEN_CLAUSE) if c.tag_ in tags.BARE_VERB and not has_to(c))
        return [Complement("clause", (span(c),)) for c in said if c.left_edge.i == verb.i + 1]
    if relative is None or subject is None or told >= sent.end or doc[told].tag_ not in tags.FINITE:
        return []
    main = verb.head.head if verb.head.dep_ in rel.SUBJECT else None
    if main is not None and main in (doc[told], doc[told].head):
        return []  # "the ring that Berg found was sold": he says nothing of it
    end = told
    while end < sent.end and doc[end].text not in (",", ";", ".", "?", "!", "—", "–", ")"):
        end += 1
    return [Complement("clause", ((relative.i, relative.i + 1), (told, end)))] if end - told > 1 else []


def behind_aside(verb: Token) -> list[Complement]:
    """Give the that-clause behind an aside, where the parser hung it elsewhere: "had said, citing a memo, that …"."""
    doc, end = verb.doc, verb.sent.end
    start = verb.i + 1
    if start + 1 < end and doc[start].ent_type_ in ner.TIMES:
        start += 1
    if start + 3 >= end or doc[start].text != "," or doc[start + 1].tag_ not in tags.ADPOSITION | tags.GERUND:
        return []
    close = next((i for i in range(start + 2, min(start + _ASIDE, end - 3)) if doc[i].text == ","), None)
    if close is None or doc[close + 1].lower_ != "that" or doc[close + 2].text == ",":
        return []
    if any(doc[i].tag_ in tags.FINITE for i in range(start + 1, close)):
        return []
    return [Complement("clause", ((close + 1, _without_stop(doc, end)),))]


def _without_stop(doc: Doc, end: int) -> int:
    while doc[end - 1].is_space or doc[end - 1].is_punct:
        end -= 1
    return end


def headline_clause(verb: Token) -> list[Complement]:
    """Give what is said in the shortened clauses of headlines: "Prosecutors say two spies held in Orsa"."""
    held = [c for c in dependents(verb, rel.OBJECT) if c.i > verb.i]
    if len(held) != 1 or not any(
        c.dep_ in rel.ADNOMINAL and c.tag_ in tags.PARTICIPLE and c.i > held[0].i for c in held[0].children
    ):
        return []
    return [Complement("clause", (span(held[0]),))]


_LED_IN = 2  # words that may stand between a semicolon and the subject: "but", "in turn"
_QUOTES = frozenset({"“", "”", '"', "''", "``", "«", "»"})


def is_before_semicolon(verb: Token, clause: Token) -> bool:
    """Whether a semicolon parts `clause` from the subject of `verb`, which says something of its own behind it."""
    subject = dependent(verb, rel.SUBJECT)
    if subject is None or not clause.right_edge.i < subject.left_edge.i < verb.i:
        return False
    first = subject.left_edge.i
    parted = any(t.text == ";" for t in verb.doc[max(clause.right_edge.i + 1, first - 1 - _LED_IN) : first])
    return parted and any(c.dep_ in rel.WHAT_IS_SAID and c.i > verb.i for c in verb.children)


def behind_semicolon(doc: Doc, low: int, high: int) -> int:
    """Give where `[low, high)` goes on behind its last semicolon; `low` where it has none or holds quoted words.

    So does a colon behind a clause: "Berg shook his head: the boat, he said, was gone".
    """
    if any(t.text in _QUOTES for t in doc[low:high]):
        return low
    clause = next((t.i for t in doc[low:high] if t.tag_ in tags.FINITE), high)
    return max((t.i + 1 for t in doc[low:high] if t.text == ";" or (t.text == ":" and t.i > clause)), default=low)


Range = tuple[int, int]
"""Token indexes, `[start, end)`."""


class Complement(NamedTuple):
    """One complement of a verb: its frame, the ranges of tokens that are content, and the tokens it adds to the cue."""

    frame: str
    ranges: tuple[Range, ...]
    cue: tuple[int, ...] = ()


def span(token: Token) -> Range:
    """Give the tokens of the phrase at `token`."""
    return token.left_edge.i, token.right_edge.i + 1


def has_to(token: Token) -> bool:
    """Whether the verb is an infinitive with "to"."""
    return has_dependent(token, rel.HELPER, ("to",))
