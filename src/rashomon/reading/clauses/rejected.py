"""Whether what a clause tells is called false: "reports that Y left were untrue", "it is not true that Y left".

The clause is told by a noun for what somebody tells ("the claim that …") or is itself what is spoken of ("that Y left
is a lie"), and a predicate over it says that it is not so; or somebody calls it so ("called the report that … a lie").
A clause that calls another one false is so rejected itself: it puts nothing forward of its own.

Whether it is but named by such a noun, and nobody in the sentence answers for it: "mocked the idea that Y left".
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from rashomon.language import lexicon, listed, word_set
from rashomon.reading.clauses.participants import is_nobody
from rashomon.reading.grammar import relations as rel
from rashomon.reading.grammar import tags
from rashomon.reading.grammar.parse import Parse

_TOLD = rel.CLAUSE_OF_NOUN | rel.APPOSITION
_SUBJECTS = rel.SUBJECT_OR_CLAUSE | rel.PASSIVE_CLAUSE_SUBJECT
_PREDICATIVES = rel.ANY_PREDICATE | rel.WHAT_IS_SAID | rel.ADVERBIAL_CLAUSE | rel.PREPOSITION
_COPULAS = word_set("words_of_clauses", "copula")
_OF_DEEDS = word_set("words_of_clauses", "wrong_of_deeds")
_SUBSTANCE = word_set("words_of_clauses", "substance")
_BEARS_OUT = frozenset({"bear", "prove", "support", "substantiate"})
_CLEARS = frozenset({"absolve", "acquit", "clear", "exonerate"})
_REACH = 5  # words between a noun and "according to which"
_UP = 3  # links from a noun to what there is none of: "no truth to any of the claims"


def rejected(parse: Parse, head: int) -> str:
    """Give the word that calls what the clause of `head` tells false; empty where none does."""
    for noun in _nouns(parse, head):
        word = _of_noun(parse, noun) or _tail(parse, head) or _of_joined(parse, head)
        if word:
            return word
    dep, up = parse.dep[head], parse.head[head]
    if dep in rel.CONTENT and _calls_it(parse, up):
        return _called(parse, up)
    if dep in rel.RELATIVE and parse.dep[up] in rel.OBJECT_PREDICATE and _calls_it(parse, parse.head[up]):
        return _called(parse, parse.head[up])
    if dep in rel.RELATIVE and parse.dep[up] in rel.NOUN_PREDICATE and _is_of_it(parse, parse.head[up]):
        word = _called(parse, parse.head[up])
        return "" if word in _OF_DEEDS else word
    if dep in rel.GOVERNED_CLAUSE and (word := _cleared(parse, up)):
        return word
    if (
        dep in rel.CONTENT | rel.CLAUSE_SUBJECT | rel.PASSIVE_CLAUSE_SUBJECT and up != head and parse.lemma[up] == "be"
    ):  # "that … is a lie"
        word = _called(parse, up)
        return "" if word in _OF_DEEDS else word
    return ""


def _is_of_it(parse: Parse, verb: int) -> bool:
    """Whether a verb says what "it" is that a clause behind tells: "it was a lie that they had met"."""
    subjects = (c for c in parse.children[verb] if parse.dep[c] in _SUBJECTS | rel.EXPLETIVE)
    return parse.lemma[verb] == "be" and any(parse.lower[c] == "it" for c in subjects)


def _calls_it(parse: Parse, verb: int) -> bool:
    """Whether somebody calls something "it" that a clause behind tells: "called it a lie that they had met"."""
    called = parse.children[verb]
    it = any(parse.dep[c] in rel.OBJECT and parse.lower[c] == "it" for c in called)
    return it and any(parse.dep[c] in rel.OBJECT_PREDICATE for c in called)


def rejects(parse: Parse, head: int) -> str:
    """Give the word by which the clause of `head` calls what another clause tells false; empty where it does not."""
    if parse.lemma[head] not in _COPULAS:
        told_of = [c for c in parse.children[head] if parse.dep[c] in _SUBJECTS and _tells_a_clause(parse, c)]
        return next((word for c in told_of if (word := _of_noun(parse, c))), "")
    if any(parse.dep[c] in rel.CONTENT | rel.CLAUSE_SUBJECT and rejected(parse, c) for c in parse.children[head]):
        return _called(parse, head)
    for subject in (c for c in parse.children[head] if parse.dep[c] in _SUBJECTS):
        if _tells_a_clause(parse, subject):
            return _called(parse, head)
    up = parse.head[head]
    if parse.dep[head] in rel.CONTENT and any(True for _ in _nouns(parse, up)):
        return _tail(parse, up)
    return ""


def only_named(parse: Parse, head: int) -> int | None:
    """Give the noun by which a clause is spoken of, and left to whoever tells it: "was hurt by the claim that Y left".

    Who confirms, repeats or accepts it says it himself.
    """
    of = parse.children[head]
    that = next((c for c in of if parse.lower[c] == "that" and parse.dep[c] in rel.SUBORDINATOR), 0)
    noun = that - 1
    if parse.dep[head] not in rel.CLAUSE_OF_NOUN or noun < 0 or parse.pos[noun] != "NOUN":
        return None
    if parse.lemma[noun] not in _left_open() or any(parse.lower[c] == "no" for c in parse.children[noun]):
        return None
    of_its_own = parse.lemma[head] in word_set("words_of_attributions", "puts_out")
    if of_its_own and not any(parse.dep[c] in rel.OBJECT for c in of):
        return None  # "the report that the union published"
    true = any(parse.lemma[c] in listed("claim_nouns", "truth") for c in of)  # "… that it sank was true", read as one
    if true or not any(parse.dep[c] in rel.SUBJECT for c in of) or parse.head[head] > noun:
        return None
    above = noun
    for _ in range(_UP):
        above = parse.head[above]
        if parse.pos[above] in ("VERB", "AUX"):
            break
    if parse.dep[noun] in rel.ACTIVE_SUBJECT:
        return (
            None
            if any(parse.lemma[c] in listed("claim_nouns", "truth") for c in parse.children[above] if c > noun)
            else noun
        )
    return noun if _is_turned(parse, above) or parse.lemma[above] not in _answers_for() else None


def _tells_a_clause(parse: Parse, noun: int) -> bool:
    """Whether a noun for what somebody tells has a clause that says what: "the claim that they left"."""
    return parse.lemma[noun] in listed("claim_nouns", "claim") and any(
        parse.dep[c] in _TOLD and _is_verb(parse, c) for c in parse.children[noun]
    )


def _nouns(parse: Parse, head: int) -> Iterator[int]:
    """The noun for what somebody tells that tells the clause: its governor, or the word in front of it."""
    up = parse.head[head]
    if parse.dep[head] in _TOLD and up != head and up < head and parse.lemma[up] in listed("claim_nouns", "claim"):
        yield up
        return
    if (noun := _further_up(parse, head)) is not None:
        yield noun
        return
    first = head
    while (left := min((c for c in parse.children[first] if c < first), default=first)) < first:
        first = left
    if (noun := _told_according_to(parse, head, first)) is not None:
        yield noun
        return
    before = first - 1
    if before >= 0 and parse.lower[before] == "that":
        before -= 1
    if before >= 0 and parse.lemma[before] in listed("claim_nouns", "claim") and parse.dep[head] in _TOLD:
        yield before


def _further_up(parse: Parse, head: int) -> int | None:
    """The noun of what tells a clause that hangs on another word of its phrase.

    "Reports of ballots being burned", "the claim made by the mayor that they were burned".
    """
    up = parse.head[head]
    over = parse.head[up]
    if parse.dep[head] in rel.CONTENT and parse.dep[up] in rel.ADNOMINAL and parse.tag[up] in tags.PARTICIPLE:
        return over if parse.lemma[over] in listed("claim_nouns", "claim") else None
    if parse.dep[head] in rel.ADNOMINAL and parse.dep[up] in rel.GOVERNED and parse.tag[head] in tags.ANY_PARTICIPLE:
        up, over = over, parse.head[over]
    elif parse.dep[head] not in rel.GOVERNED_CLAUSE:
        return None
    return over if parse.lower[up] == "of" and parse.lemma[over] in listed("claim_nouns", "claim") else None


def _told_according_to(parse: Parse, head: int, first: int) -> int | None:
    """The noun of what tells a clause, whose first word is `first`: "media reports according to which P"."""
    opening = ["according", "to", "which"]
    within = range(
        max(1, first - len(opening)), first + _REACH + 1
    )  # of "reports according to which P" the parse may err
    at = next((i for i in within if parse.lower[i : i + len(opening)] == opening), 0)
    near = (i for i in range(at - 1, max(-1, at - 1 - _REACH), -1) if parse.lemma[i] in listed("claim_nouns", "claim"))
    noun = next(near, None)
    own = at > first and at > 0  # the clause that the noun is told of, where nothing of it stands behind "which"
    return None if noun is None or (own and not _is_misread(parse, head, noun, at)) else noun


def _is_misread(parse: Parse, head: int, noun: int, at: int) -> bool:
    """Whether the parser took the noun of what tells a clause for a second subject of it."""
    subjects = [c for c in parse.children[head] if parse.dep[c] in _SUBJECTS]
    return noun in subjects and any(at < c < head for c in subjects)


def _of_noun(parse: Parse, noun: int) -> str:
    """The word that a predicate over the noun calls it false by."""
    dep, up = parse.dep[noun], parse.head[noun]
    if up == noun:
        return ""
    if dep in _SUBJECTS or dep in rel.OBJECT or dep in rel.NOUN_PREDICATE | rel.GOVERNED:
        if dep in rel.ACTIVE_SUBJECT and parse.lemma[up] in listed("contest_cues", "false"):
            return parse.lemma[up]
        if dep in rel.ACTIVE_SUBJECT and parse.lemma[up] == "have" and (lacks := _lacks(parse, up)):
            return lacks
        if dep in rel.ACTIVE_SUBJECT and _is_turned(parse, up) and (word := _governs_truth(parse, up)):
            return f"not {word}"
        if dep in rel.PASSIVE_SUBJECT and parse.lemma[up] in _BEARS_OUT and _is_turned(parse, up):
            return f"not {parse.lemma[up]}"
        if dep not in rel.GOVERNED and (dep in rel.UNDERGOER or parse.lemma[up] in _COPULAS):
            return _called(parse, up)
    for _ in range(_UP):  # "no truth to the claim that"
        if parse.lemma[up] in _SUBSTANCE:
            without = any(parse.lower[c] == "no" for c in parse.children[up])
            over = parse.head[up]
            return f"no {parse.lemma[up]}" if without or _is_turned(parse, over) else ""
        if parse.pos[up] not in ("ADP", "NOUN", "PRON", "DET"):
            break
        up = parse.head[up]
    return ""


def _governs_truth(parse: Parse, verb: int) -> str:
    """The word for what is so behind a verb: "correspond to reality"."""
    behind = [x for c in parse.children[verb] if parse.dep[c] in rel.PREPOSITION for x in parse.children[c]]
    return next(
        (
            parse.lemma[x]
            for x in behind
            if parse.dep[x] in rel.GOVERNED and parse.lemma[x] in listed("claim_nouns", "truth")
        ),
        "",
    )


def _lacks(parse: Parse, verb: int) -> str:
    """What a claim is said not to have: "has no basis in fact", "does not have any foundation"."""
    for had in (c for c in parse.children[verb] if parse.dep[c] in rel.OBJECT and parse.lemma[c] in _SUBSTANCE):
        if _is_turned(parse, verb) or any(parse.lower[c] == "no" for c in parse.children[had]):
            return f"no {parse.lemma[had]}"
    return ""


def _cleared(parse: Parse, of: int) -> str:
    """The word by which somebody is cleared of the deed behind an "of": "acquitted Berg of having ordered it"."""
    up = parse.head[of]
    up = parse.head[up] if parse.dep[up] in rel.UNDERGOER else up
    clears = parse.lower[of] == "of" and parse.lemma[up] in _CLEARS and not _is_turned(parse, up)
    return parse.lemma[up] if clears else ""


def _called(parse: Parse, verb: int) -> str:
    """The word by which a verb calls its subject or object false: "are untrue", "called it a lie", "is not true"."""
    turned = _is_turned(parse, verb)
    if any(parse.tag[c] in tags.MODAL for c in parse.children[verb]):
        return ""  # "may be false"
    for child in (c for c in parse.children[verb] if parse.dep[c] in _PREDICATIVES):
        lacks = next((parse.lemma[c] for c in parse.children[child] if parse.lemma[c] in _SUBSTANCE), "")
        if lacks and not turned and parse.lower[child] == "without":
            return f"without {lacks}"
        for word in (child, *parse.children[child]):
            if (
                word != child
                and parse.dep[word] not in rel.ATTRIBUTIVE | rel.ADJECTIVE_PREDICATE | rel.JOINED | rel.GOVERNED
            ):
                continue
            if turned and parse.lemma[word] in listed("claim_nouns", "truth") and word == child:
                return f"not {parse.lemma[word]}"
            if not turned and parse.lemma[word] in listed("contest_cues", "false"):
                return parse.lemma[word]
    return ""


def _tail(parse: Parse, head: int) -> str:
    """The same where the parser hung the predicate into the clause: "reports that Y ordered the raid were false"."""
    for child in parse.children[head]:
        bare = not any(parse.dep[c] in rel.SUBORDINATOR for c in parse.children[child])
        if child > head and parse.dep[child] in rel.CONTENT and parse.lemma[child] == "be" and bare:
            return _called(parse, child)
    return ""


def _of_joined(parse: Parse, head: int) -> str:
    """The same where the parser joined the predicate to the clause: "reports that Y … are not borne out"."""
    for child in (c for c in parse.children[head] if parse.dep[c] in rel.JOINED and c > head):
        bare = not any(parse.dep[c] in _SUBJECTS or parse.dep[c] in rel.CONJUNCTION for c in parse.children[child])
        together = any(parse.dep[c] in rel.CONJUNCTION for c in parse.children[head])
        if bare and not together and parse.lemma[child] in _BEARS_OUT and _is_turned(parse, child):
            return f"not {parse.lemma[child]}"
    return ""


def _is_verb(parse: Parse, i: int) -> bool:
    return parse.pos[i] in ("VERB", "AUX")


def _is_turned(parse: Parse, verb: int) -> bool:
    return any(parse.dep[c] in rel.NEGATION or parse.lower[c] == "never" for c in parse.children[verb])


@cache
def _left_open() -> frozenset[str]:
    return word_set("words_of_attributions", "distant") | word_set("words_of_attributions", "left_open")


@cache
def _answers_for() -> frozenset[str]:
    upheld = frozenset(lemma for lemma, how in lexicon("contest_cues") if how in ("accepts", "admits", "upholds"))
    holds = word_set("words_of_attributions", "rests_on") | word_set("words_of_attributions", "stands_by")
    return word_set("words_of_attributions", "backs") | holds | upheld


def not_borne_out(parse: Parse, verb: int) -> str:
    """Give a verb by which nothing bears out what stands below it: "nothing *supports* theories that they lied"."""
    if parse.lemma[verb] not in word_set("words_of_clauses", "bears_out"):
        return ""
    mine = parse.children[verb]
    nobody = any(parse.dep[c] in rel.SUBJECT and is_nobody(parse, c) for c in mine)
    turned = nobody != any(parse.dep[c] in rel.NEGATION for c in mine)
    return f"not {parse.lemma[verb]}" if turned else ""
