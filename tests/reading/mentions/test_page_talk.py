"""What a page says to its reader, of itself, of other reports and in its comments is no body; what reads so is."""

from __future__ import annotations

import pytest

from rashomon.reading import read

ABOVE = (
    "The bridge at Tarn fell into the river on Monday, killing nine people, the mayor said.\n\n"
    "Divers searched the river until dusk. Trains to Lund were cancelled for the week."
)
BELOW = "The governor will visit the town on Friday with two ministers and an engineer from the capital."

DEBRIS = [
    ("end", "Comments\n\nJanus42: They should have closed it years ago.\n\nReply\n\nRiverrat: Nobody looked."),
    ("end", "12 Comments\n\nPlease log in to comment."),
    ("mid", "Read this story in Norvian"),
    ("mid", "Sign up for our morning newsletter and get the day's news in your inbox."),
    ("mid", "More from the Elm Echo:"),
    ("end", "More on this story\n\nMayor of Tarn resigns\n\nWhy old bridges fall"),
    ("mid", "Also on the Elm Echo:\n\nMayor of Tarn resigns"),
    ("end", "Most Read\n\n1. Mayor of Tarn resigns.\n\n2. Why old bridges fall\n\n3. Trains to Lund cancelled"),
    ("mid", "READ MORE: Why old bridges fall"),
    ("end", "This story was updated at 4 p.m. with a statement from the mayor."),
    ("end", "This is a developing story. Check back for updates."),
    ("end", "Have a tip? Write to tips@elmecho.example."),
    ("end", "You have read all your free articles this month. Subscribe to read on."),
    ("end", "The Elm Echo is a daily of the valley, free of charge since 1901. Support us with a gift."),
    ("end", "Omar Seidel is a reporter at the Elm Echo. He covers the valley."),
    ("mid", "Download our app for the latest news."),
    ("mid", "(Photo: Omar Seidel/Elm Echo)"),
    ("mid", "Click here to listen to the interview."),
    ("mid", "Advertisement"),
    ("mid", "Story continues below advertisement"),
    ("mid", "Get breaking news alerts delivered to your phone."),
    ("mid", "Follow @elmecho on Twitter"),
    ("end", "Follow Omar Seidel on Twitter at @oseidel."),
    ("mid", "Share\nTweet\nEmail\nPrint"),
    ("mid", "You might also like: Why old bridges fall"),
    ("mid", "WATCH | Divers search the river at Tarn"),
    ("mid", "Listen to this article\n4 min"),
    ("mid", "Read this article in Norvian or in Lundish."),
    ("mid", "Divers search the river at Tarn on Monday. Photograph: Omar Seidel/Elm Photos"),
    ("end", "This article was originally published by the Oak Post."),
    ("end", "Correction: An earlier version of this article gave the wrong name of the river."),
    ("end", "Reporting by Omar Seidel in Tarn and Ila Brandt in Lund; editing by Jon Oak"),
    ("end", "Be the first to comment"),
    ("end", "To continue reading, become a member."),
    ("end", "By signing up you agree to our terms of use and privacy policy."),
    ("mid", "Last updated 2 hours ago"),
]
BODY = [
    ("mid", "Nine in ten ferries follow the coast on that route, and none had reported the fire by noon."),
    ("mid", "Few had read the report that the board sent to the ministry in March, and nobody acted on it."),
    ("mid", "The search lasted 40 min."),
    ("mid", "Villagers write to the ministry every spring and have never had an answer from it."),
    ("mid", "“Support us, or leave us,” Omar Seidel told the council. “We have waited long enough.”"),
    ("mid", "The mayor asked readers of the paper to sign up for the search. Two hundred did so."),
    ("mid", "Omar Seidel is a reporter at the Elm Echo. He was arrested on Monday near the bridge."),
    ("end", "Ila Brandt is the mayor of Tarn. She has held the office for nine years."),
    ("mid", "The report was published in March by a board of engineers, who found rust in the steel."),
    ("mid", "The article was the first to warn of the rust. Nobody in the ministry had read it."),
    ("end", "Comments by the minister on Monday angered the town and the families of the dead."),
    ("mid", "More from the region joined the search on Tuesday, and boats came down from Orsa at dawn."),
    ("end", "Police in Lund asked witnesses to contact their office by telephone before the weekend."),
]


def outside(where: str, words: str) -> tuple[float, float]:
    """How much of `words`, and of the paragraphs around them, stands in regions that are no body."""
    text = f"{ABOVE}\n\n{BELOW}\n\n{words}" if where == "end" else f"{ABOVE}\n\n{words}\n\n{BELOW}"
    start, end = text.index(words), text.index(words) + len(words)
    held = [i for r in read(text).regions if r.kind != "body" for i in range(r.start, r.end) if text[i].isalnum()]
    own = sum(text[i].isalnum() for i in range(start, end))
    inside = sum(start <= i < end for i in held)
    return inside / own, (len(held) - inside) / len(text)


@pytest.mark.parametrize(("where", "words"), DEBRIS, ids=[row[1][:40] for row in DEBRIS])
def test_what_the_page_says_is_no_body(where: str, words: str) -> None:
    assert outside(where, words) == (1, 0)


@pytest.mark.parametrize(("where", "words"), BODY, ids=[row[1][:40] for row in BODY])
def test_what_the_report_says_is_body(where: str, words: str) -> None:
    assert outside(where, words) == (0, 0)
