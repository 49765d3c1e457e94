"""What lets a large case be compared in parts: its frozen knowledge, the terms of each report, which part it is in.

Readings that come, go or change are noted by the file itself (triggers), so that no writer can forget to.
"""

from __future__ import annotations

import json
import pickle
import sqlite3
import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from rashomon.records import Findings


@dataclass(frozen=True, slots=True)
class HeldVector:
    """The terms of a report as arrays of numbers, whom it names, how long it is and of when."""

    report: str
    terms: bytes
    weights: bytes
    names: bytes
    length: float
    known: float
    middle: float
    doubt: float


@dataclass(frozen=True, slots=True)
class HeldTerms:
    """The same of very many reports, end to end: the bytes of each, and length, known, middle and doubt of each."""

    reports: tuple[str, ...]
    sizes: tuple[int, ...]
    terms: bytes
    weights: bytes
    numbers: tuple[tuple[float, ...], ...]


class Standing(NamedTuple):
    """Where a report stands: its component (the first report of it), its part, and the judgements that touch it."""

    report: str
    component: str
    part: int
    ruled: str


@dataclass(frozen=True, slots=True)
class MadePart:
    """A part that was compared: its reports, its place among the parts, a digest of what it rests on, and findings."""

    reports: tuple[str, ...]
    place: int
    digest: str
    told: Findings | bytes

    @property
    def findings(self) -> Findings:
        """What was found: unpacked every time where it is packed."""
        if isinstance(self.told, Findings):
            return self.told
        found: Findings = pickle.loads(zlib.decompress(self.told))  # noqa: S301 (of this process, which packed it)
        return found

    def packed(self) -> MadePart:
        """Give the same in a fiftieth of the memory: very many wait together until all are compared."""
        told = self.told if isinstance(self.told, bytes) else zlib.compress(pickle.dumps(self.told, 5), 1)
        return replace(self, told=told)


@dataclass(frozen=True, slots=True)
class Renewal:
    """What comparing again changes: parts that are `gone`, parts `made`, and where the reports stand that it looked at.

    `standing` gives of these reports their component and judgements; the part of those whose part stays. `frozen` is
    what a new epoch knows, "" by key where the epoch stays; `lost` are reports that are compared no more; `outlets` by
    which outlets' names reports go from now on, "" for their own.
    """

    gone: tuple[int, ...]
    made: tuple[MadePart, ...]
    vectors: tuple[HeldVector, ...]
    standing: Mapping[str, tuple[str, str]]
    lost: tuple[str, ...] = ()
    outlets: Mapping[str, str] = field(default_factory=dict)
    frozen: Mapping[str, bytes] = field(default_factory=dict)


class PartShelf:
    """The parts of a case that is compared in parts; nothing is here of one that is compared at once."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def frozen(self) -> dict[str, bytes]:
        """Give what is frozen for this epoch, nothing where there is none."""
        return dict(self._connection.execute("SELECT key, value FROM part_frozen"))

    def changed(self) -> set[str]:
        """Give the reports whose reading came, went or changed since the findings were made."""
        return {r for (r,) in self._connection.execute("SELECT report FROM part_changed")}

    def read(self) -> set[str]:
        """Give the reports that have a reading."""
        return {r for (r,) in self._connection.execute("SELECT report FROM reading")}

    def printed(self) -> dict[str, str | None]:
        """Give when each report was printed that has a reading, as the machine read it."""
        return dict(self._connection.execute("SELECT report, published FROM reading"))

    def terms(self) -> HeldTerms:
        """Give the terms of all reports that are compared, by their ids."""
        rows = self._connection.execute(
            "SELECT report, terms, weights, length, known, middle, doubt FROM part_vector ORDER BY report"
        ).fetchall()
        if not rows:
            return HeldTerms((), (), b"", b"", ())
        reports, terms, weights, *numbers = zip(*rows, strict=True)
        return HeldTerms(
            reports, tuple(map(len, terms)), b"".join(terms), b"".join(weights), tuple(zip(*numbers, strict=True))
        )

    def names(self) -> dict[str, bytes]:
        """Give whom each report names that is compared."""
        return dict(self._connection.execute("SELECT report, names FROM part_vector ORDER BY report"))

    def standing(self, reports: Iterable[str]) -> dict[str, Standing]:
        """Give where these reports stand that do, and all others of their components."""
        rows = self._connection.execute(
            "SELECT report, component, part, ruled FROM part_report WHERE component IN "
            "(SELECT component FROM part_report WHERE report IN (SELECT value FROM json_each(?)))",
            (json.dumps(sorted(reports)),),
        )
        return {one.report: one for one in map(Standing._make, rows)}

    def ruled(self) -> dict[str, str]:
        """Give the digest of the judgements that touch a report, of those that any does."""
        return dict(self._connection.execute("SELECT report, ruled FROM part_report WHERE ruled <> ''"))

    def digests(self, parts: Iterable[int]) -> dict[int, str]:
        """Give of these parts the digests of what they rest on."""
        asked = "SELECT number, digest FROM part WHERE number IN (SELECT value FROM json_each(?))"
        return dict(self._connection.execute(asked, (json.dumps(sorted(parts)),)))

    def carried(self, of: Iterable[str] | None = None) -> dict[str, str]:
        """Give by which outlet's name reports go whose domain has several: all, or those `of` some."""
        if of is None:
            return dict(self._connection.execute("SELECT report, outlet FROM carrier"))
        asked = "SELECT report, outlet FROM carrier WHERE report IN (SELECT value FROM json_each(?))"
        return dict(self._connection.execute(asked, (json.dumps(sorted(of)),)))

    def in_use(self, claims: Sequence[str], gone: Iterable[int]) -> set[str]:
        """Give those of these ids that claims of other parts than those `gone` bear."""
        rows = self._connection.execute(
            "SELECT id FROM claim WHERE id IN (SELECT value FROM json_each(?)) "
            "AND part NOT IN (SELECT value FROM json_each(?))",
            (json.dumps(claims), json.dumps(sorted(gone))),
        )
        return {i for (i,) in rows}
