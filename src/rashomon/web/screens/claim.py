"""One claim: its words, who told it first and who denies it, every telling in time, the chain behind each.

The chain is drawn in layers from left to right: the reports, what they repeat, the first voices.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from rashomon.exports.in_words import Voice, day, who
from rashomon.exports.safe_text import fitted
from rashomon.exports.tellings import First, Told, first, tellings
from rashomon.language import many
from rashomon.records import Bounds, StanceKind
from rashomon.web.desk import Desk
from rashomon.web.render import svg, tag, two_lines
from rashomon.web.screens import RowPage

_HEIGHT, _DOWN, _LETTER = 40, 18, 7.3
_MOST = 24
"""Boxes of one layer that are drawn."""


@dataclass(frozen=True, slots=True)
class Chain:
    """A drawing of a source chain, and how many boxes it leaves to the table."""

    drawing: Markup
    narrow: Markup
    left_out: int


@dataclass(frozen=True, slots=True)
class Shape:
    """The width of a box and of the way between two."""

    box: float
    across: float

    @classmethod
    def narrow(cls, layers: int) -> Shape:
        """Give the shape of so many layers that is as wide as a screen in the hand."""
        across = 24.0
        return cls(max((356 - across * (layers - 1)) / layers, 96), across)


WIDE = Shape(190, 84)


def chain(voices: tuple[Voice, ...]) -> Chain:
    """Draw the ways to these voices; every voice has a number, full where it is certainly a voice of its own."""
    follows: dict[str, set[str]] = defaultdict(set)
    label: dict[str, str] = {}
    for number, voice in enumerate(voices, 1):
        end = f"voice {number}"
        label[end] = "somebody not named" if voice.name == "unnamed" else voice.name
        for way in voice.ways:
            steps = [" ".join(step.split()) for step in way]
            for here, there in zip(steps, [*steps[1:], end], strict=False):
                label.setdefault(here, here)
                if there != here and not _leads(follows, there, here):
                    follows[here].add(there)
    depth: dict[str, int] = {}
    for node in label:
        _depth(node, follows, depth)
    layers: dict[int, list[str]] = defaultdict(list)
    for node in label:
        layers[depth[node]].append(node)
    deepest = max(layers, default=0)
    left_out = sum(max(0, len(nodes) - _MOST) for nodes in layers.values())
    wide, narrow = (_drawn(voices, label, follows, layers, shape) for shape in (WIDE, Shape.narrow(deepest + 1)))
    return Chain(wide, narrow, left_out)


def _drawn(
    voices: tuple[Voice, ...],
    label: dict[str, str],
    follows: dict[str, set[str]],
    layers: dict[int, list[str]],
    shape: Shape,
) -> Markup:
    deepest = max(layers, default=0)
    placed: dict[str, tuple[float, float]] = {}
    tallest = max((min(len(nodes), _MOST) for nodes in layers.values()), default=1)
    height = tallest * (_HEIGHT + _DOWN) + _DOWN + 22
    for level in range(deepest + 1):
        nodes = _ordered(layers[level], follows, placed)[:_MOST]
        step = (height - 22) / (len(nodes) or 1)
        for i, node in enumerate(nodes):
            placed[node] = ((deepest - level) * (shape.box + shape.across) + 1, 22 + step * (i + 0.5) - _HEIGHT / 2)
    width = (deepest + 1) * shape.box + deepest * shape.across + 2
    edges = [
        _edge(placed[a], placed[b], shape) for a in label for b in sorted(follows[a]) if a in placed and b in placed
    ]
    boxes = [_box(node, label[node], placed[node], voices, shape) for node in label if node in placed]
    heads = [
        tag("text", {"class": "layer", "x": (deepest - level) * (shape.box + shape.across) + 2, "y": 12}, head)
        for level in range(deepest + 1)
        for head in [_head(level, deepest)]
    ]
    said = f"Source chain: {len(label) - len(voices)} outlets and people on the way to {many(len(voices), 'voice')}"
    return svg(width, height, said, *heads, *edges, *boxes, kind="chain")


def _head(level: int, deepest: int) -> str:
    if level == 0:
        return "First voices"
    return "What we hold" if level == deepest else "Through"


def _leads(follows: dict[str, set[str]], start: str, end: str) -> bool:
    """Whether a way leads from one to the other already: an edge back would close a circle."""
    seen, waiting = {start}, [start]
    while waiting:
        here = waiting.pop()
        if here == end:
            return True
        fresh = follows.get(here, set()) - seen
        seen |= fresh
        waiting.extend(fresh)
    return False


def _depth(node: str, follows: dict[str, set[str]], depth: dict[str, int]) -> int:
    if node not in depth:
        depth[node] = 0 if node.startswith("voice ") else 1
        depth[node] = max(
            [depth[node], *(1 + _depth(after, follows, depth) for after in sorted(follows.get(node, ())))]
        )
    return depth[node]


def _ordered(nodes: list[str], follows: dict[str, set[str]], placed: dict[str, tuple[float, float]]) -> list[str]:
    """By the middle of what they lead to, so that few lines cross."""

    def middle(node: str) -> float:
        heights = [placed[after][1] for after in follows.get(node, ()) if after in placed]
        return sum(heights) / len(heights) if heights else 0.0

    return sorted(nodes, key=lambda n: (middle(n), nodes.index(n)))


def _edge(start: tuple[float, float], end: tuple[float, float], shape: Shape) -> Markup:
    x1, y1, x2, y2 = start[0] + shape.box, start[1] + _HEIGHT / 2, end[0], end[1] + _HEIGHT / 2
    bend = max((x2 - x1) / 2, 10)
    path = f"M{x1:.1f} {y1:.1f}C{x1 + bend:.1f} {y1:.1f} {x2 - bend:.1f} {y2:.1f} {x2 - 7:.1f} {y2:.1f}"
    head = f"M{x2 - 7:.1f} {y2 - 4:.1f}L{x2:.1f} {y2:.1f}L{x2 - 7:.1f} {y2 + 4:.1f}Z"
    return tag("path", {"class": "edge", "d": path}) + tag("path", {"class": "arrow", "d": head})


def _box(node: str, words: str, place: tuple[float, float], voices: tuple[Voice, ...], shape: Shape) -> Markup:
    x, y = place
    voice = voices[int(node[6:]) - 1] if node.startswith("voice ") else None
    kind = "box" if voice is None else f"voice {voice.kind}{'' if voice.certain else ' doubted'}"
    parts = [
        tag("title", {}, who(voice) if voice else words),
        tag("rect", {"x": x, "y": y, "width": shape.box, "height": _HEIGHT, "rx": 6}),
    ]
    if voice is not None:
        parts.append(tag("circle", {"cx": x + 18, "cy": y + _HEIGHT / 2, "r": 10}))
        parts.append(tag("text", {"class": "number", "x": x + 18, "y": y + _HEIGHT / 2 + 4}, node[6:]))
    left = 36 if voice is not None else 12
    lines = two_lines(words, int((shape.box - left - 4) / _LETTER))
    for i, line in enumerate(lines):
        parts.append(tag("text", {"x": x + left, "y": y + _HEIGHT / 2 + 4 + (i - (len(lines) - 1) / 2) * 14}, line))
    return tag("g", {"class": kind}, *parts)


MOST = 60
"""Tellings of a claim that its page shows."""
STANCES: dict[StanceKind, str] = {"says": "says", "denies": "denies", "hedges": "leaves it open"}


def claim(desk: Desk, wanted: str) -> dict[str, Any] | None:
    """Give everything that stands behind a claim, or None where there is none of that id."""
    found = desk.case.findings.some("claims", [wanted])
    if not found:
        return None
    row = found[0]
    wanted = row.id  # it may have been asked for by an id that it had
    side = desk.teller.side(row)
    told = tellings(desk.case, desk.lookup, row)
    denied = sorted({s.outlet for s in row.stances if s.stance == "denies"})
    return {
        "claim": row,
        "side": side,
        "chain": chain(side.voices),
        "every": told,
        "told": told[:MOST],
        "stances": STANCES,
        "entities": {t.row: _speaker(desk, t) for t in told[:MOST]},
        "firsts": [(stance, one) for stance in STANCES if (one := first(told, stance))],
        "denied_by": [] if first(told, "denies") else denied,
        "left_out": max(0, len(told) - MOST),
        "links": desk.views.chain(wanted),
        "conflicts": desk.conflicts_of([wanted]).get(wanted, []),
        "entries": desk.views.lines_of_claim(wanted),
        "counted": counted(row.independent_origins, sum(v.certain for v in side.voices), len(side.voices)),
        "citation": _citation(desk, side.text, told, first(told, "says")),
    }


def counted(bounds: Bounds, certain: int, voices: int) -> str:
    """Say in words how the voices of a claim are counted."""
    least, most = bounds
    sure = {0: "no voice is", 1: "1 voice is"}.get(certain, f"{certain} voices are")
    doubted = voices - certain
    bounded = f"at least {least}, at most {most}"
    if certain > least or voices > most or (1 == least < voices and not certain):
        return f"{voices} voices tell it, and some may have it from another of them: {bounded}"
    if certain < least and voices == 1:
        return "1 voice tells it, which may be one that is named elsewhere"
    if certain < least == most == voices:
        return f"{voices} voices tell it, and no two of them are one, so the count is exact"
    if certain < least:
        return f"{voices} voices tell it, of which {least} are surely not one: {bounded}"
    if least == most and not doubted:
        return f"{sure} certainly apart from any other, so the count is exact"
    rest = {0: "", 1: "; 1 may be the same as another, or have it from one"}.get(
        doubted, f"; {doubted} may be the same as others, or have it from them"
    )
    return f"{sure} certainly apart from any other{rest}: {bounded}"


def _speaker(desk: Desk, told: Told) -> str:
    """The entity that speaks, "" where it has none."""
    key = told.voice.removeprefix("voice:") if told.voice.startswith("voice:n-") else ""
    return key if key and desk.entity_name(key) else ""


def _citation(desk: Desk, text: str, told: tuple[Told, ...], one: First | None) -> str:
    """The claim as a reader's note would cite it: its words, who told it first where, and the other outlets.

    Of the report its headline and address, where they are known.
    """
    if one is None:
        return f"“{text}”"
    quote = one.told.quote
    by = ", ".join((one.told.who, *one.told.beside)) + ", in " if one.told.who else ""
    others = sorted({t.quote.outlet for t in told} - {quote.outlet})
    also = (
        f"; also {', '.join(others[:6])}{f' and {len(others) - 6} more' if len(others) > 6 else ''}" if others else ""
    )
    report = desk.lookup.report(quote.report)
    title = f"“{fitted(report.title, 200)}”" if report and report.title else ""
    url = report.url if report else ""
    where = (title, quote.outlet, day(quote.published) if quote.published else "no day", fitted(url or "", 500))
    return f"“{text}” ({by}{', '.join(filter(None, where))}{also})"


PAGES = (RowPage("claim", "claims", claim),)
