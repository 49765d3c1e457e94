"""Who did what to whom: PLOVER events with trigger, participants, place, date, modality and attribution."""

from rashomon.reading.events.events import events

__all__ = ["events"]
