"""Rows' ids as the names of files that any file system takes, no two alike."""

from __future__ import annotations

import re

_LONGEST = 100


class FileNames:
    """Gives a name for each id in one folder: ASCII letters, digits, "-" and "_", differing in more than case."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def new(self, wanted: str) -> str:
        """Give a name that none had yet."""
        first = name = re.sub(r"[^A-Za-z0-9_-]+", "-", wanted).strip("-")[:_LONGEST] or "report"
        number = 1
        while name.casefold() in self._taken:
            number += 1
            name = f"{first}-{number}"
        self._taken.add(name.casefold())
        return name
