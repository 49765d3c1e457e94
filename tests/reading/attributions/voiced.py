"""Shared by tests of attributions: who says what in a text, in whose words it stands, and how much of a table is read."""

from collections.abc import Iterable, Sequence
from functools import cache

from rashomon.reading import read
from rashomon.records import Report

Row = tuple[str, str | None, str | None]
"""Who says it, what (None: anything), and in whose words it stands: a source, "" for nobody's, None for either."""


@cache
def voiced(text: str) -> tuple[tuple[str, str, str], ...]:
    """The source, content and outer source of each attribution of a report of that text, pieces joined by " … "."""
    rows = next(iter(read([Report("r", text, outlet="Elm Echo", published="2031-05-08")]))).attributions
    source = {row.id: " … ".join(text[a:b] for a, b in row.source) for row in rows}
    return tuple(
        (source[row.id], " … ".join(text[a:b] for a, b in row.content), source.get(row.nested_in or "", ""))
        for row in rows
    )


def bare(words: str) -> str:
    """Words without the marks at their ends."""
    return words.strip(" .,“”‘’'")


def holds(text: str, wanted: Row) -> bool:
    """Whether the row that is wanted was read from the text; a quotation may be one of several that somebody says."""
    who, what, outer = wanted
    part = what is not None and what.startswith("“")
    return any(
        source == who
        and (what is None or bare(content) == bare(what) or (part and bare(what) in content))
        and (outer is None or around == outer)
        for source, content, around in voiced(text)
    )


def missed(table: Iterable[tuple[str, Sequence[Row]]]) -> list[str]:
    """The texts of a table of which a row was not read; those without a row must attribute nothing."""
    return [text for text, rows in table if (any(not holds(text, r) for r in rows) if rows else voiced(text))]
