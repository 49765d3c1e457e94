"""How an event stands: our own table of sentences, each with one event and the modality it has there."""

from collections import Counter

import pytest

from rashomon.reading import pipeline

# Modality, the word of the trigger that is looked at, and the sentence.
CASES = """
hypothetical|targeting|The guerrillas announced a ban on targeting foreign banks.
hypothetical|attacks|The guerrillas announced a moratorium on attacks in the north.
hypothetical|invasion|Troops would be moved to Riga in the event of the invasion of Latvia.
hypothetical|attack|Guards are to be flown in, in case of an attack on the mission.
asserted|bombed|Jets bombed a depot near the port on Tuesday.
asserted|arrested|Police arrested nine protesters in the capital.
asserted|arrests|The arrests of two ministers shocked the country.
asserted|signed|Chad and Niger signed a trade agreement on Monday.
asserted|withdrew|The army withdrew its troops from the border town.
asserted|killed|A car bomb killed four soldiers at a checkpoint.
asserted|attack|The attack on the embassy wounded three guards.
asserted|recalled|Chile recalled its ambassador from La Paz.
asserted|met|The foreign ministers of Egypt and Qatar met in Cairo.
asserted|expelled|Latvia expelled two Russian diplomats.
asserted|imposed|The government imposed a curfew in three cities.
asserted|released|The rebels released five hostages near the river.
asserted|condemned|Kenya condemned the raid on the village.
asserted|accused|The opposition accused the president of fraud.
asserted|threatened|Rebels threatened to blow up the dam.
asserted|rejected|Norway rejected a proposal by Iceland.
asserted|urged|The United Nations urged Mali to release the prisoners.
asserted|marched|Thousands of students demonstrated in the capital against the government.
asserted|deployed|Turkey deployed troops along the Syrian border.
asserted|visited|The German chancellor visited Jordan last week.
asserted|shelled|Government forces shelled the eastern suburbs overnight.
asserted|ended|The president ended martial law in the northern hills.
asserted|killing|The killing of the general angered his followers.
asserted|seized|Customs officers seized a ship that carried weapons.
asserted|strike|A drone strike hit a convoy of militants in Yemen.
asserted|kidnapped|Gunmen kidnapped a French journalist in Mali.
asserted|sent|Japan sent food aid to Nepal after the earthquake.
asserted|suspended|Belgium suspended aid to Rwanda.
asserted|praised|The envoy praised the government of Ghana.
asserted|promised|Spain promised to send doctors to Haiti.
asserted|refused|Serbia refused to extradite the general.
asserted|resigned|The interior minister resigned on Friday.
attributed|bombed|The ministry said that jets bombed a depot near the port.
attributed|arrested|According to the mayor, police arrested nine protesters.
attributed|killed|Officials said a mine killed two farmers and a soldier.
attributed|shelled|"The army shelled our village," the elder said.
attributed|attacked|Witnesses said gunmen attacked the police station at dawn.
attributed|met|The spokesman said the two presidents met in Vienna.
attributed|kidnapped|Rebels kidnapped a judge, the police chief said.
attributed|deployed|The newspaper reported that Sudan deployed troops near the border.
attributed|seized|The navy seized a tanker, state media reported.
attributed|released|The lawyer said that the court released his client.
attributed|expelled|The embassy confirmed that Poland expelled two diplomats.
attributed|withdrew|The general told reporters that his troops withdrew from the town.
attributed|torturing|Activists accused the police of torturing prisoners.
attributed|attack|The minister said the attack on the airport wounded ten soldiers.
attributed|stormed|"Soldiers stormed the parliament," a lawmaker told the radio.
attributed|executed|The group claimed that the rebels executed three hostages.
attributed|signed|A diplomat said both governments signed the treaty in secret.
attributed|beat|The union said police beat the demonstrators.
attributed|raided|Police raided the party's office, its leader said.
attributed|ambushed|The army announced that militants ambushed a patrol.
attributed|suspended|The bank said the European Union suspended aid to Mali.
attributed|killed|The drone killed a commander, two officials said on Sunday.
attributed|burned|Residents said militiamen burned the mosque.
attributed|fired|The president alleged that Israel fired missiles at the port.
denied|bombing|Norway denied charges by Sudan that it is bombing the camps.
denied|overthrow|The general denied accusations of attempting to overthrow the government.
denied|shelling|Qatar rejected allegations of shelling the camps in Mali.
denied|arrest|Police did not arrest the two activists.
denied|attacked|The militia denied that it attacked the convoy.
denied|killing|The army denied killing the journalist.
denied|bombed|Our jets never bombed the hospital in Aleppo.
denied|threatened|"We never threatened to leave the alliance," the envoy said.
denied|met|The ministry denied that its envoy met the rebels.
denied|torture|The guards never torture prisoners, the general insisted.
denied|deployed|No troops were deployed near the border.
denied|signed|The two governments have not signed the treaty.
denied|attack|The commander denied any attack on the village.
denied|shelled|The army has not shelled the town.
denied|withdrawn|Russia has not withdrawn its troops from the valley.
denied|arrested|Nobody arrested the minister.
denied|seized|The navy did not seize the tanker.
denied|imposed|The government has never imposed a curfew there.
denied|expelled|Poland did not expel the ambassador.
denied|fired|The president denied that Israel fired missiles at the port.
denied|kidnapped|The rebels denied having kidnapped the judge.
denied|executed|It is not true that the army executed prisoners.
denied|released|The rebels have not released the hostages.
denied|interfere|Cairo does not interfere in Sudanese politics.
denied|supported|France never supported the rebels.
denied|ordered|The general denied that he ordered the massacre of the villagers.
denied|invade|Our country did not invade Georgia.
denied|meet|The president did not meet the Kurdish leaders.
denied|raid|No raid on the camp took place.
denied|beaten|The prisoners were not beaten by the guards.
denied|visited|The king has not visited Morocco since the war.
hypothetical|attack|Israel might attack Iran's nuclear sites.
hypothetical|attack|The army could attack the northern villages.
hypothetical|invade|If Russia invaded Moldova, the alliance would respond.
hypothetical|strike|Officials fear a military strike on the port.
hypothetical|attacks|The government warned of terrorist attacks on embassies.
hypothetical|arrest|Police may arrest the opposition leader.
hypothetical|expel|The ministry is considering whether to expel the diplomats.
hypothetical|war|The talks could avert a war between Sudan and Chad.
hypothetical|attack|The envoy spoke of a possible attack on the base.
hypothetical|sanctions|The council discussed possible sanctions against Belarus.
hypothetical|impose|The European Union may impose sanctions on the company.
hypothetical|withdraw|If the army withdraws its troops, the rebels may return.
hypothetical|kill|The bomb could have killed many soldiers.
hypothetical|coup|Diplomats expect a coup in the capital.
hypothetical|invasion|Villagers fear an invasion by the Turkish army.
hypothetical|suspend|Canada could suspend aid to the government.
hypothetical|deploy|Washington might deploy troops to the island.
hypothetical|meet|The two presidents may meet in Geneva.
hypothetical|strike|A strike against the militia would be likely if its rockets hit the embassy.
hypothetical|attacked|Unless the rebels are attacked, they could take the city.
hypothetical|shell|The rebels would shell the city if the army advanced.
hypothetical|clashes|Police want to prevent clashes between the two parties.
hypothetical|target|The air force can target the camps of the rebels.
hypothetical|release|Perhaps the rebels released the hostages.
hypothetical|bombed|Did the government bomb its own people?
hypothetical|kidnap|The militants could kidnap foreign journalists.
hypothetical|conflict|Neighbours worry about a potential conflict between Iran and Turkey.
planned|attack|Israel plans to attack the island.
planned|visit|The pope will visit Lebanon in May.
planned|meet|The two leaders will meet in Oslo on Friday.
planned|expel|The junta wants to expel French soldiers.
planned|deploy|The general intends to deploy troops in the valley.
planned|strike|The militia is preparing to strike the airport.
planned|bomb|The men plotted to bomb the parliament.
planned|send|Sweden will send food aid to Sudan.
planned|talks|Upcoming talks between Egypt and Ethiopia will be held in Khartoum.
planned|overthrow|The officers aimed to overthrow the president.
planned|release|The court will release the editor on Monday.
planned|withdraw|The army will withdraw its troops next month.
planned|arrest|The police sought to arrest the union leader.
planned|assassinate|He hoped to assassinate the king.
planned|impose|The government plans to impose a curfew.
planned|invade|Their purpose is to invade the island.
planned|recapture|Troops moved north to recapture the city.
planned|sign|The ministers will sign an agreement in June.
planned|strike|A planned strike by teachers alarmed the ministry.
planned|boycott|The opposition intends to boycott the election.
planned|attack|The plot to attack the embassy worried the police.
planned|seize|The rebels want to seize the capital.
planned|shell|The rebels wanted to shell the town.
planned|host|Qatar will host the Afghan delegation.
planned|visit|The planned visit of the Iraqi prime minister to Iran worries Washington.
demanded|release|The council demanded that Mali release the prisoners.
demanded|withdraw|Georgia urged Russia to withdraw its troops.
demanded|attack|The general ordered his troops to attack the village.
demanded|arrest|The mayor asked the police to arrest the protesters.
demanded|expel|Lawmakers called on the government to expel the ambassador.
demanded|lift|The union demanded that the army lift the curfew.
demanded|suspend|The group wants Europe to stop and urged it to suspend aid to the regime.
demanded|bomb|The senator urged the president to bomb the camps.
demanded|send|Haiti asked France to send food aid.
demanded|mediate|Chad asked Gabon to mediate between the parties.
demanded|impose|Activists called on the council to impose sanctions on the junta.
demanded|investigate|The families called on the court to investigate the police.
demanded|apologize|Korea demanded that Japan apologize to the victims.
demanded|recall|Protesters demanded that the government recall its ambassador.
demanded|resign|The opposition demanded that the president resign.
demanded|boycott|The party asked its voters to boycott the election.
demanded|free|Paris urged the rebels to free the hostages.
demanded|strike|He called for strikes against the militia.
demanded|deploy|The governor requested that the army deploy troops in the city.
demanded|condemn|The envoy asked the council to condemn the coup.
demanded|meet|The minister urged the king to meet the rebels.
demanded|disarm|The United Nations urged the militia to disarm.
demanded|prosecute|Lawyers urged the court to prosecute the generals.
demanded|cut|The rebels told France to cut ties with the government and demanded that it withdraw its troops.
demanded|evacuate|The ministry ordered the army to evacuate the embassy.
"""
ROWS = [tuple(line.split("|")) for line in CASES.strip().splitlines()]
FLOOR = 0.90


@pytest.fixture(scope="module")
def answers() -> list[tuple[str, str, str]]:
    """Wanted, found and the sentence, in the order of the table."""
    found = []
    for (want, word, text), doc in zip(ROWS, pipeline().pipe(text for _, _, text in ROWS), strict=True):
        stem = word[:5].lower()
        hits = [e for e in doc._.rashomon_events if stem in text[e.trigger[0] : e.trigger[1]].lower()]
        found.append((want, hits[0].modality if hits else "none", text))
    return found


def test_the_table_is_large_and_even() -> None:
    counts = Counter(want for want, _, _ in ROWS)
    assert len({text for _, _, text in ROWS}) >= 150
    assert min(counts.values()) >= 20
    assert len(counts) == 6


def test_modality_macro_f1(answers: list[tuple[str, str, str]]) -> None:
    wrong = [row for row in answers if row[0] != row[1]]
    kinds = sorted({want for want, _, _ in answers})
    scores = []
    for kind in kinds:
        hits = sum(want == got == kind for want, got, _ in answers)
        scores.append(2 * hits / sum((want == kind) + (got == kind) for want, got, _ in answers))
    assert sum(scores) / len(kinds) >= FLOOR, wrong
