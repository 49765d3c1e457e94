"""The quick lemmatizer sets the lemmas that spaCy's own sets, and leaves those that are there."""

from __future__ import annotations

from itertools import product

import pytest
import spacy
from spacy.language import Language
from spacy.pipeline import Lemmatizer
from spacy.tokens import Doc

from rashomon.reading import pipeline
from rashomon.reading.read import DEFAULT_MODEL
from rashomon.spacy_fast.attributes import Lemmas

_TEXTS = (
    "The harbour-masters weren't leaving; the Leaves left, and those LEAVES had left worse marks than the best saws saw.",
    "She saw, lay and lied\n\nbetter. Better ports' quays: 1,200 metres!",
    " \n ",
    "",
)
_FORMS = ("saw", "Saws", "LEFT", "better", "lay", "lying", "axes", "data", "was", "“", " ", "ü", "12th")
_MORPHS = ("", "Number=Sing", "Number=Plur", "VerbForm=Inf", "Tense=Past|VerbForm=Fin", "Degree=Pos", "Degree=Cmp")


@pytest.fixture(scope="module")
def model() -> Language:
    return spacy.load(DEFAULT_MODEL)


def _quick(model: Language) -> Lemmas:
    component = Lemmas()
    lemmatizer = model.get_pipe("lemmatizer")
    assert isinstance(lemmatizer, Lemmatizer)
    component.lemmatizer = lemmatizer
    return component


@pytest.mark.parametrize("text", _TEXTS)
def test_a_text_has_the_model_s_own_lemmas(model: Language, text: str) -> None:
    assert isinstance(pipeline().get_pipe("lemmatizer"), Lemmas)
    with pipeline().select_pipes(disable=["rashomon_regions"]):
        lemmas = [token.lemma_ for token in pipeline()(text)]
    assert lemmas == [token.lemma_ for token in model(text)]
    assert all(lemmas)


@pytest.mark.filterwarnings("ignore:.*W108")  # spaCy's own says so where a word has no part of speech
def test_every_form_part_of_speech_and_morphology_has_the_same_lemma(model: Language) -> None:
    kinds = list(product(_FORMS, ("NOUN", "VERB", "ADJ", "PROPN", "AUX", "PUNCT", "SPACE", ""), _MORPHS))
    quick, theirs = _quick(model), model.get_pipe("lemmatizer")
    for order in (kinds, kinds[::-1]):  # what was asked first makes no difference
        words, pos, morphs = zip(*order, strict=True)
        docs = [Doc(model.vocab, words=list(words), pos=list(pos), morphs=list(morphs)) for _ in range(2)]
        assert [token.lemma_ for token in quick(docs[0])] == [token.lemma_ for token in theirs(docs[1])]


@pytest.mark.parametrize(("overwrite", "lemma"), [(False, "quay"), (True, "ship")])
def test_a_lemma_that_is_there_stays_unless_the_lemmatizer_overwrites(
    model: Language, overwrite: bool, lemma: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    component = _quick(model)
    monkeypatch.setattr(component.lemmatizer, "overwrite", overwrite)
    doc = Doc(model.vocab, words=["ships", "ships"], pos=["NOUN", "NOUN"], lemmas=["quay", ""])
    assert [token.lemma_ for token in component(doc)] == [lemma, "ship"]
