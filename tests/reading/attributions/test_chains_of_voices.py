"""One voice behind another, two that say the same, and what is said of whom a relative clause means."""


# fmt: off

from voiced import Row, missed

CHAINS: list[tuple[str, list[Row]]] = [
    ("Radio Orsa reported on Monday, quoting the coast guard, that two boats had sunk.", [("Radio Orsa", None, ""), ("the coast guard", "that two boats had sunk", "Radio Orsa")]),
    ("State radio, quoting the coast guard, said two boats had sunk off Orsa.", [("State radio", None, ""), ("the coast guard", "two boats had sunk off Orsa", "State radio")]),
    ("Two boats sank off Orsa, the Lund Tribune reported, citing the coast guard.", [("the Lund Tribune", None, ""), ("the coast guard", "Two boats sank off Orsa", "the Lund Tribune")]),
    ("Two boats sank off Orsa, state radio said, quoting a fisherman who saw them go down.", [("state radio", None, ""), ("a fisherman who saw them go down", "Two boats sank off Orsa", "state radio")]),
    ("Citing a report by Radio Orsa, the Oak Post said the envoy had fled.", [("the Oak Post", None, ""), ("Radio Orsa", "the envoy had fled", "the Oak Post")]),
    ("The envoy has fled, the Oak Post said, citing a report by Radio Orsa.", [("the Oak Post", None, ""), ("Radio Orsa", "The envoy has fled", "the Oak Post")]),
    ("Residents said, and the mayor confirmed, that the school had been burned.", [("Residents", "that the school had been burned", ""), ("the mayor", "that the school had been burned", "")]),
    ("The school was burned, residents said and the mayor confirmed.", [("residents", "The school was burned", ""), ("the mayor", "The school was burned", "")]),
    ("According to the Oak Post, citing two diplomats, Norvia has moved its tanks.", [("the Oak Post", None, ""), ("two diplomats", "Norvia has moved its tanks", "the Oak Post")]),
    ("The Oak Post, citing officials, reported on Tuesday that Norvia had moved its tanks.", [("The Oak Post", None, ""), ("officials", "that Norvia had moved its tanks", "The Oak Post")]),
    ("The news agency quoted the minister as saying that the border would stay shut.", [("the minister", "that the border would stay shut", "The news agency")]),
    ("The minister was quoted by the news agency as saying that the border would stay shut.", [("The minister", "that the border would stay shut", "the news agency")]),
    ("“The border stays shut,” the agency quoted the minister as saying.", [("the minister", "“The border stays shut,”", "the agency")]),
    ("The border would stay shut, the minister was quoted as saying by state television.", [("the minister", "The border would stay shut", "state television")]),
    ("Nine people died in the fire, according to a report by Radio Orsa citing the coast guard.", [("a report by Radio Orsa", None, ""), ("the coast guard", "Nine people died in the fire", "a report by Radio Orsa")]),
    ("The Oak Post said that a source in the navy told it that two ships had been sunk.", [("a source in the navy", "that two ships had been sunk", "The Oak Post")]),
    ("Nine died, the broadcaster said, citing local officials who asked not to be named.", [("the broadcaster", None, ""), ("local officials who asked not to be named", "Nine died", "the broadcaster")]),
    ("In a report citing hospital staff, the Courier said nine people had died.", [("the Courier", None, ""), ("hospital staff", "nine people had died", "the Courier")]),
    ("Nine died, the Courier reported, and the police later confirmed it.", [("the Courier", "Nine died", "")]),
    ("The ministry said, quoting preliminary findings, that the train had been speeding.", [("The ministry", "that the train had been speeding", "")]),
    ("Hours earlier the Tribune had reported, citing a memo, that the mine was unsafe.", [("the Tribune", "that the mine was unsafe", "")]),
    ("The army said and the rebels denied that a truce had been agreed.", [("The army", "that a truce had been agreed", ""), ("the rebels", "that a truce had been agreed", "")]),
    ("Officials in Lund said, according to the Courier, that nine people had died.", [("Officials in Lund", "that nine people had died", "the Courier")]),
    ("The Courier reported that, according to the police, nine people had died.", [("the police", "nine people had died", "The Courier")]),
]

RELATIVES: list[tuple[str, list[Row]]] = [
    ("The strike, which executives said could hurt earnings, went on.", [("executives", "which … could hurt earnings", None)]),
    ("The firm ended a strike that executives said could hurt earnings.", [("executives", "could hurt earnings", None)]),
    ("He told of a night that he says changed his life.", [("he", "changed his life", None)]),
    ("Police arrested a man they say set the fire.", [("they", "set the fire", None)]),
    ("Police arrested a man who they believe set the fire.", [("they", "who … set the fire", None)]),
    ("The army shelled a house it said was used by snipers.", [("it", "was used by snipers", None)]),
    ("In a speech the judge called “distasteful,” Seidel mocked the court.", [("the judge", "a speech … “distasteful,”", None)]),
    ("The raid killed nine people whom the army described as terrorists.", [("the army", "whom … as terrorists", None)]),
    ("He showed a letter that he claimed proved his innocence.", [("he", "proved his innocence", None)]),
    ("Norvia has 40 tanks near the border, where officials say fighting has stopped.", [("officials", "fighting has stopped", None)]),
    ("Brandt defended the raid, calling the victims “a band of thieves who came for our cattle.”", [("Brandt", "the victims “a band of thieves who came for our cattle.”", None)]),
]


def test_nine_in_ten_of_chains_are_read() -> None:
    left = missed(CHAINS)
    assert len(left) <= 0.1 * len(CHAINS), left


def test_nine_in_ten_of_relatives_are_read() -> None:
    left = missed(RELATIVES)
    assert len(left) <= 0.1 * len(RELATIVES), left
