"""The list of rules is what the source holds: every rule that a row bears is in it, with what it says."""

from __future__ import annotations

import re
from typing import get_args

import pytest
from benchmarks.rule_examples import reasons
from click.testing import CliRunner

from rashomon.cli import main
from rashomon.comparing import compare
from rashomon.intake import intake
from rashomon.reading import read
from rashomon.records import ClauseStatus, Relation, Report
from rashomon.rules import Rule, rules
from rashomon.sample import sample


@pytest.fixture(scope="module")
def listed() -> tuple[Rule, ...]:
    return rules()


@pytest.mark.parametrize(
    ("name", "home", "says"),
    [
        ("surname-of", "comparing/identity/names.py", "single names"),
        ("initials-of", "comparing/identity/bodies.py", "acronyms"),
        ("…-verb", "reading/attributions/verbs.py", ""),
        ("according-to", "reading/attributions/phrases.py", ""),
        ("figure", "comparing/disputes/counts.py", "count"),
        ("weekday", "language/en/time_rules.txt", "relative:"),
        ("corrected by", "case/corrections/overlay.py", "judgement"),
    ],
)
def test_a_rule_is_listed_with_where_it_is_and_what_it_says(
    listed: tuple[Rule, ...], name: str, home: str, says: str
) -> None:
    (found,) = [rule for rule in listed if (rule.name, rule.home) == (name, home)]
    assert says in found.says


def test_nearly_every_rule_of_the_sample_is_listed(listed: tuple[Rule, ...]) -> None:
    reports = [one for one in intake([str(sample())]) if isinstance(one, Report)]
    readings = tuple(read(reports))
    met = {reason.rule for reason in reasons((readings, compare(reports, readings))) if reason.rule}
    names = [re.compile(".+".join(map(re.escape, rule.name.split("…")))) for rule in listed]
    told = {name for name in met if any(pattern.fullmatch(name) for pattern in names)}
    closed = {*get_args(ClauseStatus), *get_args(Relation)}
    words = met - told - closed
    assert len(words) <= len(met) / 10, f"no rule, but a word that stands for one: {sorted(words)}"


def test_the_command_narrows_the_list_by_a_word() -> None:
    done = CliRunner().invoke(main, ["rules", "surname-of"])
    assert done.exit_code == 0
    assert "comparing/identity/names.py\n  surname-of  Join persons" in done.output
    assert "initials-of" not in done.output
    assert CliRunner().invoke(main, ["rules", "no such rule"]).exit_code == 1
