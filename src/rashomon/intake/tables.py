"""A table (CSV, tab- or semicolon-parted) to one mapping a row; columns are renamed as told, else known by name.

What spreadsheets and archives write around one is passed over: a line "sep=;", lines in front of the head. The
separator is the one that parts head and rows alike, outside quotation marks; numeric dates are in the order that any of
their column tells.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from rashomon.intake.decode import wide
from rashomon.intake.rows import field_of

_SEPARATORS = ",;\t|"
_SEVERAL = re.compile(r"[,;/(|]")
_LONGEST_NAME = 40  # characters of a column's name
_BEFORE = 20  # lines that may stand in front of the head
_ESCAPED = re.compile(r'[^\\]\\"(?!\s*(?:[,;\t|\n]|\Z))')
_DOUBLED = re.compile(r'[^,;\t|\n"]""[^,;\t|\n]')
"""A quotation mark in a cell, as databases write it, and as the format has it."""
_MOST_COLUMNS = 20_000
_LOOK = 200_000  # characters in which the head and the first rows stand


def tables(data: bytes, columns: Mapping[str, str], longest: int) -> Iterator[tuple[int, dict[str, str] | str]]:
    """Give the number of the line at which each row ends, and the row by its column names, or what is wrong with it.

    `columns` says in which column a field of a report stands. A cell longer than `longest` characters breaks its row.
    Raises ValueError, with a reason to show, where the table has no head or lacks a column that was told.
    """
    text = _decoded(data)
    csv.field_size_limit(max(longest, 1_000))
    text, passed, told = _declared(text)
    separator, before = told, 0
    wanted = set(columns.values())
    if not told:
        separator, before = _shape(text, wanted)
    else:
        before = _head_at(text, told, wanted)
    lines = text.splitlines(keepends=True)
    passed += before
    escape = "\\" if _ESCAPED.search(text[:_LOOK]) and not _DOUBLED.search(text[:_LOOK]) else None
    held = io.StringIO("".join(lines[before:]), newline="")
    reader = csv.reader(held, delimiter=separator, escapechar=escape, doublequote=escape is None)
    try:
        names = [name.strip() for name in next(reader)]
    except (StopIteration, csv.Error):
        raise ValueError("has no head with the names of its columns") from None
    for number, row in named_rows(names, _rows(reader), columns, separator):
        yield number + passed, row


def named_rows(
    names: Sequence[str], rows: Iterator[tuple[int, list[str] | str]], columns: Mapping[str, str], separator: str = ","
) -> Iterator[tuple[int, dict[str, str] | str]]:
    """Give each row by the names of its columns. Raises ValueError, with a reason, where a column told is not there."""
    if not names:
        raise ValueError("has no head with the names of its columns")
    if len(names) > _MOST_COLUMNS:
        raise ValueError(f"has {len(names):,} columns, more than any spreadsheet; name those of a report in a table")
    if missing := sorted(set(columns.values()) - set(names)):
        raise ValueError(f"has no column {missing[0]!r}; it has {', '.join(names[:20])}")
    fields = {column: field for field, column in columns.items()}
    keys = [fields.get(name, name.casefold().replace(" ", "_")) for name in names]
    taken = set(keys)
    keys = [key if first in taken else first for key, first in zip(keys, map(_first_of_several, keys), strict=True)]
    told = set(columns)
    known = [key for key, name in zip(keys, names, strict=True) if name in fields or key not in told]
    for number, row in rows:
        if isinstance(row, str):
            yield number, row
        elif any(cell.strip() for cell in row):
            if len(row) > len(keys) and any(cell.strip() for cell in row[len(keys) :]):
                if field_of(keys[-1]) != "text":
                    yield number, f"has {len(row)} cells where the head names {len(keys)}"
                    continue
                row = [*row[: len(keys) - 1], separator.join(row[len(keys) - 1 :])]  # a text that nobody quoted
            cells = dict(zip(keys, row, strict=False))
            yield number, {key: cells[key] for key in known if key in cells}


def _first_of_several(key: str) -> str:
    """Give the first name of a column that has several: "title" of "title, sub, desk"."""
    first = _SEVERAL.split(key, maxsplit=1)[0].strip("_ ")
    return first if field_of(first) else key


def _rows(reader: Iterator[list[str]]) -> Iterator[tuple[int, list[str] | str]]:
    while True:
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield reader.line_num, f"is a broken row: {error}"  # type: ignore[attr-defined]
            continue
        yield reader.line_num, row  # type: ignore[attr-defined]


def _declared(text: str) -> tuple[str, int, str]:
    """Cut off the line in which a spreadsheet says its separator ("sep=;"): the rest, lines cut, the separator."""
    first, _, rest = text.partition("\n")
    told = first.strip().strip('"').casefold()
    if told.startswith("sep=") and len(first.strip().strip('"')) == 5:
        return rest, 1, first.strip().strip('"')[4]
    if told == "sep=" and "\t" in first:
        return rest, 1, "\t"
    return text, 0, ""


def _shape(text: str, wanted: set[str]) -> tuple[str, int]:
    """Give the separator and the lines before the head: where head and rows have as many cells, best where known."""
    best: tuple[tuple[int, int, int, int], str, int] | None = None
    for number, separator in enumerate(_SEPARATORS):
        before = _head_at(text, separator, wanted)
        rows = _first_rows(text, separator, before)
        if not rows:
            continue
        width = len(rows[0])
        alike = sum(len(row) == width for row in rows[1:])
        known = sum('"' not in cell and field_of(_plain(cell)) == "text" for cell in rows[0]) + len(
            {cell.strip() for cell in rows[0]} & wanted
        )
        score = (min(known, 1), int(width > 1), alike, -number)
        if best is None or score > best[0]:
            best = (score, separator, before)
    return (best[1], best[2]) if best else (",", 0)


def _head_at(text: str, separator: str, wanted: set[str]) -> int:
    """Give how many lines stand before the head: the first that names what reports have, else the first of all."""
    for number, line in enumerate(text[:_LOOK].splitlines()[: _BEFORE + 1]):
        try:
            cells = next(csv.reader([line], delimiter=separator), [])
        except csv.Error:
            continue
        if heads_a_table(cells, wanted):
            return number
    return 0


def heads_a_table(cells: Sequence[str], wanted: set[str]) -> bool:
    """Tell whether a row is a head: it names a text, two other fields of a report, or the columns that are `wanted`."""
    fields = {field_of(_plain(cell)) for cell in cells if len(cell) <= _LONGEST_NAME}
    return (
        "text" in fields
        or len(fields - {"", "id", "note", "language"}) > 1
        or bool(wanted and wanted <= {cell.strip() for cell in cells})
    )


def _first_rows(text: str, separator: str, before: int) -> list[list[str]]:
    held = "".join(text[:_LOOK].splitlines(keepends=True)[before:])
    reader = csv.reader(io.StringIO(held, newline=""), delimiter=separator)
    try:
        return [row for row in islice(reader, 6) if row]
    except csv.Error:
        return []


def _plain(name: str) -> str:
    return name.strip().strip("\ufeff").casefold().replace(" ", "_")


def _decoded(data: bytes) -> str:
    told = wide(data)
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            text = data.decode(told or encoding)
        except UnicodeDecodeError:
            continue
        return text.replace("\x00", "\ufffd")
    raise ValueError("is in an unknown encoding, not in UTF-8")
