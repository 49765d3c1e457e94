"""Who has it from whom: outlets on the left, under each those that carry its words; on the right the voices they hear.

A way is strong where its voice reaches us through more than one outlet, thin where through this one alone.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from rashomon.web.svg import fitted, svg, tag
from rashomon.web.whence import Outlet, Voice, Whence

KINDS = {
    "named_person": "person",
    "institution": "body",
    "anonymous": "unnamed",
    "collective": "group",
    "outlet": "outlet",
    "document": "document",
}
"""What each kind of source is called."""


@dataclass(frozen=True, slots=True)
class Shape:
    """The measures of a drawing: its width, that of a column, letters on a line, most boxes, most under an outlet."""

    width: float
    column: float
    letters: int
    most: int
    under: int


WIDE = Shape(1080, 290, 34, 20, 4)
NARROW = Shape(358, 138, 16, 12, 3)
_TOP, _ROW, _UNDER, _GAP, _LETTER, _SMALL = 26.0, 38.0, 17.0, 12.0, 8.0, 5.9


@dataclass(frozen=True, slots=True)
class Sources:
    """A drawing, and how many outlets and voices it leaves to the table."""

    drawing: Markup
    outlets: int
    voices: int


def sources(
    told: Whence, shape: Shape, outlet_at: Callable[[Outlet], str], voice_at: Callable[[Voice], str]
) -> Sources:
    """Draw the weightiest outlets and the voices that are heard most widely."""
    left = list(told.outlets[: shape.most])
    names = {o.name for o in left}
    right = [v for v in told.voices if names & set(v.through)][: shape.most]
    left, right = _untangled(left, right)
    place: dict[str, float] = {}
    tall = [_ROW + _UNDER * _lines_under(outlet, shape) + _GAP for outlet in left]
    height = max(_TOP + sum(tall), _TOP + len(right) * (_ROW + _GAP))
    spare = (height - _TOP - sum(tall)) / (len(left) or 1)
    down = _TOP
    for outlet, needed in zip(left, tall, strict=True):
        place[f"o {outlet.name}"] = down + spare / 2
        down += needed + spare
    step = (height - _TOP) / (len(right) or 1)
    for i, voice in enumerate(right):
        place[f"v {voice.key}"] = _TOP + step * (i + 0.5) - (_ROW + _GAP) / 2
    numbers = {key: f"n{i}" for i, key in enumerate(place)}
    ways = [
        _way(place, numbers, outlet, voice, shape)
        for voice in right[::-1]
        for outlet in left
        if voice.key in outlet.hears
    ]
    far = shape.width - shape.column
    heads = [
        tag("text", {"class": "layer", "x": 0, "y": 12}, "Outlets"),
        tag("text", {"class": "layer", "x": far, "y": 12}, "First voices"),
    ]
    boxes = [_outlet(o, place[f"o {o.name}"], numbers[f"o {o.name}"], shape, outlet_at(o)) for o in left]
    boxes += [_voice(v, place[f"v {v.key}"], numbers[f"v {v.key}"], shape, voice_at(v)) for v in right]
    said = f"Who has it from whom: {len(left)} outlets, {len(right)} voices"
    drawing = svg(shape.width, height, said, *heads, *ways, *boxes, kind="sources")
    return Sources(drawing, len(told.outlets) - len(left), len(told.voices) - len(right))


def _untangled(left: Sequence[Outlet], right: Sequence[Voice]) -> tuple[list[Outlet], list[Voice]]:
    """Put each beside the middle of what it is tied to, so that few ways cross."""
    outlets, voices = list(left), list(right)
    for _ in range(3):
        at = {o.name: i / len(outlets) for i, o in enumerate(outlets)}
        voices.sort(key=lambda v: _middle({at[o]: len(c) for o, c in v.through.items() if o in at}))
        by = {v.key: i / len(voices) for i, v in enumerate(voices)}
        outlets.sort(key=lambda o: _middle({by[v]: len(c) for v, c in o.hears.items() if v in by}))
    return outlets, voices


def _middle(weights: dict[float, int]) -> float:
    return sum(at * n for at, n in weights.items()) / sum(weights.values()) if weights else 1.0


def _lines_under(outlet: Outlet, shape: Shape) -> int:
    return min(len(outlet.carriers), shape.under + 1)


def _way(place: dict[str, float], numbers: dict[str, str], outlet: Outlet, voice: Voice, shape: Shape) -> Markup:
    ends = f"o {outlet.name}", f"v {voice.key}"
    y1, y2 = (place[end] + 15 for end in ends)
    under = _SMALL * len(fitted(_known(outlet, shape), shape.letters * 3 // 2))
    x1 = min(shape.column, 24 + max(_LETTER * len(fitted(outlet.name, shape.letters)), under))
    x2 = shape.width - shape.column - 12
    bend = (x2 - x1) / 2
    claims = len(outlet.hears[voice.key])
    kind = "shared" if len(voice.through) > 1 else "alone"
    words = f"{outlet.name} has {claims} claim{'' if claims == 1 else 's'} from {voice.name}"
    path = f"M{x1:.0f} {y1:.1f}C{x1 + bend:.0f} {y1:.1f} {x2 - bend:.0f} {y2:.1f} {x2:.0f} {y2:.1f}"
    return tag(
        "path",
        {
            "class": f"way {kind}{'' if voice.sure else ' unsure'}",
            "d": path,
            "stroke-width": min(1.2 + claims**0.5 * 0.8, 8),
            "data-ends": " ".join(numbers[end] for end in ends),
        },
        tag("title", {}, words),
    )


def _outlet(outlet: Outlet, y: float, number: str, shape: Shape, address: str) -> Markup:
    known = _known(outlet, shape)
    words = f"{outlet.name}: {known}"
    inside = [
        tag("title", {}, words),
        tag("rect", {"class": "hold", "x": 0, "y": y - 2, "width": shape.column, "height": _ROW - 4}),
        tag("circle", {"class": "own" if outlet.itself else "none", "cx": 7, "cy": y + 11, "r": 5}),
        tag("text", {"class": "name", "x": 18, "y": y + 15}, fitted(outlet.name, shape.letters)),
        tag("text", {"class": "layer", "x": 18, "y": y + 30}, fitted(known, shape.letters * 3 // 2)),
    ]
    under = [f"{name}{f' ×{n}' if n > 1 else ''}" for name, n in outlet.carriers.most_common()]
    shown = under[: shape.under]
    if len(under) > shape.under:
        shown.append(f"and {len(under) - shape.under} more that carry it")
    for i, name in enumerate(shown):
        down = y + _ROW + 9 + i * _UNDER
        inside.append(tag("path", {"class": "under", "d": f"M7 {y + 18:.1f}V{down - 4:.1f}H15"}))
        inside.append(tag("text", {"class": "carrier", "x": 18, "y": down}, fitted(name, shape.letters)))
    return tag("a", {"href": address, "data-node": number, "aria-label": words}, *inside)


def _known(outlet: Outlet, shape: Shape) -> str:
    known = [f"{outlet.own} report{'' if outlet.own == 1 else 's'}" if outlet.held else "not held here"]
    if outlet.itself:
        known.append(
            f"{len(outlet.itself)} claims in its own voice" if shape is WIDE else f"{len(outlet.itself)} itself"
        )
    if (carried := sum(outlet.carried.values())) and shape is WIDE:
        known.append(f"{carried} carried")
    return " · ".join(known)


def _voice(voice: Voice, y: float, number: str, shape: Shape, address: str) -> Markup:
    x = shape.width - shape.column
    outlets, claims = len(voice.through), len(voice.claims)
    through = f"through {outlets} outlets" if outlets > 1 else "through one outlet"
    known = f"{KINDS.get(voice.kind, voice.kind)} · {claims} claim{'' if claims == 1 else 's'} · {through}"
    brief = f"{claims} claim{'' if claims == 1 else 's'}, {outlets} outlet{'' if outlets == 1 else 's'}"
    kind = ("sure" if voice.sure else "unsure") + (" alone" if outlets == 1 else "")
    words = f"{voice.name}: {known}{'' if voice.sure else ' · may be a voice named elsewhere'}"
    return tag(
        "a",
        {"href": address, "class": kind, "data-node": number, "aria-label": words},
        tag("title", {}, words),
        tag("rect", {"class": "hold", "x": x - 12, "y": y - 2, "width": shape.column + 12, "height": _ROW - 4}),
        tag("circle", {"class": "voice", "cx": x - 4, "cy": y + 15, "r": 6}),
        tag("text", {"class": "name", "x": x + 10, "y": y + 13}, fitted(voice.name, shape.letters)),
        tag("text", {"class": "layer", "x": x + 10, "y": y + 28}, known if shape is WIDE else brief),
    )
