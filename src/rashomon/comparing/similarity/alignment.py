"""How parts of two names match, by sound; and which names are worth comparing, because they share one.

Each part of a name is matched with at most one part of the other, nearest first; the rest is left on its side. How near
two words are is what it costs to say one for the other, 0 the same, 1 nothing in common: a weighted edit distance over
sounds rather than letters. Vowels are cheap, because romanisations choose them freely; consonants that stand for one
Arabic or Persian letter (Kadhimi/Kazemi, Qassem/Ghasem) or that European spellings exchange (Rouhani/Ruhani,
Shukri/Choukri) are cheap; other consonants are dear. Costs are relative to the length of the words, so that short names
have no edit cliff.

Two names are candidates where they share the coarse consonants, or an Arabic-script form, of a rare part, or of two
parts where one alone is common ("Mohammed"). A block of names that even so is large is only compared neighbour to
neighbour: each name with a bounded number of others, however many there are. So pairs grow with names, not with their
square.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import combinations
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein

from rashomon.comparing.similarity.parts import Part, parts
from rashomon.language import lexicon

# What the letters stand for: one sign a sound. Capitals: $ sh, C ch, X kh, G gh, D dh, T th, Z zh, E ay/ei, O aw/au.
_LETTERS = {
    "tsch": "C", "tch": "C", "dsch": "j", "sch": "$", "sh": "$", "ch": "C", "cz": "C", "kh": "X", "gh": "G",
    "dh": "D", "th": "T", "zh": "Z", "ph": "f", "dj": "j", "ck": "k", "x": "ks", "ts": "s", "tz": "s",
    "que": "ke", "qui": "ki", "ce": "se", "ci": "si", "cy": "si", "c": "k", "ee": "i", "ie": "i", "oo": "u", "ou": "u",
    "ay": "E", "ai": "E", "ei": "E", "ey": "E", "ae": "E", "aj": "E", "aw": "O", "au": "O", "ao": "O", "ow": "O",
}  # fmt: skip
_SPELLING = re.compile("|".join(sorted(_LETTERS, key=len, reverse=True)))
_DOUBLED = re.compile(r"(.)\1+")
_Y = re.compile(r"i?y+(?=[aeiouEO])|iy+")
_FINAL = re.compile(r"(?<=..)(?:[ae]h?|h)$")

_VOWELS = "aeiouEO"
_NEAR_VOWELS = {
    "ei": 0.08, "ou": 0.06, "ae": 0.1, "iE": 0.1, "aE": 0.12, "eE": 0.08, "uO": 0.08, "oO": 0.06, "aO": 0.12,
    "ao": 0.2, "au": 0.22, "ai": 0.22, "eu": 0.25, "eo": 0.25, "iu": 0.25,
}  # fmt: skip
_FAR_VOWELS = 0.32
_NEAR = {
    "kq": 0.05, "kX": 0.5, "Xh": 0.35, "qG": 0.15, "gG": 0.15, "gq": 0.25, "kg": 0.45, "kG": 0.45, "XG": 0.5,
    "Dz": 0.1, "Dd": 0.15, "zd": 0.5, "zs": 0.3, "Ts": 0.2, "Tt": 0.12, "TD": 0.3, "$C": 0.15, "$s": 0.35, "Ck": 0.5,
    "CX": 0.4, "Zj": 0.1, "Zz": 0.25, "Z$": 0.4, "jg": 0.2, "jy": 0.35, "ji": 0.4, "jC": 0.35, "jk": 0.7, "Cs": 0.5,
    "vw": 0.08, "vb": 0.35, "vf": 0.25, "vu": 0.3, "wu": 0.1, "wo": 0.1, "wO": 0.1, "vO": 0.2, "bp": 0.3, "pf": 0.3,
    "yi": 0.05, "yE": 0.1, "ye": 0.15, "td": 0.4, "mn": 0.5, "lr": 0.8, "hX": 0.35, "Tz": 0.4, "jz": 0.5, "Dt": 0.4,
}  # fmt: skip
_DROP = dict.fromkeys(_VOWELS, 0.22) | {"h": 0.45, "y": 0.2, "w": 0.35, "E": 0.3, "O": 0.3}
_SAY: dict[str, float] = {
    said: cost for table in (_NEAR, _NEAR_VOWELS) for pair, cost in table.items() for said in (pair, pair[::-1])
}
_LENGTH = dict.fromkeys(_VOWELS, 0.3) | {"y": 0.3, "h": 0.6}
_CLASSES = str.maketrans("kqXGgszDTZ$Cjdvbfpm", "kkkkksssssssstbbbbn", "aeiouEOyhw")
_HOPELESS = 0.5
"""Share of the coarse consonants that may differ before two words are not weighed at all."""


@lru_cache(maxsize=1 << 18)
def _sounds(word: str) -> str:
    text = _SPELLING.sub(lambda m: _LETTERS[m.group()], word)
    text = _Y.sub(lambda m: "y" if m.group()[-1] == "y" and m.end() < len(text) else "i", text)
    text = _DOUBLED.sub(r"\1", text)
    return _FINAL.sub("a", text) if len(text) > 3 else text


@lru_cache(maxsize=1 << 18)
def skeleton(word: str) -> str:
    """Give the coarse consonants of `word`: equal for most spellings of one name, so fit for blocking."""
    return _DOUBLED.sub(r"\1", _sounds(word).translate(_CLASSES))


def _length(sounds: str) -> float:
    return sum(_LENGTH.get(s, 1.0) for s in sounds)


def _cost(a: str, b: str, limit: float) -> float:
    """Give the weighted edit distance, an adjacent exchange of letters counted once; more than `limit` is infinite."""
    before: list[float] = []
    row = [0.0]
    for s in b:
        row.append(row[-1] + _DROP.get(s, 0.9))
    for i, s in enumerate(a):
        drop = _DROP.get(s, 0.9)
        new = [row[0] + drop]
        for j, t in enumerate(b):
            if s == t:
                best = row[j]
            else:
                said = _SAY.get(s + t)
                if said is None:
                    said = _FAR_VOWELS if s in _VOWELS and t in _VOWELS else 1.0
                best = min(row[j] + said, row[j + 1] + drop, new[j] + _DROP.get(t, 0.9))
                if i and j and s == b[j - 1] and a[i - 1] == t:
                    best = min(best, before[j - 1] + 0.5)
            new.append(best)
        if min(new) > limit:
            return float("inf")
        before, row = row, new
    return row[-1]


@lru_cache(maxsize=1 << 18)
def sound(a: str, b: str, far: float = 0.6) -> float:
    """Give the distance of two folded words, in [0, 1], or 1 where it is more than `far`; `a` comes first in order.

    The distance is that of the two words, whichever is first; the order makes one answer of two questions.
    """
    if a == b:
        return 0.0
    x, y = _sounds(a), _sounds(b)
    if x == y:
        return 0.01
    p, q = skeleton(a), skeleton(b)
    if p != q and Levenshtein.distance(p, q) > max(len(p), len(q)) * _HOPELESS:
        return 1.0
    length = max(1.0, (_length(x) + _length(y)) / 2)
    distance = _cost(x, y, length * far) / length
    return distance if distance <= far else 1.0


NEAR = 0.36
"""Parts farther apart than this are different words."""

_EXACT = frozenset({"number", "form", "country", "people", "title"})
"""Roles whose words are never spellings of one another: Iran is not Iraq."""

_WORDS = frozenset({"name", "head", "title", "filler"})
"""Roles whose words may be written together or apart."""

_NICKNAME = 0.08

_JOINED_NEAR = 0.16
_HEARD_ALIKE = 0.08


class Match(NamedTuple):
    """Parts `left` of one name stand for parts `right` of the other, `distance` apart, by `rule`."""

    left: tuple[int, ...]
    right: tuple[int, ...]
    distance: float
    rule: str


_Run = tuple[tuple[int, ...], int, float]
"""Neighbours of one name, the word of the other that they make up, and how far apart they are."""


_NONE: frozenset[str] = frozenset()


@cache
def _nicknames() -> dict[str, frozenset[str]]:
    """Give the given names that a word is or is short for; a nickname's nickname is none."""
    names: dict[str, set[str]] = {}
    for name, *short in lexicon("nicknames"):
        for word in (name, *short):
            names.setdefault(word, set()).add(name)
    return {word: frozenset(found) for word, found in names.items()}


def _heard(a: str, b: str, far: float = NEAR) -> float:
    return sound(a, b, far) if a <= b else sound(b, a, far)


@lru_cache(maxsize=1 << 18)
def _distance(a: Part, b: Part) -> tuple[float, str]:
    if a.key == b.key:
        return 0.0, "same"
    if a.role in _EXACT or b.role in _EXACT:
        return 1.0, ""
    if (a.role == "initial") != (b.role == "initial"):
        full, short = (b, a) if a.role == "initial" else (a, b)
        begins = full.role == "name" and full.key[0] == short.key
        return (0.12, "initial") if begins else (1.0, "")
    if a.role == "initial":
        return 1.0, ""
    if _nicknames().get(a.key, _NONE) & _nicknames().get(b.key, _NONE):
        return _NICKNAME, "nickname"
    if a.units & b.units:
        return min(_heard(a.key, b.key), 0.03), "same-form"
    # Two words that the table knows, and that no spelling joins, are two words unless they sound alike.
    far = _HEARD_ALIKE if a.units and b.units else NEAR
    heard = _heard(a.key, b.key, far)
    for prefix in ("abd", "abu"):
        if 0 < heard <= far and a.key.startswith(prefix) and b.key.startswith(prefix):
            heard = max(heard, _heard(a.key[3:], b.key[3:], far))
    # "Alhurra" against "al-Hurra": the article stands in the word on one side and before it on the other.
    for x, y in ((a, b), (b, a)):
        if len(x.key) > 4 and x.key[:2] in ("al", "el") and y.before == "article":
            heard = min(heard, 0.02 + _heard(x.key[2:], y.key, far))
    return heard, "sound"


def _joins(many: tuple[Part, ...], few: tuple[Part, ...], free_many: set[int], free_few: set[int]) -> list[_Run]:
    """Match two or three neighbours in `many` with one word of `few` that is written together."""
    found: list[_Run] = []
    most = max([len(few[j].key) for j in free_few], default=0) + 3
    lengths = [len(p.key) if p.role in _WORDS else most + 1 for p in many]
    for size in (3, 2):
        for start in range(len(many) - size + 1):
            run = range(start, start + size)
            if sum(lengths[start : start + size]) > most or not free_many.issuperset(run):
                continue
            key, text = "".join(many[i].key for i in run), "".join(many[i].text for i in run)
            for j in sorted(free_few):
                if few[j].role not in _WORDS or len(few[j].key) + 3 < len(key):
                    continue
                distance = min(_heard(key, few[j].key, _JOINED_NEAR), _heard(text, few[j].text, _JOINED_NEAR))
                if distance <= _JOINED_NEAR:
                    found.append((tuple(run), j, distance))
                    free_many.difference_update(run)
                    free_few.discard(j)
                    break
    return found


def _written_together(
    left: tuple[Part, ...], right: tuple[Part, ...], free_left: set[int], free_right: set[int]
) -> list[Match]:
    matches = [Match(run, (j,), d, "joined") for run, j, d in _joins(left, right, free_left, free_right)]
    matches += [Match((j,), run, d, "joined") for run, j, d in _joins(right, left, free_right, free_left)]
    return matches


def alignment(left: tuple[Part, ...], right: tuple[Part, ...]) -> tuple[list[Match], set[int], set[int]]:
    """Give the matches of two names' parts, and the parts of each that have none."""
    free_left, free_right = set(range(len(left))), set(range(len(right)))
    matches = _written_together(left, right, free_left, free_right) if len(left) > 1 or len(right) > 1 else []
    candidates = []
    for i, a in enumerate(left):
        for j, b in enumerate(right):
            if i not in free_left or j not in free_right:
                continue
            distance, rule = _distance(a, b)
            if distance <= NEAR:
                candidates.append((distance, abs(i - j), i + j, i, j, rule))
    candidates.sort()
    for distance, _, _, i, j, rule in candidates:
        if i in free_left and j in free_right:
            matches.append(Match((i,), (j,), distance, rule))
            free_left.discard(i)
            free_right.discard(j)
    return matches, free_left, free_right


_LARGE = 16
_WINDOW = 12


def _signs(part: Part) -> list[str]:
    if part.role in ("title", "form", "filler", "initial", "people", "country"):
        return []
    sounds = skeleton(part.key) or part.key
    return [sounds, *(f"#{unit}" for unit in sorted(part.units)[:2])]


def name_signs(name: str, body: str) -> list[list[str]]:
    """Give the signs of each telling part of `name`, in order."""
    return [signs for part in parts(name, body) if (signs := _signs(part))]


def candidates(names: Sequence[str], body: str) -> Iterator[tuple[int, int]]:
    """Give pairs (i, j), i < j, of places in `names` that are worth comparing; each pair may come more than once."""
    signs = [name_signs(name, body) for name in names]
    blocks: dict[str, list[int]] = {}
    for i, of_parts in enumerate(signs):
        for sign in sorted({sign for part in of_parts for sign in part}):
            blocks.setdefault(sign, []).append(i)
        blocks.setdefault("=" + "".join(part[0] for part in of_parts), []).append(i)
    finer: dict[tuple[str, str], list[int]] = {}
    for sign, block in blocks.items():
        if len(block) <= _LARGE:
            yield from combinations(block, 2)
            continue
        for i in block:
            others = {other for part in signs[i] if sign not in part for other in part}
            for other in sorted(others) or [""]:
                finer.setdefault((min(sign, other), max(sign, other)), []).append(i)
    for key in sorted(finer):
        block = sorted(set(finer[key]))
        if len(block) <= _LARGE:
            yield from combinations(block, 2)
        else:
            by_spelling = sorted(block, key=lambda i: (names[i], i))
            for at, i in enumerate(by_spelling):
                for j in by_spelling[at + 1 : at + _WINDOW]:
                    yield (i, j) if i < j else (j, i)
