"""States, their capitals and demonyms: what the report's place words stand for, from language/world/countries.txt."""

from __future__ import annotations

from functools import cache

from rashomon.language import lexicon


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
