"""Readings in, Findings out: the same reports in any order give the same findings, byte for byte."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from rashomon.comparing.chronicle import chronicle
from rashomon.comparing.claims import Gathered, gather
from rashomon.comparing.denials import denials
from rashomon.comparing.disputes import disputes
from rashomon.comparing.disputes.judging import contested
from rashomon.comparing.grounds import Frame, Grounds, grounds
from rashomon.comparing.identity import KnownEntity
from rashomon.comparing.lines.compose import Composer
from rashomon.comparing.lines.sides import worded
from rashomon.comparing.one_run import one_run
from rashomon.comparing.pointed.over_claims import counted, disputed
from rashomon.comparing.series import series
from rashomon.comparing.stances import stances
from rashomon.records import Claim, Conflict, Findings, Member, Origin, Pointed, Reading, Report, Ruling, VoiceKey


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
    story = {u.report: n for n, g in enumerate(gathered) for u in g.units}
    judged_against = contested([u for g in gathered for u in g.units], read, story)
    found = disputed(gathered, told, disputes(gathered, read, judged_against), read)
    denied = denials(gathered, judged_against, ground.tellings)
    texts = {r: report.text for r, report in ground.reports.items()}
    composer = Composer(ground.reports, read, ground.entities, ground.copies)
    against = _not_rejected(found, (t.claim for g in gathered for t in g.told), judged)
    against = _named(worded(against, (u for g in gathered for u in g.units), composer), ground.voices)
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
        ),
        series=counted(gathered, told, texts, series(gathered, texts)),
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
