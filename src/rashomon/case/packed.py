"""Records in little room: each a list in the order of its fields, without their names; what is inside them too.

`unpacker(kind)(json.loads(packed(record))) == record`.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Hashable
from dataclasses import fields, is_dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from rashomon.case.restore import converter


@cache
def _names(kind: Hashable) -> tuple[str, ...]:
    return tuple(f.name for f in fields(kind))  # type: ignore[arg-type]


def _list(record: Any) -> list[Any]:
    kind: Any = type(record)
    return [getattr(record, name) for name in _names(kind)]


packed = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=_list).encode
"""Give a record, or a tuple of them, as JSON."""


@cache
def unpacker(kind: Hashable) -> Callable[[Any], Any]:
    """Give the function that makes records of `kind` from their lists; ValueError where one has too few or too many."""
    if is_dataclass(kind):
        hints = get_type_hints(kind)
        makes = [unpacker(hints[name]) for name in _names(kind)]
        made: Any = kind
        return lambda values: made(*(make(v) for make, v in zip(makes, values, strict=True)))
    origin, arguments = get_origin(kind), get_args(kind)
    if origin is tuple and arguments[-1] is Ellipsis:
        one = unpacker(arguments[0])
        return lambda values: tuple([one(v) for v in values])
    if origin in (Union, UnionType):
        (inner,) = (a for a in arguments if a is not NoneType)
        some = unpacker(inner)
        return lambda value: None if value is None else some(value)
    return converter(kind)
