"""What was read back, before it is kept: rows as they were written, none of them checked against a case yet."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from rashomon.records import Findings, Judgement, Reading, Report


@dataclass(slots=True)
class Returned:
    """What files of ours held.

    `readings` come with the reader that made each, "" where the file does not say; `ways` are report, input, digest
    and time.
    """

    reports: list[Report] = field(default_factory=list)
    readings: list[tuple[Reading, str]] = field(default_factory=list)
    findings: Findings | None = None
    judgements: list[Judgement] = field(default_factory=list)
    ways: list[tuple[str, ...]] = field(default_factory=list)
    refusals: list[dict[str, Any]] = field(default_factory=list)
    known: str | None = None
