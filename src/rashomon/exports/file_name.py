"""A row's id as the name of a file that any file system takes, no two alike."""

from __future__ import annotations

import re
from collections.abc import Collection

_LONGEST = 100


def file_name(wanted: str, taken: Collection[str]) -> str:
    """Give a name of ASCII letters, digits, "-" and "_" that differs from those `taken` in more than case."""
    first = name = re.sub(r"[^A-Za-z0-9_-]+", "-", wanted).strip("-")[:_LONGEST] or "report"
    folded = {n.casefold() for n in taken}
    number = 1
    while name.casefold() in folded:
        number += 1
        name = f"{first}-{number}"
    return name
