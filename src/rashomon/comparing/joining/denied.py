"""Whether a clause tells that something is not so, by itself or by what it stands under."""

from __future__ import annotations

from rashomon.comparing.joining.unit import Unit

_NOT_SO = frozenset({"denied", "unrealised"})


def denied(unit: Unit) -> bool:
    """Tell whether what the clause tells is denied: a denial of a denial is none."""
    return unit.clause.negated != (unit.clause.status in _NOT_SO)
