"""What a user says of reports that do not say it themselves: of all of them, or of each by a table beside them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from rashomon.intake.day import Order, day, understood
from rashomon.intake.tables import tables

FIELDS = ("title", "outlet", "url", "published", "language", "author", "credit")
_KEYS = ("file", "filename", "path", "name", "id", "report")


@dataclass(frozen=True, slots=True)
class Said:
    """`all` is for reports that do not say it; `each`, by a file's name, stem or path, goes before what they say."""

    all: Mapping[str, str] = field(default_factory=dict)
    each: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    order: Order = ""

    def of(self, given: str, stem: str) -> Mapping[str, str]:
        """Give the row of the table that is about the report that came from `given` under the name `stem`."""
        if not self.each:
            return {}
        path = PurePosixPath(given.replace("\\", "/"))
        parts = path.parts
        tails = ["/".join(parts[i:]) for i in range(len(parts))]
        for key in (given, *tails, path.stem, stem):
            if found := self.each.get(key.casefold()):
                return found
        return {}


def beside(path: Path, order: Order = "") -> dict[str, dict[str, str]]:
    """Read a table that says more about files: a column `file` (or `id`), and columns that are called as fields are.

    Raises ValueError, with a reason to show, where it is no such table.
    """
    told: dict[str, dict[str, str]] = {}
    for number, row in tables(path.read_bytes(), {}, 1_000_000):
        if isinstance(row, str):
            raise ValueError(f"line {number} {row}")
        key = next((row[name] for name in _KEYS if row.get(name, "").strip()), "").strip()
        fields = {name: " ".join(row[name].split()) for name in FIELDS if row.get(name, "").strip()}
        if "date" in row and "published" not in fields and row["date"].strip():
            fields["published"] = row["date"].strip()
        if "published" in fields:
            fields["published"] = day(fields["published"], order)
            if not understood(fields["published"]):
                raise ValueError(f"line {number} has a day that is not understood: {fields['published']!r:.60}")
        if not key:
            raise ValueError(f"line {number} names no file: the table needs a column `file`")
        told[key.replace("\\", "/").casefold()] = fields
    if not told:
        raise ValueError("holds no row")
    return told
