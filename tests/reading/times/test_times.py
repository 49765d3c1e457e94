"""The tagger's promises: offsets, determinism, the report's day and its bounds, the component, the lexicons."""

import json
import re
import string
import timeit
from datetime import date
from itertools import pairwise
from pathlib import Path
from time import process_time

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.language import lexicon
from rashomon.reading.times import find_times
from rashomon.reading.times import find_times as plain_find_times
from rashomon.reading.times.almanac import Almanac
from rashomon.reading.times.grammar import grammar, words
from rashomon.records import Publication, Reason, Report, Timex

PIECES = re.split(
    "[ ]",
    "the a last next this past early late mid ago later in of at or and 's - , . : ( ) \n\n \n $ % "
    "Monday Fri. May march Jan. 3 31 3rd 1989 '98 1990s 12:30 9pm p.m. GMT 2013-02-30 13/45/99 third second "
    "quarter half year years weekend daily every Christmas summer now recently future anniversary 0 00 2/0",
)
texts = st.lists(st.sampled_from(PIECES), max_size=25).map(" ".join) | st.text(max_size=80)


def found(text: str, published: Publication | date | str | None = None) -> list[tuple[str, str, str]]:
    return [(text[t.start : t.end], t.type, t.value) for t in find_times(text, published)]


# ------------------------------------------------------------------------------------------------- invariants


@settings(max_examples=400, deadline=None)
@given(text=texts, day=st.dates() | st.none())
def test_spans_are_stripped_in_order_and_apart(text: str, day: date | None) -> None:
    rows = find_times(text, day)
    for row in rows:
        assert 0 <= row.start < row.end <= len(text)
        assert text[row.start : row.end] == text[row.start : row.end].strip()
        assert row.value
        assert row.because
    assert all(a.end <= b.start for a, b in pairwise(rows))
    assert rows == find_times(text, day)


@settings(max_examples=200, deadline=None)
@given(text=texts, prefix=st.text(alphabet=string.ascii_lowercase + "é€𝔄", max_size=12))
def test_offsets_are_code_points(text: str, prefix: str) -> None:
    lead = prefix + ".\n\n"
    moved = [(t.start - len(lead), t.end - len(lead)) for t in find_times(lead + text) if t.start >= len(lead)]
    assert moved == [(t.start, t.end) for t in find_times(text)] or not text.strip()


def test_cost_grows_with_length_only() -> None:
    text = "On Monday, two or three of the last several months of the year "
    assert len(find_times(text * 400, "2013-03-22")) == 400 * len(find_times(text, "2013-03-22"))


@pytest.mark.parametrize("filler", ["one ", "the last ", "10-", "in 2 or 3 ", "may ", "\n", "a.", "first half of the "])
def test_cost_is_linear_in_fillers(filler: str) -> None:
    def seconds(times: int) -> float:
        text = filler * times
        once = timeit.repeat(lambda: find_times(text, "2013-03-22"), timer=process_time, number=1, repeat=3)
        return min(once)  # of the processor: what else runs on the machine is no cost of ours

    assert seconds(8000) < 20 * seconds(1000) + 0.05


# ------------------------------------------------------------------------------------------- the report's day

DAYS = [
    (None, "He left Sunday.", [("Sunday", "DATE", "XXXX-WXX-7")], "no day: a weekday stays open"),
    (None, "He left in May.", [("May", "DATE", "XXXX-05")], "no day: a month stays open"),
    (None, "He died on March 3.", [("March 3", "DATE", "XXXX-03-03")], "no day: a day stays open"),
    (None, "He left yesterday.", [("yesterday", "DATE", "XXXX-XX-XX")], "no day: yesterday stays open"),
    (None, "It matters today.", [("today", "DATE", "PRESENT_REF")], "no day: today is the present"),
    (None, "He left last week.", [("last week", "DATE", "XXXX-WXX")], "no day: last week stays open"),
    (None, "He left on May 3, 1999.", [("May 3, 1999", "DATE", "1999-05-03")], "no day: a full date needs none"),
    (("2020-12-23", "2020-12-26"), "It fell Sunday.", [("Sunday", "DATE", "2020-12-20")], "bounds agree on a weekday"),
    (("2020-05-01", "2020-12-31"), "It fell in January.", [("January", "DATE", "2020-01")], "bounds agree on a month"),
    (("2020-05-01", "2020-12-31"), "It fell last year.", [("last year", "DATE", "2019")], "bounds agree on a year"),
    (
        ("2020-12-23", "2020-12-26"),
        "It fell five days ago.",
        [("five days ago", "DATE", "2020-12-18/2020-12-21")],
        "bounds differ: the value is a range",
    ),
    (("2001-01-01", "2020-12-31"), "It fell last year.", [("last year", "DATE", "XXXX")], "bounds too wide to anchor"),
]


@pytest.mark.parametrize(("bounds", "text", "expected", "why"), DAYS, ids=[row[3] for row in DAYS])
def test_the_reports_day_and_its_bounds(
    bounds: tuple[str, str] | None, text: str, expected: list[tuple[str, str, str]], why: str
) -> None:
    published = Publication(None, "inferred", *bounds) if bounds else None
    assert found(text, published) == expected, why


def test_a_best_day_stands_before_its_bounds() -> None:
    published = Publication("2020-12-28", "inferred", "2020-12-20", "2020-12-30")
    assert found("He left yesterday.", published) == [("yesterday", "DATE", "2020-12-27")]


def test_published_may_be_a_date_time() -> None:
    assert found("He left today.", "2020-12-29T08:00:00Z") == [("today", "DATE", "2020-12-29")]


def test_a_published_text_that_is_no_date_is_refused() -> None:
    with pytest.raises(ValueError, match="isoformat"):
        find_times("He left today.", "yesterday")


def test_every_row_says_why() -> None:
    rows = find_times("He was shot on Monday and will be buried on Friday.", "2013-03-20")
    assert [str(row.because) for row in rows] == ["weekday:tense:shot", "weekday:cue:will buried"]


# ----------------------------------------------------------------------------------------------- the component


def test_the_component_stands_alone() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("rashomon_times")
    doc = nlp("It fell in May 2011.")
    assert doc._.rashomon_times == (Timex(11, 19, "DATE", "2011-05", Reason.of_text("month-year")),)


def test_the_component_takes_the_day_that_came_with_the_report() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("rashomon_times")
    doc = nlp.make_doc("It fell yesterday.")
    doc._.rashomon_report = Report("r", doc.text, published="2020-12-29")
    assert [t.value for t in nlp(doc)._.rashomon_times] == ["2020-12-28"]


def test_a_report_that_came_with_a_year_only_has_no_day() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("rashomon_times")
    doc = nlp.make_doc("It fell on Sunday.")
    doc._.rashomon_report = Report("r", doc.text, published="2020")
    assert [t.value for t in nlp(doc)._.rashomon_times] == ["XXXX-WXX-7"]


def test_a_parse_and_the_words_must_not_disagree_on_the_future() -> None:
    from rashomon.reading.times.context import Lean

    text = "He will speak on Monday."
    told = plain_find_times(text, "2013-03-20", lambda start, end: Lean("past", "tense:test"))
    assert [row.value for row in told] == ["2013-03-18"]


# ------------------------------------------------------------------------------------------------ the lexicons


def test_every_kind_of_word_is_in_a_rule_and_every_rule_fits_some_words() -> None:
    from rashomon.reading.times.grammar import _grammar

    named = {row[1] for row in lexicon("time_words")} - {"anniversary"}  # read by anniversaries, not by a rule
    assert named <= set(_grammar().codes)


@pytest.mark.parametrize("row", lexicon("time_words"), ids=lambda row: row[0])
def test_every_word_is_cut_whole(row: tuple[str, ...]) -> None:
    cut = words(f"{string.capwords(row[0])} 3")
    assert cut[0].kind == row[1]


@pytest.mark.parametrize("row", lexicon("time_holidays"), ids=lambda row: row[0])
def test_every_named_day_has_a_day_in_every_year(row: tuple[str, ...]) -> None:
    (timex,) = find_times(f"Shops closed on {string.capwords(row[0])}.", "2013-03-22")
    assert str(timex.because).startswith("holiday")
    assert all(Almanac.holiday(row[1], year) for year in (1990, 2000, 2024))


@pytest.mark.parametrize("row", lexicon("time_leans"), ids=lambda row: row[0])
def test_every_lean_turns_a_weekday(row: tuple[str, ...]) -> None:
    link = " to" if row[1] == "future-to" else ""
    (timex,) = find_times(f"It {row[0]}{link} Monday.", "2013-03-20")
    assert timex.value == ("2013-03-25" if row[1].startswith("future") else "2013-03-18")


def test_every_neighbour_is_asked_for() -> None:
    code = "".join(p.read_text("utf-8") for p in Path(find_times.__code__.co_filename).parent.glob("*.py"))
    assert {row[0] for row in lexicon("time_neighbours")} == {
        part.split('"')[1] for part in code.split("neighbours(")[1:] if part.startswith('"')
    }


def test_every_rule_names_a_reader_that_has_it() -> None:
    from rashomon.reading.times import _READERS

    for name, reader, _ in lexicon("time_rules"):
        told = _READERS[reader].__globals__ if reader != "macro" else {}
        assert reader == "macro" or any(name in told[rules] for rules in told if rules.endswith("_RULES"))


def test_the_longest_rule_comes_first() -> None:
    fits = grammar(words("the first quarter of 2012"))
    assert [f.end for f in fits[0]] == sorted((f.end for f in fits[0]), reverse=True)


def test_easter() -> None:
    assert [Almanac.easter(y).isoformat() for y in (1961, 2000, 2013, 2038)] == [
        "1961-04-02",
        "2000-04-23",
        "2013-03-31",
        "2038-04-25",
    ]


# ---------------------------------------------------------------------------------------- the development sets


@pytest.mark.shared
def test_wikinews(shared: Path) -> None:
    right = total = 0
    for line in (shared / "data/time/meantime.jsonl").read_text("utf-8").splitlines():
        report = json.loads(line)
        values = {(t.start, t.end): t.value for t in find_times(report["text"], report["dct"])}
        for gold in report["timexes"]:
            total += 1
            right += values.get((gold["start"], gold["end"])) == gold["value"]
    assert right / total >= 0.82


@pytest.mark.shared
def test_the_anniversary_of_seed_000(shared: Path) -> None:
    (path,) = (shared / "seeds").glob("000_*.txt")
    text = path.read_bytes().decode()
    values = {text[t.start : t.end]: t.value for t in find_times(text, "2020-12-29")}
    assert values["January 3"] == "2020-01-03"
