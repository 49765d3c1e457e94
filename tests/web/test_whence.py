"""Who has it from whom, over a whole story: what a report only carries counts for the outlet whose words it carries."""

import re

import pytest

from rashomon.case.views import Heard
from rashomon.records import Lineage
from rashomon.web.screens.sources import NARROW, WIDE, Whence, sources, whence

OUTLETS = {"a1": "Gulf Courier", "a2": "Gulf Courier", "b1": "Harbour Post", "c1": "Mirror"}


def came(report: str, origin: str, relation: str = "reprint", score: float = 0.9, extent: str = "whole") -> Lineage:
    return Lineage(report, origin, relation, "text", score, (), extent=extent)  # type: ignore[arg-type]


def heard(report: str, claim: str, name: str, key: str = "", kind: str = "named_person", certain: int = 1) -> Heard:
    return Heard(claim, key or f"voice:n-{name.lower()}", kind, name, certain, report)


def itself(report: str, claim: str) -> Heard:
    return heard(report, claim, OUTLETS[report], f"outlet:{OUTLETS[report]}", "outlet")


def laid(derived: list[Lineage], rows: list[Heard]) -> Whence:
    return whence(list(OUTLETS), OUTLETS, derived, rows)


# derived, heard -> outlet: (own, carried, in its own voice, voice: claims); voice: outlets it reaches us through
TABLE = [
    ([], [heard("a1", "k1", "Salma")], {"Gulf Courier": (2, 0, 0, {"Salma": 1})}, {"Salma": 1}, "one outlet hears somebody"),
    ([], [heard("a1", "k1", "Salma"), heard("a2", "k1", "Salma")], {"Gulf Courier": (2, 0, 0, {"Salma": 1})}, {"Salma": 1}, "one claim in two reports of an outlet is one"),
    ([], [heard("a1", "k1", "Salma"), heard("b1", "k2", "Salma")], {"Gulf Courier": (2, 0, 0, {"Salma": 1}), "Harbour Post": (1, 0, 0, {"Salma": 1})}, {"Salma": 2}, "two outlets hear her"),
    ([came("b1", "a1")], [heard("a1", "k1", "Salma"), heard("b1", "k1", "Salma")], {"Gulf Courier": (2, 0, 0, {"Salma": 1}), "Harbour Post": (0, 1, 0, {})}, {"Salma": 1}, "a reprint hears nobody"),
    ([came("b1", "a1", extent="passages")], [heard("b1", "k1", "Salma")], {"Harbour Post": (1, 0, 0, {"Salma": 1})}, {"Salma": 1}, "passages in common are no reprint"),
    ([came("b1", "a1", "rewrite", 0.4)], [heard("b1", "k1", "Salma")], {"Harbour Post": (1, 0, 0, {"Salma": 1})}, {"Salma": 1}, "in words of its own for the most part"),
    ([came("b1", "Levant Wire", "republished")], [heard("b1", "k1", "Salma")], {"Levant Wire": (0, 0, 0, {"Salma": 1}), "Harbour Post": (0, 1, 0, {})}, {"Salma": 1}, "an agency that is credited and not held"),
    ([came("b1", "MIRROR", "republished")], [heard("b1", "k1", "Salma")], {"Mirror": (1, 0, 0, {"Salma": 1}), "Harbour Post": (0, 1, 0, {})}, {"Salma": 1}, "a credit in other letters"),
    ([came("c1", "b1"), came("b1", "a1")], [heard("c1", "k1", "Salma")], {"Gulf Courier": (2, 0, 0, {"Salma": 1}), "Mirror": (0, 1, 0, {})}, {"Salma": 1}, "a copy of a copy"),
    ([came("b1", "c1"), came("c1", "b1")], [heard("b1", "k1", "Salma")], {"Mirror": (0, 1, 0, {"Salma": 1}), "Harbour Post": (0, 1, 0, {})}, {"Salma": 1}, "a circle ends"),
    ([], [itself("a1", "k1")], {"Gulf Courier": (2, 0, 1, {})}, {}, "its own voice is no voice that it hears"),
    ([], [heard("b1", "k1", "Gulf Courier", "outlet:Gulf Courier", "outlet")], {"Harbour Post": (1, 0, 0, {"Gulf Courier": 1})}, {"Gulf Courier": 1}, "an outlet that another cites is a voice"),
    ([], [heard("b1", "k1", "Salma", "nobody:Salma")], {"Harbour Post": (1, 0, 0, {})}, {}, "who declines to comment is no voice"),
]  # fmt: skip


@pytest.mark.parametrize(("derived", "rows", "outlets", "voices", "why"), TABLE, ids=[t[-1] for t in TABLE])
def test_who_has_it_from_whom(derived, rows, outlets, voices, why) -> None:
    told = laid(derived, rows)
    names = {v.key: v.name for v in told.voices}
    found = {
        o.name: (o.own, sum(o.carried.values()), len(o.itself), {names[k]: n for k, n in o.heard})
        for o in (*told.outlets, *told.carrying)
    }
    assert {name: found[name] for name in outlets} == outlets
    assert {v.name: len(v.through) for v in told.voices} == voices


@pytest.mark.parametrize("shape", [WIDE, NARROW])
def test_what_is_not_drawn_is_counted_and_every_word_is_escaped(shape) -> None:
    rows = [heard("a1", f"k{n}", f"<b>Voice {n}</b>") for n in range(30)] + [heard("b1", "k1", "<b>Voice 1</b>")]
    told = laid([came("c1", "b1")], rows)
    drawn = sources(told, shape, lambda o: "#o", lambda v: "#v")
    assert drawn.voices == 30 - shape.most
    assert drawn.outlets == 0
    assert "<b>" not in drawn.drawing
    shared = re.findall(r'class="way shared', drawn.drawing)
    assert len(shared) == 2, "the voice that two outlets hear"
    assert f'viewBox="0 0 {shape.width:.0f} ' in drawn.drawing
