"""A thread is one chain while it grows: its drafts, in the order in which they were joined, and what they tell."""

from __future__ import annotations

from dataclasses import dataclass, field

from rashomon.reading.mentions.draft import Draft
from rashomon.records import NO_REASON, MentionKind, Reason


@dataclass(slots=True, eq=False)
class Thread:
    """One thing as the report speaks of it. `roles` are token spans with their head noun.

    `state` is the country that it belongs to, or is the government of.
    """

    kind: MentionKind
    drafts: list[Draft] = field(default_factory=list)
    roles: list[tuple[int, int, int]] = field(default_factory=list)
    gender: str = ""
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
