"""Which format some bytes are in, told by how they begin, then by the file's name, then by what a server says."""

from __future__ import annotations

import re
import zlib
from typing import Literal, get_args

from rashomon.intake.mail import is_mail
from rashomon.intake.other_xml import ROOTS

Form = Literal[
    "text",
    "html",
    "jsonl",
    "json",
    "csv",
    "feed",
    "opml",
    "sitemap",
    "xml",
    "mail",
    "warc",
    "wacz",
    "pdf",
    "docx",
    "odt",
    "xlsx",
    "zip",
]
FORMS: tuple[Form, ...] = get_args(Form)

_SUFFIXES: dict[str, Form] = {
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".json": "json",
    ".csv": "csv",
    ".tsv": "csv",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".xml": "feed",
    ".rss": "feed",
    ".atom": "feed",
    ".rdf": "feed",
    ".opml": "opml",
    ".warc": "warc",
    ".wacz": "wacz",
    ".pdf": "pdf",
    ".eml": "mail",
    ".mht": "mail",
    ".mhtml": "mail",
    ".mbox": "mail",
    ".docx": "docx",
    ".odt": "odt",
    ".xlsx": "xlsx",
    ".zip": "zip",
}
_KINDS: dict[str, Form] = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "application/json": "json",
    "application/x-ndjson": "jsonl",
    "application/jsonl": "jsonl",
    "text/csv": "csv",
    "application/rss+xml": "feed",
    "application/atom+xml": "feed",
    "application/xml": "feed",
    "text/xml": "feed",
    "text/x-opml": "opml",
    "application/warc": "warc",
    "application/wacz": "wacz",
    "application/pdf": "pdf",
    "application/feed+json": "json",
    "message/rfc822": "mail",
    "multipart/related": "mail",
    "application/mbox": "mail",
    "application/zip": "zip",
}
_ROOTS: tuple[tuple[re.Pattern[str], Form], ...] = (
    (re.compile(r"<(?:rss|rdf:RDF|(?:\w+:)?feed)[\s>]"), "feed"),
    (re.compile(r"<opml[\s>]", re.IGNORECASE), "opml"),
    (re.compile(r"<(?:!doctype\s+html|html)[\s>]", re.IGNORECASE), "html"),
    (re.compile(r"<(?:\w+:)?(?:urlset|sitemapindex)[\s>]"), "sitemap"),
    (re.compile(rf"<(?:\w+:)?(?:{'|'.join(map(re.escape, ROOTS))})[\s>]"), "xml"),
)
_LIST = re.compile(r"\[\s*\{")
_SEPARATORS = ",;\t|"
_TEXTS = {"text", "body", "maintext", "plaintext", "article_text", "articlebody", "content"}
_LONGEST_NAME = 40  # characters of a column's name
_ROOT_WITHIN = 2_000  # characters: a declaration and a comment may stand before the root


def form(head: bytes, name: str, kind: str = "") -> Form:
    """Give the format of what begins with `head`, is called `name`, and was served as `kind`; else "text"."""
    stem = name.lower().removesuffix(".gz").removesuffix(".zst").removesuffix(".br")
    suffix = stem[stem.rfind(".") :] if "." in stem else ""
    if unpacked(head).startswith(b"WARC/"):
        return "warc"
    if head.startswith(b"%PDF-"):
        return "pdf"
    if head.startswith(b"PK\x03\x04") and (suffix == ".wacz" or b"datapackage.json" in head or b"archive/" in head):
        return "wacz"
    if head.startswith(b"PK\x03\x04"):
        return "zip"
    if is_mail(head):
        return "mail"
    start = _beginning(head)
    if start.startswith("<"):
        roots = [(m.start(), found) for pattern, found in _ROOTS if (m := pattern.search(start))]
        if roots:
            return min(roots)[1]
    told = _SUFFIXES.get(suffix) or _KINDS.get(kind)
    if told in {None, "feed"} and start.startswith("{"):
        return "jsonl" if start.partition("\n")[0].rstrip().endswith("}") or "\n" not in start else "json"
    if told is None and _LIST.match(start):
        return "json"
    if told is None and not suffix and _heads_a_table(start.partition("\n")[0]):
        return "csv"
    return told or "text"


def _heads_a_table(line: str) -> bool:
    """Tell the first line of a table that comes without a name: short cells, and one is called as texts are."""
    for separator in _SEPARATORS:
        cells = [cell.strip().strip('"').casefold() for cell in line.split(separator)]
        if len(cells) > 1 and _TEXTS & set(cells) and max(map(len, cells)) <= _LONGEST_NAME:
            return True
    return False


def unpacked(head: bytes) -> bytes:
    """Give the first bytes of a gzip file as they are unpacked; those of any other as they are."""
    if not head.startswith(b"\x1f\x8b"):
        return head
    try:
        return zlib.decompressobj(31).decompress(head, 4096)
    except zlib.error:
        return b""


def _beginning(head: bytes) -> str:
    head = head[:8192]
    for mark, encoding in (
        (b"\xff\xfe", "utf-16"),
        (b"\xfe\xff", "utf-16"),
        (b"<\0", "utf-16-le"),
        (b"\0<", "utf-16-be"),
    ):
        if head.startswith(mark):
            return head[: len(head) // 2 * 2].decode(encoding, "replace").lstrip("\ufeff \t\r\n")[:_ROOT_WITHIN]
    return head.decode("utf-8", "replace").lstrip("\ufeff \t\r\n")[:_ROOT_WITHIN]
