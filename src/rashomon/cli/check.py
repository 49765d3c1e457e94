"""The commands for a case that does not open: what is wrong with it, and what can be saved."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from rashomon.cli.clear_errors import clear_errors
from rashomon.cli.paths import CasePath, new_case
from rashomon.language import many


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
