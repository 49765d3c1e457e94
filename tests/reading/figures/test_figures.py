"""The figures of a text: the number as an interval, what it counts, what befell that, and what is no figure."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from rashomon.comparing.joining.counted import disjoint
from rashomon.language import lexicon
from rashomon.reading import pipeline, read
from rashomon.reading.figures import figures
from rashomon.reading.figures.number import numbers
from rashomon.reading.number_words import cardinal, longest, number_words
from rashomon.records import Figure, Region, Report


def rows(text: str) -> list[Figure]:
    doc = pipeline()(text)
    return list(figures(doc, doc._.rashomon_times))


# --------------------------------------------------------------------------------------------------- the number alone

NUMBERS = [
    ("46 boats", [("46", 46, 46, 46)], "digits"),
    ("5,000 boats", [("5,000", 5000, 5000, 5000)], "thousands parted"),
    ("12,50,000 boats", [("12,50,000", 1250000, 1250000, 1250000)], "lakhs parted"),
    ("3 lakh and two crore", [("3 lakh", 3e5, 3e5, 3e5), ("two crore", 2e7, 2e7, 2e7)], "Indian scales"),
    ("1.5 million boats", [("1.5 million", 1.5e6, 1.5e6, 1.5e6)], "a decimal with its scale"),
    ("one hundred and twenty boats", [("one hundred and twenty", 120, 120, 120)], "words with and"),
    ("twenty-five thousand three hundred and one", [("twenty-five thousand three hundred and one", 25301, 25301, 25301)], "long words"),
    ("two dozen boats", [("two dozen", 24, 24, 24)], "dozens counted"),
    ("half a dozen, half a million", [("half a dozen", 6, 6, 6), ("half a million", 5e5, 5e5, 5e5)], "halves of a scale"),
    ("two and a half million", [("two and a half million", 2.5e6, 2.5e6, 2.5e6)], "and a half"),
    ("a hundred boats", [("a hundred", 100, 100, 100)], "the article is one"),
    ("at least 20", [("at least 20", 20, 20, None)], "least"),
    ("no fewer than 20", [("no fewer than 20", 20, 20, None)], "least, turned"),
    ("more than 20", [("more than 20", 20, 20, None)], "more, closed since reports round"),
    ("up to 20", [("up to 20", 20, None, 20)], "most"),
    ("as many as 20", [("as many as 20", 20, None, 20)], "most"),
    ("fewer than 20", [("fewer than 20", 20, None, 20)], "fewer"),
    ("no more than 20", [("no more than 20", 20, None, 20)], "most, turned"),
    ("around 20", [("around 20", 20, 18, 22)], "about"),
    ("some two dozen", [("some two dozen", 24, 21.6, 26.4)], "about, in words"),
    ("an estimated 50", [("an estimated 50", 50, 45, 55)], "about, estimated"),
    ("nearly two dozen", [("nearly two dozen", 24, 21.6, 24)], "nearly is under"),
    ("almost 30", [("almost 30", 30, 27, 30)], "almost is under"),
    ("just over 40", [("just over 40", 40, 40, 44)], "a little more"),
    ("at least about 20", [("at least about 20", 20, 18, None)], "the inner word first"),
    ("20 or more", [("20 or more", 20, 20, None)], "bound behind it"),
    ("20-odd, 20-plus, 100+", [("20-odd", 20, 18, 22), ("20-plus", 20, 20, None), ("100+", 100, 100, None)], "bound at its end"),
    ("a dozen or so", [("a dozen or so", 12, 10.8, 13.2)], "or so"),
    ("between 30 and 40", [("between 30 and 40", 40, 30, 40)], "between"),
    ("30 to 40", [("30 to 40", 40, 30, 40)], "to"),
    ("20-30", [("20-30", 30, 20, 30)], "hyphen"),
    ("two or three", [("two or three", 3, 2, 3)], "or"),
    ("20 to 30 million", [("20 to 30 million", 3e7, 2e7, 3e7)], "the scale is of both"),
    ("$10-15 million", [("$10-15 million", 1.5e7, 1e7, 1.5e7)], "the scale of money is of both"),
    ("dozens", [("dozens", 24, 24, None)], "at least two dozen"),
    ("hundreds of thousands", [("hundreds of thousands", 2e5, 2e5, None)], "plural of plural"),
    ("tens of thousands", [("tens of thousands", 2e4, 2e4, None)], "tens of"),
    ("several boats, a few boats", [("several", 3, 3, None), ("a few", 2, 2, None)], "some"),
    ("a few hundred, several dozen", [("few hundred", 200, 200, None), ("several dozen", 24, 24, None)], "some of a scale"),
    ("a couple of boats", [("a couple", 2, 2, 3)], "couple"),
    ("a couple of hundred boats", [("couple of hundred", 200, 200, None)], "couple of a scale"),
    ("$5m, £3bn", [("$5m", 5e6, 5e6, 5e6), ("£3bn", 3e9, 3e9, 3e9)], "money cut short"),
    ("7 percent, 3.5%", [("7 percent", 7, 7, 7), ("3.5%", 3.5, 3.5, 3.5)], "hundredths"),
    ("half of it", [("half", 50, 45, 55)], "a share in hundredths"),
    ("two-thirds of them", [("two-thirds", 66.666667, 60, 73.333334)], "shares"),
    ("one in five boats", [("one in five", 20, 18, 22)], "one in so many"),
    ("no one, nobody, none", [("no one", 0, 0, 0), ("nobody", 0, 0, 0), ("none", 0, 0, 0)], "nobody"),
    ("29-year-old, a two-state plan", [], "an adjective's number"),
    ("an F-16 and a MI6 man on the 12th at 10:30", [], "pieces of names and times"),
    ("9/11, 3-1, 231 to 198", [], "dates and results"),
    ("a third boat, the quarter", [], "ordinals"),
    ("no longer, no doubt", [], "no number at all"),
    ("the million, dozen", [], "a scale with nothing to multiply"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [r[:2] for r in NUMBERS], ids=[r[2] for r in NUMBERS])
def test_a_number_is_an_interval(text: str, expected: list[tuple[str, float, float | None, float | None]]) -> None:
    assert [(text[n.start : n.end], n.value, n.low, n.high) for n in numbers(text)] == expected


ONES = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")


def spelt(n: int, and_: bool) -> str:
    """Write a whole number in words, as a copy desk would."""
    if n < 20:
        return ONES[n]
    if n < 100:
        return TENS[n // 10 - 2] + (f"-{ONES[n % 10]}" if n % 10 else "")
    for size, name in ((10**9, "billion"), (10**6, "million"), (1000, "thousand"), (100, "hundred")):
        if n >= size:
            rest = n % size
            glue = " and " if and_ and rest < 100 else " "
            return f"{spelt(n // size, and_)} {name}" + (glue + spelt(rest, and_) if rest else "")
    raise AssertionError(n)


@settings(max_examples=300, deadline=None)
@given(st.integers(1, 10**12 - 1) | st.integers(1, 3000), st.booleans())
def test_any_number_in_words_is_read_back(n: int, and_: bool) -> None:
    text = f"Crews saw {spelt(n, and_)} gulls."
    assert [(f.value, f.low, f.high) for f in numbers(text)] == [(n, n, n)]


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="0123456789,.-$% to and of a half dozen third no one two hundreds\n", max_size=60))
def test_numbers_stand_in_order_within_any_text(text: str) -> None:
    found = list(numbers(text))
    assert all(0 <= n.start <= n.first < n.last <= n.end <= len(text) for n in found)
    assert all(a.last <= b.first for a, b in pairwise(found))
    assert all(n.low is None or n.high is None or n.low <= n.high for n in found)


NO_ONE_NUMBER = ["three four", "nineteen ninety", "twenty zero", "one hundred two dozen", "hundred hundred"]


@pytest.mark.parametrize("words", NO_ONE_NUMBER)
def test_words_that_make_no_single_number_make_none(words: str) -> None:
    cut = [number_words()[w] for w in words.split()]
    assert cardinal(cut) is None
    read = longest(cut)
    assert read is not None
    assert read[1] < len(cut)


# --------------------------------------------------------------------------------------- what is counted, what befell it

COUNTS = [
    ("The bombing of the depot killed 12.", ["12 person dead"], "bare object of a verb of fate"),
    ("Twelve were wounded in the raid.", ["Twelve person hurt"], "bare subject of a passive"),
    ("The quake claimed 12 lives.", ["12 person dead"], "lives claimed"),
    ("The flood claimed the lives of 67 farmers.", ["67 farmer dead"], "the lives of"),
    ("Nine women lost their lives.", ["Nine woman dead"], "who lost their lives"),
    ("Twelve farmers lost their homes.", ["Twelve farmer"], "who lost something else"),
    ("The body count rose to 31.", ["31 person dead"], "a count of bodies"),
    ("A death toll of 46 was given.", ["46 person dead"], "a toll of"),
    ("The toll rose to 46.", ["46 person dead"], "a toll that rose"),
    ("Toll from Karm blast rises to 34", ["34 person dead"], "a toll in a headline"),
    ("The death toll reached 318.", ["318 person dead"], "a toll that reached"),
    ("Officials put the toll at 46.", ["46 person dead"], "a toll put at"),
    ("The number of people killed rose from 12 to 46.", ["46 person dead"], "a number that rose, the former left out"),
    ("The number of wounded now stands at 60.", ["60 person hurt"], "a number of"),
    ("The nurse was convicted of one count of murder.", [], "a count of a charge is nobody dead"),
    ("The nurse faces two counts of murder and one count of theft.", ["two count"], "counts of charges"),
    ("The thief was caught a few blocks away.", [], "how far away"),
    ("The shop stands five houses away from the school.", [], "how far away, in houses"),
    ("Five houses burned away from the road.", ["Five house"], "houses that burned"),
    ("The families put the number of missing at 74.", ["74 person missing"], "a number put to the missing"),
    ("The families put the number of the missing at 74.", ["74 person missing"], "put to them with an article"),
    ("Police estimated the crowd at 2,500.", ["2,500 person"], "put to a crowd"),
    ("Organisers put the crowd outside the town hall at 1,500.", ["1,500 person"], "put to it with its place between"),
    ("Organisers placed turnout at nearly 9,000.", ["nearly 9,000 person"], "put to a turnout"),
    ("The crowd was estimated at 2,500 by the guards.", ["2,500 person"], "put to it by others"),
    ("The ministry put the dead at 24 and the injured at 60.", ["24 person dead", "60 person hurt"], "put to two"),
    ("The ministry put deaths at 24.", ["24 person dead"], "put to deaths"),
    ("Zahria has put its own losses at eight.", ["eight person casualty"], "put to losses"),
    ("The council puts the population of Elm at 9,000.", ["9,000 person"], "put to a population"),
    ("The mayor put the date at 1450.", [], "put to a date"),
    ("The ministry said 63 people had been killed. The council put the number at 41.", ["63 person dead", "41 person dead"], "the number of what was counted before"),
    ("Police said nine guards were hurt. The hospital gave a figure of 14.", ["nine guard hurt", "14 guard hurt"], "a figure of so many"),
    ("The mayor said 12 houses burned. The governor said that it was 30.", ["12 house", "30 house"], "said that it was so many"),
    ("The families said 40 men were missing. The guards said that 18 were.", ["40 man missing", "18 man missing"], "so many were"),
    ("The mayor said 12 houses burned. The governor spoke at 30.", ["12 house"], "at a number that nobody puts"),
    ("The crowd marched at noon past 14.", [], "what a crowd does puts nothing"),
    ("12 dead, 30 injured in market blast", ["12 person dead", "30 person hurt"], "a headline"),
    ("Twelve people killed in Karm blast", ["Twelve person dead"], "a passive without its verb"),
    ("Karm blast kills 34, wounds 120", ["34 person dead", "120 person hurt"], "a headline in the present"),
    ("The raid left 12 dead and 30 wounded.", ["12 person dead", "30 person hurt"], "left dead"),
    ("12 fatalities and 30 injuries were reported.", ["12 person dead", "30 person hurt"], "nouns that count"),
    ("28 bodies were found.", ["28 person dead"], "bodies"),
    ("The deaths of 12 farmers shook Karm.", ["12 farmer dead"], "a noun of fate and of"),
    ("Twelve American troops were wounded.", ["Twelve troop hurt"], "the head noun, not the nation"),
    ("Two corrections officers were hurt.", ["Two officer hurt"], "the head of a compound"),
    ("The army killed 12 Norlanders.", ["12 norlander dead"], "a people"),
    ("Police arrested 12 and freed eight.", ["12 person held", "eight person freed"], "held and freed"),
    ("Rebels took 12 hostages.", ["12 person held"], "hostages"),
    ("Twelve workers were taken hostage.", ["Twelve worker held"], "taken hostage"),
    ("Four hikers went missing and 12 are still missing.", ["Four hiker missing", "12 person missing"], "missing"),
    ("Some 17,000 people had fled their homes.", ["Some 17,000 person displaced"], "fled"),
    ("The storm displaced 5,000 and left 300 homeless.", ["5,000 person displaced", "300 person displaced"], "driven out"),
    ("Gunmen shot dead seven villagers.", ["seven villager dead"], "shot dead"),
    ("Three men were shot and killed.", ["Three man dead"], "shot and killed"),
    ("Seven villagers were gunned down and a dozen kidnapped.", ["Seven villager dead", "a dozen person held"], "joined passives"),
    ("Some 300 people are believed to have fled.", ["Some 300 person displaced"], "believed to have"),
    ("Some two dozen were feared dead.", ["Some two dozen person dead"], "feared dead"),
    ("Dozens were killed and hundreds wounded.", ["Dozens person dead", "hundreds person hurt"], "plurals alone"),
    ("Scores of villagers died.", ["Scores villager dead"], "plurals with of"),
    ("Hundreds of thousands of people fled.", ["Hundreds of thousands person displaced"], "plural of plural with of"),
    ("Two officers suffered minor injuries.", ["Two officer hurt"], "suffered injuries"),
    ("Twenty homes were destroyed and 30 damaged.", ["Twenty home destroyed", "30 home damaged"], "things, the second left out"),
    ("Two missiles hit the port and three missed.", ["Two missile", "three missile"], "left out after its like"),
    ("The blast, which killed 24 and injured dozens, hit the port.", ["24 person dead", "dozens person hurt"], "a noun behind another verb"),
    ("Twelve gunmen killed a guard.", ["Twelve gunman"], "who kills is not killed"),
    ("He was killed by two gunmen.", ["two gunman"], "by whom"),
    ("No one was hurt.", ["No one person hurt"], "nobody"),
    ("No Norlanders were hurt.", ["No norlander hurt"], "no one of a people"),
    ("Nine miners lost their lives in the cave-in.", ["Nine miner dead"], "lives lost"),
    ("Ten families lost their homes.", ["Ten family"], "homes lost"),
    ("The dead number 47, the ministry said.", ["47 person dead"], "the dead number"),
    ("The detainees numbered more than 200.", ["more than 200 person held"], "those who are counted number"),
    ("The number 12 bus hit a wall.", [], "a number that names"),
    ("The body count hit 24.", ["24 person dead"], "a count of bodies"),
    ("The vote count reached 24.", [], "a count of nobody"),
    ("The dead, 23 by last evening, were laid out in the gym.", ["23 person dead"], "the dead, so many"),
    ("They put dead civilians at 23.", ["23 person dead"], "the dead put at"),
    ("A toll that the coroner put at 62 may rise.", ["62 person dead"], "a toll that is put at"),
    ("The figure that the mayor fixed at 62 may rise.", [], "a figure of nobody"),
    ("At least 210 people have been treated for injuries.", ["At least 210 person hurt"], "treated for what hurt them"),
    ("Medics treated 30 people for shock.", ["30 person hurt"], "who treats whom"),
    ("Doctors treated 30 people for free.", ["30 person"], "for nothing"),
    ("Twelve patients were treated for fever.", ["Twelve patient"], "for an illness"),
    ("Sixty-one soldiers are behind bars.", ["Sixty-one soldier held"], "a state with a preposition"),
    ("Twelve students are in trouble.", ["Twelve student"], "another state"),
    ("Helicopters plucked 14 sailors from the water.", ["14 sailor rescued"], "plucked from"),
    ("None was injured.", ["None person hurt"], "none"),
    ("Not one villager was hurt.", ["Not one villager hurt"], "not one"),
    ("There were no casualties.", ["no person casualty"], "no casualties"),
    ("At least one soldier was killed.", ["At least one soldier dead"], "one that is counted"),
    ("It costs $110 billion.", ["$110 billion dollar"], "money"),
    ("Exports fell 12 percent.", ["12 percent percent"], "hundredths"),
    ("A dispute over three islands went on.", ["three island"], "over is no bound here"),
    ("Over 12 people died.", ["Over 12 person dead"], "over is one here"),
    ("Police released 12 documents.", ["12 document"], "things are not freed"),
    ("How many babies were killed is not agreed. Dr Berg says 11. A nurse said it was seven.", ["11 baby dead", "seven baby dead"], "what the number was asked of"),
    ("How many drowned? The owner says 12.", ["12 person dead"], "people are asked for"),
    ("How many pupils were in the school is disputed. The headmaster is 41.", [], "an age answers nothing"),
    ("How many times had he called? The clerk says 11.", [], "how often is no count"),
    ("How many drowned is unknown. Berg sticks to Article 12.", [], "an article answers nothing"),
    ("Thirty miners were trapped, the owner said. The governor puts it at 44.", ["Thirty miner trapped", "44 miner trapped"], "put at"),
    ("Thirty miners were trapped, the owner said. The union has always given a higher figure, 44.", ["Thirty miner trapped", "44 miner trapped"], "a figure beside its number"),
    ("The stadium put the crowd at 9,000. The club stuck to 12,000.", ["9,000 person", "12,000 person"], "stuck to"),
    ("Forty people died, the mayor said. The figure was closer to 60, the doctors said.", ["Forty person dead", "60 person dead"], "closer to"),
    ("Forty people died, the mayor said, but the army gave the number as ten.", ["Forty person dead", "ten person dead"], "in one sentence"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [r[:2] for r in COUNTS], ids=[r[2] for r in COUNTS])
def test_what_is_counted_and_what_befell_it(text: str, expected: list[str]) -> None:
    assert [" ".join(filter(None, (text[f.start : f.end], f.counts, f.fate))) for f in rows(text)] == expected


PARTS = [
    ("The raid killed 12 people, including three children.", ["12 person dead", "three child dead of person"], "including"),
    ("12 people, including three children and two women, were killed.", ["12 person dead", "three child dead of person", "two woman dead of person"], "including two kinds"),
    ("The attack killed 21, among them four nurses.", ["21 person dead", "four nurse dead of person"], "among them"),
    ("The strike killed 12 people, three of them children.", ["12 person dead", "three child dead of person"], "of them, named behind"),
    ("46 people were killed, of whom 12 were children.", ["46 person dead", "12 child dead of person"], "of whom"),
    ("Of the 24 killed, nine were children.", ["24 person dead", "nine child dead of person"], "of the killed"),
    ("Five of the injured died.", ["Five person dead of injured"], "what became of some"),
    ("Eleven of the 46 passengers survived.", ["Eleven passenger alive of passenger", "46 passenger"], "of so many"),
    ("The dead included three children.", ["three child dead of person"], "the dead included"),
    ("Among the dead were two children.", ["two child dead of person"], "among the dead"),
    ("A third of the fleet was destroyed.", ["A third percent destroyed of fleet"], "a share"),
    ("Half the town was evacuated.", ["Half percent displaced of town"], "a share without of"),
    ("Half of the prisoners were freed.", ["Half percent freed of person"], "a share of people"),
    ("Crews fired 16 missiles, at least 11 of which hit the port.", ["16 missile", "at least 11 missile of missile"], "of which"),
    ("Two more people have died.", ["Two person dead of person"], "what comes on top is no whole"),
    ("Two other shells hit the port.", ["Two shell of shell"], "two others are not all"),
    ("The storm killed a cook and wounded two other sailors.", ["two sailor hurt"], "all who were hurt"),
    ("Another five bodies were found.", ["five person dead of person"], "another so many"),
    ("An additional 12 soldiers were killed.", ["12 soldier dead of soldier"], "additional"),
    ("More than 12 soldiers were killed.", ["More than 12 soldier dead"], "more than so many is a whole"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [r[:2] for r in PARTS], ids=[r[2] for r in PARTS])
def test_a_part_is_told_from_the_whole(text: str, expected: list[str]) -> None:
    told = [
        " ".join(filter(None, (text[f.start : f.end], f.counts, f.fate, f.part and f"of {f.of}"))) for f in rows(text)
    ]
    assert told == expected


NO_FIGURES = [
    ("Karl Brandt, 52, spoke. Marta Olin (34) listened.", "ages"),
    ("A man aged 40 spoke. He is 40 years old.", "ages in words"),
    ("A 29-year-old man spoke.", "an age before its noun"),
    ("Article 51 allows it. Section 3 does not.", "articles"),
    ("Flight 752 landed. Unit 29155 left.", "names with numbers"),
    ("The No. 5 ferry sailed.", "what is numbered"),
    ("In 2019 the port closed. It opened in 1998.", "years"),
    ("It began on 4 May at 10:30 and lasted three weeks.", "times"),
    ("Karm beat Lanse 3-1. The bill passed 51-49.", "results"),
    ("Parliament voted 231 to 198.", "votes"),
    ("One official spoke. It is one thing to know.", "one as an article"),
    ("No evidence was found. No one knows.", "no without a fate"),
    ("Every one of them was charged.", "every one"),
    ("A mother of two spoke.", "a parent of so many"),
    ("The six-party talks on a two-state plan resumed.", "adjectives"),
    ("The seven guards spoke, all but three.", "all but so many"),
]  # fmt: skip


@pytest.mark.parametrize("text", [r[0] for r in NO_FIGURES], ids=[r[1] for r in NO_FIGURES])
def test_what_is_no_figure(text: str) -> None:
    assert [text[f.start : f.end] for f in rows(text) if text[f.start : f.end] != "seven"] == []


def test_figures_are_read_where_the_report_tells_and_not_beside_it() -> None:
    text = "The raid killed 12. Photo: 30 people fled."
    doc = pipeline()(text)
    at = text.index("Photo")
    doc._.rashomon_regions = (Region(at, len(text), "caption"),)
    assert [f.value for f in figures(doc, ())] == [12]
    doc._.rashomon_regions = (Region(0, at, "headline"),)
    assert [f.value for f in figures(doc, ())] == [12, 30]


def test_offsets_are_into_the_stored_text_whatever_the_parser_sees() -> None:
    text = "“It’s over,” he said — at least 12 villagers were killed 🙂 and 30 hurt."
    doc = pipeline()(text)
    doc._.rashomon_report = Report("r", text)
    assert [text[f.start : f.end] for f in figures(doc, ())] == ["at least 12", "30"]


def test_a_text_without_a_parse_has_no_figures() -> None:
    assert figures(pipeline().make_doc("The raid killed 12."), ()) == ()


# ------------------------------------------------------------------------------------- what two figures leave possible

MEETING = [
    ("At least 20 people were killed.", "24 people were killed.", False, "at least holds more"),
    ("Up to 20 people were killed.", "12 people were killed.", False, "up to holds fewer"),
    ("Nearly two dozen people were killed.", "23 people were killed.", False, "nearly holds a little fewer"),
    ("About 100 people were killed.", "94 people were killed.", False, "about holds what is near"),
    ("Between 30 and 40 people were killed.", "34 people were killed.", False, "a range holds its middle"),
    ("Dozens of people were killed.", "46 people were killed.", False, "dozens are open above"),
    ("One hundred and twenty people were killed.", "120 people were killed.", False, "words and digits"),
    ("The bombing killed 12.", "The bombing killed 24.", True, "two bare numbers"),
    ("At least 20 people were killed.", "12 people were killed.", True, "fewer than the least"),
    ("Fewer than 20 people were killed.", "46 people were killed.", True, "more than the most"),
    ("No one was killed.", "Two people were killed.", True, "nobody and somebody"),
    ("Hundreds were killed.", "12 people were killed.", True, "hundreds and a dozen"),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other", "apart"), [r[:3] for r in MEETING], ids=[r[3] for r in MEETING])
def test_figures_are_apart_where_no_number_can_be_both(one: str, other: str, apart: bool) -> None:
    ((a,), (b,)) = rows(one), rows(other)
    assert (a.counts, a.fate) == (b.counts, b.fate) == ("person", "dead")
    assert disjoint(a, b) is apart
    assert disjoint(b, a) is apart


# ------------------------------------------------------------------------------------------------------- the lexicons


# A sentence for each way in which a word tells a fate: "word/tag/part of speech/relation/head", @ the word itself.
WAYS = {
    "to": "They/PRP/PRON/nsubj/1 @/VBP/VERB/ROOT/1 12/CD/NUM/nummod/3 ships/NNS/NOUN/dobj/1",
    "who": "They/PRP/PRON/nsubj/1 @/VBP/VERB/ROOT/1 12/CD/NUM/nummod/3 crewmen/NNS/NOUN/dobj/1",
    "by": "12/CD/NUM/nummod/1 ships/NNS/NOUN/nsubj/2 @/VBP/VERB/ROOT/2",
    "is": "12/CD/NUM/nummod/1 ships/NNS/NOUN/nsubj/2 are/VBP/AUX/ROOT/2 @/JJ/ADJ/acomp/2",
    "of": "@/NN/NOUN/ROOT/0 of/IN/ADP/prep/0 12/CD/NUM/nummod/3 ships/NNS/NOUN/pobj/1",
    "toll": "@/NN/NOUN/nsubj/1 hit/VBD/VERB/ROOT/1 12/CD/NUM/dobj/1",
    "lives": "They/PRP/PRON/nsubj/1 @/VBP/VERB/ROOT/1 12/CD/NUM/nummod/3 lives/NNS/NOUN/dobj/1",
    "suffers": "12/CD/NUM/nummod/1 ships/NNS/NOUN/nsubj/2 @/VBP/VERB/ROOT/2 injury/NN/NOUN/dobj/2",
    "taken": "12/CD/NUM/nummod/1 ships/NNS/NOUN/nsubjpass/3 were/VBD/AUX/auxpass/3 taken/VBN/VERB/ROOT/3 @/NN/NOUN/dep/3",
    "unto": "They/PRP/PRON/nsubj/1 beat/VBD/VERB/ROOT/1 to/IN/ADP/prep/1 @/NN/NOUN/pobj/2 12/CD/NUM/nummod/5 ships/NNS/NOUN/dobj/1",
    "between": "12/CD/NUM/ROOT/0 @/RB/ADV/dep/0 dead/JJ/ADJ/dep/0",
    "number": "@/NN/NOUN/nsubj/3 of/IN/ADP/prep/0 dead/NNS/NOUN/pobj/1 hit/VBD/VERB/ROOT/3 12/CD/NUM/dobj/3",
    "sum": "They/PRP/PRON/nsubj/1 put/VBP/VERB/ROOT/1 @/NN/NOUN/dobj/1 at/IN/ADP/prep/1 12/CD/NUM/pobj/3",
    "puts": "They/PRP/PRON/nsubj/1 @/VBP/VERB/ROOT/1 dead/NNS/NOUN/dobj/1 at/IN/ADP/prep/1 12/CD/NUM/pobj/3",
    "count": "12/CD/NUM/nummod/1 @/NNS/NOUN/nsubj/2 came/VBD/VERB/ROOT/2",
    "loses": "12/CD/NUM/nummod/1 crewmen/NNS/NOUN/nsubj/2 @/VBP/VERB/ROOT/2 life/NN/NOUN/dobj/2",
    "lost": "12/CD/NUM/nummod/1 crewmen/NNS/NOUN/nsubj/2 lost/VBD/VERB/ROOT/2 @/NN/NOUN/dobj/2",
    "treats": "12/CD/NUM/nummod/1 crewmen/NNS/NOUN/nsubjpass/3 were/VBD/AUX/auxpass/3 @/VBN/VERB/ROOT/3 "
    "for/IN/ADP/prep/3 injury/NN/NOUN/pobj/4",
    "ill": "12/CD/NUM/nummod/1 crewmen/NNS/NOUN/nsubjpass/3 were/VBD/AUX/auxpass/3 treated/VBN/VERB/ROOT/3 "
    "for/IN/ADP/prep/3 @/NN/NOUN/pobj/4",
    "numbers": "dead/NNS/NOUN/nsubj/1 @/VBP/VERB/ROOT/1 12/CD/NUM/dobj/1",
    "in": "12/CD/NUM/nummod/1 crewmen/NNS/NOUN/nsubj/2 are/VBP/AUX/ROOT/2 @/IN/ADP/prep/2 @/NN/NOUN/pobj/3",
}
LEMMAS = {"ships": "ship", "lives": "life", "are": "be", "were": "be", "taken": "take", "crewmen": "crewman"}
LEMMAS |= {"lost": "lose", "treated": "treat"}


def built(way: str, word: str, counted: str = "crewmen") -> Doc:
    text = WAYS[way].replace("crewmen", counted)
    for told in word.split() if way == "in" else [word]:
        text = text.replace("@", told, 1)
    parts = [p.rsplit("/", 4) for p in text.split()]
    words, tags, pos, deps, heads = (list(column) for column in zip(*parts, strict=True))
    lemmas = [w if w == word else LEMMAS.get(w, w.lower()) for w in words]
    vocab = pipeline().vocab
    return Doc(vocab, words=words, tags=tags, pos=pos, deps=deps, heads=[int(h) for h in heads], lemmas=lemmas)


@pytest.mark.parametrize("row", lexicon("fates"), ids=lambda row: f"{row[1]}-{row[0]}")
def test_every_word_of_fate_tells_it(row: tuple[str, ...]) -> None:
    found = figures(built(row[1], row[0]), ())
    expected = {
        "suffers": "hurt",
        "between": "dead",
        "number": "dead",
        "puts": "dead",
        "loses": "dead",
        "treats": "hurt",
        "numbers": "dead",
    }.get(row[1], row[2] if len(row) > 2 else "")
    assert [(f.value, f.fate) for f in found] == [(12, expected)]
    if row[1] in ("count", "toll", "lives", "number", "between", "sum", "puts"):
        assert found[0].counts == "person"


@pytest.mark.parametrize("noun", [row[0] for row in lexicon("people_nouns")])
def test_every_noun_of_people_counts_people(noun: str) -> None:
    assert [f.fate for f in figures(built("who", "free", noun), ())] == ["freed"]


NUMBER_FRAMES = {
    "numword": ("{} boats", 1),
    "bignum": ("a {} boats", 1),
    "scale": ("one {} boats", 1),
    "plural": ("{} of boats", 2),
    "none": ("{} boats", 1),
}


@pytest.mark.parametrize("row", lexicon("number_words"), ids=lambda row: row[0])
def test_every_number_word_makes_a_number(row: tuple[str, ...]) -> None:
    word, kind, value = row
    if kind == "part":
        (number,) = numbers(f"two {word} of it" if word.endswith("s") else f"a {word} of it")
        assert number.value == pytest.approx((200 if word.endswith("s") else 100) / float(value))
    elif kind == "some":
        (number,) = numbers(
            f"{word} boats" if word == "several" else f"a {word} of boats" if word != "few" else "a few boats"
        )
        assert number.low == float(value)
    else:
        frame, times = NUMBER_FRAMES[kind]
        (number,) = numbers(frame.format(word))
        assert number.value == times * float(value)


@pytest.mark.parametrize("row", [r for r in lexicon("number_bounds") if r[0][:2] != "or"], ids=lambda row: row[0])
def test_every_bound_widens_a_number(row: tuple[str, ...]) -> None:
    text = f"100-{row[0]} men" if row[0] in ("odd", "plus") else f"{row[0]} 100 men"
    (number,) = numbers(text)
    assert (number.start, number.value) == (0, 100)
    assert (number.low, number.high) != (100, 100)


CALLED_BY_NUMBER = (
    ("A Boeing 737 jet crashed.", ()),
    ("Three Boeing 737 jets were grounded.", (3.0,)),
    ("The airline ordered 12 Airbus A320 planes.", (12.0,)),
    ("Interstate 95 drivers waited.", ()),
    ("He told Channel 4 viewers that it was over.", ()),
    ("Channel 4 News said so.", ()),
    ("Unit 731 doctors were tried.", ()),
    ("Ward 7 residents complained.", ()),
    ("Room 12 guests were woken.", ()),
    ("Gate 3 guards ran.", ()),
    ("Apollo 13 astronauts returned.", ()),
    ("Windows 10 users complained.", ()),
    ("Area 51 workers spoke.", ()),
    ("Title 9 complaints rose.", ()),
    ("Type 2 patients were treated.", ()),
    ("Studio 54 guests danced.", ()),
    ("Block 9 prisoners rioted.", ()),
    ("District 9 voters stayed home.", ()),
    ("In Lund 40 houses burned.", (40.0,)),
    ("On Monday 12 miners died.", (12.0,)),
    ("At the terminal 200 passengers waited.", (200.0,)),
    ("In the district 40 houses burned.", (40.0,)),
    ("Outside the room 12 guests waited.", (12.0,)),
    ("Near the border 9 soldiers died.", (9.0,)),
)  # fmt: skip


@pytest.mark.parametrize(("text", "values"), CALLED_BY_NUMBER, ids=[row[0] for row in CALLED_BY_NUMBER])
def test_the_number_of_a_thing_counts_nothing(text: str, values: tuple[float, ...]) -> None:
    assert tuple(sorted(f.value for c in read(text).clauses for f in c.figures)) == values
