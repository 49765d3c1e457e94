"""Whether somebody is a man or a woman, as far as a report tells: by title, noun or pronoun, else by given name.

Who is known to be a woman is no "he": what speaks of both leaves no doubt who is meant.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from rashomon.language import lexicon
from rashomon.records import Mention, Reading, Report

GENDER = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
"""Of whom each pronoun of one person can stand."""


class Genders:
    """Answers for the chains of the reports of a case."""

    def __init__(self, reports: Mapping[str, Report], readings: Mapping[str, Reading]) -> None:
        """`readings` are those of `reports`."""
        self._reports = reports
        self._chains: dict[tuple[str, str], list[Mention]] = {}
        for report, reading in readings.items():
            for m in reading.mentions:
                self._chains.setdefault((report, m.chain), []).append(m)
        self._known: dict[tuple[str, str], str] = {}

    def of(self, report: str, chain: str) -> str:
        """Give "m" or "f" for a chain of a report; "" where neither is told, or both are."""
        key = (report, chain)
        if key not in self._known:
            text = self._reports[report].text
            mentions = self._chains.get(key, [])
            told = {_of_words(text, m) for m in mentions if m.form != "pronoun"} - {""}
            told |= {GENDER.get(text[m.start : m.end].lower(), "") for m in mentions if m.form == "pronoun"} - {""}
            if not told:
                told = {_of_given_name(text, m) for m in mentions if m.form == "name"} - {""}
            self._known[key] = told.pop() if len(told) == 1 else ""
        return self._known[key]

    def may_be(self, report: str, chain: str, pronoun: str) -> bool:
        """Whether a pronoun of one person can stand for a chain, as far as is known."""
        return self.of(report, chain) in ("", GENDER.get(pronoun.lower(), ""))


def _of_words(text: str, m: Mention) -> str:
    """The gender that the title of a name tells ("Ms Berg"), or a noun ("his sister")."""
    words = text[m.start : m.end].split()
    if m.form == "nominal":
        return next((_nouns()[w] for w in (w.lower().strip(",.") for w in words) if w in _nouns()), "")
    title = text[max(0, m.start - _TITLE) : m.start].split()[-1:]
    for word in (*title, *words[:1]):
        if gender := _titles().get(word.rstrip(".").lower()):
            return gender
    return ""


def _of_given_name(text: str, m: Mention) -> str:
    words = text[m.start : m.end].split()
    return given_names().get(words[0], "") if len(words) > 1 else ""


_TITLE = 12
"""Characters before a name in which its title stands."""


@cache
def _titles() -> dict[str, str]:
    return {row[0].rstrip(".").lower(): row[1] for row in lexicon("titles") if len(row) > 1}


@cache
def given_names() -> dict[str, str]:
    """Give the given names that are mostly of one gender, and of which."""
    return {row[0]: row[1] for row in lexicon("given_names") if len(row) > 1}


@cache
def _nouns() -> dict[str, str]:
    return {row[0]: row[2] for row in lexicon("nominal_heads") if len(row) > 2}
