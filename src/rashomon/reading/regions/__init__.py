"""Regions: which spans of a report are not article body."""

from rashomon.reading.regions.mark import regions

__all__ = ["regions"]
