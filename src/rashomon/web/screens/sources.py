"""Who has it from whom in one story: outlets with words of their own, who only carries them, and the first voices.

What a report only carries counts for the outlet whose words it carries: a reprint hears nobody. Drawn are outlets on
the left, under each those that carry its words, and on the right the voices they hear: a way is strong where its voice
reaches us through more than one outlet, thin where through this one alone.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from markupsafe import Markup

from rashomon.case.views import Heard
from rashomon.exports.safe_text import fitted
from rashomon.exports.tellings import carries
from rashomon.language import many
from rashomon.records import Lineage, VoiceKey
from rashomon.web.desk import Desk
from rashomon.web.render import svg, tag, two_lines
from rashomon.web.screens import Page


@dataclass(slots=True)
class Outlet:
    """One outlet: its reports in its own words and those that carry another's, by whose.

    `itself` are the claims that it tells in its own voice, `hears` those it has from each voice (by key); `held` is
    False for one that is only credited. `carriers` are the outlets that carry its words, each with how many reports.
    """

    name: str
    own: int = 0
    carried: Counter[str] = field(default_factory=Counter)
    itself: set[str] = field(default_factory=set)
    hears: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    carriers: Counter[str] = field(default_factory=Counter)
    held: bool = False

    @property
    def speaks(self) -> bool:
        """Whether anything stands in its own words."""
        return bool(self.own or self.itself or self.hears)

    @property
    def heard(self) -> list[tuple[str, int]]:
        """The voices it hears by their keys, each with how many claims, most first."""
        return sorted(((key, len(of)) for key, of in self.hears.items()), key=lambda pair: -pair[1])

    @property
    def weight(self) -> int:
        """How much it tells: claims of its own and of others."""
        return len(self.itself) + sum(map(len, self.hears.values()))


@dataclass(slots=True)
class Voice:
    """Who stands at the start of what is told: whose claims reach us through which outlets.

    `sure` is False where it may be another's wherever it speaks; `entity` is its entity's id, "" where it has none.
    """

    key: str
    name: str
    kind: str
    entity: str
    sure: bool = False
    claims: set[str] = field(default_factory=set)
    through: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    @property
    def ways(self) -> list[tuple[str, int]]:
        """The outlets that it reaches us through, each with how many claims, most first."""
        return sorted(((name, len(of)) for name, of in self.through.items()), key=lambda pair: -pair[1])


@dataclass(frozen=True, slots=True)
class Whence:
    """The outlets that speak, the weightiest first; those that only carry; the voices, the most widely heard first."""

    outlets: tuple[Outlet, ...]
    carrying: tuple[Outlet, ...]
    voices: tuple[Voice, ...]

    @property
    def held(self) -> int:
        """How many outlets there are reports of."""
        return sum(o.held for o in (*self.outlets, *self.carrying))

    @property
    def widely(self) -> int:
        """How many voices reach us through more than one outlet."""
        return sum(len(v.through) > 1 for v in self.voices)


def whence(
    reports: Sequence[str], outlets: Mapping[str, str], derived: Iterable[Lineage], heard: Iterable[Heard]
) -> Whence:
    """Lay out who has what from whom. `outlets` names the outlet of a report, `derived` are the story's derivations."""
    known = {name.casefold(): name for name in sorted((outlets[r] for r in reports), reverse=True)}

    def called(name: str) -> str:
        name = " ".join(outlets.get(name, name).split())
        return known.get(name.casefold(), name)

    roots = _roots(reports, derived)
    of: dict[str, Outlet] = {}

    def outlet(name: str) -> Outlet:
        return of.setdefault(name, Outlet(name))

    for report in reports:
        here, root = outlet(called(report)), called(roots.get(report, report))
        here.held = True
        if root == here.name:
            here.own += 1
        else:
            here.carried[root] += 1
            outlet(root).carriers[here.name] += 1
    voices: dict[str, Voice] = {}
    for row in heard:
        teller = outlet(called(roots.get(row.report, row.report)))
        key = VoiceKey.read(row.key) if row.key else VoiceKey(row.kind, row.name)
        name = called(row.name)
        if key.narrates and name == teller.name:
            teller.itself.add(row.claim)
            continue
        if not key.speaks:
            continue
        voice = voices.setdefault(str(key), Voice(str(key), name, row.kind, key.entity or ""))
        voice.sure = voice.sure or bool(row.certain)
        voice.claims.add(row.claim)
        voice.through[teller.name].add(row.claim)
        teller.hears[voice.key].add(row.claim)
    every = sorted(of.values(), key=lambda o: (-o.weight, -sum(o.carriers.values()), o.name.casefold()))
    return Whence(
        tuple(o for o in every if o.speaks),
        tuple(o for o in every if not o.speaks),
        tuple(sorted(voices.values(), key=lambda v: (-len(v.through), -len(v.claims), v.name.casefold(), v.key))),
    )


def _roots(reports: Sequence[str], derived: Iterable[Lineage]) -> dict[str, str]:
    """What each report that carries another's words carries in the end: a report, or an outlet's name."""
    origin: dict[str, Lineage] = {}
    for row in derived:
        best = origin.get(row.report)
        if carries(row) and (best is None or (row.basis == "text", row.score) > (best.basis == "text", best.score)):
            origin[row.report] = row
    roots = {}
    for report in reports:
        at, passed = report, {report}
        while (parent := origin.get(at)) and parent.origin and parent.origin not in passed:
            at = parent.origin
            passed.add(at)
        if at != report:
            roots[report] = at
    return roots


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
    said = f"Who has it from whom: {many(len(left), 'outlet')}, {many(len(right), 'voice')}"
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
    words = f"{outlet.name} has {many(claims, 'claim')} from {voice.name}"
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
    known = [f"{many(outlet.own, 'report')}" if outlet.held else "not held here"]
    if outlet.itself:
        known.append(
            f"{many(len(outlet.itself), 'claim')} in its own voice" if shape is WIDE else f"{len(outlet.itself)} itself"
        )
    if (carried := sum(outlet.carried.values())) and shape is WIDE:
        known.append(f"{carried} carried")
    return " · ".join(known)


def _voice(voice: Voice, y: float, number: str, shape: Shape, address: str) -> Markup:
    x = shape.width - shape.column
    outlets, claims = len(voice.through), len(voice.claims)
    through = f"through {outlets} outlets" if outlets > 1 else "through one outlet"
    known = f"{KINDS.get(voice.kind, voice.kind)} · {many(claims, 'claim')} · {through}"
    brief = f"{many(claims, 'claim')}, {many(outlets, 'outlet')}"
    kind = ("sure" if voice.sure else "unsure") + (" alone" if outlets == 1 else "")
    words = f"{voice.name}: {known}{'' if voice.sure else ' · may be a voice named elsewhere'}"
    lines = [fitted(voice.name, shape.letters)] if shape is WIDE else two_lines(voice.name, shape.letters - 2)
    named = [(line, y + 13 + 13 * i - 10 * (len(lines) - 1)) for i, line in enumerate(lines)]
    return tag(
        "a",
        {"href": address, "class": kind, "data-node": number, "aria-label": words},
        tag("title", {}, words),
        tag("rect", {"class": "hold", "x": x - 12, "y": y - 2, "width": shape.column + 12, "height": _ROW - 4}),
        tag("circle", {"class": "voice", "cx": x - 4, "cy": y + 15, "r": 6}),
        *(tag("text", {"class": "name", "x": x + 10, "y": down}, line) for line, down in named),
        tag("text", {"class": "layer", "x": x + 10, "y": named[-1][1] + 15}, known if shape is WIDE else brief),
    )


MOST = 120
"""Outlets, and voices, that a table holds."""


def who_from_whom(desk: Desk, asked: dict[str, str]) -> dict[str, Any]:
    """Give the outlets and voices of a story, drawn and as tables."""
    story = desk.story(asked.get("story", ""))
    reports = desk.reports_of(story.id) if story else []
    told = desk.memory.kept(
        "whence", story.id if story else "", lambda: _told(desk, story.id if story else "", reports)
    )

    def outlet_at(outlet: Outlet) -> str:
        return desk.links("reports", outlet=outlet.name) if desk.links.live else desk.links("reports")

    def voice_at(voice: Voice) -> str:
        found = voice.entity and desk.entity_name(voice.entity)
        return desk.links("entities", voice.entity) if found else "#voices"

    wide, narrow = (sources(told, shape, outlet_at, voice_at) for shape in (WIDE, NARROW))
    names = {v.key: v.name for v in told.voices}
    heads = {v.key: voice_at(v) for v in told.voices[:MOST]}
    return {
        "story": story,
        "stories": desk.stories(),
        "told": told,
        "wide": wide,
        "narrow": narrow,
        "names": names,
        "heads": heads,
        "most": MOST,
        "kinds": KINDS,
        "reports": len(reports),
        "outlet_at": outlet_at,
    }


def _told(desk: Desk, story: str, reports: list[str]) -> Whence:
    within = set(reports)
    outlets = {r: desk.lookup.outlet(r) for r in desk.views.ids("report")}
    derived = [row for row in desk.views.derivations() if row.report in within]
    return whence(reports, outlets, derived, desk.views.heard(story))


PAGES = (Page("sources", who_from_whom, "by story"),)
