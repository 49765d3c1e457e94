"""The command that writes a case for other programs, and says what the format could not hold.

Chosen rows of one table, as `rashomon export --table` writes them.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from rashomon.cli.paths import RAW, CasePath, clear_errors, room_for, seen
from rashomon.formats import FORMATS, declared
from rashomon.language import many

if TYPE_CHECKING:
    from rashomon.case import Case
    from rashomon.exports import Ledger


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
    from rashomon.exports.tables import chosen, condition
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
    click.echo(f"{many(counted.number, 'row')} of {name}", err=True)


class _Counted:
    """Rows that are counted as they go."""

    def __init__(self, rows: Iterator[tuple[Any, ...]]) -> None:
        self._rows = rows
        self.number = 0

    def __iter__(self) -> Iterator[tuple[Any, ...]]:
        for row in self._rows:
            self.number += 1
            yield row


_NAMED = 4
_STDOUT = frozenset(map(Path, ("-", "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1")))
_MANY = {"entity": "entities"}
_SHORT = {"ftm": "followthemoney"}
"""By what its users call it."""
_OPTIONS = {"bom": "--no-bom", "everything": "--all"}


@click.command()
@click.argument("case", type=CasePath())
@click.option("--to", "form", required=True, type=click.Choice([*FORMATS, *_SHORT]), metavar="FORMAT", help="Its name.")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    help="Where to; beside the case, under its name, unless told; - is standard output, for formats of one file.",
)
@click.option(
    "--losses",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write what the format cannot hold to this file, one JSON object a row left out.",
)
@click.option("--force", is_flag=True, help="Replace what is there, though it is no earlier export or was changed.")
@click.option("--all", "everything", is_flag=True, help="timelinejs: every dated line, not the first 200.")
@click.option("--no-bom", is_flag=True, help="csv: without the byte-order mark that spreadsheets want.")
@click.option("--table", metavar="NAME", help="csv, jsonl: this table or view alone, as one file.")
@click.option("--columns", default="", metavar="A,B,…", help="--table: these columns, in this order.")
@click.option(
    "--where",
    multiple=True,
    metavar="CONDITION",
    help="--table: rows that fit: COLUMN=VALUE, !=, <, <=, >, >=, ~ (holds).",
)
@RAW
def export(
    case: Path,
    form: Any,
    output: Path | None,
    losses: Path | None,
    no_bom: bool,
    force: bool,
    everything: bool,
    table: str | None,
    columns: str,
    where: tuple[str, ...],
    raw: bool,
) -> None:
    """Write CASE in a FORMAT that other programs and people use.

    \b
    to read      markdown, html, xlsx, vault (linked notes)
    everything   annotations (Web Annotation), jsonl, csv, parquet
    in parts     reports, readings, findings
    elsewhere    followthemoney (ftm), statements, polecat, timelinejs, geojson,
                 graphml, gexf, csl, bibtex, brat, docbin, stix

    html is a folder of pages that opens from disk at its index.html; where the output's name ends in .html it is one
    page of the chronicle, to be mailed. What a format loses: docs/exports.md; claims that are not in it are counted on
    standard error.

    \b
    rashomon export CASE --to ftm -o - | ftm validate
    rashomon export CASE --to csv --table claim_telling --columns outlet,stance,words --where "outlet=The Courier"
    """  # noqa: D301  (click's own mark for lines that stay as they are)
    from rashomon.exports import Ledger, MissingPackageError, are_losses
    from rashomon.formats import export as write
    from rashomon.outputs import beside, refuse_kept, whole

    form = _SHORT.get(form, form)
    asked = {"bom": False} if no_bom else {}
    options: dict[str, Any] = {**asked, **({"everything": True} if everything else {})}
    takes = declared(form).takes
    for option in options.keys() - takes:
        raise click.UsageError(f"{_OPTIONS[option]} is for --to {' and '.join(_taking(option))}")
    if "located" in takes:
        options["located"] = _located
    out = None if output in _STDOUT else output
    piped = output is not None and out is None
    if not table and (columns or where):
        raise click.UsageError("--columns and --where are for one --table")
    if table and losses:
        raise click.UsageError("--losses is for a whole case, not for one --table")
    for told in (out, losses):
        if told is not None:
            room_for(told)
    ledger = Ledger()
    with clear_errors(), seen(case, raw=raw) as held:
        kept = (*beside(case), *([out] if out and not out.is_dir() else []))
        if losses:
            refuse_kept(losses, kept)
        try:
            if table:
                one_table(held, form, table, columns, where, out, piped=piped, force=force, options=options)
                return
            if piped:
                _pipe(held, form, ledger, options)
            elif form == "html" and _is_folder(output):
                from rashomon.web import folder

                click.echo(folder(held, output or case.with_name(f"{case.stem}.pages"), ledger, force=force))
            else:
                click.echo(write(held, form, output, ledger, force=force, **options))
        except MissingPackageError as error:
            raise click.ClickException(str(error)) from error
        if losses:
            with whole(losses, kept=kept, force=force, ours=are_losses) as file:
                file.write(ledger.lines())
    _told(ledger, losses)


def _is_folder(output: Path | None) -> bool:
    """Whether pages go there, one file each: it is no name of a page, and no pipe or device."""
    from rashomon.outputs import is_stream

    return output is None or (output.suffix.lower() not in (".html", ".htm") and not is_stream(output))


def _pipe(held: Case, form: Any, ledger: Ledger, options: dict[str, Any]) -> None:
    """Write to standard output, whatever its encoding: texts are UTF-8."""
    from rashomon.formats import export_to

    if declared(form).shape == "folder":
        raise click.UsageError(f"--to {form} is a folder of files; -o names it")
    export_to(held, form, sys.stdout.buffer, ledger, **options)


def _taking(option: str) -> list[str]:
    return [name for name in FORMATS if option in declared(name).takes]


def _located(name: str) -> tuple[float, float] | None:
    """The longitude and latitude of a place by its name, as the pages' map has it."""
    from rashomon.web.screens.places import located

    point = located(name)
    return (point[0] / 4 - 180, 90 - point[1] / 4) if point else None


def _told(ledger: Ledger, losses: Path | None) -> None:
    """Say what is not in the export: how many of what and why, and which where they are few."""
    by_reason: dict[tuple[str, str], list[str]] = {}
    for loss in ledger.losses:
        by_reason.setdefault((loss.kind, loss.because), []).append(loss.id)
    for (kind, because), ids in by_reason.items():
        many = kind if len(ids) == 1 else _MANY.get(kind, f"{kind}s")
        named = f": {', '.join(ids)}" if len(ids) <= _NAMED and not losses else ""
        click.echo(f"not in it: {len(ids):,} {many} ({because}){named}", err=True)
    if by_reason and not losses:
        click.echo("--losses FILE names them all.", err=True)
