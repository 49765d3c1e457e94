"""The command that looks for words in a case, as its pages do."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from rashomon.cli.paths import clear_errors


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
@click.option("--limit", default=20, show_default=True, type=click.IntRange(min=1), help="Rows at most.")
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
