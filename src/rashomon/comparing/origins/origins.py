"""Every statement and event has one origin: the end of its chain, the first voice that could know.

report ← the outlet it credits ← the person or unnamed source cited. A thought inside somebody's speech ("he says that
Iran wants …") is known through the speaker alone; a statement inside a statement is the inner speaker's. Who only
names an event in passing does not tell it (`passing`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache

from rashomon.comparing.origins.narrators import Narrator, Narrators
from rashomon.comparing.origins.passing import Passing, passing
from rashomon.comparing.origins.voices import Voices
from rashomon.lexicons import lexicon
from rashomon.records import Attribution, Entity, Lineage, Member, Origin, Reading, Report, Span

_ASIDE = frozenset({"ask", "comment"})


def origins(
    reports: Mapping[str, Report],
    readings: Mapping[str, Reading],
    entities: Sequence[Entity],
    lineage: Sequence[Lineage],
) -> dict[Member, Origin]:
    """Give the origin of every attribution and event of `readings`, those of `reports` (report id → each).

    Two origins with one `key` are one voice. `chain` starts at the row, then goes through the attributions around it,
    the outermost first, to the voice's own.
    """
    narrators, voices = Narrators(readings, lineage), Voices(readings, entities)
    found: dict[Member, Origin] = {}
    carried: dict[Member, str] = {}
    for report in sorted(readings):
        reading = readings[report]
        by_id = {a.id: a for a in reading.attributions}
        rows: list[tuple[str, Attribution | None, Span, Passing]] = [
            (a.id, a, _span(a), "told") for a in reading.attributions
        ]
        rows += [(f"s{i}", None, span, "told") for i, span in enumerate(reading.sentences, 1)]
        for e in reading.events:
            around = by_id.get(e.attribution) if e.attribution else None
            rows.append((e.id, around, e.evidence, passing(e, around, reading.published, reports[report].text)))
        for row, innermost, span, how in rows:
            narrator = narrators.at(report, span)
            origin = _origin(reading, row, _path(innermost, by_id), narrator, voices, how)
            found[report, row] = origin
            if narrator.report != report:
                carried[report, row] = narrator.report
    return found | _as_in_their_sources(found, carried)


def _origin(
    reading: Reading, row: str, path: list[Attribution], narrator: Narrator, voices: Voices, how: Passing
) -> Origin:
    while path and not _tells(reading, path[-1], voices, nested=len(path) > 1):
        path.pop()
    because = f"narration:{narrator.because}"
    if path and how == "recalled in passing":
        named = voices.of(reading, path[-1], narrator)
        because = f"in-passing:{named.name if named else 'unnamed'} only recalls it; {because}"
        path = []
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
        recalled = how != "told" and how != "in passing"
        because += "; recalled: what is long past may be told after another" if recalled else ""
        return Origin("outlet", narrator.name, chain, narrator.key, not recalled, because)
    named_so = "; in-passing: the statement is about something else" if how == "in passing" else ""
    sure = voice.certain and how != "in passing"
    return Origin(voice.kind, voice.name, chain, voice.key, sure, f"{voice.because} ← {narrator.because}{named_so}")


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


def _tells(reading: Reading, a: Attribution, voices: Voices, *, nested: bool) -> bool:
    """Whether the source of `a` puts its content forward and could know it.

    Nobody tells what he is said not to say; whoever is not named and asks or comments tells nothing; and what "the
    reality on the ground" shows, its teller shows.
    """
    if not a.source and a.lemma in _ASIDE:
        return False
    return not a.negated and not _is_thought(a, nested=nested) and voices.can_know(reading, a)


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
