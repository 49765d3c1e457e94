"""The quick steps against stock spaCy: the same annotation, for the versions that are named; saved, they read the same."""

from __future__ import annotations

import json
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pytest
import spacy
from click.testing import CliRunner
from spacy.language import Language

from rashomon import spacy_fast
from rashomon.cli import main
from rashomon.intake import intake
from rashomon.reading import pipeline, read
from rashomon.reading.grammar import ModelError, fits, fits_as_installed, needed
from rashomon.reading.read import DEFAULT_MODEL
from rashomon.records import Report
from rashomon.records.interchange import as_json
from rashomon.sample import sample
from rashomon.spacy_fast import HELD, NumpyProducts, held, quicken
from rashomon.spacy_fast.attributes import AttributeRules, Lemmas
from rashomon.spacy_fast.entity_recognition import EntityRecognition

_SET = ["TAG", "POS", "MORPH", "LEMMA", "DEP", "HEAD", "ENT_IOB", "ENT_TYPE", "SENT_START", "NORM"]
_HARD = (
    "Harbour-master Ilse Brandt ain't gonna say who'd let 'em in, but Ms. Brandt's got ta know.",
    "PORT HALIM, March 10 (Levant Wire) -\n\n Two   drones hit Mr. Saleh's depot; “We lost $2.5 million,” he said.\t",
    "The ferries' crews, it was said, had been sold for 3 % less than those which were seen lying at the quays.",
    " \n ",
    "",
)


def texts() -> list[str]:
    return [*(one.text for one in intake([str(sample())]) if isinstance(one, Report)), *_HARD]


def annotated(nlp: Language, given: list[str]) -> list[Any]:
    return [doc.to_array(_SET).tolist() for doc in nlp.pipe(given)]


def test_the_versions_are_those_that_this_check_was_run_with() -> None:
    """Where this fails, the rest of this file decides: if it holds, name the new version in `HELD`."""
    assert held(), {name: version(name) for name in HELD}


def test_quick_steps_annotate_as_stock_spacy_does() -> None:
    stock, quick = spacy.load(DEFAULT_MODEL), spacy.load(DEFAULT_MODEL)
    quicken(quick)
    kinds = {name: type(component) for name, component in quick.pipeline}
    assert (kinds["attribute_ruler"], kinds["lemmatizer"], kinds["ner"]) == (AttributeRules, Lemmas, EntityRecognition)
    assert annotated(quick, texts()) == annotated(stock, texts())


def test_readings_of_the_sample_are_those_of_stock_steps() -> None:
    reports = [one for one in intake([str(sample())]) if isinstance(one, Report)]
    stock = pipeline(fast=False)
    assert not {Lemmas, AttributeRules, EntityRecognition} & {type(component) for _, component in stock.pipeline}
    assert [*map(as_json, read(reports))] == [*map(as_json, read(reports, stock))]


def test_with_versions_that_nobody_checked_the_stock_steps_stay(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spacy_fast, "HELD", {"spacy": "3.8", "thinc": "8"})
    assert held(), "8 begins 8.3"
    monkeypatch.setattr(spacy_fast, "HELD", {"spacy": "3.80"})
    assert not held()
    nlp = spacy.load(DEFAULT_MODEL)
    quicken(nlp)
    kinds = {type(component) for _, component in nlp.pipeline}
    assert Lemmas in kinds, "it asks nothing that is not public"
    assert not {AttributeRules, EntityRecognition} & kinds


# ------------------------------------------------------------------------------------------------ saved and loaded


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder: Path = tmp_path_factory.mktemp("model") / "saved"
    pipeline().to_disk(folder)
    return folder


_LOADED = """
import json, sys, spacy
nlp = spacy.load(sys.argv[1])
from rashomon.cli import main
from rashomon.cli import main
from rashomon.records.interchange import as_json
from rashomon.intake import intake
from rashomon.reading import read
from rashomon.sample import sample
print(json.dumps([as_json(reading) for reading in read(list(intake([str(sample())])), nlp)]))
"""


def test_a_saved_pipeline_is_loaded_by_spacy_alone_and_reads_the_same(saved: Path) -> None:
    done = subprocess.run([sys.executable, "-c", _LOADED, str(saved)], capture_output=True, text=True, check=True)
    reports = [one for one in intake([str(sample())]) if isinstance(one, Report)]
    assert json.loads(done.stdout) == [as_json(reading) for reading in read(reports)]


def test_a_saved_pipeline_has_its_readers_once_and_is_quick_again(saved: Path) -> None:
    again = pipeline(str(saved))
    assert again.pipe_names == pipeline().pipe_names
    recognizer = again.get_pipe("ner")
    assert isinstance(recognizer, EntityRecognition)
    assert {type(layer.ops) for layer in recognizer.stock().model.walk()} == {NumpyProducts}
    assert annotated(again, texts()) == annotated(pipeline(), texts())


def test_a_pipeline_goes_through_bytes() -> None:
    again = spacy.blank("en").from_config(pipeline().config)
    again.from_bytes(pipeline().to_bytes())
    assert annotated(again, texts()[-5:]) == annotated(pipeline(), texts()[-5:])


def test_a_step_that_stands_for_nothing_yet_saves_nothing(tmp_path: Path) -> None:
    step = EntityRecognition()
    step.to_disk(tmp_path / "ner")
    assert step.from_disk(tmp_path / "ner") is step
    assert step.from_bytes(step.to_bytes()) is step
    assert not (tmp_path / "ner").exists()


# ---------------------------------------------------------------------------------------------------------- labels


def test_the_model_has_every_label_that_is_asked_for_and_no_label_is_listed_in_vain() -> None:
    nlp = spacy.load(DEFAULT_MODEL)
    for component, wanted in needed().items():
        assert wanted <= {*nlp.get_pipe(component).labels}
    fits_as_installed(DEFAULT_MODEL)


@pytest.mark.parametrize(
    ("lacking", "says"),
    [
        ({"parser": ["dobj"]}, "the parser of the spaCy pipeline m has no label dobj; the grammar asks"),
        ({"ner": ["GPE", "PERSON"]}, "the ner of the spaCy pipeline m has no label GPE, PERSON;"),
        ({"tagger": sorted(needed()["tagger"])}, "has no label AFX, CC, CD, DT, EX, HYPH and 25 more;"),
        ({"ner": None}, "the spaCy pipeline m has no ner;"),
    ],
)
def test_a_model_without_a_label_is_refused_in_one_line(lacking: dict[str, Any], says: str) -> None:
    told = {name: sorted(wanted - {*(lacking.get(name) or ())}) for name, wanted in needed().items()}
    told = {name: found for name, found in told.items() if name not in lacking or lacking[name] is not None}
    with pytest.raises(ModelError) as refused:
        fits("m", told)
    assert says in str(refused.value)
    assert "\n" not in str(refused.value)


def test_a_model_of_another_grammar_is_refused_when_it_is_loaded_and_by_what_it_tells_of_itself(tmp_path: Path) -> None:
    other = spacy.blank("de")
    other.add_pipe("sentencizer")
    other.to_disk(tmp_path / "other")
    for refusing in (pipeline, fits_as_installed):
        with pytest.raises(ModelError, match="has no parser, tagger, ner"):
            refusing(str(tmp_path / "other"))
    done = CliRunner().invoke(main, ["read", "-", "--model", str(tmp_path / "other")], input="Nobody came.")
    assert (done.exit_code, "has no parser, tagger, ner" in done.output) == (2, True)
    fits_as_installed(str(tmp_path))  # nothing is told there
