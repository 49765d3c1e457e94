"""Which format some bytes are in, told by how they begin, then by the file's name, then by what a server says."""

from __future__ import annotations

import zlib

from rashomon.intake.decode import wide
from rashomon.intake.forms import FORMS, declared

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
