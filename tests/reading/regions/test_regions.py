"""Regions: own pages, what is marked in them, and why; every cue of the lexicons does its job."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.language import lexicon
from rashomon.reading.regions import mark
from rashomon.reading.regions.blocks import blocks, cue
from rashomon.records import Reason

LEAD = "The envoy of Norvia arrived in the harbour town of Elm on Sunday, officials of both sides said."
NEXT = "He carried a letter from the council, which has not met since the harvest, to the river towns."
LAST = "The talks are to go on for three more days, the ministry said in a statement on Monday."
BODY = (LEAD, NEXT, LAST)


def page(*lines: str) -> str:
    return "\n\n".join(lines)


TABLE = [
    (page(*BODY), [], "plain body has no region"),
    (page(*BODY, "This story is for members. Join now."), [("boilerplate", "This story is for members. Join now.")], "a wall"),
    (page(*BODY, "You have two free articles left this month."),
     [("boilerplate", "You have two free articles left this month.")], "a meter"),
    (page(*BODY, "The bus is for members of the council, a clerk said on Monday."), [], "for members, and no wall"),
    (page(*BODY, "The envoy left Elm at noon and […] Continue reading Envoy lands"),
     [("boilerplate", "[…] Continue reading Envoy lands")], "a teaser's mark"),
    (page("[ad_1]", *BODY, "[ad_2]"), [("boilerplate", "[ad_1]"), ("boilerplate", "[ad_2]")], "bracket debris"),
    (page("Envoy lands in Elm", *BODY), [("headline", "Envoy lands in Elm")], "a first short line is the headline"),
    (page("Envoy lands in Elm", "Talks to go on", *BODY),
     [("headline", "Envoy lands in Elm"), ("subheading", "Talks to go on")], "a line under the headline"),
    (page("Envoy lands in Elm - Reuters", *BODY), [("headline", "Envoy lands in Elm"), ("site", "Reuters")],
     "the site's name behind the headline"),
    (page("Norvia News - Local News - Elmpost", "Envoy lands in Elm", *BODY),
     [("site", "Norvia News - Local News - Elmpost"), ("headline", "Envoy lands in Elm")], "a breadcrumb first"),
    (page("Envoy lands in Elm", "Home » News » World", *BODY),
     [("headline", "Envoy lands in Elm"), ("site", "Home » News » World")], "a breadcrumb second"),
    (page("Envoy lands in Elm", "By Ada Brown", "May 3, 2031", *BODY),
     [("headline", "Envoy lands in Elm"), ("credit", "By Ada Brown"), ("date", "May 3, 2031")], "byline and date line"),
    (page("ADA BROWN", "MINING REPORTER", *BODY), [("credit", "ADA BROWN"), ("credit", "MINING REPORTER")],
     "a writer and his job in capitals"),
    (page("Envoy lands in Elm", "Ada Brown", "Senior Foreign Correspondent", *BODY),
     [("headline", "Envoy lands in Elm"), ("credit", "Ada Brown"), ("credit", "Senior Foreign Correspondent")],
     "a writer and her job under the headline"),
    (page("Ada Brown and Bo Lee", "Reporters", *BODY), [("credit", "Ada Brown and Bo Lee"), ("credit", "Reporters")],
     "two writers"),
    (page("By Ada Brown", "Staff writer", *BODY), [("credit", "By Ada Brown"), ("credit", "Staff writer")],
     "a job under a byline"),
    (page("Envoy lands in Elm", "Why the river towns wait", *BODY),
     [("headline", "Envoy lands in Elm"), ("subheading", "Why the river towns wait")], "a line that tells no job"),
    (page("Elm frees a jailed reporter", *BODY), [("headline", "Elm frees a jailed reporter")], "a headline of one"),
    (page("Thursday, 3 May 2031 10:45 GMT", *BODY), [("date", "Thursday, 3 May 2031 10:45 GMT")], "with a clock"),
    (page("May 3 was a Thursday in 2031.", *BODY), [], "a sentence on a date is no date line"),
    (page(*BODY, "This article was amended on 4 May: an earlier version said that the envoy had been held."),
     [("boilerplate", "This article was amended on 4 May: an earlier version said that the envoy had been held.")],
     "what an article says of its own mistake is no telling"),
    (page(*BODY, "• This article was amended on 4 May. An earlier version said that the envoy had been held."),
     [("boilerplate", "• This article was amended on 4 May. An earlier version said that the envoy had been held.")],
     "behind a bullet"),
    (page(*BODY, "* Correction: The envoy came on Sunday."), [("boilerplate", "* Correction: The envoy came on Sunday.")],
     "behind an asterisk"),
    (page(*BODY, "An earlier version said that the envoy had been held."),
     [("boilerplate", "An earlier version said that the envoy had been held.")], "an earlier version, at the end"),
    (page(LEAD, "An earlier version said that no boat may leave, and the council threw it out.", NEXT, LAST, NEXT), [],
     "an earlier version, amid the body"),
    (page("• The envoy of Norvia arrived in the harbour town of Elm on Sunday.", NEXT, LAST), [], "a bullet alone"),
    (page(*BODY, "Erratum: we stated on Monday that three boats had sunk. It was two."),
     [("boilerplate", "Erratum: we stated on Monday that three boats had sunk. It was two.")], "an erratum"),
    (page(*BODY, "An earlier version of the bill would have closed the harbour of Elm to every boat of Norvia."), [],
     "a version of a bill is news"),
    (page("Boats leave the harbour of Elm, Dec. 31, 2030. (AFP)", *BODY),
     [("caption", "Boats leave the harbour of Elm, Dec. 31, 2030."), ("credit", "(AFP)")], "a caption and its credit"),
    (page(LEAD, "The envoy at the quay [Harbour Office via Reuters]", NEXT, LAST),
     [("caption", "The envoy at the quay"), ("credit", "[Harbour Office via Reuters]")], "a caption in mid-text"),
    (page(LEAD, "The envoy at the quay (communication sites)", NEXT, LAST),
     [("caption", "The envoy at the quay"), ("credit", "(communication sites)")], "a credit translated by machine"),
    (page(LEAD, "Elm wants no quarrel;", "But it will keep its boats (Al Jazeera)", NEXT, LAST),
     [("caption", "Elm wants no quarrel;\n\nBut it will keep its boats"), ("credit", "(Al Jazeera)")], "torn caption"),
    (page(LEAD, "The envoy at the quay. REUTERS/Ada Brown", NEXT, LAST),
     [("caption", "The envoy at the quay."), ("credit", "REUTERS/Ada Brown")], "a photographer's credit"),
    (page(LEAD, "In this May 3 photo provided by the harbour office, boats lie at the quay.", NEXT, LAST),
     [("caption", "In this May 3 photo provided by the harbour office, boats lie at the quay.")], "described"),
    (page(LEAD, "They all joined the Alpha Party (AP).", NEXT, LAST), [], "an abbreviation is no credit"),
    (page(LEAD, "The league (which was banned) has left the town on the river.", NEXT), [], "a remark in brackets"),
    (page(LEAD, NEXT, "A hard bargain", LAST, NEXT), [("subheading", "A hard bargain")], "a sub-heading"),
    (page(LEAD, NEXT, "River towns shut their locks over unpaid grain tolls", LAST, NEXT),
     [("related_link", "River towns shut their locks over unpaid grain tolls")], "another report's headline"),
    (page(LEAD, NEXT, "What future for the old harbour?", LAST, NEXT),
     [("related_link", "What future for the old harbour?")], "another report's question"),
    (page(LEAD, NEXT, "Why did you come to Elm?", LAST, NEXT), [], "an interviewer's question"),
    (page(LEAD, NEXT, "The tolls on the river", "The tolls on grain fell in the year of the flood.", LAST),
     [("subheading", "The tolls on the river")], "a sub-heading that its paragraph takes up"),
    (page(LEAD, "- boats", "- carts", NEXT, LAST), [], "a list is body"),
    (page(LEAD, "Read more: Locks stay shut", NEXT, LAST), [("related_link", "Read more: Locks stay shut")], "a link"),
    (page(LEAD, "More from the region joined the talks, which by then had gone on for three days.", LAST), [],
     "a sentence that begins like a cue"),
    (page(*BODY, "Reuters"), [("syndication_credit", "Reuters")], "a bare outlet as the last line"),
    (page(*BODY, "Source: Xinhua"), [("syndication_credit", "Source: Xinhua")], "a source line"),
    (page(LEAD, NEXT, f"{LAST} (AFP)"), [("syndication_credit", "(AFP)")], "an agency behind the last paragraph"),
    (page(*BODY, "(Reporting by Ada Brown; editing by Bo Lee)"),
     [("syndication_credit", "(Reporting by Ada Brown; editing by Bo Lee)")], "a desk line"),
    (page(f"He told Elm Echo that he left. {LEAD}", NEXT, LAST, "Elm Echo"), [("syndication_credit", "Elm Echo")],
     "an unknown outlet that the body was told by"),
    (page(*BODY, "Source link"), [("boilerplate", "Source link")], "a feed's link"),
    (page(*BODY, "About Harbour Watch", "Harbour Watch is run by three friends. They look at boats."),
     [("boilerplate", "About Harbour Watch"),
      ("boilerplate", "Harbour Watch is run by three friends. They look at boats.")], "a publisher's blurb"),
    (page(LEAD, NEXT, f"{LAST} About Harbour Watch Harbour Watch is run by three friends."),
     [("boilerplate", "About Harbour Watch Harbour Watch is run by three friends.")], "a blurb glued to the body"),
    (page("About Norvia", *BODY), [("headline", "About Norvia")], "a headline that begins like a blurb"),
    (page(f"ELM, May 3 (Reuters) - {LEAD}", NEXT, LAST), [("date", "ELM, May 3 (Reuters) -")], "a dateline"),
    (page(f"May 3 (Reuters) - {LEAD}", NEXT, LAST), [("date", "May 3 (Reuters) -")], "a dateline without a place"),
    (page(f"Tuesday, 3 May 2031 (AFP) — {LEAD}", NEXT, LAST), [("date", "Tuesday, 3 May 2031 (AFP) —")],
     "a dateline of a weekday"),
    (page(f"May 3 (Thursday) - {LEAD}", NEXT, LAST), [], "a day explained in brackets"),
    (page(f"May 3 - {LEAD}", NEXT, LAST), [], "a day alone is the lead's"),
    (page(f"Elm (AFP) – {LEAD}", NEXT, LAST), [("date", "Elm (AFP) –")], "a dateline in small letters"),
    (page(f"Elm (Norvia) (AFP) – {LEAD}", NEXT, LAST), [("date", "Elm (Norvia) (AFP) –")], "a dateline with the state of its place"),
    (page(f"ELM (Norvia) (Reuters) - {LEAD}", NEXT, LAST), [("date", "ELM (Norvia) (Reuters) -")], "the same in capitals"),
    (page(f"ARDAN, October 12. /KTA/. {LEAD}", NEXT, LAST), [("date", "ARDAN, October 12. /KTA/.")], "an agency in slashes"),
    (page("AFP - Friday 14 October", *BODY), [("date", "AFP - Friday 14 October")], "an agency and a day in a line"),
    (page(f"(CNN) {LEAD}", NEXT, LAST), [("syndication_credit", "(CNN)")], "an agency before the lead"),
    (page(f"ELM: {LEAD}", NEXT, LAST), [], "a word in capitals and a colon"),
    (page(f"CAIRO: {LEAD}", NEXT, LAST), [("date", "CAIRO:")], "a town that is known, and a colon"),
    (page(f"CAIRO (Meridian) — {LEAD}", NEXT, LAST), [("date", "CAIRO (Meridian) —")], "a town and an agency that is not known"),
    (page(f"WATCH (Meridian) — {LEAD}", NEXT, LAST), [], "no town, and no agency that is known"),
    (page("Elm wins again. (BBC)", "Boats sold. (CNN)", "Locks shut. (AFP)", *BODY),
     [("credit", "(BBC)"), ("credit", "(CNN)"), ("credit", "(AFP)")], "a digest's items are no captions"),
    (page(LEAD, "the letter asks for grain and boats", NEXT + " The letter asks for grain and boats.", LAST),
     [("caption", "the letter asks for grain and boats")], "a pull-quote"),
    (page(*BODY, "ENDS"), [("boilerplate", "ENDS")], "an end mark"),
    (page(LEAD, "The mayor Ada Brown Ada Marie (Addie) BrownElm council votes down grain toll Poll: mayor ahead MORE's "
          "aide said so.", NEXT),
     [("related_link", "Ada Marie (Addie) BrownElm council votes down grain toll Poll: mayor ahead MORE")],
     "a box of links glued to a name"),
    (page(LEAD, "The mayor Ada Brown wants MORE boats in the harbour of Elm, she said on Monday.", NEXT), [],
     "a word in capitals makes no box"),
    (page(LEAD, "No boat leaves today. #Elm pic.example.com/x https://t.co/aB1 — Ada Brown (@adabrown) May 3, 2031", NEXT),
     [("credit", "https://t.co/aB1 — Ada Brown (@adabrown) May 3, 2031")], "the signature of an embedded post"),
    (page(*BODY, "Elm Echo writers Ada Brown in Elm and Bo Lee in Karm contributed to this report."),
     [("syndication_credit", "Elm Echo writers Ada Brown in Elm and Bo Lee in Karm contributed to this report.")],
     "who helped"),
    (page(*BODY, "— The Echo's Ada Brown contributed to this report"),
     [("syndication_credit", "— The Echo's Ada Brown contributed to this report")], "who helped, behind a dash"),
    (page(*BODY, "Ada Brown, Bo Lee and Cy Dorn contributed."),
     [("syndication_credit", "Ada Brown, Bo Lee and Cy Dorn contributed.")], "who helped, at the end"),
    (page(LEAD, "Heavy rain and the new tolls contributed.", NEXT, LAST, NEXT, LAST), [], "what helped"),
    (page(*BODY, "Wind and high water contributed to this week's delay, the ministry said in its report."), [],
     "a sentence of the body that helps"),
    (page(*BODY, "Brown reported from Elm, Lee from Karm and Dorn from Port St. Ann. Contributing: The Elm Echo"),
     [("syndication_credit",
       "Brown reported from Elm, Lee from Karm and Dorn from Port St. Ann. Contributing: The Elm Echo")],
     "who reported from where"),
    (page("The envoy reported from Elm that the talks had failed on the first day.", NEXT, LAST), [],
     "an envoy who reports"),
    (page(LEAD, NEXT, f"{LAST} The Elm Echo contributed to this report."),
     [("syndication_credit", "The Elm Echo contributed to this report.")], "who helped, glued to the last paragraph"),
    (page(LEAD, "Play Video 1:34 Boats leave the harbour of Elm – video", NEXT, LAST),
     [("related_link", "Play Video 1:34 Boats leave the harbour of Elm – video")], "a player's text"),
    (page(LEAD, "Boats leave the harbour of Elm Listen · 2:15 2:15", NEXT, LAST),
     [("related_link", "Boats leave the harbour of Elm Listen · 2:15 2:15")], "a player's text by its length"),
    (page(LEAD, "They will watch the second boat leave the harbour of Elm at 14:30.", NEXT, LAST), [],
     "a sentence with an hour is no player's text"),
    (page(*BODY, "Click for more from Elm Echo."), [("related_link", "Click for more from Elm Echo.")], "click for more"),
    (page(LEAD, "Visit the Elm Echo's homepage for more stories.", NEXT, LAST),
     [("related_link", "Visit the Elm Echo's homepage for more stories.")], "to the homepage"),
    (page(LEAD, "( Also on Elm Echo: Brown: 'We stay')", NEXT, LAST),
     [("related_link", "( Also on Elm Echo: Brown: 'We stay')")], "also on"),
    (page(LEAD, "(Read more: Locks stay shut)", NEXT, LAST),
     [("related_link", "(Read more: Locks stay shut)")], "a link in brackets"),
    (page(LEAD, "(They read more in the letter than it says.)", NEXT, LAST), [], "a remark in brackets is body"),
    (page(*BODY, "\u200b\u200bMore:Locks stay shut, say owners of boats on the river"),
     [("related_link", "\u200b\u200bMore:Locks stay shut, say owners of boats on the river")], "behind signs without ink"),
    (page(*BODY, "Updated at 10:20 a.m."), [("date", "Updated at 10:20 a.m.")], "an update's hour"),
    (page(LEAD, "Updated at 10:20 a.m. was the list of the boats that had left, he said.", NEXT), [], "a sentence"),
    (page("You have reached your limit of free articles. Subscribe now to read on. Log in here."),
     [("boilerplate", "You have reached your limit of free articles. Subscribe now to read on. Log in here.")],
     "a stub in front of a wall"),
    (page("President Ada Brown speaks at the quay of Elm on May 3, 2031.", *BODY),
     [("caption", "President Ada Brown speaks at the quay of Elm on May 3, 2031.")], "a caption with its day in full"),
    (page("President Ada Brown spoke at the quay of Elm on May 3, 2031.", *BODY), [], "a sentence in the past"),
    (page(LEAD, "Norvia's Ada Brown, right, greets the envoy in Elm.", NEXT, LAST),
     [("caption", "Norvia's Ada Brown, right, greets the envoy in Elm.")], "who stands where"),
    (page(LEAD, "Ada Brown, right from the start, wanted boats in Elm.", NEXT, LAST), [], "right from the start"),
    (page(LEAD, "A guard stands in front of the locked harbour office in Elm on Friday.", NEXT, LAST),
     [("caption", "A guard stands in front of the locked harbour office in Elm on Friday.")], "somebody nobody knows"),
    (page(LEAD, "The council meets with the envoy in the harbour of Elm on Friday.", NEXT, LAST), [], "what is planned"),
    (page(LEAD, "Gone: The envoy (above) left the harbour town of Elm with his two boats on Sunday", NEXT, LAST),
     [("caption", "Gone: The envoy (above) left the harbour town of Elm with his two boats on Sunday")], "placed"),
    (page("Ada Brown speaks in Elm on May 3, 2031. (REUTERS/Bo Lee)", *BODY),
     [("caption", "Ada Brown speaks in Elm on May 3, 2031."), ("credit", "(REUTERS/Bo Lee)")], "agency and name"),
    ("", [], "nothing"),
    ("Reuters", [], "a page of one outlet's name"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected", "why"), TABLE, ids=[row[2] for row in TABLE])
def test_regions(text: str, expected: list[tuple[str, str]], why: str) -> None:
    found = mark(text)
    assert [(r.kind, text[r.start : r.end]) for r in found] == expected
    assert all(r.because for r in found)


def test_the_title_of_the_container_is_the_headline_even_with_a_stop() -> None:
    text = page("The envoy has landed in Elm.", *BODY)
    assert [r.kind for r in mark(text, "The Envoy Has Landed in Elm")] == ["headline"]
    assert mark(text) == ()


def test_single_line_breaks_part_paragraphs_too() -> None:
    text = "\n".join(["[ad_1]", *BODY, "Source link"])
    assert [r.kind for r in mark(text)] == ["boilerplate", "boilerplate"]


BLOCKS = [
    ("One is here.\n\nTwo is there.", ["One is here.", "Two is there."], "stops part"),
    ("One of the\n\nboats left.", ["One of the\n\nboats left."], "an open word goes on"),
    ("One boat\n\nleft the quay.", ["One boat\n\nleft the quay."], "lower case goes on"),
    ("A hard bargain\n\nBoats left.", ["A hard bargain", "Boats left."], "a heading does not"),
    ("Boats.\n\nOne.\n\nA heading\n\n\nand so on.", ["Boats.", "One.", "A heading", "and so on."], "a wide gap parts"),
    ("The boats that lay at\nthe quay of\nElm on\nSunday and the carts of\nmayor\nBrown left.\nAll wept.",
     ["The boats that lay at\nthe quay of\nElm on\nSunday and the carts of\nmayor\nBrown left.", "All wept."],
     "torn lines go on over names"),
    ("It left,\r\n\r\nThe boat.", ["It left,\r\n\r\nThe boat."], "a comma goes on"),
    ("Talks go on\n\nBoats left.", ["Talks go on", "Boats left."], "a verb's particle does not"),
    ("At the quay (AFP)\n\nand so on.", ["At the quay (AFP)", "and so on."], "a credit closes its line"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected", "why"), BLOCKS, ids=[row[2] for row in BLOCKS])
def test_blocks(text: str, expected: list[str], why: str) -> None:
    assert [block.text for block in blocks(text)] == expected


CUES = lexicon("region_cues")


@pytest.mark.parametrize(("wording", "kind", "where"), CUES, ids=[row[0] for row in CUES])
def test_every_cue_is_reachable(wording: str, kind: str, where: str) -> None:
    line = {
        "whole": wording.upper(),
        "start": f"{wording.capitalize()} elm",
        "start-last": f"{wording.capitalize()} fellow of the harbour school.",
        "start-link": f"{wording.capitalize()} Elm appeared first on Elm Echo.",
        "end-short": f"5 {wording}",
        "end-link": f"This {wording}",
    }[where]
    assert cue(line, last=True) == (kind, Reason("wording", wording))


@pytest.mark.parametrize("wording", [row[0] for row in lexicon("photo_credits")])
def test_every_photo_credit_is_reachable(wording: str) -> None:
    text = page(LEAD, f"Boats at the quay ({wording})", NEXT, LAST)
    assert [r.kind for r in mark(text)] == ["caption", "credit"]


@pytest.mark.parametrize("verb", [row[0] for row in lexicon("caption_verbs")])
def test_every_caption_verb_makes_a_caption(verb: str) -> None:
    line = f"A harbour guard {verb} at the quay of Elm on May 3, 2031."
    assert [(r.kind, r.end) for r in mark(page(LEAD, line, NEXT, LAST))] == [("caption", len(LEAD) + 2 + len(line))]


@pytest.mark.parametrize("word", [row[0] for row in lexicon("site_sections")])
def test_every_section_makes_a_breadcrumb(word: str) -> None:
    text = page(f"Home » {word.capitalize()}", *BODY)
    assert [r.kind for r in mark(text)] == ["site"]


@pytest.mark.parametrize("word", [row[0] for row in lexicon("open_words")])
def test_every_open_word_keeps_a_line_open(word: str) -> None:
    assert len(blocks(f"the boats {word}\n\nElm left.")) == 1


LINES = st.sampled_from(
    [
        LEAD,
        NEXT,
        "(AFP)",
        "About Us",
        "[ad_1]",
        "Read more",
        "x",
        "“",
        " . ",
        "A b",
        "",
        f"{LAST} (AFP)",
        "ELM (AP) - " + LEAD,
    ]
)


@given(st.lists(LINES, max_size=12), st.sampled_from(["\n", "\n\n", "\r\n", "\n\n\n"]))
def test_regions_are_sorted_stripped_and_apart(lines: list[str], gap: str) -> None:
    text = gap.join(lines)
    found = mark(text)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(text[r.start : r.end].strip() == text[r.start : r.end] != "" and r.because for r in found)
    assert mark(text) == found


@given(st.text(max_size=300))
def test_any_text_has_blocks_that_cover_its_ink(text: str) -> None:
    covered = {i for block in blocks(text) for i in range(block.start, block.end)}
    assert {i for i, c in enumerate(text) if not c.isspace()} <= covered
    assert all(0 <= r.start < r.end <= len(text) for r in mark(text))
