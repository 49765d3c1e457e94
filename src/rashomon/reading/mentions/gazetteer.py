"""Names and words of names whose kind is known before the report is read, and when two writings are of one name.

Every table is a lexicon. States, their capitals and demonyms: what the report's place words stand for, from
language/world/countries.txt. Which nouns refer to somebody or something, of what kind and gender, is told by
language/en/nominal_heads.txt; what people are by trade or fate (personal_words.txt, people_nouns.txt) are people too.

Two writings of one name share a key: case, accents, apostrophes, hyphens, particles and the article left out. Plain
text is lower case, without accents, apostrophes and hyphens: what two spellings have in common. A word's skeleton is
what survives romanisation: its first letter and its consonants, doubled ones once. Two spellings are one inside a
report where they sound alike and differ by little: Rouhani, Rohani; Haq, Haqq.
"""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache
from itertools import groupby
from typing import cast

from rapidfuzz.distance import Levenshtein

from rashomon.language import lexicon, word_set
from rashomon.reading.mentions.page import PARTICLES
from rashomon.records import MentionKind


@cache
def nominal_heads() -> dict[str, tuple[MentionKind, str]]:
    """Give head noun → kind and gender."""
    people = [*sorted(word_set("personal_words", "role")), *(row[0] for row in lexicon("people_nouns"))]
    known = {row[0]: (cast(MentionKind, row[1]), row[2] if len(row) > 2 else "") for row in lexicon("nominal_heads")}
    person: tuple[MentionKind, str] = ("person", "")
    return dict.fromkeys(people, person) | known


class Atlas:
    """Name → state, capital → state, demonym → state; all names as written in English news.

    A name that two states bear is one's in `states`, and the other's in `namesakes`.
    """

    def __init__(self) -> None:
        self.states: dict[str, str] = {}
        self.capitals: dict[str, str] = {}
        self.demonyms: dict[str, str] = {}
        self.namesakes: dict[str, str] = {row[0]: row[1] for row in lexicon("namesake_states")}
        for row in lexicon("countries"):
            state, demonyms, capitals, others = (*row, "", "", "")[:4]
            for name in (state, *others.split("|")):
                self.states[name] = state
            self.capitals |= dict.fromkeys(capitals.split("|"), state)
            self.demonyms |= dict.fromkeys(demonyms.split("|"), state)
        for table in (self.states, self.capitals, self.demonyms):
            table.pop("", None)

    def state(self, name: str) -> str:
        """Give the state that `name` is, or is the capital of; empty where neither."""
        return self.states.get(name) or self.capitals.get(name) or ""

    def demonym(self, word: str) -> str:
        """Give the state whose people or adjective `word` is ("Iraqi", "pro-Iranian"); empty where none."""
        if word in self.demonyms:
            return self.demonyms[word]
        parts = word.split("-")
        return self.demonyms.get(parts[-1], "") if len(parts) > 1 else ""

    def among(self, words: list[str], i: int, j: int) -> str:
        """Give the first state whose demonym or name stands in `words[i:j]`; empty where none."""
        return next((s for w in words[i:j] if (s := self.demonym(w) or self.states.get(w, ""))), "")


@cache
def atlas() -> Atlas:
    """Give the one atlas."""
    return Atlas()


class Gazetteer:
    """Tables by word as written (`heads`), by lower-cased words (titles, given names), by folded name."""

    def __init__(self) -> None:
        self.titles: dict[tuple[str, ...], str] = {}
        for words, *gender in lexicon("titles"):
            self.titles[tuple(words.lower().split())] = gender[0] if gender else ""
        self.title_words = {words[0] for words in self.titles}
        self.given = {name.lower(): (gender[0] if gender else "") for name, *gender in lexicon("given_names")}
        self.heads = {word: cast(MentionKind, kind) for word, kind in lexicon("name_heads")}
        self.first_heads = {word: cast(MentionKind, kind) for word, kind in lexicon("first_heads")}
        self.institutions = {words.lower(): cast(MentionKind, kind) for words, kind in lexicon("institutions")}
        self.longest_institution = max((len(words.split()) for words in self.institutions), default=0)
        self._adjectives = {row[0] for row in lexicon("group_adjectives")}
        places = dict.fromkeys((*atlas().states, *atlas().capitals), "place")
        known = places | {row[0]: row[1] for row in lexicon("known_names")}
        self._known = {_fold(name): cast(MentionKind, kind) for name, kind in known.items()}
        self.phrase_openers = {name.split()[0].lower() for name in self._known if " " in name}

    def title(self, words: list[str]) -> int:
        """Give how many of the lower-cased `words` make a title at their beginning."""
        if words and words[0] not in self.title_words and words[0].removesuffix("s") in self.title_words:
            words = [words[0].removesuffix("s"), *words[1:]]
        if not words or words[0] not in self.title_words:
            return 0
        return next((n for n in (3, 2, 1) if len(words) >= n and tuple(words[:n]) in self.titles), 0)

    def title_gender(self, words: list[str]) -> str:
        """Give the gender that a title tells, empty where none."""
        for n in (2, 1):
            for k in range(len(words) - n + 1):
                if gender := self.titles.get(tuple(words[k : k + n])):
                    return gender
        return ""

    def kind(self, name: str) -> MentionKind | None:
        """Give the kind of a name that is known as written."""
        return self._known.get(_fold(name))

    def adjective(self, word: str) -> bool:
        """Tell whether `word` says of whom something is, and names nobody by itself: "Iraqi", "Shiite"."""
        return bool(atlas().demonym(word)) or word in self._adjectives

    def institution(self, words: list[str]) -> MentionKind | None:
        """Give the kind of the institution that the words are ("foreign ministry")."""
        return self.institutions.get(" ".join(words).lower())


def _fold(name: str) -> str:
    """Open hyphens, drop apostrophes and stops, lower "Al"; other capitals stay, for "IS" is not "is"."""
    for mark in "'’ʼ`.":
        name = name.replace(mark, "")
    return " ".join("al" if w in {"Al", "al"} else w for w in name.replace("-", " ").split())


@cache
def gazetteer() -> Gazetteer:
    """Give the one gazetteer."""
    return Gazetteer()


def spelling(a: str, b: str) -> bool:
    """Whether two plain words are spellings of one name; never for words under four letters."""
    if a == b:
        return True
    return (
        min(len(a), len(b)) >= 4
        and skeleton(a) == skeleton(b)
        and Levenshtein.distance(a, b) <= (2 if len(a) > 5 else 1)
    )


@lru_cache(maxsize=65536)
def skeleton(word: str) -> str:
    """Give the consonants of a plain word, doubled ones once, with its first letter kept."""
    tail = "".join(c for c in word[1:] if c not in "aeiouyw'")
    return "".join(c for c, _ in groupby(word[:1] + tail))


def plain(text: str) -> str:
    """Give `text` in lower case, without accents, apostrophes and hyphens."""
    bare = unicodedata.normalize("NFKD", text) if not text.isascii() else text
    return "".join(c for c in bare.lower() if c.isalnum() or c == " ")


_BREAKS = str.maketrans(dict.fromkeys("-‐‑–\n\r\t\xa0", " "))


def name_key(text: str) -> tuple[str, ...]:
    """Give the words of `text` that tell names apart ("the Al-Hurra" → ("hurra",)); never empty for a word."""
    words = plain(text.translate(_BREAKS)).split()
    core = [w for w in words if w not in PARTICLES or w == "abu"]
    core = core[1:] if len(core) > 1 and core[0] == "the" else core
    return tuple(core or words)
