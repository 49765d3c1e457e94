"""What readers ask of a parse: relations, forms, types of names. A model that lacks one of them is refused.

It would be read in silence otherwise. The labels are those of spaCy's English pipelines: dependencies after ClearNLP,
tags after the Penn Treebank, entities after OntoNotes: `language/en/parser_labels.txt`, by the names of `relations`,
`tags` and `entity_types`. No module of reading names a label (tested).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from rashomon.reading.grammar import entity_types, relations, tags

_OPTIONAL = relations.FLAT_NAME | tags.PAUSE | tags.INTERJECTION | entity_types.LANGUAGE
"""What some models give beside; what it marks is read without it too."""
_SHOWN = 6


@cache
def needed() -> Mapping[str, frozenset[str]]:
    """Give the labels that each component must have: all that the grammar names, but for the optional ones."""
    components = {"parser": relations, "tagger": tags, "ner": entity_types}
    named = {name: [v for v in vars(room).values() if isinstance(v, frozenset)] for name, room in components.items()}
    return {name: frozenset().union(*sets) - _OPTIONAL for name, sets in named.items()}


def label(one: frozenset[str]) -> str:
    """Give the label of a relation, form or type that has but one: to write it where a parse is mended."""
    (found,) = one
    return found


class ModelError(ValueError):
    """A language model does not have the labels that the grammar asks for; the message says which."""


def fits(model: str, labels: Mapping[str, Iterable[str]]) -> None:
    """Raise ModelError where the components of `model`, by name, lack labels that the grammar asks for.

    >>> fits("de_core_news_sm", {"parser": ["sb", "oa"], "tagger": ["NN"]})
    Traceback (most recent call last):
    ...
    rashomon.reading.grammar.ModelError: the spaCy pipeline de_core_news_sm has no ner; ...
    """
    lacking = [component for component in needed() if component not in labels]
    if lacking:
        raise ModelError(f"the spaCy pipeline {model} has no {', '.join(lacking)}; {_ADVICE}")
    for component, wanted in needed().items():
        if missing := sorted(wanted - set(labels[component])):
            more = f" and {len(missing) - _SHOWN} more" if len(missing) > _SHOWN else ""
            told = ", ".join(missing[:_SHOWN])
            raise ModelError(f"the {component} of the spaCy pipeline {model} has no label {told}{more}; {_ADVICE}")


_ADVICE = "the grammar asks for the labels of spaCy's English pipelines, such as en_core_web_sm"


def fits_as_installed(model: str) -> None:
    """Raise ModelError where what is told of an installed model, or of one in a folder, shows that it cannot be read.

    The model is not loaded; where nothing is told of it, nothing is wrong yet.
    """
    found = find_spec(model) if model.isidentifier() else None
    for folder in found.submodule_search_locations or () if found else (model,):
        try:
            told = json.loads((Path(folder) / "meta.json").read_text("utf-8"))["labels"]
        except (OSError, ValueError, LookupError, TypeError):
            continue
        if isinstance(told, dict):
            fits(model, told)
