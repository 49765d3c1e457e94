"""What people decided and what changed by it, in plain words."""

from __future__ import annotations

from rashomon.records import JudgementKind

_KINDS: dict[JudgementKind, str] = {
    "merge": "these are one",
    "split": "these are two",
    "rename": "called otherwise",
    "reject": "not so",
    "re-date": "another day",
    "re-attribute": "somebody else says it",
    "same-source": "the same source",
    "not-same-source": "not the same source",
    "note": "note",
    "undo": "taken back",
}
_STATES = {
    "applied": "holds",
    "undone": "taken back",
    "orphaned": "rests on nothing any more",
    "overruled": "a later one holds",
}


def decided(kind: JudgementKind) -> str:
    """Give a kind of correction as people say it."""
    return _KINDS[kind]


def stands(state: str) -> str:
    """Give how a correction stands as people say it."""
    return _STATES[state]
