"""The one count of independent origins: bounds that hold whatever the origins are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.comparing.independence import independence
from rashomon.records import Origin, Reason


def origin(key: str, certain: bool = True, report: str = "r", row: str = "a1", party: str = "") -> Origin:
    return Origin(
        "named_person", key.title(), ((report, row),), key, certain, Reason.of_text(f"person:{key}"), party=party
    )


@pytest.mark.parametrize(
    ("voices", "bounds", "why"),
    [
        ([], (0, 0), "nothing was said"),
        ([origin("x")], (1, 1), "one voice"),
        ([origin("x"), origin("x", report="s")], (1, 1), "one voice twice"),
        ([origin("x"), origin("y")], (2, 2), "two voices"),
        ([origin("x", False)], (1, 1), "one unnamed voice is somebody"),
        ([origin("x", False), origin("y", False)], (1, 2), "two unnamed may be one"),
        ([origin("x"), origin("y", False)], (1, 2), "the unnamed may be the named"),
        ([origin("x", False), origin("x")], (1, 1), "sure in one report is sure"),
        ([origin("state:A", False), origin("state:B", False)], (2, 2), "two states are two"),
        ([origin("state:A", False), origin("x")], (1, 2), "a state's voice may be the man's"),
        ([origin("", True), origin("", True)], (1, 1), "without a key the name tells"),
        ([origin("outlet:X")], (1, 1), "an outlet alone"),
        ([origin(f"outlet:{x}") for x in "XYZ"], (1, 2), "outlets alone are two at most"),
        (
            [origin("x"), *(origin(f"outlet:{x}") for x in "XYZ")],
            (1, 2),
            "beside a source outlets are one more at most",
        ),
        ([origin("x", False), origin("outlet:X")], (1, 2), "an outlet is no surer than an unnamed source"),
        ([origin("x"), origin("y"), origin("report:r")], (2, 3), "a report without an outlet narrates, too"),
        ([origin("x", party="state:A"), origin("y", party="state:A")], (1, 2), "two of one party may be one"),
        ([origin("x", party="state:A"), origin("y", party="state:B")], (2, 2), "two of two parties are two"),
        ([origin("x", party="state:A"), origin("state:A", False)], (1, 2), "a minister and his state"),
        ([origin("x", party="state:A"), origin("state:B", False)], (2, 2), "a minister and another state"),
        ([origin("x", party="voice:y"), origin("voice:y")], (1, 2), "a body and who pleads for it"),
        ([origin("nobody:outlet:X")], (0, 0), "nobody is no voice"),
        ([origin("nobody:outlet:X"), origin("x")], (1, 1), "nobody beside somebody"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_bounds(voices: list[Origin], bounds: tuple[int, int], why: str) -> None:
    assert independence(voices) == bounds


DOUBTS = [
    ([], [], (0, 0), "nothing at all"),
    ([], [origin("x")], (0, 1), "what one only hedges is told by nobody surely"),
    ([], [origin("x"), origin("y", False)], (0, 2), "two who hedge or deny"),
    ([origin("x")], [origin("y"), origin("z")], (1, 1), "who denies does not say it"),
    ([], [origin("outlet:X"), origin("outlet:Y"), origin("outlet:Z")], (0, 2), "three outlets that hedge"),
]


@pytest.mark.parametrize(("says", "doubts", "bounds", "why"), DOUBTS, ids=[d[-1] for d in DOUBTS])
def test_who_hedges_or_denies(says: list[Origin], doubts: list[Origin], bounds: tuple[int, int], why: str) -> None:
    assert independence(says, doubts) == bounds


VOICES = st.lists(
    st.builds(
        origin,
        st.sampled_from(["a", "b", "c", "state:A", "state:B", "outlet:X", "outlet:Y", "outlet:Z"]),
        st.booleans(),
        st.sampled_from("rst"),
    ),
    max_size=8,
)


@given(VOICES)
def test_never_more_than_there_are_rows_and_never_none_of_some(voices: list[Origin]) -> None:
    least, most = independence(voices)
    assert bool(voices) <= least <= most <= len(voices)


@given(VOICES, st.randoms())
def test_order_does_not_matter(voices: list[Origin], random: object) -> None:
    mixed = list(voices)
    random.shuffle(mixed)  # type: ignore[attr-defined]
    assert independence(mixed) == independence(voices)


@given(VOICES.filter(bool), st.data())
def test_a_voice_heard_again_never_raises_it(voices: list[Origin], data: st.DataObject) -> None:
    again = data.draw(st.sampled_from(voices))
    assert independence([*voices, again]) == independence(voices)


@given(VOICES)
def test_merging_two_voices_never_raises_it(voices: list[Origin]) -> None:
    merged = [origin("a", v.certain, v.chain[0][0]) if v.key == "b" else v for v in voices]
    assert all(after <= before for after, before in zip(independence(merged), independence(voices), strict=True))


@given(VOICES, st.sampled_from("XYZ"))
def test_one_more_outlet_adds_one_at_most_and_nothing_to_the_least(voices: list[Origin], outlet: str) -> None:
    least, most = independence(voices)
    after = independence([*voices, origin(f"outlet:{outlet}")])
    assert after[0] == max(least, 1)
    assert most <= after[1] <= most + 1
