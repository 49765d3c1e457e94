"""Pages that are taken along, where the program does not run: a whole case as a folder of files, or one page's words.

In the folder every link leads to a file beside it, and nothing else is asked for; `rows.json` there tells the file of
every report, claim, conflict and entity by its id in the case.

Of one page the words as Markdown, the tables as CSV; forms, drawings and buttons stay here. They are made of the page
itself, so that they hold what was seen and nothing else; a link of this machine is no use elsewhere, and only its words
go along.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from lxml import html
from lxml.html import HtmlElement

from rashomon.case import Case
from rashomon.case.views import Shown
from rashomon.exports import Ledger
from rashomon.exports.overview import overview_style
from rashomon.exports.safe_text import escaped, harmless
from rashomon.outputs import beside, drafted_folder
from rashomon.web.desk import Desk
from rashomon.web.links import OnDisk
from rashomon.web.render import render
from rashomon.web.screens import Page, pages
from rashomon.web.screens.claim import MOST, claim
from rashomon.web.screens.conflict import conflict
from rashomon.web.screens.entity import entity
from rashomon.web.screens.report import report

_STATIC = Path(__file__).parent / "static"
_List = Callable[[Desk, dict[str, str]], dict[str, Any] | None]
LOSSES = {
    f"tellings of a claim after its first {MOST}": "the loss report names them; `--to findings`",
    "the ends of long overviews": "the page tells how many; the lists of rows are whole",
    "search, and putting the machine right": "`rashomon serve`",
    "what was read and stands behind no claim and no name": "`--to readings`",
    "the original bytes of the reports": "the case alone keeps them",
    "control, steering and hidden characters": "shown by their numbers (`\\x1b`)",
}


def folder(case: Case, target: Path, ledger: Ledger | None = None, *, force: bool = False) -> Path:
    """Write the pages of `case` into the folder `target` and give its index.html.

    `ledger` is told which claims have a page, and what their pages leave out. A folder that was written so before is
    replaced whole, when the new one is done. Raises OutputError where `target` is something else, or holds what
    somebody changed or added; changed files are replaced with `force`.
    """
    ledger = Ledger() if ledger is None else ledger
    with drafted_folder(target, kept=beside(case.path), force=force) as draft:
        for file in _STATIC.iterdir():
            (draft / file.name).write_bytes(file.read_bytes())
        (draft / "overview.css").write_text(overview_style(), "utf-8", newline="\n")
        desk = Desk(case, OnDisk())
        where: dict[str, dict[str, str]] = {}
        for name, text in _pages(desk, where, ledger):
            (draft / name).write_text(text, "utf-8", newline="\n")
        (draft / "rows.json").write_text(json.dumps(where, ensure_ascii=False, indent=1) + "\n", "utf-8", newline="\n")
    ledger.close(case.findings.claim_ids(), "no page shows it")
    return target / "index.html"


def _pages(desk: Desk, where: dict[str, dict[str, str]], ledger: Ledger) -> Iterator[tuple[str, str]]:
    stories = [s.id for s in desk.stories()]
    for page in pages():
        if isinstance(page, Page) and page.as_files:
            yield from _following(desk, page.name, page.show, {})
            for story in stories if page.as_files == "by story" else ():
                yield from _following(desk, page.name, page.show, {"story": story})
    rows: tuple[tuple[str, Shown, Callable[[Desk, str], dict[str, Any] | None]], ...] = (
        ("reports", "report", report),
        ("claims", "claim", claim),
        ("conflicts", "conflict", conflict),
        ("entities", "entity", entity),
    )
    for screen, template, show_one in rows:
        for row in desk.views.ids(template):
            shown = show_one(desk, row)
            if shown is None:
                ledger.lose(template, row, "no page shows it")
                continue
            name = where.setdefault(screen, {})[row] = desk.links(screen, row)
            if template == "claim":
                ledger.carry([row])
                for told in shown["every"][MOST:]:
                    for one in (told, *told.carried):
                        ledger.lose("statement", ":".join(one.row), f"a claim's page shows its first {MOST}", row)
            yield name, render(template, desk, **shown)


def _following(desk: Desk, screen: str, show: _List, asked: dict[str, str]) -> Iterator[tuple[str, str]]:
    """A list's first page and those that follow it."""
    after = ""
    while True:
        shown = show(desk, {**asked, "after": after} if after else asked) or {}
        yield desk.links(screen, **asked, after=after), render(screen, desk, **shown)
        after = shown.get("following", "")
        if not after:
            return


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
