"""A page of the web to one report."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from rashomon.intake.addresses import light
from rashomon.intake.forms import InputForm
from rashomon.intake.source import Found, Source, TooLargeError
from rashomon.records import Refusal

if TYPE_CHECKING:
    from rashomon.intake.taking import Taking


def _read(taking: Taking, source: Source) -> Iterator[Found | Refusal]:
    data = taking.whole(source, taking.limits.max_file)
    if len(light(data)) > taking.limits.max_bytes:  # pictures that are written into a page are no part of its size
        raise TooLargeError(f"is larger than {taking.limits.max_bytes:,} bytes")
    yield taking.page(data, source)


FORM = InputForm(
    read=_read,
    suffixes=(".html", ".htm", ".xhtml"),
    kinds=("text/html", "application/xhtml+xml"),
    root=re.compile(r"<(?:!doctype\s+html|html)[\s>]", re.IGNORECASE),
    an_article=True,
)
