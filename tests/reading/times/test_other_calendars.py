"""Days of the Persian and Hijri calendars, feasts, and weeks and weekdays counted in a month."""

import pytest

from rashomon.reading.times import find_times

PUBLISHED = "2024-05-08"
# Text; the words found; their value (None: no time at all).
TABLE = [
    ("Guards held the editor on 15 Khordad 1402.", "15 Khordad 1402", "2023-06-05"),
    ("The note, dated Ordibehesht 18, 1403, was short.", "Ordibehesht 18, 1403", "2024-05-07"),
    ("The mill burned on 30 Esfand 1403.", "30 Esfand 1403", "2025-03-20"),
    ("The mill burned on 30 Esfand 1402.", "Esfand 1402", "2024-02-20/2024-03-19"),
    ("Crowds marched on 22 Bahman.", "22 Bahman", "2024-02-11"),
    ("The school opened on the 3rd of Farvardin.", "the 3rd of Farvardin", "2024-03-22"),
    ("The law was passed in Mehr 1401.", "Mehr 1401", "2022-09-23/2022-10-22"),
    ("She was born in 1358 in the Iranian calendar.", "1358 in the Iranian calendar", "1979-03-21/1980-03-20"),
    ("The siege began on 10 Muharram 1446.", "10 Muharram 1446", "2024-07-15/2024-07-17"),
    ("The fort fell on 12 Rabi al-Awwal 1445.", "12 Rabi al-Awwal 1445", "2023-09-26/2023-09-28"),
    ("Pilgrims left on 1 Dhu al-Hijjah 1445.", "1 Dhu al-Hijjah 1445", "2024-06-06/2024-06-08"),
    ("He fled on the 21st of Ramadan.", "the 21st of Ramadan", "2024-03-30/2024-04-01"),
    ("The truce held through Ramadan.", "Ramadan", "2024-03-10/2024-04-10"),
    ("Omar Ramadan said the road was shut.", None, None),
    ("Prices rose before Eid al-Fitr.", "Eid al-Fitr", "2024-04-09/2024-04-11"),
    ("The market was hit at Eid al-Adha 2023.", "Eid al-Adha 2023", "2023-06-27/2023-06-29"),
    ("They marched on Ashura.", "Ashura", "2024-07-15/2024-07-17"),
    ("Families had gathered for Nowruz.", "Nowruz", "2024-03-20"),
    ("Mehr news agency told of the blast.", None, None),
    ("Azar Tir spoke for the guild.", None, None),
    ("The bench sits on the last Friday of this month.", "the last Friday of this month", "2024-05-31"),
    ("The bench sits on the first Monday of next month.", "the first Monday of next month", "2024-06-03"),
    ("The market opens on the last Saturday of the month.", "the last Saturday of the month", "2024-05-25"),
    ("They met in the first week of April.", "the first week of April", "2024-04-01/2024-04-07"),
    ("They met in the last week of April 2023.", "the last week of April 2023", "2023-04-24/2023-04-30"),
    ("It is dey and mehr, she sang.", None, None),
]


@pytest.mark.parametrize(("text", "words", "value"), TABLE)
def test_a_day_of_another_calendar(text: str, words: str | None, value: str | None) -> None:
    found = [(text[t.start : t.end], t.value) for t in find_times(text, PUBLISHED)]
    assert found == ([] if words is None else [(words, value)])


def test_without_a_report_day_a_day_without_a_year_is_left_alone() -> None:
    assert find_times("Crowds marched on 22 Bahman.") == ()
