"""Whose voice it is: a company is no person, "it" goes on for who spoke, an office of another place is another's."""

from __future__ import annotations

import re

import pytest

from rashomon.reading import read

PRONOUNS = {"he", "she", "it", "its", "her", "they"}

# text with [whom is asked] or {what is said} | whom it means (None: left open) | why
CASES: list[tuple[str, str | None, str]] = [
    ("Orlen Freight did not approve the loan. The minutes, which Orlen Freight has handed over, show that [he] voted against it.", None, "a company is no he"),
    ('Karm Holding AG ("Karm") rejects what is said of Dr. Leo Brand. Dr. Brand did not sign. The minutes, which Karm has handed over, show that [he] voted no.', "Leo Brand", "nor is the name it gives itself"),
    ("State radio said the pilot, Karel Dunaj, had been freed. Balt Lines said that [he] had never been charged.", "Karel Dunaj", "the company tells of the pilot"),
    ("Its manager, Thalis Maritime, said the captain, Nikos Fotis, was home. Thalis said that [he] had never been tried.", "Nikos Fotis", "a manager may be a company"),
    ("Its manager, Stelios Maritime, said {the hull was sound}.", "Stelios Maritime", "the manager is the company"),
    ("Its manager, Elm-based Stelios Maritime, said {the hull was sound}.", "Stelios Maritime", "with where it is based"),
    ("Their manager, Peter Marsh, said the band had split. [He] blamed the label.", "Peter Marsh", "a manager may be a person"),
    ("The navy’s account of the sinking has changed. [It] admitted on Friday that a torpedo had been fired.", "The navy", "who owns the account"),
    ("Iran’s story has changed twice. [It] first blamed the crew.", "Iran", "a state that owns the story"),
    ("The bank’s version of events has been questioned. [It] maintains that no client lost money.", "The bank", "who owns the version"),
    ("The Anna Berg left Gdansk with a cargo of steel, its owner, Nordlys Shipping, said. [It] said that the crew were safe.", "Nordlys Shipping", "who spoke, not the ship"),
    ("The army said that the Red Brigade had shelled the school. [It] said that it had returned fire.", "The army", "who spoke, not whom it accuses"),
    ("The Harbour Union said the Port Company had locked the gates. [It] added that police had been called.", "Harbour Union", "who spoke, not who is told of"),
    ("The report of the Dam Board has come out. [It] says that the wall was thin.", None, "the report says so"),
    ("Arno Holding, the Swiss group that owns a fifth of the bank, said it would sue. [It] accused the state of theft.", "Arno Holding", "what is set beside it is it"),
    ("Grace Danso was buried on Friday. Her sister, Mary, wept.\n\nFiruza Sabit, 13, who was found by herders, told the Courier that the girls were split into groups. [She] said that a man had come.", "Firuza Sabit", "who spoke just now, whatever is known of her"),
    ("Three parents said they knew their daughters. One of them, Halima Umar, said that her daughter Rahel wore her brother’s shirt. “She looked at me,” [she] said.", "Halima Umar", "one of them"),
    ("One of the drivers, Ketil Moe, said {the brakes failed}.", "Ketil Moe", "one of many, named"),
    ("Dina Orlova is dead. Among them was that of Dina Orlova, whose sister, Ketevan, had seen her in a film. “They knew it,” [she] told the Courier.", "Ketevan", "whose sister, NAME"),
    ("President Karim Dost was absent. Karim Dost said on television that he was tired.\n\nThe defence minister, Jorun Abel, who had called accounts of the president’s absence “inventions,” resigned hours later. [He] said that he had been lied to.", "Jorun Abel", "whom the sentence before tells of"),
    ("Cmdr. Brett Soren, the Navy spokesman, told Fox News that he stood by the report. The distance, [he] said, was wrong.", "Brett Soren", "the role is the subject, the name who bears it"),
    ("The head of the school’s Parents-Teachers Association, Musa Danladi, said {the fence had fallen}.", "Musa Danladi", "an office of an owner’s body"),
    ("The governor of the Bank of Varda, Lenka Cuk, said {the rate would stay}.", "Lenka Cuk", "an office of a body with of"),
    ("The Kano State Commissioner for Health, Alhaji Tanko Bello, said {the ward was empty}.", "Tanko Bello", "an office and a title"),
    ("Zamora Governor Idris Kwari met them. The governor of Sokora said {elders had talked to the gang}.", "The governor of Sokora", "another place"),
    ("Zamora Governor Idris Kwari met them. The governor of neighbouring Sokora said {elders had talked to the gang}.", "The governor of neighbouring Sokora", "a neighbour"),
    ("Zamora Governor Idris Kwari closed the bridge. The governor of Zamora said {it would open on Friday}.", "Idris Kwari", "the same place"),
    ("[The finance minister of Norvia] resigned on Friday.\n\nThe finance minister, Ada Lund, said she had been pressed to go.", "Ada Lund", "an office in the lead, its holder’s name below"),
    ("[The mayor of Lirio] resigned. The mayor of Serra, Ana Costa, praised him.", "The mayor of Lirio", "the holder of another office"),
    ("[The interior minister] resigned.\n\nThe former interior minister, Ana Costa, praised him.", "The interior minister", "who held it once"),
    ("His Excellency Rohan Kalp said {the nation was calm}.", "Rohan Kalp", "a title"),
    ("The Minister of Works, Hon. Jarrel Abian, stated that {the bridge would open}.", "Jarrel Abian", "a short title ends no sentence"),
    ("Minister Bojan Lavric spoke. The letter is dated 3 May and speaks of “a gap”. Lavric: {“It was sent to the ministry.”} He left.", "Bojan Lavric", "a name before a colon"),
    ("The Elm Courier has learned that the school’s wall fell in March and that a contract for [its] repair was never signed.", None, "the wall’s, not the outlet’s"),
    ("The Elm Courier reported that the union had split and that [its] leaders were not speaking.", "the union", "the union’s, not the outlet’s"),
    ("In the village of Lom, the wife of the engineer, Pavel Mavrik, has put [her] phone on the shelf.", "the wife of the engineer", "he is the engineer"),
    ("A coxswain who works for the company, and who asked not to print his name, said that {seven men were ill}.", "A coxswain who works for the company", "somebody, though no list has the noun"),
    ("Karm Holding today filed a claim with the court. [It] takes the view that the sale was void.", "Karm Holding", "who holds a view"),
    ("It is dated 11 June, it bears the stamp of the finance ministry, and [it] speaks of a gap.", None, "the paper, not whose stamp it bears"),
    ("The gate was shut. “[He] said that the boss slept,” Jon Sule told the Courier.", None, "who is quoted tells of another"),
    ("The toll was nine, according to the Red Crescent. [The company] apologised on Friday.", "The company", "a relief society is no company, though no other body is named"),
    ("The dead were counted by the League for Free Courts. [The company] said that the valve froze.", "The company", "nor is a league"),
    ("Two of the divers, both from Karm, told the radio that {the alarm never rang}.", "Two of the divers", "some of several, with what is said of them"),
    ("The panel heard from Dr. Owen Balt that {the valve had been replaced}.", "Owen Balt", "who is heard from tells"),
    ("The clerks learned from the driver that {the gate was open}.", "the driver", "who is learned from tells"),
    ("{“We stay here,”} a man who gave his name only as Rasim said from behind the gate.", "a man", "who gives a name only"),
    ("Kamil Dost, 34, and his brother said {they were told to go}.", "Kamil Dost", "two who speak, the first with his age"),
    ("The club’s doctor, Emil Kand, was quoted by the station as saying {the keeper never took it}.", "Emil Kand", "who is quoted, not who quotes"),
    ("Lena Dorn said her son had called. {“He was crying,”} she said.", "Lena Dorn", "a verb inside the quotation is no tag of it"),
    ("The council closed the school. Parents were angry. [They] said nobody had asked them.", "Parents", "they are the people of the sentence before"),
    ("The council closed the road. Shopkeepers were angry. [They] said nobody had asked them.", "Shopkeepers", "people by trade"),
    ("The prosecutor leading the inquiry, Vera Dunaj, met the press. The tapes were wiped, [she] said.", "Vera Dunaj", "a role with a clause, and the name of who bears it"),
    ("The judge hearing the case, Carla Mendes, said that {the file was thin}.", "Carla Mendes", "so too as who speaks"),
    ("Elena Varga and Tom Kiss were held. Her lawyer said that {Varga slept at home}. His lawyer said that Kiss did not.", "Her lawyer", "his lawyer is another"),
    ("Beth Crane was ill. Her agent spoke for her. Rob Hale was well. [His agent] said so.", "His agent", "nor is his agent hers"),
    ("A guard taken on for the season, who called for {an inquiry}, said the lock was broken.", "A guard", "a season is no who"),
    ("In the film Nowy, with a bandage round his head, says that {he fell from a wall}.", "Nowy", "what stands about somebody does not speak"),
    ("On the tape Berin, with tears in her eyes, said {the boat was full}.", "Berin", "nor what is said to be full"),
    ("The train went on to the town of Karm, where police held a priest, {who had spoken up}, the driver and two nuns said.", "the driver", "who closes the sentence, not the place"),
    ("Leyla Aman ran the hotel. One of the two guests was Rafik Dost, [she] says, whom she knew by sight.", "Leyla Aman", "she is not whom she tells of"),
    ("Witnesses say that guards shot at the crowd, which [they] deny.", "guards", "who denies is not who says so"),
    ("The union said that the firm had sold the mill, which [it] denies.", "the firm", "so too of a body"),
    ("The general, Tom Ruiz, conceded before a committee that {the letter had come in March}.", "Tom Ruiz", "before whom it is said"),
    ("The port authority had stated on the day of the fire that {the check found no fault}.", "The port authority", "on what day it is said"),
    ("{A spark killed nine people}, a panel has found, contradicting months of denials.", "a panel", "who has found, with what that contradicts"),
    ("Prosecutors suspect Mia Storm of {having threatened the witness}.", "Prosecutors", "who suspects, not the suspect"),
    ("Doctors found no evidence in support of the claim, made by a rival, that {the drug killed two girls}.", "Doctors", "who finds nothing for a claim"),
    ("Villagers say {soldiers burned the mill}, an allegation the army denies.", "Villagers", "who denies an allegation does not make it"),
    ("In a post on Facebook Ana Costa said she had been wrong. {She left at noon}, she said.", "Ana Costa", "where it is posted is no name of hers"),
    ("At noon, two of them told the Gazette, a guard closed the gate. Ana Costa stood outside. The guard laughed, [she] said.", "Ana Costa", "a paper is nobody who is a guard"),
    ("Jan Kral was hurt. The coach, Ivo Dost, said that Kral’s fever had gone and that [he] would train.", "Jan Kral", "whose body is told of"),
    ("The minister, Tom Ruiz, said Holm’s report was wrong and that [he] would resign.", "Tom Ruiz", "a report is no part of a body"),
    ("KVTV: The army says the village was empty.\n\nSamuel Otieno: {Forty families lived there.}\n\nKVTV: Who fired?\n\nSamuel Otieno: The soldiers did.", "Samuel Otieno", "who answers an outlet"),
    ("Reporter: The ministry says that the wards were heated.\n\nDana Molnar: {They were not.}\n\nReporter: The director says that doctors came.\n\nDana Molnar: I saw one.", "Dana Molnar", "who answers though nothing is asked"),
    ("RFE/RL: The authorities say that {food was given}.\n\nBekova: We got water.\n\nRFE/RL: Who stayed?\n\nBekova: The girl.", "The authorities", "who asks tells nothing"),
    ("Karm Holding has sold its mill. Chief executive Leo Brandt: {“The mill lost money.”} It employs 90 people.", "Leo Brandt", "a role and a name before a colon"),
    ("Viorica Hulpe, whose husband Radu is missing, said that he had rung her at four. “He said that it stank,” [she] said.", "Viorica Hulpe", "who has a husband is she"),
    ("When the school nurse in Brezna, Danuta Penkala, had the wells tested, [she] thought the laboratory had erred.", "Danuta Penkala", "a role in a place, and a name"),
    ("A source told Radio Elm on condition of anonymity that he was held in the fort and {had been in hospital twice}.", "A source", "what had been, joined to what was said"),
    ("He claimed that jobs were at risk; according to the company {it employs 430 people}.", "the company", "a pronoun behind whom it is according to"),
    ("Asked about it, engineer Per Lund answered that {the cables had rusted}.", "Per Lund", "answered that"),
    ("Professor Lea Brandt answered her critics that {4,000 people had taken part}.", "Lea Brandt", "answered whom"),
    ("The mill burned. The spokesman, Ivo Kral, said at a briefing that {the owner had fled}.", "Ivo Kral", "where it was said"),
    ("The mill burned. Radek Nowak told journalists at a briefing that {the envoy had left}.", "Radek Nowak", "whom and where"),
    ("“It is over,” Ivo Kral said at a briefing that {the ministry had called}. It was closed.", None, "which briefing it was"),
    ("Snow fell. '{She felt the boat turn over},' her brother Emil Kand told the Courier.", "Emil Kand", "a verb inside single marks tags nothing"),
    ("Snow fell. ‘{He said the oar broke} but I went,’ his wife, Mia Lund, said.", "Mia Lund", "nor does a verb of saying there"),
    ("Snow fell. 'We hid,' Ida Falk told the Courier.\n\n'{The water was cold.} Nobody came.'", "Ida Falk", "she goes on in single marks"),
    ("The players' union met. 'The players' coach lied,' lawyer Ivo Kral said. {The mill's owner said it was shut}.", None, "an apostrophe is no mark"),
    ("{The beams were laid by the builder Holmbau}, the mayor said. Holmbau did not reply.", "the mayor", "a tag behind a name is no role of his"),
    ("{Among the dead was Ivo Kral}, the chief of police has said.", "the chief of police", "an office with of"),
    ("The wall fell. Rosa Vidal, the mayor, said {it was old}.", "Rosa Vidal", "a role between commas is hers"),
    ("Nelson Salgado Pinto was held. Mr Salgado said {he had been at work}.", "Nelson Salgado Pinto", "the first of two surnames is the short one"),
    ("The striker Iker Mendoza Ruiz left. Mendoza said {the club had lied}.", "Iker Mendoza Ruiz", "without a title"),
    ("Ana Vidal Soto was elected. Ana Vidal said {the count was fair}.", "Ana Vidal Soto", "with the given name"),
    ("Mary Jane Watson met Jane Harlow. Jane Harlow said {the roof leaked}.", "Jane Harlow", "a second given name is none"),
    ("“The dam would have been a hard sell,” said Stephen Varga.\n\nThat might sound odd to anyone who heard Paul Orne's statement on Tuesday. [He] called the plan reckless.", "Paul Orne", "whose statement was heard"),
    ("“We were lucky,” said pilot Ivan Roth.\n\nThe plane lay in Tom Reddy's field. [He] said the crew had slept.", "Ivan Roth", "whose field it lay in says nothing"),
    ("“We were lucky,” said pilot Ivan Roth, reading Tom Reddy's letter. [He] said the crew had slept.", "Ivan Roth", "who reads a letter speaks"),
    ("“The case is closed,” Ivan Roth said.\n\nEven as [he] accused the ministry of lying, Paul Orne refused to name a culprit.", "Paul Orne", "who is named below"),
    ("Ivan Roth spoke on Friday. Although [he] denied that the ship was old, Paul Orne had it towed.", None, "where two may be meant nobody is"),
    ("Edda Tamm met the press.\n\nWhile [she] said the ship was old, Paul Orne called it new.", "Edda Tamm", "she is no man below"),
    ("Paul Orne described Tom Reddy as a friend. [He] also denied taking money.", "Paul Orne", "who also denies spoke before"),
    ("Paul Orne said that Tom Reddy took money. [He] denied taking it.", "Tom Reddy", "who denies is the accused"),
    ("Minister Paul Orne warned of strikes.\n\"Be calm, \" Orne said.\n\"We stay in the street!\nYou never win, \" said Pavel Dogan, a farmer.\n\"It is our fault, \" [he] said.", "Pavel Dogan", "a mark at the end of the next line closes"),
    ("Queens District Attorney Richard Bronn opened the case. The DA said {the driver had been drinking}.", "Richard Bronn", "initials of an office"),
    ("Director of Public Prosecutions Karl Holm spoke. The DPP said {the file was thin}.", "Karl Holm", "with its of"),
    ("District Attorney Richard Bronn met District Attorney Sara Lind. The DA said {the file was thin}.", "The DA", "of two nobody is meant"),
    ("Karl Holm, European Union envoy, spoke. The EU said {the vote was fair}.", "European Union", "initials of what it is an office of"),
    ("Deputy Agriculture minister Karl Holm spoke in Durban. The DA said {the vote was fair}.", "The DA", "words of an office without its noun"),
    ("Former agent John “Tig” Tilgen found both letters false. “{They went home},” Tilgen stated.", "John “Tig” Tilgen", "a nickname inside a name"),
    ("Former soldier and pilot Ed Varga found both letters false. [He] noted that the panel had slept.", "Ed Varga", "two roles of one man"),
    ("Three people died in a fire. People say {the exits were locked}.", "People", "people are not the dead"),
    ("Two miners were hurt. The miners said {the lamps were old}.", "Two miners", "the miners are the two"),
    ("Unions say {the poor will suffer}. “It is theft,” said Yan Panag, head of one of the two largest unions.", "Unions", "two of them are not all"),
    ("Gay people were mourned in the square. People in Fort Elm said {the mosque was small}.", "People", "nor are some of a sort"),
    ("“Crooked Hillary Clinton lied,” Reddy wrote. Hillary Clinton said {the server was new}.", "Hillary Clinton", "a byword is no name"),
    ("New York City Councilman Jumaane D. Huul said {the shop was shut}.", "Jumaane D. Huul", "an office of a city, and names no list has"),
    ("Councilman Tarvo Huul said {the shop was shut}.", "Tarvo Huul", "an office alone"),
    ("Mark Baker Holm said {the shop was shut}.", "Mark Baker Holm", "a trade inside a name is the name’s"),
    ("Hurwitz led the agency when Boston mobster James 'Red' Olsen said {the gate was shut}.", "James 'Red' Olsen", "a role before a name is no verb"),
    ("Elsa Vand left last. The caretaker locked the door behind her. [He] told police that it smelled of gas.", "The caretaker", "he is no woman by name"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "means"), [c[:2] for c in CASES], ids=[c[2] for c in CASES])
def test_whose_voice(text: str, means: str | None) -> None:
    mark = re.search(r"[\[{]", text)
    assert mark is not None
    plain = re.sub(r"[\[\]{}]", "", text)
    reading = read(plain)
    names = {chain.id: chain.name for chain in reading.chains}
    if mark.group() == "[":
        form = "pronoun" if plain[mark.start() :].split()[0].lower() in PRONOUNS else "nominal"
        here = (m for m in reading.mentions if m.start == mark.start() and m.form == form)
        assert next((names[m.chain] for m in here), None) == means
    else:
        at = mark.start() + (plain[mark.start()] == "“")
        told = [a for a in reading.attributions if any(s <= at < e for s, e in a.content)]
        said = next((a for a in told if not any(b.nested_in == a.id for b in told)), None)
        chain = {m.id: m.chain for m in reading.mentions}
        assert (said and names[chain[said.source_mention or ""]]) == means


def test_who_signs_a_report_is_nobody_in_it() -> None:
    from rashomon.records import Report

    text = "Ezra Holm in Karm\n\nThe gate was shut. The key was lost. “He said that the boss slept,” Jon Sule told the Courier."
    reading = next(iter(read([Report("r", text, title="A night without an answer")])))
    signed = {m.chain for m in reading.mentions if m.start == 0}
    assert not [m for m in reading.mentions if m.form == "pronoun" and m.chain in signed]
