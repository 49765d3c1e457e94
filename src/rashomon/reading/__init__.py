"""One report at a time, pure: regions → sentences → mentions → times → attributions → events → eventualities.

A reader is imported when first asked for, so that reading times costs neither spaCy nor the other readers.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from rashomon.reading.read import pipeline, read

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.tokens import Doc

    from rashomon.reading.attributions import attributions as attributions_component

    regions_component: Callable[[Doc], Doc]
    mentions_component: Callable[[Doc], Doc]
    times_component: Callable[[Doc], Doc]
    events_component: Callable[[Doc], Doc]
    eventualities_component: Callable[[Doc], Doc]

__all__ = [
    "attributions_component",
    "events_component",
    "eventualities_component",
    "mentions_component",
    "pipeline",
    "read",
    "regions_component",
    "times_component",
]


def __getattr__(name: str) -> Any:
    """Import a reader from its room."""
    room = name.removesuffix("_component")
    if name == room or name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{room}"), room)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
