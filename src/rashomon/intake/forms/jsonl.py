"""JSON lines to reports, one at a time, so that the size of the whole is not bounded; each bad line is told alone.

Also what is nearly JSON lines: a comma behind each, brackets around all, an object over several lines, UTF-16.
"""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from rashomon.intake.decode import wide
from rashomon.intake.documents import lenient_json
from rashomon.intake.forms import InputForm
from rashomon.intake.rows import rows
from rashomon.intake.source import Found, Limits, Source
from rashomon.records import Refusal

if TYPE_CHECKING:
    from rashomon.intake.taking import Taking

_HEAD = 200  # bytes that tell UTF-16 and UTF-32
_OPENS = (b"{", b"[", b"[{")
_STRING = re.compile(rb'"(?:[^"\\\n]|\\.)*"')
_CLOSES = (b"}", b"},", b"}]", b"]", b"],")


def lines(source: Source, limits: Limits) -> Iterator[Found | Refusal]:
    """Give what each line holds; a line that is too long is skipped whole."""
    number, held = 0, 0
    file = _narrow(source, limits)
    if isinstance(file, Refusal):
        yield file
        return
    while line := file.readline(limits.max_bytes + 1):
        number += 1
        whole = line
        while not whole.endswith(b"\n") and (more := file.readline(limits.max_bytes)):
            whole = more
        first = number
        if line.strip() in _OPENS:
            line, read = _over_several(line, file, limits.max_bytes)
            number += read
        if line.strip() in (*_OPENS, *_CLOSES, b","):
            continue
        if line.strip():
            held += 1
            yield from _line(line, f"{source.stem}-{first}", f"{source.given}:{first}", limits)
    if not held:
        yield Refusal(source.given, "is empty", "give a file that holds a report")


def _narrow(source: Source, limits: Limits) -> Any:
    """Give the file as UTF-8, also where it is UTF-16 or UTF-32."""
    file = source.file
    head = file.peek(_HEAD)[:_HEAD] if hasattr(file, "peek") else b""
    encoding = wide(head[: len(head) // 2 * 2])
    if not encoding:
        return file
    data = file.read(limits.max_file + 1)
    try:
        return io.BytesIO(data.decode(encoding).encode("utf-8"))
    except UnicodeError:
        return Refusal(source.given, f"is broken {encoding.upper()}", "write JSONL in UTF-8")


def _over_several(line: bytes, file: Any, most: int) -> tuple[bytes, int]:
    """Gather an object that its writer spread over several lines; what opens a list alone is given as it is."""
    if line.strip() == b"[":
        return line, 0
    held, read = [line.strip().removeprefix(b"[")], 0
    size, open_ = len(line), _opened(held[0])
    while size <= most and (more := file.readline(most + 1)):
        read += 1
        size += len(more)
        held.append(more)
        open_ += _opened(more)
        if more.rstrip() in _CLOSES or (more.strip() in _CLOSES and open_ <= 0):
            break
    return b"".join(held).rstrip().removesuffix(b"]"), read


def _opened(line: bytes) -> int:
    """How many more braces and brackets a line opens than it closes, outside its strings."""
    bare = _STRING.sub(b"", line)
    return sum(bare.count(sign) for sign in (b"{", b"[")) - sum(bare.count(sign) for sign in (b"}", b"]"))


def _line(line: bytes, stem: str, given: str, limits: Limits) -> Iterator[Found | Refusal]:
    if len(line) > limits.max_bytes:
        reason = f"is larger than {limits.max_bytes:,} bytes"
        yield Refusal(given, reason, "split it into reports, or raise max_bytes")
        return
    note = ""
    try:
        text = line.decode("utf-8-sig").strip()
        try:
            told: Any = json.loads(text.rstrip(",; \t"))
        except (ValueError, RecursionError) as error:
            repaired = lenient_json(text)
            if not repaired:
                raise ValueError(f"is no JSON: {str(error).splitlines()[0]}") from None
            told, note = repaired[0] if len(repaired) == 1 else repaired, "its JSON was repaired"
    except UnicodeDecodeError as error:
        yield Refusal(given, f"is not UTF-8 (byte {error.start} of the line)", "write JSONL in UTF-8")
        return
    except ValueError as error:
        yield Refusal(given, str(error), "write one whole JSON object on each line")
        return
    many = told if isinstance(told, list) and told and all(isinstance(one, dict) for one in told) else [told]
    for number, record in enumerate(many, 1):
        own, place = (stem, given) if len(many) == 1 else (f"{stem}-{number}", f"{given}:{number}")
        if not isinstance(record, dict):
            yield Refusal(place, "is JSON but no object", 'write {"text": "..."} on each line')
            continue
        data = (
            line
            if len(many) == 1
            else json.dumps(record, ensure_ascii=False, sort_keys=True).encode("utf-8", "replace")
        )
        try:
            fields = rows(record)
        except ValueError as error:
            yield Refusal(place, str(error), "see the fields that a report may have in docs/inputs.md")
            continue
        yield Found(fields, data, own, place, note)


def _looks(start: str, told: str, suffix: str) -> bool:
    """Tell lines of JSON under the name of a feed, or none: the first is a whole object."""
    first = start.partition("\n")[0].rstrip().endswith("}") or "\n" not in start
    return told in ("", "feed") and start.startswith("{") and not start.startswith("{\\rtf") and first


def _read(taking: Taking, source: Source) -> Iterator[Found | Refusal]:
    yield from lines(source, taking.limits)


FORM = InputForm(
    read=_read,
    suffixes=(".jsonl", ".ndjson", ".jl", ".jsonlines"),
    kinds=("application/x-ndjson", "application/jsonl"),
    looks=_looks,
)
