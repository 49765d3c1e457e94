"""What somebody watches: of a round's news, what is about the entities that were named, and nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from rashomon.case import Case
from rashomon.records import News

KINDS = ("reports", "claims", "grown", "conflicts")
"""The parts of a round's news."""


@dataclass(frozen=True, slots=True)
class Interest:
    """The reports, claims and conflicts that are wanted, by their ids; everything where they are None."""

    reports: frozenset[str] | None = None
    claims: frozenset[str] | None = None
    conflicts: frozenset[str] | None = None

    def wants(self, kind: str, id_: str) -> bool:
        """Tell whether a piece of news of one of `KINDS` is wanted."""
        wanted = {"reports": self.reports, "conflicts": self.conflicts}.get(kind, self.claims)
        return wanted is None or id_ in wanted

    def of(self, news: News) -> News:
        """Give what of a round is wanted."""
        return News(*(tuple(item for item in getattr(news, kind) if self.wants(kind, item.id)) for kind in KINDS))

    def told(self, news: Mapping[str, Any]) -> dict[str, list[Any]]:
        """Give what of a round that was kept as JSON is wanted."""
        return {kind: [item for item in news.get(kind, ()) if self.wants(kind, item["id"])] for kind in KINDS}


def interest(case: Case, entities: Iterable[str]) -> Interest:
    """Give the interest in some entities: reports that name them, claims about them, conflicts between such claims."""
    ids = list(dict.fromkeys(entities))
    reports, claims, conflicts = case.views.about(ids)
    return Interest(frozenset(reports), frozenset(claims), frozenset(conflicts))
