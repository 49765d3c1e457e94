"""Rival accounts of one thing, which are two claims: who was armed, what caused it, where somebody was; and what only looks like two.

Whose words end what was told before: who was misled, what turned out, what a test or a coroner found.
"""

from __future__ import annotations

import pytest

from disputed import disputed, words_of
from rashomon.comparing import compare
from rashomon.reading import read
from rashomon.records import Report

OPEN = [
    (("Police said that Marek Vrba was shot on Saturday after he pointed a pistol at two guards. Witnesses said that Marek Vrba, who was running when he was shot, did not have a pistol. “The guard took out his pistol and started firing at Vrba,” said Hana Lis.", "The autopsy showed on Monday that Vrba was shot seven times."), "pointed a pistol", "did not have a pistol", "what the guard drew is not his, and how often he was shot decides nothing"),
    (("Police said that Marek Vrba had aimed a pistol at the officers. A neighbour, Hana Lis, said he had nothing in his hands.",), "aimed a pistol", "nothing in his hands", "aimed it, and had nothing in his hands"),
    (("Police said Marek Vrba aimed a pistol at the officers.", "A neighbour, Hana Lis, said Marek Vrba did not have a pistol when the officers shot him."), "aimed a pistol", "did not have", "a witness against the police, days later"),
    (("The sheriff said Pia Torn pulled a knife on the deputy. Her brother denied that Pia Torn was carrying a weapon.",), "pulled a knife", "carrying a weapon", "a denial of what is called otherwise"),
    (("The guards said that the miner, Oto Lam, had waved an axe. Workers said Oto Lam was unarmed.",), "waved an axe", "unarmed", "unarmed"),
    (("Police said Marek Vrba was shot and killed on Saturday after pointing a pistol at officers. Witnesses said that Marek Vrba, who was shot while he ran away, did not have a pistol.", "An autopsy showed that Marek Vrba had been shot seven times."), "pointing a pistol", "did not have a pistol", "how often he was hit decides nothing of a pistol"),
    (("The fire chief said a child had started the blaze in the mill of Orsa. The owner said that an electrical fault had started the blaze.",), "a child", "electrical fault", "two causes of a fire"),
    (("The pilots said ice had caused the crash near Tarn. The airline said that a bird had caused the crash near Tarn.",), "ice", "a bird", "two causes of a crash"),
    (("The army said the rebels had mined the bridge. The rebels said the army had mined the bridge.",), "the rebels had mined", "the army had mined", "each lays it to the other"),
    (("The union said that the guards had locked the gate. Guards said that the union had locked the gate.",), "the guards had locked", "the union had locked", "each lays it to the other, of no violence"),
    (("Prosecutors say that Tomas Rell set fire to the boathouse on the night of May 3. His wife said that he was at home that night.",), "set fire", "at home that night", "at home that night"),
    (("Detectives said Eva Lorenz stole the ring on Sunday evening. A nurse said Eva Lorenz was in hospital on Sunday evening.",), "stole the ring", "in hospital", "in hospital that evening"),
    (("Police said that Ruth Amon met the dealer in Orsa on Tuesday. Her lawyer said that Ruth Amon was in Lund on Tuesday.",), "met the dealer", "was in Lund", "in another town that day"),
    (("The hospital said that the power had been out for ten minutes. Nurses said that the power had been out for two hours.",), "ten minutes", "two hours", "how long something was so"),
    (("No shots were fired when Otto Kranz was arrested at the inn, a sergeant said.", "A cook said that shots were fired when Otto Kranz was arrested at the inn."), "No shots", "shots were fired", "one occasion"),
    (("Officials said the minister failed to persuade the welders of Orsa to return to work.", "The ministry said the minister persuaded the welders of Orsa to return to work."), "failed to persuade", "persuaded the welders", "failed and did"),
    (("Officials said that the clerk Ana Ruiz had drowned in the lake. Her brother said that Ana Ruiz had not drowned in the lake.", "It emerged that the lake had no lifeguard."), "had drowned", "had not drowned", "what emerged is another matter"),
    (("The brewery said that the beer had not poisoned the guests. Guests said that the beer had poisoned the guests.", "Tests showed that the beer was cold."), "had not poisoned", "had poisoned", "a test of something else"),
    (("Police said that the officer had fired at the van twice. A witness, Ulla Berg, said that the officer had fired at the van five times.",), "twice", "five times", "twice, and five times"),
    (("The army said that it had warned the villagers three times. A teacher, Ali Nur, said the army had warned the villagers once.",), "three times", "once", "three times, and once"),
    (("The company said that the driver had been drinking. The union said that the driver had not been drinking.", "An inspection showed that the tyres were worn."), "had been drinking", "had not been drinking", "an inspection of something else"),
]  # fmt: skip
ENDED = [
    (("Olga Brand said on Monday that the bridge was safe for lorries.", "Olga Brand said that the bridge was safe for lorries. She took that back on Tuesday."), "was safe", "took that back", "took it back"),
    (("The minister Olav Brekke said that the dam had been checked in April.", "Olav Brekke said he had been misled about the check of the dam."), "had been checked", "misled", "he was misled"),
    (("Karin Holm said that the choir had paid for the bus to Orsa.", "Karin Holm said on Friday that she had been mistaken about the choir and the bus."), "had paid", "mistaken", "she was mistaken"),
    (("The hotel said that all guests had left the pool of the hotel by nine.", "The hotel said that it had been wrongly informed about the guests in the pool."), "had left the pool", "wrongly informed", "it was wrongly informed"),
    (("The army said that a drone had hit the depot in Tarn.", "The army said it had been mistaken and that lightning had hit the depot in Tarn."), "a drone", "mistaken", "only that it was mistaken, and what was so"),
    (("Police said that the car had been driven by a woman from Lund. Police later corrected this and said that the car had been driven by a man.",), "by a woman", "corrected this", "corrected this"),
    (("The brewery said its beer had poisoned nobody. Guests said that the beer had poisoned them.", "Tests showed that the beer had poisoned the guests."), "poisoned nobody", "had poisoned", "tests"),
    (("The family said that the miner Eva Lorenz had been poisoned by the gas.", "The coroner ruled out that Eva Lorenz had been poisoned by the gas."), "had been poisoned", "ruled out", "a coroner rules out"),
    (("The mayor said that the lorry of the circus had good brakes.", "It emerged on Friday that the lorry of the circus had no good brakes."), "had good brakes", "no good brakes", "it emerged"),
    (("There were rumours that the singer Mona Dahl had died in Lund.", "The singer Mona Dahl had not died in Lund."), "had died", "had not died", "a rumour"),
    (("Police initially said that nine houses had burned in Tarn. The fire brigade said that four houses had burned in Tarn.",), "nine houses", "four houses", "initially said"),
    (("Pia Sund said the ferry had carried a spare pump.", "Pia Sund acknowledged on Monday that she had been given the wrong information about the pump."), "spare pump", "wrong information", "she had the wrong information"),
    (("Police said that the boy had been alone in the house.", "Police said on Tuesday that the boy had not been alone in the house, as they had first said."), "had been alone", "not been alone", "not as they had first said"),
    (("Officials initially said the pilot had survived the crash, but later said that he had died in the helicopter.",), "had survived", "had died", "initially said, later said"),
    (("Sheriff's officers initially reported that a second guard had been shot, but the sheriff later said that the guard had fallen from a wall.",), "had been shot", "had fallen", "two who answer for one body"),
    (("The ministry said that the patient Ada Lund had died of a fever.", "A post-mortem found that Ada Lund had been strangled."), "a fever", "strangled", "a post-mortem"),
]  # fmt: skip
NONE = [
    (("Farmer Ivo Petkov said he was in Pleven, at the dentist. \"It took them three days to telephone a dentist,\" he said.",), "what took them days is not taken back"),
    (("Farmer Ivo Petkov said he had found the ring in his field. \"I took it to the museum,\" he said.",), "took it to another place"),
    (("Police said that Marek Vrba had aimed a pistol at the officers. A neighbour, Hana Lis, said the officers had no guns.",), "others were unarmed"),
    (("Police said that Marek Vrba had aimed a pistol at the officers. A cook, Jan Brod, said that he had nothing in his shop.",), "nothing in a shop"),
    (("Police said Pia Torn had aimed a pistol at the guard. Police said that Pia Torn did not have a gun when she was arrested.",), "one voice of two times"),
    (("The museum said Ida Holm had carried a sword in the play. Ida Holm had no time, her agent said.",), "no time is no weapon"),
    (("The fire chief said a child had started the blaze in the mill of Orsa. The owner said the child had started the blaze in the mill of Orsa.",), "one cause"),
    (("Ice caused the crash near Tarn, police said.", "A drunk driver caused the crash in Lund, police of Lund said."), "two crashes"),
    (("The storm caused a blackout in Orsa. A thief started a fire in the mill, police said.",), "two mishaps"),
    (("The union said that the guards had locked the gate. Guards said that the union had locked the office.",), "the gate and the office"),
    (("The union said that the guards had praised the cook. A nurse said that the doctors had praised the cook.",), "two may praise"),
    (("Prosecutors say that Tomas Rell set fire to the boathouse on the night of May 3. His wife said that he was at home in June.",), "at home at another time"),
    (("Prosecutors say that Tomas Rell set fire to the boathouse on the night of May 3. His wife said that she was at home that night.",), "she was at home"),
    (("Police said that Ruth Amon met the dealer in Lund on Tuesday. Her lawyer said that Ruth Amon was in Lund on Tuesday.",), "where she is said to have met him"),
    (("The minister Olav Brekke said that the dam had been checked in April.", "Olav Brekke said the voters had been misled about the check of the dam."), "others were misled"),
    (("The minister Olav Brekke said that the dam had been checked in April.", "Vera Lind said she had been misled about the check of the dam."), "another was misled"),
    (("Karin Holm said that the choir had paid for the bus to Orsa.", "Karin Holm said that she had not been mistaken about the choir and the bus."), "not mistaken"),
    (("Police said that the car had been driven by a woman from Lund. The mayor corrected this and said that the car had been driven by a man.",), "another corrects"),
    (("Relatives said that Eva Lorenz had been murdered in Lund.", "Police could not rule out that Eva Lorenz had been murdered in Lund."), "not ruled out"),
    (("Police said two nurses and one doctor died in the fire at the clinic of Lund.", "Three people died in the fire at the clinic of Lund, the mayor said."), "two and one are three"),
    (("Customs seized seven hunting rifles and two other rifles from the barge on the Orsa.", "Nine rifles were seized from the barge on the Orsa, the coast guard said."), "seven and two others are nine"),
    (("Police said Dario Neri has four prior arrests. The radio said there was one arrest in the square that night.",), "prior arrests"),
    (("The governor said five villages had been badly hit by the quake.", "The engineer said that half of the barns in the 12 worst-hit villages might have been destroyed by the quake."), "villages of two kinds"),
    (("The firm's promise of a bonus failed to persuade the welders of Orsa to return to work and to open the docks, officials said.", "The promise of a bonus failed to persuade the welders of Orsa to return to work, the union said."), "both say that it failed"),
    (("Police said that Marek Vrba and two friends had been hanging out by the kiosk. Marek Vrba was killed by a shot, the doctor said.",), "hanging out is no hanging"),
    (("Eva Lorenz had been working with the mountain rescue for the last five years.", "Eva Lorenz had worked for the county police for 15 years, a friend said."), "two places of work"),
    (("Otto Kranz was sentenced to seven years in prison for smuggling. In 2019 a jury sentenced Otto Kranz to 12 years in prison for extortion.", "A judge sentenced Otto Kranz to 12 years in prison."), "two sentences, both told by one"),
    (("The woman left the plant and entered 10 minutes later with a gun, the guard said.", "The woman was outside the plant for nine minutes before entering with a gun, a report said."), "after one thing, before another"),
    (("No shots were fired when Otto Kranz was arrested at the inn, a sergeant said.", "Otto Kranz fired one shot at the guard through a door, the court heard."), "another occasion"),
    (("The abbot said he would be honoured to meet with the king, but no meeting has been arranged, an aide said.",), "what he would like"),
    (("Olav Brekke questioned why the widow did not speak at the rally of the farmers.", "The general, who spoke at the rally of the farmers, praised the widow."), "who asks why takes it for granted"),
    (("It was not immediately clear what would happen to the sailors or where they would be taken. Many of the sailors are taken to camps in the south.",), "what is not clear"),
    (("The pilot Jan Brod had not yet woken from the operation, his wife said.", "The pilot Jan Brod had yet to wake from the operation on Monday, a doctor said."), "not yet, and yet to"),
    (("Divers raised 12 broken urns and three whole urns in the bay of Tarn, the museum said.", "Divers raised 12 broken urns and three whole urns in the bay of Tarn, the harbour office said."), "both tell both counts"),
    (("Ida Holm said Olav Brekke fails to honour the dead of the war.", "Soldiers have chosen to honour the dead of the war with flowers, Karl Beck said."), "others do it"),
    (("Karl Beck said that Vera Lind did not vote for the bridge in March.", "The radio said that Joan Pell voted for the bridge in March."), "another voted"),
    (("The frigate Orsa came and repulsed the attack, the navy said. The freighter Gibe called at noon, saying it was under attack.",), "under attack"),
    (("Officials initially said that the road was closed. They said that the bridge was new.",), "said first, and no more"),
    (("Officials said the pilot had survived. They later said that the airport would reopen.",), "said later, and not first"),
    (("Governor Luis Prado said that the bridge had been closed before the storm.", "Prado's office said the remarks of the mayor about the bridge had been inaccurate."), "the remarks of another"),
    (("The mayor said that the school was twice as large. The builder said that the school had been painted three times.",), "twice as large"),
    (("The clinic said it had once treated Eva Lorenz. The court heard that Eva Lorenz had been treated three times.",), "once, at some time"),
    (("The guard said that he walked twice a day to the gate. The warden said the guard walked four times to the gate.",), "twice a day"),
    (("The union said that Ida Holm had asked twice. The firm said that Jan Brod had asked five times.",), "two who asked"),
]  # fmt: skip


TWO = [
    ("The chief said a child had started the blaze in the mill of Orsa.", "The owner said that an electrical fault had started the blaze in the mill of Orsa.", True, "two causes"),
    ("A lightning strike triggered the blackout in Lund, the grid firm said.", "Hackers triggered the blackout in Lund, the minister said.", True, "two causes of a blackout"),
    ("The union said that the guards had locked the gate of the mill.", "The guards said that the union had locked the gate of the mill.", True, "laid to each other"),
    ("Ida Holm signed the lease for the harbour on Monday, the port said.", "Ida Holm signed the lease for the harbour on Thursday, her lawyer said.", True, "two days"),
    ("The party won 31 percent of the vote in Lund, the board said.", "The party won 13 percent of the vote in Lund, observers said.", True, "two shares of one whole"),
    ("Hackers triggered the blackout in Lund, the minister said.", "The blackout in Lund was triggered by hackers, officials said.", False, "one cause"),
    ("Ice caused the crash near Tarn, police said.", "Black ice caused the crash near Tarn, the police chief said.", False, "ice and black ice"),
    ("The union said that the guards had locked the gate of the mill.", "A nurse said that the guards had locked the gate of the mill.", False, "one doer"),
    ("The club paid the agent on Tuesday, the club said.", "The club paid the agent on Tuesday, the league said.", False, "one day"),
]  # fmt: skip


def _told(texts: tuple[str, ...]) -> list[tuple[str, list[str]]]:
    return [(c.status, [words_of(side, texts) for side in c.sides]) for c in disputed(*texts)]


def _has(told: list[tuple[str, list[str]]], status: str, one: str, other: str) -> bool:
    return any(s == status and one in a and other in b for s, x in told for a, b in (x, x[::-1]))


@pytest.mark.parametrize(("texts", "one", "other", "why"), OPEN, ids=[row[-1] for row in OPEN])
def test_two_accounts_stand_open(texts: tuple[str, ...], one: str, other: str, why: str) -> None:
    told = _told(texts)
    assert _has(told, "open", one, other), (why, told)


@pytest.mark.parametrize(("texts", "one", "other", "why"), ENDED, ids=[row[-1] for row in ENDED])
def test_what_came_later_ends_it(texts: tuple[str, ...], one: str, other: str, why: str) -> None:
    told = _told(texts)
    assert _has(told, "superseded", one, other), (why, told)


@pytest.mark.parametrize(("texts", "why"), NONE, ids=[row[-1] for row in NONE])
def test_these_are_no_two_accounts(texts: tuple[str, ...], why: str) -> None:
    told = _told(texts)
    assert not told, (why, told)


@pytest.mark.parametrize(("one", "other", "apart", "why"), TWO, ids=[row[-1] for row in TWO])
def test_rival_accounts_are_never_one_claim(one: str, other: str, apart: bool, why: str) -> None:
    reports = [
        Report(f"r{n}", text, published="2031-05-14", outlet=f"Outlet {n}") for n, text in enumerate((one, other))
    ]
    claims = compare(reports, read(reports)).claims
    joined = any({t.report for t in c.tellings} == {"r0", "r1"} for c in claims)
    assert joined != apart, why


def test_who_tells_of_another_s_weapon_is_on_no_side_of_the_question_who_was_armed() -> None:
    texts = OPEN[0][0]
    assert not any("took out" in words_of(side, texts) for c in disputed(*texts) for side in c.sides)
