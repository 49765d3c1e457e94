"""What comparing works out before any claim: who is who, what derives from what, stories, voices, units.

What comparing a part of a case is told of the rest: how it is parted, and what is known from all of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rashomon.comparing.house import one_outlet
from rashomon.comparing.identity import KnownEntity, identity
from rashomon.comparing.identity.by_key import by_key
from rashomon.comparing.joining.unit import Unit, units
from rashomon.comparing.lineage import lineage
from rashomon.comparing.lineage.footers import without_footers
from rashomon.comparing.lineage.lineage import judged as lineage_as_judged
from rashomon.comparing.lineage.near_duplicates import U64
from rashomon.comparing.origins import origins
from rashomon.comparing.origins.judged import judged as origins_as_judged
from rashomon.comparing.origins.tellings import Tellings
from rashomon.comparing.pointed.voices import voiced
from rashomon.comparing.stories import stories
from rashomon.records import Entity, Lineage, Member, Origin, Pointed, Reading, Report, Ruling, Story


@dataclass(frozen=True, slots=True)
class Frame:
    """The stories of a part, `common` 3-grams (sorted hashes) and names of outlets of the case, and ids in use there.

    The readings of a part bear the outlets and footers already that the whole case tells.
    """

    stories: Sequence[Story]
    common: U64
    outlets: frozenset[str]
    taken: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Grounds:
    """The ground that claims are made on; `reports` and `readings` by id, `copies` take their text from another.

    `tellings` tell whose word each unit is.
    """

    reports: Mapping[str, Report]
    readings: Mapping[str, Reading]
    entities: tuple[Entity, ...]
    lineage: tuple[Lineage, ...]
    stories: tuple[Story, ...]
    voices: Mapping[Member, Origin]
    copies: frozenset[str]
    units: tuple[Unit, ...]
    tellings: Tellings


def grounds(
    reports: Iterable[Report],
    readings: Iterable[Reading],
    known: Iterable[KnownEntity] = (),
    rulings: Iterable[Ruling] = (),
    pointed: Iterable[Pointed] = (),
    frame: Frame | None = None,
) -> Grounds | None:
    """Give the ground of one case; None where nothing was read. What people judged goes over what was pointed at.

    Of a part of a case its `frame` tells the stories, and what is known from the rest.
    """
    by_id = {r.id: r for r in sorted(reports, key=lambda r: r.id)}
    read = {r.report: r for r in sorted(readings, key=lambda r: r.report) if r.report in by_id}
    kept = {i: by_id[i] for i in read}
    if not read:
        return None
    judged = tuple(rulings)
    if frame is None:
        kept, read = one_outlet(kept, read)
        read = without_footers(kept, read)
    who = identity(read, known, judged, {i: report.text for i, report in kept.items()})
    who = who if frame is None else by_key(who)
    rows = lineage(kept, read) if frame is None else lineage(kept, read, frame.common, frame.outlets)
    derived = lineage_as_judged(rows, read, judged)
    parts = stories(kept, read, who) if frame is None else tuple(frame.stories)
    by_rule = origins(kept, read, who, derived)
    told = voiced(by_rule, read, who, pointed)
    voices = origins_as_judged({**by_rule, **told}, judged)
    speakers = {member: origin.key for member, origin in voices.items()}
    copies = frozenset(row.report for row in derived if row.origin in read)
    tellings = Tellings(read, voices, _uncorrected(told, voices))
    return Grounds(kept, read, who, derived, parts, voices, copies, units(read, who, speakers), tellings)


def _uncorrected(told: Mapping[Member, Origin], voices: Mapping[Member, Origin]) -> frozenset[Member]:
    """Give the rows whose voice is the one that a model pointed at, and that nobody corrected."""
    return frozenset(row for row, origin in told.items() if voices.get(row) == origin)
