"""Who told a claim first, who denies it, what only carries another's words; two reports side by side."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.testclient import TestClient

import harbour
from any_records import hypothesis_settings
from rashomon.case import Case
from rashomon.exports.lookup import Lookup
from rashomon.exports.tellings import first, tellings
from rashomon.records import Attribution, Claim, Lineage, Origin, Publication, Reading, Reason, Report, Telling
from rashomon.web import application
from rashomon.web.screens.beside import stretches

HOST = "127.0.0.1:8642"
WORDS = "Crews struck the port. Nobody sailed."


def case_of(path, reports, lineage=()):
    """A case of (id, day, stance, voice) whose reports all have the same words."""
    case = Case(path)
    with case.transaction():
        for id_, day, _, _ in reports:
            case.reports.add(Report(id_, f"{WORDS} {id_}", None, f"The {id_}", None, day, "en", input=id_))
        case.readings.keep(
            [
                Reading(id_, Publication(day, "metadata" if day else "unknown"), "en", None, None, None,
                        sentences=((0, 22), (23, 37)))
                for id_, day, _, _ in reports
            ],
            "test",
        )  # fmt: skip
        told = tuple(Telling(id_, 0, 21, stance, voice, "s1") for id_, _, stance, voice in reports)
        origins = tuple(Origin("named_person", v, ((r, "s1"),), v) for r, _, s, v in reports if s == "says" and v)
        claim = Claim("k1", WORDS[:21], ((reports[0][0], 0, 21),), ((reports[0][0], "s1"),), origins, (1, 1),
                      tellings=told)  # fmt: skip
        rows = tuple(Lineage(r, o, relation, "text", 1.0, (), Reason("made")) for r, o, relation in lineage)
        case.findings.keep(replace(harbour.FINDINGS, claims=(claim,), lineage=rows, conflicts=(), chronicle=(),
                                   stories=(), entities=(), series=()), "test")  # fmt: skip
    return case, claim


@pytest.mark.parametrize(
    ("attributions", "origins", "stance", "beside", "why"),
    [
        ([("a1", 0), ("a2", 0)], [("Ana", "a1"), ("Ben", "a2")], "says", ("Ben",), "Ana and Ben say the same words"),
        ([("a1", 0), ("a2", 5)], [("Ana", "a1"), ("Ben", "a2")], "says", (), "other words are another telling"),
        ([("a1", 0), ("a2", 0)], [("Ana", "a1")], "says", (), "who is no voice of the claim is not named"),
        ([("a1", 0), ("a2", 0)], [("Ana", "a1"), ("Ben", "a2")], "denies", (), "a denial has its own voices"),
        ([("a1", 0)], [("Ana", "a1"), ("Ben", "a9")], "says", (), "a voice whose words are not there"),
        ([("a1", 0), ("a2", 0), ("a3", 0)], [("Ana", "a1"), ("Ben", "a2"), ("Cem", "a3")], "says", ("Ben", "Cem"),
         "three are three, in the order of the text"),
    ],
)  # fmt: skip
def test_who_tells_it_by_the_same_words_is_named_beside(tmp_path, attributions, origins, stance, beside, why):
    case, claim = case_of(tmp_path / "t.case", [("a", "2031-05-02", stance, "Ana")])
    with case:
        said = tuple(Attribution(i, (), (), ((start, 21),), "named_person") for i, start in attributions)
        case.readings.keep([replace(case.readings.get("a"), attributions=said)], "test")
        claim = replace(
            claim,
            tellings=(replace(claim.tellings[0], row="a1"),),
            origins=tuple(Origin("named_person", name, (("a", row),), name) for name, row in origins),
        )
        (told,) = tellings(case, Lookup(case), claim)
        assert told.beside == beside, why


@pytest.mark.parametrize(
    ("reports", "lineage", "order", "said", "denied", "why"),
    [
        ([("b", "2031-05-03", "says", "Ana"), ("a", "2031-05-02", "says", "Ben")], (), ["a", "b"], "Ben", None,
         "the earlier day is first, whatever the ids"),
        ([("a", None, "says", "Ana"), ("b", "2031-05-02", "says", "Ben")], (), ["b", "a"], "Ben", None,
         "a report without a day is not first where another has one"),
        ([("a", None, "says", "Ana")], (), ["a"], "Ana", None, "who is alone without a day is first all the same"),
        ([("a", "2031-05-01", "denies", "Ana"), ("b", "2031-05-02", "says", "Ben")], (), ["a", "b"], "Ben", "Ana",
         "a denial that comes before is no saying"),
        ([("a", "2031-05-02", "says", "Ana"), ("w", "2031-05-02", "says", "Ana")], [("a", "w", "reprint")], ["w+a"],
         "Ana", None, "of one day what is carried stands before what carries it"),
        ([("a", "2031-05-02", "says", "Ana"), ("b", "2031-05-03", "says", "Ana")],
         [("a", "News Wire", "republished"), ("b", "News Wire", "republished")], ["a+b"], "Ana", None,
         "two that carry one outlet's text are one telling"),
        ([("a", "2031-05-02", "says", "Ana"), ("b", "2031-05-03", "denies", "Ana")], [("b", "a", "reprint")],
         ["a", "b"], "Ana", "Ana", "what is denied is not folded behind what is said"),
        ([("a", "2031-05-02", "says", "Ana"), ("b", "2031-05-03", "says", "Ana")], [("b", "a", "rewrite")],
         ["a", "b"], "Ana", None, "who writes it in own words is not folded"),
        ([("a", "2031-05-02", "hedges", "Ana")], (), ["a"], None, None, "who leaves it open says nothing"),
        ([("a", "2031-05-02", "says", "Ana"), ("b", "2031-05-02", "says", "Ana")],
         [("a", "b", "reprint"), ("b", "a", "reprint")], ["a+b"], "Ana", None, "a circle ends"),
    ],
)  # fmt: skip
def test_tellings_stand_in_time_and_carriers_behind_what_they_carry(
    tmp_path, reports, lineage, order, said, denied, why
):
    case, claim = case_of(tmp_path / "t.case", reports, lineage)
    with case:
        told = tellings(case, Lookup(case), claim)
        shown = ["+".join([t.quote.report, *(c.quote.report for c in t.carried)]) for t in told]
        assert shown == order, why
        assert ((one := first(told, "says")) and one.told.who) == said, why
        assert ((one := first(told, "denies")) and one.told.who) == denied, why
        for t in told:
            assert "".join(t.parts) == t.quote.text
            assert t.parts[1] == WORDS[:21]


def test_who_only_names_a_thing_is_not_the_first_who_tells_it(tmp_path):
    """His voice is none of the claim's: he took it as known while he told something else."""
    case, claim = case_of(tmp_path / "t.case", [("a", "2031-05-02", "says", "Ana"), ("b", "2031-05-03", "says", "Ben")])
    with case:
        for voices, said in (("Ben", "Ben"), ("Ana", "Ana"), ("Ana Ben", "Ana"), ("", "Ana")):
            held = replace(claim, origins=tuple(o for o in claim.origins if o.name in voices.split()))
            told = tellings(case, Lookup(case), held)
            assert [t.passing for t in told] == [bool(voices) and t.voice not in voices.split() for t in told]
            assert first(told, "says").told.voice == said
        with case.transaction():
            case.findings.keep(
                replace(case.findings.get(), claims=(replace(claim, origins=claim.origins[1:]),)), "test"
            )
    web = TestClient(application(tmp_path / "t.case", hosts=frozenset({HOST}), token=""), base_url=f"http://{HOST}")
    page = " ".join(web.get("/claims/k1").text.split())
    assert "<dt>First said</dt><dd><b><bdi>Ben</bdi></b>, <time>3 May 2031</time>" in page
    assert page.count('<span class="stance names">names it</span>') == 1
    assert "Who only names it, while telling something else, is counted as no voice" in page


def test_who_says_it_on_the_same_day_is_named_once(tmp_path):
    rows = [
        (id_, "2031-05-02", "says", voice) for id_, voice in (("a", "Ana"), ("b", "Ben"), ("c", "Ana"), ("d", "Ana"))
    ]
    case, claim = case_of(tmp_path / "t.case", rows)
    with case:
        twice = [*claim.tellings, *(replace(t, start=23, end=36) for t in claim.tellings)]
        told = tellings(case, Lookup(case), replace(claim, tellings=tuple(twice)))
        assert len(told) == 8
        one = first(told, "says")
        assert one.told.quote.report == "a"
        assert [(t.who, t.quote.outlet) for t in one.same_day] == [("Ben", "The b"), ("Ana", "The c"), ("Ana", "The d")]


def test_the_page_of_a_claim_says_who_was_first_and_who_denies(tmp_path):
    case, _ = case_of(
        tmp_path / "t.case",
        [("a", "2031-05-02", "says", "Ana"), ("c", "2031-05-04", "denies", "Cy"), ("b", "2031-05-03", "says", "Ana")],
        [("b", "a", "reprint")],
    )
    case.close()
    web = TestClient(application(tmp_path / "t.case", hosts=frozenset({HOST}), token=""), base_url=f"http://{HOST}")
    page = " ".join(web.get("/claims/k1").text.split())
    assert '<dt>First said</dt><dd><b><bdi>Ana</bdi></b>, <time>2 May 2031</time>, through <a class="outlet"' in page
    assert "<dt>First denied</dt><dd><b><bdi>Cy</bdi></b>, <time>4 May 2031</time>" in page
    assert "+1 report carries these words" in page
    assert 'data-copy="“Crews struck the port” (Ana, in The a, 2 May 2031; also The c)"' in page
    assert '/beside?a=a&amp;b=b"' in page
    assert web.get("/beside?a=a&b=b").status_code == 200
    assert web.get("/beside?a=a&b=none").status_code == 404
    assert web.get("/beside").status_code == 404


@pytest.mark.parametrize(
    ("one", "other", "own_one", "own_other"),
    [
        ("Crews struck the port today.", "Crews struck the port today.", [], []),
        ("Crews struck the port of Lanse today.", "Crews struck the port of Orsa today.", ["Lanse today."], ["Orsa today."]),
        ("“Crews struck” the port in May.", "“crews struck” the port in May.", [], []),
        ("A b c d e.\n\nOnly here.\n\nF g h i j.", "A b c d e.\n\nF g h i j.", ["Only here.\n\n"], []),
        ("", "All of this is new.", [], ["All of this is new."]),
        ("لا شيء يبحر من الميناء اليوم", "لا شيء يبحر من الميناء غدا", ["اليوم"], ["غدا"]),
    ],
)  # fmt: skip
def test_what_only_one_of_two_texts_has_is_marked(one, other, own_one, own_other):
    found, _ = stretches(one, other)
    assert [t for s in found for kind, t in s.one if kind == "own"] == own_one
    assert [t for s in found for kind, t in s.other if kind == "own"] == own_other


@hypothesis_settings
@given(st.text("ab c.\n’-", max_size=60), st.text("ab c.\n’-", max_size=60))
def test_side_by_side_loses_no_word(one, other):
    found, share = stretches(one, other)
    for text, side in ((one, "one"), (other, "other")):
        shown = "".join(t for s in found for _, t in getattr(s, side))
        assert "".join(shown.split()) == "".join(text.split())
    assert all(0 <= s <= 100 for s in share)
