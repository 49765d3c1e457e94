"""Records to JSON and back, nothing lost, nothing added: `restore(type(r), as_json(r)) == r`. Interchange is schema 2.

A reason is written twice: as text under its own name, for people, and as its steps under that name with `_parts`, for
programs.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from rashomon.records import Findings, Reading, Reason

SCHEMA = 2
_REASONS = (Reason, tuple[Reason, ...])


def interchange(record: Reading | Findings) -> dict[str, Any]:
    """Give a reading or the findings as a JSON object, spans and all other rows as lists."""
    return {"schema": SCHEMA, **as_json(record)}


def as_json(record: Any) -> Any:
    """Give any record, or a tuple of them, as JSON values: the fields of a record by name, a tuple as a list."""
    return _json(record)


@cache
def _names(kind: Hashable) -> tuple[tuple[str, str], ...]:
    """The fields of a record, each with the name that the steps of its reasons go by, "" where it holds none."""
    if not is_dataclass(kind):
        return ()
    hints = get_type_hints(kind)
    return tuple((f.name, f"{f.name}_parts" if hints[f.name] in _REASONS else "") for f in fields(kind))


def _json(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_json(v) for v in value]
    kind: Any = type(value)
    if kind is Reason:
        return str(value)
    names = _names(kind)
    if not names:
        return value
    told: dict[str, Any] = {}
    for name, parts in names:
        held = getattr(value, name)
        told[name] = _json(held)
        if parts:
            told[parts] = held.parts() if isinstance(held, Reason) else [reason.parts() for reason in held]
    return told


R = TypeVar("R")


def restore(kind: type[R], value: Any) -> R:
    """Make a record (or any type a record's field may have) from its JSON value.

    Fields that the record does not have are passed over, fields not given take their default; offsets and other
    numbers are taken as they stand. A reason is read from its steps, given under its name with `_parts`; where these
    are not given, or write another text than the one given, from the text. Raises ValueError where a value cannot be
    one of `kind`.
    """
    any_kind: Any = kind
    record: R = converter(any_kind)(value)
    return record


@cache
def converter(kind: Hashable) -> Callable[[Any], Any]:
    """Give the function that restores values of one type."""
    if kind is Reason:
        return lambda value: reason(value, None)
    if is_dataclass(kind):
        return _record(kind)
    origin, arguments = get_origin(kind), get_args(kind)
    if origin is tuple:
        return _many(arguments[0]) if arguments[-1] is Ellipsis else _fixed(arguments)
    if origin in (Union, UnionType):
        (inner,) = (a for a in arguments if a is not NoneType)
        some = converter(inner)
        return lambda value: None if value is None else some(value)
    if origin is Literal:
        return _one_of(arguments)
    return _scalar(kind)


def _record(kind: Any) -> Callable[[Any], Any]:
    hints = get_type_hints(kind)
    made = [(f.name, converter(hints[f.name]), f.default is MISSING) for f in fields(kind)]
    reasoned = {f.name: f"{f.name}_parts" for f in fields(kind) if hints[f.name] == Reason}
    listed = {f.name: f"{f.name}_parts" for f in fields(kind) if hints[f.name] == tuple[Reason, ...]}

    def record(value: Any) -> Any:
        if not isinstance(value, Mapping):
            raise ValueError(f"a {kind.__name__} is an object, not {value!r:.60}")
        missing = [name for name, _, needed in made if needed and name not in value]
        if missing:
            raise ValueError(f"a {kind.__name__} without {', '.join(missing)}")
        held = {name: make(value[name]) for name, make, _ in made if name in value}
        for name, parts in reasoned.items():
            if value.get(parts) and name in value:
                held[name] = reason(value[name], value[parts])
        for name, parts in listed.items():
            if value.get(parts) and name in value:
                held[name] = reasons(value[name], value[parts])
        return kind(**held)

    return record


def reason(text: Any, parts: Any) -> Reason:
    """Give the reason that is written as `text` and has these parts, None where its text alone tells it."""
    if not isinstance(text, str):
        raise ValueError(f"{text!r:.60} is no reason")
    if parts is not None:
        told = Reason.of_parts(parts)
        if str(told) == text:
            return told
    return Reason.of_text(text)


def reasons(texts: Any, parts: Any) -> tuple[Reason, ...]:
    """Give the reasons that are written as `texts`, with their parts where these are given."""
    if not isinstance(texts, list | tuple):
        raise ValueError(f"a list is wanted, not {texts!r:.60}")
    if not isinstance(parts, list | tuple) or len(parts) != len(texts):
        parts = [None] * len(texts)
    return tuple([reason(text, part) for text, part in zip(texts, parts, strict=True)])


_AS_THEY_ARE = frozenset({int, str})


def _many(inner: Any) -> Callable[[Any], Any]:
    make = converter(inner)
    as_they_are = frozenset({inner} & _AS_THEY_ARE)

    def many(value: Any) -> Any:
        if not isinstance(value, list | tuple):
            raise ValueError(f"a list is wanted, not {value!r:.60}")
        if as_they_are and as_they_are.issuperset(map(type, value)):
            return tuple(value)
        return tuple([make(v) for v in value])

    return many


def _fixed(inner: tuple[Any, ...]) -> Callable[[Any], Any]:
    makes = [converter(i) for i in inner]
    as_they_are = list(inner) if _AS_THEY_ARE.issuperset(inner) else None  # most by far: the two ends of a span

    def fixed(value: Any) -> Any:
        if type(value) is list and [type(v) for v in value] == as_they_are:
            return tuple(value)
        if not isinstance(value, list | tuple) or len(value) != len(makes):
            raise ValueError(f"{len(makes)} values are wanted, not {value!r:.60}")
        return tuple([make(v) for make, v in zip(makes, value, strict=True)])

    return fixed


def _one_of(allowed: tuple[Any, ...]) -> Callable[[Any], Any]:
    known = frozenset(allowed)

    def one_of(value: Any) -> Any:
        if not isinstance(value, str) or value not in known:
            raise ValueError(f"{value!r:.60} is none of {', '.join(map(str, allowed))}")
        return value

    return one_of


def _scalar(kind: Any) -> Callable[[Any], Any]:
    def scalar(value: Any) -> Any:
        if type(value) is kind:
            return value
        if kind is bool and value in (0, 1):
            return bool(value)
        if kind is float and isinstance(value, int) and not isinstance(value, bool):
            return float(value)
        if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
            raise ValueError(f"{value!r:.60} is not {kind.__name__}")
        return value

    return scalar
