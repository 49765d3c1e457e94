"""The rows and columns of one table asked for: `outlet=Lanse Courier`, `published>=2031-05`, `words~strike`.

A condition is compared as numbers where the cell is one, else as texts: ISO days in their order, names in any case. Of
a cell that holds many values one that fits is enough; an empty cell fits no condition but `!=`.
"""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from rashomon.exports.tables import Tables

_SIGNS: dict[str, Callable[[Any, Any], bool]] = {
    "<=": operator.le,
    ">=": operator.ge,
    "!=": operator.ne,
    "=": operator.eq,
    "<": operator.lt,
    ">": operator.gt,
    "~": operator.contains,
}
_CONDITION = re.compile(r"\s*(\w+)\s*(<=|>=|!=|=|<|>|~)\s*(.*?)\s*", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Condition:
    """`column` `sign` `value`, as it was typed."""

    column: str
    sign: str
    value: str

    def holds(self, cell: Any) -> bool:
        """Tell whether a cell of that column fits."""
        if isinstance(cell, list):
            fits = [Condition(self.column, self.sign, self.value).holds(one) for one in cell]
            return all(fits) if self.sign == "!=" else any(fits)
        if cell is None or cell == "":
            return self.sign == "!=" and self.value != ""
        compare = _SIGNS[self.sign]
        if isinstance(cell, int | float) and self.sign != "~":
            try:
                return compare(cell, float(self.value))
            except ValueError:
                return self.sign == "!="
        return compare(str(cell).casefold(), self.value.casefold())


def condition(told: str) -> Condition:
    """Read a condition. Raises ValueError where it is none."""
    found = _CONDITION.fullmatch(told)
    if found is None:
        raise ValueError(f"{told!r} is no condition: COLUMN=VALUE, or with !=, <, <=, >, >=, ~ (holds)")
    return Condition(*found.groups())


def chosen(
    tables: Tables, name: str, columns: Sequence[str] = (), conditions: Iterable[Condition] = ()
) -> tuple[tuple[str, ...], Iterator[tuple[Any, ...]]]:
    """Give the columns asked for (all where none is) and the rows that fit every condition, in the table's order.

    What holds many values is a list. Raises ValueError where there is no such table or column, naming those there are.
    """
    if name not in tables.names():
        raise ValueError(f"there is no table {name!r}: {', '.join(tables.names())}")
    every, _ = tables.table(name)
    conditions = tuple(conditions)
    for column in (*columns, *(c.column for c in conditions)):
        if column not in every:
            raise ValueError(f"{name} has no column {column!r}: {', '.join(every)}")
    wanted = tuple(columns) or every
    rows = (
        tuple(row[column] for column in wanted)
        for row in tables.records(name)
        if all(c.holds(row[c.column]) for c in conditions)
    )
    return wanted, rows
