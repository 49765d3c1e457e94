"""Whose words a passage is, as the voices of a case have it: another's in nobody's mouth, nobody's where none is told."""

from __future__ import annotations

import re

import pytest

from rashomon.comparing import grounds
from rashomon.reading import read
from rashomon.records import Report

# text with {the passage} | whose words it is (None: nobody who is named) | why
CASES: list[tuple[str, str | None, str]] = [
    ("Driver Charged With {Arson, Manslaughter}\n\nThe driver was held on Friday.", None, "who is charged charges nobody"),
    ("Banker accused of {hiding millions}\n\nProsecutors opened a case on Friday.", None, "nor does the accused accuse"),
    ("Mayor told {to repay bonus}\n\nA court ruled on Friday.", None, "who is told does not tell"),
    ("Minister urged {to quit} over leak\n\nThe paper spoke.", None, "who is urged"),
    ("Police blamed for {deaths} at match\n\nAn inquiry ended.", None, "who is blamed"),
    ("Army accused of {shelling school}, says union\n\nThe union spoke.", "union", "who says so is named"),
    ("Crowds jeered the banker accused of {hiding millions}.\n\nHe was held.", None, "who is accused in a clause of his"),
    ("Orne pledged order, but he has drawn wide criticism for {not acting quickly}.", None, "who draws criticism does not criticise"),
    ("The mayor voiced criticism of {the board}.", "The mayor", "who voices it does"),
    ("But the lawyer acting for the officer, who has been charged with murder, said that {the boy was hit by accident}.", "the lawyer", "who acts for somebody, not whom he acts for"),
    ("The officer, who has been charged with murder, said that {the boy was hit by accident}.", "The officer", "where nobody acts for him"),
    ("Mayor warned of {floods}\n\nThe river rose.", "Mayor", "a warning needs nobody who is warned"),
    ("Ana Brell vowed {to fight on}.", "Ana Brell", "a vow needs no hearer"),
    ("Ana Brell criticised {the board} for the losses.", "Ana Brell", "whom she criticises is named"),
    ("Even as Orne claimed on Tuesday that “{the bank had paid far more},” an auditor said the two cases were different.", "Orne", "who brings a quotation in, not the main clause"),
    ("While Paul Orne said “{the bank was sound},” Edda Tamm called it a ruin.", "Paul Orne", "without that"),
    ("Orne, who said “{the bank was sound},” told reporters he would resign.", "Orne", "in a clause about him"),
    ("As the crowd left, “{the bank is sound},” Edda Tamm said.", "Edda Tamm", "a clause that brings nothing in"),
    ("Orne said the deal was dead, and “{I will not sign it},” Edda Tamm added.", "Edda Tamm", "one that does not hang on the tag"),
    ("The lawyer Ana Brell asked the army to prove its claim that {the boat was armed}.", "the army", "whose claim it is, not who asks for proof"),
    ("Senator Lea Munk said the company should withdraw its allegation that {workers had stolen fuel}.", "the company", "nor who calls it an allegation"),
    ("The deputy, Sara Lind, said his claim that {the mine was safe} had cost nine lives.", "unnamed", "whose it is may be open"),
    ("Ana Brell confirmed the army's claim that {the boat was armed}.", "Ana Brell", "who confirms a claim says it"),
    ("Lea Munk said she stood by her claim that {the vote was rigged}.", "Lea Munk", "her own claim"),
    ("Ana Brell said the mayor's warning that {the dam would burst} had been ignored.", "Ana Brell", "a warning is no claim"),
    ("Comer cannot say that “from his seat,” Edda Tamm added, saying {it should be left to a judge}.", "Edda Tamm", "a participle behind another's tag"),
    ("Orne said he had told the board the dam was weak, adding that {nobody listened}.", "Orne", "what he told is no tag"),
    ("A government official downplayed the unrest saying that {such strikes were common}.", "A government official", "who judges a thing, not the thing"),
    ("Police found a note saying that {the man was tired}.", "a note saying that the man was tired", "a paper says what stands in it"),
    ("Reddy has avoided directly criticising {Paul Orne, a judge}.", None, "what is avoided is not said"),
    ("The minister stopped short of blaming {the army} for the raid.", None, "nor what somebody stops short of"),
    ("The bank failed to mention {the loss} in its report.", None, "nor what he fails to do"),
    ("The minister did not stop blaming {the army} for the raid.", "The minister", "what goes on is said"),
    ("{The dam had been cracked for years}. That is what the union claims.", "the union", "what the next sentence says of it"),
    ("{The mayor knew of the leak}. So says Ana Brell, his former secretary.", "Ana Brell", "so says"),
    ("{Ships will not return to the strait this year}. That's the consensus of analysts in three capitals.", "analysts", "whose view it is"),
    ("{Nine people died in the mill}. That is according to the health ministry.", "the health ministry", "according to whom"),
    ("{The mayor knew of the leak}. That is what angered Ana Brell.", None, "what angers somebody he does not say"),
    ("{The mayor knew of the leak}. That is not what Ana Brell said.", None, "nor what he did not say"),
    ("{The ship sank at dawn}. That is what Ana Brell says she heard on the radio.", None, "nor what he heard"),
    ("A panel will ask about Ana Brell's charge that {the spies ignored two alerts}.", "Ana Brell", "asked about, it stays her charge"),
    ("The town doubted the union's estimate that {two million litres had leaked}.", "the union", "doubted, it stays the union's"),
    ("The mayor, Ana Brell, backed the union's claim that {the wage had been cut}.", "Ana Brell", "backed, it is also hers"),
    ("US officials believe {the plane was hit by a rocket}, according to several reports.", "US officials", "reports only tell who believes it"),
    ("{The ship sank at dawn}, the coast guard said. That is what Ana Brell claims too.", "coast guard", "what is somebody's stays his"),
    ("{The company sold the mine}. That is the plan of the board for next year.", None, "a plan is no view"),
    ("He fell.\n\"I see {a person lying down}.\nThis is a mother, and then I dialled 911, \" said Maha Rambrick.\nThe street was closed.", "Maha Rambrick", "a quotation over two lines"),
    ("“The cars come fast,” Surin Chara said.\n“This is just a side street.\n{We want to have a stop sign}.”\nPolice came late.", "Surin Chara", "she goes on in the next line"),
    ("\"What did she look like? \" Channel 9 asked.\n\"{Not responding}.\nShe was unconscious, \" Maha Rambrick said.", "Maha Rambrick", "who answers, not who asks"),
    ("Ana Brell said \"it was cold.\n{The gate was shut}.\n\"We slept,\" Pavel Doganis said.", None, "a mark that opens closes nothing"),
    ("“It fell.\n\n{Police came late}.\n\nIt rose,” Ana Brell said.", None, "nor does one behind other paragraphs"),
    ("Paul Orne met the families on Friday. Said Orne, \"{The thought that an error on our part is tied to this is very painful to us}.\"", "Paul Orne", "a verb before who says it is no given name"),
    ("Said Karimi, a baker, told reporters that {the bridge was down}.", "Said Karimi", "where it is one"),
    ("Police said {two women and one man, between 30 and 40 years old, working for a bank branch choked on smoke after rioters broke the windows}.", "Police", "a clause that the parser loses"),
    ("Paul Orne met the board. Orne on Sunday announced {cuts in pensions for civil servants}.", "Paul Orne", "a surname that the tagger takes for a noun"),
    ("Paul Orne announced {cuts in salaries}, as a condition of the loan.", "Paul Orne", "what it is a condition of takes nothing away"),
    ("Cops: {Woman Killed In Hit-And-Run}\n\nA woman died in Pell on Friday.", "Cops", "a headline's plural"),
    ("Parents: {what to do when it snows}\n\nSnow fell.", None, "a heading quotes nobody"),
    ("The accounts were audited by PwC. Police said {the books were false}.", "Police", "a name that ends with a capital ends a sentence"),
    ("Masked youths clashed with police in riot gear, who responded with {tear gas and flash bombs}.", "police", "who wears the gear"),
    ("Farmers met the minister in a barn, who said {the dam would be mended}.", "the minister", "no barn says anything"),
    ("Police say they had to stun him to get him out, and that {he had drunk at home}.", "Police", "a further that is said by who says the first"),
    ("Berg told the court he had left at nine, and that {he did not come back}.", "Berg", "without that in the first"),
    ("The minister said the road was shut, and {that was all}.", None, "that may be a subject"),
    ("Inspector Holm confirmed the climbers are foreigners, but {would not give any other details}.", None, "who tells no more is who spoke, not whom he told of"),
    ("The ministry said two men were held but {declined to name them}.", None, "who declines to"),
    ("The mayor said the plan was sound but {would not work in winter}.", "The mayor", "what is said not to be so is said"),
    ("Berg said the guards fired but {did not aim at anybody}.", "Berg", "nor is what is said not done kept back"),
    ("A woman said to be his aunt {was held}.", None, "who is said to be something says nothing"),
    ("Police sought a man thought {to have fled to the hills}.", None, "who is thought to have done a thing thinks nothing"),
    ("A woman believed {he was her son}.", "A woman", "who believes does"),
    ("Over two million people could vote in the poll, held under a law passed in May and intended {to widen the powers of the house}.", None, "what is meant by a law is not who votes'"),
    ("Raiders hit Lund jewellery store for {two million}.", None, "a blow is no word"),
    ("She hit her head on {the pavement} as she fell.", None, "nor is what befalls one's head"),
    ("Berg hit the mayor for {his silence on the strike}.", "Berg", "who hits somebody for a thing may say so"),
    ("The navy thwarted an attack by pirates on {merchant ships}.", None, "an attack by those who bear arms"),
    ("The chamber rejected an attack by Berg on {the mayor's plan}.", "Berg", "one by who does not, on what is talked of"),
    ("{Lund}: British Climber Killed In Fall\n\nA climber has died in Lund.", None, "what befell somebody says nothing"),
    ("{Lund}: Jewels Gone After Raid\n\nA shop was robbed in Lund.", None, "nor does a heading say where"),
    ("{Crane fell over rust}: mayor\n\nA crane fell in Lund.", "mayor", "who is named behind a whole line does"),
    ("{The hall stored relics}, Berg said, canvas bags and tins.", "Berg", "a list goes on behind the tag"),
    ("{The terminal holds oil}, Berg said, not grain.", "Berg", "so does what it is not"),
    ("Police issued a statement. It said {two men were held}.", "Police", "who issued what says so"),
    ("Ann Holm wrote a letter to the board. It said {the crane was unsafe}.", "Ann Holm", "not whom it was sent to"),
    ("Police in Lund released a statement on Friday night. It said {a man had been held}.", "Police", "with where and when"),
    ("The firm bought a ship. It said {the price was fair}.", "The firm", "a thing that says nothing"),
    ("A clerk read a statement. It said {the crane was unsafe}.", "a statement", "who reads it has not made it"),
    ("At an event in Salem, New Hampshire, Holm went after Berg, calling {him a total stiff}.", "Holm", "a state behind a town says nothing"),
    ("Sund represents a district in Lund, and like Holm has spoken about {the need for a wall}.", "Sund", "who is only likened"),
    ("Clerks like Holm have spoken about {the need for a wall}.", "Clerks", "who is one of those"),
    ("Holm thanked the crowd and then boomed, “{Today you proved that the port is ours}.”", "Holm", "a loud verb"),
    ("The guns boomed over {the town}.", None, "which quotes nothing"),
    ("Mr Gaskin urged people not to go out unprepared.\n\n“{This is a dangerous area and you have to know it well}.”", "Gaskin", "who takes a stand right before a quotation without a tag"),
    ("Ann Holm denied the charge.\n\n“{I never took a crown from anybody in this town}.”", "Ann Holm", "who denies"),
    ("Ann Holm urged calm. “{It will take days to clear and nobody is to blame}.”", "Ann Holm", "in one paragraph"),
    ("Ann Holm accused Tom Berg of theft.\n\n“{I never took a crown from anybody in this town}.”", None, "another may answer"),
    ("Ann Holm blamed Karm Shipping.\n\n“{We never took a crown from anybody in this town}.”", None, "so may a body"),
    ("Ann Holm lives beside the mill.\n\n“{It had not been checked for years and nobody cared}.”", None, "who does no more than live there"),
    ("Ann Holm did not deny the charge.\n\n“{It had not been checked for years and nobody cared}.”", None, "who takes none"),
    ("The bishop explained that he did not know the vote and {had never discussed it with her}.", "The bishop", "what he never did he says himself"),
    ("They dropped rules that activists say weaken the law but that {officials defended as sound}.", "officials", "a further that of a relative clause"),
    ("In addition to stating that {the wall was old}, Holm has vowed to rebuild it.", "Holm", "who does what the phrase opens says it"),
    ("Deepa Nair said the board had promised her {a new pump by Easter}.", "Deepa Nair", "who tells what she was promised"),
    ("Players said the federation had told them that {the flight was paid for}.", "Players", "who tell what they were told"),
    ("Jonas Krul said his landlord had warned him that {the roof leaked}.", "Jonas Krul", "who tells what he was warned of"),
    ("Relatives said the army had assured them that {the road was open}.", "Relatives", "nor those who assured them"),
    ("Deepa Nair said the board had promised villagers {a new pump by Easter}.", "Deepa Nair", "what had been promised others lies behind what she says"),
    ("Deepa Nair said the board promises villagers {a new pump by Easter}.", "the board", "a promise that stands is its maker's"),
    ("Omar Sand said Holm had accused him of {taking the money}.", "Holm", "so is what somebody is accused of"),
    ("“The brakes had gone,” survivor Elsa Rud told reporters. “{The driver had slept two hours}.”", "Elsa Rud", "a tag whose role the parser took for a verb"),
    ("“{The vault had been empty for years},” suspect Karl Holm told the court.", "Karl Holm", "so does suspect"),
    ("Berg told the judge {the door was locked}.", "Berg", "what is told behind whom it is told to"),
    ("The mayor told residents {the water was safe to drink}.", "The mayor", "several who are told"),
    ("Berg told a joke {the judge had heard}.", None, "a joke is told to nobody"),
    ("Holm told the man {the police had arrested} about the fire.", None, "nor is he told who he is"),
    ("{The mast, said Ruud, was rotten from the day they bought it}.", "Ruud", "a tag set in, whose subject stands behind it"),
    ("{The driver, said police, had slept two hours}.", "police", "a body behind it"),
    ("{The village, said to hold 400 people, was burned on Friday}.", None, "what is said to be so nobody says"),
    ("Holm said {the fee, which tenants describe as absurd, would stay}.", "Holm", "a verdict on the subject of what is said ends nothing"),
    ("The minister said the plan, {which critics say is cruel}, would go ahead.", "critics", "what the reporter adds to what is said"),
    ("The army said the strike, {which doctors say killed nine}, hit a depot.", "doctors", "where the parser has the strike say so"),
    ("The envoy said Ostland, which Norvia accuses of {arming rebels}, had closed its border.", "Norvia", "a verb taken for a noun"),
    ("Holm said the paper {that the court says is missing} was in his desk.", "Holm", "without a comma it is his own"),
    ("Few in Elm believe the general's account that {the bridge fell by itself}.", "the general", "whose account few believe"),
    ("Many doubt the firm's version that {the valve had been whole}.", "the firm", "whose version many doubt"),
    ("By Lind's account, {the guards opened the gate}.", "Lind", "by his account"),
    ("By her own account, Ana Lopes {saw nothing of the fire}.", "Ana Lopes", "by her own, which stands before her"),
    ("By all accounts, {the guards opened the gate}.", None, "by all accounts"),
    ("By Monday's account, {the guards opened the gate}.", None, "a day has no account"),
    ("{A man who stole a bus in Elm in January had been freed in February}, police said.", "police", "a relative clause before what is said makes it no aside"),
    ("Ministry official Park Hyun-woo said {the recorders had stopped}.", "Park Hyun-woo", "a given name of two syllables"),
    ("Kim Min-led protesters said {the bridge was theirs}.", "Kim Min-led protesters", "whom somebody leads"),
    ("{The valve, Holm told the board, was rotten}.", "Holm", "a tag with whom it is told to, set in"),
    ("{The road, police warned drivers, would stay shut}.", "police", "a warning set in"),
    ("{Two of the doors, a guard told the court, were chained}.", "a guard", "behind a number of things"),
    ("Nine Egyptians accused of steering the trawler told a court {that they were passengers}.", "Nine Egyptians", "no boat tells a court, nor a whole people"),
    ("Two brothers convicted of burning the mill said {that they had been paid}.", "Two brothers", "nor a mill"),
    ("Whaler Hvalor says in a suit filed on Monday that she had no right to; legal scholar Trausti Valsson thinks {the firm will win}.", "Trausti Valsson", "what another says behind a semicolon"),
    ("{Ghana has asked bondholders for another six months}, Finance Minister Kwabena Osei said on Tuesday, warning that the alternative was war.", "Kwabena Osei", "who tells what a state asked for"),
    ("Ghana has asked bondholders for another six months, Finance Minister Kwabena Osei said on Tuesday, warning that {the alternative was war}.", "Kwabena Osei", "and goes on to warn"),
    ("{“The board lied to us for years”}: nurses accuse the hospital\n\nNurses walked out.", "nurses", "a headline that the words open"),
    ("{'The bridge fell like a leaf'}: collapse kills nine\n\nA bridge fell.", None, "of what nobody says"),
    ("A lumberjack was hurt. Nomads said {the well was dry}.", "Nomads", "people whom no list had"),
    ("The paramilitaries denied attacking the camp and said that {the army had shelled it}.", "The paramilitaries", "such as fight"),
]  # fmt: skip


def whose(text: str) -> str | None:
    """Whose words the passage in {braces} is: the name of its voice, None where it is the report's own."""
    at, plain = text.index("{"), re.sub(r"[{}]", "", text)
    reports = [Report("r", plain, outlet="Outlet", published="2031-05-20")]
    ground = grounds(reports, read(reports))
    assert ground is not None
    said = [a for a in ground.readings["r"].attributions if any(start <= at < end for start, end in a.content)]
    inmost = next((a for a in said if not any(b.nested_in == a.id for b in said)), None)
    cued = {i for a in ground.readings["r"].attributions for start, end in a.cue for i in range(start, end)}
    units = [u for u in ground.units if u.clause.start <= at < u.clause.end and u.clause.head[0] not in cued]
    units = [u for u in units if u.clause.form == "clause" and u.clause.attribution == (inmost and inmost.id)]
    unit = min(units, key=lambda u: u.clause.end - u.clause.start, default=None)
    told = ground.tellings.origins(unit)[:1] if unit is not None else ()
    origin = told[0] if told else ground.voices["r", inmost.id] if inmost is not None else None
    return None if origin is None or origin.name == "Outlet" else origin.name


@pytest.mark.parametrize(("text", "voice"), [c[:2] for c in CASES], ids=[c[2] for c in CASES])
def test_whose_words(text: str, voice: str | None) -> None:
    assert whose(text) == voice
