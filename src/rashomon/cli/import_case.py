"""The command that makes a case from files that rashomon wrote, on this machine or another."""

from __future__ import annotations

from pathlib import Path

import click

from rashomon.cli.clear_errors import clear_errors
from rashomon.cli.paths import InputPath, new_case, not_an_input
from rashomon.language import many


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
