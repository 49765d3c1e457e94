"""The words of a dispute's sides: those of the clause that tells a side best, or of what stands around it.

A clause that is turned by one above it ("denies that she was there") goes by that one. What cannot stand alone goes by
the clause that it completes, "was meant to close the mine", else by its sentence: the clause around "which she denied"
says what she denies. No side is told in what stands around its clause where another side is told in the same words.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from rashomon.comparing.joining.unit import Unit
from rashomon.comparing.lines.compose import Composer
from rashomon.records import Conflict, Evidence, Reading, Side

_TURNED = frozenset({"denied", "hypothetical"})
_HANGS = frozenset({"complement", "joined"})
_DEEP = 3


def side_words(
    conflicts: Iterable[Conflict],
    units: Iterable[Unit],
    readings: Mapping[str, Reading],
    texts: Mapping[str, str],
    composer: Composer,
) -> tuple[Conflict, ...]:
    """Give the conflicts with the words of their sides; `units` are those of the case, `texts` those of its reports."""
    told = list(conflicts)
    wanted = {side.evidence[0] for c in told for side in c.sides if side.evidence}
    words = _SideWords(units, wanted, readings, texts, composer)
    return tuple(replace(c, sides=words.of(c.sides)) for c in told)


class _SideWords:
    def __init__(
        self,
        units: Iterable[Unit],
        wanted: set[Evidence],
        readings: Mapping[str, Reading],
        texts: Mapping[str, str],
        composer: Composer,
    ) -> None:
        self._readings, self._texts, self._composer = readings, texts, composer
        self._at: dict[Evidence, Unit] = {}
        self._by_clause: dict[tuple[str, str], Unit] = {}
        for u in units:
            self._by_clause[u.report, u.clause.id] = u
            if u.evidence in wanted:
                self._at[u.evidence] = u

    def of(self, sides: tuple[Side, ...]) -> tuple[Side, ...]:
        units = [self._teller(side) for side in sides]
        own = [self._composer.words(u, side.voices) if u else side.said for u, side in zip(units, sides, strict=True)]
        said = list(own)
        for n, (u, side) in enumerate(zip(units, sides, strict=True)):
            if u is not None and not own[n] and (around := self._around(u, side)) not in own:
                said[n] = around
        return tuple(replace(side, said=words) for side, words in zip(sides, said, strict=True))

    def _teller(self, side: Side) -> Unit | None:
        """The clause that tells a side best, or the one above that turns it."""
        unit = self._at.get(side.evidence[0]) if side.evidence else None
        for _ in range(_DEEP):
            if unit is None or not _is_turned_above(unit):
                break
            unit = self._above(unit) or unit
        return unit

    def _around(self, unit: Unit, side: Side) -> str:
        """The words of what a clause completes, else its sentence; "" of a sentence's main clause."""
        above: Unit | None = unit
        while above is not None and above.clause.link == "complement":
            above = self._above(above)
            if above is not None and (said := self._composer.words(above, side.voices)):
                return said
        if unit.clause.link == "main":
            return ""
        start, end = self._readings[unit.report].sentences[unit.clause.sentence]
        return " ".join(self._texts[unit.report][start:end].split())

    def _above(self, unit: Unit) -> Unit | None:
        return self._by_clause.get((unit.report, unit.clause.within or ""))


def _is_turned_above(u: Unit) -> bool:
    """Whether what turns a clause stands outside its words: "denies that …", "neither sent nor received …"."""
    c = u.clause
    if c.negated:
        return c.wording is None and c.link in _HANGS
    return c.status in _TURNED and c.link in _HANGS
