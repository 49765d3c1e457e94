"""Claims of whole texts: which tellings each has, what each does with it, of which kind it is, and who is counted."""

from __future__ import annotations

import itertools

import pytest

from rashomon.comparing import compare
from rashomon.reading import read
from rashomon.records import Report
from told import Told, told

SHOT = (
    "Guards shot the miner in Tarn on Monday.",
    "Guards shot a miner in Tarn on Monday, witnesses said.",
    "The guards did not shoot the miner in Tarn, Lena Abt said.",
)

# a text, words of a telling in it, what that does with its claim, why
STANCES = [
    ("The mill in Orsa burned down on Monday.", "mill in Orsa burned", "says", "narrated"),
    ("Lena Abt said that the mill in Orsa burned down.", "the mill in Orsa burned", "says", "said by somebody"),
    ("The bridge at Selde may have been mined, Lena Abt said.", "may have been mined", "hedges", "left open"),
    ("Rebels have not entered Tarn, Lena Abt said.", "Rebels have not entered Tarn", "says", "that it is not so"),
    ("Lena Abt denied that her guards shot the miner.", "Lena Abt denied", "says", "a denial is what she says"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "stance", "why"), STANCES, ids=[s[-1] for s in STANCES])
def test_the_stance_of_a_telling(text: str, words: str, stance: str, why: str) -> None:
    assert told(text).at(words)[1].stance == stance, why


# what somebody denies, words of it, who denies it
DENIALS = [
    ("Lena Abt denied that her guards had shot the miner.", "her guards had shot", "Lena Abt"),
    ("The company denies having dumped waste in the river.", "having dumped waste", "company"),
    ("Dario Holm has denied the allegations that he was paid by the mill.", "he was paid", "Dario Holm"),
    ("The army rejected claims that its soldiers had burned the village.", "its soldiers had burned", "army"),
    ("The ministry called reports that soldiers had fled false.", "soldiers had fled", "ministry"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "who"), DENIALS, ids=[s[-1] for s in DENIALS])
def test_nobody_is_told_to_say_what_is_denied(text: str, words: str, who: str) -> None:
    found = told(text)
    tellings = [(c, t) for c in found.found.claims for t in c.tellings if t.end > text.index(words)]
    assert tellings
    for claim, telling in tellings:
        assert telling.start < text.index(words), "the words of the telling are those that deny"
        assert [o.name.lower().removeprefix("the ") for o in claim.origins] == [who.lower()]


def test_of_a_deed_and_its_negation_the_one_that_more_tell_is_put_forward() -> None:
    found = told(*SHOT)
    claim, _ = found.at("Guards shot the miner")
    stance = {t.report: t.stance for t in claim.tellings}
    assert stance == {"r1": "says", "r2": "says", "r3": "denies"}
    assert claim.text.startswith("Guards shot")
    assert [(s.outlet, s.stance) for s in claim.stances] == [
        ("The Paper 1", "says"),
        ("The Paper 2", "says"),
        ("The Paper 3", "denies"),
    ]


def test_who_denies_a_claim_is_none_of_its_origins() -> None:
    claim, _ = told(*SHOT).at("Guards shot the miner")
    assert "Lena Abt" not in {o.name for o in claim.origins}
    assert claim.independent_origins == (1, 2)


KINDS = [
    ("The mill in Orsa burned down on Monday.", "mill in Orsa burned", "event", "it happened"),
    ("Lena Abt said that the harbour will be closed next week.", "will be closed", "plan", "it lies ahead"),
    ("Lena Abt denied that her guards shot the miner.", "Lena Abt denied", "position", "she denies"),
    ("The army has accused the miners of theft.", "accused the miners", "position", "it accuses"),
    ("“We are proud of our island,” Lena Abt said.", "We are proud of our island", "position", "of herself"),
    ("The old mill of Orsa burned down in 1961.", "old mill of Orsa burned", "background", "long before the story"),
    ("Lena Abt said that the harbour would be closed in May.", "would be closed", "plan", "she tells what is to come"),
    ("Two heirs are seeking to sell the mill in Orsa.", "heirs are seeking", "plan", "a deed is sought"),
    ("The army was preparing to cross the river Selde.", "army was preparing", "plan", "a deed is prepared"),
    ("The board considered a sale of the mill in Orsa.", "board considered a sale", "plan", "nothing is done yet"),
    (
        "Six miners sought treatment at the clinic in Tarn.",
        "miners sought treatment",
        "event",
        "a thing was sought, and got",
    ),
    ("The cook prepared a meal for the miners in Tarn.", "cook prepared a meal", "event", "a thing was prepared"),
    ("The ferryman is sought on suspicion of arson.", "ferryman is sought", "event", "the police look for him"),
    ("The old count would walk his goose through Tarn.", "count would walk", "event", "a habit"),
    ("Few miners would bet on a truce in Tarn.", "miners would bet", "event", "what might be"),
    ("The mayor of Tarn was asked about the mill.", "mayor of Tarn was asked", "event", "who asked is not told"),
    ("The mayor of Tarn was praised by the union.", "mayor of Tarn was praised", "position", "the union praises"),
    ("“I saw the roof of the mill go,” Lena Abt said.", "I saw the roof", "event", "what she saw"),
    ("“We ran to the mill with buckets,” Lena Abt said.", "We ran to the mill", "event", "what they did"),
    ("“We did not set fire to the mill,” Lena Abt said.", "We did not set fire", "position", "a denial"),
    ("“We stand by the miners of Tarn,” Lena Abt said.", "We stand by", "position", "how she stands to it"),
    ("“The wall of the dam was sound,” Lena Abt said.", "wall of the dam was sound", "position", "how she judges"),
]


@pytest.mark.parametrize(("text", "words", "kind", "why"), KINDS, ids=[k[-1] for k in KINDS])
def test_the_kind_of_a_claim(text: str, words: str, kind: str, why: str) -> None:
    assert told(text).at(words)[0].kind == kind, why


# texts, words of a claim, its bounds, why
COUNTED = [
    (("Two boats sank off Selde on Monday, Lena Abt said.", "Lena Abt said two boats sank off Selde on Monday."), "boats sank", (1, 1), "one woman in two reports"),
    (("Two boats sank off Selde on Monday, Lena Abt said.", "Two boats sank off Selde on Monday, Jonas Berg said."), "boats sank", (2, 2), "two who are named"),
    (("Two boats sank off Selde on Monday, Lena Abt said.", "Two boats sank off Selde on Monday."), "boats sank", (1, 2), "who narrates may have it from her"),
    (("Two boats sank off Selde on Monday, an official said.", "Two boats sank off Selde on Monday, a sailor said."), "boats sank", (1, 2), "two without names may be one"),
    (("Two boats sank off Selde on Monday, Baltlink said.", "Two boats sank off Selde on Monday, the ferry operator said."), "boats sank", (1, 2), "a company has a name elsewhere"),
    (("Two boats sank off Selde on Monday, Lena Abt said.", "Two boats sank off Selde on Monday, the transport ministry said."), "boats sank", (2, 2), "a ministry is told whole"),
    (("Two boats may have sunk off Selde on Monday, Lena Abt said.",), "boats may have sunk", (0, 1), "nobody says that it is so"),
]  # fmt: skip


@pytest.mark.parametrize(("texts", "words", "bounds", "why"), COUNTED, ids=[c[-1] for c in COUNTED])
def test_the_origins_of_a_claim_are_those_that_say_it(
    texts: tuple[str, ...], words: str, bounds: tuple[int, int], why: str
) -> None:
    claim, _ = told(*texts).at(words)
    assert len({t.report for t in claim.tellings}) == len(texts), "one claim"
    assert claim.independent_origins == bounds, (why, claim.origins)


def test_what_is_perhaps_the_same_is_shown_and_never_counted() -> None:
    found = told(
        "The miners of Tarn walked out on Monday, the union said. Their leader, Dal Orn, was arrested on Tuesday.",
        "Police arrested Dal Orn, who leads the miners of Tarn, on Tuesday. The mayor called for calm.",
        "Miners walked out at the mine in Tarn. A leader of the union was held by police, Jonas Berg said.",
        *SHOT,
    )
    known = {c.id: c for c in found.found.claims}
    beside = [(c, known[other]) for c in known.values() for other in c.perhaps]
    assert beside, "something is told of which it is open whether it is one"
    for claim, other in beside:
        assert claim.id in other.perhaps or len(other.perhaps) >= 5
        assert not {(t.report, t.clause) for t in claim.tellings} & {(t.report, t.clause) for t in other.tellings}
        assert {member for o in claim.origins for member in o.chain if member in other.members} <= set(claim.members)


# the first sentences of two reports whose other sentences tell of other things, words of either, why
APART = [
    ("The court in Selde jailed Dal Orn on Monday.", "The court in Selde freed Dal Orn on Monday.", "jailed Dal Orn", "freed Dal Orn", "opposites"),
    ("The nurse Lena Frisk was freed on Friday, the kidnappers said.", "The nurse Lena Frisk is still being held, her family said on Friday.", "was freed", "being held", "opposites that are only said"),
    ("The envoy Dal Orn said on Friday that the road to Selde had opened.", "The road to Selde had closed, the envoy Dal Orn said on Friday.", "had opened", "had closed", "opposites of a thing"),
    ("The talks in Lund ended in agreement on Monday, a diplomat said.", "The talks in Lund ended without agreement on Monday, an aide said.", "in agreement", "without agreement", "with and without"),
    ("The court upheld the ban on the party on Monday.", "The court struck down the ban on the party on Monday.", "upheld", "struck down", "two rulings"),
    ("Tarn lost the final to Lund on Sunday.", "Tarn beat Lund in the final on Sunday.", "lost the final", "beat Lund", "lost and won"),
    ("Most voters backed the treaty, a poll found.", "Most voters reject the treaty, a poll found.", "backed", "reject the", "for and against"),
]  # fmt: skip
_REST = (
    " Rain had fallen over the valley for a week. Traders shut their stalls at noon, and the ferry stayed in port.",
    " The price of barley rose again, farmers complained. A new school is to open there in spring, the council said.",
)


@pytest.mark.parametrize(("one", "other", "words", "theirs", "why"), APART, ids=[a[-1] for a in APART])
def test_what_looks_alike_stays_two(one: str, other: str, words: str, theirs: str, why: str) -> None:
    assert not told(one + _REST[0], other + _REST[1]).together(words, theirs), why


def invariants(found: Told) -> None:
    for c in found.found.claims:
        assert c.because
        assert c.tellings
        assert c.evidence == tuple((t.report, t.start, t.end) for t in c.tellings)
        assert set(c.members) == {(t.report, t.row) for t in c.tellings}
        low, high = c.independent_origins
        assert 0 <= low <= high
        keys = {o.key for o in c.origins}
        assert keys <= {t.voice for t in c.tellings if t.stance == "says"} | {o.key for o in c.origins}
        assert not {t.voice for t in c.tellings if t.stance == "denies"} & keys - {
            t.voice for t in c.tellings if t.stance == "says"
        }
    places = [(t.report, t.clause) for c in found.found.claims for t in c.tellings]
    assert len(places) == len({*places}), "a clause tells one claim"


def test_every_claim_says_why_and_every_clause_is_in_one_claim_at_most() -> None:
    invariants(told(*SHOT))


def test_the_order_of_the_reports_changes_nothing() -> None:
    from rashomon.comparing import compare

    found = told(*SHOT)
    for order in itertools.permutations(found.reports):
        reports = [found.reports[r] for r in order]
        assert compare(reports, [found.readings[r] for r in order]) == found.found


def test_a_report_without_anything_told_has_no_claim() -> None:
    assert told("Hello!").found.claims == ()


# a text, words of a claim, whose word it is, why
OF_WHOM = [
    ("Mr. Holm, who listed his profession as the superintendent of a tenement on Brook Street, was sentenced to seven years.", "was sentenced", "Elm Echo", "who he is is told beside"),
    ("Dario Holm, who was a baker and who denied that he had robbed the mill, was jailed on Monday.", "was jailed", "Elm Echo", "what he denied, joined to what he is"),
    ("The union wants the mill to lift its ban, which the army says would lead the union to bring more weapons.", "The union wants", "Elm Echo", "what another says of it"),
    ("Dario Holm, who denied that he had taken a share of the harbour money, was jailed on Monday.", "was jailed", "Elm Echo", "what he denied too"),
    ("Lund is the port that the Tarn police say the smugglers used for years.", "the port", "the Tarn police", "what somebody says of it is what is told"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "who", "why"), OF_WHOM, ids=[row[-1] for row in OF_WHOM])
def test_whose_word_a_claim_is(text: str, words: str, who: str, why: str) -> None:
    told = [Report("r0", text, outlet="Elm Echo", published="2031-05-12")]
    claims = [c for c in compare(told, list(read(told))).claims if words in c.text]
    assert claims
    assert {o.name for c in claims[:1] for o in c.origins} == {who}, why
