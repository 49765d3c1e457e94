"""A text stands beside a rule that fires it, and what a row bears is a listed rule, or a word of a lexicon or a list."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import get_args

import pytest
from benchmarks.rule_examples import BETWEEN, fired, named, reports_of, rules_in

from rashomon.language import lexicon
from rashomon.reading import read
from rashomon.records import vocabulary
from rashomon.rules import rules

HOW_IT_IS_SAID = {"passive", "nosource", "nocomment", "held-against"}
"""What a cue's reason names beside its frame."""
OWN = {
    "ago-day": "They met two days ago today, on Monday.",
    "ago-half": "The port was shut half a year ago.",
    "armed-forces-of": "The Iranian army said it fired. ‖ Iranian armed forces denied it. Iran's military said so.",
    "day-clock": "They met on Monday at 5 p.m.",
    "day-number": "The talks begin on the 12th.",
    "half-unit": "They talked for half a day.",
    "likeness": "Muhammad al-Khoury resigned on Monday. ‖ Mohammed Al Khouri resigned on Monday.",
    "moment": "At the moment the port is shut.",
    "office-of": "The foreign minister of Iran, Javad Olin, spoke. ‖ Iran's foreign minister said that talks had failed.",
    "people-of": "Iranians voted on Sunday. ‖ The Iranian people will decide, a minister said. Tehran said that it would answer.",
    "per": "It costs 5 euros per day.",
    "shorter-name": "Marta Helena Olin resigned on Monday. ‖ Marta Olin resigned on Monday.",
    "spelling": "Muhammad al-Khoury resigned on Monday. ‖ Mohammed Al Khouri resigned on Monday.",
    "times-a": "They meet twice per week.",
    "week-of": "They left in the week of May 5.",
    "week-weekday": "They met last week on Monday.",
    "weekday-of-week": "They met Monday last week.",
}
"""For rules that no other text of the tests fires alone."""


@pytest.fixture(scope="module")
def met() -> dict[str, set[str]]:
    """The rules that each text fires."""
    texts = sorted({*OWN.values(), *(rule.example for rule in rules())} - {""})
    alone = [text for text in texts if BETWEEN not in text]
    readings = read([replace(reports_of(text)[0], id=str(n)) for n, text in enumerate(alone)])
    found = {text: rules_in(one) for text, one in zip(alone, readings, strict=True)}
    compared = {
        rule.example for rule in rules() if rule.example and not named(found.get(rule.example, ()), [rule.name])
    }
    return found | {text: fired(text) for text in texts if BETWEEN in text or text in compared}


def test_a_text_fires_the_rule_beside_which_it_stands(met: dict[str, set[str]]) -> None:
    told = [*((rule.name, rule.example) for rule in rules() if rule.example), *OWN.items()]
    assert [(name, text) for name, text in told if not named(met[text], [name])] == []


def test_every_rule_has_a_text_or_a_reason_why_it_has_none() -> None:
    assert [rule.name for rule in rules() if bool(rule.example) == bool(rule.without)] == []
    assert {row[0] for row in lexicon("rules_without_text")} <= {rule.name for rule in rules()}


def test_what_a_row_bears_is_listed_or_a_word_of_a_lexicon_or_a_closed_list(met: dict[str, set[str]]) -> None:
    names = [re.compile(".+".join(map(re.escape, rule.name.split("…")))) for rule in rules()]
    borne = {rule for found in met.values() for rule in found if rule}
    closed = {value for held in vars(vocabulary).values() for value in get_args(held)}
    tables = ("attribution_verbs", "attribution_nouns", "event_verbs", "guards", "alias_phrases", "nominal_heads")
    words = {word for table in tables for row in lexicon(table) for column in row for word in (column, *column.split())}
    unlisted = {
        rule for rule in borne - closed - words - HOW_IT_IS_SAID if not any(name.fullmatch(rule) for name in names)
    }
    assert unlisted == set()
