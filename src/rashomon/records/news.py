"""What a watched case knows of its feeds, and what a round of watching found that is new."""

from __future__ import annotations

from dataclasses import dataclass

from rashomon.records.vocabulary import Bounds


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed with what it gave last time: validators, when it was asked, failures in a row, when it is due again."""

    url: str
    etag: str = ""
    modified: str = ""
    checked: str = ""
    failures: int = 0
    due: float = 0.0
    problem: str = ""


@dataclass(frozen=True, slots=True)
class NewsItem:
    """One thing that is new: its id, what it says, and for a claim its origins (`before` where it had some).

    Of a claim `outlet` names those whose reports tell it, `url` is the first of these that has one, `who` are its
    voices and `date` is the day for which it is told.
    """

    id: str
    text: str
    outlet: str = ""
    url: str = ""
    origins: Bounds | None = None
    before: Bounds | None = None
    who: str = ""
    date: str = ""


@dataclass(frozen=True, slots=True)
class News:
    """What is new since the last time that anything was told."""

    reports: tuple[NewsItem, ...] = ()
    claims: tuple[NewsItem, ...] = ()
    grown: tuple[NewsItem, ...] = ()
    conflicts: tuple[NewsItem, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.reports or self.claims or self.grown or self.conflicts)
