"""A table (CSV, tab- or semicolon-parted) to a report a row."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rashomon.intake.forms import InputForm
from rashomon.intake.rows import field_of
from rashomon.intake.source import Found, Source
from rashomon.intake.tables import tables
from rashomon.records import Refusal

if TYPE_CHECKING:
    from rashomon.intake.taking import Taking

_SEPARATORS = ",;\t|"
_LONGEST_NAME = 40  # characters of a column's name


def _looks(start: str, told: str, suffix: str) -> bool:
    """Tell a table that comes without a name by its first line: short cells, and one is called as texts are."""
    line = start.partition("\n")[0]
    for separator in _SEPARATORS if not told and not suffix else "":
        cells = [cell.strip().strip('"').casefold() for cell in line.split(separator)]
        if len(cells) > 1 and any(field_of(cell) == "text" for cell in cells) and max(map(len, cells)) <= _LONGEST_NAME:
            return True
    return False


def _read(taking: Taking, source: Source) -> Iterator[Found | Refusal]:
    data = taking.whole(source, taking.limits.max_file)
    try:
        held = [(str(number), row) for number, row in tables(data, taking.columns, taking.limits.max_characters)]
    except ValueError as error:
        yield Refusal(source.given, str(error), "say the columns with --columns, such as text=Body,title=Headline")
        return
    yield from taking.table(held, source)


FORM = InputForm(read=_read, suffixes=(".csv", ".tsv"), kinds=("text/csv",), looks=_looks)
