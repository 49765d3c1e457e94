"""How much a line of the chronicle tells a reader in a hurry; what tells little is held back, never dropped.

A line that begins in mid-sentence, or whose event has neither a named party nor a place, tells nothing on its
own. Of the others those tell most that several reports or surely independent voices tell, that are disputed, dated to
the day, and of deeds rather than words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from rashomon.records import ChronicleEntry, Event

_BROKEN = re.compile(r"[\W_]*(?:[a-z]|$)")
_PRONOUN = re.compile(r"[“\"‘']*(?:he|she|it|they|we|i|this|that|these|those)\b", re.IGNORECASE)
_WORDS = frozenset({"ACCUSE", "REJECT", "REQUEST", "SUPPORT", "CONSULT"})
_DAY = 10
_FRAGMENT = -10


def weight(entry: ChronicleEntry, events: Sequence[tuple[Event, bool]], reports: int) -> int:
    """Weigh a line that `reports` stand behind; `events` are its rows, each with whether it names a party or a place.

    Below 0 it tells nothing on its own.
    """
    if _BROKEN.match(entry.title) or (events and not any(named for _, named in events)):
        return _FRAGMENT
    told = 3 * min(reports - 1, 3) + min(max(entry.independent_origins[0] - 1, 0), 3) + 3 * bool(entry.conflicts)
    told += _dated(entry.date) + (not _PRONOUN.match(entry.title))
    told += any(event.type not in _WORDS for event, _ in events)
    return told + any(event.modality == "asserted" for event, _ in events)


def _dated(date: str | None) -> int:
    if not date:
        return 0
    first, _, last = date.partition("/")
    if len(first) < _DAY:
        return 1
    return 3 if not last or first[:8] == last[:8] else 1
