"""Bytes in, Reports out (stand-in: text files and folders of them)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path

from rashomon.records import Refusal, Report


def intake(inputs: Iterable[str], *, limits: object = None) -> Iterator[Report | Refusal]:
    """Give a report for every text file, or why there is none."""
    for name in inputs:
        path = Path(name)
        for file in sorted(path.rglob("*.txt")) if path.is_dir() else [path]:
            try:
                data = file.read_bytes()
                text = data.decode("utf-8")
            except (OSError, UnicodeDecodeError) as error:
                yield Refusal(str(file), f"it cannot be read ({error})", "give a text file in UTF-8")
                continue
            if not text.strip():
                yield Refusal(str(file), "it is empty", "leave it out")
                continue
            yield Report(file.stem, text, digest=sha256(data).hexdigest(), input=str(file))
