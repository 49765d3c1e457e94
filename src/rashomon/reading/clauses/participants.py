"""Who takes part in a clause, by the parse: who does it, who undergoes it, what it speaks of or sets apart.

The subject of a passive undergoes it. Who is not said again is taken from the clause above: the subject of joined
verbs, of infinitives and participles; behind a relative pronoun stands the noun before it. What a clause says of them:
the lemmas of its predicate, and the clause that it only says.

A contrast ("cement, not food", "not rebels but soldiers") or a "without" turns one participant, and not what is told of
the others: "fired rubber bullets, not live rounds" tells that they fired. "Not one", "not only", "not a single" name
nothing beside.

A noun may say that there is none: "nobody", "no guard", "neither side", "not a single house". "Not all", "not everyone"
and "not a few" leave some; "no fewer than ten" bounds a number; "not one but two" names another.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from rashomon.language import lexicon, word_set
from rashomon.reading.grammar import relations as rel
from rashomon.reading.grammar import tags
from rashomon.reading.grammar.parse import Parse

_NO_CONTRAST = word_set("words_of_clauses", "no_contrast")
_TELLS_MORE = word_set("words_of_clauses", "tells_more")
_BEFORE = frozenset({",", "and", "but", "—", "–", "-", ";"})
_INSTEAD = {"than": "rather", "of": "instead"}
_IN_ITS_PHRASE = rel.NOUN_PHRASE_PART | rel.QUANTIFIER | rel.PREDETERMINER
_NOMINAL = frozenset({"NOUN", "PROPN", "NUM"})
_BESIDE = rel.BESIDE_NOUN | rel.UNSURE | rel.NOUN_ADVERBIAL
_COMPLEMENTS = rel.ANY_PREDICATE | rel.OBJECT
_VERBAL = frozenset({"VERB", "AUX"})
_REACH = 8


def contrasted(parse: Parse, verb: int, low: int, high: int) -> tuple[int, ...]:
    """Give the nouns, among the tokens [low, high), that the clause of `verb` says it is not."""
    found = (named for at in range(low, high) if (named := _named_by(parse, at)) is not None)
    return tuple(noun for noun in found if _verb_over(parse, noun) == verb)


def turns_one_part(parse: Parse, negation: int) -> bool:
    """Whether a "not" turns one participant of its clause, not what is told of the others; or none: "not just"."""
    if parse.lower[negation + 1 : negation + 2] and parse.lower[negation + 1] in _TELLS_MORE:
        return True
    return parse.lower[negation] == "not" and _denied_by_not(parse, negation) is not None


def other_than(parse: Parse, noun: int) -> list[int]:
    """Give what is named in place of a noun behind a "but": of "not by rebels but by soldiers", the soldiers."""
    holder = parse.head[noun] if parse.dep[noun] in rel.GOVERNED else noun
    joined = [c for c in parse.children[holder] if parse.dep[c] in rel.JOINED and c > noun]
    return [p for c in joined for p in ([c] if parse.pos[c] in _NOMINAL else _governed(parse, c))]


def _named_by(parse: Parse, at: int) -> int | None:
    word = parse.lower[at]
    if word == "not":
        return _denied_by_not(parse, at)
    if at and word in _INSTEAD and parse.lower[at - 1] == _INSTEAD[word]:
        return next(iter((*_governed(parse, at), *_governed(parse, at - 1))), None)
    if word == "without" and not (at and parse.lower[at - 1] == "not"):
        return next(iter(_governed(parse, at)), None)
    return None


def _denied_by_not(parse: Parse, at: int) -> int | None:
    """Give the noun that the "not" at `at` turns, where it turns no more than that."""
    first = at + 1
    if first >= len(parse.lower) or parse.lower[first] in _NO_CONTRAST or parse.lower[first] == "including":
        return None
    if parse.lower[first] == "a" and parse.lower[first + 1 : first + 2] in (["single"], ["few"], ["little"]):
        return None
    noun = _phrase(parse, first)
    if noun is None or noun - at > _REACH or parse.pos[noun] not in _NOMINAL:
        return None
    if any(parse.lower[c] == "but" and c > noun for c in (*parse.children[noun], *parse.children[first])):
        return noun
    if at == 0 or parse.lower[at - 1] not in _BEFORE:
        return None
    return noun if _stands_beside(parse, at, first, noun) else None


def _phrase(parse: Parse, first: int) -> int | None:
    """Give the noun of the phrase that begins at `first`: "by the rebels", "because of the wind", "live rounds"."""
    if parse.pos[first] in ("ADP", "SCONJ"):
        inner = [
            c
            for c in parse.children[first]
            if parse.dep[c] in rel.GOVERNED_CLAUSE | rel.PREPOSITION and parse.pos[c] == "ADP"
        ]
        return next(iter((*_governed(parse, first), *(p for c in inner for p in _governed(parse, c)))), None)
    if parse.pos[first] in _VERBAL or parse.pos[first] in ("ADV", "PART"):
        return None
    noun = first
    while parse.dep[noun] in _IN_ITS_PHRASE and parse.head[noun] > noun:
        noun = parse.head[noun]
    return noun


def _stands_beside(parse: Parse, at: int, first: int, noun: int) -> bool:
    """Whether something of the same kind stands before: a noun beside it, or a phrase that hangs on the same word."""
    if parse.pos[first] in ("ADP", "SCONJ"):
        same = rel.PREPOSITION_OR_AGENT | rel.JOINED
        return any(c < at and parse.dep[c] in same for c in _siblings(parse, first)) or parse.dep[first] in rel.JOINED
    if parse.dep[noun] in _BESIDE:
        return parse.head[noun] < at
    return parse.dep[noun] in _COMPLEMENTS and any(
        c < at and parse.dep[c] in _COMPLEMENTS for c in _siblings(parse, noun)
    )


def _siblings(parse: Parse, token: int) -> Iterator[int]:
    return (c for c in parse.children[parse.head[token]] if c != token)


def _governed(parse: Parse, preposition: int) -> list[int]:
    return [c for c in parse.children[preposition] if parse.dep[c] in rel.GOVERNED]


def _verb_over(parse: Parse, token: int) -> int:
    at = parse.head[token]
    while parse.pos[at] not in _VERBAL and parse.head[at] != at:
        at = parse.head[at]
    return at


_NOBODY = word_set("words_of_clauses", "nobody")
_NO = frozenset({"no", "neither"})
_JOINING = rel.ANY_CONJUNCTION | rel.ADVERBIAL | rel.DETERMINER
_BOUNDING = word_set("words_of_clauses", "bounding")
_SAVE = word_set("words_of_figures", "save")
_NOT_ONE = frozenset({"one", "any", "a", "an"})
_BETWEEN = frozenset({"even"})
_SOME = frozenset({"few", "little"})
_INSIDE = rel.COUNTING | rel.DETERMINER | rel.PREDETERMINER


def is_nobody(parse: Parse, noun: int) -> bool:
    """Whether what the noun names is none at all; "nothing less than a flood" and "nobody but him" name some."""
    if parse.lower[noun] in _NOBODY and parse.lower[min(noun + 1, len(parse.lower) - 1)] in _SAVE:
        return False
    if parse.lower[noun] in _NOBODY or _is_not_one(parse, noun):
        return True
    return any(
        (parse.dep[c] in rel.DETERMINER and parse.lower[c] in _NO and parse.lower[c + 1] not in _BOUNDING)
        or (parse.dep[c] in _JOINING and parse.lower[c] in ("neither", "nor"))
        for c in parse.children[noun]
    )


def _is_not_one(parse: Parse, noun: int) -> bool:
    """Whether a "not" inside the noun's phrase stands before "one", "any" or "a", and no other is named for it."""
    inside = [noun, *(c for c in parse.children[noun] if parse.dep[c] in _INSIDE)]
    for at in (c for word in inside for c in parse.children[word] if parse.dep[c] in rel.NEGATION and c < noun):
        behind = at + 1
        while behind < noun and parse.lower[behind] in _BETWEEN:
            behind += 1
        some = behind < noun and parse.lower[behind + 1] in _SOME
        other = any(parse.lower[c] == "but" for word in inside for c in parse.children[word])
        if parse.lower[behind] in _NOT_ONE and not some and not other:
            return True
    return False


_CARRIERS_OF_CONTENT = rel.OBJECT_OR_PREDICATE | rel.ADJECTIVE_PREDICATE


def predicate(parse: Parse, head: int) -> tuple[str, ...]:
    """Give the lemmas of the head, its infinitives and the deed noun that it carries ("carried out an attack")."""
    governed = (
        parse.lemma[child]
        for child in parse.children[head]
        if parse.dep[child] in rel.OPEN_CLAUSE
        or (parse.dep[child] in rel.UNDERGOER and parse.lemma[child] in _deed_nouns())
    )
    return tuple(dict.fromkeys((parse.lemma[head], *governed)))


def said(parse: Parse, head: int) -> int | None:
    """Give the head of the clause that this one only says: "said that P", "is confident that P", "the view that P"."""
    inner = [c for c in parse.children[head] if parse.dep[c] in rel.CONTENT]
    if not inner:
        inner = [
            c
            for child in parse.children[head]
            if parse.dep[child] in _CARRIERS_OF_CONTENT
            for c in parse.children[child]
            if parse.dep[c] in rel.ADNOMINAL | rel.CONTENT and any(parse.lower[x] == "that" for x in parse.children[c])
        ]
    return inner[0] if inner else None


@cache
def _deed_nouns() -> frozenset[str]:
    return frozenset(row[0].split()[-1] for row in lexicon("event_nouns"))


_SUBJECTS = rel.CLAUSE_SUBJECT | rel.ACTIVE_SUBJECT
_PASSIVE_SUBJECTS = rel.PASSIVE_CLAUSE_SUBJECT | rel.PASSIVE_SUBJECT
_RELATIVE = frozenset({"who", "that", "which", "whom"})
_SUBJECT_KEPT = word_set("words_of_clauses", "keeps_its_subject")
_DEEPEST = 6


@dataclass(frozen=True, slots=True)
class Participants:
    """Tokens, each the head of its phrase, with those joined to it; each once a role."""

    subjects: tuple[int, ...]
    objects: tuple[int, ...]
    others: tuple[int, ...]
    denied: tuple[int, ...] = ()


def participants(parse: Parse, head: int, denied: tuple[int, ...] = ()) -> Participants:
    """Give who takes part in the clause of `head`, a verb or a noun that tells a deed.

    `denied` are the nouns that it only says are not meant (`contrasted`); what is named in place of one takes its part.
    """
    groups = _of_verb(parse, head) if parse.pos[head] in _VERBAL else _of_noun(parse, head)
    subjects, objects, others = (_less(parse, _with_joined(parse, group), denied) for group in groups)
    return Participants(subjects, objects, others, denied)


def _less(parse: Parse, part: tuple[int, ...], denied: tuple[int, ...]) -> tuple[int, ...]:
    """Leave out who is denied, and take in who is named in his place."""
    instead = [noun for i in part if i in denied for noun in other_than(parse, i)]
    return tuple(dict.fromkeys(i for i in (*part, *instead) if i not in denied))


def apposed(parse: Parse, noun: int) -> list[int]:
    """Give what is set beside a noun, or beside what it is of: "the mayor, Holm", "the mayor of Karm, Holm"."""
    inside = [p for c in parse.children[noun] if parse.dep[c] in rel.PREPOSITION for p in _governed(parse, c)]
    return [
        c for holder in (noun, *inside) for c in parse.children[holder] if parse.dep[c] in rel.APPOSITION and c > noun
    ]


def _of_noun(parse: Parse, noun: int) -> tuple[list[int], list[int], list[int]]:
    subjects: list[int] = []
    objects: list[int] = []
    others: list[int] = []
    for child in parse.children[noun]:
        dep = parse.dep[child]
        if dep in rel.COMPOUND | rel.OWNER:
            objects.append(child)
        elif dep in rel.PREPOSITION_OR_AGENT:
            named = {"of": objects, "by": subjects}.get(parse.lower[child], others)
            named += _governed(parse, child)
    return subjects, objects, others


def _of_verb(parse: Parse, verb: int, depth: int = 0) -> tuple[list[int], list[int], list[int]]:
    subjects: list[int] = []
    objects: list[int] = []
    others: list[int] = []
    passive = False
    for child in parse.children[verb]:
        dep = parse.dep[child]
        if dep in _SUBJECTS:
            subjects.append(child)
        elif dep in _PASSIVE_SUBJECTS or dep in rel.OBJECTS:
            objects.append(child)
        elif dep in rel.ANY_PREDICATE:
            others.append(child)
        elif dep in rel.AGENT:
            subjects += _governed(parse, child)
        elif dep in rel.PREPOSITION:
            others += _governed(parse, child)
        passive = passive or dep in rel.PASSIVE_HELPER
    if not subjects and not (passive and objects) and depth < _DEEPEST:
        _inherit(parse, verb, subjects, objects, passive, depth)
    if parse.dep[verb] in rel.RELATIVE:
        for group in (subjects, objects):
            group[:] = [parse.head[verb] if parse.lower[i] in _RELATIVE else i for i in group]
    return subjects, objects, others


def _inherit(parse: Parse, verb: int, subjects: list[int], objects: list[int], passive: bool, depth: int) -> None:
    """Take from the clause above whom this one does not name."""
    dep, head = parse.dep[verb], parse.head[verb]
    if dep in rel.DEPENDENT_VERB and parse.pos[head] in _VERBAL and head != verb:
        above, undergone, _ = _of_verb(parse, head, depth + 1)
        if dep in rel.JOINED:
            (objects if passive else subjects).extend(above or undergone[:1])
        elif dep in rel.OPEN_CLAUSE and undergone and parse.lemma[head] not in _SUBJECT_KEPT:
            subjects.extend(undergone[:1])
        else:
            subjects.extend(above[:1])
    elif dep in rel.ADNOMINAL:
        (objects if parse.tag[verb] in tags.PARTICIPLE else subjects).append(head)


def _with_joined(parse: Parse, heads: list[int]) -> tuple[int, ...]:
    found: dict[int, None] = {}
    for head in heads:
        found[head] = None
        for child in parse.children[head]:
            if parse.dep[child] in rel.JOINED:
                found[child] = None
    return tuple(found)
