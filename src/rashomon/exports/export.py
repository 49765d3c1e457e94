"""What a case gives to other programs: one format, one function; a file is written whole or not at all."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Literal, get_args

from rashomon.case import Case
from rashomon.exports.account import account
from rashomon.exports.interchange import interchange
from rashomon.exports.page import page
from rashomon.exports.sheets import sheets

Format = Literal["readings", "findings", "csv", "html"]
FORMATS: tuple[Format, ...] = get_args(Format)
_NAMES: dict[Format, str] = {
    "readings": "readings.jsonl",
    "findings": "findings.json",
    "csv": "csv",
    "html": "chronicle.html",
}


def export(case: Case, to: Format, path: Path | None = None) -> Path:
    """Write `case` in the format `to` at `path` and give where it lies.

    Unless told, that is beside the case, under the case's name. `csv` is a folder, the others are one file.
    """
    target = path or case.path.with_name(f"{case.path.stem}.{_NAMES[to]}")
    if to == "csv":
        sheets(case, target)
        return target
    with _whole(target) as file:
        if to == "readings":
            file.writelines(json.dumps(interchange(r), ensure_ascii=False) + "\n" for r in case.readings)
        elif to == "findings":
            json.dump(interchange(case.findings.get()), file, ensure_ascii=False, indent=1)
            file.write("\n")
        else:
            file.write(page(account(case)))
    return target


@contextmanager
def _whole(target: Path) -> Iterator[IO[str]]:
    draft = target.with_name(target.name + ".part")
    try:
        with draft.open("w", encoding="utf-8", newline="\n") as file:
            yield file
        draft.replace(target)
    finally:
        draft.unlink(missing_ok=True)
