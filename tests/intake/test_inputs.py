"""What reports come in: real files of each format give their reports, hostile ones a line each, and the rest is read."""

import gzip
import io
import json
import re
import time
import tracemalloc
import zipfile
from collections import Counter
from hashlib import sha256
from pathlib import Path

import pytest
import trafilatura
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

import made_pages
from papers import article, paper, rss
from rashomon.case import Case
from rashomon.fetching import Allowed
from rashomon.intake import FORMS, Limits, intake
from rashomon.intake.day import day
from rashomon.intake.forms import declared, form
from rashomon.intake.forms.opml import opml
from rashomon.intake.markup import fragment
from rashomon.intake.pages import pages
from rashomon.records import Refusal, Report

TEXT = (
    "Ferry crews in Port Lanse walked out on Friday morning after talks about pay broke down, union leader Marta Olin said. "
    "The port authority said that forty sailings had been cancelled and that nobody knows when the boats will sail again."
)
LONG = f"<p>{TEXT}</p><p>{TEXT.replace('Ferry', 'Later that day ferry')}</p><p>{TEXT.replace('Friday', 'Monday')}</p>"
PAGE = f"<!DOCTYPE html><html lang='en'><head><title>Crews walk out</title></head><body><article>{LONG}</article></body></html>"


def reports(found):
    return [one for one in found if isinstance(one, Report)]


def refusals(found):
    return [one for one in found if isinstance(one, Refusal)]


def taken(path, data, **more):
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return list(intake([path], **more))


# ------------------------------------------------------------------------------------------------------------ pages

MADE = made_pages.pages()


def f1(told, held):
    one, other = (Counter(re.findall(r"\w+", text.casefold())) for text in (told, held))
    return 2 * sum((one & other).values()) / max(1, sum(one.values()) + sum(other.values()))


def test_texts_of_pages_are_no_worse_than_the_extractors_own():
    assert len(MADE) >= 30
    ours = [f1(pages(m.html.encode())["text"], m.text) for m in MADE]
    theirs = [f1(trafilatura.extract(m.html, include_comments=False) or "", m.text) for m in MADE]
    assert sum(ours) >= sum(theirs)
    assert min(ours) > 0.9


@pytest.mark.parametrize("made", MADE, ids=lambda m: m.name)
def test_a_page_tells_its_day_and_title(made):
    told = pages(made.html.encode())
    assert told["published"].startswith(made.published)
    assert told["title"] == made.title


ENCODED = [
    ("<meta charset=windows-1252>", "cp1252", "", "a meta element"),
    ("<meta http-equiv=content-type content='text/html; charset=iso-8859-1'>", "cp1252", "", "an old meta element"),
    ("", "utf-16", "", "a mark"),
    ("", "cp1251", "windows-1251", "the server"),
    ("", "cp1252", "", "nothing at all"),
]


@pytest.mark.parametrize(("meta", "encoding", "charset", "why"), ENCODED, ids=[row[3] for row in ENCODED])
def test_a_page_is_decoded_by(meta, encoding, charset, why):
    word = "Кафе" if encoding == "cp1251" else "Café"
    page = PAGE.replace("<head>", f"<head>{meta}").replace("Ferry crews", f"{word} crews", 1)
    assert word in pages(page.encode(encoding), charset=charset)["text"]


def test_the_host_that_served_a_page_is_its_own_and_a_mirror_is_not_the_paper():
    page = PAGE.replace("<head>", '<head><link rel="canonical" href="https://paper.example/a">').encode()
    assert pages(page, "https://www.paper.example/a?utm_source=x")["url"] == "https://paper.example/a"
    assert pages(page, "https://mirror.example/a")["url"] == "https://mirror.example/a"
    assert pages(page)["url"] == "https://paper.example/a"


MANY = b" ".join(b"a%d=1" % n for n in range(50_000))
HOSTILE_PAGES = [
    (b"<!DOCTYPE html [<!ENTITY a 'ha'><!ENTITY b '&a;&a;'>]><p>&b;</p>", "DTD", "declares entities"),
    (b"<a href=x>y</a> " * 200_000, "elements", "is all links"),
    (b"<div>" * 100_000, "elements", "is nested without end"),
    (b"<p %s>" % MANY, "attributes", "has one element with attributes without end"),
    (b'<p x="<" y=">" it\'s %s>' % MANY, "attributes", "hides them behind what would end the element"),
    (b"<html><body></body></html>", "no article", "holds nothing"),
    (b"<script type='application/ld+json'>" + b"[" * 100_000 + b"</script>", "no article", "holds JSON without end"),
]


@pytest.mark.parametrize(("data", "says", "why"), HOSTILE_PAGES, ids=[row[2] for row in HOSTILE_PAGES])
def test_a_hostile_page_is_refused_at_once(tmp_path, data, says, why):
    (refused,) = taken(tmp_path / "a.html", data)
    assert isinstance(refused, Refusal)
    assert says in refused.reason


# ------------------------------------------------------------------------------------------------------------ feeds


def made_feed(kind):
    from feedgen.feed import FeedGenerator

    maker = FeedGenerator()
    maker.id("https://paper.example/")
    maker.title("The Paper")
    maker.description("News")
    maker.link(href="https://paper.example/")
    maker.language("en")
    for number in (1, 2):
        entry = maker.add_entry(order="append")
        entry.id(f"urn:{number}")
        entry.title(f"Story <{number}> & more")
        entry.link(href=f"https://paper.example/{number}")
        entry.author(name="Ada Brandt", email="ada@paper.example")
        entry.published("2025-03-07T08:00:00+02:00")
        entry.updated("2025-03-08T08:00:00+02:00")
        if number == 1:
            entry.content(LONG, type="html" if kind == "atom" else "CDATA")
        entry.description("The beginning.", isSummary=number == 1)
    return maker.atom_str() if kind == "atom" else maker.rss_str()


@pytest.mark.parametrize("kind", ["rss", "atom"])
def test_a_feed_made_by_its_own_tool_gives_its_whole_articles(tmp_path, kind):
    whole, rest = taken(tmp_path / f"a.{kind}", made_feed(kind))
    assert isinstance(whole, Report)
    assert whole.text.split("\n\n") == fragment(LONG).split("\n\n")
    assert (whole.title, whole.outlet, whole.url) == ("Story & more", "The Paper", "https://paper.example/1") or (
        whole.title,
        whole.outlet,
        whole.url,
    ) == ("Story <1> & more", "The Paper", "https://paper.example/1")
    assert whole.published == "2025-03-07T08:00:00+02:00"
    assert "Ada Brandt" in (whole.author or "") or "ada@" in (whole.author or "")
    assert isinstance(rest, Refusal)
    assert "1 of its 2" in rest.reason


def test_a_feed_is_never_a_path_and_never_a_document_type(tmp_path):
    (tmp_path / "secret.txt").write_text("SECRET")
    laughs = '<!DOCTYPE l [<!ENTITY a "ha">' + "".join(
        f'<!ENTITY a{n} "{"&a" + str(n - 1 if n > 1 else "") + ";"}' * 1 + '">' for n in range(1, 9)
    )
    bad = {
        "path.xml": str(tmp_path / "secret.txt"),
        "laughs.rss": f"{laughs}]><rss><channel><title>&a8;</title></channel></rss>",
        "outer.rss": f'<!DOCTYPE r SYSTEM "file://{tmp_path}/secret.txt"><rss version="2.0"><channel/></rss>',
        "sixteen.rss": '<!DOCTYPE r [<!ENTITY a "b">]><rss version="2.0"><channel/></rss>'.encode("utf-16"),
        "laughs.opml": '<!DOCTYPE o [<!ENTITY a "b">]><opml><body><outline xmlUrl="&a;"/></body></opml>',
    }
    for name, data in bad.items():
        (refused,) = taken(tmp_path / name, data)
        assert isinstance(refused, Refusal), name
        assert "SECRET" not in f"{refused.reason}"


def test_an_opml_lists_its_feeds_once_and_is_not_fetched_for_a_file(tmp_path):
    told = (
        '<?xml version="1.0"?><opml version="2.0"><head/><body><outline text="a"><outline type="rss" xmlUrl="https://a.example/?x=1&amp;y=2"/>'
        '</outline><OUTLINE xmlurl="https://b.example/"/><outline type="rss" xmlUrl="https://b.example/"/></body></opml>'
    )
    assert opml(told.encode()) == ["https://a.example/?x=1&y=2", "https://b.example/"]
    (refused,) = taken(tmp_path / "feeds.opml", told)
    assert "rashomon watch" in refused.advice


# ------------------------------------------------------------------------------------------------------- web archives


def archive(*answers, packed=True, kind="response"):
    """A WARC as warcio writes it; an answer is (url, status, headers, body)."""
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=packed)
    writer.write_record(writer.create_warcinfo_record("a.warc", {"software": "ours"}))
    for url, status, headers, body in answers:
        http = StatusAndHeaders(f"{status} X", list(headers.items()), protocol="HTTP/1.1")
        writer.write_record(
            writer.create_warc_record(
                url, kind, payload=io.BytesIO(body), http_headers=http if kind == "response" else None
            )
        )
    return out.getvalue()


HTML = {"Content-Type": "text/html; charset=utf-8"}
GOOD = ("https://paper.example/a", 200, HTML, PAGE.encode())
OTHER = ("https://paper.example/b", 200, HTML, PAGE.replace("Port Lanse", "Halden").encode())
IMAGE = ("https://paper.example/i.png", 200, {"Content-Type": "image/png"}, b"\x89PNG")
AWAY = ("https://paper.example/c", 404, HTML, b"<p>Not here")
BOMB = ("https://bomb.example/", 200, HTML, b"\0" * 200_000_000)


@pytest.mark.parametrize("packed", [True, False], ids=["packed", "plain"])
def test_a_web_archive_gives_its_pages(tmp_path, packed):
    zipped = ("https://paper.example/z", 200, {**HTML, "Content-Encoding": "gzip"}, gzip.compress(OTHER[3]))
    found = taken(tmp_path / "a.warc.gz", archive(GOOD, IMAGE, AWAY, zipped, packed=packed))
    assert [r.url for r in reports(found)] == ["https://paper.example/a", "https://paper.example/z"]
    assert reports(found)[0].original == PAGE.encode()
    assert reports(found)[0].digest == sha256(PAGE.encode()).hexdigest()
    assert "<urn:uuid:" in reports(found)[0].note
    (rest,) = refusals(found)
    assert "are no pages" in rest.reason


def test_a_bomb_in_an_archive_is_refused_and_the_records_around_it_are_read(tmp_path):
    bomb = archive(BOMB)
    member = bomb[bomb.rindex(b"\x1f\x8b\x08") :]
    assert len(member) * 100 < 200_000_000
    found = taken(tmp_path / "a.warc.gz", archive(GOOD) + member + archive(OTHER))
    assert [r.url for r in reports(found)] == ["https://paper.example/a", "https://paper.example/b"]
    assert [r.reason for r in refusals(found) if "unpacks to more than 5,000,000 bytes" in r.reason]


def test_an_archive_of_nine_hundred_bytes_that_unpacks_to_two_hundred_megabytes_costs_nothing(tmp_path):
    """Packed as a record of the archive and again as the server's answer: each alone packs a thousandfold, not more."""
    inner = {**HTML, "Content-Encoding": "gzip"}
    bomb = archive(("https://bomb.example/", 200, inner, gzip.compress(b"\0" * 200_000_000)))
    member = bomb[bomb.rindex(b"\x1f\x8b\x08") :]
    assert len(member) < 900
    path = tmp_path / "a.warc.gz"
    path.write_bytes(archive(GOOD) + member + archive(OTHER))
    tracemalloc.start()
    found = list(intake([path]))
    assert tracemalloc.get_traced_memory()[1] < 50_000_000
    tracemalloc.stop()
    assert [r.url for r in reports(found)] == ["https://paper.example/a", "https://paper.example/b"]
    assert [r.reason for r in refusals(found)] == ["unpacks to more than 5,000,000 bytes"]


def test_a_body_that_is_a_bomb_or_packed_twice_is_refused_alone(tmp_path):
    inner = {**HTML, "Content-Encoding": "gzip"}
    bomb = ("https://bomb.example/", 200, inner, gzip.compress(b"<p>" * 20_000_000))
    twice = ("https://twice.example/", 200, inner, gzip.compress(gzip.compress(PAGE.encode())))
    brotli = ("https://brotli.example/", 200, {**HTML, "Content-Encoding": "br"}, b"\x0b\x02\x80hello\x03")
    found = taken(tmp_path / "a.warc", archive(bomb, twice, brotli, GOOD, packed=False))
    assert [r.url for r in reports(found)] == ["https://paper.example/a"]
    assert [" ".join(r.reason.split()[:3]) for r in refusals(found)][:3] == [
        "unpacks to more",
        "is gzip in",
        "holds no article:",
    ]


def test_a_damaged_record_costs_itself_alone(tmp_path):
    good, other = archive(GOOD), archive(OTHER)
    torn = bytearray(good)
    at = len(good) - 40
    torn[at : at + 4] = b"\xff\xff\xff\xff"
    found = taken(tmp_path / "a.warc.gz", bytes(torn) + other)
    assert [r.url for r in reports(found)] == ["https://paper.example/b"]
    assert any("damaged" in r.reason for r in refusals(found))
    cut = taken(tmp_path / "b.warc.gz", other + good[:-30])
    assert [r.url for r in reports(cut)] == ["https://paper.example/b"]
    assert any("cut off" in r.reason for r in refusals(cut))


def test_texts_of_an_archive_of_texts_are_taken(tmp_path):
    found = taken(tmp_path / "a.warc", archive(("https://paper.example/t", 0, {}, TEXT.encode()), kind="resource"))
    assert reports(found) == []  # of no kind that is told
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=True)
    writer.write_record(
        writer.create_warc_record(
            "https://paper.example/t", "conversion", payload=io.BytesIO(TEXT.encode()), warc_content_type="text/plain"
        )
    )
    (report,) = taken(tmp_path / "b.warc.gz", out.getvalue())
    assert (report.text, report.url) == (TEXT, "https://paper.example/t")


def wacz(members, link=""):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive_:
        archive_.writestr("datapackage.json", "{}")
        for name, data in members.items():
            archive_.writestr(name, data)
        if link:
            info = zipfile.ZipInfo(link)
            info.external_attr = 0o120777 << 16
            archive_.writestr(info, "/etc/passwd")
    return out.getvalue()


def test_a_wacz_gives_the_pages_of_its_archives_and_trusts_no_name(tmp_path):
    members = {
        "archive/a.warc.gz": archive(GOOD),
        "../../out.warc": archive(OTHER, packed=False),
        "/root.warc": b"WARC/1.0",
        "archive/bomb.warc": b"\0" * 50_000_000,
        "archive/b.warc.gz": archive(OTHER),
    }
    before = set(tmp_path.rglob("*"))
    found = taken(tmp_path / "a.wacz", wacz(members, link="archive/link.warc"))
    assert [r.url for r in reports(found)] == ["https://paper.example/a", "https://paper.example/b"]
    told = {r.input.partition(".wacz:")[2]: r.reason for r in refusals(found)}
    assert "leads out" in told["../../out.warc"]
    assert "leads out" in told["/root.warc"]
    assert "100 times" in told["archive/bomb.warc"]
    assert "is a link" in told["archive/link.warc"]
    assert set(tmp_path.rglob("*")) - before == {tmp_path / "a.wacz"}


def test_a_wacz_that_is_broken_or_holds_too_many_is_refused(tmp_path):
    assert "cannot be opened" in taken(tmp_path / "a.wacz", b"PK\x03\x04 no")[0].reason
    assert "more than 10,000" in taken(tmp_path / "b.wacz", wacz({f"x{n}": b"" for n in range(10_001)}))[0].reason
    assert "no web archive" in taken(tmp_path / "c.wacz", wacz({"pages/pages.jsonl": b"{}"}))[0].reason


@pytest.mark.parametrize("name", ["a.txt.gz", "a.jsonl.gz", "a.html.gz", "a.csv.gz", "a.rss.gz"])
def test_packed_files_are_unpacked_once(tmp_path, name):
    inside = {
        "a.txt.gz": TEXT,
        "a.jsonl.gz": json.dumps({"text": TEXT}),
        "a.html.gz": PAGE,
        "a.csv.gz": f'text\n"{TEXT}"\n',
        "a.rss.gz": made_feed("rss").decode(),
    }[name].encode()
    assert TEXT in reports(taken(tmp_path / name, gzip.compress(inside)))[0].text
    (refused,) = taken(tmp_path / name, gzip.compress(gzip.compress(inside)))
    assert "gzip in gzip" in refused.reason
    cut = taken(tmp_path / name, gzip.compress(inside)[:-12])[-1]
    assert "damaged" in cut.reason if isinstance(cut, Refusal) else "cut off" in cut.partial
    assert "100 times" in taken(tmp_path / name, gzip.compress(b" " * 50_000_000))[-1].reason


# ------------------------------------------------------------------------------------------- other tools' JSON, tables

RECORDS = [
    (
        {"id": "own-1", "text": TEXT, "title": "T", "outlet": "O", "url": "https://o.example/1", "published": "2025-03-07", "author": "A"},
        ("T", "O", "https://o.example/1", "2025-03-07", "A"),
        "rashomon",
    ),
    (
        {"authors": ["Ada Brandt", "Jo Reed"], "date_download": "2025-03-08 09:00:00", "date_modify": None, "date_publish": "2025-03-07 08:00:00",
         "description": "D", "filename": "x.json", "image_url": None, "language": "en", "localpath": None, "maintext": TEXT,
         "source_domain": "o.example", "title": "T", "title_page": None, "title_rss": None, "url": "https://o.example/1"},
        ("T", "o.example", "https://o.example/1", "2025-03-07T08:00:00", "Ada Brandt; Jo Reed"),
        "news-please",
    ),
    (
        {"title": "T", "body": {"summary": [], "sections": [{"headline": [], "paragraphs": [TEXT]}]}, "authors": ["Ada Brandt"],
         "publishing_date": "2025-03-07 08:00:00+02:00", "topics": [], "free_access": True,
         "html": {"requested_url": "https://o.example/0", "responded_url": "https://o.example/1", "content": "<p>",
                  "crawl_date": "2025-03-08", "source_info": {"publisher": "O", "type": "x"}}},
        ("T", "O", "https://o.example/1", "2025-03-07T08:00:00+02:00", "Ada Brandt"),
        "Fundus",
    ),
    (
        {"title": "T", "text": TEXT, "domain": "o.example", "date": "2025-03-07 08:00:00", "description": "", "url": "https://o.example/1", "image_url": ""},
        ("T", "o.example", "https://o.example/1", "2025-03-07T08:00:00", None),
        "CC-News",
    ),
    (
        {"id": 7, "date": "2025-03-07", "event_text": TEXT, "pub_date": "2025-03-07", "publisher": "O", "headline": "T"},
        ("T", "O", None, "2025-03-07", None),
        "NGEC",
    ),
    (
        {"uri": "https://o.example/1", "type": "text", "versioncreated": "2025-03-07T09:00:00Z", "firstcreated": "2025-03-07T08:00:00Z",
         "pubstatus": "usable", "language": "en", "headline": "T", "byline": "Ada Brandt", "infosource": [{"name": "O", "role": "x"}],
         "body_xhtml": f"<p>{TEXT}</p>"},
        ("T", "O", "https://o.example/1", "2025-03-07T08:00:00+00:00", "Ada Brandt"),
        "ninjs 1",
    ),
    (
        {"uri": "urn:x", "contentcreated": "2025-03-07T08:00:00Z", "headlines": [{"role": "alt", "value": "X"}, {"role": "main", "value": "T"}],
         "bodies": [{"role": "main", "contenttype": "text/html", "value": "<p>x</p>"}, {"role": "main", "contenttype": "text/plain", "value": TEXT}],
         "by": "Ada Brandt", "infosources": [{"name": "O"}], "language": "en-GB"},
        ("T", "O", None, "2025-03-07T08:00:00+00:00", "Ada Brandt"),
        "ninjs 2",
    ),
    (
        {"uri": "urn:x", "firstCreated": "2025-03-07T08:00:00Z", "headlines": [{"value": "T"}], "bodies": [{"contentType": "text/html", "value": f"<p>{TEXT}</p>"}],
         "by": "Ada Brandt", "infoSources": [{"name": "O"}], "pubStatus": "usable"},
        ("T", "O", None, "2025-03-07T08:00:00+00:00", "Ada Brandt"),
        "ninjs 3",
    ),
    (
        {"source": {"id": None, "name": "O"}, "author": "Ada Brandt", "title": "T", "url": "https://o.example/1", "publishedAt": "2025-03-07T08:00:00Z", "content": TEXT},
        ("T", "O", "https://o.example/1", "2025-03-07T08:00:00+00:00", "Ada Brandt"),
        "a news service",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("record", "told", "why"), RECORDS, ids=[row[2] for row in RECORDS])
@pytest.mark.parametrize("shape", ["lines", "one", "list", "articles"])
def test_other_tools_json_is_understood(tmp_path, record, told, why, shape):
    body = {"lines": record, "one": record, "list": [record], "articles": {"status": "ok", "articles": [record]}}[shape]
    (one,) = taken(tmp_path / ("a.jsonl" if shape == "lines" else "a.json"), json.dumps(body))
    assert isinstance(one, Report), one
    assert one.text == TEXT
    assert (one.title, one.outlet, one.url, one.published, one.author) == told


def test_json_lines_under_another_name_and_broken_json(tmp_path):
    lines = "\n".join(json.dumps({"text": f"{TEXT} {n}"}) for n in range(2))
    assert len(reports(taken(tmp_path / "a.json", lines))) == 2
    for data in ('{"text": ', "[1]", "3", "[]", b'{"text": "\xff"}', "[" * 100_000):
        (refused,) = taken(tmp_path / "b.json", data)
        assert isinstance(refused, Refusal), data


def test_a_table_by_its_own_names_or_as_told(tmp_path):
    own = f'Headline,Body,Date,Publisher\n"A ""T""","{TEXT}",2025-03-07,O\n,,,\nX,,2025-01-01,O\n'
    first, bad = taken(tmp_path / "a.csv", own)
    assert (first.title, first.text, first.published, first.outlet) == ('A "T"', TEXT, "2025-03-07", "O")
    assert (bad.input, bad.reason) == (f"{tmp_path / 'a.csv'}:4", "has no text")
    told = f"Was;Wann;Wer\n{TEXT};7.3.2025;O\n"
    (one,) = taken(tmp_path / "b.csv", told, columns={"text": "Was", "outlet": "Wer"})
    assert (one.text, one.outlet, one.published) == (TEXT, "O", None)
    (refused,) = taken(tmp_path / "b.csv", told, columns={"text": "Text"})
    assert "no column 'Text'" in refused.reason
    tabs = f"text\ttitle\r\n{TEXT}\tcaf\xe9\r\n".encode("cp1252")
    assert taken(tmp_path / "c.tsv", tabs)[0].title == "café"
    assert isinstance(taken(tmp_path / "d.csv", "")[0], Refusal)


def test_the_same_row_by_columns_that_are_called_like_others(tmp_path):
    (one,) = taken(tmp_path / "a.csv", f'text,body\nshort,"{TEXT}"\n', columns={"text": "body"})
    assert one.text == TEXT


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        (b"\0" * 40_000_000, "a line that never ends"),
        (b"WARC/1.0\r\n" + b"a: b\r\n" * 6_000_000, "heads that never end"),
        (b"WARC/1.0\r\na: " + b"b" * 40_000_000, "a head that never ends"),
        (b"\n" * 40_000_000, "lines of nothing"),
    ],
)
def test_heads_of_records_that_never_end_are_no_heads(tmp_path, capfd, wrong, why):
    (told,) = taken(tmp_path / "a.warc", wrong)
    assert isinstance(told, Refusal), why
    begun = time.process_time()
    report, told = taken(tmp_path / "b.warc", archive(GOOD, packed=False) + wrong)
    assert (report.text.split()[:3], isinstance(told, Refusal)) == (TEXT.split()[:3], True), why
    assert time.process_time() - begun < 5, why
    assert not capfd.readouterr().err


@pytest.mark.parametrize("flag", [0x01, 0x20, 0x40, 0x2000])
def test_a_zip_packed_as_nobody_packs_is_told_and_no_trace(tmp_path, flag):
    for name in ("a.odt", "a.zip", "a.wacz", "a.ods", "a.docx", "a.xlsx"):
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as archive:
            for part in ("mimetype", "content.xml", "datapackage.json", "archive/a.warc", "word/document.xml", "a.txt"):
                archive.writestr(part, "application/vnd.oasis.opendocument.text" if part == "mimetype" else TEXT)
        data = bytearray(out.getvalue())
        for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
            for found in [m.start() for m in re.finditer(re.escape(mark), data)]:
                data[found + at] |= flag & 0xFF
                data[found + at + 1] |= flag >> 8
        assert any(isinstance(one, Refusal) for one in taken(tmp_path / name, bytes(data))), name


def test_a_table_of_very_many_columns_is_read_in_step_with_them_or_refused(tmp_path):
    def table(columns: int) -> bytes:
        return ("text," + ",".join(f"c{n}" for n in range(columns)) + "\n" + '"' + TEXT + '"' + ",x" * columns).encode()

    begun = time.process_time()
    (report,) = taken(tmp_path / "a.csv", table(16_000))
    assert report.text == TEXT
    assert time.process_time() - begun < 8
    (told,) = taken(tmp_path / "b.csv", table(30_000))
    assert isinstance(told, Refusal)
    assert "30,001 columns" in told.reason


def test_a_pdf_gives_its_text_where_its_reader_is_installed(tmp_path):
    pytest.importorskip("pypdf")
    stream = b"BT /F1 12 Tf 20 100 Td (Ferry crews walked out on Friday, Marta Olin said.) Tj ET"
    parts = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 500 200]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>\nstream\n%b\nendstream" % (len(stream), stream),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    out, at = bytearray(b"%PDF-1.4\n"), []
    for number, part in enumerate(parts, 1):
        at.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % a for a in at)
    start = len(out)
    out += (
        b"xref\n0 6\n0000000000 65535 f \n" + table + b"trailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % start
    )
    (one,) = taken(tmp_path / "a.pdf", bytes(out))
    assert one.text == "Ferry crews walked out on Friday, Marta Olin said."
    assert isinstance(taken(tmp_path / "b.pdf", b"%PDF-1.7 \x00\x01")[0], Refusal)


# --------------------------------------------------------------------------------------------------------- addresses


def test_an_address_is_fetched_and_nothing_else_is(tmp_path):
    with paper({"a": [1, 2]}) as (base, hits):
        may = Allowed(hosts=frozenset({"127.0.0.1"}))
        (one,) = intake([f"{base}/page/1"], allowed=may)
        assert (one.url, one.input, one.original) == (f"{base}/page/1", f"{base}/page/1", article(1))
        assert len(reports(intake([f"{base}/feed/a"], allowed=may))) == 2
        (refused,) = intake([f"{base}/page/1"])
        assert "--allow-host 127.0.0.1" in refused.advice
        before = len(hits)
        taken(tmp_path / "a.rss", rss(base, [1]), allowed=may)
        assert len(hits) == before
    assert "never fetched" in next(iter(intake(["ftp://paper.example/a.txt"]))).reason
    assert "never fetched" in next(iter(intake(["file:///etc/passwd"]))).reason


def test_a_feed_that_leads_to_a_feed_ends(tmp_path):
    with paper({"a": [1]}) as (base, hits), paper({}, {1: (200, rss(base, [1]))}) as (other, _):
        pages_ = {1: (200, rss(other, [1]))}
        with paper({"a": [1]}, pages_) as (third, hits):
            found = list(intake([f"{third}/feed/a"], allowed=Allowed(hosts=frozenset({"127.0.0.1"}))))
    assert ["is no page" in r.reason for r in refusals(found)] == [True]
    assert len(hits) == 2


def test_the_same_article_from_several_ways_is_one_report_with_its_bytes(tmp_path):
    page = PAGE.replace("<head>", '<head><link rel="canonical" href="https://paper.example/a">')
    text = pages(page.encode())["text"]
    url = "https://www.paper.example/a/?utm_source=feed#top"
    files = {
        "saved.html": page.encode(),
        "archived.warc.gz": archive(
            ("https://paper.example/a", 200, HTML, PAGE.encode() + b"\n<!-- another crawl -->")
        ),
        "crawled.jsonl": json.dumps({"maintext": text, "url": url, "title": "Crews walk out"}).encode(),
        "feed.rss": f'<rss version="2.0"><channel><title>P</title><item><link>http://paper.example/a</link><description>'
        f"{LONG.replace('<', '&lt;')}</description></item></channel></rss>".encode(),
        "agency.json": json.dumps(
            {"uri": "https://paper.example/a", "versioncreated": "x", "body_text": text}
        ).encode(),
        "update.jsonl": json.dumps({"maintext": text + " One more.", "url": url}).encode(),
        "reprint.jsonl": json.dumps({"maintext": text, "url": "https://mirror.example/a"}).encode(),
    }
    with Case(tmp_path / "a.case") as case:
        for _ in range(2):
            for name, data in files.items():
                with case.transaction():
                    for one in reports(taken(tmp_path / name, data)):
                        case.reports.add(one)
        assert [r.id for r in case.reports] == ["reprint-1", "saved", "update-1"]
        ways = case.reports.ways("saved")
        assert len(ways) == 4 + ("feed.rss" in str(ways))
        for name, digest, at in ways:
            kept = case.reports.original(digest)
            assert kept is not None, name
            assert sha256(kept).hexdigest() == digest
            assert at[:2] == "20"
        assert case.reports.original(sha256(page.encode()).hexdigest()) == page.encode()
        assert "original" not in case.tables()


# ---------------------------------------------------------------------------------------------------- what is guessed

GUESSED = [
    (b"Ferry crews", "a.txt", "", "text"),
    (b"Ferry crews", "a", "", "text"),
    (b"<!DOCTYPE html><p>", "a.txt", "", "html"),
    (b"\xef\xbb\xbf\n<html>", "", "", "html"),
    (b"<p>x", "a.htm", "", "html"),
    (b"<p>x", "a", "text/html", "html"),
    (b'<?xml version="1.0"?><!-- x --><rss version="2.0">', "a", "text/html", "feed"),
    ('<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom">'.encode("utf-16"), "a", "", "feed"),
    (b'<rdf:RDF xmlns="">', "a.txt", "", "feed"),
    (b'<?xml version="1.0"?><opml version="1.0">', "a.xml", "", "opml"),
    (b"WARC/1.0\r\n", "a", "", "warc"),
    (gzip.compress(b"WARC/1.0\r\n", mtime=0), "a.gz", "", "warc"),
    (b"PK\x03\x04....datapackage.json", "a", "", "wacz"),
    (b"%PDF-1.4", "a", "", "pdf"),
    (b'{"text": "a"}', "-", "", "jsonl"),
    (b'{"text": "a"}', "a.json", "", "json"),
    (b'{"text": "a"}\n{"text": "b"}\n', "-", "", "jsonl"),
    (b'{\n  "text": "a"\n}\n', "-", "", "json"),
    (b'[\n  {"text": "a"}]', "-", "", "json"),
    (b"[Port Lanse] Ferry crews", "-", "", "text"),
    (b',title,text\n0,"A","B"\n', "-", "", "csv"),
    (b'"Headline";"Body"\n', "stories", "", "csv"),
    (b"The body, text and all, was found.\n", "-", "", "text"),
    (b"title,text\n", "a.txt", "", "text"),
    (b"[{}]", "a", "application/json", "json"),
    (b"a,b", "a.csv.gz", "", "csv"),
]


@pytest.mark.parametrize(("head", "name", "kind", "told"), GUESSED)
def test_the_format_is_guessed(head, name, kind, told):
    assert form(head, name, kind) == told


def test_what_is_told_beats_what_is_guessed(tmp_path):
    assert taken(tmp_path / "a.csv", "Ferry, crews\nwalked, out", form="text")[0].text == "Ferry, crews\nwalked, out"


DAYS = [
    ("2025-03-07", "2025-03-07"),
    ("2025-03-07 08:00:00", "2025-03-07T08:00:00"),
    ("2025-03-07T08:00:00.123Z", "2025-03-07T08:00:00+00:00"),
    ("2025-03-07 08:00:00 +0200", "2025-03-07T08:00:00+02:00"),
    ("20250307T080000Z", "2025-03-07T08:00:00+00:00"),
    ("20250307", "2025-03-07"),
    ("Fri, 07 Mar 2025 08:00:00 +0200", "2025-03-07T08:00:00+02:00"),
    ("Fri, 07 Mar 2025 08:00:00 GMT", "2025-03-07T08:00:00+00:00"),
    ("last Friday", "last Friday"),
    ("2025-13-41", "2025-13-41"),
    ("", ""),
]


@pytest.mark.parametrize(("told", "iso"), DAYS)
def test_days_are_written_one_way_and_never_guessed(told, iso):
    assert day(told) == iso


# --------------------------------------------------------------------------------------------- any bytes to any parser

MARKUP = st.lists(
    st.sampled_from(
        ["<p>", "</p>", "<rss>", "<item>", "</item>", "<link>", "<feed>", "<entry>", "<!--", "-->", "<![CDATA[", "]]>", "&amp;", "&#0;",
         "&#xd800;", "<!DOCTYPE", "<script type='application/ld+json'>", "{", "}", '"', "@type", "NewsArticle", ":", "[", "]", "\x00",
         "text", "<outline xmlUrl='", "'/>", "WARC/1.0\r\n", "\r\n\r\n", "Content-Length: 9\r\n", "PK\x03\x04", "%PDF-", ",", "\n", "é", TEXT]
    ),
    max_size=12,
).map("".join)  # fmt: skip


@pytest.mark.parametrize("told", FORMS)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.one_of(st.binary(max_size=300), MARKUP.map(str.encode), MARKUP.map(lambda t: gzip.compress(t.encode()))))
def test_any_bytes_in_any_form_give_reports_or_reasons(told, data):
    from rashomon.intake.source import Source
    from rashomon.intake.taking import Taking

    found = list(Taking(Limits(language=None), told, {}, Allowed()).opened(Source(io.BytesIO(data), "x", "x")))
    assert found
    for one in found:
        (one.text if isinstance(one, Report) else one.reason + one.advice).encode("utf-8")


@given(MARKUP)
def test_a_fragment_leaves_no_tag_of_a_block(html):
    assert "<p>" not in fragment(html.replace("<![CDATA[", ""))  # what is in there is text


def test_a_folder_of_everything_is_built_and_each_bad_thing_has_one_line(tmp_path):
    folder = tmp_path / "all"
    folder.mkdir()
    bad = {
        "laughs.rss": b'<!DOCTYPE l [<!ENTITY a "ha">]><rss/>',
        "twice.txt.gz": gzip.compress(gzip.compress(b"x")),
        "bomb.txt.gz": gzip.compress(b" " * 50_000_000),
        "no.wacz": b"PK\x03\x04",
        "no.warc": b"WARC",
        "links.html": b"<a>x</a>" * 20_000,
        "no.csv": b"a,b\n",
        "no.json": b"[",
    }
    good = {
        "a.txt": TEXT.encode(),
        "b.html": PAGE.encode(),
        "c.jsonl": json.dumps({"text": TEXT + " Again."}).encode(),
        "d.csv": f"text\n{TEXT.replace(',', '')}\n".encode(),
        "e.warc.gz": archive(OTHER),
        "f.wacz": wacz({"archive/a.warc": archive(GOOD, packed=False)}),
        "g.atom": made_feed("atom"),
    }
    for name, data in {**bad, **good}.items():
        (folder / name).write_bytes(data)
    found = list(intake([folder]))
    assert {Path(r.input.split(":")[0]).name for r in reports(found)} >= set(good) - {"g.atom"}
    assert any(r.url == "https://paper.example/1" for r in reports(found))
    named = Counter(Path(r.input.split(":")[0]).name for r in refusals(found))
    assert {name: named[name] for name in bad} == dict.fromkeys(bad, 1)


def test_no_two_forms_claim_one_suffix_or_one_kind() -> None:
    for claimed in (
        [x for name in FORMS for x in declared(name).suffixes],
        [x for n in FORMS for x in declared(n).kinds],
    ):
        assert len(claimed) == len({*claimed})


def test_a_form_that_is_not_there_is_named() -> None:
    with pytest.raises(ValueError, match="there is no format 'papyrus': csv, docx"):
        declared("papyrus")


AT_A_HOUSE = [
    ({"url": "https://www.elmecho.example/news/1"}, "elmecho.example", "whose domain it is"),
    ({"url": "https://uk.coastpost.example/a?x=1"}, "uk.coastpost.example", "with what parts its editions"),
    ({"url": "https://web.archive.org/web/20310501/https://elmecho.example/news/1"}, "elmecho.example", "as kept by an archive"),
    ({"url": "https://elmecho.example/1", "outlet": "Elm Echo"}, "Elm Echo", "its own word goes before"),
    ({"url": "https://elm.blogspot.com/2031/05/a.html"}, "elm.blogspot.com", "a place of its own"),
    ({"url": "https://x.com/annholm/status/1"}, None, "anybody publishes there"),
    ({"url": "https://t.co/abc"}, None, "an address that only leads on"),
    ({"url": "http://10.0.0.1/a"}, None, "a number is nobody's name"),
    ({"url": "http://localhost:8000/a"}, None, "nor is this machine"),
    ({}, None, "no address"),
]  # fmt: skip


@pytest.mark.parametrize(("fields", "outlet", "why"), AT_A_HOUSE, ids=[r[-1] for r in AT_A_HOUSE])
def test_a_row_without_an_outlet_is_of_the_house_at_its_address(tmp_path, fields, outlet, why):
    text = "The mill at Oster burned down on Monday night, and two of its keepers were hurt, the fire chief said."
    (report,) = taken(tmp_path / "a.jsonl", json.dumps({"text": text, **fields}).encode())
    assert report.outlet == outlet, why
