"""Which way a sentence points, read off its parse: the verb that a time hangs from, with its auxiliaries."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from rashomon.lexicons import lexicon
from rashomon.reading.times.context import Lean
from rashomon.reading.times.find_times import LeanReader

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_VERBAL = frozenset({"VERB", "AUX"})
_MODAL = frozenset({"will", "'ll", "’ll", "shall", "would", "wo"})
_UNTIL = frozenset({"after", "before", "if", "once", "until", "when"})
_DONE_TO = frozenset({"meet"})  # "Berg meets the envoy on Monday" may stand under a picture
_CLIMB = 12
_THROUGH_NOUN = frozenset({"compound", "poss", "nmod", "amod", "appos", "nummod"})


@cache
def _ahead() -> frozenset[str]:
    return frozenset(row[0] for row in lexicon("time_leans") if row[1].startswith("future"))


def parsed_leans(doc: Doc) -> LeanReader:
    """Give a reader of the leaning of any span of `doc`; it says None where the parse does not tell."""

    def lean(start: int, end: int) -> Lean | None:
        span = doc.char_span(start, end, alignment_mode="expand")
        return _lean(span.root) if span is not None else None

    return lean


def _lean(token: Token) -> Lean | None:
    before = token.doc[token.left_edge.i - 1].lower_ if token.left_edge.i else ""
    if token.head.dep_ == "prep" or token.head.pos_ == "ADP":
        before = token.head.lower_
    if before in ("until", "till"):
        return Lean("future", f"preposition:{before}")
    if before == "since":
        return Lean("past", "preposition:since")
    nominal = False
    for _ in range(_CLIMB):
        if token.pos_ in _VERBAL and token.tag_ != "MD":
            return _verb(token, nominal)
        if token.dep_ == "ROOT" and token.tag_ == "NN" and _has_subject(token):
            return _present(token)  # "talks resume on Sunday", taken for a noun
        if token.dep_ in _THROUGH_NOUN:
            nominal = True
        elif token.pos_ in ("NOUN", "PROPN") and token.dep_ != "npadvmod":
            nominal = nominal or token.ent_type_ not in ("DATE", "TIME")
        if token.head == token:
            return None
        token = token.head
    return None


def _verb(verb: Token, nominal: bool) -> Lean | None:
    helpers = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    forms = {child.lower_ for child in helpers}
    if forms & _MODAL and not nominal:
        if any(child.dep_ == "neg" for child in verb.children) and "would" in forms:
            return None
        modal = min(forms & _MODAL)
        return Lean("future", f"modal:{modal} {verb.lower_}")
    if any(child.tag_ == "MD" for child in helpers):
        return None if "have" not in forms else Lean("past", f"tense:{verb.lower_}")
    if "to" in forms or (verb.dep_ in ("xcomp", "ccomp") and verb.tag_ == "VB"):
        head = verb.head
        if (head != verb and head.lower_ in _ahead()) or verb.dep_ == "ROOT":
            was = any(child.lower_ in ("was", "were", "had") for child in head.children) or head.lower_ in (
                "was",
                "were",
            )
            return None if nominal else Lean("future", f"cue:{head.lower_} to {verb.lower_}", not was)
        return None
    if verb.lower_ in _ahead() and not nominal:
        was = any(child.lower_ in ("was", "were", "had") for child in helpers) or verb.tag_ == "VBD"
        return Lean("future", f"cue:{verb.lower_}", not was)
    plain = verb.tag_ in ("VBZ", "VBP") or (verb.tag_ == "VB" and verb.dep_ == "ROOT" and _has_subject(verb))
    if plain and not helpers and not nominal:
        return _present(verb)
    if verb.tag_ == "VBD" or (
        verb.tag_ == "VBN" and (not helpers or forms & {"was", "were", "had", "has", "have", "been"})
    ):
        if verb.tag_ == "VBN" and not helpers and nominal:
            return None
        return Lean("past", f"tense:{verb.lower_}")
    return None


def _has_subject(verb: Token) -> bool:
    """Tell a present that the tagger took for an infinitive ("talks resume") from an order ("resume the talks")."""
    return any(child.dep_ == "nsubj" for child in verb.children)


def _present(verb: Token) -> Lean | None:
    """Read "talks resume on Sunday", "when she arrives on Monday": the present of what is fixed lies ahead."""
    if verb.dep_ == "advcl":
        opens = next((c.lower_ for c in verb.children if c.dep_ in ("mark", "advmod") and c.lower_ in _UNTIL), None)
        if opens is not None:
            return Lean("future", f"when:{opens} {verb.lower_}")
    if any(c.dep_ == "dobj" or c.lower_ == "with" for c in verb.children):
        return Lean("future", f"fixed:{verb.lower_}") if verb.lemma_.lower() in _fixed() - _DONE_TO else None
    return Lean("future", f"fixed:{verb.lower_}") if verb.lemma_.lower() in _fixed() else None


@cache
def _fixed() -> frozenset[str]:
    return frozenset(row[0] for row in lexicon("fixed_verbs"))
