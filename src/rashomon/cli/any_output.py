"""Whatever the terminal or file behind standard output can show is shown; the rest is told in ASCII, never an error.

`NO_COLOR` (https://no-color.org), set to anything, takes the colours away.
"""

from __future__ import annotations

import codecs
import os
import sys

_PLAIN = "rashomon.plain"
_SIGNS = {"✗": "x", "✓": "v", "●": "*", "○": "o", "…": "...", "→": "->", "←": "<-", "✎": "*", "·": "-"}


def colour() -> bool:
    """Whether standard output is a terminal that may be given colours."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR")


def fit_any_output() -> None:
    """Let standard output and error replace what their encoding cannot hold by its nearest ASCII."""
    codecs.register_error(_PLAIN, _plain)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure") and stream.errors == "strict":
            stream.reconfigure(errors=_PLAIN)


def _plain(error: UnicodeError) -> tuple[str, int]:
    """The nearest ASCII of characters that an encoding cannot hold; of those that have none, a question mark each."""
    from anyascii import anyascii

    if not isinstance(error, UnicodeEncodeError):
        raise error
    words = error.object[error.start : error.end]
    return "".join(_SIGNS.get(c) or anyascii(c) or "?" for c in words), error.end
