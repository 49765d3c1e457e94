"""The quick ruler sets what spaCy's own ruler sets, whatever the rules ask for."""

from __future__ import annotations

from typing import Any

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc

from rashomon.reading import pipeline
from rashomon.reading.read import DEFAULT_MODEL
from rashomon.spacy_fast.attributes import AttributeRules

_TEXTS = (
    "The harbour-master ain't gonna say who'd let's them in, but she's got ta know.",
    "There were  two men there; a third had gone.\n\nIt was the ship that the port's own crew\tcalled hers.",
    "“Y'all come on,” he said. Those which we saw were better than most, and all of 'em had been sold for $3 .",
    "",
    " \n ",
)
_ATTRIBUTES = ("TAG", "POS", "MORPH", "LEMMA", "DEP", "HEAD", "ENT_IOB", "SENT_START", "NORM")


@pytest.fixture(scope="module")
def model() -> Language:
    return spacy.load(DEFAULT_MODEL)


def _set(doc: Doc) -> list[list[int]]:
    return [list(map(int, row)) for row in doc.to_array(list(_ATTRIBUTES)).tolist()]


@pytest.mark.parametrize("text", _TEXTS)
def test_the_model_s_own_rules_set_the_same(model: Language, text: str) -> None:
    name, ours = "attribute_ruler", pipeline().get_pipe("attribute_ruler")
    assert isinstance(ours, AttributeRules)
    assert ours.patterns == model.get_pipe(name).patterns
    with model.select_pipes(disable=[name, "lemmatizer"]):
        first, second = model(text), model(text)
    theirs = model.get_pipe(name)(first)
    quick = AttributeRules(model.vocab)
    quick.add_patterns(ours.patterns)
    assert _set(quick(second)) == _set(theirs)
    assert not text.strip() or any(token.pos for token in second)


_VALUES: dict[str, list[Any]] = {
    "TAG": ["A", "B", {"IN": ["A", "C"]}, {"NOT_IN": ["A", ""]}],
    "LOWER": ["ax", "by", {"REGEX": "^a"}, {"NOT_IN": ["by"]}],
    "ORTH": ["Ax", "by"],
    "POS": ["NOUN", "", {"NOT_IN": ["NOUN"]}, {"NOT_IN": []}],
    "IS_SPACE": [True, False],
    "IS_PUNCT": [True, False],
    "IS_TITLE": [True],
    "OP": ["?", "+", "!"],
}
_ASKED = st.sets(st.sampled_from(sorted(_VALUES)), max_size=3).flatmap(
    lambda names: st.fixed_dictionaries({name: st.sampled_from(_VALUES[name]) for name in sorted(names)})
)
_VOCAB = spacy.blank("en").vocab
_PATTERN = st.lists(_ASKED, min_size=1, max_size=2)
_RULE = st.fixed_dictionaries(
    {
        "patterns": st.lists(_PATTERN, min_size=1, max_size=2),
        "attrs": st.sampled_from(
            [{"POS": "VERB"}, {"POS": "X", "MORPH": "Number=Sing"}, {"MORPH": "Number=Plur"}, {"LEMMA": "it"}]
        ),
        "index": st.sampled_from([0, -1]),
    }
)


@pytest.mark.filterwarnings("ignore:.*W036")  # spaCy's own ruler warns when it has no rules
@settings(max_examples=150, deadline=None)
@given(
    rules=st.lists(_RULE, max_size=6),
    tokens=st.lists(
        st.tuples(st.sampled_from(["Ax", "ax", "by", ",", " ", "ay"]), st.sampled_from("ABC"), st.booleans()),
        max_size=6,
    ),
)
def test_any_rules_set_the_same(rules: list[Any], tokens: list[tuple[str, str, bool]]) -> None:
    docs = []
    for ruler in (AttributeRuler(_VOCAB), AttributeRules(_VOCAB)):
        ruler.add_patterns(rules)
        doc = Doc(
            _VOCAB,
            words=[word for word, _, _ in tokens],
            tags=[tag for _, tag, _ in tokens],
            pos=["NOUN" if noun else "" for _, _, noun in tokens],
        )
        docs.append(_set(ruler(doc)))
    assert docs[0] == docs[1]


def test_a_rule_added_later_counts() -> None:
    nlp = spacy.blank("en")
    ruler = AttributeRules(nlp.vocab)
    ruler.add([[{"LOWER": "quay"}]], {"POS": "NOUN"})
    assert ruler(nlp.make_doc("quay"))[0].pos_ == "NOUN"
    ruler.add([[{"LOWER": "quay"}]], {"POS": "PROPN"})
    assert ruler(nlp.make_doc("quay"))[0].pos_ == "PROPN"


def test_a_rule_for_a_token_outside_its_match_is_an_error() -> None:
    nlp = spacy.blank("en")
    ruler = AttributeRules(nlp.vocab)
    ruler.add([[{"LOWER": "quay"}]], {"POS": "NOUN"}, index=1)
    with pytest.raises(IndexError):
        ruler(nlp.make_doc("quay"))
