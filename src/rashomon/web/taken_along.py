"""What a page shows, to take along: its words as Markdown, its tables as CSV. Forms, drawings and buttons stay here.

It is made of the page itself, so that it holds what was seen and nothing else; a link of this machine is no use
elsewhere, and only its words go along.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from lxml import html
from lxml.html import HtmlElement

from rashomon.exports.safe_text import escaped, harmless

_LEFT = {"form", "script", "style", "button", "nav", "svg", "dialog", "noscript", "template", "progress", "datalist"}
_LEFT_CLASSES = {"takes", "acts", "going", "kept", "wrong", "keys", "dots", "sorts", "filterbox", "forms"}
_HEADS = {"h1": "#", "h2": "##", "h3": "###", "h4": "####"}
_WHOLE = {"p", "figcaption", "summary", "dt"}


def markdown(page: str) -> str:
    """Give the main part of a page as Markdown."""
    blocks = [b for b in _blocks(_main(page)) if b.strip()]
    return "\n\n".join(blocks) + "\n"


def tables(page: str) -> str:
    """Give the tables of a page as CSV, an empty line between two; "" where it has none."""
    file = io.StringIO()
    sheet = csv.writer(file, lineterminator="\n")
    for number, table in enumerate(_main(page).iter("table")):
        if number:
            file.write("\n")
        for row in _rows(table):
            sheet.writerow([harmless(cell) for cell in row])
    return file.getvalue()


def _main(page: str) -> HtmlElement:
    root = html.document_fromstring(page)
    main = root.find(".//main")
    return root if main is None else main


def _left(element: HtmlElement) -> bool:
    if not isinstance(element.tag, str) or element.tag in _LEFT:
        return True
    return bool(_LEFT_CLASSES & set((element.get("class") or "").split()))


def _blocks(element: HtmlElement) -> Iterator[str]:
    for child in element:
        if _left(child):
            continue
        tag = child.tag
        if tag in _HEADS:
            yield f"{_HEADS[tag]} {escaped(_text(child))}"
        elif tag == "table":
            yield _table(child)
        elif tag == "blockquote":
            yield "\n".join(f"> {line}" if line else ">" for line in "\n\n".join(_blocks(child)).split("\n"))
        elif tag in ("ul", "ol"):
            yield from (_item(item) for item in child if not _left(item))
        elif tag == "dd":
            yield f": {escaped(_text(child))}"
        elif tag in _WHOLE or not _holds_blocks(child):
            yield escaped(_text(child))
        else:
            yield from _blocks(child)


def _item(item: HtmlElement) -> str:
    inside = list(_blocks(item)) if _holds_blocks(item) else [escaped(_text(item))]
    lines = "\n\n".join(b for b in inside if b.strip()).split("\n")
    return "\n".join(f"{'- ' if i == 0 else '  '}{line}".rstrip() for i, line in enumerate(lines))


def _holds_blocks(element: HtmlElement) -> bool:
    blocks = {*_HEADS, *_WHOLE, "table", "blockquote", "ul", "ol", "div", "section", "article", "dl", "dd", "details"}
    return any(isinstance(c.tag, str) and c.tag in blocks for c in element.iterdescendants())


def _text(element: HtmlElement) -> str:
    """The words of an element, its white space made single, without what stays here."""
    parts: list[str] = []

    def gather(of: HtmlElement) -> None:
        parts.append(of.text or "")
        for child in of:
            if not _left(child):
                gather(child)
                if child.tag in ("br", "p", "dt", "dd", "div"):
                    parts.append(" ")
            parts.append(child.tail or "")

    gather(element)
    return " ".join("".join(parts).split())


def _rows(table: HtmlElement) -> list[list[str]]:
    found = []
    for row in table.iter("tr"):
        cells: list[str] = []
        for cell in row:
            if cell.tag in ("td", "th"):
                width = cell.get("colspan") or ""
                cells += [_text(cell), *[""] * (int(width) - 1 if width.isdigit() else 0)]
        found.append(cells)
    width = max(map(len, found), default=0)
    return [[*cells, *[""] * (width - len(cells))] for cells in found]


def _table(table: HtmlElement) -> str:
    rows = [[escaped(cell) for cell in row] for row in _rows(table)]
    if not rows:
        return ""
    lines = [f"| {' | '.join(row)} |" for row in rows]
    return "\n".join([lines[0], f"|{' --- |' * len(rows[0])}", *lines[1:]])
