"""How a clause stands: its polarity, and whether it is asserted, hedged, denied, planned, demanded or supposed.

Its own words are asked first (negation, modal verbs, conditions, adverbs), then the words that govern it, one by one
upwards, as far as the clause is their complement. The strongest thing said holds: what is denied is denied however it
is hedged. A governor that is itself negated asserts nothing of what it governs ("did not say that", "no evidence
that").
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, reduce

from rashomon.language import lexicon, listed, saying_verbs, word_set
from rashomon.reading.clauses.participants import is_nobody, turns_one_part
from rashomon.reading.clauses.rejected import not_borne_out, rejected, rejects
from rashomon.reading.clauses.word_order import asks_by_order, supposed_by_order, turned_before
from rashomon.reading.grammar import label, tags
from rashomon.reading.grammar import relations as rel
from rashomon.reading.grammar.parse import Parse, is_infinitive
from rashomon.records import NO_REASON, ClauseStatus, Reason

_COMPLEMENTS = rel.COMPLEMENT | rel.CLAUSE_SUBJECT | rel.PASSIVE_CLAUSE_SUBJECT | rel.GOVERNED_CLAUSE
_TO_A_NOUN = rel.TAKEN_OR_GOVERNED | rel.ADJECTIVE_PREDICATE | rel.PREPOSITION
_CONDITIONS = frozenset({"if", "unless", "whether", "lest"})
_TERMS = frozenset({"before", "until", "once", "when"})
_AHEAD = frozenset({"planned", "hypothetical", "demanded", "unrealised"})
_ORDER: tuple[ClauseStatus, ...] = ("denied", "unrealised", "hypothetical", "demanded", "planned", "hedged", "asserted")
_KNOWN: dict[str, ClauseStatus] = {s: s for s in _ORDER}
_PERMITS = word_set("words_of_clauses", "permits")
_MODIFIERS = rel.ADVERBIAL | rel.ADJECTIVAL | rel.DETERMINER
_JOINING = rel.ANY_CONJUNCTION | rel.ADVERBIAL | rel.DETERMINER
_PREDICATIVES = rel.ANY_PREDICATE | rel.OBJECT
_SMALL = rel.CONTENT | rel.ADVERBIAL_CLAUSE
_NOUNS_OF_A_CLAUSE = rel.SUBJECT_OR_OBJECT | rel.NOUN_PREDICATE | rel.EXPLETIVE
_FOR_INFINITIVES = frozenset({"about", "attempt", "try"})
_NEARLY = frozenset({"nearly", "almost"})
_MULTIPLIES = word_set("words_of_clauses", "multiplies")
_PERCEIVED = word_set("words_of_clauses", "perceived")
_EVER = {
    "at": ("moment", "point", "stage", "time"),
    "by": ("means",),
    "in": ("way",),
    "on": ("account", "occasion"),
    "under": ("circumstance",),
}
_OF_STATE = frozenset({"at", "in", "on", "under"})
_STANDS_ALONE = rel.SUBJECT_OR_CLAUSE | rel.PASSIVE_CLAUSE_SUBJECT | rel.EXPLETIVE | rel.ANY_HELPER | rel.NEGATION
_VERBAL = frozenset({"VERB", "AUX"})
_FURTHEST = 6


@dataclass(frozen=True, slots=True)
class Standing:
    """`negated` is the clause's own polarity, `status` how it stands, `because` the words that tell it.

    `own` tells that the clause says so itself: "they may leave", not "(demands that) they leave". `rejecting` tells
    that it calls what others tell false, and so tells something: "claims that they left are untrue".
    """

    negated: bool
    status: ClauseStatus
    because: Reason
    own: bool = True
    rejecting: bool = False


def status(parse: Parse, head: int) -> Standing:
    """Give how the clause of `head` stands."""
    said: dict[ClauseStatus, str] = {}
    negated = _own(parse, head, said)
    by_itself = frozenset(said)
    rejecting = rejects(parse, head)
    if word := rejecting or rejected(parse, head):
        said["denied"] = word
        negated = negated and not rejecting  # "is not true" denies once
    _above(parse, head, said)
    strongest: ClauseStatus = next((s for s in _ORDER if s in said), "asserted")
    reasons = [Reason(s, said[s]) for s in _ORDER if s in said] + ([Reason("negated")] if negated else [])
    because = reduce(lambda told, more: told.then(more, " "), reasons, NO_REASON)
    own = strongest == "asserted" or strongest in by_itself
    return Standing(negated, strongest, because, own, bool(rejecting) and strongest == "denied")


def _own(parse: Parse, head: int, said: dict[ClauseStatus, str]) -> bool:
    """Read the clause's own words into `said`; tell whether it is negated."""
    if word := "?" if _asks(parse, head) else supposed_by_order(parse, head):
        said.setdefault("hypothetical", word)
    if _is_going_to(parse, head):
        said.setdefault(_what_was_going_to(parse, head), "going to")
    if doubt := _doubts(parse, head):
        said.setdefault("hedged", doubt)
    for child in parse.children[head]:
        dep, word, lemma = parse.dep[child], parse.lower[child], parse.lemma[child]
        kind: ClauseStatus | None = None
        if dep in rel.HELPER:
            kind = _modal(parse, head, lemma)
        elif (
            (dep in rel.OPENER and _is_term(parse, child, head))
            or (dep in rel.SUBORDINATOR and word in _CONDITIONS)
            or (dep in rel.ADVERBIAL_CLAUSE and _is_condition_of(parse, child, head))
        ):
            kind = "hypothetical"
        elif (
            dep in _MODIFIERS
            and not _is_so_called(parse, child)
            and (word not in _NEARLY or _falls_short(parse, child, head))
        ):
            kind = _cues().get(lemma)
        if kind:
            said.setdefault(kind, word)
    return _is_turned(parse, head)


def _falls_short(parse: Parse, adverb: int, head: int) -> bool:
    """Whether "nearly" before a verb says that it was not done, "nearly died", and not how much: "nearly doubled"."""
    return adverb == head - 1 and parse.lemma[head] not in _MULTIPLIES


def _is_turned(parse: Parse, head: int) -> bool:
    amazed = parse.lemma[head] in word_set("words_of_verbs", "amazed")
    if amazed and any(_modals().get(parse.lemma[c]) == "able" for c in parse.children[head]):
        return False  # "could not believe that he fired": he did
    if _is_left_undone(parse, head):
        return True
    inner = (c for h in parse.children[head] if parse.dep[h] in rel.HELPER for c in parse.children[h])
    turned = any(_negates(parse, child) for child in (*parse.children[head], *inner))  # "had not been speeding"
    return turned or shares_negation(parse, head) or turned_before(parse, head)


def _is_left_undone(parse: Parse, head: int) -> bool:
    """Whether something went on without what the clause tells: "left without paying", not "not without paying"."""
    without = parse.head[head]
    if parse.dep[head] not in rel.GOVERNED_CLAUSE or parse.lower[without] != "without":
        return False
    return not any(parse.dep[c] in rel.NEGATION for c in parse.children[without])


def shares_negation(parse: Parse, verb: int) -> bool:
    """Whether a verb is turned by what stands before another: "neither … nor", "never sent or received".

    One of another form, or with a subject or a helper of its own, stands for itself: "did not call, or was asleep".
    """
    if is_joined_by_nor(parse, verb):
        return True
    first, own = parse.head[verb], {parse.dep[c] for c in parse.children[verb]}
    bare = all(parse.lower[v] == parse.lemma[v] for v in (first, verb))
    alike = parse.pos[verb] in _VERBAL and (bare or parse.tag[verb] == parse.tag[first])
    if parse.dep[verb] not in rel.JOINED or not alike or own & _STANDS_ALONE:
        return False
    if not any(parse.lower[c] == "or" for v in (first, verb) for c in parse.children[v]):
        return False
    return shares_negation(parse, first) or any(c < first and _is_not(parse, c) for c in parse.children[first])


def _is_not(parse: Parse, child: int) -> bool:
    return parse.dep[child] in rel.NEGATION and not turns_one_part(parse, child)


def is_joined_by_nor(parse: Parse, verb: int) -> bool:
    """Whether a verb is one of those that "neither … nor" joins."""
    joined = parse.dep[verb] in rel.JOINED and any(
        parse.lower[c] == "nor" and c < verb for c in parse.children[parse.head[verb]]
    )
    return joined or any(parse.lower[c] == "neither" and parse.dep[c] in _JOINING for c in parse.children[verb])


def _doubts(parse: Parse, head: int) -> str:
    """Give the word by which the clause leaves open what it tells: "appears to", "is believed to", "is likely".

    So do doubting words beside what takes part: "an apparent suicide", "the alleged payments".
    """
    children = parse.children[head]
    passive = any(parse.dep[c] in rel.PASSIVE_HELPER for c in children)
    goes_on = any(parse.dep[c] in rel.COMPLEMENT | rel.PREDICATE_OF_STATE for c in children)
    kind = _doubting().get(parse.lemma[head])
    if goes_on and (kind == "verb" or (kind == "passive" and passive)):  # "appeared on television" doubts nothing
        return parse.lemma[head]
    if _is_hearsay(parse, head) and any(parse.dep[c] in rel.OPEN_CLAUSE for c in children):
        return parse.lemma[head]
    if parse.pos[head] == "NOUN" and (word := _doubted(parse, head)):  # "the apparent murder"
        return word
    speaks = parse.lemma[head] in saying_verbs()  # "denied the alleged payments": the denial is no doubt
    for child in children:
        if parse.dep[child] in rel.ADJECTIVE_PREDICATE and _doubting().get(parse.lemma[child]) == "adjective":
            return parse.lemma[child]
        takes_part = parse.dep[child] in rel.SUBJECT_OR_OBJECT | rel.NOUN_PREDICATE
        if takes_part and not speaks and (word := _doubted(parse, child)):
            return word
    return ""


def _is_hearsay(parse: Parse, verb: int) -> bool:
    """Whether somebody "is said to have fled", and nobody is told to say so: "is said by his sister to have fled"."""
    roles = {parse.dep[c] for c in parse.children[verb]}
    passive = bool(roles & rel.PASSIVE_HELPER) and not roles & rel.AGENT
    return passive and _doubting().get(parse.lemma[verb]) == "hearsay"


def _is_rumoured(parse: Parse, noun: int) -> bool:
    """Whether a noun leaves open what is told behind it: "reports that they fled", not "the reports that they made"."""
    named = any(parse.dep[c] in rel.DETERMINER | rel.OWNER for c in parse.children[noun])
    return parse.pos[noun] == "NOUN" and not named and _doubting().get(parse.lower[noun]) == "noun"


def _doubted(parse: Parse, noun: int) -> str:
    """Give the word beside a noun by which it is left open: "alleged", "so-called"."""
    beside = [c for c in parse.children[noun] if parse.dep[c] in rel.ADVERBIAL | rel.ADJECTIVAL]
    return next((parse.lower[c] for c in beside if _doubting().get(parse.lemma[c]) == "modifier"), "") or next(
        ("so-called" for c in beside if _is_so_called(parse, c)), ""
    )


def _is_so_called(parse: Parse, word: int) -> bool:
    return parse.lower[word] == "called" and any(parse.lower[c] == "so" for c in parse.children[word])


def _negates(parse: Parse, child: int) -> bool:
    dep, word = parse.dep[child], parse.lower[child]
    if dep in rel.DETERMINER:
        return word in ("no", "neither")
    if dep in _NOUNS_OF_A_CLAUSE and is_nobody(parse, child):
        return True
    if dep in rel.PREPOSITION:
        none = [noun for noun in parse.children[child] if is_nobody(parse, noun)]
        ever = any(parse.lemma[noun] in _EVER.get(word, ()) for noun in none)  # "was at no time infected"
        of_state = parse.lemma[parse.head[child]] == "be" and word in _OF_STATE  # "was in no collision"
        return bool(none) and (ever or of_state or _is_inverted(parse, child))
    small = dep in _SMALL and parse.pos[child] == "ADJ"
    bare = small and not any(parse.dep[c] in rel.ANY_HELPER | rel.SUBORDINATOR for c in parse.children[child])
    if dep in _PREDICATIVES or bare:  # "pleaded not guilty", "found him not guilty"
        return any(parse.dep[c] in rel.NEGATION and not turns_one_part(parse, c) for c in parse.children[child])
    if dep in rel.NEGATION:
        return not turns_one_part(parse, child)
    return dep in rel.ADVERBIAL and word in ("never", "hardly")


def _is_inverted(parse: Parse, fronted: int) -> bool:
    """Whether what stands before the verb has put its helper before its subject: "at no time did he say so"."""
    helpers = [c for c in parse.children[parse.head[fronted]] if parse.dep[c] in rel.ANY_HELPER]
    subjects = [c for c in parse.children[parse.head[fronted]] if parse.dep[c] in rel.SUBJECT]
    return bool(helpers) and bool(subjects) and fronted < helpers[0] < subjects[0]


def _is_condition_of(parse: Parse, clause: int, head: int) -> bool:
    conditional = any(parse.lower[c] in ("if", "unless") for c in parse.children[clause])
    return conditional and any(parse.lemma[c] in _modals() for c in parse.children[head])


def _is_term(parse: Parse, word: int, head: int) -> bool:
    """Whether a clause tells until or before what something waits that lies ahead: "will not go before they have paid".

    What was waited for in the past came: "did not leave until the fire was out".
    """
    main, lower = parse.head[head], parse.lower[word]
    soon = lower == "as" and parse.lower[main] == "soon"
    main = parse.head[main] if soon else main
    such = lower == "as" and [*parse.lower[max(0, word - 2) : word]] == ["such", "time"]  # "until such time as"
    if parse.dep[head] not in rel.ADVERBIAL_CLAUSE or not (soon or such or lower in _TERMS):
        return False
    if lower == "when" and parse.tag[head] in tags.PAST:
        return False
    if (lower == "until" or such) and parse.tag[_finite(parse, head)] in tags.FINITE - tags.PAST:
        return True  # "stays shut until the judge has heard her"
    said: dict[ClauseStatus, str] = {}
    for child in parse.children[main]:
        kind = _modal(parse, main, parse.lemma[child]) if parse.dep[child] in rel.HELPER else None
        if kind == "hedged" and parse.lower[child] in _PERMITS:
            kind = "planned"
        if kind:
            said.setdefault(kind, parse.lower[child])
    if lower == "until" or parse.tag[head] not in tags.PAST:  # "wanted to leave before the rain came": it came
        _above(parse, main, said)
    return bool(_AHEAD & said.keys())


def _finite(parse: Parse, head: int) -> int:
    """Give the finite verb of a clause: its first helper, or itself."""
    helpers = (c for c in parse.children[head] if parse.dep[c] in rel.ANY_HELPER and parse.tag[c] in tags.FINITE)
    return next(helpers, head)


def _is_going_to(parse: Parse, head: int) -> bool:
    going = parse.lemma[head] == "go" and parse.tag[head] in tags.GERUND
    return going and any(parse.dep[c] in rel.OPEN_CLAUSE for c in parse.children[head])


def _what_was_going_to(parse: Parse, going: int) -> ClauseStatus:
    """What "had been going to" tells did not come."""
    perfect = word_set("words_of_verbs", "has")
    came = not any(parse.lower[c] in perfect and parse.dep[c] in rel.HELPER for c in parse.children[going])
    return "planned" if came else "unrealised"


def _asks(parse: Parse, head: int) -> bool:
    """Whether the clause is a question: its own last mark asks, or the order of its words."""
    return any(parse.lower[c] == "?" for c in parse.children[head]) or asks_by_order(parse, head)


def _modal(parse: Parse, head: int, lemma: str) -> ClauseStatus | None:
    kind = _modals().get(lemma)
    if kind == "backshift" and _is_over(parse, head):
        return None  # "she'd gone": she had
    if kind == "backshift" and parse.lemma[head] in listed("noncommittal_verbs") and _is_turned(parse, head):
        return None  # "would not comment", "would neither confirm nor deny": they were asked, and did not
    if kind == "backshift" and parse.lemma[head] == "say" and "only" in (parse.lower[c] for c in parse.children[head]):
        return None  # "would only say that": it was said, and no more
    if kind == "able":  # "could be jailed" supposes; "could be heard", "could not leave" tell what was so
        return None if parse.lemma[head] in _PERCEIVED or _is_turned(parse, head) else "hypothetical"
    if (
        kind == "backshift"
        and parse.lemma[head] in word_set("words_of_verbs", "disclaimed")
        and _is_turned(parse, head)
    ):
        return None  # "would not know about that": he does not know
    if kind == "backshift" and _only_supposes(parse, head):
        return "hypothetical"
    if kind == "backshift":  # "said it would withdraw" plans; alone, "would" supposes
        return "planned" if parse.dep[head] in rel.ROOT | rel.CONTENT | rel.JOINED | rel.RELATIVE else "hypothetical"
    return _KNOWN.get(kind or "")


_SHORT = frozenset({"'d", "’d"})


def _is_over(parse: Parse, head: int) -> bool:
    """Whether "'d" stands for "had": by a participle with nothing bare beside it, not "she'd be freed"."""
    helpers = [c for c in parse.children[head] if parse.dep[c] in rel.ANY_HELPER]
    short = any(parse.lower[c] in _SHORT for c in helpers) and not any(parse.tag[c] in tags.BARE_VERB for c in helpers)
    return short and parse.tag[head] in tags.ANY_PARTICIPLE


def _only_supposes(parse: Parse, head: int) -> bool:
    """Whether "would" tells what might be and no plan, whoever says so.

    So it does of what did not come ("would have failed"), of a deed that is only weighed ("it would be foolish to
    leave"), of what is taken alone ("would not in itself sink a barge") and of states of mind and of signs ("would
    prefer a dry spring", "nothing would suggest sabotage").
    """
    children = parse.children[head]
    if any(parse.lower[c] == "have" and parse.dep[c] in rel.HELPER for c in children):
        return True
    weighed = any(parse.dep[c] in rel.ADJECTIVE_PREDICATE for c in children)
    deed = any(parse.dep[c] in rel.CLAUSE_SUBJECT or _is_deed_weighed(parse, c) for c in children)
    if weighed and deed:
        return True
    if any(parse.dep[c] in rel.PREPOSITION and _is_by_itself(parse, c) for c in children):
        return True
    passive = any(parse.dep[c] in rel.PASSIVE_HELPER for c in children)
    return not passive and parse.lemma[head] in word_set("words_of_verbs", "supposing")


def _is_deed_weighed(parse: Parse, predicate: int) -> bool:
    """Whether "it" that is so stands for a deed told behind it: "it would be easy to blame the weather"."""
    if parse.dep[predicate] not in rel.ADJECTIVE_PREDICATE | rel.OPEN_CLAUSE | rel.CONTENT:
        return False
    it = any(
        parse.lower[c] == "it" and parse.dep[c] in rel.SUBJECT_OR_OBJECT for c in parse.children[parse.head[predicate]]
    )
    own = (c for c in parse.children[predicate] if parse.dep[c] in rel.OPEN_CLAUSE | rel.CONTENT)
    return it and (parse.dep[predicate] not in rel.ADJECTIVE_PREDICATE or any(True for _ in own))


def _is_by_itself(parse: Parse, preposition: int) -> bool:
    return any(parse.lower[c] in word_set("words_of_verbs", "itself") for c in parse.children[preposition])


def _above(parse: Parse, head: int, said: dict[ClauseStatus, str]) -> None:
    """Read the words that govern the clause into `said`."""
    at, through_noun = head, False
    for _ in range(_FURTHEST):
        dep, up = parse.dep[at], parse.head[at]
        if up == at:
            return
        if dep in rel.JOINED:
            at = up
            continue
        infinitive = dep in rel.ADNOMINAL | rel.ADVERBIAL_CLAUSE and is_infinitive(parse, at)
        if dep in rel.ADVERBIAL_CLAUSE and infinitive and (noun := _meant(parse, at, up)) is not None:
            dep, up = label(rel.ADNOMINAL), noun
        if dep in rel.ADVERBIAL_CLAUSE and infinitive:
            said.setdefault("planned", "to")
            return
        named = dep in _TO_A_NOUN and (at == head or through_noun)
        if not (dep in _COMPLEMENTS or infinitive or named or (dep in rel.ADNOMINAL and _is_told(parse, at))):
            return
        if not named or (dep in rel.UNDERGOER and at == head and parse.lemma[up] in listed("light_verbs")):
            _governed(parse, up, at, dep, said)
        elif (kind := _cues().get(_with_its_particle(parse, up))) and parse.pos[up] != "ADP":
            said.setdefault(kind, _with_its_particle(parse, up))
        if named and parse.pos[up] in ("VERB", "AUX"):
            if through_noun and (
                word := _supposes(parse, up) or not_borne_out(parse, up)
            ):  # "if there is any truth to reports that …"
                said.setdefault("hypothetical", word)
            if parse.lemma[up] in listed("light_verbs"):  # "may carry out an attack"
                for child in parse.children[up]:
                    if parse.dep[child] in rel.HELPER and (modal := _modal(parse, up, parse.lemma[child])):
                        said.setdefault(modal, parse.lower[child])
            return
        through_noun = parse.pos[up] in ("NOUN", "PROPN", "ADP") or parse.dep[up] in rel.OBJECT
        at = up


def _with_its_particle(parse: Parse, verb: int) -> str:
    """Give a verb with the particle that makes another of it, where one of the cues is meant: "called *off*"."""
    lemma = parse.lemma[verb]
    away = (f"{lemma} {parse.lower[c]}" for c in parse.children[verb] if parse.dep[c] in rel.PARTICLE)
    return next((told for told in away if told in _cues()), lemma)


def _meant(parse: Parse, infinitive: int, verb: int) -> int | None:
    """Give the object right before an infinitive that tells what it is: "thwarted a plot to kill", a plot, no end."""
    start = min([infinitive, *parse.children[infinitive]])
    for child in parse.children[verb]:
        if parse.dep[child] in rel.OBJECT and parse.lemma[child] in _cues() and child == start - 1:
            return child
    return None


def _governed(parse: Parse, governor: int, at: int, dep: str, said: dict[ClauseStatus, str]) -> None:
    lemma, told = parse.lemma[governor], _with_its_particle(parse, governor)
    kind = _cues().get(told)
    if dep in rel.OPEN_CLAUSE and parse.lemma[governor] in ("have", "be") and _has_yet(parse, governor):
        said.setdefault("unrealised", "yet to")
    if dep in rel.OPEN_CLAUSE and _is_going_to(parse, governor):
        said.setdefault(_what_was_going_to(parse, governor), "going to")
    if dep in rel.OPEN_CLAUSE and _is_hearsay(parse, governor):
        said.setdefault("hedged", lemma)
    if dep in rel.OPEN_CLAUSE and parse.lemma[governor] == "be" and _is_meant_to(parse, governor, at):
        said.setdefault("planned", "to")
    if _is_told(parse, at) and _is_rumoured(parse, governor):
        said.setdefault("hedged", parse.lemma[governor])
    turned = shares_negation(parse, governor) or any(_negates(parse, c) for c in parse.children[governor])
    if parse.lemma[governor] == "be" and dep in rel.CONTENT and not _is_told(parse, at):
        return  # "There was no deal, there is no deal": said twice
    if parse.lemma[governor] in _FOR_INFINITIVES and dep in rel.CONTENT | rel.GOVERNED_CLAUSE:
        kind = None  # "talked about leaving"; a clause that the parser hung on "tried" is its reporter's
    if (
        dep in rel.CONTENT
        and parse.lemma[governor] not in listed("factive_verbs")
        and (word := _supposes(parse, governor))
    ):
        said.setdefault("hypothetical", word)  # "if it is found that …"
    if kind and not turned:
        said.setdefault(kind, told)
    elif turned and parse.pos[governor] != "ADP":  # what is not denied is left open
        said.setdefault(
            "unrealised" if dep in rel.OPEN_CLAUSE and kind != "denied" else "hypothetical",
            f"not {parse.lemma[governor]}",
        )


def _is_meant_to(parse: Parse, being: int, verb: int) -> bool:
    """Whether somebody "is to" do something, or an aim is to: not a deed told after "was", nor who "was to blame"."""
    seen = parse.lemma[verb] in _PERCEIVED and any(parse.dep[c] in rel.PASSIVE_HELPER for c in parse.children[verb])
    done = any(parse.lower[c] == "have" for c in parse.children[verb])
    if not is_infinitive(parse, verb) or seen or done or parse.lemma[verb] in word_set("words_of_clauses", "no_aim"):
        return False
    told = [parse.lemma[c] for c in parse.children[being] if c < verb and parse.dep[c] in rel.SUBJECT | rel.PREDICATE]
    return len(told) == 1 and told[0] not in word_set("words_of_clauses", "is_a_deed")  # "it was wise to leave" has two


def _supposes(parse: Parse, verb: int) -> str:
    """Give the word that makes a clause a condition."""
    return next(
        (
            parse.lower[c]
            for c in parse.children[verb]
            if parse.dep[c] in rel.SUBORDINATOR and parse.lower[c] in _CONDITIONS
        ),
        "",
    )


def _has_yet(parse: Parse, governor: int) -> bool:
    return any(parse.lower[c] == "yet" for c in parse.children[governor])


def _is_told(parse: Parse, verb: int) -> bool:
    """Whether a clause under a noun tells its content: "the report that …", "doubts whether …"."""
    return any(parse.lower[c] in ("that", "whether") for c in parse.children[verb])


@cache
def _cues() -> dict[str, ClauseStatus]:
    return {lemma: _KNOWN[kind] for lemma, kind in lexicon("status_cues")}


@cache
def _modals() -> dict[str, str]:
    return {row[0]: row[1] for row in lexicon("status_modals")}


@cache
def _doubting() -> dict[str, str]:
    return {row[0]: row[1] for row in lexicon("doubting_words")}
