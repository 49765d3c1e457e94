"""Whose words a quotation without a tag, and the turns of an interview, are."""

from __future__ import annotations

import pytest

from rashomon.reading import read

WHOSE = [
    (
        "The governor was not so sure: “The bridge will not hold until spring.”",
        "The governor",
        "a colon after a copula",
    ),
    ("The mayor of Tarn is furious: “They left us with nothing at all.”", "The mayor of Tarn", "in the present"),
    ("The minister's answer was short: “No, and never again.”", "The minister", "the owner of the answer"),
    ("The opposition had more to say: “This is a cover for thieves.”", "The opposition", "more to say"),
    ("Ila Brandt had this to say: “They left us with nothing at all.”", "Ila Brandt", "this to say"),
    (
        "Ila Brandt said she had warned them. “We wrote to them in March.”",
        "Ila Brandt",
        "goes on after indirect speech",
    ),
    ("Ila Brandt said it was unsafe.\n\n“It was built in a hurry.”", "Ila Brandt", "goes on in a paragraph of its own"),
    ("The mayor told us it was safe.\n\n“It was built\n\n“in a hurry.”", "The mayor", "open paragraphs"),
    ("Omar Seidel was blunt. “They lied to us, and they lie still.”", "Omar Seidel", "the one person of the sentence"),
    ("Asked about it, Ila Brandt shrugged. “It was an accident.”", "Ila Brandt", "a gesture"),
    ("She has not changed her mind. “I would do the same again.”", "She", "a pronoun"),
    ("“It is unsafe,” Omar Seidel said. “It was built in a hurry.”", "Omar Seidel", "goes on past its tag"),
]
NOBODYS = [
    ("Ila Brandt met Omar Seidel on Monday. “The talks were useful and we will go on.”", "two persons"),
    ("The law was passed in June. “Whoever crosses the bridge shall pay a toll.”", "nobody stands before it"),
    ("Ila Brandt was sentenced to six years. “This is a dark day for Tarn.”", "what is done to her"),
    ("Ila Brandt left at noon.\n\n“This is a dark day for Tarn.”", "a paragraph of its own after a deed"),
    ("The delegation demands an end to the closure. “The camp will not disarm, it never will.”", "the matter alone"),
    ("Ila Brandt did not say why. “This is a dark day for Tarn.”", "who says nothing"),
]


@pytest.mark.parametrize(("text", "who", "why"), WHOSE, ids=[row[2] for row in WHOSE])
def test_a_quotation_without_a_tag_has_a_speaker(text: str, who: str, why: str) -> None:
    rows = [a for a in read(text).attributions if any("“" in text[s:e] for s, e in a.content)]
    assert len(rows) == 1, why
    assert [text[s:e] for s, e in rows[0].source] == [who], why
    quotes = text.count("“")
    assert sum(text[s:e].count("“") for s, e in rows[0].content) == quotes, why


@pytest.mark.parametrize(("text", "why"), NOBODYS, ids=[row[1] for row in NOBODYS])
def test_a_quotation_that_nobody_leads_in_has_none(text: str, why: str) -> None:
    assert not [a for a in read(text).attributions if any("“" in text[s:e] for s, e in a.content)], why


TURNS = [
    (
        (
            "Interview with Colonel Vera Lund\n\nRadio Orsa: Did you cross?\n\nLund: No. We stayed in camp.\n\n"
            "Radio Orsa: And then?\n\nLund: The militia burned the mill."
        ),
        {"We stayed": "Lund", "burned the mill": "Lund"},
        "names in mixed case",
    ),
    (
        "Elm Radio: Is the road open?\nIla Brandt: The road is open.\nElm Radio: Thank you.\nIla Brandt: Farewell.",
        {"The road is open": "Ila Brandt"},
        "a line each",
    ),
    (
        (
            "OMAR SEIDEL, ELM RADIO: Has the army left?\n\nILA BRANDT, MINISTER OF DEFENCE: The army left on Monday.\n\n"
            "SEIDEL: And the tanks?\n\nBRANDT: The tanks remain."
        ),
        {"The army left": "ILA BRANDT", "The tanks remain": "BRANDT"},
        "capitals with a post",
    ),
    ("SEIDEL (Elm Radio): Is it open?\n\nBRANDT (Mayor): The road is open.", {"The road is": "BRANDT"}, "in brackets"),
    (
        "Ila Brandt is the mayor of Tarn.\n\nQ: What fell?\n\nA: The bridge fell.\n\nIt was old.\n\nQ: And now?\n\nA: We build.",
        {"The bridge fell": "Ila Brandt", "It was old": "Ila Brandt", "We build": "Ila Brandt"},
        "the one person named is A",
    ),
    ("Q: Did you cross?\nA: No. We stayed in camp.", {"We stayed": ""}, "A has no name"),
    ("Question: Did you cross?\n\nAnswer: We stayed in camp.", {"We stayed": ""}, "in words"),
    ("Tarn won.\n\nGoals: Seidel 12, Brandt 40.\n\nReferee: O. Hahn.\n\nAttendance: Good.", {}, "a table"),
    ("Notes.\n\nMonday: Shops shut.\n\nTuesday: Who will pay?\n\nWednesday: The army left.", {}, "days"),
]


@pytest.mark.parametrize(("text", "says", "why"), TURNS, ids=[row[2] for row in TURNS])
def test_who_speaks_in_an_interview(text: str, says: dict[str, str], why: str) -> None:
    rows = read(text).attributions
    for words, who in says.items():
        at = text.index(words)
        [source] = [a.source for a in rows if any(s <= at < e for s, e in a.content)]
        assert " ".join(text[s:e] for s, e in source) == who, why
    if not says:
        assert not rows, why
    assert not [a for a in rows if any(text[s:e] in ("Q", "A", "Who") for s, e in a.source)], why


SUMMED_UP = [
    ("The doctor's version is different: the ward was empty.", "The doctor", "how an account is"),
    ("The verdict of the engineers was brief: the bridge was sound.", "the engineers", "whose it is, behind “of”"),
    ("Her lawyer's argument is straightforward: the will was never signed.", "Her lawyer", "an argument"),
    ("The ministry's answer was short: the ferry met every rule.", "The ministry", "an answer"),
    ("The airline's account is simple: the tyre burst on landing.", "The airline", "an account"),
    ("The union has a simpler explanation: the brakes were worn.", "The union", "has one"),
    ("The families have a different theory: the boy was pushed.", "The families", "a theory"),
    ("The mill's owner offered another explanation: rats had eaten the cable.", "The mill's owner", "offers one"),
    ("The navy tells another story: the trawler had no lights.", "The navy", "tells one"),
    ("The judge put it more gently: the clerk had been careless.", "The judge", "puts it so"),
    ("The general put it bluntly: the war was lost.", "The general", "bluntly"),
    (
        "The coroner has now confirmed what the family always said: the boy was pushed.",
        "The coroner",
        "what others said",
    ),
    ("The panel has put in writing what widows have said all along: a jet did it.", "The panel", "in writing"),
    ("The firm's position is weak: it lost two trials.", "", "how he stands"),
    ("The bank's account is empty: thieves took the money.", "", "no account of anything"),
    ("The judge has a theory about music: it bores her.", "", "of what it is"),
    ("The mayor has a large house: it burned in May.", "", "a thing"),
    ("The club has one problem: its keeper broke a leg.", "", "a problem"),
    ("The baker put it in the oven: the bread burned.", "", "put somewhere"),
    ("The minister did not put it so bluntly: the war was lost.", "", "denied"),
    ("The plan was simple: the crew would dig by night.", "", "nobody's"),
    ("The answer was short: the ferry sank.", "", "nobody's answer"),
    ("The league's verdict is due on Friday: the club played a banned man.", "", "still to come"),
    ("The reason is simple: the road was cut.", "", "a reason"),
    ("The village has a long history: it burned twice.", "", "a history"),
]


@pytest.mark.parametrize(("text", "who", "why"), SUMMED_UP, ids=[row[-1] for row in SUMMED_UP])
def test_whose_account_stands_behind_a_colon(text: str, who: str, why: str) -> None:
    at = text.index(":") + 3
    rows = [a for a in read(text).attributions if any(s <= at < e for s, e in a.content)]
    assert {" ".join(text[s:e] for s, e in a.source) for a in rows} == ({who} if who else set()), why
