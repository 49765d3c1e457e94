"""A sentence may announce the account that those behind it give: "Ann Berg told a different story. The pump failed".

So "Ann Berg's version is different.", "The ministry gave its account on Friday.", "The mayor set the record straight.",
"Asked who fired first, Berg was blunt.". Its narrator takes over again with a day, with another voice or a quotation,
with what the announcer does next ("She left the court") and with the next paragraph.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Doc, Span, Token

from rashomon.language import word_set
from rashomon.reading.attributions.finding import Finding, framed, runs
from rashomon.reading.attributions.verb_groups import hypothetical, negated, own_subject
from rashomon.reading.attributions.who_may_speak import is_thing, may_speak
from rashomon.reading.grammar import entity_types as ner
from rashomon.reading.grammar import relations as rel
from rashomon.reading.grammar import tags
from rashomon.reading.grammar.relations import dependent, dependents, has_dependent

_GIVES = word_set("words_of_attributions", "has_account") | word_set("words_of_attributions", "gives_ahead")
_ACCOUNTS = word_set("words_of_attributions", "told_ahead")
_DIFFERENT = word_set("words_of_attributions", "of_an_account")
_OWN = frozenset({"own", "another"})
_BLUNT = word_set("words_of_attributions", "outspoken") | _DIFFERENT
_OTHERWISE = frozenset({"otherwise", "differently"})
_RECALLS = word_set("words_of_attributions", "told_otherwise")
_STRAIGHT = frozenset({"straight"})
_TAKES_OVER = word_set("words_of_attributions", "takes_over")
_HELD = frozenset({"act-verb", "belief-adjective", "belief-verb", "seeming-verb", "want-verb"})
_MOST = 2  # sentences


def announced(doc: Doc, found: Iterable[Finding], home: list[int]) -> list[Finding]:
    """Give a finding for each sentence that announces an account and tells nothing of it."""
    if not doc.has_annotation("SENT_START"):
        return []
    sentences = list(doc.sents)
    spoken = {doc[f.token].sent.start for f in found if f.speaker is not None and f.content and _says(f)}
    return [
        finding
        for n, s in enumerate(sentences[:-1])
        if s.start not in spoken and home[s.start] < 0 and (finding := _of(s, sentences[n + 1 :], spoken, home))
    ]


def _says(f: Finding) -> bool:
    """Whether a finding holds something that is said, not a mere stand to something or what somebody thinks."""
    return f.because.rule not in _HELD and f.plain_frame != "np"


def _of(sentence: Span, behind: list[Span], spoken: set[int], home: list[int]) -> Finding | None:
    verb = sentence.root
    last = next((t for t in reversed(list(sentence)) if not t.is_space), None)
    if last is None or last.text != "." or hypothetical(verb):
        return None
    if negated(verb) and not _leaves_no_doubt(verb):
        return None
    who, word = next(_announces(verb), (None, None))
    if who is None or word is None or not (may_speak(who) or not is_thing(who)):
        return None
    told: list[Span] = []
    for s in behind[:_MOST]:
        if "\n" in sentence.doc.text[last.idx : s.start_char] or s.start in spoken or not _goes_on(s, who, home):
            break
        told.append(s)
    if not told:
        return None
    content = [(s.start_char, s.end_char - (s.text.endswith("."))) for s in told]
    return Finding(
        runs(sentence.doc, sorted({verb.i, word.i})),
        who,
        [(content[0][0], content[-1][1])],
        word.lemma_.lower(),
        framed("speech-verb", verb.lower_, "announced"),
        verb.idx,
        verb.i,
        fixed=True,
    )


def _announces(verb: Token) -> Iterator[tuple[Token, Token]]:
    """Give who announces an account, and the word that is it."""
    who, lemma = own_subject(verb), verb.lemma_.lower()
    if who is None or who.i > verb.i:
        return
    if lemma == "be":
        state = dependent(verb, rel.PREDICATE_OF_STATE)
        if state is None:
            return
        owner = dependent(who, rel.OWNER)
        if owner is not None and who.lemma_.lower() in _ACCOUNTS and state.lower_ in _DIFFERENT:
            yield owner, who
        elif state.lower_ in _BLUNT and (_asked(verb) or any(t.tag_ in tags.WHO for t in state.subtree)):
            yield who, state
        return
    for told in dependents(verb, rel.ANY_OBJECT):
        record = lemma == "set" and told.lower_ == "record" and any(t.lower_ in _STRAIGHT for t in verb.subtree)
        if record or _leaves_no_doubt(verb) or (lemma in _GIVES and told.lemma_.lower() in _ACCOUNTS and _is_own(told)):
            yield who, told
    how = next((c for c in verb.children if c.lower_ in _OTHERWISE and c.i > verb.i), None)
    if how is not None and lemma in _RECALLS:
        yield who, how


def _is_own(account: Token) -> bool:
    """Whether an account is its teller's, or another than the one told: "her version", "a different story"."""
    if has_dependent(account, rel.OWNER):
        return True
    if has_dependent(account, rel.PREPOSITION | rel.RELATIVE) or has_dependent(account, rel.DETERMINER, ("no", "the")):
        return False
    new = any(c.lower_ in _DIFFERENT | _OWN or c.tag_ in tags.COMPARATIVE for c in account.children)
    return new or account.lemma_.lower() == "explanation"


def _asked(verb: Token) -> bool:
    return verb.sent[0].lower_ == "asked"


def _leaves_no_doubt(verb: Token) -> bool:
    """Whether somebody who was asked is sure of his answer: "left no doubt"."""
    doubt = dependent(verb, rel.OBJECT, ("doubt",)) if verb.lemma_.lower() == "leave" else None
    return doubt is not None and has_dependent(doubt, rel.DETERMINER, ("no",)) and _asked(verb)


def _goes_on(s: Span, who: Token, home: list[int]) -> bool:
    """Whether a sentence goes on with an account: nothing in it shows that the reporter tells again."""
    verb = s.root
    subject = own_subject(verb) or dependent(verb, rel.PASSIVE_SUBJECT)
    if subject is None or verb.pos_ not in ("VERB", "AUX") or any(home[t.i] >= 0 for t in s):
        return False
    if s[0].lower_ in _TAKES_OVER or any(t.ent_type_ in ner.DATE for t in s):
        return False
    helpers = [c.lower_ for c in dependents(verb, rel.HELPER)]
    if subject.lower_ == who.lower_ or subject.tag_ in tags.PERSONAL_PRONOUN or has_dependent(subject, rel.OWNER):
        return "had" in helpers and verb.tag_ in tags.PARTICIPLE
    return not any(h in ("has", "have", "will") for h in helpers)
