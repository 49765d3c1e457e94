"""What the readers leave on a spaCy Doc: one `doc._.rashomon_*` layer each, a tuple of records in text order.

`rashomon_published` (a Publication) is set from outside, or by the regions reader, before any reader that needs
the report's day; `rashomon_parts` are the parts of a live page, each with its own (dated_parts). Spans are character
offsets into `doc.text`, which has the length of the stored text.
"""

from __future__ import annotations

from typing import Any

from spacy.tokens import Doc

_DEFAULTS: dict[str, Any] = {
    "rashomon_report": None,
    "rashomon_published": None,
    "rashomon_parts": (),
    "rashomon_outlet": None,
    "rashomon_title": None,
    "rashomon_regions": (),
    "rashomon_credits": (),
    "rashomon_mentions": (),
    "rashomon_chains": (),
    "rashomon_times": (),
    "rashomon_attributions": (),
    "rashomon_events": (),
    "rashomon_eventualities": (),
    "rashomon_figures": (),
    "rashomon_clauses": (),
    "rashomon_words": (),
}


def layers() -> None:
    """Register the layers, once."""
    for name, default in _DEFAULTS.items():
        if not Doc.has_extension(name):
            Doc.set_extension(name, default=default)


layers()
