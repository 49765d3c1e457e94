"""What is said, and who says it, where the parser has hung a tag of saying on the wrong words.

A quotation hangs on who says it, not on what he is: '“It fell,” survivor Ann Berg told reporters'. A tag set between a
subject and its verb has its own subject: "The mast, said Berg, was old", "The mast, Berg told us, was old". A verb of
saying in a relative clause has one subject: "the mast, which Berg says broke". A verb of saying that has no other verb
beside it is no noun of who says so: "Elm's top law official promises to act". What somebody is stands behind his name,
and is no part of what he says: "According to Berg, a dock worker, the mast broke".
"""

from __future__ import annotations

from spacy.tokens import Token

from rashomon.language import word_set
from rashomon.reading.attributions.cue_verbs import cue_verbs, utters
from rashomon.reading.attributions.who_may_speak import may_speak
from rashomon.reading.grammar import entity_types as ner
from rashomon.reading.grammar import label, tags
from rashomon.reading.grammar import relations as rel
from rashomon.reading.grammar.relations import dependents, has_dependent
from rashomon.reading.mentions.gazetteer import nominal_heads

TAKES_PART = rel.ACTIVE_SUBJECT | rel.OBJECTS
"""What who says something, or is told it, may be taken for."""
_SAID_BEHIND = rel.CONTENT | rel.OPEN_CLAUSE
_QUOTES = frozenset({'"', "“", "”", "'", "‘", "’", "``", "''"})


def to_who_is_before_his_name(told: Token) -> None:
    """Give who says something what the parser hung on what he is: '“It fell,” survivor Ann Berg told reporters'."""
    role, name = told.head, told.head.head
    teller = name.head
    between = told.doc[told.right_edge.i + 1 : role.i]
    if name.dep_ not in rel.ACTIVE_SUBJECT or not utters(teller) or has_dependent(teller, rel.CONTENT):
        return
    if not between or not all(t.is_punct or t.text in _QUOTES for t in between):
        return
    for word in (told, *[c for c in role.children if c.is_punct], *between):
        word.head = teller


def with_its_verb(token: Token) -> None:
    """Hang anew what is said where the parser has `token` for the subject or object of a verb of saying."""
    subject = token.dep_ in rel.ACTIVE_SUBJECT
    if subject and token.tag_ in tags.RELATIVE_PRONOUN and token.i:
        _of_what_is_said_of_it(token)
    elif subject and token.i < token.head.i:
        _of_what_is_done(token)
    elif token.i > token.head.i:
        if token.dep_ in rel.ACTIVE_SUBJECT | rel.OBJECT:
            _of_who_is_behind(token)
        _of_who_tells_whom(token)


def _of_who_is_behind(who: Token) -> None:
    """Give what is said its subject, and who stands behind the verb of saying that: "The mast, said Berg, was old"."""
    says, doc = who.head, who.doc
    end = who.right_edge.i + 1
    if says.tag_ not in tags.FINITE_VERB or who.left_edge.i != says.i + 1 or end + 1 >= says.sent.end:
        return
    if says.i <= says.sent.start or doc[says.i - 1].text != "," or doc[end].text != "," or not utters(says):
        return
    thing = next((c for c in dependents(says, rel.ACTIVE_SUBJECT) if c.i < says.i), None)
    verb = next((c for c in says.children if c.dep_ in _SAID_BEHIND and c.i > end), None)
    verb = says.head if says.dep_ in rel.PARATAXIS and says.head.i > end else verb
    if thing is None or verb is None or not may_speak(who):
        return
    if verb.head == says:
        verb.head, verb.dep_ = (verb, label(rel.ROOT)) if says.head == says else (says.head, says.dep_)
        says.head, says.dep_ = verb, label(rel.PARATAXIS)
        for word in [c for c in says.children if c.is_punct and c.i > verb.i]:
            word.head = verb
    passive = has_dependent(verb, rel.PASSIVE_HELPER)
    thing.head, thing.dep_ = verb, label(rel.PASSIVE_SUBJECT if passive else rel.ACTIVE_SUBJECT)
    who.dep_ = label(rel.ACTIVE_SUBJECT)


def _of_what_is_said_of_it(which: Token) -> None:
    """Give what is said of something its subject: "the strike, which doctors say killed nine" (no strike says so)."""
    says = which.head
    who = says.nbor(-1)
    verb = next((c for c in says.children if c.dep_ in _SAID_BEHIND and c.left_edge.i == says.i + 1), None)
    if verb is None or who.head != says or who.dep_ not in rel.ACTIVE_SUBJECT or who.left_edge.i != which.i + 1:
        return
    if not utters(says) or verb.tag_ not in tags.FINITE_OR_PARTICIPLE:
        return
    passive = has_dependent(verb, rel.PASSIVE_HELPER)
    which.head, which.dep_ = verb, label(rel.PASSIVE_SUBJECT if passive else rel.ACTIVE_SUBJECT)
    verb.dep_ = label(rel.CONTENT)
    if verb.tag_ in tags.PARTICIPLE and not has_dependent(verb, rel.HELPER | rel.PASSIVE_HELPER):
        verb.tag_ = label(tags.PAST)


def to_who_was_asked(asked: Token) -> None:
    """Give a verb of saying who was asked before: "Berg, asked why it was open, said Elm had been warned" (not Elm)."""
    says, doc = asked.head, asked.doc
    who = next((c for c in dependents(asked, rel.ACTIVE_SUBJECT) if c.i < asked.i), None)
    if who is None or asked.tag_ not in tags.PAST_OR_PARTICIPLE or not asked.i < says.i or not utters(says):
        return
    if not asked.i - _COMMA <= who.right_edge.i < asked.i or {doc[asked.i - 1].text, doc[says.i - 1].text} != {","}:
        return
    if any(c.i < says.i for c in dependents(says, rel.SUBJECT)):
        return
    if utters(asked) and asked.lemma_.lower() not in _IS_TOLD:
        return  # "Berg, her lawyer, said it was so, said Holm"
    who.head, who.dep_ = says, label(rel.ACTIVE_SUBJECT)
    asked.head, asked.dep_, asked.tag_ = who, label(rel.ADNOMINAL), label(tags.PARTICIPLE)


_COMMA = 2


def as_a_verb(noun: Token) -> None:
    """Let a noun be the verb of a relative clause: "Elm, which Norvia *accuses* of theft", "whom police *accuse*"."""
    who = noun.nbor(-1)
    if noun.tag_ not in tags.COMMON or who.dep_ not in rel.COMPOUND or who.head != noun or not may_speak(who):
        return
    which = next((c for c in dependents(noun, rel.OBJECT) if c.tag_ in tags.RELATIVE_PRONOUN), None)
    if which is None or which.i + 1 != who.left_edge.i or noun.lemma_.lower() not in cue_verbs():
        return
    who.dep_ = label(rel.ACTIVE_SUBJECT)
    noun.tag_ = label(tags.PRESENT_SINGULAR if noun.tag_ in tags.PLURAL else tags.PRESENT_PLURAL)
    noun.pos_ = "VERB"


def as_a_main_verb(noun: Token) -> None:
    """Let a noun be the verb of a sentence without one: "Elm's top law official *promises* to act" (no Elm does)."""
    who = noun.doc[max(0, noun.i - 1)]
    told = next((c for c in noun.children if c.left_edge.i == noun.i + 1 and c.dep_ in _TELLS), None)
    if told is None or told.left_edge.lower_ not in ("to", "that") or who.head != noun or who.tag_ in tags.GENITIVE:
        return
    person = who.lower_ in nominal_heads() and nominal_heads()[who.lower_][0] == "person"
    if has_dependent(noun, rel.COUNT) or who.dep_ not in rel.BEFORE_NOUN | rel.COMPOUND:
        return  # "two official warnings that it was weak"
    if not person or noun.lemma_.lower() not in cue_verbs():
        return
    for word in [c for c in noun.children if c.i < who.i]:
        word.head = who
    who.dep_, who.tag_, who.pos_ = label(rel.ACTIVE_SUBJECT), label(tags.COMMON - tags.COMMON_PLURAL), "NOUN"
    told.dep_ = label(rel.OPEN_CLAUSE if told.left_edge.lower_ == "to" else rel.CONTENT)
    noun.tag_, noun.pos_ = label(tags.PRESENT_SINGULAR), "VERB"


_TELLS = rel.DESCRIBING | rel.CONTENT | rel.OPEN_CLAUSE


def _of_who_tells_whom(whom: Token) -> None:
    """Set a tag into what is told: "The valve, Berg told the board, was rotten" (no valve tells the board)."""
    says, doc = whom.head, whom.doc
    who = next((c for c in reversed([*says.children]) if c.dep_ in rel.ACTIVE_SUBJECT and c.i < says.i), None)
    end = whom.right_edge.i + 1
    if who is None or whom.left_edge.i != says.i + 1 or says.lemma_.lower() not in _TELLS_WHOM:
        return
    first = who.left_edge.i - 1
    if says.tag_ not in tags.FINITE_VERB or first <= says.sent.start or end + 1 >= says.sent.end:
        return
    if doc[first].text != "," or doc[end].text != ",":
        return
    thing = _opens(doc[first - 1], says)
    verb = None if thing is None else _goes_on(says, thing, end)
    if thing is None or verb is None or any(t.tag_ in tags.WHOSE for t in who.subtree):
        return  # "Velta, whose chief told the board of it, was fined"
    if verb.head == says:
        above = thing if says.head == thing else says
        verb.head, verb.dep_ = (verb, label(rel.ROOT)) if above.head == above else (above.head, above.dep_)
        for word in [c for c in says.children if c.i > end and c != verb]:
            word.head = verb
    says.head, says.dep_ = verb, label(rel.PARATAXIS)
    passive = has_dependent(verb, rel.PASSIVE_HELPER)
    thing.head, thing.dep_ = verb, label(rel.PASSIVE_SUBJECT if passive else rel.ACTIVE_SUBJECT)


def _opens(last: Token, says: Token) -> Token | None:
    """Give the head of the noun phrase that opens the sentence and ends with `last`."""
    head = last
    while head.head.i < says.i and head.head not in (head, says) and head.head.i >= says.sent.start:
        head = head.head
    opens = head.left_edge.i == says.sent.start and head.pos_ in _NOMINAL
    return head if opens and not any(t.pos_ in _VERBAL for t in head.sent[: last.i - head.sent.start]) else None


def _goes_on(says: Token, thing: Token, end: int) -> Token | None:
    """Give the verb, without a subject of its own, that goes on behind the comma at `end`."""
    above = thing.head if says.head == thing else says.head
    behind = [above] if above.i > end else [c for c in says.children if c.i > end and c.dep_ in _GOES_ON]
    verb = next(iter(behind), None)
    if verb is None or verb.pos_ not in _VERBAL or any(c.i > end for c in dependents(verb, rel.SUBJECT)):
        return None
    first = verb.doc[end + 1]
    helps = first == verb or (first.head == verb and first.dep_ in rel.HELPER | rel.PASSIVE_HELPER | rel.ADVERBIAL)
    finite = any(t.tag_ in tags.FINITE for t in (verb, first))
    return verb if helps and finite else None


def _of_what_is_done(thing: Token) -> None:
    """Give a participle its object: "Nine men accused of steering *the boat* told a court" (no boat tells a court)."""
    verb, does = thing.head, thing.doc[max(0, thing.left_edge.i - 1)]
    if does.tag_ not in tags.GERUND or does.dep_ not in rel.GOVERNED_ANY or has_dependent(does, rel.OBJECT):
        return
    if any(c.i < does.i for c in dependents(verb, rel.ACTIVE_SUBJECT)):
        thing.head, thing.dep_ = does, label(rel.OBJECT)


_IS_TOLD = word_set("words_of_speech", "tells_whom")
_TELLS_WHOM = word_set("words_of_attributions", "tells_whom")
_GOES_ON = rel.CONTENT | rel.OPEN_CLAUSE | rel.JOINED
_NOMINAL = frozenset({"NOUN", "NUM", "PRON", "PROPN"})
_VERBAL = frozenset({"AUX", "VERB"})


def to_who_is_what_stands_behind(according: Token) -> None:
    """Give a source what it is: "According to Berg, a dock worker, the mast broke" (the parser has no such worker).

    What stands between the commas is nothing that is told of where the clause behind has a subject of its own.
    """
    doc = according.doc
    name = next((o for to in dependents(according, rel.PREPOSITION) for o in dependents(to, rel.GOVERNED)), None)
    if name is None or name.tag_ not in tags.NAME or name.i + 2 >= name.sent.end or doc[name.i + 1].text != ",":
        return
    first = name.i + 2
    second = next((t.i for t in doc[first : name.sent.end] if t.text == "," or t.pos_ in _VERBS), first)
    within = [t for t in doc[first:second] if not first <= t.head.i < second or t.head == t]
    if doc[second].text != "," or len(within) != 1 or within[0].tag_ not in tags.COMMON or second + 1 >= name.sent.end:
        return
    what = within[0]
    told = _clause_behind(what, second)
    if what.head == name or told is None or what.ent_type_ in ner.TIMES:  # "the day before"
        return
    subject, verb = told
    if verb.head == what:
        verb.head, verb.dep_ = (verb, label(rel.ROOT)) if what.head == what else (what.head, what.dep_)
        for word in [according, *(c for c in what.children if c.i >= second)]:
            word.head = verb
    if subject.head != verb:
        subject.head = verb
        passive = has_dependent(verb, rel.PASSIVE_HELPER)
        subject.dep_ = label(rel.PASSIVE_SUBJECT if passive else rel.ACTIVE_SUBJECT)
    what.head, what.dep_ = name, label(rel.APPOSITION)


_VERBS = frozenset({"VERB", "AUX"})


def _clause_behind(what: Token, comma: int) -> tuple[Token, Token] | None:
    """Give subject and verb of the clause that stands right behind `comma`; None where `what` may be its subject."""
    doc = what.doc
    at = next((t.i for t in doc[comma + 1 : what.sent.end] if t.pos_ in _VERBS or not (t.is_alpha or t.like_num)), -1)
    if at <= comma + 1 or doc[at].pos_ not in _VERBS or doc[comma + 1].tag_ in tags.RELATIVE:
        return None
    opening = doc[comma + 1 : at]
    verb = doc[at] if doc[at].dep_ not in rel.ANY_HELPER else doc[at].head
    own = [t for t in opening if t.head == verb and t.dep_ in rel.SUBJECT]
    as_joined = [t for t in opening if t.head == what and t.dep_ in rel.JOINED and what.head == verb]
    if any(t.dep_ in rel.ANY_CONJUNCTION for t in opening) and not own:
        return None
    subjects = own or as_joined
    return (subjects[0], verb) if subjects else None
