"""Whose word a telling is where nothing but its own noun tells what the source is: people and texts tell, states of
things do not."""

from __future__ import annotations

import pytest

from told import told

_OPENING = "The bridge fell at noon. "

# what a report says, words of it, whose word they are, why
ROWS = [
    ("Indeci counts 40 missing. Forty people are still missing, according to Indeci.", "Forty people are still missing", "Indeci", "a name that nothing says the kind of"),
    (_OPENING + "Organizers said that 900 people had marched to the bridge.", "900 people had marched", "Organizers", "people by their noun"),
    (_OPENING + "Boatmen said that 900 people had marched to the bridge.", "900 people had marched", "Boatmen", "people by their noun, in an older form"),
    (_OPENING + "The local station KRVB reported that the mayor had left town.", "the mayor had left town", "The local station KRVB", "an acronym"),
    (_OPENING + "The mayor had known of the cracks, according to a memo leaked to a paper.", "The mayor had known", "a memo leaked to a paper", "a text, whatever stands behind its noun"),
    (_OPENING + "The findings show that the steel was rotten.", "the steel was rotten", "The Paper 1", "findings are nobody"),
    (_OPENING + "Sensors showed that the bridge had moved.", "the bridge had moved", "The Paper 1", "things that end as people do"),
    (_OPENING + "The inquiry found that the steel was rotten.", "the steel was rotten", "The inquiry", "who finds that something is so"),
    (_OPENING + "The mayor would only say that the steel was rotten.", "the steel was rotten", "The mayor", "no more was said, but that was"),
    (_OPENING + "The builder, Emil Kand, was quoted by the station as saying the steel was rotten.", "the steel was rotten", "Emil Kand", "who is quoted"),
    (_OPENING + "Two of the welders, both from Karm, told the paper that the steel was rotten.", "the steel was rotten", "Two of the welders", "some of several"),
    (_OPENING + "The captain took the decision to land in Lund.", "took the decision to land", "The Paper 1", "a decision is a deed"),
    (_OPENING + "Parents decided to keep their children at home.", "keep their children", "The Paper 1", "nor are those who decide its tellers"),
    (_OPENING + "The board said it had decided to keep the mill shut.", "decided to keep the mill shut", "The board", "who says that he decided tells it"),
    (_OPENING + "The steel was rotten, according to an internal list.", "The steel was rotten", "an internal list", "a text that no list has"),
    (_OPENING + "The steel was rotten, according to e-mails seen by the paper.", "The steel was rotten", "e-mails", "so too in the plural"),
    (_OPENING + "Seven welders were heard. All seven said the steel was rotten.", "the steel was rotten", "All seven", "a number of those told of before"),
    (_OPENING + "Nine welders were heard. Five of them told the court that the steel was rotten.", "the steel was rotten", "Five of them", "some of them"),
    (_OPENING + "Three welders were heard. Two of the three said the steel was rotten.", "the steel was rotten", "Two of the three", "a number of a number"),
    (_OPENING + "Three welders were heard. The three said the steel was rotten.", "the steel was rotten", "The three", "all of a number"),
    (_OPENING + "According to the duty log, a copy of which the Union has reviewed, the steel was rotten.", "the steel was rotten", "the duty log", "of which somebody has a copy"),
    (_OPENING + "According to court documents, copies of which were seen by the Courier, the steel was rotten.", "the steel was rotten", "court documents", "copies that were seen"),
    (_OPENING + "According to the minutes, a copy of which was obtained by Emil Kand, the steel was rotten.", "the steel was rotten", "the minutes", "a copy that was obtained"),
    (_OPENING + "The president has dismissed the transport minister, Karim Saleh.", "has dismissed", "The Paper 1", "who sends somebody from his post is no teller of it"),
    (_OPENING + "The club dismissed Dan Wells.", "dismissed Dan Wells", "The Paper 1", "nor where he has but a name"),
    (_OPENING + "The president dismissed the report as a lie.", "dismissed the report", "The president", "a report is nobody to be sent away"),
    (_OPENING + "The steel was rotten, according to the findings.", "The steel was rotten", "The Paper 1", "findings are nobody there either"),
    (_OPENING + "We recall that the steel was rotten in May.", "the steel was rotten", "The Paper 1", "who writes the text is its own we"),
    (_OPENING + "It is tempting to believe that the steel was rotten.", "the steel was rotten", "The Paper 1", "what one may believe nobody says"),
    (_OPENING + "Shares showed that the steel was rotten.", "the steel was rotten", "The Paper 1", "nor are shares"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "voice", "why"), ROWS, ids=[r[-1] for r in ROWS])
def test_who_is_a_person_or_wrote_tells(text: str, words: str, voice: str, why: str) -> None:
    claim, _ = told(text).at(words)
    assert voice in [o.name for o in claim.origins], why


# what one says and another denies in one sentence, words of it, who says it
SAID_AND_DENIED = [
    ("The union at Tarn says, and the company, Karm Holding, denies, that three men were killed in the mine.", "three men were killed", "The union"),
    ("The union claims, but Karm Holding denies, that three men were killed in the mine.", "three men were killed", "The union"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "voice"), SAID_AND_DENIED)
def test_what_another_denies_is_the_word_of_whoever_says_it_alone(text: str, words: str, voice: str) -> None:
    claim, telling = told(text).at(words)
    assert [o.name for o in claim.origins] == [voice]
    assert telling.stance == "says"


# what a report says, words of its main clause, whose word that is, why
BESIDE = [
    ("Minister Olan Berg resigned late on Friday, a day after he had denied in parliament that an inspector had asked for the bridge to be closed.", "Minister Olan Berg resigned late", "The Paper 1", "what he had denied before"),
    ("The mayor of Tarn, Ines Dorval, left her office on Friday after the prosecutor had said that she took bribes.", "left her office on Friday", "The Paper 1", "what another had said before"),
    ("The bridge at Tarn was shut on Friday, as the mayor, Ines Dorval, said on the radio.", "was shut on Friday", "Ines Dorval", "a tag is no aside"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "voice", "why"), BESIDE, ids=[r[-1] for r in BESIDE])
def test_what_is_said_in_an_aside_lends_no_voice(text: str, words: str, voice: str, why: str) -> None:
    claim, _ = told(text).at(words)
    assert voice in [o.name for o in claim.origins], why
