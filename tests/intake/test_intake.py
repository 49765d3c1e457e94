"""Intake: every input gives its reports or one clear refusal, and nothing stops the rest."""

import io
import json
import os
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from rashomon.fetching.fetch import GZIP
from rashomon.intake import Limits, intake
from rashomon.intake.decode import decode
from rashomon.intake.forms import form
from rashomon.intake.rows import rows
from rashomon.intake.settling import language
from rashomon.intake.source import is_zstandard
from rashomon.language import lexicon
from rashomon.records import Refusal, Report

UTF_16 = (b"\xff\xfe", b"\xfe\xff", b"{\0")
PROSE = (
    "The council of the river towns said on Monday that it would send an envoy to the harbour, and that the talks "
    "which were broken off in the spring are to go on. It did not say who will lead them.\n"
)
FOREIGN = {
    "French": "Le conseil des villes a annoncé lundi que les discussions avec le port sont dans une phase difficile et "
    "que la délégation ne sera pas envoyée par le ministre pour le moment.",
    "German": "Der Rat der Städte hat am Montag mitgeteilt, dass die Gespräche mit dem Hafen nicht vor dem Herbst "
    "beginnen und sich auch der Minister noch nicht für eine Reise entschieden hat.",
    "Spanish": "El consejo de las ciudades anunció que los diálogos con el puerto no se van a abrir en la primavera "
    "y que la delegación del norte es la que más se ha opuesto a los planes de su ministro.",
    "Turkish": "Bakan ve heyet bu hafta limana gitti, ancak görüşmeler için bir tarih verilmedi ve yetkililer daha "
    "sonra bir açıklama yapılacağını söyledi; bu ziyaret ile ilgili olarak çok soru olduğu gibi bir sonuç da yok.",
    "Arabic script": "أعلن مجلس المدن يوم الاثنين أن المحادثات مع الميناء لن تبدأ قبل الخريف",
    "Cyrillic script": "Совет городов сообщил в понедельник, что переговоры с портом не начнутся до осени",
}


def one(path: Path | str, **limits: object) -> Report | Refusal:
    found = list(intake([path], limits=Limits(**limits)))  # type: ignore[arg-type]
    assert len(found) == 1
    return found[0]


BAD = [
    (b"", "is empty", "an empty file"),
    (b" \n\t\n", "is empty", "white space alone"),
    ("\u3000\xa0".encode(), "white space", "white space of other scripts alone"),
    (b"%PDF-1.7 \x00\x01", "PDF", "a PDF"),
    (b"PK\x03\x04rest", "ZIP", "an office document"),
    (b"\x89PNG\r\n\x1a\n\x00", "PNG", "an image"),
    (bytes(range(256)) * 8, "NUL", "binary bytes"),
    (b"The envoy\x00 said.", "NUL character (at 9)", "a NUL in a text"),
    (b"\x01\x02\x03\x04abcdef", "control characters", "control characters"),
    (b"He said \xed\xa0\x80 so.", "lone surrogate, at byte 8", "a surrogate in UTF-8"),
    ("“Never,” said the envoy’s aide.".encode() + b"\xe2\x80", "broken UTF-8 at byte", "UTF-8 cut off"),
    ("Совет городов сообщил".encode("cp1251"), "unknown encoding", "a Cyrillic code page"),
    (b"\xff\xfe\x00\xd8", "broken UTF-16", "UTF-16 with half a pair"),
    (b"x" * 400, "line of 400", "one line too long"),
    (b"word " * 100, "has 500 characters", "too many characters"),
    (b"word\n" * 200, "larger than 900 bytes", "too many bytes"),
]


@pytest.mark.parametrize(("data", "reason", "why"), BAD, ids=[row[2] for row in BAD])
def test_bad_bytes_give_one_clear_refusal(tmp_path: Path, data: bytes, reason: str, why: str) -> None:
    (tmp_path / "a.txt").write_bytes(data)
    tight = {"max_line": 300, "max_characters": 450, "max_bytes": 900} if len(data) < 1500 else {}
    found = one(tmp_path / "a.txt", **tight)
    assert isinstance(found, Refusal)
    assert reason in found.reason
    assert found.input == str(tmp_path / "a.txt")
    assert found.advice


def test_five_megabytes_of_one_line_are_refused_by_the_defaults(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"word " * 1_000_001)
    found = one(tmp_path / "a.txt")
    assert isinstance(found, Refusal)
    assert "5,000,000 bytes" in found.reason


GOOD = [
    (PROSE.encode(), PROSE, "", "UTF-8"),
    (b"\xef\xbb\xbf" + PROSE.encode(), PROSE, "", "UTF-8 with a mark"),
    (PROSE.encode("utf-16"), PROSE, "UTF-16", "UTF-16 with a mark"),
    ("“No,” said the envoy’s aide — twice.".encode("cp1252"), "“No,” said the envoy’s aide — twice.", "1252", "cp1252"),
    ("The café of José was shut.".encode("latin-1"), "The café of José was shut.", "1252", "Latin-1"),
    (b"One.\r\nTwo.\rThree.\n\n", "One.\r\nTwo.\rThree.\n\n", "", "line ends are kept"),
]


@pytest.mark.parametrize(("data", "text", "note", "why"), GOOD, ids=[row[3] for row in GOOD])
def test_good_bytes_are_stored_as_they_are(tmp_path: Path, data: bytes, text: str, note: str, why: str) -> None:
    (tmp_path / "envoy.txt").write_bytes(data)
    found = one(tmp_path / "envoy.txt")
    assert isinstance(found, Report)
    assert (found.id, found.text) == ("envoy", text)
    assert found.digest == sha256(data).hexdigest()
    assert note in found.note
    assert bool(note) == bool(found.note)


@pytest.mark.parametrize("name", FOREIGN)
def test_another_language_is_told_and_refused(tmp_path: Path, name: str) -> None:
    assert language(FOREIGN[name]) == name
    (tmp_path / "a.txt").write_text(FOREIGN[name], "utf-8")
    refused = one(tmp_path / "a.txt")
    assert isinstance(refused, Refusal)
    assert name in refused.reason
    assert isinstance(one(tmp_path / "a.txt", language=None), Report)


def test_english_with_foreign_names_is_english() -> None:
    assert language(PROSE + "Süleyman Çelik of Le Monde and El País met Jürgen Müller.") == "English"
    assert language("Al-Hashimi, Elm.") is None


@pytest.mark.parametrize(("name", "words"), lexicon("common_words"), ids=[row[0] for row in lexicon("common_words")])
def test_every_language_is_reachable_by_its_words(name: str, words: str) -> None:
    assert language(" ".join(words.split() * 3)) == name


def test_a_folder_is_read_in_order_and_says_what_it_left_out(tmp_path: Path) -> None:
    for name in ("b.txt", "a.md", "deep/a.txt", "deep/c.html", ".hidden.txt", "photo.jpg"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(PROSE)
    found = list(intake([tmp_path]))
    assert [r.id for r in found if isinstance(r, Report)][:3] == ["a", "b", "a-2"]
    assert any(isinstance(r, Refusal) and "photo.jpg" in r.reason for r in found)
    assert not any("hidden" in r.input for r in found)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may open anything")
def test_unreadable_files_and_folders_are_named(tmp_path: Path) -> None:
    (tmp_path / "shut").mkdir()
    for name in ("good.txt", "shut.txt"):
        (tmp_path / name).write_text(PROSE)
    (tmp_path / "shut.txt").chmod(0)
    (tmp_path / "shut").chmod(0)
    try:
        found = list(intake([tmp_path]))
    finally:
        (tmp_path / "shut").chmod(0o700)
    assert [r.id for r in found if isinstance(r, Report)] == ["good"]
    assert {Path(r.input).name for r in found if isinstance(r, Refusal)} == {"shut.txt", "shut"}


def test_what_is_not_there_does_not_stop_the_rest(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(PROSE)
    (tmp_path / "none").mkdir()
    found = list(intake([tmp_path / "no.txt", tmp_path / "none", "bad\x00path", tmp_path / "good.txt"]))
    assert [type(r).__name__ for r in found] == ["Refusal", "Refusal", "Refusal", "Taken"]


LINES = [
    ('{"text": 1}', "not a string", "text is a number"),
    ('{"title": "x"}', "has no text", "no text"),
    ('{"text": " "}', "has no text", "white space as text"),
    ("[1, 2]", "no object", "a list"),
    ('{"text": "The', "no JSON", "cut off"),
    ('{"text": "half \\ud800 a character"}', "lone surrogate", "a lone surrogate"),
    ('{"text": "a \\u0000 NUL"}', "NUL", "a NUL"),
    ('{"text": "x", "language": "fr"}', "'fr'", "says another language"),
    ("[" * 100_000, "no JSON", "nested without end"),
]


@pytest.mark.parametrize(("line", "reason", "why"), LINES, ids=[row[2] for row in LINES])
def test_a_bad_jsonl_line_is_named_by_its_number(tmp_path: Path, line: str, reason: str, why: str) -> None:
    path = tmp_path / "feed.jsonl"
    path.write_text(f"{json.dumps({'text': PROSE})}\n\n{line}\n{json.dumps({'id': 'own', 'text': PROSE})}", "utf-8")
    first, refused, last = intake([path])
    assert isinstance(first, Report)
    assert isinstance(last, Report)
    assert (first.id, last.id) == ("feed-1", "own")
    assert isinstance(refused, Refusal)
    assert refused.input == f"{path}:3"
    assert reason in refused.reason


def test_jsonl_that_is_not_utf8_or_too_long_is_named_by_its_number(tmp_path: Path) -> None:
    path = tmp_path / "feed.jsonl"
    good = json.dumps({"text": "The envoy said so."}).encode()
    path.write_bytes(b"\n".join([b'{"text": "\xff"}', b'{"text": "' + b"x" * 500 + b'"}', good]))
    bad, long, last = intake([path], limits=Limits(max_bytes=100))
    assert [r.input.rsplit(":", 1)[1] for r in (bad, long, last)] == ["1", "2", "3"]
    assert isinstance(last, Report)


_OWN = ("id", "text", "title", "outlet", "url", "published", "language")
NAMES = [
    (_OWN, "own names"),
    (("id", "maintext", "title", "source_domain", "url", "date_publish", "language"), "a crawler's names"),
    (("uuid", "plaintext", "headline", "publisher", "link", "publishing_date", "lang"), "a scraper's names"),
]


@pytest.mark.parametrize(("names", "why"), NAMES, ids=[row[1] for row in NAMES])
def test_common_names_of_fields_are_known(names: tuple[str, ...], why: str) -> None:
    told = dict(zip(_OWN, "7thoupe", strict=True))
    assert rows(dict(zip(names, "7thoupe", strict=True))) == told
    assert rows({**told, "id": 7}) == told


def test_a_body_in_parts_is_joined_by_paragraphs() -> None:
    body = {"summary": ["S."], "sections": [{"headline": ["H"], "paragraphs": ["One.", "Two."]}]}
    assert rows({"body": body})["text"] == "S.\n\nH\n\nOne.\n\nTwo."


def test_standard_input_is_text_or_jsonl() -> None:
    text = list(intake(["-"], stdin=io.BytesIO(PROSE.encode())))
    lines = list(intake(["-"], stdin=io.BytesIO(b'{"text": "One."}\n{"text": "Two."}\n')))
    assert [(r.id, r.text) for r in text if isinstance(r, Report)] == [("stdin", PROSE)]
    assert [r.id for r in lines] == ["stdin-1", "stdin-2"]


def test_the_same_stem_twice_gets_the_same_suffix_every_time(tmp_path: Path) -> None:
    for folder in ("x", "y", "z"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.txt").write_text(PROSE)
    (tmp_path / "x" / "a-2.txt").write_text(PROSE)
    runs = [[r.id for r in intake([tmp_path]) if isinstance(r, Report)] for _ in range(2)]
    assert runs[0] == runs[1] == ["a-2", "a", "a-3", "a-4"]


@given(st.binary(max_size=400))
def test_any_bytes_give_a_text_or_a_reason(data: bytes) -> None:
    decoded = decode(data)
    assert bool(decoded.problem) != bool(decoded.text)
    assert not decoded.problem or decoded.advice


@given(st.lists(st.one_of(st.binary(max_size=80), st.just(b'{"text": "The envoy said so."}')), max_size=8))
def test_any_jsonl_gives_one_row_for_each_line_that_holds_something(lines: list[bytes]) -> None:
    data = b"\n".join(lines)
    assume(form(data, "a.jsonl") == "jsonl" and not is_zstandard(data) and not data.startswith((GZIP, *UTF_16)))
    assume(not any(part.strip(b"{}[],\r\t \x0b\x0c") == b"" != part.strip() for part in data.split(b"\n")))
    held = sum(bool(part.strip()) for line in lines for part in line.split(b"\n"))
    with TemporaryDirectory() as folder:
        path = Path(folder, "a.jsonl")
        path.write_bytes(data)
        assert len(list(intake([path]))) == max(held, 1)
