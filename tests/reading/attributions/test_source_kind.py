"""Who a source is: named, anonymous, an institution, an outlet or many."""

from functools import cache

import pytest

from rashomon.language import lexicon
from rashomon.reading import pipeline
from rashomon.records import Attribution

CLASSES = {"anonymous", "person", "office", "collective", "institution", "outlet", "document"}


@cache
def first(text: str) -> Attribution | None:
    rows = pipeline()(text)._.rashomon_attributions
    return rows[0] if rows else None


def kind(text: str) -> str | None:
    row = first(text)
    return None if row is None else row.source_kind


# Each hides who speaks; the content is always "the talks had failed".
HIDDEN = [
    "A source said the talks had failed.",
    "A senior source said the talks had failed.",
    "Two sources said the talks had failed.",
    "Several sources said the talks had failed.",
    "Sources said the talks had failed.",
    "Political sources said the talks had failed.",
    "Informed sources told the newspaper that the talks had failed.",
    "A source close to the minister said the talks had failed.",
    "Sources close to the delegation said the talks had failed.",
    "A source familiar with the matter said the talks had failed.",
    "Three people familiar with the matter said the talks had failed.",
    "People familiar with the negotiations said the talks had failed.",
    "A person close to the company said the talks had failed.",
    "A person briefed on the matter said the talks had failed.",
    "People briefed on the plan said the talks had failed.",
    "A person with knowledge of the discussions said the talks had failed.",
    "An official said the talks had failed.",
    "A senior official said the talks had failed.",
    "A senior security official said the talks had failed.",
    "An official briefed on the matter said the talks had failed.",
    "An Iraqi official, who spoke on condition of anonymity, said the talks had failed.",
    "A diplomat said the talks had failed.",
    "A Western diplomat said the talks had failed.",
    "Two European diplomats said the talks had failed.",
    "Diplomats said the talks had failed.",
    "Officials said the talks had failed.",
    "Administration officials said the talks had failed.",
    "Ministry officials said the talks had failed.",
    "Two officials said the talks had failed.",
    "Four senior officials said the talks had failed.",
    "An aide said the talks had failed.",
    "An aide to the president said the talks had failed.",
    "Aides said the talks had failed.",
    "A presidential adviser said the talks had failed.",
    "A former adviser said the talks had failed.",
    "An insider said the talks had failed.",
    "A party insider said the talks had failed.",
    "A staffer said the talks had failed.",
    "Two congressional staffers said the talks had failed.",
    "An eyewitness said the talks had failed.",
    "Witnesses said the talks had failed.",
    "A lawmaker who asked not to be named said the talks had failed.",
    "A general who declined to be identified said the talks had failed.",
    "An executive who was not authorised to speak publicly said the talks had failed.",
    "A commander who spoke on condition of anonymity said the talks had failed.",
    "An unnamed minister said the talks had failed.",
    "An unidentified spokesman said the talks had failed.",
    "A militia commander said the talks had failed.",
    "An army officer said the talks had failed.",
    "Two traders said the talks had failed.",
    "A trader said the talks had failed.",
    "A banker said the talks had failed.",
    "A resident said the talks had failed.",
    "A former employee said the talks had failed.",
    "Two former employees said the talks had failed.",
    "A friend of the family said the talks had failed.",
    "One of the officials said the talks had failed.",
    "One of the negotiators said the talks had failed.",
    "A handful of officials said the talks had failed.",
    "According to a source in the prime minister's office, the talks had failed.",
    "According to two people familiar with the matter, the talks had failed.",
    "The talks had failed, according to officials.",
    "The talks had failed, according to a senior diplomat.",
    "“The talks have failed,” said a source in the movement.",
    "“The talks have failed,” an official said.",
    "“The talks have failed,” said one diplomat who requested anonymity.",
    "The talks had reportedly failed.",
    "The talks had allegedly failed.",
    "The militias were accused of breaking the truce.",
    "The group was accused of the attack.",
]

KNOWN = [
    ("Anna Berg said the talks had failed.", "named_person", "a name"),
    ("Foreign Minister Anna Berg said the talks had failed.", "named_person", "a title and a name"),
    ("Mr. Berg said the talks had failed.", "named_person", "a courtesy title"),
    ("He said the talks had failed.", "named_person", "a pronoun"),
    ("The prime minister said the talks had failed.", "named_person", "an office held by one"),
    ("His lawyer said the talks had failed.", "named_person", "somebody's one lawyer"),
    ("The foreign ministry said the talks had failed.", "institution", "a ministry"),
    ("The government said the talks had failed.", "institution", "a government"),
    ("Police said the talks had failed.", "institution", "the police"),
    ("Norway said the talks had failed.", "institution", "a state"),
    ("The company said the talks had failed.", "institution", "a company"),
    ("The court ruled that the talks had failed.", "institution", "a court"),
    ("A poll found that the talks had failed.", "institution", "a document of nobody named"),
    ("Observers said the talks had failed.", "collective", "observers"),
    ("Analysts say the talks have failed.", "collective", "analysts"),
    ("Many voters believe the talks have failed.", "collective", "voters"),
    ("Critics say the talks have failed.", "collective", "critics"),
    ("A number of experts said the talks had failed.", "collective", "a number of experts"),
    ("Reports said the talks had failed.", "collective", "reports of nobody"),
    ("Opposition lawmakers said the talks had failed.", "collective", "lawmakers"),
    ("The New York Times reported that the talks had failed.", "outlet", "a newspaper"),
    ("The newspaper reported that the talks had failed.", "outlet", "a newspaper without its name"),
    ("The channel said the talks had failed.", "outlet", "a channel"),
]


def test_hidden_sources_are_anonymous() -> None:
    missed = [text for text in HIDDEN if kind(text) != "anonymous"]
    assert len(HIDDEN) >= 60
    assert len(missed) <= 0.05 * len(HIDDEN), missed


@pytest.mark.parametrize(("text", "expected", "why"), KNOWN, ids=[row[2] for row in KNOWN])
def test_known_sources(text: str, expected: str, why: str) -> None:
    assert kind(text) == expected, first(text)


def test_a_name_anywhere_in_the_chain_names_the_bare_surname() -> None:
    rows = pipeline()(
        "Senator Karl Brandt arrived on Monday. Brandt said the talks had failed."
    )._.rashomon_attributions
    assert [row.source_kind for row in rows] == ["named_person"]


def test_a_pronoun_stays_as_anonymous_as_the_source_before_it() -> None:
    text = "An official said the talks had failed. He added that nobody was surprised."
    assert [row.source_kind for row in pipeline()(text)._.rashomon_attributions] == ["anonymous", "anonymous"]


def test_every_noun_of_the_lexicon_has_a_known_class() -> None:
    assert {entry[1] for entry in lexicon("source_nouns")} == CLASSES
    assert all(entry[0] == entry[0].lower() for entry in lexicon("source_nouns"))
