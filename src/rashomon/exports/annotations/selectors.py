"""Characters of a report as the Web Annotation model points at them: by position, and by quotation with its context.

Positions are code points, as the model asks, and so are ours.
"""

from __future__ import annotations

from typing import Any

from rashomon.records import Span

_AROUND = 32


def selectors(text: str, span: Span) -> list[dict[str, Any]]:
    """Give a TextPositionSelector and a TextQuoteSelector of the same characters."""
    start, end = span
    return [
        {"type": "TextPositionSelector", "start": start, "end": end},
        {
            "type": "TextQuoteSelector",
            "exact": text[start:end],
            "prefix": text[max(0, start - _AROUND) : start],
            "suffix": text[end : end + _AROUND],
        },
    ]
