"""A sentence may tell whose words the one before it is: "The dam was cracked. That is what an engineer claims".

So "That's the view of Ann Berg", "That is according to the ministry", "So says Ann Berg", "She gave the figure". What
the sentence before gives to somebody of its own stays his.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Doc, Span, Token

from rashomon.language import word_set
from rashomon.reading.attributions.closing_tags import is_taken_for_a_noun
from rashomon.reading.attributions.cue_verbs import cue_verbs
from rashomon.reading.attributions.finding import Finding, framed
from rashomon.reading.attributions.verb_groups import hypothetical, negated, own_subject
from rashomon.reading.attributions.who_may_speak import is_thing, may_speak
from rashomon.reading.grammar import entity_types as ner
from rashomon.reading.grammar import relations as rel
from rashomon.reading.grammar import tags
from rashomon.reading.grammar.relations import dependent, dependents, has_dependent

_POINTS = frozenset({"that", "this"})
_HELD = word_set("words_of_attributions", "held")
_TELLS = frozenset({"speech", "belief"})
_MORE = rel.CONTENT | rel.OPEN_CLAUSE | rel.ADVERBIAL_CLAUSE


def said_of_before(doc: Doc, found: Iterable[Finding], home: list[int]) -> list[Finding]:
    """Give a finding for each sentence that says who tells what the one before tells, and nobody else does."""
    if not doc.has_annotation("SENT_START"):
        return []
    spoken = {doc[f.token].sent.start for f in found if f.speaker is not None}
    return [f for s in doc.sents if s.start and doc[s.start - 1].sent.start not in spoken for f in _of(s, home)]


def _of(sentence: Span, home: list[int]) -> Iterator[Finding]:
    if home[sentence.start] >= 0:
        return
    told = sentence.doc[sentence.start - 1].sent
    last = next((t for t in reversed(list(told)) if not t.is_space), None)
    if last is None or last.text != "." or home[told.start] != home[last.i]:
        return
    for verb, who, kind in _who(sentence.root):
        if may_speak(who) or not is_thing(who):
            yield Finding(
                [(verb.idx, verb.idx + len(verb))],
                who,
                [(told.start_char, last.idx)],
                verb.lemma_.lower(),
                framed(kind, verb.lower_, "clause"),
                verb.idx,
                verb.i,
                fixed=True,
            )


def _who(root: Token) -> Iterator[tuple[Token, Token, str]]:
    """Give the cue, who says it, and by what rule, where a sentence says it of what was told."""
    if root.lemma_.lower() in cue_verbs() and _opens_with_so(root):
        who = own_subject(root)
        if who is not None and who.i > root.i:
            yield root, who, "speech-verb"
    if root.i and (giver := _giver(root)) is not None and _counts(root.doc[root.sent.start - 1].sent):
        yield giver[0], giver[1], "speech-verb"
    that = own_subject(root)
    if that is None or that.lower_ not in _POINTS or that.i > root.i or has_dependent(that, rel.DESCRIBING):
        return
    if (root.lemma_.lower() != "be" and root.lower_ != "according") or negated(root) or hypothetical(root):
        return
    for child in (root, *(c for c in root.children if c.i > root.i)):
        entry = cue_verbs().get(child.lemma_.lower())
        noun = is_taken_for_a_noun(child)
        if entry is not None and (noun or child.tag_ in tags.FINITE_VERB | tags.PARTICIPLE) and entry.kind in _TELLS:
            who = child.nbor(-1) if noun else own_subject(child)
            what = any(c.tag_ in tags.WHO and c.lower_ == "what" for c in child.children)
            if what and who is not None and "clause" in entry.frames and not _says_more(child):
                yield child, who, f"{entry.kind}-verb"
        elif child.lemma_.lower() in _HELD and child.dep_ in rel.NOUN_PREDICATE:
            of = dependent(child, rel.PREPOSITION, ("of",))
            who = dependent(of, rel.GOVERNED) if of is not None else dependent(child, rel.OWNER)
            if who is not None and who.tag_ not in tags.OWNING_PRONOUN:
                yield child, who, "noun"
        elif child.lower_ == "according":
            to = dependent(child, rel.PREPOSITION)
            if to is not None and (who := dependent(to, rel.GOVERNED)) is not None:
                yield child, who, "according-to"


def _giver(root: Token) -> tuple[Token, Token] | None:
    """Give the verb, and who gives the figure told before: "The minister announced the new figure"."""
    if negated(root) or hypothetical(root):
        return None
    figure, verb = dependent(root, rel.OBJECT | rel.PASSIVE_SUBJECT), root
    if root.lemma_.lower() == "be":  # "That is the number that the minister gave"
        figure = dependent(root, rel.NOUN_PREDICATE)
        points = dependent(root, rel.ACTIVE_SUBJECT, _POINTS)
        given = dependent(figure, rel.RELATIVE) if figure is not None and points is not None else None
        if given is None:
            return None
        verb = given
    if figure is None or verb.lemma_.lower() not in _GIVES or figure.lemma_.lower() not in _FIGURES:
        return None
    if not has_dependent(figure, rel.DETERMINER, _KNOWN) or has_dependent(figure, rel.PREPOSITION | rel.COUNT):
        return None
    agent = dependent(root, rel.AGENT)
    who = dependent(agent, rel.GOVERNED) if agent is not None else own_subject(verb)
    return None if who is None or who == figure or not may_speak(who) else (verb, who)


def _counts(told: Span) -> bool:
    """Whether a sentence tells a number that is none of a time."""
    return any(t.tag_ in tags.NUMERAL and t.ent_type_ not in ner.TIMES for t in told)


_KNOWN = _POINTS | {"the"}
_GIVES = word_set("words_of_attributions", "gives_figure")
_FIGURES = word_set("words_of_attributions", "told_figure")


def _opens_with_so(verb: Token) -> bool:
    return (
        any(c.lower_ == "so" and c.i == verb.i - 1 for c in dependents(verb, rel.ADVERBIAL)) and verb.nbor(-1).is_title
    )


def _says_more(verb: Token) -> bool:
    """Whether "what" stands for a part of what is said: "that is what he says he wanted"."""
    return has_dependent(verb, _MORE) or negated(verb) or hypothetical(verb)
