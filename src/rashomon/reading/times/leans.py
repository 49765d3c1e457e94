"""Which way a sentence points, told from its words alone: the nearest verb or cue before the time, else after it."""

from __future__ import annotations

from functools import cache

from rashomon.lexicons import lexicon
from rashomon.reading.times.context import Lean
from rashomon.reading.times.neighbours import neighbours
from rashomon.reading.times.words import Word

_REACH_BACK, _REACH_ON = 14, 10
_NEAR = 3  # words: a verb this close holds the time itself
_WAS = frozenset({"was", "were", "had"})
_IS_TO = frozenset({"is", "are", "was", "were"})
_BETWEEN = frozenset({"be", "been", "have", "not", "also", "soon", "then", "only", "formally", "officially"})


@cache
def _cues() -> dict[str, str]:
    return {row[0]: row[1] for row in lexicon("time_leans")}


def leans(words: list[Word], start: int, end: int) -> Lean:
    """Tell whether the time at `[start, end)` lies behind the report's day or ahead of it, and by which word."""
    before = words[start - 1].form if start else ""
    second = words[start - 2].form if start > 1 else ""
    soon = (before == "as" and second in ("soon", "early")) or (before == "of" and second == "ahead")
    ahead = before in neighbours("ahead")
    if ahead and before.endswith("ing") and (told := _before(words, start - 1)) and told.direction == "past":
        return told._replace(near=False)  # "has been shelled for days, starting Friday"
    if ahead or soon:
        return Lean("future", f"preposition:{before}", near=True)
    if before == "since":
        return Lean("past", "preposition:since", near=True)
    if lean := _before(words, start):
        return lean
    if end < len(words) and words[end].kind == "poss":
        return Lean(None)  # Sunday's attack: the verb that follows is not the attack's
    for i in range(end, min(len(words), end + _REACH_ON)):
        if words[i].kind in ("stop", "break"):
            break
        if lean := _cue(words, i):
            return lean
    return Lean(None)


def _before(words: list[Word], start: int) -> Lean | None:
    """Give what the nearest cue before the time says."""
    for i in range(start - 1, max(-1, start - _REACH_BACK), -1):
        if words[i].kind in ("stop", "break"):
            break
        if lean := _cue(words, i):
            return lean._replace(near=start - i <= _NEAR and words[i].form not in neighbours("planning"))
    return None


def _cue(words: list[Word], i: int) -> Lean | None:
    word, cue = words[i], _cues().get(words[i].form)
    after = words[i + 1].form if i + 1 < len(words) else ""
    if word.kind in ("month", "monthverb") and word.capital:
        return None
    if word.form == "to" and i and words[i - 1].form in _IS_TO:
        return Lean("future", f"cue:{words[i - 1].form} to", words[i - 1].form not in _WAS)
    if cue == "future-to":
        cue = "future" if after in ("to", "for") else "none"
    if cue == "future":
        if after == "not" and word.form in ("would", "could", "should"):
            return Lean("past", f"tense:{word.form} not")
        if word.form == "expected" and words[i - 1].form == "than":
            return None
        firm = not any(w.form in _WAS for w in words[max(0, i - 2) : i])
        return Lean("future", f"cue:{word.form}", firm)
    looks_past = cue is None and word.kind == "word" and len(word.form) > 4 and word.form.endswith("ed")
    if cue == "past" or (looks_past and not word.capital):
        return _past(words, i)
    return None


def _past(words: list[Word], i: int) -> Lean:
    """Read a past form, unless a modal or "to" before it makes it an infinitive's part ("would be reopened")."""
    told = Lean("past", f"tense:{words[i].form}")
    for j in range(i - 1, max(-1, i - 4), -1):
        form = words[j].form
        if form in ("would", "could", "should") and words[j + 1].form == "not":
            return told  # "could not be reached Sunday"
        if words[j].kind not in ("month", "monthverb") and (_cues().get(form) == "future" or form == "to"):
            return Lean("future", f"cue:{form} {words[i].form}", form != "to")
        if form not in _BETWEEN:
            break
    return told
