"""The case as one workbook to read and filter: a sheet a question, heads that stay, no JSON in a cell.

Every text is written as a text, so that none is a formula or a link that opens.
"""

from __future__ import annotations

import re
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any

from rashomon.case import Case
from rashomon.exports.account import Teller
from rashomon.exports.ledger import Ledger, needed
from rashomon.exports.lookup import Lookup
from rashomon.exports.safe_text import printable
from rashomon.formats import Format

_LONGEST = 32_000
_XML = re.compile("[\ufffe\uffff]")
_BEGUN = datetime(2000, 1, 1)
_SHEETS: dict[str, tuple[tuple[str, int], ...]] = {
    "Chronicle": (
        ("date", 12),
        ("what", 80),
        ("origins at least", 9),
        ("at most", 9),
        ("reports", 9),
        ("said by", 40),
        ("period", 11),
        ("conflicts", 9),
        ("story", 40),
        ("id", 14),
    ),
    "Claims": (
        ("claim", 80),
        ("kind", 11),
        ("origins at least", 9),
        ("at most", 9),
        ("voices", 40),
        ("silent", 9),
        ("id", 14),
    ),
    "Who tells what": (
        ("outlet", 24),
        ("stance", 9),
        ("words", 80),
        ("claim", 60),
        ("report", 24),
        ("from", 8),
        ("to", 8),
        ("id", 14),
    ),
    "Where accounts differ": (
        ("one side", 60),
        ("told by", 30),
        ("other side", 60),
        ("told by", 30),
        ("kind", 12),
        ("status", 12),
        ("strength", 9),
        ("why", 40),
        ("id", 14),
    ),
    "People, bodies, places": (
        ("name", 36),
        ("kind", 13),
        ("also called", 50),
        ("mentions", 9),
        ("reports", 9),
        ("id", 14),
    ),
    "Figures": (
        ("figure", 30),
        ("as of", 12),
        ("at least", 10),
        ("at most", 10),
        ("report", 24),
        ("voice", 30),
        ("id", 14),
    ),
    "Reports": (
        ("published", 12),
        ("outlet", 24),
        ("title", 70),
        ("address", 50),
        ("author", 24),
        ("derives from", 30),
        ("id", 30),
    ),
}
_CORRECTIONS = (("what", 14), ("about", 60), ("now", 30), ("why", 50), ("who", 20), ("when", 28), ("id", 20))


def workbook(case: Case, path: Path, ledger: Ledger) -> None:
    """Write the workbook at `path`.

    Raises MissingPackageError without xlsxwriter, OSError where it cannot be written.
    """
    writer = needed("xlsxwriter", "xlsx", "xlsx")
    made = BytesIO()  # a disk that is full meets one write of ours, not the many of a library that tries again
    book = writer.Workbook(made, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    _filled(book, case)
    book.close()
    path.write_bytes(made.getvalue())
    ledger.carry(case.findings.claim_ids())


def _filled(book: Any, case: Case) -> None:
    book.set_properties({"title": printable(case.path.stem), "created": _BEGUN})
    head, cell = book.add_format({"bold": True, "bottom": 1}), book.add_format({"text_wrap": True, "valign": "top"})
    named = _Named(case)
    for name, columns in _SHEETS.items():
        _sheet(book, name, columns, named.rows(name, case.views.sheet(name)), head, cell)
    told = [
        (c.judgement.kind, c.judgement.about, c.judgement.value, c.judgement.because, c.judgement.who, c.judgement.when,
         c.judgement.id)
        for c in case.corrections.standing()
    ]  # fmt: skip
    _sheet(book, "Corrections", _CORRECTIONS, told, head, cell)


class _Named:
    """Puts into the rows of a sheet who tells a figure, and both sides of a dispute with who tells them."""

    def __init__(self, case: Case) -> None:
        self._lookup = Lookup(case)
        self._disputes = {d.id: d for d in Teller(case, self._lookup).disputes(case.views.ids("conflict"))}
        self._names = {o.key: o.name for c in case.findings.get().claims for o in c.origins if o.key}

    def rows(self, name: str, rows: list[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
        if name == "Figures":
            return [(*row[:5], self._voice(row[5]), row[6]) for row in rows]
        if name == "Where accounts differ":
            return [(*self._sides(row), *row[2:]) for row in rows]
        return rows

    def _voice(self, key: str) -> str:
        return self._lookup.outlet(self._names[key]) if key in self._names else self._lookup.voice(key) if key else ""

    def _sides(self, row: tuple[Any, ...]) -> tuple[str, ...]:
        halves = self._disputes[row[-1]].halves
        told = [(half.said, "; ".join(half.who)) for half in halves]
        return tuple(cell for side in told or [(row[0], ""), (row[1], "")] for cell in side)


def _sheet(book: Any, name: str, columns: tuple[tuple[str, int], ...], rows: list[Any], head: Any, cell: Any) -> None:
    sheet = book.add_worksheet(name)
    for at, (title, width) in enumerate(columns):
        sheet.set_column(at, at, width, cell)
        sheet.write_string(0, at, title, head)
    for down, row in enumerate(rows, 1):
        for at, value in enumerate(row):
            if isinstance(value, int | float):
                sheet.write_number(down, at, value)
            elif value is not None and value != "":
                sheet.write_string(down, at, _text(str(value)))
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(len(rows), 1), len(columns) - 1)


def _text(words: str) -> str:
    return _XML.sub("?", printable(words))[:_LONGEST]


FORMAT = Format(
    suffix="xlsx",
    what="a workbook, a sheet a question: chronicle, claims, who tells what, where accounts differ, people, figures",
    opens="spreadsheets",
    checked="openpyxl",
    write=workbook,
    shape="bytes",
    losses={
        "what was read in each report": "`--to csv` has every table",
        "links of a chain between the report and the voice": "voices are told by name; `--to csv`, view `source_chain`",
        "the end of a text beyond 32,000 characters": "a cell holds no more",
        "control and steering characters": "shown by their numbers (`\\x1b`)",
        "corrections as such": "rows are as corrected; sheet Corrections lists them",
    },
)
