"""Fuzzes what parses strangers' bytes with atheris: `python -m benchmarks.fuzz FORM SECONDS [CORPUS]`.

FORM is text, html, feed, warc, jsonl or json. Coverage guides it into the parser; a crash, a hang of over 5 seconds or
memory above 1 GB ends it with the input kept. Atheris is no dependency: `pip install atheris`.
"""

from __future__ import annotations

import gzip
import io
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

_PAGE = b"""<!DOCTYPE html><html lang="en"><head><title>Crews walk out</title>
<meta property="og:site_name" content="C">
<script type="application/ld+json">{"@type":"NewsArticle","headline":"H","datePublished":"2031-05-02"}</script></head>
<body><article><h1>Crews walk out</h1><p>Ferry crews walked out, Marta Olin said.</p></article></body></html>"""
_ANSWER = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + _PAGE
_RECORD = (
    b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:1>\r\nWARC-Target-URI: http://a.example/\r\n"
    b"WARC-Date: 2031-05-02T00:00:00Z\r\nContent-Type: application/http; msgtype=response\r\n"
    b"Content-Length: %d\r\n\r\n%b\r\n\r\n" % (len(_ANSWER), _ANSWER)
)
_NOTE = (
    b"WARC/1.0\r\nWARC-Type: resource\r\nWARC-Record-ID: <urn:uuid:2>\r\nWARC-Target-URI: <metadata://a/log>\r\n"
    b"WARC-Date: 2031-05-02T00:00:00Z\r\nContent-Type: text/plain\r\nContent-Length: 3\r\n\r\nlog\r\n\r\n"
)
_RSS = b"""<rss version="2.0"><channel><title>C</title><item><title>T</title>
<link>http://a.example/1</link><pubDate>Fri, 02 May 2031 08:00:00 +0200</pubDate>
<description>&lt;p&gt;S&lt;/p&gt;</description></item></channel></rss>"""
_ATOM = b"""<feed xmlns="http://www.w3.org/2005/Atom"><title>C</title><entry><id>a</id><title>T</title>
<link href="http://a.example/2"/><updated>2031-05-02T08:00:00Z</updated>
<content type="html">B</content></entry></feed>"""
SEEDS: dict[str, tuple[bytes, ...]] = {
    "text": (
        b"Ferry crews walked out on Friday.",
        "“No,” she said — twice.".encode("cp1252"),
        b"\xff\xfea\0",
        b"\xef\xbb\xbfa",
    ),
    "html": (_PAGE, b"<p>" * 50, b"<!DOCTYPE html [<!ENTITY a 'b'>]><p>&a;"),
    "feed": (_RSS, _ATOM, b'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "b">]><rss>&a;</rss>'),
    "warc": (_RECORD, gzip.compress(_RECORD), gzip.compress(_RECORD) + gzip.compress(_RECORD)[:-7], _NOTE),
    "jsonl": (
        b'{"text": "One.", "id": 1}\n{"maintext": "Two."}\n',
        b'{"bodies": [{"value": "<p>a</p>"}], "uri": "u"}',
        b'{"text": "a", "publish_date": 1741334400000, "authors": [{"name": "b"}], "source": "http://a.example/1"}',
        b'{"guid": "g", "body_html": "<p>a</p>", "versioncreated": "None", "authors": null, "text": NaN}',
        b"[[[\n{",
    ),
    "json": (
        b'{"Paper": [{"title": "T", "body": {"summary": [], "sections": [{"headline": [], "paragraphs": ["a"]}]}}]}',
        b'{"articles": [{"source": {"name": "O"}, "content": "a"}]}',
        b'[{"bodies": [{"value": "a", "role": "main"}], "headlines": [{"value": "T"}]}, 3, null]',
    ),
}


def target(form: Any) -> Callable[[bytes], None]:
    """Give the function that takes bytes in as `form` and holds every outcome to what intake promises."""
    from rashomon.fetching import Allowed
    from rashomon.intake import Limits
    from rashomon.intake.source import Source
    from rashomon.intake.taking import Taking
    from rashomon.records import Report

    def once(data: bytes) -> None:
        taking = Taking(Limits(language=None), form, {}, Allowed())
        for one in taking.opened(Source(io.BytesIO(data), "f", "f")):
            said = one.text if isinstance(one, Report) else f"{one.reason}{one.advice}"
            assert said.encode("utf-8"), one  # a text that can be stored, or a line that can be shown

    return once


def main() -> None:
    """Run one fuzzer."""
    form, seconds = sys.argv[1], int(sys.argv[2])
    if form not in SEEDS:
        sys.exit(f"give one of {', '.join(SEEDS)}")
    corpus = Path(sys.argv[3] if len(sys.argv) > 3 else mkdtemp())
    corpus.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(SEEDS[form]):
        (corpus / f"seed-{number}").write_bytes(seed)
    atheris = import_module("atheris")
    with atheris.instrument_imports(include=["rashomon", "feedparser", "warcio", "trafilatura"]):
        for name in ("feedparser", "warcio.archiveiterator", "trafilatura"):
            import_module(name)
        once = target(form)
    limits = [f"-max_total_time={seconds}", "-timeout=5", "-rss_limit_mb=1024", "-max_len=4096", "-print_final_stats=1"]
    atheris.Setup([sys.argv[0], *limits, str(corpus)], once)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
