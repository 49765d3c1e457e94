"""Every address on a page is made here: of the running program, or of a file beside the page.

How a list is narrowed, sorted and paged is what its address asks for; each narrowing can be taken off alone.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from typing import Protocol
from urllib.parse import quote, urlencode


class Links(Protocol):
    """Gives addresses; `live` tells whether something answers questions there."""

    live: bool

    def __call__(self, screen: str, row: str = "", mark: str = "", **asked: str) -> str:
        """Give the address of a screen, or of one row of it, at `mark`; `asked` narrows what it shows."""

    def line(self, entry: str, story: str) -> str:
        """Give the address of one line of the chronicle, of this story."""


class Served:
    """Addresses of the running program."""

    live = True

    def __call__(self, screen: str, row: str = "", mark: str = "", **asked: str) -> str:
        """Give an address that begins with a slash; whatever the row's id holds is escaped."""
        path = "/" if screen == "chronicle" else f"/{screen}" + (f"/{quote(row, safe='')}" if row else "")
        query = urlencode({key: value for key, value in asked.items() if value})
        return path + (f"?{query}" if query else "") + (f"#{quote(mark)}" if mark else "")

    def line(self, entry: str, story: str) -> str:
        """Give the address of the line alone."""
        return self("lines", entry)


class OnDisk:
    """Names of files in one folder."""

    live = False

    def __call__(self, screen: str, row: str = "", mark: str = "", **asked: str) -> str:
        """Give a file's name: no character of it comes from a report."""
        if screen == "static":
            return row
        narrowed = "&".join(f"{key}={value}" for key, value in sorted(asked.items()) if value)
        key = f"{row}?{narrowed}" if narrowed else row
        name: str = "index" if screen == "chronicle" and not key else screen
        if key:
            name += f"-{blake2b(key.encode('utf-8', 'surrogatepass'), digest_size=8).hexdigest()}"
        return f"{name}.html" + (f"#{quote(mark)}" if mark else "")

    def line(self, entry: str, story: str) -> str:
        """Give its place on the page of its story."""
        return self("chronicle", "", entry, story=story)


@dataclass(frozen=True, slots=True)
class Narrowing:
    """The filters that are on, by name; the order ("" the list's own); the rows before this page.

    `chips` are the filters with what people call them, `fixed` what stays when all of them are taken off.
    """

    on: dict[str, str]
    order: str
    start: int
    chips: tuple[tuple[str, str], ...] = ()
    fixed: frozenset[str] = frozenset()

    def without(self, name: str) -> dict[str, str]:
        """Give what the address asks for with one filter taken off."""
        return {**{key: value for key, value in self.on.items() if key != name}, "sort": self.order}

    def cleared(self) -> dict[str, str]:
        """Give what it asks for with all filters taken off."""
        return {key: value for key, value in self.on.items() if key in self.fixed}

    def sorted_by(self, order: str) -> dict[str, str]:
        """Give what it asks for in another order, from the first page."""
        return {**self.on, "sort": order}

    def page(self, rows: int) -> tuple[int, int]:
        """Give where a page of so many rows begins, and how many it has."""
        return self.start, rows

    def following(self, rows: int, count: int) -> str:
        """Give the rows before the next page, "" where there is none."""
        return str(self.start + rows) if self.start + rows < count else ""


def narrowing(
    asked: Mapping[str, str], names: Collection[str], orders: Collection[str], called: Mapping[str, str] | None = None
) -> Narrowing:
    """Read it from what is `asked`; `called` gives what a chip says in front of the value ("from ")."""
    on = {name: asked[name] for name in names if asked.get(name)}
    order = asked.get("sort", "")
    start = asked.get("after", "")
    number = int(start) if start.isascii() and start.isdigit() and len(start) < 10 else 0
    before = called or {}
    chips = tuple((name, f"{before[name]}{value}") for name, value in on.items() if name in before)
    return Narrowing(on, order if order in orders else "", number, chips, frozenset(on) - frozenset(before))
