"""Four times the text takes four times the work, or little more: counted where it can be."""

from __future__ import annotations

import time

import pytest

import rashomon.reading.bounded as bounds
from rashomon.reading.bounded import bounded
from rashomon.reading.figures import number


def filled(unit: str, length: int) -> str:
    return (unit * (length // len(unit) + 1))[:length]


@pytest.mark.parametrize("unit", ["2021 ", "3 May 2021, ", "12 ", "four hundred ", "two million "])
def test_numbers_are_looked_at_in_step_with_the_text(monkeypatch, unit):
    looked: list[int] = []
    real = number._numeral

    def counted(form):
        looked[-1] += 1
        return real(form)

    monkeypatch.setattr(number, "_numeral", counted)
    for length in (3_000, 12_000):
        looked.append(0)
        list(number.plain_numbers(filled(unit, length)))
    assert looked[1] <= 6 * looked[0] + 100


@pytest.mark.parametrize("unit", ["3 May 2021, ", "2021 ", "in 2021 "])
def test_a_sentence_is_asked_once_whether_it_is_past(monkeypatch, unit):
    asked: list[int] = []
    real = bounds._is_past
    monkeypatch.setattr(bounds, "_is_past", lambda sentence: asked.append(1) or real(sentence))
    bounded("It was shut " + filled(unit, 20_000), [])
    assert len(asked) <= 1


@pytest.mark.parametrize("unit", ["A", "A.", "A’", "Ab-", "A ", "Mr. ", "2021 ", "3 May 2021, "])
def test_bounds_of_a_long_run_come_soon(unit):
    began = time.monotonic()
    bounded(filled(unit, 60_000), [])
    assert time.monotonic() - began < 5
