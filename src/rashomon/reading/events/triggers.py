"""Every event of a sentence has one trigger: light verbs, commitments, demands and instruments are taken into it.

An event noun is carried by the light verb that it completes, which lends it a subject, tense and adjuncts.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from spacy.tokens import Span, Token

from rashomon.language import lexicon, word_set
from rashomon.reading.attributions.verb_groups import no_comment
from rashomon.reading.events.other_sense import broken_off, commitment, future, obligation, other_sense, shares_view
from rashomon.reading.events.sense import Trigger, base_form, noun_sense, verb_sense
from rashomon.reading.grammar import relations as rel
from rashomon.reading.grammar import tags
from rashomon.reading.grammar.relations import dependents
from rashomon.records import Reason

_OF_CONTENT = word_set("words_of_events", "of_content")
_LIGHT_PREPOSITIONS = word_set("words_of_events", "light_preposition")


def carrier(noun: Token) -> tuple[Token, bool] | None:
    """Give the light verb of an event noun and whether its subject undergoes the event, or None."""
    described = _described(noun)
    if described is not None:
        return described
    link = noun
    if noun.dep_ in rel.JOINED and noun.head.pos_ in ("NOUN", "PROPN"):
        link = noun.head
    if link.dep_ in rel.GOVERNED and link.head.lower_ == "of" and link.head.head.pos_ == "NOUN":
        link = link.head.head  # "a series of attacks"
    head = link.head
    if link.dep_ in rel.ADNOMINAL or (head.dep_ in rel.ADNOMINAL and head == link):
        return None
    if link.dep_ not in rel.TAKEN_OR_GOVERNED:
        return _described(noun)
    if link.dep_ in rel.GOVERNED:
        if head.lower_ not in _LIGHT_PREPOSITIONS or head.head.pos_ not in ("VERB", "AUX"):
            return None
        word, head = head.lower_, head.head
        kind = _kind(head, word) or (_kind(head, None) if _particle(head) and word in ("of",) else None)
        return (head, kind == "undergo") if kind else None
    kind = None if no_comment(head, head.lemma_.lower()) else _kind(head, None)  # "no group claimed the raid"
    return (head, kind == "undergo") if kind else _described(noun)


def _described(noun: Token) -> tuple[Token, bool] | None:
    """Read "An attack carried out by rebels", "the threats that the factions direct at them"."""
    for child in noun.children:
        if (
            child.dep_ in rel.DESCRIBING
            and child.tag_ in tags.FINITE_OR_PARTICIPLE | tags.BARE_VERB
            and child.i > noun.i
        ):
            if child.dep_ in rel.ADNOMINAL and child.tag_ not in tags.PARTICIPLE:
                continue
            kind = _kind(child, None)
            if kind == "do" and (
                child.dep_ in rel.ADNOMINAL or any(c.lower_ in ("that", "which") for c in child.children)
            ):
                return child, False
    return None


def _particle(verb: Token) -> str | None:
    return next((c.lower_ for c in dependents(verb, rel.ADJECTIVE_PREDICATE | rel.PARTICLE)), None)


def _kind(verb: Token, preposition: str | None) -> str | None:
    if verb.pos_ not in ("VERB", "AUX"):
        return None
    table = _verbs()
    lemma = base_form(verb, table)
    particle = _particle(verb)
    for extra in (particle, preposition):
        if extra and f"{lemma} {extra}" in table:
            return table[f"{lemma} {extra}"]
    if preposition:
        return None
    return table.get(lemma)


@cache
def _verbs() -> dict[str, str]:
    return {row[0]: row[1] for row in lexicon("light_verbs")}


_WORDS = frozenset({"REQUEST", "AGREE", "REJECT", "THREATEN", "ACCUSE", "SUPPORT", "CONSULT", "CONCEDE"})
_TOLD_TWICE = frozenset({"ASSAULT", "PROTEST", "CONSULT", "COERCE"})
_CARRIED = frozenset({"REQUEST", "AGREE", "REJECT", "THREATEN", "ACCUSE", "SUPPORT", "CONCEDE"})
_DECLINES = frozenset({"decline", "refuse"})
_FURTHEST = 8
_TAKES_OBJECT = frozenset({"THREATEN", "AGREE", "REJECT", "REQUEST"})


def triggers(sentence: Span) -> list[Trigger]:
    """Give the events' triggers in the order of the text."""
    found: dict[int, Trigger] = {}
    silent: set[int] = set()
    for token in sentence:
        if token.pos_ in ("VERB", "AUX") and token.dep_ not in rel.ANY_HELPER | rel.ATTRIBUTIVE:
            sense = verb_sense(token)
            if sense is False or shares_view(token):
                silent.add(token.i)
            elif sense is not None and (sense := other_sense(token, sense)) is not None:
                found[token.i] = Trigger(token, sense, because=sense.because, words=set(sense.words))
    taken = {word for t in found.values() for word in t.words if word != t.token.i}
    for token in sentence:
        if token.pos_ in ("NOUN", "PROPN") and token.i not in taken and not (token.pos_ == "PROPN" and token.ent_type_):
            sense = noun_sense(token)
            if sense is None:
                continue
            sense = broken_off(token, sense)
            carried = carrier(token)
            trigger = Trigger(token, sense, because=sense.because, words=set(sense.words))
            if carried is not None:
                trigger.carrier, trigger.undergone = carried
                trigger.words.add(carried[0].i)
                trigger.because = trigger.because.then(Reason("carried", carried[0].lemma_.lower()), " ")
                if carried[0].i in found and not found[carried[0].i].bound:
                    del found[carried[0].i]  # the light verb tells nothing of its own
            found[token.i] = trigger
    _absorb_nouns(found)
    _absorb_means(found)
    _commit(sentence, found, silent)
    _absorb_demands_of_protest(found)
    _absorb_channels(found)
    return [found[i] for i in sorted(found) if not _kept_silent(found[i].token, silent)]


def _kept_silent(token: Token, silent: set[int]) -> bool:
    """Tell whether the event is what somebody would not speak of: "declined to comment on the raid" tells no raid."""
    for _ in range(_FURTHEST):
        token = token.head
        if token.i in silent and token.lemma_.lower() in _DECLINES:
            return True
    return False


def _governor(noun: Token) -> Token | None:
    """Give the verb or noun that an event noun completes, directly or through one preposition."""
    head = noun.head
    if noun.dep_ in rel.TAKEN:
        return head
    if noun.dep_ in rel.GOVERNED and head.dep_ in rel.PREPOSITION_OR_AGENT:
        return head.head
    return None


def _absorb_nouns(found: dict[int, Trigger]) -> None:
    for index in sorted(found):
        noun = found[index]
        if noun.token.pos_ not in ("NOUN", "PROPN") or noun.carrier is not None:
            continue
        head = _governor(noun.token)
        outer = found.get(head.i) if head is not None else None
        if outer is None or outer is noun:
            continue
        if _is_means(outer, noun):
            outer.instrument = noun
        elif _is_content(outer, noun):
            outer.inner = outer.inner or noun
        else:
            continue
        del found[index]


def _absorb_means(found: dict[int, Trigger]) -> None:
    """Read "A drone strike killed two men": the strike is how, and its author the actor."""
    for index in sorted(found):
        noun = found[index]
        head = noun.token.head
        outer = found.get(head.i)
        if outer is None or outer.instrument or noun.token.pos_ not in ("NOUN", "PROPN") or noun.carrier is not None:
            continue
        if (
            noun.token.dep_ in rel.ACTIVE_SUBJECT
            and outer.sense.type == noun.sense.type
            and outer.sense.type in _TOLD_TWICE
        ):
            outer.instrument = noun
            del found[index]


def _is_means(outer: Trigger, noun: Trigger) -> bool:
    """Read "Killed in a drone strike": the same act told twice."""
    return outer.sense.type == noun.sense.type and noun.token.dep_ in rel.GOVERNED and outer.sense.type in _TOLD_TWICE


def _is_content(outer: Trigger, noun: Trigger) -> bool:
    """Read "Rejected a request", "agreed to talks", "a suspension of aid": what the outer event is about."""
    direct = noun.token.dep_ not in rel.GOVERNED
    link = "" if direct else noun.token.head.lower_
    if outer.sense.type in _TAKES_OBJECT:
        return direct or link in _OF_CONTENT
    if outer.token.pos_ in ("NOUN", "PROPN"):
        return link == "of" and outer.sense.type != "ASSAULT"
    return direct and noun.sense.type in _WORDS


def _complements(verb: Token) -> Iterable[Token]:
    for child in verb.children:
        if child.dep_ in rel.COMPLEMENT:
            yield child
            yield from child.conjuncts
        elif child.dep_ in rel.ADJECTIVE_PREDICATE:
            yield from (c for c in dependents(child, rel.OPEN_CLAUSE))
        elif child.dep_ in rel.PREPOSITION and child.lower_ in ("to", "of", "on"):
            yield from (c for c in dependents(child, rel.GOVERNED_CLAUSE))


def _commit(sentence: Span, found: dict[int, Trigger], silent: set[int]) -> None:
    carried = {t.carrier.i: i for i, t in found.items() if t.carrier is not None}
    for token in reversed(list(sentence)):
        if token.pos_ not in ("VERB", "AUX", "ADJ") or token.i in silent:
            continue
        contents = (
            list(_complements(token))
            if token.pos_ != "ADJ"
            else [c for c in dependents(token, rel.OPEN_CLAUSE) if token.head.pos_ == "NOUN"]
        )
        inside = [found[i] for c in contents for i in (c.i, carried.get(c.i, -1)) if i in found]
        inner = inside[0] if inside else None
        if contents and not any(c.lower_ == "must" for c in token.children):
            made = commitment(found.get(token.i), token, inner)
            if made is not None:
                for trigger in inside:
                    found.pop(trigger.token.i, None)
                found[token.i] = made
                continue
        own = found.get(token.i) or found.get(carried.get(token.i, -1))
        must = obligation(token, own)
        if must is not None and must.token.i not in found:
            if own is not None:
                found.pop(own.token.i, None)
            found[must.token.i] = must
        elif own is not None:
            changed = future(own)
            if changed is not own:
                del found[own.token.i]
                found[changed.token.i] = changed


def _absorb_demands_of_protest(found: dict[int, Trigger]) -> None:
    """Fold in what a protest demands: PLOVER codes it as no second event."""
    for index in sorted(found):
        demand = found.get(index)
        if demand is None or demand.sense.type not in ("REQUEST", "PROTEST", "ACCUSE"):
            continue
        head = demand.clause.head
        for _ in range(3):
            outer = found.get(head.i) or next((t for t in found.values() if t.carrier == head), None)
            if outer is not None and outer is not demand and outer.sense.type == "PROTEST":
                outer.inner = outer.inner or demand
                del found[index]
                break
            if (
                head.dep_
                not in rel.ANY_OBJECT
                | rel.ADNOMINAL
                | rel.ADVERBIAL_CLAUSE
                | rel.GOVERNED_CLAUSE
                | rel.PREPOSITION
                | rel.OPEN_CLAUSE
            ):
                break
            head = head.head


def _absorb_channels(found: dict[int, Trigger]) -> None:
    """Fold a call or letter into the speech act it carries: "sent Rome a letter threatening to leave"."""
    for index in sorted(found):
        act = found.get(index)
        if (
            act is None
            or act.sense.type not in _CARRIED
            or act.clause.dep_ not in rel.ADNOMINAL | rel.ADVERBIAL_CLAUSE | rel.OPEN_CLAUSE
        ):
            continue
        head = act.clause.head
        outer = found.get(head.i) or next((t for t in found.values() if head.i in t.words and t is not act), None)
        if outer is not None and outer is not act and outer.sense.mode in ("phone", "message"):
            act.channel = outer
            del found[outer.token.i]
