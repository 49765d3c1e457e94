"""Tokens embedded once for each kind have the vectors that the model gives them one by one."""

from __future__ import annotations

import numpy as np
import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from rashomon.reading.read import DEFAULT_MODEL
from rashomon.spacy_fast import embed_once

_TEXTS = (
    "The port of Velm was closed on Monday, the port's master said. The port, he said, was closed for good.",
    "",
    "Closed.",
    "  \n\nThe ferry came in at 7 p.m.; the ferry’s crew of 12 was well, and the 12 were glad.\n",
)


@pytest.fixture(scope="module")
def models() -> tuple[Language, Language]:
    quick = spacy.load(DEFAULT_MODEL)
    embed_once(quick)
    return spacy.load(DEFAULT_MODEL), quick


def _docs(nlp: Language) -> list[Doc]:
    return [nlp.make_doc(text) for text in _TEXTS]


@pytest.mark.parametrize("at", range(len(_TEXTS) + 1))
def test_the_vectors_are_the_same_to_the_bit(models: tuple[Language, Language], at: int) -> None:
    plain, quick = models
    ours, theirs = (_docs(nlp)[at : at + 1] or _docs(nlp) for nlp in (quick, plain))
    for told, wanted in zip(
        quick.get_pipe("tok2vec").predict(ours), plain.get_pipe("tok2vec").predict(theirs), strict=True
    ):
        assert told.shape == wanted.shape
        assert np.array_equal(told, wanted)


def test_the_shared_and_the_recognizer_s_own_embedding_are_quick(models: tuple[Language, Language]) -> None:
    def forwards(nlp: Language) -> list[str]:
        models = [component.model for _, component in nlp.pipeline if getattr(component, "model", None)]
        return [node._func.__qualname__ for model in models for node in model.walk()]

    plain, quick = (sum("_forward.<locals>" in name for name in forwards(nlp)) for nlp in models)
    assert (plain, quick) == (0, 2)


def test_no_docs_have_no_vectors(models: tuple[Language, Language]) -> None:
    plain, quick = models
    assert list(quick.get_pipe("tok2vec").predict([])) == list(plain.get_pipe("tok2vec").predict([]))


def test_a_model_saved_is_loaded_again(models: tuple[Language, Language], tmp_path) -> None:  # type: ignore[no-untyped-def]
    _, quick = models
    quick.to_disk(tmp_path / "model")
    again = spacy.load(tmp_path / "model")
    text = _TEXTS[0]
    assert [(t.tag_, t.dep_, t.head.i) for t in again(text)] == [(t.tag_, t.dep_, t.head.i) for t in quick(text)]
