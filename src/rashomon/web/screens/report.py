"""One report as it stands, with what was read in it laid over its own characters and the claims beside it.

Spans that overlap in any way are laid side by side: segments part the text, and each knows every span over it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any, Generic, NamedTuple, TypeVar

from rashomon.engines import asks_language
from rashomon.exports.in_words import hour
from rashomon.exports.tellings import standing
from rashomon.records import Attribution, Bounds, Claim, Event, Judgement, Lineage, Reading, Span
from rashomon.web.desk import Desk

T = TypeVar("T")


class Segment(NamedTuple, Generic[T]):
    """`[start, end)` of the text and what lies over it, in the order given."""

    start: int
    end: int
    over: tuple[T, ...]


def segments(spans: Iterable[tuple[int, int, T]], start: int, end: int) -> list[Segment[T]]:
    """Part `[start, end)` at every border of `spans` (start, end, what); n spans cost n log n and what they cover.

    Spans that reach outside are cut there; empty ones are passed over.
    """
    cut = [(max(a, start), min(b, end), i, what) for i, (a, b, what) in enumerate(spans)]
    cut = [c for c in cut if c[0] < c[1]]
    opening: dict[int, list[tuple[int, T]]] = {}
    closing: dict[int, list[int]] = {}
    for a, b, i, what in cut:
        opening.setdefault(a, []).append((i, what))
        closing.setdefault(b, []).append(i)
    borders = sorted({start, end, *opening, *closing}) if start < end else []
    over: dict[int, T] = {}
    found = []
    for a, b in pairwise(borders):
        for i in closing.get(a, ()):
            over.pop(i)
        over.update(opening.get(a, ()))
        found.append(Segment(a, b, tuple(over[i] for i in sorted(over))))
    return found


WINDOW = 60_000
"""Characters of a report that one page shows."""


@dataclass(frozen=True, slots=True)
class Over:
    """Something over the text: a claim's words ("claim", "source", "cue", "trigger"), a region or a name."""

    kind: str
    row: str = ""
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """A segment as the page writes it: its characters, the cards it belongs to, the classes it bears."""

    text: str
    start: int
    cards: tuple[str, ...]
    classes: tuple[str, ...]
    region: str
    entity: str


@dataclass(slots=True)
class Card:
    """A claim as this report puts it forward."""

    claim: str
    says: str
    start: int
    origins: Bounds
    reports: int
    source: str
    entity: str
    kind: str
    stance: str
    cue: str
    rules: list[str] = field(default_factory=list)
    rows: list[str] = field(default_factory=list)
    date: str | None = None
    conflicts: list[tuple[str, str]] = field(default_factory=list)
    judged: list[Judgement] = field(default_factory=list)
    targets: str = ""
    target: str = ""
    pointed_by: str = ""


def report(desk: Desk, wanted: str, at: int = 0) -> dict[str, Any] | None:
    """Give the window of a report's text that holds `at` (0 for the first), or None where there is no such report."""
    stored = desk.lookup.report(wanted)
    if stored is None:
        return None
    reading = desk.lookup.reading(wanted)
    start, end, windows = _window(stored.text, reading, at) if desk.links.live else (0, len(stored.text), [0])
    claims = _claims(desk, wanted)
    spans: list[tuple[int, int, Over]] = []
    cards: list[Card] = []
    if reading is not None:
        cards = _cards(desk, wanted, reading, claims, spans, start, end)
        spans += [(r.start, r.end, Over("region", detail=r.kind)) for r in reading.regions]
        entities = desk.entities_in(wanted)
        spans += [
            (m.start, m.end, Over("name", entities[m.id]))
            for m in reading.mentions
            if m.form == "name" and m.id in entities and start <= m.start < end
        ]
    return {
        "report": stored,
        "reading": reading,
        "outlet": desk.lookup.outlet(wanted),
        "title": desk.title(wanted),
        "hour": hour(stored.published) if reading and reading.published.basis == "metadata" else "",
        "ahead": next((came for _, _, came in desk.views.days_ahead(wanted)), ""),
        "unsaid": desk.lookup.outlet(wanted) == wanted or reading is None or reading.published.value is None,
        "asks_language": asks_language(stored),
        "pieces": _pieces(stored.text, spans, start, end),
        "cards": cards,
        "start": start,
        "end": end,
        "windows": windows,
        "derived": [_derivation(desk, row) for row in desk.case.findings.lineage(wanted)],
        "stories": desk.stories_of(wanted) if len(windows) == 1 else [],
        "safe_url": stored.url if stored.url and stored.url.lower().startswith(("http://", "https://")) else None,
    }


class Derivation(NamedTuple):
    """What the report derives from, in words, and the report (its id, "" where it is not here) to lay beside it."""

    row: Lineage
    says: str
    other: str


def _derivation(desk: Desk, row: Lineage) -> Derivation:
    """Tell one derivation; of a passage whose origin is not known, who has it too."""
    other = row.origin or next((report for report, _, _ in row.evidence if report != row.report), "")
    held = other if desk.lookup.report(other) else ""
    if row.origin is None and held:
        return Derivation(row, f"has a passage in common with {desk.lookup.outlet(held)}", held)
    return Derivation(row, f"{row.relation} from {desk.teller.origin(row)}", held)


def _window(text: str, reading: Reading | None, at: int) -> tuple[int, int, list[int]]:
    """Part a long text at sentences; give the part that holds `at` and where all parts begin."""
    if len(text) <= WINDOW:
        return 0, len(text), [0]
    starts = [0]
    for sentence in reading.sentences if reading else ():
        if sentence[0] - starts[-1] >= WINDOW:
            starts.append(sentence[0])
    cut = [0]
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        if start:
            cut.append(start)
        cut.extend(range(start + 2 * WINDOW, end, 2 * WINDOW))  # where no sentence ends for very long
    index = max(i for i, start in enumerate(cut) if start <= max(at, 0))
    return cut[index], (*cut, len(text))[index + 1], cut


def _claims(desk: Desk, report: str) -> dict[str, list[Claim]]:
    """The claims that each row of the report puts forward."""
    rows = desk.views.claims_told(report)
    claims = desk.teller.claims(c for c, _ in rows)
    found: dict[str, list[Claim]] = defaultdict(list)
    for claim, row in rows:
        if claim in claims:
            found[row].append(claims[claim])
    return found


def _cards(
    desk: Desk,
    report: str,
    reading: Reading,
    claims: dict[str, list[Claim]],
    spans: list[tuple[int, int, Over]],
    start: int,
    end: int,
) -> list[Card]:
    statements = {a.id: a for a in reading.attributions}
    cards: dict[str, Card] = {}
    rows: list[tuple[int, Attribution | Event]] = sorted(
        [
            *((min(s for s, _ in (*a.source, *a.cue, *a.content)), a) for a in reading.attributions if a.content),
            *((e.evidence[0], e) for e in reading.events),
        ],
        key=lambda pair: (pair[0], pair[1].id),
    )
    for first, row in rows:
        if not start <= first < end:
            continue
        for claim in claims.get(row.id, ()):
            card = cards.get(claim.id)
            statement = row if isinstance(row, Attribution) else statements.get(row.attribution or "")
            if card is None:
                card = cards[claim.id] = _card(desk, report, claim, row, statement, first)
            card.stance = card.stance or _stance(row)
            card.rules.append(str(row.because))
            card.rows.append(row.id)
            if isinstance(row, Event):
                card.date = card.date or row.date
            spans += [(a, b, Over(kind, claim.id)) for kind, parts in _parts(row) for a, b in parts]
    conflicts = desk.conflicts_of(cards)
    resting = desk.case.corrections.resting()
    for card in cards.values():
        card.targets = "\n".join(f"{report}:{row}" for row in card.rows)
        card.target = f"{report}:{card.rows[0]}"
        told = {j.id: j for row in card.rows for j in resting.get((report, row), ())}
        card.judged = list(told.values())
        card.conflicts = conflicts.get(card.claim, [])
    return sorted(cards.values(), key=lambda c: c.start)


def _card(
    desk: Desk, report: str, claim: Claim, row: Attribution | Event, statement: Attribution | None, first: int
) -> Card:
    entity, name, kind, cue = "", "", "outlet", ""
    if statement is not None:
        entity, name = desk.name(report, statement.source_mention)
        name = name or desk.lookup.words(report, statement.source)
        kind, cue = statement.source_kind, desk.lookup.words(report, statement.cue)
    says = " ".join(_said_here(desk, report, claim, row).split())
    reports = len(standing(claim))
    card = Card(claim.id, says, first, claim.independent_origins, reports, name, entity, kind, "", cue)
    card.pointed_by = claim.pointed_by
    return card


def _said_here(desk: Desk, report: str, claim: Claim, row: Attribution | Event) -> str:
    """The words of this report that put the claim forward: another report's words are not this source's."""
    whole = [span for _, spans in _parts(row)[:1] for span in spans]
    mine = [
        (a, b) for of, a, b in claim.evidence if of == report and any(a < end and start < b for start, end in whole)
    ]
    longest = max(mine, key=lambda span: span[1] - span[0], default=None)
    return desk.lookup.words(report, (longest,) if longest else whole)


def _stance(row: Attribution | Event) -> str:
    if isinstance(row, Event):
        return row.modality if row.modality not in ("asserted", "attributed") else ""
    if row.negated:
        return "does not say"
    return (
        "hypothetical" if row.hypothetical else {"assert": "", "deny": "denies"}.get(row.polarity, f"{row.polarity}s")
    )


def _parts(row: Attribution | Event) -> list[tuple[str, tuple[Span, ...]]]:
    if isinstance(row, Event):
        return [("claim", (row.evidence,)), ("trigger", (row.trigger,))]
    return [("claim", row.content), ("source", row.source), ("cue", row.cue)]


def _pieces(text: str, spans: list[tuple[int, int, Over]], start: int, end: int) -> list[Piece]:
    pieces = []
    for a, b, over in segments(spans, start, end):
        cards = tuple(dict.fromkeys(o.row for o in over if o.kind not in ("region", "name")))
        classes = tuple(dict.fromkeys(o.kind for o in over if o.kind not in ("region", "name")))
        pieces.append(
            Piece(
                text[a:b],
                a,
                cards,
                classes,
                next((o.detail for o in over if o.kind == "region"), ""),
                next((o.row for o in over if o.kind == "name"), ""),
            )
        )
    return pieces
