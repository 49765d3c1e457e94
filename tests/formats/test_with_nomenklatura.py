"""What a desk judges in OpenSanctions' tools: names that may be one go there with a score, judgements come back."""

import json

import pytest
from click.testing import CliRunner

import depot
from rashomon.case import Case
from rashomon.case.corrections.nomenklatura import OneThing, one_things
from rashomon.cli import main
from rashomon.comparing import known_entities
from rashomon.comparing.similarity import SAME_NAME
from rashomon.exports.followthemoney import alike
from rashomon.formats import export
from rashomon.records import Entity


def pair(left, right, judgement="positive", who="desk", when="2031-05-02T10:00:00.000001+0", *deleted):
    return json.dumps([left, right, judgement, 0.9, who, when, *deleted])


@pytest.mark.parametrize(
    ("lines", "ids", "why"),
    [
        ([pair("a", "b")], [("a", "b")], "one pair"),
        ([pair("NK-1", "a"), pair("NK-1", "b")], [("NK-1", "a", "b")], "through an id of its own"),
        ([pair("a", "b"), pair("c", "d"), pair("d", "b")], [("a", "b", "c", "d")], "two that become one"),
        ([pair("a", "b", "negative")], [], "judged to be two"),
        ([pair("a", "b", "no_judgement")], [], "only suggested"),
        ([pair("a", "b", "positive", "x", "t", "2031")], [], "taken back"),
        (["", pair("b", "a")], [("a", "b")], "an empty line"),
    ],
)
def test_what_is_one_is_told_by_all_pairs_together(lines, ids, why):
    assert [one.ids for one in one_things(lines)] == ids, why


def test_the_last_who_judged_stands():
    lines = [pair("a", "b", who="first", when="2031-01"), pair("b", "c", who="last", when="2031-02")]
    assert one_things(lines) == [OneThing(("a", "b", "c"), "last", "2031-02")]


@pytest.mark.parametrize("line", ["[1]", "[", '{"a": 1}', "[1, 2, 3, 4, 5, 6", "null"])
def test_a_line_that_is_no_judgement_is_named(line):
    with pytest.raises(ValueError, match="line 2 is no judgement of nomenklatura"):
        one_things([pair("a", "b"), line])


def test_judgements_are_merges_and_twice_is_once(tmp_path):
    with Case(tmp_path / "depot.case") as held:
        depot.keep(held)
        one, other = (held.findings.named(name)[0].id for name in ("Omar Sadiq", "Karim Aziz"))
    lines = [pair("NK-1", one), pair("NK-1", other), pair("NK-2", "elsewhere"), pair(one, "elsewhere", "negative")]
    file = tmp_path / "resolver.ijson"
    file.write_text("\n".join(lines), "utf-8")
    for told in ("1 new judgement, 0 already here", "0 new judgements, 0 already here"):
        done = CliRunner().invoke(main, ["corrections", str(tmp_path / "depot.case"), "--import", str(file)])
        assert done.exit_code == 0, done.output
        assert told in done.output
    with Case(tmp_path / "depot.case", read_only=True) as held:
        (entity,) = held.findings.named("Karim Aziz")
        assert {"Omar Sadiq", "Karim Aziz"} <= {entity.name, *entity.names}
        (judgement,) = held.corrections
        assert (judgement.who, judgement.when) == ("desk", "2031-05-02T10:00:00.000001Z")
        assert judgement.because == "judged one in nomenklatura"


def test_nomenklatura_judges_what_is_exported_and_its_file_comes_back(tmp_path, monkeypatch):
    pytest.importorskip("nomenklatura")
    from followthemoney.proxy import EntityProxy
    from nomenklatura import settings
    from nomenklatura.cli import cli
    from nomenklatura.db import make_session
    from nomenklatura.judgement import Judgement
    from nomenklatura.resolver import Resolver

    with Case(tmp_path / "depot.case") as held:
        depot.keep(held)
        one, other = (held.findings.named(name)[0].id for name in ("Omar Sadiq", "Karim Aziz"))
        path = export(held, "followthemoney", tmp_path / "e.json")
    monkeypatch.setattr(settings, "DB_URL", f"sqlite:///{tmp_path / 'n.db'}")
    monkeypatch.chdir(tmp_path)
    for command in (["xref", str(path)], ["apply", str(path), "-o", str(tmp_path / "plain.json")]):
        done = CliRunner().invoke(cli, command)
        assert done.exit_code == 0, done.output
    with make_session() as session:
        resolver = Resolver[EntityProxy](session, create=True)
        resolver.load_into_memory()
        resolver.decide(one, other, Judgement.POSITIVE, user="desk")
        resolver.dump(tmp_path / "resolver.ijson")
    assert CliRunner().invoke(cli, ["apply", str(path), "-o", str(tmp_path / "joined.json")]).exit_code == 0
    told = {name: ids(tmp_path / f"{name}.json") for name in ("e", "plain", "joined")}
    assert told["plain"] == told["e"]
    assert told["e"] - told["joined"] >= {one} or told["e"] - told["joined"] >= {other}
    taken = ["corrections", str(tmp_path / "depot.case"), "--import", str(tmp_path / "resolver.ijson")]
    assert "1 new judgement" in CliRunner().invoke(main, taken).output


def test_a_list_that_opensanctions_programs_write_is_known(tmp_path):
    pytest.importorskip("followthemoney")
    from followthemoney import model
    from followthemoney.cli.cli import cli

    def made(schema, id_, **properties):
        one = model.make_entity(schema)
        one.id = id_
        for name, value in properties.items():
            one.add(name, value)
        return json.dumps(one.to_dict())

    listed = [
        made("Person", "Q1", name="Omar Sadiq", alias=["Abu Nadir"], weakAlias="Omar"),
        made("Company", "Q2", name="Halim Depot Company", previousName="Halim Stores"),
        made("Sanction", "Q3", entity="Q1", reason="listed"),
        made("Ownership", "Q4", owner="Q1", asset="Q2"),
    ]
    (tmp_path / "e.json").write_text("\n".join(listed) + "\n", "utf-8")
    written = [str(tmp_path / "e.json"), "-d", "listed", "-o", str(tmp_path / "s.csv"), "-f", "csv"]
    assert CliRunner().invoke(cli, ["statements", *written]).exit_code == 0
    known = [known_entities((tmp_path / name).read_text("utf-8").split("\n")) for name in ("e.json", "s.csv")]
    assert set(known[0]) == set(known[1])
    assert {(k.name, k.kind, k.names) for k in known[0]} == {
        ("Omar Sadiq", "person", ("Abu Nadir",)),
        ("Halim Depot Company", "organisation", ("Halim Stores",)),
    }


def ids(path):
    return {json.loads(line)["id"] for line in path.read_text("utf-8").splitlines()}


def entity(id_, name, kind="person"):
    return Entity(id_, name, kind, (name,), ())


def test_names_that_may_be_one_go_out_with_their_score():
    listed = [
        entity("a", "Marta Olin"),
        entity("b", "Marta R. Olin"),
        entity("c", "Jonas Olin"),
        entity("d", "Harbour Board Orvik", "organisation"),
        entity("e", "Marta Olin", "organisation"),
    ]
    found = [(a.id, b.id, score >= SAME_NAME) for a, b, score in alike(listed, {e.id: e.name for e in listed})]
    assert found == [("a", "b", True)]
