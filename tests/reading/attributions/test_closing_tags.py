"""Tags that close a sentence or a headline: "…, the ministry said", "… - army"."""


# fmt: off

import pytest

from rashomon.reading import read
from voiced import Row, missed, voiced

CLOSING_TAGS: list[tuple[str, list[Row]]] = [
    ("Two ferries sank off Orsa, the Lund Tribune reported on Wednesday.", [("the Lund Tribune", "Two ferries sank off Orsa", None)]),
    ("A landslide killed 12, the ministry said.", [("the ministry", "A landslide killed 12", None)]),
    ("Shelling wounded 40, the hospital said late Sunday.", [("the hospital", "Shelling wounded 40", None)]),
    ("Seven villages were flooded overnight, state television reports.", [("state television", "Seven villages were flooded overnight", None)]),
    ("Nobody slept, the deputy governor, Ila Brandt, told the Oak Post by phone.", [("the deputy governor, Ila Brandt", "Nobody slept", None)]),
    ("The road to Tarn is mined, Omar Seidel, a spokesman for the army, told reporters on Monday.", [("Omar Seidel, a spokesman for the army", "The road to Tarn is mined", None)]),
    ("Gunmen have seized the radio station in Orsa, two residents told Reuters.", [("two residents", "Gunmen have seized the radio station in Orsa", None)]),
    ("At least nine miners died, Elm FM said, and four are missing.", [("Elm FM", "At least nine miners died … and four are missing", None)]),
    ("Fighting went on in the suburbs on Friday, a Western diplomat in the capital said.", [("a Western diplomat in the capital", "Fighting went on in the suburbs on Friday", None)]),
    ("The blast killed three and wounded 20, health officials said in a statement on Sunday.", [("health officials", "The blast killed three and wounded 20", None)]),
    ("Rebels hold the bridge, the Observatory for Peace said, citing its network of witnesses.", [("the Observatory for Peace", "Rebels hold the bridge … citing its network of witnesses", "")]),
    ("Police fired into the crowd, according to witnesses and a local journalist.", [("witnesses and a local journalist", "Police fired into the crowd", None)]),
    ("The minister left by helicopter, his office announced early on Tuesday.", [("his office", "The minister left by helicopter", None)]),
    ("The dam may burst within days, engineers warned on Thursday.", [("engineers", "The dam may burst within days", None)]),
    ("Norvia has closed its border with Lund, Norvian media report.", [("Norvian media", "Norvia has closed its border with Lund", None)]),
    ("Some 300 people fled the camp, aid workers estimate.", [("aid workers", "Some 300 people fled the camp", None)]),
    ("The general was shot in his car, a source close to the family has told Radio Orsa.", [("a source close to the family", "The general was shot in his car", None)]),
    ("The attack killed a nurse, her brother, Anton Vale, said.", [("her brother, Anton Vale", "The attack killed a nurse", None)]),
    ("Crews found two bodies, the coast guard wrote on X.", [("the coast guard", "Crews found two bodies", None)]),
    ("Talks will resume in May, the head of the delegation, Vera Lund, said after the meeting.", [("the head of the delegation, Vera Lund", "Talks will resume in May", None)]),
    ("The bomb hit a school, Al Watan daily reported Monday, quoting a teacher.", [("Al Watan", None, None)]),
    ("Nine soldiers were killed in the clash, the army's press office said in a brief statement, without giving details.", [("the army's press office", "Nine soldiers were killed in the clash", None)]),
    ("Three buses were burned, Governor Ila Brandt said.", [("Governor Ila Brandt", "Three buses were burned", None)]),
    ("The ship caught fire after a collision, said Omar Seidel, who heads the port.", [("Omar Seidel", "The ship caught fire after a collision", None)]),
    ("Strikes hit two depots overnight, killing four, the regional administration said on Telegram.", [("the regional administration", "Strikes hit two depots overnight, killing four", None)]),
    ("The mayor resigned after the march, the newspaper La Plaza said.", [("the newspaper La Plaza", "The mayor resigned after the march", None)]),
    ("Eleven hikers were confirmed dead by Friday night, the Alpine Rescue Service (ARS) said, with four never found.", [("the Alpine Rescue Service (ARS)", "Eleven hikers were confirmed dead by Friday night", None)]),
    ("Two climbers were reported missing, the warden said, with a third in hospital.", [("the warden", "Two climbers were reported missing", None)]),
    ("The end of the drought was declared by early June, the water board said.", [("the water board", "The end of the drought was declared by early June", None)]),
    ("The tunnel, Brandt was told, had been sealed.", [("", "The tunnel … had been sealed", None)]),
]

AGENTS: list[tuple[str, list[Row]]] = [  # a passive "by": who says it, or when
    ("The end of the ban was announced by June Falk, of the water board.", [("June Falk", "The end of the ban", None)]),
    ("The closure was confirmed by the Friday Club.", [("the Friday Club", "The closure", None)]),
    ("The closure was confirmed by Friday.", []),
    ("A ceasefire was announced by the weekend.", []),
    ("The figures were disclosed by midnight.", []),
]

HEADLINES: list[tuple[str, list[Row]]] = [
    ("Norvia to send troops to Lund, says minister\n\nLUND - Trains were late on Tuesday.", [("minister", "Norvia to send troops to Lund", None)]),
    ("Ferry was overloaded - coastguard", [("coastguard", "Ferry was overloaded", None)]),
    ("No drones were used - Defence Ministry", [("Defence Ministry", "No drones were used", None)]),
    ("Nine killed in blast - state TV", [("state TV", "Nine killed in blast", None)]),
    ("Cattle plague spreads - farmers", [("farmers", "Cattle plague spreads", None)]),
    ("Storm to hit on Friday: forecasters", [("forecasters", "Storm to hit on Friday", None)]),
    ("Two held after fire - one a child", []),
    ("Bridge falls at rush hour - video", []),
    ("Seven dead in mine - Lund Courier", []),
    ("What we know about the blast: timeline", []),
    ("Bridge collapse kills nine - police\n\nLUND - Trains were late on Tuesday.", [("police", "Bridge collapse kills nine", None)]),
    ("Bridge was never inspected, engineers warn\n\nLUND - Trains were late on Tuesday.", [("engineers", "Bridge was never inspected", None)]),
    ("Two spies held in Orsa: prosecutor\n\nLUND - Trains were late on Tuesday.", [("prosecutor", "Two spies held in Orsa", None)]),
    ("Army shelled its own men – rebel chief\n\nLUND - Trains were late on Tuesday.", [("rebel chief", "Army shelled its own men", None)]),
    ("Flood toll passes 100, say rescuers\n\nLUND - Trains were late on Tuesday.", [("rescuers", "Flood toll passes 100", None)]),
    ("Minister: No deal with rebels\n\nLUND - Trains were late on Tuesday.", [("Minister", "No deal with rebels", None)]),
    ("No deal with rebels, Brandt tells parliament\n\nLUND - Trains were late on Tuesday.", [("Brandt", "No deal with rebels", None)]),
    ("Missiles moved to island — report\n\nLUND - Trains were late on Tuesday.", [("report", "Missiles moved to island", None)]),
    ("Hospital hit by drone, UN says\n\nLUND - Trains were late on Tuesday.", [("UN", "Hospital hit by drone", None)]),
    ("Norvia ready to talk, foreign minister tells Oak Post\n\nLUND - Trains were late on Tuesday.", [("foreign minister", "Norvia ready to talk", None)]),
    ("Ferry was overloaded, according to survivors\n\nLUND - Trains were late on Tuesday.", [("survivors", "Ferry was overloaded", None)]),
    ("Brandt 'knew of the leak', says former aide\n\nLUND - Trains were late on Tuesday.", [("former aide", "Brandt 'knew of the leak'", None)]),
    ("Prosecutors say two spies held in Orsa\n\nLUND - Trains were late on Tuesday.", [("Prosecutors", "two spies held in Orsa", None)]),
    ("At least 20 die in mine blast: state media\n\nLUND - Trains were late on Tuesday.", [("state media", "At least 20 die in mine blast", None)]),
    ("Army denies shelling hospital\n\nLUND - Trains were late on Tuesday.", [("Army", "shelling hospital", None)]),
    ("Two dead in shooting, police confirm\n\nLUND - Trains were late on Tuesday.", [("police", "Two dead in shooting", None)]),
    ("'They burned our homes': survivors of the raid on Tarn speak\n\nLUND - Trains were late on Tuesday.", [("survivors of the raid on Tarn", "They burned our homes", None)]),
    ("Rebels will not disarm - leader\n\nLUND - Trains were late on Tuesday.", [("leader", "Rebels will not disarm", None)]),
]


def test_nine_in_ten_of_closing_tags_are_read() -> None:
    left = missed(CLOSING_TAGS)
    assert len(left) <= 0.1 * len(CLOSING_TAGS), left


def test_nine_in_ten_of_headlines_are_read() -> None:
    left = missed(HEADLINES)
    assert len(left) <= 0.1 * len(HEADLINES), left


LABELS = [
    "WHAT BOTH SIDES SAY: There was a collision on Monday near the shoal.",
    "The port was shut.\n\nWhy the envoys say no: The road is mined.",
    "Who is who: Berg leads the port, Selde the union.",
]


@pytest.mark.parametrize("text", LABELS)
def test_what_heads_a_passage_quotes_nobody(text: str) -> None:
    assert not read(text).attributions


@pytest.mark.parametrize(("text", "rows"), AGENTS)
def test_a_time_behind_by_says_nothing(text: str, rows: list[Row]) -> None:
    sources = {source for source, _, _ in voiced(text)} - {""}
    assert sources == {row[0] for row in rows}
