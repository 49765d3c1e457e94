"""Who narrates a span: the copier what it added, the first publisher what was taken, a tag's outlet its sentence."""

import pytest

from rashomon.comparing.lineage import lineage
from rashomon.comparing.origins.narrators import Narrator, Narrators
from rashomon.reading.credits import credits_of
from rashomon.reading.regions import mark
from rashomon.records import Publication, Reading, Report

TAKEN = """Wardens in Elm closed the reading room of the library on Wednesday and took the keys with them.

They came to the door before noon and carried two boxes of letters to their van in the yard.

The room, which holds nine thousand letters, had been opened in the spring by the old mayor."""
ADDED = "A crane fell on the roof of the library on Thursday, and two windows of the hall broke."
MORE = "The mayor will speak to the wardens in the hall of the library at noon on Friday, her office wrote."


def narrators(*reports: tuple[str, str, str, str]) -> tuple[Narrators, dict[str, str]]:
    """Who narrates in reports of (id, outlet, day, text), each sentence of which is a line of its own."""
    texts = {i: Report(i, text, outlet=outlet or None, published=day) for i, outlet, day, text in reports}
    readings = {}
    for i, report in texts.items():
        regions = mark(report.text, report.title)
        at, sentences = 0, []
        for line in report.text.split("\n\n"):
            sentences.append((at, at + len(line)))
            at += len(line) + 2
        day = report.published
        readings[i] = Reading(
            i,
            Publication(day, "metadata", day, day),
            "en",
            None,
            report.outlet,
            None,
            regions=regions,
            sentences=tuple(sentences),
            credits=credits_of(report.text, regions),
        )
    return Narrators(readings, lineage(texts, readings)), {i: r.text for i, r in texts.items()}


def of(made: tuple[Narrators, dict[str, str]], report: str, words: str) -> Narrator:
    at = made[1][report].index(words)
    return made[0].at(report, (at, at + len(words)))


A, B, C = ("a", "Elm Echo", "2031-03-03"), ("b", "Karm Post", "2031-03-04"), ("c", "Bay Herald", "2031-03-05")
COPY = f"{TAKEN}\n\n{ADDED}"
CASES = [
    ([(*A, TAKEN), (*B, COPY)], "b", "took the keys", "Elm Echo", "what was taken is the first publisher's"),
    ([(*A, TAKEN), (*B, COPY)], "b", "A crane fell", "Karm Post", "what the copier adds is the copier's own"),
    (
        [(*A, TAKEN), (*B, COPY), (*C, f"{COPY}\n\n{MORE}")],
        "c",
        "A crane fell",
        "Karm Post",
        "what a second copier took of what the first had added",
    ),
    (
        [(*A, TAKEN), (*B, COPY), (*C, f"{COPY}\n\n{MORE}")],
        "c",
        "took the keys",
        "Elm Echo",
        "what a second copier took of what the first had taken",
    ),
    (
        [(*A, f"ELM (AP) — {TAKEN}"), (*B, COPY)],
        "b",
        "took the keys",
        "AP",
        "what was taken from a report that an agency signed",
    ),
    (
        [(*A, COPY), (*B, f"ELM (AP) — {TAKEN}")],
        "a",
        "took the keys",
        "AP",
        "what a report shares with a later one that an agency signed",
    ),
    ([(*A, COPY), (*B, f"ELM (AP) — {TAKEN}")], "a", "A crane fell", "Elm Echo", "and the rest its own"),
    (
        [(*A, f"{ADDED}\n\nThe wardens left Elm with nine boxes of letters, the Halim Courier reported on Friday.")],
        "a",
        "The wardens left",
        "Halim Courier",
        "a tag covers its own sentence",
    ),
    (
        [(*A, f"{ADDED}\n\nThe wardens left Elm with nine boxes of letters, the Halim Courier reported on Friday.")],
        "a",
        "A crane fell",
        "Elm Echo",
        "and no other",
    ),
    (
        [(*A, "The wardens left Elm with nine boxes of letters, the Elm Echo reported on Friday.")],
        "a",
        "The wardens left",
        "Elm Echo",
        "an outlet's own tag",
    ),
]


@pytest.mark.parametrize(("reports", "report", "words", "name", "why"), CASES, ids=[c[-1] for c in CASES])
def test_who_narrates(reports: list[tuple[str, str, str, str]], report: str, words: str, name: str, why: str) -> None:
    assert of(narrators(*reports), report, words).name == name


def test_outlets_are_shown_as_written_and_keyed_by_house() -> None:
    made = narrators(("a", "CNBC", "2031-03-03", TAKEN), ("b", "NBC News", "2031-03-03", ADDED))
    one, other = of(made, "a", "took the keys"), of(made, "b", "A crane fell")
    assert (one.name, other.name) == ("CNBC", "NBC News")
    assert one.key == other.key
