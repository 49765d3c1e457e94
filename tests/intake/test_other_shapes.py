"""Inputs in other shapes than those before: other markup, other tools' JSON, containers in containers, several faults at once.

Every row says what must come out, and of the near misses what must not.
"""

import gzip
import io
import json
import zipfile
from email.message import EmailMessage

import pytest

from rashomon.intake import intake
from rashomon.records import Refusal

PARTS = [
    "A fire at the Brannock flour mill killed two night watchmen early on Tuesday, the county coroner said.",
    "Coroner Helga Voss said the two men were found near a conveyor on the third floor. Neither has been named.",
    "“We heard the silo crack before the alarm went off,” foreman Piotr Lang told reporters outside the gate.",
    "The mill's owner, Brannock Grain, denied that an inspection in March had found loose wiring.",
]
OTHER = [
    "Engineers lowered the Tessa reservoir by four metres on Wednesday after a crack was seen in the spillway.",
    "Regional water director Amina Sale said that 3,200 people downstream had been told to pack but not to leave.",
]
TITLE, DAY, PAPER, WRITER, AT = (
    "Two die in mill fire",
    "2021-05-06",
    "Pine Ledger",
    "Ada Brandt",
    "https://pineledger.example/n/mill",
)
TEXT = "\n\n".join(PARTS)
HTML = "".join(f"<p>{part}</p>" for part in PARTS)
GUEST = "Zoo welcomes twin pandas"


def ld(**fields):
    return f'<script type="application/ld+json">{json.dumps({"@context": "https://schema.org", "@type": "NewsArticle", **fields})}</script>'


def page(head="", before="", inside="", after="", h1=TITLE, body=HTML, title=TITLE):
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{title}</title>{head}</head><body>{before}'
        f"<article><h1>{h1}</h1>{inside}{body}</article>{after}</body></html>"
    )


def taken(tmp_path, name, data):
    path = tmp_path / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return list(intake([path]))


def one(tmp_path, name, data):
    (found,) = taken(tmp_path, name, data)
    assert not isinstance(found, Refusal), found
    return found


def told(report, fields):
    held = {field: getattr(report, "published" if field == "day" else field) or None for field in fields}
    return held | ({"day": (held["day"] or "")[:10] or None} if "day" in held else {})


CANONICAL = f'<link rel="canonical" href="{AT}">'
LINKED = '<link rel="canonical" href="https://pineledger.example/2021/05/06/mill">'
POST = '<{0} class="story"><h1>{1}</h1><span class="byline">By Otto Fremd</span><time datetime="2018-02-02">x</time>{2}</{0}>'
LIVE = "".join(
    f'<li class="liveblog-entry"><time datetime="2021-05-06T{at}:00Z">{at}</time><h3>{head}</h3><p>{words}</p></li>'
    for at, head, words in (
        ("12:30", "Owner denies", PARTS[3]),
        ("09:30", "Foreman", PARTS[2]),
        ("08:00", "Two dead", PARTS[0]),
    )
)
CARD = '<div class="mini"><a href="/z"><h3>Zoo welcomes twin pandas</h3></a><span class="date">2018-02-02</span><span class="author">By Otto Fremd</span></div>'

# markup, fields that must come out, why
PAGES = [
    (page(before=f'<div itemscope itemtype="https://schema.org/NewsArticle"><a href="/z">{GUEST}</a><meta itemprop="datePublished" '
          'content="2018-02-02"><span itemprop="author">Otto Fremd</span></div>', inside='<time datetime="2021-05-06">x</time>'),
     {"day": DAY, "author": None}, "microdata of another article above"),
    (page(before=f'<aside><ol><li itemscope itemtype="https://schema.org/NewsArticle"><h4>{GUEST}</h4><span class="author">By Otto Fremd'
          '</span><time datetime="2018-02-02">x</time></li></ol></aside>'), {"day": None, "author": None}, "nor where the page tells nothing itself"),
    (page(before=f"<div>{CARD * 2}</div>"), {"day": None, "author": None}, "nor from cards that stand above the heading"),
    (page(before='<p class="meta"><a href="/w">World</a> <time datetime="2021-05-06">x</time></p>'), {"day": DAY}, "a day above the heading is its own"),
    (page(inside='<time class="entry-date published updated" datetime="2021-05-06T08:00:00Z">x</time>'), {"day": DAY, "modified": None},
     "what was never changed has both classes"),
    (page(inside='<p>Last updated: <time datetime="2021-05-20">20 May 2021</time></p>'), {"day": None}, "a change is no day of its own"),
    (page(inside="<p>Published on 6 May 2021</p>"), {"day": DAY}, "a day that says of itself what it is"),
    (page(inside="<div>6 May 2021</div>"), {"day": DAY}, "a day alone under the heading"),
    (page(inside="<p>12 May 2021</p><p>14 May 2021</p>"), {"day": None}, "two days are none"),
    (page(before="<div>6 May 2021</div>"), {"day": None}, "what stands above may be today"),
    (page(inside='<div class="node__submitted">Submitted by Ada Brandt on Thu, 05/06/2021 - 14:30</div>'), {"day": DAY, "author": WRITER}, "Drupal's line"),
    (page(inside='<p class="meta">UPDATED: 7 May 2021 | PUBLISHED: 6 May 2021</p>'), {"day": DAY}, "the day of publication of two"),
    (page(LINKED), {"day": DAY}, "a day in its address"),
    (page(inside='<span class="autor">Von Ada Brandt</span><span class="datum">6. Mai 2021, 14:30 Uhr</span>'), {"day": DAY, "author": WRITER},
     "German metadata of an English text"),
    (page(inside="<p>Par Ada Brandt</p><p>Publié le 6 mai 2021 à 10h30</p>"), {"day": DAY, "author": WRITER}, "French metadata"),
    (page(inside="<p>Mis à jour le 6 mai 2021</p>"), {"day": None}, "a French change"),
    (page(inside="<i>by Ada Brandt and Li Wen</i>"), {"author": "Ada Brandt; Li Wen"}, "a byline that nothing marks"),
    (page(inside='<p class="byline">By <a>Ada Brandt</a> and <a>Li Wen</a>, Staff Writers | Photographs by Jo Reek</p>'), {"author": "Ada Brandt; Li Wen"},
     "all of a byline, without roles and pictures"),
    (page(inside="<p>By the river two men stood and watched the mill burn down.</p>"), {"author": None}, "a sentence that begins so"),
    (page(after='<div id="comments"><div><span class="author">By Otto Fremd</span><p>I do not believe one word of this report.</p></div></div>'),
     {"author": None}, "who comments wrote nothing"),
    (page('<meta property="og:title" content="Two die in mill fire">', h1="Pine Ledger", body=f"<h3>{TITLE}</h3>{HTML}", title=f"Pine Ledger: {TITLE}")
     .replace("<head>", '<head><meta property="og:site_name" content="Pine Ledger">'), {"title": TITLE, "outlet": PAPER}, "the site's name as h1"),
    (page('<link rel="canonical" href="https://pineledger.example/"><meta property="og:url" content="https://pineledger.example/n/mill">'), {"url": AT},
     "a front door is no article's address"),
    (page(CANONICAL + '<meta property="og:site_name" content="Pine Ledger | Breaking news, weather and sports of the Pine valley and beyond">'),
     {"outlet": PAPER}, "a slogan behind the name"),
    (page(CANONICAL + '<meta property="og:site_name" content="pineledger">' + ld(headline=TITLE, publisher={"name": PAPER})), {"outlet": PAPER},
     "the same name written in words"),
    (page(CANONICAL, title=f"{TITLE} - Pine Ledger, the free paper"), {"outlet": PAPER}, "a slogan behind a title's end"),
    (page(f'<link rel="canonical" href="https://archive.ph/20210507101010/{AT}"><meta property="og:site_name" content="archive.ph">'),
     {"url": AT, "outlet": "pineledger.example"}, "the archive is no outlet"),
    (page(CANONICAL + ld(headline=TITLE, publisher={"name": PAPER}, sourceOrganization={"name": "Press Association"})),
     {"outlet": PAPER, "credit": "Press Association"}, "who it says that its copy is from"),
    (page(CANONICAL + ld(**{"@type": "WebPage", "url": AT, "isPartOf": {"@type": "WebSite", "name": PAPER}})), {"outlet": PAPER}, "the site that a page is part of"),
    (page(ld(**{"@type": "ItemList", "itemListElement": [{"item": {"@type": "NewsArticle", "headline": GUEST}}] * 3}), inside="<p>By Ada Brandt</p>"),
     {"author": WRITER}, "a list of related articles makes no index"),
    (page(after=f'<div class="next">{POST.format("article", "Crack in Tessa dam", "".join(f"<p>{p}</p>" for p in OTHER))}</div>').replace(
        "<article><h1>", '<article class="story"><h1>', 1), {"author": None, "title": TITLE}, "a post below in a frame of its own"),
    (page(inside="", after="", body=HTML + f'<p><b>Also read:</b> <a href="/z">{GUEST}</a></p>'), {"title": TITLE}, "a line that leads elsewhere"),
    (page(body=f"<table><tr><td>{'<br><br>'.join(PARTS)}</td></tr></table>"), {"title": TITLE}, "a table that lays a page out"),
]  # fmt: skip


@pytest.mark.parametrize(("html", "fields", "why"), PAGES, ids=[why for *_, why in PAGES])
def test_a_page_tells_its_own(tmp_path, html, fields, why):
    report = one(tmp_path, "a.html", html)
    assert told(report, fields) == fields
    assert all(part in report.text for part in PARTS)
    everything = " ".join(
        str(getattr(report, name)) for name in ("text", "title", "author", "outlet", "published", "url")
    )
    assert not any(word in everything for word in ("pandas", "Otto", "2018", "Tessa", "|"))


# markup, how the part is called ("" for a whole), why
PARTIAL = [
    (page(CANONICAL, after='<nav><span>1</span><a href="/n/mill/2">2</a></nav>'), "one page of several", "numbered pages"),
    (page(CANONICAL, after='<div id="comments"><a href="/n/mill/comment-page-2#c">2</a></div>'), "", "of comments"),
    (page(CANONICAL, after='<a href="/gallery/2">2</a>'), "", "of something else"),
    (page(after="<p>Page 1 / 3</p>"), "one page of several", "a page of so many"),
    (page('<meta property="article:content_tier" content="locked">'), "wall", "a tier"),
    (page(body=HTML + "<p>This is a premium article. You have no free articles left. Log in or subscribe.</p>"), "wall", "an offer"),
    (page(body=HTML + "<p>Readers will no longer be asked to subscribe to continue reading, the editor said.</p>"), "", "a report of walls"),
    (page(body=HTML + '<p><a href="/full">Continue reading the full story →</a></p>'), "teaser", "a line that leads on"),
    (page(body=f"<p>Our reporters are at the gate all day long.</p><ol>{LIVE}</ol>"), "live page", "posts that the markup calls live"),
]  # fmt: skip


@pytest.mark.parametrize(("html", "kind", "why"), PARTIAL, ids=[why for *_, why in PARTIAL])
def test_a_part_is_known_and_a_whole_is_none(tmp_path, html, kind, why):
    assert (one(tmp_path, "a.html", html).partial or "").partition(":")[0] == kind


def test_posts_of_a_live_page_stand_in_the_order_of_time_under_their_hours(tmp_path):
    text = one(tmp_path, "a.html", PARTIAL[-1][0]).text
    places = [
        text.index(words)
        for words in ("Two dead", "6 May 2021, 08:00", PARTS[0], "Foreman", PARTS[2], "6 May 2021, 12:30", PARTS[3])
    ]
    assert places == sorted(places)


LEADS = [(f"Story number {n}", words) for n, words in enumerate([*PARTS, *OTHER])]
INDEXES = [
    "".join(f'<article><h2><a href="/{n}">{head}</a></h2><p>{words}</p></article>' for n, (head, words) in enumerate(LEADS)),
    "".join(f'<section><a href="/{n}"><h3>{head}</h3></a><p>{words}</p></section>' for n, (head, words) in enumerate(LEADS)),
    "".join(f'<div><h2><a href="/{n}">{head}</a></h2><p>{words}</p><a href="/{n}">Read more</a></div>' for n, (head, words) in enumerate(LEADS)),
]  # fmt: skip


@pytest.mark.parametrize("body", INDEXES)
def test_beginnings_of_articles_are_an_index(tmp_path, body):
    (refused,) = taken(tmp_path, "a.html", page(h1="Tag: fire", body=body, title="Tag: fire"))
    assert "is an index" in refused.reason


def test_headings_that_lead_to_places_of_the_page_make_no_index(tmp_path):
    body = "".join(
        f'<h2><a href="#s{n}">{n}. A point</a></h2><p>{words}</p>' for n, words in enumerate([*PARTS, *OTHER])
    )
    assert one(tmp_path, "a.html", page('<meta property="og:type" content="article">', body=body))


def row(**fields):
    return {"title": TITLE, "text": TEXT, "date": DAY, **fields}


BLOCKS = [{"type": "paragraph", "children": [{"text": part[:30]}, {"text": part[30:]}]} for part in PARTS]
COLUMNS = {name: {"0": value, "1": value} for name, value in row().items()}
# what a tool writes, fields that must come out of the first report, why
TOOLS = [
    ({"feed": {"title": PAPER}, "items": [{"title": TITLE, "pubDate": "2021-05-06 08:00:00", "link": AT, "content": HTML}]},
     {"outlet": PAPER, "url": AT, "day": DAY}, "a service that read a feed"),
    ({"rss": {"channel": [{"title": [PAPER], "item": [{"title": [TITLE], "link": [AT], "pubDate": ["Thu, 06 May 2021 08:00:00 GMT"],
     "content:encoded": [HTML]}]}]}}, {"outlet": PAPER, "url": AT, "day": DAY, "title": TITLE}, "RSS, each element a list"),
    ({"feed": {"title": PAPER, "entry": [{"title": {"#text": TITLE}, "link": {"@href": AT, "@rel": "alternate"}, "published": "2021-05-06T08:00:00Z",
     "author": {"name": WRITER}, "content": {"#text": HTML}}]}}, {"outlet": PAPER, "url": AT, "day": DAY, "author": WRITER}, "Atom, element by element"),
    ([{"date": "2021-05-06T08:00:00", "title": {"rendered": TITLE}, "content": {"rendered": HTML}, "link": AT,
     "yoast_head_json": {"og_site_name": PAPER, "author": WRITER}}], {"outlet": PAPER, "author": WRITER}, "what a WordPress extension adds"),
    ({"name": PAPER, "type": "public_channel", "messages": [{"type": "message", "date": "2021-05-06T08:00:00", "from": PAPER,
     "text_entities": [{"type": "plain", "text": TEXT}]}]}, {"outlet": PAPER, "day": DAY}, "Telegram's entities alone"),
    ({"headlines": {"basic": TITLE}, "first_publish_date": "2021-05-06T08:00:00Z", "credits": {"by": [{"name": WRITER}]}, "distributor": {"name": PAPER},
     "content_elements": [{"type": "text", "content": part} for part in PARTS] + [{"type": "image", "caption": GUEST}]},
     {"title": TITLE, "author": WRITER, "outlet": PAPER, "day": DAY}, "Arc XP"),
    ({"took": 1, "hits": {"hits": [{"_id": "1", "_source": row(outlet=PAPER)}]}}, {"outlet": PAPER, "day": DAY}, "a search"),
    (COLUMNS, {"title": TITLE, "day": DAY}, "a table by its columns"),
    ({"columns": list(row()), "index": [0], "data": [list(row().values())]}, {"title": TITLE, "day": DAY}, "a head and rows"),
    ({"0": row(), "1": row()}, {"title": TITLE, "day": DAY}, "articles by their keys"),
    ({"data": {"items": [row()], "total": 1}}, {"title": TITLE}, "an envelope in an envelope"),
    (row(date={"$date": {"$numberLong": "1620280800000"}}), {"day": DAY}, "a day of a database"),
    (row(date="0000-00-00 00:00:00", publishedAt="0001-01-01", timestamp=1620280800), {"day": DAY}, "the first day that says something"),
    (row(date="0000-00-00 00:00:00"), {"day": None}, "and none where none does"),
    (row(text=None, body=BLOCKS), {"title": TITLE}, "blocks of an editor"),
    (row(text=None, content={"blocks": [{"data": {"text": part}} for part in PARTS]}), {"title": TITLE}, "and of another"),
    (row(text=HTML.replace("<", "&lt;").replace(">", "&gt;"), title="Fire &amp;amp; smoke"), {"title": "Fire & smoke"}, "escaped once too often"),
    (row(source="{'id': None, 'name': 'Pine Ledger'}", authors="['Ada Brandt', 'Li Wen']"), {"outlet": PAPER, "author": "Ada Brandt; Li Wen"}, "objects in cells"),
    (row(author=[{"given": "Ada", "family": "Brandt"}], issued={"date-parts": [[2021, 5, 6]]}, date=None), {"author": WRITER, "day": DAY}, "a citation"),
    ({"type": "OrderedCollection", "orderedItems": [{"type": "Create", "object": {"name": TITLE, "content": HTML, "published": DAY}}]}, {"title": TITLE, "day": DAY},
     "an outbox"),
    ({"data": {"posts": {"edges": [{"node": {**row(), "author": {"node": {"name": WRITER}}}}]}}}, {"title": TITLE, "author": WRITER}, "edges and nodes"),
    ({"items": [{"sys": {"id": "1"}, "fields": row(text=None, body_text=TEXT, outlet=PAPER)}]}, {"title": TITLE, "outlet": PAPER}, "fields in an object"),
    ({"response": {"results": [{"type": "liveblog", "webTitle": TITLE, "webPublicationDate": DAY, "blocks": {"body": [
        {"bodyTextSummary": part, "publishedDate": f"2021-05-06T0{9 - n}:00:00Z"} for n, part in enumerate(PARTS)]}}]}},
     {"partial": "live page: as it stood then"}, "a service's live page"),
]  # fmt: skip


@pytest.mark.parametrize(("value", "fields", "why"), TOOLS, ids=[why for *_, why in TOOLS])
def test_what_tools_write_is_read(tmp_path, value, fields, why):
    report = taken(tmp_path, "a.json", json.dumps(value))[0]
    assert not isinstance(report, Refusal), report
    assert told(report, fields) == fields
    assert all(part in report.text for part in PARTS)
    assert "<p>" not in report.text


@pytest.mark.parametrize(
    "data",
    [
        f"callback({json.dumps([row()])});",
        "\ufeff" + json.dumps(row()),
        "/* made */ // by us\n" + json.dumps(row())[:-1] + ",}",
    ],
)
def test_json_in_wrappers_is_read(tmp_path, data):
    assert one(tmp_path, "a.json", data).text == TEXT


RSS = '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Pine Ledger</title><item><title>Two die</title><link>https://pineledger.example/1</link>{}</item></channel></rss>'
ENTRIES = [
    (f"<description>Two died.</description><content:encoded><![CDATA[{HTML}]]></content:encoded>", True, "a short article in paragraphs"),
    (f"<description><![CDATA[{HTML}]]></description>", True, "a description that is one"),
    (f"<description><![CDATA[{HTML}<p>Read more…</p>]]></description>", False, "one that leads on"),
    (f"<description>{' '.join(PARTS[:2])}</description>", False, "one paragraph may be the beginning"),
    (f"<description><![CDATA[<p>{PARTS[0]}</p><p>{PARTS[1]}</p><p>“We heard the silo crack before</p>]]></description>", False, "one that is cut"),
]  # fmt: skip


@pytest.mark.parametrize(("inner", "whole", "why"), ENTRIES, ids=[why for *_, why in ENTRIES])
def test_an_entry_that_comes_to_an_end_is_an_article(tmp_path, inner, whole, why):
    (found,) = taken(tmp_path, "a.xml", RSS.format(inner))
    assert isinstance(found, Refusal) is not whole
    assert found.text == TEXT if whole else "beginning" in found.reason


def test_a_feeds_day_of_nothing_is_passed_over(tmp_path):
    days = "<pubDate>Mon, 01 Jan 0001 00:00:00 GMT</pubDate><dc:date>2021-05-06T10:00:00Z</dc:date>"
    assert one(tmp_path, "a.xml", RSS.format(days + ENTRIES[0][0])).published == "2021-05-06T10:00:00+00:00"


HEADS = [
    (
        f"Title: {TITLE}\nAuthor: {WRITER}\nSource: {PAPER}\nDate: 6 May 2021\n\n{TEXT}",
        {"title": TITLE, "author": WRITER, "outlet": PAPER, "day": DAY},
        TEXT,
    ),
    (
        f'---\ntitle: "{TITLE}"\nauthor:\n  - "[[{WRITER}]]"\npublished: 2021-05-06\n---\n{TEXT}',
        {"title": TITLE, "author": WRITER, "day": DAY},
        TEXT,
    ),
    (
        f"Question: who set it?\nAnswer: nobody knows.\n\n{TEXT}",
        {"title": None},
        f"Question: who set it?\nAnswer: nobody knows.\n\n{TEXT}",
    ),
    (
        f"Date: 6 May 2021\nPlace: Brannock\nWeather: rain\n\n{TEXT}",
        {"day": None},
        f"Date: 6 May 2021\nPlace: Brannock\nWeather: rain\n\n{TEXT}",
    ),
]


@pytest.mark.parametrize(("data", "fields", "text"), HEADS)
def test_a_head_line_by_line_tells_fields_and_other_lines_are_text(tmp_path, data, fields, text):
    report = one(tmp_path, "a.txt", data)
    assert (told(report, fields), report.text) == (fields, text)


def test_mail_that_carries_another_with_a_word_of_its_own_is_that_one(tmp_path):
    inner, outer = EmailMessage(), EmailMessage()
    inner["From"], inner["Subject"], inner["Date"] = (
        "Ada Brandt <a@p.example>",
        TITLE,
        "Thu, 06 May 2021 08:00:00 +0200",
    )
    inner.set_content(TEXT)
    outer["From"], outer["To"], outer["Subject"], outer["Date"] = (
        "x@p.example",
        "y@p.example",
        "Fwd",
        "Fri, 07 May 2021 08:00:00 +0200",
    )
    outer.set_content("See below.")
    outer.add_attachment(inner)
    report = one(tmp_path, "a.eml", outer.as_bytes())
    assert (report.title, report.author, report.published) == (TITLE, WRITER, "2021-05-06T08:00:00+02:00")


@pytest.mark.parametrize("sender", ['"Saved by Windows Internet Explorer 10"', "<Saved by UnMHT>"])
def test_the_day_on_which_a_page_was_saved_is_none_of_its_own(tmp_path, sender):
    head = f"From: {sender}\nSubject: saved\nDate: Mon, 1 Jul 2024 10:00:00 +0100\nMIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n"
    report = one(tmp_path, "a.mht", f"{head}Content-Transfer-Encoding: 8bit\nContent-Location: {AT}\n\n{page()}")
    assert (report.title, report.published, report.url) == (TITLE, None, AT)


def test_the_parts_of_a_saved_page_are_no_reports(tmp_path):
    frame = page(
        h1="A great shop",
        body="<p>Buy our toys now at the great shop of toys, only today and never again.</p>",
        title="Shop",
    )
    saved = page(after='<img src="./mill_files/a.jpg">')
    for name, data in {"mill.html": saved, "mill_files/ad.html": frame, "mill_notes/b.txt": TEXT}.items():
        (tmp_path / "in" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "in" / name).write_text(data)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in ("mill.html", "mill_files/ad.html", "mill_notes/b.txt"):
            archive.write(tmp_path / "in" / name, name)
    for found in (list(intake([tmp_path / "in"])), taken(tmp_path, "in.zip", out.getvalue())):
        assert [one.title for one in found if not isinstance(one, Refusal)] in ([TITLE, None], [None, TITLE])
        assert [one.reason for one in found if isinstance(one, Refusal)] == ["holds the parts of mill.html"]


def test_what_is_packed_lies_in_a_folder_in_a_zip(tmp_path):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("x/a.json.gz", gzip.compress(json.dumps(row()).encode()))
        archive.writestr("x/b.html", page())
    assert [one.title for one in taken(tmp_path, "a.zip", out.getvalue())] == [TITLE, TITLE]


def test_what_stands_whole_before_a_cut_is_read_and_the_loss_told(tmp_path):
    report, refused = sorted(
        taken(tmp_path, "a.json", json.dumps({"articles": [row(), row()]})[:-60]),
        key=lambda one: isinstance(one, Refusal),
    )
    assert report.text == TEXT
    assert "the rest is lost" in refused.reason


def test_links_one_below_the_other_are_an_index(tmp_path):
    items = "".join(
        f'<li><a href="/{n}">{words[:60]}</a> 9 Nov</li>' for n, words in enumerate([*PARTS, *OTHER, *PARTS])
    )
    (refused,) = taken(tmp_path, "a.html", page(h1="News", body=f"<ul>{items}</ul>", title="News"))
    assert "is an index" in refused.reason


def test_readers_comments_are_no_part_of_an_article(tmp_path):
    comment = "<article><h4>User</h4><time datetime='2018-01-01'>x</time><p>I saw that with my own eyes in spring, I say.</p></article>"
    assert one(tmp_path, "a.html", page(after=f'<div class="comment-list">{comment * 3}</div>')).text.endswith(
        PARTS[-1]
    )


@pytest.mark.parametrize(
    "value",
    [
        {"content_elements": [{"type": {"a": 1}, "content": 3}], **row()},
        row(date="--1620280800"),
        row(date={"date-parts": [["x", None]]}),
        row(date={"$date": {"$numberLong": []}}, author=[{"given": 3}], source={"name": {"a": 1}}),
        row(link=[{"@href": 3}], content={"a": None}, published=1),
    ],
)
def test_odd_values_lose_no_report(tmp_path, value):
    assert one(tmp_path, "a.json", json.dumps(value)).text == TEXT
