"""What befell those whom a number counts, by the words that govern them: dead, hurt, held, missing, displaced, freed.

The words stand in language/en/fates.txt with the way in which each tells it. A fate is told of a token: of the noun
that a number counts, or of the number where nothing is named ("killed 12"). No word, no fate: "" is never a guess.
"""

from __future__ import annotations

from functools import cache

from rashomon.language import lexicon
from rashomon.reading.grammar import label, tags
from rashomon.reading.grammar import relations as rel
from rashomon.reading.grammar.parse import Parse

_COMPLEMENTS = rel.ANY_PREDICATE | rel.ADVERBIAL
_CLAUSES = rel.COMPLEMENT | rel.JOINED | rel.OBJECT_PREDICATE
_GOVERNING = frozenset({"of", "to", "among"})
_NOMINAL = frozenset({"NOUN", "PROPN", "NUM", "ADJ", "PRON"})
_OPEN = "shot"  # "shot and killed" tells more
_DEEPEST = 4
_WINDOW = 4
_FARTHEST = 6
_NAMING = frozenset({"NOUN", "PROPN"})


@cache
def told_by(way: str) -> dict[str, str]:
    """Give the lemmas that tell a fate in this `way`, as fates.txt names it, with the fate."""
    return {row[0]: row[2] if len(row) > 2 else "" for row in lexicon("fates") if row[1] == way}


def befell(parse: Parse, word: int, person: bool, depth: int = 0) -> str:
    """Give what befell the counted token `word`; `person` tells that people are counted."""
    if depth > _DEEPEST:
        return ""
    fate = told_by("is").get(parse.lower[word], "") or _governed(parse, word, person) or _modified(parse, word, person)
    if not fate and not depth:  # of "12 deaths and dozens of other cases" the cases are none
        fate = told_by("count").get(parse.lemma[word], "")
    head = parse.head[word]
    if (
        fate
        or parse.dep[word] not in rel.JOINED
        or parse.pos[head] not in _NOMINAL
        or told_by("is").get(parse.lower[head])
    ):
        return fate  # "12 dead and 30 others" says nothing of the others
    return befell(parse, head, person, depth + 1)


def befell_beside(parse: Parse, first: int, last: int) -> str:
    """Give what befell the tokens [first, last] by the words beside them: parses lose one of "12 dead, 30 hurt"."""
    at, n = last + 1, len(parse.lower)
    for _ in range(_WINDOW):
        if at < n and parse.lower[at] in told_by("between"):
            at += 1
    if at < n and (fate := _adjective(parse, at)):
        return fate
    return ""


def befell_before(parse: Parse, first: int) -> str:
    """Give what the word that stands right before says: to parses "killed 24 and hurt dozens" is often one object."""
    before = first - 1
    if before < 0:
        return ""
    if parse.pos[before] == "VERB":
        return told_by("to").get(parse.lemma[before], "")
    return told_by("is").get(parse.lower[before], "") if parse.lower[before].endswith("ed") else ""


def befell_among(parse: Parse, word: int) -> str:
    """Give what befell those among whom the counted are: "the dead included three", "among the dead were three"."""
    verb = parse.head[word]
    if (
        parse.lemma[verb] not in ("be", "include")
        or parse.dep[word] not in rel.OBJECT_OR_PREDICATE | rel.ACTIVE_SUBJECT
    ):
        return ""
    for child in parse.children[verb]:
        if parse.dep[child] in rel.PREPOSITION and parse.lower[child] == "among":
            group = [c for c in parse.children[child] if parse.dep[c] in rel.GOVERNED]
        else:
            group = [child] if parse.dep[child] in rel.ACTIVE_SUBJECT and parse.lemma[verb] == "include" else []
        for member in group:
            fate = _is(parse, member) or (_modified(parse, member, True) if member != word else "")
            if fate and member != word:
                return fate
    return ""


def tally(parse: Parse, word: int) -> tuple[str, str, int] | None:
    """Read a sum that the number `word` is of ("a death toll of", "the number of the injured rose to").

    Gives its noun, the fate that the noun tells, and the token of what it is a sum of (itself where it names nothing).
    """
    if (read := numbered(parse, word) or _put_at(parse, word)) is not None:
        return read
    for noun in _sums(parse, word):
        lemma = parse.lemma[noun]
        named = [_of_one(parse.lemma[c]) for c in parse.children[noun] if parse.dep[c] in rel.COMPOUND]
        counted = next(filter(None, named), "")  # "death toll", "body count"
        if lemma in told_by("toll") or (counted and lemma in told_by("number")):
            return lemma, counted or told_by("toll")[lemma], noun
        if parse.dep[word] in rel.APPOSITION and parse.tag[noun] in tags.ADJECTIVE and (fate := _is(parse, noun)):
            return lemma, fate, noun  # "the dead, 23 by last evening"
        if lemma in told_by("number"):
            for of in _behind(parse, noun, ("of",)):
                if of != word:
                    own = _modified(parse, noun, True)
                    return lemma, own or befell(parse, of, True), of
    return None


def numbered(parse: Parse, word: int) -> tuple[str, str, int] | None:
    """Read the sum `word` of "the dead number 47", "the injured numbered at least 15", as `tally` gives it."""
    verb = word - 1
    while verb > max(0, word - _FARTHEST) and parse.pos[verb] not in _NAMING and parse.lower[verb] not in _numbers():
        verb -= 1
    if verb < 1 or parse.lower[verb] not in _numbers():
        return None
    noun = verb - 1
    fate = _is(parse, noun) or (_of_one(parse.lemma[noun]) if parse.tag[noun] in tags.COMMON_PLURAL else "")
    return (parse.lemma[noun], fate, noun) if fate else None


@cache
def _numbers() -> frozenset[str]:
    return frozenset(told_by("numbers"))


def _of_one(noun: str) -> str:
    """Give what befell whom a noun counts: "body", "casualty", "death"."""
    return told_by("count").get(noun, "") or told_by("of").get(noun, "")


def _put_at(parse: Parse, word: int) -> tuple[str, str, int] | None:
    """Read what a number is put to: "put the crowd at 600", "put the number of missing at 74"."""
    at = parse.head[word]
    if parse.dep[word] not in rel.GOVERNED or parse.lower[at] != "at":
        return None
    head = parse.head[at]
    if parse.lemma[head] in told_by("puts"):
        put = [c for c in parse.children[head] if parse.dep[c] in rel.UNDERGOER and c < at]
        if parse.dep[head] in rel.RELATIVE and any(parse.tag[c] in tags.RELATIVE_PRONOUN for c in put):
            put = [parse.head[head]]  # "a toll that the coroner put at 26"
    else:
        put = [head] if parse.dep[head] in rel.JOINED else []  # "put the dead at 24 and the injured at 60"
    for noun in put:
        lemma = parse.lemma[noun]
        for way in ("toll", "sum", "count"):
            if lemma in told_by(way):
                return lemma, told_by(way)[lemma], noun
        if fate := _is(parse, noun) or _modified(parse, noun, True):  # "put dead civilians at 24"
            return lemma, fate, noun
        if lemma in told_by("number"):
            for of in _behind(parse, noun, ("of",)):
                if parse.dep[of] in rel.GOVERNED_CLAUSE and (fate := _is(parse, of)):  # "the number of missing"
                    return lemma, fate, noun
    return None


def _sums(parse: Parse, word: int) -> list[int]:
    dep, head = parse.dep[word], parse.head[word]
    if dep in rel.GOVERNED:
        dep, head = label(rel.PREPOSITION), parse.head[head]
        while parse.pos[head] == "ADP" and parse.head[head] != head:  # "from 12 to 46"
            head = parse.head[head]
        if parse.pos[head] in ("NOUN", "PROPN"):
            return [head]
    if dep in rel.ANY_PREDICATE | rel.OBJECT | rel.NOUN_ADVERBIAL | rel.PREPOSITION and parse.pos[head] in (
        "VERB",
        "AUX",
    ):
        return [c for c in parse.children[head] if parse.dep[c] in rel.SUBJECT_OR_OBJECT and c != word]
    return [head] if dep in rel.APPOSITION | rel.COUNT and head < word else []


def _behind(parse: Parse, word: int, prepositions: tuple[str, ...]) -> list[int]:
    return [
        c
        for p in parse.children[word]
        if parse.dep[p] in rel.PREPOSITION and parse.lower[p] in prepositions
        for c in parse.children[p]
        if parse.dep[c] in rel.GOVERNED_ANY
    ]


def _adjective(parse: Parse, word: int) -> str:
    """Read an adjective or a participle that says what befell the word it is said of."""
    if parse.pos[word] == "VERB" and any(parse.dep[c] in rel.OBJECT for c in parse.children[word]):
        return ""  # "12 gunmen killed a guard"
    if fate := told_by("is").get(parse.lower[word], ""):
        return fate
    return told_by("to").get(parse.lemma[word], "") if parse.tag[word] in tags.PARTICIPLE else ""


def _modified(parse: Parse, word: int, person: bool) -> str:
    for child in parse.children[word]:
        dep = parse.dep[child]
        fate = ""
        if dep in rel.PREDICATE_OF_STATE | rel.ADJECTIVAL:
            fate = _adjective(parse, child)
        elif dep in rel.ADNOMINAL:
            if parse.tag[child] in tags.PARTICIPLE:
                fate = _undergone(parse, child, person)
            elif parse.tag[child] in tags.GERUND:
                fate = told_by("by").get(parse.lemma[child], "")
            fate = fate or told_by("is").get(parse.lower[child], "")
        elif dep in rel.RELATIVE and any(
            parse.dep[c] in rel.SUBJECT and parse.tag[c] in tags.RELATIVE_PRONOUN for c in parse.children[child]
        ):
            fate = _of_subject(parse, child, person)
        if fate:
            return fate
    return ""


def _governed(parse: Parse, word: int, person: bool) -> str:
    dep, head = parse.dep[word], parse.head[word]
    if dep in rel.SUBJECT:
        return _of_subject(parse, head, person)
    if dep in rel.OBJECTS:
        return _of_object(parse, head, word, person)
    if dep in rel.GOVERNED:
        return _of_prepositional(parse, head, person)
    return ""


def _complement(parse: Parse, verb: int) -> str:
    """Read "found dead", "shot dead", "taken hostage", "shot to death"."""
    if parse.lower[verb + 1 : verb + 2] == ["to"] and (
        fate := told_by("unto").get("".join(parse.lower[verb + 2 : verb + 3]))
    ):
        return fate
    if verb + 1 < len(parse.lower) and (fate := told_by("taken").get(parse.lower[verb + 1]) or _is(parse, verb + 1)):
        return fate
    return next((f for c in parse.children[verb] if parse.dep[c] in _COMPLEMENTS and (f := _is(parse, c))), "")


def _undergone(parse: Parse, verb: int, person: bool) -> str:
    lemma = parse.lemma[verb]
    said = _complement(parse, verb) or _treated(parse, verb)
    return said or told_by("to").get(lemma, "") or (told_by("who").get(lemma, "") if person else "")


def _is(parse: Parse, word: int) -> str:
    return told_by("is").get(parse.lower[word], "")


def _of_subject(parse: Parse, verb: int, person: bool, passive: bool = False, depth: int = 0) -> str:
    """Read "12 were wounded", "12 died", "12 are missing", "12 were found dead", "12 are believed to have fled"."""
    children = parse.children[verb]
    deps = {parse.dep[c] for c in children}
    is_state = parse.pos[verb] == "ADJ" or (parse.tag[verb] in tags.GERUND and rel.OBJECT.isdisjoint(deps))
    fate = _complement(parse, verb) or (_is(parse, verb) if is_state else "")
    if fate:
        return fate
    passive = passive or bool(deps & (rel.PASSIVE_HELPER | rel.PASSIVE_SUBJECT))
    if parse.tag[verb] in tags.PAST_OR_PARTICIPLE and (passive or not deps & (rel.HELPER | rel.OBJECT | rel.PARTICLE)):
        fate = told_by("to").get(parse.lemma[verb], "")
        fate = fate or (told_by("who").get(parse.lemma[verb], "") if person and passive else "")
    if not fate and parse.lemma[verb] in told_by("suffers"):  # "12 suffered burns"
        suffered = (c for c in children if parse.dep[c] in rel.OBJECT and _affirmed(parse, c))
        fate = next((f for c in suffered if (f := told_by("of").get(parse.lemma[c], ""))), "")
    if parse.lemma[verb] in told_by("loses"):  # "12 lost their lives"
        lost = (c for c in children if parse.dep[c] in rel.OBJECT)
        fate = next((f for c in lost if (f := told_by("lost").get(parse.lemma[c], ""))), "")
    fate = fate or (_treated(parse, verb) if passive else "") or _in_state(parse, verb)
    if not fate and not passive:
        fate = told_by("by").get(parse.lemma[verb], "")
    if (fate and fate != _OPEN) or depth > _DEEPEST:
        return fate
    for child in children:
        if parse.dep[child] in _CLAUSES and parse.pos[child] in ("VERB", "AUX"):
            own = {parse.dep[c] for c in parse.children[child]}
            if own & rel.SUBJECT:
                continue
            if (
                parse.lemma[child] in told_by("to")
                and rel.PASSIVE_HELPER.isdisjoint(own)
                and parse.tag[child] not in tags.PARTICIPLE
            ):
                continue
            still = passive and parse.dep[child] not in rel.OPEN_CLAUSE
            further = _of_subject(parse, child, person, still, depth + 1)
            if further:
                return further
    return fate


def _treated(parse: Parse, verb: int) -> str:
    """Read what somebody is treated for: "were treated for burns"."""
    if parse.lemma[verb] not in told_by("treats"):
        return ""
    return next((f for c in _behind(parse, verb, ("for",)) if (f := told_by("ill").get(parse.lemma[c], ""))), "")


def _in_state(parse: Parse, verb: int) -> str:
    """Read a state told by a preposition: "are in custody", "were behind bars"."""
    if parse.pos[verb] != "AUX":
        return ""
    for preposition in parse.children[verb]:
        if parse.dep[preposition] in rel.PREPOSITION:
            for noun in parse.children[preposition]:
                told = f"{parse.lower[preposition]} {parse.lower[noun]}"
                if parse.dep[noun] in rel.GOVERNED and (fate := told_by("in").get(told, "")):
                    return fate
    return ""


def _affirmed(parse: Parse, noun: int) -> bool:
    return not any(parse.lower[c] == "no" for c in parse.children[noun])


def _of_object(parse: Parse, verb: int, word: int, person: bool) -> str:
    """Read "killed 12", "left 12 dead", "claimed 12 lives"."""
    if parse.lemma[word] == "life" and parse.lemma[verb] in told_by("lives"):
        return told_by("lives")[parse.lemma[verb]]
    if any(parse.dep[c] in rel.PASSIVE_SUBJECT for c in parse.children[verb]):
        return ""
    return _undergone(parse, verb, person)


def _of_prepositional(parse: Parse, preposition: int, person: bool) -> str:
    """Read "the deaths of 12", "injuries to 12", "claimed the lives of 12"."""
    head = parse.head[preposition]
    if parse.pos[head] == "NOUN" and parse.lower[preposition] in _GOVERNING:
        if parse.lemma[head] == "life":  # "claimed the lives of 12"
            return told_by("lives").get(parse.lemma[parse.head[head]], "") if parse.dep[head] in rel.OBJECT else ""
        return told_by("of").get(parse.lemma[head], "")
    return ""
