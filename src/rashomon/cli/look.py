"""The commands by which people look into a case: for words, in a browser on this machine, or in Datasette."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from rashomon.cli.paths import COUNT, DEFAULT_MODEL, KNOWN_MODELS, CasePath, clear_errors

if TYPE_CHECKING:
    from rashomon.web import Model


@click.command()
@click.argument("case", type=CasePath())
@click.option("--port", default=0, type=click.IntRange(0, 65535), help="Any free one unless told.")
@click.option("--read-only", is_flag=True, help="Show, and let nothing be corrected.")
@click.option(
    "--behind-proxy",
    "proxy",
    metavar="HOST",
    default="",
    help="Answer under this name what a proxy of your own on this machine hands on; with --read-only alone.",
)
def serve(case: Path, port: int, read_only: bool, proxy: str) -> None:
    """Show CASE as pages in a browser on this machine: open the address that is printed.

    A CASE named NAME.case that is not there yet is made: reports are added on its pages.
    Only this machine is answered, and only with the token in that address. Ctrl-C ends it.
    """
    from rashomon.case import Case

    if proxy and not read_only:
        raise click.UsageError("--behind-proxy goes with --read-only: what others reach, nobody corrects")
    from rashomon.web import serve as run

    with clear_errors(), _port_told(port):
        model = DEFAULT_MODEL
        if case.exists():
            with Case(case, read_only=True) as held:
                told = held.readings.model()
                model = told if told in KNOWN_MODELS else DEFAULT_MODEL
        run(
            case,
            port=port,
            read_only=read_only,
            model=model,
            proxy=proxy,
            pointing=None if read_only else _pointing(),
            told=lambda address: click.echo(f"{case} is at {address}"),
        )


@contextmanager
def _port_told(port: int) -> Iterator[None]:
    """Say what to do where a port cannot be had. Raises click.ClickException."""
    try:
        yield
    except OSError as error:
        if error.filename != f"port {port}":
            raise
        advice = "give another with --port, or none, and any free one is taken"
        raise click.ClickException(f"port {port}: {error.strerror}; {advice}") from error


def _pointing() -> Model | None:
    """Give the language model that the environment names, if it names one. Raises click.UsageError."""
    from functools import partial

    from rashomon.cli.point import from_environment, is_named
    from rashomon.web import Model

    if not is_named():
        return None
    from rashomon.pointing import beside

    asked = from_environment()
    return Model(asked.model, asked.host, asked.is_here, partial(beside, asked))


@click.command()
@click.argument("case", type=CasePath())
@click.option("--port", default=8001, show_default=True, type=click.IntRange(0, 65_535), help="Port of this machine.")
@click.option("--metadata", is_flag=True, help="Print what Datasette is told of CASE, as JSON, and start nothing.")
def datasette(case: Path, port: int, metadata: bool) -> None:
    """Open CASE in Datasette, for this machine alone: tables, search, facets, SQL.

    Datasette is not installed with rashomon: pip install 'rashomon[datasette]'. It never writes to CASE.
    """
    import json
    import subprocess
    from importlib.util import find_spec
    from tempfile import TemporaryDirectory

    from rashomon.case import Case
    from rashomon.exports.datasette_metadata import PLUGINS, SETTINGS, datasette_metadata

    with clear_errors(), Case(case, read_only=True):
        told = json.dumps(datasette_metadata(case.stem), indent=1)
    if metadata:
        click.echo(told)
        return
    if find_spec("datasette") is None:
        raise click.ClickException("Datasette is not installed: pip install 'rashomon[datasette]'")
    settings = [word for name, value in SETTINGS.items() for word in ("--setting", name, value)]
    with TemporaryDirectory() as folder:
        path = Path(folder, "metadata.json")
        path.write_text(told, "utf-8")
        given = ["-m", str(path), "--plugins-dir", str(PLUGINS), "-p", str(port), *settings]
        command = [sys.executable, "-m", "datasette", "serve", str(case), *given]
        sys.exit(subprocess.run(command, check=False).returncode)  # noqa: S603 (our own words and the user's path)


@click.command()
@click.argument("case", type=click.Path(exists=True, path_type=Path))
@click.argument("query")
@click.option(
    "--kind", type=click.Choice(("report", "claim", "chronicle", "entity")), help="Rows of one kind; all unless told."
)
@click.option("--person", default="", metavar="NAME", help="With a part for this person, body or place (name or id).")
@click.option("--outlet", default="", metavar="NAME", help="That reports of this outlet tell.")
@click.option("--from", "first", default="", metavar="DATE", help="On this day (YYYY, YYYY-MM, YYYY-MM-DD) or later.")
@click.option("--to", "last", default="", metavar="DATE", help="On this day or earlier.")
@click.option("--prefix", is_flag=True, help="The last word is the beginning of one.")
@click.option("--limit", default=20, show_default=True, type=COUNT, help="Rows at most.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a row.")
def search(case: Path, query: str, limit: int, as_json: bool, **narrow: Any) -> None:
    """Look for QUERY in the reports, claims, lines and entities of CASE, best first.

    Every word must stand there; "in quotation marks" they are a phrase; word* is the beginning of a word. Exit status
    1 where nothing is found.
    """
    import json

    from rashomon.case import Case
    from rashomon.exports.safe_text import printable
    from rashomon.exports.search import search as find

    _dates(narrow["first"], narrow["last"])
    with clear_errors(), Case(case, read_only=True) as held:
        try:
            found = find(held, query, limit=limit, **narrow)
        except KeyError:
            raise click.ClickException(f"nobody and nothing in {case} is called {narrow['person']!r}") from None
    for one in found:
        if as_json:
            told = {"kind": one.kind, "id": one.id, "beside": one.beside, "excerpt": one.excerpt}
            click.echo(json.dumps(told, ensure_ascii=False))
            continue
        words = "".join(click.style(w, bold=True) if hit else w for w, hit in _shown(one.excerpt))
        beside = f"  {printable(one.beside)}" if one.beside else ""
        click.echo(f"{click.style(one.kind, dim=True)} {click.style(printable(one.id), fg='cyan')}{beside}")
        if one.kind != "entity":
            click.echo(f"    {words}")
    if not found:
        click.echo("Nothing holds all of these words.", err=True)
        sys.exit(1)


def _shown(excerpt: tuple[tuple[str, bool], ...]) -> list[tuple[str, bool]]:
    import re

    from rashomon.exports.safe_text import printable

    return [(re.sub(r"\s+", " ", printable(words)), hit) for words, hit in excerpt]


def _dates(*dates: str) -> None:
    from rashomon.exports.in_words import span_of_days

    for date in dates:
        if date and (span_of_days(date) is None or "/" in date):
            raise click.UsageError(f"{date!r} is no date: YYYY, YYYY-MM or YYYY-MM-DD")
