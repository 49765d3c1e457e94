"""Recorded answers: one JSON object a line and story, places by report and characters, labels, and no text.

A line says by the digest of its text which report it means; of a report whose text is another one it is passed over.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, replace
from hashlib import sha256
from typing import Any, get_args

from rashomon.records import (
    ClaimKind,
    ConflictKind,
    Evidence,
    Pointed,
    PointedClaim,
    PointedDispute,
    PointedVoice,
)

_SCHEMA = 1


class RecordError(Exception):
    """A line that is no recorded answer; the message says which, and what is wrong."""


def record(pointed: Iterable[Pointed], texts: Mapping[str, str]) -> str:
    """Give the lines of what was pointed at in reports with these `texts`, by id."""
    lines = []
    for p in pointed:
        named = {r: text_digest(texts[r]) for r in sorted(p.reports) if r in texts}
        lines.append(json.dumps({"pointed": _SCHEMA, "reports": named, **asdict(p)}, separators=(",", ":")))
    return "".join(f"{line}\n" for line in lines)


def recorded(lines: Iterable[str], texts: Mapping[str, str]) -> tuple[list[Pointed], list[str]]:
    """Give what recorded `lines` point at in reports with these `texts`, and the reports that are passed over.

    Raises RecordError.
    """
    found: list[Pointed] = []
    passed: dict[str, None] = {}
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            told = json.loads(line)
            named = {str(r): str(d) for r, d in told["reports"].items()}
            if told["pointed"] != _SCHEMA:
                raise ValueError("it is of another version")
            pointed = _pointed(told)
        except (ValueError, TypeError, LookupError, AttributeError, RecursionError) as error:
            raise RecordError(f"line {number} is no recorded answer: {type(error).__name__}") from None
        here = {r for r, d in named.items() if r in texts and text_digest(texts[r]) == d}
        passed |= dict.fromkeys(sorted(set(named) - here))
        found.append(_within(pointed, {r: len(texts[r]) for r in here}))
    return found, list(passed)


def text_digest(text: str) -> str:
    """Give the digest by which a recorded answer knows a report."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _pointed(told: Mapping[str, Any]) -> Pointed:
    def part(name: str, make: Callable[[Any], Any]) -> Any:
        rows = told[name]
        return None if rows is None else tuple(make(row) for row in rows)

    return Pointed(
        by=_label(told["by"]),
        shown=_places(told["shown"]),
        claims=part(
            "claims",
            lambda c: PointedClaim(
                _places(c["says"]),
                _places(c["denies"]),
                _places(c["hedges"]),
                _one_of(c["kind"], ClaimKind),
                _places(c.get("also", ())),
            ),
        ),
        voices=part(
            "voices",
            lambda v: PointedVoice(_place(v["clause"]), None if v["mention"] is None else _place(v["mention"])),
        ),
        disputes=part(
            "disputes",
            lambda d: PointedDispute(
                _one_of(d["kind"], ConflictKind) or "stance",
                _places(d["one"]),
                _places(d["other"]),
                d["superseded"] is True,
                min(3, max(1, int(d["strength"]))),
            ),
        ),
        series=part("series", _places),
        first=part("first", int),
    )


def _label(told: Any) -> str:
    """A model's name: short, of one line, of signs that every terminal and page can hold."""
    return "".join(c for c in str(told)[:80] if c.isprintable() and c not in "<>&;,\"'") or "a model"


def _one_of(told: Any, kinds: Any) -> Any:
    return told if told in get_args(kinds) else None


def _place(told: Any) -> Evidence:
    report, start, end = told
    if not isinstance(report, str) or not isinstance(start, int) or not isinstance(end, int):
        raise ValueError("a place is a report and two numbers")
    return report, start, end


def _places(told: Any) -> tuple[Evidence, ...]:
    return tuple(_place(row) for row in told)


def _within(p: Pointed, length: Mapping[str, int]) -> Pointed:
    """What stands within the texts that are here."""

    def kept(places: Iterable[Evidence]) -> tuple[Evidence, ...]:
        return tuple(e for e in places if e[0] in length and 0 <= e[1] < e[2] <= length[e[0]])

    return replace(
        p,
        shown=kept(p.shown),
        claims=None
        if p.claims is None
        else tuple(
            replace(c, says=kept(c.says), denies=kept(c.denies), hedges=kept(c.hedges), also=kept(c.also))
            for c in p.claims
        ),
        voices=None
        if p.voices is None
        else tuple(v for v in p.voices if kept([v.clause]) and (v.mention is None or kept([v.mention]))),
        disputes=None
        if p.disputes is None
        else tuple(replace(d, one=kept(d.one), other=kept(d.other)) for d in p.disputes),
        series=None if p.series is None else tuple(kept(s) for s in p.series),
        first=None if p.first is None else tuple(n for n in p.first if 0 <= n < len(p.claims or ())),
    )
