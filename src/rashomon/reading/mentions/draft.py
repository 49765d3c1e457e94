"""A draft is one mention while it is being read: its tokens stay, its kind and chain may still change.

A thread is one chain while it grows: its drafts, in the order in which they were joined, and what they tell.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from rashomon.records import NO_REASON, MentionForm, MentionKind, Reason


@dataclass(slots=True, eq=False)
class Thread:
    """One thing as the report speaks of it. `roles` are token spans with their head noun.

    `doubted`: a pronoun belies the gender of his given name.
    `state` is the country that it belongs to, or is the government of.
    """

    kind: MentionKind
    drafts: list[Draft] = field(default_factory=list)
    roles: list[tuple[int, int, int]] = field(default_factory=list)
    gender: str = ""
    doubted: bool = False
    state: str = ""
    because: Reason = NO_REASON

    def add(self, draft: Draft, because: Reason = NO_REASON) -> None:
        """Join `draft`; `because` replaces the reason that it came with."""
        self.drafts.append(draft)
        if because:
            draft.because = because
        self.gender = self.gender or draft.gender

    @property
    def named(self) -> bool:
        """Some mention of it is a name."""
        return any(d.form == "name" for d in self.drafts)


@dataclass(slots=True)
class Draft:
    """Tokens `[i, j)` of the page, with the head token; `start` and `end` are characters of the stored text.

    `key` is what two drafts of one name share; `title` the tokens of the title before a person's name;
    `titled` its words, courtesies left out; `late` where the text calls him so;
    `state` the country that a government, capital, country or demonym-bearing phrase stands for.
    """

    i: int
    j: int
    start: int
    end: int
    text: str
    kind: MentionKind
    form: MentionForm
    because: Reason
    head: int
    key: tuple[str, ...] = ()
    title: tuple[int, int] | None = None
    late: bool = False
    titled: frozenset[str] = frozenset()
    state: str = ""
    gender: str = ""
    plural: bool = False
    label: str = ""
