"""An attribution is nested in the smallest other one whose content holds its cue."""

from __future__ import annotations

from dataclasses import replace

from rashomon.records import Attribution


def nesting(rows: list[Attribution]) -> list[Attribution]:
    """Give the rows with `nested_in` set. One sweep over the text; no row is nested in itself or in a circle."""
    spans = sorted(((a, b, n) for n, row in enumerate(rows) for a, b in row.content), key=lambda s: (s[0], -s[1]))
    size = [sum(b - a for a, b in row.content) for row in rows]
    cues = sorted((_anchor(row), n) for n, row in enumerate(rows))
    held: list[tuple[int, int, int]] = []
    inside: dict[int, int] = {}
    k = 0
    for at, n in cues:
        while k < len(spans) and spans[k][0] <= at:
            held.append(spans[k])
            k += 1
        held = [s for s in held if s[1] > at]
        around = [m for _, _, m in held if m != n and (size[m], m) > (size[n], n)]
        if around:
            inside[n] = min(around, key=lambda m: (size[m], m))
    return [replace(row, nested_in=rows[inside[n]].id if n in inside else None) for n, row in enumerate(rows)]


def _anchor(row: Attribution) -> int:
    """Give where a row stands: at its cue, at its source where the cue is another's ("quotes an official, “…”")."""
    if row.because.rule == "quoted-source" and row.source:
        return row.source[0][0]
    return row.cue[0][0] if row.cue else row.content[0][0]
