"""Whose words they are where the text says so in ways that are easily lost, over texts written for these tests."""

from __future__ import annotations

from functools import cache

import pytest

from rashomon.reading import read
from rashomon.records import Reading, Report

PAPERS = [  # "it" is a paper where the sentence before is about one, or tells of one that somebody made
    ("The report was published on Monday. It says the pilot ignored two warnings.", "ignored", "The report", "the subject before"),
    ("The memo appeared in May. Written two days after the raid, it acknowledges that children died.", "died", "The memo", "behind a participle"),
    ("The memo appeared in May. It acknowledges that children died. It put their number at 23.", "number", "The memo", "and so on"),
    ("The memo tells another story. The people in the lorries, it says, were going to a feast.", "lorries", "The memo", "set in"),
    ("Ole Lund leaked the memo in May. It warned that the valve was worn.", "worn", "the memo", "who leaks it has not written it"),
    ("The colonel had signed a note, which the Courier has read. “We took the station,” it says. “We had no pay.”", "station", "The colonel", "who signs it says it"),
    ("A draft was passed to reporters. The draft put the number of wounded at 40.", "wounded", "The draft", "a draft is a paper"),
    ("The survey was paid for by the city. It found that one house in three leaks.", "leaks", "The survey", "passive"),
    ("The ministry issued a statement on Monday. It said the bridge was safe.", "safe", "The ministry", "a body issues it: the body goes on"),
    ("The union wrote a letter to the board. It said that it would strike.", "strike", "The union", "a body writes it"),
    ("The mayor read the letter. The hall was silent. It said that the school would close.", "close", "It", "another thing stands between"),
    ("The storm reached the coast. It showed that the dyke was weak.", "weak", "It", "no paper"),
    ("The bus hit a wall. It is said that the driver slept.", "slept", "", "nobody says so"),
]  # fmt: skip

HIMSELF = [  # who tells his own name
    ("The officer, who gave his name as Omar Diallo, said the council had the power.", "power", "Omar Diallo", "gave his name"),
    ("An officer read a text. The officer, who gave his name as Major Omar Diallo, said the border was shut.", "border", "Omar Diallo", "with a rank"),
    ("The caller, who identified herself as Ann Berg, said she had seen the fire.", "fire", "Ann Berg", "identified herself"),
    ("A man calling himself Abu Karm told the radio that the raid had begun.", "begun", "Abu Karm", "calling himself"),
    ("A guard at the gate, who would not give his name, said nobody had come.", "nobody", "A guard", "gives none"),
    ("The driver was identified as Otto Lund. The officer said he was drunk.", "drunk", "The officer", "another is named"),
    ("The woman, who identified herself as Ann Berg's cousin, said she had seen him.", "seen", "The woman", "as another's cousin"),
    ("The boxer named his dog Rex. The trainer said it slept.", "slept", "The trainer", "names another"),
    ("The clerk gave the culprit's name as Omar Diallo. The clerk said he was sure.", "sure", "The clerk", "another's name"),
]  # fmt: skip

OTHERS = [  # another, or nobody, was taken for who speaks
    ("Rescuers showed this reporter the hull. At nine the voice of President Samateh came on. “I am alive,” he said.", "alive", "Samateh", "never who writes"),
    ("Two of its own people, a midwife and a nurse, died, the charity said. People living near by told the radio that they heard a plane.", "plane", "People", "other people"),
    ("Several people were hurt. People in the street said they heard a bang.", "bang", "People", "not those who were hurt"),
    ("Berg is out of danger, the doctor treating her in Lyon said.", "danger", "the doctor", "not where he treats her"),
    ("The doctor treating her in Lyon said that Berg was out of danger.", "danger", "The doctor", "and before it"),
    ("The firm running the line in Lyon said that nobody was hurt.", "nobody", "The firm", "nor where it runs"),
    ("After talks ending in Lyon, Norvia said it would sign.", "sign", "Norvia", "no participle of his"),
    ("Prices rising again, he said, was no surprise.", "surprise", "he", "a pronoun says it"),
    ("The number of dead rose to 61, the coast guard said. It now believed that 289 people were on board.", "289", "coast guard", "a body believes"),
    ("A border guard said he saw two men.", "two men", "A border guard", "one guard is a man"),
    ("Some 1,400 Danes are told to stay inside after rebel troops stormed the station and declared the president gone.", "president", "rebel troops", "who stormed it"),
    ("The mayor says the road is closed and told drivers to turn.", "turn", "The mayor", "who says so goes on"),
]  # fmt: skip

WHOLE = [  # all that he says is his
    ("The envoy told us that police had proof of gifts to “persons in uniform” and that he had known the date.", "date", "The envoy", "and that, behind a quotation"),
    ("She said that the wall was cracked, and that the firm knew it.", "firm", "She", "and that, behind a comma"),
    ("He said the road was shut and that was a lie.", "shut", "He", "no clause behind that"),
    ("Two shells fell at 2:40 a.m., the second ten minutes on, as people dug for survivors, Dr. Lena Holm said by phone.", "second", "Lena Holm", "up to the tag"),
    ("The ferry left at six, its ramp open, an aide said on Monday.", "ramp", "an aide", "up to the tag, a state"),
    ("The ship sank at nine, but the crew was saved, the owner said.", "sank", "", "what stands before “but” may be the reporter's"),
    ("Forty have been counted, Lena Holm told the mourners, “and nine of those were children”.", "Forty", "Lena Holm", "the half before the tag"),
    ("On Monday, Lena Holm told the mourners, “and then it rained”.", "On Monday", "", "no clause before the tag"),
    ("Seventy had died by then, the union said, with no fewer than 90 having been aboard.", "aboard", "the union", "with a state"),
    ("The union said so on Friday, with a smile.", "smile", "", "how he said it"),
    ("The hall was hit by a drone which the rebels had sent and of which they lost control, as the minister, Omar Nassour, explained.", "hall", "Omar Nassour", "as he explained"),
    ("The man who, as Lund said, owned the boat has left.", "left", "", "set into another's clause"),
    ("The firm knew that the wall was cracked, according to an internal memo.", "firm", "an internal memo", "the whole sentence is the memo's"),
    ("The school was shut after the roof fell in, according to the police.", "school", "the police", "not the last clause alone"),
    ("Ole Lund said that the wall fell, according to the Echo.", "fell", "Ole Lund", "and what Lund says stays his"),
    ("Ole Lund said he was ill and, according to the police, left at nine.", "ill", "Ole Lund", "set in, it is of its clause alone"),
    ("The driver told us as he was led away that the sea had taken him.", "taken", "The driver", "when he said it"),
    ("The driver knew as he was led away that the sea had won.", "driver", "", "he knew it"),
]  # fmt: skip

FIGURES_AND_CAUSES = [
    ("How many sailed? Bluegate says 212.", "212", "Bluegate", "a number"),
    ("Police say two. The union said none.", "two", "Police", "a word for one"),
    ("He said three words.", "three", "", "no number alone"),
    ("His death puts $577 million into a trust.", "577", "", "nobody says it"),
    ("The firm attributes the collapse to heavy rains.", "collapse", "The firm", "to what it lays it"),
    ("The losses, which he attributed to rain, grew.", "rain", "", "what he laid to it is told of before"),
    ("The words are attributed to Lund.", "words", "", "by whom is not told"),
    ("As for the vote, the minister was clear: the people will go to the polls.", "polls", "the minister", "outspoken"),
    ("The mayor was blunt: nobody would be paid.", "paid", "The mayor", "and so"),
    ("The water was clear: one could count the stones.", "stones", "", "a thing is clear"),
    ("The mayor was not clear: nobody understood the plan.", "plan", "", "who is not clear says nothing"),
    ("The mayor was tired: he had walked all night.", "walked", "", "how he is tells nothing"),
]  # fmt: skip

COUNTS = [  # by whose count, and who gives the figure that the sentence before tells
    ("Two dozen people died, on the hospital's figures; the government admits to six.", "dozen", "the hospital", "on his figures"),
    ("They fired at the base, killing three soldiers by the government's count.", "three", "the government", "by his count"),
    ("They made, by the parish priest's tally, sixty trips.", "sixty", "the parish priest", "by his tally"),
    ("By the end of the count Lund had won.", "won", "", "no count of his"),
    ("He paid by the firm's account at the bank.", "paid", "", "no word of his"),
    ("By last year's figures the town has shrunk.", "shrunk", "", "of a year"),
    ("By most estimates the lake is half empty.", "empty", "", "of nobody"),
    ("Twenty people are known to have died. The minister, Ole Lund, announced the new figure on Monday.", "known", "Ole Lund", "who announces it"),
    ("Twenty people have died. That is the number that minister Ann Berg gave on Friday.", "Twenty", "Ann Berg", "who gave it"),
    ("At least nine people died. The toll was released by the health ministry.", "nine", "the health ministry", "by whom it was released"),
    ("Nine people died. The mayor announced a curfew.", "Nine", "", "announces another thing"),
    ("The toll is 12. The ministry has not confirmed the figure.", "toll", "", "does not confirm it"),
    ("The wall fell at noon. The ministry gave the number of hurt as nine.", "wall", "", "no number told before"),
]  # fmt: skip

DESCRIBED = [  # told by his age or children
    ("Gary Tindall, 52, from Elm, was due to load. “I stopped for tea,” said the dad of four.", "tea", "Gary Tindall", "the only one named"),
    ("Ann Berg lost her house. The 44-year-old said she would stay.", "stay", "Ann Berg", "of an age not told"),
    ("Ann Berg, 31, met Eva Holm, 44. It rained. The 44-year-old said she would stay.", "stay", "Eva Holm", "of that age"),
    ("Ann Berg met Eva Holm. The mother of two said she would stay.", "stay", "The mother of two", "one of two"),
    ("Ann Berg, 31, lost her house. The 44-year-old said he saw it.", "saw", "The 44-year-old", "of another age"),
    ("A 44-year-old was held, Ann Berg said. The 44-year-old said he had slept.", "slept", "The 44-year-old", "told of before without a name"),
    ("Ann Berg thanked her sons. The mother of the mayor said he slept.", "slept", "The mother of the mayor", "of a named child"),
    ("A mother of two said she would stay. Ann Berg agreed.", "stay", "A mother of two", "not told of before"),
    ("At least 19 people died, the hospital's director and rebel officials said.", "19", "rebel officials", "two voices, the last"),
]  # fmt: skip

RIVALS = [  # each says his own
    ("The mayor said the bridge was safe, but engineer Karl Voss said it had been cracked for years.", "cracked", "Karl Voss", "another says the contrary"),
    ("The mayor said the bridge was safe, but engineer Karl Voss said it had been cracked for years.", "safe", "The mayor", "the one before it"),
    ("Berit Moe said the tank was sound, but that the inspector had said it was rusted.", "sound", "Berit Moe", "and that: she says both"),
    ("The sheriff said the boy was hungry and his sister was asleep.", "asleep", "The sheriff", "nobody else says so"),
    ("According to the owner, the ferry carried 90 people; according to the coastguard, it carried 150.", "150", "the coastguard", "behind a semicolon"),
    ("According to the owner, the ferry carried 90 people; according to the coastguard, it carried 150.", "90", "the owner", "before it"),
    ("According to the mayor, the well is clean, while according to Eva Mala, it holds lead.", "clean", "the mayor", "behind while"),
    ("According to Berg, the law, in the view of judges, is dead.", "law", "judges", "set into what he says"),
    ("The tower burned for two days (firefighters say three).", "tower", "", "brackets that say another thing"),
    ("The ship is safe (the navy said on Monday) and will sail.", "safe", "the navy", "brackets that only say who"),
    ("The mill burned (the third fire this year, police said) and is closed.", "mill", "", "said of what is in them"),
    ("The mill burned (the third fire this year, police said) and is closed.", "third", "police", "and in them"),
    ("The police said one man was held (the Post says three men are held).", "one man", "The police", "another's brackets end it"),
    ("“The bill (it costs nothing) is dead,” Berg said.", "dead", "Berg", "brackets within"),
    ("Batyr Ovez has come out of his coma, the hospital treating him in Copenhagen said.", "coma", "the hospital", "not where, hung on the clause"),
    ("Minister Carla Rossi told parliament that the landfill posed no risk, a view not shared by Greenwatch, whose director, Piet Vos, said methane had been leaking.", "methane", "Piet Vos", "not the view"),
    ("Minister Carla Rossi told parliament that the landfill posed no risk, a view not shared by Greenwatch, whose director, Piet Vos, said methane had been leaking.", "landfill", "Carla Rossi", "nor all before it"),
    ("Ann Berg, whose son died, said it was late.", "late", "Ann Berg", "whose clause is closed"),
    ("The coach, Vito Sala, was fired on Sunday, hours after his captain, Ida Kern, said the team had lost faith.", "faith", "Ida Kern", "no inverted tag"),
    ("The coach, Vito Sala, was fired on Sunday, hours after his captain, Ida Kern, said the team had lost faith.", "fired", "", "when he was fired"),
    ("The press office referred questions to the fire service, which said the cause was unknown.", "unknown", "the fire service", "to whom it referred them"),
    ("“They are frustrated,” said Oversight ranking Democrat Elijah Cummings (D-Md.).", "frustrated", "Elijah Cummings", "a phrase cut by the parser"),
    ("“It was late,” said police leaving Karm Hospital.", "late", "police", "no name of theirs"),
    ("Berg went after Holm for following Abt’s refusal to use the term as well and called for her to quit her bid.", "quit", "Berg", "a past tense joins no infinitive"),
    ("Its main customer, carmaker Velta, said it had found another supplier.", "supplier", "Velta", "named beside what it is"),
    ("The ministry, Velta's owner, said it was glad.", "glad", "The ministry, Velta's owner", "named in what it owns"),
    ("A Karm woman who claims she had a “bird’s - eye view” of the fatal police shooting of 16-year-old Kimani (Kiki) Gray says the youth did not have a gun in his hand.", "the youth", "A Karm woman", "not whom she saw"),
    ("The regulator asked Orion to substantiate its claim that the pill was safe.", "pill", "Orion", "who is to prove his own"),
    ("Park's lawyer urged Tom Reyes to drop his allegation that the minutes were forged.", "minutes", "Tom Reyes", "who is to drop his own"),
    ("Maria Park asked the police to investigate her claim that the minutes were forged.", "minutes", "Maria Park", "others look into it"),
    ("Brigadier Josphat Kirwa denied it. He spoke for an hour. Minister Oda Sand stuck to her view that it was lost.", "lost", "Oda Sand", "who sticks to her own"),
]  # fmt: skip

TWO_BODIES = [  # which of two is meant is told, or left open
    ("The Interior Ministry and the Health Ministry disagreed. The ministry said masks were useless.", "masks", "The ministry", "either"),
    ("Orbis Bank sued Calder Bank in May. The bank said it had found nothing.", "found", "The bank", "one sues the other"),
    ("Mining company Delta Corp and steel company Sirius Ltd will merge. The company said jobs were safe.", "jobs", "The company", "by what they do"),
    ("Orbis Bank opened in May. Its rival Calder Bank closed. The bank said it had run out of cash.", "cash", "Calder Bank", "told of alone and last"),
    ("The Health Ministry asked the army for tents. The ministry said the water was foul.", "water", "Health Ministry", "one is a ministry"),
    ("The Interior Ministry and the Health Ministry disagreed. The health ministry said masks were useless.", "masks", "Health Ministry", "named"),
]  # fmt: skip

MEANT = [  # whom "he" means
    ("Mr. Kevin Blacks said he had spoken to the parents.\n\n“Our focus right now is to get the service together,” said Gilford T. Monrose, a local pastor and leader who is working with the family on the service; a date had yet to be set, he said.", "date", "Gilford T. Monrose", "who speaks before a semicolon"),
    ("Charles Geyh said he had no problem. But, he said, there is a line.\n\nOne of Donald Trump's speeches came in May, when he told a rally that Curiel was biased.", "biased", "Donald Trump", "one of whose speeches is told"),
    ("Two years before, Julian Clark said, an officer stopped him in front of the shop, and then held him after the officer said his card had expired; he spent a day in custody, he said.\n\n“They have a hard time,” he said of the police.", "hard time", "Julian Clark", "who is only told to have spoken"),
    ("Vito Gallo died in jail, said jail spokesman Al Quinn.\n\nGallo, head of the clan, had beaten the law for years.\n\nAfter years of lies, he finally admitted his ruse at a hearing.", "ruse", "Vito Gallo", "the dead spoke once"),
    ("Vito Gallo died in jail. Jail spokesman Al Quinn came out. Gallo had a son. He said nobody else was hurt.", "hurt", "Al Quinn", "the dead say nothing now"),
    ("The chief of the port, Massoud Daran, told a paper that it was shut. Qeshm island governor Heydar Alishbandi told AFP that ten had died.\n\n“A thousand people sleep in tents,” he said.", "tents", "Heydar Alishbandi", "taken for a place by the model"),
]  # fmt: skip

CASES = RIVALS + TWO_BODIES + MEANT + COUNTS + DESCRIBED + PAPERS + HIMSELF + OTHERS + WHOLE + FIGURES_AND_CAUSES


@cache
def _readings() -> dict[str, Reading]:
    texts = list(dict.fromkeys(text for text, *_ in CASES))
    return dict(zip(texts, read([Report(t, t, outlet="Elm Echo", published="2031-05-08") for t in texts]), strict=True))


def said_by(text: str, words: str) -> str:
    """Give the name of whoever says `words`, by all that the report tells of him; "" where nobody does."""
    reading, at = _readings()[text], text.index(words)
    name = {m.id: c.name for c in reading.chains for m in reading.mentions if m.chain == c.id}
    saying = [a for a in reading.attributions if a.source and any(s <= at < e for s, e in a.content)]
    inmost = min(saying, key=lambda a: sum(e - s for s, e in a.content), default=None)
    return "" if inmost is None else name.get(inmost.source_mention or "") or text[slice(*inmost.source[0])]


@pytest.mark.parametrize(("text", "words", "who", "why"), CASES, ids=[c[-1] for c in CASES])
def test_who_says_it(text: str, words: str, who: str, why: str) -> None:
    assert said_by(text, words) == who, why
