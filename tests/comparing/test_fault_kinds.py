"""Hard cases by kind, end to end: what must come out of a few short reports, whoever and whatever they tell of."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from rashomon.comparing import compare
from rashomon.reading import read
from rashomon.records import Claim, Findings, Report

Told = tuple[str, str]
"""An outlet and the text of its report, or an outlet at a time ("Elm Echo@2031-05-08T10:00:00Z")."""


def case(*told: Told, url: str | None = None) -> tuple[Findings, dict[str, str]]:
    """What is found in reports r1, r2 …, and their texts."""
    reports = []
    for n, (outlet, text) in enumerate(told, 1):
        name, _, when = outlet.partition("@")
        reports.append(Report(f"r{n}", text, outlet=name, url=url, published=when or "2031-05-08"))
    return compare(reports, read(reports)), {r.id: r.text for r in reports}


def telling(found: Findings, texts: dict[str, str], report: str, words: str) -> Claim:
    """The claim that a report tells in the narrowest telling that holds `words`."""
    held = [
        (t.end - t.start, c)
        for c in found.claims
        for t in c.tellings
        if t.report == report and words in " ".join(texts[report][t.start : t.end].split())
    ]
    assert held, (report, words)
    return min(held, key=lambda row: row[0])[1]


def kinds(found: Findings) -> list[str]:
    """The kinds of the conflicts that stand open."""
    return [c.kind for c in found.conflicts if c.status == "open"]


def bounds(claim: Claim) -> tuple[int, int]:
    """The least and most origins of a claim."""
    return claim.independent_origins[0], claim.independent_origins[1]


def names(claim: Claim) -> set[str]:
    """Who says a claim."""
    return {o.name.casefold() for o in claim.origins}


TWO_DOERS = [
    (
        ("The army blew up the mill at Orsa on Monday, the rebels said.", "army blew"),
        ("The rebels blew up the mill at Orsa on Monday, the army said.", "rebels blew"),
        "each lays it to the other",
    ),
    (
        ("Separatists shelled the power station at Orsa on Monday, the governor said. Lamps went out.", "Separatists"),
        ("Government troops shelled the power station at Orsa on Monday, a farmer said. Trains stood.", "Government"),
        "two sides, told by others",
    ),
    (
        ("The railway bridge at Tarn was blown up by the army, the militia said on Friday.", "was blown up by"),
        ("The militia blew up the railway bridge at Tarn, the army said on Friday.", "militia blew up"),
        "passive and active",
    ),
    (
        ("Gunmen loyal to the mayor burned the grain store in Lund on Tuesday, villagers said.", "Gunmen"),
        ("Police burned the grain store in Lund on Tuesday, a priest said. Smoke rose for a day.", "Police"),
        "a common thing",
    ),
    (
        ("Norvia bombed the bridge at Tarn on Sunday, Zahria said.", "Norvia bombed"),
        ("Zahria bombed the bridge at Tarn on Sunday, Norvia said.", "Zahria bombed"),
        "two states",
    ),
    (
        ("Insurgents captured the refinery at Lund on Tuesday, drivers said. Two dogs ran off.", "Insurgents"),
        ("Soldiers captured the refinery at Lund on Tuesday, an engineer said. A pump stopped.", "Soldiers"),
        "who took it",
    ),
]


@pytest.mark.parametrize(("one", "other", "why"), TWO_DOERS, ids=[row[2] for row in TWO_DOERS])
def test_two_doers_of_one_deed_are_two_claims_in_conflict(one: Told, other: Told, why: str) -> None:
    found, texts = case(("Elm Echo", one[0]), ("Oak Post", other[0]))
    a, b = telling(found, texts, "r1", one[1]), telling(found, texts, "r2", other[1])
    assert a.id != b.id, why
    assert bounds(a) == bounds(b) == (1, 1), why
    assert "actor" in kinds(found), why


def test_that_it_was_done_counts_for_neither_doer() -> None:
    found, texts = case(
        ("Elm Echo", "An explosion wrecked the mill at Orsa on Monday. The army blew up the mill, the rebels said."),
        ("Oak Post", "An explosion wrecked the mill at Orsa on Monday. The rebels blew up the mill, the army said."),
    )
    for report, words in (("r1", "army blew"), ("r2", "rebels blew")):
        assert len(telling(found, texts, report, words).origins) == 1
    [conflict] = [c.id for c in found.conflicts if c.kind == "actor"]
    assert any(conflict in line.conflicts for line in found.chronicle)


def test_two_words_for_one_side_are_one_doer() -> None:
    found, texts = case(
        ("Elm Echo", "Militants seized the refinery at Orsa on Sunday, the mayor said."),
        ("Oak Post", "Insurgents seized the refinery at Orsa on Sunday, a driver said."),
    )
    assert telling(found, texts, "r1", "Militants").id == telling(found, texts, "r2", "Insurgents").id
    assert not kinds(found)


TWO_DEEDS = [
    (
        "Insurgents captured the radio station in Lund on Sunday, a teacher said.",
        "Soldiers recaptured the radio station in Lund on Monday, the governor said.",
        ("2031-05-04", "2031-05-05"),
        "taken and retaken",
    ),
    (
        "Rebels took the harbour at Orsa on Friday, a nurse said. Shops were shut.",
        "The army has retaken the harbour at Orsa, the navy said. Boats came out on Saturday.",
        ("2031-05-02",),
        "retaken on no day",
    ),
    (
        "Norvia struck the barracks in Lund on Saturday, killing nine guards, the army said.",
        "Norvia struck the barracks in Lund on Sunday, killing two guards, the army said.",
        ("2031-05-03", "2031-05-04"),
        "blows of two days",
    ),
    (
        "Jets bombed the fuel depot at Tarn on Monday, the mayor said.",
        "Jets bombed the fuel depot at Tarn on Tuesday, the mayor said. It was the second raid in two days.",
        ("2031-05-05", "2031-05-06"),
        "raids of two days",
    ),
]


@pytest.mark.parametrize(("one", "other", "dates", "why"), TWO_DEEDS, ids=[row[3] for row in TWO_DEEDS])
def test_two_deeds_are_two_claims_and_two_lines(one: str, other: str, dates: Sequence[str], why: str) -> None:
    found, texts = case(("Elm Echo", one), ("Oak Post", other))
    first, second = one[:20], other[:20]
    a, b = telling(found, texts, "r1", first), telling(found, texts, "r2", second)
    assert a.id != b.id, why
    lined = {line.date for line in found.chronicle if {a.id, b.id} & {*line.claims}}
    assert set(dates) <= lined, why
    assert sum(bool({a.id, b.id} & {*line.claims}) for line in found.chronicle) == 2, why


LEFT_OPEN = [
    ("Zahria would neither confirm nor deny that its planes had struck the barracks at Tarn.", "had struck"),
    ("The police refused to confirm that officers had struck the barracks at Tarn.", "had struck"),
    ("The army did not deny that it had struck the barracks at Tarn.", "had struck"),
    ("The army has never denied striking the barracks at Tarn.", "striking the barracks"),
    ("No group has claimed the attack on the barracks at Tarn.", "attack on the barracks"),
    ("Nobody has admitted striking the barracks at Tarn.", "striking the barracks"),
]


@pytest.mark.parametrize(("text", "words"), LEFT_OPEN, ids=[row[0][:40] for row in LEFT_OPEN])
def test_what_is_left_open_is_neither_said_nor_denied(text: str, words: str) -> None:
    found, texts = case(("Elm Echo", text), ("Oak Post", "Planes struck the barracks at Tarn, the governor said."))
    deed = telling(found, texts, "r2", "Planes struck")
    assert names(deed) == {"the governor"}
    assert bounds(deed) == (1, 1)
    assert not any(t.report == "r1" and t.stance != "hedges" for t in deed.tellings)
    assert not found.conflicts


AGREE = [
    ("More than 40 people were injured", "52 people were injured"),
    ("Up to 30 people were killed", "18 people were killed"),
    ("Between 10 and 15 people were killed", "12 people were killed"),
    ("Nearly three dozen people were killed", "35 people were killed"),
    ("About 100 people were hurt", "95 people were hurt"),
    ("At least nine people were killed", "14 people were killed"),
    ("Two hundred and five people were killed", "205 people were killed"),
    ("A score of people were killed", "20 people were killed"),
    ("Four dozen people were hurt", "48 people were hurt"),
]
CLASH = [
    ("At least 30 people were killed", "18 people were killed"),
    ("Two dozen people were killed", "31 people were killed"),
    ("One hundred and ten people were hurt", "75 people were hurt"),
    ("The crash killed nine", "The crash killed 15"),
    ("The crash injured 9", "The crash injured 21"),
    ("The crash claimed 14 lives", "The crash claimed 22 lives"),
    ("No one was killed", "Four people were killed"),
]


def _two_tolls(one: str, other: str) -> Findings:
    found, _ = case(
        ("Elm Echo", f"A coach left the road at Orsa on Monday. {one}, the coroner said."),
        ("Oak Post", f"On Monday a coach left the road near Orsa. {other}, the governor said."),
    )
    return found


@pytest.mark.parametrize(("one", "other"), AGREE)
def test_figures_that_can_be_one_are_no_conflict(one: str, other: str) -> None:
    assert not _two_tolls(one, other).conflicts


@pytest.mark.parametrize(("one", "other"), CLASH)
def test_figures_that_cannot_be_one_are_in_conflict(one: str, other: str) -> None:
    assert kinds(_two_tolls(one, other)) == ["number"]


TAGS = [
    ("Norvia has moved guns to the isle of Orsa, the Elm Echo reported on Wednesday.", "moved guns", "elm echo"),
    ("Norvia has moved guns to the isle of Orsa, the Elm Echo reported late on Tuesday.", "moved guns", "elm echo"),
    ("Troops have left the town of Lund, state television reports.", "have left", "state television"),
    ("The prime minister has resigned, local media report.", "has resigned", "local media"),
    ("The shelling of the market killed 12, the health ministry said.", "killed 12", "the health ministry"),
    ("The shelling of the market killed nine, the mayor, Omar Brandt, said.", "killed nine", "omar brandt"),
    ("Police have arrested a judge, the governor, Ila Brandt, told the Oak Post.", "have arrested", "ila brandt"),
]


@pytest.mark.parametrize(("text", "words", "voice"), TAGS, ids=[row[0][-45:] for row in TAGS])
def test_who_closes_a_sentence_says_it(text: str, words: str, voice: str) -> None:
    found, texts = case(("Oak Post", f"{text} Shares fell."))
    assert names(telling(found, texts, "r1", words)) == {voice}
    assert not [c.text for c in found.claims if c.text.casefold().startswith(("reported", "local media", "state tele"))]


def test_the_day_of_saying_is_no_day_of_the_deed() -> None:
    found, _ = case(("Oak Post", "Norvia has moved guns to the isle of Orsa, Al Jazeera reported on Wednesday."))
    assert [line.title for line in found.chronicle] == ["Norvia has moved guns to the isle of Orsa."]


def test_outlets_that_cite_another_are_one_origin() -> None:
    found, texts = case(
        ("Oak Post", "Norvia has moved guns to the isle of Orsa, the Orsa Gazette reported on Wednesday. Shares fell."),
        ("Ash Mail", "Guns have been moved by Norvia to the isle of Orsa, according to the Orsa Gazette."),
    )
    assert bounds(telling(found, texts, "r1", "moved guns")) == (1, 1)


def test_many_outlets_are_nobody_new_for_sure() -> None:
    found, texts = case(
        ("Oak Post", "Norvia has moved guns to the isle of Orsa, the Orsa Gazette reported on Wednesday. Shares fell."),
        ("Ash Mail", "Norvia has moved guns to the isle of Orsa, several outlets reported on Wednesday. Oil rose."),
    )
    claim = telling(found, texts, "r1", "moved guns")
    assert claim.independent_origins[0] == 1
    assert not names(claim) & {"oak post", "ash mail"}


CHAINS = [
    (
        "State radio reported on Tuesday, quoting the coast guard, that two boats had been sunk off Orsa.",
        "two boats had been sunk",
        {"coast guard"},
    ),
    (
        "Radio Orsa reported late on Monday, citing the navy, that a frigate had run aground.",
        "a frigate had run aground",
        {"navy"},
    ),
    (
        "According to the Elm Echo, citing two foreign envoys, Norvia has moved guns to Orsa.",
        "has moved guns",
        {"two foreign envoys"},
    ),
    (
        "Residents said, and the mayor confirmed, that soldiers had burned the mill in Lund on Monday.",
        "soldiers had burned",
        {"residents", "mayor"},
    ),
    (
        "Witnesses said, and a hospital later confirmed, that nine people had been shot in Lund.",
        "nine people had been shot",
        {"witnesses", "a hospital"},
    ),
]


@pytest.mark.parametrize(("text", "words", "voices"), CHAINS, ids=[row[0][:40] for row in CHAINS])
def test_chains_of_voices_end_at_the_first(text: str, words: str, voices: set[str]) -> None:
    found, texts = case(("Oak Post", text))
    claim = telling(found, texts, "r1", words)
    assert {n.removeprefix("the ") for n in names(claim)} == voices
    assert bounds(claim) == (1, len(voices))


HOURS = [
    ("Rebels have entered the town of Lund and taken its radio mast.", "Shops are shut and trams have stopped."),
    ("A fire broke out in the old theatre of Orsa before dawn.", "Three engines came from Tarn to fight it."),
]


@pytest.mark.parametrize(("one", "two"), HOURS)
def test_of_one_day_the_earlier_hour_is_the_origin(one: str, two: str) -> None:
    more = "The prefect promised to send forty men to the town hall."
    found, texts = case(
        ("Ash Mail@2031-05-08T21:00:00+00:00", f"{one} {two} {more} Boats to the isles were cancelled until Friday."),
        ("Elm Echo@2031-05-08T05:10:00+00:00", f"{one} {two}"),
        ("Oak Post@2031-05-08T12:00:00+00:00", f"{one} {two} {more}"),
    )
    origin = {row.report: row.origin for row in found.lineage}
    assert origin == {"r1": "r3", "r3": "r2"}
    assert names(telling(found, texts, "r1", one[:20])) == {"elm echo"}


def test_a_live_page_grows_and_what_is_undone_is_another_line() -> None:
    early = "12:10\nRebels have seized the harbour at Orsa, a witness says."
    later = "17:30\nThe army has recaptured the harbour at Orsa, state television reports."
    middle = "13:45\nResidents say that shops are shut and that the wells have run dry.\n\n"
    found, texts = case(
        ("Elm Echo@2031-05-08T14:25:00Z", f"{middle}{early}"),
        ("Elm Echo@2031-05-08T17:35:00Z", f"{later}\n\n{middle}{early}"),
        url="https://elm.example/live",
    )
    assert [(row.report, row.origin) for row in found.lineage] == [("r2", "r1")]
    seized, again = telling(found, texts, "r2", "Rebels have seized"), telling(found, texts, "r2", "has recaptured")
    assert seized.id != again.id
    assert "state television" in names(again)
    assert not names(again) & {"elm echo"}


BODY = (
    "Wardens in Tarn closed the reading room of the library on Wednesday and kept the keys, {who} said.\n\n"
    "They came to the door before noon and carried two boxes of letters to their van in the yard.\n\n"
    "The room, which holds nine thousand letters, had been opened in the spring by an old printer."
)
ADDED = [
    "Two other libraries left their lamps dark in protest.",
    "A union of readers called for a march.",
    "The ministry of culture was shut for the feast.",
]


@pytest.mark.parametrize("who", ["the mayor", "the governor", "his lawyer", "the chief of police", "Ila Brandt"])
def test_reprints_of_a_nameless_role_are_one_voice(who: str) -> None:
    body = BODY.format(who=who)
    found, texts = case(
        ("Elm Echo@2031-05-08", body),
        *((f"Outlet {n}@2031-05-{9 + n:02}", f"{body}\n\n{more}") for n, more in enumerate(ADDED)),
    )
    claim = telling(found, texts, "r1", "Wardens in Tarn closed")
    assert bounds(claim) == (1, 1)
    assert len({t.report for t in claim.tellings}) == 4


@pytest.mark.parametrize(
    "words", ["Masons burned the printing works on Thursday", "Two vans were burned", "Six men fled"]
)
def test_what_a_copier_adds_is_its_own(words: str) -> None:
    body = BODY.format(who="Ila Brandt")
    found, texts = case(("Elm Echo@2031-05-08", body), ("Oak Post@2031-05-09", f"{body}\n\n{words}."))
    of = {texts[t.report][t.start : t.end]: t.voice for c in found.claims for t in c.tellings if t.report == "r2"}
    assert of[words] == "outlet:Oak Post"
    assert names(telling(found, texts, "r2", "They came to the door")) == {"elm echo"}


@pytest.mark.parametrize(("was", "is_"), [("Seven", "Four"), ("Twelve", "Nineteen")])
def test_a_corrected_version_is_no_conflict(was: str, is_: str) -> None:
    text = (
        "Jets bombed a fuel depot on the edge of Orsa on Tuesday night.\n\n"
        "{n} workers were killed in the raid, the governor, Ila Brandt, told the Elm Echo.\n\n"
        "Fire crews fought the blaze until sunrise with water pumped from the canal."
    )
    note = "\n\nCorrection: An earlier version of this article misstated the number of workers killed."
    found, texts = case(
        ("Elm Echo", text.format(n=was)),
        ("Elm Echo", text.format(n=is_) + note),
        url="https://elm.example/depot",
    )
    assert not kinds(found)
    assert telling(found, texts, "r1", f"{was} workers").id != telling(found, texts, "r2", f"{is_} workers").id
    assert [(row.report, row.origin) for row in found.lineage] == [("r2", "r1")]


SHORT = [
    (
        "Nurses in Lund began a two-day walkout over night shifts {day}. The union said most wards stood empty. "
        "The ministry of health called the walkout unlawful and will dock wages."
    ),
    (
        "A barge ran aground below Orsa {day} with a load of gravel. Two tugs came from Tarn to pull it free. "
        "The coast guard said no fuel had leaked into the channel."
    ),
    (
        "Farmers in Elmstead poured milk before the prefect's door {day}. They want a higher price from the dairies. "
        "The prefect did not come out to meet his visitors."
    ),
    (
        "A court in Tarn freed four poets {day}. They had spent a year in prison without trial. "
        "Their lawyer called the ruling overdue and asked for damages."
    ),
]


@pytest.mark.parametrize("day", ["on Wednesday", "on 7 May", "late on Tuesday"])
def test_a_day_or_a_place_in_common_makes_no_story(day: str) -> None:
    found, _ = case(*((f"Outlet {n}", text.format(day=day)) for n, text in enumerate(SHORT)))
    assert [len(story.reports) for story in found.stories] == [1, 1, 1, 1]


FOOTERS = [
    "The Orsa Media Group is the largest publisher in the south. To reach our newsroom write to the duty editor.",
    "Reporting by our desk in Tarn. Views given here are those of the writers and bind nobody else in the house.",
]


@pytest.mark.parametrize("footer", FOOTERS)
def test_a_footer_of_the_house_is_boilerplate(footer: str) -> None:
    bodies = [text.format(day="at noon") for text in SHORT]
    found, texts = case(
        ("Outlet 1", f"{bodies[0]}\n\n{footer}"), ("Outlet 2", f"{bodies[1]}\n\n{footer}"), ("Outlet 3", bodies[2])
    )
    assert not [row for row in found.lineage if row.origin]
    assert [len(story.reports) for story in found.stories] == [1, 1, 1]
    ends = {i: text.find(footer) for i, text in texts.items() if footer in text}
    assert not [t for c in found.claims for t in c.tellings if t.start >= ends.get(t.report, t.end)]


STUBS = [
    "You have reached your limit of free articles. Subscribe now to read this story. Log in here to go on reading.",
    "You have reached your limit of free articles. Subscribe now to get unlimited access to {x}. Cancel at any time.",
]


@pytest.mark.parametrize("stub", STUBS)
def test_a_page_that_is_no_report_tells_nothing(stub: str) -> None:
    found, _ = case(("Elm Echo", stub.format(x="the Elm Echo")), ("Oak Post", stub.format(x="the Oak Post")))
    assert (found.claims, found.stories, found.lineage, found.chronicle) == ((), (), (), ())
