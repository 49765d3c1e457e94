"""Somebody or something across reports: its names, what it is said to be, what it says and what is said of it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any

from rashomon.case.corrections.overlay import CORRECTED
from rashomon.case.lists import ENTITY_ORDERS
from rashomon.exports.lookup import Quote
from rashomon.records import Correction, Entity
from rashomon.web.desk import Desk
from rashomon.web.links import narrowing
from rashomon.web.screens import Page, RowPage

PAGE = 100
MOST = 30
"""Statements, roles or events that a page shows of each kind."""
_REPORTS = 60
"""Reports that a page reads for what is said by and about."""


@dataclass(frozen=True, slots=True)
class Name:
    """One way in which it is named: how often, in how many reports, and where first."""

    name: str
    mentions: int
    reports: int
    report: str
    start: int


@dataclass(frozen=True, slots=True)
class Role:
    """What one report says it is."""

    published: str | None
    report: str
    outlet: str
    role: str


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement, and the claim it is counted under ("" where it is under none)."""

    quote: Quote
    speaker: str
    entity: str
    claim: str


def entities(desk: Desk, asked: dict[str, str]) -> dict[str, Any]:
    """Give one page of entities, those with most mentions first unless asked otherwise; the unnamed stand apart."""
    named = asked.get("called") != "described"
    told = {**asked, "called": "" if named else "described"}
    narrow = narrowing(told, ("called", "kind", "words"), ENTITY_ORDERS, {"kind": "", "words": "“"})
    lists = desk.case.lists
    rows, count = lists.entities(narrow.on, narrow.order, narrow.page(PAGE), named=named if desk.links.live else None)
    return {
        "rows": [(row.id, row.name, row.kind, [n for n in row.names if n != row.name], row.mentions) for row in rows],
        "narrow": narrow,
        "chips": [(name, f"{label}”" if name == "words" else label) for name, label in narrow.chips],
        "named": named,
        "numbers": [sum(n for _, n in lists.kinds_of_entities(named=of)) for of in (True, False)],
        "kinds": lists.kinds_of_entities(named=named),
        "count": count,
        "following": narrow.following(PAGE, count),
    }


def entity(desk: Desk, wanted: str) -> dict[str, Any] | None:
    """Give everything that is known of one entity, or None where there is none of that id."""
    found = desk.case.findings.some("entities", [wanted])
    if not found:
        return None
    row: Entity = found[0]
    held: dict[str, set[str]] = {}
    for report, mention in row.mentions:
        held.setdefault(report, set()).add(mention)
    reports = sorted(held, key=lambda r: (-len(held[r]), r))[:_REPORTS]
    by, about, acts = _told(desk, {r: held[r] for r in reports})
    return {
        "entity": row,
        "names": _names(desk, row, reports, held),
        "partable": _partable(desk, row) if desk.editable else [],
        "roles": _roles(desk, {r: held[r] for r in reports}),
        "by": by[:MOST],
        "about": about[:MOST],
        "more": (max(0, len(by) - MOST), max(0, len(about) - MOST)),
        "acts": acts[:MOST],
        "reports": len(held),
        "others": desk.others(row.kind, row.id),
        "unread": max(0, len(held) - _REPORTS),
        "decisions": _decisions(desk, row),
    }


def _names(desk: Desk, row: Entity, reports: list[str], held: dict[str, set[str]]) -> list[Name]:
    """Names as written, most frequent first: no nominal or pronoun, nor a name that a person said is another's."""
    counts: Counter[str] = Counter()
    within: dict[str, set[str]] = {}
    first: dict[str, tuple[str, int]] = {}
    for report in reports:
        reading = desk.lookup.reading(report)
        for mention in reading.mentions if reading else ():
            if mention.id in held[report] and mention.form == "name" and mention.because.rule != CORRECTED:
                name = desk.lookup.words(report, [(mention.start, mention.end)])
                counts[name] += 1
                within.setdefault(name, set()).add(report)
                first.setdefault(name, (report, mention.start))
    return [Name(n, c, len(within[n]), *first[n]) for n, c in sorted(counts.items(), key=lambda p: (-p[1], p[0]))]


def _partable(desk: Desk, row: Entity) -> list[str]:
    """Names that can be told apart as another's: some mentions bear them, not all."""
    held = desk.case.findings.borne(row.id)
    bearing = Counter(name for b in held for name in {n.casefold() for n in b.names})
    return [name for name in row.names if 0 < bearing[name.casefold()] < len(held)]


def _roles(desk: Desk, held: dict[str, set[str]]) -> list[Role]:
    roles: list[Role] = []
    for report, mentions in held.items():
        reading = desk.lookup.reading(report)
        if reading is None:
            continue
        chains = {m.chain for m in reading.mentions if m.id in mentions}
        told = dict.fromkeys(r for c in reading.chains if c.id in chains for r in c.roles)
        roles += [Role(reading.published.value, report, desk.lookup.outlet(report), role) for role in told]
    return sorted(roles, key=lambda r: (r.published is None, r.published or "", r.role, r.report))[:MOST]


def _told(
    desk: Desk, held: dict[str, set[str]]
) -> tuple[list[Statement], list[Statement], list[tuple[str | None, str, Quote]]]:
    """What it says, what others say of it, and what it does or has done to it (date, what)."""
    by: list[Statement] = []
    about: list[Statement] = []
    acts: list[tuple[str | None, str, Quote]] = []
    for report, mentions in held.items():
        reading = desk.lookup.reading(report)
        if reading is None:
            continue
        claims = {row: claim for claim, row in desk.views.claims_told(report)}
        spans = [(m.start, m.end) for m in reading.mentions if m.id in mentions]
        for a in reading.attributions:
            own = a.source_mention in mentions
            if not own and not any(s <= b and e <= f for s, f in a.content for b, e in spans):
                continue
            quote = desk.lookup.member((report, a.id))
            if quote is None:
                continue
            speaker, name = desk.name(report, a.source_mention)
            name = name or desk.lookup.words(report, a.source) or desk.lookup.outlet(report)
            (by if own else about).append(Statement(quote, name, speaker, claims.get(a.id, "")))
        for event in reading.events:
            if mentions & {*event.actors, *event.recipients}:
                quote = desk.lookup.member((report, event.id))
                way = "does" if mentions & {*event.actors} else "undergoes"
                if quote:
                    acts.append(
                        (event.date, f"{way}: {event.type.lower()}{f' ({event.mode})' if event.mode else ''}", quote)
                    )
    for told in (by, about):
        told.sort(key=lambda s: (s.quote.published is None, s.quote.published or "", s.quote.report, s.quote.start))
    return by, about, sorted(acts, key=lambda act: (act[0] is None, act[0] or "", act[1], act[2].report))


def _decisions(desk: Desk, row: Entity) -> list[Correction]:
    """The corrections that rest on its mentions, and what undid some, in the order of their time."""
    told = desk.case.corrections.standing()
    if not told:
        return []
    resting = desk.case.corrections.resting()
    here = {j.id for member in row.mentions for j in resting.get(member, ())}
    named = {f"entity {name}" for name in (row.name, *row.names)}
    here |= {c.judgement.id for c in told if named & set(c.judgement.about.split("; "))}
    return [c for c in told if c.judgement.id in here or c.judgement.undoes in here]


PAGES = (Page("entities", entities, "once"), RowPage("entity", "entities", entity))
