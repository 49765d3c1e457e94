"""Who tells what a clause tells: two voices of one sentence, what is opposed, answers, papers and peoples."""

from __future__ import annotations

import re

import pytest

from rashomon.comparing import grounds
from rashomon.reading import read
from rashomon.records import Report

# text with {the words asked} | part of the name of who tells it ("": the outlet; "not X": anybody but X) | why
CASES: list[tuple[str, str, str]] = [
    ("The lawyer said Capt. Teodoro Lund {had phoned} the desk.", "lawyer", "no sentence ends at a shortened title"),
    ("The lawyer said Supt. Ines Roth {had phoned} the desk.", "lawyer", "nor at another"),
    ("The budget went to the Gov. He {had lost} the vote.", "", "one ends there before a word that opens one"),
    ("The groups {say 70} people died, the army says nine.", "groups", "two voices, two numbers"),
    ("The groups say 70 people died, the army {says nine}.", "army", "the second"),
    ("The mayor says the bridge {is safe}, the engineer says it is not.", "mayor", "two voices, two clauses"),
    ("The captain said the engine {failed}, his mate said it never did.", "captain", "the first of two in the past"),
    ("Dozens {died}, residents say; the army counts nine.", "residents", "a tag before a semicolon"),
    ("He was robbed, his lawyer said; the bank {closed} at noon.", "", "it says nothing behind it"),
    ("“It is over,” Ana Holm said; the crowd {left}.", "", "nor behind a quotation"),
    ("The dam is safe; nobody {must leave}, Ana Holm said.", "Holm", "a tag at the end says both"),
    ("Ana Holm told us as she was led off that the sea {had “taken”} her.", "Holm", "told over a moment"),
    ("The bank has said from the start that it {was robbed}.", "bank", "said since when"),
    ("Ruud Vos said minutes later that the dam {would hold}.", "Vos", "said some time later"),
    ("Two men told a respectful presenter that they {were} in the rug trade.", "men", "told to an audience no list has"),
    ("Ruud Vos told the story that everybody {knew}.", "Vos", "what is told is no audience"),
    ("The test convinced the doctors that the child {had been poisoned}.", "doctors", "who is convinced holds it"),
    ("Ana Holm convinced the council that the dam {was safe}.", "Holm", "who convinces holds it too"),
    ("The footage persuaded judges that the goal {should stand}, the league said.", "league", "within what a voice tells it is his"),
    ("Police said many of the fights {involved} boys.", "Police", "a participle with an object is in the past"),
    ("Police said a man called Holm {was shot}.", "Police", "one without is none"),
    ("The bridge {was sound}, as the road agency claims, until May.", "agency", "who stands right before the verb"),
    ("The ministry rejected a report that said the ferry Elm {was overloaded}.", "report", "what is rejected says it"),
    ("The ministry rejected a report saying the ferry Elm {was overloaded}.", "report", "so behind a participle"),
    ("The ministry dismissed as fake a memo which says the ferry Elm {was overloaded}.", "memo", "called something first"),
    ("The bank disputed a study which found the loans {were illegal}.", "study", "what it found"),
    ("Ana Vos mocked witnesses who said the ferry Elm {was overloaded}.", "witnesses", "whom somebody mocks"),
    ("Ana Holm rejected critics who think the dam {is unsafe}.", "critics", "what they think"),
    ("Ana Vos praised a ranger who reported that the herd {had grown}.", "ranger", "whom somebody praises"),
    ("The ministry rejected the appeal, saying the ferry Elm {was overloaded}.", "ministry", "who rejects says why"),
    ("Ana Vos rejected the offer, which she said {was} an insult.", "Vos", "and what of it"),
    ("The Danes say the gas price {was fixed}.", "Government of Denmark", "a people that speaks is its government"),
    ("The Turks’ claim that the boat {was armed} was met with doubt.", "Government of Turkey", "or owns what is said"),
    ("Four Syrians were pulled out. The Syrians said the boat {had leaked}.", "People of Syria", "but not whom it met"),
    ("Polish miners walked out. The Poles said the pit {was unsafe}.", "People of Poland", "nor those of a trade"),
    ("The Finns in the hall said they {had heard} nothing.", "People of Finland", "nor those somewhere"),
    ("Inspector Ana Holm left. Holm’s verdict: “The bridge {is over} and done.”", "Holm", "who owns the answer"),
    ("Inspector Ana Holm left. Her verdict? “The bridge {will fall} within a year.”", "Holm", "behind a question mark"),
    ("Ruud Vos and Ana Holm saw it. And Holm? “The text {is dead} now.”", "Holm", "who is asked by name"),
    ("The verdict on Ruud Vos? “He {is guilty},” the foreman said.", "foreman", "a tag goes before it"),
    ("The slogan on Ana Holm’s shirt: “The river {is ours} for good.”", "not Holm", "a slogan is no answer"),
    ("Ferry {had no licence}, claims union", "union", "any verb of saying closes a headline"),
    ("Dam {is safe}, says Holm as waters rise", "Holm", "with when it was"),
    ("Ruud Vos {quits}, leaves party in ruins", "", "a verb that says nothing"),
    ("Two of the four banks said they {had not spoken} with him.", "Two of the four banks", "some of several"),
    ("The state railway, PKL, said its log {showed red}.", "PKL", "a name beside what no list has"),
    ("Old hands on the quay shook their heads. The boat {sat low}, they said.", "not heads", "a shaken head is nobody"),
    ("Holm Steel said it was ready. Its lender, Elm Bank, declined to comment. The company said it {had no choice}.", "not Elm Bank", "who would not comment"),
    ("Ana Holm was held. Holm’s indictment says she {took} the money.", "indictment", "a paper another writes of her"),
    ("Ana Holm was robbed. Holm’s complaint says the guard {was asleep}.", "Ana Holm", "a paper of her own"),
    ("The party weeps that the vote {was theatre}.", "party", "a lament"),
    ("The line, his staff found, {had been} dead since March.", "staff", "what is found, set in"),
    ("The ring that Ana Holm found {was sold} in Orsa.", "", "what is found is no saying"),
    ("The man whom police say {was drunk} is home.", "police", "what is said of him is"),
    ("The steelmaker Norvik sued the bottler Solva. The steelmaker said it {was cheated}.", "Norvik", "a trade is one of the two"),
    ("The carmaker Volvar sued the insurer Solva. The insurer said it {would pay}.", "Solva", "and the other"),
    ("Norvik, a Danish insurer, lost money. The insurer said storms {were to blame}.", "Norvik", "what it is, behind it"),
    ("The retailer Folkmart shut nine shops. The retailer said rents {were high}.", "Folkmart", "a shop by its trade"),
    ("The drugmaker Helix shut a mill. The manufacturer said it {was old}.", "Helix", "who makes drugs makes something"),
    ("The shipping firm Maris lost a ship. The insurer said it {would pay}.", "not Maris", "a firm of another trade"),
    ("The lender Norvik sued a farm. The supermarket said it {had paid}.", "not Norvik", "no bank is a supermarket"),
    ("The chipmaker Helix won a prize. The carmaker said it {was glad}.", "not Helix", "who makes other things"),
    ("The ferry will be late, its builder conceded. The minister, Ana Kerr, {learned} it late, she told us.", "not builder", "who is named fits better"),
    ("The mayor ordered a search of the mill where a bus {had burned}.", "", "what an order is about is described"),
    ("Ana Holm urged the bank to repay savers who {lost} their deposits.", "", "or what somebody urges another to do"),
    ("Ana Holm defended the skater who {failed} a doping test.", "", "or whom somebody defends"),
    ("The judge rejected the appeal of a nurse who {poisoned} three men.", "", "or what somebody rejects"),
    ("The ministry vowed to rebuild the school that {burned} down.", "", "or what somebody vows"),
    ("The court issued a warrant for Holm, the owner of a mill that {exploded}.", "", "or what a court sends out"),
    ("Elm’s council voted to oust the judge, who {had freed} nine men.", "", "what a comma sets off"),
    ("Ana Holm blamed the bank for the error that {cost} nine jobs.", "", "for what somebody is blamed"),
    ("The ministry said it would cap exports, a step that traders {said} came too late.", "traders", "an aside with a noun"),
    ("The ministry said it would cap exports, a step that {hurt} traders.", "ministry", "one in which nobody speaks"),
    ("The court heard that the nurse {had been drinking}.", "", "what a court hears somebody tells it"),
    ("The inquest heard the boy {had fallen} from the wall.", "", "or an inquest"),
    ("The court found that the nurse {had been drinking}.", "court", "but it finds itself"),
    ("The court heard Ana Holm, who said the nurse {had been drinking}.", "Holm", "and who is heard says it"),
    ("Ana Holm said the guards burned a barn where nine boys {had hidden}.", "Holm", "but what is said is a sentence"),
    ("Ana Holm described a night in which guards {burned} nine barns.", "Holm", "and who tells of a thing describes it"),
    ("The agency revealed a flaw that {exposed} two million files.", "agency", "and who reveals it"),
    ("Ana Holm proposed a law that {would ban} trawling.", "Holm", "or proposes it"),
    ("“I ordered a search of the mill where a bus {burned},” Ana Holm said.", "Holm", "and in his own words"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "who"), [row[:2] for row in CASES], ids=[row[2] for row in CASES])
def test_told_by_whom(text: str, who: str) -> None:
    asked = re.search(r"{(.+?)}", text)
    assert asked is not None
    start, end = asked.start(), asked.end() - 2
    report = Report("r", re.sub(r"[{}]", "", text), published="2031-05-20", outlet="Elm Echo")
    ground = grounds([report], list(read([report])))
    assert ground is not None
    inside = [u for u in ground.units if start <= u.clause.head[0] < end and u.clause.form == "clause"]
    inside = inside or [u for u in ground.units if u.span[0] <= start < u.span[1]]
    unit = min(inside, key=lambda u: u.span[1] - u.span[0])
    names = [o.name for o in ground.tellings.origins(unit) if not (o.kind == "outlet" and o.name == "Elm Echo")]
    if who.startswith("not "):
        assert not any(who.removeprefix("not ") in name for name in names), names
    elif who:
        assert names, "nobody but the outlet"
        assert all(who in name for name in names), names
    else:
        assert not names, names
