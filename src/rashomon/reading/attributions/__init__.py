"""Who says so: the attributions of one report, each with its source, cue and content."""

from rashomon.reading.attributions.assemble import attributions

__all__ = ["attributions"]
