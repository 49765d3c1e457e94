"""The words that a clause keeps when it stands as a sentence of its own, through the whole pipeline."""

from __future__ import annotations

import pytest

from rashomon.reading import read
from rashomon.records import Report

UNCUT = [
    ("Lund is a six-year veteran, two in nearby Orsa and four in Tarn, the chief said.", "in Tarn", "each of a list keeps its own"),
    ("The union has five members in Orsa and nine in Tarn, it said.", "in Orsa", "the first of a list too"),
    ("The gang has claimed to hold the files of 600,000 patients of the clinic, many times the number that it admitted.", "many times", "how many times what"),
    ("The port was closed after a report that the pier had cracked.", "that the pier had cracked", "what a report says"),
    ("The gang holds 600,000 files of the clinic, many times the number that it admitted.", "the number that it admitted", "which number"),
    ("They clashed after a tense day in Tarn, a day that began with gunfire.", "that began with gunfire", "why a day is named twice"),
    ("The army seized the radio, the airport and, before dawn, the palace of Orsa.", "before dawn, the palace of Orsa", "what “and” joins"),
    ("The army seized the radio, the airport and, before dawn, the palace of Orsa.", "the airport", "nor what stands before it"),
    ("Nine were killed in the mine: four miners, two drivers, two guards and a cook.", "two drivers, two guards and a cook", "one of a list set beside a noun"),
    ("She drew the ire of the court for criticism of the king, of the prince and of his wars.", "for criticism of the king", "“of” before more of the same"),
    ("The ferry left on Saturday, prior to the storm.", "to the storm", "what completes “prior”"),
    ("His wife has put the lamp of the chapel on the sill.", "on the sill", "where something is put"),
    ("The envoy Berg characterized his talks with officials in Orsa on Tuesday as direct and candid conversations.", "as direct and candid conversations", "what something is called"),
    ("The army shelled the fort on Monday and the port on Tuesday.", "on Monday", "what “and” joins may be joined inside it"),
    ("The court found the driver guilty of theft in a raid that left two clerks dead and a third blinded.", "that left two clerks dead", "nor half of what a clause tells"),
    ("The sailors were from Orsa and Tarn, two towns on the coast of Pell.", "on the coast of Pell", "what two towns"),
    ("Crews from two towns were this morning called in to fight a blaze at the mill of Orsa.", "called in to fight a blaze at the mill of Orsa", "what they were is told by it"),
    ("The mayor was on Friday seen at the port of Tarn.", "seen at the port of Tarn", "so of one"),
    ('The captain called it "a cold night for the crew on the deck" on Friday.', "on the deck", "what somebody says in marks stays whole"),
    ("Judge Ann Holm told a packed hall that she weighed all the aggravating facts and mitigating circumstances in the theft of the bell.", "that she weighed all the aggravating facts and mitigating circumstances in the theft of the bell", "what is told, whatever it hangs on"),
    ("The loss was confirmed by Ann Holm, a spokeswoman for the league, the body that runs the cup.", "for the league", "what stands beside it would stand alone"),
    ("The judge told a packed hall that he had weighed all facts of the theft, and he freed the guard.", "that he had weighed all facts of the theft", "what is told"),
    ("The union told workers that the yard of Tarn would close in May.", "that the yard of Tarn would close in May", "so of what is told to several"),
    ("The yards were hit, with 50 boats and about 900 nets rendered useless.", "rendered useless", "what they were after “with”"),
    ("The raid took place about 150 miles off Pell.", "off Pell", "where the miles begin"),
    ("There has never been a mayor more hated than Ann Holm in the history of the town.", "more hated than Ann Holm", "what there has never been"),
    ("There is no ship in Pell that has ever left the bay without a pilot.", "that has ever left the bay without a pilot", "so of what is none"),
    ("Divers freed three men from the hull, a feat greeted with cheers on the pier.", "greeted with cheers on the pier", "what feat"),
    ("The council asked for a list of when the guards had met.", "when the guards had met", "a list of what"),
    ("The shell fell nine kilometres (six miles) west of Orsa, the mayor said.", "west of Orsa", "from where it is measured"),
    ("The ferry sank two miles (3 km) off Pell in a storm, the navy said.", "off Pell", "behind brackets too"),
    ("The club must hand in plans that could harm birds on the coast for review by experts at the ministry.", "for review", "who reviews stands behind it"),
    ("The guard was known in the port of Tarn as a quiet man who fed the gulls.", "as a quiet man who fed the gulls", "as what he was known"),
    ("The dead were named as Captain Ann Holm of the ferry and Ivo Lund of the tug, both described by friends on Friday as brave sailors.", "both described by friends on Friday", "as what stands behind it"),
    ("Holm also served as the dean of the law school in Orsa and as president of the bar of Pell from 2002 to 2003.", "to 2003", "the end of a time"),
    ("Holm also served as the dean of the law school in Orsa and as president of the bar of Pell from 2002 to 2003.", "from 2002", "its beginning"),
    ("The singer died of a fever at the age of 85 in a Tarn, Pell, hospital on Thursday, her agent said.", "in a Tarn, Pell,", "the noun of the place stands behind it"),
    ("The singer died of a fever at the age of 85 in a Tarn, Pell, hospital on Thursday, her agent said.", "at the age of 85 in a Tarn, Pell,", "nor what ends with it"),
    ("The clerk denied an offer to plead guilty in exchange for a prison sentence.", "for a prison sentence", "in exchange for what"),
    ("Under current law, clubs must hand in plans for review.", "Under current law", "what it holds under"),
    ("Holm handed in her letter at noon, two days after swearing to the council that nothing would drag her from office.", "two days after swearing to the council", "what she swore would stand alone"),
    ("The bus broke down 30 kilometres outside Orsa on Friday.", "outside Orsa", "outside what, though it hangs on the verb"),
    ("The hulk lay nine nautical miles beyond the reef of Selde.", "beyond the reef of Selde", "beyond what"),
    ("The decree saw two streets renamed after the general.", "renamed after the general", "what a decree saw"),
    ("Pesk ran a state that saw months of the year named after his mother.", "named after his mother", "so behind “of”"),
    ("The clerk had nine files burned in the yard.", "burned in the yard", "what was had done"),
    ("The flood left thousands of sheep stranded on the hills.", "stranded on the hills", "how they were left"),
    ("Divers found a guard tied to a mast on Friday.", "tied to a mast", "how he was found"),
    ("The ministry found itself on the defensive again.", "on the defensive", "where it found itself"),
    ("The guard threw himself against the gate on Friday.", "against the gate", "against what"),
    ("Olaf Berg scored 11 points, all in the second half, to help Orsa.", "11 points", "what he scored"),
    ("The court convicted her of running mines and of plotting in the late 1980's to rob a bank in Orsa.", "in the late 1980", "half a word"),
    ("Not guilty pleas were entered on Berg's behalf to charges of first-degree murder, intent to murder, possession of a firearm in the commission of a felony and fleeing and eluding police.", "to charges of first-degree murder", "the first of what is charged"),
    ("The writ named three faults: theft of a bell during a feast, lying in wait and murder to avoid arrest.", "theft of a bell during a feast", "the first behind a colon"),
    ("The complaint alleged three special faults that would make Berg eligible for the death penalty: murder of a peace officer during performance of his duties, lying in wait and murder to avoid arrest.", "lying in wait and murder to avoid arrest", "the last behind a colon"),
    ("Berg led clubs at Elm College (1982 - 87) and the University of Orsa (1989 - 94).", "- 94", "the end of years"),
    ("The finding came as a nationwide strike paralysed Norland, with banks, schools and shops closed.", "paralysed Norland", "what the strike did"),
    ("The finding came as a nationwide strike paralysed Norland, with banks, schools and shops closed, flights in and out of the country halted and even the Old Mill barred to guests.", "paralysed", "what the strike did, misread"),
    ("Eight days of clashes have caused 200 million euros of damage in Tarn alone.", "in Tarn", "where alone"),
    ("Eight days of clashes have caused 200 million euros of damage in Tarn alone.", "alone", "there and nowhere else"),
    ("Olaf Berg retained his NBF, PBF and TBO heavyweight title belts by stopping Pellian challenger Jan Rusu in the sixth round.", "PBF and TBO", "half of whose belts"),
    ("The draft depicted efforts by the mayor in the days after the attack to strip out two names.", "in the days", "which days"),
    ("The e-mails revealed a fierce internal jostling over the talks of June, not only between two ministries.", "jostling over the talks of June", "what was fierce"),
    ("Ann Holm was seen on a film of the bank tearing up nine letters.", "tearing up nine letters", "what somebody was seen doing"),
    ("Two men were filmed by a guard carrying a safe out of the bank.", "carrying a safe out of the bank", "so of what is filmed"),
    ("A bear was spotted near the school eating apples on Monday.", "eating apples on Monday", "and of who is spotted"),
    ("The video shows the mayor grabbing the arm of a young driver.", "grabbing the arm of a young driver", "what a video shows"),
    ("The club wants to hire a coach who knows the league of Pell.", "who knows the league of Pell", "not any coach"),
    ("The council has the right to have a chairman who speaks for all nine towns.", "who speaks for all nine towns", "nor any chairman"),
    ("In a complaint, Mr. Dole, Democrat of Pell, and his wife, Anna, are accused of moving more than 2 million to the club.", "Democrat of Pell, and his wife, Anna,", "the second of two subjects"),
    ('On the streets of Tarn, demonstrators chanted "Robbers, robbers! " as they attempted to break through a riot police cordon guarding Parliament and chased ceremonial guards away from the Tomb of the Lost Sailor in front of the building.', "as they attempted to break through", "what they broke through stands behind it"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "phrase", "why"), UNCUT, ids=[u[2] for u in UNCUT])
def test_what_a_list_needs_is_not_cut(text: str, phrase: str, why: str) -> None:
    (reading,) = read([Report("r", text)])
    optional = [
        " ".join(text[a:b] for a, b in body) for c in reading.clauses if c.wording for body in c.wording.optional
    ]
    assert not any(cut.strip(" ,") == phrase for cut in optional), why


TOGETHER = [
    ('The mayor left the pit in the evening after he had called the night "long and dark for us".', 'after he had called the night "long and dark for us"', "a whole quotation may go"),
    ("The union told nine workers, who had struck in the port of Tarn, that it was closed.", "who had struck in the port of Tarn", "who they are may go"),
    ("The mayor was ill that week in the old port of Tarn.", "in the old port of Tarn", "how she was is told"),
    ("The mayor of Tarn met Ann Holm, a nurse from the port, at noon on Friday.", "from the port", "nothing stands beside it"),
    ("The council took a grave view of raids in the strait after the seizure of the Orla, with 18 sailors on board, by pirates.", "after the seizure of the Orla … with 18 sailors on board", "who was on it goes with the ship"),
    ("The ferry left Orsa on Friday, with nine cars on board.", "on Friday", "a day has nobody on board"),
    ("There is a ship in the bay, which left Pell on Monday.", "which left Pell on Monday", "what there is may be told alone"),
    ("Divers freed three men from the hull, a rusty wreck built in Tarn.", "built in Tarn", "the wreck stands alone"),
    ("The clerk was hit badly in Orsa by a lorry that carried beer.", "in Orsa", "“by” tells who hit him"),
    ("The bridge was closed for repairs on Friday.", "on Friday", "nobody does anything behind it"),
    ("As mayor of Orsa, Ann Holm closed the port on Friday.", "on Friday", "“as” opens"),
    ("The man walked from the port to the town hall on Friday.", "on Friday", "a way has an end, and a day"),
    ("Ann Holm, 66, was struck as she walked into the club at 200 Elm Blvd. on Friday night.", "as she walked into the club at 200 Elm Blvd.", "with the stop of a short form"),
    ("The pilgrims walked nine miles in the rain.", "in the rain", "no place from which miles are counted"),
    ("The mayor opened a school built by nuns.", "built by nuns", "what she opened stands alone"),
    ("The guard hurt himself badly at the gate.", "at the gate", "a word between"),
    ("The miners waited nine days at the gate.", "nine days", "how long they did"),
    ("The man fell nine metres in the yard.", "nine metres", "how deep"),
    ("Holm was freed in Tarn on Friday, her lawyer said.", "on Friday", "who says so stands behind it"),
    ("The mill was sold in May for nine million euros in Orsa.", "in Orsa", "where, at the end"),
    ("After a long night of fire, guards left the port.", "After a long night of fire", "what opens"),
    ("Holm met Olaf Berg, a baker, with nine guards.", "a baker", "who he is, before “with”"),
    ("Divers found the van in Orsa, a port on the coast, on Friday.", "on the coast", "which port"),
    ("The bank sold a house seized in May.", "seized in May", "so what it sold"),
    ("The court fined a baker accused of theft.", "accused of theft", "whom it fined"),
    ("Jan Pesk, the mayor of Orsa, resigned on Friday.", "the mayor of Orsa", "who he is, between commas"),
    ("Crowds fled as they heard a shot, the mayor said.", "as they heard a shot", "a clause that ends"),
    ("Holm — the first clerk in 40 years to resign — was leaving on Friday.", "— the first clerk in 40 years to resign —", "with both its dashes"),
    ("The mayor of Orsa -- who was elected in May -- left the hall with two guards.", "-- who was elected in May --", "so of typed ones"),
    ("The mayor of Orsa - who was elected in May - left the hall with two guards.", "- who was elected in May -", "so of spaced hyphens"),
    ("Karl Berg, a clerk and sailor from Tarn, was fined by the court of Orsa.", "a clerk and sailor from Tarn", "one man, two trades"),
    ("Karl Berg was fined by the court in Orsa, ending a trial of nine weeks.", "ending a trial of nine weeks", "nobody saw him end it"),
    ("The mayor was driven home by a guard carrying a rifle.", "carrying a rifle", "she was not seen"),
    ("The council opened a school that was built by nuns.", "that was built by nuns", "a school that is there"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "phrase", "why"), TOGETHER, ids=[t[2] for t in TOGETHER])
def test_what_may_go_and_what_goes_with_it(text: str, phrase: str, why: str) -> None:
    (reading,) = read([Report("r", text)])
    optional = [
        " … ".join(text[a:b] for a, b in body) for c in reading.clauses if c.wording for body in c.wording.optional
    ]
    assert phrase in [cut.strip(" ,") for cut in optional], (why, optional)


KEPT = [
    ("It was not open, as the army had claimed.", "claimed", None, "what they claimed stands before"),
    ("The Herald had done so on Saturday night.", "done", None, "what was done stands before"),
    (
        "Reports according to which the king had left the palace by night were false.",
        "left",
        None,
        "what reports have it is not told",
    ),
    (
        "A video that appears to show dozens of men who left a camp in Orsa was released on Monday by a monk.",
        "appears",
        None,
        "a sentence without a main verb is misread",
    ),
    (
        "21 May 2031 – Doctors of Orsa called on the mayor to open the road.",
        "called",
        "Doctors of Orsa called on the mayor to open the road",
        "the day of an entry is no part of it",
    ),
    (
        "May 21, 2031 — The army left the town of Orsa.",
        "left",
        "The army left the town of Orsa",
        "however it is written",
    ),
    (
        "Guards stationed at a bridge four miles away were called at noon, but did not come until daybreak.",
        "come",
        "[Guards] did not come until daybreak",
        "where they stood is no part of them",
    ),
    (
        "At least two divers were killed and seven were missing after a wall fell at the dam.",
        "missing",
        "seven were missing after a wall fell at the dam",
        "a number alone is a subject of its own",
    ),
    (
        "A sailor from the ship Orla, which was seized last week, has died in hospital.",
        "died",
        "A sailor from the ship Orla, which was seized last week, has died in hospital",
        "a relative clause inside its subject",
    ),
    (
        "A soldier from the fort at Pell, which fell on Friday, has been found alive, the army said.",
        "found",
        "A soldier from the fort at Pell, which fell on Friday, has been found alive",
        "also of what is said",
    ),
    (
        "The board said that a cargo ship had sunk the boat, withdrawing a charge against the port.",
        "sunk",
        "a cargo ship had sunk the boat",
        "what the speaker does by saying it is his",
    ),
    (
        "The court ruled that the vote was valid, reversing a lower court.",
        "was",
        "the vote was valid",
        "also where he judges",
    ),
    (
        "The union said that the company had lied, denying that it had closed the mine.",
        "lied",
        "the company had lied, denying that it had closed the mine",
        "a company may deny",
    ),
    (
        "Police said that a bomb had hit the school, killing nine pupils.",
        "hit",
        "a bomb had hit the school, killing nine pupils",
        "to kill is no act of speech",
    ),
    (
        "The gunmen kidnapped and murdered a judge last week.",
        "kidnapped",
        "The gunmen kidnapped and murdered a judge last week",
        "whom they kidnapped stands behind the next verb",
    ),
    ("The ferry sank and killed nine people.", "sank", "The ferry sank", "nobody need be sunk by it"),
    (
        "Rebels attacked the base and killed nine guards.",
        "attacked",
        "Rebels attacked the base",
        "each has its own object",
    ),
    (
        "They received half of what the bank had announced.",
        "announced",
        None,
        "what is not told is no sentence",
    ),
    (
        "The mayor thanked the guards and were met with stones.",
        "met",
        None,
        "one person “were” not met",
    ),
    (
        "Thieves broke into the college and stayed for two hours, according to the teacher, Hala Isa-Bel, who hid.",
        "stayed",
        "[Thieves] stayed for two hours",
        "who it is according to, with the name beside",
    ),
    (
        "It confirms the worst that the family thinks happened, Dal Orn told the Herald.",
        "thinks",
        None,
        "what happened stands outside of it",
    ),
    (
        "Wen Ode said that 213 people were on board, citing a count by the police of families in the port.",
        "were",
        "213 people were on board",
        "whom it is cited from is no part of it",
    ),
    (
        "A half hour before the Herald broke the news, it was posted to a message board.",
        "broke",
        "the Herald broke the news",
        "how long before is no part of what happened",
    ),
    (
        "Before the Herald broke the news, the letter was posted to a message board.",
        "posted",
        "Before the Herald broke the news, the letter was posted to a message board",
        "the word that opens a clause that stays stays with it",
    ),
    (
        "The ministry said that 11 soldiers had been hurt in the attack.",
        "hurt",
        "11 soldiers had been hurt in the attack",
        "“that” opens the clause and bounds no number",
    ),
    (
        "Between 10 and 15 people were killed in Port Sella.",
        "killed",
        "Between 10 and 15 people were killed in Port Sella",
        "“between” bounds the number",
    ),
    (
        "Radars detected two flashes, thought to be flares, over the bay.",
        "thought",
        None,
        "no “and” joins it: it tells of the flashes, not of the radars",
    ),
    (
        "Troops stormed the port, hit the boat and sank the old ferry.",
        "sank",
        "[Troops] sank the old ferry",
        "a list of deeds is joined by its last “and”",
    ),
    (
        "Never had it been accused, but officials briefed on the raid say it was active for years.",
        "briefed",
        None,
        "the officials say, and are briefed",
    ),
    (
        "The attack at 2 a.m. local time that hit the port wounded many.",
        "hit",
        None,
        "a time hits no port",
    ),
    (
        "The minister recalled no briefing that named the general.",
        "named",
        None,
        "there was no such briefing",
    ),
    (
        "Ana Bek, who was accused of the blast, died on Sunday in a police cell.",
        "died",
        "Ana Bek, who was accused of the blast, died on Sunday in a police cell",
        "a “who” in the subject's own clause asks nothing",
    ),
    (
        "Holm said he had not played the tape that caught the shots because he is deaf.",
        "caught",
        "[the tape] caught the shots",
        "why somebody else does something is no part of it",
    ),
    (
        "Shells fell on the market, wounding, according to a nurse, eleven.",
        "fell",
        "Shells fell on the market",
        "a participle that lost whom it befell",
    ),
    (
        "Brandt paid the doctor 900 crowns a month, of which, according to an invoice, 300 was for travel.",
        "paid",
        "Brandt paid the doctor 900 crowns a month",
        "a relative that lost its clause",
    ),
    (
        "Velde sold his share on March 30. That's nine days after the test.",
        "'s",
        "That's nine days after the test",
        "a verb glued to its subject",
    ),
    (
        "The envoys said that the airport would reopen under UN supervision and some 640 prisoners would be exchanged.",
        "exchanged",
        "the airport would reopen under UN supervision and some 640 prisoners would be exchanged",
        "what opens a complement, whatever it hangs on",
    ),
]


JOINED = [
    ("The sailors are being held on board the Orla and will be handed over ashore, perhaps at Tarn in Pell, the ship's next port of call.", "held", "The sailors are being held on board the Orla", "what stands beside the words of the next verb"),
    ("The sailors were held on the Orla, a frigate of the fleet, and were freed at Tarn.", "held", "The sailors were held on the Orla, a frigate of the fleet", "its own stays"),
    ("Families of those who drowned in the ferry wept at the pier.", "drowned", None, "who “those” are is not told"),
    ("The mayor met the guards who drowned nine dogs in the pit.", "drowned", "[the guards] drowned nine dogs in the pit", "the noun itself"),
    ("Witnesses identified the van as a grey Orla and Ivan Rusu, 23, of Tarn, was identified and fined on Friday.", "fined", None, "two “was” not fined"),
    ("Ivan Rusu and Ann Holm were found and fined on Friday.", "fined", "[Ivan Rusu and Ann Holm were] fined on Friday", "two were"),
    ("Divers found the hull a mile from where the old ferry sank.", "sank", None, "where it was is not told"),
    ("Divers asked about how the old ferry sank in the storm.", "sank", None, "nor how"),
    ("Divers left before the old ferry sank in the storm.", "sank", "the old ferry sank in the storm", "when they left"),
    ("Ferries were lost, particularly when storms blew from the north.", "blew", "storms blew from the north", "what stands before “when” goes with it"),
    ("Only when the storm had passed did the crews leave Tarn.", "passed", "the storm had passed", "so at the beginning"),
    ("Ferries were lost when nine storms blew from the north.", "blew", "nine storms blew from the north", "and where nothing stands before it"),
    ("A coast guard crew not only freed the whale but towed it to deeper water.", "freed", "A coast guard crew freed the whale", "“only” goes with the “not” before it"),
    ("The bank not only closed nine branches, but also sold its seat in Tarn.", "closed", "The bank closed nine branches", "with “but also” too"),
    ("Divers did not only find the hull but raised its bell.", "find", "Divers did find the hull", "behind a helper"),
    ("The judge not merely fined the firm but shut its yard.", "fined", "The judge fined the firm", "“not merely”"),
    ("Only two boats left the port and three stayed.", "left", "Only two boats left the port", "a number that “only” bounds"),
    ("The mayor only opened the road but kept the bridge shut.", "opened", "The mayor only opened the road", "without “not” it stays"),
    ("The frigate fired at and sank a trawler off Elm.", "fired", "The frigate fired at and sank a trawler off Elm", "what a preposition lacks stands behind the next verb"),
    ("Guards looked after and later buried the nine horses.", "looked", "Guards looked after and later buried the nine horses", "a word between"),
    ("The frigate fired at a trawler and sank a tug.", "fired", "The frigate fired at a trawler", "its own stays"),
    ("The crowd moved on and burned two cars.", "moved", "The crowd moved on", "“on” of a verb needs nothing"),
    ("The navy stopped two boats in the waters of the Gulf of Pell and a Danish aircraft drove off another raid Sunday on a barge.", "stopped", "The navy stopped two boats in the waters of the Gulf of Pell", "a new sentence whose subject the parse took for a place"),
    ("Ahmed Raza, the governor of Tarn, was quoted by state radio as saying crews were sent to the ruined area and people in the lower villages moved quickly to safety.", "sent", "crews were sent to the ruined area", "so in what is said"),
    ("The envoy met the mayor and the chief of the union.", "met", "The envoy met the mayor and the chief of the union", "two whom he met"),
    ("The flood reached the school and the chapel built in 1890 beside it.", "reached", "The flood reached the school and the chapel built in 1890 beside it", "a participle of the second"),
    ("Two divers were killed and nine wounded in a blast at the dam.", "wounded", "[nine were] wounded in a blast at the dam", "a helper that both share"),
    ("Police say two drivers have been killed and another wounded in a crash at Orsa.", "wounded", None, "“another have been” is no sentence"),
    ("One guard was stabbed and another beaten at the gate.", "beaten", "[another was] beaten at the gate", "one and another"),
    ("Two divers were killed and nine were wounded in a blast.", "wounded", "nine were wounded in a blast", "with a helper of its own"),
    ("Rebels were driven out and nine families returned to Orsa.", "returned", "nine families returned to Orsa", "a verb that needs no helper"),
]  # fmt: skip
AWAITED = [
    ("Thousands struck against new taxes demanded by lenders before debt-ridden Norland gets a loan.", "gets", None, "what is to come has not been"),
    ("Ruma demands talks before its army leaves the valley.", "leaves", None, "before it does"),
    ("The strike ends once the union signs the deal.", "signs", None, "once it does"),
    ("The council meets before the harbour is open on Friday.", "is", None, "before it is"),
    ("The port stays shut until the wreck has been lifted.", "lifted", None, "until it has been"),
    ("The crew left the ship before the tide turned.", "turned", "the tide turned", "what was before came"),
    ("Guards shot at the crowd before the gate was opened.", "opened", "the gate was opened", "so in the passive"),
    ("The reactor shut down once the valve had failed.", "failed", "the valve had failed", "once it had"),
    ("Rusu resigned after his deputy quit the party.", "quit", "his deputy quit the party", "after it"),
    ("Two die in Tarn as ferry hits the pier of Orsa.", "hits", "ferry hits the pier of Orsa", "the present of a headline"),
]  # fmt: skip
OF_NOBODY = [
    ("A clerk said that no one was hurt in the fire and thanked the guards.", "thanked", None, "who thanked them is somebody"),
    ("Nobody saw the van and called the guards.", "called", None, "nobody, or those who saw none"),
    ("Neither the palace nor the senate answered the letter but disputed its date.", "disputed", None, "both did, not neither"),
    ("No minister has resigned but has apologised to the miners.", "apologised", None, "some did, not none"),
    ("None of the miners was found and taken to Orsa.", "taken", None, "none of several"),
    ("No ship left the port and sank in the bay.", "sank", None, "no ship"),
    ("Neither boat was hit and sailed on to Tarn.", "sailed", None, "neither of two"),
    ("Few people were hurt and went home to Orsa.", "went", "[Few people] went home to Orsa", "few are some"),
    ("No one was killed or wounded in the fire in Orsa.", "wounded", "[No one was] wounded in the fire in Orsa", "“or” shares nobody"),
    ("Nobody was killed or went missing in the flood in Orsa.", "went", "[Nobody] went missing in the flood in Orsa", "so of a verb without a helper"),
    ("No one was hurt but nine lost their homes in Orsa.", "lost", "nine lost their homes in Orsa", "nine of their own"),
]  # fmt: skip
REDUCED = [
    ("A review of the records and of a secret cable, first reviewed and reported by Tarn News, shows a stream of warnings.", "reviewed", None, "who reviewed it is told behind “by”"),
    ("The clerks reviewed and reported the loss of nine boats.", "reviewed", "The clerks reviewed", "they did"),
    ("The bell rang by noon in the tower of Orsa.", "rang", "The bell rang by noon in the tower of Orsa", "“by” tells when"),
]  # fmt: skip
KEPT += REDUCED + JOINED + AWAITED + OF_NOBODY


@pytest.mark.parametrize(("text", "verb", "kept", "why"), KEPT, ids=[k[3] for k in KEPT])
def test_a_clause_keeps_the_words_that_make_it_a_sentence(text: str, verb: str, kept: str | None, why: str) -> None:
    (reading,) = read([Report("r", text)])
    clause = next(c for c in reading.clauses if text[c.head[0] : c.head[1]] == verb and c.form == "clause")
    if clause.wording is None:
        assert kept is None, why
        return
    subject = " ".join(text[a:b] for a, b in clause.wording.subject)
    words = " ".join(text[a:b] for a, b in clause.wording.kept)
    assert (f"[{subject}] {words}" if subject else words) == kept, why


NO_DAY = [
    ("Police said the man died in hospital at 11:22 p.m.", 0, "the report's own day is a guess"),
    ("The siren went off at noon, the mayor said.", 0, "noon too"),
    ("The dam broke on Tuesday. The siren went off at 6:04 a.m., the mayor said.", 1, "a day spoken of just before"),
    ("The siren went off at 6:04 a.m. on Tuesday, the mayor said.", 1, "a day beside it"),
    ("The man died on Tuesday.", 1, "a day alone"),
]


@pytest.mark.parametrize(("text", "days", "why"), NO_DAY, ids=[n[2] for n in NO_DAY])
def test_a_clock_time_without_a_day_is_shown_without_one(text: str, days: int, why: str) -> None:
    (reading,) = read([Report("r", text, published="2031-05-08")])
    clause = next(c for c in reversed(reading.clauses) if c.wording and c.lemma in ("die", "go"))
    assert clause.wording is not None
    assert len([h for h in clause.wording.hangs if h.kind == "day"]) == days, why


# text, its words as a sentence, what still hangs in them, why
POINTING_BACK = [
    ("Since then, more than 900 people have been killed.", "Since then, more than 900 people have been killed", ["then"], "a time told before"),
    ("Until then nobody had seen the letter of the mayor.", "Until then nobody had seen the letter of the mayor", ["then"], "it keeps its preposition"),
    ("Then the tank exploded with a bang that shook Orsa.", "the tank exploded with a bang that shook Orsa", [], "what only goes on is left out"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "hangs", "why"), POINTING_BACK, ids=[p[-1] for p in POINTING_BACK])
def test_a_time_that_was_told_before_hangs(text: str, words: str, hangs: list[str], why: str) -> None:
    (reading,) = read([Report("r", text)])
    wording = next(c.wording for c in reading.clauses if c.link == "main")
    assert wording is not None
    assert " ".join(text[a:b] for a, b in wording.kept) == words, why
    assert [text[h.start : h.end] for h in wording.hangs if h.kind == "demonstrative"] == hangs, why


# text, the words of its main clause as a sentence, why
CLOSED_UP = [
    ("9:05 p.m. — The fire at the mill is out.", "The fire at the mill is out", "the hour of an entry"),
    ("14:30: The council of Orsa has closed the bridge.", "The council of Orsa has closed the bridge", "with a colon"),
    ("35-year-old Holm faces two charges of theft.", "35-year-old Holm faces two charges of theft", "an age is no day of an entry"),
    ("12-hour talks failed in Tarn.", "12-hour talks failed in Tarn", "nor is how long it took"),
    ("2019 - The army calls up its men.", "The army calls up its men", "the year of an entry"),
    ("At 9:05 p.m. the tank of the mill exploded.", "At 9:05 p.m. the tank of the mill exploded", "the hour of a deed stays"),
    ("Her real name, according to two of the runners, is Ann Chelo.", "Her real name is Ann Chelo", "no comma stands alone"),
    ("“Our divers spoke with him at once, and luckily were able to calm him.”", "“Our divers spoke with him at once .”", "nor at the end of a quotation"),
    ("Holm however, has a long record of calm meetings.", "Holm has a long record of calm meetings", "nor behind an opener"),
    ("The boat, the police said, sank off the port of Orsa.", "The boat sank off the port of Orsa", "where who says so stood"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "why"), CLOSED_UP, ids=[c[-1] for c in CLOSED_UP])
def test_what_is_cut_leaves_no_joint(text: str, words: str, why: str) -> None:
    (reading,) = read([Report("r", text)])
    wording = next(c.wording for c in reading.clauses if c.lemma not in ("say",) and c.wording)
    assert " ".join(text[a:b] for a, b in wording.kept) == words, why


# sentences that a phrase ties to what was told before, what is left of them, why
TIED = [
    ("As a result, the port was shut on Friday.", "the port was shut on Friday", "a result of what stands outside"),
    ("In addition, nine guards left the mill.", "nine guards left the mill", "in addition to it"),
    ("For example, Karl Berg sold three boats to the town.", "Karl Berg sold three boats to the town", "an example of it"),
    ("In response, the union called a strike.", "the union called a strike", "an answer to it"),
    ("At the same time, the bank cut its rates.", "the bank cut its rates", "as much as “meanwhile”"),
    ("On the other hand, the river fell by a foot.", "the river fell by a foot", "against it"),
    ("For his part, Karl Berg denied the charge.", "Karl Berg denied the charge", "where others had theirs"),
    ("In contrast, the museum hired nine guards.", "the museum hired nine guards", "in contrast to it"),
    ("Consequently, the bridge was closed to lorries.", "the bridge was closed to lorries", "in one word"),
    ("“As a result, in most towns the schools are shut.”", "“ in most towns the schools are shut.”", "in a quotation"),
    ("As a result of the storm, the ferry stayed in port.", "As a result of the storm, the ferry stayed in port", "of the storm, which is told"),
    ("In addition to the fine, Ole Dahl lost his licence.", "In addition to the fine, Ole Dahl lost his licence", "so of the fine"),
    ("In return for the boats, the town paid Berg.", "In return for the boats, the town paid Berg", "and of the boats"),
    ("At the same time on Tuesday, a bus hit a tree.", "At the same time on Tuesday, a bus hit a tree", "when it was"),
    ("In a report, the council blamed the weather.", "In a report, the council blamed the weather", "where it did"),
    ("In turn four, Berg lost the lead.", "In turn four, Berg lost the lead", "a turn of a race"),
    ("In fact, the tower was built in 1902.", "In fact, the tower was built in 1902", "so against what others tell"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "why"), TIED, ids=[t[-1] for t in TIED])
def test_what_ties_a_sentence_to_the_one_before_goes(text: str, words: str, why: str) -> None:
    (reading,) = read([Report("r", text)])
    wording = next(c.wording for c in reading.clauses if c.wording and c.link == "main")
    assert " ".join(text[a:b] for a, b in wording.kept).replace("  ", " ") == words, why


# text, lemma of the clause's head, its words as a sentence, why
BORDERS = [
    ("The fire had been put out with foam and sand and the coroner had been called.", "put", "The fire had been put out with foam and sand", "a helper without anybody of its own has the noun before it"),
    ("A monk threw a wreath from the deck of a tug, and the two boats which had been sailing round the wreck for a week turned for home.", "throw", "A monk threw a wreath from the deck of a tug", "a noun that a verb is joined with is of the next sentence"),
    ("The crew threw a rope, a net and the last of the bread to the men.", "throw", "The crew threw a rope, a net and the last of the bread to the men", "a list of things stays"),
    ("The army lost two men and the rebels had lost nine.", "lose", "The army lost two men", "a second sentence of its own"),
    ("Rusu, a senator who has met the king and been named as a heir, said the law would pass.", "name", "[a senator has] been named as a heir", "its helper stands with the first verb"),
    ("The bridge has been closed twice and been painted once.", "paint", "[The bridge has] been painted once", "so where nothing is relative"),
    ("The mother of the boy who was shot in Orsa wept at the trial.", "shoot", "[the boy] was shot in Orsa", "the noun before it"),
    ("The aunts of those who were killed by the flood have met the mayor.", "kill", None, "those, not their aunts"),
    ("The mother of the boys, who was shot in Orsa, had been a nurse.", "shoot", "[The mother of the boys] was shot in Orsa", "one alone: the mother"),
    ("The driver who was shot in Orsa had been a nurse.", "shoot", "[The driver] was shot in Orsa", "nobody else stands there"),
    ("The harbour is better guarded, in terms of men, than the palace was to be guarded by the guards.", "be", None, "what something is measured by is not told"),
    ("She sees the sea better than her brother knew the town of Orsa.", "know", None, "nor after “better”"),
    ("The mayor left rather than the council closed the port.", "close", None, "nor what is ruled out"),
    ("That the mayor had kept the letters in the cellar is unusual.", "be", "That the mayor had kept the letters in the cellar is unusual", "“that” opens what is unusual"),
    ("What the judge is doing is a disgrace.", "do", None, "what he does is not told"),
    ("Captain Berg, killed two years ago, was a diver.", "kill", None, "a participle beside a name is no sentence"),
    ("Holm, shot in the neck, remained in the clinic of Tarn on Friday.", "shoot", None, "so where it could be active"),
    ("Captain Berg, who was drunk, shot two men.", "shoot", "Captain Berg, who was drunk, shot two men", "a comma that closes is none that opens"),
    ("Captain Berg, 52, shot two men.", "shoot", "Captain Berg, 52, shot two men", "an age too"),
    ("Not only did the guard manage to free 49 of them, the army lost its way.", "manage", None, "“only did” says the reverse of “not only”"),
    ("The army not only freed the ship but towed it to Tarn.", "free", "The army freed the ship", "the plain order tells it"),
    ("While Mr. Berg was being formally named by the party's founder, Ann Holm, the crowd cheered.", "name", "Mr. Berg was being formally named by the party's founder", "a name may be left out"),
    ("Forty-three of the men were unaccounted for, the yard said.", "be", "Forty-three of the men were unaccounted for", "a preposition of the verb lacks nothing"),
    ("By 6.30am the fire had been put out with foam and sand and guards had been called.", "call", "guards had been called", "nor has the first sentence the subject of the second"),
    ("Her house was hit by the storm Anna in 1998 and storm Berta in 2005, but Holm rebuilt it.", "hit", "Her house was hit by the storm Anna in 1998", "what follows a noun joined to a verb goes with it"),
    ("While the fair drew large crowds to the port – 4,000 people came – the mayor said he would not hold it again.", "come", "4,000 people came", "what dashes insert is told alone"),
    ("The radio reported Holm was fishing off Tarn while her lawyer was in court and that she never saw the clinic.", "fish", "Holm was fishing off Tarn while her lawyer was in court", "“and that” is said besides"),
    ("In Holm, we have a judge who knows the law; but even more important, she knows the people of Pell.", "have", "In Holm, we have a judge who knows the law", "behind a semicolon stands another sentence"),
    ("“I am glad to lead the choir for the third time,” Holm said, joking that “you know how it goes – the fourth time will end it.”", "end", "the fourth time will end it", "who said one thing jokes"),
    ("That Holm was chosen as leader should please voters who were unhappy with the last one.", "choose", None, "“that” opens the subject of what was not made out"),
    ("The army has said that all of its tanks have been removed from Gaza as a 72-hour cease-fire went into effect on Tuesday.", "remove", "all of its tanks have been removed from Gaza", "“as” opens what the parser takes for the next thing said"),
    ("Guards stepped up their rounds as marchers, many of them students, came out in force on the square.", "come", "marchers, many of them students, came out in force on the square", "with what they are set in"),
    ("The blast at the Azor works in the town of Dolna Brek, at around 2:20 p.m., followed a fire in a shed, a clerk said.", "work", None, "“works” is no verb"),
    ("The blast at the works in Orsa broke panes, then set off a fire.", "break", "The blast at the works in Orsa broke panes", "what follows behind “then” is the same one’s"),
    ("Will the club have to offer more money, or does it mean to leave?", "have", None, "what is asked is not told"),
    ("He asked why the ship sank off Tarn.", "ask", "He asked why the ship sank off Tarn", "that somebody asks is told"),
    ("Berg and Holm, who head the two agencies, said their decision to again require a vote before work is based on sound law.", "say", None, "they said no decision"),
    ("The man allegedly shot two guards in Tarn.", "shoot", "The man allegedly shot two guards in Tarn", "a hedge stays"),
    ("About a week after clerks moved to dissolve the firm that ran the Creamery, the old hall which once housed it burned to the ground in Orsa.", "move", "clerks moved to dissolve the firm that ran the Creamery", "what may be the next one’s subject goes, also where the parser lost that one"),
    ("The monk said a prayer for the crew of the Orla.", "say", "The monk said a prayer for the crew of the Orla", "a prayer is said"),
    ("A change is due at last, and Berg is, of course, another way to go.", "be", "A change is due at last", "what hangs behind the next sentence goes with it"),
    ("The driver stopped for a moment, and a nurse, 40, ran up, cried and tried to calm him.", "try", "[a nurse] tried to calm him", "who tried stands nearer"),
    ("The driver stopped, and a nurse ran up and tried to calm him.", "try", "[a nurse] tried to calm him", "as the parser has it where it is right"),
    ("Violence flared hours before a curfew was set to begin, with police using gas to disperse marchers, turning off lights and threatening clerks with arrest.", "flare", "Violence flared hours before a curfew was set to begin, with police using gas to disperse marchers, turning off lights and threatening clerks with arrest", "a list of deeds"),
    ("At a meeting of the council it was agreed to hold a fair for the port.", "agree", "At a meeting of the council it was agreed to hold a fair for the port", "“it” is nothing"),
    ('At the hearing Berg shook hands with a guard and said "the king has blessed you" to Judge Leo Holm.', "bless", "the king has blessed you", "to whom it was said is none of the words said"),
    ('"I found a shoe." Berg called the letter "a lie" of the bank on Monday.', "call", 'Berg called the letter "a lie" of the bank on Monday', "a mark that closes what was said before opens nothing"),
    ('Berg said "the guards never saw the memo" at a hearing in Tarn on Monday.', "see", "the guards never saw the memo", "nor when and where"),
    ("The talk came before another in a series of wars between Orsa and Tarn came to an end.", "come", "The talk came before another in a series of wars between Orsa and Tarn", "what “between” names are two"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "lemma", "words", "why"), BORDERS, ids=[b[-1] for b in BORDERS])
def test_a_clause_ends_where_its_own_words_end(text: str, lemma: str, words: str | None, why: str) -> None:
    (reading,) = read([Report("r", text)])
    wording = next(c for c in reading.clauses if c.lemma == lemma and c.form == "clause").wording
    if wording is None:
        assert words is None, why
        return
    subject, kept = (" ".join(text[a:b] for a, b in spans) for spans in (wording.subject, wording.kept))
    assert (f"[{subject}] {kept}" if subject else kept) == words, why


# text, a word of it, how it hangs, why
HANGING = [
    ("The singer is checking herself into a clinic in Tarn.", "herself", [], "she stands in the line"),
    ("The singer is checking her into a clinic in Tarn.", "her", ["pronoun"], "another is meant"),
    ("Page was a model of the 1990s in Tarn.", "the 1990s", [], "a decade needs no telling"),
    ("Page was a model last year in Tarn.", "last year", ["day"], "a year that is counted from the report’s does"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "word", "kinds", "why"), HANGING, ids=[h[-1] for h in HANGING])
def test_what_hangs_on_what_stands_outside(text: str, word: str, kinds: list[str], why: str) -> None:
    (reading,) = read([Report("r", text)])
    hangs = {h for c in reading.clauses if c.wording for h in c.wording.hangs}
    assert [h.kind for h in hangs if text[h.start : h.end] in (word, word.removeprefix("the "))] == kinds, why
