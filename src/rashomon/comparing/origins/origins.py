"""Every statement and event has one origin: the end of its chain, the first voice that could know.

report ← the outlet it credits ← the person or unnamed source cited. A thought inside somebody's speech ("he says that
Iran wants …") is known through the speaker alone; a statement inside a statement is the inner speaker's.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache

from rashomon.comparing.origins.narrators import Narrator, Narrators
from rashomon.comparing.origins.voices import Voices
from rashomon.lexicons import lexicon
from rashomon.records import Attribution, Entity, Lineage, Member, Origin, Reading, Span


def origins(
    readings: Mapping[str, Reading], entities: Sequence[Entity], lineage: Sequence[Lineage]
) -> dict[Member, Origin]:
    """Give the origin of every attribution and event of `readings` (report id → reading).

    Two origins with one `key` are one voice. `chain` starts at the row, then goes through the attributions around it,
    the outermost first, to the voice's own.
    """
    narrators, voices = Narrators(readings, lineage), Voices(readings, entities)
    found: dict[Member, Origin] = {}
    carried: dict[Member, str] = {}
    for report in sorted(readings):
        reading = readings[report]
        by_id = {a.id: a for a in reading.attributions}
        rows: list[tuple[str, Attribution | None, Span]] = [(a.id, a, _span(a)) for a in reading.attributions]
        rows += [(f"s{i}", None, span) for i, span in enumerate(reading.sentences, 1)]
        rows += [(e.id, by_id.get(e.attribution) if e.attribution else None, e.evidence) for e in reading.events]
        for row, innermost, span in rows:
            narrator = narrators.at(report, span)
            found[report, row] = _origin(reading, row, _path(innermost, by_id), narrator, voices)
            if narrator.report != report:
                carried[report, row] = narrator.report
    return found | _as_in_their_sources(found, carried)


def _origin(reading: Reading, row: str, path: list[Attribution], narrator: Narrator, voices: Voices) -> Origin:
    while path and _is_thought(path[-1], nested=len(path) > 1):
        path.pop()
    voice = None
    while path and voice is None:
        voice = voices.of(reading, path[-1], narrator)
        if voice is None:
            if len(path) == 1:
                voice = voices.unnamed(reading, path[-1], narrator)
            else:
                path.pop()
    chain = tuple((reading.report, i) for i in dict.fromkeys([row, *(a.id for a in path)]))
    if voice is None:
        return Origin("outlet", narrator.name, chain, narrator.key, True, f"narration:{narrator.because}")
    return Origin(voice.kind, voice.name, chain, voice.key, voice.certain, f"{voice.because} ← {narrator.because}")


def _as_in_their_sources(found: Mapping[Member, Origin], carried: Mapping[Member, str]) -> dict[Member, Origin]:
    """An unnamed source of a carried report is one of the first report's, however the carrier words it."""
    unnamed: dict[str, dict[str, Origin]] = {}
    for (report, _), origin in sorted(found.items()):
        if origin.kind in {"anonymous", "collective"}:
            unnamed.setdefault(report, {}).setdefault(origin.key, origin)
    snapped: dict[Member, Origin] = {}
    for member, first in carried.items():
        origin, known = found[member], unnamed.get(first, {})
        if origin.kind not in {"anonymous", "collective"} or not known or origin.key in known:
            continue
        words = set(origin.key.rpartition(":")[2].split())
        best = max(known, key=lambda k: (len(words & set(k.rpartition(":")[2].split())), -len(k), k))
        if words & set(best.rpartition(":")[2].split()):
            snapped[member] = replace(origin, key=best, because=f"{origin.because}; as in {first}")
    return snapped


def _path(innermost: Attribution | None, by_id: Mapping[str, Attribution]) -> list[Attribution]:
    """The attributions around and at `innermost`, the outermost first; a circle is cut where it closes."""
    path: list[Attribution] = []
    at = innermost
    while at is not None and at not in path:
        path.append(at)
        at = by_id.get(at.nested_in) if at.nested_in else None
    return path[::-1]


def _is_thought(a: Attribution, *, nested: bool) -> bool:
    """Nobody hears a wish or a belief: it is known through whoever tells of it, unless its holder alone is cited."""
    kind = _kinds().get(a.lemma, "speech")
    return kind == "want" or (nested and kind == "belief")


@cache
def _kinds() -> dict[str, str]:
    return {row[0]: row[1] for row in lexicon("attribution_verbs")}


def _span(a: Attribution) -> Span:
    spans = [*a.source, *a.cue, *a.content] or [(0, 0)]
    return min(s for s, _ in spans), max(e for _, e in spans)
