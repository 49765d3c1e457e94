"""What somebody takes back of what he said himself: it stands no more, and answers nobody else."""

from __future__ import annotations

import pytest

from disputed import disputed, words_of

TAKEN_BACK = [
    (("The tram firm Nordbane said the tram had stood for eleven minutes in Orsa before the crash.", "Nordbane acknowledged on Thursday that the time given in its earlier statement was wrong."), "eleven minutes", "was wrong", "the time that it gave"),
    (("The club Real Orsa said on Monday that it had paid the agent two million euros.", "Real Orsa admitted that the figure it had given was wrong."), "two million", "figure it had given", "the figure that it gave"),
    (("The minister, Olav Brekke, said the cable had been cut by divers in Lund.", "Olav Brekke admitted on Friday that his statement that the cable had been cut by divers in Lund was an assumption."), "cable had been cut", "an assumption", "it was only thought"),
    (("Pedro Aranda said that ten thousand ballots had been burned in Orsa.", "Pedro Aranda withdrew his claim that ten thousand ballots had been burned in Orsa."), "ballots had been burned", "withdrew his claim", "a claim is withdrawn"),
    (("The lift company said the lift had been mended on Monday, its fitter being on time.", "The fitter was turned back on Monday and the lift stood still, a nurse said. The lift company apologised for its earlier statement."), "lift had been mended", "apologised", "what the sentences around speak of"),
    (("Otto Kranz said he had sold the shares in the mill in May.", "Otto Kranz said on Friday that it had been a mistake to say that he had sold the shares in the mill in May."), "had sold the shares", "a mistake to say", "it was a mistake to say so"),
    (("The charity Hopewell said that every parcel had reached the camps of Orsa.", "The charity Hopewell apologised for having said that every parcel had reached the camps of Orsa."), "every parcel had reached", "apologised", "sorry to have said so"),
    (("The police of Lund said on Tuesday that the cook had carried a knife.", "The police of Lund no longer say that the cook carried a knife."), "had carried a knife", "no longer say", "it is said no more"),
    (("Karin Holm said that there was no letter about the roof of the school.", "Karin Holm acknowledged that she had known of the letter about the roof of the school."), "no letter", "had known", "she grants what there was none of"),
    (("The sprinter Dana Orlova said she had never met the doctor.", "Dana Orlova conceded on Thursday that she had met the doctor."), "never met", "had met", "she grants what she said was not so"),
    (("The airline Corv said the jet had 120 people aboard.", "The airline Corv said it had erroneously stated that 120 people were aboard."), "had 120 people", "erroneously stated", "it was stated wrongly"),
    (("The ministry said on Friday that the ship had sailed from Kalba.", "The ministry said it had mistakenly said that the ship had sailed from Kalba."), "had sailed from Kalba", "mistakenly said", "it was said by mistake"),
    (("Police identified the gunman as Pavel Dorn.", "Police said on Saturday that they had wrongly named Pavel Dorn as the gunman."), "identified the gunman", "wrongly named", "a man was named wrongly"),
]  # fmt: skip
NOTHING = [
    (("Police named Pavel Dorn as the gunman.", "His lawyer, Ida Holm, said on Saturday that police had wrongly named Pavel Dorn as the gunman."), "another says that they named him wrongly"),
    (("The ministry said the ship had sailed from Kalba.", "The ministry said on Friday that it had rightly said that the ship had sailed from Kalba."), "rightly"),
    (("The firm Corv said the train had been late because of ice.", "The firm Corv apologised to the passengers."), "nothing that was said"),
    (("The harbour firm said its offer for the quay was fair.", "The harbour firm withdrew its offer for the quay."), "an offer is no claim"),
    (("The army said the soldiers had stood in Orsa since May.", "The army withdrew 40 soldiers from Orsa."), "soldiers"),
    (("Ida Holm said before the match that her team was ready.", "Ida Holm admitted that her team had played badly."), "another matter"),
    (("The bank said in May that growth would be 3 percent.", "The bank revised its forecast for growth to 2 percent."), "a forecast"),
    (("Ida Holm said that the school would get a roof.", "Ida Holm corrected the spelling of the name of the school."), "no statement"),
    (("The club of Orsa said the lamp was lit.", "The club of Lund said that its earlier statement was wrong."), "another club"),
    (("The union said that the firm had hidden the report.", "The firm Corv said that the earlier statement of the mayor was wrong."), "the statement of another"),
]  # fmt: skip


@pytest.mark.parametrize(("texts", "one", "other", "why"), TAKEN_BACK, ids=[row[-1] for row in TAKEN_BACK])
def test_what_is_taken_back_is_told_no_more(texts: tuple[str, ...], one: str, other: str, why: str) -> None:
    told = [(c.status, [words_of(side, texts) for side in c.sides]) for c in disputed(*texts)]
    assert any(s == "superseded" and one in a and other in b for s, x in told for a, b in (x, x[::-1])), (why, told)


@pytest.mark.parametrize(("texts", "why"), NOTHING, ids=[row[-1] for row in NOTHING])
def test_nothing_is_taken_back(texts: tuple[str, ...], why: str) -> None:
    assert not disputed(*texts), why


def test_who_takes_back_his_word_closes_a_dispute_and_answers_nobody() -> None:
    texts = (
        "The power firm Elvax said the line had been switched off at 2:10 p.m. in Orsa. A herder, Segun Ant, denied that the line had been switched off at 2:10 p.m. in Orsa.",
        "The entry of 2:10 p.m. was made by hand, the prosecutor Paula Ret said. Elvax acknowledged that the time given in its earlier statement was wrong.",
    )  # fmt: skip
    found = disputed(*texts)
    assert [c.status for c in found] == ["superseded"]
    assert not any("made by hand" in words_of(side, texts) for side in found[0].sides)
