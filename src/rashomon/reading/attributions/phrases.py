"""A cue need not be a verb of its own: "according to", "in the words of", "citing two officials", "reportedly"."""

from __future__ import annotations

from spacy.tokens import Doc, Token
from spacy.tokens import Span as SpanOfTokens

from rashomon.reading.attributions.candidates import candidates
from rashomon.reading.attributions.finding import Finding
from rashomon.reading.attributions.issuers import issuer
from rashomon.reading.attributions.semicolons import behind_semicolon
from rashomon.reading.attributions.verbs import runs
from rashomon.reading.attributions.who_may_speak import can_be_cited
from rashomon.reading.grammar import relations as rel
from rashomon.reading.grammar import tags
from rashomon.reading.grammar.dependents import dependent
from rashomon.records import Reason, Span

_HEARSAY = frozenset({"reportedly", "allegedly", "supposedly", "purportedly", "ostensibly", "presumably"})
_CITING = frozenset({"citing", "quoting"})
_IN_THE = frozenset({"words", "view", "opinion", "estimation", "telling", "judgment", "judgement", "account"})
_WORDS = _HEARSAY | _CITING | _IN_THE | {"according"}
_CLAUSE_HEADS = frozenset({"VERB", "AUX"})


def phrases(doc: Doc) -> list[Finding]:
    """Give a finding for every phrase of `doc` that attributes the clause that it stands in."""
    found: list[Finding | None] = []
    for token in candidates(doc, _WORDS, lower=True):
        low = token.lower_
        if low == "according":
            found.append(_according(token))
        elif low in _CITING:
            found.append(_citing(token))
        elif low in _IN_THE:
            found.append(_in_the_words_of(token))
        else:
            found.append(_hearsay(token))
    return [f for f in found if f is not None]


def _according(token: Token) -> Finding | None:
    doc = token.doc
    if token.i + 1 >= len(doc) or doc[token.i + 1].lower_ != "to":
        return None
    to = doc[token.i + 1]
    who = dependent(to, rel.GOVERNED_ANY)
    who = who or dependent(token, rel.GOVERNED)
    if who is None:
        return None
    after = who.right_edge.i + 1
    if after + 1 < len(doc) and doc[after].lower_ in ("’s", "'s") and doc[after + 1].pos_ in ("NOUN", "PROPN", "ADJ"):
        held = doc[after + 1]  # "according to the school’s post", whose mark the parser took for a verb
        who = held.head if held.dep_ in rel.ATTRIBUTIVE and held.head.i > held.i else held
    end = max(who.right_edge.i, to.i) + 1
    return _set_in(token, who, [token.i, to.i], (token.i, end), "according-to")


def _in_the_words_of(token: Token) -> Finding | None:
    """Read "in the words of Ann Berg, …" and "in Ann Berg's view, …"."""
    before = token.head
    if before.lower_ != "in" or token.dep_ not in rel.GOVERNED:
        return None
    of = dependent(token, rel.PREPOSITION, ("of",))
    who = dependent(token if of is None else of, rel.OWNER_OR_GOVERNED)
    if who is None:
        return None
    cue = [before.i, token.i] if of is None else [before.i, token.i, of.i]
    return _set_in(before, who, cue, (before.i, token.right_edge.i + 1), "in-the-words-of")


def _citing(token: Token) -> Finding | None:
    """Read "Reuters reported that …, citing two officials": the officials are behind what was reported."""
    who = dependent(token, rel.OBJECT)
    who = None if who is None else issuer(who) or who
    if who is None or token.tag_ not in tags.GERUND or not can_be_cited(who):
        return None
    return _set_in(token, who, [token.i], (token.i, token.right_edge.i + 1), "citing")


def _hearsay(token: Token) -> Finding | None:
    head = token.head
    if head.pos_ not in _CLAUSE_HEADS:
        return None
    while head.dep_ in rel.HELPER | rel.OPEN_CLAUSE:
        head = head.head
    content = _around(token.doc, token.i, token.i + 1, head.left_edge.i, head.right_edge.i + 1)
    return _finding(token, None, [token.i], content, "hearsay-adverb")


def _set_in(token: Token, who: Token, cue: list[int], inside: Span, rule: str) -> Finding | None:
    """Attribute the clause that the phrase hangs on; the sentence where it hangs on a noun."""
    head, sent = token.head, token.sent
    while head.dep_ in rel.GOVERNED_CLAUSE | rel.PREPOSITION and head.head != head:
        head = head.head
    low, high = sent.start, sent.end
    while head.dep_ in rel.JOINED and head.head.i < head.i and _closes(sent, inside[1]):
        head = head.head  # "boats sank and two are missing, according to the ministry"
    if head.pos_ in _CLAUSE_HEADS:
        low, high = head.left_edge.i, head.right_edge.i + 1
    if not _closes(sent, inside[1]):
        low = behind_semicolon(token.doc, low, inside[0])
    return _finding(token, who, cue, _around(token.doc, *inside, low, high), rule)


def _closes(sent: SpanOfTokens, end: int) -> bool:
    """Whether nothing but a stop stands behind the phrase in its sentence."""
    return all(t.is_punct or t.is_space for t in sent.doc[end : sent.end])


def _around(doc: Doc, start: int, end: int, low: int, high: int) -> list[Span]:
    pieces = [(a, b) for a, b in ((low, start), (end, high)) if b - a > 1]
    return [(doc[a].idx, doc[b - 1].idx + len(doc[b - 1])) for a, b in pieces]


def _finding(token: Token, who: Token | None, cue: list[int], content: list[Span], rule: str) -> Finding | None:
    if not content:
        return None
    doc = token.doc
    lemma = "according to" if rule == "according-to" else token.lower_
    return Finding(runs(doc, cue), who, content, lemma, Reason(rule, token.lower_), token.idx, token.i)
