"""The formats that reports come in, one file each: its suffixes, its signs and its reader stand in that file alone.

A format is a module of this room that holds a `FORM`; it goes by the module's name, by which `--from` asks for it.
Nothing else names it: what is opened is recognised by what the forms say of themselves.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rashomon.intake.source import Found, Source
    from rashomon.intake.taking import Taking
    from rashomon.records import Refusal, Taken

FORMS: tuple[str, ...] = tuple(sorted(module.name for module in iter_modules(__path__)))
"""Their names, known without importing any."""
FIELDS = "see the fields that a report may have in docs/inputs.md"
AS_TEXT = "save the article as text"
"""What may be done where a format is not read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class InputForm:
    """How one format is recognised and read.

    `read` gives what something opened holds. Recognised it is by its first bytes (`opens`, also told the suffix), by
    the first element of a page or XML (`root`), by the file's suffix or what a server says (`kinds`), and where these
    tell nothing, or only "feed", by how its text begins (`looks`, told that and the suffix). No two forms claim one
    beginning. `an_article` is what may lie behind a link of a feed.
    """

    read: Callable[[Taking, Source], Iterator[Found | Refusal | Taken]]
    suffixes: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    opens: Callable[[bytes, str], bool] | None = None
    root: re.Pattern[str] | None = None
    looks: Callable[[str, str, str], bool] | None = None
    an_article: bool = False


@cache
def declared(name: str) -> InputForm:
    """Give the format of that name. Raises ValueError where there is none."""
    if name not in FORMS:
        raise ValueError(f"there is no format {name!r}: {', '.join(FORMS)}")
    told: InputForm = import_module(f"{__name__}.{name}").FORM
    return told


def suffixes() -> tuple[str, ...]:
    """Give what the names of files in any of the formats end in."""
    return tuple(suffix for name in FORMS for suffix in declared(name).suffixes)
