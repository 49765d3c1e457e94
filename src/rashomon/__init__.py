"""rashomon: who says so, through whom, and how many of them really know.

Many reports of one developing story in, a sourced chronicle out. The names below are the stable face; each is
imported when first asked for, so that `import rashomon` costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rashomon.case import Case
    from rashomon.comparing import compare
    from rashomon.comparing.similarity import SAME_NAME, explain_similarity, similarity
    from rashomon.exports.ledger import MissingPackageError
    from rashomon.exports.search import search
    from rashomon.exports.tables import Tables
    from rashomon.formats import export
    from rashomon.reading.read import read

__version__ = "0.2.0"

_HOMES = {
    "Case": "rashomon.case",
    "MissingPackageError": "rashomon.exports",
    "SAME_NAME": "rashomon.comparing.similarity",
    "Tables": "rashomon.exports",
    "compare": "rashomon.comparing",
    "explain_similarity": "rashomon.comparing.similarity",
    "export": "rashomon.formats",
    "read": "rashomon.reading",
    "search": "rashomon.exports.search",
    "similarity": "rashomon.comparing.similarity",
}

__all__ = [
    "SAME_NAME",
    "Case",
    "MissingPackageError",
    "Tables",
    "compare",
    "explain_similarity",
    "export",
    "read",
    "search",
    "similarity",
]


def __getattr__(name: str) -> Any:
    """Import a name of the stable face from its room."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])
