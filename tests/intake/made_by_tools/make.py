"""Makes the files beside it with the formats' own tools, from pages of our own: `python make.py TOOL [FOLDER]`.

Run in an environment where that tool is installed; README.md tells the versions that made what is kept here.
"""

from __future__ import annotations

import io
import json
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))
import made_pages

DATED, DATELESS, OTHER = (
    next(made for made in made_pages.pages() if made.name == name) for name in ("json_ld-0", "breaks-1", "figures-2")
)
UNDATED = DATELESS.html.replace('<meta name="DC.date.issued" content="2025-06-19">', "")
ADDRESSES = ("https://paper.example/news/ferry", "https://paper.example/news/bridge", "https://paper.example/news/dam")
PAGES = dict(zip(ADDRESSES, (DATED.html, UNDATED, OTHER.html), strict=True))


def news_please(folder: Path) -> None:
    """What `NewsPlease.from_html` gives, as its own `get_serializable_dict` writes it, one a line."""
    from newsplease import NewsPlease

    with (folder / "news-please.jsonl").open("w", encoding="utf-8") as out:
        for url, html in PAGES.items():
            article = NewsPlease.from_html(html, url, "2025-12-02 10:00:00", fetch_images=False)
            out.write(json.dumps(article.get_serializable_dict(), ensure_ascii=False) + "\n")


def cc_news(folder: Path) -> None:
    """What news-please's extractor for Common Crawl's news archive writes for each record of a WARC: one JSON file."""
    from newsplease import NewsPlease
    from newsplease.examples import commoncrawl
    from warcio.archiveiterator import ArchiveIterator

    commoncrawl.my_local_download_dir_article = str(folder / "cc-news")
    for record in ArchiveIterator(io.BytesIO(_warc())):
        if record.rec_type == "response":
            commoncrawl.on_valid_article_extracted(NewsPlease.from_warc(record, fetch_images=False))


def newspaper(folder: Path) -> None:
    """What newspaper4k's `Article.to_json` gives, one a line."""
    from newspaper import Article

    with (folder / "newspaper4k.jsonl").open("w", encoding="utf-8") as out:
        for url, html in PAGES.items():
            article = Article(url, fetch_images=False)
            article.download(input_html=html)
            article.parse()
            out.write(json.dumps(json.loads(article.to_json()), ensure_ascii=False) + "\n")


def fundus(folder: Path) -> None:
    """What Fundus' crawler saves of a paper of our own, served on loopback, by a parser written as its guide says."""
    import datetime

    from fundus import Crawler
    from fundus.parser import ArticleBody, BaseParser, ParserProxy, attribute
    from fundus.parser.utility import (
        extract_article_body_with_selector,
        generic_author_parsing,
        generic_date_parsing,
    )
    from fundus.publishers.base_objects import Publisher, PublisherGroup
    from fundus.scraping.url import RSSFeed
    from lxml.etree import XPath

    class PaperParser(ParserProxy):
        class V1(BaseParser):
            @attribute
            def body(self) -> ArticleBody | None:
                return extract_article_body_with_selector(
                    self.precomputed.doc,
                    paragraph_selector=XPath("//article/p"),
                    subheadline_selector=XPath("//article/h2"),
                )

            @attribute
            def authors(self) -> list[str]:
                return generic_author_parsing(self.precomputed.ld.xpath_search("NewsArticle/author"))

            @attribute
            def publishing_date(self) -> datetime.datetime | None:
                return generic_date_parsing(self.precomputed.ld.xpath_search("NewsArticle/datePublished", scalar=True))

            @attribute
            def title(self) -> str | None:
                return self.precomputed.ld.xpath_search("NewsArticle/headline", scalar=True)

    papers = [made.html for made in made_pages.pages() if made.name in ("json_ld-0", "json_ld-1", "json_ld-2")]
    with _served({f"/{n}": html for n, html in enumerate(papers)}) as base:

        class Ours(metaclass=PublisherGroup):
            default_language = "en"
            ThePaper = Publisher(
                name="The Paper", domain=base, parser=PaperParser, sources=[RSSFeed(f"{base}/feed", languages={"en"})]
            )

        crawler = Crawler(Ours, delay=0.0, threading=False)
        found = list(crawler.crawl(max_articles=3, timeout=20, save_to_file=folder / "fundus.json"))
    with (folder / "fundus.jsonl").open("w", encoding="utf-8") as out:
        for article in found:
            told = article.to_json("title", "plaintext", "authors", "publishing_date", "publisher", "lang")
            out.write(json.dumps(told, ensure_ascii=False, sort_keys=True) + "\n")


def warcio(folder: Path) -> None:
    """A WARC as warcio's `capture_http` writes what a client asked and got."""
    from warcio.capture_http import capture_http

    import requests  # after it, as its guide says  # isort: skip

    with _served(_paths()) as base, capture_http(str(folder / "warcio.warc.gz")):
        for path in _paths():
            requests.get(base + path, timeout=10)


def wget(folder: Path) -> None:
    """A WARC as wget writes it (`--warc-file`)."""
    with _served(_paths()) as base:
        command = ["wget", "-q", "-O", "-", "--no-warc-digests", "--warc-file=wget"]
        subprocess.run(
            [*command, *(base + path for path in _paths())], cwd=folder, check=True, stdout=subprocess.DEVNULL
        )


def wacz(folder: Path) -> None:
    """A WACZ as `wacz create` makes it of warcio's WARC."""
    warcio(folder)
    tool = Path(sys.executable).with_name("wacz")
    made = folder / "py-wacz.wacz"
    made.unlink(missing_ok=True)
    subprocess.run([tool, "create", "-o", made, folder / "warcio.warc.gz"], check=True)


def trafilatura(folder: Path) -> None:
    """What trafilatura's own JSON says, one a line."""
    import trafilatura

    with (folder / "trafilatura.jsonl").open("w", encoding="utf-8") as out:
        for url, html in PAGES.items():
            out.write(trafilatura.extract(html, url=url, output_format="json", with_metadata=True) + "\n")


def feedgen(folder: Path) -> None:
    """RSS and Atom as feedgen writes them: the first entry is whole, the second a beginning."""
    from feedgen.feed import FeedGenerator

    feed = FeedGenerator()
    feed.id("https://paper.example/")
    feed.title("The Paper")
    feed.description("News")
    feed.link(href="https://paper.example/")
    feed.updated("2025-12-02T10:00:00Z")
    for url, made in zip(ADDRESSES, (DATED, DATELESS), strict=False):
        entry = feed.add_entry(order="append")
        entry.id(url)
        entry.title(made.title)
        entry.link(href=url)
        entry.published(f"{made.published}T08:30:00+02:00")
        entry.updated(f"{made.published}T08:30:00+02:00")
        if made is DATED:
            entry.content(f"<p>{made.text}</p><p>{OTHER.text}</p>", type="html")
        entry.summary(made.text[:60])
    feed.atom_file(str(folder / "feedgen.atom"))
    feed.rss_file(str(folder / "feedgen.rss"))


def pandas(folder: Path) -> None:
    """A table with days as pandas writes it: CSV, and JSON lines with its days as numbers."""
    import pandas

    rows = [(made.title, made.text, made.published) for made in (DATED, DATELESS, OTHER)]
    table = pandas.DataFrame(rows, columns=["title", "text", "published"])
    table["published"] = pandas.to_datetime(table["published"])
    table.to_csv(folder / "pandas.csv")
    table.to_json(folder / "pandas.jsonl", orient="records", lines=True, date_format="epoch", date_unit="ms")


def datasets(folder: Path) -> None:
    """JSON lines of the fields of the CC-News data set, as the `datasets` library writes them."""
    from datasets import Dataset

    rows = [
        {"title": made.title, "text": made.text, "domain": "paper.example", "date": f"{made.published} 08:30:00",
         "description": made.text[:60], "url": url, "image_url": None}
        for url, made in zip(ADDRESSES, (DATED, DATELESS, OTHER), strict=True)
    ]  # fmt: skip
    Dataset.from_list(rows).to_json(folder / "datasets.jsonl")


def chromium(folder: Path) -> None:
    """A page printed to PDF by Chromium."""
    page = folder / "page.html"
    page.write_text(DATED.html, "utf-8")
    flags = ["--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"]
    try:
        subprocess.run(["chromium", *flags, f"--print-to-pdf={folder / 'chromium.pdf'}", page.as_uri()], check=True)
    finally:
        page.unlink()


def superdesk(folder: Path) -> None:
    """What Superdesk's own ninjs formatter makes of items of its newsroom, one a line.

    The formatter is loaded from the installed superdesk-core as it is; what it is built into and does not use here (web
    framework, database) is stood in for, because it cannot be installed beside any present version of anything.
    """
    from importlib import import_module
    from importlib.machinery import ModuleSpec
    from importlib.util import find_spec
    from unittest.mock import MagicMock

    home = Path(find_spec("superdesk").submodule_search_locations[0])

    def stand_in(name: str) -> MagicMock:
        path = [str(home.joinpath(*name.split(".")[1:]))] if name.startswith("superdesk") else []
        sys.modules[name] = MagicMock(__path__=path, __spec__=ModuleSpec(name, None, is_package=True))
        return sys.modules[name]

    for name in ("flask", "eve", "eve.utils", "eve.auth", "apps", "apps.archive", "apps.archive.common"):
        stand_in(name)
    for name in ("errors", "utils", "resource", "media", "media.renditions", "vocabularies", "attachments", "publish"):
        stand_in(f"superdesk.{name}")
    server = stand_in("superdesk")

    class Formatter:
        def append_body_footer(self, item: dict[str, str]) -> str:
            return item["body_html"]

    stand_in("superdesk.publish.formatters").Formatter = Formatter
    server.etree = import_module("superdesk.etree")
    server.text_utils = import_module("superdesk.text_utils")
    server.get_resource_service().get_rightsinfo.return_value = {"copyrightholder": "The Agency"}
    formatter = import_module("superdesk.publish.formatters.ninjs_formatter").NINJSFormatter()
    with (folder / "superdesk.ninjs.jsonl").open("w", encoding="utf-8") as out:
        for number, made in enumerate((DATED, DATELESS, OTHER), 1):
            item = {
                "guid": f"urn:newsml:agency.example:{made.published}:{number}",
                "type": "text",
                "headline": made.title,
                "body_html": f"<p>{made.text}</p>",
                "byline": ("Ada Brandt", None, "Mira Sandvik")[number - 1],
                "firstcreated": f"{made.published}T06:00:00+0000",
                "versioncreated": f"{made.published}T08:30:00+0000",
                "language": "en",
                "source": "The Agency",
                "pubstatus": "usable",
                "dateline": {"located": {"city": "Port Lanse"}},
                "subject": [{"qcode": "04010000", "name": "transport"}],
                "profile": None,
            }
            told = formatter._transform_to_ninjs(item, {})
            out.write(json.dumps(told, ensure_ascii=False) + "\n")


TOOLS = (
    news_please, cc_news, newspaper, fundus, warcio, wget, wacz, trafilatura, feedgen, pandas, datasets, chromium, superdesk,
)  # fmt: skip


def _paths() -> dict[str, str]:
    return {"/" + url.rsplit("/", 1)[1]: html for url, html in PAGES.items()}


def _warc() -> bytes:
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    out = io.BytesIO()
    writer = WARCWriter(out, gzip=True)
    for url, html in PAGES.items():
        http = StatusAndHeaders("200 OK", [("Content-Type", "text/html; charset=utf-8")], protocol="HTTP/1.1")
        days = {"WARC-Date": "2025-12-02T10:00:00Z"}
        body = io.BytesIO(html.encode())
        writer.write_record(writer.create_warc_record(url, "response", body, http_headers=http, warc_headers_dict=days))
    return out.getvalue()


@contextmanager
def _served(pages: dict[str, str]) -> Iterator[str]:
    """Pages and a feed of them (/feed) on loopback; gives the address."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            base = f"http://{self.headers['Host']}"
            items = "".join(f"<item><title>x</title><link>{base}{path}</link></item>" for path in pages)
            feed = f'<rss version="2.0"><channel><title>The Paper</title>{items}</channel></rss>'
            body = feed if self.path == "/feed" else pages.get(self.path)
            self.send_response(200 if body else 404)
            kind = "application/rss+xml" if self.path == "/feed" else "text/html; charset=utf-8"
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len((body or "").encode())))
            self.end_headers()
            self.wfile.write((body or "").encode())

        def log_message(self, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


if __name__ == "__main__":
    tools = {tool.__name__: tool for tool in TOOLS}
    tools[sys.argv[1]](Path(sys.argv[2]) if len(sys.argv) > 2 else Path(__file__).parent)
