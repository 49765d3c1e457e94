"""A name is its parts, each with what it weighs: a title weighs little, an initial less than the name it stands for.

Compounds that romanisations write apart or together are one part: Abd al-Karim, Abdulkarim; Badr al-Din,
Badreddine; Abu Mahdi. Articles and "son of" are no parts, but a part remembers that one stood before it.

Two Latin spellings that share a form are the same Arabic or Persian word; two known words that share none differ.

A folded name is lower-case ASCII words; nothing that tells two people apart is lost but case, accents and script.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from anyascii import anyascii

from rashomon.language import lexicon

# Signs for hamza and ayn, and the marks that stand for them: they are written or left out at will.
_APOSTROPHES = dict.fromkeys(map(ord, "'’‘`´ʻʼʾʿ′ˈ‛\u0640"))
_CAMEL = re.compile(r"(?<=[a-z][a-z])(?=[A-Z][a-z])")
_DOTTED = re.compile(r"\b(?:[A-Za-z]\.[\s-]?){2,}(?=\W|$|[A-Za-z]\b)|\b(?:[A-Za-z]\.)+[A-Za-z]\b")
_SPLIT = re.compile(r"[^A-Za-z0-9]+")
_POSSESSIVE = re.compile(r"['’]s\b")


@lru_cache(maxsize=1 << 16)
def fold(name: str) -> tuple[str, ...]:
    """Give the words of `name`, romanised, without accents; dotted initials ("J.-C.", "L.L.C.") as one word.

    Case is kept, because "JC" and "Jc" differ; scripts other than Latin are romanised letter by letter.
    """
    text = _POSSESSIVE.sub("", name).translate(_APOSTROPHES)
    if not text.isascii():
        text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
        if not text.isascii():
            text = anyascii(text).translate(_APOSTROPHES)
    text = _DOTTED.sub(lambda m: re.sub(r"[^A-Za-z]", "", m.group()).upper() + " ", text)
    return tuple(w for w in _SPLIT.split(_CAMEL.sub(" ", text)) if w)


_UNKNOWN: frozenset[int] = frozenset()


@cache
def _table() -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for number, (form, *spellings) in enumerate(lexicon("name_units")):
        for spelling in (form, *spellings):
            found.setdefault(spelling, set()).add(number)
    return {spelling: frozenset(numbers) for spelling, numbers in found.items()}


def units(word: str) -> frozenset[int]:
    """Give the Arabic-script forms (as numbers) that `word`, lower-case Latin or Arabic script, may stand for."""
    return _table().get(word, _UNKNOWN)


Role = Literal["name", "initial", "title", "head", "form", "filler", "number", "country", "people"]
Before = Literal["", "article", "son", "nobiliary"]

_WEIGHTS: dict[Role, float] = {
    "name": 1.0, "initial": 0.6, "title": 0.12, "head": 0.9, "form": 0.12, "filler": 0.35, "number": 0.5,
    "country": 0.9, "people": 0.9,
}  # fmt: skip
# The article takes the sound of a "sun letter" that follows it: as-Salam, ez-Zor, an-Najaf.
_SUN = re.compile(r"(?:a|e|u|i)(sh|th|dh|[tdrzsnl])h?$")
_SERVANT = re.compile(r"abd(?:[aeou]{0,2}l|[aeou]([rsnztd])(?=\1)|)(.{2,})$")
_FAITH = re.compile(r"(.{3,}?)(?:[aeou][dl])?-?d+[iey]+ne?$|(.{3,}?)(?:[aeou]d)?deen$")
_VOWELS = frozenset("aeiouy")
_TENS = frozenset({"20", "30", "40", "50", "60", "70", "80", "90"})


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """One part of a name: `text` folded, `key` what is compared, `role`, and the word class `before` it.

    `weight` is how much it tells about who is meant, `omission` what leaving it out costs. Equal parts are one object.
    """

    text: str
    key: str
    role: Role
    before: Before
    units: frozenset[int]
    weight: float
    omission: float


@lru_cache(maxsize=1 << 18)
def _part(text: str, key: str, role: Role = "name", before: Before = "") -> Part:
    forms = (units(text) or units(key)) if role == "name" else frozenset[int]()
    # "Lebanese" tells which Hezbollah only where another one is spoken of.
    return Part(text, key, role, before, forms, _WEIGHTS[role], 0.3 if role == "people" else _WEIGHTS[role])


@cache
def _particles() -> dict[str, str]:
    return {entry[0]: entry[1] for entry in lexicon("name_particles")}


@cache
def _words(kind: str) -> dict[str, tuple[Role, str]]:
    """Give the words that are not the name itself, by kind of name: spelling → role and what it is compared as."""
    if kind == "person":
        return {word: ("title", word) for (word,) in lexicon("name_titles")}
    found: dict[str, tuple[Role, str]] = {}
    roles: dict[str, Role] = {"form": "form", "head": "head", "filler": "filler", "number": "number"}
    for canonical, role, *spellings in lexicon("organisation_words"):
        for spelling in (canonical, *spellings):
            found[spelling] = (roles[role], canonical)
    for name, *columns in lexicon("countries"):
        peoples, _, others = (*columns, "", "", "")[:3]
        for spelling in (name, *others.split("|")):
            found.setdefault(" ".join(fold(spelling)).lower(), ("country", name))
        for spelling in peoples.split("|"):
            found.setdefault(" ".join(fold(spelling)).lower(), ("people", name))
    return found


@cache
def _phrases() -> dict[str, tuple[tuple[str, ...], ...]]:
    """Give the expressions of several words in bodies' names by their first word, longest first."""
    starts: dict[str, list[tuple[str, ...]]] = {}
    for spelling in _words("organisation"):
        if " " in spelling:
            phrase = tuple(spelling.split())
            starts.setdefault(phrase[0], []).append(phrase)
    return {first: tuple(sorted(found, key=lambda p: (-len(p), p))) for first, found in starts.items()}


def _joined(words: list[str]) -> list[str]:
    """Put words that make up one expression ("joint stock company") into one."""
    starts = _phrases()
    out: list[str] = []
    i = 0
    while i < len(words):
        found = next((p for p in starts.get(words[i], ()) if tuple(words[i : i + len(p)]) == p), (words[i],))
        out.append(" ".join(found))
        i += len(found)
    return out


def _compound(word: str) -> str:
    """Give a word that holds "servant of" or "of the faith" in the one spelling that all its spellings share."""
    if word.startswith("abd") and (match := _SERVANT.match(word)):
        return "abd" + match[2]
    if (word.endswith(("din", "dine", "deen", "dyn")) and len(word) > 5) and (match := _FAITH.match(word)):
        return (match[1] or match[2]) + "din"
    return word


def _is_article(word: str, following: str) -> bool:
    sun = _SUN.match(word)
    return _particles().get(word) == "article" or bool(sun and len(word) < 4 and following.startswith(sun[1]))


def _person(words: list[str]) -> list[Part]:
    titles, particles = _words("person"), _particles()
    parts: list[Part] = []
    before: Before = ""
    kunya = servant = False
    last = len(words) - 1
    for i, word in enumerate(words):
        following = words[i + 1] if i < last else ""
        if i < last and _is_article(word, following) and particles.get(following) != "son":
            before = before or "article"
            continue
        if i < last and (particles.get(word) == "son" and (i or word in ("bin", "ibn"))):
            before = "son"
            continue
        if i and i < last and particles.get(word) == "nobiliary":
            before = "nobiliary"
            continue
        if i < last and particles.get(word) == "kunya":
            kunya = True
            continue
        if i < last and particles.get(word) == "servant" and not servant:
            servant = True
            continue
        key = _compound(word)
        if servant:
            word = key = "abd" + word
            servant = False
        elif particles.get(word) == "faith" and parts and parts[-1].role == "name":
            stem = parts.pop()
            word, before = stem.key + "din", stem.before
            key = word
        if kunya:
            word, key, kunya = "abu" + word, "abu" + key, False
        if not any(c in _VOWELS for c in word) and word.isalpha() and len(word) <= 3 and word not in titles:
            parts += [_part(letter, letter, "initial", before) for letter in word if word not in ("md", "mhd")]
            if word in ("md", "mhd"):
                parts.append(_part("mohammed", "mohammed", "name", before))
        elif len(word) == 1:
            parts.append(_part(word, word, "initial", before))
        elif word in titles and particles.get(following) != "son":
            parts.append(_part(word, word, "title", before))
        else:
            parts.append(_part(word, key, "name", before))
        before = ""
    return parts


def _body(words: list[str]) -> list[Part]:
    known = _words("organisation")
    text = _joined(words)
    parts: list[Part] = []
    before: Before = ""
    last = len(text) - 1
    for i, word in enumerate(text):
        following = text[i + 1] if i < last else ""
        if word in known:
            role, canonical = known[word]
            if role == "number" and len(canonical) == 1 and parts and parts[-1].key in _TENS:
                canonical = parts.pop().key[0] + canonical
            parts.append(_part(word, canonical, role, before))
            before = ""
        elif i < last and _is_article(word, following):
            before = "article"
        elif _particles().get(word) == "nobiliary" and (i or word == "the") and len(text) > 1:
            before = before or "nobiliary"
        elif word.isdigit():
            parts.append(_part(word, word.lstrip("0") or "0", "number", before))
            before = ""
        else:
            parts.append(_part(word, _compound(word), "name", before))
            before = ""
    return parts


@lru_cache(maxsize=1 << 16)
def parts(name: str, kind: str) -> tuple[Part, ...]:
    """Give the parts of `name`, in order; `kind` is "person", or anything else for a body or a place.

    A name made of titles or forms only keeps them as its name.
    """
    words = [word.lower() for word in fold(name)]
    found = _person(words) if kind == "person" else _body(words)
    if found and not any(p.role in ("name", "head", "country", "people") for p in found):
        found = [_part(p.text, p.key, "name", p.before) if p.role != "initial" else p for p in found]
    return tuple(found)
