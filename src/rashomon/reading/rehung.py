"""What news words in ways that the parser mostly hangs on the wrong word is hung on the right one.

Seventeen forms, each told by its own words and none by a name: who hangs on a person and not on the body or place that
he is of; a verb behind an inserted "X said" goes on with what is said; so does one that "had" or "would" puts as far
back as what is said; nothing is done by what stands behind "by" where somebody does it already ("said by telephone");
what is claimed hangs on the claim, though a name stands between ("the claim by the mayor, Ana Berg, that he left is
false"); what has some of something is told of that alone ("the log, a copy of which the paper has seen, …"); and what
is told to somebody, or alleged by somebody, describes him not ("told the judge he had slept"); and what somebody is
stands before his name, and is no verb where there is another ("Elm mobster Jim “Red” Olsen was shot"); and who does
something says what stands behind it ("the doctor treating her in Elm said": Elm says nothing); and who said one thing
says the next, where the first tells of what cannot speak ("said the raid was a crime and said that"); who said what
somebody should do, or is, has done what is joined to it in the past ("said Pell is right and hailed it"); and what
is said besides stands beside what is said, not beside when it was ("said he rowed while it rained and that he was
wet"); what is told to somebody is no clause of his with "that" either, nor of a time ("said hours later that he had
slept"); what is called something stands behind that ("dismissed as false a report that"); who stands right before a
verb does it ("as the security service claims"); and who stands before "’s" owns what follows, with a curly mark too.
"""

from __future__ import annotations

from spacy.tokens import Doc, Token

from rashomon.language import listed, word_set
from rashomon.reading.attributions.cue_verbs import cue_verbs, utters, verb_lemma
from rashomon.reading.attributions.who_may_speak import can_be_cited, can_speak, is_agent
from rashomon.reading.grammar import entity_types as ner
from rashomon.reading.grammar import label, tags
from rashomon.reading.grammar import relations as rel
from rashomon.reading.grammar.relations import dependent, dependents, has_dependent
from rashomon.reading.mentions.gazetteer import nominal_heads
from rashomon.reading.rehung_speakers import to_who_speaks
from rashomon.reading.rehung_tags import (
    TAKES_PART,
    as_a_main_verb,
    as_a_verb,
    to_who_is_before_his_name,
    to_who_is_what_stands_behind,
    to_who_was_asked,
    with_its_verb,
)

_AHEAD = word_set("words_of_clauses", "lies_ahead")
_BACK = word_set("words_of_clauses", "sets_back")
_QUOTES = frozenset({'"', "“", "”", "'", "‘", "’", "``", "''"})
_WHO = frozenset({"who", "whom"})
_THAT = frozenset({"that"})
_NO_PERSON = ner.NAMES - ner.PERSON
_SAYS = frozenset({"speech", "evidence", "belief"})
_TELLS_WHOM = word_set("words_of_attributions", "tells_whom")
_DEEPEST = 4
_BETWEEN = 16  # words from a claim to what it claims: whose it is, and his name


def rehung(doc: Doc) -> Doc:
    """Hang such words anew; what else the parser found stays."""
    for token in doc:
        to_who_speaks(token)
        if token.dep_ in rel.AGENT:
            _by_nobody(token)
        elif token.dep_ in rel.CASE_MARK:
            _whose(token)
        elif token.dep_ in rel.PREPOSITION:
            _named(token)
        elif token.dep_ in rel.ADVERBIAL_CLAUSE:
            _aside(token)
        elif token.dep_ in rel.DESCRIBING and has_dependent(token, rel.SUBORDINATOR, _THAT):
            _on_whom_it_is_told_to(token)
            _on_its_telling(token)
        elif token.dep_ in rel.RELATIVE:
            as_a_verb(token)
            _on_a_person(token)
            _on_its_telling(token)
        elif token.tag_ in tags.WHICH and token.i > 2 and token.nbor(-1).lower_ == "of":
            _on_its_whole(token)
        elif token.lower_ == "that" and token.i and token.nbor(-1).text == ",":
            _on_its_claim(token)
        elif token.dep_ in rel.CLAUSE_SUBJECT | rel.CONTENT:
            _told(token)
        elif token.dep_ in rel.JOINED and token.head.i < token.i:
            _joined(token)
        elif token.dep_ in rel.ROOT and token.tag_ in tags.COMMON_PLURAL:
            as_a_main_verb(token)
        elif token.dep_ in TAKES_PART:
            with_its_verb(token)
    return doc


def _named(preposition: Token) -> None:
    if preposition.lower_ == "as":
        _behind_what_it_is_called(preposition)
    elif preposition.lower_ == "according":
        to_who_is_what_stands_behind(preposition)


def _aside(verb: Token) -> None:
    if has_dependent(verb, rel.SUBJECT, _WHO):
        _on_the_nearest(verb)
    elif verb.tag_ in tags.PRESENT_PLURAL:
        _before_his_name(verb)
    elif verb.tag_ in tags.PRESENT_SINGULAR:
        _of_who_is_before_it(verb)


def _told(verb: Token) -> None:
    if verb.head.dep_ in rel.ADVERBIAL:
        _over_its_time(verb)
    elif verb.tag_ in tags.GERUND and verb.i > verb.sent.start:
        _who_does_it(verb)
    elif verb.i < verb.head.i:
        (to_who_is_before_his_name if verb.head.dep_ in rel.COMPOUND else to_who_was_asked)(verb)


def _joined(verb: Token) -> None:
    if _subject(verb) is not None:
        _beside_what_is_said(verb)
    elif verb.tag_ in tags.PAST and (_is_ahead(verb.head) or (_is_now(verb.head) and _reacts(verb))):
        _on_who_asked(verb)
    else:
        (_on_who_spoke if _tells(verb) else _with_what_is_said)(verb)


def _before_his_name(role: Token) -> None:
    """Give a role back to the name behind it, which is the subject of the verb that has none."""
    verb, of = role.head, dependent(role, rel.ACTIVE_SUBJECT)
    name = dependent(role, rel.OBJECT)
    if of is None or name is None or name.pos_ != "PROPN" or name.left_edge.i != role.i + 1 or not verb.i > name.i:
        return
    if of.i != role.i - 1 or of.tag_ not in tags.NAME or of.tag_ in tags.PLURAL or has_dependent(verb, rel.SUBJECT):
        return
    for word in (role, of):
        word.head, word.dep_ = name, label(rel.COMPOUND)
    passive = has_dependent(verb, rel.PASSIVE_HELPER)
    name.head, name.dep_ = verb, label(rel.PASSIVE_SUBJECT if passive else rel.ACTIVE_SUBJECT)
    role.tag_, role.pos_ = label(tags.COMMON_NOUN), "NOUN"


def _who_does_it(does: Token) -> None:
    """Give a verb of saying back to who does something: "the doctor treating her in Elm said"."""
    verb, who = does.head, does.nbor(-1)
    if who.head != does or who.dep_ not in rel.ACTIVE_SUBJECT or not (can_be_cited(who) or _is_somebody(who)):
        return
    if does.right_edge.i >= verb.i or verb.tag_ not in tags.FINITE_VERB or not utters(verb):
        return
    if has_dependent(verb, rel.ACTIVE_SUBJECT):
        return
    for child in list(does.children):
        if child.i < who.left_edge.i:
            child.head = verb
    who.head, who.dep_ = verb, label(rel.ACTIVE_SUBJECT)
    does.head, does.dep_ = who, label(rel.ADNOMINAL)


def _whose(mark: Token) -> None:
    """Make who stands before a mark of the genitive the owner: with a curly one the parser has him do something."""
    owner = mark.head
    noun = owner.head
    if owner.i < mark.i < noun.i and noun.pos_ in ("NOUN", "PROPN") and owner.dep_ in _NO_OWNER:
        owner.dep_ = label(rel.OWNER)


_NO_OWNER = rel.NOUN_BEFORE_NOUN | rel.ACTIVE_SUBJECT


def _behind_what_it_is_called(mark: Token) -> None:
    """Give a verb its object behind what that is called: "dismissed as false a report which"."""
    verb, noun = mark.head, dependent(mark, rel.GOVERNED)
    article = None if noun is None else dependent(noun, rel.DETERMINER)
    if noun is None or article is None or verb.pos_ != "VERB" or has_dependent(verb, rel.UNDERGOER):
        return
    called = article.nbor(-1)
    if called.tag_ not in tags.ANY_ADJECTIVE or called.i <= mark.i or called.head not in (noun, mark):
        return
    noun.head, noun.dep_ = verb, label(rel.OBJECT)
    called.head, called.dep_ = mark, label(rel.GOVERNED)
    for word in [c for c in noun.children if c.i < called.i]:
        word.head = called


def _of_who_is_before_it(verb: Token) -> None:
    """Give a verb the noun before it that the parser took for a part of its name: "as the *service* claims"."""
    who = verb.nbor(-1) if verb.i else verb
    if who.head != verb or who.dep_ not in rel.COMPOUND or has_dependent(verb, rel.SUBJECT_OR_CLAUSE):
        return
    for word in [c for c in verb.children if c.i < who.i and c.dep_ in rel.NOUN_PHRASE_PART]:
        word.head = who
    who.dep_ = label(rel.ACTIVE_SUBJECT)


def _on_whom_it_is_told_to(verb: Token) -> None:
    """Give who tells somebody what he tells: "told a presenter that they sold rugs", "convinced the kin of Elm that".

    A voice that closes the sentence behind it has told all of it.
    """
    noun, subject = verb.head, dependent(verb, rel.SUBJECT)
    while noun.dep_ in rel.GOVERNED and noun.head.dep_ in rel.PREPOSITION and noun.head.head.i < noun.i:
        noun = noun.head.head
    teller = noun.head
    if subject is None or verb.left_edge.lower_ != "that" or not teller.i < noun.i < verb.i:
        return
    if noun.dep_ not in rel.OBJECT | rel.RECIPIENT or teller.lemma_.lower() not in _TELLS_WHOM:
        return
    if noun.lemma_.lower() in listed("attribution_nouns") | listed("claim_nouns"):
        return
    for tag in dependents(teller, rel.CONTENT):
        if tag.left_edge.i < verb.i or not _closes(tag):
            return
        tag.dep_ = label(rel.PARATAXIS)
    verb.head, verb.dep_ = teller, label(rel.CONTENT)


def _closes(verb: Token) -> bool:
    """Whether a verb of saying, with who says it, stands behind a comma and says nothing more of its own."""
    who = _subject(verb)
    first = verb.left_edge
    bare = who is not None and not has_dependent(verb, rel.WHAT_IS_SAID)
    return bare and _says(verb) and first.i > verb.sent.start and first.nbor(-1).text == ","


def _over_its_time(told: Token) -> None:
    """Give who says something what the parser hung on when he said it: "said minutes later that the dam would hold"."""
    when, says = told.head, told.head.head
    if told.left_edge.lower_ != "that" or not says.i < when.i < told.i or not _says(says):
        return
    if when.pos_ == "ADV" and not has_dependent(says, rel.CONTENT):
        told.head = says


def _by_nobody(by: Token) -> None:
    """Tell "said by telephone", "rose by a third" from a passive: somebody does it already."""
    verb = by.head
    if has_dependent(verb, rel.ACTIVE_SUBJECT) and not has_dependent(verb, rel.PASSIVE_HELPER):
        by.dep_ = label(rel.PREPOSITION)


def _on_a_person(verb: Token) -> None:
    """Give the person his clause: "A doctor at the hospital, who asked not to be named" (no hospital asks so)."""
    if not has_dependent(verb, rel.SUBJECT_OR_OBJECT, _WHO):
        return
    noun = verb.head
    for _ in range(_DEEPEST):
        if noun.ent_type_ not in _NO_PERSON and (can_speak(noun) or is_agent(noun.lower_)):
            break
        above = noun.head.head if noun.dep_ in rel.GOVERNED else noun
        if above == noun or above.pos_ not in ("NOUN", "PROPN") or above.i > verb.i:
            if not (noun.ent_type_ or _is_somebody(noun)):
                _on_the_nearest(verb)
            return
        noun = above
    else:
        return
    verb.head = noun


def _on_the_nearest(verb: Token) -> None:
    """Hang a clause with "who" on the nearest who can be meant: "Boys met police in riot gear, who fired gas"."""
    who = dependent(verb, rel.SUBJECT, _WHO)
    first = who.i if who is not None else verb.i
    if who is None or first - 1 <= verb.sent.start or who.nbor(-1).text != ",":
        return
    for noun in reversed(verb.doc[max(verb.sent.start, first - _BETWEEN) : first - 1]):
        if noun.pos_ in ("NOUN", "PROPN") and noun.dep_ not in rel.NOUN_BEFORE_NOUN and _is_somebody(noun):
            verb.head, verb.dep_ = noun, label(rel.RELATIVE)
            return


def _is_somebody(noun: Token) -> bool:
    """Whether a noun can be meant by "who"."""
    return can_be_cited(noun) or nominal_heads().get(noun.lemma_.lower(), ("", ""))[0] in ("person", "group")


def _on_its_telling(verb: Token) -> None:
    """Give who tells what he tells: "told the judge he had slept", "it was alleged by a clerk that it was empty"."""
    noun, marks = verb.head, dependents(verb, rel.SUBORDINATOR)
    subject = next(iter(dependents(verb, rel.SUBJECT)), None)
    before = [t for t in verb.subtree if t.i < verb.i]
    if subject is None or not before or any(t.tag_ in tags.RELATIVE and t.lower_ != "that" for t in before):
        return
    if noun.dep_ in rel.OBJECT | rel.RECIPIENT and not marks:
        teller = noun.head if noun.head.lemma_.lower() == "tell" else None
        if teller is not None and subject.tag_ not in tags.PERSONAL_PRONOUN and not _lacks_words(teller, noun, verb):
            return
        if teller is None or before[0].lower_ == "that" or before[0].i != noun.i + 1 or not can_be_cited(noun):
            return
    else:
        while noun.dep_ in rel.GOVERNED and noun.head.dep_ not in rel.AGENT and noun.head.head.i < noun.i:
            noun = noun.head.head
        by = noun.head
        teller = by.head if noun.dep_ in rel.GOVERNED and by.dep_ in rel.AGENT else None
        if teller is None or not any(c.lower_ == "it" for c in dependents(teller, rel.PASSIVE_SUBJECT)):
            return
        if not marks and (before[0].lower_ != "that" or before[0] == subject or not _says(teller)):
            return
        before[0].dep_ = label(rel.SUBORDINATOR)
    if not has_dependent(teller, rel.CONTENT):
        verb.head, verb.dep_ = teller, label(rel.CONTENT)


def _lacks_words(teller: Token, whom: Token, told: Token) -> bool:
    """Whether nothing stands with "told" but whom: then what describes him is what he was told.

    "Told the man the police had arrested about the fire", "to run": such words may hang on what describes him.
    """
    besides = any(c.dep_ in rel.WHAT_IS_SAID | rel.OBJECTS | rel.PARATAXIS for c in teller.children if c != whom)
    about = any(has_dependent(verb, rel.PREPOSITION, _ABOUT) for verb in (teller, told))
    return (
        not besides and not about and (has_dependent(told, rel.UNDERGOER) or not has_dependent(told, rel.OPEN_CLAUSE))
    )


_ABOUT = frozenset({"about", "of"})


def _on_its_whole(which: Token) -> None:
    """Give the whole what is told of a part: "the log, a copy of which the paper has seen, shows" (no copy shows)."""
    doc, part = which.doc, which.nbor(-2)
    first = part.left_edge.i
    comma = next((t.i for t in which.sent[which.i - which.sent.start :] if t.text == ","), which.sent.end)
    if part.pos_ not in ("NOUN", "PRON", "NUM") or first < 2 or doc[first - 1].text != ",":
        return
    whole, verb = doc[first - 2], part.head
    if whole.sent != which.sent or whole.pos_ not in ("NOUN", "PROPN") or part.is_ancestor(whole):
        return
    if which.i < verb.i < comma and verb.dep_ not in rel.ROOT:
        for before in [c for c in verb.children if c.i < first]:
            before.head = verb.head
        verb.head, verb.dep_ = whole, label(rel.RELATIVE)
    elif verb.i > comma or part.dep_ in rel.APPOSITION:
        told = next((c for c in dependents(part, rel.RELATIVE) if which.i < c.i < comma), None)
        if told is not None:
            told.head, told.dep_ = whole, label(rel.RELATIVE)
            part.head, part.dep_ = told, label(rel.OBJECT)


def _on_its_claim(that: Token) -> None:
    """Give a claim what it claims, where who makes it is named in between: "the claim by the mayor, Berg, that …"."""
    noun, told = _claim_before(that), that.head
    while told.dep_ in rel.BEFORE_NOUN | rel.SUBJECT:  # "that expired vaccines were given": as if somebody expired
        told = told.head
    if noun is None or told == noun or told.i < that.i or told.dep_ in rel.RELATIVE:
        return
    verb = next((c for c in (*told.children, *dependents(told.head, rel.CONTENT)) if _is_over(c, told)), None)
    if noun.head == told and verb is not None:  # "… that he left is false": the parser has the claim leave
        mark = [c for c in dependents(told, rel.SUBORDINATOR) if c.i < noun.i]
        if verb.head == told:
            verb.head, verb.dep_ = (verb, label(rel.ROOT)) if told.head == told else (told.head, told.dep_)
        for token in (noun, *mark):
            token.head = verb
        if not has_dependent(verb, rel.PASSIVE_HELPER):
            noun.dep_ = label(rel.ACTIVE_SUBJECT)
    elif noun.head != told.head or told.dep_ not in rel.CONTENT:
        return
    told.head, told.dep_ = noun, label(rel.ADNOMINAL)
    that.head, that.dep_ = told, label(rel.SUBORDINATOR)
    for whose in [o for c in dependents(noun, rel.PREPOSITION_OR_AGENT) for o in dependents(c, rel.GOVERNED)][:1]:
        for name in (c for c in dependents(noun, rel.APPOSITION) if whose.i < c.i < that.i):
            name.head = whose
    for by in (c for c in noun.head.children if c.i == noun.i + 1 and c.dep_ in rel.PREPOSITION_OR_AGENT):
        by.head = noun


def _claim_before(that: Token) -> Token | None:
    """Give the noun of a claim that is somebody's, of whom the name stands before "that"."""
    at = that.i - 2
    while at >= 0 and that.i - at <= _BETWEEN:
        token = that.doc[at]
        if token.pos_ in ("VERB", "AUX"):
            return None
        if token.lower_ in ("by", "of") and at and that.doc[at - 1].lemma_.lower() in listed("claim_nouns", "claim"):
            return that.doc[at - 1]
        at -= 1
    return None


def _is_over(verb: Token, told: Token) -> bool:
    """Whether a verb without a subject of its own stands behind what is told: "that he left *is* false"."""
    if (
        verb.i <= told.i
        or verb.pos_ not in ("VERB", "AUX")
        or verb.dep_ in rel.ANY_HELPER
        or has_dependent(verb, rel.SUBJECT_OR_CLAUSE)
    ):
        return False
    return verb.tag_ in tags.FINITE_OR_PARTICIPLE and not has_dependent(verb, rel.SUBORDINATOR | rel.CONJUNCTION)


def _with_what_is_said(verb: Token) -> None:
    said = verb.head
    if not _says(said) or (said_of := _said(said)) is None:
        return
    joint = [c for c in dependents(said, rel.CONJUNCTION) if max(said.i, said_of.i) < c.i < verb.i]
    if _leaves_open(said_of, verb):
        for token in (verb, *joint):
            token.head = said_of
        return
    if not joint:
        return
    back = has_dependent(verb, rel.HELPER, _BACK)
    if said_of.i > said.i:
        own = has_dependent(said, rel.HELPER, _BACK)
        if back and not own and said.tag_ in tags.PAST and said_of.right_edge.i < verb.i:
            joint[-1].head = verb.head = said_of
        return
    who = _subject(said)
    if who is None or who.i < said_of.i or joint[-1].i == 0 or joint[-1].nbor(-1).text != ",":
        return
    if said_of.left_edge.text in _QUOTES or not (back or verb.tag_ in tags.FINITE_OR_PARTICIPLE):
        return
    _set_in(said, said_of, verb, joint[-1])


def _leaves_open(was: Token, verb: Token) -> bool:
    """Whether two forms of "be" share what follows them: "said Berg wasn't — and still hasn't been — *paid*"."""
    joint = next((t for t in was.doc[was.i + 1 : verb.i] if t.dep_ in rel.CONJUNCTION), None)
    if was.lemma_ != "be" or joint is None or not has_dependent(verb, rel.PASSIVE_HELPER):
        return False
    return all(t.is_punct or t.i == was.i + 1 for t in was.doc[was.i + 1 : joint.i])


def _on_who_spoke(verb: Token) -> None:
    """Give who said one thing what he says next: "said the raid was a crime and said that it must end"."""
    told = verb.head
    said, of = told.head, _subject(told)
    if told.dep_ not in rel.CONTENT or not _says(said) or of is None or of.pos_ == "PRON" or _is_somebody(of):
        return
    if of.ent_type_ in ner.NAMES or can_speak(of):
        return
    for token in (verb, *(c for c in dependents(told, rel.CONJUNCTION) if c.i < verb.i)):
        token.head = said


def _is_ahead(told: Token) -> bool:
    """Whether a verb tells what should, may or will be: what is joined to it in the past is none of that."""
    return told.tag_ in tags.BARE_VERB and has_dependent(told, rel.HELPER, _AHEAD)


def _is_now(told: Token) -> bool:
    return told.tag_ in tags.PRESENT_SINGULAR | tags.PRESENT_PLURAL


def _reacts(verb: Token) -> bool:
    """Whether a verb tells of words: who spoke in the past goes on so, not who is told of in the present."""
    return verb_lemma(verb) is not None or verb.lemma_.lower() in listed("reaction_verbs")


def _on_who_asked(verb: Token) -> None:
    """Give who said what should be, or is, the deed told next: "said Pell should yield and *slammed* its king".

    What looks the same in both times should be too: "said it must cut costs and *put* off the fair".
    """
    told = verb.head
    if verb.lower_ == verb.lemma_.lower():
        verb.tag_ = label(tags.BARE_VERB)
    elif told.dep_ in rel.CONTENT and _says(told.head) and told.head.tag_ in tags.PAST:
        for token in (verb, *(c for c in dependents(told, rel.CONJUNCTION) if c.i < verb.i)):
            token.head = told.head


def _beside_what_is_said(verb: Token) -> None:
    """Give who said one thing what he says besides: "said he rowed while it rained and *that* he was wet"."""
    aside = verb.head
    told = aside.head
    if aside.dep_ not in rel.ADVERBIAL_CLAUSE or told.dep_ not in rel.CONTENT or not _says(told.head):
        return
    if not has_dependent(verb, rel.SUBORDINATOR, _THAT) or has_dependent(aside, rel.SUBORDINATOR, _THAT):
        return
    for token in (verb, *(c for c in dependents(aside, rel.CONJUNCTION) if c.i < verb.i)):
        token.head = told


def _set_in(said: Token, said_of: Token, verb: Token, joint: Token) -> None:
    """Let what is said head the sentence: "Shots were heard, residents said, and went on for an hour"."""
    head, dep = said.head, said.dep_
    behind = [c for c in said.children if c.i > verb.i]
    if head == said:
        said_of.head = said_of
    else:
        said_of.head = head
    said_of.dep_ = dep
    said.head, said.dep_ = said_of, label(rel.PARATAXIS)
    for token in (joint, verb, *behind):
        token.head = said_of


def _tells(verb: Token) -> bool:
    """Whether a verb has words of its own: whoever spoke before goes on to say so."""
    return utters(verb) and has_dependent(verb, rel.WHAT_IS_SAID)


def _says(verb: Token) -> bool:
    lemma = verb_lemma(verb)
    return lemma is not None and cue_verbs()[lemma].kind in _SAYS


def _said(verb: Token) -> Token | None:
    return next((c for c in dependents(verb, rel.CONTENT) if c.pos_ in ("VERB", "AUX")), None)


def _subject(verb: Token) -> Token | None:
    return dependent(verb, rel.SUBJECT_OR_CLAUSE | rel.EXPLETIVE)
