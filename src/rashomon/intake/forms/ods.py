"""An OpenDocument spreadsheet (ods) to a report a row; no program is needed to read it."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from rashomon.intake.forms import InputForm
from rashomon.intake.office import tables_of
from rashomon.intake.source import Found, Source
from rashomon.records import Refusal

if TYPE_CHECKING:
    from rashomon.intake.taking import Taking

_SPACES = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
}
_MOST_ROWS, _MOST_COLUMNS, _MOST_SHEETS = 200_000, 200, 20


def grids(data: bytes) -> list[tuple[str, list[tuple[int, list[str]]]]]:
    """Give the name of each sheet and its rows, each with its number. Raises ValueError, with a reason to show."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            root = etree.fromstring(archive.read("content.xml"), parser)
    except Exception as error:  # whatever a parser stumbles over in a stranger's file, the others are read
        raise ValueError(f"is a spreadsheet that cannot be parsed ({type(error).__name__})") from None
    tables = root.findall(".//table:table", _SPACES)[:_MOST_SHEETS]
    return [(_told(table, "table:name"), list(_rows(table))) for table in tables]


def _rows(table: Any) -> Iterator[tuple[int, list[str]]]:
    """Give the rows that hold anything; one that is repeated without end is looked at once."""
    number = 1
    for row in table.iterfind(".//table:table-row", _SPACES):
        cells: list[str] = []
        for cell in row:
            if not isinstance(cell.tag, str) or not cell.tag.endswith(("}table-cell", "}covered-table-cell")):
                continue
            times = _times(cell, "table:number-columns-repeated")
            cells += [_words(cell)] * min(times, _MOST_COLUMNS - len(cells))
            if len(cells) >= _MOST_COLUMNS:
                break
        while cells and not cells[-1]:
            cells.pop()
        if cells:
            yield number, cells
        number += _times(row, "table:number-rows-repeated")
        if number > _MOST_ROWS:
            return


def _words(cell: Any) -> str:
    """Give a cell's day as it is kept for programs, else its paragraphs."""
    if day := _told(cell, "office:date-value"):
        return day
    return "\n\n".join("".join(one.itertext()) for one in cell.iterfind("text:p", _SPACES)).strip()


def _told(element: Any, name: str) -> str:
    space, _, local = name.partition(":")
    return str(element.get(f"{{{_SPACES[space]}}}{local}") or "")


def _times(element: Any, name: str) -> int:
    told = _told(element, name)
    return max(1, min(int(told), _MOST_ROWS)) if told.isascii() and told.isdigit() and len(told) < 9 else 1


def _read(taking: Taking, source: Source) -> Iterator[Found | Refusal]:
    return tables_of(taking, source, grids, "is a spreadsheet without rows")


FORM = InputForm(read=_read, suffixes=(".ods",))
