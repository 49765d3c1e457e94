"""The subject of a tag that the parser lost stands beside it, outside quotations.

Who puts a document forward, where the text has said so before: "issued a statement … The statement said". The one
person who was named before is "the 44-year-old", "the mother of two".
"""

from __future__ import annotations

import re

from spacy.tokens import Token

from rashomon.language import word_set
from rashomon.reading.attributions.verb_groups import own_subject
from rashomon.reading.attributions.who_may_speak import is_somebody, is_thing, may_speak, source_nouns
from rashomon.reading.grammar import entity_types as ner
from rashomon.reading.grammar import relations as rel
from rashomon.reading.grammar import tags
from rashomon.reading.grammar.relations import dependent, dependents, has_dependent
from rashomon.records import Mention

_REACH = 150
_DEFINITE = frozenset({"the", "this"})
# Documents that are their issuer's own words; a report that the chief released is not.
_OWN_WORDS = word_set("words_of_speech", "own_words")
_IN = frozenset({"in", "via", "with", "through"})
# Verbs whose subject has made what is their object; whoever quotes or reads a document has not.
_MAKES = word_set("words_of_speech", "makes")


def issuer_of(paper: Token) -> Token | None:
    """Give the head of who issued the document `paper`: its own possessor, or who issued the one told of before."""
    if paper.lower_ == "it":
        told = _told_of_before(paper)
        return None if told is None else _of_earlier(told)
    if source_nouns().get(paper.lower_) != "document" or not paper.is_lower:
        return None
    own = issuer(paper)
    if own is not None:
        return own
    if (
        paper.tag_ not in tags.COMMON_NOUN
        or paper.lower_ not in _OWN_WORDS
        or not has_dependent(paper, rel.DETERMINER, _DEFINITE)
    ):
        return None
    doc, lemma = paper.doc, paper.lemma_.lower()
    for i in range(paper.i - 1, max(-1, paper.i - _REACH), -1):
        if doc[i].lemma_.lower() == lemma and doc[i].pos_ == "NOUN":
            return _of_earlier(doc[i])
    return None


def _told_of_before(it: Token) -> Token | None:
    """Give the document that the sentence before tells to be issued: "Police issued a statement. It said"."""
    if it.dep_ not in rel.ACTIVE_SUBJECT or it.head.dep_ not in rel.ROOT or not it.sent.start:
        return None
    made = it.doc[it.sent.start - 1].sent.root
    papers = dependents(made, rel.OBJECT) if made.lemma_.lower() in _MAKES else []
    return next((c for c in papers if c.lower_ in _OWN_WORDS), None)


def issuer(paper: Token) -> Token | None:
    """Give whose a document is that is cited, where its own phrase says so: "a report by the bank", "its statement"."""
    if source_nouns().get(paper.lower_) != "document":
        return None
    for child in paper.children:
        if child.dep_ in rel.PREPOSITION_OR_AGENT and child.lower_ in ("by", "from"):
            return next((c for c in dependents(child, rel.GOVERNED) if may_speak(c)), None)
    if {paper.lemma_.lower(), *(c.lemma_.lower() for c in dependents(paper, rel.BEFORE_NOUN))} & _ABOUT_HIM:
        return None  # "Berg's indictment says": another wrote it
    return next((c for c in dependents(paper, rel.OWNER) if c.pos_ != "PRON" and may_speak(c)), None)


def _of_earlier(paper: Token) -> Token | None:
    own = issuer(paper)
    if own is not None:
        return own
    verb: Token | None = None
    if paper.dep_ in rel.UNDERGOER and paper.head.lemma_.lower() in _MAKES:
        verb = paper.head
    elif paper.dep_ in rel.GOVERNED and paper.head.lower_ in _IN and paper.head.head.pos_ == "VERB":
        verb = paper.head.head
    who = None if verb is None or paper.dep_ in rel.PASSIVE_SUBJECT else own_subject(verb)
    return who if who is not None and may_speak(who) else None


def paper_meant(it: Token, home: list[int]) -> Token | None:
    """Give the document that "it" is where it says something: what the sentence before, or one more, is about.

    "The memo was leaked. It says …", "She signed a note. “…,” it says". A body or thing told of in between is nearer.
    """
    doc, start = it.doc, it.sent.start
    for _ in range(_BEFORE):
        while start > 0 and all(home[t.i] >= 0 or t.is_space or t.is_punct for t in doc[start - 1].sent):
            start = doc[start - 1].sent.start
        if start == 0:
            return None
        told = doc[start - 1].sent.root
        subject = dependent(told, rel.SUBJECT)
        if subject is not None and _is_paper(subject):
            return subject
        if (paper := _made(told)) is not None:
            return paper
        if subject is None or not (subject.lower_ in _GOES_ON or is_somebody(subject)):
            return None
        start = told.sent.start
    return None


def told_by_age_or_children(head: Token) -> Mention | None:
    """Give the name of whom "the 44-year-old" or "the mother of two" means: who is of that age, or named last."""
    doc = head.doc
    if not has_dependent(head, rel.DETERMINER, _DEFINITE) and doc[head.left_edge.i].lower_ != "the":
        return None
    age = doc[head.i - 4].text if head.lower_ == "old" and head.i > 3 and doc[head.i - 2].lower_ == "year" else ""
    of = dependent(head, rel.PREPOSITION, ("of",))
    many = dependent(of, rel.GOVERNED) if of is not None and head.lower_ in _PARENTS else None
    age = age if age.isdigit() else ""
    if not age and (many is None or many.tag_ not in tags.NUMERAL):
        return None
    words = doc[head.left_edge.i + 1 : head.right_edge.i + 1].text
    if words in doc.text[: head.left_edge.idx]:
        return None  # "A 44-year-old was held, Berg said. The 44-year-old …"
    before = [m for m in doc._.rashomon_mentions if m.kind == "person" and m.form == "name" and m.end < head.idx]
    ages = {m.chain: found[1] for m in before if (found := _AGE.match(doc.text, m.end))}
    fit = [m for m in before if age and ages.get(m.chain) == age]
    start = head.sent.start
    for _ in range(_BEFORE):
        if fit or start == 0:
            break
        start = doc[start - 1].sent.start
        fit = [m for m in before if m.start >= doc[start].idx and not (age and m.chain in ages)]
    return fit[-1] if len({m.chain for m in fit}) == 1 else None


_AGE = re.compile(r", (\d{1,3})\b")
_PARENTS = word_set("words_of_attributions", "parents")


def earlier_issuer(paper: Token) -> Token | None:
    """Give whose own words a document is, where the sentence that tells of it says who wrote, signed or issued it."""
    return _of_earlier(paper) if paper.lower_ in _OWN_WORDS else issuer(paper)


def _is_paper(word: Token) -> bool:
    return source_nouns().get(word.lower_) == "document" and word.tag_ in tags.COMMON_NOUN and word.is_lower


def _made(verb: Token) -> Token | None:
    """Give the document that is the object of a verb, where it is one."""
    return next((c for c in dependents(verb, rel.OBJECT) if _is_paper(c)), None)


_DEPTH = 6
_BEFORE = 2  # sentences
_GOES_ON = frozenset({"it", "he", "she"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})


def beside(verb: Token, home: list[int]) -> Token | None:
    """Find the subject of a tag by where it stands, outside quotations, where the parser lost it.

    After the verb for "said Ann Berg", before it for "Ann Berg said"; for a participle, the last subject before it.
    """
    doc = verb.doc
    i = verb.i + 1
    if (
        verb.tag_ in tags.FINITE_VERB
        and (verb.lemma_.lower() not in _TELLING or home[max(0, i - 2)] >= 0)
        and i < len(doc)
        and doc[i].ent_type_ not in ner.TIMES
        and home[i] < 0
        and doc[i].lower_ not in _OBJECTS
        and (doc[i].pos_ in _NOMINAL or doc[i].tag_ in tags.ARTICLE | tags.OWNING_PRONOUN or _opens_name(doc[i]))
        and not _opens_what_is_said(doc[i], verb)
    ):
        return _named_behind(doc[i]) or _top(doc[i], verb, home)
    i = verb.i - 1
    while i >= 0 and home[i] < 0 and (doc[i].pos_ in ("ADV", "AUX", "PART") or doc[i].text == ","):
        i -= 1
    if verb.tag_ not in tags.GERUND and i >= 0 and home[i] < 0 and doc[i].pos_ in _NOMINAL:
        return _opening(verb, i, home) or _top(doc[i], verb, home)
    for k in range(i, max(-1, i - 60), -1):
        if home[k] < 0 and doc[k].dep_ in rel.ACTIVE_SUBJECT:
            return doc[k]
        if doc[k].is_space and "\n" in doc[k].text:
            break
    return None


def who_holds(verb: Token, lemma: str, who: Token | None) -> Token | None:
    """Give who holds what a verb tells: where a thing convinces somebody of it, that is he: "the test convinced us"."""
    if lemma not in _CONVINCES or who is None or not (is_thing(who) or source_nouns().get(who.lower_) == "document"):
        return who
    return dependent(verb, rel.UNDERGOER)


_ABOUT_HIM = word_set("words_of_attributions", "about_him")
_CONVINCES = word_set("words_of_attributions", "convinces")


def _opens_what_is_said(first: Token, verb: Token) -> bool:
    """Whether the words behind a verb open what it says: "Ann Berg, the captain, said the team had lost faith"."""
    subject = first if first.dep_ in rel.ACTIVE_SUBJECT else first.head
    clause = subject.head
    before = verb.doc[verb.i - 1] if verb.i else verb
    told = clause.head == verb and clause.dep_ in rel.CONTENT and clause.i > verb.i
    return told and before.text == "," and subject.dep_ in rel.SUBJECT and subject.left_edge == first


def _named_behind(first: Token) -> Token | None:
    """Give the name that ends the phrase of a tag which the parser cut: "said Oversight ranking Democrat Ann Berg"."""
    doc, last = first.doc, first.i
    while last + 1 < len(doc) and last - first.i < _LONGEST and doc[last + 1].tag_ in _IN_ITS_PHRASE:
        last += 1
    cut = not may_speak(first) and any(t.tag_ in tags.GERUND and t.pos_ == "VERB" for t in doc[first.i + 1 : last - 1])
    named = all(t.tag_ in tags.PROPER for t in doc[last - 1 : last + 1])
    return doc[last] if cut and named and doc[last].tag_ not in tags.PLURAL else None


_LONGEST = 9
_IN_ITS_PHRASE = tags.IN_NOUN_PHRASE | tags.GERUND


def _opens_name(token: Token) -> bool:
    """Whether the token is the adjective before somebody: "said former minister Ann Berg"."""
    return (
        token.dep_ in rel.ADJECTIVAL
        and token.tag_ in tags.ADJECTIVE | tags.PARTICIPLE
        and token.i < token.head.i
        and may_speak(token.head)
    )


_OBJECTS = frozenset({"him", "them", "us", "me"})
_TELLING = word_set("words_of_speech", "tells_somebody")


def _opening(verb: Token, last: int, home: list[int]) -> Token | None:
    """Give the head of the noun phrase that opens the clause of a tag, where its end is no subject.

    "…,” Ann Berg, the minister for trade, said": the name, not the trade.
    """
    doc = verb.doc
    start = last
    while start > verb.sent.start and home[start - 1] < 0 and doc[start - 1].text not in (":", ";"):
        start -= 1
    while start < last and (doc[start].is_punct or doc[start].is_space):
        start += 1
    head = doc[start]
    if head.pos_ not in _NOMINAL and head.dep_ not in rel.NOUN_PHRASE_PART:
        return None
    while head.dep_ in rel.NOUN_PHRASE_PART and head.i < head.head.i <= last:
        head = head.head
    between = doc[head.i + 1 : last + 1]
    if head.ent_type_ in ner.TIMES or not any(t.text == "," or t.tag_ in tags.RELATIVE_PRONOUN for t in between):
        return None
    relative = any(t.tag_ in tags.RELATIVE_PRONOUN for t in between)
    return head if relative or not any(t.tag_ in tags.FINITE_VERB for t in between) else None


def _top(token: Token, verb: Token, home: list[int]) -> Token:
    """Climb to the head of the noun phrase without leaving it for the verb or a quotation.

    A comma before the verb closes an apposition, whose end may hang on a preposition: "Berg, the head of trade, said".
    """
    before = verb.i - 1
    while before > token.i and verb.doc[before].pos_ in ("ADV", "AUX", "PART"):
        before -= 1
    closed = verb.doc[max(0, before)].text == ","
    for _ in range(_DEPTH):
        head = token.head
        if closed and token.ent_type_ in ner.PERSON:
            break
        if not closed and token.dep_ in rel.BESIDE_NOUN and head.dep_ in rel.ANY_OBJECT and _new_phrase(token):
            break  # "to sue Norvia, the minister said"
        if head.dep_ in rel.PREPOSITION and head.i < token.i < verb.i:
            placed = is_thing(token) or token.ent_type_ in ner.PLACES
            if not closed and placed and may_speak(head.head) and head.head.pos_ in _NOMINAL:
                return _who_was(head.head, verb)  # "a reporter at the scene said"
            doing = own_subject(head.head) if not closed and head.head.tag_ in tags.GERUND else None
            if doing is not None and doing.right_edge.i + 1 == head.head.i:
                return doing  # "the clinic treating him in Karm said"
            head = head.head if closed else head
        if closed and head.dep_ in rel.DESCRIBING and head.i < token.i and head != verb:
            head = head.head  # "people asked for this, aides among them, said"
        if head in (token, verb) or head.pos_ not in _NOMINAL or home[head.i] >= 0:
            break
        if (head.i < verb.i) != (token.i < verb.i):
            break
        token = head
    return token


def _new_phrase(token: Token) -> bool:
    """Whether a comma parts the phrase of the token from what the parser hung it on, and no list is made of the two."""
    head = token.head
    return token.doc[token.left_edge.i - 1].text == "," and not any(
        c.dep_ in rel.CONJUNCTION and c.i < token.i for c in head.children
    )


def _who_was(who: Token, verb: Token) -> Token:
    """Give the antecedent of a clause that says what somebody was: "a woman who was a student in Elm asked"."""
    clause = who.head
    if (
        who.dep_ in rel.NOUN_PREDICATE
        and clause.dep_ in rel.RELATIVE
        and clause.head.i < clause.i < verb.i
        and may_speak(clause.head)
    ):
        return clause.head
    return who
