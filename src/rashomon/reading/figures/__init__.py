"""The figures of a text: each number as an interval, with what it counts, what befell that, and whether it is a part."""

from rashomon.reading.figures.figures import figures

__all__ = ["figures"]
