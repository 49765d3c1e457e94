"""The figures of a text: each number as an interval, what it counts, what befell that, and if it is a part."""

from rashomon.reading.figures.figures import figures

__all__ = ["figures"]
