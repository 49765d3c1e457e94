"""The questions of an interview that marks set apart tell nothing, and their answers are not the outlet's."""

from __future__ import annotations

import pytest

from rashomon.reading import read
from rashomon.records import Report

MET = "The Echo spoke to Ila Brandt, the mayor of Tarn.\n\n"
ASKED = (
    "**What happened?**\n\nTwo lorries fell. I heard it here.\n\n"
    "**The builders say that the steel was new.**\n\nThe steel was old.\n\n"
    "**Who is to blame?**\n\nMy office wrote to them in May."
)
OURS = "**What happened?**\n\nTwo lorries fell into the river.\n\n**Why did it fall?**\n\nThe steel was old."
LETTERED = "Q: What happened?\n\nA: Two lorries fell into the river.\n\nQ: And then?\n\nA: The guards fled."
PLAIN = (
    "What happened?\n\nTwo lorries fell. I heard it here.\n\nAnd then?\n\nWe ran.\n\nWho saw it?\n\nMy guards saw it."
)
HEAD = "A bridge fell on Monday.\n\n"

# what the text is, what it holds, and who says it: None is the outlet, "" somebody not named
SAID = [
    (MET + ASKED, "Two lorries fell", "Ila Brandt", "spoke to her"),
    (MET + ASKED, "The steel was old", "Ila Brandt", "the question is no question by its form"),
    (MET + ASKED.replace("**", "__"), "The steel was old", "Ila Brandt", "other marks"),
    (HEAD + ASKED, "The steel was old", "", "nobody is introduced"),
    ("By Ada Cole\n\nWe met Ila Brandt in Tarn.\n\n" + ASKED, "Two lorries fell", "Ila Brandt", "who signs is not asked"),
    ("The mayor, Ila Brandt, spoke to Omar Seidel.\n\n" + ASKED, "Two lorries fell", "Ila Brandt", "of two, the first"),
    ("Our reporter Lena Hart met Omar Seidel.\n\n" + ASKED, "Two lorries fell", "Omar Seidel", "the outlet's own asks"),
    ("The Echo's Lena Hart met Omar Seidel.\n\n" + ASKED, "Two lorries fell", "Omar Seidel", "the outlet's own asks"),
    ("Carl Vane was jailed in May. A juror agreed to talk.\n\n" + ASKED, "Two lorries fell", "A juror", "not who is named"),
    ("Our reporter Lena Hart met Omar Seidel.\n\n" + LETTERED, "Two lorries fell", "Omar Seidel", "by letters"),
    ("By Ada Cole\n\nWe met Ila Brandt in Tarn.\n\n" + PLAIN, "Two lorries fell", "Ila Brandt", "without marks"),
    (HEAD + OURS, "Two lorries fell", None, "the outlet asks itself"),
    ("Ila Brandt met the king on Monday.\n\n" + OURS, "The steel was old", None, "she was met, and answers nothing"),
    (HEAD + OURS.replace("The", "We asked the city. The"), "The steel was old", None, "one of its answers says we"),
    (HEAD + OURS + ' "I ran," Omar Seidel said. "My car sank."', "Two lorries fell", None, "I in a quotation"),
    ("We have spoken to twenty survivors.\n\n" + OURS.replace("Two", "We know that two"), "The steel was old", None, "we"),
    (HEAD + ASKED.replace(".\n\n*", ".\n\nJon Mell, Orsa\n\n*"), "The steel was old", None, "letters"),
    (HEAD + "SEE ALSO: Ten fled the flood\n\nOmar Seidel came.\n\nSEE ALSO: Ferry stays in port\n\nRain fell.", "Ten fled", None,
     "links in capitals are no turns"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "who"), [row[:3] for row in SAID], ids=[row[3] for row in SAID])
def test_who_says_an_answer(text: str, words: str, who: str | None) -> None:
    rows = next(iter(read([Report("r", text, outlet="Elm Echo", published="2031-05-08")]))).attributions
    at = text.index(words)
    said = [" ".join(text[a:b] for a, b in row.source) for row in rows if any(a <= at < b for a, b in row.content)]
    assert said == ([] if who is None else [who])


def test_a_question_tells_nothing() -> None:
    text = MET + ASKED
    reading = read(text)
    at = [text.index(words) for words in ("What happened", "the steel was new", "Who is to blame")]
    assert [text[r.start : r.end] for r in reading.regions if r.because.rule == "asked"] == text.split("\n\n")[1::2]
    assert not any(c.start <= start < c.end for c in reading.clauses for start in at)
    assert not any(a <= start < b for row in reading.attributions for a, b in row.content for start in at)
