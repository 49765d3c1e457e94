"""Whether an "it" stands for nothing: "it is clear that …", "it's time that …", "it took a day to …", "it was raining".

Such an "it" needs nothing outside its sentence; nobody is meant by it.
"""

from __future__ import annotations

from functools import cache

from rashomon.language import lexicon
from rashomon.reading.grammar import relations as rel
from rashomon.reading.grammar import tags
from rashomon.reading.grammar.parse import Parse

_LINKING = frozenset({"be", "become", "remain"})
_CUT_SHORT = frozenset({"'s", "’s"})
_SEEMING = frozenset({"appear", "happen", "seem", "turn"})
_TOLD = frozenset({"advise", "assure", "inform", "remind", "tell", "warn"})
"""Of whom these are done may be a body: "it was told that"."""
_WHOLE = rel.COMPLEMENT | rel.CLAUSE_SUBJECT | rel.ADVERBIAL_CLAUSE | rel.DESCRIBING


def is_impersonal(parse: Parse, it: int) -> bool:
    """Whether the word at `it` is an "it" that is the subject of a verb and stands for nothing."""
    if parse.lower[it] != "it" or parse.dep[it] not in rel.SUBJECT | rel.EXPLETIVE:
        return False
    verb = parse.head[it]
    verb = parse.head[verb] if parse.dep[verb] in rel.HELPER else verb
    lemma, below = parse.lemma[verb], parse.children[verb]
    behind = {parse.dep[c] for c in below if c > verb}
    if parse.dep[it] in rel.EXPLETIVE or lemma in _words("weather"):
        return True
    if parse.dep[it] in rel.PASSIVE_SUBJECT:
        return not rel.CONTENT.isdisjoint(behind) and lemma not in _TOLD
    if lemma in _SEEMING:
        return not rel.CONTENT.isdisjoint(behind)
    if lemma == "take":
        return not rel.OBJECT.isdisjoint(behind) and not rel.OPEN_CLAUSE.isdisjoint(behind)
    if lemma not in _LINKING and parse.lower[verb] not in _CUT_SHORT:
        return False
    if not rel.ADJECTIVE_PREDICATE.isdisjoint(behind) and behind & (rel.COMPLEMENT | rel.CLAUSE_SUBJECT):
        return True
    return any(_stands_for_nothing(parse, c) for c in below if parse.dep[c] in rel.PREDICATE)


def only_opens(parse: Parse, it: int) -> bool:
    """Whether the clause of an impersonal "it" only opens another, which tells it all: "it is clear that he left"."""
    verb = parse.head[it]
    verb = parse.head[verb] if parse.dep[verb] in rel.HELPER else verb
    told = (c for c in parse.children[verb] if parse.dep[c] in rel.CONTENT and c > verb)
    return any(_is_finite(parse, c) for c in told)


def _is_finite(parse: Parse, verb: int) -> bool:
    return any(parse.tag[i] in tags.FINITE for i in (verb, *parse.children[verb]))


def _stands_for_nothing(parse: Parse, predicate: int) -> bool:
    lemma, below = parse.lemma[predicate], {parse.dep[c] for c in parse.children[predicate]}
    if lemma in _words("noun"):
        above = {parse.dep[c] for c in parse.children[parse.head[predicate]] if c > predicate}
        return bool((below | above) & _WHOLE)
    alone = not below - (rel.ADVERBIAL | rel.DETERMINER)
    return lemma in _words("weather") or (lemma in _words("hour") and alone)


@cache
def _words(how: str) -> frozenset[str]:
    return frozenset(word for word, kind in lexicon("impersonal_words") if kind == how)
