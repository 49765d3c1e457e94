"""Every telling of a claim in time: who tells it where, what they do with it, and which reports only carry another's.

A report that reprints another, or that has its text by credit from one outlet, is folded behind the first that tells
the same with the same voice: it adds a place, and no evidence.

Reports that speak with one outlet's words are one family: what is republished or copied belongs to its origin. A report
carries another's words where the whole of it is taken from there, and not put in words of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from rashomon.case import Case
from rashomon.exports.lookup import Lookup, Quote
from rashomon.records import Claim, Lineage, Member, Origin, Span, StanceKind, Telling

_CARRIES = ("reprint", "republished")


@dataclass(frozen=True, slots=True)
class Told:
    """One telling: what is done with the claim, by whom ("" by the outlet itself), and the sentence, in three parts.

    `parts` are the characters before those that tell the claim, those, and those after. `carried` are the tellings of
    reports that only carry this one's words. `row` is what it rests on. `passing` is True where the claim is only named
    on the way to something else ("since the killing of …"): no voice of it is counted. `beside` are the names of others
    whom the same words tell it of ("Ana and Ben say").
    """

    stance: StanceKind
    who: str
    voice: str
    quote: Quote
    parts: tuple[str, str, str]
    row: Member
    carried: tuple[Told, ...] = ()
    passing: bool = False
    beside: tuple[str, ...] = ()

    @property
    def day(self) -> str | None:
        """The day of its report."""
        return self.quote.published


@dataclass(frozen=True, slots=True)
class First:
    """Who told a claim first with one stance, and who else that day, each once; `undated` reports may be earlier."""

    told: Told
    same_day: tuple[Told, ...]
    undated: int


def tellings(case: Case, lookup: Lookup, claim: Claim) -> tuple[Told, ...]:
    """Give the tellings of a claim, the earliest first; those of reports without a day stand last."""
    names = {origin.key: lookup.outlet(origin.name) for origin in claim.origins if origin.key}
    telling = {told.voice for told in claim.tellings}
    others = {o.chain[-1]: o for o in claim.origins if o.key and o.key not in telling and o.chain}
    every = [
        replace(_told(lookup, names, told, _in_passing(claim, told)), beside=_beside(lookup, others, told))
        for told in claim.tellings
    ] or [told for member in claim.members if (told := _of_member(lookup, member))]
    every.sort(key=lambda t: (t.day is None, t.day or "", t.quote.report, t.quote.start))
    roots = _roots(case, {t.quote.report for t in every})
    groups: dict[tuple[str, str, str, bool], list[Told]] = {}
    for told in every:
        root = roots.get(told.quote.report, "")
        own = root or f"{told.quote.report}:{told.quote.start}"
        groups.setdefault((own, told.stance, told.voice if root else "", told.passing), []).append(told)
    folded = [_folded(group, roots) for group in groups.values()]
    return tuple(sorted(folded, key=lambda t: (t.day is None, t.day or "", t.quote.report, t.quote.start)))


def first(told: Iterable[Told], stance: StanceKind) -> First | None:
    """Give who told it first with this stance, None where nobody did; who only names it where nobody tells it."""
    of = [t for t in told if t.stance == stance]
    of = [t for t in of if not t.passing] or of
    dated = [t for t in of if t.day]
    if not of:
        return None
    if not dated:
        return First(of[0], (), len(of))
    day = (dated[0].day or "")[:10]
    same = {(t.who, t.quote.outlet): t for t in reversed(dated) if (t.day or "")[:10] == day}
    others = tuple(t for t in dated if same.get((t.who, t.quote.outlet)) is t and t is not dated[0])
    return First(dated[0], others, len(of) - len(dated))


def _folded(group: list[Told], roots: dict[str, str]) -> Told:
    """The first of a group with those that carry its words; of one day the report that they carry stands first.

    Two places of one report are no two carriers.
    """
    head = min(
        group, key=lambda t: (t.day is None, t.day or "", roots.get(t.quote.report) not in (None, t.quote.report))
    )
    rest = [t for t in group if t is not head]
    seen = {head.quote.report}
    carried = []
    for told in rest:
        if told.quote.report not in seen:
            carried.append(told)
        seen.add(told.quote.report)
    return replace(head, carried=tuple(carried))


def _in_passing(claim: Claim, telling: Telling) -> bool:
    voices = {origin.key for origin in claim.origins}
    return telling.stance == "says" and bool(voices) and telling.voice not in voices


def _told(lookup: Lookup, names: dict[str, str], telling: Telling, passing: bool) -> Told:
    sentence = _around(lookup, telling.report, (telling.start, telling.end))
    quote = lookup.quote((telling.report, *sentence), telling.row)
    who = names.get(telling.voice) or lookup.voice(telling.voice) if telling.voice else ""
    own = not who or who == quote.outlet
    start, end = telling.start - sentence[0], telling.end - sentence[0]
    parts = (quote.text[:start], quote.text[start:end], quote.text[end:])
    said = "" if own else " ".join(who.split())
    row = (telling.report, telling.row)
    return Told(telling.stance, said, telling.voice, quote, parts, row, passing=passing)


def _beside(lookup: Lookup, others: Mapping[Member, Origin], telling: Telling) -> tuple[str, ...]:
    """Give who else tells the claim by the same attributed words: of `others`, whom no other telling is of."""
    reading = lookup.reading(telling.report) if telling.stance == "says" and others else None
    if reading is None:
        return ()
    said = {a.content for a in reading.attributions if a.id == telling.row}
    same = (others.get((telling.report, a.id)) for a in reading.attributions if a.content in said)
    return tuple(dict.fromkeys(" ".join(lookup.outlet(one.name).split()) for one in same if one))


def _of_member(lookup: Lookup, member: Member) -> Told | None:
    quote = lookup.member(member)
    return Told("says", "", "", quote, ("", quote.text, ""), member) if quote else None


def _around(lookup: Lookup, report: str, span: Span) -> Span:
    """The sentence that holds a span, or the span itself where none does."""
    reading = lookup.reading(report)
    for start, end in reading.sentences if reading else ():
        if start <= span[0] and span[1] <= end:
            return start, end
    return span


def _roots(case: Case, reports: Iterable[str]) -> dict[str, str]:
    """What each report that carries another's words carries: the report or outlet at the end of the way."""
    origin: dict[str, str] = {}
    waiting = sorted(reports)
    seen = set(waiting)
    while waiting:
        report = waiting.pop()
        rows: list[Lineage] = case.findings.lineage(report)
        best = max((r for r in rows if r.origin and r.relation in _CARRIES), key=lambda r: r.score, default=None)
        if best is not None and best.origin is not None and best.origin != report:
            origin[report] = best.origin
            if best.origin not in seen:
                seen.add(best.origin)
                waiting.append(best.origin)
    roots: dict[str, str] = {}
    for report in sorted(origin):
        at, passed = report, {report}
        while at in origin and origin[at] not in passed:
            at = origin[at]
            passed.add(at)
        roots[report] = roots[at] = at
    return roots


def standing(claim: Claim) -> tuple[str, ...]:
    """Give their ids, sorted."""
    return tuple(sorted({m[0] for m in claim.members} | {e[0] for e in claim.evidence}))


_OWN_WORDS = 0.6


def carries(row: Lineage) -> bool:
    """Tell whether the report of a derivation only carries what it derives from."""
    rewritten = row.relation == "rewrite" and row.score < _OWN_WORDS
    return bool(row.origin) and row.origin != row.report and row.extent == "whole" and not rewritten


def families(reports: Iterable[str], outlets: Mapping[str, str], derived: Sequence[Lineage]) -> dict[str, list[str]]:
    """Give the first outlet of each family with its reports, the largest family first.

    `outlets` names the outlet of a report, `derived` says what reports derive from. A report that is for the most part
    in its own words is its own outlet's; an outlet that a credit names in other letters is the one that we hold.
    """
    known = {name.casefold(): name for name in sorted(outlets.values(), reverse=True)}
    origin: dict[str, Lineage] = {}
    for row in derived:
        best = origin.get(row.report)
        if carries(row) and (best is None or (row.basis == "text", row.score) > (best.basis == "text", best.score)):
            origin[row.report] = row
    found: dict[str, list[str]] = {}
    for report in reports:
        at, seen = report, {report}
        while (parent := origin.get(at)) and parent.origin and parent.origin not in seen:
            at = parent.origin
            seen.add(at)
        found.setdefault(outlets.get(at) or known.get(at.casefold(), at), []).append(report)
    return dict(sorted(found.items(), key=lambda item: (-len(item[1]), item[0])))
