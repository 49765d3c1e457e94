"""The distance of two words is what it costs to say one for the other: 0 the same, 1 nothing in common.

Weighted edit distance over sounds rather than letters: vowels are cheap, because romanisations choose them freely;
consonants that stand for one Arabic or Persian letter (Kadhimi/Kazemi, Qassem/Ghasem) or that European spellings
exchange (Rouhani/Ruhani, Shukri/Choukri) are cheap; other consonants are dear. Costs are relative to the length
of the words, so that short names have no edit cliff.
"""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

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
