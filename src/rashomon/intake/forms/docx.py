"""A Word document (docx) to one report."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rashomon.intake.forms import InputForm
from rashomon.intake.office import office_documents
from rashomon.intake.source import Found, Source
from rashomon.records import Refusal

if TYPE_CHECKING:
    from rashomon.intake.taking import Taking


def _read(taking: Taking, source: Source) -> Iterator[Found | Refusal]:
    yield from office_documents(taking, source, "docx")


FORM = InputForm(read=_read, suffixes=(".docx",))
