"""What is said, and who says it, where the parser has hung a tag of saying on the wrong words.

A quotation hangs on who says it, not on what he is: '“It fell,” survivor Ann Berg told reporters'. A tag set between a
subject and its verb has its own subject behind it: "The mast, said Berg, was old" (no mast says so). A verb of saying
in a relative clause has one subject: "the mast, which Berg says broke".
"""

from __future__ import annotations

from spacy.tokens import Token

from rashomon.reading.attributions.cue_verbs import cue_verbs, utters
from rashomon.reading.attributions.who_may_speak import may_speak
from rashomon.reading.grammar import label, tags
from rashomon.reading.grammar import relations as rel
from rashomon.reading.grammar.relations import dependents, has_dependent

BEHIND = rel.ACTIVE_SUBJECT | rel.OBJECT
"""What who says something may be taken for, where he stands behind his verb."""
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


def of_who_is_behind(who: Token) -> None:
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


def of_what_is_said_of_it(which: Token) -> None:
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
