"""The command that lists the formats: what each is, what opens it and what it loses."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

import click

from rashomon.formats import FORMATS, declared

if TYPE_CHECKING:
    from rashomon.formats import Format


@click.command()
@click.argument("name", required=False, type=click.Choice(FORMATS), metavar="[FORMAT]")
@click.option("--markdown", is_flag=True, help="Print docs/formats.md: every format with what it loses.")
def formats(name: str | None, markdown: bool) -> None:
    """List the formats that `rashomon export CASE --to FORMAT` writes; with FORMAT, what that one loses.

    What a format cannot hold of one case is counted when it is written, and named with --losses FILE.
    """
    if markdown:
        click.echo("\n".join(_page()))
    elif name:
        told = declared(name)
        click.echo(f"{name}: {_plain(told.what)}\nopens in: {_plain(told.opens)}\nloses:")
        for part, losses in _losses(name, told):
            if part != name:
                click.echo(f"{part}, loses:")
            for what, instead in losses.items():
                click.echo(f"  {what}: {instead}")
    else:
        for each in FORMATS:
            click.echo(f"{each:<15}{_plain(declared(each).what)}")


def _losses(name: str, told: Format) -> Iterator[tuple[str, Mapping[str, str]]]:
    """What a format loses; html is two things."""
    if name == "html":
        from rashomon.web.folder import LOSSES

        yield "html, a folder", LOSSES
    yield name, told.losses


def _plain(words: str) -> str:
    """Words without the links of Markdown."""
    import re

    return re.sub(r"\[(.+?)\]\(.+?\)", r"\1", words)


def _page() -> Iterator[str]:
    yield "# The formats, and what each loses"
    yield ""
    yield "Written by `rashomon formats --markdown`, from what each format's file in `src/rashomon/formats/` says."
    yield "How they are written, and what holds in all of them: [what goes out](exports.md)."
    yield ""
    yield "| `--to` | is | opens in | checked with |"
    yield "|---|---|---|---|"
    every = [(name, declared(name)) for name in FORMATS]
    yield from (f"| `{name}` | {told.what} | {told.opens} | {told.checked} |" for name, told in every)
    for name, told in every:
        for part, losses in _losses(name, told):
            yield from ("", f"## {part}", "", "| lost | instead |", "|---|---|")
            yield from (f"| {what} | {instead} |" for what, instead in losses.items())
