"""What a reader in a hurry sees first: whose words the reports have, which lines tell most, who is silent."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.exports.account import Account, Chapter, Dispute, Line, Side, Voice
from rashomon.exports.choice import choice
from rashomon.exports.families import families
from rashomon.exports.lookup import Quote
from rashomon.exports.most_told import most_told
from rashomon.exports.page import page
from rashomon.exports.silence import silence
from rashomon.exports.telling_quote import telling_quote
from rashomon.exports.terminal import terminal
from rashomon.exports.weight import weight
from rashomon.exports.who import who
from rashomon.records import ChronicleEntry, Event, Lineage, Stance


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
EVENT = Event("e1", "ASSAULT", (0, 1), (), (), None, None, "", "asserted", None, (0, 1))
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


def test_the_heaviest_lines_are_chosen_and_keep_their_order() -> None:
    lines = [line(n, n % 7) for n in range(40)]
    shown = choice(lines)
    assert len(shown) == 9
    assert list(shown) == [x for x in lines if x in shown]
    assert min(x.weight for x in shown) >= max(x.weight for x in lines if x not in shown)


def test_a_sentence_is_shown_once_and_a_fragment_only_where_there_is_nothing_else() -> None:
    assert [x.id for x in choice([line(1, 2, "Same."), line(2, 1, "Same."), line(3, -10)])] == ["e1"]
    assert [x.id for x in choice([line(3, -10)])] == ["e3"]
    assert choice([]) == ()


def test_what_a_person_corrected_is_always_shown() -> None:
    corrected = replace(line(99, -10), corrections=("j1",))
    assert corrected in choice([*(line(n, 5) for n in range(30)), corrected])


LINES = st.lists(
    st.builds(line, st.integers(0, 99), st.integers(-10, 9), st.sampled_from(["", "A.", "B."]), st.sampled_from(["story", "ahead", "background"])),
    max_size=60,
    unique_by=lambda x: x.id,
)  # fmt: skip


@given(LINES)
def test_a_choice_is_short_and_never_empty_for_nothing(lines: list[Line]) -> None:
    shown = choice(lines)
    assert len(shown) <= 15
    assert bool(shown) == bool(lines)
    assert len({(x.period, x.title) for x in shown}) == len(shown)


SAYS = Stance("Gulf Courier", "says", True, (("a", "a1"),))
SILENCES = [
    ((SAYS,), (), 0, "Gulf Courier says", "one says"),
    ((SAYS, replace(SAYS, outlet="Mirror")), (), 0, "Gulf Courier, Mirror say", "two say"),
    ((SAYS, replace(SAYS, outlet="Wire", stance="denies")), ("Post",), 1, "Gulf Courier says · Wire denies · silent: Post", "one denies, one is silent"),
    ((replace(SAYS, stance="hedges"),), (), 0, "Gulf Courier leaves it open", "left open"),
    ((), tuple("abcdefg"), 30, "silent: a, b, c, d and 26 more", "many are silent"),
    ((), (), 0, "", "nothing is known"),
]  # fmt: skip


@pytest.mark.parametrize(("stances", "silent", "number", "said", "why"), SILENCES, ids=[s[-1] for s in SILENCES])
def test_who_says_and_who_is_silent(stances, silent, number, said, why) -> None:
    assert silence(stances, silent, number) == said


def test_the_name_shown_is_the_one_given() -> None:
    assert (
        silence((SAYS,), ("r7",), 1, lambda name: {"r7": "Harbour Post"}.get(name, name))
        == "Gulf Courier says · silent: Harbour Post"
    )


WEAK = [
    ("person", "in-passing: the statement is about something else", "Abt, in passing"),
    ("anonymous", "in-passing: the statement is about something else", "Abt (unnamed), in passing"),
    ("outlet", "narration:own-report:Abt; recalled: what is long past", "Abt, recalling it"),
    ("person", "person:Abt", "Abt (may be a voice named elsewhere)"),
]


@pytest.mark.parametrize(("kind", "because", "said"), WEAK)
def test_a_weak_voice_says_that_it_is_one(kind: str, because: str, said: str) -> None:
    assert who(Voice("Abt", kind, False, (), (because,))) == said


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
    marks = ["A depot burns", "Told by 1 independent outlet: Gulf Courier (2 reports)", "1 open dispute: cause",
             "and 12 more derived", "What happened", "silent: Post", "accounts differ: cause x1",
             "Planned or threatened", "Background", "Where accounts differ", "✗ cause  x1", "21 lines more"]  # fmt: skip
    at = [text.index(mark) for mark in marks]
    assert at == sorted(at)
    words = page(told)
    assert all(f'id="{x.id}"' in words for x in lines)
    assert words.index("21 lines more") > words.index("Background")
    assert "Gulf Courier says · silent: Post" in words
    whole = terminal(told, 100, everything=True)
    assert all(x.id in whole for x in lines)
    assert "lines more" not in whole
    assert whole.count("reprint from") == 20


TELLING = [
    (("The minister left.", "He denied the raid."), "denied: raid", "He denied the raid.", "the words of the rule"),
    (("The minister left.", "He went."), "denied: raid", "The minister left.", "the first where none tells"),
    (("He went. " * 20 + "He denied the raid.", "no raid took place"), "denied: raid", "no raid took place", "what is read at once"),
    (("19 died.", "At least 30 died."), "figures: 30 or 19 dead", "19 died.", "figures count as words"),
]  # fmt: skip


@pytest.mark.parametrize(("texts", "because", "shown", "why"), TELLING, ids=[t[-1] for t in TELLING])
def test_a_dispute_shows_the_quotation_that_tells(texts, because, shown, why) -> None:
    quote = telling_quote([Quote("a", "A", 0, len(t), t) for t in texts], because)
    assert quote is not None
    assert quote.text == shown
    assert telling_quote([], because) is None


def test_what_most_reports_tell_opens_a_story() -> None:
    lines = [line(1), replace(line(2), reports=("a", "b")), replace(line(3), reports=("a", "b", "c"), period="ahead")]
    chapter = Chapter("s", "A title", None, None, (), (), 0, tuple(lines), ())
    assert most_told(chapter) == lines[1]
    assert most_told(replace(chapter, title=lines[1].title)) is None
    assert most_told(replace(chapter, lines=(lines[0],))) is None
    told = Account("case", (chapter,), 3, 1, ())
    assert "Most told: Line 2." in terminal(told)
    assert '<a href="#e2">' in page(told)
