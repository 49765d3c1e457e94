"""A cell that no spreadsheet runs, and the text that it was made from.

Only text can be a formula: a text that begins as one (`=`, `+`, `-`, `@`, their full-width forms, tab, line feed or
return) gets an apostrophe before it, and so does one that begins with an apostrophe, so that taking one leading
apostrophe off gives every text back. Numbers stay numbers.
"""

from __future__ import annotations

from typing import Any

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_MARK = "'"


def harmless(cell: Any) -> Any:
    """Give a cell's value so that no spreadsheet runs it; only text can be a formula."""
    return f"{_MARK}{cell}" if isinstance(cell, str) and cell.startswith((*_FORMULA, _MARK)) else cell


def as_it_was(cell: str) -> str:
    """Give the text that `harmless` made a cell from."""
    return cell.removeprefix(_MARK)
