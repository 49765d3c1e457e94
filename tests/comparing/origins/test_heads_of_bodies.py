"""Who runs a body speaks for it where a report names just one that it may be; else he is left as told."""

import pytest
from tests.told import told

CASES = [
    ("Glass was found at Elm Brewery. Brewery bosses say a filler had cracked.", "Elm Brewery", "its name tells"),
    ("A lion got out of Elm Zoo. Zoo bosses claim a gate stood open.", "Elm Zoo", "so does a zoo's"),
    ("Nurses left St Ann's Hospital. Hospital chiefs said an inquiry had begun.", "St Ann's Hospital", "no name alone"),
    ("Ann Berg lost a hand at the Elm Foods plant. The saw was new, factory bosses insist.", "Elm Foods", "one firm"),
    ("Elm Air and its rival Karm cut flights. Airline bosses said crews had fallen ill.", "Airline bosses", "two fit"),
    ("Elm Union met. European airline chiefs said fares would rise.", "European airline chiefs", "others of the sort"),
    ("The Norvian coast guard met. Head office said the hull was sound.", "Head office", "a coast guard is no firm"),
    ("The boats met in Lunde. Mine chiefs said a siren blared.", "Mine chiefs", "a place runs nothing"),
]


@pytest.mark.parametrize(("text", "expected", "why"), CASES, ids=[c[2] for c in CASES])
def test_who_speaks_for_a_body_that_others_run(text: str, expected: str, why: str) -> None:
    case = told(text)
    said = max(case.readings["r1"].attributions, key=lambda a: a.cue)
    names = {o.name for c in case.found.claims for o in c.origins for r, row in o.chain if row == said.id}
    assert names == {expected}, why
