"""Who says something, where the parser has lost him or the verb of saying itself.

Who stands right before a verb of saying that has no other subject before it says it, whatever he was taken for: "Former
coordinator Abel Karm said the money was spent" (no money says so). What lies behind "let him go" belongs to who lets
go: "The judge let Berg go, finding that …". A noun that ends a participle's phrase and opens a clause is the verb of
who stands before the participle: "E-mails seen by the Ledger *show* that"; and so is a participle before a noun and its
clause: "The 52-year-old *told* officers he had slept".
"""

from __future__ import annotations

from spacy.tokens import Token

from rashomon.reading.attributions.cue_verbs import cue_verbs, utters
from rashomon.reading.grammar import entity_types as ner
from rashomon.reading.grammar import label, tags
from rashomon.reading.grammar import relations as rel
from rashomon.reading.grammar.relations import dependents, has_dependent

_TELLS = rel.DESCRIBING | rel.CONTENT
_OLD = frozenset({"old"})


def to_who_speaks(token: Token) -> None:
    """Hang a word of such a tag anew, where it is one."""
    if token.dep_ in rel.ADVERBIAL_CLAUSE:
        _of_who_lets_him(token)
    elif token.dep_ in rel.NOUN_ADVERBIAL:
        _of_who_is_before_it(token)
    elif token.dep_ in rel.GOVERNED and token.tag_ in tags.COMMON:
        _shows(token)
    elif token.dep_ in rel.ADJECTIVAL and token.tag_ in tags.PARTICIPLE:
        _tells_of_his_age(token)


def _of_who_is_before_it(name: Token) -> None:
    """Give a verb of saying the person right before it, whom the parser took for a time or a manner."""
    says = name.head
    if name.ent_type_ not in ner.PERSON or name.tag_ not in tags.PROPER or says.i != name.i + 1 or not utters(says):
        return
    if says.tag_ in tags.FINITE_VERB and not any(c.i < says.i for c in dependents(says, rel.SUBJECT)):
        name.dep_ = label(rel.ACTIVE_SUBJECT)


def _of_who_lets_him(verb: Token) -> None:
    """Hang a participle behind a comma on who lets somebody do something, not on what he is let do."""
    does = verb.head
    small = does.tag_ in tags.BARE_VERB and does.dep_ in rel.CONTENT | rel.OPEN_CLAUSE
    if verb.tag_ not in tags.GERUND or not small or not does.i < verb.i or verb.doc[verb.i - 1].text != ",":
        return
    above = does.head
    own = has_dependent(does, rel.ACTIVE_SUBJECT) and not has_dependent(does, rel.ANY_HELPER | rel.SUBORDINATOR)
    if own and above.i < does.i and has_dependent(above, rel.ACTIVE_SUBJECT):
        verb.head = above


def _shows(noun: Token) -> None:
    """Let a noun behind a name be the verb of who stands before the participle: "Papers seen by Berg show that"."""
    by, name = noun.head, noun.nbor(-1) if noun.i else noun
    seen = by.head
    told = next((c for c in noun.children if c.left_edge.i == noun.i + 1 and c.dep_ in _TELLS), None)
    if told is None or told.left_edge.lower_ != "that" or name.head != noun or name.tag_ not in tags.NAME:
        return
    who = seen.head
    main = seen.dep_ in rel.ADNOMINAL and who.dep_ in rel.ROOT and who.i < seen.i
    if not main or noun.lemma_.lower() not in cue_verbs() or (who.tag_ in tags.PLURAL) == (noun.tag_ in tags.PLURAL):
        return
    for word in [c for c in noun.children if c.i < name.i]:
        word.head = name
    name.head, name.dep_ = by, label(rel.GOVERNED)
    noun.head, noun.dep_ = noun, label(rel.ROOT)
    noun.tag_, noun.pos_ = label(tags.PRESENT_SINGULAR if noun.tag_ in tags.PLURAL else tags.PRESENT_PLURAL), "VERB"
    told.dep_ = label(rel.CONTENT)
    for word in [c for c in who.children if c.is_punct and c.i > noun.i]:
        word.head = noun
    who.head, who.dep_ = noun, label(rel.ACTIVE_SUBJECT)


def _tells_of_his_age(told: Token) -> None:
    """Let a participle be the verb of who is told by his age: "The 52-year-old told officers he had slept"."""
    whom, old = told.head, told.nbor(-1) if told.i else told
    clause = next((c for c in whom.children if c.dep_ in rel.DESCRIBING and c.left_edge.i == whom.i + 1), None)
    if old.lower_ not in _OLD or old.head != whom or whom.dep_ not in rel.ROOT or whom.i < told.i or clause is None:
        return
    if not utters(told):
        return
    for word in [c for c in whom.children if c.i < old.i]:
        word.head = old
    old.head, old.dep_, old.tag_, old.pos_ = told, label(rel.ACTIVE_SUBJECT), label(tags.COMMON_NOUN), "NOUN"
    told.head, told.dep_, told.tag_, told.pos_ = told, label(rel.ROOT), label(tags.PAST), "VERB"
    for word in [c for c in whom.children if c.is_punct and c.i > whom.i]:
        word.head = told
    whom.head, whom.dep_ = told, label(rel.OBJECT)
    clause.head, clause.dep_ = told, label(rel.CONTENT)
