"""The way a claim came, in layers from left to right: the reports, what they repeat, the first voices."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from markupsafe import Markup

from rashomon.exports.account import Voice
from rashomon.exports.who import who
from rashomon.web.svg import fitted, svg, tag

_WIDTH, _HEIGHT, _ACROSS, _DOWN = 190, 40, 84, 18
_MOST = 24
"""Boxes of one layer that are drawn."""


@dataclass(frozen=True, slots=True)
class Chain:
    """A drawing of a source chain, and how many boxes it leaves to the table."""

    drawing: Markup
    left_out: int


def chain(voices: tuple[Voice, ...]) -> Chain:
    """Draw the ways to these voices; every voice has a number, full where it is certainly a voice of its own."""
    follows: dict[str, set[str]] = defaultdict(set)
    label: dict[str, str] = {}
    for number, voice in enumerate(voices, 1):
        end = f"voice {number}"
        label[end] = who(voice)
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
    placed: dict[str, tuple[float, float]] = {}
    tallest = max((min(len(nodes), _MOST) for nodes in layers.values()), default=1)
    height = tallest * (_HEIGHT + _DOWN) + _DOWN + 22
    for level in range(deepest + 1):
        nodes = _ordered(layers[level], follows, placed)[:_MOST]
        step = (height - 22) / (len(nodes) or 1)
        for i, node in enumerate(nodes):
            placed[node] = ((deepest - level) * (_WIDTH + _ACROSS) + 1, 22 + step * (i + 0.5) - _HEIGHT / 2)
    width = (deepest + 1) * _WIDTH + deepest * _ACROSS + 2
    edges = [_edge(placed[a], placed[b]) for a in label for b in sorted(follows[a]) if a in placed and b in placed]
    boxes = [_box(node, label[node], placed[node], voices) for node in label if node in placed]
    heads = [
        tag("text", {"class": "layer", "x": (deepest - level) * (_WIDTH + _ACROSS) + 2, "y": 12}, _head(level, deepest))
        for level in range(deepest + 1)
    ]
    said = f"Source chain: {len(label) - len(voices)} outlets and people on the way to {len(voices)} voices"
    return Chain(svg(width, height, said, *heads, *edges, *boxes, kind="chain"), left_out)


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


def _edge(start: tuple[float, float], end: tuple[float, float]) -> Markup:
    x1, y1, x2, y2 = start[0] + _WIDTH, start[1] + _HEIGHT / 2, end[0], end[1] + _HEIGHT / 2
    bend = max((x2 - x1) / 2, 20)
    path = f"M{x1:.1f} {y1:.1f}C{x1 + bend:.1f} {y1:.1f} {x2 - bend:.1f} {y2:.1f} {x2 - 7:.1f} {y2:.1f}"
    head = f"M{x2 - 7:.1f} {y2 - 4:.1f}L{x2:.1f} {y2:.1f}L{x2 - 7:.1f} {y2 + 4:.1f}Z"
    return tag("path", {"class": "edge", "d": path}) + tag("path", {"class": "arrow", "d": head})


def _box(node: str, words: str, place: tuple[float, float], voices: tuple[Voice, ...]) -> Markup:
    x, y = place
    voice = voices[int(node[6:]) - 1] if node.startswith("voice ") else None
    kind = "box" if voice is None else f"voice {voice.kind}{'' if voice.certain else ' doubted'}"
    parts = [tag("title", {}, words), tag("rect", {"x": x, "y": y, "width": _WIDTH, "height": _HEIGHT, "rx": 6})]
    if voice is not None:
        parts.append(tag("circle", {"cx": x + 18, "cy": y + _HEIGHT / 2, "r": 10}))
        parts.append(tag("text", {"class": "number", "x": x + 18, "y": y + _HEIGHT / 2 + 4}, node[6:]))
    left = 36 if voice is not None else 12
    lines = _two_lines(words, 21 if voice is not None else 25)
    for i, line in enumerate(lines):
        parts.append(tag("text", {"x": x + left, "y": y + _HEIGHT / 2 + 4 + (i - (len(lines) - 1) / 2) * 14}, line))
    return tag("g", {"class": kind}, *parts)


def _two_lines(words: str, most: int) -> list[str]:
    if len(words) <= most:
        return [words]
    cut = words.rfind(" ", 0, most + 1)
    cut = cut if cut > 0 else most
    return [words[:cut], fitted(words[cut:], most)]
