"""Who says so: the attributions of one report, each with its source, cue and content."""

from rashomon.reading.attributions.attributions import attributions

__all__ = ["attributions"]
