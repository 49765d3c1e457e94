"""What was read of a case is remembered while the case stands as it stood; what is oldest is forgotten first."""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock
from typing import Any, TypeVar

_T = TypeVar("_T")
_MOST = 512
"""Things of one kind that are remembered."""


class Memory:
    """Rows by kind and key: they hold for one state of one case, and may be asked for by several threads."""

    def __init__(self) -> None:
        self._held: dict[str, dict[str, Any]] = {}
        self._lock = Lock()

    def kept(self, kind: str, key: str, make: Callable[[], _T]) -> _T:
        """Give what is remembered, made now where nothing is."""
        held = self._held.setdefault(kind, {})
        try:
            return held[key]  # type: ignore[no-any-return]
        except KeyError:
            return self._keep(held, key, make())

    def _keep(self, held: dict[str, Any], key: str, made: _T) -> _T:
        with self._lock:
            held[key] = made
            while len(held) > _MOST:
                del held[next(iter(held))]
        return made

    def of(self, kind: str, ask: Callable[[str], _T]) -> Callable[[str], _T]:
        """Give `ask` as one that remembers."""
        return lambda key: self.kept(kind, key, lambda: ask(key))

    def some(self, kind: str, keys: list[str], ask: Callable[[list[str]], dict[str, _T]]) -> dict[str, _T]:
        """Give those of many that there are; `ask` is asked at once for all that are not remembered."""
        held = self._held.setdefault(kind, {})
        known = {key: one for key in keys if (one := held.get(key)) is not None}
        made = ask([key for key in keys if key not in known])
        for key, one in made.items():
            self._keep(held, key, one)
        return known | made
