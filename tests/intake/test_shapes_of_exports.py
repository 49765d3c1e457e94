"""What services, archives, tables, feeds and mail programs write: their names for a report's fields, and their shapes.

Every row is a file and the fields that must come out, in order; or why nothing does.
"""

import bz2
import io
import json
import tarfile

import pytest

from rashomon.intake import intake
from rashomon.records import Refusal

TITLE, PAPER, MARA, AT = (
    "Ferry strikes pier at Velm, eleven hurt",
    "Velm Courier",
    "Mara Oduya",
    "https://www.velmcourier.example/news/ferry",
)
PARTS = [
    "A ferry carrying 214 people struck a pier in Velm harbour on Monday evening, injuring eleven passengers, the coast guard said.",
    "Harbour master Ines Falk said the vessel lost power about 300 metres from its berth. “The captain dropped both anchors, but it was too late,” she told reporters.",
    "The operator, Sund Lines, denied a union's claim that the ferry had sailed with a faulty generator since the start of the year.",
    "Two of the injured were still in hospital on Tuesday. Investigators have taken the ship's recorder and expect to publish a first report within a month.",
]
TEXT = "\n\n".join(PARTS)
HTML = "".join(f"<p>{part}</p>" for part in PARTS)
DAY = "2023-03-14"
ALL = {"title": TITLE, "outlet": PAPER, "author": MARA, "day": DAY}
UNDATED = {name: value for name, value in ALL.items() if name != "day"}


def quoted(*cells, by=","):
    return by.join('"' + cell.replace('"', '""') + '"' for cell in cells)


def table(head, *cells, by=","):
    return f"{head}\n{quoted(*cells, by=by)}\n"


JSON = [
    ({"articles": {"page": 1, "results": [{"uri": "8123", "lang": "eng", "dateTimePub": "2023-03-14T09:10:00Z", "date": DAY, "url": AT, "title": TITLE, "body": TEXT, "source": {"uri": "velmcourier.example", "title": PAPER}, "authors": [{"uri": "m", "name": MARA}]}]}}, ALL),
    ({"posts": [{"thread": {"url": AT, "site_full": "www.velmcourier.example", "site": "velmcourier.example"}, "url": AT, "author": MARA, "published": "2023-03-14T09:12:00.000+02:00", "title": TITLE, "text": TEXT}]}, {**ALL, "outlet": "www.velmcourier.example"}),
    ({"articles": [{"title": TITLE, "author": MARA, "published_date": "2023-03-14 09:12:00", "link": AT, "clean_url": "velmcourier.example", "summary": TEXT}]}, {**ALL, "outlet": "velmcourier.example"}),
    ({"stories": [{"author": {"id": 2, "name": MARA}, "body": TEXT, "published_at": "2023-03-14T09:12:00Z", "source": {"name": PAPER}, "title": TITLE, "links": {"permalink": AT}}]}, {**ALL, "url": AT}),
    ({"request": {"pageUrl": AT}, "objects": [{"type": "article", "title": TITLE, "text": TEXT, "date": "Tue, 14 Mar 2023 09:12:00 GMT", "author": MARA, "siteName": PAPER, "pageUrl": AT}]}, {**ALL, "url": AT}),
    ({"articles": [{"authorsByline": MARA, "source": {"domain": "velmcourier.example", "location": None}, "pubDate": "2023-03-14T09:12:00+00:00", "title": TITLE, "content": TEXT}]}, {**ALL, "outlet": "velmcourier.example"}),
    ({"link": AT, "headline": TITLE, "category": "WORLD", "short_description": PARTS[0], "authors": MARA, "date": DAY}, {"title": TITLE, "author": MARA, "day": DAY, "partial": "teaser: its short_description alone"}),
    ({"title": TITLE, "author": MARA, "date_published": "2023-03-14T09:12:00.000Z", "content": HTML, "next_page_url": AT + "?page=2", "url": AT}, {"title": TITLE, "author": MARA, "day": DAY, "partial": f"one page of several: next is {AT}?page=2"}),
    ({"data": [{"id": 1, "attributes": {"title": TITLE, "body": TEXT, "publishedAt": "2023-03-14T09:12:00.000Z", "author": {"data": {"attributes": {"name": MARA}}}}}]}, {"title": TITLE, "author": MARA, "day": DAY}),
    ({"response": {"docs": [{"id": "1", "title": [TITLE], "body": [TEXT], "published": ["2023-03-14T09:12:00Z"], "author": [MARA], "source": [PAPER]}]}}, ALL),
    ([{"title": TITLE, "text": TEXT, "author": [{"first_name": "Mara", "last_name": "Oduya"}], "date": "14/03/2023"}], {"title": TITLE, "author": MARA, "day": DAY}),
    ({"docs": [{"id": "1", "title": TITLE, "content": {"root": {"type": "root", "children": [{"type": "paragraph", "children": [{"type": "text", "text": part}]} for part in PARTS]}}, "publishedDate": "2023-03-14T07:30:00Z", "authors": [{"name": MARA}]}]}, {"title": TITLE, "author": MARA, "day": DAY}),
    ([{"source": {"id": "vc", "name": PAPER}, "headline": {"main": TITLE}, "content": TEXT, "byline": {"original": "By Mara Oduya"}, "pub_date": "2023-03-14T07:30:00+0000"}], ALL),
    ([{"meta": {"crawl": "x"}, "article": {"title": TITLE, "text": TEXT, "authors": [MARA], "publish_date": "2023-03-14 07:30:00"}}], {"title": TITLE, "author": MARA, "day": DAY}),
    ([{"title": TITLE, "body": TEXT, "publish_ts": "1678785120"}], {"title": TITLE, "day": DAY}),
    ({"news_title": TITLE, "news_text": TEXT, "news_id": "n7", "author_id": "44"}, {"title": TITLE, "id": "n7", "author": None}),
]  # fmt: skip
TABLES = [
    (table("Headline,Publication,Published date,Byline,Section,Length,Full text", TITLE, PAPER, "March 14, 2023 Tuesday", "By Mara Oduya", "NEWS", "210 words", TEXT), ALL),
    (table("Titel;Quelle;Datum;Autor;Volltext", TITLE, PAPER, "14.03.2023", MARA, TEXT, by=";"), ALL),
    (table("titel;bron;datum;auteur;tekst", TITLE, PAPER, "14 maart 2023", MARA, TEXT, by=";"), ALL),
    (table("tytuł;źródło;data publikacji;autor;treść", TITLE, PAPER, DAY, MARA, TEXT, by=";"), ALL),
    (table("ArticleId,ArticleTitle,ArticleUrl,ArticleDate,ArticleSource,ArticleText", "7", TITLE, AT, "14-Mar-23", PAPER, TEXT), {"title": TITLE, "outlet": PAPER, "url": AT, "day": DAY}),
    (table("Titre,Source,Date,Auteur,Texte", TITLE, PAPER, "14/03/2023", MARA, TEXT), ALL),
    (table("Título,Medio,Fecha,Autor,Texto", TITLE, PAPER, "14/03/2023", MARA, TEXT), ALL),
    (table("article_title,article_link,article_date,article_author,article_content,site", TITLE, AT, "14 March 2023", MARA, TEXT, PAPER), {**ALL, "url": AT}),
    (table('"","doc_id","text","datetimestamp","heading","origin"', "1", "d1", TEXT, DAY, TITLE, PAPER), {"title": TITLE, "outlet": PAPER, "day": DAY}),
    (table("Media Outlet,Article Title,Published On,Article Text,Journalist", PAPER, TITLE, "Mar 14 2023", TEXT, MARA), ALL),
    (table("id,year,month,day,headline,body", "7", "2023.0", "3.0", "14", TITLE, TEXT), {"title": TITLE, "day": DAY}),
    (table("id,year,month,day,headline,body", "7", "2023", "13", "14", TITLE, TEXT), {"title": TITLE, "day": ""}),
    (table("Headline;Source Name;Publication Datetime;Author;Lead Paragraph;Body", TITLE, PAPER, "2023-03-14T09:12:00", MARA, PARTS[0], "\n\n".join(PARTS[1:]), by=";"), ALL),
    (table("Headline;Lead Paragraph;Body", TITLE, PARTS[0], TEXT, by=";"), {"title": TITLE, "text": TEXT}),
    (table("Date,Headline,URL,Opening Text,Source", "14-Mar-2023 09:12AM", TITLE, AT, PARTS[0], PAPER), {"title": TITLE, "outlet": PAPER, "day": DAY, "partial": "teaser: its opening_text alone"}),
    ('title,date,text\n"Ferry \\"strikes\\" pier","2023-03-14","' + TEXT + ' \\"Well,\\" he said.\nMore."\n', {"title": 'Ferry "strikes" pier', "day": DAY}),
    (table("title,date,text", "Ferry \"strikes\" pier", DAY, TEXT + ' C:\\"x" said.'), {"title": 'Ferry "strikes" pier', "day": DAY}),
    (table("fecha,texto", "03/04/2023", TEXT) + quoted("14/04/2023", TEXT) + "\n", {"day": "2023-04-03"}),
]  # fmt: skip
CODED = f"HD  {TITLE}\nBY  By Mara Oduya\nWC  140 words\nPD  14 March 2023\nET  09:12\nSN  Velm Courier\nSC  VELMC\nLA  English\nCY  Copyright 2023\n\nLP\n{PARTS[0]}\n\n{PARTS[1]}\n\nTD\n{PARTS[2]}\n\n{PARTS[3]}\n\nAN  Document VELMC00020230314\n"  # fmt: skip
OLD = f"1 of 2 DOCUMENTS\n\nVelm Courier\n\nMarch 14, 2023 Tuesday\n\n{TITLE}\n\nBYLINE: Mara Oduya\n\nSECTION: NEWS; Pg. 4\n\nLENGTH: 140 words\n\n{TEXT}\n\nLOAD-DATE: March 15, 2023\n\nLANGUAGE: ENGLISH\n"  # fmt: skip
NEW = f"{TITLE}\n\nVelm Courier\n\nMarch 14, 2023 Tuesday\n\nCopyright 2023 Velm Media All Rights Reserved\n\nSection: NEWS; Pg. 4\nLength: 140 words\nByline: Mara Oduya\n\nBody\n\n{TEXT}\n\nLoad-Date: March 15, 2023\n\n\nEnd of Document\n"  # fmt: skip
LABELS = f"Title: {TITLE}\nPublication: Velm Courier\nPublication date: Mar 14, 2023\nAuthor: Mara Oduya\nFull text: {TEXT}\n\nDatabase: Press of the North\n"  # fmt: skip
TEXTS = [
    (CODED, [ALL]),
    (CODED + "\n" + CODED.replace("Mara Oduya", "Jon Brekke"), [ALL, {**ALL, "author": "Jon Brekke"}]),
    (OLD + "\n\n2 of 2 DOCUMENTS\n" + OLD.partition("DOCUMENTS")[2], [ALL, ALL]),
    (NEW, [ALL]),
    (NEW.replace("Load-Date", "Classification\n\nLanguage: ENGLISH\n\nLoad-Date") + NEW, [ALL, ALL]),
    (LABELS, [ALL]),
    (f"Headline: {TITLE}\nSource: Velm Courier\nDate: March 14, 2023\nBy: Mara Oduya\nURL: {AT}\n\n{TEXT}\n", [{**ALL, "url": AT}]),
    (f"---\ntitle: {TITLE}\nauthor:\n  - \"[[Mara Oduya]]\"\npublished: {DAY}\n---\n{TEXT}\n", [{"title": TITLE, "author": MARA, "day": DAY}]),
    (f"{TEXT}\n\nHD is a code of two letters.\nLength: about 300 metres.\n", [{"title": None, "outlet": None}]),
    (f"{TEXT}\n\nBody\n\nLoad-Date: none\n", [{"title": None}]),
]  # fmt: skip


def feed(item, channel="<title>Velm Courier</title><link>https://www.velmcourier.example/</link>"):
    return f'<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>{channel}<item><title>{TITLE}</title><link>{AT}</link><pubDate>Tue, 14 Mar 2023 09:12:00 +0100</pubDate>{item}</item></channel></rss>'


WHOLE = f"<content:encoded><![CDATA[{HTML}]]></content:encoded>"
HOME = "<link>https://www.velmcourier.example/</link>"
FEEDS = [
    (feed(WHOLE, f"<title>Velm Courier | World</title>{HOME}"), PAPER, TEXT),
    (feed(WHOLE, f"<title>Velm Courier - RSS Feed</title>{HOME}"), PAPER, TEXT),
    (feed(WHOLE, f"<title>Velm Courier » Latest news</title>{HOME}"), PAPER, TEXT),
    (feed(WHOLE, f"<title>North | South</title>{HOME}"), "North | South", TEXT),
    (feed(WHOLE.replace("]]>", f'<p>The post <a href="{AT}">{TITLE}</a> appeared first on <a>Velm Courier</a>.</p>]]>')), PAPER, TEXT),
    (feed(WHOLE.replace("]]>", "<p>The post office said so.</p>]]>")), PAPER, TEXT + "\n\nThe post office said so."),
]  # fmt: skip
HEAD = "From: Zed Ames <z@y.example>\nTo: q@y.example\nDate: Fri, 17 Mar 2023 09:12:00 +0100\nContent-Type: text/plain; charset=utf-8\n"
MAILS = [
    (f"{HEAD}Subject: Fwd: {TITLE}\n\nFYI\n\n---------- Forwarded message ---------\nFrom: Velm Courier <l@velmcourier.example>\nDate: Tue, Mar 14, 2023 at 9:12 AM\nSubject: {TITLE}\nTo: <z@y.example>\n\n\n{TEXT}\n", {"title": TITLE, "outlet": PAPER, "author": None, "day": DAY, "text": TEXT}),
    (f"{HEAD}Subject: FW: {TITLE}\n\n\n-----Original Message-----\nFrom: Mara Oduya [mailto:m@v.example]\nSent: Tuesday, March 14, 2023 9:12 AM\nTo: Zed\nSubject: {TITLE}\n\n{TEXT}\n", {"title": TITLE, "author": MARA, "day": DAY, "text": TEXT}),
    (f"{HEAD}Subject: Fwd: {TITLE}\n\nBegin forwarded message:\n\n> From: Velm Courier <l@velmcourier.example>\n> Date: 14 March 2023 at 09:12\n> Subject: {TITLE}\n>\n\n{TEXT}\n", {"title": TITLE, "outlet": PAPER, "day": DAY}),
    (f"{HEAD}Subject: {TITLE}\n\n{TEXT}\n\n---------- Forwarded message ---------\nFrom: Velm Courier <l@velmcourier.example>\nDate: Tue, Mar 7, 2023\nSubject: Other\n\nAnother text.\n", {"title": TITLE, "author": "Zed Ames", "day": "2023-03-17"}),
    (f"{HEAD}Subject: WG: {TITLE}\n\n-----Ursprüngliche Nachricht-----\nVon: Velm Courier <l@velmcourier.example>\nGesendet: Dienstag, 14. März 2023 07:30\nAn: Zed\nBetreff: {TITLE}\n\n{TEXT}\n", {"title": TITLE, "outlet": PAPER, "day": DAY}),
    (f"{HEAD}Subject: {TITLE}\n\n----- A note of ours -----\nPlease read: it is short\n\n{TEXT}\n", {"title": TITLE, "author": "Zed Ames", "day": "2023-03-17"}),
    (f"{HEAD}Subject: {TITLE}\n\n-----Original Message-----\n\n{TEXT}\n", {"title": TITLE, "author": "Zed Ames", "day": "2023-03-17"}),
]  # fmt: skip


def taken(tmp_path, name, data):
    path = tmp_path / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return list(intake([path]))


def holds(found, wanted):
    assert not isinstance(found, Refusal), found
    told = {name: (found.published or "")[:10] if name == "day" else (getattr(found, name) or None) for name in wanted}
    assert told == wanted


@pytest.mark.parametrize(("record", "wanted"), JSON)
def test_services_and_their_names(tmp_path, record, wanted):
    (found,) = taken(tmp_path, "a.json", json.dumps(record))
    holds(found, wanted)
    assert wanted.get("partial") or found.text == TEXT


@pytest.mark.parametrize(("data", "wanted"), TABLES)
def test_tables_and_their_heads(tmp_path, data, wanted):
    found, *_ = taken(tmp_path, "a.csv", data)
    holds(found, wanted)
    assert found.text.startswith(PARTS[0])


@pytest.mark.parametrize(("data", "wanted"), TEXTS)
def test_archives_write_articles_into_a_text(tmp_path, data, wanted):
    found = taken(tmp_path, "a.txt", data)
    assert len(found) == len(wanted)
    for one, fields in zip(found, wanted, strict=True):
        holds(one, fields)
        assert one.text.startswith(PARTS[0])
        assert PARTS[3] in one.text
        assert not fields["title"] or one.text.strip() == TEXT


@pytest.mark.parametrize(("data", "outlet", "text"), FEEDS)
def test_feeds_are_called_as_their_site(tmp_path, data, outlet, text):
    (found,) = taken(tmp_path, "a.xml", data)
    assert (found.outlet, found.text) == (outlet, text)


@pytest.mark.parametrize(("data", "wanted"), MAILS)
def test_a_mail_sent_along_is_the_one_that_was_sent_first(tmp_path, data, wanted):
    (found,) = taken(tmp_path, "a.eml", data)
    holds(found, wanted)


def test_what_cannot_be_read_is_named(tmp_path):
    held = io.BytesIO()
    with tarfile.open(fileobj=held, mode="w:gz") as archive:
        member = tarfile.TarInfo("a.txt")
        member.size = len(TEXT.encode())
        archive.addfile(member, io.BytesIO(TEXT.encode()))
    files = [
        ("a.tar.gz", held.getvalue(), "tar archive"),
        ("a.txt.bz2", bz2.compress(TEXT.encode()), "bzip2"),
    ]
    for name, data, reason in files:
        (refused,) = taken(tmp_path, name, data)
        assert isinstance(refused, Refusal), name
        assert reason in refused.reason


def test_a_header_longer_than_any_is_cut(tmp_path):
    long = 'multipart/alternative; boundary="' + "=" * 30_000 + '; x="' * 4_000
    found = taken(
        tmp_path, "a.eml", f"From: A <a@b.example>\nTo: q@y.example\nSubject: S\nContent-Type: {long}\n\n{TEXT}\n"
    )
    assert len(found) == 1
