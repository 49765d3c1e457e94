"""Who wrote a report: the byline's names without what they do, and parted for a bibliography where they are a person's."""

import pytest

import depot
from rashomon.case import Case
from rashomon.exports.ledger import Ledger
from rashomon.exports.reference import Writer, _writer
from rashomon.formats.bibtex import bibtex
from rashomon.formats.csl import csl
from rashomon.intake.head import head
from rashomon.intake.names import authors
from rashomon.records import Report

BYLINES = [
    ("By Jane Doe, Political Editor", "Jane Doe", "what she does"),
    ("Jane Doe, political editor", "Jane Doe", "in small letters"),
    ("By Jane Doe | Staff Writer", "Jane Doe", "behind a bar"),
    ("Staff Writer", "", "nobody is named"),
    ("Jane Doe, Foreign Correspondent, and John Roe, Chief Reporter", "Jane Doe; John Roe", "two of them"),
    ("Jane Doe in Paris", "Jane Doe", "where she was sent"),
    ("Jane Doe in Paris and John Roe in Port Lanse", "Jane Doe; John Roe", "each elsewhere"),
    ("By Jane Doe and John Roe", "Jane Doe; John Roe", "two names alone"),
    ("Doe, Jane", "Doe, Jane", "the family name first"),
    ("Health and Safety Office", "Health and Safety Office", "one body"),
    ("Reporters Without Walls", "Reporters Without Walls", "a body that only begins so"),
    ("Editorial Board", "Editorial Board", "a body"),
    ("Doctors in Danger Network", "Doctors in Danger Network", "a body with a preposition"),
    ("Associated Press", "Associated Press", "an agency"),
    ("Rosa P.", "Rosa P.", "a letter keeps its point"),
    ("Jane Doe.", "Jane Doe", "a word does not"),
    ("Jane Doe Staff Writer", "Jane Doe", "no mark before what she does"),
    ("admin3", "", "an account of a number"),
    ("webmaster_2", "", "another"),
    ("April May", "April May", "two months that are a name where a program is told it"),
    ("Agent 99", "Agent 99", "a name with a number"),
]
WRITERS = [
    ("Jane Doe", Writer("Doe", "Jane"), "a given name and another"),
    ("Jane Mary Doe", Writer("Doe", "Jane Mary"), "two given names"),
    ("Jane van der Berg", Writer("Berg", "Jane", "van der"), "a particle before the family name"),
    ("John P. Roe", Writer("Roe", "John P."), "a letter"),
    ("Doe, Jane", Writer("Doe", "Jane"), "the family name first"),
    ("JOHN ROE", Writer("ROE", "JOHN"), "as it was printed"),
    ("Associated Press", Writer("Associated Press"), "an agency"),
    ("Selde Post", Writer("Selde Post"), "an outlet"),
    ("Doe, Roe & Sons", Writer("Doe, Roe & Sons"), "a firm"),
    ("Jane", Writer("Jane"), "one word"),
    ("Jane Doe and her two sons", Writer("Jane Doe and her two sons"), "more than a name"),
    ("Grace for the hungry", Writer("Grace for the hungry"), "opens as a given name does"),
]


@pytest.mark.parametrize(("told", "expected", "why"), BYLINES)
def test_names_in_a_byline(told, expected, why):
    assert authors([told]) == expected, why


@pytest.mark.parametrize(("told", "expected", "why"), WRITERS)
def test_a_person_has_a_family_name_and_a_body_does_not(told, expected, why):
    assert _writer(told) == expected, why


def test_references_tell_persons_parted_and_addresses_as_they_are(tmp_path):
    url = "https://selde.example/a?b=1&c=d_e%20f#g"
    report = Report("a", depot.TEXTS["a"], outlet="Post", url=url, author="Jane van der Berg; Associated Press")
    with Case(tmp_path / "w.case") as case:
        depot.keep(case, [report], [depot.READINGS[0]])
        text, items = "".join(bibtex(case, Ledger())), "".join(csl(case, Ledger()))
    assert "author = {van der Berg, Jane and {Associated Press}}" in text
    assert f"url = {{{url}}}" in text
    assert '"family": "Berg"' in items
    assert '"non-dropping-particle": "van der"' in items
    assert '"literal": "Associated Press"' in items


def test_half_a_character_in_what_a_page_calls_its_writer_is_left_out():
    held = """{"auth\\ud800ors": ["Ada Br\\ud800andt"], "b": "Karl Aster"}"""
    told = head(f"<html><head><meta name='parsely-page' content='{held}'></head><body><p>a</p></body></html>").metas
    assert told[1:] == (("parsely-page:authors", "Ada Brandt"), ("parsely-page:b", "Karl Aster"))
