"""Whom the words about a saying name: the phrase of its source, no more and no less, and who was told.

Of the phrase of a source appositions are in, loose relative clauses and what belongs to its verb out.

The channel is who was told: the object of "told", whom an interview was given to, or who cites the source.

A thing is said to receive what others say of it: "the plan drew criticism from farmers", "was met with scorn by". The
source is whom it came from, and the content what received it.
"""

from __future__ import annotations

from functools import cache

from spacy.tokens import Doc, Token

from rashomon.language import lexicon, word_set
from rashomon.reading.attributions.cue_verbs import candidates
from rashomon.reading.attributions.finding import Finding, framed, runs
from rashomon.reading.attributions.verb_groups import hypothetical, mistaken, negated
from rashomon.reading.attributions.who_may_speak import is_thing, source_nouns
from rashomon.reading.grammar import entity_types as ner
from rashomon.reading.grammar import relations as rel
from rashomon.reading.grammar import tags
from rashomon.reading.grammar.relations import dependent, dependents


def phrase(head: Token, verb: Token | None = None) -> tuple[int, int]:
    """Give the tokens `[start, end)` of the noun phrase at `head`: appositions in, a loose relative clause out."""
    start, end = head.left_edge.i, head.right_edge.i + 1
    doc = head.doc
    for child in head.children:
        stop = _stops_before(head, child, verb) if child.i > head.i else None
        if stop is not None:
            end = min(end, stop)
    if head.dep_ in rel.OWNER or (doc[end - 1].tag_ in tags.GENITIVE):
        while end > head.i + 1 and doc[end - 1].tag_ in tags.GENITIVE:
            end -= 1
    while end > head.i + 1 and (doc[end - 1].lower_ in _REFLEXIVE or _hangs(doc, start, end - 1)):
        end -= 1
    for i in range(head.i - 1, start, -1):
        paired = end < len(doc) and doc[end].text in _DASHES
        if doc[i].text in _DASHES and doc[i - 1].whitespace_ and doc[i].whitespace_ and not paired:
            start = i + 1
            break
    start = _before_hyphen(doc, start)
    if end + 1 < len(doc) and doc[end].text == "-" and not doc[end].whitespace_ and not doc[end - 1].whitespace_:
        end += 2  # "his ex-wife"
    while start < head.i and (
        doc[start].is_space or doc[start].is_punct or doc[start].dep_ in rel.ANY_CONJUNCTION | rel.SUBORDINATOR
    ):
        start += 1
    return start, end


def _stops_before(head: Token, child: Token, verb: Token | None) -> int | None:
    """Give the index before which a phrase stops because what the parser hung on its head is no part of it, or none."""
    first, governor = child.left_edge.i, head.head.i
    if (child == verb and child.tag_ in tags.GERUND) or (
        child.dep_ in rel.ADNOMINAL and child.lower_ in ("citing", "quoting")
    ):
        return first
    if verb is not None and child.i == verb.i and _is_main_verb(child):
        return child.i
    if head.i < governor < first:
        return governor
    if _tells_when(child) and (head.pos_ == "PROPN" or source_nouns().get(head.lower_, "document") != "document"):
        return first
    aside = child.dep_ in rel.PREPOSITION and child.lower_ in _ON_OCCASION  # "Berg, in a meeting with the mayor, said"
    loose = (aside or child.dep_ in _CLAUSES) and _breaks(head.doc, first - 1)
    long = child.dep_ in rel.RELATIVE and child.right_edge.i - first > _LONG
    return first if loose or long or (child.dep_ in rel.ADNOMINAL and mistaken(child)) else None


def _tells_when(child: Token) -> bool:
    """Whether what hangs on a noun belongs to its verb: "the mayor on Monday"."""
    if child.dep_ not in rel.PREPOSITION or child.lower_ not in ("on", "in", "at"):
        return False
    return any(c.dep_ in rel.GOVERNED and c.ent_type_ in ner.TIMES for c in child.children)


def _before_hyphen(doc: Doc, start: int) -> int:
    """Give where a phrase starts that the parser cut at a hyphen: "his ex-wife"."""
    if start > 2 and doc[start - 1].text == "-" and not doc[start - 1].whitespace_ and not doc[start - 2].whitespace_:
        return min(start - 2, doc[start - 2].left_edge.i)
    return start


def _is_main_verb(child: Token) -> bool:
    """Whether a verb that hangs on its own subject says what the sentence says."""
    finite = child.dep_ in rel.RELATIVE and child.tag_ in tags.FINITE_VERB
    return finite or (child.dep_ in rel.ADNOMINAL and child.tag_ in tags.PARTICIPLE)


_CLAUSES = rel.CLAUSE_OF_NOUN | rel.ADVERBIAL_CLAUSE | rel.PARATAXIS

_ON_OCCASION = word_set("words_of_speech", "on_occasion")

_LONG = 25

_DASHES = frozenset({"—", "–", "-", "--"})

_REFLEXIVE = frozenset({"himself", "herself", "itself", "themselves"})

_BRACKETS = frozenset({")", "]"})

_PAIRS = {'"': '"', "”": "“", "''": "''", "»": "«"}


def _breaks(doc: Doc, i: int) -> bool:
    """Whether the token parts a phrase: a comma, a semicolon or a dash; the hyphen of "ex-wife" does not."""
    return doc[i].text in (",", ";") or (doc[i].text in _DASHES and (i == 0 or bool(doc[i - 1].whitespace_)))


def _hangs(doc: Doc, start: int, i: int) -> bool:
    """Whether the token is loose at the end of a phrase from `start` on: no bracket, no mark of a pair in it."""
    token = doc[i]
    if not (token.is_punct or token.is_space or token.text == "''") or token.text in _BRACKETS:
        return False
    partner = _PAIRS.get(token.text)
    return partner is None or sum(doc[k].text == partner for k in range(start, i)) % 2 == 0


_RECEIVES = word_set("words_of_speech", "receives")
_MEETS = frozenset({"greet", "meet"})
_SOURCE = frozenset({"among", "by", "from"})


@cache
def _words() -> frozenset[str]:
    return frozenset(word for (word,) in lexicon("received_words"))


def received(doc: Doc) -> list[Finding]:
    """Give a finding for every judgement of `doc` that a thing draws from somebody."""
    return [f for word in candidates(doc, _words(), lower=True) if (f := _finding(word)) is not None]


def _finding(word: Token) -> Finding | None:
    verb = word.head
    cue = [word.i]
    if word.dep_ in rel.GOVERNED and verb.lower_ == "with" and verb.head.lemma_.lower() in _MEETS:
        cue.append(verb.i)
        verb = verb.head
    elif word.dep_ not in rel.OBJECT or verb.lemma_.lower() not in _RECEIVES:
        return None
    thing = next((c for c in dependents(verb, rel.SUBJECT) if c.i < verb.i), None)
    from_ = next((c for h in (word, verb) for c in h.children if c.lower_ in _SOURCE and c.i > word.i), None)
    who = None if from_ is None else dependent(from_, rel.GOVERNED)
    if thing is None or from_ is None or who is None or is_thing(who) or thing.tag_ in tags.RELATIVE_PRONOUN:
        return None
    end = thing.doc[thing.right_edge.i]
    cue += [verb.i, from_.i, *(c.i for c in dependents(verb, rel.HELPER_OR_NEGATION))]
    return Finding(
        cue=runs(word.doc, sorted(cue)),
        speaker=who,
        content=[(thing.left_edge.idx, end.idx + len(end))],
        lemma=word.lemma_.lower(),
        because=framed("noun", word.lower_, "np", "received"),
        at=word.idx,
        token=word.i,
        negated=negated(verb),
        hypothetical=hypothetical(verb),
    )


_TELLING = word_set("words_of_speech", "tells_whom")
_SPEAKING = word_set("words_of_speech", "speaks_to")
_OCCASIONS = word_set("words_of_speech", "occasion_with")


def channel(verb: Token | None, speaker: Token | None = None) -> Token | None:
    """Give the head of the noun phrase that names who was told by `verb`, or who cites `speaker`; else none.

    Pronouns are none.
    """
    told = _told(verb) if verb is not None else None
    if told is None and speaker is not None:
        told = _citing(speaker)
    return told if told is not None and told.pos_ in ("NOUN", "PROPN") else None


def _citing(speaker: Token) -> Token | None:
    """Whoever it is by whom the source is said to be cited: "a source quoted by the agency"."""
    for clause in speaker.children:
        if clause.dep_ in rel.ADNOMINAL and clause.lemma_.lower() in ("cite", "quote", "interview"):
            for by in clause.children:
                if by.dep_ in rel.AGENT:
                    return _object(by)
    return None


def _told(verb: Token) -> Token | None:
    lemma = verb.lemma_.lower()
    if lemma in _TELLING:
        for child in verb.children:
            if child.dep_ in rel.OBJECTS and child.i > verb.i:
                return child
    for child in verb.children:
        if child.dep_ in rel.PREPOSITION_OR_RECIPIENT and child.lower_ == "to" and lemma in _SPEAKING:
            found = _object(child)
            if found is not None:
                return found
        elif child.dep_ in rel.PREPOSITION and child.lower_ in ("in", "during", "on", "from"):
            occasion = _object(child)
            if occasion is not None and occasion.lower_ in _OCCASIONS:
                found = _of_occasion(occasion)
                if found is not None:
                    return found
        elif child.dep_ in rel.ADVERBIAL_CLAUSE and child.lower_ == "speaking":
            return _told(child)
    return None


def _of_occasion(occasion: Token) -> Token | None:
    for child in occasion.children:
        if child.dep_ in rel.PREPOSITION_OR_RECIPIENT and child.lower_ in ("with", "to"):
            return _object(child)
    return None


def _object(prep: Token) -> Token | None:
    for child in prep.children:
        if child.dep_ in rel.GOVERNED:
            return child
    return None
