"""The commands. Nothing heavy is imported before a command needs it.

Exit status: 0 when something was built or shown, 1 when nothing could be, 2 for wrong usage, 130 when interrupted.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from shutil import get_terminal_size
from typing import IO, TYPE_CHECKING, Any

import click

from rashomon import __version__
from rashomon.cli.case import case_group, check, import_case, rescue
from rashomon.cli.catalogue import Root, formats, manual, rules
from rashomon.cli.corrections import correct, corrections, grade
from rashomon.cli.export import export
from rashomon.cli.look import datasette, search, serve
from rashomon.cli.messages import colour, fit_any_output, progress, say_as_asked
from rashomon.cli.options import cluster, limits, name_in_environment, on_cluster, settings, taken, tell_what_is_missing
from rashomon.cli.paths import (
    COUNT,
    DEFAULT_MODEL,
    KNOWN_MODELS,
    RAW,
    CasePath,
    InputPath,
    beginning,
    clear_errors,
    have_streams,
    leave_in_order,
    not_an_input,
    seen,
)
from rashomon.cli.point import point
from rashomon.cli.watch import watch
from rashomon.language import many

if TYPE_CHECKING:
    from rashomon.case import Case
    from rashomon.engines import Built, Cluster
    from rashomon.records import Refusal, Report

_CASE = click.argument("case", type=CasePath())
_MADE = click.argument("case", type=click.Path(path_type=Path))
_MODEL = click.option(
    "--model", help=f"Any installed spaCy pipeline; unless told, the one the case was read with, else {DEFAULT_MODEL}."
)
_CORES = click.option("--cores", default=1, show_default=True, type=COUNT, help="Worker processes that read.")


@click.group(cls=Root, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="rashomon")
@click.option("-q", "--quiet", is_flag=True, help="Say nothing but results and errors.")
@click.option("-v", "--verbose", is_flag=True, help="Say also what the libraries say of an input.")
@click.option("--log-file", type=click.Path(dir_okay=False, path_type=Path), help="Add what is said to this file.")
@click.option("--config", type=InputPath(), help="Settings; unless told ~/.config/rashomon/config.toml.")
@click.pass_context
def main(context: click.Context, quiet: bool, verbose: bool, log_file: Path | None, config: Path | None) -> None:
    """Who says so, through whom, and how many of them really know.

    Many reports of one developing story in, a sourced chronicle out.

    \b
    rashomon demo                              a story that comes with it
    rashomon build story.case reports/         read files, folders, feeds, addresses
    rashomon show story.case                   the story at a glance
    rashomon show story.case --why ID          down to the words and the rules
    rashomon serve story.case                  as pages on this machine
    rashomon export story.case --to markdown   for other programs and people
    rashomon COMMAND --help                    what a command does

    Options that repeat can stand in the settings, or in the environment: RASHOMON_CORES=4, or for one command
    RASHOMON_BUILD_CORES=4.
    NO_COLOR=1 takes colours away. Settings and completion: docs/commands.md.
    """  # noqa: D301  (click's own mark for lines that stay as they are)
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # before numpy is loaded: --cores says how many are used
    have_streams()
    leave_in_order()
    fit_any_output()
    context.default_map = settings(main, config)
    say_as_asked(context, quiet=quiet, verbose=verbose, log_file=log_file)
    if os.environ.get("NO_COLOR"):
        context.color = False


@main.command()
@_MADE
@click.argument("inputs", nargs=-1, metavar="[INPUT]...")
@_MODEL
@_CORES
@on_cluster
@click.option(
    "--resume/--no-resume",
    default=True,
    show_default=True,
    help="Take up what a build that was broken off has read; else that on a cluster is read again.",
)
@click.option(
    "--known",
    type=InputPath(),
    help="Known entities with their other names, kept in the case: CSV, FollowTheMoney or OpenSanctions' tables.",
)
@click.option(
    "--afresh",
    is_flag=True,
    help="Compare all of a large case again, where otherwise what is new touches its own stories alone.",
)
@click.option(
    "--point",
    "pointing",
    is_flag=True,
    help="Then let a language model of your own point (rashomon point; address and model from the environment).",
)
@limits
def build(
    case: Path,
    inputs: tuple[str, ...],
    model: str | None,
    cores: int,
    engine: str,
    address: str | None,
    resume: bool,
    known: Path | None,
    afresh: bool,
    pointing: bool,
    **options: Any,
) -> None:
    """Add reports to CASE (made where it is not yet), read what is new, compare all.

    INPUT is a file (text, HTML, JSON, a table, feed, mail, web archive, PDF, office document and more: docs/inputs.md),
    a folder or a ZIP of them, an http or https address of a page or feed, or - for standard input. Nothing is fetched
    unless an INPUT is an address. Inputs that give no report are named at the end with what is wrong, and are kept in
    the case's `refusal` table; where none gives one, no case is made. The same command again changes nothing; after an
    interruption it goes on where it stood. Without INPUT, what CASE holds is brought up to date.
    """
    not_an_input(case)
    if not inputs and not case.exists():
        raise click.UsageError(f"there is no {case} yet: name the INPUT to make it from")
    from rashomon.cli.point import from_environment

    asked = from_environment() if pointing else None
    told = taken(inputs, **options)
    with cluster(engine, address, cores) as on:
        _build(case, told, model, cores, known, nothing_new=not inputs, afresh=afresh, resume=resume, on=on)
    if asked is not None:
        from rashomon.case import Case
        from rashomon.cli.point import pointed_with
        from rashomon.pointing import plan

        with clear_errors(), Case(case) as held:
            pointed_with(held, plan(held), asked)
    click.echo(f"See it: rashomon show {case}", err=True)


@main.command()
@_CASE
@click.option("--story", metavar="ID", help="Show one story.")
@click.option("--why", "row", metavar="ID", help="Open a row down to the quoted characters and the rules.")
@click.option("--all", "everything", is_flag=True, help="Show also every line, with all who say it and how it came.")
@click.option("--rules", is_flag=True, help="Show what the rules alone find, and what a model's pointing changed.")
@RAW
def show(
    case: Path, story: str | None, row: str | None, everything: bool, rules: bool = False, raw: bool = False
) -> None:
    """Print each story at a glance: ten lines with voices and reports, disputes, figures, positions, plans.

    --why takes the id of a chronicle line, claim, conflict, figure in time, entity, story or report, or REPORT:ROW for
    a statement, event, eventuality, clause or mention (REPORT may be shortened).
    """
    from rashomon.exports import account, opened, terminal, why

    if rules:
        _show_by_rule(case, story, row, everything, raw)
        return
    with clear_errors(), seen(case, raw=raw) as held:
        row, story = (beginning(held, one) if one else None for one in (row, story))
        if held.findings.stale():
            click.echo(f"{case} holds readings not yet compared; the same `rashomon build` again does it", err=True)
        if row is not None:
            reasons = why(held, row)
            if not reasons:
                raise click.ClickException(f"{case} has no row {row!r}; `rashomon show {case}` prints the ids")
            click.echo(opened(reasons, _width(), colour=colour()), nl=False)
            return
        try:
            told = account(held, story)
        except KeyError:
            raise click.ClickException(
                f"{case} has no story {story!r}; `rashomon show {case}` prints the ids"
            ) from None
        click.echo(terminal(told, _width(), colour=colour(), everything=everything), nl=False)


@main.command()
@_CASE
@click.option("--of", "name", required=True, metavar="NAME", help="A name as reports write it, or an entity's id.")
@click.option("--json", "as_json", is_flag=True, help="JSON for other programs (docs/interchange.md).")
@RAW
def timeline(case: Path, name: str, as_json: bool, raw: bool) -> None:
    """Print the timeline of one entity: all that it is said to do and undergo, in order, and who says so.

    "by" a day: told that day of what has no day of its own. An arrow marks what the entity undergoes. Each line names a
    row that `rashomon show CASE --why` opens.
    """
    import json

    from rashomon.comparing import forms, resolve_name
    from rashomon.comparing import timeline as find
    from rashomon.exports import itinerary, moments

    with clear_errors(), seen(case, raw=raw) as held:
        entities = held.findings.entities()
        named = {report for e in resolve_name(name, entities) for report, _ in e.mentions}
        ids = sorted(named.union(*map(held.reports.holding, forms(name))))
        reports = {r.id: r for r in held.reports.some(ids)}
        told = moments(held, find(name, reports, {r.report: r for r in held.readings.some(ids)}, entities))
        if not told.entities and not told.moments:
            raise click.ClickException(f"nobody and nothing in {case} is called {name!r}")
        if as_json:
            click.echo(json.dumps(told.json(), ensure_ascii=False, indent=1))
        else:
            click.echo(itinerary(told, _width(), colour=colour()), nl=False)


@main.command()
@click.argument("inputs", nargs=-1, metavar="INPUT...", required=True)
@click.option(
    "-o", "--output", default="-", type=click.Path(allow_dash=True), help="A .jsonl file; standard output unless told."
)
@click.option("--force", is_flag=True, help="Replace a file that is there and is no earlier output.")
@_MODEL
@_CORES
@limits
def read(inputs: tuple[str, ...], output: str, force: bool, model: str | None, cores: int, **options: Any) -> None:
    """Read reports without a case: one line of readings.jsonl each."""
    import json

    from rashomon.records import Reading
    from rashomon.records.interchange import interchange

    written = 0
    model = model or DEFAULT_MODEL
    kept = [*map(_is_read, inputs), *([options["beside"]] if options["beside"] else [])]
    with clear_errors(), _lines_to(output, kept, force) as out:
        _model_is_here(model)
        refused: list[Refusal] = []
        for one in _read(_reports(taken(inputs, **options), refused), model, cores):
            if isinstance(one, Reading):
                line = {**interchange(one), "reader": f"rashomon {__version__} {model}"}
                out.write(json.dumps(line, ensure_ascii=False) + "\n")
                written += 1
            else:
                refused.append(one)
    _left_out(refused)
    if not written:
        sys.exit(1)


@main.command()
@click.option(
    "--case", type=click.Path(dir_okay=False, path_type=Path), help="Keep the case here; a temporary one unless told."
)
def demo(case: Path | None) -> None:
    """Build the bundled sample case and show it: the main job, with no set-up."""
    from tempfile import TemporaryDirectory

    from rashomon.intake import intake
    from rashomon.sample import sample

    with TemporaryDirectory() as folder:
        path = case or Path(folder) / "sample.case"
        if path.exists():
            raise click.ClickException(
                f"{path} is there already, and the sample is added to no case; give another name, "
                f"or see what is there with `rashomon show {path}`"
            )
        _build(path, intake([str(sample())]), DEFAULT_MODEL, 1)
        if case is None:
            click.echo("Keep it, to open rows and export it: rashomon demo --case sample.case", err=True)
        click.echo(err=True)
        click.get_current_context().invoke(show, case=path, story=None, row=None, everything=False)


main.add_command(case_group)
main.add_command(check)
main.add_command(correct)
main.add_command(corrections)
main.add_command(datasette)
main.add_command(export)
main.add_command(formats)
main.add_command(grade)
main.add_command(import_case)
main.add_command(manual)
main.add_command(point)
main.add_command(rescue)
main.add_command(rules)
main.add_command(search)
main.add_command(serve)
main.add_command(watch)
name_in_environment(main)

# ------------------------------------------------------------------------------------------------ what they share


def _show_by_rule(case: Path, story: str | None, row: str | None, everything: bool, raw: bool) -> None:
    """Show a copy of the case that follows the rules alone; the case stays as it is."""
    from tempfile import TemporaryDirectory

    from rashomon.case import Case
    from rashomon.engines import counted
    from rashomon.pointing import rules_alone

    with TemporaryDirectory() as folder, clear_errors():
        copy = Path(folder) / case.name
        with Case(case, read_only=True) as held:
            held.copy(copy)
        with Case(copy) as held:
            by = ", ".join(dict.fromkeys(p.by for p in held.pointed.all()))
            differs = counted(rules_alone(held).changes)
        click.get_current_context().invoke(show, case=copy, story=story, row=row, everything=everything, raw=raw)
        told = f"By the rules alone. Against what {by} pointed at: {differs}" if by else "No model was asked."
        click.echo(f"\n{told}", err=True)


def _build(
    path: Path,
    taken: Iterable[Report | Refusal],
    model: str | None,
    cores: int,
    known: Path | None = None,
    nothing_new: bool = False,
    afresh: bool = False,
    resume: bool = True,
    on: Cluster | None = None,
) -> None:
    from rashomon.case import Case
    from rashomon.engines import ClusterError, build

    told = _known(known) if known else None
    if not path.exists():
        taken = _some_report(path, taken)
    with clear_errors():
        if model or not path.exists():
            _model_is_here(model or DEFAULT_MODEL)
        with Case(path) as case:
            if not model:
                model = model_of(case)
                _model_is_here(model)
            try:
                with progress() as told_how:
                    built = build(
                        case,
                        taken,
                        model=model,
                        workers=cores,
                        cluster=on,
                        known=told,
                        afresh=afresh,
                        resume=resume,
                        progress=told_how,
                    )
            except ClusterError as error:
                raise click.ClickException(str(error)) from error
            except KeyboardInterrupt:
                click.echo(
                    f"\nStopped. {path} holds {many(len(case.reports), 'report')}, {len(case.readings):,} read; "
                    "run the same command again to go on.",
                    err=True,
                )
                sys.exit(130)
            _summary(built)
            tell_what_is_missing(case)
            if not len(case.readings) or not (nothing_new or built.new or built.known or built.read):
                sys.exit(1)
            click.echo(f"{path}: {many(len(case.reports), 'report')}, {len(case.readings):,} read.", err=True)


def _some_report(path: Path, taken: Iterable[Report | Refusal]) -> Iterator[Report | Refusal]:
    """Give what is taken where a report is among it; else say why there is none, and make no case."""
    from rashomon.records import Report

    first: list[Report | Refusal] = []
    rest = iter(taken)
    for one in rest:
        first.append(one)
        if isinstance(one, Report):
            return chain(first, rest)
    _left_out(one for one in first if not isinstance(one, Report))
    raise click.ClickException(f"no report came in, so {path} was not made")


def _known(path: Path) -> str:
    from csv import Error as CsvError

    from rashomon.comparing import known_entities

    try:
        told = path.read_text("utf-8")
        told.encode("utf-8")
        known_entities(told.split("\n"))
    except (OSError, ValueError, TypeError, AttributeError, LookupError, RecursionError, CsvError) as error:
        raise click.UsageError(f"{path} does not tell of known entities: {error}") from error
    return told


def _summary(built: Built) -> None:
    pace = f", {built.words / built.seconds:,.0f} words/s" if built.read and built.seconds > 0 else ""
    again = f" ({built.known:,} already there)" if built.known else ""
    click.echo(f"{many(built.new, 'new report')}{again}; {built.read:,} read{pace}.", err=True)
    _left_out(built.refusals)


def _left_out(refusals: Iterable[Refusal]) -> None:
    from rashomon.exports.safe_text import printable

    refused = tuple(refusals)
    if refused:
        click.echo(f"Left out ({len(refused):,}):", err=True)
    for refusal in refused:
        click.echo(f"  {printable(refusal.input)} {printable(refusal.reason)}; {printable(refusal.advice)}.", err=True)


def _is_read(given: str) -> Path:
    """The file that an input is; what standard input leads from, where the system tells."""
    return Path("/dev/stdin" if given == "-" else given)


@contextmanager
def _lines_to(output: str, kept: list[Path], force: bool) -> Iterator[IO[str]]:
    from rashomon.outputs import whole

    if output == "-":
        with click.open_file("-", "w", encoding="utf-8") as file:
            yield file
        return
    with whole(Path(output), kept=kept, force=force) as file:
        yield file


def model_of(case: Case) -> str:
    """Give the model to read on with; a case may name one that is known, and never chooses what else is loaded."""
    told = case.readings.model() or DEFAULT_MODEL
    if told not in (DEFAULT_MODEL, *KNOWN_MODELS):
        raise click.ClickException(
            f"{case.path} was read with {told!r:.80}, which is not a model that rashomon knows; say --model NAME"
        )
    return told


def _model_is_here(model: str) -> None:
    from importlib.util import find_spec

    if not (model.isidentifier() and find_spec(model)) and not Path(model).is_dir():
        raise click.UsageError(
            f"the spaCy pipeline {model!r} is not installed; `pip install` it, or give the folder it lies in"
        )
    from rashomon.reading.grammar import ModelError, fits_as_installed

    try:
        fits_as_installed(model)
    except ModelError as error:
        raise click.UsageError(str(error)) from error


def _reports(taken: Iterable[Report | Refusal], refused: list[Refusal]) -> Iterator[Report]:
    from rashomon.records import Report

    for one in taken:
        if isinstance(one, Report):
            yield one
        else:
            refused.append(one)


def _read(reports: Iterator[Report], model: str, workers: int) -> Iterator[Any]:
    from rashomon.engines import cores, in_process

    outcomes = in_process(reports, model) if workers < 2 else cores(reports, model, workers)
    return (outcome for _, outcome in outcomes)


def _width() -> int:
    return min(get_terminal_size((100, 24)).columns, 110)
