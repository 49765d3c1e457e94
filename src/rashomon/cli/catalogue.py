"""The program told by itself: its help and manual page, the formats with what each loses, the rules it reads by.

Help tells each command in a whole sentence, by what a person wants to do.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator, Mapping
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import click

from rashomon import __version__
from rashomon.cli.paths import told_of
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
        click.echo("\n".join(_formats_page()))
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
        from rashomon.web.taken_along import LOSSES

        yield "html, a folder", LOSSES
    yield name, told.losses


def _plain(words: str) -> str:
    """Words without the links of Markdown."""
    import re

    return re.sub(r"\[(.+?)\]\(.+?\)", r"\1", words)


def _formats_page() -> Iterator[str]:
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
        if rule.example or rule.without:
            click.echo(f"      {rule.example or f'(no text of reports fires it: {rule.without})'}")
    if not home:
        raise click.ClickException(f"no rule holds {word!r}")


SECTIONS: dict[str, tuple[str, ...]] = {
    "Make a case and look at it": ("demo", "build", "watch", "show", "timeline", "search", "serve"),
    "Put it right": ("correct", "grade", "corrections", "point"),
    "Take it elsewhere": ("export", "formats", "import", "datasette", "read"),
    "Look after it": ("case", "check", "rescue", "rules", "manual"),
}
_SENTENCE = re.compile(r"(.+?)[.:](?:\s|$)", re.DOTALL)


class Root(click.Group):
    """A group whose help lists its commands in sections; a file that cannot be asked for is one line in all of them."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Refuse what holds a NUL, which no name of a file may have: who calls from Python can give one."""
        if odd := next((arg for arg in args if "\0" in arg), None):
            raise click.UsageError(f"{odd!r} holds a NUL, which nothing that can be given here has", ctx)
        return super().parse_args(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; whatever is wrong with a file, its name too, is told in one line; an interrupt is 130."""
        try:
            done = super().invoke(ctx)
            sys.stdout.flush()  # what waits to be written is written now, or it is told that it was not
            return done
        except KeyboardInterrupt:
            click.echo("interrupted", err=True)
            raise click.exceptions.Exit(130) from None
        except BrokenPipeError:
            raise  # click ends quietly where the reader of a pipe has gone
        except OSError as error:
            raise click.ClickException(told_of(error)) from error

    def main(self, *args: Any, **more: Any) -> Any:
        """Run the program; what its streams do not take, be it help or the line that says so, is no trace."""
        try:
            return super().main(*args, **more)
        except OSError as error:  # help is written before any command is run
            with suppress(OSError, ValueError):
                click.echo(f"Error: {error.filename or 'standard output'}: {error.strerror or error}", err=True)
            sys.exit(1)
        finally:
            for stream in filter(None, (sys.stdout, sys.stderr)):
                _let_go(stream)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write every command with its first sentence, whole."""
        listed = {name for names in SECTIONS.values() for name in names}
        rest = tuple(name for name in self.list_commands(ctx) if name not in listed)
        for title, names in (*SECTIONS.items(), ("Commands", rest)):
            commands = [(name, self.get_command(ctx, name)) for name in names]
            rows = [(name, _sentence(command)) for name, command in commands if command is not None]
            if rows:
                with formatter.section(title):
                    formatter.write_dl(rows)


def _let_go(stream: Any) -> None:
    """Forget what a stream does not take: at its end the program would try it again, and show a trace."""
    try:
        stream.flush()
    except (OSError, ValueError):
        with suppress(OSError, ValueError):
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, stream.fileno())
            os.close(nowhere)


def _sentence(command: click.Command) -> str:
    told = " ".join((command.help or "").split())
    found = _SENTENCE.match(told)
    return f"{found[1]}." if found else told


_OPENS = re.compile(r"^(['.])", re.MULTILINE)
_EXITS = (
    ("0", "something was built, written or shown"),
    ("1", "nothing could be"),
    ("2", "wrong usage"),
    ("130", "interrupted; the same command goes on where it stood"),
)


@click.command()
@click.pass_context
def manual(context: click.Context) -> None:
    """Print the manual page of all commands, for `man`: rashomon manual > rashomon.1."""
    root = context.find_root()
    assert isinstance(root.command, click.Group)  # noqa: S101 (it is the group that this command was added to)
    click.echo("\n".join(_page(root, root.command)))


def _page(context: click.Context, root: click.Group) -> Iterator[str]:
    yield f'.TH RASHOMON 1 "" "rashomon {__version__}" "User Commands"'
    yield from (".SH NAME", "rashomon \\- who says so, through whom, and how many of them really know")
    yield from (".SH SYNOPSIS", ".B rashomon", "[OPTIONS] COMMAND [ARGS]...")
    yield ".SH DESCRIPTION"
    yield from _prose(root.help or "")
    yield ".SH OPTIONS"
    yield from _options(root, context)
    yield ".SH COMMANDS"
    for name, command in sorted(root.commands.items()):
        inside = click.Context(command, info_name=name, parent=context)
        usage = " ".join(command.collect_usage_pieces(inside))
        yield from (f'.SS "rashomon {name}"', f".B rashomon {name}", _roff(usage), ".PP")
        yield from _prose(command.help or "")
        yield from _options(command, inside)
    yield ".SH EXIT STATUS"
    for status, what in _EXITS:
        yield from (".TP", f".B {status}", what)
    yield from (".SH FILES", ".TP", ".I ~/.config/rashomon/config.toml", "Settings: options that repeat.")
    yield from (".SH ENVIRONMENT", "Every option but \\-\\-force: RASHOMON_COMMAND_OPTION, or RASHOMON_OPTION where")
    yield from ("several commands have it. NO_COLOR takes colours away.",)


def _prose(told: str) -> Iterator[str]:
    """Paragraphs of a help text; one that click keeps as it is stands as it is."""
    for paragraph in re.split(r"\n\s*\n", told.strip()):
        lines = [line.rstrip() for line in paragraph.splitlines()]
        if lines and lines[0].strip() == "\b":
            yield from (".PP", ".nf", *map(_roff, lines[1:]), ".fi")
        elif lines:
            yield from (".PP", _roff(" ".join(line.strip() for line in lines)))


def _options(command: click.Command, context: click.Context) -> Iterator[str]:
    for param in command.get_params(context):
        told = param.get_help_record(context)
        if told:
            yield from (".TP", f".B {_roff(told[0])}", _roff(" ".join(told[1].split())))


def _roff(words: str) -> str:
    """Words as roff shows them: no backslash, dash or opening sign is a command."""
    plain = _OPENS.sub(r"\\&\1", words.replace("\\", "\\e").replace("-", "\\-").replace("|", "|\\:"))
    return "".join(c if c.isascii() else f"\\[u{ord(c):04X}]" for c in plain)
