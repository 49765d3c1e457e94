"""What a live page tells in an update is told on the day of that update; of any other report all is of one day."""

from __future__ import annotations

import pytest

from rashomon.reading import pipeline, read
from rashomon.records import Reading, Report

TEXT = """Follow the strike at Port Lanse.

Crews walk out

2 May 2031, 08:00

Ferry crews killed the engines today, Marta Olin said. The harbour was shut yesterday.

Police arrest Marta Olin on Saturday

4 May 2031, 09:30

Talks failed on Saturday night. The union met the mayor today. Gunmen attacked the depot."""
LIVE = Report("a", TEXT, published="2031-05-01T08:00:00Z", partial="live page: as it stood when it was saved")
PLAIN = Report("b", TEXT, published="2031-05-01T08:00:00Z")


@pytest.fixture(scope="module")
def live() -> Reading:
    return next(iter(read([LIVE], pipeline())))


@pytest.fixture(scope="module")
def plain() -> Reading:
    return next(iter(read([PLAIN], pipeline())))


TIMES = [
    ("today, Marta", "2031-05-02", "2031-05-01", "today is the day of the update"),
    ("yesterday.", "2031-05-01", "2031-04-30", "and so is the day before"),
    ("Saturday night", "2031-05-03TNI", "2031-04-26TNI", "a day of the week is counted from it"),
    ("Saturday\n\n4", "2031-05-03", None, "the heading belongs to what stands below it"),
    ("today. Gunmen", "2031-05-04", "2031-05-01", "each update has its own"),
    ("4 May 2031", "2031-05-04", "2031-05-04", "a day that says all is the same everywhere"),
]


@pytest.mark.parametrize(("words", "there", "elsewhere", "why"), TIMES, ids=[why for *_, why in TIMES])
def test_times_are_counted_from_the_update(live, plain, words, there, elsewhere, why):
    at = TEXT.index(words)
    assert [t.value for t in live.times if t.start == at] == [there], why
    if elsewhere is not None:
        assert [t.value for t in plain.times if t.start == at] == [elsewhere], why


EVENTS = [
    ("met", "2031-05-04", "what is told today"),
    ("attacked", "2031-05-03", "what has no day of its own goes with the news of its update"),
]


@pytest.mark.parametrize(("word", "day", "why"), EVENTS, ids=[why for *_, why in EVENTS])
def test_what_happened_is_dated_by_the_update(live, word, day, why):
    (event,) = [e for e in live.events if TEXT[e.trigger[0] : e.trigger[1]] == word]
    assert (event.date or "")[:10] in (day, "2031-05-04"), why
    assert (event.date or "")[:7] == "2031-05"


def test_the_day_of_the_whole_stays_the_reports(live):
    assert live.published.value == "2031-05-01"


POSTS = [
    (
        "We do not fear it, our men hold the dam. — Ann Berg (@aberg) May 18, 2031",
        "hold",
        "2031-05-17/2031-05-18",
        "its day",
    ),
    ("We closed the gate today. — Ann Berg (@aberg) May 18, 2031", "closed", "2031-05-18", "its own today"),
    ("I left Olm on Monday. — Ann Berg (@aberg) 6 May 2031", "left", "2031-05-05", "its own Monday"),
    ("The gate is open. pic.twitter.com/x9 — Olm (@olm) May 12, 2031", "is", "2031-05-11/2031-05-12", "a picture"),
    ("The dam holds.\n— Ann Berg (@aberg) May 18, 2031", "holds", "2031-05-17/2031-05-18", "signed on its own line"),
    ("We opened the gate. — Ann Berg (@aberg) June 2, 2012", "opened", "2012-06-01/2012-06-02", "a post of long ago"),
    ("The dam holds. — Ann Berg (@aberg)", "holds", "2031-05-19/2031-05-20", "a post without its day"),
    ("The dam holds. — Ann Berg, May 18, 2031", "holds", "2031-05-19/2031-05-20", "no post"),
]


@pytest.mark.parametrize(("post", "word", "day", "why"), POSTS, ids=[row[3] for row in POSTS])
def test_a_post_is_of_the_day_that_its_signature_tells(post: str, word: str, day: str, why: str) -> None:
    text = f"The envoy of Norvia flew to Olm after a row with the king.\n\n{post}\n\nThe firm shut its mine today."
    [reading] = read([Report("r", text, published="2031-05-20")])
    days = {text[c.head[0] : c.head[1]]: c.date for c in reading.clauses if c.head}
    assert days["shut"] == "2031-05-20"
    assert days[word] == day
