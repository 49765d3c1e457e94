"""What a person should look at first: the least certain identities, chains and dates, each with what it rests on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import combinations
from typing import Any

from rashomon.exports.lookup import Quote
from rashomon.records import Claim, Entity, Origin
from rashomon.web.desk import Desk
from rashomon.web.screens import Page

MOST = 40
_TWO = 2
_MENTIONS = 400
"""Mentions of an entity that are looked through for a sentence with its name."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """One thing in doubt: how certain it is (0 to 1), what it is, and why it is thought so."""

    certainty: float
    kind: str
    row: str
    says: str
    because: str
    origin: str = ""
    names: tuple[str, ...] = ()
    quotes: tuple[Quote, ...] = ()
    voices: tuple[str, ...] = ()
    """The two origins of a claim that may be one voice, as a correction calls them."""
    asks: str = ""
    """Which two of several voices are asked about."""

    @property
    def same(self) -> str:
        """The note that says that it is so, by which it is known to be decided."""
        return f"same: {' ~ '.join(self.names)}" if self.names else f"derived: {self.row} from {self.origin}"


def review(desk: Desk, asked: dict[str, str]) -> dict[str, Any]:
    """Give the doubts of a case, least certain first; `kind` narrows them."""
    kind = asked.get("kind", "")
    kinds = {
        "identities": _identities,
        "chains": _chains,
        "derivations": _derivations,
        "dates": _dates,
    }
    gathered = {name: sorted(find(desk), key=lambda d: (d.certainty, d.says)) for name, find in kinds.items()}
    decided = {c.judgement.value for c in desk.case.corrections.standing() if c.state == "applied"}
    gathered = {name: [d for d in doubts if d.same not in decided] for name, doubts in gathered.items()}
    shown = [d for name, doubts in gathered.items() if kind in ("", name) for d in doubts]
    shown.sort(key=lambda d: d.certainty)
    return {
        "doubts": [_in_view(desk, d) for d in shown[:MOST]],
        "counts": {name: len(doubts) for name, doubts in gathered.items()},
        "kind": kind,
        "left_out": max(0, len(shown) - MOST),
    }


def _identities(desk: Desk) -> list[Doubt]:
    """Names that were taken for one on the strength of their likeness."""
    found = []
    told = desk.case.corrections.standing()
    parted = {c.judgement.value for c in told if c.judgement.kind == "split" and c.state == "applied"}
    entities: list[Entity] = desk.case.findings.some("entities", desk.views.reasoned_entities())
    for entity in entities:
        for reason in entity.because:
            likeness = next((step.words for step in reason.also if step.rule == "likeness"), "")
            if likeness:
                pair = tuple(reason.words.split("~"))
                if parted & {*pair} - {*entity.names}:  # a person told it apart
                    continue
                says = f"{' and '.join(pair)}, taken for one: {entity.name}"
                names = pair if len(pair) == 2 and {*pair} <= {*entity.names} else ()
                found.append(Doubt(float(likeness), "identities", entity.id, says, str(reason), names=names))
    return found


def _in_view(desk: Desk, doubt: Doubt) -> Doubt:
    """Lay beside a doubt the words that it is about: of two names, or of two voices."""
    if doubt.kind != "chains":
        return replace(doubt, quotes=_quotes(desk, doubt))
    claims: list[Claim] = desk.case.findings.some("claims", [doubt.row])
    origins = claims[0].origins if claims else ()
    pair = _pair(origins)
    if pair is None:
        return doubt
    two = [origins[n] for n in pair]
    quotes = (desk.lookup.member(o.chain[-1]) for o in two if o.chain)
    return replace(
        doubt,
        quotes=tuple(q for q in quotes if q),
        voices=tuple(f"{doubt.row}:{n + 1}" for n in pair),
        asks=" and ".join(desk.lookup.outlet(o.name) for o in two) if len(origins) > _TWO else "",
    )


def _pair(origins: Sequence[Origin]) -> tuple[int, int] | None:
    """The first two voices that nobody told apart; sooner two of which one is in doubt."""
    open_ = [
        (one.certain and other.certain, i, j)
        for (i, one), (j, other) in combinations(enumerate(origins), 2)
        if one.key not in other.apart and other.key not in one.apart
    ]
    return min(open_)[1:] if open_ else None


def _quotes(desk: Desk, doubt: Doubt) -> tuple[Quote, ...]:
    """The first sentence in which each of two names stands."""
    found: dict[str, Quote] = {}
    entities: list[Entity] = desk.case.findings.some("entities", [doubt.row]) if doubt.names else []
    for report, mention in [m for e in entities for m in e.mentions][:_MENTIONS]:
        name = desk.lookup.mention_words(report, mention)
        if name in doubt.names and name not in found:
            found[name] = desk.lookup.sentence(report, mention)
    return tuple(found[name] for name in doubt.names if name in found)


def _chains(desk: Desk) -> list[Doubt]:
    """Claims whose count is wide: voices that may be one."""
    return [
        Doubt(
            (least + 0.5) / (most + 1),
            "chains",
            id_,
            text,
            f"between {least} and {most} voices: "
            + (", ".join(n for n in names if n)[:200] or "one of them")
            + " may have it from another",
        )
        for id_, text, least, most, names in desk.views.wide_claims()
        if least  # of what is only left open or denied nobody has anything from another
    ]


def _derivations(desk: Desk) -> list[Doubt]:
    """Reports that are thought to derive from another."""
    return [
        Doubt(
            score,
            "derivations",
            report,
            f"{desk.lookup.outlet(report)}: {relation} from {desk.lookup.outlet(origin)}",
            why,
            origin if desk.lookup.report(origin) else "",
        )
        for report, origin, relation, score, why in desk.views.unsure_lineage()
    ]


def _dates(desk: Desk) -> list[Doubt]:
    """Reports whose day is not stated, the wider the bounds, the less certain; and those of a day still ahead."""
    found = []
    for report, published, earliest, latest, because in desk.views.unsure_days():
        days = _days(earliest, latest)
        certainty = 0.0 if days is None else (0.9 if published else 0.6) / (1 + days / 30)
        bounds = f"between {earliest or '…'} and {latest or '…'}" if earliest or latest else "not known at all"
        says = f"{desk.title(report)}: published {published or ''} {bounds}".replace("  ", " ")
        found.append(Doubt(certainty, "dates", report, says, because))
    for report, published, came in desk.views.days_ahead():
        says = f"{desk.title(report)}: published {published}, which lay ahead when it came, on {came}"
        found.append(Doubt(0.0, "dates", report, says, "day-ahead"))
    return found


def _days(earliest: str | None, latest: str | None) -> int | None:
    try:
        return (date.fromisoformat(latest or "") - date.fromisoformat(earliest or "")).days
    except ValueError:
        return None


PAGES = (Page("review", review, "once"),)
