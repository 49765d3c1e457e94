"""Clauses joined into claims: which tell one thing, which only perhaps, which are kept apart; and what joining never does."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from functools import cache
from itertools import permutations
from pathlib import Path

import numpy as np
import pytest

from rashomon.comparing import compare
from rashomon.comparing.identity import identity
from rashomon.comparing.joining.candidates import candidates
from rashomon.comparing.joining.features import FEATURES, Pairs, score
from rashomon.comparing.joining.groups import groups, moved
from rashomon.comparing.joining.incidence import Likely, Nearest, Walls
from rashomon.comparing.joining.join import SAME, Joined, in_passing, join, statements
from rashomon.comparing.joining.unit import Unit, units
from rashomon.language import lexicon
from rashomon.reading import read
from rashomon.records import Reading, Report

JOINED = [
    (
        "The guards never opened the gate of the Selde camp, a survivor said.",
        "The guards of the Selde camp did not open the gate.",
        "denied by both",
    ),
    (
        "The drivers of the Selde ferry do not trust the new radar.",
        "The drivers of the Selde ferry have no trust in the new radar.",
        "no trust, in a verb and a noun",
    ),
    (
        "Ilka Veld denied that she had forged the tests of the Tarn clinic.",
        "Ilka Veld did not forge the tests of the Tarn clinic, her lawyer said.",
        "a deed denied, by its name",
    ),
    (
        "Inspectors do not know why the boiler at the Selde dairy burst on Monday.",
        "Inspectors still do not know why the boiler at the Selde dairy burst.",
        "one question",
    ),
    (
        "The minister who ordered the raid on the Quell depot resigned on Friday.",
        "The minister resigned on Friday after ordering the raid on the Quell depot.",
        "who did it is told, not asked",
    ),
    (
        "What began as a quiet march over the fare rise in Selde ended in a fire at the depot.",
        "A quiet march over the fare rise in Selde ended in a fire at the depot.",
        "what is told in two clauses is no question",
    ),
    (
        "Police said that when the boiler at the Selde dairy burst four men were asleep.",
        "Four men were asleep when the boiler at the Selde dairy burst, police said.",
        "when it was is told",
    ),
    (
        "The storm cut power to 40,000 homes in Selde on Sunday.",
        "The storm left 40,000 homes in Selde without power on Sunday.",
        "one deed in verbs of two kinds",
    ),
    (
        "An eleventh person died in hospital after the avalanche, police said.",
        "An eleventh person has died in hospital after the avalanche.",
        "one more, told twice",
    ),
    (
        "The flood has also claimed the lives of 41 villagers.",
        "The flood has also left 41 dead on the farms.",
        "two ways to tell one count",
    ),
    (
        "The singer Lea Moor attempted suicide in her cell.",
        "The singer Lea Moor tried to kill herself in her cell.",
        "tried, in two words",
    ),
    (
        "Bruno Hahn pleaded not guilty to fraud on Monday.",
        "Bruno Hahn pleaded not guilty to fraud in court on Monday.",
        "one plea",
    ),
    (
        "The gate was locked when the fire began, a survivor said.",
        "The gate was locked when the fire began, a guard said.",
        "one state, two witnesses",
    ),
    (
        "Three Turkish miners died when the shaft at Tarn flooded on Monday.",
        "Three miners died when the shaft at Tarn flooded on Monday.",
        "a nation that only one of them names",
    ),
    (
        "A bomb killed twelve people at the Karvel market on Monday.",
        "Twelve people were killed on Monday when a bomb exploded at the Karvel market.",
        "active and passive, one toll, one place",
    ),
    (
        "Mayor Ines Dorval resigned on Friday after the flood inquiry.",
        "Ines Dorval, the mayor, quit on Friday, after the inquiry into the flood.",
        "a synonym of the deed",
    ),
    (
        "The ministry said that rebels had seized the port of Tessaly.",
        "Rebels have seized the port of Tessaly.",
        "what is said and what is narrated are one thing",
    ),
    (
        "President Omar Teled denied that he ordered the raid on Quell.",
        "Omar Teled denied ordering the raid on Quell.",
        "a denial and its like",
    ),
    (
        "The general Rudo Parvis died in the palace at Quell on Friday night.",
        "Rudo Parvis was killed in the palace at Quell on Friday night.",
        "one fate in two words",
    ),
    (
        "Police in Tarn arrested Ilka Veld on Friday over the forged tests.",
        "Ilka Veld was arrested in Tarn on Friday and charged over the forged tests.",
        "who is arrested is often charged in one breath",
    ),
    (
        "The minister accused the Elm Brigades of attacking the depot at Tarn.",
        "The mayor accused the Elm Brigades of attacking the depot at Tarn.",
        "what somebody is accused of is told in a few words",
    ),
]
APART = [
    (
        "The drivers of the Selde ferry do not trust the new radar.",
        "The drivers of the Selde ferry praised the new radar.",
        "not trusted is no denial of praise",
    ),
    (
        "The youth of Selde have no outlet for their anger over the fare rise.",
        "Ada Feld saw an outburst of anger from the youth of Selde over the fare rise.",
        "what they lack, and what was seen of them",
    ),
    (
        "Nobody in Selde repaired the old sluice of the Tarn canal before the flood.",
        "The flood tore away the old sluice of the Tarn canal in Selde.",
        "not mended is no denial that it broke",
    ),
    (
        "The coast guard never searched the wreck of the trawler Alba for the cook.",
        "The cook went down with the wreck of the trawler Alba.",
        "not searched is no denial of what befell him",
    ),
    (
        "It is not known which of the seven shells killed the ferryman Odo Brandt on Monday.",
        "Seven shells hit the ferryman Odo Brandt on Monday, an autopsy showed.",
        "which of them is asked, and that they did is told",
    ),
    (
        "The widow never mentioned whether the ferryman Odo Brandt was carrying a knife for a friend.",
        "The ferryman Odo Brandt was carrying a knife for a friend, a neighbour said.",
        "whether he was is no denial that he was",
    ),
    (
        "Inspectors will examine exactly what caused the boiler at the Selde dairy to burst.",
        "A worn valve caused the boiler at the Selde dairy to burst, inspectors said.",
        "what caused it is asked of one and told by the other",
    ),
    (
        "The minister would not say who had ordered the raid on the Quell depot.",
        "The minister had ordered the raid on the Quell depot.",
        "who did is left open",
    ),
    (
        "The mayor Ugo Sarti is loved in his town.",
        "The mayor Ugo Sarti did not attend the funeral.",
        "of one man, by name and office, two things, one of them not",
    ),
    (
        "Six skiers were buried by the slide.",
        "A seventh skier was buried by the slide, rescuers said.",
        "the seventh is none of the six",
    ),
    (
        "Ten people were killed in the avalanche, police said.",
        "An eleventh person died in hospital after the avalanche, police said.",
        "one more is none of those counted before",
    ),
    (
        "Three climbers were killed on the peak.",
        "A fourth climber was killed on the peak a day later.",
        "the next one, of whom the same word is told",
    ),
    (
        "The ferry had enough fuel for the crossing, the owner said.",
        "The ferry ran out of fuel during the crossing, a sailor said.",
        "enough of it, and none left",
    ),
    (
        "Bruno Hahn pleaded guilty to fraud on Monday.",
        "Bruno Hahn pleaded not guilty to fraud on Monday.",
        "two answers to a charge",
    ),
    (
        "The singer Lea Moor committed suicide in her cell.",
        "The singer Lea Moor attempted suicide in her cell.",
        "what was tried was not yet done",
    ),
    (
        "The governor Ada Quist was briefed on the leak.",
        "The governor Ada Quist should have been briefed on the leak, a senator said.",
        "what should have been done, and what was done",
    ),
    (
        "Maria Kess sued the clinic over the operation.",
        "The clinic says Maria Kess signed a form before the operation.",
        "two deeds of one, done to two things",
    ),
    (
        "The gate was open when the fire began, the guard said.",
        "The gate was locked when the fire began, a survivor said.",
        "of one thing, at one time, two things are said",
    ),
    (
        "A baker died in the fire in Lorm on Friday.",
        "A baker is in custody in connection with the fire in Lorm, police said.",
        "who is in custody is held, not dead",
    ),
    (
        "Jan Hribar denied any wrongdoing on Monday.",
        "Jan Hribar denied any request for aid on Monday.",
        "a denial that says nothing of what it denies",
    ),
    (
        "Two Kenyan guards were killed near the bridge at Tarn on Monday, officials said.",
        "Two Somali border guards were killed near the bridge at Tarn on Monday, a source said.",
        "one deed, those it befell are of two nations",
    ),
    (
        "Clashes at Tarn killed three French soldiers on Monday.",
        "Three German soldiers were killed in clashes at Tarn on Monday.",
        "one deed, those it befell are of two nations, active and passive",
    ),
    (
        "Another 47 people were missing at the dam near Tarn on Monday, the agency said.",
        "At the dam near Tarn 52 people were still missing, the agency said.",
        "what is added to a count is no other count",
    ),
    (
        "A bomb killed twelve people at the Karvel market on Monday.",
        "The Karvel market will open a new hall in spring, traders say.",
        "one place, another deed",
    ),
    (
        "Mayor Ines Dorval resigned on Friday after the flood inquiry.",
        "Farmers near Lusk harvested a record crop of barley this year.",
        "nothing shared",
    ),
    (
        "Rebels seized the port of Tessaly.",
        "The finance minister met bankers in Orlen.",
        "other people, another deed, elsewhere",
    ),
    (
        "Judge Mira Solan fined the shipping company two million crowns.",
        "Judge Mira Solan joined the court in the capital nine years ago.",
        "one person alone is not enough",
    ),
    (
        "The company put the spill at the Orsa mine at 300 barrels of acid.",
        "Inspectors said that 1,200 barrels of acid spilled at the Orsa mine.",
        "two counts of one thing, and no count can be the other",
    ),
    (
        "In her petition, Grace Mbali asked it to nullify the vote.",
        "Counsel for the winner of the vote called it a fishing expedition.",
        "two “it” of which nothing more is known are two",
    ),
    (
        "Three sailors were missing after the ferry sank off Tessaly on Monday.",
        "Three sailors were killed when the ferry sank off Tessaly on Monday.",
        "who is missing is not dead",
    ),
    (
        "Nine villagers were wounded when shells hit the market at Quell.",
        "Nine villagers were killed when shells hit the market at Quell.",
        "who is wounded is not dead",
    ),
    (
        "The nurse Ilka Veld could be jailed for three years over the forged tests.",
        "The nurse Ilka Veld was jailed for three years over the forged tests.",
        "what may befall somebody has not befallen him",
    ),
    (
        "Police in Tarn arrested Marek Dole on Friday over the forged tests.",
        "Police in Tarn arrested Ilka Veld on Friday over the forged tests.",
        "two people, each of them arrested",
    ),
    (
        "Omar Teled entered the palace at Quell on Friday night.",
        "Rudo Parvis entered the palace at Quell on Friday night.",
        "one word said of two who are named",
    ),
    ("The ministry denied that.", "The ministry denied that on Friday.", "denials that only point"),
]


@cache
def _reading(report: str, text: str) -> Reading:
    return next(iter(read([Report(report, text, published="2031-05-12")])))


def _units(*texts: str, names: tuple[str, ...] = ()) -> tuple[Unit, ...]:
    ids = names or tuple(f"r{n}" for n in range(len(texts)))
    readings = {i: _reading(i, text) for i, text in zip(ids, texts, strict=True)}
    return units(readings, identity(readings), {})


def _likely(found: tuple[Unit, ...]) -> dict[tuple[tuple[object, ...], tuple[object, ...]], float]:
    none = np.zeros(0, np.int64)
    alone = Pairs(found, none, none)
    one, other = candidates(alone)
    likely = score(Pairs(found, one, other, alone.seen))
    return {
        (found[a].evidence, found[b].evidence): float(p)
        for a, b, p in zip(one.tolist(), other.tolist(), likely, strict=True)
    }


def _across(found: tuple[Unit, ...], joined: Joined) -> bool:
    return any(len({found[n].report for n in group}) > 1 for group in joined.groups)


def _as_told(found: tuple[Unit, ...], joined: Joined, without: str = "") -> set[frozenset[tuple[object, ...]]]:
    groups_ = (frozenset(found[n].evidence for n in g if found[n].report != without) for g in joined.groups)
    return {g for g in groups_ if g}


@pytest.mark.parametrize(("one", "other", "why"), JOINED, ids=[why for _, _, why in JOINED])
def test_what_tells_one_thing_is_joined(one: str, other: str, why: str) -> None:
    found = _units(one, other)
    assert _across(found, join(found)), (why, sorted(_likely(found).values())[-3:])


@pytest.mark.parametrize(("one", "other", "why"), APART, ids=[why for _, _, why in APART])
def test_what_only_looks_alike_stays_apart(one: str, other: str, why: str) -> None:
    found = _units(one, other)
    assert not _across(found, join(found)), (why, sorted(_likely(found).values())[-3:])


# a sentence, the figures that its main clause tells itself, why
OWN_FIGURES = [
    ("Police arrested two engineers of the mine at Tarn.", {2}, "of its object"),
    ("Police arrested two engineers of the mine at Tarn, as the number of the dead rose to 58.", {2}, "another deed at the time"),
    ("An inspector had closed the mine at Tarn, which collapsed on Monday, killing at least 58 people.", set(), "what hangs on what hangs on it"),
    ("A wall of the mine at Tarn burst on Monday, killing 58 people.", set(), "what came of it is told by its own clause"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "own", "why"), OWN_FIGURES, ids=[r[-1] for r in OWN_FIGURES])
def test_a_clause_has_the_figures_that_it_tells_itself(text: str, own: set[float], why: str) -> None:
    main = max(_units(text), key=lambda u: u.span[1] - u.span[0])
    assert {value for value, _ in main.figures} == own, why


# a text, the head of one of its clauses, whether that is told in passing, why
PASSING = [
    ("The police did not name the officer who shot Dal Orn.", "shoot", True, "takes for known what it hangs on"),
    ("Troops entered Tarn on Monday to free the hostages.", "free", True, "what it was for"),
    ("Farmers met at Tarn on Monday when the shelling stopped.", "stop", True, "when it was"),
    ("Reporters asked the mayor why Orn had fled.", "flee", True, "what is asked takes it for known"),
    ("The wounds agree with accounts of how Dal Orn died.", "die", True, "a question takes it for known"),
    ("A guard shot Dal Orn.", "shoot", False, "a sentence tells what it says, however short"),
    ("The union denied that Orn had resigned.", "resign", False, "what is denied is the matter"),
    ("The police said a guard shot Dal Orn outside the Karvel market on Monday.", "shoot", False, "told in full"),
    ("An officer who shot the miner Dal Orn outside the Karvel market on Monday was held.", "shoot", False, "told in full, though it hangs"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "head", "passing", "why"), PASSING, ids=[r[-1] for r in PASSING])
def test_what_is_told_in_passing(text: str, head: str, passing: bool, why: str) -> None:
    (unit,) = [u for u in _units(text) if u.clause.lemma == head]
    assert in_passing(unit) is passing, why


def test_what_is_told_in_passing_is_no_telling() -> None:
    found = _units("A guard shot Dal Orn.", "The police did not name the officer who shot Dal Orn.")
    assert max(_likely(found).values()) > SAME, "alike as they are"
    assert not _across(found, join(found))


# two reports, whether one claim may hold both, why
CONTRARY = [
    ("The nurse Lena Frisk was freed on Friday, the kidnappers said.", "The nurse Lena Frisk is still being held, her family said on Friday.", False, "opposites that are only said"),
    ("Tarn lost the final to Lund on Sunday.", "Tarn beat Lund in the final on Sunday.", False, "lost, won"),
    ("The court upheld the ban on the party on Monday.", "The court struck down the ban on the party on Monday.", False, "two rulings"),
    ("Workers ended their strike at the port of Kalba on Monday.", "Workers began a strike at the port of Kalba on Monday.", False, "an end, a beginning"),
    ("The council wants the mayor to stay.", "The council wants the mayor to go.", False, "what is wanted of one"),
    ("The border is open to trucks only.", "The border is closed to trucks only.", False, "how a thing is"),
    ("The talks in Lund ended in agreement on Monday, a diplomat said.", "The talks in Lund ended without agreement on Monday, a diplomat said.", False, "with, without"),
    ("Dario Holm sued the bank on Monday.", "The bank sued Dario Holm on Monday.", False, "the other did it to the one"),
    ("Norvia sued Zahria on Monday over the port.", "Zahria sued Norvia on Monday over the port.", False, "one state the other"),
    ("Dario Holm sued the bank on Monday.", "On Monday the bank was sued by Dario Holm.", True, "a passive is no turning"),
    ("Dario Holm met Ana Reis on Monday in Lund.", "Ana Reis met Dario Holm on Monday in Lund.", True, "who meets is met"),
    ("The court struck down the ban on the party on Monday.", "Judges on Monday overturned the ban on the party.", True, "one ruling in other words"),
    ("Workers ended their strike at the port of Kalba on Monday.", "The strike at the port of Kalba was ended by workers on Monday.", True, "one end"),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other", "may", "why"), CONTRARY, ids=[row[-1] for row in CONTRARY])
def test_what_cannot_both_be_is_no_one_claim(one: str, other: str, may: bool, why: str) -> None:
    found = _units(one, other)
    assert _across(found, join(found)) is may, (why, sorted(_likely(found).values())[-3:])


# what a report tells, what another tells of the same mill, in how many of both one claim stands, why
COPIED = [
    ("The owner of the mill said that a lamp had started the fire.", "The owner of the mill said that a lamp had started the fire.", 2, "a copy"),
    ("Olga Reis said that two women were missing.", "Nobody was hurt. Olga Reis said that two women were missing.", 2, "in both she says so"),
    ("The owner of the mill said that a lamp had started the fire.", "The owner of the mill said that a lamp had survived the fire.", 1, "another deed"),
    ("The mayor said that two women were missing.", "The mayor did not say that two women were missing.", 1, "one says no such thing"),
    ("The owner of the mill said that a lamp had started the fire.", "A groom of the mill said that a lamp had started the fire.", 1, "another voice's few words"),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other", "reports", "why"), COPIED, ids=[row[-1] for row in COPIED])
def test_the_same_few_words_of_one_voice_are_one_claim(one: str, other: str, reports: int, why: str) -> None:
    told = [Report("r0", one, outlet="Lund Post"), Report("r1", other, outlet="Orsa Mail")]
    claims = compare(told, list(read(told))).claims
    few = [c for c in claims if "lamp" in c.text or "two women" in c.text]
    assert max(len({e[0] for e in c.evidence}) for c in few) == reports, why


REASONS = [
    ("The ship was hit at dawn, said an official who spoke on condition of anonymity.", "speak", False),
    ("The ship was hit, said a guard who asked not to be named.", "ask", False),
    ("The ship was hit, said a guard, who requested anonymity for fear of reprisal.", "request", False),
    ("An aide, who was not authorised to talk to reporters, said the ship was hit.", "authorise", False),
    ("The envoy, who was not authorised to sign the treaty, left.", "authorise", True),
    ("Students who asked the court to name the judge were heard.", "ask", True),
]  # fmt: skip


@pytest.mark.parametrize(("text", "head", "tells"), REASONS, ids=[r[0] for r in REASONS])
def test_why_a_source_has_no_name_is_no_claim(text: str, head: str, tells: bool) -> None:
    assert (head in {u.clause.lemma for u in _units(text)}) is tells


def test_one_sentence_tells_a_thing_once() -> None:
    found = _units(
        "Marshal Odd Brekke said that he had not ordered the raid on Sundal and that he mourned its victims."
    )
    told = [{found[n].clause.sentence for n in group} for group in join(found).tellings if len(group) > 1]
    assert told == []


STORY = (
    *[text for pair in JOINED[:3] for text in pair[:2]],
    "Rescuers searched the Karvel market for survivors. A bomb had killed twelve people there on Monday.",
    "The rebels said they had captured the port of Tessaly. Mayor Ines Dorval resigned on Friday.",
)


def test_the_order_of_reports_changes_no_group() -> None:
    found = _units(*STORY)
    told = _as_told(found, join(found))
    order = list(found)
    for seed in range(4):
        random.Random(seed).shuffle(order)
        assert _as_told(tuple(order), join(order)) == told
    for shuffled in list(permutations(range(len(STORY))))[::9000]:
        again = _units(*(STORY[n] for n in shuffled), names=tuple(f"r{n}" for n in shuffled))
        assert again == found or [u.evidence for u in again] == [u.evidence for u in found]


def test_a_report_of_something_else_changes_no_group_and_no_probability() -> None:
    found = _units(*STORY)
    more = _units(*STORY, "Snow closed the Orlen pass for a week; lorries waited below.", names=(*_ids(), "x"))
    assert _as_told(more, join(more), without="x") == _as_told(found, join(found))
    before, after = _likely(found), _likely(more)
    assert all(after[pair] == likely for pair, likely in before.items())


def _ids() -> tuple[str, ...]:
    return tuple(f"r{n}" for n in range(len(STORY)))


def test_a_pair_is_as_likely_alone_as_among_others() -> None:
    among = _likely(_units(*STORY))
    alone = _likely(_units(*STORY[:2]))
    assert alone
    assert all(among[pair] == likely for pair, likely in alone.items())


_PRINT = """
from test_joining import STORY, _units, _likely
print(sorted((*a, *b, p) for (a, b), p in _likely(_units(*STORY[:4])).items()))
"""


def test_the_hash_seed_changes_nothing() -> None:
    told = {
        subprocess.run(
            [sys.executable, "-c", _PRINT],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join([str(Path(__file__).parent), *sys.path])},
            check=True,
            capture_output=True,
            text=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(told) == 1


def test_every_unit_is_in_one_group_and_every_telling_in_its_own() -> None:
    found = _units(*STORY)
    joined = join(found)
    assert sorted(n for g in joined.groups for n in g) == list(range(len(found)))
    assert all(set(told) <= set(group) for told, group in zip(joined.tellings, joined.groups, strict=True))
    for told in joined.tellings:
        spans = [(found[n].report, found[n].span) for n in told]
        assert not any(
            a[0] == b[0] and a[1][0] < b[1][1] and b[1][0] < a[1][1] for a in spans for b in spans if a is not b
        ), "of one stretch a group has one telling"


def test_a_statement_is_told_by_what_is_said_and_a_denial_is_not_what_it_denies() -> None:
    said = _units("The governor said that the dam near Orlen had failed overnight.")
    assert len(set(statements(said))) == 1
    assert said[statements(said)[0]].clause.lemma == "fail"
    denied = _units("The governor denied that the dam near Orlen had failed overnight.")
    tellers = statements(denied)
    by_lemma = {u.clause.lemma: n for n, u in zip(tellers, denied, strict=True)}
    assert by_lemma["deny"] != by_lemma["fail"]


def _walls(count: int, *pairs: tuple[int, int]) -> Walls:
    sides = np.array(pairs, np.int64).reshape(-1, 2)
    return Walls(sides[:, 0], sides[:, 1], count)


def test_a_wall_stands_on_both_sides_and_none_within() -> None:
    held = _walls(4, (2, 1), (1, 2), (3, 3), (0, 2))
    assert [held.of(n) for n in range(len(held))] == [{2}, {2}, {0, 1}, frozenset()]


def test_how_near_groups_come_is_the_same_from_both() -> None:
    near = Nearest(Likely.of({(0, 2): 0.5, (0, 3): 0.25, (2, 3): 0.75}), 5)
    rows = [[near.between(a, b) for b in range(5)] for a in range(5)]
    assert rows == [[0, 0, 0.5, 0.25, 0], [0] * 5, [0.5, 0, 0, 0.75, 0], [0.25, 0, 0.75, 0, 0], [0] * 5]


def test_joined_by_average_and_never_over_a_wall() -> None:
    links = Likely.of({(0, 1): 0.9, (1, 2): 0.6})
    free = _walls(3)
    assert groups(3, links, free, SAME) == [[0, 1], [2]], "0 and 2 were never likely: on average .3"
    assert groups(2, Likely.of({(0, 1): 0.99}), _walls(2, (0, 1)), SAME) == [[0], [1]]


def test_a_member_moves_to_the_group_that_it_is_nearer_to() -> None:
    links = Likely.of({(0, 1): 0.5, (1, 2): 0.8, (1, 3): 0.8, (2, 3): 0.9})
    free = _walls(4)
    assert moved([[0, 1], [2, 3]], links, free, 0.35) == [[0], [1, 2, 3]]
    walls = _walls(4, (1, 2))
    assert moved([[0, 1], [2, 3]], links, walls, 0.35) == [[0, 1], [2, 3]]


def test_every_weight_is_of_a_feature_and_every_feature_has_one() -> None:
    assert {name for name, _ in lexicon("pair_weights")} == {*FEATURES, "bias"}


@pytest.mark.parametrize("seed", range(8))
def test_very_many_units_are_gathered_as_few_are(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """What every two groups bring together stands in a table or in lists: the groups are the same."""
    chance = random.Random(seed)
    count = 40
    pairs = sorted({(min(p), max(p)) for p in (chance.sample(range(count), 2) for _ in range(2000))})
    links = Likely.of({(a, b): round(0.5 + chance.random() / 2, 1) for a, b in pairs})  # many are equally likely
    apart = _walls(count, *chance.sample(pairs, 30))
    in_a_table = groups(count, links, apart, SAME)
    monkeypatch.setattr("rashomon.comparing.joining.groups._TABLE", 0)
    assert groups(count, links, apart, SAME) == in_a_table
    assert any(len(some) > 2 for some in in_a_table)
