"""Names and words of names whose kind is known before the report is read; every table is a lexicon."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import cast

from rashomon.lexicons import lexicon
from rashomon.reading.mentions.atlas import atlas
from rashomon.records import MentionKind


class Gazetteer:
    """Tables by lower-cased word or by `plain` name."""

    def __init__(self) -> None:
        self.titles: dict[tuple[str, ...], str] = {}
        for word, *gender in lexicon("titles"):
            self.titles[tuple(word.lower().split())] = gender[0] if gender else ""
        self.title_words = {words[0] for words in self.titles}
        self.given = {name.lower(): (gender[0] if gender else "") for name, *gender in lexicon("given_names")}
        self.heads = {word: cast(MentionKind, kind) for word, kind in lexicon("name_heads")}
        self.institutions = {words.lower(): cast(MentionKind, kind) for words, kind in lexicon("institutions")}
        known: dict[str, MentionKind] = dict.fromkeys(map(_fold, (*atlas().states, *atlas().capitals)), "place")
        known |= {_fold(name): cast(MentionKind, kind) for name, kind in lexicon("known_names")}
        if files("rashomon.lexicons").joinpath("outlets.txt").is_file():
            known |= {_fold(row[0]): "publication" for row in lexicon("outlets")}
        self._known = known

    def title(self, words: list[str]) -> int:
        """How many of the lower-cased `words` make a title at their beginning."""
        if not words or words[0] not in self.title_words:
            return 0
        return next((n for n in (3, 2, 1) if tuple(words[:n]) in self.titles and len(words) >= n), 0)

    def kind(self, name: str) -> MentionKind | None:
        """Give the kind of a name that is known as written; "The Hill" is known with its article only."""
        folded = _fold(name)
        return self._known.get(folded) or (self._known.get(f"The {folded}") if " " in folded else None)

    def institution(self, words: list[str]) -> MentionKind | None:
        """Give the kind of the institution that the words are ("foreign ministry")."""
        return self.institutions.get(" ".join(words).lower())


def _fold(name: str) -> str:
    """`name` with hyphens opened and apostrophes dropped; capitals stay, for "IS" is not "is"."""
    for mark in "'’ʼ`.":
        name = name.replace(mark, "")
    words = name.replace("-", " ").split()
    return " ".join("al" if w in {"Al", "al"} else w for w in words)


@cache
def gazetteer() -> Gazetteer:
    """Give the one gazetteer."""
    return Gazetteer()
