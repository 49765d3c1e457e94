"""Disputes in which somebody takes back, overtakes or flatly denies what was told; deaths told in two ways."""

from __future__ import annotations

import pytest

from rashomon.comparing import compare
from rashomon.reading import read
from rashomon.records import Report

Texts = tuple[tuple[str, str], ...]


def _standing(texts: Texts) -> set[str]:
    """Give how the disputes of these reports stand, each of its day and of another outlet."""
    reports = [Report(f"r{n}", text, outlet=f"Outlet{n}", published=day) for n, (day, text) in enumerate(texts)]
    return {c.status for c in compare(reports, read(reports)).conflicts}


OVERTAKEN = (
    ((("2031-04-02", "A coach fell into the gorge at Vellen on Monday. The district office said 14 people had died."), ("2031-04-03", "The district office at Vellen said on Tuesday that nine people had died when a coach fell into the gorge, correcting its earlier figure of 14, which had counted some of the injured twice.")), "superseded", "toll corrected by the same office"),
    ((("2031-05-02", "Police in Harrow Bay said on Thursday that Colin Marsh had set the fire at the library."), ("2031-05-05", "Police in Harrow Bay admitted on Sunday that Colin Marsh had not set the fire at the library and apologised to him.")), "superseded", "name of suspect withdrawn"),
    ((("2031-05-02", "Detectives accused Dario Penn of poisoning the wells at Osk. Penn denied poisoning the wells."), ("2031-06-11", "A court in Osk acquitted Dario Penn of poisoning the wells on Wednesday.")), "superseded", "suspect cleared"),
    ((("2031-02-02", "The insurgents said on Monday that they had shot down a helicopter over Tamar. The air force said no helicopter was missing."), ("2031-02-06", "The insurgents on Friday withdrew their claim that they had shot down a helicopter over Tamar.")), "superseded", "claim retracted"),
    ((("2031-03-01", "Mayor Elin Dahl said on Monday she would close the Storr swimming pool."), ("2031-03-09", "Mayor Elin Dahl said on Tuesday the Storr swimming pool would stay open, reversing her decision to close it.")), "superseded", "plan dropped"),
    ((("2031-07-01", "The railway company initially said the driver of the Lund express had ignored a red signal. It now says the signal had shown green."),), "superseded", "initially said, now says"),
    ((("2031-08-01", "Orrin Foods denied on Monday that its freezers had failed at the Quay plant."), ("2031-08-08", "Orrin Foods admitted on Monday that its freezers had failed at the Quay plant.")), "superseded", "denied then admitted, company"),
    ((("2031-01-10", "Rescuers said on Friday that the climber Ada Rowe was feared dead on Mount Sill."), ("2031-01-12", "The climber Ada Rowe was found alive on Mount Sill on Sunday, rescuers said.")), "superseded", "missing then found"),
    ((("2031-01-10", "The court said the trial of Piet Vos would begin on 3 March."), ("2031-02-20", "The court said on Thursday that the trial of Piet Vos would begin on 14 April, not on 3 March as planned.")), "superseded", "date moved"),
    ((("2031-03-03", "Finance minister Lena Orth refused to resign on Monday over the ferry contract."), ("2031-03-06", "Finance minister Lena Orth resigned on Thursday over the ferry contract.")), "superseded", "refused to resign, then resigned"),
    ((("2031-05-05", "The interior ministry said on Monday that the gang leader Ruben Tal had been captured."), ("2031-05-06", "The interior ministry conceded on Tuesday that the gang leader Ruben Tal was still at large, saying its statement on Monday that he had been captured was based on a mistake.")), "superseded", "in custody, then was not"),
    ((("2031-05-05", "A radio station said on Monday that the banker Otto Hain had been arrested at the airport in Lome. The police in Lome said nobody of that name had been arrested."), ("2031-05-12", "The banker Otto Hain is in Geneva, his lawyer said. A report last week that he had been arrested in Lome proved wrong.")), "superseded", "rumour proved wrong"),
    ((("2031-04-01", "Firefighters said the blaze at the mill in Tarn was probably started by lightning."), ("2031-04-09", "Investigators said on Wednesday that the blaze at the mill in Tarn was started by a faulty heater and that no lightning had struck the mill.")), "superseded", "suspected cause, then finding"),
    ((("2031-09-01", "The family of the racing driver Jo Kerr said on Monday that he was alive."), ("2031-09-02", "The family of the racing driver Jo Kerr confirmed on Tuesday that he had died on Sunday.")), "superseded", "alive, then confirmed dead"),
    ((("2031-09-01", "The Daily Post said the senator Uma Reyes had taken money from a casino."), ("2031-09-14", "The Daily Post on Sunday retracted its report that the senator Uma Reyes had taken money from a casino.")), "superseded", "newspaper retracts"),
    ((("2031-09-01", "The guard Tom Iver told police that he had seen Lisa Grote in the cellar. Grote denied having been in the cellar."), ("2031-10-14", "The guard Tom Iver told the court on Tuesday that he had lied when he said he had seen Lisa Grote in the cellar.")), "superseded", "witness recants"),
    ((("2031-09-01", "The airline Cormorant said nobody was hurt when its jet left the runway at Ness."), ("2031-09-03", "The airline Cormorant said on Wednesday that six passengers were hurt when its jet left the runway at Ness.")), "superseded", "no injured, then some"),
    ((("2031-09-01", "The foreign ministry said on Monday that the aid worker Ines Calder had been freed."), ("2031-09-02", "The foreign ministry said on Tuesday that it had been mistaken and that the aid worker Ines Calder was still being held.")), "superseded", "hostage reported freed then not"),
    ((("2031-09-09", "The Palace, which had previously maintained that the prince was resting, said on Tuesday that the prince had been operated on."),), "superseded", "previously maintained, relented"),
    ((("2031-09-09", "At first the bank said none of its servers had been touched. On Friday it conceded that intruders had copied two of its servers."),), "superseded", "at first said; on Friday conceded"),
    ((("2031-09-09", "Officers first said the boy had pointed a gun. They later said he had been holding a phone."),), "superseded", "first told X then changed account"),
    ((("2031-09-01", "The hospital at Ruud said two nurses had been infected with the fever."), ("2031-09-03", "The hospital at Ruud said on Wednesday that only one nurse had been infected with the fever, and not two as it had said earlier.")), "superseded", "contrary to what earlier said"),
    ((("2031-09-01", "The trade ministry said on Monday that its delegates had left Geneva. The Swiss hosts said the delegates had not left Geneva."), ("2031-09-03", "The delegates left Geneva on Tuesday evening.")), "superseded", "said to have left, had not; mediator then govt"),
    ((("2031-09-01", "The prison said Aron Beck had hanged himself in his cell. His mother said he had been beaten to death."), ("2031-12-01", "An inquest concluded on Monday that Aron Beck had been beaten to death in his cell.")), "superseded", "inquest decides"),
    ((("2031-08-01", "Orrin Foods denied on Monday that its freezers had failed at the Quay plant. Workers said the freezers had failed."), ("2031-08-08", "Orrin Foods shares rose on Monday.")), "open", "plain denial, no later word"),
    ((("2031-08-01", "The army denied on Monday that its guns had shelled the school at Idris. Teachers said army guns had shelled the school."), ("2031-08-05", "The army admitted on Friday that its trucks had damaged the bridge at Idris.")), "open", "admits something else"),
    ((("2031-08-01", "The mayor, Elin Dahl, denied that she had taken a bribe from Tolk. Prosecutors say she had taken a bribe."), ("2031-08-05", "Elin Dahl again denied on Friday that she had taken a bribe from Tolk.")), "open", "repeated denial"),
    ((("2031-08-01", "The union said 400 workers had walked out at the docks in Pell. The company said 60 workers had walked out at the docks in Pell."),), "open", "two counts one day"),
    ((("2031-08-01", "The flood in Osk killed at least 12 people, rescuers said."), ("2031-08-03", "The flood in Osk killed at least 31 people, rescuers said.")), "none", "rising toll"),
    ((("2031-08-01", "The bridge at Pell is closed, police said."), ("2031-08-03", "The bridge at Pell has reopened, police said.")), "none", "change of state, no dispute"),
    ((("2031-08-01", "Lena Orth said she would open the fair on Monday."), ("2031-08-03", "Lena Orth opened the fair on Monday.")), "none", "plan then done"),
    ((("2031-08-01", "The school was initially a barracks, the guide said. It later became a museum."),), "none", "initially of other thing"),
    ((("2031-08-01", "Officers first searched the barn. They later searched the house."),), "none", "first, then another, sequence"),
    ((("2031-09-01", "The prison said Aron Beck had hanged himself in his cell. His mother said he had been beaten to death."), ("2031-12-01", "A court on Monday jailed a guard for selling phones in the prison.")), "open", "court finds nothing on it"),
    ((("2031-09-01", "Police arrested the singer Maia Lund on Monday."), ("2031-09-03", "Police released the singer Maia Lund on Wednesday.")), "none", "arrested, released"),
    ((("2031-08-01", "Orrin Foods denied on Monday that it had sold spoiled fish. The union said Orrin Foods had sold spoiled fish."), ("2031-08-09", "Baltic Foods admitted on Tuesday that it had sold spoiled meat.")), "open", "other party concedes"),
    ((("2031-03-03", "Finance minister Lena Orth refused to meet the miners on Monday."), ("2031-03-06", "Finance minister Lena Orth resigned on Thursday to look after her father.")), "none", "minister refuses X and resigns over Y"),
    ((("2031-01-10", "A boy was reported missing in Tarn on Friday."), ("2031-01-12", "A boy was found in Tarn on Sunday.")), "none", "missing, found (no claim of death)"),
)  # fmt: skip

FLAT = (
    ("Teachers said Holm had started the fight. Holm said he had not.", "open"),
    ("Teachers said the boys had started the fight. The boys said they had not.", "open"),
    ("Teachers said the boys had started the fight, but the boys said they had not.", "open"),
    ("Teachers said the boys had started the fight. The boys said they did not.", "open"),
    ("Teachers said the boys had started the fight. The boys deny it.", "open"),
    ("Teachers said the boys had started the fight. The boys said they hadn't.", "open"),
    ("The minister said she had asked the army for boats. The general said they were never asked.", "open"),
    ("The minister said she had asked the army for boats. \"We were never asked,\" the general said.", "open"),
    ("The minister said she had asked the army for boats. \"We were not asked for any boats,\" the general said.", "open"),
    ("The tabloid said Karr had left his wife. Karr called it rubbish.", "open"),
    ("The tabloid said Karr had left his wife. \"It is rubbish,\" Karr said.", "open"),
    ("The tabloid said Karr had left his wife. \"Nonsense,\" said Karr.", "open"),
    ("The tabloid said Karr had left his wife. \"Untrue,\" said Karr.", "open"),
    ("The tabloid said Karr had left his wife. \"Lies,\" Karr said.", "open"),
    ("The tabloid said Karr had left his wife. \"That never happened,\" Karr said.", "open"),
    ("The tabloid said Karr had left his wife. \"I did not,\" Karr said.", "open"),
    ("The tabloid said Karr had left his wife. Karr insisted that this was wrong.", "open"),
    ("The tabloid said Karr had left his wife. Karr said there was no truth in the story.", "open"),
    ("The tabloid said Karr had left his wife. Karr said the story was invented.", "open"),
    ("Teachers said the boys had started the fight. The boys said they did not know.", "none"),
    ("The tabloid said Karr had left his wife. \"Wonderful,\" said Karr.", "none"),
    ("The minister said the port was closed. \"We were never told why,\" the general said.", "none"),
    ("The firm said it had invented a gel. The gel was invented in Paris, it said.", "none"),
    ("Karr said he had not slept. Holm said she had not either.", "none"),
    ("The mayor said the fair was a circus. It was a circus, Holm said.", "none"),
    ("The doctor said the man was asleep. The nurse said he was not young.", "none"),
    ("Teachers said the boys were tired. The boys said nothing.", "none"),
    ("Karr was asked whether he would stand. He said he would not.", "none"),
    ("The tabloid said Karr had left his wife. \"I hope not,\" his mother said.", "none"),
    ("The city collects rubbish on Mondays, the mayor said. Holm said the rubbish stank.", "none"),
    ("The union said the talks had begun. Berg said they had not ended.", "none"),
    ("Holm said the boys had won. She said they had not lost a game.", "none"),
    ("The owner said the mill was safe, a claim the union denies.", "open"),
    ("Holm says the mayor took a bribe, a charge the mayor denies.", "open"),
    ("Holm says the mayor took a bribe, something the mayor denies.", "open"),
    ("Holm says the mayor took a bribe, which the mayor denies.", "open"),
    ("Holm said the engine was new, an assertion the pilots reject.", "open"),
    ("Holm said the engine was new, a suggestion the pilots called absurd.", "open"),
    ("Holm accused the mayor of taking a bribe, an accusation the mayor denies.", "open"),
    ("Holm accused the mayor of taking a bribe. The mayor denies the accusation.", "open"),
    ("Holm offered the mayor a boat, an offer the mayor rejected.", "none"),
    ("Holm proposed a tax on salt, an idea the mayor rejected.", "none"),
    ("In the poll 34% said the mill should close and 17% strongly disagreed.", "none"),
    ("The report gave no evidence that Holm had lied. Berg said she saw no evidence that Holm had lied.", "none"),
    ("Police said Holm stole the ring. The judge said there was no evidence that Holm stole the ring.", "open"),
)  # fmt: skip

DEATHS = (
    ("Police said Una Berg took her own life. Her manager said Berg was murdered.", "open"),
    ("Police said Tom Rask killed himself. His brother said Rask was murdered by his jailers.", "open"),
    ("Police said Una Berg took her own life. Her manager said Berg killed herself in her flat.", "none"),
    ("Police said the fire took two lives. The mayor said Una Berg was murdered.", "none"),
    ("Police said Una Berg was murdered. Her manager said Berg was stabbed.", "none"),
    ("The coroner said Jon Ray was killed with an axe. The sheriff said Ray was killed with a hammer.", "open"),
    ("The coroner said Jon Ray was killed with an axe. The sheriff said Olaf Ray was killed with a hammer.", "none"),
    ("The coroner said Jon Ray was killed with an axe. The sheriff said Ray had bought a hammer.", "none"),
    ("The coroner said Jon Ray was killed with a pistol. The sheriff said Ray was killed with a gun.", "none"),
    ("Doctors said Dara Lind was poisoned with thallium. The laboratory said Lind was poisoned with arsenic.", "open"),
    ("Doctors said Dara Lind was poisoned with thallium. The laboratory said Lind was poisoned on Monday.", "none"),
    ("Doctors said Dara Lind was poisoned with thallium. The laboratory said Mia Lind was poisoned with arsenic.", "none"),
    ("Doctors said arsenic killed Dara Lind. The laboratory said ricin killed Lind.", "open"),
    ("The army said Leo Marr fell from a window. His sister said Marr was pushed from the window.", "open"),
    ("The army said Leo Marr fell from a window. His sister said Marr had jumped.", "open"),
    ("The bank said shares in Marr Foods fell. Analysts said Marr Foods had pushed for a merger.", "none"),
    ("The army said Leo Marr fell from a horse. His sister said Marr was thrown from the horse.", "open"),
    ("The coach said Marr jumped two metres. The trainer said Marr fell behind in the race.", "none"),
)  # fmt: skip


@pytest.mark.parametrize(("texts", "status", "why"), OVERTAKEN, ids=[row[2] for row in OVERTAKEN])
def test_what_somebody_told_first_is_overtaken(texts: Texts, status: str, why: str) -> None:
    found = _standing(texts)
    assert (status in found) if status != "none" else not found, why


@pytest.mark.parametrize(("text", "status"), FLAT, ids=[row[0] for row in FLAT])
def test_a_flat_answer_contests_what_was_told_just_before(text: str, status: str) -> None:
    found = _standing((("2031-05-12", text),))
    assert (status in found) if status != "none" else not found


@pytest.mark.parametrize(("text", "status"), DEATHS, ids=[row[0] for row in DEATHS])
def test_how_somebody_died_or_fell_and_by_what(text: str, status: str) -> None:
    found = _standing((("2031-05-12", text),))
    assert (status in found) if status != "none" else not found


GIVEN_UP = (
    ((("2031-07-01", "The railway company initially said the driver of the Lund express had ignored a red signal. It now says the signal had shown green."),), "ignored a red signal", "initially, now"),
    ((("2031-09-09", "Officers first said the boy had pointed a gun. They later said he had been holding a phone."),), "pointed a gun", "first, later"),
    ((("2031-09-09", "The bank, which had first denied that it had lost the files, said that a clerk had lost the files."),), "denied", "what was said before stands inside"),
    ((("2031-08-01", "Orrin Foods denied on Monday that its freezers had failed at the Quay plant."), ("2031-08-08", "Orrin Foods admitted on Monday that its freezers had failed at the Quay plant.")), "denied", "who denied it admits it"),
    ((("2031-02-02", "The insurgents said on Monday that they had shot down a helicopter over Tamar. The air force said no helicopter was missing."), ("2031-02-06", "The insurgents on Friday withdrew their claim that they had shot down a helicopter over Tamar.")), "shot down", "a claim withdrawn"),
    ((("2031-05-02", "Police in Harrow Bay said on Thursday that Colin Marsh had set the fire at the library."), ("2031-05-05", "Police in Harrow Bay admitted on Sunday that Colin Marsh had not set the fire at the library and apologised to him.")), "had set", "the accuser admits that he was wrong"),
    ((("2031-08-01", "The ministry said that Lena Berg had left the country. Her lawyer denied that she had left the country."), ("2031-08-08", "The ministry withdrew its statement that Lena Berg had left the country.")), "had left", "the statement, and not its denial"),
    ((("2031-03-03", "Finance minister Lena Orth refused to resign on Monday over the ferry contract."), ("2031-03-06", "Finance minister Lena Orth resigned on Thursday over the ferry contract.")), "refused", "the word not to do it"),
)  # fmt: skip


@pytest.mark.parametrize(("texts", "words", "why"), GIVEN_UP, ids=[row[2] for row in GIVEN_UP])
def test_the_side_that_holds_no_more_is_known(texts: Texts, words: str, why: str) -> None:
    reports = [Report(f"r{n}", text, outlet=f"Outlet{n}", published=day) for n, (day, text) in enumerate(texts)]
    text = {r.id: r.text for r in reports}
    found = [c for c in compare(reports, read(reports)).conflicts if c.status == "superseded"]
    for c in found:
        given_up = next(step.words for step in c.because.steps if step.rule == "given up")
        of = c.sides[int(given_up) - 1].evidence
        told = [text[r][max(0, start - 60) : end] for r, start, end in of]
        assert any(words in x for x in told), (told, c.because)
    assert found
