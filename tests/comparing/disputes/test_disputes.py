"""Disputes by their kinds: who denies what, rival doers and counts, what is no dispute, and what is superseded."""

from __future__ import annotations

import pytest

from rashomon.comparing import compare
from rashomon.reading import read
from rashomon.records import Conflict, Findings, Report


def _found(*texts: str, days: tuple[str, ...] = ()) -> tuple[Findings, dict[str, str]]:
    dated = days or ("2024-05-08",) * len(texts)
    reports = [
        Report(id=f"r{n}", text=text, outlet=f"Outlet {n}", published=day)
        for n, (text, day) in enumerate(zip(texts, dated, strict=True), 1)
    ]
    return compare(reports, read(reports)), {r.id: r.text for r in reports}


def _words(conflict: Conflict, texts: dict[str, str]) -> list[list[str]]:
    return [[texts[r][start:end] for r, start, end in side.evidence] for side in conflict.sides]


def _has(conflict: Conflict, texts: dict[str, str], one: str, other: str) -> bool:
    a, b = (" | ".join(side) for side in _words(conflict, texts))
    return (one in a and other in b) or (one in b and other in a)


DISPUTED = (
    (
        ("Jets of the ministry bombed the depot in Karm, the mayor said.", "The ministry denied that its jets bombed the depot in Karm."),
        "jets bombed the depot", "bombed the depot", "a denial with its object",
    ),
    (
        ("Witnesses said Omar Saleh killed the guard at the mill in Tarn.", "Omar Saleh denied killing the guard at the mill in Tarn."),
        "denied killing the guard", "killed the guard", "a denied deed in the -ing form",
    ),
    (
        ("The port of Halim closed on Monday. The governor said the dockers had burned the cranes. The dockers denied this.",),
        "denied this", "burned the cranes", "a denial that points back: the sentence before tells it",
    ),
    (
        ("Berg robbed the museum in Selde, prosecutors allege. Berg has denied any involvement.",),
        "denied any involvement", "robbed the museum", "a denied hand in it: the one who accuses the denier",
    ),
    (
        ("A court in Selde heard that Lena Berg stole the paintings. Lena Berg pleaded not guilty.",),
        "pleaded not guilty", "stole the paintings", "not guilty of what she is charged with",
    ),
    (
        ("The rebels said the army had poisoned the wells of Tarn. The army called the accusation baseless.",),
        "baseless", "poisoned the wells", "what is called false",
    ),
    (
        ("The governor was warned of the flood in Halim, an engineer said.", "The governor was not warned of the flood in Halim, a spokeswoman said."),
        "was not warned of the flood", "was warned of the flood", "a deed and its negation",
    ),
    (
        ("The bombing of the depot in Karm killed 12 people on Tuesday, the ministry said.", "The bombing of the depot in Karm killed 24 people on Tuesday, the mayor, Omar Saleh, said."),
        "12", "24", "two counts of one thing at one time",
    ),
    (
        ("The rebels said the army blew up the Selim dam on Monday.", "The army said the rebels blew up the Selim dam on Monday."),
        "the army blew up", "the rebels blew up", "two named doers of one deed, each by the other",
    ),
    (
        ("Rebels captured the airport at Karm on Tuesday, residents said.", "The army captured the airport at Karm on Tuesday, a spokesman said."),
        "Rebels captured", "army captured", "two named doers of one deed",
    ),
    (
        ("Rebels hold the airport at Karm, residents said on Tuesday.", "The army holds the airport at Karm, a spokesman said on Tuesday."),
        "Rebels hold", "army holds", "two who hold one place",
    ),
    (
        ("The commission ruled the drowning of the pilot an accident on Friday. The pilot's family was not satisfied with the findings of the commission.",),
        "not satisfied with the findings", "ruled the drowning", "findings that are not accepted: whose they are tells which",
    ),
    (
        ("Lawmakers called on the governor of Tarn to halt grain exports to Chad.", "The governor of Tarn rejected calls to halt grain exports to Chad."),
        "rejected calls", "Lawmakers called on the governor", "a demand and its refusal, whoever demands",
    ),
    (
        ("Chad violated the truce by shelling the port of Halim, Sudan said on Monday.", "Sudan broke the cease-fire an hour after it began, Chad said on Monday."),
        "Chad violated the truce", "Sudan broke the cease-fire", "who broke the truce",
    ),
    (("About 900 people came to the square in Halim on Sunday, the organizers said. Police put the crowd at 300.",), "900", "300", "a crowd: who puts a number to it tells it"),
    (("The coast guard said 18 people were missing on Monday. The association of the families put the number of missing at 40.",), "18", "40", "the missing: who puts a number to them tells it"),
    (("The head of the harbour office, Lena Berg, said that 21 bodies had been counted by Monday night. The coast guard still put the toll at 12.",), "21", "12", "two tolls of one evening"),
    (("According to the manifest the ferry Alba carried 60 passengers, the owner said. But survivors told a radio station that more than 90 people were on board.",), "60", "90", "passengers, and people on board"),
    (("The ministry estimated that 900 tonnes of oil had run into the river at Tarn. The refinery had put the volume at 200 tonnes.",), "900", "200", "a volume: who puts a number to it tells it"),
    (("Police spokesman Omar Saleh said one person had died, in a stampede. Doctors said three people had died of gunshot wounds.",), "one person", "three people", "two tolls, a sentence apart, in other words"),
    (("The health ministry said on Friday that a guard had died. A group calling itself Red Dawn had claimed responsibility for the raid on the depot in Karm, but officials dismissed the claim.",), "dismissed the claim", "claimed responsibility", "the noun of a claim: who claims it in the same sentence"),
    (("Omar Saleh accused Lena Berg of ordering the raid in Halim. Berg's office rejected the accusation and said that the raiders were armed.",), "rejected the accusation", "accused Lena Berg", "an accusation: who accuses just before"),
    (("\"There was no order on my desk. If there had been one, I would have signed it,\" the harbourmaster, Omar Saleh, said. The weather office disputes this.",), "disputes this", "There was no order", "what is only supposed is not what a denial points at"),
    (("The company has blamed heavy rain for the burst of the dam. The weather service, Sirmet, cast doubt on that.",), "cast doubt on that", "blamed heavy rain", "doubt is cast on what was just said"),
    (("The committee said that Omar Saleh had hanged himself in his cell. His lawyer, Lena Berg, said that she did not believe it.",), "did not believe it", "hanged himself", "what is not believed"),
    (("Soldiers of Chad are burning houses in Tarn in the video, Radio Halim said. Asked about the video, the defence minister, Omar Saleh, said it was a fake.",), "it was a fake", "burning houses", "it was a fake: the sentence before tells what"),
    (("The mayor of Tarn, Omar Saleh, said that the river had turned white on Friday. \"We called the mill and they told us that it was soap,\" Saleh said. The mill rejected the mayor's version.",), "rejected the mayor's version", "turned white", "whose version is rejected: the first that he said of it"),
    (("Radio Halim has obtained an order under which four guards were moved from the depot. The committee called the document a forgery.",), "called the document a forgery", "four guards were moved", "called a forgery"),
    (("The rebels said that the army had poisoned the wells of Tarn. Colonel Omar Saleh said that the allegation was \"baseless\".",), "baseless", "poisoned the wells", "the allegation was baseless: it points at what was just said"),
    (("The pilot's lawyer said that the owner had forced him to fly. The owner said that this was not true.",), "not true", "forced him to fly", "is not true"),
    (("The health ministry said 63 people had been killed in Tarn since Monday. The United Nations put the number at 41.",), "63", "41", "who puts the number: of what, the sentence before tells"),
    (("The United Nations said soldiers had withdrawn from four of the seven posts. A spokesman for the rebels, Omar Saleh, said that it was six.",), "four", "six", "said that it was so many: two parts of one whole"),
    (("The association of the families says that 40 of the crew are missing. The harbour office of Halim says that 18 are.",), "40", "18", "so many are"),
    (("Two officers said that the order came from the capital. A spokesman called that \"inaccurate\".",), "inaccurate", "order came", "called that inaccurate"),
    (("Two officers said that the order came from the capital. The army called their account \"pure invention\".",), "pure invention", "order came", "called their account an invention"),
    (("Two officers said that the order came from the capital. Colonel Omar Saleh called their account \"a fable invented in Paris and Tarn\".",), "a fable", "order came", "called their account a fable, and says more of it"),
    (("Two aides said that the envoy paid the guards. Omar Saleh, the envoy, called that \"pure invention\".",), "pure invention", "paid the guards", "called that an invention"),
    (("Omar Saleh, who resigned on Saturday, is said to have left the country. His family denied this.",), "denied this", "left the country", "what is said by nobody named"),
)  # fmt: skip


@pytest.mark.parametrize(("texts", "one", "other", "why"), DISPUTED, ids=[row[-1] for row in DISPUTED])
def test_a_dispute_has_both_sides(texts: tuple[str, ...], one: str, other: str, why: str) -> None:
    findings, stored = _found(*texts)
    told = [_words(c, stored) for c in findings.conflicts]
    assert any(_has(c, stored, one, other) for c in findings.conflicts), (why, told)


UNDISPUTED = (
    (
        ("The mine at Orsa leaked acid. Minister Rosa Villar said the leak was no danger. Rosa Villar denied that the leak was no danger to the herds.",),
        "nobody disputes with herself",
    ),
    (("The ministry would neither confirm nor deny that its jets had bombed the depot in Karm.", "The mayor said jets of the ministry had bombed the depot in Karm."), "neither confirmed nor denied"),
    (("The army did not deny that it had bombed the depot in Karm.", "The army said it had bombed the depot in Karm."), "did not deny"),
    (("The army has never denied shelling the mill in Tarn.", "The army said it shelled the mill in Tarn."), "never denied"),
    (("Gunmen raided the depot in Halim on Monday, the mayor said.", "No group has claimed the raid on the depot in Halim on Monday."), "nobody claims it"),
    (("The police declined to comment on the raid in Halim.", "Gunmen raided the depot in Halim, the mayor said."), "no comment"),
    (("At least 20 people were killed in the bombing of the depot, the ministry said.", "24 people were killed in the bombing of the depot, the mayor, Omar Saleh, said."), "at least 20 holds 24"),
    (("Israel struck the depot in Karm on Monday, killing four soldiers, the army said.", "Israel struck the depot in Karm on Tuesday, killing six soldiers, the army said. It was the second strike in two days."), "two strikes on two days"),
    (("Rebels captured the airport at Karm on Monday, residents said. The army retook the airport at Karm on Tuesday, a spokesman said.", "The army has retaken the airport at Karm, the ministry said on Tuesday. It had fallen to the rebels on Monday."), "captured, then retaken"),
    (("The rebels rejected talks with the governor of Tarn.", "The governor of Tarn offered talks to the rebels."), "talks are no claim"),
    (("\"It was not a raid on the mill in Tarn, it was a search of the mill in Tarn,\" the police chief, Omar Saleh, said.",), "one voice puts it right in one breath"),
    (("None of the shots came from the front of the bank, Omar Saleh, a doctor, said.", "All the shots came from the back of the bank, Lena Berg, a doctor, said."), "not this and its contrary agree"),
    (("No visitors were hurt in the fire at the mill in Tarn, the mayor said.", "One guard was hurt in the fire at the mill in Tarn, a nurse said."), "none of these, one of those"),
    (("The storm caused no floods in Tarn, the mayor said.", "The storm caused a power cut in Tarn, the utility said."), "one deed, other things"),
    (("The blast caused no major damage at the depot in Karm, the ministry said.", "The blast was intended to cause damage at the depot in Karm, Omar Saleh said."), "what was meant need not be"),
    (("Footage showed Omar Saleh entering the bank in Karm, the police said.", "Omar Saleh left the bank in Karm on the same afternoon, his lawyer said."), "entered, then left"),
    (("The police said Omar Saleh died in a search that went wrong. He was last seen at the bank in Karm.",), "a search that went wrong is no claim"),
    (("Omar Saleh pleaded not guilty to charges of theft. Under a deal in 2008, Omar Saleh pleaded guilty to charges of theft.",), "two pleas, two charges"),
    (("The wall of the mine at Tarn burst on Monday, killing 58 people, the mayor said.", "In 2019 the wall of a mine at Tarn burst, killing 270 people, the army said."), "a toll of another year"),
    (("The mayor asked whether the dam had been blown up.", "The dam was not blown up, engineers said."), "whether asserts nothing"),
    (("Police said three officers were hurt at the square in Halim. The hospital said nine protesters were hurt at the square in Halim.",), "people of two kinds are hurt"),
    (("Three people died in Lagos, the mayor, Omar Saleh, said. Nine people died in Kano, the governor, Lena Berg, said.",), "tolls of two places"),
    (("The mayor said 12 houses had burned down in Tarn. The governor said 40 houses had been flooded in Tarn.",), "houses of two fates"),
    (("A fisherman, Omar Saleh, said he had picked up 19 people. The owner of the ferry said it had carried 128 people.",), "people of two deeds"),
    (("The coast guard raised the toll to 31 on Wednesday. The coast guard had put the toll at 12 on Tuesday.",), "one counts twice"),
    (("Police said a man of 29 had been arrested in Halim. The ministry said two men had been arrested in Halim.",), "an age counts nobody"),
    (("The ministry said on Friday that a guard had died. The owner of the mill rejected the offer.",), "an offer is no claim"),
    (("The mayor said that the bridge was open. A guard said that it was not his bridge.",), "a negation that points at nothing told"),
    (("The police said that the driver had fled. The driver got it wrong at the crossing, his wife said.",), "who gets something wrong calls nothing false"),
    (("The guards at the depot did nothing but open the gate, the army said. The guards at the depot did their rounds, the mayor said.",), "nothing but one thing is that thing"),
    (("The mayor said that the bridge was safe. Engineers called the old bridge a lie in concrete.",), "a bridge is no account"),
    (("The mayor said that 12 people had died. The sheriff said that it was a long night.",), "it was no number"),
    (("The mayor said that four of the seven posts were empty and two of the nine boats were gone. The sheriff said that three of the nine boats were old.",), "parts of two wholes"),
    (("The firm had changed its story so often that nobody could believe it, Omar Saleh said. The minister said that fines should be paid.",), "what nobody could believe is nobody's denial"),
)  # fmt: skip


@pytest.mark.parametrize(("texts", "why"), UNDISPUTED, ids=[row[-1] for row in UNDISPUTED])
def test_no_dispute(texts: tuple[str, ...], why: str) -> None:
    findings, stored = _found(*texts)
    assert not [_words(c, stored) for c in findings.conflicts if c.status == "open"], why


def test_people_of_two_nations_with_one_role_are_two_voices() -> None:
    findings, stored = _found(
        "Norwegian officials said the tanker was sunk by a mine, but Russian officials called the allegation baseless."
    )
    assert any(_has(c, stored, "baseless", "sunk by a mine") for c in findings.conflicts)


def test_a_toll_that_rises_from_one_day_to_the_next_is_no_dispute() -> None:
    findings, stored = _found(
        "The toll from the fire at the mill in Tarn rose to 31 on Wednesday, rescue officials said.",
        "Police arrested the owner of the mill in Tarn after the fire at the mill, which killed at least 47 people.",
        days=("2024-05-08", "2024-05-09"),
    )
    assert not [_words(c, stored) for c in findings.conflicts]


SUPERSEDED = (
    (
        ("Prosecutors said the ministry had poisoned the wells of Tarn. The ministry denied that it had poisoned the wells of Tarn.", "The ministry admitted that it had poisoned the wells of Tarn."),
        ("2024-05-08", "2024-05-20"), "whoever denied admits it later",
    ),
    (
        ("No workers were hurt in the fire at the mill in Tarn, the owner said.", "Eleven workers were hurt in the fire at the mill in Tarn, the hospital said."),
        ("2024-05-08", "2024-05-12"), "none became some",
    ),
    (
        ("Chad said one of its soldiers may have been captured. The Selim Front denied capturing a soldier of Chad.", "Chad suspected that one of its soldiers had been captured by the Selim Front. Chad later said the soldier was killed in battle."),
        ("2024-05-08", "2024-05-12"), "what was later said stands right behind what it overtakes",
    ),
    (
        ("Chadian officials denied reports that the country shot down the airliner over Halim. The airliner was shot down over Halim by a missile, an engineer, Lena Berg, said.", "The leaders of Chad admitted that the army had shot down the airliner over Halim by mistake."),
        ("2024-05-08", "2024-05-12"), "whoever speaks for the state admits it",
    ),
    (
        ("Doctors said the police in Halim had fired live rounds at the crowd. The police in Halim denied that they had fired live rounds at the crowd.", "Two officers in Halim were suspended. The chief of police, Omar Saleh, said that the police regretted the earlier statement that no live rounds had been fired."),
        ("2024-05-08", "2024-05-12"), "whoever denied regrets what was said",
    ),
    (
        ("Observers found sheets that were altered in nine districts of Chad. The electoral commission of Chad denied that any sheets were altered.", "The electoral commission of Chad told parliament that 96 sheets had been altered. The commission had earlier denied that any sheets were altered."),
        ("2024-05-08", "2024-05-12"), "had earlier denied it",
    ),
    (
        ("The mayor of Tarn, Omar Saleh, said the acid had run into the river on May 2. Orsa Mining rejected the mayor's version.", "Orsa Mining admitted for the first time that the leak had begun on May 2."),
        ("2024-05-08", "2024-05-14"), "the day that was contested is admitted",
    ),
    (
        ("Police said that officers shot the driver after he fired at them. The family of the driver, Omar Saleh, denied that he had fired at officers.", "A court in Tarn ruled that Omar Saleh had not fired at officers."),
        ("2024-05-08", "2024-05-20"), "a court rules",
    ),
    (
        ("Police in Halim said Lena Berg hanged herself in her cell. Her family denied that she hanged herself.", "A coroner concluded that Lena Berg had not hanged herself in her cell."),
        ("2024-05-08", "2024-05-20"), "a coroner concludes",
    ),
    (
        ("The rebels accused the army of bombing the market in Tarn. The army denied bombing the market in Tarn.", "An inquiry by the United Nations found that the army had bombed the market in Tarn."),
        ("2024-05-08", "2024-06-20"), "an inquiry finds what was denied",
    ),
    (
        ("Prosecutors say Omar Saleh stole the paintings. Omar Saleh denies that he stole the paintings.", "Omar Saleh pleaded guilty to stealing the paintings."),
        ("2024-05-08", "2024-06-20"), "the accused pleads guilty",
    ),
    (
        ("Prosecutors say Omar Saleh stole the paintings. Omar Saleh denies that he stole the paintings.", "A jury acquitted Omar Saleh of stealing the paintings."),
        ("2024-05-08", "2024-06-20"), "a jury acquits",
    ),
    (
        ("The ministry said that Lena Berg had left the country. Her lawyer denied that she had left the country.", "The ministry withdrew its statement that Lena Berg had left the country."),
        ("2024-05-08", "2024-05-12"), "whoever claimed it withdraws it",
    ),
    (
        ("Orsa Mining said it called the county at 2:17 a.m., 15 minutes after the blast. The sheriff, Lena Berg, said Orsa Mining called the county 50 minutes after the blast.", "Orsa Mining acknowledged that it had called the county 50 minutes after the blast."),
        ("2024-05-08", "2024-05-20"), "of two times the other is admitted",
    ),
)  # fmt: skip

STILL_OPEN = (
    ("A court in Tarn ruled that Omar Saleh must stay in custody.", "a ruling on another matter"),
    ("Prosecutors said on Monday that Omar Saleh had stolen the paintings.", "who claimed it claims it again"),
    ("A court in Tarn will rule in July whether Omar Saleh stole the paintings.", "what is still to be decided"),
)


@pytest.mark.parametrize(("texts", "days", "why"), SUPERSEDED, ids=[row[-1] for row in SUPERSEDED])
def test_a_later_report_supersedes(texts: tuple[str, ...], days: tuple[str, ...], why: str) -> None:
    findings, stored = _found(*texts, days=days)
    assert findings.conflicts, why
    assert all(c.status == "superseded" for c in findings.conflicts), [
        (c.because, _words(c, stored)) for c in findings.conflicts
    ]


@pytest.mark.parametrize(("later", "why"), STILL_OPEN, ids=[row[-1] for row in STILL_OPEN])
def test_what_decides_nothing_leaves_it_open(later: str, why: str) -> None:
    first = "Prosecutors say Omar Saleh stole the paintings. Omar Saleh denies that he stole the paintings."
    findings, _ = _found(first, later, days=("2024-05-08", "2024-06-20"))
    assert [c.status for c in findings.conflicts] == ["open"], why


def test_a_conflict_says_why_and_counts_from_one() -> None:
    texts = DISPUTED[0][0]
    findings, _ = _found(*texts)
    assert [c.rank for c in findings.conflicts] == list(range(1, len(findings.conflicts) + 1))
    for c in findings.conflicts:
        assert str(c.because).startswith("rule:")
        assert c.strength in (1, 2, 3)
        assert c.claims == (c.sides[0].claims[0], c.sides[1].claims[0])
        assert all(1 <= len(side.evidence) <= 4 for side in c.sides)


def test_the_order_of_the_reports_changes_nothing() -> None:
    reports = [
        Report(id=f"r{n}", text=text, outlet=f"Outlet {n}", published="2024-05-08")
        for n, text in enumerate([t for texts, *_ in DISPUTED[:4] for t in texts])
    ]
    one = compare(reports, read(reports)).conflicts
    other = compare(reports[::-1], read(reports[::-1])).conflicts
    assert one == other


def test_a_side_is_shown_in_a_clause_that_stands_alone() -> None:
    findings, stored = _found(
        "The ministry said the blast at the mill in Tarn was meant to flood the mine.",
        "The blast at the mill in Tarn was meant to warn the owners, not to flood the mine, Omar Saleh said.",
    )
    shown = [words for c in findings.conflicts for side in _words(c, stored) for words in side]
    assert shown
    assert not any(words.startswith(("to ", "not to ")) for words in shown), shown
