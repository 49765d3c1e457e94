"""Whether an entity bears a name of its own ("Marta Olin", "al-Asad") or is only described ("50 people")."""

from __future__ import annotations

from functools import cache

from rashomon.language import lexicon
from rashomon.records import Entity

_ARTICLES = frozenset({"a", "an", "the"})


def proper_name(entity: Entity) -> str:
    """Give the name that an entity is entered under elsewhere, without a leading article; "" where it has none."""
    if not entity.names:
        return ""
    words = entity.name.split()
    while words and words[0].casefold() in _ARTICLES:
        words = words[1:]
    if not words or _counts(words[0]):
        return ""
    small = [w for w in words if w == w.lower()]
    if words[0] in small and (words[-1] in small or not _particles().issuperset(small)):
        return ""
    return " ".join(words)


def _counts(word: str) -> bool:
    """Whether a word tells how many: a number, or "some", "both", "dozens"."""
    plain = word.casefold().strip(",.")
    return plain.replace(",", "").replace(".", "").isdigit() or plain in _quantities()


@cache
def _particles() -> frozenset[str]:
    """Words that stand small before a name: "bin Laden", "von der Leyen"."""
    return frozenset(word for word, *_ in lexicon("name_particles"))


@cache
def _quantities() -> frozenset[str]:
    return frozenset(word for (word,) in lexicon("quantities")) | frozenset(w for w, *_ in lexicon("number_words"))
