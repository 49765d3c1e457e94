"""A word is compared by its term (state of a people, head of its synonyms, stem), and weighs by how rare that is.

One stem for every word that comparing looks at: the same word, the same stem, in every room. Peoples and their
adjectives have that of their state: Iranian is of Iran, French of France. A predicate is compared by its class too:
those of one class can tell one fact in other words.

The rarer in English a word is, the more it says that two clauses share it. The table is frozen, so what is said of a
pair never hangs on what else was compared. Entities and unknown words count as rare words do.

The words that tell nothing of what a text is about, the same in every room that compares.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from functools import cache, lru_cache

from rashomon.language import lexicon, listed, stemmer, word_set


@cache
def function_words() -> frozenset[str]:
    """Give the function words, in lower case."""
    return listed("function_words")


@cache
def stem(word: str) -> str:
    """Give the Snowball stem of a lower-case word (of English: Porter 2)."""
    return str(stemmer().stemWord(word))


@cache
def peoples() -> Mapping[str, str]:
    """Give lower-case word → stem of the name of the state, for states whose name is one word."""
    found: dict[str, str] = {}
    for state, *columns in lexicon("countries"):
        for word in (columns[0] if columns else "").lower().split("|"):
            if word and " " not in state:
                found[word] = stem(state.lower())
    return found


@cache
def term(word: str) -> str:
    """Give the term of a lower-case English word: Iranian and Iran are one, missile and rocket, kills and killing.

    Stems are Snowball's (Porter 2); the synonyms are those of the lexicon, joined by their stems.
    """
    people = peoples().get(word)
    if people:
        return people
    return head(stem(word))


def head(stemmed: str) -> str:
    """Give the stem under which the synonyms of a stem stand."""
    return _heads().get(stemmed, stemmed)


@cache
def _heads() -> dict[str, str]:
    found = {}
    for head, others in lexicon("synonyms"):
        for word in others.split(","):
            found[stem(word)] = stem(head)
    return found


def predicate_class(of: str) -> frozenset[str]:
    """Give the classes of the predicate with the term `of`; none where it is in no class."""
    return _classes().get(of, frozenset())


def classes_of(terms: Iterable[str]) -> frozenset[str]:
    """Give the classes of all predicates with these terms."""
    held = _classes()
    return frozenset().union(*[held[t] for t in terms if t in held])


@cache
def number_terms() -> frozenset[str]:
    """Give the terms of the words for numbers."""
    return frozenset(map(term, listed("number_words")))


@cache
def earlier_terms() -> frozenset[str]:
    """Give the terms by which something was before what is told: previous, former, prior."""
    return frozenset(map(term, word_set("words_of_figures", "earlier")))


@cache
def _classes() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for name, members in lexicon("predicate_classes"):
        for word in members.split(","):
            found[term(word)] = found.get(term(word), frozenset()) | {name}
    return found


_COMMONEST = 7.2
_LEAST = 0.6
_UNKNOWN = 3.4  # a little below the rarest term of the table
_ENTITY = 2.2  # in a story its people are everywhere, so less than a rare word

_CLASS = 1.5  # of words that can tell one thing


@lru_cache(maxsize=1 << 16)
def weight(member: Hashable) -> float:
    """Give what sharing a member of a set counts: a term by its rarity, an entity alike wherever it stands."""
    name = str(member)
    if name.startswith("="):
        return _CLASS
    return _ENTITY if is_entity(name) else rarity(name)


def is_entity(member: str) -> bool:
    """Whether a member of a unit's sets is an entity and no term."""
    return member.startswith(("n-", "@"))


@lru_cache(maxsize=1 << 16)
def rarity(term: str) -> float:
    """Give the weight of a term of the text, or of an argument marked `~`."""
    return _rarities().get(term.removeprefix("~"), _COMMONEST - _UNKNOWN)


@cache
def _rarities() -> dict[str, float]:
    return {term: max(_LEAST, _COMMONEST - float(often)) for term, often in lexicon("term_frequencies")}
