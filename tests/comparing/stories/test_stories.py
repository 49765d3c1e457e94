"""Stories: a partition that order does not change, with titles that stand in the reports."""

import json
import random
from collections import Counter
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.comparing.stories import FEW, blocks, stories
from rashomon.comparing.stories.likeness import Terms, rarity, terms
from rashomon.comparing.term import stem
from rashomon.reading import read
from rashomon.records import Entity, Publication, Reading, Region, Report

STRIKE = (
    "Dockers at Port Halim walked out on Monday after talks with the harbour board over night shifts broke down.",
    "Port Halim stood still on Tuesday as the dockers' strike over night shifts entered its second day.",
    "The harbour board offered the striking dockers of Port Halim a new rota for night shifts, the union said.",
)
FLOOD = (
    "Heavy rain flooded the Varsa valley on Monday and cut off three mountain villages, rescuers said.",
    "Rescuers reached the last cut-off village of the Varsa valley as the flood went down.",
    "The Varsa flood washed away two bridges, and three villages in the valley wait for help.",
)


def made(texts: dict[str, str], days: dict[str, str] | None = None, titles: dict[str, str] | None = None):
    reports = {i: Report(i, t, title=(titles or {}).get(i)) for i, t in texts.items()}
    readings = {i: Reading(i, publication((days or {}).get(i)), "en", (titles or {}).get(i), None, None) for i in texts}
    return reports, readings


def publication(day: str | None) -> Publication:
    if day and "/" in day:
        return Publication(None, "inferred", *day.split("/"))
    return Publication(day, "metadata" if day else "unknown", day, day)


def groups(texts: dict[str, str], days: dict[str, str] | None = None, entities: tuple[Entity, ...] = ()) -> set[str]:
    return {" ".join(s.reports) for s in stories(*made(texts, days), entities)}


TWO = {f"s{i}": t for i, t in enumerate(STRIKE)} | {f"f{i}": t for i, t in enumerate(FLOOD)}
CASES = [
    ({}, None, set(), "no report, no story"),
    ({"a": STRIKE[0]}, None, {"a"}, "one report is a story"),
    ({"a": ""}, None, {"a"}, "so is one without words"),
    (TWO, None, {"s0 s1 s2", "f0 f1 f2"}, "two matters are two stories"),
    ({"a": STRIKE[0], "b": STRIKE[0]}, None, {"a b"}, "a copy is of the same story"),
    (
        {"a": STRIKE[0], "b": STRIKE[1]},
        {"a": "2031-03-03", "b": "2034-06-01"},
        {"a", "b"},
        "the same words years later are another story",
    ),
    (
        {"a": STRIKE[0], "b": STRIKE[1]},
        {"a": "2031-03-03", "b": "2031-03-04"},
        {"a b"},
        "the next day is the same story",
    ),
    (
        {"a": STRIKE[0], "b": STRIKE[1]},
        {"a": "2031-03-03", "b": "2030-01-01/2033-01-01"},
        {"a", "b"},
        "a day in doubt over years is no nearness",
    ),
]


@pytest.mark.parametrize(("texts", "days", "expected", "why"), CASES, ids=[c[-1] for c in CASES])
def test_which_reports_are_one_story(
    texts: dict[str, str], days: dict[str, str] | None, expected: set[str], why: str
) -> None:
    assert groups(texts, days) == expected


RARER = [
    ("reactor", "people", "a word that few reports of anything hold"),
    ("landslide", "president", "one is in the news every day"),
    ("quarantine", "police", "so are they"),
    ("#n-1a2b3c", "harbour", "an entity of this case is in no other matter"),
    ("harbour strike", "harbour", "two words side by side are rarer than one of them"),
    ("zyrtavex", "vaccine", "what no list of English has is rare"),
]


@pytest.mark.parametrize(("rare", "common", "why"), RARER, ids=[f"{r} {c}" for r, c, _ in RARER])
def test_what_is_common_in_english_says_less(rare: str, common: str, why: str) -> None:
    held = [Terms({" ".join(map(stem, words.split())): 1.0 for words in (rare, common)}, 300, None) for _ in range(4)]
    found = rarity(held)
    assert found[" ".join(map(stem, rare.split()))] > found[" ".join(map(stem, common.split()))], why


def test_headlines_alone_work_too() -> None:
    heads = {
        "a": "Dockers strike shuts Port Halim",
        "b": "Port Halim dockers on strike for second day",
        "c": "Flood cuts off Varsa villages",
        "d": "Varsa flood: rescuers reach villages",
    }
    assert groups(heads) == {"a b", "c d"}


def test_an_entity_under_two_names_draws_reports_together() -> None:
    texts = {"a": "Kadimi spoke in the capital late on Sunday.", "b": "The premier Al-Qadhimi met union leaders."}
    entity = Entity("n1", "al-Kadhimi", "person", ("Kadimi", "Al-Qadhimi"), (("a", "m1"), ("a", "m2"), ("b", "m1")))
    apart = stories(*made(texts), ())
    joined = stories(*made(texts), (entity,))
    assert len(apart) >= len(joined)


def test_the_title_is_a_headline_that_stands_in_a_report() -> None:
    texts = {"a": "Strike at Halim\n\n" + STRIKE[0], "b": STRIKE[1]}
    reports, readings = made(texts, titles={"a": "Strike at Halim"})
    (story,) = stories(reports, readings, ())
    assert story.title == "Strike at Halim"


def test_without_headlines_the_title_is_a_first_sentence_outside_the_regions() -> None:
    text = "Photo: a crane.\n\n" + STRIKE[0] + " More is to come."
    reports = {"a": Report("a", text)}
    region = Region(0, 15, "caption")
    readings = {"a": Reading("a", Publication(None, "unknown"), "en", None, None, None, regions=(region,))}
    (story,) = stories(reports, readings, ())
    assert story.title == STRIKE[0]
    assert story.title in text


def test_start_and_end_are_days_of_publication() -> None:
    days = {"s0": "2031-03-03", "s1": "2031-03-04", "s2": "2031-03-06T08:00:00Z"}
    (story,) = stories(*made({k: TWO[k] for k in days}, days), ())
    assert (story.start, story.end) == ("2031-03-03", "2031-03-06")


WORDS = st.lists(
    st.sampled_from(["port", "strike", "flood", "valley", "union", "rescue", "Halim", "Varsa", "the", "of"]),
    max_size=14,
)


@given(st.dictionaries(st.text("abcdef", min_size=1, max_size=3), WORDS.map(" ".join), max_size=7), st.randoms())
def test_a_partition_that_order_does_not_change(texts: dict[str, str], random: object) -> None:
    found = stories(*made(texts), ())
    assert sorted(r for s in found for r in s.reports) == sorted(texts)
    mixed = list(texts.items())
    random.shuffle(mixed)  # type: ignore[attr-defined]
    assert stories(*made(dict(mixed)), ()) == found


@given(st.text(max_size=200), st.text(max_size=200))
def test_odd_texts_are_no_trouble(one: str, other: str) -> None:
    assert sum(len(s.reports) for s in stories(*made({"a": one, "b": other}), ())) == 2


def of_matters(size: int, told: int, shared: int) -> list[Terms]:
    """Reports in matters of `size`, each of so many phrases that its matter is told in, and so many that all use."""
    found = []
    for i in range(FEW + 600):
        chance = random.Random(i)
        own = [
            f"m{i // size}a{n} m{i // size}b{n} m{i // size}c{n}"
            for n in chance.sample(range(2 * told - told // 2), told)
        ]
        common = [f"every{n} all{n}" for n in chance.sample(range(3 * shared), shared)]
        day = date(2031, 3, 1) + timedelta(days=chance.randrange(5))
        found.append(terms("", ", ".join(own + common), (), (day, day)))
    return found


@pytest.mark.parametrize(
    ("size", "told", "shared", "why"),
    [
        (100, 20, 20, "matters of more reports than their words would be rare in"),
        (1000, 30, 20, "very large ones"),
        (3, 3, 2, "news flashes of a few words"),
        (20, 3, 6, "news flashes that share most of their words with all others"),
    ],
)
def test_no_matter_is_torn_however_many_reports_there_are(size: int, told: int, shared: int, why: str) -> None:
    many = of_matters(size, told, shared)
    parted = blocks(many, rarity(many))
    assert sorted(i for b in parted for i in b) == list(range(len(many))), why
    assert max(len(b) for b in parted) <= FEW, why
    home = {i: n for n, b in enumerate(parted) for i in b}
    matters = [range(at, min(len(many), at + size)) for at in range(0, len(many), size)]
    whole = sum(Counter(home[i] for i in matter).most_common(1)[0][1] for matter in matters)
    assert whole >= 0.98 * len(many), why


def b_cubed(gold: dict[str, str], found: dict[str, str]) -> float:
    def members(label: dict[str, str]) -> dict[str, set[str]]:
        held: dict[str, set[str]] = {}
        for i, name in label.items():
            held.setdefault(name, set()).add(i)
        return held

    g, p = members(gold), members(found)
    both = {i: len(g[gold[i]] & p[found[i]]) for i in gold}
    precision = sum(both[i] / len(p[found[i]]) for i in gold) / len(gold)
    recall = sum(both[i] / len(g[gold[i]]) for i in gold) / len(gold)
    return 2 * precision * recall / (precision + recall)


@pytest.mark.shared
@pytest.mark.parametrize(("name", "bar"), [("basil", 0.96), ("uci_newsagg_999", 0.78), ("ecbplus", 0.89)])
def test_the_bars_hold_on_the_development_sets(shared: Path, name: str, bar: float) -> None:
    rows = [json.loads(line) for line in (shared / f"data/stories/{name}.jsonl").read_text("utf-8").splitlines()]
    reports, readings = made(
        {r["id"]: r["text"] for r in rows},
        {r["id"]: r["date"] for r in rows if r.get("date")},
        {r["id"]: r["title"] for r in rows if r.get("title")},
    )
    found = {r: s.id for s in stories(reports, readings, ()) for r in s.reports}
    assert b_cubed({r["id"]: r["story"] for r in rows}, found) >= bar


FLOOD = (
    "The Orsa burst its banks near Tarn on Friday night, and some forty families left their houses by boat.",
    "Families in Tarn spent the night in a school after the Orsa flooded the lower town, the mayor said.",
    "Two bridges over the Orsa are shut, and trains to Tarn end at Lund, the railway said after the flood.",
    "The water in Tarn is falling. Pumps were brought from Lund, and the school will open again for its pupils.",
    "Tarn counts the cost of the flood: mud in the shops of the lower town, and a bridge that must be built anew.",
)
STRIKE = (
    "Welders of the Karm shipyard walked out over pay on Monday, their union said.",
    "The Karm shipyard offered its welders four per cent more, and the union called the offer too low.",
    "A ferry that the Karm shipyard was to deliver in May will be late, because its welders are on strike.",
)


@pytest.mark.parametrize(
    ("texts", "parts", "why"),
    [(FLOOD, 1, "one matter, told in few words that all share"), ((*FLOOD, *STRIKE), 2, "two matters")],
)
def test_a_small_case_is_not_torn(texts: tuple[str, ...], parts: int, why: str) -> None:
    reports = {f"r{n}": Report(f"r{n}", text) for n, text in enumerate(texts)}
    found = stories(reports, {r.report: r for r in read(reports.values())}, ())
    assert len(found) == parts, why
