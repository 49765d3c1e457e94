"""A workbook (xlsx) to a report a row."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import TYPE_CHECKING

from rashomon.intake.forms import InputForm
from rashomon.intake.forms.zip import sound
from rashomon.intake.office import sheets
from rashomon.intake.source import Found, Source
from rashomon.records import Refusal

if TYPE_CHECKING:
    from rashomon.intake.taking import Taking


def _read(taking: Taking, source: Source) -> Iterator[Found | Refusal]:
    data = taking.whole(source, taking.limits.max_file)
    try:
        if problem := sound(io.BytesIO(data), taking.limits.max_file):
            yield Refusal(source.given, problem, "save it as CSV")
            return
        held = list(sheets(data, taking.columns))
    except ValueError as error:
        yield Refusal(source.given, str(error), "save it as CSV, or say the columns with --columns")
        return
    yield from taking.table(held, source)


FORM = InputForm(read=_read, suffixes=(".xlsx",))
