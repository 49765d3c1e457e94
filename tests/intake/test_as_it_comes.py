"""Inputs as other programs leave them: cut off, wrapped, mislabelled, beside other articles; each with what must come out."""

import gzip
import inspect
import json
import re
from email.message import EmailMessage
from html import escape

import pytest

from rashomon.intake import documents, intake, json_tools, rows
from rashomon.records import Refusal

PARTS = [
    "A footbridge over the Sarn canal in Norrvik gave way on Monday evening while a school choir was crossing it.",
    "Nineteen people fell about six metres into the water and eleven of them were taken to hospital, doctors said.",
    "“We heard a crack and then there was nothing under our feet,” Elin Dahlgren, who leads the choir, told Canal FM.",
    "City engineer Tomas Brandt said the bridge had been inspected in March and that no fault had been found.",
    "A union of builders denied this and said it had warned the council twice about rust at the northern anchor.",
    "Prosecutors opened an inquiry on Wednesday and asked a laboratory in Lund to examine the broken cables.",
]
OTHER = ["The opera house of Tarnby will get a new roof next spring.", "Singers will move to a tent for the season."]
TITLE, DAY, PAPER, WRITER = "Footbridge falls in Norrvik", "2022-09-13", "Norrvik Tidende", "Karin Moe"
AT = "https://www.norrviktidende.example/n/bridge"
TEXT = "\n\n".join(PARTS)
WHOLE = {"title": TITLE, "outlet": PAPER, "author": WRITER, "day": DAY, "partial": ""}
NODE = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "headline": TITLE,
    "datePublished": f"{DAY}T07:30:00+02:00",
    "author": {"@type": "Person", "name": WRITER},
    "publisher": {"@type": "Organization", "name": PAPER},
}


def ps(parts=PARTS):
    return "".join(f"<p>{one}</p>" for one in parts)


def script(told):
    return f'<script type="application/ld+json">{told if isinstance(told, str) else json.dumps(told)}</script>'


def ld(**fields):
    return script({name: value for name, value in {**NODE, **fields}.items() if value is not None})


def page(head="", body=None, title=TITLE, h1=TITLE):
    inner = f"<article><h1>{h1}</h1>{ps()}</article>" if body is None else body
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{title}</title>{head}</head>'
        f"<body>{inner}</body></html>"
    ).encode()


def meta(**named):
    told = {
        "og:site_name": PAPER,
        "author": WRITER,
        **{name.replace("__", ":"): value for name, value in named.items()},
    }
    return "".join(f'<meta property="{name}" content="{value}">' for name, value in told.items())


def canonical(url=AT):
    return f'<link rel="canonical" href="{url}">'


def row(**fields):
    told = {"title": TITLE, "text": TEXT, "published": DAY, "outlet": PAPER, "author": WRITER, **fields}
    return json.dumps({name: value for name, value in told.items() if value is not None}).encode()


def feed(item):
    head = (
        f"<rss version='2.0'><channel><title>{PAPER}</title><link>https://n.example</link><description>d</description>"
    )
    return f"{head}<item><title>{TITLE}</title>{item}</item></channel></rss>".encode()


def record(body, more=""):
    answer = f"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n{more}\r\n".encode() + body
    head = (
        f"WARC/1.1\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-000000000001>\r\n"
        f"WARC-Date: 2022-09-14T10:00:00Z\r\nWARC-Target-URI: {AT}\r\n"
        f"Content-Type: application/http;msgtype=response\r\nContent-Length: {len(answer)}\r\n\r\n"
    )
    return head.encode() + answer + b"\r\n\r\n"


def chunks(body, size=256):
    parts = (body[at : at + size] for at in range(0, len(body), size))
    return b"".join(f"{len(one):x};part=1\r\n".encode() + one + b"\r\n" for one in parts) + b"0\r\n\r\n"


def mail(attached=True):
    message = EmailMessage()
    message["From"], message["Subject"] = "Desk <desk@x.example>", "Fwd: a clipping"
    message["Date"], message["Message-ID"] = "Wed, 14 Sep 2022 07:30:00 +0200", "<1@x.example>"
    if attached:
        message.set_content("see below")
        message.add_attachment(page(ld()), maintype="text", subtype="html", filename="bridge.html")
    else:
        message.set_content(f"<html><body>{ps()}</body></html>", subtype="html")
    return bytes(message)


CUT = gzip.compress(page(ld()), mtime=0)[:-200]
CHATS = {"chats": {"list": [{"name": PAPER, "type": "public_channel", "messages": [
    {"id": 1, "type": "message", "date": f"{DAY}T07:30:00", "text": TEXT}]}]}}  # fmt: skip
NITF = (
    f'<nitf><head><title>{TITLE}</title><pubdata name="{PAPER}" date.publication="20220913T073000+0200"/></head><body>'
    f"<body.head><hedline><hl1>{TITLE}</hl1></hedline><byline><person>{WRITER}</person></byline></body.head>"
    f"<body.content>{ps()}</body.content></body></nitf>"
).encode()
WALL = '<div class="over"><p>You have reached your limit of free articles. Subscribe for full access.</p></div>'
BRIEF = f"<article><h1>{TITLE}</h1>{ps(PARTS[:2])}</article>"
ABOUT_IT = {"@type": "WebPage", "url": AT, "mainEntity": {**NODE, "headline": "Nineteen fall into canal"}}
POSTS = "".join(f'<article class="post"><h1>Opera story {n}</h1>{ps(OTHER)}</article>' for n in range(4))
CARDS = "".join(f'<div class="card"><a href="/n/{n}"><h3>Opera {n}</h3></a><p>{OTHER[0]}</p></div>' for n in range(4))
CLOCK = '<header><time datetime="2022-11-20">Sunday 20 November 2022</time></header>'
THEN = f'<time datetime="{DAY}">13 September 2022</time>'

# file, bytes, what must come out ("…" stands for any partial), why
TAKEN = [
    ("a.html.gz", CUT, {"partial": "cut: its packed bytes are cut off"}, "a packed page cut off is a part"),
    ("a.html", page(canonical("https://n.example/story.asp?id=77") + ld()), WHOLE, "a query is no second page"),
    ("a.html", page(canonical(f"{AT}?page=2") + f'<link rel="prev" href="{AT}?page=1">' + ld()), {"partial": "…"}, "page two"),
    ("a.html", page(canonical() + '<link rel="prev" href="https://n.example/n/boat">' + ld()), WHOLE, "the post before"),
    ("a.html", page(ld(isAccessibleForFree="https://schema.org/False"), BRIEF), {"partial": "…"}, "false as an address"),
    ("a.html", page(ld(isAccessibleForFree="no"), BRIEF), {"partial": "…"}, "false as a word"),
    ("a.html", page(ld(wordCount=1450), BRIEF), {"partial": "cut: it holds 43 of 1450 words"}, "the page counts more words"),
    ("a.html", page(ld(wordCount=100)), WHOLE, "another count of the same words"),
    ("a.html", page(meta(date=DAY), BRIEF + WALL), {"partial": "…"}, "a wall that lies over the page"),
    ("a.html", page(ld(isAccessibleForFree=True)), WHOLE, "free and whole"),
    ("a.jsonl", row(text=f"{PARTS[0]} {PARTS[1]}\n\nThe rest of this story can be read at n.example."), {"partial": "…"}, "told"),
    ("a.xml", feed(f"<pubDate>Tue, 13 Sep 2022 07:30:00 GMT</pubDate><author>k@n.example ({WRITER})</author>"
                   f"<description>{escape(ps())}</description>"), WHOLE, "a description that is the article"),
    ("a.eml", mail(), {**WHOLE, "url": None}, "a page that was sent along speaks for itself"),
    ("a.eml", mail(attached=False), {"day": "2022-09-14"}, "the day of a mail in HTML"),
    ("a.json", json.dumps(CHATS).encode(), {"outlet": PAPER, "day": DAY}, "all chats of an export"),
    ("a.warc", record(chunks(page(ld()))), WHOLE, "sizes of chunks with more behind them"),
    ("a.xml", NITF, WHOLE, "NITF that names its paper, a compact day with a zone"),
    ("a.jsonl", row().decode().encode("utf-16-be"), WHOLE, "UTF-16 that nothing marks"),
    ("a.jsonl", row().decode().encode("utf-32"), WHOLE, "UTF-32"),
    ("a.json", row().decode().encode("utf-32-le"), WHOLE, "UTF-32 that nothing marks"),
    ("a.csv", f'PublishedAt,Title,Source_Name,Author,Content\n{DAY},{TITLE},{PAPER},{WRITER},"{TEXT}"\n'.encode(), WHOLE,
     "names of fields joined in another case"),
    ("a.html", page(canonical("https://archive.ph/2022.09.14-101112/" + AT) + ld()), {"url": AT}, "archive.today"),
    ("a.html", page(canonical("https://arquivo.example/wayback/20220914101112/" + AT) + ld()), {"url": AT}, "any wayback"),
    ("a.html", page(script(f"var data = {json.dumps(NODE)};")), WHOLE, "JSON-LD as a script writes it"),
    ("a.html", page(canonical() + script(ABOUT_IT)), WHOLE, "what a page is about, under a headline of its own"),
    ("a.html", page(meta(article__published_time=DAY, author=f"By {WRITER} and Bo Falk, {PAPER}")),
     {"author": f"{WRITER}; Bo Falk"}, "two in one line, and the paper"),
    ("a.html", page(meta(article__published_time=DAY, author="Health and Safety Office")),
     {"author": "Health and Safety Office"}, "one name with an and"),
    ("a.html", page(ld(headline=None) + meta(), f"<h1>{PAPER}</h1><article><h2>{TITLE}</h2>{ps()}</article>", f"{TITLE} - {PAPER}"),
     WHOLE, "the paper's name is no title"),
    ("a.html", page(meta(), f'<article><h1>{TITLE}</h1><p>Last updated: <time datetime="2022-10-01">1 Oct</time></p>{ps()}</article>'),
     {"day": None}, "a time that tells a change"),
    ("a.html", page(meta(), f"{CLOCK}<main><article><h1>{TITLE}</h1>{THEN}{ps()}</article></main>"), WHOLE, "the site's clock"),
    ("a.html", page(canonical() + meta(og__site_name="https://norrviktidende.example") + ld()), WHOLE, "an address is no name"),
    ("a.html", page(meta(og__site_name="Moe &amp;amp; Falk Post", date=DAY)), {"outlet": "Moe & Falk Post"}, "escaped twice"),
    ("a.jsonl", row(language="de", text=f"{PARTS[0]}"), {}, "short, and plainly English"),
    ("a.jsonl", row(text=f"<![CDATA[{ps()}]]>"), WHOLE, "the wrapping of XML"),
    ("a.jsonl", row(text=TEXT.replace("\n", "\\n")), WHOLE, "line ends escaped twice"),
    ("a.html", page(ld(), f'<main><article class="post"><h1>{TITLE}</h1>{ps()}</article>{POSTS}</main>'), WHOLE, "posts below"),
    ("a.html", page(ld(), f"<article><h1>{TITLE}</h1>{ps(PARTS[:3])}{CARDS}{ps(PARTS[3:])}</article>"), WHOLE, "cards within"),
    ("a.html", page(ld(datePublished=None), f'<article><h1>{TITLE}</h1><p property="datePublished" content="{DAY}">then</p>{ps()}</article>'),
     {"day": DAY}, "RDFa"),
    ("a.html", page(ld(author={"@list": [{"name": WRITER}]})), WHOLE, "a list as JSON-LD writes one"),
    ("a.html", page(ld(), f"<article><h1>{TITLE}</h1>{ps()}<template>{ps(OTHER)}</template></article>"), WHOLE, "not shown"),
    ("a.json", json.dumps({"articles": {"results": [{"title": TITLE, "body": TEXT, "dateTime": DAY, "date": DAY, "source": {"title": PAPER},
                                                     "authors": [{"name": WRITER}]}]}}).encode(), WHOLE, "a list within"),
    ("a.json", json.dumps({"articles": [{"title": TITLE, "content": f"{PARTS[0]} {PARTS[1][:40]}... [1290 chars]"}]}).encode(),
     {"partial": "…"}, "cut without a plus"),
    ("a.json", json.dumps({"value": [{"name": TITLE, "description": " ".join(PARTS[:2]), "provider": [{"name": PAPER}]}]}).encode(),
     {"partial": "…", "outlet": PAPER}, "a search of news"),
    ("a.json", json.dumps({"posts": [{"title": TITLE, "html": ps(), "published_at": DAY, "authors": [{"name": WRITER}]}]}).encode(),
     {"author": WRITER, "day": DAY, "title": TITLE}, "posts with their HTML"),
    ("a.json", json.dumps({"data": [{"type": "node", "attributes": {"title": TITLE, "created": DAY, "body": {"value": ps()}}}]}).encode(),
     {"title": TITLE, "day": DAY}, "JSON:API"),
    ("a.json", json.dumps({"seq": 0, "content": [{"title": TITLE, "content": ps(), "feed_title": PAPER, "author": WRITER}]}).encode(),
     {"title": TITLE, "outlet": PAPER, "author": WRITER}, "a feed reader's list"),
    ("a.html", page(ld(), f'<div class="modal"><h1>Sign in</h1></div>{BRIEF}'), {"title": TITLE}, "a window over an article"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "data", "wanted", "why"), TAKEN, ids=[f"{t[0]} {t[3]}" for t in TAKEN])
def test_comes_out(tmp_path, name, data, wanted, why):
    (tmp_path / name).write_bytes(data)
    (one,) = intake([tmp_path / name])
    assert not isinstance(one, Refusal), one
    told = {
        field: (one.published or "")[:10] or None if field == "day" else getattr(one, field)
        for field in wanted
        if wanted[field] is not None or field in ("day", "author")
    }
    asked = {field: value for field, value in wanted.items() if field in told}
    if asked.get("partial") == "…":
        assert told.pop("partial")
        del asked["partial"]
    assert told == asked
    if wanted.get("partial", "…") == "":
        assert all(part in one.text for part in PARTS)
        assert "<" not in one.text
        assert not any(words in one.text for words in OTHER)


NO_ARTICLE = [
    (
        "This article is no longer available",
        "It was removed from our site. You can find more stories on the front page.",
    ),
    (
        "451: Unavailable due to legal reasons",
        "We recognize you are attempting to access this website from a country of the EEA.",
    ),
    (f"Privacy policy | {PAPER}", "We process personal data in accordance with the law, and you may ask for it. " * 30),
    ("Too many requests", "You have been making many requests. Please slow down and come back in a minute or two."),
    (
        f"Service Unavailable - {PAPER}",
        "The server is temporarily unable to service your request. Please try again later.",
    ),
    (PAPER, "Please log in to continue reading what our reporters write about the town and the whole of its coast."),
]


@pytest.mark.parametrize(("title", "words"), NO_ARTICLE)
def test_is_no_article(tmp_path, title, words):
    (tmp_path / "a.html").write_bytes(page(body=f"<h1>{title}</h1><p>{words}</p>", title=title))
    (one,) = intake([tmp_path / "a.html"])
    assert isinstance(one, Refusal)
    assert "not an article" in one.reason


DAYS = [
    ("/Date(1663047000000)/", DAY), ("/Date(1663047000000+0200)/", DAY), ("2022-256", DAY), ("13Sep2022", DAY),
    ("2022年9月13日", DAY), ("2022년 9월 13일", DAY), ("2022_09_13", DAY), ("Published: Sep 13, 2022, 07:30 [IST]", DAY),
    ("20220913T073000.000+0200", DAY), ("1904-01-01T00:00:00Z", None), ("1980-01-01T00:00:00Z", None),
]  # fmt: skip


@pytest.mark.parametrize(("told", "day"), DAYS)
def test_days_of_other_programs(tmp_path, told, day):
    (tmp_path / "a.jsonl").write_bytes(row(published=told))
    (one,) = intake([tmp_path / "a.jsonl"])
    assert (one.published or "")[:10] == (day or "")


SHAPES = [
    1,
    "\ud800",
    [1],
    [[]],
    [{}],
    {"name": [1]},
    {"list": [{"messages": [1], "type": 1, "name": 2}]},
    {"summary": 5},
]
FIELDS = sorted(
    set(
        re.findall(
            r'"([A-Za-z_@:-]{2,30})"', "".join(inspect.getsource(room) for room in (documents, json_tools, rows))
        )
    )
)


BESIDE = [{}, {"text": TEXT[:120]}, {"content": {"rendered": TEXT[:120]}}, {"canonical": [], "content": {}}]


@pytest.mark.parametrize(("number", "beside"), list(enumerate(BESIDE)))
def test_a_field_of_any_shape_loses_nothing_else(tmp_path, number, beside):
    made = [{**beside, field: shape} for field in FIELDS[number::4] for shape in SHAPES]
    made += [{**beside, field: -1} for field in ("canonical", "alternate", "body", "content", "authors")]
    (tmp_path / "a.jsonl").write_bytes(b"\n".join([*(json.dumps(one).encode() for one in made), row()]))
    found = list(intake([tmp_path / "a.jsonl"]))
    assert len(found) == len(made) + 1
    assert found[-1].title == TITLE
    for one in found:
        assert (one.reason if isinstance(one, Refusal) else one.text).encode("utf-8")


def test_what_stood_before_a_cut_is_kept_and_the_loss_told(tmp_path):
    lines = b"\n".join(row(title=f"{n}", text=f"{TEXT} Number {n * 7919 % 1009}.") for n in range(40))
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress(lines, mtime=0)[:-300])
    found = list(intake([tmp_path / "a.jsonl.gz"]))
    assert [one.title for one in found[:-1]] == [f"{n}" for n in range(len(found) - 1)]
    assert isinstance(found[-1], Refusal)
    assert "cut off" in found[-1].reason
