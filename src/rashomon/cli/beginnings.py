"""The first characters of an id stand for it, as long as no other begins so."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from rashomon.case import Case

_TABLES = ("claim", "chronicle_entry", "conflict", "story", "entity", "series", "report")
_LEAST = 3  # characters
_SHOWN = 6


def beginning(case: Case, told: str) -> str:
    """Give the id that begins as `told`; what is an id, or begins none, as it is. Raises ClickException for several."""
    if len(told) < _LEAST or ":" in told:
        return told
    asked = " UNION ".join(f"SELECT id FROM {table} WHERE substr(id, 1, ?) = ?" for table in _TABLES)  # noqa: S608
    found = sorted({str(i) for (i,) in case.ask(asked, *(len(told), told) * len(_TABLES))})
    if told in found or not found:
        return told
    if len(found) > 1:
        more = f" and {len(found) - _SHOWN} more" if len(found) > _SHOWN else ""
        raise click.ClickException(f"{told!r} begins {', '.join(found[:_SHOWN])}{more}; give more of the id")
    return found[0]
