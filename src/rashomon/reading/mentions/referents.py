"""Role phrases find who they mean: by the role that the text gave somebody, else by the noun they share.

Definite singulars look back for the latest bearer of the role; an indefinite one introduces somebody new; "the
source" is the unnamed source spoken of before; "the Iraqi side" is Iraq's government.
"""

from __future__ import annotations

from collections import deque

from rashomon.language import word_set
from rashomon.reading.grammar import relations as rel
from rashomon.reading.grammar import tags
from rashomon.reading.grammar.relations import dependents, has_dependent
from rashomon.reading.mentions.beside import body_sorts, sorts_beside
from rashomon.reading.mentions.gazetteer import atlas, gazetteer, nominal_heads
from rashomon.reading.mentions.kinds import OUTLET_NOUNS
from rashomon.reading.mentions.page import Draft, Page, Thread
from rashomon.reading.mentions.role_phrases import (
    counterpart_of,
    held_by,
    is_elsewhere,
    is_of_a_nation,
    is_of_another_term,
    nation,
    places,
    places_of,
)
from rashomon.records import Reason

_STATE_NOUNS = word_set("words_of_mentions", "of_a_state")
_GENERIC = word_set("words_of_mentions", "generic")
_RELATIVE = word_set("words_of_mentions", "relative")
_UNNAMED = word_set("words_of_mentions", "unnamed")
_DEFINITE = word_set("words_of_mentions", "definite")
_INDEFINITE = word_set("words_of_mentions", "indefinite")
_EXPANDED = {
    "pm": ("prime", "minister"),
    "fm": ("foreign", "minister"),
    "premier": ("prime", "minister"),
    "advisor": ("adviser",),
    "ceo": ("chief", "executive"),
    "spokesperson": ("spokesman",),
    "spokeswoman": ("spokesman",),
}
_PAST = word_set("words_of_mentions", "past")
_IGNORED = word_set("words_of_mentions", "ignored")
_OPENING, _CLOSING = frozenset({'"', "“", "‘", "``", "«"}), frozenset({'"', "”", "’", "''", "»"})
_NEAR, _REACH = 80, 150
_OWNERS = {"his": 1, "her": 2}
_WILL_NOT = word_set("words_of_mentions", "will_not")
_ANSWERS = word_set("words_of_mentions", "answers")
_ANYBODY = "people"
Profile = tuple[Thread, frozenset[str], str, bool]


class Referents:
    """The threads that a role phrase can mean, fed in text order."""

    def __init__(self, page: Page, named: list[Thread]) -> None:
        self.page = page
        self.seen: dict[int, int] = {}
        self.meant: dict[int, Thread] = {}
        """Whom "his" and "her" mean, by token."""
        self.at: dict[int, Thread] = {}
        self.roles: dict[str, list[Profile]] = {}
        self.recent: deque[Thread] = deque(maxlen=12)
        self.starts = {d.i: t for t in named for d in t.drafts if t.kind != "person"}
        self.named_at = {k: t for t in named for d in t.drafts for k in range(d.i, d.j)}
        self.states = {t.state: t for t in reversed(named) if t.state and t.kind == "organisation"}
        self.words: dict[str, deque[Thread]] = {}
        self.bodies: deque[Thread] = deque(maxlen=8)
        self.sorts: dict[int, frozenset[str]] = {}
        bodies = [t for t in named if _is_body(t)]
        self.alone = bodies[0] if len(bodies) == 1 else None
        self.common: dict[tuple[str, bool], deque[tuple[Thread, frozenset[str], int]]] = {}

    def meet(self, thread: Thread, draft: Draft) -> None:
        """A name of `thread` is read; its roles are in reach from here on."""
        if thread.kind == "person":
            if id(thread) not in self.seen:
                for i, j, head in thread.roles:
                    words, past = self._words(i, j)
                    nouns = {w for w in words if w in nominal_heads()} | {self.page.lower[head]}
                    nouns |= {self.page.word(head)}
                    for word in sorted(nouns):
                        self.roles.setdefault(word, []).append(
                            (thread, words, atlas().among(self.page.words, i, j), past)
                        )
            self.recent.append(thread)
        else:
            for word in draft.key:
                _put_last(self.words.setdefault(word, deque(maxlen=4)), thread)
            if _is_body(thread):
                _put_last(self.bodies, thread)
                if id(thread) not in self.sorts:
                    self.sorts[id(thread)] = self._sorts(thread)
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
        either = False
        lemma = draft.key[0]
        if lemma in OUTLET_NOUNS and not draft.plural and (found := self._outlet(draft)):
            draft.because = Reason(lemma, found.drafts[0].text)
            found.add(draft)
            self.seen[id(found)] = draft.i
            self.at.setdefault(draft.head, found)
            return found
        if draft.kind == "person":
            of_nation = not owner and is_of_a_nation(page, draft.head)
            bearers = [] if new or (owner is not None and owner.state) else self._bearers(draft, opener)
            draft.state = draft.state or (nation(page.words[draft.head]) if of_nation else "")
            if of_nation and opener in _DEFINITE:
                bearers = self._of_nation(draft)
            either = len(bearers) > 1
            found = bearers[0] if len(bearers) == 1 else None
        elif (lemma in _STATE_NOUNS and not draft.plural) or (lemma == "authority" and draft.plural):
            found = self._state(draft, opener, owner)
        elif opener in _DEFINITE and not draft.plural and not owner:
            found = self._body(draft)
        marks = _modifiers(page, draft) | ({draft.state} if draft.state else frozenset())
        whose = self._whose(draft, owner)
        if found is None and not either:
            found = self._same_noun(draft, opener, marks, whose)
        if found is None:
            found = Thread(draft.kind, state=draft.state, because=draft.because)
            known = self.common.setdefault((lemma, draft.plural), deque(maxlen=6))
            known.append((found, marks, whose))
        found.add(draft)
        self.seen[id(found)] = draft.i
        self.at.setdefault(draft.head, found)
        return found

    def _owner(self, draft: Draft) -> Thread | None:
        """Give the named possessor in the phrase ("Kadhimi's office")."""
        for k in range(draft.i, draft.head):
            if self.page.tags[k] in tags.GENITIVE and k > draft.i:
                return self.at.get(k - 1)
        return None

    def _whose(self, draft: Draft, owner: Thread | None) -> int:
        """Give what tells one possessor from another, 0 without one: "his lawyer" and "her lawyer" are two people."""
        if owner is None:
            owner = self.meant.get(draft.i)
        return _OWNERS.get(self.page.lower[draft.i], 0) if owner is None else id(owner)

    def _words(self, i: int, j: int) -> tuple[frozenset[str], bool]:
        """Give the words of a role phrase that count, and whether it is a past role ("former")."""
        words: set[str] = set()
        past = False
        for k in range(i, j):
            word = self.page.lower[k]
            past = past or word in _PAST
            if k in self.page.office_ends:
                words.add(self.page.word(k))
                if word in _RELATIVE:
                    continue
            if (
                k in self.page.office_parts
                or self.page.tags[k] in tags.ARTICLE | tags.ADPOSITION | tags.GENITIVE | tags.OWNING_PRONOUN
                or not word[0].isalpha()
                or word in _IGNORED | _PAST
            ):
                continue
            if not atlas().demonym(self.page.words[k]) and self.page.words[k] not in atlas().states:
                words |= {f"{self.page.prefix(k)}{w}" for w in _EXPANDED.get(word, (word,))}
        return frozenset(words), past

    def _bearers(self, draft: Draft, opener: str) -> list[Thread]:
        """Give who is meant by a person's role: the latest bearer, two where they were spoken of in one sentence."""
        lemma = draft.key[0]
        if (
            is_elsewhere(self.page, draft)
            or (lemma in _RELATIVE and not self._of_whom(draft))
            or (opener not in _DEFINITE and not draft.state and lemma not in _EXPANDED)
        ):
            return []
        whole = lemma in {"head", "chief", "leader", "commander"} or "-" in lemma
        stop = draft.j if whole else draft.head + 1
        wanted, past = self._words(draft.i, stop)
        bearers: list[Thread] = []
        told, held = False, False
        for thread, words, state, was in self.roles.get(_EXPANDED.get(lemma, (lemma,))[-1], ()):
            same_state = not draft.state or draft.state == (state or draft.state)
            if not wanted <= words or was != past or self._is_another(draft, thread):
                continue
            held = True
            if same_state:
                bearers.append(thread)
                told |= state == draft.state
        if held and not told and (other := counterpart_of(self.page, draft, self.recent)) is not None:
            bearers = [other]
        best = max(reversed(bearers), key=lambda t: self.seen[id(t)], default=None)
        if best is not None:
            together = [t for t in bearers if t is not best and self._named_together(t, best)]
            if not together:
                draft.because = Reason("role-of", best.drafts[0].text)
            return [best, *together]
        if lemma in _GENERIC and opener in _DEFINITE and draft.state and len(wanted) == 1:
            for thread in reversed(self.recent):
                if thread.state == draft.state and draft.i - self.seen[id(thread)] < _NEAR:
                    draft.because = Reason(f"{lemma}-of", draft.state)
                    return [thread]
        return []

    def _of_nation(self, draft: Draft) -> list[Thread]:
        """Give whom "the Spaniard" means: the last named of that nation, else the last whose nation is not told."""
        near = [t for t in self.recent if t.named and draft.i - self.seen[id(t)] < _REACH]
        near = sorted({id(t): t for t in near}.values(), key=lambda t: -self.seen[id(t)])
        theirs = [t for t in near if draft.state and self._nation(t) == draft.state]
        fitting = theirs or [t for t in near if not self._nation(t)]
        if (draft.key[0], False) in self.common or not fitting:
            return []
        draft.because = Reason("role-of", fitting[0].drafts[0].text)
        return [fitting[0], *(t for t in fitting[1:2] if self._named_together(t, fitting[0]))]

    def _nation(self, thread: Thread) -> str:
        """Give of what state somebody is said to be, by his offices or behind his name: "Lars Holm of Denmark"."""
        words, behind = self.page.words, (d.j for d in thread.drafts if d.form == "name")
        told = (
            atlas().among(words, j, min(j + 3, len(words))) for j in behind if words[j : j + 1] in (["of"], ["from"])
        )
        return thread.state or next((state for state in told if state), "")

    def _of_whom(self, draft: Draft) -> bool:
        """Whether it is said in words whose relative somebody is: "the king's brother"."""
        return any(self.page.tags[k] in tags.GENITIVE for k in range(draft.i, draft.head))

    def _is_another(self, draft: Draft, thread: Thread) -> bool:
        """Whether a role is of another place or term than the offices of its bearer."""
        here = places(self.page, self.named_at, draft.i, draft.j)
        there = places_of(self.page, self.named_at, thread) if here else frozenset()
        return (bool(there) and not here & there) or is_of_another_term(self.page, draft, thread)

    def named_later(self) -> list[tuple[Thread, Thread]]:
        """Give each person who is told by an office alone, with the one whose name follows further down."""
        found = []
        called: dict[int, set[str]] = {}  # the words of his roles, by the bearer
        for t in {id(t): t for bearers in self.roles.values() for t, *_ in bearers}.values():
            called[id(t)] = {word for _, _, head in t.roles for word in (self.page.word(head), self.page.lower[head])}
        for (lemma, plural), known in self.common.items():
            if plural or lemma in _GENERIC | _UNNAMED:
                continue
            for thread, _, owner in known:
                first = thread.drafts[0]
                whose = self._of_whom(first)
                if thread.kind != "person" or (owner and not whose) or is_elsewhere(self.page, first):
                    continue
                if lemma in _RELATIVE and not whose:
                    continue
                words, past = self._words(first.i, first.j)
                noun = _EXPANDED.get(lemma, (lemma,))[-1]
                bearers = [
                    (t, theirs, t.drafts[0].i)
                    for t, theirs, state, was in self.roles.get(noun, ())
                    if was == past
                    and not called[id(t)].isdisjoint((lemma, noun))
                    and (not first.state or state in {"", first.state})
                    and not self._is_another(first, t)
                ]
                if (meant := held_by(self.page, thread, words, bearers)) is not None:
                    found.append((thread, meant))
        return found

    def _named_together(self, one: Thread, other: Thread) -> bool:
        """Whether two were spoken of last in one sentence."""
        at = sorted((self.seen[id(one)], self.seen[id(other)]))
        return not any(self.page.first[k] for k in range(at[0] + 1, at[1] + 1))

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
            draft.because = Reason("government-of", thread.state or thread.drafts[0].text)
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
        """Read "the ministry", "this group": the latest body that has the word in its name, or is known to be one.

        A word before the noun that the name lacks ("the health ministry") means another. Where no body is known to
        be of the sort, the one body that the report names is meant, if names of that sort mostly do not tell it.
        """
        lemma, page = draft.key[0], self.page
        if draft.head - draft.i > 2 or {"other", "same", "armed", "new"} & set(page.lower[draft.i : draft.head]):
            return None
        marks = _modifiers(page, draft)
        for word in (lemma, lemma + "s"):
            bearers = [t for t in reversed(self.words.get(word, ())) if self._may_be_meant(t, draft, marks)]
            if not bearers:
                continue
            if not marks and (self._described_since(lemma, bearers[0]) or self._is_either(bearers)):
                return None
            draft.because = Reason(lemma, bearers[0].drafts[0].text)
            return bearers[0]
        sorts = body_sorts("noun").get(lemma)
        if sorts is None or draft.head - draft.i != 1 or draft.j != draft.head + 1:
            return None
        in_reach = [t for t in reversed(self.bodies) if draft.i - self.seen[id(t)] < _REACH]
        near_by = [t for t in in_reach if not self._inside(draft, t) and not self._was_silent(t)]
        known = [t for t in near_by if sorts[-1] in self.sorts[id(t)]]
        alone = self.alone if self.alone in near_by and sorts[-1] in body_sorts("bare") else None
        if self._is_either(known):
            return None
        other = alone is not None and (self.sorts[id(alone)] or _tells_its_sort(alone))
        meant = known[0] if known else None if other else alone
        if meant is not None:
            draft.because = Reason(lemma, meant.drafts[0].text)
        return meant

    def _may_be_meant(self, named: Thread, draft: Draft, marks: frozenset[str]) -> bool:
        near = draft.i - self.seen[id(named)] < _REACH and named.kind != "place"
        return near and draft.state in {"", named.state or draft.state} and _bears(named, marks)

    def _is_either(self, bearers: list[Thread]) -> bool:
        """Whether the last two were told of in one sentence, so that "the ministry" may be the one and the other."""
        return len(bearers) > 1 and self._named_together(bearers[0], bearers[1])

    def _described_since(self, lemma: str, named: Thread) -> bool:
        """Whether another one, told by its words alone, was spoken of last: "The health ministry … The ministry"."""
        known = self.common.get((lemma, False), ())
        return any(marks and self.seen[id(t)] > self.seen[id(named)] for t, marks, _ in known)

    def _sorts(self, thread: Thread) -> frozenset[str]:
        """Give of what sorts the report shows a body to be, wherever it names it."""
        told = {sort for d in thread.drafts if d.form == "name" for sort in sorts_beside(self.page, d)}
        return frozenset(told | ({"group"} if thread.kind == "group" else set()))

    def _inside(self, draft: Draft, thread: Thread) -> bool:
        """Whether the phrase stands in a clause that belongs to a mention: "Holm, whom the company sued"."""
        token = self.page.doc[draft.head]
        return any(self.at.get(above.i) is thread for above in token.ancestors if above.sent == token.sent)

    def _was_silent(self, thread: Thread) -> bool:
        """Whether a body was last told of where it said nothing: "Elm Bank declined to comment. The company said"."""
        who = self.page.doc[thread.drafts[-1].head]
        while who.dep_ in rel.APPOSITION:
            who = who.head
        verbs = [who.head, *dependents(who.head, rel.OPEN_CLAUSE)] if who.dep_ in rel.SUBJECT else []
        will_not = bool(verbs) and (verbs[0].lemma_ in _WILL_NOT or has_dependent(verbs[0], rel.NEGATION))
        return will_not and any(v.lemma_ in _ANSWERS for v in verbs)

    def _same_noun(self, draft: Draft, opener: str, marks: frozenset[str], owner: int) -> Thread | None:
        """The same noun again, unless its modifiers or possessor tell another one."""
        lemma = draft.key[0]
        if draft.kind == "place" or (lemma in _UNNAMED and opener not in _DEFINITE):
            return None
        before = [*reversed(self.common.get((lemma, draft.plural), ()))]
        bare = opener == "the" and draft.j - draft.i == 2 and not draft.plural
        if bare and before and self._two_alike(before):
            return None
        bare &= draft.kind == "organisation" or len(before) == 1  # "Berg's lawyer said … The lawyer added"
        if opener not in _DEFINITE:  # "police" are rather the police of before than the county police
            before.sort(key=lambda row: row[1] != marks)
        for thread, known, held in before:
            if bare and held:  # "Elm's ministry said … The ministry added": the one spoken of last
                draft.because = Reason("same-noun", lemma)
                return thread
            if owner != held or not (marks <= known or known <= marks) or self._named_otherwise(draft, marks - known):
                continue
            if draft.plural and self._counted_otherwise(draft, thread.drafts[0], opener):
                continue
            if opener in _INDEFINITE and not (draft.kind in {"group", "organisation"} and marks == known and marks):
                continue
            draft.because = Reason("same-noun", lemma)
            return thread
        return None

    def _counted_otherwise(self, draft: Draft, first: Draft, opener: str) -> bool:
        """Whether some of a kind are counted, and those told of beside them are all: "Three miners … Miners say"."""
        counts = [
            {self.page.lower[k] for k in range(d.i, d.head) if self.page.tags[k] in tags.NUMERAL}
            for d in (first, draft)
        ]
        if opener not in _DEFINITE and draft.key[0] == _ANYBODY:
            return draft.text.lower() != first.text.lower()  # "two of its people … People in Elm say"
        return counts[0] != counts[1] and (bool(counts[1]) or opener not in _DEFINITE)

    def _two_alike(self, before: list[tuple[Thread, frozenset[str], int]]) -> bool:
        """Whether the last two of one noun stand side by side: "the health ministry and the water ministry"."""
        if len(before) < 2 or not self._named_together(before[0][0], before[1][0]):
            return False
        last = self.page.doc[before[0][0].drafts[-1].head]
        return last.dep_ in rel.JOINED and last.head.i == before[1][0].drafts[-1].head

    def _named_otherwise(self, draft: Draft, marks: frozenset[str]) -> bool:
        """Whether a proper name before the noun tells one that was not spoken of: "the Karm party"."""
        before = range(draft.i, draft.head)
        proper = [k for k in before if self.page.tags[k] in tags.PROPER and self.page.lower[k] in marks]
        return any(self.page.words[k] not in atlas().states for k in proper)


def _put_last(threads: deque[Thread], thread: Thread) -> None:
    if thread in threads:
        threads.remove(thread)
    threads.append(thread)


def _is_body(thread: Thread) -> bool:
    """Whether a thread is a body of its own: no state, and no people."""
    people = thread.drafts[0].because.rule == "demonym"
    return thread.kind in {"organisation", "group"} and not thread.state and not people


def _tells_its_sort(thread: Thread) -> bool:
    """Whether a body's own name says what it is: neither the League for Human Rights nor a coast guard is a company."""
    if any(gazetteer().institution(d.text.split()[-n:]) for d in thread.drafts if d.form == "name" for n in (1, 2)):
        return True
    words = {word for d in thread.drafts if d.form == "name" for word in d.text.lower().split()}
    return any(
        nominal_heads().get(w, ("", ""))[0] in ("organisation", "group") or w in body_sorts("noun") for w in words
    )


def _bears(thread: Thread, marks: frozenset[str]) -> bool:
    """Whether every word of `marks` is a word of a name of the thread, or its acronym."""
    named = [d for d in thread.drafts if d.form == "name"]
    words = {word for d in named for word in (*d.key, *d.text.lower().replace("-", " ").split())}
    initials = {"".join(w[0] for w in d.text.split() if w[0].isupper()).lower() for d in named}
    return marks <= words | initials


def _modifiers(page: Page, d: Draft) -> frozenset[str]:
    """Give the words before the head noun that tell which one: no article, demonym or possessor."""
    return frozenset(
        page.lower[k]
        for k in range(d.i, d.head)
        if page.tags[k] in tags.NOUN | tags.NUMERAL | tags.ADJECTIVE | tags.PARTICIPLE
        and not gazetteer().adjective(page.words[k])
    )
