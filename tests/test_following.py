"""Reports of the next days that are still clearly alike follow on one another; others do not."""

from datetime import date

import numpy as np
import pytest

from rashomon.comparing.stories.following import following

MARCH = [(date(2024, 3, d), date(2024, 3, d)) for d in range(1, 32)]
CASES = [
    ([MARCH[9], MARCH[10]], 0.15, [[0, 1]], "the next day, still alike"),
    ([MARCH[9], MARCH[12]], 0.15, [[0, 1]], "three days on"),
    ([MARCH[9], MARCH[14]], 0.15, [[0], [1]], "five days on is another matter"),
    ([MARCH[9], MARCH[10]], 0.05, [[0], [1]], "the next day, hardly alike"),
    ([MARCH[9], None], 0.15, [[0], [1]], "a report without a day follows nothing"),
    ([MARCH[9], (date(2024, 3, 1), date(2024, 3, 31))], 0.15, [[0], [1]], "a day in doubt by a month is no day"),
]


@pytest.mark.parametrize(("days", "alike", "expected", "why"), CASES, ids=[c[3] for c in CASES])
def test_following(days, alike, expected, why) -> None:
    likeness = np.array([[1, alike], [alike, 1]], np.float32)
    assert following([[0], [1]], likeness, days) == expected, why


def test_a_matter_may_last_longer_than_its_reports_are_apart() -> None:
    likeness = np.full((4, 4), 0.12, np.float32)
    days = [MARCH[0], MARCH[3], MARCH[6], MARCH[9]]
    assert following([[0], [1], [2], [3]], likeness, days) == [[0, 1, 2, 3]]
