"""The parse of a report as plain lists, one value a token; and who does, and who undergoes, what a word tells by it.

Lists are looked up a thousand times faster than token objects. Participants are tokens, each the head of its phrase,
with those joined to it and those in apposition, through passives, control, relatives and shared subjects.
"""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Doc

from rashomon.reading.grammar import relations as rel
from rashomon.reading.grammar import tags
from rashomon.reading.grammar.relations import object_control

_WORDS = ("DEP", "POS", "TAG", "LOWER", "LEMMA")


class Parse:
    """`head[i]` is the index of token i's head, `children[i]` those of its children in the order of the text.

    `dep`, `pos`, `tag`, `lower` and `lemma` are strings; `start` and `end` are character offsets into the text.
    """

    __slots__ = ("children", "dep", "end", "head", "lemma", "lower", "pos", "start", "tag")

    def __init__(self, doc: Doc) -> None:
        table = doc.to_array(["HEAD", "IDX", "LENGTH", *_WORDS])
        relative, at, length = (table[:, n].astype("int64").tolist() for n in range(3))
        self.head: list[int] = [i + step for i, step in enumerate(relative)]
        self.start: list[int] = at
        self.end: list[int] = [a + n for a, n in zip(at, length, strict=True)]
        self.dep, self.pos, self.tag, self.lower, lemmas = (
            _strings(doc, table[:, n].tolist()) for n in range(3, 3 + len(_WORDS))
        )
        self.lemma = [lemma.lower() for lemma in lemmas]
        self.children: list[list[int]] = [[] for _ in at]
        for i, head in enumerate(self.head):
            if head != i:
                self.children[head].append(i)


def below(parse: Parse, head: int) -> Iterable[int]:
    """Give a token and all that hang on it, but for white space."""
    waiting = [head]
    while waiting:
        at = waiting.pop()
        if parse.pos[at] != "SPACE":
            yield at
        waiting += parse.children[at]


def _strings(doc: Doc, hashes: list[int]) -> list[str]:
    strings = doc.vocab.strings
    known = {value: strings[value] for value in set(hashes)}
    return [known[value] for value in hashes]


_OBJECTS = rel.OBJECTS | rel.OBJECT_PREDICATE
_VERBAL = frozenset({"VERB", "AUX"})
_DEEPEST = 6

Roles = tuple[list[int], list[int]]


def is_infinitive(parse: Parse, verb: int) -> bool:
    """Whether the verb at `verb` has its bare form or stands behind "to"."""
    return parse.tag[verb] in tags.BARE_VERB or any(parse.tag[c] in tags.TO for c in parse.children[verb])


def roles(parse: Parse, word: int) -> Roles:
    """Give the tokens of those who do, and of those who undergo, what the verb or noun at `word` tells."""
    does, undergoes = _of_verb(parse, word) if parse.pos[word] == "VERB" else _of_noun(parse, word)
    return _with_joined(parse, does), _with_joined(parse, undergoes)


def _of_verb(parse: Parse, verb: int) -> Roles:
    does: list[int] = []
    undergoes: list[int] = []
    for child in parse.children[verb]:
        dep = parse.dep[child]
        if dep in _OBJECTS:
            undergoes.append(child)
        if dep in rel.AGENT | rel.RECIPIENT:
            found = [c for c in parse.children[child] if parse.dep[c] in rel.GOVERNED]
            (does if dep in rel.AGENT else undergoes).extend(found)
    surface = _subjects(parse, verb)
    if _is_passive(parse, verb):
        return does, surface + undergoes
    return surface + does, undergoes


def _subjects(parse: Parse, verb: int, depth: int = 0) -> list[int]:
    dep, head = parse.dep[verb], parse.head[verb]
    own = [c for c in parse.children[verb] if parse.dep[c] in rel.SUBJECT]
    if own:
        return [head if dep in rel.RELATIVE and parse.tag[c] in tags.RELATIVE_PRONOUN else c for c in own]
    if dep in rel.DEPENDENT_VERB and parse.pos[head] in _VERBAL and depth < _DEEPEST:
        if dep in rel.OPEN_CLAUSE and parse.lemma[head] in object_control("deed"):
            controlled = [c for c in parse.children[head] if parse.dep[c] in rel.OBJECT]
            if controlled:
                return controlled
        return _subjects(parse, head, depth + 1)
    if (
        dep in rel.GOVERNED_CLAUSE and parse.pos[parse.head[head]] in _VERBAL and depth < _DEEPEST
    ):  # "after winning the order"
        return _subjects(parse, parse.head[head], depth + 1)
    if dep in rel.DESCRIBING:
        return [head]
    return []


def _is_passive(parse: Parse, verb: int) -> bool:
    """Tell whether the surface subject undergoes it."""
    deps = {parse.dep[c] for c in parse.children[verb]}
    if deps & (rel.AGENT | rel.PASSIVE_HELPER | rel.PASSIVE_SUBJECT):
        return True
    if parse.tag[verb] not in tags.PARTICIPLE or deps & (rel.HELPER | rel.OBJECT | rel.ACTIVE_SUBJECT):
        return False
    if parse.dep[verb] in rel.JOINED and parse.pos[parse.head[verb]] == "VERB":
        return _is_passive(parse, parse.head[verb])
    return parse.dep[verb] in rel.ADNOMINAL | rel.ADVERBIAL_CLAUSE


def _of_noun(parse: Parse, noun: int) -> Roles:
    """Read "Norland's purchase of Sudo by Vest", "the Sudo purchase"."""
    does: list[int] = []
    undergoes: list[int] = []
    for child in parse.children[noun]:
        dep = parse.dep[child]
        if dep in rel.OWNER:
            does.append(child)
        elif dep in rel.NOUN_BEFORE_NOUN:
            undergoes.append(child)
        elif dep in rel.PREPOSITION and parse.lower[child] in ("of", "by"):
            found = [c for c in parse.children[child] if parse.dep[c] in rel.GOVERNED]
            (does if parse.lower[child] == "by" else undergoes).extend(found)
    return does, undergoes


def _with_joined(parse: Parse, heads: Iterable[int]) -> list[int]:
    """Give the heads with their conjuncts, their appositions and the number that ends a name ("Vest 40")."""
    found: dict[int, None] = {}
    waiting = list(heads)[::-1]
    while waiting:
        head = waiting.pop()
        if head in found:
            continue
        found[head] = None
        waiting += [
            c
            for c in parse.children[head]
            if parse.dep[c] in rel.BESIDE_NOUN
            or (parse.dep[c] in rel.COUNT and parse.pos[head] == "PROPN" and c > head)
        ]
    return list(found)
