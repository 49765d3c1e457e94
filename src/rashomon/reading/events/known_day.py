"""The killing of somebody whose killing is known has its known day, however the report comes to speak of it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from rashomon.language import lexicon
from rashomon.reading.events.trigger import Trigger
from rashomon.records import Reason

_KILLINGS = frozenset({"assassinate", "assassination", "death", "kill", "killing", "murder", "slaying"})
_TELL_OF_ONE = frozenset({"assassinated", "assassination", "killed", "killing", "murder"})
_WORDS = re.compile(r"[^\W_]+")


def known_day(trigger: Trigger, recipients: Iterable[str]) -> tuple[str, Reason] | None:
    """Give the ISO day and its basis (`known-event:`), or None. `recipients` are the names as written."""
    if not _KILLINGS & {trigger.token.lemma_.lower(), trigger.token.lower_}:
        return None
    for name in recipients:
        words = {w.casefold() for w in _WORDS.findall(name)}
        for victim, day in _victims():
            if victim <= words:
                return day, Reason("known-event", " ".join(sorted(victim)))
    return None


@cache
def _victims() -> tuple[tuple[frozenset[str], str], ...]:
    """Give the names of those killed and the day, longer names first; who was killed on two days is nobody's."""
    days: dict[frozenset[str], set[str]] = {}
    for day, words in lexicon("dated_events"):
        parts = frozenset(words.split())
        if parts & _TELL_OF_ONE and parts - _TELL_OF_ONE:
            days.setdefault(parts - _TELL_OF_ONE, set()).add(day)
    kept = [(victim, min(found)) for victim, found in days.items() if len(found) == 1]
    return tuple(sorted(kept, key=lambda row: (-len(row[0]), sorted(row[0]))))
