"""Which way a sentence points, told from its words alone: the nearest verb or cue before the time, else after it."""

from __future__ import annotations

from functools import cache

from rashomon.lexicons import lexicon
from rashomon.reading.times.context import Lean
from rashomon.reading.times.neighbours import neighbours
from rashomon.reading.times.words import Word

_REACH = 14
_NEAR = 3
_AHEAD = frozenset({"until", "till"})
_WAS = frozenset({"was", "were", "had"})
_BETWEEN = frozenset({"be", "been", "have", "not", "also", "soon", "then", "only", "formally", "officially"})


@cache
def _cues() -> dict[str, str]:
    return {row[0]: row[1] for row in lexicon("time_leans")}


def leans(words: list[Word], start: int, end: int) -> Lean:
    """Tell whether the time at `[start, end)` lies behind the report's day or ahead of it, and by which word."""
    before = words[start - 1].form if start else ""
    if before in _AHEAD:
        return Lean("future", f"preposition:{before}", near=True)
    if before == "since":
        return Lean("past", "preposition:since", near=True)
    for i in range(start - 1, max(-1, start - _REACH), -1):
        if words[i].kind in ("stop", "break"):
            break
        if lean := _cue(words, i):
            return lean._replace(near=start - i <= _NEAR and words[i].form not in neighbours("planning"))
    if end < len(words) and words[end].kind == "poss":
        return Lean(None)  # Sunday's attack: the verb that follows is not the attack's
    for i in range(end, min(len(words), end + _REACH)):
        if words[i].kind in ("stop", "break"):
            break
        if lean := _cue(words, i):
            return lean
    return Lean(None)


def _cue(words: list[Word], i: int) -> Lean | None:
    form, cue = words[i].form, _cues().get(words[i].form)
    if cue == "future":
        firm = not any(word.form in _WAS for word in words[max(0, i - 2) : i])
        return Lean("future", f"cue:{form}", firm)
    if cue == "past" or (cue is None and words[i].kind == "word" and form.endswith("ed") and len(form) > 4):
        for j in range(i - 1, max(-1, i - 4), -1):
            if _cues().get(words[j].form) == "future" or words[j].form == "to":
                return Lean("future", f"cue:{words[j].form} {form}", words[j].form != "to")
            if words[j].form not in _BETWEEN:
                break
        return Lean("past", f"tense:{form}")
    return None
