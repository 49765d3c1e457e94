"""Credits: which outlets are named as where words come from, in what role; and the outlets' table is honest."""

from collections import defaultdict
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.language import lexicon
from rashomon.reading.credits import credits_of, mentioned
from rashomon.reading.outlets import host_outlet, outlets
from rashomon.reading.published import publisher
from rashomon.reading.regions import mark
from rashomon.records import Mention, Report

BODY = "The envoy of Norvia arrived in the harbour town of Elm on Sunday, officials of both sides said."
MORE = "He carried a letter from the council, which has not met since the harvest, to the river towns."

TABLE = [
    ("The mayor told Reuters that it was over.", [("interview", "Reuters", "Reuters")], "told an agency"),
    ("It was over, she told the New York Times.", [("interview", "New York Times", "The New York Times")], "article"),
    ("In an interview with Al-Hurra, he denied it.", [("interview", "Al-Hurra", "Al-Hurra")], "interview with"),
    ("The general talks to Al Jazeera Net about it.", [("interview", "Al Jazeera Net", "Al Jazeera")], "talks to"),
    ("An aide revealed to The Arab Weekly that he left.", [("interview", "Arab Weekly", "The Arab Weekly")], "The"),
    ("He told the London-based newspaper Le Monde so.", [("interview", "Le Monde", "Le Monde")], "a qualified outlet"),
    ("A BBC correspondent in Elm saw it.", [("interview", "BBC", "BBC")], "an outlet's own correspondent"),
    ("The talks failed, according to AFP.", [("cited", "AFP", "AFP")], "according to"),
    ("According to Variety, it failed.", [("cited", "Variety", "Variety")], "a cue that opens the sentence"),
    ("The talks failed, the Arab Weekly reported.", [("cited", "Arab Weekly", "The Arab Weekly")], "its own verb"),
    ("The “Axios” website stated that it closed.", [("cited", "Axios", "Axios")], "in quotes with a noun"),
    ("The official IRNA news agency reported Tuesday a rise.", [("cited", "IRNA", "IRNA")], "noun before the verb"),
    ("Xinhua on Monday quoted the mayor.", [("cited", "Xinhua", "Xinhua")], "a day before the verb"),
    ("He told the Elm Daily Post that he left.", [("interview", "Elm Daily Post", "Elm Daily Post")], "of no lexicon"),
    ("He told Deputy Mayor Brown that he left.", [], "a person told is no outlet"),
    ("A former BBC reporter saw it.", [], "an outlet's former reporter"),
    ("CNN and Fox News have studios in Elm.", [], "an outlet merely named"),
    ("The National Guard said it would stay.", [], "a name that only begins like an outlet"),
    ("He joined the Guardian Council, it said.", [], "a body that only begins like an outlet"),
]


@pytest.mark.parametrize(("text", "expected", "why"), TABLE, ids=[row[2] for row in TABLE])
def test_credits_of_a_sentence(text: str, expected: list[tuple[str, str, str]], why: str) -> None:
    found = credits_of(text, mark(text))
    assert [(c.role, text[c.start : c.end], c.outlet) for c in found] == expected
    assert all(c.because and c.mention is None for c in found)


PAGES = [
    (f"{BODY}\n\n{MORE}\n\n{BODY}\n\nAsharq Al-Awsat", ["republished"], "a bare outlet as the last line"),
    (f"{BODY}\n\n{MORE}\n\n{BODY}\n\nSource: Xinhua", ["republished"], "a source line"),
    (f"{BODY}\n\n{MORE}\n\n{BODY} (AFP)", ["republished"], "a bracketed agency behind the last paragraph"),
    (f"ELM, May 3 (Reuters) - {BODY}\n\n{MORE}\n\n{BODY}", ["republished"], "an agency in the dateline"),
    (f"Envoy in Elm\n\nBy Associated Press\n\n{BODY}\n\n{MORE}", ["republished"], "an agency as author"),
    (f"{BODY}\n\n{MORE}\n\n{BODY}\n\nWith files from Reuters", ["cited"], "helped by an agency"),
    (f"{BODY}\n\n{MORE}\n\n{BODY} --Reuters", ["republished"], "signed off behind a dash"),
    (f"{BODY}\n\n{MORE}\n\n{BODY}\n\n--Reuters", ["republished"], "a dash and an agency as the last line"),
    (f"{BODY}\n\n{MORE}\n\n{BODY}\n\n© 2031 Agence France-Presse", ["republished"], "an agency's copyright"),
    (f"{BODY}\n\n{MORE}\n\n{BODY}\n\nThe Associated Press", ["republished"], "an agency with its article"),
    (f"Envoy in Elm\n\nBy Ada Brown, Associated Press\n\n{BODY}\n\n{MORE}", ["republished"], "by a name of an agency"),
    (f"Envoy in Elm\n\nAda Brown, Associated Press\n\n{BODY}\n\n{MORE}", ["republished"], "a name and its agency"),
    (f"Envoy in Elm\n\nBy ADA BROWN\n\nAssociated Press\n\n{BODY}\n\n{MORE}", ["republished"], "on two lines"),
    (f"(AP) — {BODY}\n\n{MORE}\n\n{BODY}", ["republished"], "an agency in brackets before the lead"),
    (f"Elm (CNN) The envoy left. {BODY}\n\n{MORE}\n\n{BODY}", ["republished"], "a town and an outlet, no dash"),
    (f"SANA, Yemen — {BODY}\n\n{MORE}\n\n{BODY}", [], "a dateline's town is no agency"),
    (f"SANA, Yemen (AP) — {BODY}\n\n{MORE}\n\n{BODY}", ["republished"], "a dateline's town beside its agency"),
    (
        f"{BODY}\n\n{MORE}\n\nAssociated Press writers Ada Brown in Elm and Bo Lee in Karm contributed to this report.",
        ["republished"],
        "an agency's own writers",
    ),
    (
        f"{BODY}\n\n{MORE}\n\nElm Echo's Bo Lee and The Associated Press contributed to this report.",
        ["cited"],
        "an agency that helped",
    ),
    (f"{BODY}\n\n{MORE}\n\nLee reported from Elm. Contributing: The Associated Press", ["cited"], "contributing"),
    (f"{BODY} Videos of it could not immediately be verified by AFP. {MORE}", ["republished"], "who could not verify"),
    (f"{BODY} Reuters could not independently verify his words. {MORE}", ["republished"], "who checks is who writes"),
    (f"{BODY} He said Reuters could verify his words. {MORE}", [], "who could"),
    (f"{BODY}\n\nWe stay. — CNN (@CNN) May 3, 2031\n\n{MORE}", ["cited", "cited"], "an outlet's post"),
    (f"Boats leave the harbour of Elm. (AFP)\n\n{BODY}\n\n{MORE}\n\n{BODY}", ["photo"], "a caption's credit"),
    (f"{BODY}\n\nThe envoy at the quay [Harbour Office via Reuters]\n\n{MORE}\n\n{BODY}", ["photo"], "via an agency"),
]


@pytest.mark.parametrize(("text", "roles", "why"), PAGES, ids=[row[2] for row in PAGES])
def test_credits_of_a_page(text: str, roles: list[str], why: str) -> None:
    assert [c.role for c in credits_of(text, mark(text))] == roles


TAGS = [
    ("Norvia has moved boats to Elm, Reuters reported late on Tuesday. It rained.", True, "at the end"),
    ("Norvia has moved boats to Elm, the Halim Courier reported on Wednesday.", True, "an outlet of no lexicon"),
    ("Norvia has moved boats to Elm, according to the official IRNA news agency.", True, "according to, at the end"),
    ("It rained. According to the BBC, Norvia has moved boats.", True, "according to, at the start"),
    ("Boats left, Reuters reported, and the mayor resigned after the council had met.", False, "in the middle"),
    ("The boats, which Reuters reported on Monday, left.", False, "of a noun alone"),
    ("He resigned after what CNN reported.", False, "no tag at all"),
]


@pytest.mark.parametrize(("text", "tag", "why"), TAGS, ids=[row[2] for row in TAGS])
def test_a_tag_makes_an_outlet_the_source_of_its_sentence(text: str, tag: bool, why: str) -> None:
    (credit,) = credits_of(text, mark(text))
    assert str(credit.because).startswith("tag:") == tag


def test_a_short_name_is_the_paper_named_before_or_the_report_s_own() -> None:
    told = "The mayor told The New York Times that he would stay. He later told the Times that he would go."
    assert [c.outlet for c in credits_of(told, ())] == ["The New York Times", "The New York Times"]
    alone = "He later told the Times that he would go."
    assert [c.outlet for c in credits_of(alone, ())] == ["The Times"]
    assert [c.outlet for c in credits_of(alone, (), "New York Times")] == ["The New York Times"]
    assert [c.outlet for c in credits_of(alone, (), "Elm Echo")] == ["The Times"]


def test_an_outlet_whose_report_is_disputed_is_a_party() -> None:
    (credit,) = credits_of("The mayor denied the report by CNN on Sunday.", ())
    assert str(credit.because).startswith("party:denied")


PUBLISHERS = [
    (Report("r", BODY, outlet="The Elm Echo"), "The Elm Echo", "what the container says"),
    (Report("r", BODY, outlet="www.aljazeera.net"), "Al Jazeera Net", "a host as the outlet"),
    (Report("r", BODY, url="https://www.reuters.com/world/elm"), "Reuters", "a known host"),
    (Report("r", BODY, url="https://english.alarabiya.net/x"), "Al Arabiya English", "the longest known host"),
    (Report("r", f"Elm News - Local News - Elmpost\n\n{BODY}\n\n{MORE}"), "Elmpost", "the breadcrumb"),
    (Report("r", f"{BODY}\n\n{MORE}\n\nAbout Harbour Watch\n\nIt is a platform."), "Harbour Watch", "a blurb"),
    (Report("r", f"{BODY}\n\n{MORE}\n\n© 2031 Elm Echo. All rights reserved."), "Elm Echo", "a copyright line"),
    (Report("r", f"{BODY}\n\n{MORE}\n\nAbout the author\n\nShe writes."), None, "a blurb on the author"),
    (Report("r", BODY, url="http://[broken"), None, "an address that is none"),
]


@pytest.mark.parametrize(("report", "outlet", "why"), PUBLISHERS, ids=[row[2] for row in PUBLISHERS])
def test_the_publisher(report: Report, outlet: str | None, why: str) -> None:
    assert publisher(report, report.text, mark(report.text)) == outlet


def test_a_credit_takes_the_mention_that_it_shares_most_with() -> None:
    text = "She told Al-Hurra TV so."
    found = credits_of(text, ())
    mentions = [
        Mention("m1", 0, 3, "person", "pronoun", "c1"),
        Mention("m2", 9, 20, "organisation", "name", "c2"),
        Mention("m3", 9, 17, "organisation", "name", "c2"),
    ]
    assert [c.mention for c in mentioned(found, mentions)] == ["m3"]
    assert [c.mention for c in mentioned(found, mentions[:1])] == [None]


OUTLETS = lexicon("outlets")
REASONS = {"own name", "same outlet, another name", "edition or desk of the house", "same owner and newsroom"}


def test_every_outlet_is_reachable_by_its_name() -> None:
    unreached = []
    for name, family, *_ in OUTLETS:
        text = f"The mayor told {name} about the talks."
        if [(text[o.start : o.end], o.family) for o in outlets(text)] != [(name.removeprefix("The "), family)]:
            unreached.append(name)
    assert unreached == []


def test_the_table_of_outlets_is_honest() -> None:
    names = {row[0] for row in OUTLETS}
    hosts = defaultdict(set)
    for name, family, kind, why, *rest in OUTLETS:
        assert family in names, f"{name}: its house {family} is no entry"
        assert kind in {"agency", "newspaper", "broadcaster", "website", "magazine", "monitor"}
        assert (why == "own name") == (name == family), f"{name}: a merge without its reason"
        assert why in {
            "own name",
            "same outlet, another name",
            "edition or desk of the house",
            "same owner and newsroom",
        }
        for host in rest[0].split(",") if rest else ():
            hosts[host].add(family)
            assert host_outlet(f"https://www.{host}/2031/story") == name, f"{host} is shadowed"
            assert host == host.lower()
            assert "." in host
    assert [host for host, families in hosts.items() if len(families) > 1] == []


def test_a_house_has_one_kind_of_trade() -> None:
    kinds = defaultdict(set)
    for _, family, kind, *_ in OUTLETS:
        kinds[family].add(kind)
    assert [family for family, found in kinds.items() if len(found) > 1] == []


CUES = lexicon("credit_cues")


@pytest.mark.parametrize(("cue", "side", "role"), CUES, ids=[f"{cue} ({side})" for cue, side, _ in CUES])
def test_every_credit_cue_is_reachable(cue: str, side: str, role: str) -> None:
    text = f"It was {cue} Reuters." if side == "before" else f"On Monday Reuters {cue} it."
    assert [(c.role, text[c.start : c.end]) for c in credits_of(text, ())] == [(role, "Reuters")]


@pytest.mark.parametrize("word", [word for (word,) in lexicon("outlet_words")])
def test_every_outlet_word_makes_a_name_an_outlet(word: str) -> None:
    text = f"She told the Elmside {word.title()} so."
    assert [c.outlet for c in credits_of(text, ())] == [f"Elmside {word.title()}"]


@given(st.text(alphabet="AFPReutrsold h()[]-—“.\n", max_size=120))
def test_offsets_are_sorted_and_in_range(text: str) -> None:
    found = credits_of(text, mark(text))
    assert all(0 <= c.start < c.end <= len(text) and text[c.start : c.end].strip() for c in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
