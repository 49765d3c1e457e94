"""A source without a name is anonymous where it hides one person or a few, collective where it stands for many.

The head nouns of sources, by lower-case word: what such a source is.
"""

from __future__ import annotations

from functools import cache

from spacy.tokens import Token

from rashomon.language import lexicon
from rashomon.reading.grammar import relations as rel
from rashomon.reading.grammar import tags
from rashomon.reading.grammar.relations import dependents, has_dependent
from rashomon.records import Reason


@cache
def source_nouns() -> dict[str, str]:
    """Give the class of each noun: anonymous, collective, document, institution, office or outlet."""
    return {entry[0]: entry[1] for entry in lexicon("source_nouns")}


def is_agent(low: str) -> bool:
    """Whether a lower-case noun that is not listed ends as words for persons do."""
    return low.endswith(("er", "or", "ist", "ian", "man", "woman", "ant", "ent", "person", "mate", "ee"))


_FEW = frozenset({"one", "two", "three", "four", "five", "six", "several", "both", "another", "unnamed"})
_MANY = frozenset({"many", "most", "few", "all", "more", "no", "other", "countless"})
_UNNAMED = frozenset({"unnamed", "unidentified", "anonymous", "undisclosed"})
_DEFINITE = frozenset({"the", "this", "that"})
_PARTS = frozenset(
    {"number", "group", "handful", "couple", "majority", "lot", "dozens", "chorus", "series", "one", "some", "many"}
    | {"several", "most", "half", "trio", "pair", "scores", "hundreds", "thousands"}
)
_SMALL_PARTS = frozenset({"one", "handful", "couple", "trio", "pair", "several", "some"})
# What is said of a source that will not be named, or that is known only by what it knows.
_GUARDS = (
    "anonymity",
    "anonymously",
    "not be named",
    "not be identified",
    "to be named",
    "to be identified",
    "not authorized",
    "not authorised",
    "familiar with",
    "close to",
    "briefed on",
    "with knowledge of",
    "with direct knowledge",
    "knowledgeable about",
    "privy to",
    "involved in the talks",
)
_REACH = 40


def guarded(head: Token) -> bool:
    """Whether the noun phrase, or what hangs on its verb, says that the source is not named."""
    doc = head.doc
    end = head.right_edge.i + 1
    for child in head.head.children:
        if child.i > end and child.dep_ in rel.ADVERBIAL_CLAUSE | rel.PREPOSITION:
            end = child.right_edge.i + 1
    words = " ".join(doc[i].lower_ for i in range(head.left_edge.i, min(end, head.i + _REACH)))
    return any(guard in words for guard in _GUARDS)


def nominal_kind(head: Token, noun: str | None) -> tuple[str, Reason]:
    """Give the kind of a source that is a common noun, and why. `noun` is its class in the lexicon, or None."""
    low = head.lower_
    plural = head.tag_ in tags.PLURAL
    before = {c.lower_ for c in head.children if c.i < head.i}
    person = (
        noun in ("anonymous", "person", "office")
        or (noun is None and is_agent(low))
        or (noun == "collective" and plural)
    )
    if _UNNAMED & before or (person and guarded(head)):
        return "anonymous", Reason("unnamed", low)
    many = _many_of(head)
    if many is not None:
        return many
    if noun == "document":
        return ("collective" if plural and low == "reports" else "institution"), Reason("document", low)
    if low == "agency" and "news" in before:
        return "outlet", Reason("outlet", "news agency")
    if noun in ("outlet", "institution", "collective"):
        return noun, Reason(noun, low)
    if plural:
        hidden = noun == "anonymous" and not _MANY & before
        few = noun == "person" and (_FEW & before or any(c.like_num for c in head.children if c.i < head.i))
        return ("anonymous", Reason("unnamed", low)) if hidden or few else ("collective", Reason("plural", low))
    if noun == "office":
        return "named_person", Reason("role", low)
    definite = bool(_DEFINITE & before) or has_dependent(head, rel.OWNER)
    if noun == "anonymous":
        return "anonymous", Reason("unnamed", low)
    if definite:
        return ("named_person" if person else "institution"), Reason("role", low)
    return ("anonymous" if person else "institution"), Reason("unnamed", low)


def _many_of(head: Token) -> tuple[str, Reason] | None:
    """Give the kind of a part or number of something, and why: "a number of experts", "one of the traders".

    A number alone, "all seven", "two of them", counts who was told of before.
    """
    if head.lower_ not in _PARTS and head.tag_ not in tags.NUMERAL:
        return None
    few = head.lower_ in _SMALL_PARTS | _FEW
    of = [g for c in dependents(head, rel.PREPOSITION, ("of",)) for g in dependents(c, rel.GOVERNED)]
    for whole in of:
        if whole.tag_ in tags.PLURAL:
            return "anonymous" if few or guarded(whole) else "collective", Reason("part", head.lower_)
    named = any(c.tag_ in tags.NOUN for c in head.children if c.i < head.i)  # "Section 2"
    if head.tag_ not in tags.NUMERAL or named or not all(w.tag_ in tags.NUMERAL or w.lower_ in _THEM for w in of):
        return None
    whole_number = has_dependent(head, rel.DETERMINER | rel.PREDETERMINER, ("all",))
    return "anonymous" if few and not whole_number else "collective", Reason("counted", head.lower_)


_THEM = frozenset({"them", "these", "those", "us", "you"})
