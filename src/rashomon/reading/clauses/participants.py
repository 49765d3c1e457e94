"""Who takes part in a clause, by the parse: who does it, who undergoes it, and what else it speaks of.

The subject of a passive undergoes it. Who is not said again is taken from the clause above: the subject of joined
verbs, of infinitives and participles; behind a relative pronoun stands the noun before it.
"""

from __future__ import annotations

from dataclasses import dataclass

from rashomon.reading.clauses.contrast import other_than
from rashomon.reading.eventualities.parse import Parse

_SUBJECTS = frozenset({"nsubj", "csubj"})
_PASSIVE_SUBJECTS = frozenset({"nsubjpass", "csubjpass"})
_OBJECTS = frozenset({"dobj", "dative"})
_PREDICATIVES = frozenset({"attr", "acomp", "oprd"})
_RELATIVE = frozenset({"who", "that", "which", "whom"})
_VERBAL = frozenset({"VERB", "AUX"})
_SUBJECT_KEPT = frozenset({"say", "have", "promise", "vow", "threaten", "agree", "pledge"})
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
    inside = [p for c in parse.children[noun] if parse.dep[c] == "prep" for p in _governed(parse, c)]
    return [c for holder in (noun, *inside) for c in parse.children[holder] if parse.dep[c] == "appos" and c > noun]


def _of_noun(parse: Parse, noun: int) -> tuple[list[int], list[int], list[int]]:
    subjects: list[int] = []
    objects: list[int] = []
    others: list[int] = []
    for child in parse.children[noun]:
        dep = parse.dep[child]
        if dep in ("poss", "compound"):
            objects.append(child)
        elif dep in ("prep", "agent"):
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
        elif dep in _PASSIVE_SUBJECTS or dep in _OBJECTS:
            objects.append(child)
        elif dep in _PREDICATIVES:
            others.append(child)
        elif dep == "agent":
            subjects += _governed(parse, child)
        elif dep == "prep":
            others += _governed(parse, child)
        passive = passive or dep == "auxpass"
    if not subjects and not (passive and objects) and depth < _DEEPEST:
        _inherit(parse, verb, subjects, objects, passive, depth)
    if parse.dep[verb] == "relcl":
        for group in (subjects, objects):
            group[:] = [parse.head[verb] if parse.lower[i] in _RELATIVE else i for i in group]
    return subjects, objects, others


def _inherit(parse: Parse, verb: int, subjects: list[int], objects: list[int], passive: bool, depth: int) -> None:
    """Take from the clause above whom this one does not name."""
    dep, head = parse.dep[verb], parse.head[verb]
    if dep in ("conj", "xcomp", "advcl") and parse.pos[head] in _VERBAL and head != verb:
        above, undergone, _ = _of_verb(parse, head, depth + 1)
        if dep == "conj":
            (objects if passive else subjects).extend(above or undergone[:1])
        elif dep == "xcomp" and undergone and parse.lemma[head] not in _SUBJECT_KEPT:
            subjects.extend(undergone[:1])
        else:
            subjects.extend(above[:1])
    elif dep == "acl":
        (objects if parse.tag[verb] == "VBN" else subjects).append(head)


def _governed(parse: Parse, preposition: int) -> list[int]:
    return [c for c in parse.children[preposition] if parse.dep[c] == "pobj"]


def _with_joined(parse: Parse, heads: list[int]) -> tuple[int, ...]:
    found: dict[int, None] = {}
    for head in heads:
        found[head] = None
        for child in parse.children[head]:
            if parse.dep[child] == "conj":
                found[child] = None
    return tuple(found)
