"""Which report derives from which, and which outlet it credits; the same reports, the same rows, in any order.

What a report derives from is told by its text first and by its credits last: rare shared shingles → kinship → direction
→ rows. What people judged of whole reports is laid over it, in the order of time: the last word holds.

A row whose origin is None marks sentences that two reports have in common while neither derives from the other: a
statement both quote, a paragraph of an agency both used.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from rashomon.comparing.lineage.credited import credited
from rashomon.comparing.lineage.derivations import Derivation, corrects, derivations, stamp, superseded
from rashomon.comparing.lineage.footers import closes_alike, frames
from rashomon.comparing.lineage.kinship import LIFTED, Kinship, Match, Passages, gathered, kinship, passages
from rashomon.comparing.lineage.near_duplicates import U64, candidates
from rashomon.comparing.publishers import house
from rashomon.language import LANGUAGE
from rashomon.records import Evidence, Lineage, Reading, Reason, Relation, Report, Ruling

__all__ = ["lineage", "superseded"]


def judged(lineage: Iterable[Lineage], reports: Iterable[str], rulings: Iterable[Ruling]) -> tuple[Lineage, ...]:
    """Give what derives from what as people judged it: of two reports of one source, the first is from the second.

    A ruling about a report that is not among `reports` (ids) changes nothing.
    """
    rows = list(lineage)
    here = frozenset(reports)
    for ruling in sorted(rulings, key=lambda r: (r.when, r.id)):
        if ruling.kind not in ("same-source", "not-same-source") or len(ruling.sides) != 2:
            continue
        (first, inner), (second, other) = (side[0] for side in ruling.sides)
        if inner or other or first == second or not {first, second} <= here:
            continue
        rows = [row for row in rows if {row.report, row.origin} != {first, second}]
        if ruling.kind == "same-source":
            rows.append(Lineage(first, second, "republished", "judgement", 1.0, (), ruling.because))
    return tuple(sorted(rows, key=lambda row: row.report))


_NOTHING = candidates(()).common
_COPIED = 0.8  # share of a report's words in lifted sentences from which it is a copy
_WHOLE = 0.7  # share of the parent's words that a reprint holds; less is an excerpt
_PASSAGE = 8  # words of a sentence from which having it in common is worth a row
_MOST = 0.6  # share of a report's words in another from which it is that report in other words
_ITEM = re.compile(r"^[ \t]*(?:\d{1,2}[.)]|[•▪●*–—-])[ \t]+\S", re.MULTILINE)
_ITEMS = 2  # of a digest, at least
_TRANSLATED = 0.5  # share of a report's words that stand in the parent's in other words, and the most that are lifted


def lineage(
    reports: Mapping[str, Report],
    readings: Mapping[str, Reading],
    common: U64 | None = None,
    outlets: Iterable[str] = (),
) -> tuple[Lineage, ...]:
    """Give what each report derives from: another report of the case, or an outlet that it credits.

    Rows stand by report; of one report those from text come first, by falling `score` (the share of its words that
    stand in the origin), then passages in common, and last at most one row that names its original outlet.
    `common` (hashes of 3-grams) and the names of `outlets` are known from beyond these reports.
    """
    stamps = {i: stamp(reports[i], readings.get(i)) for i in reports}
    ids = sorted(reports, key=lambda i: (stamps[i], i))
    found = candidates([reports[i].text for i in ids], common)
    cut: dict[tuple[int, bool], Passages] = {}

    def sentences(n: int, whole: bool) -> Passages:
        if (n, whole) not in cut:
            regions = readings[ids[n]].regions if ids[n] in readings else ()
            cut[n, whole] = passages(reports[ids[n]].text, regions, _NOTHING if whole else found.common)
        return cut[n, whole]

    paired = sorted({n for a, b, _ in found.pairs if (a, b) not in found.mass for n in (a, b)})
    framed = frames(sentences(n, False) for n in paired)
    for n in paired:
        own = [s for s in cut[n, False].sentences if s.grams not in framed]
        if len(own) < len(cut[n, False].sentences):
            cut[n, False] = gathered(own)
    kin = {
        (a, b): kinship(sentences(a, (a, b) in found.mass), sentences(b, (a, b) in found.mass))
        for a, b, _ in found.pairs
    }
    for (a, b), k in kin.items():
        if (a, b) not in found.mass and k.verdict == "derived" and closes_alike(k, cut[a, False], cut[b, False]):
            kin[a, b] = replace(k, verdict="shared passage")
    names = frozenset([*outlets, *outlet_names_written(reports, readings)])
    originals = [c for i in ids if i in readings and (c := credited(readings[i], reports[i], names))]
    of_house = {i: house(r.outlet) for i, r in readings.items() if r.outlet}
    carriers = frozenset(
        n for n, i in enumerate(ids) for c in originals if c.report == i and of_house.get(i) != house(c.origin or "")
    )
    digests = frozenset(n for n, i in enumerate(ids) if len(_ITEM.findall(reports[i].text)) >= _ITEMS)
    versions = _versions(ids, reports, readings)
    parents = derivations(kin, [stamps[i] for i in ids], carriers, versions, digests)

    def whole(a: int, b: int) -> bool:
        return (min(a, b), max(a, b)) in found.mass

    rows = [
        _derived(
            ids,
            d,
            sentences(d.report, whole(d.report, d.parent)),
            sentences(d.parent, whole(d.report, d.parent)),
            one_language=len({_language(ids[n], reports, readings) for n in (d.report, d.parent)}) == 1,
        )
        for d in parents
    ]
    linked = {(d.report, d.parent) for d in parents} | {(d.parent, d.report) for d in parents}
    rows += [
        row
        for pair, k in kin.items()
        if k.verdict in {"shared statement", "shared passage"}
        and pair not in linked
        and (row := _in_common(ids, pair, k, sentences(pair[0], whole(*pair)), sentences(pair[1], whole(*pair))))
    ]
    order = {row: n for n, row in enumerate(("text", "none", "credit"))}
    rows.sort(key=lambda r: (r.report, order["text" if r.origin else "none"], -r.score, r.origin or "", r.evidence))
    return tuple(sorted([*rows, *originals], key=lambda r: (r.report, r.basis != "text")))


def outlet_names_written(reports: Mapping[str, Report], readings: Mapping[str, Reading]) -> Iterator[str]:
    """Give the outlets' names as reports and their credits write them."""
    for i, reading in readings.items():
        if reading.outlet:
            yield reading.outlet
        if i in reports:
            yield from (" ".join(reports[i].text[c.start : c.end].split()) for c in reading.credits)


def _versions(ids: Sequence[str], reports: Mapping[str, Report], readings: Mapping[str, Reading]) -> dict[int, int]:
    """How many versions of its article stood before each report, where any did."""
    number = {i: n for n, i in enumerate(ids)}
    then = superseded(reports, readings)
    found = {number[i]: 1 for i in ids if corrects(reports[i])}
    for first in set(then) - set(then.values()):
        at, count = first, 0
        while at in then:
            at, count = then[at], count + 1
            found[number[at]] = count
    return found


def _language(report: str, reports: Mapping[str, Report], readings: Mapping[str, Reading]) -> str:
    return reports[report].language or (readings[report].language if report in readings else "") or LANGUAGE


def _derived(ids: Sequence[str], d: Derivation, mine: Passages, theirs: Passages, *, one_language: bool) -> Lineage:
    held = d.held
    relation: Relation
    if d.lifted >= _COPIED:
        relation = "reprint" if held >= _WHOLE else "excerpt"
    elif not one_language and d.coverage - d.lifted >= _TRANSLATED >= d.lifted and held >= _TRANSLATED:
        relation = "translation"
    else:
        relation = "rewrite"
    same = [m for m in d.matches if m.same]
    return Lineage(
        ids[d.report],
        ids[d.parent],
        relation,
        "text",
        round(d.coverage, 4),
        _evidence(ids[d.report], mine, (m.at for m in same)) + _evidence(ids[d.parent], theirs, _others(same)),
        d.because,
        "passages" if relation == "rewrite" and d.coverage < _MOST else "whole",
    )


def _in_common(
    ids: Sequence[str], pair: tuple[int, int], k: Kinship, first: Passages, second: Passages
) -> Lineage | None:
    """The later report's row: what it has in common with the earlier; None where that is but a phrase."""
    earlier, later = pair
    same = [m for m in k.back if m.lift >= LIFTED and m.same and second.sentences[m.at].length >= _PASSAGE]
    if not same:
        return None
    return Lineage(
        ids[later],
        None,
        "excerpt",
        "text",
        round(k.coverage[1], 4),
        _evidence(ids[later], second, (m.at for m in same)) + _evidence(ids[earlier], first, _others(same)),
        Reason(k.verdict.replace(" ", "-"), f"with {ids[earlier]}, {k.because.words}"),
        "passages",
    )


def _others(matches: Iterable[Match]) -> list[int]:
    return sorted({m.other for m in matches if m.other >= 0})


def _evidence(report: str, passages_: Passages, at: Iterable[int]) -> tuple[Evidence, ...]:
    """Spans of the sentences `at`, those that follow one another as one."""
    runs: list[tuple[int, int]] = []
    for i in at:
        if runs and runs[-1][1] == i - 1:
            runs[-1] = (runs[-1][0], i)
        else:
            runs.append((i, i))
    return tuple((report, passages_.sentences[a].start, passages_.sentences[b].end) for a, b in runs)
