"""Readers have their names in spaCy whichever is imported first, and cost nothing before they are asked for."""

from __future__ import annotations

import subprocess
import sys

import pytest

_PIPE = """
nlp = spacy.blank("en")
nlp.add_pipe("rashomon_times")
print([t.value for t in nlp("It fell in May 2011.")._.rashomon_times])
"""


def said(program: str) -> str:
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=240)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize(
    "imports",
    [
        "import rashomon.reading, spacy",
        "import spacy, rashomon.reading",
        "from rashomon.reading.times import find_times; import spacy.tokens",
        "from rashomon.reading import pipeline, read; import spacy",
    ],
    ids=["readers first", "spaCy first", "times first, then a part of spaCy", "pipeline first"],
)
def test_a_pipeline_finds_the_readers_by_name(imports: str) -> None:
    assert said(f"{imports}\n{_PIPE}") == "['2011-05']\n"


@pytest.mark.parametrize(
    "reader", ["regions", "mentions", "times", "attributions", "events"], ids=lambda reader: str(reader)
)
def test_every_reader_stands_alone_and_has_its_name_in_the_room(reader: str) -> None:
    program = f"""
import rashomon.reading, spacy
nlp = spacy.blank("en")
nlp.add_pipe("sentencizer")
nlp.add_pipe("rashomon_{reader}")
print(type(nlp("Nothing was said.")._.rashomon_{reader}).__name__, callable(rashomon.reading.{reader}_component))
"""
    assert said(program) == "tuple True\n"


def test_times_are_read_without_spacy_and_without_numpy() -> None:
    program = """
import sys
from rashomon.reading.times import find_times
print([t.value for t in find_times("It fell on Sunday.", "2020-12-30")], {"spacy", "numpy"} & {*sys.modules})
"""
    assert said(program) == "['2020-12-27'] set()\n"


def test_one_reader_imports_no_other() -> None:
    program = f"""
import rashomon.reading, spacy, sys{_PIPE}
print(sorted(m for m in sys.modules if m.startswith("rashomon.reading.") and m.endswith((".mentions", ".attributions", ".events"))))
"""
    assert said(program) == "['2011-05']\n[]\n"


def test_a_name_that_is_no_reader_is_an_error() -> None:
    import rashomon.reading

    with pytest.raises(AttributeError, match="gossip_component"):
        rashomon.reading.gossip_component  # noqa: B018
    assert {"read", "pipeline", "times_component"} <= {*dir(rashomon.reading)}
