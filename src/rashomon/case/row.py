# ruff: noqa: S608 (names of tables and columns are our own; values are always bound)
"""One record is one row: columns bear the names of its fields, a field of many values is a JSON column.

Records inside a JSON column are objects by field name; in a packed column they are lists in the order of their fields.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import fields
from functools import cache
from typing import Any, Generic, Literal, TypeVar, get_args, get_origin, get_type_hints

from rashomon.case.case_error import CaseError
from rashomon.case.packed import packed as as_lists
from rashomon.case.packed import unpacker
from rashomon.case.restore import converter

R = TypeVar("R")
_PLAIN = (str, int, float, bool)
_ENCODE = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=lambda r: _object(r)).encode
_DECODE = json.JSONDecoder().decode
_NOTHING = "[]"  # every third column of many values holds none


def _object(record: Any) -> dict[str, Any]:
    return {f.name: getattr(record, f.name) for f in fields(record)}


def _is_plain(hint: Any) -> bool:
    kinds = [a for a in get_args(hint) if a is not type(None)] if get_origin(hint) not in (Literal, tuple) else [hint]
    return all(k in _PLAIN or get_origin(k) is Literal for k in kinds or [hint])


class Row(Generic[R]):
    """How records of one type stand in their table."""

    def __init__(self, kind: type[R], table: str, owner: tuple[str, ...] = (), packed: tuple[str, ...] = ()) -> None:
        """`owner` are columns that stand before the record's own: the report it belongs to, its position.

        `packed` are columns whose records are kept as lists.
        """
        hints = get_type_hints(kind)
        self.kind = kind
        self.table = table
        self.columns = tuple(f.name for f in fields(kind))  # type: ignore[arg-type]
        self._encoded = tuple(at for at, c in enumerate(self.columns) if not _is_plain(hints[c]))
        self._flags = tuple(at for at, c in enumerate(self.columns) if hints[c] is bool)
        lists = frozenset(map(self.columns.index, packed))
        self._encode = {at: as_lists if at in lists else _ENCODE for at in self._encoded}
        self._made: tuple[tuple[int, Callable[[Any], Any]], ...] = tuple(
            (at, (unpacker if at in lists else converter)(hints[self.columns[at]])) for at in self._encoded
        )
        every = (*owner, *self.columns)
        self.insert = (
            f"INSERT OR REPLACE INTO {table} ({', '.join(map(_quoted, every))}) VALUES ({', '.join('?' * len(every))})"
        )
        self.select = f"SELECT {', '.join(map(_quoted, self.columns))} FROM {table}"

    def values(self, record: R) -> tuple[Any, ...]:
        """Give the record's own column values."""
        own = [getattr(record, column) for column in self.columns]
        for at in self._encoded:
            if own[at] is not None:
                own[at] = _NOTHING if own[at] == () else self._encode[at](own[at])
        return tuple(own)

    def record(self, values: Sequence[Any]) -> R:
        """Give the record that its own column values were made from. Raises CaseError where none can be."""
        try:
            return self._record(values)
        except (ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError) as error:
            raise CaseError(f"a row of {self.table} cannot be read ({error!s:.80}); the case is damaged") from error

    def _record(self, values: Sequence[Any]) -> R:
        own = list(values)
        for at in self._flags:
            own[at] = None if own[at] is None else bool(own[at])
        for at, make in self._made:
            if own[at] is not None:
                own[at] = make([] if own[at] == _NOTHING else _DECODE(own[at]))
        return self.kind(*own)


def _quoted(name: str) -> str:
    return f'"{name}"'


@cache
def row(kind: type[R], table: str, owner: tuple[str, ...] = (), packed: tuple[str, ...] = ()) -> Row[R]:
    """Give the row of `kind` in `table`, made once."""
    return Row(kind, table, owner, packed)
