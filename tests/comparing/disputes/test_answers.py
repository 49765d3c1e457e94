"""Answers to what another says, told in few words or in none of his, and what only looks like one."""

from __future__ import annotations

import pytest

from disputed import words_of
from rashomon.comparing import compare
from rashomon.reading import read
from rashomon.records import Conflict, Report

ANSWERED = [
    (("A clerk said guards had beaten the man in his cell.\n\nThe warden said nothing of the sort had happened.",), "nothing of the sort", "guards had beaten", "nothing of the sort"),
    (("A sailor said the Marlow shipping company had ordered the barge to leave.\n\nThe Marlow shipping company says that it did nothing of the kind.",), "nothing of the kind", "had ordered", "nothing of the kind"),
    (("Villagers said the mine had dumped ash in the stream. Mine director Paul Orr said the mine had done no such thing.",), "no such thing", "had dumped ash", "no such thing"),
    (("A nurse said a colleague had warned the ward by radio. \"No such call was made,\" said hospital director Ines Marr.",), "No such call", "had warned the ward", "no such call: whatever was just told"),
    (("A radio station said on Friday that Petrov had been arrested at the harbour. The coast guard said no such person had been seen there.",), "no such person", "had been arrested", "no such person"),
    (("Auditor Lena Holt said the bank had hidden its losses. Bank chairman Tom Reed rejected that.",), "rejected that", "had hidden", "rejected that"),
    (("Auditor Lena Holt said the bank had hidden its losses. The bank admits to none of it.",), "none of it", "had hidden", "admits to none of it"),
    (("Auditor Lena Holt said the bank had hidden its losses. The bank concedes none of this.",), "none of this", "had hidden", "concedes none of this"),
]  # fmt: skip
NOT_ANSWERED = [
    (("The union asked for a rise of six percent. The company rejected that.",), "a demand"),
    (("The governor offered to meet the strikers on Monday. The strikers rejected that.",), "an offer"),
    (("The council said it would sell the hall to a hotel. Residents rejected it.",), "a plan"),
    (("The mayor said the flood was the worst on record. Officials had prepared for nothing of the kind.",), "what one prepared for"),
    (("A clerk said guards had beaten the man in his cell. He said that he had seen nothing of the kind before.",), "the like was not seen before"),
    (("The museum said the vase had been sold. It keeps no such vases in its rooms.",), "what the report tells of the same"),
    (("Fishermen said the bay was full of cod. There is no such luck farther north.",), "another place, and nobody who answers"),
]  # fmt: skip
CLEARED = [
    (('Peru accused Chile on Tuesday of trying to kill the exiled singer Ivan Petrov.', 'Chile "has nothing whatever to do with the illness of the singer Ivan Petrov", its foreign ministry said.'), 'nothing to do with, of a state'),
    (('Peru accused Chile on Tuesday of trying to kill the exiled singer Ivan Petrov.', 'Chile had no hand in the poisoning of the singer Ivan Petrov, its ambassador said.'), 'no hand in'),
    (('Peru accused Chile on Tuesday of trying to kill the exiled singer Ivan Petrov.', 'Chile played no part in the attack on Ivan Petrov, its ambassador said.'), 'no part in'),
    (('Peru accused Chile on Tuesday of trying to kill the exiled singer Ivan Petrov.', 'Chile was not involved in the attack on Ivan Petrov, its ambassador said.'), 'not involved'),
    (('Peru accused Chile on Tuesday of trying to kill the exiled singer Ivan Petrov.', 'Chile is not behind the attack on Ivan Petrov, its ambassador said.'), 'not behind'),
    (('Police said the miner Oto Lam had set fire to the union hall in Tarn.', 'Oto Lam had nothing to do with the fire in the union hall, his lawyer said.'), 'a lawyer'),
    (('Police said the miner Oto Lam had set fire to the union hall in Tarn. His wife said Oto Lam had nothing to do with the fire.',), 'his wife, right behind'),
    (('Sheriff Ana Cole said that Rell had paid the gunmen. His lawyer, Ida Moss, called the accusation "a fairy tale told in a hurry".',), 'a fairy tale'),
    (('Sheriff Ana Cole said that Rell had paid the gunmen. Ida Moss called the charge a circus.',), 'a circus'),
]  # fmt: skip
NOT_CLEARED = [
    (('Police said the miner Oto Lam had set fire to the union hall in Tarn.', 'Oto Lam has no knowledge of fires or halls, a cook said.'), 'who knows nothing of such things'),
    (('Sheriff Ana Cole said that Rell had paid the gunmen. The mayor called the charge "grave".',), 'grave'),
    (('Sheriff Ana Cole said that Rell had paid the gunmen. Ida Moss called the trial a circus.',), 'what is called so is no claim'),
    (('Peru accused Chile on Tuesday of trying to kill the exiled singer Ivan Petrov.', 'The weather had nothing to do with the delay of the ferry, the port of Chile said.'), 'something else had nothing to do with something else'),
    (('Peru accused Chile on Tuesday of trying to kill the exiled singer Ivan Petrov.', 'Peru has nothing to do with the gas line of Chile, a minister said.'), 'the accuser clears himself of another thing'),
    (('Police said the miner Oto Lam had set fire to the union hall in Tarn.', 'Oto Lam had nothing to do on Sundays, his wife said.'), 'nothing to do'),
    (('Peru accused Chile on Tuesday of trying to kill the exiled singer Ivan Petrov.', 'Chile has nothing to do with the choir in Lund, its ambassador said.'), 'another matter'),
    (('Police said the miner Oto Lam had set fire to the union hall in Tarn.', 'Eva Lund had nothing to do with the fire in the union hall, her lawyer said.'), 'another is cleared'),
]  # fmt: skip
TOLD = [
    (("Union leader Krista Moll said nobody told the divers that there was gas in the tank. The shipyard's spokesman said the foreman had informed the control room of the contents by telephone.",), 'told, near, another called so'),
    (('"Nobody warned the crew," said Ada Lund of the dockers\' union. The harbour master said the crew had been alerted by radio at noon.',), 'warned'),
    (('Relief group Aidline says it passed the list of names to both ministries three times. The army says it received nothing in March.',), 'passed on and received nothing'),
    (('The town of Tarn was never consulted about the mast, its mayor said.', 'The ministry said the town of Tarn had been consulted about the mast in May.'), 'consulted'),
    (('Minister Ola Berg maintains that no one informed him of the leak.\n\nIt rained for a week.\n\nA senior official said that Ola Berg was told of the leak in May.',), 'one person, a few sentences on'),
    (('Families say they got no word from the bank. The bank said it had written to every family.',), 'got no word, had written'),
    (('Nurse Ines Marr said the ward never received the serum. The depot said it had sent the serum to the ward on Friday.',), 'sent and not received'),
]  # fmt: skip
NOT_TOLD = [
    (('Nobody told Ida Holm about the party, a teacher said. A cook said that he had told Ada Lund about the roof.',), 'two matters and two who are told'),
    (('The mayor said that nobody had informed her of the flood. Reporters were told that the bridge was open.',), 'others are told'),
    (('The company said it had not received a permit. The company said it had sent the plans to the council.',), 'one voice'),
    (('The bank did not inform the police, an auditor said. The bank told its clerks to go home, an auditor said.',), 'one voice, again'),
    (('Farmers said they had not received the grant. Officials said they had received the forms of the farmers.',), 'who receives is another'),
    (('The army gave the village no warning, a nurse said. The army said it would give the village a new well.',), 'what is to come'),
    (('The coach said that nobody asked him about the match. The referee asked the captain for the ball.',), 'another is asked'),
    (('Police were not told of the march, a sergeant said.', 'The mayor told the marchers to go home, her office said.'), 'two reports, another is told'),
]  # fmt: skip
COUNTED = [
    (("Two dozen people died in the market, on the hospital's figures; the government admits to six.",), 'admits to six'),
    (('How many calves were lost is not agreed. The vet Ada Lund counted 40 dead calves in the pens of Orsa. The farm says 11.',), 'says 11'),
    (('The hospital said 47 people had been killed in the raid on Tarn. The army acknowledges 12.',), 'acknowledges 12'),
    (('Rescuers said 60 miners were missing after the flood in Tarn. The company recognises 37.',), 'recognises 37'),
    (('Doctors said 30 guests were poisoned at the hotel in Orsa. The hotel speaks of five.',), 'speaks of five'),
    (('Doctors said 30 guests were poisoned at the hotel in Orsa. The hotel insists there were five.',), 'there were five'),
]  # fmt: skip
NOT_COUNTED = [
    (('Doctors said 30 guests were poisoned at the hotel in Orsa. The hotel says 30.',), 'the same'),
    (('The hospital said 47 people had been killed in the raid on Tarn. The mayor said six buses had come.',), 'something else is counted'),
    (('The hospital said 47 people had been killed in the raid on Tarn. The mayor spoke for ten minutes.',), 'a time'),
    (('Rescuers said 60 miners were missing in Tarn. The company admits to none of its faults.',), 'no number'),
    (('Rescuers said 60 miners were missing in Tarn. Of these the company lists 20 as dead.',), 'a part'),
]  # fmt: skip
SOUNDED_OR_HIT = [
    (('A farmer, Ada Lund, said that the loudspeakers on the dam stayed silent. The power company said that the alarm was activated at noon.',), 'loudspeakers and alarm'),
    (('Police said the sirens had sounded before the flood reached Tarn.', 'A teacher, Ida Holm, said the sirens were silent before the flood reached Tarn.'), 'sounded or silent'),
    (('A porter, Jan Brod, said that the fire alarm had gone off. A guest, Ada Lund, said the fire alarm had not gone off.',), 'gone off or not'),
    (('A teacher in Tarn, Omar Fell, said the jets hit the primary school and the houses behind it. The target was a depot in which rockets are kept, an army spokesman said.',), 'hit a school, the target was a depot'),
    (('Residents said that the shells struck a bakery. The army said it had targeted a command post.',), 'struck a bakery, targeted a post'),
    (('An army spokesman said the target was a depot of the rebels. A doctor, Ida Holm, said that the bombs had destroyed a clinic.',), 'the target first'),
]  # fmt: skip
NEITHER = [
    (('A farmer, Ada Lund, said that the crowd stayed silent. The power company said that the alarm was activated at noon.',), 'a silent crowd'),
    (('A guest, Ada Lund, said the alarm had gone off. The hotel said that the alarm in the cellar was silent.',), 'another alarm'),
    (('Residents said that the shells struck a bakery. The army said it had targeted the bakery because gunmen used it.',), 'one thing'),
    (('Residents said that the shells struck a bakery. Residents said the target was a police station.',), 'one voice'),
    (('Residents said that the shells struck a bakery.\n\nIt rained.\n\nNo trains ran.\n\nShops were shut.\n\nThe army said it had targeted a bridge in Lund.',), 'far behind, another place'),
    (('Residents said that a lorry hit a cow. The farm said the target was a fence.',), 'no attack'),
]  # fmt: skip
OWN = [
    (("Two pilots said the envoy had landed at the Harlan airfield. The envoy's office dismissed this. \"At no time did the envoy land at the airfield,\" the office said.",), "At no time", True, "a negation stands before what points"),
    (("Auditor Lena Holt said the bank had hidden its losses. Bank chairman Tom Reed rejected that. \"Every loss stood in our report,\" Reed said.",), "Every loss", True, "what he says instead, behind it"),
    (("Auditor Lena Holt said the bank had hidden its losses. Bank chairman Tom Reed denied that and said every loss stood in the report.",), "every loss stood", True, "in the same sentence"),
    (("Auditor Lena Holt said the bank had hidden its losses. Bank chairman Tom Reed denied that. Holt said she had the letters of two clerks.",), "two clerks", False, "what the other says next is not his"),
    (("Auditor Lena Holt said the bank had hidden its losses. Bank chairman Tom Reed denied that. The bank was founded in 1911.",), "1911", False, "what the report tells next is not his"),
    (("Auditor Lena Holt said the bank had hidden its losses. Bank chairman Tom Reed denied that.\n\nThe square was full by noon. Reed said that he would open a second branch in Orsa.",), "second branch", False, "what he says later"),
]  # fmt: skip


def _told(texts: tuple[str, ...]) -> tuple[Conflict, ...]:
    """Give the disputes of reports of one day."""
    reports = [Report(f"r{n}", t, published="2031-05-12", outlet=f"Outlet {n}") for n, t in enumerate(texts)]
    return compare(reports, read(reports)).conflicts


@pytest.mark.parametrize(("texts", "one", "other", "why"), ANSWERED, ids=[row[-1] for row in ANSWERED])
def test_an_answer_is_a_dispute(texts: tuple[str, ...], one: str, other: str, why: str) -> None:
    sides = [[words_of(s, texts) for s in c.sides] for c in _told(texts)]
    assert any((one in a and other in b) or (one in b and other in a) for a, b in sides), (why, sides)


@pytest.mark.parametrize(("texts", "why"), NOT_ANSWERED, ids=[row[-1] for row in NOT_ANSWERED])
def test_what_answers_nobody_is_none(texts: tuple[str, ...], why: str) -> None:
    assert not _told(texts), why


@pytest.mark.parametrize(("texts", "why"), CLEARED, ids=[row[-1] for row in CLEARED])
def test_who_clears_somebody_contests_what_is_laid_to_him(texts: tuple[str, ...], why: str) -> None:
    assert any(c.status == "open" for c in _told(texts)), why


@pytest.mark.parametrize(("texts", "why"), NOT_CLEARED, ids=[row[-1] for row in NOT_CLEARED])
def test_what_clears_nobody_of_it_is_none(texts: tuple[str, ...], why: str) -> None:
    assert not _told(texts), why


@pytest.mark.parametrize(("texts", "why"), TOLD, ids=[row[-1] for row in TOLD])
def test_whether_somebody_was_told_is_a_dispute(texts: tuple[str, ...], why: str) -> None:
    assert any(c.status == "open" for c in _told(texts)), why


@pytest.mark.parametrize(("texts", "why"), NOT_TOLD, ids=[row[-1] for row in NOT_TOLD])
def test_who_else_was_told_of_something_else_is_none(texts: tuple[str, ...], why: str) -> None:
    assert not _told(texts), why


@pytest.mark.parametrize(("texts", "why"), COUNTED, ids=[row[-1] for row in COUNTED])
def test_a_bare_number_that_somebody_says_instead_is_a_dispute(texts: tuple[str, ...], why: str) -> None:
    assert any(c.status == "open" and c.kind == "number" for c in _told(texts)), why


@pytest.mark.parametrize(("texts", "why"), NOT_COUNTED, ids=[row[-1] for row in NOT_COUNTED])
def test_a_number_of_something_else_is_none(texts: tuple[str, ...], why: str) -> None:
    assert not _told(texts), why


@pytest.mark.parametrize(("texts", "why"), SOUNDED_OR_HIT, ids=[row[-1] for row in SOUNDED_OR_HIT])
def test_whether_an_alarm_sounded_and_what_was_hit_are_disputes(texts: tuple[str, ...], why: str) -> None:
    assert any(c.status == "open" for c in _told(texts)), why


@pytest.mark.parametrize(("texts", "why"), NEITHER, ids=[row[-1] for row in NEITHER])
def test_another_alarm_and_another_target_are_none(texts: tuple[str, ...], why: str) -> None:
    assert not _told(texts), why


@pytest.mark.parametrize(("texts", "words", "shown", "why"), OWN, ids=[row[-1] for row in OWN])
def test_who_only_points_is_shown_with_what_he_says_instead(
    texts: tuple[str, ...], words: str, shown: bool, why: str
) -> None:
    (told,) = _told(texts)
    assert (words in words_of(told.sides[0], texts)) == shown, why
