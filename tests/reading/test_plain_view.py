"""A text is read as it is seen, and every span of its reading points into the text as it was stored."""

import pytest

from rashomon.comparing.publishers import outlet_names
from rashomon.reading import read
from rashomon.reading.plain_view import plain_view
from rashomon.reading.published import published
from rashomon.records import Report

PLAIN = (
    "Ferry crews walked out in Port Lanse.\n\n“We will not sail on Monday,” Marta Oduya, the head of the union, told "
    "Radio Lanse.\n\nTransport Minister Jonas Reker denied that an agreement had been promised."
)

# as stored, as seen, why
VIEWS = [
    ("Mar\u00adta Odu\u00adya", "Marta Oduya", "soft hyphens"),
    ("Marta\u200b Odu\u200e\u200bya", "Marta Oduya", "zero-width marks and marks of direction"),
    ("Marta\u00a0Oduya\u2009said", "Marta Oduya said", "hard and thin spaces"),
    ("an o\ufb03cer", "an officer", "a ligature"),
    ("<b>Marta</b> Oduya &amp; sons", "Marta Oduya & sons", "tags and references"),
    ("one<br>two</p><p>three", "one\ntwo\n\n\n\nthree", "blocks part"),
    ("CafÃ© owners â€” unpaid", "Café owners — unpaid", "mojibake"),
    ("a < b and c > d, R&D; &c.", "a < b and c > d, R&D; &c.", "what is neither tag nor reference"),
    ("The union said… [+2345 chars]", "The union said…", "what a service says of the rest that it cut off"),
    ("Café — “ours”", "Café — “ours”", "what is right"),
    ("The rebels’ leader left. It’s the Greens’ first.", "The rebels' leader left. It’s the Greens' first.", "what owns"),
    ("She said: ‘We lost the miners’ last of all", "She said: ‘We lost the miners’ last of all", "what may close a quotation"),
]  # fmt: skip


@pytest.mark.parametrize(("stored", "seen", "why"), VIEWS, ids=[why for *_, why in VIEWS])
def test_a_text_is_seen_as_on_paper(stored, seen, why):
    view = plain_view(stored)
    assert view.text == seen
    assert view.back(0, len(seen)) == (0, len(stored)) or stored[0] == "<" or stored[-1] == "]"


def test_a_span_leads_back_to_what_it_was_seen_in():
    stored = "old Mar\u00adta &ldquo;no&rdquo; end"
    view = plain_view(stored)
    for word, held in (("Marta", "Mar\u00adta"), ("“no”", "&ldquo;no&rdquo;"), ("end", "end"), ("old", "old")):
        at = view.text.index(word)
        start, end = view.back(at, at + len(word))
        assert stored[start:end] == held


MARKED = [
    PLAIN.replace("Marta Oduya", "Mar\u00adta Odu\u00adya")
    .replace("told", "to\u00adld")
    .replace("denied", "de\u00adnied"),
    PLAIN.replace("Marta Oduya", "Marta\u200b Odu\u200bya").replace("Jonas Reker", "\u200fJonas Reker\u200e"),
    PLAIN.replace(" ", "\u00a0"),
    PLAIN.replace("“", "&ldquo;").replace("”", "&rdquo;").replace("Marta", "<b>Marta</b>"),
]


@pytest.mark.parametrize("text", MARKED, ids=["soft hyphens", "zero-width", "hard spaces", "tags"])
def test_readings_name_the_same_people_and_speakers(text):
    plain, marked = read(PLAIN), read(text)
    assert [c.name for c in marked.chains] == [c.name for c in plain.chains]
    assert [a.quote for a in marked.attributions] == [a.quote for a in plain.attributions]
    for was, now in zip(plain.mentions, marked.mentions, strict=True):
        assert plain_view(text[now.start : now.end]).text == PLAIN[was.start : was.end]
    for was, now in zip(plain.clauses, marked.clauses, strict=True):
        assert (was.lemma, was.predicate) == (now.lemma, now.predicate)
        assert plain_view(text[now.head[0] : now.head[1]]).text == PLAIN[was.head[0] : was.head[1]]
    for start, end in marked.sentences:
        assert 0 <= start < end <= len(text)


# modified, published, latest, why
CHANGED = [
    ("2025-03-20T09:00:00+00:00", None, "2025-03-20", "a change bounds the day"),
    (None, None, None, "nothing told"),
    ("soon", None, None, "no day"),
]


@pytest.mark.parametrize(("modified", "value", "latest", "why"), CHANGED, ids=[why for *_, why in CHANGED])
def test_when_a_report_was_changed_bounds_when_it_was_published(modified, value, latest, why):
    told = published(Report("a", "Boats stopped.", modified=modified), "Boats stopped.", ())
    assert (told.value, told.latest) == (value, latest)
    dated = published(Report("a", "Boats stopped.", published="2025-03-07", modified=modified), "Boats stopped.", ())
    assert dated.value == "2025-03-07"


# address and name of each, groups that must bear one name, why
PAPERS = [
    ([("https://www.courier.example/1", "The Courier"), ("https://courier.example/2", "courier"), ("https://www.courier.example/3", "Daily Courier")],
     1, "one host, three names"),
    ([("https://sport.courier.example/1", "Courier Sport"), ("https://www.courier.example/2", "The Courier")], 1, "a part of the paper"),
    ([("https://lanse.papers.example/1", "Lanse Echo"), ("https://orvik.papers.example/2", "Orvik Register")], 2, "two papers of one house"),
    ([("https://a.substack.com/1", "Ada"), ("https://b.substack.com/2", "Bert")], 2, "where anybody publishes"),
    ([("https://t.me/ada/1", "Ada"), ("https://t.me/bert/2", "Bert")], 2, "also under one host"),
    ([("https://www.lanseecho.example/1", "Lanse Echo"), ("https://amp.lanseecho.example/2", "LE"), ("https://lanseecho.example/3", "lanseecho.example"),
      ("https://live.lanseecho.example/4", "Lanse Echo Live")], 1, "initials, the host's own name, another host"),
    ([("https://lanse.papers.example/1", "Lanse Echo"), ("https://orvik.papers.example/2", "Orvik Register"),
      ("https://both.papers.example/3", "Lanse Register")], 2, "no third name makes two papers one"),
    ([("https://www.paper.co.uk/1", "Lanse Echo"), ("https://www.other.co.uk/2", "Orvik Register")], 2, "two domains of one country"),
]  # fmt: skip


@pytest.mark.parametrize(("told", "count", "why"), PAPERS, ids=[why for *_, why in PAPERS])
def test_pages_of_one_domain_are_one_outlets(told, count, why):
    reports = {str(n): one for n, one in enumerate(told)}
    named = outlet_names(reports)
    assert len({named.get(one, name) for one, (_, name) in reports.items()}) == count
    assert named == outlet_names(dict(reversed(reports.items())))
