"""spaCy knows every reader by its name once spaCy is there, and none is imported before a pipeline asks for it.

Times are read without spaCy, so nothing here imports it: where it is not yet imported, the names wait for it.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from importlib.machinery import ModuleSpec
from importlib.util import find_spec
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

_READERS = {
    "rashomon_regions": ("rashomon.reading.regions", "regions"),
    "rashomon_month_names": ("rashomon.reading.month_names", "month_names"),
    "rashomon_long_sentences": ("rashomon.reading.long_sentences", "long_sentences"),
    "rashomon_mentions": ("rashomon.reading.mentions", "mentions"),
    "rashomon_times": ("rashomon.reading.times", "times"),
    "rashomon_events": ("rashomon.reading.events", "events"),
    "rashomon_eventualities": ("rashomon.reading.eventualities", "eventualities"),
    "rashomon_clauses": ("rashomon.reading.clauses", "clauses"),
}
_ASSIGNS = {
    "rashomon_regions": ["doc._.rashomon_regions", "token.is_sent_start"],
    "rashomon_long_sentences": ["token.dep", "token.head", "token.is_sent_start"],
}
_ENTITIES = ["doc.ents", "token.ent_iob", "token.ent_type"]


def factories() -> None:
    """Tell spaCy the names of the readers: now where it is imported, else right after somebody imports it."""
    if "spacy" in sys.modules:
        _register()
    elif not any(isinstance(finder, _Waiting) for finder in sys.meta_path):
        sys.meta_path.insert(0, _Waiting())


def _register() -> None:
    from spacy.language import Language

    import rashomon.reading.layers  # noqa: F401  (the layers stand as soon as the names do)

    for name, (home, reader) in _READERS.items():
        Language.factory(name, assigns=_ASSIGNS.get(name, ()), func=_making(home, reader))
    Language.factory("rashomon_attributions", default_config={"precise": False}, func=_attributions)
    Language.factory("rashomon_attribute_rules", func=_attribute_rules)
    Language.factory("rashomon_lemmas", assigns=["token.lemma"], func=_lemmas)
    Language.factory("rashomon_entity_recognition", assigns=_ENTITIES, func=_entity_recognition)


def _making(home: str, reader: str) -> Callable[[Language, str], Callable[[Doc], Doc]]:
    def make(nlp: Language, name: str) -> Callable[[Doc], Doc]:
        component: Callable[[Doc], Doc] = getattr(import_module(home), reader)
        return component

    return make


def _attributions(nlp: Language, name: str, precise: bool = False) -> Callable[[Doc], Doc]:
    from rashomon.reading.attributions import attributions

    return attributions(nlp, name, precise)


def _attribute_rules(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    from rashomon.reading.attribute_rules import AttributeRules

    return AttributeRules(nlp.vocab, name)


def _lemmas(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    from rashomon.reading.lemmas import Lemmas

    return Lemmas(name)


def _entity_recognition(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    from rashomon.reading.entity_recognition import EntityRecognition

    return EntityRecognition(name)


class _Waiting:
    """Finds spaCy as Python would, and registers the readers when it has been imported."""

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if fullname != "spacy":
            return None
        sys.meta_path.remove(self)
        spec = find_spec(fullname)
        if spec is not None and spec.loader is not None:
            execute: Callable[[ModuleType], Any] = spec.loader.exec_module

            def execute_and_register(module: ModuleType) -> None:
                execute(module)
                _register()

            vars(spec.loader)["exec_module"] = execute_and_register
        return spec
