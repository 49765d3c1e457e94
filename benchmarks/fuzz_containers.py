"""Fuzzes the ways in by changing sound files: `python -m benchmarks.fuzz_containers SECONDS [FORM]`.

Needs no other package: files of each form are made here, by the standard library or the form's own tool where it is
installed, and bytes of them are changed, cut, doubled and mixed by a generator whose seed is told. A crash is shown
with the seed and the input; a call of over five seconds counts as a hang; more than 1 GB of memory ends it.
"""

from __future__ import annotations

import io
import json
import random
import resource
import sys
import zipfile
from collections.abc import Callable
from importlib.util import find_spec
from time import monotonic, process_time
from typing import Any

_HANG = 5.0
_MOST = 1 << 30
_WORDS = "Ferry crews in Port Lanse walked out on Friday after talks about pay broke down, Marta Olin said."
_PAGE = f"<!DOCTYPE html><html><head><title>Out</title></head><body><h1>Out</h1><p>{_WORDS}</p></body></html>".encode()
_LIVE = (
    b'<script type="application/ld+json">{"@type": "LiveBlogPosting", "liveBlogUpdate": '
    b'[{"articleBody": "a", "datePublished": "May 6, 2021 11:30 PM EDT"}], "author": "x" y",}</script>'
)
_PAGES = json.dumps({"url": "http://a.example/", "text": _WORDS})
_MARKS = (b"\x00", b"<", b"{", b'"', b"\r\n", b"\xff", b"&#x110000;", b"]]>", b"--B", b"\\")
_MAIL = (
    b"From: a <a@b.example>\r\nSubject: Out\r\nDate: Fri, 07 Mar 2025 08:00:00 +0100\r\nMIME-Version: 1.0\r\n"
    b'Content-Type: multipart/alternative; boundary="B"\r\n\r\n--B\r\nContent-Type: text/plain\r\n\r\n'
    + _WORDS.encode()
    + b"\r\n--B\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
    + _PAGE
    + b"\r\n--B--\r\n"
)


def _zip(**files: bytes | str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name.replace("_dot_", ".").replace("__", "/"), data)
    return out.getvalue()


def seeds() -> dict[str, list[bytes]]:
    """Give sound files of each form."""
    found = {
        "mail": [
            _MAIL,
            b"From a@b Fri Mar  7 08:00:00 2025\n" + _MAIL + b"\nFrom c@d Fri Mar  7 08:00:00 2025\n" + _MAIL,
        ],
        "zip": [_zip(a_dot_txt=_WORDS, b_dot_html=_PAGE, c__d_dot_jsonl=json.dumps({"text": _WORDS}))],
        "wacz": [_zip(datapackage_dot_json="{}", pages__pages_dot_jsonl=_PAGES)],
        "xml": [
            b"<nitf><body><body.head><hl1>Out</hl1></body.head><body.content><p>a</p></body.content></body></nitf>",
            b'<doc title="a" date="2025-03-07"><main><p>b</p></main></doc>',
            b"<newsItem><contentMeta><headline>a</headline></contentMeta><contentSet><p>b</p></contentSet></newsItem>",
        ],
        "sitemap": [b"<urlset><url><loc>http://a.example/</loc><lastmod>2025-03-07</lastmod></url></urlset>"],
        "csv": [b'sep=;\ndate;title;text\n2025-03-07;a;"b"\n', b'Results\n\ndate,"a, b",text\n03/07/2025,x,y,z\n'],
        "json": [
            b'[{"title": {"rendered": "a"}, "content": {"rendered": "<p>b</p>"}, "date_gmt": "2025-03-07T08:00:00"}]',
            b'{"version": "https://jsonfeed.org/version/1", "items": [{"content_html": "<p>a</p>"}]}',
            b'{"response": {"results": [{"webTitle": "a", "fields": {"bodyText": "b"}}]}}',
            b'{"name": "n", "type": "c", "messages": [{"type": "message", "from": "x", "text": ["a", {"text": "b"}]}]}',
            b'{"text": "a "b" c", "x": NaN,}',
        ],
        "jsonl": [b'{\n "text": "a"\n}\n{\n "text": "b"\n}\n', b'[\n{"text": "a"},\n{"text": "b"}\n]\n'],
        "html": [
            _PAGE.replace(b"</head>", _LIVE + b"</head>"),
            b"<!-- saved from url=(0017)http://a.example/ -->" + _PAGE + b"<svg><path></svg><time datetime='2025'>",
        ],
        "text": [
            f"---\ntitle: a\n---\n{_WORDS}".encode(),
            b"<p>a</p><p>b</p>",
            "Ã©tat â€™s".encode(),
            b"a\x93b\x94 \xe2\x80\x9cc",
        ],
    }
    if find_spec("openpyxl"):
        import openpyxl

        book = openpyxl.Workbook()
        book.active.append(["date", "text"])
        book.active.append(["2025-03-07", _WORDS])
        out = io.BytesIO()
        book.save(out)
        found["xlsx"] = [out.getvalue()]
    if find_spec("docx"):
        import docx

        made = docx.Document()
        made.add_paragraph(_WORDS)
        out = io.BytesIO()
        made.save(out)
        found["docx"] = [out.getvalue()]
    return found


def changed(data: bytes, chance: random.Random, others: list[bytes]) -> bytes:
    """Give `data` with some of its bytes changed, cut out, doubled or mixed with another's."""
    held = bytearray(data)
    for _ in range(chance.randint(1, 6)):
        if not held:
            break
        at = chance.randrange(len(held))
        end = min(len(held), at + chance.choice((1, 1, 2, 8, 64, 400)))
        what = chance.randrange(6)
        if what == 0:
            held[at] = chance.randrange(256)
        elif what == 1:
            del held[at:end]
        elif what == 2:
            held[at:at] = held[at:end] * chance.choice((1, 2, 50))
        elif what == 3:
            held[at:at] = chance.choice(
                (b"\x00", b"<", b"{", b'"', b"\r\n", b"\xff", b"&#x110000;", b"]]>", b"--B", b"\\")
            )
        elif what == 4:
            held = held[:at]
        else:
            other = chance.choice(others)
            held[at:end] = other[: chance.randrange(len(other) + 1)]
    return bytes(held)


def target(form: Any) -> Callable[[bytes], None]:
    """Give the function that takes bytes in as `form` and holds every outcome to what intake promises."""
    from benchmarks.fuzz import target as once

    return once(form)


def main() -> None:
    """Run the forms one after the other, each for its share of the seconds."""
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 60.0
    held = {form: files for form, files in seeds().items() if len(sys.argv) < 3 or form == sys.argv[2]}
    every = [one for files in held.values() for one in files]
    for form, files in held.items():
        take = target(form)
        for sound in files:  # what is imported for the first time is no hang
            take(sound)
        until, number, slowest = monotonic() + seconds / len(held), 0, 0.0
        while monotonic() < until:
            chance = random.Random(f"{form} {number}")
            data = changed(chance.choice(files), chance, every)
            began = process_time()
            try:
                take(data)
            except BaseException:
                print(f"{form} {number}: {data[:2000]!r}")
                raise
            took = process_time() - began
            if took > _HANG:
                raise SystemExit(f"{form} {number}: {took:.1f} s")
            slowest, number = max(slowest, took), number + 1
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
        print(f"{form}: {number:,} inputs, slowest {slowest:.2f} s, peak {peak / 1e6:,.0f} MB", flush=True)
        if peak > _MOST:
            raise SystemExit("more than 1 GB of memory")


if __name__ == "__main__":
    main()
