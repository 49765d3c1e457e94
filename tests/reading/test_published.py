"""The report's own date: its basis, its bounds, and never a day that nothing supports."""

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.language import lexicon
from rashomon.reading.published import published
from rashomon.reading.published_bounds import bounded
from rashomon.reading.regions import mark
from rashomon.reading.times import find_times
from rashomon.records import Publication, Report

BODY = "The envoy of Norvia arrived in the harbour town of Elm on Sunday, officials of both sides said."
MORE = "He carried a letter from the council, which has not met since the harvest, to the river towns."
PAGE = f"{BODY}\n\n{MORE}\n\n{BODY}"


def told(text: str, **container: str) -> Publication:
    return published(Report("r", text, **container), text, mark(text))


CONTAINERS = [
    ({"published": "2020-12-29"}, "2020-12-29", "metadata", "an ISO day"),
    ({"published": "2020-12-29T23:30:00-05:00"}, "2020-12-29", "metadata", "a date-time keeps its own day"),
    ({"published": "2017-07-17 17:03:00"}, "2017-07-17", "metadata", "a crawler's stamp"),
    ({"published": "Tue, 29 Dec 2020 10:00:00 GMT"}, "2020-12-29", "metadata", "a feed's stamp"),
    ({"published": "December 29, 2020"}, "2020-12-29", "metadata", "a written day"),
    ({"published": "2020-12"}, None, "metadata", "a month is no day"),
    ({"published": "2020-02-30"}, None, "unknown", "a day that never was"),
    ({"published": "soon"}, None, "unknown", "no date at all"),
    ({"url": "https://elm.example/2020/12/29/envoy"}, "2020-12-29", "url", "a path by day"),
    ({"url": "https://elm.example/2020-12-29-envoy.html"}, "2020-12-29", "url", "a slug by day"),
    ({"url": "https://elm.example/world/2020/dec/29/envoy"}, "2020-12-29", "url", "a path with the month's name"),
    ({"url": "https://elm.example/a/20201229/1.html"}, "2020-12-29", "url", "digits in one"),
    ({"url": "https://elm.example/english/2020-12/29/c_1.htm"}, "2020-12-29", "url", "an agency's path"),
    ({"url": "https://elm.example/2020/12/envoy"}, None, "url", "a month in the path"),
    ({"url": "https://elm.example/story/4120201229077"}, None, "unknown", "a number is no date"),
    ({"url": "https://elm.example/2020/12/29", "published": "2020-12-30"}, "2020-12-30", "metadata", "metadata first"),
]


@pytest.mark.parametrize(("container", "value", "basis", "why"), CONTAINERS, ids=[row[3] for row in CONTAINERS])
def test_what_the_container_says(container: dict[str, str], value: str | None, basis: str, why: str) -> None:
    found = told(PAGE, **container)
    assert (found.value, found.basis) == (value, basis)
    assert (
        (found.earliest == found.latest == value) if value else (found.earliest != found.latest or basis == "unknown")
    )


def test_a_date_line_tells_the_day_of_a_month_that_the_address_tells() -> None:
    url = "https://elm.example/2020/12/envoy"
    assert told(f"Envoy in Elm\n\nDecember 29, 2020\n\n{PAGE}", url=url).value == "2020-12-29"
    assert told(f"Envoy in Elm\n\nDecember 29, 2019\n\n{PAGE}", url=url).value is None


UPDATES = [
    (
        "PUBLISHED: MONDAY, MARCH 11, 2013, 10:34 PM\nUPDATED: TUESDAY, MARCH 12, 2013, 9:36 AM",
        "2013-03-12",
        "two lines",
    ),
    ("Posted: March 11, 2013 8:20 AM ET Last Updated: March 12, 2013 8:10 PM ET", "2013-03-12", "one line"),
    ("Published: March 11, 2013 | Updated: March 20, 2013", "2013-03-11", "a version of long after tells nothing"),
    ("Published: March 11, 2013 | Updated: March 11, 2013", "2013-03-11", "on the same day"),
    ("Published: March 11, 2013", "2013-03-11", "no other version"),
]


@pytest.mark.parametrize(("lines", "latest", "why"), UPDATES, ids=[row[2] for row in UPDATES])
def test_a_report_that_was_soon_updated_may_be_of_the_day_of_its_update(lines: str, latest: str, why: str) -> None:
    found = told(f"Envoy in Elm\n\n{lines}\n\n{PAGE}")
    assert (found.value, found.latest) == ("2013-03-11", latest)


def test_a_weekday_between_two_versions_is_told_in_the_later() -> None:
    printed = Publication("2013-03-11", "dateline", "2013-03-11", "2013-03-12")
    text = "The envoy left at 12:30 a.m. Tuesday. He came on Monday. He fell ill on Wednesday."
    assert [t.value[:10] for t in find_times(text, printed)] == ["2013-03-12", "2013-03-11", "2013-03-06"]


LINES = [
    (f"Envoy in Elm\n\nDecember 29, 2020\n\n{PAGE}", "2020-12-29", "a date line"),
    (f"Envoy in Elm\n\nTuesday, 29 December 2020 10:45 GMT\n\n{PAGE}", "2020-12-29", "with weekday and clock"),
    (
        f"Envoy in Elm\n\nPublished: 2020-12-29 | Updated: 2020-12-31\n\n{PAGE}",
        "2020-12-29",
        "published before updated",
    ),
    (f"Envoy in Elm\n\nUpdated Dec. 31, 2020\n\nPosted Dec. 29, 2020\n\n{PAGE}", "2020-12-29", "posted before updated"),
    (f"Boats at Elm, Dec. 31, 2019. (AFP)\n\nDecember 29, 2020\n\n{PAGE}", "2020-12-29", "a caption's date is not it"),
    (f"{PAGE}\n\n29/12/2020", "2020-12-29", "digits that can be but one day"),
    (f"{PAGE}\n\n03/04/2020", None, "digits that can be two days"),
    (f"ELM, Dec. 29, 2020 (Reuters) - {PAGE}", "2020-12-29", "a dateline"),
    (f"ELM (AFP) — Dec. 29, 2020 — {PAGE}", "2020-12-29", "a dateline with its day behind the dash"),
    (f"(AFP) ELM, Dec. 29, 2020 - {PAGE}", "2020-12-29", "a dateline behind the agency"),
    (f"Shells fall on Elm\nJane Smith | Dec 29, 2020\n{PAGE}", "2020-12-29", "a byline with its day"),
    (f"Shells fall on Elm\nPosted by Jane Smith on Dec 29, 2020\n{PAGE}", "2020-12-29", "a day behind who posted"),
    (f"Shells fall on Elm\nPublish Date: Tuesday ,29 Dec ,2020\n{PAGE}", "2020-12-29", "commas gone astray"),
    (f"Shells fall on Elm\n3.4.2020\n{PAGE}", "2020-04-03", "dots part day, month and year"),
    (f"ELM, 29 December 2020 (Harbour Wire) - {PAGE}", "2020-12-29", "a dateline of an agency nobody has heard of"),
    (f"ELM, Dec. 29 (Reuters) - {PAGE}", None, "a dateline without its year, and nothing that tells the year"),
    (
        f"ELM, Dec. 29 - {BODY}\n\nThe festival is due on January 3, 2021.\n\nIt was shut in May 2020.\n\n{BODY}",
        "2020-12-29",
        "a dateline whose year the text bounds",
    ),
    (
        f"{BODY}\n\n{MORE}\n\n{BODY}\n\n{MORE}\n\nMarch 3, 2011\n\n{MORE}\n\nMay 9, 2014\n\n{MORE}",
        None,
        "dates that head the parts of a timeline",
    ),
]


@pytest.mark.parametrize(("text", "value", "why"), LINES, ids=[row[2] for row in LINES])
def test_what_the_page_says(text: str, value: str | None, why: str) -> None:
    found = told(text)
    assert found.value == value
    if value:
        assert found.basis == "dateline"
        assert found.evidence
        assert text[slice(*found.evidence)].strip()


BOUNDS = [
    ("The bridge was opened on March 5, 2018.", "2018-03-05", None, "a past day"),
    ("The bridge was opened in March 2018.", "2018-03-01", None, "a past month"),
    ("They fought a war in 1988 and met again in 2003.", "2003-01-01", None, "the later of two past years"),
    ("The bridge will open on March 5, 2030.", None, "2030-03-05", "a planned day is still to come"),
    ("The bridge is expected to open in May 2030.", None, "2030-05-31", "a planned month is not over"),
    ("He said that the bridge would open in May 2030.", None, None, "what was to open may have opened"),
    ("It listed ships built between May 2016 and June 2030.", "2016-05-01", None, "the end of a range may lie ahead"),
    ("They know that they can’t win in 2030.", None, None, "what one can or cannot do bounds nothing"),
    ("Soleimani was killed on Friday, and crowds gathered.", "2020-01-03", "2020-01-09", "the weekday of a known day"),
    (
        "Soleimani was killed on Monday, and crowds gathered.",
        "2020-01-03",
        None,
        "another weekday than the known day's",
    ),
    ("Soleimani was killed yesterday.", "2020-01-04", "2020-01-04", "the day before the report"),
    ("Soleimani was killed last week.", "2020-01-06", "2020-01-12", "the week before"),
    ("Soleimani was killed last month.", "2020-02-01", "2020-02-29", "the month before"),
    ("Soleimani was killed earlier this year.", "2020-01-03", "2020-12-31", "the running year"),
    ("Soleimani was killed last year.", "2021-01-01", "2021-12-31", "the year before"),
    ("Soleimani was killed, the army said on Friday.", "2020-01-03", None, "the day of the telling"),
    ("The 2016 race began early.", None, None, "a year that names its event bounds nothing"),
    ("The anniversary, due on January 3, 2021, is near.", None, "2021-01-02", "a day that is due is still to come"),
    ("The fair was due on January 3, 2021.", None, None, "a day that was due says nothing"),
    ("US President Donald Trump spoke on the radio.", "2017-01-20", "2029-01-20", "either of two terms"),
    ("US President Barack Obama spoke on the radio.", "2009-01-20", "2017-01-20", "in office"),
    ("Former US President Barack Obama spoke.", None, None, "no longer in office"),
    ("President Clinton wrote a book.", None, None, "a title that is kept without a nation beside it"),
    ("Prime Minister Mustafa al-Kadhimi spoke.", "2020-05-07", "2022-10-27", "a title that is not kept"),
    ("They met after Soleimani was killed in January.", "2020-01-03", "2020-12-31", "a month without its year"),
    ("They met after Soleimani was killed last January.", "2020-01-03", "2021-01-02", "the last of a month's name"),
    (
        "The army may crush them, as it did with Soleimani in January.",
        "2020-01-03",
        "2020-12-31",
        "did with, for killed",
    ),
    ("Soleimani vowed in January to crush them.", None, None, "who would crush was not crushed"),
    ("They met after Soleimani was killed in January 2020.", "2020-01-03", None, "a month with its year"),
    ("Soleimani was killed and the guards today face a trial.", "2020-01-03", None, "today of a clause of its own"),
    ("They will wait until Biden takes office.", None, "2021-01-19", "a term that is still to begin"),
    ("President-elect Joe Biden named an envoy.", "2020-07-24", "2021-01-19", "elected, not yet in office"),
    ("Obama, the winner, will be sworn in on the steps.", None, "2009-01-19", "will be sworn in"),
    ("Then President-elect Joe Biden named an envoy.", None, None, "elected then"),
    ("They waited until Zorblat takes office.", None, None, "an office that is not known"),
    ("They met when Biden was still a boy.", None, None, "no office is taken"),
    (
        "The guards met as the first anniversary of the killing of Soleimani approaches.",
        "2020-12-06",
        "2021-01-02",
        "an anniversary that comes near",
    ),
    (
        "Crowds met ahead of the second anniversary of the killing of Soleimani.",
        "2021-12-06",
        "2022-01-02",
        "an anniversary told by its number",
    ),
    (
        "Crowds met on the first anniversary of the killing of Soleimani.",
        "2020-01-03",
        None,
        "an anniversary that is there bounds nothing from above",
    ),
    ("Crowds met ahead of the anniversary of the fair.", None, None, "the anniversary of nothing known"),
    ("The boats of Elm are blue.", None, None, "nothing that tells"),
]


@pytest.mark.parametrize(("text", "earliest", "latest", "why"), BOUNDS, ids=[row[3] for row in BOUNDS])
def test_what_the_text_bounds(text: str, earliest: str | None, latest: str | None, why: str) -> None:
    found = bounded(text, ())
    assert (found.value, found.earliest, found.latest) == (earliest if earliest == latest else None, earliest, latest)
    assert found.basis == ("inferred" if earliest or latest else "unknown")


def test_a_day_that_is_taken_says_on_what() -> None:
    text = f"The mayor left Elm on Sunday evening, an aide said. The festival is due on January 3, 2021. {MORE}"
    found = bounded(text, ())
    assert (found.value, found.earliest, found.latest) == ("2020-12-28", "2020-12-05", "2021-01-02")
    assert "lead-weekday:Sunday" in str(found.because)
    assert "taken-as" in str(found.because)


def test_signs_that_contradict_each_other_leave_the_written_dates() -> None:
    found = bounded("The bridge was opened on March 5, 2023. Prime Minister Mustafa al-Kadhimi spoke.", ())
    assert (found.earliest, found.latest) == ("2023-03-05", None)


def test_a_weak_sign_that_contradicts_falls_alone() -> None:
    held = "Prime Minister Mustafa al-Kadhimi spoke. Soleimani was killed in January."
    found = bounded(f"The bridge was opened on March 5, 2021. {held}", ())
    assert (found.earliest, found.latest) == ("2021-03-05", "2022-10-27")


def test_dates_of_captions_and_links_are_never_used() -> None:
    text = f"The quay was rebuilt in May 2019 (AFP)\n\n{BODY}\n\n{MORE}\n\nRead more: It was shut in 2025\n\n{BODY}"
    assert bounded(text, mark(text)).basis == "unknown"


@pytest.mark.parametrize("row", lexicon("dated_events"), ids=[row[1] for row in lexicon("dated_events")])
def test_every_dated_event_is_reachable(row: tuple[str, str]) -> None:
    assert bounded(f"It came after {row[1]}.", ()).earliest == row[0]


TERMS = lexicon("terms_of_office")


@pytest.mark.parametrize("row", TERMS, ids=[" ".join(row[:3]) for row in TERMS])
def test_every_term_of_office_is_reachable_and_in_order(row: tuple[str, str, str, str]) -> None:
    title, names, first, last = row
    assert date.fromisoformat(first) < date.fromisoformat(last)
    for name in names.split(","):
        found = bounded(f"The Iraqi {title} {name} spoke.", ())
        assert found.earliest
        assert found.latest
        assert found.earliest <= first <= last <= found.latest


@given(st.text(alphabet="0123456789-/ ,.DecJanMay due on was President Obama\n", max_size=80), st.text(max_size=20))
def test_any_text_and_stamp_give_ordered_bounds(text: str, stamp: str) -> None:
    for found in (told(text), told(text, published=stamp), told(text, url=stamp)):
        assert found.because
        assert not (found.earliest and found.latest) or found.earliest <= found.latest
        assert not found.value or (found.earliest or "") <= found.value <= (found.latest or "9")
        assert (found.basis == "unknown") == (not found.value and not found.earliest and not found.latest)


@pytest.mark.shared
def test_the_true_day_lies_between_the_bounds(shared: Path) -> None:
    """Reports of known date, their containers and date lines taken away: what the text bounds must hold that date."""
    dated = [(d["text"], d["date"]) for d in _rows(shared / "data" / "stories" / "basil.jsonl") if d["date"]]
    for row in _rows(shared / "data" / "time" / "meantime.jsonl"):
        title, _, body = row["text"].split("\n", 2)
        dated.append((f"{title}\n\n{body}", row["dct"]))
    found = [(bounded(text, mark(text)), day[:10]) for text, day in dated]
    held = [(p.earliest or "") <= day <= (p.latest or "9") for p, day in found if p.basis != "unknown"]
    assert len(held) >= 60
    assert sum(held) / len(held) >= 0.95
    assert not [p for p, day in found if p.value and p.value != day]


def _rows(path: Path) -> list[dict[str, str]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]
