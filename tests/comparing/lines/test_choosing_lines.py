"""Which line a claim gets: all claims together, one sentence each, in words that its other tellings bear out."""

from __future__ import annotations

from types import SimpleNamespace
from typing import cast

import pytest

from rashomon.comparing.claims import Told as ToldClaim
from rashomon.comparing.lines.choosing import main_first, place, vouched_first
from rashomon.comparing.lines.compose import Line
from rashomon.comparing.lines.rank import Candidate, headline, later_lead
from rashomon.reading import read
from rashomon.records import ClauseLink, Report
from told import told


def _candidate(number: int, *lines: tuple[str, int, float]) -> Candidate:
    """A claim with lines (words, number of their sentence, score), the best first; of its tellings nothing is asked."""
    made = tuple(Line(text, ("r", 10 * s, 10 * s + 9), ("r", s), score, "main") for text, s, score in lines)
    return Candidate(number, ToldClaim.__new__(ToldClaim), made, frozenset(), frozenset())


# lines of two claims, the first of which was placed before; what each gets; why
PLACED = [
    ([("A.", 1, 3.0)], [("B.", 2, 3.0)], "A.", "B.", "no one is in another's way"),
    ([("A.", 1, 3.0), ("A too.", 2, 2.9)], [("B.", 1, 3.0)], "A too.", "B.", "who has another sentence gives way"),
    ([("A.", 1, 3.0), ("A too.", 2, 0.5)], [("B.", 1, 3.0), ("B too.", 3, 2.0)], "A.", "B too.", "both together are better told"),
    ([("A.", 1, 3.0)], [("B.", 1, 3.0)], "A.", None, "one sentence, and no other: the first keeps it"),
    ([("A.", 1, 3.0), ("B.", 2, 2.9)], [("B.", 1, 3.0)], "A.", None, "nor may the words stand twice"),
]  # fmt: skip


@pytest.mark.parametrize(("first", "second", "one", "other", "why"), PLACED, ids=[p[-1] for p in PLACED])
def test_two_claims_share_no_sentence(
    first: list[tuple[str, int, float]], second: list[tuple[str, int, float]], one: str, other: str | None, why: str
) -> None:
    a, b = _candidate(1, *first), _candidate(2, *second)
    chosen: dict[Candidate, Line] = {}
    assert place(a, chosen)
    assert place(b, chosen) == (other is not None), why
    assert {c.number: line.text for c, line in chosen.items()} == {1: one} | ({2: other} if other else {}), why


# those of a claim of the first page, placed before, and of one behind it; what each gets; why
BEHIND = [
    ([("A.", 1, 3.0), ("A too.", 2, 2.9)], [("B.", 1, 3.0)], "A.", None, "the first keeps its better words"),
    ([("A.", 1, 3.0), ("A too.", 2, 2.9)], [("B.", 1, 3.0), ("B too.", 3, 0.1)], "A.", "B too.", "so the other takes its own next"),
    ([("A.", 1, 3.0), ("A too.", 2, 3.0)], [("B.", 1, 3.0)], "A too.", "B.", "words as good are given"),
]  # fmt: skip


@pytest.mark.parametrize(("first", "second", "one", "other", "why"), BEHIND, ids=[b[-1] for b in BEHIND])
def test_a_first_line_gets_no_worse_words_for_one_behind(
    first: list[tuple[str, int, float]], second: list[tuple[str, int, float]], one: str, other: str | None, why: str
) -> None:
    a, b = _candidate(1, *first), _candidate(2, *second)
    before = {a: a.lines[0]}
    chosen = dict(before)
    assert place(b, chosen, before) == (other is not None), why
    assert {c.number: line.text for c, line in chosen.items()} == {1: one} | ({2: other} if other else {}), why


# how two lines hang on their sentence, and from where to where they stand in it; whether both may stand; why
BESIDE = [
    (("main", 0, 20), ("joined", 25, 50), True, "two sentences that “and” joins"),
    (("complement", 10, 20), ("joined", 25, 50), True, "two things that are said"),
    (("main", 0, 50), ("complement", 20, 50), False, "one is part of the other"),
    (("main", 0, 20), ("relative", 25, 50), False, "a relative clause stands for no sentence"),
    (("main", 0, 20), ("adverbial", 25, 50), False, "nor does why or when"),
]


@pytest.mark.parametrize(("one", "other", "both", "why"), BESIDE, ids=[b[-1] for b in BESIDE])
def test_two_main_verbs_of_a_sentence_may_both_have_a_line(
    one: tuple[ClauseLink, int, int], other: tuple[ClauseLink, int, int], both: bool, why: str
) -> None:
    a, b = (Line(f"{end}.", ("r", start, end), ("r", 1), 1.0, link) for link, start, end in (one, other))
    first, second = (
        Candidate(n, ToldClaim.__new__(ToldClaim), (x,), frozenset(), frozenset()) for n, x in enumerate((a, b))
    )
    chosen: dict[Candidate, Line] = {}
    assert place(first, chosen)
    assert place(second, chosen) == both, why


# reports that tell each claim, the best first, and how many voices it has at least; the order; why
VOUCHED = [
    ([("r1", 0), ("r2", 1), ("r3", 1)], [2, 3, 1], "whom nobody answers for comes last"),
    ([("r1 r2", 0), ("r3", 1)], [1, 2], "unless several reports tell it"),
    ([("r1", 1), ("r2", 2)], [1, 2], "of the others the order stays"),
]


@pytest.mark.parametrize(("claims", "order", "why"), VOUCHED, ids=[v[-1] for v in VOUCHED])
def test_what_nobody_answers_for_comes_last(claims: list[tuple[str, int]], order: list[int], why: str) -> None:
    made = []
    for number, (reports, least) in enumerate(claims, 1):
        claim = SimpleNamespace(independent_origins=(least, least + 1), kind="event")
        units = [SimpleNamespace(report=r) for r in reports.split()]
        of = SimpleNamespace(claim=claim, units=units)
        made.append((9.0 - number, Candidate(number, of, (), frozenset(), frozenset())))  # type: ignore[arg-type]
    assert [c.number for _, c in vouched_first(made)] == order, why


# kinds of claims, the best first, and how deep in each report they stand; the order; why
PAST = [
    ([("background", (0.4,)), ("event", (0.5,)), ("event", (0.7,))], [2, 3, 1], "what came long before comes last"),
    ([("background", (0.4, 0.1)), ("event", (0.5,))], [1, 2], "unless a report begins with it"),
    ([("event", (0.9,)), ("background", (0.6, 0.4))], [1, 2], "however many tell it"),
    ([("plan", (0.9,)), ("event", (0.1,))], [1, 2], "what lies ahead stays"),
]


@pytest.mark.parametrize(("claims", "order", "why"), PAST, ids=[p[-1] for p in PAST])
def test_what_came_long_before_comes_last(
    claims: list[tuple[str, tuple[float, ...]]], order: list[int], why: str
) -> None:
    made = []
    for number, (kind, depths) in enumerate(claims, 1):
        of = SimpleNamespace(
            claim=SimpleNamespace(independent_origins=(1, 1), kind=kind),
            units=[SimpleNamespace(report=f"r{n}", depth=d) for n, d in enumerate(depths)],
        )
        made.append((9.0 - number, Candidate(number, of, (), frozenset(), frozenset())))  # type: ignore[arg-type]
    assert [c.number for _, c in vouched_first(made)] == order, why


# texts, words that a line must hold, words that it must not, why
BORNE_OUT = [
    (
        (
            "Dal Orn was shot from a roof by a guard on Monday. The mayor of Tarn called for calm.",
            "Dal Orn was shot on Monday in Tarn. The miners stayed at home.",
            "Dal Orn was shot in the harbour of Tarn, the union said. It called for a strike.",
        ),
        "Orn was shot",
        "roof",
        "what one report alone adds is not told of all three",
    ),
    (
        (
            "The Orla bridge fell in a storm that an engineer called weak on Monday, police said.",
            "The Orla bridge fell on Monday, police said. Two lorries were on it.",
            "On Monday the Orla bridge fell, the ministry said.",
        ),
        "bridge fell",
        "engineer",
        "nor an opinion of one",
    ),
]


@pytest.mark.parametrize(("texts", "words", "alone", "why"), BORNE_OUT, ids=[b[-1] for b in BORNE_OUT])
def test_a_line_tells_what_its_tellings_bear_out(texts: tuple[str, ...], words: str, alone: str, why: str) -> None:
    (line, *_) = [line for line in told(*texts).lines() if words in line]
    assert alone not in line, why


def test_a_line_that_tells_more_than_the_one_above_it_is_no_repetition() -> None:
    lines = told(
        "The traders of Selde blamed the mill. Pia Holt, the minister, accused the League of Orsa of burning the mill.",
        "Pia Holt accused the League of Orsa, an armed group, of burning the mill in Selde on Monday.",
    ).lines()
    assert any("accused the League" in line for line in lines), lines


def test_what_a_report_quotes_of_a_post_comes_before_the_post_that_its_page_shows() -> None:
    quoted = "“The report on the Orla bridge may be another careless fabrication of the builders,” Ines Dorval wrote."
    post = (
        "The report on the Orla bridge may be another careless fabrication of the builders"
        " https://t.co/aB3xY9zQ — Ines Dorval (@dorval) May 5, 2031"
    )
    story = told(f"The bridge at Orla stayed shut.\n\n{post}\n\n{quoted}\n\nTraffic was led through Tarn.")
    (line,) = [e for e in story.found.chronicle if "fabrication" in e.title]
    assert line.evidence is not None
    assert line.evidence[1] > story.reports[line.evidence[0]].text.index("2031")


# claims (score, sentence, how their clause hangs on it, reports that tell it); the order; why
OF_A_SENTENCE = [
    ([(3.0, 1, "relative", 2), (2.0, 1, "main", 1), (1.0, 2, "main", 1)], [2, 1, 3], "a relative clause never goes first"),
    ([(3.0, 1, "relative", 1), (2.0, 2, "main", 1)], [2, 1], "where the main clause has no line it comes last"),
    ([(3.0, 1, "relative", 2), (2.0, 2, "main", 1)], [1, 2], "unless several reports tell it"),
    ([(3.0, 1, "adverbial", 1), (2.8, 1, "main", 1), (2.9, 2, "main", 1)], [2, 1, 3], "what tells nearly as much goes first"),
    ([(3.0, 1, "adverbial", 1), (1.0, 1, "main", 1), (2.0, 2, "main", 1)], [1, 3, 2], "what tells much less does not"),
]  # fmt: skip


@pytest.mark.parametrize(("claims", "order", "why"), OF_A_SENTENCE, ids=[o[-1] for o in OF_A_SENTENCE])
def test_what_a_sentence_says_goes_first(claims: list[tuple[float, int, str, int]], order: list[int], why: str) -> None:
    made = []
    for number, (score, sentence, link, reports) in enumerate(claims, 1):
        line = Line("A.", ("r", 0, 9), ("r", sentence), 1.0, link)  # type: ignore[arg-type]
        units = [SimpleNamespace(report=f"r{n}") for n in range(reports)]
        of = SimpleNamespace(claim=SimpleNamespace(evidence=(("r", number, 9),)), units=units)
        made.append((score, Candidate(number, of, (line,), frozenset(), frozenset())))  # type: ignore[arg-type]
    made.sort(key=lambda m: -m[0])
    assert [c.number for _, c in main_first(made)] == order, why


def test_square_brackets_of_a_report_are_not_taken_for_ours() -> None:
    found = told("“The guards [of the mill] beat four men of Tarn on Monday,” said Ines Dorval, the mayor of Tarn.")
    [line] = [line for line in found.lines() if "beat four men" in line]
    assert "(of the mill)" in line
    assert "[of the mill" not in line


@pytest.mark.parametrize(
    "idle",
    [
        "The Ministry of Works issued a statement on the fire at Tarn.",
        "With regard to the fire at Tarn, the Ministry of Works makes the following clarifications.",
        "The Ministry of Works published a response on the fire at Tarn.",
        "The Ministry of Works expresses its deepest condolences to the families of the miners.",
    ],
)
def test_that_somebody_puts_out_words_is_no_line(idle: str) -> None:
    assert told(f"{idle} The mill at Tarn was closed on Monday.").lines() == [
        "The mill at Tarn was closed on Monday [5 May]."
    ]


# what a report tells, words of a line, who must stand before them (None: no line may have them); why
WHO_SAYS_IT = [
    ("The air force says it never received the warning.", "never received", "[The air force]", "its own noun"),
    ("The port authority was searched on Monday. It said that it had handed over all its files.",
     "handed over", "[The port authority]", "the noun is the subject of the sentence before"),
    ("Norway's army said on Monday that it had lost the four tanks.", "lost the four", "[Norway's army]", "whose it is"),
    ("Danish officials said on Monday that they had no evidence of the crime.",
     "no evidence", "[Danish officials]", "whose they are"),
    ("Danish and Norwegian officials said they had no evidence of the crime.", "no evidence", None, "that is half of them"),
    ("Many miners said they had no water in the shaft.", "no water in", None, "any miners"),
    ("The Danish foreign minister says she never saw the letter.",
     "never saw the", "[The Danish foreign minister]", "one person holds the office"),
    ("The drone came at dawn. The army said it had crossed the border of Tarn.", "crossed the", None, "the drone did"),
    ("A virus spread in May. The health ministry said it had killed nine people.", "killed nine", None, "the virus did"),
    ("The council shut the works. The army said it had been hit twice by a shell.", "been hit", None, "it may be what was hit"),
    ("The rebels took Tarn. The government said they had killed nine people.", "killed nine", None, "one is not they"),
    ("Jan Pesk fell ill. The Danish foreign minister said he had eaten nothing.", "eaten", None, "he who fell ill"),
    ("The lawyer says she never saw the letter.", "never saw the", None, "a lawyer may be anybody"),
    ("The bank sued the insurer on Monday. It said that it had lost two billion crowns.", "lost two", None, "either may"),
    ("The army met the air force on Monday. It said it had never received the warning.", "never received", None, "either may"),
    ("A company in Tarn was fined on Monday. It said it had paid the fine in May.", "paid the fine", None, "any company"),
    ("A man called the police on Monday. He said that he had seen the car burn.", "the car burn", None, "any man"),
    ("The Danish firm was fined. A Norwegian firm was not. The firm says it never received the warning.",
     "never received", None, "there are two firms"),
    ("Mara Dorn has led the clinic since 2020. She will not resign. She is sixty. She said she had signed no order.",
     "signed no order", "[Mara Dorn]", "every sentence is of her"),
    ("Jan Pesk was arrested on Monday. He saw no lawyer. He was tired. He said that he was in Tarn at the time.",
     "in Tarn at", "[Jan Pesk]", "nobody else in particular is spoken of"),
    ("Jan Pesk was arrested on Monday. The judge heard him. He was tired. He said that he was in Tarn at the time.",
     "in Tarn at", None, "the judge may be meant"),
    ("Jan Pesk was arrested on Monday. Olaf Berg visited him. He was tired. He said that he was in Tarn at the time.",
     "in Tarn at", None, "two are named"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "who", "why"), WHO_SAYS_IT, ids=[w[0] for w in WHO_SAYS_IT])
def test_who_says_something_of_himself_is_told_where_nobody_else_fits(
    text: str, words: str, who: str | None, why: str
) -> None:
    lines = [line for line in told(text, "The mayor of Belk opened a new bridge on Sunday.").lines() if words in line]
    if who is None:
        assert not any(line.startswith("[") for line in lines), why
    else:
        assert [line.startswith(who) for line in lines] == [True], why


# a report's title and text; what heads it; why
HEADS = [
    ("Dam bursts at Orsa", "Nine people died on Monday when the dam burst.", "Dam bursts at Orsa", "its title"),
    (
        None,
        "Dam Bursts at Orsa\n\nNine people died on Monday when the dam burst, police said.\n\nThe mayor wept.",
        "Dam Bursts at Orsa",
        "the headline in its text",
    ),
    (
        None,
        "Nine people died on Monday when the dam of Orsa burst, police said. The mayor wept.",
        "Nine people died on Monday when the dam of Orsa burst, police said.",
        "without one, what it opens with",
    ),
    (None, "", "", "nothing heads nothing"),
]


@pytest.mark.parametrize(("title", "text", "head", "why"), HEADS, ids=[h[-1] for h in HEADS])
def test_what_heads_a_report_is_its_title_or_what_it_opens_with(
    title: str | None, text: str, head: str, why: str
) -> None:
    report = Report("r", text, title=title)
    (reading,) = read([report])
    assert headline(report, reading) == head, why


# the days of the reports of a story, and (day, sentence, stance) of what tells a claim; how many were out before; why
LATER: list[tuple[tuple[int, ...], list[tuple[int | None, int, str]], int, str]] = [
    ((5, 5, 7), [(7, 0, "says")], 2, "a later report opens with it"),
    ((5, 5, 7), [(7, 1, "hedges")], 2, "or with what it hedges"),
    ((5, 6, 7), [(5, 0, "says"), (6, 1, "says")], 1, "of two that do the later"),
    ((5, 5, 7), [(5, 0, "says")], 0, "nothing was out before"),
    ((5, 5, 7), [(7, 4, "says")], 0, "further down it may be what all know"),
    ((5, 5, 7), [(7, 0, "denies")], 0, "who denies it brings no news of it"),
    ((5, 5), [(None, 0, "says")], 0, "a day that nobody knows is not later"),
]


@pytest.mark.parametrize(("days", "tellings", "before", "why"), LATER, ids=[x[-1] for x in LATER])
def test_what_a_later_report_opens_with_is_the_latest(
    days: tuple[int, ...], tellings: list[tuple[int | None, int, str]], before: int, why: str
) -> None:
    units = [SimpleNamespace(published=day, clause=SimpleNamespace(sentence=n)) for day, n, _ in tellings]
    claim = SimpleNamespace(tellings=[SimpleNamespace(stance=stance) for *_, stance in tellings])
    c = Candidate(1, cast(ToldClaim, SimpleNamespace(units=units, claim=claim)), (), frozenset(), frozenset())
    assert later_lead(c, days) == before, why
