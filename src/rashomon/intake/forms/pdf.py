"""A PDF to its text, where the optional reader is installed: pages parted by empty lines, nothing made up.

Lines that stand at the head or foot of page after page, numbers aside, are the paper's and left out; lines of one
paragraph stand in one line.
"""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING

from rashomon.intake.day import first_day
from rashomon.intake.forms import AS_TEXT, InputForm
from rashomon.intake.office import document_title
from rashomon.intake.source import Found, Source
from rashomon.records import Refusal

if TYPE_CHECKING:
    from rashomon.intake.taking import Taking

_PAGES = 200
_EDGE = 3  # lines at the head and at the foot of a page
_DAY = re.compile(r"\b(?:\d{1,2} [A-Z][a-z]{2,8}\.? \d{4}|[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4}|\d{4}-\d\d-\d\d)\b")
_NUMBER = re.compile(r"\d+")
_ENDS = re.compile(r"[.!?:][\"”’')\]]*\Z")
_HYPHEN = re.compile(r"(?<=[a-z])-\Z")


def pdf(data: bytes, got: date | None = None) -> dict[str, str]:
    """Give text and title of a PDF, and the day in its running head. Raises ValueError, with a reason to show."""
    got = got or datetime.now(UTC).date()
    if find_spec("pypdf") is None:
        raise ValueError("is a PDF file, which needs `pip install rashomon[pdf]`")
    pypdf = import_module("pypdf")
    try:
        reader = pypdf.PdfReader(io.BytesIO(data))
        if reader.is_encrypted:
            raise ValueError("is a PDF that is locked with a password")
        if len(reader.pages) > _PAGES:
            raise ValueError(f"is a PDF of {len(reader.pages):,} pages, more than {_PAGES}")
        held = [page.extract_text().replace("\x00", "").strip() for page in reader.pages]
        title = str(reader.metadata.title or "") if reader.metadata else ""
    except ValueError:
        raise
    except Exception as error:  # whatever a parser stumbles over in a stranger's file, the others are read
        raise ValueError(f"is a PDF that cannot be parsed ({type(error).__name__})") from None
    kept, running = _without_running_heads([page.splitlines() for page in held])
    text = _paragraphs(kept)
    if not text:
        raise ValueError("is a PDF without text, such as a scan")
    _, published = first_day((("running head", m.group()) for line in running for m in _DAY.finditer(line)), got)
    fields = {"text": text, "title": document_title(title), "published": published}
    fields["rungs"] = "published: running head" if published else ""
    return {name: value for name, value in fields.items() if value}


def _without_running_heads(pages: list[list[str]]) -> tuple[list[list[str]], list[str]]:
    """Give the lines of each page without those of the paper, and these once each."""
    pages = [[line.rstrip() for line in page] for page in pages]
    if len(pages) < 2:
        return pages, []
    seen: Counter[str] = Counter()
    for page in pages:
        filled = [line for line in page if line.strip()]
        seen.update({_shape(line) for line in (*filled[:_EDGE], *filled[-_EDGE:])})
    running = {shape for shape, times in seen.items() if times * 2 > len(pages) and times > 1}
    kept: list[list[str]] = []
    told: dict[str, str] = {}
    for page in pages:
        at = [i for i, line in enumerate(page) if line.strip()]
        edge = {*at[:_EDGE], *at[-_EDGE:]}
        told |= {_shape(page[i]): page[i] for i in sorted(edge) if _shape(page[i]) in running}
        kept.append([line for i, line in enumerate(page) if i not in edge or _shape(line) not in running])
    return kept, list(told.values())


def _shape(line: str) -> str:
    return _NUMBER.sub("#", " ".join(line.split()).casefold())


def _paragraphs(pages: list[list[str]]) -> str:
    """Join the lines of a paragraph; one ends at an empty line, or with a line that is not a full one."""
    lines = [line for page in pages for line in page]
    full = sorted(len(line) for line in lines if line.strip())
    width = full[int(len(full) * 0.9)] if full else 0
    parts: list[str] = []
    open_ = False
    for line in lines:
        words = " ".join(line.split())
        if not words:
            open_ = False
            continue
        if parts and (open_ or (words[:1].islower() and not _ENDS.search(parts[-1]))):
            glued = _HYPHEN.search(parts[-1]) and words[:1].islower()
            parts[-1] = parts[-1][:-1] + words if glued else f"{parts[-1]} {words}"
        else:
            parts.append(words)
        open_ = len(line) >= width * (0.85 if _ENDS.search(words) else 0.7)
    return "\n\n".join(parts)


def _read(taking: Taking, source: Source) -> Iterator[Found | Refusal]:
    data = taking.whole(source, taking.limits.max_file)
    try:
        yield Found(pdf(data), data, source.stem, source.given, "text extracted from PDF")
    except ValueError as error:
        yield Refusal(source.given, str(error), AS_TEXT)


FORM = InputForm(
    read=_read,
    suffixes=(".pdf",),
    kinds=("application/pdf",),
    opens=lambda head, _: head.startswith(b"%PDF-"),
    an_article=True,
)
