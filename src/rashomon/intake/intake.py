"""Files, folders, JSONL and standard input to Reports, in the order given; folders in the order of their names.

Every input gives its Reports or one Refusal each: nothing is dropped in silence and nothing stops the rest. Ids are
unique in one intake: a second "a" is "a-2".
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any, BinaryIO

from rashomon.intake.decode import decode
from rashomon.intake.language import language
from rashomon.intake.limits import Limits
from rashomon.intake.pages import pages
from rashomon.intake.rows import rows
from rashomon.records import Refusal, Report

_JSONL = {".jsonl", ".ndjson"}
_HTML = {".html", ".htm"}
_ENGLISH = {"en", "eng", "english"}


def intake(
    inputs: Iterable[str | Path], *, limits: Limits | None = None, stdin: BinaryIO | None = None
) -> Iterator[Report | Refusal]:
    """Give what each input holds: a text file, a folder, a JSONL file, or "-" for standard input (text or JSONL)."""
    taking = _Taking(limits or Limits())
    for given in inputs:
        if str(given) == "-":
            yield from taking.stream(stdin or sys.stdin.buffer)
        else:
            yield from taking.path(Path(given))


class _Taking:
    """One intake: its limits, and the ids that are taken."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.ids: set[str] = set()

    def path(self, path: Path) -> Iterator[Report | Refusal]:
        try:
            if path.is_dir():
                yield from self._folder(path)
            elif path.is_file():
                yield from self._file(path)
            elif path.exists():
                yield Refusal(str(path), "is neither a file nor a folder", "give a file or a folder")
            else:
                yield Refusal(str(path), "is not there", "check the path")
        except (OSError, ValueError) as error:
            yield Refusal(str(path), f"cannot be read: {_plain(error)}", "check the path and its permissions")

    def stream(self, stream: BinaryIO) -> Iterator[Report | Refusal]:
        first = stream.readline(self.limits.max_bytes + 1)
        if first.lstrip().startswith(b"{"):
            yield from self._lines(first, stream, "stdin", "-")
        else:
            rest = stream.read(self.limits.max_bytes + 1 - len(first)) if len(first) <= self.limits.max_bytes else b""
            yield self._text(first + rest, "stdin", "-")

    def _folder(self, folder: Path) -> Iterator[Report | Refusal]:
        closed: list[OSError] = []
        other: list[str] = []
        seen = 0
        for where, folders, names in os.walk(folder, onerror=closed.append):
            folders[:] = sorted(f for f in folders if not f.startswith("."))
            for name in sorted(n for n in names if not n.startswith(".")):
                path = Path(where, name)
                if path.suffix.lower() in self.limits.suffixes:
                    seen += 1
                    yield from self.path(path)
                else:
                    other.append(str(path))
        for error in closed:
            yield Refusal(str(error.filename), f"cannot be opened: {_plain(error)}", "check the folder's permissions")
        if other:
            yield Refusal(
                str(folder),
                f"{len(other)} file{'s' * (len(other) > 1)} of another kind left out, the first is {other[0]}",
                "rename what is text to .txt",
            )
        elif not seen and not closed:
            yield Refusal(str(folder), "holds no report", "give a folder of .txt, .md, .jsonl or .html files")

    def _file(self, path: Path) -> Iterator[Report | Refusal]:
        suffix = path.suffix.lower()
        with path.open("rb") as file:
            if suffix in _JSONL:
                yield from self._lines(b"", file, path.stem, str(path))
                return
            data = file.read(self.limits.max_bytes + 1)
        yield self._page(data, path) if suffix in _HTML else self._text(data, path.stem, str(path))

    def _text(self, data: bytes, stem: str, given: str) -> Report | Refusal:
        if refused := self._too_long(data, given):
            return refused
        decoded = decode(data)
        if decoded.problem:
            return Refusal(given, decoded.problem, decoded.advice)
        return self._report({"text": decoded.text}, stem, given, data, decoded.note)

    def _page(self, data: bytes, path: Path) -> Report | Refusal:
        if refused := self._too_long(data, str(path)):
            return refused
        page = pages(data)
        if page is None:
            return Refusal(str(path), "is HTML, which comes with a later version", "save it as text")
        try:
            return self._report(rows(page), path.stem, str(path), data, "text extracted from HTML")
        except ValueError as error:
            return Refusal(str(path), str(error), "save the article as text")

    def _lines(self, first: bytes, file: BinaryIO, stem: str, given: str) -> Iterator[Report | Refusal]:
        """Read JSONL a line at a time, so that its size is not bounded; a line that is too long is skipped whole."""
        number, held = 0, 0
        line = first or file.readline(self.limits.max_bytes + 1)
        while line:
            number += 1
            whole = line
            while not whole.endswith(b"\n") and (more := file.readline(self.limits.max_bytes)):
                whole = more
            if line.strip():
                held += 1
                yield self._line(line, number, stem, f"{given}:{number}")
            line = file.readline(self.limits.max_bytes + 1)
        if not held:
            yield Refusal(given, "is empty", "give a file that holds a report")

    def _line(self, line: bytes, number: int, stem: str, given: str) -> Report | Refusal:
        if refused := self._too_long(line, given):
            return refused
        try:
            record: Any = json.loads(line.decode("utf-8-sig"))
        except UnicodeDecodeError as error:
            return Refusal(given, f"is not UTF-8 (byte {error.start} of the line)", "write JSONL in UTF-8")
        except (ValueError, RecursionError) as error:
            return Refusal(given, f"is no JSON: {_plain(error)}", "write one whole JSON object on each line")
        if not isinstance(record, dict):
            return Refusal(given, "is JSON but no object", 'write {"text": "..."} on each line')
        try:
            fields = rows(record)
        except ValueError as error:
            return Refusal(given, str(error), "see the fields that a line may have in docs/methods/intake.md")
        return self._report(fields, f"{stem}-{number}", given, line, "")

    def _too_long(self, data: bytes, given: str) -> Refusal | None:
        if len(data) <= self.limits.max_bytes:
            return None
        return Refusal(
            given, f"is larger than {self.limits.max_bytes:,} bytes", "split it into reports, or raise max_bytes"
        )

    def _report(self, fields: dict[str, str], stem: str, given: str, data: bytes, note: str) -> Report | Refusal:
        text = fields["text"]
        if refused := self._unfit(text, fields.get("language"), given):
            return refused
        fields["id"] = self._own(fields.get("id", stem).strip() or stem)
        return Report(**fields, digest=sha256(data).hexdigest(), input=given, note=note)

    def _unfit(self, text: str, said: str | None, given: str) -> Refusal | None:
        if len(text) > self.limits.max_characters:
            reason = f"has {len(text):,} characters, more than {self.limits.max_characters:,}"
            return Refusal(given, reason, "split it into reports, or raise max_characters")
        longest = max(map(len, text.splitlines()), default=0)
        if longest > self.limits.max_line:
            reason = f"has a line of {longest:,} characters, more than {self.limits.max_line:,}"
            return Refusal(given, reason, "break the text into paragraphs, or raise max_line")
        if self.limits.language is None:
            return None
        advice = "give an English version of it"
        if said and said.casefold().replace("_", "-").split("-")[0] not in _ENGLISH:
            return Refusal(given, f"is in another language (it says {said!r})", advice)
        if (found := language(text)) not in {None, "English"}:
            return Refusal(given, f"is in another language (it looks like {found})", advice)
        return None

    def _own(self, wanted: str) -> str:
        own, number = wanted, 1
        while own in self.ids:
            number += 1
            own = f"{wanted}-{number}"
        self.ids.add(own)
        return own


def _plain(error: Exception) -> str:
    """Say what went wrong, without the path that the refusal names already."""
    return (error.strerror or type(error).__name__) if isinstance(error, OSError) else str(error).split("\n")[0]
