"""A workbook (xlsx) to a report a row."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rashomon.intake.forms import InputForm
from rashomon.intake.office import grids, tables_of
from rashomon.intake.source import Found, Source
from rashomon.records import Refusal

if TYPE_CHECKING:
    from rashomon.intake.taking import Taking


def _read(taking: Taking, source: Source) -> Iterator[Found | Refusal]:
    return tables_of(taking, source, grids, "is a workbook without rows")


FORM = InputForm(read=_read, suffixes=(".xlsx",))
