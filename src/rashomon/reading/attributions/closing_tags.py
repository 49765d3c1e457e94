"""A tag that closes a sentence is read by where it stands if the parser lost it: "…, the Courier reported on Monday".

A comma, one noun phrase (or a role and a name between commas), a verb of saying, and then only who was told, when and
how. What stands before the comma is a clause, and it is what was said; in a line of its own without a stop any words
are ("Two dead in shooting, police say"). Set into a sentence, a comma closes the tag: "…, an aide said
Tuesday, after …"; what a "but", "and" or "while" then adds is the reporter's.
"""

from __future__ import annotations

from typing import NamedTuple

from spacy.tokens import Doc, Span, Token

from rashomon.language import word_set
from rashomon.reading.attributions.who_may_speak import may_speak
from rashomon.reading.grammar import relations as rel
from rashomon.reading.grammar import tags
from rashomon.reading.grammar.relations import has_dependent

_INSIDE = word_set("words_of_speech", "inside_a_phrase")
_NO_TAIL = word_set("words_of_speech", "opens_more")
_ENDS = frozenset({".", "!", "?", "…", "..."})
_QUOTES = frozenset({"“", "”", '"', "''", "``", "«", "»"})
_MANY = frozenset({"media", "police", "people"})
_OPENS = rel.DETERMINER | rel.COUNT | rel.OWNER
_LONGEST = 14
_TAIL = 14
_SHORT = 7
_REPORTERS = frozenset({"while", "whereas", "although", "though"})


class ClosingTag(NamedTuple):
    """Who says so, the tokens of his phrase, and the ranges of tokens that he says."""

    speaker: Token
    phrase: tuple[int, int]
    content: tuple[tuple[int, int], ...]


def closing_tag(verb: Token) -> ClosingTag | None:
    """Give the tag that `verb` makes at the end of its sentence or between commas, or none."""
    doc, sent = verb.doc, verb.sent
    end = sent.end
    if verb.tag_ not in tags.FINITE_OR_PARTICIPLE and not is_taken_for_a_noun(verb):
        return None
    if not _only_tail(doc, verb.i + 1, end):
        close = next((t.i for t in doc[verb.i + 1 : min(verb.i + _SHORT, end)] if t.text == ","), None)
        has = has_dependent(verb, rel.HELPER, _HAVE)
        if close is None or (verb.tag_ in tags.PARTICIPLE and not has) or not _only_tail(doc, verb.i + 1, close):
            return None
        end = close
    last = _group_start(verb)
    start = _phrase_start(doc, last, sent.start)
    if start is None or start == last:
        return None
    first = start
    if doc[last - 1].text == ",":  # "…, the governor, Ann Berg, told the radio"
        last -= 1
    comma = first - 1
    if comma <= sent.start or doc[comma].text != ",":
        return None
    if not (any(map(_tells, doc[sent.start : comma])) or _spare_clause(verb, comma) or _is_headline(sent, comma)):
        return None
    if _opens_aside(doc, sent.start, comma):
        return None
    head = _head(doc, first, last)
    if head is None or not may_speak(head):
        return None
    adds = end + 2 < sent.end and (
        doc[end + 1].tag_ in tags.COORDINATOR | tags.GERUND or doc[end + 1].lower_ in _REPORTERS
    )
    rest = ((end + 1, sent.end),) if end + 2 < sent.end and not adds else ()
    return ClosingTag(head, (first, last), ((sent.start, comma), *rest))


def _group_start(verb: Token) -> int:
    """Give where the verb group starts: "has told", "later said"."""
    start = verb.i
    while start > verb.sent.start + 1 and (
        verb.doc[start - 1].lower_ in _HAVE or verb.doc[start - 1].tag_ in tags.ADVERB
    ):
        start -= 1
    return start


_HAVE = frozenset({"has", "have", "had"})


def _spare_clause(verb: Token, comma: int) -> bool:
    """Whether the parser took the verb of the clause before the comma for a participle: "The envoy left, aides said".

    Then `verb` has two subjects, and the participle hangs on the first.
    """
    return any(
        c.dep_ in rel.ACTIVE_SUBJECT
        and c.i < comma
        and any(part.tag_ in tags.PARTICIPLE and part.dep_ in rel.ADNOMINAL for part in c.children)
        for c in verb.children
    )


def _is_headline(sent: Span, comma: int) -> bool:
    """Whether the sentence is a line of its own without a stop, and does not begin with where or when."""
    doc = sent.doc
    words = [t for t in sent if not t.is_space]
    if not words or words[-1].text in _ENDS or words[-1].text in _QUOTES:
        return False
    before = doc[words[0].i - 1] if words[0].i else None
    after = doc[words[-1].i + 1] if words[-1].i + 1 < len(doc) else None
    if not all(edge is None or (edge.is_space and "\n" in edge.text) for edge in (before, after)):
        return False
    first = words[0]
    return not (first.dep_ in rel.PREPOSITION and first.head.i > comma)


def is_taken_for_a_noun(word: Token) -> bool:
    """Whether a verb in the present closes a sentence as a tag and is tagged as a noun: "…, the radio reports".

    It agrees with what stands before it, as a verb does: "the radio reports", "local media report".
    """
    if word.tag_ not in tags.COMMON or word.i < 2 or not _only_tail(word.doc, word.i + 1, word.sent.end):
        return False
    who = word.nbor(-1)
    if who.tag_ not in tags.NOUN or not may_speak(who):
        return False
    return (word.tag_ in tags.COMMON_PLURAL) != (who.tag_ in tags.PLURAL or who.lower_ in _MANY)


def _tells(token: Token) -> bool:
    """Whether a token is what a clause turns on: a finite verb, or one taken for a participle: "killed 12"."""
    if token.tag_ in tags.FINITE:
        return True
    if token.tag_ not in tags.PARTICIPLE or token.dep_ not in rel.ADNOMINAL or token.i + 1 >= len(token.doc):
        return False
    return any(c.dep_ in rel.OBJECT | rel.NOUN_ADVERBIAL | rel.COUNT and c.i > token.i for c in token.children)


def _only_tail(doc: Doc, i: int, end: int) -> bool:
    """Whether nothing but who was told, when and how stands behind the verb."""
    while end > i and (doc[end - 1].is_space or doc[end - 1].text in _ENDS):
        end -= 1
    tail = doc[i:end]
    if len(tail) > _TAIL:
        return False
    return not any(
        t.tag_ in tags.FINITE or t.lower_ in _NO_TAIL or t.text in _QUOTES or t.text in (",", ";", ":") for t in tail
    )


def _phrase_start(doc: Doc, end: int, low: int) -> int | None:
    """Give where the noun phrase that ends at `end` starts; with an apposition, where the whole starts."""
    i = end - 1
    apposed = doc[i].text == ","
    if apposed:
        i -= 1
    commas = 0
    while i > low and end - i <= _LONGEST:
        token = doc[i]
        if token.text == ",":
            commas += 1
            if not apposed or commas == 2:
                return (
                    i + 1
                    if doc[i + 1].tag_ in tags.IN_NOUN_PHRASE - (tags.HYPHEN | tags.GENITIVE | tags.PARTICIPLE)
                    else None
                )
        elif token.tag_ not in tags.IN_NOUN_PHRASE and not (_goes_on(token) and doc[i + 1].tag_ in tags.IN_NOUN_PHRASE):
            return None
        i -= 1
    return None


def _goes_on(word: Token) -> bool:
    """Whether a noun phrase goes on behind the word, or another is joined to it: "residents and an official"."""
    return _leads_in(word) or word.lower_ == "and"


def _leads_in(word: Token) -> bool:
    """Whether a noun phrase goes on behind the word: "of", or the "to" of "close to the family"."""
    return word.lower_ in _INSIDE or (word.lower_ == "to" and word.i > 0 and word.nbor(-1).tag_ in tags.ADJECTIVE)


def _opens_aside(doc: Doc, low: int, comma: int) -> bool:
    """Whether the sentence begins with a condition or a time that the comma closes: "When they met, the mayor said"."""
    first = next((t for t in doc[low:comma] if not t.is_space and not t.is_punct), None)
    if first is None or first.dep_ not in rel.OPENER:
        return False
    head = first.head
    return head.dep_ in rel.ADVERBIAL_CLAUSE and head.right_edge.i >= comma - 1


def _head(doc: Doc, first: int, last: int) -> Token | None:
    """Give the head noun of a phrase: its last noun before a comma or the preposition that follows it."""
    found: Token | None = None
    for i in range(first, last):
        token = doc[i]
        if token.text == "," or token.lower_ in _INSIDE:
            break
        if token.lower_ == "and" and found is not None and may_speak(found) and doc[i + 1].dep_ in _OPENS:
            break  # "the driver and a nun said"
        if token.tag_ in tags.NOUN:
            found = token
    return found
