"""What spaCy knows of the readers: their names, and the layers that they leave on a Doc.

No reader is imported before a pipeline asks for it. spaCy finds this module by the entry points of the package,
whichever of the two is imported first; what reads without a pipeline (times) never imports it, nor spaCy.

A layer is `doc._.rashomon_*`, a tuple of records in text order. `rashomon_published` (a Publication) is set from
outside, or by the regions reader, before any reader that needs the report's day; `rashomon_parts` are the parts of a
live page, each with its own. Spans are character offsets into `doc.text`, which has the length of the stored text.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

import rashomon.spacy_fast  # noqa: F401  (the quick steps stand as soon as the names of the readers do)

_READERS = {
    "rashomon_regions": ("rashomon.reading.regions", "regions"),
    "rashomon_months": ("rashomon.reading.mended_parse", "months"),
    "rashomon_opening_plurals": ("rashomon.reading.mended_parse", "opening_plurals"),
    "rashomon_rehung": ("rashomon.reading.rehung", "rehung"),
    "rashomon_second_verbs": ("rashomon.reading.mended_parse", "second_verbs"),
    "rashomon_main_verbs": ("rashomon.reading.mended_parse", "main_verbs"),
    "rashomon_long_sentences": ("rashomon.reading.sentences", "long_sentences"),
    "rashomon_mentions": ("rashomon.reading.mentions", "mentions"),
    "rashomon_times": ("rashomon.reading.times", "times"),
    "rashomon_events": ("rashomon.reading.events", "events"),
    "rashomon_eventualities": ("rashomon.reading.eventualities", "eventualities"),
    "rashomon_clauses": ("rashomon.reading.clauses", "clauses"),
}
_ASSIGNS = {
    "rashomon_regions": ["doc._.rashomon_regions", "token.is_sent_start"],
    "rashomon_long_sentences": ["token.dep", "token.head", "token.is_sent_start"],
    "rashomon_main_verbs": ["token.dep", "token.head"],
}


def _making(home: str, reader: str) -> Callable[[Language, str], Callable[[Doc], Doc]]:
    def make(nlp: Language, name: str) -> Callable[[Doc], Doc]:
        component: Callable[[Doc], Doc] = getattr(import_module(home), reader)
        return component

    return make


@Language.factory("rashomon_attributions", default_config={"precise": False})
def _attributions(nlp: Language, name: str, precise: bool) -> Callable[[Doc], Doc]:
    from rashomon.reading.attributions import attributions

    return attributions(nlp, name, precise)


def factories() -> None:
    """Stand for the readers among the entry points: importing this module has told spaCy their names."""


for _name, (_home, _reader) in _READERS.items():
    Language.factory(_name, assigns=_ASSIGNS.get(_name, ()), func=_making(_home, _reader))


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
