"""Role phrases find who they mean: by the role that the text gave somebody, else by the noun they share.

Definite singulars look back for the latest bearer of the role; an indefinite one introduces somebody new; "the
source" is the unnamed source spoken of before; "the Iraqi side" is Iraq's government.
"""

from __future__ import annotations

from rashomon.reading.mentions.draft import Draft
from rashomon.reading.mentions.page import Page
from rashomon.reading.mentions.roles import state_of
from rashomon.reading.mentions.thread import Thread

_STATE_NOUNS = frozenset({"government", "state", "side", "leadership", "regime", "administration", "authority"})
_GENERIC = frozenset(
    {
        "official",
        "leader",
        "politician",
        "diplomat",
        "man",
        "woman",
        "statesman",
        "guest",
        "visitor",
        "commander",
        "general",
        "officer",
        "nominee",
        "candidate",
    }
)
_KIN = frozenset(
    {
        "counterpart",
        "successor",
        "predecessor",
        "son",
        "daughter",
        "wife",
        "husband",
        "brother",
        "sister",
        "father",
        "mother",
        "ally",
        "rival",
        "opponent",
        "critic",
        "supporter",
        "aide",
        "cousin",
        "uncle",
        "widow",
        "member",
        "victim",
        "witness",
        "resident",
    }
)
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_INDEFINITE = frozenset({"a", "an", "another", "some", "two", "three", "four", "several", "many", "other", "one"})
_EXPANDED = {
    "pm": ("prime", "minister"),
    "fm": ("foreign", "minister"),
    "advisor": ("adviser",),
    "ceo": ("chief", "executive"),
}
_IGNORED = frozenset(
    {"the", "this", "that", "new", "former", "visiting", "senior", "top", "own", "'s", "’s", "current", "outgoing"}
)


class Referents:
    """Threads in reach of a role phrase, fed in text order."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.people: list[Thread] = []
        self.states: dict[str, Thread] = {}
        self.bodies: list[Thread] = []
        self.common: dict[tuple[str, bool], list[Thread]] = {}
        self.seen: dict[int, int] = {}
        self._profiles: dict[int, tuple[int, list[tuple[frozenset[str], str, bool]]]] = {}

    def meet(self, thread: Thread, draft: Draft) -> None:
        """Give a name of `thread` is read."""
        if id(thread) not in self.seen:
            (self.people if thread.kind == "person" else self.bodies).append(thread)
        if draft.state and thread.kind == "organisation":
            self.states[draft.state] = thread
            self.states[""] = thread if thread.state else self.states.get("", thread)
        self.seen[id(thread)] = draft.i

    def resolve(self, draft: Draft) -> Thread:
        """Give the thread that `draft` belongs to: one known, or a new one."""
        opener = self.page.lower[draft.i]
        definite = opener in _DEFINITE
        found = None
        if draft.kind == "person" and not draft.plural:
            found = self._person(draft, opener)
        elif (draft.key[0] in _STATE_NOUNS and not draft.plural) or draft.key[0] == "authority":
            found = self._state(draft, definite)
        elif definite and not draft.plural and draft.kind in {"organisation", "facility", "publication", "group"}:
            found = self._body(draft)
        if found is None and opener not in _INDEFINITE:
            found = self._same_noun(draft, definite)
        if found is None:
            found = Thread(draft.kind, state=draft.state, because=draft.because)
            self.common.setdefault((draft.key[0], draft.plural), []).append(found)
        found.add(draft)
        self.seen[id(found)] = draft.i
        return found

    def _person(self, draft: Draft, opener: str) -> Thread | None:
        lemma = draft.key[0]
        if lemma in _KIN or opener in _INDEFINITE or lemma == "source":
            return None
        wanted, former = self._words(
            draft.i, draft.j if lemma in {"head", "chief", "leader", "commander"} else draft.head + 1
        )
        best: Thread | None = None
        for thread in self.people:
            for words, state, past in self._profile(thread):
                fits = wanted <= words and past == former and (not draft.state or not state or state == draft.state)
                if fits and (best is None or self.seen[id(thread)] > self.seen[id(best)]):
                    best = thread
        if best is not None:
            draft.because = f"role-of:{best.drafts[0].text}"
            return best
        if lemma in _GENERIC and opener in _DEFINITE and draft.state:
            near = [t for t in self.people if t.state == draft.state and draft.i - self.seen[id(t)] < 80]
            if near:
                best = max(near, key=lambda t: self.seen[id(t)])
                draft.because = f"{lemma}-of:{draft.state}"
                return best
        return None

    def _words(self, i: int, j: int) -> tuple[frozenset[str], bool]:
        """Give the words of a role phrase that count, demonyms and "former" apart."""
        from rashomon.reading.mentions.atlas import atlas

        words: set[str] = set()
        former = False
        for k in range(i, j):
            word = self.page.lower[k]
            if word in {"former", "ex", "then", "late"}:
                former = True
            elif (
                word in _IGNORED
                or not word[0].isalpha()
                or atlas().demonym(self.page.words[k])
                or self.page.words[k] in atlas().states
            ):
                continue
            else:
                words |= set(_EXPANDED.get(word, (word,)))
        return frozenset(words - {"of"}), former

    def _profile(self, thread: Thread) -> list[tuple[frozenset[str], str, bool]]:
        size, profile = self._profiles.get(id(thread), (-1, []))
        if size != len(thread.roles):
            profile = [(*self._split(i, j), thread) for i, j in thread.roles]  # type: ignore[misc]
            profile = [(w, s, f) for w, s, f, _ in profile]  # type: ignore[misc]
            self._profiles[id(thread)] = (len(thread.roles), profile)
        return profile

    def _split(self, i: int, j: int) -> tuple[frozenset[str], str, bool]:
        words, former = self._words(i, j)
        return words, state_of(self.page, i, j), former

    def _state(self, draft: Draft, definite: bool) -> Thread | None:
        if draft.key[0] == "side" and not draft.state:
            return None
        thread = self.states.get(draft.state) if draft.state else (self.states.get("") if definite else None)
        if thread is not None:
            draft.because = f"government-of:{thread.state or thread.drafts[0].text}"
            draft.kind = "organisation"
        return thread

    def _body(self, draft: Draft) -> Thread | None:
        lemma = draft.key[0]
        fits = [
            t
            for t in self.bodies
            if any(lemma in d.key or lemma + "s" in d.key for d in t.drafts if d.form == "name")
            or (
                lemma in {"group", "movement", "militia", "organisation", "organization", "party", "company", "agency"}
                and t.kind in {"organisation", "group"}
                and not t.state
            )
        ]
        fits = [t for t in fits if draft.i - self.seen[id(t)] < 150]
        if (
            not fits
            or any(w in self.page.lower[draft.i : draft.head] for w in ("other", "same"))
            or draft.head - draft.i > 2
        ):
            return None
        best = max(fits, key=lambda t: (any(lemma in d.key for d in t.drafts), self.seen[id(t)]))
        draft.because = f"{lemma}:{best.drafts[0].text}"
        return best

    def _same_noun(self, draft: Draft, definite: bool) -> Thread | None:
        threads = self.common.get((draft.key[0], draft.plural), [])
        if (
            draft.kind in {"person", "group"}
            and not definite
            and draft.key[0] in {"source", "official", "observer", "expert", "analyst"}
        ):
            return None
        for thread in reversed(threads):
            if not draft.state or not thread.state or thread.state == draft.state:
                thread.state = thread.state or draft.state
                draft.because = f"same-noun:{draft.key[0]}"
                return thread
        return None
