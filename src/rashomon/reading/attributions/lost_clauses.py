"""What is said where the parser, or the sentence, has put it away from its verb."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from rashomon.reading.attributions.complement import Complement, has_to, span

_WHERE_SAID = frozenset({"in", "on", "at", "via", "through", "during", "by"})
_HUNG = frozenset({"acl", "relcl", "ccomp", "advcl"})
_ASIDE = 16
_WHEN_AND_HOW = frozenset({"day", "moment", "place", "reason", "time", "way", "year"})  # "the first time she named him"
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def of_relative(verb: Token, predicate: Token | None, as_phrase: Token | None) -> list[Complement]:
    """Give what a relative clause says of whom it means: "men whom it called spies", "a speech he called vile"."""
    if verb.dep_ != "relcl":
        return []
    relative = next((c for c in verb.children if c.tag_ in ("WP", "WDT") and c.dep_ == "dobj" and c.i < verb.i), None)
    if as_phrase is not None and relative is not None:
        return [Complement("as", ((relative.i, relative.i + 1), span(as_phrase)))]
    subject = next((c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i), None)
    if predicate is None or relative is not None or subject is None or subject.tag_ in ("WP", "WDT"):
        return []
    if any(c.tag_ == "WRB" for c in verb.children) or verb.head.lemma_.lower() in _WHEN_AND_HOW:
        return []
    return [Complement("called", ((verb.head.left_edge.i, verb.head.i + 1), span(predicate)))]


def over_occasion(verb: Token) -> list[Complement]:
    """Give the that-clause that the parser hung on where it was said: "confirmed in a statement that boats sank"."""
    for prep in verb.children:
        if prep.dep_ != "prep" or prep.i < verb.i or prep.lower_ not in (*_WHERE_SAID, "for"):
            continue
        for noun in (c for c in prep.children if c.dep_ == "pobj"):
            if prep.lower_ == "for" and noun.lemma_ != "time":  # "admitted for the first time that it knew"
                continue
            for clause in (c for holder in (noun, *noun.children) for c in holder.children if c.i > noun.i):
                opens = clause.left_edge
                marks = opens.dep_ == "mark" or opens.tag_ == "IN" or prep.lower_ == "for"
                if clause.dep_ in _HUNG and opens.lower_ == "that" and marks:
                    return [Complement("clause", (span(clause),))]
    return []


def gap(verb: Token) -> list[Complement]:
    """Give what is said of whom a relative clause means: "Reed, who police confirmed was unarmed, ran"."""
    if verb.dep_ != "relcl":
        return []
    doc, sent = verb.doc, verb.sent
    relative = next((c for c in verb.children if c.tag_ in ("WP", "WDT") and c.i < verb.i), None)
    subject = next((c for c in verb.children if c.dep_ == "nsubj" and c != relative and c.i < verb.i), None)
    told = verb.i + 1
    if relative is None and subject is not None and subject.i + 1 == verb.i:  # "a man they say set the fire"
        said = (c for c in verb.children if c.dep_ == "xcomp" and c.tag_ == "VB" and not has_to(c))
        return [Complement("clause", (span(c),)) for c in said if c.left_edge.i == verb.i + 1]
    if relative is None or subject is None or told >= sent.end or doc[told].tag_ not in ("VBD", "VBZ", "VBP", "MD"):
        return []
    end = told
    while end < sent.end and doc[end].text not in (",", ";", ".", "?", "!", "—", "–", ")"):
        end += 1
    return [Complement("clause", ((relative.i, relative.i + 1), (told, end)))] if end - told > 1 else []


def behind_aside(verb: Token) -> list[Complement]:
    """Give the that-clause behind an aside, where the parser hung it elsewhere: "had said, citing a memo, that …"."""
    doc, end = verb.doc, verb.sent.end
    start = verb.i + 1
    if start + 1 < end and doc[start].ent_type_ in ("DATE", "TIME"):
        start += 1
    if start + 3 >= end or doc[start].text != "," or doc[start + 1].tag_ not in ("VBG", "IN"):
        return []
    close = next((i for i in range(start + 2, min(start + _ASIDE, end - 3)) if doc[i].text == ","), None)
    if close is None or doc[close + 1].lower_ != "that" or doc[close + 2].text == ",":
        return []
    if any(doc[i].tag_ in _FINITE for i in range(start + 1, close)):
        return []
    return [Complement("clause", ((close + 1, _without_stop(doc, end)),))]


def _without_stop(doc: Doc, end: int) -> int:
    while doc[end - 1].is_space or doc[end - 1].is_punct:
        end -= 1
    return end


def headline_clause(verb: Token) -> list[Complement]:
    """Give what is said in the shortened clauses of headlines: "Prosecutors say two spies held in Orsa"."""
    held = [c for c in verb.children if c.dep_ == "dobj" and c.i > verb.i]
    if len(held) != 1 or not any(c.dep_ == "acl" and c.tag_ == "VBN" and c.i > held[0].i for c in held[0].children):
        return []
    return [Complement("clause", (span(held[0]),))]
