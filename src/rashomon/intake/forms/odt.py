"""An OpenDocument text (odt) to one report."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rashomon.intake.forms import InputForm
from rashomon.intake.office import office_document
from rashomon.intake.source import Found, Source
from rashomon.records import Refusal

if TYPE_CHECKING:
    from rashomon.intake.taking import Taking


def _read(taking: Taking, source: Source) -> Iterator[Found | Refusal]:
    yield office_document(taking, source, "odt")


FORM = InputForm(read=_read, suffixes=(".odt",))
