"""A cue need not be a verb of its own: "according to", "in the words of", "citing two officials", "reportedly".

An adjective behind "be" is a cue where the lexicon lists it with what follows: "were confident that", "wary of".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import cast

from spacy.tokens import Doc, Token
from spacy.tokens import Span as SpanOfTokens

from rashomon.language import lexicon, word_set
from rashomon.reading.attributions.complement import behind_semicolon
from rashomon.reading.attributions.cue_verbs import candidates
from rashomon.reading.attributions.finding import Finding, framed, runs
from rashomon.reading.attributions.lost_subjects import issuer
from rashomon.reading.attributions.verb_groups import hypothetical, negated, own_subject
from rashomon.reading.attributions.who_may_speak import can_be_cited, is_somebody, is_thing, may_speak
from rashomon.reading.grammar import entity_types as ner
from rashomon.reading.grammar import relations as rel
from rashomon.reading.grammar import tags
from rashomon.reading.grammar.relations import dependent, dependents, has_dependent
from rashomon.records import Polarity, Reason, Span

_LINKS = frozenset({"be", "become", "feel", "remain"})
_PRONOUNS = word_set("words_of_speech", "opens_a_clause")
_NOBODY = word_set("words_of_speech", "no_source")


@cache
def _adjectives() -> dict[str, tuple[Polarity, frozenset[str]]]:
    return {row[0]: (cast(Polarity, row[1]), frozenset(row[2].split())) for row in lexicon("attribution_adjectives")}


def adjectives(doc: Doc) -> list[Finding]:
    """Give a finding for every listed adjective of `doc` that somebody is, with what he holds so or is so about."""
    words = candidates(doc, frozenset(_adjectives()), lower=True)
    found = [_made_clear(t) or (_adjectives_finding(t) if t.dep_ in rel.PREDICATE_OF_STATE else None) for t in words]
    found += [_outspoken(t) for t in candidates(doc, _OUTSPOKEN, lower=True) if t.dep_ in rel.PREDICATE_OF_STATE]
    found += [_summed_up(colon, s.start) for s, colon in _colons(doc)]
    return [f for f in found if f is not None]


_OUTSPOKEN = word_set("words_of_attributions", "outspoken")


def _outspoken(word: Token) -> Finding | None:
    """Read what somebody who is blunt says behind a colon: "The mayor was blunt: the bridge will close"."""
    verb, doc = word.head, word.doc
    who = own_subject(verb)
    colon = word.right_edge.i + 1
    if verb.lemma_.lower() not in _LINKS or who is None or colon >= word.sent.end or doc[colon].text != ":":
        return None
    if negated(verb) or not who.i < verb.i < word.i:
        return None
    return _behind_colon(verb, word, who, doc[colon])


def _behind_colon(verb: Token, word: Token, who: Token, colon: Token) -> Finding | None:
    """Give what somebody says behind a colon by a cue of two words, where a clause stands there."""
    doc, end = verb.doc, verb.sent.end
    if colon.i + 2 >= end or not doc[colon.i + 1].is_alpha:  # a quotation finds its speaker itself
        return None
    said = doc[colon.i + 1 : end - (doc[end - 1].is_punct and doc[end - 1].text not in _MARKS)]
    if who.lower_ in _NOBODY or not may_speak(who) or not any(t.tag_ in tags.FINITE for t in said):
        return None
    return Finding(
        cue=runs(doc, sorted({verb.i, word.i, *_with(verb)})),
        speaker=who,
        content=[(said.start_char, said.end_char)],
        lemma=word.lower_,
        because=framed("speech-verb", word.lower_, "clause"),
        at=verb.idx,
        token=verb.i,
        verb=verb,
    )


def _colons(doc: Doc) -> Iterator[tuple[SpanOfTokens, Token]]:
    """Give the first colon of each sentence that has one behind its first word."""
    for sentence in doc.sents if doc.has_annotation("SENT_START") else ():
        colon = next((t for t in sentence if t.text == ":"), None)
        if colon is not None and colon.i > sentence.start:
            yield sentence, colon


def _summed_up(colon: Token, start: int) -> Finding | None:
    """Read whose account stands behind a colon that its own clause leads in, and by which cue.

    So "The owner's version is different: …", "The crew has a simpler explanation: …", "The judge put it bluntly: …",
    "The panel has put on record what widows have said for years: …".
    """
    doc = colon.doc
    lead = [t for t in doc[start : colon.i] if t.tag_ in tags.FINITE_OR_PARTICIPLE | tags.BARE_VERB]
    verb = next((t for t in lead if t.head == t or t.head.i >= colon.i), None)
    if verb is None or negated(verb) or hypothetical(verb) or verb.right_edge.i < colon.i - 1:
        return None
    who, lemma = own_subject(verb), verb.lemma_.lower()
    if who is None or not start <= who.i < verb.i:
        return None
    if lemma == "be":
        state = dependent(verb, rel.PREDICATE_OF_STATE)
        owner = _owner_of_account(who) if state is not None and state.lower_ in _OF_AN_ACCOUNT else None
        return None if owner is None or state is None else _behind_colon(verb, state, owner, colon)
    objects = [c for c in dependents(verb, rel.ANY_OBJECT | rel.CONTENT) if verb.i < c.i < colon.i]
    if lemma in _HAS_ACCOUNT:
        told = next((c for c in objects if c.lemma_.lower() in _EXPLAINS), None)
        new = told is not None and has_dependent(told, rel.DETERMINER, _ANOTHER) and told.i == colon.i - 1
        return _behind_colon(verb, told, who, colon) if new and told is not None else None
    if lemma == "put" and (it := next((c for c in objects if c.lower_ == "it"), None)) is not None:
        how = next((c for c in dependents(verb, rel.ADVERBIAL) if it.i < c.i and c.tag_ in tags.ADVERB), None)
        return None if how is None else _behind_colon(verb, how, who, colon)
    says = lemma in _CONFIRMS or (lemma == "put" and any(t.lower_ in _ON_RECORD for t in doc[verb.i : colon.i]))
    what = next((t for t in doc[verb.i : colon.i] if t.lower_ == "what" and t.tag_ in tags.WHO), None)
    known = what is not None and any(t.lemma_.lower() in _KNEW for t in lead if t.i > what.i)
    return _behind_colon(verb, what, who, colon) if says and known and what is not None else None


def _owner_of_account(noun: Token) -> Token | None:
    """Give whose an account is: "the owner's version", "the verdict of the engineers"."""
    if noun.lemma_.lower() not in _ACCOUNTS:
        return None
    of = dependent(noun, rel.PREPOSITION, ("of",))
    return dependent(noun, rel.OWNER) or (None if of is None else dependent(of, rel.GOVERNED))


_ACCOUNTS = word_set("words_of_attributions", "held") | word_set("words_of_attributions", "answer_of")
_OF_AN_ACCOUNT = word_set("words_of_attributions", "of_an_account")
_HAS_ACCOUNT = word_set("words_of_attributions", "has_account")
_EXPLAINS = word_set("words_of_attributions", "explains")
_ANOTHER = frozenset({"a", "an", "another"})
_CONFIRMS = word_set("words_of_attributions", "confirms")
_ON_RECORD = frozenset({"record", "writing", "paper"})
_KNEW = word_set("words_of_attributions", "knew")


_MARKS = frozenset({"”", '"', "''", "»"})


def _made_clear(word: Token) -> Finding | None:
    """Read "made it clear that the bridge would stay shut", said by whoever makes it clear."""
    verb, doc = word.head, word.doc
    if word.lower_ != "clear" or verb.lemma_.lower() != "make":
        return None
    who = own_subject(verb)
    clauses = (
        c for holder in (word, verb) for c in dependents(holder, rel.ADVERBIAL_CLAUSE | rel.CONTENT) if c.i > word.i
    )
    clause = next((c for c in clauses if c.left_edge.lower_ in ("that", "why", "how")), None)
    if who is None or who.lower_ in _NOBODY or clause is None:
        return None
    end = doc[clause.right_edge.i]
    return Finding(
        cue=runs(doc, sorted({verb.i, word.i, *_with(verb)})),
        speaker=who,
        content=[(clause.left_edge.idx, end.idx + len(end))],
        lemma="make clear",
        because=framed("speech-verb", verb.lower_, "clause"),
        at=verb.idx,
        token=verb.i,
        negated=negated(verb),
        hypothetical=hypothetical(verb),
        verb=verb,
    )


def _adjectives_finding(word: Token) -> Finding | None:
    verb, doc = word.head, word.doc
    who = own_subject(verb)
    if verb.lemma_.lower() not in _LINKS or who is None or who.lower_ in _NOBODY or is_thing(who):
        return None
    polarity, frames = _adjectives()[word.lower_]
    frame, clause = _clause(word, verb, frames)
    if clause is None:
        frame, clause = _matter(word, verb, frames)
    if clause is None:
        return None
    end = doc[clause.right_edge.i]
    return Finding(
        cue=runs(
            doc,
            sorted(
                {
                    verb.i,
                    word.i,
                    *_with(verb),
                    *({clause.head.i} if clause.head.dep_ in rel.PREPOSITION_OR_AGENT else ()),
                }
            ),
        ),
        speaker=who,
        content=[(clause.left_edge.idx, end.idx + len(end))],
        lemma=word.lower_,
        because=framed("belief-adjective", word.lower_, frame),
        at=verb.idx,
        token=verb.i,
        polarity=polarity,
        negated=negated(verb),
        hypothetical=hypothetical(verb),
        verb=verb,
    )


def _with(verb: Token) -> set[int]:
    return {c.i for c in dependents(verb, rel.HELPER | rel.NEGATION)}


def _clause(word: Token, verb: Token, frames: frozenset[str]) -> tuple[str, Token | None]:
    """Give the clause behind the adjective: "is certain that it will", "is willing to"."""
    behind = (c for holder in (word, verb) for c in dependents(holder, rel.COMPLEMENT))
    clause = next((c for c in behind if c.left_edge.i == word.i + 1), None)
    if clause is None:
        return "", None
    frame = "to" if any(c.tag_ in tags.TO for c in clause.children) else "that"
    if frame not in frames or (frame == "that" and own_subject(clause) is None):
        return "", None
    return frame, clause


def _matter(word: Token, verb: Token, frames: frozenset[str]) -> tuple[str, Token | None]:
    """Give what somebody is so about: "is critical of the plan", "was angry about being left out"."""
    for prep in (
        c for holder in (word, verb) for c in dependents(holder, rel.PREPOSITION_OR_AGENT) if c.i == word.i + 1
    ):
        if prep.lower_ in frames:
            found = (c for c in dependents(prep, rel.GOVERNED_ANY) if c.ent_type_ not in ner.TIMES)
            return prep.lower_, next(found, None)
    return "", None


_HEARSAY = word_set("words_of_speech", "said_by_somebody")
_CITING = frozenset({"citing", "quoting"})
_IN_THE = word_set("words_of_speech", "in_the_words_of")
_COUNTS = word_set("words_of_attributions", "counts")
_OWN_WORD = word_set("words_of_attributions", "own_word")
_WORDS = _HEARSAY | _CITING | _IN_THE | _COUNTS | _OWN_WORD | {"according"}
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
        elif low in _IN_THE | _COUNTS | _OWN_WORD:
            found.append(_in_the_words_of(token) or _by_his_count(token) or _by_the_count_of(token))
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
    told = next((c for c in dependents(who, rel.RELATIVE) if _opens_with_its_own(who, c)), None)
    if told is not None:  # "according to the company it employs 430", which the parser hung on the company
        source = (doc[who.left_edge.i].idx, who.idx + len(who))
        content = (told.left_edge.idx, told.right_edge.idx + len(told.right_edge))
        found = _finding(token, who, [token.i, to.i], [content], "according-to")
        return found and replace(found, source=(source,))
    end = max(who.right_edge.i, to.i) + 1
    return _set_in(token, who, [token.i, to.i], (token.i, end), "according-to")


def _opens_with_its_own(who: Token, clause: Token) -> bool:
    """Whether a clause right behind a noun has a pronoun as its subject, and nothing that makes it relative."""
    first = clause.left_edge
    bare = first.i == who.i + 1 and first.lower_ in _PRONOUNS and first.dep_ in rel.ACTIVE_SUBJECT | rel.EXPLETIVE
    return bare and clause.tag_ in tags.FINITE and has_dependent(clause, rel.OBJECT | rel.PREDICATE)


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


def _by_his_count(token: Token) -> Finding | None:
    """Read "nine died, by the ministry's count", "on the union's figures", "by her own account"."""
    by, who = token.head, dependent(token, rel.OWNER)
    if by.lower_ not in ("by", "on") or token.dep_ not in rel.GOVERNED or who is None or who.ent_type_ in ner.TIMES:
        return None
    own = any(c.lower_ == "own" for c in token.children)
    end = next((c.i for c in token.children if c.i > token.i), token.i + 1)
    if token.lower_ in _OWN_WORD | _IN_THE:
        held = own or (by.lower_ == "by" and who.pos_ != "PRON" and _is_set_off(by, max(end, token.i + 1)))
    else:
        held = by.lower_ == "by" or token.lower_ not in _SINGLE
    if not held or by.head == by:
        return None
    if is_thing(who) or by.head.pos_ not in _CLAUSE_HEADS or has_dependent(token, rel.PREPOSITION | rel.RELATIVE):
        return None
    if who.pos_ == "PRON" and by.i < by.head.i and (meant := own_subject(by.head)) is not None:
        alone = meant.tag_ not in tags.COMMON_PLURAL and is_somebody(meant) and meant.i > token.i
        who = meant if alone and who.lower_ in _ONE else who  # "By her own account, Ann Berg saw nothing"
    return _set_in(by, who, [by.i, token.i], (by.left_edge.i, max(end, token.i + 1)), "in-the-words-of")


def _by_the_count_of(token: Token) -> Finding | None:
    """Read "nine died, by the count of the union", set off by commas."""
    by, of = token.head, dependent(token, rel.PREPOSITION, ("of",))
    who = None if of is None else dependent(of, rel.GOVERNED)
    if of is None or who is None or by.lower_ != "by" or token.dep_ not in rel.GOVERNED:
        return None
    end = token.right_edge.i + 1
    if not can_be_cited(who) or by.head.pos_ not in _CLAUSE_HEADS or not _is_set_off(by, end):
        return None
    return _set_in(by, who, [by.i, token.i, of.i], (by.i, end), "in-the-words-of")


def _is_set_off(by: Token, end: int) -> bool:
    """Whether a phrase opens its sentence, or a comma does before it, and another or the sentence ends behind it."""
    doc = by.doc
    opens = by.i == by.sent.start or doc[by.i - 1].text in _SETS_OFF
    return opens and (end >= by.sent.end or doc[end].text in _SETS_OFF | {"."})


_SETS_OFF = frozenset({",", "–", "—", "“", "(", ")"})
_ONE = frozenset({"her", "his"})
_SINGLE = frozenset({"count", "tally", "reckoning"})


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
    if rule == "according-to" and _closes(sent, inside[1]) and token.i > sent.start and token.nbor(-1).text == ",":
        head = _over_all(head)
    if head.pos_ in _CLAUSE_HEADS:
        low, high = head.left_edge.i, head.right_edge.i + 1
    if not _closes(sent, inside[1]):
        low = behind_semicolon(token.doc, low, inside[0])
        high = _before_another(token.doc, inside[1], high)
    return _finding(token, who, cue, _around(token.doc, *inside, low, high), rule)


def _before_another(doc: Doc, low: int, high: int) -> int:
    """Give where `[low, high)` ends: where another's phrase opens a clause of its own, "…; according to Berg, …"."""
    for i in range(low + 1, high - 1):
        joint = i - (doc[i - 1].tag_ in tags.COORDINATOR or doc[i - 1].dep_ in rel.SUBORDINATOR)
        opens = doc[i].lower_ == "according" or (doc[i].lower_ == "in" and _holds_views(doc[i]))
        if opens and doc[joint - 1].text in (";", ","):
            return joint - 1 if i > joint or doc[joint - 1].text == ";" else high
    return high


def _holds_views(preposition: Token) -> bool:
    view = dependent(preposition, rel.GOVERNED)
    return view is not None and view.lower_ in _IN_THE


def _over_all(head: Token) -> Token:
    """Give the verb of the whole sentence where a tag behind its comma was hung on a clause that another verb holds.

    "The firm knew that the wall was cracked, according to a memo": the memo tells that it knew.
    """
    above = head
    while above.dep_ in rel.CONTENT | rel.ADVERBIAL_CLAUSE | rel.OPEN_CLAUSE and above.head.i < above.i:
        above = above.head
    return above if above.pos_ in _CLAUSE_HEADS and above.dep_ in rel.ROOT else head


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
