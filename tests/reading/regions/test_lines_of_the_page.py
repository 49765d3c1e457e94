"""Lines that a page adds to a report, told by form and place on sites that no list knows; and sentences that read so."""

from __future__ import annotations

import pytest

from rashomon.reading.regions import mark

TOP = "The mill at Oster burned down on Monday night, and two of its keepers were hurt, the fire chief said."
MID = "Forty men fought the fire until dawn with water from the pond, but the roof fell in at about four."
SHORT = "Nobody was killed."

# what stands between two paragraphs, or behind the last; all of it is the page's
ADDED = [
    ("What did you think of it? Leave your thoughts in the comments.", "asks for comments"),
    ("Bring the best of our reporting to your inbox each Monday.", "offers a letter"),
    ("For more from the valley, visit our channel on the app.", "a purpose before what it asks"),
    ("Not a subscriber? Try a month of the paper for free.", "asks who does not pay"),
    ("Help us do better. Was this article of use?", "asks how it was liked"),
    ("Did you see the fire? Send us your photos or call our newsroom.", "asks for pictures"),
    ("Paid for by our readers. Make a donation today.", "asks for money"),
    ("Thank you for subscribing!", "thanks"),
    ("This column ran first in the Hill Lantern.", "where it stood before"),
    ("This essay appeared originally on the site of the Hill Lantern.", "where it stood before, on a site"),
    ("Share our stories for free, in print or online, under a Creative Commons licence.", "a licence"),
    ("Our stories may be printed for free under a Creative Commons licence.", "a licence that asks nothing"),
    ("The authors have no competing interests.", "a disclosure"),
    ("The author does not work for or hold shares in any firm named in this article.", "a longer disclosure"),
    ("(Updates with chief's remarks, adds quote)", "what a wire changed"),
    ("Recasts with minister, adds background", "what a wire changed, without brackets"),
    ("Map: Where the fire began", "a kind of picture before its title"),
    ("Podcast | The night of the mill", "a kind of programme"),
    ("Fact check: Did the mill have a sprinkler?", "a kind of report"),
    ("Pictures by Lotte Brun", "who made the pictures"),
    ("Video by Lotte Brun and Ove Sand", "who made the film"),
    (
        "Recommended stories\n\nlist of 2 items\n\nlist 1 of 2 The old mills of Oster\n\nend of list",
        "a list read aloud",
    ),
    ("Other news\n\nMayor of Oster steps down\n\nWhy old mills burn so well", "a list under its head"),
    ("Most read in Valley\n\n1. Mayor of Oster steps down.\n\n2. Why old mills burn?", "a list of numbers"),
    ("Topics\n\nFire\n\nOster", "what it is filed under"),
    ("Newsletter\n\nThe Valley Letter: all that matters, each Sunday", "a letter under its head"),
    ("Skip advert", "two words"),
    ("Leer en español", "in another tongue"),
    ("Comments are closed.", "a box that is shut"),
    ("Were you at the mill on Monday? We would like to hear from you.", "asks who was there"),
    ("Your donation keeps this paper free for all.", "what a gift does"),
    ("You may opt out whenever you like.", "how to leave"),
    ("Is there something you think we should look into?", "asks what to look into"),
    ("Reprints or redistribution in whole or in part need our written permission.", "rights"),
    ("No part of this text may be reproduced and its republication is prohibited.", "more rights"),
    ("This article is the third in a series on old mills.", "a series"),
    ("Find part two below.", "where the next part stands"),
    ("Send word to valley@hill.example", "an address"),
    ("(This story has been corrected to mend the chief's name)", "a note in brackets"),
    ("3 / 12", "a picture's number"),
    ("Like this? Our valley newsletter goes out at dawn.", "our letter"),
    ("Lotte Brun writes of mills. Reach her at lbrun@hill.example", "a writer's address"),
    ("This essay appears in the May issue of Hill Monthly.", "an issue"),
    ("The Hill Lantern is not responsible for the content of other sites.", "who does not answer for it"),
    ("■ Our reporter in Lund contributed to this story.", "who helped, behind a square"),
    ("Loading…", "a wait"),
]
# what is told, and reads a little like it
TOLD = [
    ("“Help us,” they called to our reporter from the app of the brigade.", "what somebody calls"),
    ("Readers of the newsletter had been told of the danger.", "a letter that is told of"),
    ("The brigade had a channel on the app for such news.", "an app that is told of"),
    ("The town put its maps under a Creative Commons licence.", "a licence that is news"),
    ("The author has no regrets.", "an author who is told of"),
    ("The author does not live in Oster.", "an author's home"),
    ("This report was written by the fire chief in May.", "a report that is told of"),
    ("The column ran first along the river.", "a column of men"),
    ("Thanks to the rain, the fields were saved.", "what helped"),
    ("The list of the hurt had two names.", "a list that is told of"),
    ("A map: that was all that was left of the office.", "a map that is told of"),
    ("Get out, the chief told them.", "what somebody is told to do"),
    ("Other news was bad as well.", "news that is told of"),
    ("Most of what was read aloud came from his letter.", "what was read"),
    ("Have the keepers been found? Nobody could say.", "a question that is told of"),
    ("Comments by the owner were few.", "comments that are told of"),
    ("The video, shot by a boy, shows the roof fall in.", "a film that is told of"),
    ("Two were hurt.", "a short sentence"),
    ("All who had reproduced the keys are forbidden to leave the town.", "keys that were copied"),
    ("This mill is the third in a series of old mills to burn.", "a series of fires"),
    ("Find them all, was the order that came from below.", "an order"),
    ("(This mill has been corrected for lean twice.)", "a remark in brackets"),
    ("It was a case for the ward of HIV/AIDS.", "two illnesses"),
    ("The chief could hear from the pond how the roof fell.", "what he could hear"),
    ("He had a note from a man at the mill, which was not signed.", "a note"),
    ("The firm is not responsible for the fire.", "who does not answer for a fire"),
    ("The mill appeared in the May issue of no paper.", "a mill in no paper"),
    ("Our letters lay on the floor.", "letters on a floor"),
    ("Their donations keep the mill alive.", "gifts that are told of"),
]


def _covered(text: str, part: str) -> bool:
    inside = {i for r in mark(text) for i in range(r.start, r.end)}
    start = text.index(part)
    return {i for i in range(start, start + len(part)) if not text[i].isspace()} <= inside


@pytest.mark.parametrize("shape", ["between", "last", "before a short one"])
@pytest.mark.parametrize(("line", "why"), ADDED, ids=[row[1] for row in ADDED])
def test_what_the_page_adds_is_marked(line: str, why: str, shape: str) -> None:
    below = {"between": [MID, SHORT], "last": [], "before a short one": [SHORT]}[shape]
    above = [TOP] if shape == "between" else [TOP, MID]
    text = "\n\n".join(["Mill burns down", *above, line, *below])
    assert _covered(text, line), why
    assert not [p for p in (*above, *below) if _covered(text, p)]


@pytest.mark.parametrize(("line", "why"), TOLD, ids=[row[1] for row in TOLD])
def test_what_is_told_stays(line: str, why: str) -> None:
    for text in ("\n\n".join([TOP, line, MID, SHORT]), "\n\n".join([TOP, MID, line])):
        assert not [r for r in mark(text) if line in text[r.start : r.end]], why


def test_a_box_of_readers_closes_the_page() -> None:
    box = "Readers' comments\n\nriverrat9 | May 5\n\nNobody swept the flue.\n\nReply"
    assert _covered("\n\n".join([TOP, MID, SHORT, box]), box)


def test_a_picture_with_an_agency_that_nobody_knows() -> None:
    line = "A man carries a sack from the mill in Oster, May 5, 2031. NPA-PA/OVE SAND"
    assert _covered("\n\n".join([TOP, line, MID, SHORT]), line)
