"""The first characters of an id stand for it, as long as no other begins so."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from rashomon.case import Case

_LEAST = 3  # characters
_SHOWN = 6


def beginning(case: Case, told: str) -> str:
    """Give the id that begins as `told`; what is an id, or begins none, as it is. Raises ClickException for several."""
    if len(told) < _LEAST or ":" in told:
        return told
    found = case.views.beginning(told)
    if told in found or not found:
        return told
    if len(found) > 1:
        more = f" and {len(found) - _SHOWN} more" if len(found) > _SHOWN else ""
        raise click.ClickException(f"{told!r} begins {', '.join(found[:_SHOWN])}{more}; give more of the id")
    return found[0]
