"""The layers of a pipeline's models, also of those that a quick step stands for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from spacy.language import Language
from thinc.api import Model

from rashomon.spacy_fast.stand_in import StandIn


def layers(nlp: Language) -> Iterator[Model[Any, Any]]:
    """Give every layer of every component's model; one that two components share comes twice."""
    for _, component in nlp.pipeline:
        model = getattr(component.stock() if isinstance(component, StandIn) else component, "model", None)
        if isinstance(model, Model):
            yield from model.walk()
