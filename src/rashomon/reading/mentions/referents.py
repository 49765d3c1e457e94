"""Role phrases find who they mean: by the role that the text gave somebody, else by the noun they share.

Definite singulars look back for the latest bearer of the role; an indefinite one introduces somebody new; "the
source" is the unnamed source spoken of before; "the Iraqi side" is Iraq's government.
"""

from __future__ import annotations

from collections import deque

from rashomon.reading.mentions.atlas import atlas
from rashomon.reading.mentions.draft import Draft
from rashomon.reading.mentions.gazetteer import gazetteer
from rashomon.reading.mentions.kinds import OUTLET_NOUNS
from rashomon.reading.mentions.nominal_heads import nominal_heads
from rashomon.reading.mentions.page import Page
from rashomon.reading.mentions.thread import Thread

# fmt: off
_STATE_NOUNS = frozenset({"government", "state", "side", "leadership", "regime", "administration"})
_GENERIC = frozenset({"official", "leader", "politician", "diplomat", "man", "woman", "statesman",
                      "commander", "general", "officer", "nominee", "candidate", "executive", "expert", "analyst"})
_RELATIVE = frozenset({"counterpart", "successor", "predecessor", "son", "daughter", "wife", "husband", "brother",
                       "sister", "father", "mother", "ally", "rival", "opponent", "critic", "supporter", "aide",
                       "cousin", "uncle", "widow", "member", "victim", "witness", "resident", "source", "citizen",
                       "guest", "visitor", "host"})
_BODY_NOUNS = frozenset({"group", "movement", "militia", "organisation", "organization", "party", "company", "agency",
                         "firm", "bank", "network", "institution", "union", "alliance"})
_UNNAMED = frozenset({"source", "official", "observer", "expert", "analyst", "person", "politician", "witness",
                      "resident"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_INDEFINITE = frozenset({"a", "an", "another", "some", "two", "three", "four", "several", "many", "other", "one", "any",
                         "every", "each", "no", "few", "more", "most", "both", "all"})
_EXPANDED = {"pm": ("prime", "minister"), "fm": ("foreign", "minister"), "premier": ("prime", "minister"),
             "advisor": ("adviser",), "ceo": ("chief", "executive"), "spokesperson": ("spokesman",),
             "spokeswoman": ("spokesman",)}
_PAST = frozenset({"former", "ex", "late", "ousted", "deposed", "slain"})
_IGNORED = frozenset({"new", "visiting", "senior", "top", "own", "current", "outgoing", "country", "nation", "then"})
# fmt: on
_OPENING, _CLOSING = frozenset({'"', "“", "‘", "``", "«"}), frozenset({'"', "”", "’", "''", "»"})
_NEAR, _REACH = 80, 150
Profile = tuple[Thread, frozenset[str], str, bool]


class Referents:
    """The threads that a role phrase can mean, fed in text order."""

    def __init__(self, page: Page, named: list[Thread]) -> None:
        self.page = page
        self.seen: dict[int, int] = {}
        self.at: dict[int, Thread] = {}
        self.roles: dict[str, list[Profile]] = {}
        self.recent: deque[Thread] = deque(maxlen=12)
        self.starts = {d.i: t for t in named for d in t.drafts if t.kind != "person"}
        self.states = {t.state: t for t in reversed(named) if t.state and t.kind == "organisation"}
        self.words: dict[str, Thread] = {}
        self.bodies: deque[Thread] = deque(maxlen=8)
        self.common: dict[tuple[str, bool], deque[tuple[Thread, frozenset[str], int]]] = {}

    def meet(self, thread: Thread, draft: Draft) -> None:
        """A name of `thread` is read; its roles are in reach from here on."""
        if thread.kind == "person":
            if id(thread) not in self.seen:
                for i, j, head in thread.roles:
                    words, past = self._words(i, j)
                    nouns = {w for w in words if w in nominal_heads()} | {self.page.lower[head]}
                    for word in sorted(nouns):
                        self.roles.setdefault(word, []).append(
                            (thread, words, atlas().among(self.page.words, i, j), past)
                        )
            self.recent.append(thread)
        else:
            for word in draft.key:
                self.words[word] = thread
            if thread.kind in {"organisation", "group"} and not thread.state:
                self.bodies.append(thread)
        if draft.state and thread.kind == "organisation":
            self.states[draft.state] = thread
            if draft.text not in atlas().states and draft.text not in atlas().capitals:
                self.states[""] = thread
        self.seen[id(thread)] = draft.i
        for k in range(draft.i, draft.j):
            self.at[k] = thread

    def resolve(self, draft: Draft) -> Thread:
        """Give the thread that the role phrase `draft` belongs to: one in reach, or a new one."""
        opener, page = self.page.lower[draft.i], self.page
        draft.state = atlas().among(page.words, draft.i, draft.head) or atlas().among(page.words, draft.head, draft.j)
        owner = self._owner(draft)
        new = opener in _INDEFINITE
        found: Thread | None = None
        lemma = draft.key[0]
        if lemma in OUTLET_NOUNS and not draft.plural and (found := self._outlet(draft)):
            draft.because = f"{lemma}:{found.drafts[0].text}"
            found.add(draft)
            self.seen[id(found)] = draft.i
            self.at.setdefault(draft.head, found)
            return found
        if draft.kind == "person":
            found = None if new or owner else self._person(draft, opener)
        elif (lemma in _STATE_NOUNS and not draft.plural) or (lemma == "authority" and draft.plural):
            found = self._state(draft, opener, owner)
        elif opener in _DEFINITE and not draft.plural and not owner:
            found = self._body(draft)
        marks = _modifiers(page, draft) | ({draft.state} if draft.state else frozenset())
        if found is None:
            found = self._same_noun(draft, opener, marks, 0 if owner is None else id(owner))
        if found is None:
            found = Thread(draft.kind, state=draft.state, because=draft.because)
            known = self.common.setdefault((lemma, draft.plural), deque(maxlen=6))
            known.append((found, marks, 0 if owner is None else id(owner)))
        found.add(draft)
        self.seen[id(found)] = draft.i
        self.at.setdefault(draft.head, found)
        return found

    def _owner(self, draft: Draft) -> Thread | None:
        """Give the named possessor in the phrase ("Kadhimi's office")."""
        for k in range(draft.i, draft.head):
            if self.page.tags[k] == "POS" and k > draft.i:
                return self.at.get(k - 1)
        return None

    def _words(self, i: int, j: int) -> tuple[frozenset[str], bool]:
        """Give the words of a role phrase that count, and whether it is a past role ("former")."""
        words: set[str] = set()
        past = False
        for k in range(i, j):
            word = self.page.lower[k]
            past = past or word in _PAST
            if self.page.tags[k] in {"DT", "IN", "POS", "PRP$"} or not word[0].isalpha() or word in _IGNORED | _PAST:
                continue
            if not atlas().demonym(self.page.words[k]) and self.page.words[k] not in atlas().states:
                words |= set(_EXPANDED.get(word, (word,)))
        return frozenset(words), past

    def _person(self, draft: Draft, opener: str) -> Thread | None:
        lemma = draft.key[0]
        if lemma in _RELATIVE or (opener not in _DEFINITE and not draft.state and lemma not in _EXPANDED):
            return None
        stop = draft.j if lemma in {"head", "chief", "leader", "commander"} else draft.head + 1
        wanted, past = self._words(draft.i, stop)
        best: Thread | None = None
        for word in _EXPANDED.get(lemma, (lemma,))[-1:]:
            for thread, words, state, was in self.roles.get(word, ()):
                same_state = not draft.state or draft.state == (state or draft.state)
                fits = wanted <= words and was == past and same_state
                if fits and (best is None or self.seen[id(thread)] >= self.seen[id(best)]):
                    best = thread
        if best is not None:
            draft.because = f"role-of:{best.drafts[0].text}"
            return best
        if lemma in _GENERIC and opener in _DEFINITE and draft.state and len(wanted) == 1:
            for thread in reversed(self.recent):
                if thread.state == draft.state and draft.i - self.seen[id(thread)] < _NEAR:
                    draft.because = f"{lemma}-of:{draft.state}"
                    return thread
        return None

    def _state(self, draft: Draft, opener: str, owner: Thread | None) -> Thread | None:
        """Read "the Iraqi side", "the Baghdad government", "Iran's leadership", "Kadhimi's government"."""
        lemma = draft.key[0]
        capital = self.page.words[draft.head - 1] if draft.head > draft.i else ""
        state = (
            draft.state
            or self._shared_of(draft.j)
            or atlas().capitals.get(capital, "")
            or (owner.state if owner is not None and lemma == "government" else "")
        )
        if (lemma == "side" and not state) or opener in _INDEFINITE or (lemma == "administration" and not state):
            return None
        thread = self.states.get(state) if state or (opener == "the" and draft.head - draft.i == 1) else None
        if thread is not None:
            draft.because = f"government-of:{thread.state or thread.drafts[0].text}"
        return thread

    def _shared_of(self, j: int) -> str:
        """Give the state that two nouns share: "the government and people of Iraq"."""
        words = self.page.words[j : j + 5]
        if len(words) < 4 or words[0] != "and" or words[2] != "of":
            return ""
        return atlas().among(words, 3, 5)

    def _outlet(self, draft: Draft) -> Thread | None:
        """Read "the “Elm” website", "the Elm newspaper", "the newspaper “Elm Today”": the outlet that stands beside."""
        before = draft.head - 1
        before -= before > 0 and self.page.words[before] in _CLOSING
        after = draft.head + 1
        after += after < len(self.page) and self.page.words[after] in _OPENING
        for thread in (self.at.get(before), self.starts.get(after)):
            if thread is not None and thread.kind in {"publication", "organisation"} and not thread.state:
                return thread
        return None

    def _body(self, draft: Draft) -> Thread | None:
        """Read "the ministry", "this group": the latest body that has the word in its name, or could be one."""
        lemma = draft.key[0]
        if draft.head - draft.i > 2 or {"other", "same", "armed", "new"} & set(self.page.lower[draft.i : draft.head]):
            return None
        named = self.words.get(lemma) or self.words.get(lemma + "s")
        near = named is not None and draft.i - self.seen[id(named)] < _REACH and named.kind != "place"
        if named is not None and near and draft.state in {"", named.state or draft.state}:
            draft.because = f"{lemma}:{named.drafts[0].text}"
            return named
        if lemma in _BODY_NOUNS and draft.head - draft.i == 1 and draft.j == draft.head + 1:
            for thread in reversed(self.bodies):
                if draft.i - self.seen[id(thread)] < _REACH:
                    draft.because = f"{lemma}:{thread.drafts[0].text}"
                    return thread
        return None

    def _same_noun(self, draft: Draft, opener: str, marks: frozenset[str], owner: int) -> Thread | None:
        """The same noun again, unless its modifiers or possessor tell another one."""
        lemma = draft.key[0]
        if draft.kind == "place" or (lemma in _UNNAMED and opener not in _DEFINITE):
            return None
        bare = opener == "the" and draft.j - draft.i == 2 and draft.kind == "organisation" and not draft.plural
        for thread, known, held in reversed(self.common.get((lemma, draft.plural), ())):
            if bare and held:  # "Elm's ministry said … The ministry added": the one spoken of last
                draft.because = f"same-noun:{lemma}"
                return thread
            if owner != held or not (marks <= known or known <= marks):
                continue
            if opener in _INDEFINITE and not (draft.kind in {"group", "organisation"} and marks == known and marks):
                continue
            draft.because = f"same-noun:{lemma}"
            return thread
        return None


def _modifiers(page: Page, d: Draft) -> frozenset[str]:
    """Give the words before the head noun that tell which one: no article, demonym or possessor."""
    return frozenset(
        page.lower[k]
        for k in range(d.i, d.head)
        if page.tags[k] in {"JJ", "NN", "NNP", "VBN", "CD"} and not gazetteer().adjective(page.words[k])
    )
