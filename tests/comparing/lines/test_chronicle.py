"""Lines of the chronicle: words of a report that stand alone, a day that was told, a rank; no sentence twice."""

from __future__ import annotations

import re

import pytest

from rashomon.comparing.identity import identity
from rashomon.comparing.joining.unit import units
from rashomon.comparing.lines.line_day import days_of_death
from told import Told, told

_BRACKET = re.compile(r"\s*\[[^\]]*\]:?\s*")
_HANGING = re.compile(r"(?:He|She|It|They|This|These|Those|But|And|which|who)\b")

STRIKE = (
    (
        "The miners of Tarn walked out on Monday, the union said. Their leader, Dal Orn, demanded a rise of ten per cent. "
        "He was arrested on Tuesday. The company refused to talk. “We will not give in,” Orn said. "
        "The mine is to be closed on Friday. In 1984 the miners of Tarn were on strike for a year."
    ),
    (
        "Police arrested Dal Orn, who leads the miners of Tarn, on Tuesday. The miners walked out on Monday. "
        "Lena Abt, the mayor of Tarn, called for calm. She said that the mine would be closed on Friday."
    ),
    (
        "Miners walked out at the mine in Tarn on Monday. The company lost 12 million marks, it said. "
        "Dal Orn, the leader of the union, was arrested."
    ),
)


@pytest.fixture(scope="module")
def strike() -> Told:
    return told(*STRIKE, days=("2031-05-07", "2031-05-07", "2031-05-08"))


def test_the_words_of_a_line_stand_in_a_report_but_for_brackets(strike: Told) -> None:
    assert strike.lines()
    for e in strike.found.chronicle:
        assert e.evidence is not None
        report, start, end = e.evidence
        text = " ".join(strike.reports[report].text.split())
        own = " ".join(strike.reports[report].text[start:end].split())
        for piece in filter(None, _BRACKET.split(e.title.rstrip("."))):
            words = piece.strip(" ,;:.")
            first = words[:1].lower() + words[1:]
            assert words in text or first in text, e.title
            assert any(word in own for word in words.split()), "the evidence is where the words are"


def test_no_line_stands_twice_nor_two_lines_in_one_sentence(strike: Told) -> None:
    lines = strike.lines()
    assert len({*lines}) == len(lines)
    sentences = []
    for e in strike.found.chronicle:
        report, start, _ = e.evidence
        sentences.append((report, next(s for s in strike.readings[report].sentences if s[0] <= start < s[1])))
    assert len({*sentences}) == len(sentences)


def test_a_line_stands_alone(strike: Told) -> None:
    for line in strike.lines():
        assert not _HANGING.match(line), line
        assert line[0].isupper() or not line[0].isalpha(), line
        assert line.endswith((".", ".”", '."')), line


def test_ranks_are_one_to_the_last(strike: Told) -> None:
    assert [e.rank for e in strike.found.chronicle] == [*range(1, len(strike.lines()) + 1)]


def test_what_most_tell_comes_first(strike: Told) -> None:
    assert "walked out" in strike.lines()[0] or "arrested" in strike.lines()[0]


def test_a_line_lists_its_claim_and_its_count(strike: Told) -> None:
    claims = {c.id: c for c in strike.found.claims}
    for e in strike.found.chronicle:
        (claim,) = e.claims
        assert claims[claim].kind == e.kind
        assert claims[claim].independent_origins == e.independent_origins
        assert any(e.evidence[0] == t.report for t in claims[claim].tellings)


def test_nothing_that_happened_starts_after_its_report(strike: Told) -> None:
    for e in strike.found.chronicle:
        if e.date and e.period != "ahead":
            claim = next(c for c in strike.found.claims if c.id == e.claims[0])
            printed = max(strike.reports[t.report].published or "" for t in claim.tellings)
            assert e.date.split("/")[0] <= printed, e.title


# texts, words of a line, its day, its period, why
DATED = [
    (("The mill in Orsa burned down on Monday.",), "burned", "2031-05-05", "story", "a weekday, by the day of the report"),
    (("The mill in Orsa burned down in 1961.",), "burned", "1961", "background", "long before the report"),
    (("The harbour of Selde will be closed on Friday.",), "closed", "2031-05-09", "ahead", "what is planned lies ahead"),
    (("Lena Abt hid the letter of the dam company for years.",), "letter", None, "story", "a lapse gives no day"),
    (
        ("The mill in Orsa burned down on Monday.", "The mill in Orsa burned down on Monday, police said.", "The mill in Orsa burned down on Tuesday."),
        "burned", "2031-05-05", "story", "the day that most tellings give",
    ),
    (
        ("The mill in Orsa burned down last month.", "The mill in Orsa burned down on 9 April, police said."),
        "burned", "2031-04-09", "story", "a month is cut to the day in it that another tells",
    ),
    (("Lena Abt said on Monday that the dam company hid a letter from the council of Orsa.",), "hid", None, "story", "a saying's day is not the day of what is said"),
    (("“The harbour of Selde is too small for the ferry,” Lena Abt said on Monday.",), "too small", "2031-05-05", "story", "what somebody holds is of the day he says so"),
    (("“The whole crew of the ferry slept in the hold,” Lena Abt said on Monday.",), "slept", "2031-05-04/2031-05-05", "story", "what he tells of in his own words was mostly by the day of the news"),
    (("“The previous captain of the ferry slept in the hold of the ship,” Lena Abt said on Monday.",), "slept", None, "story", "but not what was so before"),
    (("Lena Abt said on Monday that the crew of the ferry had been asleep.",), "asleep", None, "story", "nor what had been so"),
    (("Lena Abt said on Monday that the crew of the ferry was asleep for six hours.",), "asleep", None, "story", "nor what was so for hours"),
    (("Lena Abt said on Monday that the crew of the ferry was too small.",), "too small", "2031-05-05", "story", "what was so as it was said is"),
    (("Lena Abt says the crew of the ferry was asleep in the hold.",), "asleep", None, "story", "nor what is told in the present to have been"),
    (("Orsa wept. Selde sang. Tarn slept. Brint woke. Lena Abt has rejected the offer of the dam company.",), "rejected", None, "story", "who has rejected it did so on some day"),
    (("Lena Abt has rejected the offer of the dam company.",), "rejected", "2031-05-07/2031-05-08", "story", "but in a lead it is the news"),
    (("The miner Dal Orn died in the flood.", "Dal Orn, a miner, died in the flood at Tarn on 3 May, police said."), "died", "2031-05-03", "story", "nobody dies twice"),
    (("The council of Orsa met on Monday.\n\n“The harbour of Selde should be wider,” Lena Abt said.",), "wider", "2031-05-05/2031-05-08", "story", "that day may be the news's"),
]  # fmt: skip


@pytest.mark.parametrize(("texts", "words", "day", "period", "why"), DATED, ids=[d[-1] for d in DATED])
def test_the_day_of_a_line(texts: tuple[str, ...], words: str, day: str | None, period: str, why: str) -> None:
    found = told(*texts)
    line = next(e for e in found.found.chronicle if words in e.title)
    assert (line.date, line.period) == (day, period), why


# a text, the line that one of its clauses gives, or None where it can give none; why
BRACKETED = [
    ("Police in Selde arrested Dal Orn on Monday.", "Police in Selde arrested Dal Orn on Monday [5 May].", "the day of a weekday"),
    ("“We will never sell the island to anybody,” Lena Abt said.", "[Lena Abt:] We will never sell the island to anybody.", "who we are"),
    ("“We will never sell the island to anybody,” an official said.", None, "we are nobody who is known"),
    ("“It’s time that the island ferry sailed at night again,” Lena Abt said.", "[Lena Abt:] It’s time that the island ferry sailed at night again.", "it stands for nothing"),
    ("“It is better to shut the island port,” Lena Abt said.", "[Lena Abt:] It is better to shut the island port.", "nor here"),
    ("Lena Abt said it was clear that the island ferry had sailed too late.", None, "what only opens another clause is no line"),
    ("It was closed for the whole of the winter.", None, "nobody knows what"),
    ("Two days before the island fair she had closed the whole port.", None, "nor who, behind what opens it"),
    ("Two days before the island fair they had been locked out of the port.", None, "nor who was, of whom it was done"),
    ("Lena Abt told reporters before she left the island that “as of this moment we were told that he did not steer the ferry.”", "Lena Abt told reporters before she left the island that “as of this moment we were told that he did not steer the ferry.”", "who says “we” is named before it, once"),
    ("Lena Abt cited “serious irregularities at the island harbour,” and closed it.", "Lena Abt cited “serious irregularities at the island harbour”.", "no comma before the mark that closes"),
    ("“He let the ferry leave the island in a storm of force nine,” Lena Abt said.", None, "nor whom she means"),
    ("“Then the lorries slid to one side of the island ferry and it sank,” Lena Abt said.", "[Lena Abt:] The lorries slid to one side of the island ferry.", "what opens the quotation goes with the word that it opens"),
    ("Lena Abt met Ida Berg in Selde. She left the hall of the union early.", None, "she may be either"),
    ("Lena Abt resigned as coach on Friday. She left the hall of the union early.", "[Lena Abt] left the hall of the union early.", "nobody else is named"),
    ("Lena Abt resigned as coach on Friday. She said that she had signed the island letter unread.", "[Lena Abt] had signed the island letter unread.", "who says it, told of herself"),
    ("Lena Abt resigned as coach on Friday. Police said she had signed the island letter unread.", "[Lena Abt] had signed the island letter unread.", "another says it of the one who is named"),
    ("Judge Ida Berg heard the coach. Lena Abt admitted that she had signed the island letter unread.", "[Lena Abt] had signed the island letter unread.", "who speaks is named in the sentence"),
    ("Ivo Maas denied the charge. His lawyer, Jan Pesk, said that he had been asleep on the island.", None, "a lawyer speaks of somebody else"),
    ("The lawyer, Jan Pesk, said that his client Ole Brun was ill. He said that he had left the island in March.", None, "two men are named"),
    ("The last message came to the island on Friday at six in the morning, Lena Abt said.", "The last message came to the island on Friday [2 May] at six in the morning.", "a day once"),
    ("Dr. Nils Aas examined the boy on Monday. He had swallowed two coins on the island.", None, "a boy without a name is one too"),
    ("The Selde Post has seen a copy of the deed. It bears the stamp of the island court.", None, "a paper bears none"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "line", "why"), BRACKETED, ids=[b[-1] for b in BRACKETED])
def test_brackets_hold_what_is_borne_out_or_there_is_no_line(text: str, line: str | None, why: str) -> None:
    lines = told(text).lines()
    if line is None:
        assert not any("island" in one or "winter" in one or "hall" in one for one in lines), why
    else:
        assert line in lines, why


def test_a_demand_is_not_told_as_if_it_were_so() -> None:
    (line, *_) = told("The council of Tarn demanded that the miners leave the town.").lines()
    assert "demanded" in line, line


def test_a_sentence_in_a_heading_or_a_caption_gives_no_line() -> None:
    found = told(
        "Mill burns down in Orsa\n\nThe mill in Orsa burned down on Monday. Nobody was hurt in the blaze there."
    )
    assert not any(line.startswith("Mill burns") for line in found.lines())


def test_the_first_lines_tell_each_something_new() -> None:
    dam = (
        (
            "The Orla dam burst on Monday and flooded the town of Brint. Water from the burst Orla dam flooded its streets. "
            "The water minister, Pia Holt, resigned over the inspections. The Orla dam, which burst, had flooded it before."
        ),
        "The Orla dam burst on Monday, flooding Brint. The flood from the burst dam reached Brint at noon.",
        "Brint was flooded on Monday when the Orla dam burst. Pia Holt resigned as water minister on Tuesday.",
    )
    first = told(*dam, days=("2031-05-06", "2031-05-06", "2031-05-07")).lines()[:2]
    assert any("burst" in line for line in first), "the headline matter comes first"
    assert any("resigned" in line for line in first), "its third wording comes behind what is new"


BRACKETS = [
    (
        (
            "Ana Bek, the mayor, met Omar Teled on Monday. His remarks angered the miners of Tarn.",
            "Ana Bek of Tarn spoke to Rosa Lind. Her remarks angered the miners of Tarn, Omar Teled said.",
        ),
        "[Ana",
        "whose remarks they are is not told by who else is named there",
    ),
    (
        ("The envoy of Norvia left the port of Elm on the same afternoon of his visit, the port said on Friday.",),
        "afternoon [",
        "the same afternoon is the visit's, not the report's",
    ),
    (
        (
            "Ana Bek, the mayor of Orsa, closed the mine on the night of Friday, May 2, after the spill of acid into the river.",
        ),
        "Friday [",
        "the date stands beside it",
    ),
    (
        ("The spill at the Orsa mine was seen on May 5 at 4:20 a.m. by a guard of the mine, the owner said.",),
        "a.m. [",
        "the day stands before the hour",
    ),
    (
        ("Acid reached the river at Orsa at four in the afternoon and killed many fish, the owner of the mine said.",),
        "afternoon [",
        "a part of a day that only the report's day could date",
    ),
]


@pytest.mark.parametrize(("texts", "bracket", "why"), BRACKETS, ids=[row[-1] for row in BRACKETS])
def test_a_bracket_that_nothing_bears_out_is_none(texts: tuple[str, ...], bracket: str, why: str) -> None:
    lines = told(*texts, days=("2031-05-09",) * len(texts)).lines()
    assert lines
    assert not any(bracket in line for line in lines), (why, lines)


# texts, a line that they give, why
OPENINGS = [
    (
        ("Lena Abt wept. She wanted the whole island port to be closed at once. “Close it,” she said.",
         "Lena Abt said that she wanted the whole island port to be closed at once."),
        "[Lena Abt] wanted the whole island port to be closed at once.",
        "who opens the line is not named before it too",
    ),
    (
        ("The union of Tarn praised a boy who had seen the ferry sink. The union of Tarn praised the boy on Monday.",
         "The union of Tarn praised a boy on Monday.",
         "He had seen the ferry sink, police said."),
        "[A boy] had seen the ferry sink.",
        "a line opens with a capital, in brackets too",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("texts", "line", "why"), OPENINGS, ids=[o[-1] for o in OPENINGS])
def test_how_a_line_opens(texts: tuple[str, ...], line: str, why: str) -> None:
    assert line in told(*texts).lines(), why


# text of a report, whether its first sentence has a line, why
LOST = [
    ("Most of them are women and children of the island of Orsa.", False, "whom, is not told"),
    ("Since then, more than 900 people have been killed on Orsa.", False, "nor since when"),
    ("The minister of Orsa announced it at a press conference in Tarn.", False, "nor what"),
    ("Two of the men had been hurt before in the mine of Orsa.", True, "nothing is lost"),
    (
        "The union of Tarn said on Monday that the mine had fired its guards.",
        True,
        "whose guards they are stands there",
    ),
]


@pytest.mark.parametrize(("text", "has", "why"), LOST, ids=[row[-1] for row in LOST])
def test_a_line_needs_nothing_before_it(text: str, has: bool, why: str) -> None:
    assert bool(told(text).lines()) == has, why


def test_brackets_make_no_line_too_long() -> None:
    text = (
        "Two guards of the mine met a judge on Monday, three clerks on Tuesday, four nurses on Wednesday and five old"
        " bakers of Vell in Tarn on Thursday."
    )
    (line,) = told(text, days=("2031-05-09",)).lines()
    assert line.count("[") == 4
    assert len(line.split()) > 34


# a sentence; whether it gives the day of the death of the one it names; why
DIED = [
    ("The miner Dal Orn was killed on 3 May, police said.", True, "whom the verb kills"),
    ("Dal Orn was found dead on 3 May.", True, "found dead"),
    ("Dal Orn was convicted on 3 May of two murders.", False, "who murdered is not dead"),
    ("The miner Dal Orn was charged on 3 May with the murder of two clerks, police said.", False, "nor who is charged with it"),
    ("Dal Orn was sentenced to death on 3 May.", False, "nor who is to die"),
    ("Two clerks died and Dal Orn was hurt on 3 May.", False, "others died"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "died", "why"), DIED, ids=[d[-1] for d in DIED])
def test_a_death_is_of_whom_the_verb_tells_it(text: str, died: bool, why: str) -> None:
    found = told(text)
    told_of = units(found.readings, identity(found.readings, (), ()), {})
    assert bool(days_of_death(told_of)) == died, why
