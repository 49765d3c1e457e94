"""What news words so that the parser hangs it on the wrong word: who does it, and whose word it is."""

from __future__ import annotations

import pytest

from rashomon.reading import read
from rashomon.records import Reading, Report

WHO = [
    ("A doctor at the Central Hospital, who asked not to be named, said that 12 had died.", "asked", "A doctor"),
    ("A nurse from the village who had seen the bodies counted nine.", "seen", "A nurse"),
    ("The head of the agency, who resigned in May, took the papers.", "resigned", "The head of the agency"),
    ("An official at the Foreign Ministry who read the letter called it a threat.", "read", "An official"),
    ("There was one doctor in the town, who had been there since May.", "been", "one doctor"),
    ("The governor thanked the soldiers, who had dug for two days.", "dug", "the soldiers"),
    ("She met the leader of the rebels, who fled in June.", "fled", "rebels"),  # both can: as the parser has it
]

BY = [
    ("The mayor, Ana Costa, said by radio that the bridge had gone.", "Ana Costa"),
    ("The mayor, Ana Costa, said by phone that the bridge had gone.", "Ana Costa"),
    ("Captain Ivo Lund reported by radio that nine were safe.", "Ivo Lund"),
    ("The bridge was mined by soldiers, it was said by the mayor.", "mayor"),
    ("It was reported by the agency that nine had died.", "agency"),
]

BEHIND = [
    ("Shots were heard near the barracks, three residents said, and lasted for an hour.", "lasted", "three residents"),
    ("The ship was hit at dawn, the owner said, and sank within minutes.", "sank", "owner"),
    ("The pilot was wounded, police said, and died on the way to a clinic.", "died", "police"),
    ("The fire began in a kitchen, the mayor said on Friday, and spread to nine houses.", "spread", "mayor"),
    ("The dam broke at noon, witnesses said, but held at the northern end.", "held", "witnesses"),
    ("The minister said that the girl had been ill, and had at no time been held.", "held", "minister"),
    ("The owner said the ship was empty and would sail on Monday.", "sail", "owner"),
    ("The army said that the road was closed and could not be cleared.", "cleared", "army"),
]

OWN = [
    ("“The road is open,” the driver said, and drove on.", "drove"),
    ("The general had said that he would stay, and had left the same night.", "left the same"),
]


def clause_with(reading: Reading, text: str, word: str) -> object:
    inside = [c for c in reading.clauses if word in text[c.start : c.end].split()]
    return min(inside, key=lambda c: c.end - c.start)


@pytest.mark.parametrize(("text", "word", "who"), WHO, ids=[row[1] for row in WHO])
def test_who_hangs_on_a_person(text: str, word: str, who: str) -> None:
    reading = read(text)
    names = {m.id: text[m.start : m.end] for m in reading.mentions}
    clause = clause_with(reading, text, word)
    subjects = [names.get(a.mention or "", "") for a in clause.arguments if a.role == "subject"]  # type: ignore[attr-defined]
    assert any(s.startswith(who) or who in s for s in subjects), subjects


@pytest.mark.parametrize(("text", "who"), BY, ids=[row[1] for row in BY])
def test_an_active_verb_has_its_subject_for_a_speaker(text: str, who: str) -> None:
    sources = [text[s:e] for a in read(text).attributions for s, e in a.source]
    assert any(who in s for s in sources), sources
    assert not any("radio" in s or "phone" in s for s in sources), sources


def told_by(text: str, word: str) -> list[str]:
    """Give the sources of the attributions whose content holds a word."""
    at = text.index(word)
    return [
        " ".join(text[s:e] for s, e in a.source)
        for a in read(text).attributions
        if any(s <= at < e for s, e in a.content)
    ]


@pytest.mark.parametrize(("text", "word", "who"), BEHIND, ids=[row[1] for row in BEHIND])
def test_what_goes_on_behind_the_speaker_is_said_too(text: str, word: str, who: str) -> None:
    assert any(who in source for source in told_by(text, word))
    reading = read(text)
    names = {m.id: text[m.start : m.end] for m in reading.mentions}
    clause = clause_with(reading, text, word)
    assert not [a for a in clause.arguments if a.role == "subject" and who in names.get(a.mention or "", "")]  # type: ignore[attr-defined]


@pytest.mark.parametrize(("text", "word"), OWN, ids=[row[1] for row in OWN])
def test_what_the_speaker_goes_on_to_do_is_not_said(text: str, word: str) -> None:
    assert told_by(text, word) == []


# what is told to somebody, or alleged by him, does not describe him
TOLD_TO = [
    ("The captain, Ivo Lund, told the judge he had slept for two hours.", "slept", "Ivo Lund"),
    ("Two officers told the tribunal they had been ordered to fire.", "ordered", "officers"),
    ("It was alleged by a former clerk that the vault was empty.", "empty", "clerk"),
    ("It was confirmed by the hospital that one man had died.", "died", "hospital"),
    ("The letter was written by a man that nobody knew.", "knew", ""),
]


@pytest.mark.parametrize(("text", "said", "who"), TOLD_TO, ids=[row[0][:40] for row in TOLD_TO])
def test_what_is_told_to_somebody_is_said(text: str, said: str, who: str) -> None:
    sources = [
        text[a.source[0][0] : a.source[0][1]]
        for a in read(text).attributions
        if a.source and any(said in text[s:e] for s, e in a.content)
    ]
    assert [who in source for source in sources] == [True] * bool(who), sources


def test_who_said_one_thing_says_the_next() -> None:
    text = "Holm, speaking in Orsa, said the raids were a slap in the face of the town and said its men should leave."
    assert [who for who in told_by(text, "should leave") if "Holm" in who]


# a text, a verb's lemma, the words of its subject, why
AHEAD = [
    ("Berg said the council should close the port and slammed the governor, who was away.", "slam", "Berg", "a past joined to “should close”"),
    ("Berg said that the council has a right to close the port and condemned the raids.", "condemn", "Berg", "a past joined to “has”"),
    ("Berg said that the governor is ill and praised the doctors.", "praise", "Berg", "who is told of now, said nothing then"),
    ("Berg said that the governor is ill and cancelled the feast.", "cancel", "governor", "no word: the governor may have done it"),
    ("Holm said that the firm must pay every worker and accused it of theft.", "accuse", "Holm", "to “must pay”"),
    ("The senator said Pell may expel the envoy and praised the army.", "praise", "senator", "to “may expel”"),
    ("The minister said the rebels will lose and thanked the troops.", "thank", "minister", "to “will lose”"),
    ("The mayor said the town must cut costs and put off the fair.", "put", "town", "it looks the same in both times"),
    ("Police said the driver could not stop and slammed into a wall.", "slam", "driver", "“could” tells of the past"),
    ("The navy said the ship should have turned and struck the pier.", "strike", "ship", "so does “should have turned”"),
    ("The army said the rebels left the fort and burned it.", "burn", "rebels", "two deeds of one"),
    ("Holm said the dam would hold and warned the town.", "warn", "Holm", "“warned” tells what he said"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "lemma", "who", "why"), AHEAD, ids=[a[-1] for a in AHEAD])
def test_what_is_joined_to_what_lies_ahead(text: str, lemma: str, who: str, why: str) -> None:
    clause = next(c for c in read(text).clauses if c.lemma == lemma and c.form == "clause")
    assert [text[a.start : a.end] for a in clause.arguments if a.role == "subject"] == [who], why


# a text, a verb's lemma, of whom it is told, why
CUT_OFF = [
    ("The clinic has said Pell wasn’t — and still hasn’t been — treated in a ward for burns.", "treat", "Pell", "two forms of “be” share it"),
    ("The clinic has said Pell wasn’t – and will never be – treated in a ward for burns.", "treat", "Pell", "whatever its time"),
    ("The bank has said Holm was not — and has not been — paid by the mill.", "pay", "Holm", "with “not” as with “n’t”"),
    ("The port has said the crane was and has been inspected by its crew.", "inspect", "the crane", "without dashes"),
    ("The court has heard the case and been praised for it.", "praise", "The court has", "nothing is said in the first half"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "lemma", "whom", "why"), CUT_OFF, ids=[c[-1] for c in CUT_OFF])
def test_what_two_forms_of_be_share_is_told_of_one(text: str, lemma: str, whom: str, why: str) -> None:
    clause = next(c for c in read(text).clauses if c.lemma == lemma and c.form == "clause")
    assert clause.wording is not None
    assert [text[a:b] for a, b in clause.wording.subject] == [whom], why


def test_what_is_said_besides_is_said() -> None:
    text = (
        "The radio reported Holm was fishing off Tarn while her lawyer was in court and that she never saw the clinic."
    )
    assert [who for who in told_by(text, "never saw the clinic") if "radio" in who]


# a text, what is told according to the one source, why
SOURCE_AND_WHAT_HE_IS = [
    ("According to Sorley, a dock worker, the ship sank.", "the ship sank", "a preposition of a comma, for the parser"),
    ("According to Berg, the harbour chief, the crane was sold.", "the crane was sold", "the worker is the whole sentence"),
    ("According to Hale, the finance minister, taxes will rise.", "taxes will rise", "the minister rises, with the taxes"),
    ("According to Pell, a former guard, inmates were beaten.", "inmates were beaten", "the guard is one of the inmates"),
    ("According to Brightside, the country's largest charity, food is short.", "food is short", "whose it is"),
    ("According to Berg, the mayor, he and his wife were asleep.", "he and his wife were asleep", "two did it"),
    ("According to Nadler, the committee's chairman, there was no vote.", "there was no vote", "nobody does it"),
    ("According to police, the victim, a man of 40, was shot.", "the victim, a man of 40, was shot", "the victim was"),
    ("According to Reuters, the army, the police and the navy took part.", "the army, the police and the navy took part", "three"),
    ("According to Sorley, the harbour chief lied.", "the harbour chief lied", "no comma behind"),
    ("According to Sorley, the harbour chief, a drunk, lied.", "the harbour chief, a drunk, lied", "no subject behind"),
    ("According to Sorley, the harbour chief, who left in May, lied.", "the harbour chief, who left in May, lied", "who: he"),
    ("According to Berg, the day before, the dam was full.", "the day before, the dam was full", "a day is no Berg"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "told", "why"), SOURCE_AND_WHAT_HE_IS, ids=[row[-1] for row in SOURCE_AND_WHAT_HE_IS])
def test_what_a_source_is_is_not_what_he_says(text: str, told: str, why: str) -> None:
    (said,) = read(text).attributions
    assert [text[a:b] for a, b in said.content] == [told], why


PROMISES = [
    ("Norvia's top law enforcement official promises to review the case.", "Norvia's top law enforcement official", "the one verb"),
    ("The league's highest betting official denies that the match was fixed.", "The league's highest betting official", "with “that”"),
    ("The council's former treasurer claims to have seen the books.", "The council's former treasurer", "of long ago"),
    ("The team's star rookie pitcher vows to sue.", "The team's star rookie pitcher", "in sport"),
    ("The minister's promises to reform the court were empty.", "The minister", "a noun before its verb"),
    ("The office's two official reports that the dam was weak.", "", "counted"),
    ("Two official warnings that the dam was weak were lost.", "", "nobody's"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "who", "why"), PROMISES, ids=[row[-1] for row in PROMISES])
def test_who_promises_is_not_what_he_is_of(text: str, who: str, why: str) -> None:
    sources = {text[a:b] for row in read(text).attributions for a, b in row.source}
    assert (who in sources) if who else not sources & {"official", "The office's two official"}, why


@pytest.mark.parametrize(
    "text",
    [
        "Petrosul, whose chief, Ana Lins, told investors of the find, lost 4 percent.",
        "Velta, whose owner told the court of the fire, was fined.",
        "The valve, Berg told the board, was rotten.",
    ],
)
def test_no_word_hangs_on_itself(text: str) -> None:
    [reading] = read([Report("r", text, published="2031-05-20", outlet="Elm Echo")])  # it would go round for ever
    assert reading.clauses
