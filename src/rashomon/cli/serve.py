"""The commands that show a case in a browser on this machine: as pages, which also make one, or in Datasette."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from rashomon.cli.paths import DEFAULT_MODEL, KNOWN_MODELS, CasePath, clear_errors

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

    with clear_errors():
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
