"""What follows is still clearly alike in the next days, and more than that where weeks lie between."""

from datetime import date

import numpy as np
import pytest

from rashomon.comparing.stories.likeness import following

MARCH = [(date(2024, 3, d), date(2024, 3, d)) for d in range(1, 32)]
APRIL, JUNE = (date(2024, 4, 20), date(2024, 4, 20)), (date(2024, 6, 20), date(2024, 6, 20))
CASES = [
    ([MARCH[9], MARCH[10]], 0.10, 0.10, [[0, 1]], "the next day, still alike"),
    ([MARCH[9], MARCH[12]], 0.10, 0.10, [[0, 1]], "three days on"),
    ([MARCH[9], MARCH[14]], 0.10, 0.11, [[0], [1]], "five days on, hardly more alike: another matter"),
    ([MARCH[9], MARCH[14]], 0.08, 0.14, [[0, 1]], "five days on, much told again"),
    ([MARCH[9], APRIL], 0.04, 0.14, [[0, 1]], "the ruling six weeks after the arrest"),
    ([MARCH[9], JUNE], 0.02, 0.18, [[0], [1]], "three months on is another matter"),
    ([MARCH[9], MARCH[10]], 0.05, 0.05, [[0], [1]], "the next day, hardly alike"),
    ([MARCH[9], None], 0.15, 0.15, [[0], [1]], "a report without a day follows nothing"),
    ([MARCH[9], (date(2024, 3, 1), date(2024, 3, 31))], 0.15, 0.15, [[0], [1]], "a day in doubt by a month is no day"),
]


@pytest.mark.parametrize(("days", "alike", "told", "expected", "why"), CASES, ids=[c[4] for c in CASES])
def test_following(days, alike, told, expected, why) -> None:
    likeness, whatever_day = (np.array([[1, a], [a, 1]], np.float32) for a in (alike, told))
    assert following([[0], [1]], likeness, whatever_day, days) == expected, why


def test_a_matter_may_last_longer_than_its_reports_are_apart() -> None:
    likeness = np.full((4, 4), 0.1, np.float32)
    days = [MARCH[0], MARCH[3], MARCH[6], MARCH[9]]
    assert following([[0], [1], [2], [3]], likeness, likeness, days) == [[0, 1, 2, 3]]


def test_groups_are_alike_as_their_reports_are_on_average() -> None:
    likeness = np.array([[1, 0.3, 0.02], [0.3, 1, 0.1], [0.02, 0.1, 1]], np.float32)
    days = [MARCH[0], MARCH[1], MARCH[2]]
    assert following([[0, 1], [2]], likeness, likeness, days) == [[0, 1], [2]]
    assert following([[0], [1, 2]], likeness, likeness, days) == [[0, 1, 2]]


def test_what_has_joined_is_compared_anew() -> None:
    # The last report (row 3) is too little like each group and enough like what they are together; the first two groups
    # lie too far from it, the third does not.
    alike = [[1, 0.2, 0.2, 0.13], [0.2, 1, 0.2, 0.13], [0.2, 0.2, 1, 0.11], [0.13, 0.13, 0.11, 1]]
    table = np.array(alike, np.float32)
    days = [(date(2030, 1, d), date(2030, 1, d)) for d in (1, 2, 4)] + [(date(2030, 2, 18), date(2030, 2, 18))]
    assert following([[0], [1], [2], [3]], np.zeros((4, 4), np.float32), table, days) == [[0, 1, 2, 3]]
