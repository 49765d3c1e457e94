"""What was judged in nomenklatura as judgements here: entities that a person took for one there are merged.

Its file has a line a pair, a JSON list: two ids, the judgement, a score, who judged and when. A positive judgement
leads through ids of its own (`NK-…`), so that what is one is told by all pairs together. What was judged to be two is
two here already, where nothing merged it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from rashomon.case.corrections.judge import judge
from rashomon.records import Judgement

if TYPE_CHECKING:
    from rashomon.case.case import Case

_BECAUSE = "judged one in nomenklatura"


@dataclass(frozen=True, slots=True)
class OneThing:
    """Ids that were judged to be of one thing, sorted; who judged last, and when."""

    ids: tuple[str, ...]
    who: str
    when: str


def is_from_nomenklatura(text: str) -> bool:
    """Tell whether a file's text is a list of pairs as nomenklatura writes them."""
    return text.lstrip().startswith("[")


def one_things(lines: Iterable[str]) -> list[OneThing]:
    """Give what was judged to be one, each with all its ids. Raises ValueError where a line makes no sense."""
    above: dict[str, str] = {}
    pairs: list[tuple[str, str, str]] = []

    def top(id_: str) -> str:
        while above.setdefault(id_, id_) != id_:
            id_ = above[id_]
        return id_

    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            left, right, judgement, _, who, when, *deleted = json.loads(line)
        except (ValueError, TypeError):
            raise ValueError(f"line {number} is no judgement of nomenklatura") from None
        if judgement == "positive" and not any(deleted):
            left, right = str(left), str(right)
            first, second = sorted((top(left), top(right)))
            above[second] = first
            pairs.append((left, str(who or ""), str(when or "")))
    members: dict[str, list[str]] = {}
    for id_ in list(above):
        members.setdefault(top(id_), []).append(id_)
    last: dict[str, tuple[str, str]] = {}
    for id_, who, when in pairs:
        last[top(id_)] = max(last.get(top(id_), ("", "")), (when, who))
    return [OneThing(tuple(sorted(ids)), last[key][1], last[key][0]) for key, ids in sorted(members.items())]


def merges(case: Case, lines: Iterable[str]) -> Iterator[Judgement]:
    """Give one merge for every thing of which this case has two entities or more. Raises ValueError as `one_things`."""
    for thing in one_things(lines):
        here = {entity.id for id_ in thing.ids for entity in case.findings.some("entities", [id_])}
        if len(here) > 1:
            yield judge(case, "merge", sorted(here), because=_BECAUSE, who=thing.who, when=_moment(thing.when))


def _moment(told: str) -> str | None:
    """When it was judged, as a judgement tells it (UTC; what follows the microseconds is cut short there); or None."""
    try:
        return datetime.fromisoformat(told[:26]).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
    except ValueError:
        return None
