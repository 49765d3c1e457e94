"""In Datasette, what names a row of a case leads to it in views and answers too; Datasette loads this itself.

Tables have foreign keys, which Datasette follows by itself; views can have none.
"""

from __future__ import annotations

from typing import Any

from datasette import hookimpl
from datasette.utils import tilde_encode
from markupsafe import Markup

_TABLES = {
    "claim": "claim",
    "conflict": "conflict",
    "entity": "entity",
    "entry": "chronicle_entry",
    "origin": "report",
    "report": "report",
    "story": "story",
}
"""Which table a column names a row of, by its id."""


@hookimpl  # type: ignore[untyped-decorator]
def render_cell(row: Any, value: Any, column: str, table: str | None, database: str, datasette: Any) -> Markup | None:
    """Give a cell that names a row as a link to it; None leaves the cell to Datasette."""
    to = _TABLES.get(column)
    if to is None or to == table or not isinstance(value, str) or not value:
        return None
    if column == "origin" and table != "lineage":
        return None
    address = datasette.urls.row(database, to, tilde_encode(value))
    return Markup('<a href="{}">{}</a>').format(address, value)
