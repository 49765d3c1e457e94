"""Many readings, pure: identity → lineage → stories → claims → conflicts → chronicle; the timeline of one entity.

Readings in, Findings out: the same reports in any order give the same findings, byte for byte.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from rashomon.comparing.chronicle import chronicle
from rashomon.comparing.claims import Gathered, disputed_with, gather
from rashomon.comparing.days import first_of
from rashomon.comparing.disputes import disputes
from rashomon.comparing.disputes.judging import contested
from rashomon.comparing.entity_timeline import forms, resolve_name, timeline
from rashomon.comparing.identity import KnownEntity, identity, known_entities
from rashomon.comparing.identity.across_parts import Key, by_key
from rashomon.comparing.identity.knowledge import knowledge_of
from rashomon.comparing.joining.join import let_go_beside
from rashomon.comparing.joining.unit import Unit, units
from rashomon.comparing.lineage import judged as lineage_as_judged
from rashomon.comparing.lineage import lineage
from rashomon.comparing.lineage.footers import without_footers
from rashomon.comparing.lineage.near_duplicates import U64
from rashomon.comparing.lines.compose import Composer
from rashomon.comparing.lines.side_words import side_words
from rashomon.comparing.one_run import give_back, one_run
from rashomon.comparing.origins import judged as origins_as_judged
from rashomon.comparing.origins import origins
from rashomon.comparing.origins.tellings import Tellings
from rashomon.comparing.pointed.over_claims import counted, disputed
from rashomon.comparing.pointed.voices import voiced
from rashomon.comparing.publishers import one_outlet, outlet_names
from rashomon.comparing.series import series
from rashomon.comparing.stances import denials, stances
from rashomon.comparing.stories import stories
from rashomon.records import (
    Claim,
    Conflict,
    Entity,
    Findings,
    Lineage,
    Member,
    Origin,
    Pointed,
    Reading,
    Report,
    Ruling,
    Story,
    VoiceKey,
)

__all__ = [
    "Frame",
    "KnownEntity",
    "compare",
    "first_of",
    "forms",
    "give_back",
    "knowledge_of",
    "known_entities",
    "one_run",
    "outlet_names",
    "resolve_name",
    "timeline",
]


@one_run()
def compare(
    reports: Iterable[Report],
    readings: Iterable[Reading],
    known: Iterable[KnownEntity] = (),
    rulings: Iterable[Ruling] = (),
    pointed: Iterable[Pointed] = (),
    frame: Frame | None = None,
) -> Findings:
    """Compare the readings of one case. A report without a reading, or a reading without a report, is left out.

    `known` are entities that the user knows (`known_entities`): their aliases are one before any rule is asked.
    `rulings` are what people judged, about rows of `readings`: they have the last word, the later over the earlier.
    `pointed` is what a language model of the user's own pointed at, story by story: what it answered goes before what
    the rules find. Of a part of a case (`parts`) the `frame` tells what is known from the rest.

    >>> from rashomon.reading import read
    >>> from rashomon.records import Report
    >>> text = "Rebels shelled Elm on Monday, the {} said."
    >>> reports = [Report("a", text.format("mayor")), Report("b", text.format("police"))]
    >>> [(claim.text, claim.independent_origins) for claim in compare(reports, read(reports)).claims]
    [('Rebels shelled Elm on Monday', (1, 2))]
    """
    judged = tuple(rulings)
    told = tuple(pointed)
    ground = grounds(reports, readings, known, judged, told, frame)
    if ground is None:
        return Findings()
    read = ground.readings
    gathered = claims_of(ground, told, frame.taken if frame else ())
    story_of = disputed_with(gathered)
    judged_against = contested([u for g in gathered for u in g.units], read, story_of)
    found = disputed(gathered, told, disputes(gathered, read, judged_against, story_of), read)
    for g in gathered:
        let_go_beside(g.joined.likely)
    denied = denials(gathered, judged_against, ground.tellings)
    texts = {r: report.text for r, report in ground.reports.items()}
    composer = Composer(ground.reports, read, ground.entities, ground.copies)
    against = _not_rejected(found, (t.claim for g in gathered for t in g.told), judged)
    worded = side_words(against, (u for g in gathered for u in g.units), read, texts, composer)
    against = _named(worded, ground.voices)
    in_time = counted(gathered, told, texts, series(gathered, texts))
    return Findings(
        entities=ground.entities,
        lineage=ground.lineage,
        stories=ground.stories,
        claims=tuple(claim for g in gathered for claim in stances(g, ground.reports, read, denied)),
        conflicts=against,
        chronicle=chronicle(
            ground.reports,
            ground.readings,
            ground.stories,
            gathered,
            composer,
            against,
            in_time,
        ),
        series=in_time,
    )


def claims_of(ground: Grounds, pointed: Sequence[Pointed] = (), taken: Iterable[str] = ()) -> tuple[Gathered, ...]:
    """Give the claims of a case, by what was `pointed` at where a model was asked; none under an id that is `taken`."""
    return gather(
        ground.units, ground.stories, ground.reports, ground.readings, ground.tellings, ground.copies, pointed, taken
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
    nameless = (o for _, o in sorted(voices.items()) if o.kind in ("anonymous", "collective"))
    called = {o.key: o.name for o in nameless if not VoiceKey.of(o).entity}  # a spokesman's firm has its own name
    called |= {o.key: o.name for _, o in sorted(voices.items()) if o.key.startswith("role:")}
    return tuple(
        replace(c, sides=tuple(replace(s, voices=tuple(called.get(v, v) for v in s.voices)) for s in c.sides))
        for c in found
    )


@dataclass(frozen=True, slots=True)
class Frame:
    """The stories of a part, `common` 3-grams (sorted hashes) and names of outlets of the case, and ids in use there.

    The readings of a part bear the outlets and footers already that the whole case tells. `first` are the ids of whom
    it may name that the earliest reports of the case tell.
    """

    stories: Sequence[Story]
    common: U64
    outlets: frozenset[str]
    taken: frozenset[str] = frozenset()
    first: Mapping[Key, str] = field(default_factory=dict)


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
    who = who if frame is None else by_key(who, frame.first)
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
