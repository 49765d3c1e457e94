"""The formats that reports come in, one file each: its suffixes, its signs and its reader stand in that file alone.

A format is a module of this room that holds a `FORM`; it goes by the module's name, by which `--from` asks for it.
Nothing else names it: what is opened is recognised by what the forms say of themselves, told by how it begins, then by
the file's name, then by what a server says.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING

from rashomon.intake.decode import wide

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


_ANY = "text"
"""What everything else is; a name that says no more tells nothing."""
_ROOT_WITHIN = 2_000  # characters: a declaration and a comment may stand before the root


def form(head: bytes, name: str, kind: str = "") -> str:
    """Give the format of what begins with `head`, is called `name`, and was served as `kind`; else "text"."""
    stem = name.lower().removesuffix(".gz").removesuffix(".zst").removesuffix(".br")
    suffix = stem[stem.rfind(".") :] if "." in stem else ""
    forms = {known: declared(known) for known in FORMS}
    for known, one in forms.items():
        if one.opens is not None and one.opens(head, suffix):
            return known
    start = _beginning(head)
    if start.startswith("<"):
        roots = [(m.start(), known) for known, one in forms.items() if one.root and (m := one.root.search(start))]
        if roots:
            return min(roots)[1]
    named = next((known for known, one in forms.items() if suffix in one.suffixes and known != _ANY), "")
    told = named or next((known for known, one in forms.items() if kind and kind in one.kinds), "")
    looked = (known for known, one in forms.items() if one.looks is not None and one.looks(start, told, suffix))
    return next(looked, told or _ANY)


def unpacked(head: bytes) -> bytes:
    """Give the first bytes of a gzip file as they are unpacked; those of any other as they are."""
    if not head.startswith(b"\x1f\x8b"):
        return head
    try:
        return zlib.decompressobj(31).decompress(head, 4096)
    except zlib.error:
        return b""


def _beginning(head: bytes) -> str:
    head = head[:8192]
    encoding = wide(head[: len(head) // 4 * 4])
    return head.decode(encoding or "utf-8", "replace").lstrip("\ufeff \t\r\n")[:_ROOT_WITHIN]
