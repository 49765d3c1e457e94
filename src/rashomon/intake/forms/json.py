"""A JSON file to the articles in it."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from rashomon.intake.documents import before_a_cut, documents
from rashomon.intake.forms import FIELDS, InputForm
from rashomon.intake.forms.jsonl import lines
from rashomon.intake.source import Found, Source
from rashomon.records import Refusal

if TYPE_CHECKING:
    from rashomon.intake.taking import Taking

_LIST = re.compile(r"(?:(?:var |let |const )?[A-Za-z_$][\w.$]{2,80}\s*=\s*)?\[\s*\{")
"""A list of objects, or one that a script keeps under a name."""


def _looks(start: str, told: str, suffix: str) -> bool:
    """Tell an object over several lines, under the name of a feed or none; or a list, under none."""
    an_object = (
        start.startswith("{")
        and not start.startswith("{\\rtf")
        and "\n" in start
        and not start.partition("\n")[0].rstrip().endswith("}")
    )
    return (told in ("", "feed") and an_object) or (not told and _LIST.match(start) is not None)


def _read(taking: Taking, source: Source) -> Iterator[Found | Refusal]:
    data = taking.whole(source, taking.limits.max_file)
    try:
        held = list(documents(data))
    except ValueError as error:
        if "Extra data" in str(error):  # JSON lines under another name
            again = Source(io.BytesIO(data), source.given, source.stem, source.name, source.url)
            yield from lines(again, taking.limits)
            return
        try:
            held = before_a_cut(data)
        except ValueError:
            held = []
        reason = f"{error}; what stands whole before that is read, the rest is lost" if held else str(error)
        yield Refusal(source.given, reason, "write one JSON object, or a list of them")
        if not held:
            return
    for number, record in enumerate(held, 1):
        many = len(held) > 1
        given, stem = (f"{source.given}:{number}", f"{source.stem}-{number}") if many else (source.given, source.stem)
        yield taking.record(record, data if not many else b"", stem, given)
    if not held:
        yield Refusal(source.given, "holds no article", FIELDS)


FORM = InputForm(read=_read, suffixes=(".json",), kinds=("application/json", "application/feed+json"), looks=_looks)
