"""What public bug reports of crawlers, feed readers, archives and extractors tell of: each kind gives what it should."""

import csv
import gzip
import io
import json
import mailbox
import zipfile
from email.message import EmailMessage

import pytest

from rashomon.intake import Limits, Said, intake
from rashomon.intake.decode import decode
from rashomon.intake.documents import lenient_json
from rashomon.intake.partial import partial_by_words
from rashomon.intake.settling import beside, language, says_english
from rashomon.records import Refusal, Report

FERRY = "Ferry crews in Port Lanse walked out on Friday morning after talks about pay broke down, union leader Marta Olin said."
BOARD = "The port authority said that forty sailings had been cancelled and that nobody knows when the boats will sail again."
QUAY = "“We will not sail until the harbour board sits down with us,” Olin told reporters at the quay on Saturday."
TEXT = "\n\n".join((FERRY, BOARD, QUAY))
BODY = "".join(f"<p>{part}</p>" for part in (FERRY, BOARD, QUAY))


def page(head="", heading="Ferry crews walk out", body=BODY, title="Ferry crews walk out"):
    return f"<!DOCTYPE html><html lang='en'><head><title>{title}</title>{head}</head><body><article><h1>{heading}</h1>{body}</article></body></html>"


def ld(**fields):
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", **fields})}</script>'


def taken(tmp_path, name, data, **more):
    path = tmp_path / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return list(intake([path], **more))


def one(tmp_path, name, data, **more):
    (found,) = taken(tmp_path, name, data, **more)
    assert isinstance(found, Report), found
    return found


OWN = {"headline": "Ferry crews walk out", "url": "https://paper.example/a/ferry", "datePublished": "2025-03-07"}
RICHER = {"headline": "Dam cracks", "url": "https://paper.example/a/dam", "datePublished": "2019-01-01", "author": {"name": "X Y"},
          "publisher": {"name": "Paper"}, "inLanguage": "en", "articleBody": "The dam has cracks."}  # fmt: skip
CANONICAL = '<link rel="canonical" href="https://paper.example/a/ferry">'

# head, fields that must come out (None: not told), why
PAGES = [
    (CANONICAL + ld(**RICHER) + ld(**OWN), {"title": "Ferry crews walk out", "published": "2025-03-07", "author": None},
     "the node at the page's address, not the one with most fields"),
    (ld(**RICHER) + ld(**{**OWN, "url": ""}), {"published": "2025-03-07", "author": None}, "else the node with the page's heading"),
    (CANONICAL + ld(**RICHER), {"title": "Ferry crews walk out", "published": None, "author": None}, "another article's alone is none"),
    (CANONICAL + ld(**{**OWN, "url": "", "@id": "https://paper.example/a/ferry#article"}), {"published": "2025-03-07"}, "@id"),
    (CANONICAL + ld(**{**OWN, "url": "", "headline": "Strike!", "mainEntityOfPage": {"@id": "https://paper.example/a/ferry"}}),
     {"published": "2025-03-07", "title": "Ferry crews walk out"}, "mainEntityOfPage, under another headline"),
    (('<script type="application/ld+json">{"@graph": [{"@type": "Article", "headline": "Ferry crews walk out", "author": {"@id": "#p"}, '
     '"publisher": {"@id": "#o"}}, {"@type": "Person", "@id": "#p", "name": "Ada Brandt"}, {"@type": "Organization", "@id": "#o", '
     '"name": "The Lanse Post"}]}</script>'), {"author": "Ada Brandt", "outlet": "The Lanse Post"}, "nodes that point at one another"),
    (ld(**{**OWN, "datePublished": "0001-01-01T00:00:00Z"}) + '<meta property="article:published_time" content="2025-03-07">',
     {"published": "2025-03-07"}, "a serialiser's nothing: the next source is asked"),
    (ld(**{**OWN, "datePublished": "9999-12-31"}), {"published": None}, "and null where there is none"),
    (ld(headline="Ferry crews walk out", dateModified="2025-03-20"), {"published": None, "modified": "2025-03-20"},
     "when it was changed is not when it was published"),
    ('<meta property="article:modified_time" content="2025-03-20">', {"published": None, "modified": "2025-03-20"}, "nor in a meta element"),
    ('<meta property="article:published_time" content="March 7, 2025 11:30 PM EST">', {"published": "2025-03-07T23:30:00-05:00"}, "an hour of twelve"),
    (CANONICAL.replace("paper.", "coastpost.") + '<meta property="og:site_name" content="Coast Post">'
     + ld(**{**OWN, "url": "", "publisher": {"name": "Elm Press Agency"}}), {"outlet": "Coast Post", "credit": "Elm Press Agency"},
     "the agency whose copy it is is no outlet"),
    (CANONICAL.replace("paper.", "coastpost.") + ld(**{**OWN, "url": "", "publisher": {"name": "Elm Press Agency"}}),
     {"outlet": "coastpost.example"}, "also where only the host gainsays it"),
    (CANONICAL + ld(**{**OWN, "publisher": {"name": "Blogger"}}), {"outlet": "paper.example"}, "what made the site is no outlet"),
    ('<meta property="og:site_name" content="The Lanse Post">' + ld(**{**OWN, "publisher": {"name": "Lanse Media Ltd"}}),
     {"outlet": "The Lanse Post", "credit": None}, "a house of the same name is no credit"),
    ('<link rel="canonical" href="/a/ferry"><meta property="og:url" content="https://paper.example/a/ferry">', {"url": "https://paper.example/a/ferry"},
     "a relative canonical address"),
    ('<link rel="canonical" href="https://web.archive.org/web/20250308101112/https://paper.example/a/ferry">', {"url": "https://paper.example/a/ferry"},
     "an archive's address is unwrapped"),
    (ld(**{**OWN, "isAccessibleForFree": False}), {"partial": "wall: the page says that it is not free"}, "a wall that the page tells of"),
    (CANONICAL + '<link rel="next" href="https://paper.example/a/ferry?page=2">',
     {"partial": "one page of several: next is https://paper.example/a/ferry?page=2"}, "one page of several"),
    (CANONICAL + '<link rel="next" href="https://paper.example/a/another-story">', {"partial": None}, "the next story is no second page"),
]  # fmt: skip


@pytest.mark.parametrize(("head", "fields", "why"), PAGES, ids=[why for *_, why in PAGES])
def test_a_page_tells_whose_it_is_and_when(tmp_path, head, fields, why):
    report = one(tmp_path, "a.html", page(head))
    told = {name: getattr(report, name) or None for name in fields}
    if told.get("published") and len(fields["published"] or "") == 10:
        told["published"] = told["published"][:10]
    assert told == fields
    assert FERRY in report.text
    assert "Dam" not in report.text


SAVED = [
    ("<!-- saved from url=(0028)https://paper.example/a/ferry -->\n", "a browser's mark"),
    (
        "<!--\n Page saved with SingleFile \n url: https://paper.example/a/ferry \n saved date: Fri Mar 07 2025\n-->",
        "an add-on's comment",
    ),
]


@pytest.mark.parametrize(("mark", "why"), SAVED, ids=[why for _, why in SAVED])
def test_a_saved_page_tells_where_it_came_from(tmp_path, mark, why):
    assert one(tmp_path, "a.html", mark + page()).url == "https://paper.example/a/ferry"


def test_pictures_and_empty_elements_do_not_count_against_the_limits(tmp_path):
    picture = f'<img src="data:image/png;base64,{"QUJD" * 2_000_000}">'
    assert FERRY in one(tmp_path, "a.html", page(body=BODY + picture)).text
    assert FERRY in one(tmp_path, "b.html", page(body=BODY + "<i></i>" * 20_000)).text
    (refused,) = taken(tmp_path, "c.html", page(body=BODY + "<a>x</a>" * 20_000))
    assert "elements" in refused.reason


BROKEN = [
    ('{"a": "b",}', [{"a": "b"}], "a comma too many"),
    ('{"a": "b"};', [{"a": "b"}], "a semicolon"),
    ('{"a": "b"}\n{"c": 1}', [{"a": "b"}, {"c": 1}], "two objects"),
    ('{"a": "he \\x2b she"}', [{"a": "he + she"}], "an escape that is none"),
    ('{"a": "He "said" so", "b": "c"}', [{"a": 'He "said" so', "b": "c"}], "a quotation mark not escaped"),
    ("{&quot;a&quot;: &quot;b&quot;}", [{"a": "b"}], "escaped as a whole"),
    ('{"a": "half of', [], "what is cut off is never half a field"),
    ("<p>no</p>", [], "no JSON"),
]


@pytest.mark.parametrize(("text", "values", "why"), BROKEN, ids=[why for *_, why in BROKEN])
def test_json_is_read_though_it_is_broken(text, values, why):
    assert lenient_json(text) == values


NO_ARTICLE = [
    (page(title="Just a moment...", heading="paper.example", body="<p>Checking your browser before accessing paper.example.</p>"), "challenge"),
    (page(title="Page not found - The Lanse Post", heading="404", body="<p>The page you are looking for has moved or never was here at all.</p>"), "error"),
    (page(title="Access denied", heading="Access denied", body="<p>You have no permission to see this page on this server.</p>"), "challenge"),
    (page(title="Before you continue", heading="Before you continue", body="<p>We use cookies and data to deliver our services to all of you.</p>"), "consent"),
    (page('<script type="application/ld+json">{"@type": "CollectionPage", "name": "Ports"}</script>', "Ports", title="Ports",
          body="".join(f"<h2>Story {n}</h2><p>The beginning of story {n} of the harbour.</p>" for n in range(9))), "index"),
]  # fmt: skip


@pytest.mark.parametrize(("html", "kind"), NO_ARTICLE, ids=[kind for _, kind in NO_ARTICLE])
def test_what_is_no_article_gives_no_report_and_says_what_it_is(tmp_path, html, kind):
    (refused,) = taken(tmp_path, "a.html", html)
    assert isinstance(refused, Refusal)
    assert kind in refused.reason


def test_an_article_about_such_pages_is_one(tmp_path):
    long = BODY + "<p>The site showed “page not found” for hours.</p>" * 12
    assert one(
        tmp_path,
        "a.html",
        page(title="Page not found: how a port's site failed", heading="Page not found: how it failed", body=long),
    )


PARTS = [
    (f"{FERRY} The union… [+2345 chars]", "cut"),
    (f"{FERRY}\n\nTo continue reading, subscribe today.", "wall"),
    (f"{FERRY}\n\nAlready a subscriber? Log in.", "wall"),
    (f"{FERRY} Read more…", "teaser"),
    (f"{FERRY} Nobody knows when the", ""),
    (f"{FERRY} She told readers to subscribe to hope. {BOARD * 8}", ""),
    (TEXT, ""),
]


@pytest.mark.parametrize(("text", "kind"), PARTS)
def test_a_part_is_known_by_its_words(text, kind):
    assert partial_by_words(text).split(":")[0] == kind


def test_a_live_page_holds_its_updates_in_the_order_of_time_each_dated(tmp_path):
    updates = [{"@type": "BlogPosting", "headline": "Board sits down", "datePublished": "2025-03-07T12:00:00+01:00", "articleBody": BOARD},
               {"@type": "BlogPosting", "headline": "Crews walk out", "datePublished": "2025-03-07T09:30:00+01:00", "articleBody": FERRY}]  # fmt: skip
    head = ld(
        **{
            "@type": "LiveBlogPosting",
            "headline": "Ferry crews walk out",
            "datePublished": "2025-03-07",
            "liveBlogUpdate": updates,
        }
    )
    report = one(
        tmp_path,
        "a.html",
        page(head, body="<p>Follow the walkout in Port Lanse here, all day long, with our reporters.</p>"),
    )
    assert report.partial.startswith("live page")
    places = [
        report.text.index(words)
        for words in ("Crews walk out\n", "7 March 2025, 09:30", FERRY, "Board sits down", "7 March 2025, 12:00", BOARD)
    ]
    assert places == sorted(places)


LABELS = [("en_GB", True), ("English (US)", True), ("en,fr", True), ("eng", True), ("de-DE", False), ("fr", False),
          ("und", None), ("mul", None), ("GB", None), ("", None)]  # fmt: skip


@pytest.mark.parametrize(("label", "english"), LABELS)
def test_a_label_says_english_another_language_or_nothing(label, english):
    assert says_english(label) is english


@pytest.mark.parametrize("label", ["English (US)", "en,fr", "uk", "und", "de-DE", ["en"]])
def test_where_the_text_is_long_enough_it_decides(tmp_path, label):
    assert one(tmp_path, "a.jsonl", json.dumps({"text": TEXT, "language": label}))


def test_names_and_shortenings_are_nobodys_small_words():
    assert (
        language("The UN and the EU met in La Paz on Friday as UN envoys met EU envoys, the UN said. " * 3) == "English"
    )


SOURCES = [
    ("wordpress.json", [{"id": 7, "date": "2025-03-07T09:00:00", "date_gmt": "2025-03-07T08:00:00", "link": "https://p.example/a",
                         "title": {"rendered": "Crews &#8217;walk&#8217; out"}, "content": {"rendered": BODY}}],
     {"title": "Crews ’walk’ out", "url": "https://p.example/a", "published": "2025-03-07T08:00:00+00:00"}),
    ("feed.json", {"version": "https://jsonfeed.org/version/1.1", "title": "The Lanse Post", "items": [
        {"id": "1", "url": "https://p.example/a", "title": "Out", "content_html": BODY, "date_published": "2025-03-07T08:00:00Z"}]},
     {"title": "Out", "url": "https://p.example/a", "outlet": "The Lanse Post", "published": "2025-03-07T08:00:00+00:00"}),
    ("reader.json", {"id": "user/-/state/com.google/starred", "items": [{"id": "x", "title": "Out", "published": 1741334400,
     "canonical": [{"href": "https://p.example/a"}], "content": {"content": BODY}, "origin": {"title": "The Lanse Post"}}]},
     {"title": "Out", "url": "https://p.example/a", "outlet": "The Lanse Post", "published": "2025-03-07T08:00:00+00:00"}),
    ("miniflux.json", {"total": 1, "entries": [{"id": 8, "title": "Out", "url": "https://p.example/a", "published_at": "2025-03-07T08:00:00Z",
     "content": BODY, "author": "Ada Brandt", "feed": {"title": "The Lanse Post"}}]}, {"outlet": "The Lanse Post", "author": "Ada Brandt"}),
    ("guardian.json", {"response": {"status": "ok", "results": [{"id": "x", "webTitle": "Out", "webUrl": "https://p.example/a",
     "webPublicationDate": "2025-03-07T08:00:00Z", "fields": {"bodyText": TEXT, "headline": "Out"}}]}}, {"title": "Out", "url": "https://p.example/a"}),
    ("rss.json", {"rss": {"channel": {"title": "The Lanse Post", "item": {"title": "Out", "link": "https://p.example/a",
     "pubDate": "Fri, 07 Mar 2025 08:00:00 GMT", "content:encoded": BODY}}}}, {"outlet": "The Lanse Post", "published": "2025-03-07T08:00:00+00:00"}),
    ("telegram.json", {"name": "Lanse News", "type": "public_channel", "messages": [{"id": 5, "type": "message", "from": "Lanse News",
     "date": "2025-03-07T08:00:00", "text": [FERRY + " ", {"type": "bold", "text": BOARD}]}, {"id": 6, "type": "service"}]},
     {"outlet": "Lanse News", "published": "2025-03-07T08:00:00"}),
    ("newsapi.json", {"status": "ok", "articles": [{"source": {"id": None, "name": "The Lanse Post"}, "title": "Out",
     "url": "https://p.example/a", "publishedAt": "2025-03-07T08:00:00Z", "content": f"{FERRY} The… [+2345 chars]"}]},
     {"outlet": "The Lanse Post", "partial": "cut: … [+2345 chars]"}),
]  # fmt: skip


@pytest.mark.parametrize(("name", "told", "fields"), SOURCES, ids=[name for name, *_ in SOURCES])
def test_json_of_common_sources_gives_one_report_each(tmp_path, name, told, fields):
    report = one(tmp_path, name, json.dumps(told))
    assert {field: getattr(report, field) for field in fields} == fields
    assert FERRY in report.text
    assert "<p>" not in report.text


def test_tags_in_fields_become_paragraphs(tmp_path):
    report = one(tmp_path, "a.json", json.dumps({"title": "Crews &amp; boats", "content": BODY}))
    assert (report.title, report.text) == ("Crews & boats", TEXT)


def test_a_field_that_is_no_words_loses_no_report(tmp_path):
    odd = {"text": TEXT, "title": ["a", 1], "url": {"x": 1}, "published": {"y": 2}, "author": 7, "language": 3}
    assert one(tmp_path, "a.json", json.dumps(odd)).title is None


TABLES = [
    ("sep=;\ndate;title;text\n2025-03-07;Out;\"{}\"\n", "a spreadsheet's own line"),
    ("Results for: port\nExported 2025-03-09\n\ndate,title,text\n2025-03-07,Out,\"{}\"\n", "lines before the head"),
    ('"date";"title, sub, desk";"text"\n2025-03-07;Out;"{}"\n', "commas in the head"),
    ("date|title|text\n2025-03-07|Out|\"{}\"\n", "bars"),
    ("date,title,text\n2025-03-07,Out,{}\n", "a text with commas that nobody quoted"),
    ("date,title,text,more,less\n2025-03-07,Out,\"{}\"\n", "a row that ends early"),
]  # fmt: skip


@pytest.mark.parametrize(("table", "why"), TABLES, ids=[why for _, why in TABLES])
def test_tables_are_read_as_people_export_them(tmp_path, table, why):
    report = one(tmp_path, "a.csv", table.format(FERRY))
    assert (report.title, report.published, report.text) == ("Out", "2025-03-07", FERRY)


def test_a_row_with_too_many_cells_is_told_with_their_number(tmp_path):
    (refused,) = taken(tmp_path, "a.csv", f'text,title\n"{FERRY}",Out,more,less\n')
    assert "4 cells where the head names 2" in refused.reason


@pytest.mark.parametrize(
    ("told", "kept", "note"),
    [
        ("2061-05-02", "2061-05-02", "day ahead: '2061-05-02'"),
        ("0001-01-01", None, "day of nothing: '0001-01-01'"),
        ("9999-12-31", None, "day of nothing: '9999-12-31'"),
        ("2025-03-07", "2025-03-07", ""),
    ],
)
def test_a_day_ahead_is_kept_and_told_and_what_programs_write_for_none_is_left_out(tmp_path, told, kept, note):
    report = one(tmp_path, "a.csv", f'date,text\n{told},"{FERRY}"\n')
    assert (report.published, report.note) == (kept, note)


@pytest.mark.parametrize(
    ("told", "kept", "why"),
    [
        ("45123", "2023-07-16", "a day that a spreadsheet counts"),
        ("45123.75", "2023-07-16T18:00:00", "with its hour"),
        ('"45123,25"', "2023-07-16T06:00:00", "with a comma"),
        ("32873", None, "before newspapers wrote files"),
        ("73051", None, "long ahead"),
        ("2023", None, "a year alone"),
    ],
)
def test_days_that_a_spreadsheet_counts_are_days(tmp_path, told, kept, why):
    report = one(tmp_path, "a.csv", f'date,text\n{told},"{FERRY}"\n')
    assert report.published == kept, why
    assert ("day not understood" in report.note) == (kept is None), why


def test_any_day_of_a_table_tells_the_order_of_all(tmp_path):
    rows = "".join(f'"{day}","{FERRY} It was number {n}."\n' for n, day in enumerate(("03/07/2025", "03/25/2025")))
    assert [r.published for r in taken(tmp_path, "a.csv", f"date,text\n{rows}")] == ["2025-03-07", "2025-03-25"]
    alone = one(tmp_path, "b.csv", f'date,text\n03/07/2025,"{FERRY}"\n')
    assert alone.published is None
    assert "day not understood: '03/07/2025'" in alone.note
    assert (
        one(tmp_path, "b.csv", f'date,text\n03/07/2025,"{FERRY}"\n', said=Said(order="dmy")).published == "2025-07-03"
    )


LINES = [
    (lambda a, b: f"{a},\n{b},\n", "a comma behind each"),
    (lambda a, b: f"[\n{a},\n{b}\n]\n", "brackets around all"),
    (lambda a, b: "\n".join(json.dumps(json.loads(x), indent=1) for x in (a, b)), "over several lines"),
    (lambda a, b: f"{a}\n{b}\n".encode("utf-16"), "UTF-16"),
    (lambda a, b: f"{a[:-1]}, \"score\": NaN}}\n{b}\n", "a number that is none"),
]  # fmt: skip


@pytest.mark.parametrize(("made", "why"), LINES, ids=[why for _, why in LINES])
def test_what_is_nearly_json_lines_is_read(tmp_path, made, why):
    a, b = (json.dumps({"title": t, "text": f"{TEXT} {t}"}) for t in "ab")
    assert [r.title for r in taken(tmp_path, "a.jsonl", made(a, b))] == ["a", "b"]


def test_a_text_of_two_encodings_is_read_and_its_place_told():
    told = decode(FERRY.encode() + b" \x93No,\x94 he said. " + "“Yes,” she said — twice.".encode())
    assert "“No,” he said. “Yes,”" in told.text
    assert f"the first at {len(FERRY) + 1}" in told.note
    assert decode(TEXT.encode("utf-16-le")).text == TEXT
    assert decode(b"Caf\xc3 \xe2\x80 broken \xe2\x80\x9c twice \xe2\x80\x9d").problem


FEED = f"""<?xml version="1.0"?><!DOCTYPE rss PUBLIC "-//Netscape//DTD RSS 0.91//EN" "http://n.example/rss.dtd"><rss version="2.0"
xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>The Lanse Post</title><item><title>Out</title><link>https://p.example/a</link>
<content:encoded><![CDATA[{BODY}{BODY}]]></content:encoded></item></channel></rss>"""


def test_a_document_type_that_only_names_itself_is_cut_off(tmp_path):
    assert one(tmp_path, "a.xml", FEED).outlet == "The Lanse Post"
    (refused,) = taken(tmp_path, "b.xml", FEED.replace('rss.dtd">', 'rss.dtd" [<!ENTITY a "b">]>'))
    assert "DTD" in refused.reason


XML = [
    (f'<doc sitename="The Lanse Post" title="Out" author="Ada Brandt" date="2025-03-07" source="https://p.example/a"><main>{BODY}</main><comments/></doc>',
     {"title": "Out", "author": "Ada Brandt", "outlet": "The Lanse Post", "published": "2025-03-07", "url": "https://p.example/a"}, "trafilatura"),
    ((f'<?xml version="1.0"?><nitf><head><docdata><date.issue norm="20250307T080000Z"/></docdata></head><body><body.head><hedline><hl1>Out</hl1></hedline>'
     f"<byline>By Ada Brandt</byline></body.head><body.content>{BODY}</body.content></body></nitf>"),
     {"title": "Out", "author": "Ada Brandt", "published": "2025-03-07T08:00:00+00:00"}, "NITF"),
    ((f'<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" xml:lang="en"><itemMeta><provider><name>Elm Agency</name></provider></itemMeta><contentMeta>'
     f'<headline>Out</headline></contentMeta><contentSet><inlineXML><html xmlns="http://www.w3.org/1999/xhtml"><body>{BODY}</body></html></inlineXML>'
     "</contentSet></newsItem>"), {"title": "Out", "outlet": "Elm Agency"}, "NewsML-G2"),
]  # fmt: skip


@pytest.mark.parametrize(("xml", "fields", "why"), XML, ids=[why for *_, why in XML])
def test_the_xml_of_agencies_and_tools_gives_its_article(tmp_path, xml, fields, why):
    report = one(tmp_path, "a.xml", xml)
    assert {field: getattr(report, field) for field in fields} == fields
    assert report.text == TEXT
    (refused,) = taken(tmp_path, "b.xml", xml.replace(BODY, ""))
    assert "holds no article" in refused.reason


def test_the_head_of_a_text_tells_its_fields(tmp_path):
    report = one(
        tmp_path,
        "a.md",
        f'---\ntitle: "Out"\nauthor: Ada Brandt\nsitename: The Lanse Post\ndate: 2025-03-07\n---\n{TEXT}',
    )
    assert (report.title, report.author, report.outlet, report.published, report.text) == (
        "Out",
        "Ada Brandt",
        "The Lanse Post",
        "2025-03-07",
        TEXT,
    )
    assert one(tmp_path, "b.md", f"---\n{TEXT}\n---\n").text.startswith("---")


# ------------------------------------------------------------------------------------------------------- containers


def mail(html=None, plain=None, **headers):
    message = EmailMessage()
    for name, value in headers.items():
        message[name.replace("_", "-")] = value
    if plain:
        message.set_content(plain)
        if html:
            message.add_alternative(html, subtype="html")
    else:
        message.set_content(html, subtype="html", cte="quoted-printable")
    return message


LETTER = {
    "From": "The Lanse Post <news@p.example>",
    "Subject": "Crews walk out",
    "Date": "Fri, 07 Mar 2025 08:00:00 +0100",
}


def test_a_mailing_gives_its_words_under_its_own_headers(tmp_path):
    report = one(tmp_path, "a.eml", mail(plain=TEXT, List_Id="<news.p.example>", **LETTER).as_bytes())
    assert (report.title, report.outlet, report.published) == (
        "Crews walk out",
        "The Lanse Post",
        "2025-03-07T08:00:00+01:00",
    )
    assert report.text == TEXT
    html = one(tmp_path, "b.eml", mail(html=page(), **LETTER).as_bytes())
    assert FERRY in html.text
    assert (html.outlet, html.author) != ("The Lanse Post", None)


def test_a_mailbox_gives_each_of_its_mails(tmp_path):
    box = mailbox.mbox(tmp_path / "a.mbox")
    for word in ("first", "second"):
        box.add(mail(plain=f"{TEXT}\n\nFrom there it was the {word}.", **LETTER))
    box.flush()
    found = list(intake([tmp_path / "a.mbox"]))
    assert [r.text.split()[-1] for r in found] == ["first.", "second."]


def test_a_page_saved_as_mail_is_that_page(tmp_path):
    head = ("From: <Saved by Blink>\r\nSnapshot-Content-Location: https://p.example/a\r\nSubject: x\r\nMIME-Version: 1.0\r\n"
            'Content-Type: multipart/related; type="text/html"; boundary="B"\r\n\r\n--B\r\nContent-Type: text/html\r\n'
            "Content-Location: https://p.example/a\r\n\r\n")  # fmt: skip
    report = one(tmp_path, "a.mhtml", head + page(ld(**{**OWN, "url": ""})) + "\r\n--B--\r\n")
    assert (report.url, report.published, report.title) == ("https://p.example/a", "2025-03-07", "Ferry crews walk out")
    assert "Content-Type" not in report.text
    (refused,) = taken(tmp_path, "b.mhtml", head + "\r\n--B--\r\n")
    assert isinstance(refused, Refusal)


def test_a_text_that_speaks_of_its_subject_is_no_mail(tmp_path):
    assert one(tmp_path, "a.txt", f"Subject: the port\n{TEXT}").text.startswith("Subject")


def zipped(**files):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name.replace("__", "/").replace("_dot_", "."), data)
    return out.getvalue()


def test_a_zip_is_a_folder(tmp_path):
    data = zipped(
        a__one_dot_txt=f"{TEXT} One.",
        a__two_dot_html=page(),
        picture_dot_png=b"\x89PNG",
        deep_dot_zip=zipped(x_dot_txt=TEXT),
    )
    found = taken(tmp_path, "a.zip", data)
    assert sorted(r.id for r in found if isinstance(r, Report)) == ["one", "two"]
    assert sorted(r.reason.split(",")[0] for r in found if isinstance(r, Refusal)) == [
        "1 file of another kind left out",
        "is a ZIP archive in a ZIP archive",
    ]
    (bad,) = taken(tmp_path, "b.zip", data[:60])
    assert "cannot be opened" in bad.reason
    nameless = data.replace(b"a/one.txt", b"\0/one.txt")
    assert taken(tmp_path, "e.zip", nameless)
    escape = io.BytesIO()
    with zipfile.ZipFile(escape, "w") as archive:
        archive.writestr("../out.txt", TEXT)
    assert "leads out" in taken(tmp_path, "c.zip", escape.getvalue())[0].reason
    bomb = taken(tmp_path, "d.zip", zipped(a_dot_txt="word " * 5_000_000))
    assert "times its size" in bomb[0].reason


def test_a_word_document_gives_its_paragraphs(tmp_path):
    docx = pytest.importorskip("docx")
    made = docx.Document()
    for part in TEXT.split("\n\n"):
        made.add_paragraph(part)
    made.core_properties.title = "Out"
    made.core_properties.author = "Ada Brandt"
    made.save(tmp_path / "made.docx")
    report = one(tmp_path, "a.docx", (tmp_path / "made.docx").read_bytes())
    assert (report.text, report.title, report.author) == (TEXT, "Out", "Ada Brandt")
    assert isinstance(taken(tmp_path, "b.docx", zipped(word__document_dot_xml="<broken"))[0], Refusal)


def test_an_open_document_gives_its_paragraphs(tmp_path):
    odfdo = pytest.importorskip("odfdo")
    made = odfdo.Document("text")
    made.body.clear()
    for part in TEXT.split("\n\n"):
        made.body.append(odfdo.Paragraph(part))
    made.save(tmp_path / "made.odt")
    assert one(tmp_path, "a.odt", (tmp_path / "made.odt").read_bytes()).text == TEXT


def test_a_workbook_is_a_table(tmp_path):
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    for row in (["Export"], [], ["date", "title", "text"], ["2025-03-07", "Out", TEXT], ["2025-03-08", "Empty", None]):
        book.active.append(row)
    book.save(tmp_path / "made.xlsx")
    found = taken(tmp_path, "a.xlsx", (tmp_path / "made.xlsx").read_bytes())
    assert [(r.title, r.published, r.text) for r in found if isinstance(r, Report)] == [("Out", "2025-03-07", TEXT)]
    assert [r.reason for r in found if isinstance(r, Refusal)] == ["has no text"]


def test_zstandard_is_unpacked_and_what_is_not_it_is_told(tmp_path):
    zstandard = pytest.importorskip("zstandard")
    packed = zstandard.ZstdCompressor().compress(json.dumps({"text": TEXT}).encode())
    assert one(tmp_path, "a.jsonl.zst", packed).text == TEXT
    for name, data in (
        ("b.warc.zst", b"(\xb5/\xfd" + b"\0" * 40),
        ("c.jsonl.zst", packed[:-9]),
        ("d.txt.zst", zstandard.ZstdCompressor().compress(b" " * 300_000_000)),
    ):
        assert all(isinstance(r, Refusal) for r in taken(tmp_path, name, data)), name
    assert "Zstandard" in taken(tmp_path, "b.warc.zst", b"(\xb5/\xfd" + b"\0" * 40)[0].reason


def record(body, *headers, length=None, url="https://p.example/a"):
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n" + b"".join(h + b"\r\n" for h in headers) + b"\r\n" + body
    length = len(answer) if length is None else length
    return (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:1>\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2025-03-08T00:00:00Z\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {length}\r\n\r\n"
    ).encode() + answer + b"\r\n\r\n"  # fmt: skip


def test_bodies_of_archives_are_unpacked_as_they_are_and_not_as_they_say(tmp_path):
    brotli = pytest.importorskip("brotli")
    html = page().encode()
    half = len(html) // 2
    chunks = b"".join(b"%x\r\n%s\r\n" % (len(p), p) for p in (html[:half], html[half:])) + b"0\r\n\r\n"
    for name, data in (
        ("brotli", record(brotli.compress(html), b"Content-Encoding: br")),
        ("plain that says brotli", record(html, b"Content-Encoding: br")),
        ("plain that says gzip", record(html, b"Content-Encoding: gzip")),
        ("chunks that nothing tells of", record(chunks)),
    ):
        report = one(tmp_path, "a.warc", data)
        assert (report.text.count(FERRY), report.partial) == (1, ""), name
    cut = one(tmp_path, "a.warc", record(gzip.compress(html)[:-60], b"Content-Encoding: gzip"))
    assert cut.partial == "cut: its packed bytes are cut off"


def test_a_record_whose_length_is_wrong_swallows_none(tmp_path):
    second = record(page(heading="Second").encode(), url="https://p.example/b")
    found = taken(tmp_path, "a.warc", record(page().encode(), length=len(second) * 5) + second)
    assert [r.url for r in found if isinstance(r, Report)] == ["https://p.example/a", "https://p.example/b"]
    assert any("reaches over" in r.reason for r in found if isinstance(r, Refusal))


def test_the_text_that_a_crawler_wrote_stands_in_for_a_page_that_a_script_fills(tmp_path):
    lines = (
        json.dumps({"format": "json-pages-1.0"})
        + "\n"
        + json.dumps({"url": "https://p.example/a", "title": "Out", "text": TEXT})
    )
    empty = record(b"<html><body><div id=root></div></body></html>")
    report = one(
        tmp_path, "a.wacz", zipped(datapackage_dot_json="{}", pages__pages_dot_jsonl=lines, archive__a_dot_warc=empty)
    )
    assert (report.title, report.url, report.text) == ("Out", "https://p.example/a", TEXT)


def test_a_page_whose_record_is_in_no_archive_comes_as_its_crawler_wrote_it(tmp_path):
    told = [
        {"format": "json-pages-1.0"},
        {"url": "https://p.example/a", "title": "Out", "text": TEXT},
        {"url": "https://p.example/b", "title": "Gone", "text": TEXT},
        {"url": "https://p.example/c", "title": "Blank", "text": " "},
        {"url": "https://p.example/d", "title": "Mere"},
    ]
    lines = "\n".join(map(json.dumps, told))
    held = record(page().encode(), url="https://p.example/a")
    found = taken(
        tmp_path, "a.wacz", zipped(datapackage_dot_json="{}", pages__pages_dot_jsonl=lines, archive__a_dot_warc=held)
    )
    reports = [one for one in found if isinstance(one, Report)]
    assert [one.url for one in reports] == ["https://p.example/a", "https://p.example/b"]
    assert [one.note for one in reports][1] == "text that the crawler wrote beside its archive"


def test_a_sitemap_lists_and_nothing_is_fetched_for_a_file(tmp_path):
    xml = '<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>https://p.example/a</loc></url></urlset>'
    (refused,) = taken(tmp_path, "sitemap.xml", xml)
    assert "lists 1 page, and nothing is fetched" in refused.reason


# ------------------------------------------------------------------------------------------- what a user says beside


def test_a_table_beside_files_and_words_for_all_say_what_they_do_not(tmp_path):
    table = tmp_path / "beside.csv"
    with table.open("w", newline="") as file:
        csv.writer(file).writerows([["file", "outlet", "published"], ["a.txt", "The Lanse Post", "March 7, 2025"]])
    said = Said({"outlet": "Elsewhere", "published": "2025-03-09"}, beside(table))
    first = one(tmp_path, "a.txt", TEXT, said=said)
    assert (first.outlet, first.published) == ("The Lanse Post", "2025-03-07")
    second = one(tmp_path, "b.txt", TEXT + " Again.", said=said)
    assert (second.outlet, second.published) == ("Elsewhere", "2025-03-09")
    table.write_text("outlet\nx\n")
    with pytest.raises(ValueError, match="names no file"):
        beside(table)


def test_mojibake_is_told_and_the_text_stored_as_it_came(tmp_path):
    broken = f"{TEXT} CafÃ© owners joined, the unionâ€™s head said."
    report = one(tmp_path, "a.txt", broken)
    assert report.text == broken
    assert report.note == "mojibake in 2 places: read as it was meant, stored as it came"
    assert one(tmp_path, "b.txt", f"{TEXT} Café owners — “ours” — joined.", limits=Limits()).note == ""


def test_a_mailbox_of_half_a_line_is_told(tmp_path):
    (refused,) = taken(tmp_path, "a.mbox", b"From a@b Fri Mar  7")
    assert isinstance(refused, Refusal)


def test_a_reader_that_is_not_installed_is_named(tmp_path, monkeypatch):
    for module in ("office", "source"):
        monkeypatch.setattr(f"rashomon.intake.{module}.find_spec", lambda name: None)
    office = zipped(word__document_dot_xml="<a/>"), zipped(xl__workbook_dot_xml="<a/>")
    for name, data, extra in (
        ("a.docx", office[0], "office"),
        ("a.xlsx", office[1], "office"),
        ("a.txt.zst", b"(\xb5/\xfd" + b"\0" * 40, "archives"),
        ("a.warc", record(b"\x0b\x02\x80hello\x03", b"Content-Encoding: br"), "archives"),
    ):
        (refused,) = taken(tmp_path, name, data)
        assert f"pip install rashomon[{extra}]" in refused.reason, name
