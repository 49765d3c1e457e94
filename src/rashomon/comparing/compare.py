"""Readings in, Findings out: the same reports in any order give the same findings, byte for byte."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from rashomon.comparing.chronicle import chronicle
from rashomon.comparing.claims import gather
from rashomon.comparing.denials import denials
from rashomon.comparing.disputes import disputes
from rashomon.comparing.disputes.judging import contested
from rashomon.comparing.identity import KnownEntity, identity
from rashomon.comparing.joining.unit import units
from rashomon.comparing.lineage import lineage
from rashomon.comparing.lineage.footers import without_footers
from rashomon.comparing.lineage.judged import judged as lineage_as_judged
from rashomon.comparing.origins import origins
from rashomon.comparing.origins.judged import judged as origins_as_judged
from rashomon.comparing.origins.tellings import Tellings
from rashomon.comparing.series import series
from rashomon.comparing.stances import stances
from rashomon.comparing.stories import stories
from rashomon.comparing.uncollected import uncollected
from rashomon.records import Claim, Conflict, Findings, Member, Origin, Reading, Report, Ruling


@uncollected()
def compare(
    reports: Iterable[Report],
    readings: Iterable[Reading],
    known: Iterable[KnownEntity] = (),
    rulings: Iterable[Ruling] = (),
) -> Findings:
    """Compare the readings of one case. A report without a reading, or a reading without a report, is left out.

    `known` are entities that the user knows (`known_entities`): their aliases are one before any rule is asked.
    `rulings` are what people judged, about rows of `readings`: they have the last word, the later over the earlier.
    """
    by_id = {r.id: r for r in sorted(reports, key=lambda r: r.id)}
    read = {r.report: r for r in sorted(readings, key=lambda r: r.report) if r.report in by_id}
    kept = {i: by_id[i] for i in read}
    if not read:
        return Findings()
    judged = tuple(rulings)
    read = without_footers(kept, read)
    who = identity(read, known, judged, {i: report.text for i, report in kept.items()})
    derived = lineage_as_judged(lineage(kept, read), read, judged)
    parts = stories(kept, read, who)
    voices = origins_as_judged(origins(kept, read, who, derived), judged)
    speakers = {member: origin.key for member, origin in voices.items()}
    copies = frozenset(row.report for row in derived if row.origin in read)
    gathered = gather(units(read, who, speakers), parts, kept, read, voices, copies)
    judged_against = contested([u for g in gathered for u in g.units], read)
    found = disputes(gathered, read, judged_against)
    denied = denials(gathered, judged_against, Tellings(read, voices))
    against = _named(_not_rejected(found, (t.claim for g in gathered for t in g.told), judged), voices)
    return Findings(
        entities=who,
        lineage=derived,
        stories=parts,
        claims=tuple(claim for g in gathered for claim in stances(g, kept, read, denied)),
        conflicts=against,
        chronicle=chronicle(kept, read, who, parts, gathered, against, copies),
        series=series(gathered),
    )


def _not_rejected(
    found: tuple[Conflict, ...], claims: Iterable[Claim], rulings: Iterable[Ruling]
) -> tuple[Conflict, ...]:
    """The conflicts that nobody rejected: known by their kind and a row of either claim."""
    told = [r for r in rulings if r.kind == "reject" and len(r.sides) == 2]
    if not told:
        return found
    members = {claim.id: frozenset(claim.members) for claim in claims}
    gone = {
        c.id
        for c in found
        for r in told
        for first, second in (r.sides, r.sides[::-1])
        if c.kind == r.value and members[c.claims[0]] & {*first} and members[c.claims[1]] & {*second}
    }
    return tuple(c for c in found if c.id not in gone)


def _named(found: tuple[Conflict, ...], voices: Mapping[Member, Origin]) -> tuple[Conflict, ...]:
    """The conflicts with nameless voices as their reports call them: of these a key says nothing to a reader."""
    called = {o.key: o.name for _, o in sorted(voices.items()) if o.kind in ("anonymous", "collective")}
    called |= {o.key: o.name for _, o in sorted(voices.items()) if o.key.startswith("role:")}
    return tuple(
        replace(c, sides=tuple(replace(s, voices=tuple(called.get(v, v) for v in s.voices)) for s in c.sides))
        for c in found
    )
