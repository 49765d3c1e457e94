"""How much a line of the chronicle tells a reader in a hurry; what tells little is held back, never dropped.

A line that begins in mid-sentence, or whose event has neither a named party nor a place, tells nothing on its
own. Of the others those tell most that several reports or surely independent voices tell, that are disputed, dated to
the day, and of deeds rather than words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date as Date  # noqa: N812 (an entry's own date is a text)
from datetime import timedelta

from rashomon.records import ChronicleEntry, Event

_BROKEN = re.compile(r"[\W_]*(?:[a-z]|$)")
_PRONOUN = re.compile(r"[“\"‘']*(?:he|she|it|they|we|i|this|that|these|those)\b", re.IGNORECASE)
_WORDS = frozenset({"ACCUSE", "REJECT", "REQUEST", "SUPPORT", "CONSULT"})
_DAY = 10
_WEEK, _EPISODE = timedelta(days=7), timedelta(days=45)
_FRAGMENT = -10


def weight(entry: ChronicleEntry, events: Sequence[tuple[Event, bool]], reports: int) -> int:
    """Weigh a line that `reports` stand behind; `events` are its rows, each with whether it names a party or a place.

    Below 0 it tells nothing on its own.
    """
    if _BROKEN.match(entry.title) or (events and not any(named for _, named in events)):
        return _FRAGMENT
    told = 3 * min(reports - 1, 3) + 3 * min(max(entry.independent_origins[0] - 1, 0), 3) + 2 * bool(entry.conflicts)
    told += _dated(entry.date) + (not _PRONOUN.match(entry.title))
    told += any(event.type not in _WORDS for event, _ in events)
    return told + any(event.modality == "asserted" for event, _ in events)


def _dated(date: str | None) -> int:
    if not date:
        return 0
    first, _, last = date.partition("/")
    try:
        length = Date.fromisoformat((last or first)[:_DAY]) - Date.fromisoformat(first[:_DAY])
    except ValueError:
        return 1
    return 3 if length <= _WEEK else 2 if length <= _EPISODE else 1
