"""Who did it and to whom: the fillers of the frame's slots, whole conjunctions included, never a time or a clause.

Where the frame's own slots have named nobody, who takes part without standing in one: the text names him once, for
another word of the same sentence.
"""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Token

from rashomon.language import word_set
from rashomon.reading.events.arguments import antecedent, is_actor, is_passive, objects, prepositional, subject
from rashomon.reading.events.dating import prompting
from rashomon.reading.events.sense import Trigger
from rashomon.reading.grammar import entity_types as ner
from rashomon.reading.grammar import relations as rel
from rashomon.reading.grammar import tags
from rashomon.reading.grammar.relations import dependents
from rashomon.records import Attribution, Mention

_TIMES = ner.TIMES | ner.ORDINAL | ner.PERCENT
# Slots whose filler stands for the recipient though it is nobody: what was hit, given or refused.
_LITERAL = frozenset({"subj", "obj", "dat", "of", "against", "with", "by"})
# Before a noun these say how, not who ("drone strike").
_WEAPONS = word_set("words_of_events", "weapon")
# Acts that are done to somebody, though their clause may say to whom only further down.
_OPPOSING = frozenset({"against", "with", "by", "over"})
_HAS_OPPONENT = frozenset({"REJECT", "PROTEST", "CONCEDE", "SANCTION", "MOBILIZE", "THREATEN"})
_FELL = "fell"
_SPEAKERS = word_set("words_of_events", "stands_for_one")
# What is struck, when only a further word names it.
_STRUCK = word_set("words_of_events", "struck")
# Words that point back or nowhere: nobody's mention.
_SELF = word_set("words_of_events", "nobody")


def participants(trigger: Trigger) -> tuple[list[Token], list[Token]]:
    """Give the head tokens of actors and recipients, each in the order of the text."""
    if trigger.undergone and trigger.carrier is not None:
        return _undergone(trigger.token, trigger.carrier)
    actors = _own(trigger) or _fill(trigger, trigger.sense.actors, ())
    recipients = _fill(trigger, trigger.sense.recipients, actors)
    if trigger.instrument is not None:
        actors = [t for t in actors if t != trigger.instrument.token]
    helper = trigger.inner or trigger.instrument
    if helper is not None:
        theirs, whom = participants(helper)
        if not actors and trigger.inner is None:
            actors = [t for t in theirs if t not in recipients]
        if trigger.sense.type == "REJECT" and helper.sense.type in ("REQUEST", "AGREE", "SUPPORT"):
            givers = [t for t in theirs if t not in actors]
            recipients = givers or recipients
        named = [t for t in recipients if is_actor(t)]
        if not named:
            recipients = [t for t in whom if t not in actors] or [t for t in theirs if t not in actors] or recipients
    if not recipients and trigger.sense.type in _HAS_OPPONENT:
        recipients = [t for t in _opponent(trigger.clause) if t not in actors]
    if trigger.channel is not None:
        theirs, whom = participants(trigger.channel)
        actors = actors or theirs
        if not any(is_actor(t) for t in recipients if t.pos_ != "PRON"):
            recipients = [t for t in whom if t not in actors] or recipients
    actors, recipients = implied(trigger, actors, [t for t in recipients if t not in actors])
    return _ordered(actors), _ordered(recipients)


def _opponent(verb: Token) -> list[Token]:
    """Give whom the clause names against it, further down ("called off a strike after talks with Rome")."""
    for token in verb.subtree:
        below = token.dep_ in rel.GOVERNED and token.i > verb.i and token.head.lower_ in _OPPOSING
        if below and is_actor(token) and _fits(token) and token.ent_type_ not in ner.LAND:
            return _joined(token)
    return []


def _undergone(noun: Token, verb: Token) -> tuple[list[Token], list[Token]]:
    """Read "the convoy came under attack by rebels": the subject is the recipient."""
    doers = [j for t in (*prepositional(noun, "by"), *prepositional(verb, "by")) if _fits(t) for j in _joined(t)]
    sufferer = subject(verb)
    return _ordered(doers), [] if sufferer is None else [t for t in _joined(sufferer) if t not in doers]


def _own(trigger: Trigger) -> list[Token]:
    """Who a carried noun itself says did it: "announced the visit of a delegation"."""
    if trigger.carrier is None or trigger.undergone:
        return []
    slots = [s for s in trigger.sense.actors if s in ("by", "of", "between")]
    return [j for s in slots for t in _of_noun(trigger.token, s) if _fits(t) and is_actor(t) for j in _joined(t)]


def _fill(trigger: Trigger, slots: Iterable[str], taken: Iterable[Token]) -> list[Token]:
    spare: list[Token] = []
    for slot in slots:
        tokens = [t for t in map(_resolved, _slot(trigger, slot)) if _fits(t) and t not in taken]
        tokens = [t for head in tokens for t in _joined(head) if t not in taken]
        named = [t for t in tokens if is_actor(t) or _owns(t)]
        if named:
            return named
        deep = [d for t in tokens for d in _including(t) or _inside(t) if d not in taken]
        if deep and slot != "subj":
            return deep
        if slot in _LITERAL:
            fell = trigger.sense.frame == _FELL  # what is brought down is struck, no weapon of the deed
            spare = spare or [t for t in tokens if fell or t.i not in trigger.words]
    return spare


def _owns(token: Token) -> bool:
    """Tell whether a possessive ("its talks") stands for somebody the report has described."""
    if token.tag_ not in tags.OWNING_PRONOUN:
        return False
    mentions: tuple[Mention, ...] = token.doc._.rashomon_mentions
    mine = next((m for m in mentions if m.start == token.idx and m.form == "pronoun"), None)
    return mine is not None and any(m.chain == mine.chain and m.start < mine.start for m in mentions)


def _including(token: Token) -> list[Token]:
    """Read "rockets on targets in the quarter, including the mission": what is named of the things struck."""
    if token.lemma_.lower() not in _STRUCK:
        return []
    word = next((t for t in token.doc[token.i : token.sent.end] if t.lower_ == "including"), None)
    return [] if word is None else [j for p in dependents(word, rel.GOVERNED) for j in _joined(p)]


def _resolved(token: Token) -> Token:
    """Give the speaker for a pronoun that begins what he says ("Peru said it had left"); any other token itself."""
    if token.tag_ in tags.OWNING_PRONOUN:
        return _possessor(token)
    if token.dep_ in rel.GOVERNED and token.head.lower_ == "to":
        return _told(token)
    if token.lower_ not in _SPEAKERS or token.dep_ not in rel.SUBJECT:
        return token
    if token.lower_ == "we" and _quoted(token):
        return token  # who speaks, and for whom, is the attribution's to tell
    clause = token.head
    while clause.dep_ in rel.JOINED:
        clause = clause.head
    if clause.dep_ in rel.OPEN_CLAUSE:
        clause = clause.head
    if clause.dep_ not in rel.CONTENT or clause.head.pos_ != "VERB":
        return token
    speaker = subject(clause.head)
    return speaker if speaker is not None and speaker.pos_ != "PRON" else token


def _quoted(token: Token) -> bool:
    attributions: tuple[Attribution, ...] = token.doc._.rashomon_attributions
    return any(a.source_mention and s <= token.idx < e for a in attributions for s, e in a.content)


def _told(token: Token) -> Token:
    """Read "conveyed to Diallo Accra's concern": two names that the parser takes for one owner."""
    mentions: tuple[Mention, ...] = token.doc._.rashomon_mentions
    before = [w for c in dependents(token, rel.OWNER) for w in dependents(c, rel.COMPOUND)]
    for word in before:
        at = (word.idx, word.idx + len(word))
        if any(m.form == "name" and m.kind == "person" and (m.start, m.end) == at for m in mentions):
            return word
    return token


def _possessor(pronoun: Token) -> Token:
    """Whose: for "his" the person nearest before it among the verb's object and subject, for "its" the subject."""
    verb = pronoun.head
    while verb.pos_ not in ("VERB", "AUX") and verb.head != verb:
        verb = verb.head
    doer = subject(verb) if verb.pos_ in ("VERB", "AUX") else None
    if pronoun.lower_ in ("his", "her"):
        person = next((c for c in dependents(verb, rel.OBJECT) if c.i < pronoun.i and is_actor(c)), None)
        doer = person or doer
    if doer is None or doer.i > pronoun.i or doer.pos_ == "PRON" or not is_actor(doer) or pronoun in doer.subtree:
        return pronoun
    return doer


def _slot(trigger: Trigger, slot: str) -> list[Token]:
    token, verb = trigger.token, trigger.clause
    verbal = token.pos_ in ("VERB", "AUX", "ADJ")
    if verbal or trigger.carrier is not None:
        passive = is_passive(verb)
        by = prepositional(verb, "by") if passive else []
        if slot in ("subj", "by") or (slot == "poss" and trigger.carrier is not None):
            if passive:
                own = by
            else:
                doer = subject(verb)
                own = [doer] if doer is not None and doer != token else []
            return own or ([] if verbal else _of_noun(token, slot))
        if slot == "obj":
            return objects(verb) if verbal else []
        if slot == "dat":
            return [c for c in dependents(verb, rel.RECIPIENT) if c.pos_ != "ADP"] + [
                p for c in dependents(verb, rel.RECIPIENT) if c.pos_ == "ADP" for p in dependents(c, rel.GOVERNED)
            ]
        if slot == "content":
            return [s for c in dependents(verb, rel.COMPLEMENT) for s in [subject(c)] if s is not None]
        near = prepositional(verb, slot)
        for part in verb.children:
            if part.dep_ in rel.ADJECTIVE_PREDICATE | rel.ADVERBIAL | rel.PARTICLE:
                near += prepositional(part, slot)
        if verbal:
            near += [p for o in objects(verb) for p in prepositional(o, slot)]
            return near
        return _of_noun(token, slot) or near
    return _of_noun(token, slot)


def _of_noun(noun: Token, slot: str) -> list[Token]:
    if slot == "poss":
        return [antecedent(c) for c in dependents(noun, rel.OWNER)]
    if slot == "mod":
        return [c for c in dependents(noun, rel.BEFORE_NOUN) if is_actor(c) and c.lemma_.lower() not in _WEAPONS]
    found = prepositional(noun, slot)
    if slot == "by" and not found:  # "the arrest of two men by police": the parser hangs "by" on the men
        found = [t for of in prepositional(noun, "of") for t in prepositional(of, "by")]
    return found


def _inside(noun: Token) -> list[Token]:
    """Who stands inside an abstract phrase: its possessor, its agent, whose it is, or the demonym before it."""
    if noun.pos_ == "VERB":
        return []
    for slot in ("poss", "of", "by", "from", "mod", "against", "on", "to", "with", "including", "in", "between"):
        hits = [
            j
            for t in _of_noun(noun, slot)
            if _fits(t) and t.tag_ not in tags.OWNING_PRONOUN
            for j in _joined(t)
            if is_actor(j)
        ]
        if hits:
            return hits
    for slot in ("of", "on", "to", "for"):
        for step in prepositional(noun, slot):
            if step.pos_ in ("NOUN", "PROPN") and not is_actor(step):
                for inner in ("poss", "of", "by", "mod"):
                    hits = [t for t in _of_noun(step, inner) if _fits(t) and is_actor(t)]
                    if hits:
                        return hits
    return []


def _fits(token: Token) -> bool:
    """Whether a token can be somebody: no time, no "it", no "who" that asks, no "Q" before an interviewer's colon."""
    if token.tag_ in tags.WHO and token.head.dep_ not in rel.DESCRIBING:
        return False
    if len(token) == 1 and token.i + 1 < len(token.doc) and token.nbor().text == ":":
        return False
    return (
        token.pos_ in ("NOUN", "PROPN", "PRON", "ADJ", "NUM", "X", "SYM")
        and token.ent_type_ not in _TIMES
        and token.lower_ not in _SELF
        and token.dep_ not in rel.EXPLETIVE
        and not (token.lower_ == "it" and token.dep_ in rel.SUBJECT)
    )


def _joined(head: Token) -> list[Token]:
    joined = [head]
    frontier = [head]
    while frontier:
        token = frontier.pop()
        for child in token.children:
            if child.dep_ in rel.JOINED and child.pos_ in ("NOUN", "PROPN", "PRON", "NUM", "ADJ"):
                joined.append(child)
                frontier.append(child)
    return [t for t in joined if _fits(t)]


def _ordered(tokens: Iterable[Token]) -> list[Token]:
    return sorted(set(tokens), key=lambda t: t.i)


_HITS = word_set("words_of_events", "hits")
_SUFFERS = word_set("words_of_events", "suffers")
_CAUSES = frozenset({"because", "due", "from", "under"})
_ANNOUNCES = word_set("words_of_events", "announces")
_HARMS = frozenset({"ASSAULT", "COERCE", "SANCTION"})
_HOSTILE = _HARMS | {"MOBILIZE", "THREATEN"}
_MEMBERS = word_set("words_of_events", "member")


def implied(trigger: Trigger, actors: list[Token], recipients: list[Token]) -> tuple[list[Token], list[Token]]:
    """Give actors and recipients with those that the sentence implies."""
    if not actors and trigger.sense.type == "MOBILIZE":
        actors = _deployed(trigger)
    if not recipients:
        recipients = [t for t in _sufferers(trigger) if t not in actors]
    elif trigger.sense.type in _HARMS:  # who strikes the leaders of a group strikes the group
        recipients = recipients + [g for t in recipients for g in _whose(t) if g not in recipients and g not in actors]
    return actors, recipients


def _deployed(trigger: Trigger) -> list[Token]:
    """Read "Troops were deployed": where nobody sends them, they act."""
    verb = trigger.clause
    if verb.pos_ != "VERB" or not is_passive(verb):
        return []
    force = subject(verb) or (verb.head if verb.dep_ in rel.ADNOMINAL else None)
    return [force] if force is not None and is_actor(force) else []


def _sufferers(trigger: Trigger) -> list[Token]:
    kind = trigger.sense.type
    if kind == "ASSAULT" and trigger.token.pos_ == "NOUN" and trigger.carrier is None:
        return _hit(trigger.token)
    if kind in _HOSTILE and (before := prompting(trigger.clause)) is not None:
        provoker = subject(before) or (before.head if before.dep_ in rel.ADNOMINAL else None)
        return [provoker] if provoker is not None and is_actor(provoker) else []
    if kind in _HARMS and trigger.token.pos_ == "NOUN" and trigger.carrier is None:
        return _struck_by(trigger.token)
    if trigger.sense.mode == "visit" and trigger.carrier is not None:
        return _host(trigger)
    return []


def _hit(noun: Token) -> list[Token]:
    """Read "the blast, which hit the mission", "attacks targeting the mission"."""
    for clause in noun.children:
        relative = clause.dep_ in rel.RELATIVE and any(
            c.tag_ in tags.WHICH and c.dep_ in rel.ACTIVE_SUBJECT for c in clause.children
        )
        if (
            relative or (clause.dep_ in rel.ADNOMINAL and clause.tag_ in tags.GERUND)
        ) and clause.lemma_.lower() in _HITS:
            return objects(clause)
    return []


def _struck_by(noun: Token) -> list[Token]:
    """Read "Chad suffers losses because of Libyan sanctions": who suffers is the recipient."""
    caused, step = False, noun
    for _ in range(7):
        step = step.head
        caused = caused or step.lower_ in _CAUSES
        if step.pos_ == "VERB":
            break
    sufferer = subject(step) if caused and step.lemma_.lower() in _SUFFERS else None
    return [sufferer] if sufferer is not None and is_actor(sufferer) else []


def _host(trigger: Trigger) -> list[Token]:
    """Read "Oman announced the visit of a Kenyan delegation": a state that announces another's visit is its host."""
    verb = trigger.carrier
    if (
        verb is None
        or verb.lemma_.lower() not in _ANNOUNCES
        or any(t.tag_ in tags.OWNING_PRONOUN for t in trigger.token.subtree)
    ):
        return []
    host = subject(verb)
    return [host] if host is not None and host.ent_type_ in ner.POLITY else []


def _whose(head: Token) -> list[Token]:
    """Give the group of "the militias' leaders", "members of the Front"."""
    if head.lemma_.lower() not in _MEMBERS or head.ent_type_:
        return []
    owners = [c for c in dependents(head, rel.OWNER) if c.pos_ != "PRON"] + prepositional(head, "of")
    return [t for t in owners if is_actor(t)]
