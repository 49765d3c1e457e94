"""Who does it and who undergoes it, by the parse: through passives, control, relatives and shared subjects.

Participants are tokens, each the head of its phrase, with those joined to it and those in apposition.
"""

from __future__ import annotations

from collections.abc import Iterable

from rashomon.reading.eventualities.parse import Parse

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_OBJECTS = frozenset({"dobj", "dative", "oprd"})
_VERBAL = frozenset({"VERB", "AUX"})
_RELATIVE = frozenset({"WDT", "WP"})
# The object, not the subject, of these does what their infinitive says.
_OBJECT_CONTROL = frozenset(
    {"allow", "ask", "cause", "enable", "force", "help", "invite", "let", "make", "order", "permit", "urge", "want"}
)
_DEEPEST = 6

Roles = tuple[list[int], list[int]]


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
        if dep in ("agent", "dative"):
            found = [c for c in parse.children[child] if parse.dep[c] == "pobj"]
            (does if dep == "agent" else undergoes).extend(found)
    surface = _subjects(parse, verb)
    if _is_passive(parse, verb):
        return does, surface + undergoes
    return surface + does, undergoes


def _subjects(parse: Parse, verb: int, depth: int = 0) -> list[int]:
    dep, head = parse.dep[verb], parse.head[verb]
    own = [c for c in parse.children[verb] if parse.dep[c] in _SUBJECTS]
    if own:
        return [head if dep == "relcl" and parse.tag[c] in _RELATIVE else c for c in own]
    if dep in ("conj", "xcomp", "advcl") and parse.pos[head] in _VERBAL and depth < _DEEPEST:
        if dep == "xcomp" and parse.lemma[head] in _OBJECT_CONTROL:
            controlled = [c for c in parse.children[head] if parse.dep[c] == "dobj"]
            if controlled:
                return controlled
        return _subjects(parse, head, depth + 1)
    if dep == "pcomp" and parse.pos[parse.head[head]] in _VERBAL and depth < _DEEPEST:  # "after winning the order"
        return _subjects(parse, parse.head[head], depth + 1)
    if dep in ("acl", "relcl"):
        return [head]
    return []


def _is_passive(parse: Parse, verb: int) -> bool:
    """Tell whether the surface subject undergoes it."""
    deps = {parse.dep[c] for c in parse.children[verb]}
    if deps & {"nsubjpass", "auxpass", "agent"}:
        return True
    if parse.tag[verb] != "VBN" or deps & {"aux", "nsubj", "dobj"}:
        return False
    if parse.dep[verb] == "conj" and parse.pos[parse.head[verb]] == "VERB":
        return _is_passive(parse, parse.head[verb])
    return parse.dep[verb] in ("acl", "advcl")


def _of_noun(parse: Parse, noun: int) -> Roles:
    """Read "Norland's purchase of Sudo by Vest", "the Sudo purchase"."""
    does: list[int] = []
    undergoes: list[int] = []
    for child in parse.children[noun]:
        dep = parse.dep[child]
        if dep == "poss":
            does.append(child)
        elif dep in ("compound", "nmod"):
            undergoes.append(child)
        elif dep == "prep" and parse.lower[child] in ("of", "by"):
            found = [c for c in parse.children[child] if parse.dep[c] == "pobj"]
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
            if parse.dep[c] in ("conj", "appos")
            or (parse.dep[c] == "nummod" and parse.pos[head] == "PROPN" and c > head)
        ]
    return list(found)
