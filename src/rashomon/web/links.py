"""Every address on a page is made here: of the running program, or of a file beside the page."""

from __future__ import annotations

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
