"""A table (CSV, tab- or semicolon-parted) to one mapping a row; columns are renamed as told, else known by name."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping

_SEPARATORS = ",;\t|"


def tables(data: bytes, columns: Mapping[str, str], longest: int) -> Iterator[tuple[int, dict[str, str] | str]]:
    """Give the number of the line at which each row ends, and the row by its column names, or what is wrong with it.

    `columns` says in which column a field of a report stands. A cell longer than `longest` characters breaks its row.
    Raises ValueError, with a reason to show, where the table has no head or lacks a column that was told.
    """
    text = _decoded(data)
    csv.field_size_limit(max(longest, 1_000))
    head = text[:20_000].split("\n", 1)[0]
    separator = max(_SEPARATORS, key=head.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    try:
        names = [name.strip() for name in next(reader)]
    except (StopIteration, csv.Error):
        raise ValueError("has no head with the names of its columns") from None
    if missing := sorted(set(columns.values()) - set(names)):
        raise ValueError(f"has no column {missing[0]!r}; it has {', '.join(names[:20])}")
    fields = {column: field for field, column in columns.items()}
    keys = [fields.get(name, name.casefold().replace(" ", "_")) for name in names]
    told = set(columns)
    known = [key for key, name in zip(keys, names, strict=True) if name in fields or key not in told]
    while True:
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield reader.line_num, f"is a broken row: {error}"
            continue
        if any(cell.strip() for cell in row):
            cells = dict(zip(keys, row, strict=False))
            yield reader.line_num, {key: cells[key] for key in known if key in cells}


def _decoded(data: bytes) -> str:
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            text = data.decode("utf-16" if data[:2] in {b"\xff\xfe", b"\xfe\xff"} else encoding)
        except UnicodeDecodeError:
            continue
        return text.replace("\x00", "\ufffd")
    raise ValueError("is in an unknown encoding, not in UTF-8")
