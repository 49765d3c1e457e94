"""The quick recognizer sets the entities that spaCy's own sets, whatever the text and wherever its sentences begin."""

from __future__ import annotations

from typing import Any

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.pipeline import EntityRecognizer
from spacy.tokens import Doc, Span

from rashomon.reading import pipeline
from rashomon.reading.read import DEFAULT_MODEL
from rashomon.spacy_fast import entity_recognition
from rashomon.spacy_fast.entity_recognition import EntityRecognition

_ATTRIBUTES = ["ENT_IOB", "ENT_TYPE", "ENT_KB_ID", "ENT_ID"]
_TEXTS = (
    "Harbour-master Ilse Brandt told the Zahrian Gazette on 3 May 2021 that 14 ships of the Northern Quay Company left.",
    "The International Committee for the Protection of the Old Harbours and Lighthouses of the Southern Coast met.",
    "PORT HALIM, March 10 (Levant Wire) -\n\n Two   drones hit Mr. Saleh's depot; “We lost $2.5 million,” he said.\t",
    "Brandt",
    " \n ",
    "",
)
_WORDS = [
    "Ilse",
    "Brandt",
    "of",
    "the",
    "Halim",
    "Port",
    "Ministry",
    "said",
    "on",
    "Monday",
    ",",
    "$",
    "12",
    "\n",
    "and",
]


@pytest.fixture(scope="module")
def theirs() -> EntityRecognizer:
    component = spacy.load(DEFAULT_MODEL).get_pipe("ner")
    assert isinstance(component, EntityRecognizer)
    return component


@pytest.fixture(scope="module")
def ours(theirs: EntityRecognizer) -> EntityRecognition:
    component = EntityRecognition()
    component.recognizer = theirs
    return component


def _set(doc: Doc) -> Any:
    return doc.to_array(_ATTRIBUTES).tolist()


def test_the_pipeline_recognizes_quickly_and_as_the_model_does() -> None:
    assert isinstance(pipeline().get_pipe("ner"), EntityRecognition)
    with pipeline().select_pipes(disable=["rashomon_regions"]):
        quick = list(pipeline().pipe(_TEXTS))
    own = list(spacy.load(DEFAULT_MODEL).pipe(_TEXTS))
    assert [_set(doc) for doc in quick] == [_set(doc) for doc in own]
    assert sum(len(doc.ents) for doc in quick) > 8
    assert pipeline().get_pipe("ner").labels == spacy.load(DEFAULT_MODEL).get_pipe("ner").labels


@settings(max_examples=60, deadline=None)
@given(
    docs=st.lists(st.lists(st.tuples(st.sampled_from(_WORDS), st.booleans()), max_size=40), min_size=1, max_size=4),
    ahead=st.sampled_from([1, 2, 12]),
)
def test_any_docs_are_set_the_same(
    theirs: EntityRecognizer, ours: EntityRecognition, docs: list[list[tuple[str, bool]]], ahead: int
) -> None:
    def make() -> list[Doc]:
        return [
            Doc(theirs.vocab, words=[word for word, _ in doc], sent_starts=[start for _, start in doc]) for doc in docs
        ]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(entity_recognition, "_AHEAD", ahead)
        assert [_set(doc) for doc in ours.pipe(make())] == [_set(doc) for doc in theirs.pipe(make())]


def test_entities_that_are_there_stay(theirs: EntityRecognizer, ours: EntityRecognition) -> None:
    docs = [Doc(theirs.vocab, words=["The", "Quay", "Bell", "rang", "on", "Monday", "in", "Halim"]) for _ in range(2)]
    for doc in docs:
        doc.set_ents([Span(doc, 1, 3, "PRODUCT")], default="unmodified")
    other = Doc(theirs.vocab, words=["on", "Monday"])
    first, second, alone = ours(docs[0]), theirs(docs[1]), ours(other)
    assert _set(first) == _set(second)
    assert first.ents[0].label_ == "PRODUCT"
    assert [entity.text for entity in alone.ents] == ["Monday"]


def test_a_recognizer_of_another_make_decides_itself() -> None:
    nlp = spacy.load(DEFAULT_MODEL)
    recognizer = nlp.get_pipe("ner")
    recognizer.cfg["beam_width"] = 2
    component = EntityRecognition()
    component.recognizer = recognizer
    assert [_set(doc) for doc in component.pipe(map(nlp.make_doc, _TEXTS[:2]))] == [
        _set(doc) for doc in recognizer.pipe(map(nlp.make_doc, _TEXTS[:2]))
    ]
    assert component(nlp.make_doc(_TEXTS[0])).ents


def test_an_error_goes_where_the_pipeline_wants_it(theirs: EntityRecognizer) -> None:
    component, told = EntityRecognition(), []
    component.recognizer = theirs
    component.set_error_handler(lambda name, this, docs, error: told.append((name, len(docs))))
    broken: Any = "not a doc"
    assert list(component.pipe([broken])) == []
    assert told == [("ner", 1)]
