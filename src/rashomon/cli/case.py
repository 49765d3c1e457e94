"""The commands about a case as a file: where it keeps what it holds."""

from __future__ import annotations

from pathlib import Path

import click

from rashomon.cli.clear_errors import clear_errors
from rashomon.cli.paths import CasePath
from rashomon.language import many


@click.group("case")
def case_group() -> None:
    """See to the file of a case: move what was read out of it, or back into it."""


@case_group.command()
@click.argument("case", type=CasePath())
@click.option(
    "--to",
    required=True,
    type=click.Choice(["lake", "file"]),
    help="lake: readings and clauses as Parquet files in CASE.lake; file: all in the one file again.",
)
def move(case: Path, to: str) -> None:
    """Keep readings and clauses in Parquet files beside CASE, or all in CASE again; nothing is lost either way.

    A case of 10,000 reports does it by itself where pyarrow is installed (rashomon[scale]); what is said here stays.
    Any program reads the files (docs/scale.md). A case and its lake are moved and copied together.
    """
    from rashomon.case import Case

    with clear_errors(), Case(case) as held:
        held.keep_as("lake" if to == "lake" else "file")
        moved = held.to_lake() if to == "lake" else held.to_file()
        held.shrink()
        lies = f"{held.lake.folder} holds" if to == "lake" else f"{case} holds again"
        click.echo(f"{lies} what was read in {many(moved, 'report')}.", err=True)
