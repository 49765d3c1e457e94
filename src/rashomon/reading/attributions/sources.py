"""The source of a verb is who does the saying: its subject, its agent, or who governs it."""

from __future__ import annotations

from itertools import islice

from spacy.tokens import Doc, Token

from rashomon.language import word_set
from rashomon.reading.attributions.cue_verbs import cue_verbs
from rashomon.reading.attributions.held_against import answers_for, who_erred
from rashomon.reading.attributions.verb_groups import acts, is_passive, joins_passive, mistaken, own_subject
from rashomon.reading.attributions.who_may_speak import is_thing, may_speak, source_nouns
from rashomon.reading.grammar import entity_types as ner
from rashomon.reading.grammar import relations as rel
from rashomon.reading.grammar import tags
from rashomon.reading.grammar.relations import dependent, dependents, has_dependent, object_control
from rashomon.reading.mentions.gazetteer import nominal_heads

_DEPTH = 6

_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})


_QUOTING = frozenset({"quote", "cite"})

_PREDICATES = frozenset({"VERB", "AUX", "ADJ"})

_GOVERNED = (
    rel.COMPLEMENT
    | rel.ADNOMINAL
    | rel.ADJECTIVE_PREDICATE
    | rel.ADVERBIAL_CLAUSE
    | rel.CLAUSE_SUBJECT
    | rel.PARATAXIS
    | rel.GOVERNED_CLAUSE
    | rel.PREPOSITION
)


def speaker(verb: Token) -> tuple[Token | None, bool]:
    """Give the head of the noun phrase that says what `verb` says, and whether the verb is passive.

    A passive verb without an agent has no source: its subject is spoken of.
    """
    if is_passive(verb):
        return _agent(verb), True
    if joins_passive(verb):
        if not acts(verb):
            return None, True
        teller = next(filter(own_subject, islice(verb.head.ancestors, _DEPTH)), None)
        if teller is not None:
            return own_subject(teller), False
    who = _told_by(verb) or _wrote(verb) or _before_aside(verb) or _at_work(verb) or _subject(verb, _DEPTH)
    if who is None:
        return None, False
    if verb.dep_ in rel.RELATIVE and who.lower_ == "that" and (issuer := _issuer(verb.head)) is not None:
        return issuer, False
    if verb.dep_ in rel.ADNOMINAL and verb.head == who and (issuer := _issuer(who)) is not None:
        return issuer, False
    if (bearer := _whose(verb, who)) is not None:
        return bearer, False
    joined = (
        verb.i > who.i + 1 and verb.nbor(-1).tag_ in tags.COORDINATOR
    )  # a thing does not stand right before "and revealed"
    joined = joined and not _are_people(who)
    if not may_speak(who) and (joined or (verb.tag_ in tags.GERUND and own_subject(verb) is None)):
        return _who_may(verb, who) or who, False
    who = _before_relative(verb, who_erred(verb, who))
    return (who if verb.tag_ in tags.BARE_VERB else _behind_comma(verb, who)), False


def _whose(verb: Token, who: Token) -> Token | None:
    """Give whom "whose" opens a clause with, where the parser took what stands before it for the subject, or none.

    "…, a view not shared by Elm, whose mayor, Ann Berg, said so": not the view.
    """
    whose = next((t for t in verb.doc[who.i + 1 : verb.i] if t.lower_ == "whose" and t.dep_ in rel.OWNER), None)
    if whose is None or whose.head.i > verb.i or not may_speak(whose.head):
        return None
    return None if any(t.tag_ in tags.FINITE for t in verb.doc[whose.i : verb.i]) else whose.head


def _are_people(who: Token) -> bool:
    """Whether a plural noun that no list of speakers has is of people: "troops", "gunmen"."""
    kind, _ = nominal_heads().get(who.lemma_.lower(), ("", ""))
    return who.tag_ in tags.COMMON_PLURAL and kind in ("person", "group")


def _told_by(verb: Token) -> Token | None:
    """Give who is behind what somebody came to know: "the court heard from the driver that"."""
    if verb.lemma_.lower() not in _COMES_TO_KNOW or not has_dependent(verb, rel.CONTENT):
        return None
    teller = (c for p in dependents(verb, rel.PREPOSITION, ("from",)) for c in dependents(p, rel.GOVERNED))
    return next((c for c in teller if c.ent_type_ not in ner.TIMES | ner.PLACES), None)


def _before_aside(verb: Token) -> Token | None:
    """Give the name behind a fronted phrase, and before an aside in which the parser has the subject, or none.

    "In the film Holm, with a scar on his brow, says": Holm, whom the parser hung on the film.
    """
    doc, own, close = verb.doc, own_subject(verb), verb.i - 1
    if close <= verb.sent.start or doc[close].text != ",":
        return None
    comma = next((i for i in range(close - 1, max(verb.sent.start, close - _ASIDE), -1) if doc[i].text == ","), 0)
    if not comma or doc[comma + 1].tag_ not in tags.ADPOSITION or (own is not None and not comma < own.i < close):
        return None
    name = doc[comma - 1]
    first = next((t for t in verb.sent if not t.is_space), name)
    fronted = first.dep_ in rel.PREPOSITION and first.is_ancestor(name)
    called = name.is_title and name.dep_ in rel.APPOSITION | rel.GOVERNED and name.nbor(-1).dep_ not in rel.PREPOSITION
    return name if fronted and called and name.ent_type_ not in ner.TIMES else None


def _at_work(verb: Token) -> Token | None:
    """Give whom a participle tells of that the parser took for a clause: "The aide working for Holm, who …, said"."""
    if own_subject(verb) is not None:
        return None
    does = (c for c in dependents(verb, rel.ADVERBIAL_CLAUSE) if c.tag_ in tags.GERUND and c.i < verb.i)
    who = next((s for c in does if (s := own_subject(c)) is not None and s.i + 1 == c.i), None)
    return who if who is not None and may_speak(who) else None


_ASIDE = 12
_COMES_TO_KNOW = frozenset({"gather", "hear", "learn", "understand"})


def _before_relative(verb: Token, who: Token) -> Token:
    """Give who speaks where the parser took the end of what hangs on him for the subject of `verb`.

    "The firm that runs it said": not it; "a reporter at the scene said": not the scene.
    """
    relative = who.nbor(-1) if who.i else who
    if (
        who.lower_ in ("it", "them", "her", "him")
        and relative.dep_ in rel.RELATIVE
        and relative.tag_ in tags.FINITE_VERB
    ):
        own = own_subject(relative)
        if (
            own is not None
            and own.tag_ in tags.RELATIVE_PRONOUN
            and own.i == relative.i - 1
            and relative.head.i == own.i - 1
        ):
            return relative.head
    before = who.nbor(-1) if who.i else who
    if before.dep_ in rel.SUBORDINATOR and before.lower_ == "as" and before.head == verb and who.i + 1 == verb.i:
        earlier = (verb.doc[i] for i in range(before.i - 1, verb.sent.start - 1, -1))
        named = next((t for t in earlier if t.dep_ in rel.RELATIVE), None)
        if named is not None and may_speak(named.head) and not any(t.is_punct for t in verb.doc[named.i : before.i]):
            return named.head  # "a woman who gave her name as Ann said"
    if is_thing(who) and who.dep_ in rel.GOVERNED and who.i + 1 == verb.i:
        holder = who.head.head
        if holder.pos_ in _NOMINAL and may_speak(holder) and holder.i < who.i:
            return holder
    return who


def _who_may(verb: Token, thing: Token) -> Token | None:
    """Give who speaks in a participle that hangs on a thing: who holds the thing, or whose clause it stands in.

    "She believes that the raids were planned, stressing that …", "the mayor's remarks blaming the harbour".
    """
    if verb.head == thing:
        owner = next((c for c in dependents(thing, rel.OWNER) if may_speak(c)), None)
        if owner is None and thing.dep_ in rel.OBJECT and source_nouns().get(thing.lower_) != "document":
            entry = cue_verbs().get(thing.head.lemma_.lower())  # "defended the curfew saying that"
            judge = own_subject(thing.head) if entry is not None and entry.kind == "speech" else None
            return judge if judge is not None and may_speak(judge) else None
        return None if owner is None or owner.ent_type_ in ner.TIMES else owner
    for above in islice(thing.head.ancestors, _DEPTH):
        if above.pos_ in _PREDICATES:
            who = own_subject(above)
            if who is not None and may_speak(who):
                return who
    return None


def _issuer(paper: Token) -> Token | None:
    """Give who puts forward a document in whose participle words stand: "Ann Berg issued a statement saying"."""
    if paper.lemma_ in _HELD_UP or (source_nouns().get(paper.lower_) != "document" and not is_thing(paper)):
        return None
    owner = dependent(paper, rel.OWNER)
    if owner is not None and owner.pos_ != "PRON":
        return owner if may_speak(owner) else None
    if (sent := _sender(paper)) is not None:
        return sent
    if paper.dep_ in rel.GOVERNED and paper.head.lower_ == "of" and paper.head.head.dep_ in rel.OBJECT:
        paper = paper.head.head  # "a series of letters"
    who: Token | None = None
    if paper.dep_ in rel.OBJECT and (owner is not None or paper.head.lemma_.lower() in _ISSUING):
        who = _governed(paper.head, _DEPTH)
    elif paper.dep_ in rel.GOVERNED and paper.head.lower_ in ("at", "in", "with") and paper.head.head.pos_ == "VERB":
        who = own_subject(paper.head.head)  # "hit back in an article saying"
    return who if who is not None and may_speak(who) else owner


def _sender(paper: Token) -> Token | None:
    """Give who a document is from: "passed on a letter from the widow saying that"."""
    sender = (c for p in dependents(paper, rel.PREPOSITION_OR_AGENT, _SENT) for c in dependents(p, rel.GOVERNED))
    return next((c for c in sender if may_speak(c)), None)


def _wrote(verb: Token) -> Token | None:
    """Give who wrote the document right before a participle that the parser hung on what is done to it."""
    if verb.dep_ not in rel.ADVERBIAL_CLAUSE or verb.tag_ not in tags.GERUND or verb.head.i > verb.i:
        return None
    papers = (c for c in dependents(verb.head, rel.OBJECT) if source_nouns().get(c.lower_) == "document" or is_thing(c))
    return next((who for c in papers if c.right_edge.i + 1 == verb.i and (who := _sender(c)) is not None), None)


_SENT = frozenset({"by", "from"})
_HELD_UP = frozenset({"banner", "placard", "poster", "sign"})

_ISSUING = word_set("words_of_speech", "issues")


def _behind_comma(verb: Token, who: Token) -> Token:
    """Give the subject that the parser hung behind a comma on a noun that cannot be it.

    "In talks with Norvia, Ann Berg said": what a preposition governs is no subject. "Berg, an aide said, is well":
    what stands right before a verb that a comma follows is.
    """
    doc, start = verb.doc, who.left_edge.i
    if who.ent_type_ in ner.TIMES:  # "On Monday, Berg and his aides said"
        return next((c for c in dependents(who, rel.BESIDE_NOUN) if may_speak(c)), who)
    for child in who.children:
        if child.dep_ not in rel.BESIDE_NOUN or not who.i < child.i < verb.i or doc[child.left_edge.i - 1].text != ",":
            continue
        if child.dep_ in rel.JOINED and has_dependent(who, rel.CONJUNCTION):
            continue
        before = doc[start - 1]
        governed = start > verb.sent.start and (
            before.dep_ in rel.PREPOSITION or before.tag_ in tags.BARE_VERB | tags.GERUND
        )
        if governed or (
            child.dep_ in rel.APPOSITION and child.right_edge.i + 1 == verb.i and _goes_on(doc, verb.i + 1)
        ):
            return child
    return who


def _goes_on(doc: Doc, i: int) -> bool:
    """Whether the sentence goes on behind a comma, within quotation marks or not, and not with a new utterance."""
    if i >= len(doc) or doc[i].text != ",":
        return False
    words = (doc[k] for k in range(i + 1, min(i + 4, len(doc))))
    return next((word.is_lower for word in words if word.is_alpha), False)


def named(who: Token) -> Token:
    """Give the name that two roles share, "journalist and analyst Ann Berg": one person, whose name is the second's.

    Or the person who is set beside what a state or body has: "Norvia's Storting, Ann Berg," is an office of hers.
    """
    if who.pos_ == "PROPN" and [c.dep_ in rel.OWNER for c in who.children if c.i < who.i] == [True]:
        beside = (c for c in dependents(who, rel.APPOSITION) if c.ent_type_ in ner.PERSON)
        return next((c for c in beside if c.doc[c.left_edge.i - 1].text == ","), who)
    if who.tag_ not in tags.COMMON_NOUN or any(
        c.dep_ in rel.OWNER or (c.dep_ in rel.DETERMINER and c.lower_ != "the") for c in who.children
    ):
        return who
    for child in who.children:
        role = any(c.dep_ in rel.COMPOUND and c.tag_ in tags.COMMON_NOUN for c in child.children)
        before = child.doc[child.left_edge.i - 1]
        if child.dep_ not in rel.JOINED or child.pos_ != "PROPN":
            continue
        if (role and before.lower_ == "and") or (
            before.tag_ in tags.COMMON_NOUN and before.dep_ in rel.JOINED and before.head == who
        ):
            return child
    return who


def _agent(verb: Token) -> Token | None:
    said = (c for p in verb.children if p.lower_ == "as" for c in dependents(p, rel.GOVERNED_CLAUSE))
    for child in (c for v in (verb, *said) for c in v.children):  # "was quoted as saying by the agency"
        if child.dep_ in rel.AGENT or (child.dep_ in rel.PREPOSITION and child.lower_ == "by"):
            for grandchild in child.children:
                if grandchild.dep_ in rel.GOVERNED and grandchild.ent_type_ not in ner.TIMES:  # "confirmed by Friday"
                    return grandchild
    return None


def _subject(verb: Token, depth: int) -> Token | None:
    own = own_subject(verb)
    head, dep = verb.head, verb.dep_
    if own is not None and dep in rel.JOINED and _is_likened(own):
        return _governed(head, depth - 1) or own
    if own is not None or depth == 0 or head == verb:
        return own
    if dep in rel.RELATIVE or (dep in rel.ADNOMINAL and (verb.tag_ in tags.GERUND or mistaken(verb))):
        return head
    if dep in rel.JOINED | rel.UNSURE:
        if (nearer := _of_relative(verb)) is not None:
            return nearer
        if verb.tag_ in tags.FINITE_VERB and head.tag_ in tags.BARE_VERB and has_dependent(head, rel.HELPER, ("to",)):
            head = next((a for a in head.ancestors if a.tag_ in tags.FINITE_VERB), head)
        return _governed(head, depth - 1) if head.pos_ in _PREDICATES else None
    if dep in rel.OPEN_CLAUSE and head.lemma_.lower() in object_control("source"):
        controlled = dependent(head, rel.UNDERGOER)
        return controlled or _governed(head, depth - 1)
    if dep in rel.GOVERNED_CLAUSE and head.lower_ == "as" and head.head.lemma_.lower() in _QUOTING:
        return dependent(head.head, rel.UNDERGOER)
    if (blamed := answers_for(verb)) is not None:
        return blamed
    if dep in _GOVERNED:
        while head.dep_ in rel.PREPOSITION_OR_AGENT | rel.GOVERNED_CLAUSE and head.head != head:
            head = head.head
        if head.pos_ in _PREDICATES:
            return _governed(head, depth - 1)
        if head.pos_ in ("NOUN", "PROPN"):
            return _holder(head, depth - 1) or (_beyond(head) if dep in rel.GOVERNED_CLAUSE else None)
    return None


def _of_relative(verb: Token) -> Token | None:
    """Give whose clause right before "and" goes on with `verb`: "a letter in which Ann Berg thanked him and said"."""
    doc, end = verb.doc, max(verb.i - 1, 1)
    if doc[end].lower_ != "and" or doc[end - 1].text == "," or verb.dep_ not in rel.JOINED:
        return None
    inner = (t for t in doc[end - 1].ancestors if t.dep_ in rel.RELATIVE and verb.head.i < t.i < end)
    clause = next((t for t in inner if t.right_edge.i == end - 1 and t.tag_ == verb.tag_), None)
    who = None if clause is None else own_subject(clause)
    if clause is None or who is None or who.tag_ in tags.RELATIVE_PRONOUN or not may_speak(who):
        return None
    return who if clause.lemma_.lower() in cue_verbs() else None


def _is_likened(who: Token) -> bool:
    """Whether another only does the same: "Berg represents a port, and like Holm has spoken for a wall"."""
    before = who.left_edge.i - 1
    return before > who.sent.start and who.doc[before].lower_ in ("like", "unlike")


def _beyond(noun: Token) -> Token | None:
    """Give who does what the phrase of a noun opens: "In addition to saying so, Berg left"."""
    main = noun.head.head
    opens = noun.dep_ in rel.GOVERNED and noun.head.dep_ in rel.PREPOSITION and main.pos_ == "VERB" and noun.i < main.i
    return own_subject(main) if opens else None


def _governed(head: Token, depth: int) -> Token | None:
    """Who governs: the head's own subject, passive ones too, or who governs the head."""
    first = dependent(head, rel.SUBJECT)
    if first is not None and first.ent_type_ in ner.PLACES:  # "In Salem, Ohio, Berg went": not the state
        return own_subject(head) or first
    return first or _subject(head, depth)


def _holder(noun: Token, depth: int) -> Token | None:
    """Who holds the noun that a clause hangs on: "her decision to say", "the senator's promise to"."""
    for child in noun.children:
        if child.dep_ in rel.OWNER:
            return child
    if noun.dep_ in rel.OBJECT_OR_PREDICATE and noun.head.pos_ in ("VERB", "AUX"):
        return _governed(noun.head, depth)
    return None
