"""The lines of the claims that a model holds to matter most, in its order, before those that the rules choose."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rashomon.comparing.claims import Gathered
from rashomon.comparing.lines.candidate import Candidate
from rashomon.comparing.lines.choosing import first_lines, place
from rashomon.comparing.lines.compose import Line
from rashomon.comparing.lines.heard import Heard


def chosen_first(
    order: Sequence[tuple[float, Candidate]],
    g: Gathered,
    most: int,
    heard: Heard,
    before: Mapping[Candidate, Line],
) -> dict[Candidate, Line]:
    """Give the lines `before`, of other stories, and the first of a story, up to `most`.

    Those pointed at that can have a line come first, filled up with those by rule; `heard` takes up what they tell.
    """
    named = {c: g.pointed[c.number] for _, c in order if c.number in g.pointed}
    if not named:
        return first_lines(order, g, most, heard, before)
    lined = dict(before)
    most += len(before)
    for c in sorted(named, key=lambda c: (named[c], c.number)):
        if len(lined) < most and place(c, lined):
            heard.add(c)
    rest = [(score, c) for score, c in order if c not in lined]
    for c in first_lines(rest, g, most, heard) if len(lined) < most else ():
        if len(lined) < most:
            place(c, lined)
    return lined
