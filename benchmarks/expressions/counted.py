"""A backtracking matcher that finds what `re` finds and counts its steps: what an expression costs, without a clock."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from re import _compiler, _constants, _parser  # type: ignore[attr-defined]
from typing import Any

Op = tuple[Any, ...]
_MANY = int(_constants.MAXREPEAT)
_SINGLE = {_constants.LITERAL, _constants.NOT_LITERAL, _constants.ANY, _constants.IN}


class OverError(Exception):
    """More steps than any comparison needs."""


class Counted:
    """An expression whose steps are counted; `steps` grows with each thing that is looked for."""

    def __init__(self, expression: re.Pattern[str], most: int = 5_000_000) -> None:
        parsed = _parser.parse(expression.pattern, expression.flags)
        self.steps, self._most, self._marks = 0, most, parsed.state.groups
        self._groups = 2 * parsed.state.groups
        self._program = [*self._many(list(parsed), expression.flags | parsed.state.flags), ("found",)]

    def finds(self, text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
        """Give the spans that `finditer` would give."""
        stop, at, empty_at = len(text) if end is None else min(end, len(text)), start, -1
        while at <= stop:
            span = self.search(text, at, stop, not_empty_at=empty_at)
            if span is None:
                return
            yield span
            at = span[1]
            empty_at = at if span[0] == at else -1

    def search(
        self, text: str, start: int = 0, end: int | None = None, not_empty_at: int = -1
    ) -> tuple[int, int] | None:
        """Give the first span from `start` on."""
        stop = len(text) if end is None else min(end, len(text))
        for at in range(start, stop + 1):
            ends = self.match(text, at, stop, not_empty_at == at)
            if ends is not None:
                return at, ends
        return None

    def match(self, text: str, at: int, stop: int, some: bool = False, whole: bool = False) -> int | None:
        """Give where a match that begins at `at` ends; with `some` it must not be empty, with `whole` reach `stop`."""
        return self._run(self._program, text[:stop], at, (-1,) * (self._groups + self._marks), some, whole)

    def _many(self, nodes: list[Op], flags: int) -> list[Op]:
        return [op for node in nodes for op in self._one(node, flags)]

    def _one(self, node: Op, flags: int) -> list[Op]:
        kind, value = node
        if kind in _SINGLE:
            return [("one", _single(node, flags))]
        if kind is _constants.AT:
            return [("at", _place(value, flags))]
        if kind is _constants.BRANCH:
            return self._choice([self._many(list(part), flags) for part in value[1]])
        if kind is _constants.SUBPATTERN:
            group, more, less, inner = value
            held = self._many(list(inner), (flags | more) & ~less)
            return held if group is None else [("save", 2 * group), *held, ("save", 2 * group + 1)]
        if kind in (_constants.ASSERT, _constants.ASSERT_NOT):
            way, inner = value
            back = inner.getwidth()[0] if way < 0 else 0
            wanted = kind is _constants.ASSERT
            return [("look", [*self._many(list(inner), flags), ("found",)], back, wanted)]
        if kind is _constants.ATOMIC_GROUP:
            return [("whole", [*self._many(list(value), flags), ("found",)])]
        if kind is _constants.POSSESSIVE_REPEAT:
            return [("whole", [*self._repeat(value, flags, greedy=True), ("found",)])]
        if kind in (_constants.MAX_REPEAT, _constants.MIN_REPEAT):
            return self._repeat(value, flags, greedy=kind is _constants.MAX_REPEAT)
        if kind is _constants.GROUPREF:
            return [("same", value, bool(flags & re.IGNORECASE))]
        if kind is _constants.GROUPREF_EXISTS:
            group, yes, no = value
            then, other = self._many(list(yes), flags), self._many(list(no or ()), flags)
            return [("held", group, len(then) + 2), *then, ("jump", len(other) + 1), *other]
        raise NotImplementedError(str(kind))

    def _choice(self, parts: list[list[Op]]) -> list[Op]:
        ops = parts[-1]
        for part in reversed(parts[:-1]):
            ops = [("split", 1, len(part) + 2), *part, ("jump", len(ops) + 1), *ops]
        return ops

    def _repeat(self, repeat: Op, flags: int, *, greedy: bool) -> list[Op]:
        least, most, inner = int(repeat[0]), int(repeat[1]), repeat[2]
        if len(inner) == 1 and inner[0][0] in _SINGLE:
            return [("run", _single(inner[0], flags), least, most, greedy)]
        body = self._many(list(inner), flags)
        ops = body * least
        if most >= _MANY:
            mark = self._groups + self._marks
            self._marks += 1
            loop = [("mark", mark), *body, ("further", mark)]
            over = len(loop) + 2
            ops = [*ops, ("split", 1, over) if greedy else ("split", over, 1), *loop, ("jump", -len(loop) - 1)]
        else:
            rest: list[Op] = []
            for _ in range(most - least):
                over = len(body) + len(rest) + 1
                rest = [("split", 1, over) if greedy else ("split", over, 1), *body, *rest]
            ops = [*ops, *rest]
        return ops

    def _run(  # noqa: C901 (what each step of a matcher does)
        self, program: list[Op], text: str, start: int, held: tuple[int, ...], some: bool = False, whole: bool = False
    ) -> int | None:
        # What may still be tried: place in the program, in the text, last place in the text (a run gives back), held.
        waiting: list[tuple[int, int, int, tuple[int, ...]]] = [(0, start, start, held)]
        end = len(text)
        while waiting:
            op_at, at, last, held = waiting.pop()
            if at != last:
                waiting.append((op_at, at + (1 if last > at else -1), last, held))
            while True:
                self.steps += 1
                if self.steps > self._most:
                    raise OverError
                op = program[op_at]
                name = op[0]
                if name == "one":
                    if at >= end or not op[1](text[at]):
                        break
                    at += 1
                elif name == "run":
                    reached = at
                    limit = end if op[3] >= _MANY else min(end, at + op[3])
                    while reached < limit and op[1](text[reached]):
                        reached += 1
                    self.steps += reached - at
                    low = at + op[2]
                    if reached < low:
                        break
                    first, final = (reached, low) if op[4] else (low, reached)
                    if first != final:
                        waiting.append((op_at + 1, first + (1 if final > first else -1), final, held))
                    at = first
                elif name == "split":
                    waiting.append((op_at + op[2], at, at, held))
                    op_at += op[1] - 1
                elif name == "jump":
                    op_at += op[1] - 1
                elif name in ("save", "mark"):
                    held = (*held[: op[1]], at, *held[op[1] + 1 :])
                elif name == "further":
                    if held[op[1]] == at:
                        break
                elif name == "at":
                    if not op[1](text, at):
                        break
                elif name == "look":
                    seen = at >= op[2] and self._run(op[1], text, at - op[2], held) is not None
                    if seen != op[3]:
                        break
                elif name == "whole":
                    reached_to = self._run(op[1], text, at, held)
                    if reached_to is None:
                        break
                    at = reached_to
                elif name == "same":
                    if held[2 * op[1] + 1] < 0:
                        break
                    wanted = text[held[2 * op[1]] : held[2 * op[1] + 1]]
                    given = text[at : at + len(wanted)]
                    self.steps += len(wanted)
                    if given != wanted and not (op[2] and given.casefold() == wanted.casefold()):
                        break
                    at += len(wanted)
                elif name == "held":
                    if held[2 * op[1] + 1] < 0:
                        op_at += op[2] - 1
                elif (some and at == start) or (whole and at != end):
                    break
                else:
                    return at
                op_at += 1
        return None


def _single(node: Op, flags: int) -> Callable[[str], bool]:
    """Whether a character fits a node that stands for one, as `re` itself says; asked once for each character."""
    state = _parser.State()
    state.flags = flags
    state.str = "x"
    asked = _compiler.compile(_parser.SubPattern(state, [node]), flags)
    known: dict[str, bool] = {}

    def fits(one: str) -> bool:
        if one not in known:
            known[one] = asked.fullmatch(one) is not None
        return known[one]

    return fits


def _place(kind: Any, flags: int) -> Callable[[str, int], bool]:
    lines = bool(flags & re.MULTILINE)

    def word(text: str, at: int) -> bool:
        return 0 <= at < len(text) and (text[at].isalnum() or text[at] == "_")

    if kind in (_constants.AT_BEGINNING, _constants.AT_BEGINNING_STRING):
        lines = lines and kind is _constants.AT_BEGINNING
        return lambda text, at: at == 0 or (lines and text[at - 1] == "\n")
    if kind is _constants.AT_END:
        return lambda text, at: at == len(text) or (text[at] == "\n" and (lines or at == len(text) - 1))
    if kind is _constants.AT_END_STRING:
        return lambda text, at: at == len(text)
    if kind in (_constants.AT_BOUNDARY, _constants.AT_NON_BOUNDARY):
        wanted = kind is _constants.AT_BOUNDARY
        return lambda text, at: (word(text, at - 1) != word(text, at)) == wanted
    raise NotImplementedError(str(kind))
