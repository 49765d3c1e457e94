"""Styled lines for a terminal or a plain file: what reports say can colour nothing and move no cursor."""

from __future__ import annotations

from io import StringIO

from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.text import Text

from rashomon.exports.safe_text import printable


class TextRenderer:
    """Gathers printed lines of at most `width` columns; without `colour` they are plain text."""

    def __init__(self, width: int, *, colour: bool) -> None:
        self._out = StringIO()
        self._console = Console(
            file=self._out,
            width=max(width, 40),
            force_terminal=colour,
            no_color=not colour,
            highlight=False,
            emoji=False,
            markup=False,
        )

    def say(self, *parts: str | tuple[str, str], indent: int = 0) -> None:
        """Print one paragraph of words, each with its style or none."""
        self.print(Padding(styled(*parts), (0, 0, 0, indent)))

    def print(self, thing: RenderableType = "") -> None:
        """Print a renderable as it is."""
        self._console.print(thing)

    def text(self) -> str:
        """Give all that was printed, without white space at the ends of lines."""
        return "".join(line.rstrip() + "\n" for line in self._out.getvalue().splitlines())


def styled(*parts: str | tuple[str, str]) -> Text:
    """Join words, each with its style or none, with white space made single and nothing that steers."""
    text = Text()
    for part in parts:
        words, style = part if isinstance(part, tuple) else (part, "")
        text.append(printable(words.replace("\n", " ").replace("\r", " ").replace("\t", " ")), style)
    return text
