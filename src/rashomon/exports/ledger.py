"""What an export leaves out is written down: a claim is carried, or it is lost for a reason, never neither.

A format that needs a package that is not installed says which, and how to get it; all else works without it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from importlib import import_module
from typing import Any


@dataclass(frozen=True, slots=True)
class Loss:
    """One row of the case that an export does not hold, and why; `told` is what there is of it, a date or a row."""

    kind: str
    id: str
    because: str
    told: str = ""


class Ledger:
    """Is told by a writer which claims it wrote and what it had to leave out; `losses` are then complete."""

    def __init__(self) -> None:
        self._carried: set[str] = set()
        self._lost: dict[tuple[str, str], Loss] = {}

    def carry(self, claims: Iterable[str]) -> None:
        """Note claims whose ids stand in what was written."""
        self._carried.update(claims)

    def lose(self, kind: str, row: str, because: str, told: str = "") -> None:
        """Note a row that could not be written; of several reasons the first stands."""
        self._lost.setdefault((kind, row), Loss(kind, row, because, told))

    def close(self, claims: Iterable[str], because: str) -> None:
        """Note as lost, `because`, every one of a case's claims that nobody has told of."""
        for claim in claims:
            if claim not in self._carried:
                self.lose("claim", claim, because)

    @property
    def losses(self) -> tuple[Loss, ...]:
        """Everything left out: by kind, then in the order in which it was told. What was carried is not lost."""
        rows = self._lost.values()
        return tuple(sorted((r for r in rows if r.kind != "claim" or r.id not in self._carried), key=lambda r: r.kind))

    def lines(self) -> str:
        """Give the losses as JSON lines: kind, id, because, told."""
        return "".join(json.dumps(asdict(loss), ensure_ascii=False) + "\n" for loss in self.losses)


def are_losses(held: bytes) -> bool:
    """Tell whether a file's bytes are losses as `Ledger.lines` gives them."""
    try:
        return all(set(json.loads(line)) == {"kind", "id", "because", "told"} for line in held.splitlines())
    except (ValueError, TypeError):
        return False


class MissingPackageError(ImportError):
    """The package that a format is written with is not installed. The message says what to install."""


def needed(package: str, extra: str, what: str) -> Any:
    """Import `package` for `what`. Raises MissingPackageError, naming the extra that brings it."""
    try:
        return import_module(package)
    except ImportError as error:
        raise MissingPackageError(f"{what} needs {package}: pip install 'rashomon[{extra}]'") from error
