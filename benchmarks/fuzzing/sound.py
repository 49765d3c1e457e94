# ruff: noqa: E501, ISC004
"""Sound files of every way in, each made by its own tool or as that tool writes them, from words of our own."""

from __future__ import annotations

import gzip
import io
import json
import mailbox
import zipfile
from email.message import EmailMessage
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

WORDS = "Ferry crews in Port Lanse walked out on Friday after talks about pay broke down, Marta Olin of the union said."
_LD = json.dumps(
    {
        "@context": "https://schema.org",
        "@graph": [
            {"@type": "NewsArticle", "headline": "Crews walk out", "author": [{"name": "Ada Brandt"}], "@id": "#a"}
            | {"datePublished": "2031-05-02T08:00:00+02:00", "publisher": {"name": "The Paper"}, "isPartOf": {"name": "C"}},
            {"@type": "LiveBlogPosting", "liveBlogUpdate": [{"articleBody": WORDS, "datePublished": "May 6, 2031 11:30 PM EDT"}]},
        ],
    }
)  # fmt: skip
PAGE = f"""<!DOCTYPE html><html lang="en"><head><title>Crews walk out | The Paper</title><meta charset="utf-8">
<meta property="og:site_name" content="The Paper"><meta property="article:published_time" content="2031-05-02T08:00:00Z">
<link rel="canonical" href="https://paper.example/news/ferry"><script type="application/ld+json">{_LD}</script></head>
<body><nav><a href="/">Home</a></nav><article><h1>Crews walk out</h1><time datetime="2031-05-02">2 May</time>
<p>{WORDS}</p><blockquote>“No,” she said.</blockquote><ul><li>One</li></ul><table><tr><td>3</td></tr></table>
<figure><img src="data:image/png;base64,iVBORw0KGgo="><figcaption>Crews</figcaption></figure></article></body></html>""".encode()
_HTTP = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n%b\r\n%b"
_RSS = f"""<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel><title>The Paper</title><link>https://paper.example/</link><item><title>Crews walk out</title><link>https://paper.example/1</link>
<guid>1</guid><pubDate>Fri, 02 May 2031 08:00:00 +0200</pubDate><description>&lt;p&gt;{WORDS}&lt;/p&gt;</description>
<content:encoded><![CDATA[<p>{WORDS}</p>]]></content:encoded></item></channel></rss>""".encode()
_ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>The Paper</title><id>urn:x</id><entry><id>urn:a</id><title>Out</title>
<link href="https://paper.example/2"/><updated>2031-05-02T08:00:00Z</updated><author><name>A. Brandt</name></author>
<content type="html">&lt;p&gt;{WORDS}&lt;/p&gt;</content></entry></feed>""".encode()


def _letter(subject: str = "Crews walk out") -> EmailMessage:
    made = EmailMessage()
    made["From"], made["To"] = "The Paper <news@paper.example>", "b@reader.example"
    made["Subject"], made["Date"] = subject, "Fri, 02 May 2031 08:00:00 +0200"
    made["List-ID"] = "The Paper <list.paper.example>"
    made.set_content(WORDS)
    made.add_alternative(PAGE.decode(), subtype="html")
    return made


def _mhtml() -> bytes:
    made = MIMEMultipart("related", type="text/html")
    made["From"], made["Subject"] = "<Saved by Blink>", "Crews walk out"
    made["Snapshot-Content-Location"] = "https://paper.example/news/ferry"
    for kind in ("html", "css"):
        part = MIMEText(PAGE.decode() if kind == "html" else "p { color: red }", kind)
        part["Content-Location"] = f"https://paper.example/news/ferry.{kind}"
        made.attach(part)
    return made.as_bytes()


def _mbox() -> bytes:
    with TemporaryDirectory() as folder:
        box = mailbox.mbox(Path(folder) / "m")
        for subject in ("Crews walk out", "Crews return"):
            box.add(_letter(subject))
        box.close()
        return (Path(folder) / "m").read_bytes()


def record(page: bytes, coded: str = "", url: str = "https://paper.example/news/ferry") -> bytes:
    """Give a web archive's record of an answer, packed as `coded` says."""
    answer = _HTTP % (f"Content-Encoding: {coded}\r\n".encode() if coded else b"", page)
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:1>\r\nWARC-Target-URI: {}\r\nWARC-Date: "
        "2031-05-02T00:00:00Z\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: {}\r\n\r\n"
    )
    return head.format(url, len(answer)).encode() + answer + b"\r\n\r\n"


def zipped(**files: bytes | str) -> bytes:
    """Give a ZIP archive; in a name `_dot_` is a dot and `__` parts folders."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name.replace("_dot_", ".").replace("__", "/"), data)
    return out.getvalue()


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode()


def _office() -> dict[str, tuple[str, list[bytes]]]:
    found: dict[str, tuple[str, list[bytes]]] = {}
    if find_spec("openpyxl"):
        book, out = import_module("openpyxl").Workbook(), io.BytesIO()
        for line in (
            ["date", "title", "outlet", "text"],
            ["2031-05-02", "Out", "The Paper", WORDS],
            [45000, "B", "", WORDS],
        ):
            book.active.append(line)  # fmt: skip
        book.save(out)
        found["xlsx"] = ("a.xlsx", [out.getvalue()])
    if find_spec("docx"):
        made, out = import_module("docx").Document(), io.BytesIO()
        made.add_heading("Crews walk out", 0)
        made.add_paragraph(WORDS)
        made.add_table(2, 2).cell(0, 0).text = "three"
        made.core_properties.author = "Ada Brandt"
        made.save(out)
        found["docx"] = ("a.docx", [out.getvalue()])
    if find_spec("odfdo"):
        odfdo, out = import_module("odfdo"), io.BytesIO()
        paper = odfdo.Document("text")
        paper.body.append(odfdo.Header(1, "Crews walk out"))
        paper.body.append(odfdo.Paragraph(WORDS))
        paper.save(out)
        sheet, grid = odfdo.Document("spreadsheet"), io.BytesIO()
        table = odfdo.Table("a")
        for place, cell in enumerate(["date", "title", "text", "2031-05-02", "Out", WORDS]):
            table.set_value((place % 3, place // 3), cell)
        sheet.body.clear()
        sheet.body.append(table)
        sheet.save(grid)
        found["ods"] = ("a.ods", [grid.getvalue()])
        found["odt"] = ("a.odt", [out.getvalue()])
    return found


def _pdf(*lines: str) -> bytes:
    shown = " ".join(f"({line.replace('(', '')}) Tj 0 -20 Td" for line in lines)
    drawn = f"BT /F1 12 Tf 72 700 Td {shown} ET"
    parts = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        f"<< /Length {len(drawn)} >>\nstream\n{drawn}\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        "<< /Title (Microsoft Word - out_final.docx) >>",
    ]
    body, places = "%PDF-1.4\n", []
    for number, part in enumerate(parts, 1):
        places.append(len(body))
        body += f"{number} 0 obj\n{part}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"xref\n0 7\n0000000000 65535 f \n{table}trailer\n<< /Root 1 0 R /Info 6 0 R /Size 7 >>\nstartxref\n{len(body)}\n%%EOF\n"
    return (body + end).encode()


def _packed() -> dict[str, tuple[str, list[bytes]]]:
    found = {"gzip": ("a.jsonl.gz", [gzip.compress(_json({"text": WORDS})), gzip.compress(PAGE)])}
    if find_spec("pypdf"):
        found["pdf"] = ("a.pdf", [_pdf(WORDS), _pdf("Page 1 of 2", WORDS)])
    if find_spec("brotli"):
        pack = import_module("brotli").compress
        found["brotli by name"] = ("a.html.br", [pack(PAGE), pack(PAGE)[:-9]])
        found["brotli"] = ("a.warc", [record(pack(PAGE), "br"), record(pack(PAGE)[:-9], "br") + record(PAGE)])
    if find_spec("zstandard"):
        pack = import_module("zstandard").ZstdCompressor().compress
        found["zstd"] = ("a.warc.zst", [pack(record(PAGE)), pack(_json({"text": WORDS})), record(pack(PAGE), "zstd")])
    return found


def ways() -> dict[str, tuple[str, list[bytes]]]:
    """Give, for each way in, the name of a file and sound files."""
    post = {"id": 5, "date_gmt": "2031-05-02T08:00:00", "link": "https://paper.example/1", "title": {"rendered": "Out"}}
    item = {"title": "Out", "author": "Ada", "published": 1935648000, "origin": {"title": "The Paper", "htmlUrl": "u"}}
    lines = (_json({"url": "https://paper.example/news/ferry", "title": "Out", "text": WORDS, "ts": "2031-05-02"}), b"")
    found = {
        "eml": ("a.eml", [_letter().as_bytes()]),
        "mhtml": ("a.mhtml", [_mhtml()]),
        "mbox": ("a.mbox", [_mbox()]),
        "wacz": ("a.wacz", [
            zipped(datapackage_dot_json='{"profile": "data-package"}', archive__d_dot_warc_dot_gz=gzip.compress(record(PAGE)),
                   pages__pages_dot_jsonl=b'{"format": "json-pages-1.0"}\n' + lines[0]),
        ]),
        "singlefile": ("a.html", [
            b"<!--\n Page saved with SingleFile \n url: https://paper.example/news/ferry \n saved date: Fri May 02 2031 "
            b"08:00:00 GMT+0200\n-->" + PAGE,
            b"<!-- saved from url=(0032)https://paper.example/news/ferry -->" + PAGE,
        ]),
        "rss in json": ("a.json", [
            _json({"rss": {"channel": {"title": "The Paper", "item": [{"title": "Out", "description": WORDS, "link": "u"}]}}}),
            _json({"version": "https://jsonfeed.org/version/1.1", "title": "The Paper",
                   "items": [{"id": "1", "url": "u", "content_html": f"<p>{WORDS}</p>", "date_published": "2031-05-02"}]}),
        ]),
        "telegram": ("result.json", [
            _json({"name": "News", "type": "public_channel", "id": 1, "messages": [
                {"id": 1, "type": "message", "date": "2031-05-02T08:00:00", "date_unixtime": "1935648000", "from": "News",
                 "from_id": "channel1", "text": ["a ", {"type": "bold", "text": WORDS}, {"type": "link", "text": "u"}]},
                {"id": 2, "type": "service", "action": "pin_message", "text": ""}]}),
        ]),
        "wordpress": ("posts.json", [
            _json([post | {"content": {"rendered": f"<p>{WORDS}</p>", "protected": False}, "excerpt": {"rendered": "a"},
                           "_embedded": {"author": [{"name": "Ada"}]}}]),
        ]),
        "miniflux": ("entries.json", [
            _json({"total": 1, "entries": [{"id": 1, "title": "Out", "url": "u", "published_at": "2031-05-02T08:00:00Z",
                   "content": f"<p>{WORDS}</p>", "feed": {"title": "The Paper", "site_url": "https://paper.example"}}]}),
        ]),
        "guardian": ("g.json", [
            _json({"response": {"status": "ok", "results": [{"webTitle": "Out", "webPublicationDate": "2031-05-02T08:00:00Z",
                   "webUrl": "u", "fields": {"bodyText": WORDS, "byline": "Ada", "headline": "Out", "trailText": "<b>t</b>"}}]}}),
        ]),
        "google reader": ("starred.json", [
            _json({"id": "user/-/state/com.google/starred", "items": [
                item | {"content": {"content": f"<p>{WORDS}</p>"}, "canonical": [{"href": "https://paper.example/1"}]},
                item | {"summary": {"content": WORDS}, "alternate": [{"href": "u", "type": "text/html"}]}]}),
        ]),
        "zip": ("a.zip", [zipped(a_dot_txt=WORDS, b_dot_html=PAGE, c__d_dot_jsonl=_json({"text": WORDS}), e_dot_eml=_letter().as_bytes())]),
        "opml": ("a.opml", [
            b'<opml version="2.0"><head><title>f</title></head><body><outline text="a" type="rss" '
            b'xmlUrl="https://paper.example/feed"/><outline text="b"><outline xmlUrl="http://b.example/f"/></outline></body></opml>',
        ]),
        "sitemap": ("sitemap.xml", [
            b'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">'
            b"<url><loc>https://paper.example/1</loc><lastmod>2031-05-02</lastmod><news:news><news:title>Out</news:title>"
            b"<news:publication_date>2031-05-02</news:publication_date></news:news></url></urlset>",
            b"<sitemapindex><sitemap><loc>https://paper.example/s.xml</loc></sitemap></sitemapindex>",
        ]),
        "tables": ("a.csv", [
            f'sep=;\ndate;title;text\n2031-05-02;Out;"{WORDS}"\n02/05/2031;b;"c\nd"\n'.encode(),
            f'Results of a search\n\n"date","headline, long",body,outlet\n03/07/2031,x,"{WORDS}",z\n1,2\n1,2,3,4,5,6\n'.encode(),
            f"date\ttext\n2 May 2031\t{WORDS}\n".encode("utf-16"),
        ]),
        "lenient json": ("a.json", [
            f"{{'text': '{WORDS}', title: \"Out\", \"x\": NaN, // note\n \"date\": \"2031-05-02\",}}".encode(),
            f'{{\n "text": "{WORDS}"\n}}\n{{\n "text": "b"\n}}\n'.encode(),
            f'[\n{{"text": "a "b" c"}},\n{{"text": "{WORDS}"}}\n'.encode(),
        ]),
        "json of other shapes": ("a.json", [
            _json({"columns": ["title", "text"], "index": [0], "data": [["Out", WORDS]]}),
            _json({"title": {"0": "Out"}, "text": {"0": WORDS}, "date": {"0": {"$date": {"$numberLong": "1935648000000"}}}}),
            _json({"data": {"items": [{"title": "Out", "content": [{"type": "p", "children": [{"text": WORDS}]}], "authors": "['Ada']"}]}}),
            _json({"headlines": {"basic": "Out"}, "credits": {"by": [{"name": "A"}]}, "content_elements": [{"type": "text", "content": WORDS}]}),
            _json({"feed": {"title": "The Paper", "entry": [{"title": {"#text": "Out"}, "link": {"@href": "u"}, "published": "2031-05-02",
                   "content": {"#text": f"<p>{WORDS}</p>"}}]}}),
            b"/* made */ callback(" + _json([{"text": WORDS}]) + b");",
        ]),
        "live page": ("a.html", [
            f"<html><head><title>Live: out</title></head><body><h1>Live: out</h1><p>{WORDS}</p><ol>".encode()
            + b"".join(f"<li class='live-post'><time datetime='2031-05-02T0{n}:00Z'>{n}</time><h3>h{n}</h3><p>{WORDS}</p></li>".encode() for n in range(4))
            + b"</ol><div itemscope itemtype='https://schema.org/NewsArticle'><h3><a href='/b'>Other</a></h3></div></body></html>",
        ]),
        "head of a text": ("a.txt", [f"Title: Out\nAuthor: Ada Brandt\nDate: 2 May 2031\nSource: The Paper\n\n{WORDS}".encode()]),
        "archive of newspapers": ("a.txt", [
            f"1 of 2 DOCUMENTS\n\nThe Paper\n\nMay 2, 2031 Friday\n\nOut\n\nBYLINE: Ada Brandt\n\nLENGTH: 40 words\n\n{WORDS}\n\nLOAD-DATE: May 3, 2031\n".encode(),
            f"Out\n\nThe Paper\n\nMay 2, 2031\n\nSection: A\nLength: 40 words\nByline: Ada Brandt\n\nBody\n\n{WORDS}\n\nLoad-Date: x\n\nEnd of Document\n".encode(),
            f"HD  Out\nBY  By Ada Brandt\nWC  4 words\nPD  2 May 2031\nET  09:12\nSN  The Paper\nLP\n{WORDS}\nTD\n{WORDS}\nAN  1\n".encode(),
            f"Title: Out\nPublication: The Paper\nPublication date: May 2, 2031\nFull text: {WORDS}\n\nDatabase: x\n".encode(),
            f"Out of it\n\nPaper, The (Orvik) - May 2, 2031\n\nAuthor/Byline: ADA BRANDT\nPage: A1\n\n{WORDS}\n\nRecord: 1\nCopyright 2031 The Paper\n".encode(),
            f"TY  - NEWS\nTI  - Out\nAU  - Brandt, Ada\nT2  - The Paper\nDA  - 2031/05/02/\nAB  - {WORDS}\n b\nER  - \n".encode(),
            f"Out of the yard\n\nBy Ada Brandt\n2 May 2031\n\n{WORDS}\n".encode(),
        ]),
        "rtf": ("a.rtf", [
            rb"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fswiss Arial;}}{\info{\title Out}{\author Ada Brandt}}{\header \pard Page\par}\uc1\pard "
            + WORDS.encode("ascii", "replace") + rb"\par\pard caf\'e9 \u8220?a\u8221? {\field{\*\fldinst{HYPERLINK b}}{\fldrslt c}}\emdash d\line e\cell f\row}",
            rb"{\rtf1\ansi HD\cell Out\cell\row BY\cell By Ada Brandt\cell\row PD\cell 2 May 2031\cell\row SN\cell The Paper\cell\row WC\cell 4 words"
            rb"\cell\row LP\cell " + WORDS.encode("ascii", "replace") + rb"\cell\row TD\cell b\cell\row}",
        ]),
        "page of a template": ("a.html", [
            f"<html lang='en-GB'><head><title>Out: The Paper</title><meta name='parsely-page' content='{{\"authors\": [\"Ada Brandt\"]}}'>"
            f"<meta name='twitter:label1' content='Written by'><meta name='twitter:data1' content='Ada Brandt'></head><body>"
            f"<a href='/'><img alt='The Paper logo'></a><h1>Out</h1><div class='TextContributorName'>By <a href='/author/a'>Ada Brandt</a> "
            f"| Photos: Bo Roe</div><dl><dt>Author</dt><dd>Ada Brandt</dd></dl><span data-epoch='1935648000' title='2 May 2031'>now</span>"
            f"<i aria-label='Published 2 May 2031 Updated 3 May 2031'></i><p>Data publikacji: 2 maja 2031, 09:12 | Updated: 03/05/2031</p>"
            f"<p>{WORDS}</p></body></html>".encode(),
            f"<html lang='de'><head><title>Out | The Paper</title><script>__wm.wombat('https://paper.example/a','2031')</script></head><body><main>"
            f"<span>2. Mai 2031</span><h1>Out</h1><h2 class='dek'>It is out, they said.</h2><ul><li><a href='/b'>Another headline of another story"
            f"</a> By Petra Other <time datetime='2030-01-01'></time></li></ul><div class='byline'><div>Ada Brandt</div><span>Follow @ada</span></div>"
            f"<p>Veröffentlicht: 2. Mai 2031 09:12 Geändert: 3. Mai 2031</p><p>{WORDS}</p></main>Source URL: https://paper.example/a</body></html>".encode(),
        ]),
        "html": ("a.html", [PAGE]),
        "feed": ("a.xml", [_RSS, _ATOM]),
        "warc": ("a.warc.gz", [gzip.compress(record(PAGE)) * 2, record(PAGE) + record(gzip.compress(PAGE), "gzip")]),
        "jsonl": ("a.jsonl", [_json({"text": WORDS, "title": "Out", "published": "2031-05-02", "outlet": "A", "author": ["b"]}) + b"\n"]),
        "other xml": ("a.xml", [
            b"<nitf><head><docdata><date.issue norm='20310502'/></docdata></head><body><body.head><hedline><hl1>Out</hl1></hedline>"
            b"</body.head><body.content><p>a</p></body.content></body></nitf>",
            b'<doc title="a" date="2031-05-02"><main><p>b</p></main></doc>',
            b"<newsItem><contentMeta><headline>a</headline></contentMeta><contentSet><p>b</p></contentSet></newsItem>",
        ]),
        "text": ("a.txt", [
            f"---\ntitle: a\ndate: 2031-05-02\n---\n{WORDS}".encode(), "Ã©tat â€™s so\u00adft".encode(), b"a\x93b\x94 \xe2\x80\x9cc",
        ]),
    }  # fmt: skip
    return found | _office() | _packed()
