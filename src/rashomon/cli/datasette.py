"""The command that opens a case in Datasette, with its titles, search and ready questions."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from rashomon.cli.clear_errors import clear_errors
from rashomon.cli.paths import CasePath


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
