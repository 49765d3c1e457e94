"""What a figure counts, as figures are compared: what befell them where it tells that, else what they are."""

from __future__ import annotations

from rashomon.comparing.term import term
from rashomon.records import Figure


def counted(figure: Figure) -> str:
    """Give the key of what `figure` counts: figures with one key are of one kind."""
    return figure.fate or term(figure.counts)
