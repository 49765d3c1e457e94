"""Every table and view of a case, row by row, each row with what people corrected in it; or what is asked for of one.

The rows are the case's own, as people corrected them; `corrected_by`, the last column of the tables that corrections
can rest on, says which are. What the machine itself had read of those is in `machine_reading`.

A condition, as in `outlet=Lanse Courier`, `published>=2031-05`, `words~strike`, is compared as numbers where the cell
is one, else as texts: ISO days in their order, names in any case. Of a cell that holds many values one that fits is
enough; an empty cell fits no condition but `!=`.
"""

from __future__ import annotations

import json
import operator
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from rashomon.case import Case
from rashomon.exports.in_words import Corrected
from rashomon.exports.ledger import needed
from rashomon.records import Claim, Member, Reason

COLUMN = "corrected_by"
_Row = Mapping[str, Any]
_MANY: dict[str, frozenset[str]] = {
    "attribution": frozenset({"source", "cue", "content"}),
    "chain": frozenset({"names", "roles"}),
    "chronicle_entry": frozenset({"events", "claims", "independent_origins", "conflicts", "evidence"}),
    "claim": frozenset(
        {"evidence", "members", "origins", "independent_origins", "stances", "silent", "tellings", "perhaps"}
    ),
    "claim_origin": frozenset({"chain"}),
    "clause": frozenset({"head", "predicate", "arguments", "figures", "wording"}),
    "conflict": frozenset({"claims", "sides"}),
    "entity": frozenset({"names", "mentions", "because"}),
    "event": frozenset({"trigger", "actors", "recipients", "evidence"}),
    "eventuality": frozenset({"agents", "patients"}),
    "judgement": frozenset({"sides"}),
    "lineage": frozenset({"evidence"}),
    "machine_reading": frozenset({"layers"}),
    "reading": frozenset({"evidence", "words"}),
    "series": frozenset({"points"}),
    "story": frozenset({"reports"}),
}
"""The columns that hold JSON, by table (docs/methods/case.md)."""


class Tables:
    """The tables of one open case, by name.

    >>> next(Tables(case).records("chronicle"))["sentence"]
    'Ferry crews walked out on Friday'
    """

    def __init__(self, case: Case) -> None:
        self._case = case
        self._corrected = Corrected(case)
        self._any = len(case.corrections) > 0
        self._claims: dict[str, Claim] | None = None
        self._behind: dict[str, Callable[[_Row], tuple[str, ...]]] = {
            "report": lambda row: self._of([(row["id"], "")]),
            "mention": self._of_row,
            "chain": self._of_row,
            "attribution": self._of_row,
            "event": self._of_row,
            "entity": lambda row: self._of(_members(row["mentions"]), *_reasons(row, several=True)),
            "lineage": lambda row: self._of([(row["report"], "")], *_reasons(row)),
            "claim": lambda row: self._of_claims([row["id"]]),
            "claim_matrix": lambda row: self._of_claims([row["claim"]]),
            "claim_telling": lambda row: self._of_claims([row["claim"]]),
            "claim_stance": lambda row: self._of_claims([row["claim"]]),
            "source_chain": lambda row: self._of_claims([row["claim"]]),
            "conflict": lambda row: self._of_claims(json.loads(row["claims"]), (), *_reasons(row)),
            "chronicle": lambda row: self._of_line(row["id"]),
            "chronicle_entry": lambda row: self._of_line(row["id"]),
        }

    def names(self) -> tuple[str, ...]:
        """Give the names of all tables and views, sorted."""
        return tuple(self._case.tables())

    def table(self, name: str) -> tuple[tuple[str, ...], Iterator[tuple[Any, ...]]]:
        """Give the columns and rows of a table. Raises KeyError where there is none of that name."""
        columns, rows = self._case.table(name)
        told = self._behind.get(name)
        if told is None:
            return columns, rows
        if not self._any:
            return (*columns, COLUMN), ((*row, "") for row in rows)
        return (*columns, COLUMN), ((*row, "; ".join(told(dict(zip(columns, row, strict=True))))) for row in list(rows))

    def records(self, name: str) -> Iterator[dict[str, Any]]:
        """Give the rows of a table as plain dictionaries: what holds more than one value is a list, not a text."""
        columns, rows = self.table(name)
        many = _MANY.get(name, frozenset()) | {c for c in columns if c.endswith("_parts")}
        for row in rows:
            yield {c: json.loads(v) if c in many and v is not None else v for c, v in zip(columns, row, strict=True)}

    def to_arrow(self, name: str) -> Any:
        """Give a table as a pyarrow.Table. Raises MissingPackageError where pyarrow is not installed."""
        pyarrow = needed("pyarrow", "parquet", "Arrow")
        columns, rows = self.table(name)
        many = list(rows)
        arrays = [_typed(pyarrow, [row[i] for row in many]) for i in range(len(columns))]
        return pyarrow.table(dict(zip(columns, arrays, strict=True)))

    def to_pandas(self, name: str) -> Any:
        """Give a table as a pandas.DataFrame. Raises MissingPackageError where pandas is not installed."""
        pandas = needed("pandas", "pandas", "a DataFrame")
        columns, _ = self.table(name)
        return pandas.DataFrame(list(self.records(name)), columns=list(columns))

    def _of(self, members: list[Member], *because: Reason) -> tuple[str, ...]:
        return self._corrected.of(members, *because)

    def _of_row(self, row: _Row) -> tuple[str, ...]:
        return self._of([(row["report"], row["id"])], *_reasons(row))

    def _of_claims(self, claims: list[str], members: tuple[Member, ...] = (), *because: Reason) -> tuple[str, ...]:
        if self._claims is None:
            self._claims = {c.id: c for c in self._case.findings.get().claims}
        known = [self._claims[c] for c in claims if c in self._claims]
        reasons = [r for c in known for r in (c.because, *(o.because for o in c.origins))]
        return self._of([*members, *(m for c in known for m in c.members)], *because, *reasons)

    def _of_line(self, entry: str) -> tuple[str, ...]:
        found = self._case.findings.some("chronicle", [entry])
        if not found:
            return ()
        return self._of_claims(list(found[0].claims), found[0].events, found[0].because)


def _typed(pyarrow: Any, values: list[Any]) -> Any:
    """A column of integers, of numbers or, where it has any text or nothing at all, of texts."""
    kinds = {type(v) for v in values} - {type(None)}
    if kinds == {int}:
        return pyarrow.array(values, pyarrow.int64())
    if kinds and kinds <= {int, float}:
        return pyarrow.array(values, pyarrow.float64())
    return pyarrow.array([v if v is None else str(v) for v in values], pyarrow.string())


def _members(told: str) -> list[Member]:
    return [(report, row) for report, row in json.loads(told)]


def _reasons(row: _Row, *, several: bool = False) -> tuple[Reason, ...]:
    """The reasons in a row of a table: its one, or the list of them."""
    steps = row["because_parts"]
    if steps is None:
        return ()
    parts = json.loads(steps)
    return tuple(map(Reason.of_parts, parts)) if several else (Reason.of_parts(parts),)


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
