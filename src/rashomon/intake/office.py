"""A document of an office program (docx, odt) to its text, and its tables (xlsx) to rows; by optional readers."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING

from rashomon.intake.forms import AS_TEXT
from rashomon.intake.forms.text import own_head
from rashomon.intake.forms.zip import sound
from rashomon.intake.names import persons
from rashomon.intake.press_archives import archived, reports_of_an_archive
from rashomon.intake.source import Found, Source
from rashomon.intake.tables import heads_a_table, named_rows
from rashomon.records import Refusal

if TYPE_CHECKING:
    from rashomon.intake.taking import Taking

_PROGRAM = re.compile(
    r"\A(?:microsoft (?:word|powerpoint|excel|publisher)|word|adobe \w+|quarkxpress[^-]*)\s*-\s*", re.IGNORECASE
)
_FILE = re.compile(
    r"\S+\.(?:docx?|odt|rtf|indd|qxp|pdf|html?|pages|tex|txt)\Z|\A\S*_\S*\Z|\Auntitled\d*\Z|\Adocument\d*\Z", re.I
)
_MOST_ROWS = 200_000
_MOST_COLUMNS = 200
_HEAD_WITHIN = 20  # rows in which a sheet's head stands
_HEADS = re.compile(r"(?:Title|Heading1)\Z")
"""The styles of a heading over the whole, by the ids that they have in every language of the program."""
_HEADED_WITHIN = 3  # paragraphs in which that heading stands
_NEEDS = "which needs `pip install rashomon[office]`"


def document(data: bytes, kind: str) -> dict[str, str]:
    """Give title, author, day and text of a document. Raises ValueError, with a reason to show."""
    try:
        fields = _docx(data) if kind == "docx" else _odt(data)
    except ValueError:
        raise
    except Exception as error:  # whatever a parser stumbles over in a stranger's file, the others are read
        raise ValueError(f"is a document that cannot be parsed ({type(error).__name__})") from None
    told = {name: value.replace("\x00", "").strip() for name, value in fields.items() if value and value.strip()}
    if not told.get("text"):
        raise ValueError("is a document without text")
    return told


def document_title(told: str) -> str:
    """Give the title that a file tells of itself; the name of the file that was printed is none."""
    title = _PROGRAM.sub("", " ".join(told.replace("\x00", "").split()))
    return "" if _FILE.search(title) else title


Grids = list[tuple[str, list[tuple[int, list[str]]]]]
"""Sheets by their titles, each as its rows: number and cells."""


def grids(data: bytes) -> Grids:
    """Give the first sheets of a workbook. Raises ValueError, with a reason to show, where it cannot be parsed."""
    _there("openpyxl", "is a workbook")
    openpyxl = import_module("openpyxl")
    try:
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        return [(sheet.title, list(_cells(sheet))) for sheet in book.worksheets[:20]]
    except ValueError:
        raise
    except Exception as error:  # as above
        raise ValueError(f"is a workbook that cannot be parsed ({type(error).__name__})") from None


def tables_of(
    taking: Taking, source: Source, sheets: Callable[[bytes], Grids], nothing: str
) -> Iterator[Found | Refusal]:
    """Give a report a row of the sheets that `sheets` finds in an input, or refuse it: `nothing`, where no row is."""
    data = taking.whole(source, taking.limits.max_file)
    try:
        if problem := sound(io.BytesIO(data), taking.limits.max_file):
            yield Refusal(source.given, problem, "save it as CSV")
            return
        held = list(_rows(sheets(data), taking.columns, nothing))
    except ValueError as error:
        yield Refusal(source.given, str(error), "save it as CSV, or say the columns with --columns")
        return
    yield from taking.table(held, source)


def _rows(held: Grids, columns: Mapping[str, str], nothing: str) -> Iterator[tuple[str, dict[str, str] | str]]:
    """Give the rows of sheets under their heads, each with its place. Raises ValueError: `nothing`, where none is."""
    problems = []
    found = False
    for title, grid in held:
        filled = [i for i, (_, row) in enumerate(grid[:_HEAD_WITHIN]) if sum(1 for cell in row if cell) > 0]
        wanted = set(columns.values())
        head = next((i for i in filled if heads_a_table(grid[i][1], wanted)), filled[0] if filled else None)
        if head is None:
            continue
        names = grid[head][1]
        while names and not names[-1]:
            names = names[:-1]
        try:
            for number, row in named_rows(names, iter(grid[head + 1 :]), columns):
                found = True
                yield f"{title}:{number}", row
        except ValueError as error:
            problems.append(str(error))
    if not found:
        raise ValueError(problems[0] if problems else nothing)


def _cells(sheet: object) -> Iterator[tuple[int, list[str]]]:
    for number, row in enumerate(sheet.iter_rows(values_only=True, max_row=_MOST_ROWS, max_col=_MOST_COLUMNS), 1):  # type: ignore[attr-defined]
        yield number, [_words(cell) for cell in row]


def _words(cell: object) -> str:
    if cell is None:
        return ""
    isoformat = getattr(cell, "isoformat", None)
    return str(isoformat() if isoformat else cell)


def _docx(data: bytes) -> dict[str, str]:
    _there("docx", "is a Word document")
    held = import_module("docx").Document(io.BytesIO(data))
    told = held.core_properties
    parts: list[str] = []
    heading = ""
    for block in held.iter_inner_content():
        if hasattr(block, "rows"):
            parts += [" ".join(cell.text.split()) for row in block.rows[:2_000] for cell in row.cells]
            continue
        parts.append(" ".join(block.text.split()))
        if (
            not heading
            and len(parts) <= _HEADED_WITHIN
            and _HEADS.match(str(block.style.style_id if block.style else ""))
        ):
            heading = parts[-1]
    return {
        "text": "\n\n".join(part for part in parts if part),
        "title": document_title(told.title or "") or heading,
        "author": persons(told.author or ""),
    }


def _odt(data: bytes) -> dict[str, str]:
    _there("odfdo", "is an OpenDocument text")
    held = import_module("odfdo").Document(io.BytesIO(data))
    found = held.body.get_elements("descendant::text:p|descendant::text:h")
    parts = [" ".join(str(one.text_recursive).split()) for one in found]
    meta = held.meta
    heading = next((part for one, part in zip(found[:_HEADED_WITHIN], parts, strict=False) if one.tag == "text:h"), "")
    return {
        "text": "\n\n".join(part for part in parts if part),
        "title": document_title(meta.title or "") or heading,
        "author": persons(meta.initial_creator or ""),
    }


def _there(package: str, what: str) -> None:
    if find_spec(package) is None:
        raise ValueError(f"{what}, {_NEEDS}")


def office_documents(taking: Taking, source: Source, kind: str) -> Iterator[Found | Refusal]:
    """Give the report of a document of that kind, or the articles that an archive of newspapers wrote into it."""
    data = taking.whole(source, taking.limits.max_file)
    try:
        if problem := sound(io.BytesIO(data), taking.limits.max_file):
            yield Refusal(source.given, problem, AS_TEXT)
            return
        fields = document(data, kind)
    except ValueError as error:
        yield Refusal(source.given, str(error), AS_TEXT)
        return
    if held := archived(fields["text"]):
        yield from reports_of_an_archive(held, taking, source, data)
    else:
        fields = {**fields, **own_head(fields["text"])}
        yield taking.record(fields, data, source.stem, source.given, f"text taken out of {kind}")
