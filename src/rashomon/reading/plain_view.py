"""A text as it is seen on paper, with the way back: what is invisible left out, what stands for others resolved.

Soft hyphens, zero-width marks and marks of direction count for nothing; hard and thin spaces are spaces; ligatures are
their letters; the mark behind what owns ("the rebels’ leader") is the plain one; tags are gone and references are the
characters that they name; mojibake is what was meant. `back` gives for a span of the view the span of the stored text
that it was seen in.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from functools import cache
from html import unescape
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

from rashomon.records import Reason, Span
from rashomon.records.mojibake import misread

R = TypeVar("R")
_INVISIBLE = "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb"
_SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_INLINE = "a|abbr|b|big|cite|code|em|font|i|ins|mark|q|s|small|span|strong|sub|sup|time|tt|u|wbr|img"
_BLOCK = "br|p|div|h[1-6]|li|ul|ol|blockquote|figure|figcaption|section|article|hr|table|tr|td|th|tbody"
_SEEN = re.compile(
    rf"(?P<invisible>[{_INVISIBLE}]+)|(?P<space>[{_SPACES}])|(?P<ligature>[\ufb00-\ufb06])"
    rf"|(?P<inline></?(?:{_INLINE})(?:\s[^<>]{{0,1000}})?/?>)|(?P<block></?(?:{_BLOCK})(?:\s[^<>]{{0,1000}})?/?>)"
    r"|(?P<cut>\s?\[\+?\s?[\d,]{1,9}\s(?:chars|characters)\]\s*\Z)"
    r"|(?P<reference>&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,12}\d{0,2});)",
    re.IGNORECASE,
)
_OWNS = re.compile(r"\n|‘|(?<=[A-Za-z]s)’(?=\s[a-z0-9])")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f]")


@dataclass(frozen=True, slots=True)
class PlainView:
    """The text as it is seen, and of each of its characters where it stands in the stored text; () where it is that."""

    text: str
    starts: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()

    def back(self, start: int, end: int) -> Span:
        """Give the span of the stored text in which `[start, end)` of the view was seen."""
        if not self.starts:
            return start, end
        if start >= end or end > len(self.ends):
            at = self.starts[start] if start < len(self.starts) else (self.ends[-1] if self.ends else 0)
            return at, at
        return self.starts[start], self.ends[end - 1]


def plain_view(text: str) -> PlainView:
    """Give the view of a text."""
    changes = sorted(_changes(text))
    if not changes:
        return PlainView(text)
    if all(len(shown) == end - start == 1 for start, end, shown in changes):
        seen = list(text)
        for start, _, shown in changes:
            seen[start] = shown
        return PlainView("".join(seen))
    parts: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    at = 0
    for start, end, shown in changes:
        if start < at:
            continue
        parts += [text[at:start], shown]
        starts += [*range(at, start), *[start] * len(shown)]
        ends += [*range(at + 1, start + 1), *[end] * len(shown)]
        at = end
    parts.append(text[at:])
    starts += range(at, len(text))
    ends += range(at + 1, len(text) + 1)
    return PlainView("".join(parts), tuple(starts), tuple(ends))


def _changes(text: str) -> list[tuple[int, int, str]]:
    found = list(misread(text))
    for match in _SEEN.finditer(text):
        shown = _shown(match)
        if shown != match.group():
            found.append((match.start(), match.end(), shown))
    return found + list(_owning(text))


def _owning(text: str) -> Iterator[tuple[int, int, str]]:
    """Give the marks behind what owns; none of a paragraph in which they may close a quotation."""
    quotes = False
    for match in _OWNS.finditer(text):
        if match.group() != "’":
            quotes = match.group() == "‘"
        elif not quotes:
            yield match.start(), match.end(), "'"


def _shown(match: re.Match[str]) -> str:
    seen = match.group()
    if match.lastgroup == "space":
        return " "
    if match.lastgroup == "ligature":
        return unicodedata.normalize("NFKC", seen)
    if match.lastgroup == "block":
        return "\n" if seen.casefold().startswith("<br") else "\n\n"
    if match.lastgroup == "reference":
        told = unescape(seen)
        if told == seen or _CONTROL.search(told) or any("\ud800" <= c <= "\udfff" for c in told):
            return seen
        return " " if re.fullmatch(f"[{_SPACES}]", told) else "" if re.fullmatch(f"[{_INVISIBLE}]", told) else told
    return ""


def led_back(record: R, view: PlainView) -> R:
    """Give a record of the view with every span of it led back to the stored text."""
    kind: Any = type(record)
    led: R = _mapper(kind)(record, view) if view.starts else record
    return led


@cache
def _mapper(kind: Any) -> Callable[[Any, PlainView], Any]:
    """Give the function that leads back the spans in values of one type; it is found once, by the type's own fields.

    A reason is words and no place, and holds reasons: it is as it is.
    """
    if kind is Reason:
        return _as_it_is
    if is_dataclass(kind):
        hints = get_type_hints(kind)
        names = [f.name for f in fields(kind)]
        own = "start" in names and "end" in names
        inner = [(name, mapper) for name in names if (mapper := _mapper(hints[name])) is not _as_it_is]
        if not own and not inner:
            return _as_it_is

        def record(value: Any, view: PlainView) -> Any:
            changed = {name: mapper(getattr(value, name), view) for name, mapper in inner}
            if own:
                changed["start"], changed["end"] = view.back(value.start, value.end)
            return replace(value, **changed)

        return record
    if kind == Span:
        return lambda value, view: view.back(*value)
    origin, arguments = get_origin(kind), get_args(kind)
    if origin is tuple and len(arguments) == 2 and arguments[1] is Ellipsis:
        each = _mapper(arguments[0])
        return _as_it_is if each is _as_it_is else lambda value, view: tuple(each(one, view) for one in value)
    some = [mapper for one in arguments if one is not type(None) and (mapper := _mapper(one)) is not _as_it_is]
    if origin is not tuple and len(some) == 1:
        return lambda value, view: None if value is None else some[0](value, view)
    return _as_it_is


def _as_it_is(value: Any, view: PlainView) -> Any:
    return value
