# ruff: noqa: S608 (names of tables and columns are our own; values are always bound)
"""One record is one row: columns bear the names of its fields, a field of many values is a JSON column.

Records inside a JSON column are objects by field name; in a packed column they are lists in the order of their fields,
without their names (`unpacker(kind)(json.loads(as_lists(record))) == record`). A reason is a column of text, for
whoever looks into the file; its steps stand in a column of their own, named with `_parts` behind it, where the text
alone does not tell them.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Hashable, Sequence
from dataclasses import fields, is_dataclass
from functools import cache, lru_cache
from types import NoneType, UnionType
from typing import Any, Generic, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from rashomon.case.connect import CaseError
from rashomon.records import Reason
from rashomon.records.interchange import converter, reason, reasons


@cache
def _names(kind: Hashable) -> tuple[str, ...]:
    return tuple(f.name for f in fields(kind))  # type: ignore[arg-type]


def _list(record: Any) -> list[Any]:
    kind: Any = type(record)
    return [getattr(record, name) for name in _names(kind)]


as_lists = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=_list).encode
"""Give a record, or a tuple of them, as JSON."""


@cache
def unpacker(kind: Hashable) -> Callable[[Any], Any]:
    """Give the function that makes records of `kind` from their lists; ValueError where one has too few or too many."""
    if is_dataclass(kind):
        hints = get_type_hints(kind)
        makes = [unpacker(hints[name]) for name in _names(kind)]
        made: Any = kind
        return lambda values: made(*[make(v) for make, v in zip(makes, values, strict=True)])
    origin, arguments = get_origin(kind), get_args(kind)
    if origin is tuple and arguments[-1] is Ellipsis:
        one = unpacker(arguments[0])
        return lambda values: tuple([one(v) for v in values])
    if origin in (Union, UnionType):
        (inner,) = (a for a in arguments if a is not NoneType)
        some = unpacker(inner)
        return lambda value: None if value is None else some(value)
    return converter(kind)


R = TypeVar("R")
_PLAIN = (str, int, float, bool)
_ENCODE = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=lambda r: _object(r)).encode
_WHOLE = json.JSONDecoder()
_NOTHING = "[]"  # every third column of many values holds none


def _decode(text: str) -> Any:
    """Read a JSON text: as `json.loads`, without looking for white space around it where there is none."""
    value, end = _WHOLE.raw_decode(text)
    return value if end == len(text) else _WHOLE.decode(text)


def _object(record: Any) -> Any:
    if isinstance(record, Reason):
        return str(record)
    kind: Any = type(record)
    told = {name: getattr(record, name) for name in _names(kind)}
    return told | {
        f"{name}_parts": held.parts() for name, held in told.items() if isinstance(held, Reason) and _is_more(held)
    }


def as_objects(held: Any) -> str:
    """Give records, in lists and objects, as the JSON that columns of many values hold: `restore` reads it."""
    return _ENCODE(held)


def _is_more(told: Reason) -> bool:
    return bool(told.also) or Reason.of_text(str(told)) != told


def parts(held: Reason | tuple[Reason, ...]) -> str | None:
    """Give the steps of a reason, or of several, as JSON; None where the text tells them."""
    if isinstance(held, Reason):
        return _ENCODE(held.parts()) if _is_more(held) else None
    return _ENCODE([one.parts() for one in held]) if any(map(_is_more, held)) else None


def _is_plain(hint: Any) -> bool:
    kinds = [a for a in get_args(hint) if a is not type(None)] if get_origin(hint) not in (Literal, tuple) else [hint]
    return all(k in _PLAIN or get_origin(k) is Literal for k in kinds or [hint])


class Row(Generic[R]):
    """How records of one type stand in their table."""

    def __init__(
        self,
        kind: type[R],
        table: str,
        owner: tuple[str, ...] = (),
        packed: tuple[str, ...] = (),
        linked: tuple[str, ...] = (),
    ) -> None:
        """`owner` are columns that stand before the record's own: the report it belongs to, its position.

        `packed` are columns whose records are kept as lists; `linked` are ids of other rows, NULL where the record has
        "": no foreign key is then asked for.
        """
        hints = get_type_hints(kind)
        self.kind = kind
        self.table = table
        named = tuple(f.name for f in fields(kind))  # type: ignore[arg-type]
        self._fields = len(named)
        self._reason = tuple(at for at, c in enumerate(named) if hints[c] == Reason)
        self._reasons = tuple(at for at, c in enumerate(named) if hints[c] == tuple[Reason, ...])
        self._reasoned = (*self._reason, *self._reasons)
        self.columns = (*named, *(f"{named[at]}_parts" for at in self._reasoned))
        self._encoded = tuple(at for at, c in enumerate(named) if at not in self._reasoned and not _is_plain(hints[c]))
        self._linked = tuple(map(self.columns.index, linked))
        self._flags = tuple(at for at, c in enumerate(named) if hints[c] is bool)
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
        own = [getattr(record, column) for column in self.columns[: self._fields]]
        own += [parts(own[at]) for at in self._reasoned]
        for at in self._reason:
            own[at] = str(own[at])
        for at in self._reasons:
            own[at] = _ENCODE(own[at]) if own[at] else _NOTHING
        for at in self._encoded:
            if own[at] is not None:
                own[at] = _NOTHING if own[at] == () else self._encode[at](own[at])
        for at in self._linked:
            own[at] = own[at] or None
        return tuple(own)

    def record(self, values: Sequence[Any]) -> R:
        """Give the record that its own column values were made from. Raises CaseError where none can be."""
        try:
            return self._record(values)
        except (ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError) as error:
            raise CaseError(f"a row of {self.table} cannot be read ({error!s:.80}); the case is damaged") from error

    def _record(self, values: Sequence[Any]) -> R:
        own, told_parts = list(values[: self._fields]), values[self._fields :]
        for at, steps in zip(self._reasoned, told_parts, strict=True):
            own[at] = (_reason if at in self._reason else _reasons)(own[at], steps)
        for at in self._flags:
            own[at] = None if own[at] is None else bool(own[at])
        for at in self._linked:
            own[at] = own[at] or ""
        for at, make in self._made:
            if own[at] is not None:
                own[at] = make([] if own[at] == _NOTHING else _decode(own[at]))
        return self.kind(*own)


@lru_cache(maxsize=1 << 14)
def _reason(text: str, steps: str | None) -> Reason:
    """Few reasons stand in very many rows."""
    return reason(text, None if steps is None else _decode(steps))


@lru_cache(maxsize=1 << 12)
def _reasons(texts: str, steps: str | None) -> tuple[Reason, ...]:
    return reasons([] if texts == _NOTHING else _decode(texts), None if steps is None else _decode(steps))


def _quoted(name: str) -> str:
    return f'"{name}"'


@cache
def row(
    kind: type[R],
    table: str,
    owner: tuple[str, ...] = (),
    packed: tuple[str, ...] = (),
    linked: tuple[str, ...] = (),
) -> Row[R]:
    """Give the row of `kind` in `table`, made once."""
    return Row(kind, table, owner, packed, linked)
