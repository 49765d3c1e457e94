"""The commands about a case as a file: where it keeps what it holds, what is wrong with it, and what can be saved.

One that does not open is checked, and what can be read of it is rescued into a new one; one is made from files that
rashomon wrote, on this machine or another.
"""

from __future__ import annotations

import sys
from pathlib import Path

import click

from rashomon.cli.paths import CasePath, InputPath, clear_errors, new_case, not_an_input
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


@click.command()
@click.argument("case", type=CasePath())
def check(case: Path) -> None:
    """Say what is wrong with CASE: its file, its tables, its texts, its corrections. Nothing is changed.

    Ends with 0 where nothing is, with 1 where something is.
    """
    from rashomon.case import check as look
    from rashomon.exports.safe_text import printable

    with clear_errors():
        wrong = look(case)
    for line in wrong:
        click.echo(printable(line))
    if wrong:
        click.echo(f"`rashomon rescue {case} -o NEW` saves its reports and corrections.", err=True)
        sys.exit(1)
    click.echo(f"{case} is sound.")


@click.command()
@click.argument("case", type=CasePath())
@click.option("-o", "--output", required=True, type=click.Path(path_type=Path), help="The new case; not there yet.")
def rescue(case: Path, output: Path) -> None:
    """Save the reports and corrections of a damaged CASE into a new one; `rashomon build` then reads them again.

    What cannot be saved is named. CASE itself is not changed.
    """
    from rashomon.case import rescue as save
    from rashomon.exports.safe_text import printable
    from rashomon.outputs import beside

    with clear_errors(), new_case(output, beside(case)) as held:
        done = save(case, held)
        if not done.reports and not done.judgements:
            raise click.ClickException(f"{case} holds no report and no correction that can be read")
    for line in done.lost:
        click.echo(f"  {printable(line)}", err=True)
    click.echo(
        f"{output}: {many(done.reports, 'report')} and {many(done.judgements, 'correction')} saved, "
        f"{len(done.lost):,} not; `rashomon build {output}` reads them."
    )


@click.command("import")
@click.argument("case", type=click.Path(path_type=Path))
@click.argument("files", nargs=-1, required=True, metavar="FILE...", type=InputPath())
def import_case(case: Path, files: tuple[Path, ...]) -> None:
    """Read what `rashomon export` wrote back into CASE (made where it is not yet).

    \b
    annotations                      a whole case in one file
    reports, readings, findings      the same in three; give them together
    corrections                      what another analyst decided

    A file is told by its content. All of them are kept, or none; where no findings are among them, all is compared
    again. Reports of other kinds come in by `rashomon build`.
    """  # noqa: D301  (click's own mark for lines that stay as they are)
    from rashomon.case import Case
    from rashomon.engines import compare_again
    from rashomon.exports.returned import ReturnError, bring_back

    not_an_input(case)
    there = case.exists()
    with clear_errors(), Case(case) if there else new_case(case, files) as held:
        try:
            taken = bring_back(held, files)
        except ReturnError as error:
            raise click.ClickException(f"{error}; nothing was taken in") from error
        if not (there or taken.reports or taken.judgements):
            raise click.ClickException(f"no report and no correction came in, so {case} was not made")
        if taken.findings is None:
            compare_again(held)
        click.echo(
            f"{case}: {many(len(taken.reports), 'report')}, {many(len(taken.readings), 'reading')}, "
            f"{many(len(taken.judgements), 'correction')} taken in; {many(len(held.findings.claim_ids()), 'claim')}."
        )
        unnamed = sum(not reader for _, reader in taken.readings)
        if unnamed:
            told = f"{many(unnamed, 'reading')} {'does' if unnamed == 1 else 'do'} not say who made it"
            click.echo(f"{told}; a later build reads anew what they are of", err=True)
