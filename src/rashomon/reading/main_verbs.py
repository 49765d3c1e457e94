"""The main verb of a sentence that opens with what is told: "Claims that men fell ill after the leak are unfounded".

The parser takes "after the leak are unfounded" for a clause of its own and leaves the sentence without a main verb. A
sentence that ends with a stop has one: the last finite verb of what hangs on its opening noun, where all that stands
between that noun and the verb can do without it.
"""

from __future__ import annotations

from typing import Any

import numpy
from spacy.tokens import Doc, Span, Token

_HUNG = frozenset({"acl", "relcl", "ccomp"})
_SUBJECT = frozenset({"nsubj", "nsubjpass"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_NOUN = frozenset({"NN", "NNS"})
_PREPOSITIONS = frozenset({"after", "before", "since", "until", "till"})
_STOPS = ".!?"


def main_verbs(doc: Doc) -> Doc:
    """Give such sentences their main verb back; the noun that opens them is its subject."""
    found = [lost for sentence in doc.sents if (lost := _lost(sentence)) is not None]
    if not found:
        return doc
    ties: Any = doc.to_array(["HEAD", "DEP"]).astype("int64")
    heads = numpy.arange(len(doc)) + ties[:, 0]
    label = doc.vocab.strings.add
    for opening, verb, mark, noun in found:
        passive = any(c.dep_ == "auxpass" for c in verb.children)
        new = [
            (mark, verb.head, "prep"),
            (noun, mark, "pobj"),
            (verb, verb, "ROOT"),
            (opening, verb, "nsubjpass" if passive else "nsubj"),
            *((c, verb, "punct") for c in opening.children if c.dep_ == "punct" and c.i > verb.i),
        ]
        for token, head, dep in new:
            heads[token.i], ties[token.i, 1] = head.i, label(dep)
    ties[:, 0] = heads - numpy.arange(len(doc))
    return doc.from_array(["HEAD", "DEP"], ties.astype("uint64"))


def _lost(sentence: Span) -> tuple[Token, Token, Token, Token] | None:
    """Give the noun that opens a sentence, its lost verb, and the preposition and noun between them, or None."""
    opening = sentence.root
    if opening.tag_ not in _NOUN or sentence[-1].text not in _STOPS or any(c.dep_ == "conj" for c in opening.children):
        return None
    told = next((c for c in opening.children if c.dep_ in _HUNG and c.i > opening.i), None)
    if told is None or told.left_edge.lower_ != "that" or told.left_edge.i != opening.i + 1:
        return None
    for verb in told.subtree:
        if verb.dep_ != "advcl" or verb.i < told.i or not _is_finite(verb):
            continue
        mark = next((c for c in verb.children if c.dep_ == "mark" and c.lower_ in _PREPOSITIONS), None)
        noun = next((c for c in verb.children if c.dep_ in _SUBJECT and c.tag_ in _NOUN), None)
        last = verb.right_edge.i >= sentence.end - 2
        if mark is not None and noun is not None and mark.i < noun.i < verb.i and last and _agree(opening, verb):
            return opening, verb, mark, noun
    return None


def _is_finite(verb: Token) -> bool:
    return verb.tag_ in _FINITE or any(c.dep_ in ("aux", "auxpass") and c.tag_ in _FINITE for c in verb.children)


def _agree(noun: Token, verb: Token) -> bool:
    """Whether a noun can be the subject of a verb: "reports … is" cannot."""
    forms = [verb, *(c for c in verb.children if c.dep_ in ("aux", "auxpass"))]
    first = min((t for t in forms if t.tag_ in _FINITE), key=lambda t: t.i)
    many = noun.tag_ == "NNS"
    if first.tag_ == "VBZ" or first.lower_ == "was":
        return not many
    return many if first.tag_ == "VBP" or first.lower_ == "were" else True
