"""The commands that list what there is: the formats, with what each loses, and the rules, with what each does."""

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


@click.command()
@click.argument("word", required=False, default="")
def rules(word: str) -> None:
    """List the rules by which rows are made, with the file that holds each, what it says, and a text that fires it.

    WORD narrows the list to rules, files and sayings that hold it, as in `rashomon rules surname-of`. A "…" in a name
    stands for what changes from row to row; in a text "¶" parts lines, "‖" reports. `rashomon show CASE --why ID` names
    the rules of a row.
    """
    from rashomon.rules import rules as every

    low = word.casefold()
    home = ""
    for rule in every():
        if not any(low in told.casefold() for told in (rule.name, rule.home, rule.says)):
            continue
        if rule.home != home:
            click.echo(f"\n{rule.home}" if home else rule.home)
            home = rule.home
        click.echo(f"  {rule.name}  {rule.says}")
        if rule.example:
            click.echo(f"      {rule.example}")
    if not home:
        raise click.ClickException(f"no rule holds {word!r}")
