"""Chosen rows of one table, as `rashomon export --table` writes them."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from rashomon.formats import FORMATS, declared

if TYPE_CHECKING:
    from rashomon.case import Case


def one_table(
    held: Case,
    form: str,
    name: str,
    columns: str,
    conditions: Sequence[str],
    output: Path | None,
    *,
    piped: bool,
    force: bool,
    options: dict[str, Any],
) -> None:
    """Write the rows of the table `name` that fit, and say how many they are.

    Raises UsageError where the format writes no single table, or the table has no such column.
    """
    from rashomon.exports import Tables
    from rashomon.exports.chosen import chosen, condition
    from rashomon.outputs import beside, whole

    write = declared(form).table
    if write is None:
        able = " and ".join(each for each in FORMATS if declared(each).table)
        raise click.UsageError(f"--table is for --to {able}")
    try:
        wanted = [part.strip() for part in columns.split(",") if part.strip()]
        heads, rows = chosen(Tables(held), name, wanted, map(condition, conditions))
    except ValueError as error:
        raise click.UsageError(str(error)) from None
    counted = _Counted(rows)
    if piped:
        for part in write(heads, counted, **options):
            sys.stdout.buffer.write(part.encode("utf-8", "backslashreplace"))
    else:
        target = output or held.path.with_name(f"{held.path.stem}.{name}.{form}")
        with whole(target, kept=beside(held.path), force=force) as file:
            file.writelines(write(heads, counted, **options))
        click.echo(target)
    click.echo(f"{counted.number:,} row{'' if counted.number == 1 else 's'} of {name}", err=True)


class _Counted:
    """Rows that are counted as they go."""

    def __init__(self, rows: Iterator[tuple[Any, ...]]) -> None:
        self._rows = rows
        self.number = 0

    def __iter__(self) -> Iterator[tuple[Any, ...]]:
        for row in self._rows:
            self.number += 1
            yield row
