"""What two say against each other side by side, by words of a kind; and what only looks like an answer."""

from __future__ import annotations

import pytest

from rashomon.comparing import compare
from rashomon.reading import read
from rashomon.records import Report

AGAINST = [
    ("Opposition monitors were driven out of a counting hall in Rem by police, lawyers said. The police chief said that the monitors left of their own accord.", "own accord"),
    ("The striker Dario Venn asked to leave Lindal, his agent said. Venn told supporters that he had been pushed out by the coach.", "asked, pushed"),
    ("The police evicted forty families from the barracks, the aid group Mercy said. The ministry said that the families moved out voluntarily.", "moved out, evicted"),
    ("The rector was forced out of office, students said. The university said that she had resigned of her own accord.", "resigned willingly"),
    ("The refugees were returned to Orsa by force, a lawyer said. The embassy said that they went back voluntarily.", "returned by force"),
    ("Her parents say that the girl was abducted by the preacher. The police said that she had gone with him willingly.", "took the girl"),
    ("The works are shut because of high energy prices, Greta Sand said. The works council said that the real reason was the move of two furnaces to Poland.", "real reason"),
    ("The ministry blamed the drought for the shortage of bread. Bakers said that the true cause was the export of flour.", "true cause"),
    ("The museum closed the east wing because of damp, its director said. Curators said that the damp was only a pretext.", "excuse"),
    ("The paper said that it had dismissed the editor over his expenses. The editor said that the actual reason was his report on the mine.", "actual reason fired"),
    ("The paper said that it had dismissed the editor over his expenses. The editor said that he had been dismissed because of his report on the mine.", "not because but"),
    ("Observers called the vote fair. The Civic Watch group said that it had been marred by fraud.", "marred"),
    ("The commission said that the election was clean. Monitors said that the election was riddled with irregularities.", "riddled"),
    ("The commission said that the election was free and fair. Soltan said that there had been massive fraud.", "fraud decided"),
    ("The mayor said residents were told to boil their water on Saturday morning. Residents said that they had heard nothing until Monday.", "heard nothing"),
    ("The company had been warned about the pipe in January, according to a report by the inspector. Its director, Paul Esker, said he had never seen such a report.", "never seen such"),
    ("The coast guard said that it had issued a storm warning at noon. Skippers said that no warning reached them.", "no warning came"),
    ("The bank said that it had informed all shareholders of the sale. Shareholders said that they read about it in the papers.", "learned from papers"),
    ("The family said that a juror, Nils Hag, was a friend of the accused. Mr. Hag said that he had never met her before the trial.", "friend, never met"),
    ("Two drivers said that Beck had worked for the smuggler Orlo for years. Beck said that he did not know Orlo.", "worked together, not know"),
    ("The paper wrote that the minister had dined with the banker Otto Hain. The minister said that he had never met Otto Hain.", "affair never met"),
    ("Ms. Soltan said that she had spoken to the governor by telephone on Monday. The governor said that he had never talked to her.", "spoke by phone"),
]  # fmt: skip
BESIDE = [
    ("Monitors were driven out of a hall in Rem by police, lawyers said. The police chief said that two cleaners left of their own accord.", "others left"),
    ("The police evicted forty families from the barracks, Mercy said. The ministry said that others had stayed voluntarily.", "then left"),
    ("The rector was forced out of office, students said. The university said that it had paid her a pension of its own accord.", "pays freely"),
    ("Dario Venn asked to leave, his agent said. The coach said that Venn had gone of his own accord.", "agree both"),
    ("Guards dragged the singer from the stage, fans said. The theatre said that the band played on, on its own.", "dog"),
    ("The works are shut because of high energy prices, Greta Sand said. The mayor said that the prices were a real problem.", "real reason near"),
    ("The works are shut because of high energy prices, Greta Sand said. The mayor said that the only reason for joy was the new school.", "reason for joy"),
    ("The ministry blamed the drought for the shortage of bread. Bakers said that the true price of flour was high.", "true value"),
    ("The works are shut because of high energy prices, Greta Sand said. The union said that the real reason was the price of energy.", "same reason"),
    ("The museum closed the east wing because of damp, its director said. The cafe said that the reason for its higher prices was the rent.", "reason of another"),
    ("Observers called the vote fair. The mayor said that the fair had been marred by rain.", "marred near"),
    ("The mayor said residents were told to boil their water. The residents said that they had heard nothing of a new school.", "heard nothing of another"),
    ("The workers learned of the strike from the radio, Ost said. Sand said that every customer had received a catalogue.", "learned a trade"),
    ("The company had been warned about the pipe in January, a report said. Its director said that he had never seen so many tourists.", "seen other"),
    ("The school said that it had warned parents by text message. Neighbours said that they had heard music until the evening.", "heard music"),
    ("The family said that Nils Hag was a friend of the accused. The judge said that he had never met a stranger case.", "never met near"),
    ("Two drivers said that Beck had worked for the smuggler Orlo. Beck said that he did not know when the trial would start.", "not know whether"),
    ("The paper wrote that the minister had dined with the banker Otto Hain. The minister said that he had never met the bishop.", "another not met"),
]  # fmt: skip


def _statuses(text: str) -> list[str]:
    reports = [Report("r0", text, outlet="Outlet", published="2031-05-12")]
    return [c.status for c in compare(reports, read(reports)).conflicts]


@pytest.mark.parametrize(("text", "why"), AGAINST, ids=[why for _, why in AGAINST])
def test_against_each_other(text: str, why: str) -> None:
    assert "open" in _statuses(text), why


@pytest.mark.parametrize(("text", "why"), BESIDE, ids=[why for _, why in BESIDE])
def test_no_answer(text: str, why: str) -> None:
    assert not _statuses(text), why
