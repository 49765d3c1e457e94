"""Characters that steer a terminal or reorder a line are shown by their numbers; all others stand as they are."""

from __future__ import annotations

_STEERING = (
    *(c for c in range(0x20) if chr(c) not in "\t\n\r"),
    *range(0x7F, 0xA0),
    *range(0x202A, 0x202F),  # embeddings and overrides of direction
    *range(0x2066, 0x206A),  # isolates
    *range(0xD800, 0xE000),  # lone surrogates
)
_SHOWN = {c: f"\\x{c:02x}" if c < 0x100 else f"\\u{c:04x}" for c in _STEERING}


def printable(text: str) -> str:
    """Give `text` so that it can only be seen, never obeyed: no escape sequence, no reversed line, no NUL."""
    return text.translate(_SHOWN)
