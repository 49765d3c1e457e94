"""What a reader in a hurry sees first: whose words the reports have, which lines tell most, who is silent."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import made_story
from rashomon.case import Case
from rashomon.exports.account import Account, Chapter, Dispute, Figure, Half, Line, Side, _overtaken_first, account
from rashomon.exports.deeds import weight
from rashomon.exports.in_words import Voice, silence, told_by, value, who
from rashomon.exports.lookup import Quote, telling_quote
from rashomon.exports.overview import Overview, bracketed, overview, turn
from rashomon.exports.tellings import families
from rashomon.exports.terminal import terminal
from rashomon.formats import export
from rashomon.formats.html import page
from rashomon.records import ChronicleEntry, Event, Lineage, Reason, Stance
from rashomon.web import folder


def came(
    report: str, origin: str | None, relation: str = "reprint", score: float = 0.9, basis: str = "text"
) -> Lineage:
    return Lineage(report, origin, relation, basis, score, ())  # type: ignore[arg-type]


OUTLETS = {"a": "Gulf Courier", "b": "Harbour Post", "c": "Mirror", "d": "Gulf Courier"}
FAMILIES = [
    ("abc", [], {"Gulf Courier": "a", "Harbour Post": "b", "Mirror": "c"}, "three outlets that copy nobody"),
    ("ad", [], {"Gulf Courier": "ad"}, "one outlet twice"),
    ("abc", [came("b", "a"), came("c", "b")], {"Gulf Courier": "abc"}, "a copy of a copy"),
    ("ab", [came("b", "a", "rewrite", 0.9)], {"Gulf Courier": "ab"}, "rewritten whole"),
    ("ab", [came("b", "a", "rewrite", 0.3)], {"Gulf Courier": "a", "Harbour Post": "b"}, "rewritten in part"),
    ("ab", [came("a", "Levant Wire", "republished", basis="credit"), came("b", "Levant Wire", "republished", basis="credit")], {"Levant Wire": "ab"}, "one wire credited by two"),
    ("ab", [came("b", "a"), came("b", "Levant Wire", "republished", 1.0, "credit")], {"Gulf Courier": "ab"}, "the text tells more than a credit"),
    ("ab", [came("b", None, "excerpt")], {"Gulf Courier": "a", "Harbour Post": "b"}, "a passage in common is no family"),
    ("ac", [came("a", "MIRROR", "republished", basis="credit")], {"Mirror": "ac"}, "a credit in other letters is the outlet that we hold"),
    ("ab", [came("a", "b"), came("b", "a")], {"Harbour Post": "a", "Gulf Courier": "b"}, "a circle ends where it closes"),
]  # fmt: skip


@pytest.mark.parametrize(("reports", "derived", "found", "why"), FAMILIES, ids=[f[-1] for f in FAMILIES])
def test_reports_with_one_outlets_words_are_one_family(reports, derived, found, why) -> None:
    assert families(reports, OUTLETS, derived) == {name: list(of) for name, of in found.items()}


@given(st.lists(st.tuples(st.sampled_from("abcd"), st.sampled_from("abcd")), max_size=6))
def test_every_report_is_in_one_family(rows: list[tuple[str, str]]) -> None:
    found = families("abcd", OUTLETS, [came(*row) for row in rows])
    assert sorted(r for of in found.values() for r in of) == list("abcd")


ENTRY = ChronicleEntry("e", "2024-03-10", "Gunmen attacked the depot.", (), (), (1, 1), ())
EVENT = Event("e1", "ASSAULT", (0, 1), (), (), None, None, Reason.of_text(""), "asserted", None, (0, 1))
HEAVIER = [
    ({}, {"title": "and then attacked the depot."}, "a sentence before a fragment"),
    ({"independent_origins": (3, 3)}, {}, "three sure voices before one"),
    ({"conflicts": ("x",)}, {}, "disputed before undisputed"),
    ({}, {"date": None}, "dated before undated"),
    ({}, {"date": "2024-01-01/2024-12-31"}, "a day before a year"),
    ({}, {"date": "2024-03"}, "a day before a month"),
    ({}, {"title": "He attacked the depot."}, "a name before a pronoun"),
]


@pytest.mark.parametrize(("more", "less", "why"), HEAVIER, ids=[h[-1] for h in HEAVIER])
def test_what_tells_more_weighs_more(more, less, why) -> None:
    events = [(EVENT, True)]
    assert weight(replace(ENTRY, **more), events, 1) > weight(replace(ENTRY, **less), events, 1)


def test_more_reports_named_parties_and_deeds_weigh_more() -> None:
    assert weight(ENTRY, [(EVENT, True)], 2) > weight(ENTRY, [(EVENT, True)], 1)
    assert weight(ENTRY, [(EVENT, False)], 9) < 0 < weight(ENTRY, [(EVENT, True)], 1)
    assert weight(ENTRY, [(replace(EVENT, type="CONSULT"), True)], 1) < weight(ENTRY, [(EVENT, True)], 1)


def line(n: int, heavy: int = 1, title: str = "", period: str = "story") -> Line:
    return Line(
        f"e{n}",
        f"2024-03-{n % 27 + 1:02}",
        title or f"Line {n}.",
        period,
        (1, 1),
        ("a",),
        (),
        (),
        (),
        (),
        "",
        weight=heavy,
    )


def chapter_of(lines, *disputes: Dispute, **more) -> Chapter:
    return Chapter("s1", "A title", "2024-03-10", "2024-03-12", (), (), 0, tuple(lines), disputes, **more)


def shown(told: Overview) -> list[str]:
    parts = (told.lines, told.ahead, told.background, told.corrected, [x for p in told.parties for x, _ in p.lines])
    return [x.id for part in parts for x in part]


def test_the_ten_that_rank_first_are_shown_by_day() -> None:
    lines = [replace(line(n), rank=n + 1) for n in range(40)]
    told = overview(chapter_of(lines))
    assert {x.id for x in told.lines} == {f"e{n}" for n in range(10)}
    assert [x.date for x in told.lines] == sorted(x.date or "" for x in told.lines)
    assert (told.heading, told.rest, told.told_often) == ("In ten lines", 30, 0)


def test_without_a_rank_what_most_reports_tell_comes_first() -> None:
    lines = [replace(line(n, n % 7), reports=tuple("abc"[: n % 3 + 1])) for n in range(40)]
    told = overview(chapter_of(lines))
    assert min(len(x.reports) for x in told.lines) == 3
    assert told.rest == 30


def test_a_sentence_is_shown_once_and_a_fragment_only_where_there_is_nothing_else() -> None:
    assert shown(overview(chapter_of([line(1, 2, "Same."), line(2, 1, "Same."), line(3, -10)]))) == ["e1"]
    assert shown(overview(chapter_of([line(3, -10)]))) == ["e3"]
    assert overview(chapter_of([])) == Overview(year="2024")


def test_what_a_person_corrected_is_always_shown() -> None:
    corrected = replace(line(99, -10), corrections=("j1",))
    told = overview(chapter_of([*(line(n, 5) for n in range(30)), corrected]))
    assert told.corrected == (corrected,)


KINDS = st.sampled_from(["event", "finding", "position", "plan", "background"])
LINES = st.lists(
    st.builds(line, st.integers(0, 99), st.integers(-10, 9), st.sampled_from(["", "A.", "B."]), st.sampled_from(["story", "ahead", "background"])).flatmap(
        lambda x: st.builds(lambda rank, kind: replace(x, rank=rank, kind=kind), st.integers(0, 60), KINDS)
    ),
    max_size=60,
    unique_by=lambda x: x.id,
)  # fmt: skip


@given(LINES)
def test_every_line_is_shown_once_or_counted(lines: list[Line]) -> None:
    told = overview(chapter_of(lines))
    ids = shown(told)
    assert len(ids) == len(set(ids)) <= 40
    assert len(ids) + told.rest == len(lines)
    assert bool(ids) <= bool(lines)


def half(*who: str, claim: str = "", day: str | None = None) -> Half:
    return Half(who, "words", (Quote("a", "A", 0, 5, "words", day),), (claim,))


OPEN = Dispute("x1", "denial", (), "", halves=(half("A", claim="k1"), half("B", claim="k2")), rank=2)
LATER = replace(OPEN, id="x2", status="superseded", rank=1, halves=(half("A", claim="k1", day="2024-03-10"), half("B", claim="k2", day="2024-03-12")))  # fmt: skip
SAME_DAY = replace(LATER, halves=(half("A", claim="k1", day="2024-03-12"), LATER.halves[1]))
K1 = Side("k1", "One.", (1, 1), (), (), (), "")
OUTCOMES = [
    ("k1", (OPEN,), "✗ disputed (denied, no. 1)", "open"),
    ("k1", (OPEN, LATER), "✗ disputed (denied, no. 1)", "one open is enough"),
    ("k1", (LATER,), "↻ later otherwise (12 Mar)", "its own side was overtaken"),
    ("k1", (SAME_DAY,), "↻ told otherwise", "of one day nobody knows which came first"),
    ("k2", (LATER,), "✓ settled", "the other side was"),
    ("k1", (OPEN, replace(OPEN, id="x3", rank=1, kind="number")), "✗ disputed (number, no. 1; denied, no. 2)", "numbered by rank"),
    ("k1", (), None, "none"),
]  # fmt: skip


@pytest.mark.parametrize(("claim", "disputes", "says", "why"), OUTCOMES, ids=[o[-1] for o in OUTCOMES])
def test_a_line_bears_one_mark(claim, disputes, says, why) -> None:
    own = replace(line(1), claims=(replace(K1, id=claim),), disputes=tuple(d.id for d in disputes))
    found = overview(chapter_of([own], *disputes)).outcome(own)
    assert (f"{found.sign} {found.says}" if found else None) == says


def test_disputes_come_by_rank_and_five_are_shown() -> None:
    disputes = [replace(OPEN, id=f"x{n}", rank=20 - n) for n in range(9)]
    told = overview(chapter_of([], *disputes, LATER))
    assert [d.rank for d in told.disputes] == [12, 13, 14, 15, 16]
    assert (told.still, told.otherwise) == (9, (LATER,))


def test_positions_stand_under_who_takes_them() -> None:
    abt = Voice("Omar Abt", "named_person", True, (), (), "the union")
    lines = [
        replace(line(n), kind="position", title=title, voices=(abt,) if n < 3 else ())
        for n, title in enumerate(
            ("[Abt:] We will not yield.", "No talks.", "Never.", "[Brandt:] We will sue.", "Nobody.")
        )
    ]
    told = overview(chapter_of([replace(line(9), rank=1), *lines]))
    assert [(p.name, [(x.title, who) for x, who in p.lines]) for p in told.parties] == [
        ("the union", [("We will not yield.", "Omar Abt"), ("No talks.", "Omar Abt"), ("Never.", "Omar Abt")]),
        ("Brandt", [("We will sue.", "")]),
    ]


def test_who_is_heard_in_most_reports_comes_first_with_what_is_disputed() -> None:
    def said(n: int, title: str, party: str, **more: Any) -> Line:
        kind = "outlet" if party == "Post" else "institution"
        return replace(line(n), kind="position", title=title, voices=(Voice(party, kind, True, (), ()),), **more)

    lines = [
        said(1, "Once.", "the guild"),
        said(2, "It is late.", "the union"),
        said(3, "Late it is.", "the union"),
        said(4, "It is never late.", "the union", disputes=("x",)),
        said(5, "We left.", "the union", reports=("a", "b", "c")),
        said(6, "The guild is at a loss.", "Post", reports=("a", "b", "c", "d")),
    ]
    told = overview(chapter_of([replace(line(9), rank=1), *lines]))
    assert [(p.name, [x.title for x, _ in p.lines]) for p in told.parties] == [
        ("the union", ["It is never late.", "We left."]),
        ("the guild", ["Once."]),
    ], "an outlet is no party, and what is told already is left out"


def test_a_value_that_several_tell_stands_once() -> None:
    quote = Quote("r", "The Paper", 0, 1, "", "", "")
    points = [("11", "d1", "Abt", quote), ("at least 46", "d2", "", quote), ("46", "d3", "Brandt", quote)]
    changing = Figure("f1", "people dead", tuple(points))
    level = Figure("f2", "people held", tuple(points[1:]))
    (told,) = overview(replace(chapter_of([line(1)]), figures=(level, changing))).figures
    assert [(value, as_of, voice) for value, as_of, voice, _ in told.points] == [
        ("11", "d1", "Abt"),
        ("at least 46", "d2", "The Paper and 1 more"),
    ], "and of what stays the same no time is told"


VOICES = [
    ([("A", "named_person"), ("B", "outlet")], "A; B", "a person and an outlet"),
    ([(f"O{n}", "outlet") for n in range(8)], "8 outlets", "many outlets are counted"),
    ([(f"P{n}", "institution") for n in range(6)], "P0; P1; P2; P3; 2 more", "many people are cut"),
    ([("unnamed", "anonymous")], "somebody not named", "nobody is named"),
    ([], "", "nobody"),
]  # fmt: skip


@pytest.mark.parametrize(("named", "said", "why"), VOICES, ids=[v[-1] for v in VOICES])
def test_who_says_it_in_a_few_words(named, said, why) -> None:
    assert told_by([Voice(name, kind, True, (), ()) for name, kind in named]) == said


def test_one_voice_alone_tells_where_it_stands() -> None:
    assert told_by([Voice("Abt", "named_person", True, (("Wire", "Post"), ("Mirror",)), ())]) == "Abt (in Wire, Mirror)"
    assert told_by([Voice("Abt", "named_person", True, (("Wire",),), ())], "[Abt:] We left.") == "in Wire"


VALUES = [((43, 43), "43"), ((20, None), "at least 20"), ((None, 5), "at most 5"), ((90, 110), "90–110"), ((0, 0), "0"), ((1500, 1500), "1,500"), ((0.5, 0.5), "0.5"), ((None, None), "")]  # fmt: skip


@pytest.mark.parametrize(("told", "said"), VALUES)
def test_a_value_in_words(told, said) -> None:
    assert value(told) == said


def test_what_was_added_is_told_apart() -> None:
    assert bracketed("[Abt:] He left [on 3 May] at noon") == [
        ("[Abt:]", True),
        (" He left ", False),
        ("[on 3 May]", True),
        (" at noon", False),
    ]


def test_a_side_told_first_was_overtaken() -> None:
    early, late = half("A", day="2024-03-10"), half("B", day="2024-03-12")
    assert _overtaken_first((late, early)) == (early, late)
    assert _overtaken_first((half("C"), early)) == (early, half("C"))
    by = Reason("denied").then(Reason("admitted", "r7"))
    assert _overtaken_first((late, early), by.then(Reason("given up", "1"))) == (late, early), "it told so last"
    assert _overtaken_first((early, late), by.then(Reason("given up", "2"))) == (late, early)


TURNS = [
    (half("A", day="2024-03-10"), half("B", day="2024-03-12"), "later, 12 Mar, ", "a later day"),
    (half("A", day="2024-03-12"), half("A", day="2024-03-12"), "later, 12 Mar, ", "who told the one tells the other now"),
    (half("A"), half("A"), "later, ", "the same, without a day"),
    (half("A", "C"), half("B", "C", day="2024-03-12"), "later, 12 Mar, ", "one of them told both"),
    (half("A", day="2024-03-12"), half("B", day="2024-03-12"), "against it, 12 Mar, ", "another voice of the same day"),
    (half("A", day="2024-03-12"), half("B", day="2024-03-10"), "against it, 10 Mar, ", "what holds was told before"),
    (half("A", day="2024-03-12"), half("A", day="2024-03-10"), "against it, 10 Mar, ", "so by one voice too"),
    (half("A"), half("B", day="2024-03-12"), "against it, 12 Mar, ", "nobody knows when the first was told"),
    (half("A", day="2024-03-12"), half("B"), "against it, ", "nor when the second was"),
    (half(), half(), "against it, ", "two who are not named may be two"),
]  # fmt: skip


@pytest.mark.parametrize(("before", "after", "said", "why"), TURNS, ids=[t[-1] for t in TURNS])
def test_later_is_only_said_of_what_came_later(before, after, said, why) -> None:
    assert turn(before, after, "2024") == said


IN_ORDER = (
    "dam at orsa gives way",
    "1–4 jun 2031",
    "3 reports, 3 outlets; no copies among them",
    "in ten lines",
    "the dam at orsa gave way on sunday",
    "no one warned the valley",
    "✗ disputed (denied, no. 1",
    "↻ later otherwise (4 jun)",
    "voices: how many tell it independently",
    "open disputes (8)",
    "residents",
    "sirens sounded at four",
    "3 more",
    "first told otherwise",
    "nobody was hurt",
    "later, 4 jun, the county: thirty-one people were killed",
    "figures in time",
    "people killed at orsa",
    "what the parties say",
    "ila brandt",
    "“we will sue the owner,”",
    "norra power",
    "the owner deserves no blame",
    "announced, threatened, expected",
    "inspectors are to arrive on thursday",
    "background",
    "the dam was built in 1961",
    "rashomon gives no verdict",
)


def faces(folder_: Path) -> list[str]:
    """The story as each face has it, in small letters."""
    with Case(folder_ / "orsa.case") as case:
        made_story.keep(case)
        shown = [
            terminal(account(case), 100),
            export(case, "markdown", folder_ / "orsa.md").read_text("utf-8"),
            text_of(page(account(case))),
            text_of((folder(case, folder_ / "pages")).read_text("utf-8")),
        ]
    words = (" ".join(face.replace("\\", "").replace("*", "").split()).lower() for face in shown)
    return [re.sub(r" (?=[,:])", "", face) for face in words]


def test_no_face_calls_later_what_was_told_on_one_day(tmp_path, monkeypatch) -> None:
    same = next(r for r in made_story.READINGS if r.report == "dawn").published
    monkeypatch.setattr(made_story, "READINGS", [replace(r, published=same) for r in made_story.READINGS])
    for words in faces(tmp_path):
        assert "against it, 4 jun, " in words
        assert "later" not in words


def test_every_face_shows_a_story_whole_in_one_order(tmp_path) -> None:
    for words in faces(tmp_path):
        at = 0
        for mark in IN_ORDER:
            assert mark in words[at:], (mark, words[:200])
            at = words.index(mark, at)


def text_of(page_: str) -> str:
    return unescape(re.sub(r"<(?:style|script)[^>]*>.*?</(?:style|script)>|<[^>]+>", " ", page_, flags=re.DOTALL))


SAYS = Stance("Gulf Courier", "says", True, (("a", "a1"),))
SILENCES = [
    ((SAYS,), (), 0, "Gulf Courier says", "one says"),
    ((SAYS, replace(SAYS, outlet="Mirror")), (), 0, "Gulf Courier, Mirror say", "two say"),
    ((SAYS, replace(SAYS, outlet="Wire", stance="denies")), ("Post",), 1, "Gulf Courier says · Wire denies · Post does not tell it", "one denies, one is silent"),
    ((replace(SAYS, stance="hedges"),), (), 0, "Gulf Courier leaves it open", "left open"),
    ((), tuple("abcdefg"), 30, "a, b, c, d and 26 more do not tell it", "many are silent"),
    ((), (), 0, "", "nothing is known"),
]  # fmt: skip


@pytest.mark.parametrize(("stances", "silent", "number", "said", "why"), SILENCES, ids=[s[-1] for s in SILENCES])
def test_who_says_and_who_is_silent(stances, silent, number, said, why) -> None:
    assert silence(stances, silent, number) == said


def test_the_name_shown_is_the_one_given() -> None:
    assert (
        silence((SAYS,), ("r7",), 1, lambda name: {"r7": "Harbour Post"}.get(name, name))
        == "Gulf Courier says · Harbour Post does not tell it"
    )


WEAK = [
    ("person", "in-passing: the statement is about something else", "Abt, mentioning it in passing"),
    ("anonymous", "in-passing: the statement is about something else", "Abt (unnamed), mentioning it in passing"),
    ("outlet", "recalled: what is long past", "Abt, recalling it"),
    ("person", "person:Abt", "Abt (may be a voice named elsewhere)"),
]


@pytest.mark.parametrize(("kind", "because", "said"), WEAK)
def test_a_weak_voice_says_that_it_is_one(kind: str, because: str, said: str) -> None:
    assert who(Voice("Abt", kind, False, (), (Reason.of_text(because),))) == said


@pytest.mark.parametrize(("latest", "said"), [("2024-03-11", "by 11 Mar"), (None, "undated")])
def test_what_has_no_day_is_told_by_when_on_every_face(latest: str | None, said: str) -> None:
    told = Account("case", (chapter_of([replace(line(1), date=None, latest=latest)]),), 2, 2, ())
    assert said in terminal(told, 100)
    assert re.search(rf">{said}( 2024)?</time>", page(told))


def test_a_story_opens_with_what_it_is_and_ends_with_where_accounts_differ() -> None:
    side = Side(
        "k1", "The depot burned.", (1, 1), ("a", "b"), (), (), "", stances=(SAYS,), silent=("Post",), silent_outlets=1
    )
    lines = [replace(line(n), claims=(side,), disputes=("x1",) if n == 1 else ()) for n in range(30)]
    lines += [line(40, 1, "Rain may come.", "ahead"), line(41, 1, "War was long ago.", "background")]
    chapter = Chapter(
        "s1", "A depot burns", "2024-03-10", "2024-03-12",
        (("a", "Gulf Courier", None), ("b", "Wire", None)), tuple((came(f"b{n}", "a"), "Gulf Courier") for n in range(20)) * 2, 1, tuple(lines),
        (Dispute("x1", "cause", (side,), ""),), (("Gulf Courier", ("a", "b")),),
    )  # fmt: skip
    told = Account("case", (chapter,), 2, 2, ())
    text = terminal(told, 100)
    marks = ["A depot burns", "10–12 Mar 2024", "2 reports, 2 outlets", "IN TEN LINES", "OPEN DISPUTES (1)", "1  cause  x1",
             "ANNOUNCED, THREATENED, EXPECTED", "Rain may come.", "BACKGROUND", "War was long ago.", "20 lines more"]  # fmt: skip
    at = [text.index(mark) for mark in marks]
    assert at == sorted(at)
    words = page(told)
    assert all(f'id="{x.id}"' in words for x in lines)
    assert "Gulf Courier says · Post does not tell it" in words
    whole = terminal(told, 100, everything=True)
    assert all(x.id in whole for x in lines)
    assert "lines more" not in whole
    assert "Post does not tell it" in whole
    assert "accounts differ: cause x1" in whole
    assert whole.count("reprint from") == 20


TELLING = [
    (("The minister left.", "He denied the raid."), "denied: raid", "He denied the raid.", "the words of the rule"),
    (("The minister left.", "He went."), "denied: raid", "The minister left.", "the first where none tells"),
    (("He went. " * 20 + "He denied the raid.", "no raid took place"), "denied: raid", "no raid took place", "what is read at once"),
    (("19 died.", "At least 30 died."), "figures: 30 or 19 dead", "19 died.", "figures count as words"),
]  # fmt: skip


@pytest.mark.parametrize(("texts", "because", "shown", "why"), TELLING, ids=[t[-1] for t in TELLING])
def test_a_dispute_shows_the_quotation_that_tells(texts, because, shown, why) -> None:
    quote = telling_quote([Quote("a", "A", 0, len(t), t) for t in texts], Reason.of_text(because))
    assert quote is not None
    assert quote.text == shown
    assert telling_quote([], Reason.of_text(because)) is None
