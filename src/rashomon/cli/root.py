"""The root of the commands: its help tells each in a whole sentence, by what a person wants to do."""

from __future__ import annotations

import re
from typing import Any

import click

SECTIONS: dict[str, tuple[str, ...]] = {
    "Make a case and look at it": ("demo", "build", "watch", "show", "timeline", "search", "serve"),
    "Put it right": ("correct", "grade", "corrections", "point"),
    "Take it elsewhere": ("export", "formats", "import", "datasette", "read"),
    "Look after it": ("case", "check", "rescue", "rules", "manual"),
}
_SENTENCE = re.compile(r"(.+?)[.:](?:\s|$)", re.DOTALL)


class Root(click.Group):
    """A group whose help lists its commands in sections; a file that cannot be asked for is one line in all of them."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; a name that no system takes, and whatever else is wrong with a file, is told in one line."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            raise  # click ends quietly where the reader of a pipe has gone
        except OSError as error:
            raise click.ClickException(f"{error.filename or 'file'}: {error.strerror or error}") from error

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


def _sentence(command: click.Command) -> str:
    told = " ".join((command.help or "").split())
    found = _SENTENCE.match(told)
    return f"{found[1]}." if found else told
