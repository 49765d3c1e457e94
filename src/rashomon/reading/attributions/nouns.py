"""A noun is a cue where the lexicon lists it with its complement: "her warning that", "made the case for"."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple, cast

from spacy.tokens import Doc, Token

from rashomon.language import lexicon, word_set
from rashomon.reading.attributions.cue_verbs import candidates, is_assault
from rashomon.reading.attributions.finding import Finding, framed, runs
from rashomon.reading.attributions.held_against import HELD_AGAINST, scoffed_at
from rashomon.reading.attributions.sources import speaker
from rashomon.reading.attributions.verb_groups import hypothetical, negated, own_subject
from rashomon.reading.attributions.who_may_speak import is_thing, may_speak
from rashomon.reading.grammar import entity_types as ner
from rashomon.reading.grammar import relations as rel
from rashomon.reading.grammar import tags
from rashomon.reading.grammar.relations import dependent, dependents, has_dependent
from rashomon.records import Polarity, Span

_CLAUSES = rel.CLAUSE_OF_NOUN | rel.ADVERBIAL_CLAUSE | rel.OPEN_CLAUSE


class NounEntry(NamedTuple):
    """One noun of the lexicon."""

    polarity: Polarity
    frames: frozenset[str]


# What goes round without anybody's name: "rumours that", "reports that".
_HEARSAY = word_set("words_of_speech", "hearsay")


# What is known and by whom in one word: "intelligence that the rebels left" is the voice itself where nobody holds it.
_KNOWN = frozenset({"intelligence"})


@cache
def noun_entries() -> dict[str, NounEntry]:
    """Give the nouns of the lexicon by lemma."""
    return {lemma: NounEntry(cast(Polarity, p), frozenset(f.split())) for lemma, p, f in lexicon("attribution_nouns")}


@cache
def _light_verbs() -> frozenset[str]:
    return frozenset(entry[0] for entry in lexicon("cue_light_verbs"))


def nouns(doc: Doc) -> list[Finding]:
    """Give a finding for every listed noun of `doc` with a complement, and a source or a that-clause."""
    entries = noun_entries()
    found: list[Finding] = []
    for token in candidates(doc, frozenset(entries)):
        lemma = token.lemma_.lower()
        entry = entries.get(lemma)
        if entry is not None and token.pos_ == "NOUN" and not _is_act(token):
            finding = _finding(token, lemma, entry)
            if finding is not None:
                found.append(finding)
    return found


_ACTS = word_set("words_of_speech", "of_force")
_DOING = word_set("words_of_speech", "does_an_attack")
_STAKES = "interests"


def _is_act(noun: Token) -> bool:
    """Whether the noun is a deed or a stake, not words: "a missile attack", "to launch an attack", "interests in".

    So is a call that is made from or to somewhere, by telephone.
    """
    if noun.lower_ == _STAKES:
        return True
    if noun.lemma_.lower() == "call":
        return _is_by_telephone(noun)
    if noun.lemma_.lower() != "attack":
        return False
    struck = [o for c in dependents(noun, rel.PREPOSITION, ("on",)) for o in dependents(c, rel.GOVERNED)]
    by = [o for c in dependents(noun, rel.PREPOSITION_OR_AGENT, ("by",)) for o in dependents(c, rel.GOVERNED)]
    return is_assault([*by, *dependents(noun, rel.OWNER)], struck) or (
        any(c.lower_ in _ACTS for c in noun.children)
        or noun.head.lemma_.lower() in _DOING
        or any(o.ent_type_ in ner.PLACES or o.lower_ in _TARGETS for o in struck)
    )


def _is_by_telephone(call: Token) -> bool:
    """Tell "a call to the station", "calls from the village to", from "calls for calm", "a call to act"."""
    beside = (call, *(o for c in dependents(call, rel.PREPOSITION, ("from",)) for o in c.children))
    return any(c.i > call.i for noun in beside for c in dependents(noun, rel.PREPOSITION, ("to",)))


_TARGETS = word_set("words_of_speech", "targets")


def _finding(noun: Token, lemma: str, entry: NounEntry) -> Finding | None:
    frame, content, extra = _complement(noun, entry)
    if content is None:
        return None
    who, verb = _source(noun, frame)
    known = lemma in _KNOWN or has_dependent(noun, rel.COMPOUND, _KNOWN)
    if known and (who is None or who.dep_ in rel.BEFORE_NOUN):
        who = noun
    scoffed = frame == "that" and scoffed_at(noun)
    if who is None and not scoffed and (frame != "that" or lemma not in _HEARSAY):
        return None
    cue = sorted({noun.i, *extra, *(_group(verb) if verb is not None else ())})
    doc = noun.doc
    source: tuple[Span, ...] | None = None
    if who is not None and who.dep_ in rel.GOVERNED and who.i < content[0] <= who.right_edge.i:
        before = doc[content[0] - 2]
        source = ((who.left_edge.idx, before.idx + len(before)),)
    end = doc[content[1] - 1]
    return Finding(
        cue=runs(doc, cue),
        speaker=who,
        content=[(doc[content[0]].idx, end.idx + len(end))],
        lemma=lemma,
        because=framed(
            "noun",
            noun.lower_,
            frame,
            *(() if verb is None else ("light",)),
            *(() if who is not None else ("nosource",)),
            *((HELD_AGAINST,) if scoffed else ()),
        ),
        at=noun.idx,
        token=noun.i,
        polarity="deny" if scoffed and verb is not None else entry.polarity,  # "rejected claims": they are not his
        negated=verb is not None and (negated(verb) or _refused(noun)),
        hypothetical=verb is not None and hypothetical(verb),
        verb=verb,
        source=source,
    )


def _group(verb: Token) -> list[int]:
    return [verb.i, *(c.i for c in dependents(verb, rel.HELPER_OR_NEGATION))]


def _refused(noun: Token) -> bool:
    return has_dependent(noun, rel.DETERMINER, ("no",))


def _complement(noun: Token, entry: NounEntry) -> tuple[str, tuple[int, int] | None, tuple[int, ...]]:
    """Give the frame, the tokens of the content and those that the cue gains."""
    for child in noun.children:
        if child.i < noun.i:
            continue
        span = (child.left_edge.i, child.right_edge.i + 1)
        marks = {c.lower_ for c in dependents(child, rel.HELPER | rel.SUBORDINATOR)}
        if child.dep_ in _CLAUSES and "that" in entry.frames and "that" in marks:
            return "that", span, ()
        if child.dep_ in _CLAUSES and "to" in entry.frames and child.tag_ in tags.BARE_VERB and "to" in marks:
            return "to", span, ()
        if child.dep_ in rel.PREPOSITION and child.lower_ in entry.frames:
            for grandchild in child.children:
                if grandchild.dep_ in rel.GOVERNED_ANY:
                    return child.lower_, (grandchild.left_edge.i, grandchild.right_edge.i + 1), (child.i,)
    return _behind_source(noun, entry) or _told_by(noun, entry) or _next_to(noun, entry)


def _behind_source(noun: Token, entry: NounEntry) -> tuple[str, tuple[int, int], tuple[int, ...]] | None:
    """Give what is behind who says it, on whom the parser hung it: "calls from the opposition for an inquiry"."""
    from_ = next((c for c in dependents(noun, rel.PREPOSITION, _FROM) if c.i > noun.i), None)
    whom = None if from_ is None else dependent(from_, rel.GOVERNED)
    for prep in () if whom is None else whom.children:
        if prep.dep_ in rel.PREPOSITION and prep.lower_ in entry.frames & _APART:
            for matter in (c for c in dependents(prep, rel.GOVERNED_ANY)):
                return prep.lower_, (matter.left_edge.i, matter.right_edge.i + 1), (prep.i,)
    return None


_FROM = frozenset({"among", "by", "from"})
_APART = frozenset({"about", "against", "for", "over"})


def _told_by(noun: Token, entry: NounEntry) -> tuple[str, tuple[int, int], tuple[int, ...]] | None:
    """Give the clause that a noun is said to be: "The party's position is that the vote was stolen"."""
    be = noun.head
    if noun.dep_ not in rel.ACTIVE_SUBJECT or be.lemma_.lower() != "be" or "that" not in entry.frames:
        return None
    for child in be.children:
        if child.dep_ in rel.CONTENT and child.i > be.i and child.left_edge.lower_ == "that":
            return "that", (child.left_edge.i, child.right_edge.i + 1), (be.i,)
    return None


def _next_to(noun: Token, entry: NounEntry) -> tuple[str, tuple[int, int] | None, tuple[int, ...]]:
    """Give the clause that begins right after the noun, where the parser hung it on the verb before."""
    if noun.i + 1 < len(noun.doc):
        mark = noun.nbor()
        clause = mark.head
        begins = (
            mark.lower_ in ("that", "to") and mark.lower_ in entry.frames and mark.dep_ in rel.HELPER | rel.SUBORDINATOR
        )
        if begins and clause.i > mark.i and clause.left_edge.i == mark.i and clause.head.i < noun.i:
            return mark.lower_, (mark.i, clause.right_edge.i + 1), ()
        verb = noun.head.lemma_.lower()
        held = noun.dep_ in rel.OBJECT and (verb in _HOLDING or (verb in _light_verbs() and mark.lower_ != "to"))
        if held and mark.dep_ in rel.PREPOSITION and mark.head == noun.head and mark.lower_ in entry.frames:
            for child in mark.children:
                if child.dep_ in rel.GOVERNED_ANY and child.ent_type_ not in ner.TIMES:
                    return mark.lower_, (child.left_edge.i, child.right_edge.i + 1), (mark.i,)
    return "", None, ()


_HOLDING = word_set("words_of_speech", "utters")


def _source(noun: Token, frame: str) -> tuple[Token | None, Token | None]:
    """Give who holds the noun, and the light verb where its subject is the holder."""
    light: Token | None = None
    if noun.dep_ in rel.OBJECT and noun.head.lemma_.lower() in _light_verbs() - _gets(noun):
        light = noun.head
    holder: Token | None = None
    for child in noun.children:
        if child.dep_ in rel.OWNER:
            holder = None if child.ent_type_ in ner.TIMES else child  # "Sunday's announcement" is not the day's
        elif child.dep_ in rel.PREPOSITION_OR_AGENT and child.lower_ in ("among", "by", "from") and child.i > noun.i:
            holder = holder or dependent(child, rel.GOVERNED)
    if light is None and holder is None and noun.dep_ in rel.ACTIVE_SUBJECT:
        holder = next(
            (o for p in dependents(noun.head, rel.PREPOSITION, ("among",)) for o in p.children), None
        )  # "a belief emerged among officials that"
    if light is None and holder is None:
        holder = _held_by(noun)
    if light is None:
        return _named_by(noun, holder) or _demonym(noun), None
    subject, passive = speaker(light)
    if holder is not None and (subject is None or holder.pos_ != "PRON"):
        return holder, None
    return (subject, light) if not passive else (holder, None)


def _gets(noun: Token) -> frozenset[str]:
    """Give the verbs by which somebody gets what another says: "drew criticism"; a conclusion he draws himself."""
    return frozenset() if noun.lemma_.lower() == "conclusion" else _GETS


_GETS = frozenset({"draw", "receive"})


def _held_by(noun: Token) -> Token | None:
    """Give who holds a noun by another word: "criticism came from the bishops", "Berg was of the opinion that"."""
    verb = noun.head
    if noun.dep_ in rel.ACTIVE_SUBJECT and verb.lemma_.lower() in _COMES:
        from_ = next((c for c in dependents(verb, rel.PREPOSITION, ("from",)) if c.i > verb.i), None)
        return None if from_ is None else next((c for c in dependents(from_, rel.GOVERNED) if not is_thing(c)), None)
    if noun.dep_ in rel.GOVERNED and verb.lower_ == "of" and verb.head.lemma_.lower() == "be":
        return own_subject(verb.head)
    return None


_COMES = frozenset({"arise", "come", "emerge"})
_OWNS = word_set("words_of_attributions", "owns")
_STANDS_BY = word_set("words_of_attributions", "stands_by")
_OWN = {"his": ("he",), "her": ("she",), "their": ("they",), "its": ("it",), "our": ("we",), "my": ("i",)}


def _named_by(noun: Token, holder: Token | None) -> Token | None:
    """Give the subject that a possessive pronoun takes up: "The mayor toned down her criticism of the plan"."""
    if holder is None or holder.pos_ != "PRON":
        return holder
    verb = noun.head
    if noun.dep_ in rel.GOVERNED and (verb.lower_ == "on" or verb.head.lemma_.lower() in _STANDS_BY):
        verb = verb.head  # "doubled down on", "stuck to"
    if verb == noun.head and noun.dep_ not in rel.OBJECT:
        return holder
    subject = own_subject(verb) or _who_is_asked(verb)
    if subject is None or (subject.pos_ == "PRON" and subject.lower_ not in _OWN.get(holder.lower_, ())):
        return holder
    return subject if may_speak(subject) or subject.text.istitle() else holder


def _who_is_asked(verb: Token) -> Token | None:
    """Give who is to do with his claim what only its owner does: "urged Holm to drop his claim"; not "to hear"."""
    asks = verb.head
    if (
        verb.lemma_.lower() not in _OWNS
        or verb.dep_ not in rel.OPEN_CLAUSE
        or asks.lemma_.lower() not in rel.object_control("source")
    ):
        return None
    return dependent(asks, rel.UNDERGOER)


def _demonym(noun: Token) -> Token | None:
    """Give the people or state before the noun: "Iraqi calls for", "the US threat to"."""
    for child in noun.children:
        if child.dep_ in rel.BEFORE_NOUN and child.ent_type_ in ner.ACTORS:
            return child
    return None
