"""A saying that somebody holds against another is the other's word: "accused Holm of lying when she said that …".

Who accuses, blames, corrects or mocks somebody for what he said takes it that he said it, and does not say it too. So
with whoever praises or punishes him for it, and with whoever denies, slights or hails what says it ("rejected a report
which says that …"). Whom "he" and "they" mean in such a clause is told by what it hangs on: who
was wrong when he said it.
"""

from __future__ import annotations

from itertools import islice

from spacy.tokens import Token

from rashomon.language import listed, word_set
from rashomon.reading.attributions.verb_groups import own_subject
from rashomon.reading.attributions.who_may_speak import may_speak
from rashomon.reading.grammar import relations as rel
from rashomon.reading.grammar import tags
from rashomon.reading.grammar.relations import dependents, has_dependent

HELD_AGAINST = "held-against"
"""What is added to the reason of such a saying."""
AT_ISSUE = word_set("words_of_speech", "at_issue")
"""What brings up a saying that is not known to have been made."""
_ERRS = word_set("words_of_attributions", "errs")
_UNTRULY = word_set("words_of_attributions", "untruly")
_SCOFFS = (
    word_set("words_of_attributions", "scoffs")
    | listed("reaction_verbs")
    | listed("contest_cues", "denies", "rejects", "unsure")
)
_OCCASIONS = frozenset({"as", "when", "while"})
_WAYS = frozenset({"by", "in"})
_OF_WHOM = frozenset({"by", "from", "of"})
_UNDERGOES = rel.OBJECTS | rel.PASSIVE_SUBJECT
_UP = 2
_PRONOUNS = frozenset({"he", "it", "she", "they"})


def is_held_against(verb: Token) -> bool:
    """Tell whether the saying of `verb` is what somebody is called wrong in, or is blamed, praised or punished for.

    "Had falsely told them that it was safe" says so in one word; so may what is rejected: "denied a report which says".
    """
    head = verb.head
    if any(c.lower_ in _UNTRULY for c in dependents(verb, rel.ADVERBIAL)):
        return True
    if verb.dep_ in rel.GOVERNED_CLAUSE and verb.tag_ in tags.GERUND:
        return (head.lower_ == "for" and answers_for(verb) is not None) or (head.lower_ in _WAYS and _errs(head.head))
    if verb.dep_ in rel.DESCRIBING and head.pos_ in ("NOUN", "PROPN"):
        whose = head.head.head if head.dep_ in rel.GOVERNED and head.head.lower_ in _OF_WHOM else head
        return scoffed_at(head) or scoffed_at(whose)
    return _on_an_occasion(verb) and _errs(head)


def is_at_issue(verb: Token) -> bool:
    """Whether it is what somebody is cleared or suspected of having said: "acquitted Berg of having ordered it"."""
    if verb.dep_ not in rel.GOVERNED_CLAUSE or verb.head.lower_ not in ("of", "for", "with"):
        return False
    above = verb.head.head
    judges = above.head if above.dep_ in rel.UNDERGOER or above.lower_ == "guilty" else above
    return bool({above.lemma_.lower(), judges.lemma_.lower()} & AT_ISSUE) or above.lower_ == "guilty"


def answers_for(verb: Token) -> Token | None:
    """Give whom somebody thanks, blames or punishes "for saying" something; whose lie it was: "perjury for saying".

    "For" may hang on whom the deed befalls.
    """
    what = verb.head.head
    if verb.dep_ not in rel.GOVERNED_CLAUSE or (verb.head.lower_ != "for" and not is_at_issue(verb)):
        return None
    if what.pos_ == "NOUN" and what.lemma_.lower() in _ERRS:
        what = next((a for a in islice(what.ancestors, _UP) if a.pos_ == "VERB"), what)
    elif what.pos_ in ("NOUN", "PROPN"):
        return what if verb.tag_ in tags.GERUND and may_speak(what) else None
    return next((c for c in dependents(what, _UNDERGOES) if _is_somebody(c)), None) if what.pos_ == "VERB" else None


def who_erred(verb: Token, who: Token) -> Token:
    """Give whom the pronoun `who` before `verb` means in what he is said to have been wrong in; `who` where none is."""
    if who.lower_ not in _PRONOUNS or not _on_an_occasion(verb) or not _errs(verb.head):
        return who
    wrong = verb.head
    blamed = _blamed(wrong)
    erred = blamed if blamed is not None else own_subject(wrong)
    return erred if erred is not None and erred.pos_ != "PRON" and may_speak(erred) else who


def scoffed_at(noun: Token) -> bool:
    """Tell whether somebody takes a stand on what `noun` calls another's word: "mocked his boast", "laughed at it"."""
    verb = noun.head
    if noun.dep_ in rel.GOVERNED and verb.dep_ in rel.PREPOSITION:
        verb = verb.head
    elif noun.dep_ not in rel.UNDERGOER:
        return False
    return scoffs(verb)


def scoffs_at_clause(verb: Token, start: int) -> bool:
    """Tell whether the clause from token `start` on is of a noun before it: "laughed at the idea that he had left"."""
    noun = verb.doc[start - 1]
    return scoffs(verb) and noun.pos_ == "NOUN" and noun.dep_ in rel.GOVERNED and noun.head.head == verb


def scoffs(verb: Token) -> bool:
    """Tell whether who does this to another's word says not what it says."""
    return verb.lemma_.lower() in _SCOFFS


def _on_an_occasion(verb: Token) -> bool:
    """Whether `verb` tells when somebody did what stands before it: "was wrong when he said"."""
    opens = (c for c in dependents(verb, rel.OPENER) if c.i < verb.i)
    return verb.dep_ in rel.ADVERBIAL_CLAUSE and any(c.lower_ in _OCCASIONS for c in opens)


def _errs(what: Token) -> bool:
    """Whether a verb, or what somebody is said to be, calls him wrong."""
    words = (what, *dependents(what, rel.ANY_PREDICATE))
    return any(word.lemma_.lower() in _ERRS or word.lower_ in _ERRS for word in words)


def _blamed(wrong: Token) -> Token | None:
    """Give who is accused of what `wrong` tells: "accused the clerk of lying"."""
    if wrong.dep_ not in rel.GOVERNED_CLAUSE or wrong.head.head.pos_ != "VERB" or has_dependent(wrong, rel.SUBJECT):
        return None
    return next((c for c in dependents(wrong.head.head, rel.OBJECTS) if _is_somebody(c)), None)


def _is_somebody(who: Token) -> bool:
    """Whether a phrase is of somebody, by its noun or by the name set beside it: "her publisher, Max Toll"."""
    return may_speak(who) or any(may_speak(c) for c in dependents(who, rel.APPOSITION))
