"""News about what somebody watches, as lines, as a feed, and in hours in which they want to be told."""

import json
from dataclasses import replace
from xml.etree import ElementTree

import click
import feedparser
import pytest

import depot
from rashomon.case import Case
from rashomon.cli.watch import _hours, _interest
from rashomon.fetching import Allowed
from rashomon.watching import Interest, atom, deliver
from told import told as told_by

HOSTILE = "<script>alert(1)</script> & ]]> \x1b \x00"


@pytest.fixture
def case(tmp_path):
    """A watched case in whose first round everything is new."""
    with Case(tmp_path / "depot.case") as held:
        with held.transaction():
            held.watch.begin()
        depot.keep(held)
        with held.transaction():
            held.watch.tell(held.watch.news())
        yield held


def told(path):
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def test_who_watches_one_is_told_of_no_other(case, tmp_path):
    news = dict(case.watch.rounds(9))[1]
    wanted = _interest(case, ("Karim Aziz",))
    assert deliver(case, str(tmp_path / "n.jsonl"), Allowed(), wanted=wanted) == 1
    (line,) = told(tmp_path / "n.jsonl")
    assert [item["id"] for item in line["reports"]] == ["b"]
    assert 0 < len(line["claims"]) < len(news["claims"])
    assert all("Karim Aziz" in item["text"] for item in line["claims"])


WATCHED = "Lena Berg"
ABOUT = [
    ("Police said that the killing of Lena Berg shook the town of Orsa.", True, "named in what somebody did"),
    ("A neighbour said that Lena Berg's car was found at the harbour.", True, "as an owner"),
    ("The council thanked Lena Berg for nine years of work.", True, "she takes part"),
    ("Lena Berg said that the mine would close in May.", True, "she says it"),
    ("Police said that the harbour was closed for a day.", False, "she is not named"),
    ("Omar Sela said that the mine was flooded.", False, "another says it, of something else"),
    ("The firm Berg Stone said that its quarry would open.", False, "a body that bears her name"),
]


@pytest.fixture(scope="module")
def berg(tmp_path_factory):
    """A case that was watched before these reports came in."""
    found = told_by(*(text for text, *_ in ABOUT))
    with Case(tmp_path_factory.mktemp("berg") / "berg.case") as held:
        with held.transaction():
            held.watch.begin()
        depot.keep(
            held, (replace(r, url=f"https://a.example/{i}") for i, r in found.reports.items()), found.readings.values()
        )
        yield held


@pytest.mark.parametrize(("number", "text", "expected"), [(n, t, e) for n, (t, e, _) in enumerate(ABOUT, 1)])
def test_what_is_about_somebody(berg, number, text, expected):
    wanted = _interest(berg, (WATCHED,))
    assert (f"r{number}" in wanted.reports) is expected, text
    about = {t.report for c in berg.findings.get().claims if c.id in wanted.claims for t in c.tellings}
    assert (f"r{number}" in about) is expected, text


def test_what_is_told_of_a_claim_is_a_sentence_with_who_says_it_and_where_it_stands(berg):
    lines = {" ".join(e.title.split()) for e in berg.findings.get().chronicle}
    news = berg.watch.news()
    assert news.claims
    for item in news.claims:
        assert item.text in lines
        assert item.who
        assert item.outlet
        assert item.url.startswith("https://a.example/")
    assert len({item.text for item in news.claims}) == len(news.claims)


def test_nobody_is_told_of_nothing(case, tmp_path):
    wanted = _interest(case, ("Nobody at All",))
    assert deliver(case, str(tmp_path / "n.jsonl"), Allowed(), wanted=wanted) == 1
    assert not (tmp_path / "n.jsonl").exists()
    assert not case.watch.undelivered()


def test_every_change_by_itself_and_none_twice(case, tmp_path):
    path = tmp_path / "n.jsonl"
    news = dict(case.watch.rounds(9))[1]
    deliver(case, str(path), Allowed(), each=True)
    lines = told(path)
    assert len(lines) == sum(map(len, news.values())) > 3
    assert {line["kind"] for line in lines} >= {"reports", "claims"}
    path.write_text("".join(f"{line}\n" for line in path.read_text("utf-8").splitlines()[:2]), "utf-8")
    with case.transaction():  # killed after two of them
        case._connection.execute("UPDATE round SET delivered = 0")
    deliver(case, str(path), Allowed(), each=True)
    assert told(path) == lines


def test_a_feed_reader_reads_the_feed(case):
    with case.transaction():
        case._connection.execute(
            "INSERT INTO round (news) VALUES (?)",
            (json.dumps({"reports": [{"id": HOSTILE, "text": HOSTILE, "url": 'https://a.example/"x'}]}),),
        )
    text = atom(case)
    root = ElementTree.fromstring(text)
    ids = [e.findtext("{*}id") for e in root.iterfind("{*}entry")]
    assert len(set(ids)) == len(ids)
    read = feedparser.parse(text.encode())
    assert not read.bozo
    assert len(read.entries) == sum(len(items) for _, news in case.watch.rounds(9) for items in news.values())
    assert all(entry.title and entry.updated and entry.id.startswith("urn:rashomon:news:") for entry in read.entries)
    assert text == atom(case)


def test_an_interest_in_nothing_named_is_in_everything():
    assert Interest().wants("claims", "k-1")
    assert not Interest(claims=frozenset()).wants("grown", "k-1")


@pytest.mark.parametrize(
    ("words", "hours"),
    [
        (None, set()),
        ("22-7", {22, 23, 0, 1, 2, 3, 4, 5, 6}),
        ("9-17", set(range(9, 17))),
        ("0-24", set(range(24))),
        ("23-0", {23}),
    ],
)
def test_quiet_hours(words, hours):
    assert _hours(words) == hours


@pytest.mark.parametrize("words", ["night", "22", "22-", "22-25", "a-b"])
def test_what_are_no_hours(words):
    with pytest.raises(click.UsageError):
        _hours(words)
