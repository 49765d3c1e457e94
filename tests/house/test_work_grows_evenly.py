"""Four times the text takes four times the work, or little more: counted where it can be."""

from __future__ import annotations

import cProfile
import io
import pstats
import time

import pytest

import rashomon.reading.published_bounds as bounds
from rashomon.intake.documents import CountedText, lenient_json
from rashomon.intake.feeds import feeds
from rashomon.intake.forms.jsonl import lines
from rashomon.intake.forms.mail import is_mail, letter
from rashomon.intake.names import authors, by_whom
from rashomon.intake.source import Limits, Source
from rashomon.reading import pipeline, read, sentences
from rashomon.reading.figures import number
from rashomon.reading.published_bounds import bounded


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


UNITS = [
    "2021 ",
    "3 May 2021, ",
    "according to ",
    "“a ",
    '"a" "a" ',
    "he said that ",
    "(he said [that ",
    "he he ",
    "Mr. ",
    "on Monday ",
    "killed and wounded ",
    "told Reuters ",
    "He said.\n\n",
]


def calls(text: str) -> int:
    """Count the calls, those of spaCy's own words and sentences among them, that reading `text` takes."""
    profile = cProfile.Profile()
    profile.runcall(read, text)
    return pstats.Stats(profile).total_calls


@pytest.mark.parametrize("unit", UNITS)
def test_four_times_the_text_takes_little_more_than_four_times_the_calls(monkeypatch, unit):
    monkeypatch.setattr(sentences, "LONGEST", 60)  # so that short texts, too, are longer than any sentence
    read("He said that it was on Monday, according to Reuters.")  # what is read once and kept is no work of the text's
    few, many = (calls(filled(unit, length)) for length in (1_500, 6_000))
    assert many <= 4**1.2 * few + 1_000


def test_a_sentence_without_end_is_parted_and_no_other(monkeypatch):
    sound = "The mill at Orsa burned on Sunday, the mayor said. " * 3
    before = [sentence.text for sentence in pipeline()(sound).sents]
    doc = pipeline()(f"{sound}\n\n{'according to ' * 400}")
    assert [s.text.strip() for s in doc.sents][: len(before)] == [s.strip() for s in before]
    assert max(map(len, doc.sents)) <= sentences.PIECE < sentences.LONGEST
    assert all(token.head.sent == token.sent for token in doc)


def _nested(count: int) -> bytes:
    """An object over several lines, its closing brace indented, with many objects in it."""
    inner = ",\n".join('    {\n      "at": 1\n    }' for _ in range(count))
    return f'{{\n  "text": "The mill burned.",\n  "parts": [\n{inner}\n  ]\n  }}\n'.encode()


AGAIN = [
    ('{"a" ', "a brace in each value, none closed"),
    ("a: b, ", "neither keys nor values quoted"),
    ("{", "braces alone"),
    ('{"a": "b "c" d", }, ', "what a template wrote"),
]


@pytest.mark.parametrize(("unit", "why"), AGAIN, ids=[w for _, w in AGAIN])
def test_a_repairer_goes_over_a_text_a_few_times_at_most(monkeypatch, unit, why):
    looked: list[int] = []
    real = CountedText._looked

    def counted(text, times):
        looked[-1] += times
        real(text, times)

    monkeypatch.setattr(CountedText, "_looked", counted)
    for length in (20_000, 80_000):
        looked.append(0)
        lenient_json(f"[{filled(unit, length)}]")
    assert looked[1] <= 4 * looked[0] + 200_000


def test_what_is_repaired_is_plain_text():
    (value,) = lenient_json('{"a": "x "y" z", b: [\'c\',], "d": 1,}')
    assert value == {"a": 'x "y" z', "b": ["c"], "d": 1}
    assert {type(one) for one in (value["a"], *value["b"], *value)} == {str}


def held(value):
    yield value
    if isinstance(value, dict):
        value = [*value, *value.values()]
    for one in value if isinstance(value, list) else ():
        yield from held(one)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ('[{"a": "b", "c.", "c.", "d": "e f",}]', "texts without a key"),
        ('[{"a": ["b" "c", "d e"]}, {"f" "g"}]', "no comma"),
        ("[{'a': 'b c', 'd': “e f”}]", "other marks"),
        ('[{"a": "b "c d" e", "f": [{"g": "h i}]}]', "marks not escaped"),
    ],
)
def test_no_repaired_text_goes_on_counting(text, why):
    values = lenient_json(text)
    assert values
    assert not [one for one in held(values) if isinstance(one, CountedText)]


WRITTEN = [
    (lambda n: list(lines(Source(io.BytesIO(_nested(n)), "a", "a"), Limits())), "an object over many lines"),
    (lambda n: lenient_json('{"a": 1}; ' * 3 * n), "values one behind the other"),
]


@pytest.mark.parametrize(("read_it", "why"), WRITTEN, ids=[w for _, w in WRITTEN])
def test_json_is_read_in_step_with_its_length(read_it, why):
    began = time.monotonic()
    assert len(read_it(60_000)) in (1, 180_000)
    assert time.monotonic() - began < 5


def test_what_is_no_mail_is_told_at_once():
    began = time.process_time()
    assert not is_mail(b'{"a": 1,\r\n' + b' "b": 2,\r\n' * 800)
    assert is_mail(b"Message-ID: a@b.example\r\nSubject: a\r\n" + b" b\r\n" * 800)
    assert time.process_time() - began < 1


@pytest.mark.parametrize(
    "unit", [" ", "a", "Aa Bb; ", "| ", " | ", " / ", "by ", "a@b.", "and ", "Aa Bb, ", ";", "2031-"]
)
def test_a_byline_without_end_is_soon_told(unit):
    began = time.process_time()
    long = filled(unit, 150_000)
    authors([long], long)
    by_whom(long, "Post")
    assert time.process_time() - began < 5


RSS = "<rss version='2.0'><channel><title>a</title><item><title>a</title><link>https://a.example/</link>{}</item></channel></rss>"
OF_AN_ITEM = [
    ("<author>{}</author>", "a", "looked through for an address"),
    ("<author>{}</author>", "Aa Bb; ", "many names"),
    ("<title>{}</title>", " | ", "marks between outlets"),
    ("{}", "<category>a {n}</category>", "labels, which are told apart"),
    ("{}", "<author>a {n}</author>", "authors"),
    ("{}", "<enclosure url='https://a.example/{n}'/>", "enclosures"),
]


@pytest.mark.parametrize(("around", "unit", "why"), OF_AN_ITEM)
def test_an_item_of_a_feed_that_goes_on_and_on_is_soon_read(around, unit, why):
    held = "".join(unit.replace("{n}", str(n)) for n in range(16_000))
    began = time.process_time()
    assert [entry.fields["title"] for entry in feeds(RSS.format(around.format(held)).encode())], why
    assert time.process_time() - began < 8, why


@pytest.mark.parametrize("unit", [";", ";a=b", "a", "(", '"'])
def test_parts_of_a_mail_are_soon_told_whatever_they_say_of_themselves(unit):
    said = filled(unit, 3_000)
    part = "--x\nContent-Type: text/plain; {0} {1}\nContent-Disposition: inline; {0} {1}\n\nThe mill burned.\n"
    head = "From: a@b.example\nTo: a@b.example\nContent-Type: multipart/mixed; boundary=x\n\n"
    began = time.process_time()
    letter((head + "".join(part.format(said, n) for n in range(400)) + "--x--\n").encode())
    assert time.process_time() - began < 8
