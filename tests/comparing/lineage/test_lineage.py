"""Lineage: copies, excerpts and rewrites found with their direction; witnesses of one event kept apart."""

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.comparing.lineage import lineage, superseded
from rashomon.comparing.lineage.near_duplicates import COMMON, candidates, shingles
from rashomon.comparing.publishers import house, is_agency, is_known
from rashomon.language import lexicon
from rashomon.records import Credit, CreditRole, Lineage, Publication, Reading, Reason, Region, Report

WIRE = """Fishermen of Halim blocked the mouth of the harbour at dawn on Thursday to protest at the new landing fees.

About forty boats lay side by side between the two lighthouses, and no freighter could enter or leave.

The harbour master closed the northern basin shortly after seven and sent the pilots home.

The fees were doubled in January after the dredging of the channel had cost more than planned.

“We pay for a channel that none of our boats needs,” said Tarek Soll, who heads the fishing cooperative.

The cooperative wants the fees for small boats to be frozen until the end of next year.

A spokeswoman for the port ministry said the minister would meet the cooperative on Saturday.

Two container ships bound for Varsa waited outside the bay in the afternoon.

Traders at the fish market said that prices had risen by a third since the morning.

Police boats watched the blockade but did not step in, and the evening stayed calm."""

OTHER = """A blockade by fishing boats brought shipping at Halim to a halt on Thursday.

Skippers angry about higher charges anchored in the entrance before sunrise and refused to let cargo through.

It is the third such action this year in a port town where many families live from the sea.

Freight companies put their losses at several million and asked the navy to clear the way.

“We pay for a channel that none of our boats needs,” said Tarek Soll, who heads the fishing cooperative.

Opposition deputies called the charges a tax on the poor and demanded a debate in parliament.

In the old town, shopkeepers closed early out of sympathy with the crews.

Weather services expect a storm at the weekend that may end the protest by itself."""

REWRITE = """At dawn on Thursday the fishermen of Halim blocked the harbour mouth in a protest at the new landing fees.

Some forty boats were lying side by side between the lighthouses, so that no freighter could enter the port or leave it.

Shortly after seven the harbour master shut the northern basin and sent home the pilots.

The landing fees had been doubled in January, after dredging the channel cost more than had been planned.

The cooperative is asking that fees for small boats be frozen to the end of next year.

The minister is to meet the cooperative on Saturday, a spokeswoman of the port ministry said.

In the afternoon two container ships bound for Varsa were waiting outside the bay.

At the fish market traders said prices had risen a third since the morning.

Police boats watched the blockade without stepping in and the evening remained calm."""

FRAME = (
    "The Bay Courier - News - Local\n\n{}\n\nAll rights reserved. Sign up for our newsletter to read more like this."
)
PARAGRAPHS = WIRE.split("\n\n")
EXCERPT = "\n\n".join(PARAGRAPHS[:5])
THIRD = """The ministry of ports published its long-awaited plan for the Halim channel on Friday morning.

It wants to deepen the approach by two metres so that the largest tankers can berth at the new terminal.

Engineers who saw the drafts warned that the sandbanks would move and fill the northern basin.

The works would take four summers and be paid by a loan from the regional bank.

Environmental groups announced that they would go to court against the dredging.

A hearing of residents in the town hall ended in shouting after two hours."""
MIXED = "\n\n".join([*PARAGRAPHS[:6], *THIRD.split("\n\n")[:5]])


def case(
    texts: dict[str, str], days: dict[str, str] | None = None, **signed: tuple[Credit, ...]
) -> tuple[Lineage, ...]:
    reports = {i: Report(i, t) for i, t in texts.items()}
    readings = {}
    for i in texts:
        day = (days or {}).get(i)
        published = Publication(day, "metadata" if day else "unknown", day, day)
        readings[i] = Reading(i, published, "en", None, None, None, credits=signed.get(i, ()))
    return lineage(reports, readings)


def derived(rows: tuple[Lineage, ...]) -> set[tuple[str, str, str]]:
    return {(r.report, r.origin, r.relation) for r in rows if r.basis == "text" and r.origin}


ONE, TWO = {"a": "2031-03-03", "b": "2031-03-04"}, {"a": "2031-03-04", "b": "2031-03-03"}
CASES = [
    ({"a": WIRE, "b": FRAME.format(WIRE)}, ONE, {("b", "a", "reprint")}, "a reprint in another site's frame"),
    ({"a": FRAME.format(WIRE), "b": WIRE}, TWO, {("a", "b", "reprint")}, "the earlier is the original"),
    ({"a": WIRE, "b": EXCERPT}, ONE, {("b", "a", "excerpt")}, "half of a report is an excerpt of it"),
    ({"a": WIRE, "b": EXCERPT}, None, {("b", "a", "excerpt")}, "without days the fuller one is the original"),
    ({"a": WIRE, "b": REWRITE}, ONE, {("b", "a", "rewrite")}, "every sentence in other words, in the same order"),
    ({"a": WIRE, "b": OTHER}, ONE, set(), "two reporters at one blockade, one quotation in common"),
    ({"a": WIRE, "b": THIRD}, ONE, set(), "another matter in the same town"),
    ({"a": WIRE, "b": ""}, ONE, set(), "an empty report derives from nothing"),
    ({"a": "Boats block Halim harbour", "b": "Boats block Halim port"}, ONE, set(), "like headlines are no copies"),
    (
        {"a": WIRE, "b": WIRE, "c": WIRE},
        {"a": "2031-03-05", "b": "2031-03-03", "c": "2031-03-04"},
        {("a", "b", "reprint"), ("c", "b", "reprint")},
        "three copies have one original, the earliest",
    ),
    (
        {"a": WIRE, "b": THIRD, "c": MIXED},
        {"a": "2031-03-03", "b": "2031-03-03", "c": "2031-03-04"},
        {("c", "a", "rewrite"), ("c", "b", "rewrite")},
        "two reports run together derive from both",
    ),
    (
        {"a": WIRE, "b": THIRD, "c": MIXED},
        None,
        {("c", "a", "rewrite"), ("c", "b", "rewrite")},
        "run together, without days",
    ),
    (
        {"a": WIRE, "b": THIRD, "c": MIXED, "d": FRAME.format(WIRE), "e": REWRITE},
        {"a": "2031-03-03", "b": "2031-03-03", "c": "2031-03-04", "d": "2031-03-05", "e": "2031-03-05"},
        {
            ("c", "a", "rewrite"),
            ("c", "b", "rewrite"),
            ("d", "a", "reprint"),
            ("e", "a", "rewrite"),
        },
        "a composite does not chain its two sources",
    ),
]

LINES = OTHER.split("\n\n")
MARKED = [
    "Boats of the “Blue Gull” cooperative lay side by side between the two lighthouses, and no freighter could leave.",
    "The harbour master, whom crews call “the heron”, closed the northern basin shortly after seven on Thursday.",
    "The fees were doubled in January after what the port calls “a correction” had cost more than was planned.",
]
SAID = [
    "“We shall stay in the mouth of the bay until the minister comes down to us,” the skipper Ada Renn said.",
    "“Nobody asked the crews, and nobody has told them what the money of the port is for,” she said.",
    "“My father fished here and paid nothing, and my son will not be able to pay at all,” she added.",
]
MORE = """

A choir of schoolchildren had been due to welcome the first cruise guests of spring on the quay.

The opera in the old customs house put off its evening performance by an hour.

Two ferries to the islands were sent round the cape and arrived long after dark."""
LIKE = "The port ministry said on Monday that {} fishermen were arrested after the blockade of Halim harbour ended."
PARTS = [
    ({"a": WIRE, "b": "\n\n".join([*LINES[:6], *PARAGRAPHS[1:3]])}, {("b", "a", "rewrite")}, "two lines of seven"),
    ({"a": WIRE, "b": "\n\n".join([*LINES[:6], PARAGRAPHS[1]])}, set(), "one line is a passage in common"),
    (
        {"a": WIRE + MORE, "b": "\n\n".join([*LINES, *THIRD.split("\n\n"), *PARAGRAPHS[1:3]])},
        set(),
        "two lines of fifteen",
    ),
    (
        {"a": "\n\n".join([*MARKED, *PARAGRAPHS[5:]]), "b": "\n\n".join([*LINES[:4], *MARKED])},
        {("b", "a", "rewrite")},
        "a name or a doubted word in marks makes no quotation",
    ),
    (
        {"a": "\n\n".join([*SAID, *PARAGRAPHS[5:]]), "b": "\n\n".join([*LINES[:4], *SAID])},
        set(),
        "three quotations of one speaker are one statement",
    ),
    ({"a": LIKE.format("six"), "b": LIKE.format("nine young")}, {("b", "a", "reprint")}, "a line with a word changed"),
    (
        {
            "a": "Six fishermen were held on Monday after the blockade of Halim harbour had ended, the port ministry said.",
            "b": "The port ministry said six fishermen were arrested on Monday in Halim harbour after the blockade.",
        },
        set(),
        "two reports of one line each tell one event in like words",
    ),
]


@pytest.mark.parametrize(("texts", "expected", "why"), PARTS, ids=[c[-1] for c in PARTS])
def test_what_is_taken_in_part(texts: dict[str, str], expected: set[tuple[str, str, str]], why: str) -> None:
    assert derived(case(texts, ONE)) == expected


@pytest.mark.parametrize(("texts", "days", "expected", "why"), CASES, ids=[c[-1] for c in CASES])
def test_what_derives_from_what(
    texts: dict[str, str], days: dict[str, str] | None, expected: set[tuple[str, str, str]], why: str
) -> None:
    rows = case(texts, days)
    assert derived(rows) == expected
    for row in rows:
        assert 0 <= row.score <= 1
        assert str(row.because).count(":") >= 1
        for report, start, end in row.evidence:
            assert texts[report][start:end].strip() == texts[report][start:end] != ""


def test_a_quotation_in_common_is_marked_and_derives_from_nothing() -> None:
    (row,) = case({"a": WIRE, "b": OTHER}, ONE)
    assert (row.report, row.origin, str(row.because).partition(":")[0]) == ("b", None, "shared-statement")
    shown = {(i, {"a": WIRE, "b": OTHER}[i][s:e]) for i, s, e in row.evidence}
    assert shown == {
        (i, "“We pay for a channel that none of our boats needs,” said Tarek Soll, who heads the fishing cooperative.")
        for i in "ab"
    }


def test_evidence_says_which_lines_were_taken() -> None:
    (row,) = case({"a": WIRE, "b": EXCERPT}, ONE)
    assert {EXCERPT[s:e] for i, s, e in row.evidence if i == "b"} == {EXCERPT}
    assert {WIRE[s:e] for i, s, e in row.evidence if i == "a"} == {EXCERPT}


def test_a_text_printed_everywhere_still_has_one_original() -> None:
    texts = {f"r{i:02}": FRAME.replace("Bay Courier", f"Town {i} Gazette").format(WIRE) for i in range(COMMON + 15)}
    rows = case(texts, {i: f"2031-03-{1 + n // 5:02}" for n, i in enumerate(texts)})
    assert {r.report for r in rows} == set(texts) - {"r00"}
    parents = {r.report: r.origin for r in rows}
    for report in texts:
        seen = [report]
        while seen[-1] in parents:
            seen.append(parents[seen[-1]])
        assert seen[-1] == "r00"


def test_a_site_s_own_words_make_no_kin() -> None:
    about = (
        "The Bay Courier has told the people of the coast what moves them since the first ferry came. "
        "Our reporters work from nine towns and answer to nobody but their readers. "
        "You can reach the desk by letter, by telephone and at the counter in Mole Street."
    )
    own = " ".join(f"w{letter}" for letter in "abcdefghijklmnopqrstuvwxyz") + "."
    texts = {f"r{i}": f"{about}\n\n{own.replace('w', f'w{i}')}" for i in range(COMMON + 5)}
    assert case(texts) == ()


def test_a_region_is_no_part_of_a_text() -> None:
    boiler = "Our reporters work from nine towns and answer to nobody but their readers. " * 3
    texts = {"a": WIRE + "\n\n" + boiler, "b": THIRD + "\n\n" + boiler}
    reports = {i: Report(i, t) for i, t in texts.items()}
    regions = {i: (Region(len(t) - len(boiler), len(t), "boilerplate"),) for i, t in texts.items()}
    bare = {i: Reading(i, Publication(None, "unknown"), "en", None, None, None) for i in texts}
    assert lineage(reports, {i: replace(r, regions=regions[i]) for i, r in bare.items()}) == ()


# -------------------------------------------------------------------------------------- hours, versions, footers


def stamped(texts: dict[str, str], published: dict[str, str], outlet: str = "", url: str = "") -> tuple[Lineage, ...]:
    reports = {i: Report(i, t, outlet=outlet or i, url=url or None, published=published[i]) for i, t in texts.items()}
    days = {i: Publication(p[:10], "metadata", p[:10], p[:10]) for i, p in published.items()}
    return lineage(reports, {i: Reading(i, days[i], "en", None, outlet or i, url or None) for i in texts})


GROWN = {
    "a": "\n\n".join(PARAGRAPHS[:4]),
    "b": "\n\n".join(PARAGRAPHS[:6]),
    "c": "\n\n".join(PARAGRAPHS),
}
HOURS = [
    (
        {"a": "2031-03-03T05:10:00Z", "b": "2031-03-03T12:00:00Z", "c": "2031-03-03T21:00:00Z"},
        {("b", "a"), ("c", "b")},
        "the first of a day is the shortest",
    ),
    (
        {"a": "2031-03-03T09:00:00+09:00", "b": "2031-03-03T06:00:00Z", "c": "2031-03-03T07:00:00+00:00"},
        {("b", "a"), ("c", "b")},
        "clocks of two zones",
    ),
    (
        {"a": "2031-03-03T05:10:00Z", "b": "2031-03-03T12:00:00Z", "c": "2031-03-03"},
        {("a", "c"), ("b", "c")},
        "one that has no clock: the fullest is the original",
    ),
    (
        dict.fromkeys("abc", "2031-03-03T00:00:00"),
        {("a", "c"), ("b", "c")},
        "midnight is no clock",
    ),
]


@pytest.mark.parametrize(("published", "expected", "why"), HOURS, ids=[c[-1] for c in HOURS])
def test_reports_of_one_day_stand_in_the_order_of_their_clocks(
    published: dict[str, str], expected: set[tuple[str, str]], why: str
) -> None:
    assert {(r.report, r.origin) for r in stamped(GROWN, published) if r.origin} == expected


NOTE = "Correction: An earlier version of this article misstated the number of boats."
CORRECTED = {"a": WIRE, "b": WIRE.replace("forty", "fourteen") + "\n\n" + NOTE}
BLOG = "https://ada.example/live/halim"
VERSIONS: list[tuple[dict[str, Report], dict[str, str], str]] = [
    (
        {i: Report(i, t, outlet="X", url=BLOG, published="2031-03-03") for i, t in CORRECTED.items()},
        {"a": "b"},
        "one address, and a note of correction",
    ),
    (
        {i: Report(i, CORRECTED["ab"["ba".index(i)]], outlet="X", url=BLOG, published="2031-03-03") for i in "ab"},
        {"b": "a"},
        "the note tells which is later, whatever their ids",
    ),
    (
        {
            "a": Report("a", WIRE, outlet="X", url=BLOG, published="2031-03-03T09:00:00Z"),
            "b": Report("b", EXCERPT, outlet="X", url="https://www.ada.example/live/halim/?utm_source=x",
                        published="2031-03-03T05:00:00Z"),
        },
        {"b": "a"},
        "a live blog that grew, by the clock",
    ),
    (
        {i: Report(i, WIRE, outlet=i, url=BLOG, published="2031-03-03") for i in "ab"},
        {},
        "two outlets at one address",
    ),
    (
        {"a": Report("a", WIRE, outlet="X", url=BLOG), "b": Report("b", THIRD, outlet="X", url=BLOG)},
        {},
        "a page that holds another matter now",
    ),
    (
        {i: Report(i, WIRE, outlet="X", url="https://ada.example/") for i in "ab"},
        {},
        "a front page is no article",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("reports", "expected", "why"), VERSIONS, ids=[c[-1] for c in VERSIONS])
def test_a_later_version_of_one_address_replaces_the_earlier(
    reports: dict[str, Report], expected: dict[str, str], why: str
) -> None:
    readings = {i: Reading(i, Publication(None, "unknown"), "en", None, r.outlet, r.url) for i, r in reports.items()}
    assert superseded(reports, readings) == expected


def test_a_correction_at_another_address_replaces_what_it_derives_from() -> None:
    reports = {i: Report(i, t, outlet="X", published=f"2031-03-0{n}") for n, (i, t) in enumerate(CORRECTED.items(), 1)}
    readings = {i: Reading(i, Publication(None, "unknown"), "en", None, "X", None) for i in reports}
    rows = lineage(reports, readings)
    assert superseded(reports, readings) == {}
    assert superseded(reports, readings, rows) == {"a": "b"}


def test_the_later_version_derives_from_the_earlier_though_it_is_longer() -> None:
    rows = stamped({"a": EXCERPT, "b": WIRE}, dict.fromkeys("ab", "2031-03-03"), "X", BLOG)
    assert [(r.report, r.origin) for r in rows] == [("b", "a")]


FOOTER = (
    "The Halim Media Group is the largest publisher in the north of the country. It owns four newspapers and two "
    "radio stations. To reach our newsroom please write to the duty editor. Opinions expressed are the authors' own."
)
SCHOOL = "Teachers in Tel Amar stayed at home over unpaid wages. The union counted nine in ten. Pupils went swimming."


def test_a_footer_that_two_reports_of_unrelated_matters_end_with_makes_no_kin() -> None:
    rows = case({"a": f"{SCHOOL}\n\n{FOOTER}", "b": "\n\n".join([*PARAGRAPHS[1:4], FOOTER])}, ONE)
    assert [(r.report, r.origin, r.extent) for r in rows] == [("b", None, "passages")]


def test_a_digest_gives_nothing_to_the_reports_that_it_is_made_of() -> None:
    digest = f"1. {' '.join(PARAGRAPHS[:3])}\n\n2. {' '.join(THIRD.split(chr(10) * 2)[:3])}\n\n3. {SCHOOL}"
    texts = {"a": digest, "b": WIRE, "c": THIRD, "d": FRAME.format(WIRE)}
    pairs = {(r.report, r.origin) for r in case(texts, dict.fromkeys("abcd", "2031-03-03")) if r.origin}
    assert {p for p in pairs if p[1] == "a"} == set()
    assert {("a", "b"), ("a", "c")} & pairs


def test_only_texts_of_two_languages_are_translations() -> None:
    reports = {"a": Report("a", WIRE, language="tr"), "b": Report("b", REWRITE, language="en")}
    readings = {i: Reading(i, Publication(d, "metadata", d, d), reports[i].language or "", None, None, None)
                for i, d in ONE.items()}  # fmt: skip
    assert [r.relation for r in lineage(reports, readings)] == ["translation"]


def test_the_extent_tells_a_whole_text_from_passages() -> None:
    rows = case({"a": WIRE, "b": "\n\n".join([*LINES[:6], *PARAGRAPHS[1:3]]), "c": EXCERPT}, {**ONE, "c": "2031-03-05"})
    assert {(r.report, r.origin): r.extent for r in rows if r.origin} == {("b", "a"): "passages", ("c", "a"): "whole"}


# --------------------------------------------------------------------------------------------------- shingles


def reference(text: str) -> int:
    words = re.findall(r"[^\W_]+", "".join(c.lower() if len(c.lower()) == 1 else c for c in text))
    return len(set(zip(words, words[1:], words[2:], strict=False)))


def of_each(texts: list[str]) -> list[frozenset[int]]:
    hashes, owners = shingles(texts)
    return [frozenset(hashes[owners == i].tolist()) for i in range(len(texts))]


@given(st.lists(st.text(max_size=80), max_size=5))
def test_a_text_has_the_same_shingles_whatever_stands_beside_it(texts: list[str]) -> None:
    assert of_each(texts) == [of_each([t])[0] for t in texts]


@given(
    st.lists(
        st.sampled_from(["Alpha", "beta,", "GAMMA", "delta.", "épée", "Ünder", "42", "x2"]), min_size=3, max_size=30
    )
)
def test_case_and_marks_do_not_matter(words: list[str]) -> None:
    loud = " — ".join(w.upper() for w in words)
    assert of_each([" ".join(words)]) == of_each([loud])


def test_about_half_of_all_3_grams_are_kept() -> None:
    text = " ".join(f"w{i * i % 997}" for i in range(4000))
    assert 0.4 < len(of_each([text])[0]) / reference(text) < 0.6


@given(st.lists(st.sampled_from([WIRE, OTHER, REWRITE, THIRD, EXCERPT, ""]), max_size=6))
def test_candidates_are_pairs_in_order_and_copies_are_among_them(texts: list[str]) -> None:
    pairs = {(a, b) for a, b, _ in candidates(texts).pairs}
    assert all(0 <= a < b < len(texts) for a, b in pairs)
    assert pairs >= {(a, b) for b in range(len(texts)) for a in range(b) if texts[a] == texts[b] != ""}


@settings(max_examples=20)
@given(st.permutations(["wire", "other", "rewrite", "third", "mixed"]))
def test_order_does_not_matter(order: list[str]) -> None:
    texts = {"wire": WIRE, "other": OTHER, "rewrite": REWRITE, "third": THIRD, "mixed": MIXED}
    assert case({name: texts[name] for name in order}) == case(texts)


@given(st.lists(st.text(max_size=120), max_size=4))
def test_odd_texts_are_no_trouble(texts: list[str]) -> None:
    rows = case({f"r{i}": t for i, t in enumerate(texts)})
    assert all(r.report != r.origin for r in rows)


# ----------------------------------------------------------------------------------------------------- credits


def reading(outlet: str | None, *told: tuple[CreditRole, str, int]) -> Reading:
    signed = tuple(Credit(at, at + 5, None, role, name) for role, name, at in sorted(told, key=lambda t: t[2]))
    return Reading("a", Publication(None, "unknown"), "en", None, outlet, None, credits=signed)


CREDITS: list[tuple[Reading, str | None, str]] = [
    (reading(None), None, "no credit, no origin"),
    (reading("Track P", ("republished", "Asharq Al-Awsat", 2000)), "Asharq Al-Awsat", "a line under the text"),
    (reading(None, ("photo", "AFP", 100)), None, "a picture's agency did not write the text"),
    (reading("X", ("cited", "Reuters", 1500)), None, "citing a wire for one claim is no derivation"),
    (reading("X", ("interview", "Reuters", 1500)), None, "nor is one official who told a wire"),
    (reading(None, ("interview", "Reuters", 1500)), None, "an agency's words stand everywhere"),
    (reading(None, ("interview", "Al Jazeera", 1500)), "Al Jazeera", "one interview in a text without an outlet"),
    (reading("X", ("interview", "Al Jazeera", 1500)), None, "one interview, late, in an outlet's own text"),
    (reading("X", ("interview", "The Arab Weekly", 100)), "The Arab Weekly", "one in the lead"),
    (
        reading(None, *(("interview", "Al-Hurra", n) for n in (600, 1200, 2000, 2800)), ("interview", "Reuters", 4500)),
        "Al-Hurra",
        "four interviews outweigh one",
    ),
    (reading(None, ("interview", "Axios", 900), ("interview", "Al-Hurra", 1200)), None, "one each tells nothing"),
    (reading("Al Jazeera", *(("interview", "Al Jazeera Net", n) for n in (1, 2, 3))), None, "its own interviews"),
    (reading("X", ("cited", "AP", 900), ("republished", "AFP", 2000)), "AFP", "the line outweighs a citation"),
    (reading(None, ("interview", "Halim Herald", 900)), "Halim Herald", "an outlet that nobody knows is its own house"),
]


def signed(because: str, outlet: str, at: int = 10) -> Credit:
    return Credit(at, at + 5, None, "republished", outlet, Reason.of_text(because))


EVIDENCE: list[tuple[Report, str, tuple[Credit, ...], str | None, str]] = [
    (Report("a", "x", outlet="Elm Echo"), "Elm Echo", (signed("dateline:ELM (AP) —", "AP"),), "AP", "a dateline"),
    (
        Report("a", "x" * 3000, outlet="X"),
        "X",
        tuple(Credit(n, n + 5, None, "interview", "Al Jazeera") for n in (100, 300, 900)),
        None,
        "what people told another outlet covers their words alone, where the container names an outlet",
    ),
    (
        Report("a", "x" * 3000, url="https://www.bbc.com/news/elm"),
        "BBC",
        tuple(Credit(n, n + 5, None, "interview", "Al Jazeera") for n in (100, 300, 900)),
        None,
        "and where the address is known",
    ),
    (
        Report("a", "x" * 3000),
        "Washington Times",
        (signed("dateline:ELM (AP) —", "AP"), signed("copyright:© Washington Times", "Washington Times", 2000)),
        "AP",
        "a site's own copyright does not outweigh an agency's dateline",
    ),
    (Report("a", "x"), "AFP", (signed("dateline:ELM (AFP) —", "AFP"),), None, "an agency's own report"),
    (
        Report("a", "x"),
        "X",
        (signed("syndication-credit:AP", "AP"), signed("syndication-credit:AFP", "AFP", 20)),
        None,
        "two agencies in one line: neither's",
    ),
    (Report("a", "x", outlet="X", author="Ada Brown, Associated Press"), "X", (), "Associated Press", "the author"),
    (Report("a", "x", outlet="X", author="Ada Brown"), "X", (), None, "an author of no known outlet"),
    (
        Report("a", "x", outlet="Fox News", url="https://m.washingtontimes.com/elm"),
        "Fox News",
        (),
        "Washington Times",
        "an address of another newspaper than the outlet given",
    ),
    (
        Report("a", "x", outlet="Reuters", url="https://news.yahoo.com/elm"),
        "Reuters",
        (),
        None,
        "a portal that carries an agency",
    ),
    (
        Report("a", "x" * 3000),
        "",
        (
            Credit(10, 15, None, "interview", "CNN"),
            Credit(90, 95, None, "cited", "CNN", Reason.of_text("party:denied CNN")),
        ),
        None,
        "an outlet whose report somebody denies is a party to the matter",
    ),
]


@pytest.mark.parametrize(("report", "outlet", "credits_", "origin", "why"), EVIDENCE, ids=[c[-1] for c in EVIDENCE])
def test_whose_the_whole_text_is_by_its_evidence(
    report: Report, outlet: str, credits_: tuple[Credit, ...], origin: str | None, why: str
) -> None:
    read = Reading("a", Publication(None, "unknown"), "en", None, outlet or None, report.url, credits=credits_)
    rows = lineage({"a": report}, {"a": read})
    assert [r.origin for r in rows] == ([origin] if origin else [])
    assert all(r.extent == "whole" and str(r.because).count(":") for r in rows)


def test_an_outlet_is_shown_as_its_credits_write_it() -> None:
    text = "ELM (AP) — Boats left. Associated Press writers Ada Brown contributed."
    full = text.index("Associated")
    told = (
        signed("dateline:ELM (AP) —", "AP", 5),
        Credit(full, full + 16, None, "republished", "AP", Reason.of_text("own-writers:x")),
    )
    told = (replace(told[0], end=7), told[1])
    (row,) = case({"a": text}, None, a=told)
    assert row.origin == "Associated Press"
    assert house(row.origin) == "AP"


def test_an_abbreviation_is_shown_as_another_report_spells_it() -> None:
    texts = {"a": "ELM (AP) — Boats left.", "b": "Boats left, the Associated Press said."}
    told = {
        "a": (Credit(5, 7, None, "republished", "AP", Reason.of_text("dateline:ELM (AP) —")),),
        "b": (Credit(16, 32, None, "cited", "AP", Reason.of_text("cited:AP said")),),
    }
    (row,) = case(texts, None, **told)
    assert row.origin == "Associated Press"
    (row,) = case({"a": texts["a"]}, None, a=told["a"])
    assert row.origin == "AP"


@pytest.mark.parametrize(("read", "origin", "why"), CREDITS, ids=[c[-1] for c in CREDITS])
def test_the_outlet_a_report_was_first_published_by(read: Reading, origin: str | None, why: str) -> None:
    rows = lineage({"a": Report("a", "x" * 5000)}, {"a": read})
    assert [r.origin for r in rows] == ([origin] if origin else [])
    assert all(r.relation == "republished" and r.evidence and r.basis in {"credit", "interview"} for r in rows)


def test_the_row_from_credits_is_the_last_of_its_report() -> None:
    rows = case({"a": WIRE, "b": FRAME.format(WIRE)}, ONE, b=(Credit(0, 5, None, "republished", "Reuters"),))
    assert [(r.report, r.origin) for r in rows] == [("b", "a"), ("b", "Reuters")]


# ------------------------------------------------------------------------------------------- outlets and families

OUTLETS = lexicon("outlets")
NAMES = {row[0] for row in OUTLETS}


def test_every_outlet_says_its_house_its_kind_and_why() -> None:
    assert [row for row in OUTLETS if len(row) < 4 or not all(row[:4])] == []


def test_every_house_is_an_outlet_and_its_own_head() -> None:
    heads = {row[1] for row in OUTLETS}
    own = {row[0] for row in OUTLETS if row[0] == row[1]}
    assert heads - own == set()


def test_no_merge_is_without_a_reason() -> None:
    assert [row[0] for row in OUTLETS if row[0] != row[1] and row[3] == "own name"] == []
    assert [row[0] for row in OUTLETS if row[0] == row[1] and row[3] != "own name"] == []


def test_no_host_is_of_two_houses() -> None:
    of: dict[str, set[str]] = {}
    for row in OUTLETS:
        for host in row[4].split(",") if len(row) > 4 else ():
            of.setdefault(host, set()).add(row[1])
    assert {host: houses for host, houses in of.items() if len(houses) > 1} == {}


@pytest.mark.parametrize("row", OUTLETS, ids=[row[0] for row in OUTLETS])
def test_no_entry_is_dead(row: tuple[str, ...]) -> None:
    assert house(row[0]) == row[1]
    assert is_known(f"the {row[0]}") or row[0].lower().startswith("the ")


def test_an_outlet_that_is_not_known_is_its_own_house() -> None:
    assert house(" Halim Herald ") == "Halim Herald"
    assert not is_known("Halim Herald")
    assert is_agency("agence france-presse")
    assert not is_agency("Al-Hurra")


# --------------------------------------------------------------------------------------------- development sets


@pytest.mark.shared
def test_translations_of_one_report_are_kin_and_other_outlets_reports_of_the_event_are_not(shared: Path) -> None:
    path = shared / "data/lineage/wmt_hard_stories.jsonl"
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    found = case({r["id"]: "\n".join(r["segments"]) for r in rows})
    root = {r["id"]: r["id"] for r in rows}
    parent = {r.report: r.origin for r in found if r.origin}
    for i in root:
        while root[i] in parent:
            root[i] = parent[root[i]]
    roots: dict[str, set[str]] = {}
    for r in rows:
        roots.setdefault(r["origin"], set()).add(root[r["id"]])
    assert sum(len(held) for held in roots.values()) == len(roots)
    assert len(set.union(*roots.values())) == len(roots)


@pytest.mark.shared
def test_independent_reports_of_the_development_set_are_kept_apart(shared: Path) -> None:
    lines = (shared / "data/lineage/reports.jsonl").read_text("utf-8").splitlines()
    rows = [r for line in lines[:150] if (r := json.loads(line))]
    gold = {r["id"]: set(r["origins"]) for r in rows}
    found = case({r["id"]: r["text"] for r in rows}, {r["id"]: r["date"] for r in rows if r["date"]})
    pairs = [(r.report, r.origin) for r in found if r.origin in gold]
    assert len(pairs) > 50
    assert [p for p in pairs if not gold[p[0]] & gold[p[1]]] == []
