"""Every mention is in exactly one entity, with the rest of its chain; every merge has a reason, and no order matters.

Names that are told first (states, known entities), then full names, then surnames where the story has one bearer,
then offices and administrations. What could be several is left apart and says so ("ambiguous").
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from rashomon.comparing.days import Firsts
from rashomon.comparing.identity.acronyms import acronyms, typed
from rashomon.comparing.identity.bearers import Bearer, bearers
from rashomon.comparing.identity.full_names import full_names
from rashomon.comparing.identity.judged import Group, judged
from rashomon.comparing.identity.knowledge import ARMED, Knowledge, KnownEntity, Told, knowledge_of
from rashomon.comparing.identity.merging import Merging, full_key
from rashomon.comparing.identity.offices import administrations, offices
from rashomon.comparing.identity.owned import owned
from rashomon.comparing.identity.qualified import qualified, retyped
from rashomon.comparing.identity.single_names import single_names
from rashomon.comparing.identity.written import Written
from rashomon.records import NO_REASON, Entity, Reading, Reason, Ruling
from rashomon.records.row_name import distinct, entity_name


def identity(
    readings: Mapping[str, Reading],
    known: Iterable[KnownEntity] = (),
    rulings: Iterable[Ruling] = (),
    texts: Mapping[str, str] | None = None,
) -> tuple[Entity, ...]:
    """Gather the mentions of one person, body or place across `readings` (report id → reading).

    `known` are entities that the user knows (`known_entities`); they go before the starter ones. Entities come in
    the order of kind and name; the same readings and `known` give the same entities, in any order of the readings.
    `rulings` are what people judged of identities: they have the last word. With the `texts` of the reports, persons
    are listed as written with their titles too.
    """
    knowledge = knowledge_of(tuple(known))
    found = retyped(typed(bearers(readings, knowledge)))
    merging = Merging([*found, *_told_bearers(knowledge, found)])
    _tell(merging)
    ambiguous = full_names(merging)
    qualified(merging)
    acronyms(merging)
    ambiguous += single_names(merging)
    offices(merging, readings)
    administrations(merging)
    owned(merging, readings)
    for i, meant in ambiguous:
        merging.reasons[merging.root(i)].append(Reason("ambiguous", f"{merging.bearers[i].name}: {' | '.join(meant)}"))
    groups = judged(_groups(merging), merging.bearers, rulings)
    return _entities(groups, merging.bearers, readings, Written(readings, texts or {}))


def _told_bearers(knowledge: Knowledge, found: list[Bearer]) -> list[Bearer]:
    """Give known entities as bearers without mentions, so that a new spelling of a known name finds its entity."""
    alike = {e for b in found if not b.told for name in b.names for e in knowledge.alike(name, b.kind)}
    return [
        Bearer("", e.name, e.kind, e.name, (e.name, *e.names), (), (), Told(e.name, e.kind, NO_REASON))
        for e in sorted(alike, key=lambda e: (e.kind, e.name, e.names))
    ]


def _tell(merging: Merging) -> None:
    first: dict[tuple[str, str], int] = {}
    for i, bearer in enumerate(merging.bearers):
        if bearer.told:
            j = first.setdefault((bearer.told.kind, bearer.told.name), i)
            merging.join(j, i, NO_REASON, sure=True)


def _groups(merging: Merging) -> list[Group]:
    groups: dict[int, list[int]] = {}
    for i, bearer in enumerate(merging.bearers):
        if bearer.mentions:
            groups.setdefault(merging.root(i), []).append(i)
    return [Group(members, merging.reasons[root]) for root, members in groups.items()]


def _entities(
    groups: Iterable[Group], found: Sequence[Bearer], readings: Mapping[str, Reading], as_written: Written
) -> tuple[Entity, ...]:
    at = {(report, m.id): (m.start, m.end) for report, reading in readings.items() for m in reading.mentions}
    rows = []
    for group in groups:
        held = [found[i] for i in group.bearers]
        kinds = Counter(b.kind for b in held for _ in b.mentions)
        kind = max(sorted(kinds), key=lambda k: kinds[k])
        written = Counter(name for b in held for name in b.names for _ in b.mentions)
        names = tuple(sorted(written, key=lambda n: (-written[n], n)))
        told = group.name or next((b.told.name for b in held if b.told and b.told.because.rule != ARMED), "")
        name = told or (max(names, key=lambda n: (len(full_key(n, kind)), written[n], n)) if names else held[0].name)
        mentions = tuple(sorted((m for b in held for m in b.mentions), key=lambda m: (m[0], len(m[1]), m[1])))
        names = tuple(dict.fromkeys((*names, *as_written.forms(mentions))))
        because = tuple(sorted({r for r in group.reasons if r}, key=str))
        rows.append((kind, name, mentions, names, because))
    rows.sort()
    firsts = Firsts(readings)
    begun = (firsts.of((m[0], *at[m]) for m in mentions) for _, _, mentions, _, _ in rows)
    ids = distinct((entity_name(report, (start, end)) for report, start, end in begun), set())
    return tuple(
        Entity(i, name, kind, names, mentions, because)
        for i, (kind, name, mentions, names, because) in zip(ids, rows, strict=True)
    )
