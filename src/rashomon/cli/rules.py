"""The command that lists the rules: what a `because` names, and what it does."""

from __future__ import annotations

import click


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
