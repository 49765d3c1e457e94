"""What makes a report carry another's words: the whole of it is taken from there, and not put in words of its own."""

from __future__ import annotations

from rashomon.records import Lineage

_OWN_WORDS = 0.6


def carries(row: Lineage) -> bool:
    """Tell whether the report of a derivation only carries what it derives from."""
    rewritten = row.relation == "rewrite" and row.score < _OWN_WORDS
    return bool(row.origin) and row.origin != row.report and row.extent == "whole" and not rewritten
