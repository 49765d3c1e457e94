"""What an export wrote, import makes the same case from; what was changed into nonsense is refused, and nothing kept."""

import json

import pytest
from click.testing import CliRunner

import harbour
from rashomon.case import Case, judge
from rashomon.cli import main
from rashomon.exports.returned import ReturnError, bring_back
from rashomon.formats import FORMATS, export
from rashomon.records import Refusal
from test_formats import hostile
from written_out import everything, written


@pytest.fixture(scope="module", params=["as it is", "hostile"])
def case(request, tmp_path_factory):
    folder = tmp_path_factory.mktemp("case")
    held = hostile(folder / "h.case") if request.param == "hostile" else Case(folder / "harbour.case")
    with held:
        if request.param == "as it is":
            harbour.keep(held)
            note = judge(held, "note", ["courier:a1"], because="heard it", who="A. Reader", value="on tape")
            correct_only(held, note)
        held.known_entities = "name,kind,aliases\nMarta Olin,person,Olin\n"
        with held.transaction():
            held.refusals.keep(Refusal("in/\x1b[2Jempty.txt", "is empty", "leave it out"))
        yield held


def correct_only(held, judgement):
    with held.transaction():
        held.corrections.add([judgement])


@pytest.mark.parametrize("files", [("annotations",), ("reports", "readings", "findings")], ids="+".join)
def test_what_goes_out_comes_back_byte_for_byte(case, tmp_path, files):
    paths = [export(case, to, tmp_path / to) for to in files]
    with Case(tmp_path / "again.case") as again:
        bring_back(again, paths)
        for to in (*files, "reports", "readings", "findings"):
            assert export(again, to, tmp_path / f"{to}.again").read_bytes() == export(case, to).read_bytes()
        assert not again.findings.stale()


def test_annotations_bring_back_every_format(case, tmp_path):
    path = export(case, "annotations", tmp_path / "annotations")
    with Case(tmp_path / case.path.name) as again:
        bring_back(again, [path])
        for to in FORMATS:
            first, _ = written(case, to, tmp_path / f"{to}.first")
            second, _ = written(again, to, tmp_path / f"{to}.second")
            if to in ("csv", "jsonl", "parquet"):
                continue  # the order of arrival and when it was compared are the case's own
            assert everything(first) == everything(second), to
        assert list(again.corrections) == list(case.corrections)
        assert again.known_entities == case.known_entities
        assert list(again.refusals) == list(case.refusals)


def test_the_order_of_annotations_does_not_matter(case, tmp_path):
    told = json.loads(export(case, "annotations", tmp_path / "a").read_text("utf-8"))
    told["first"]["items"].reverse()
    (tmp_path / "b").write_text(json.dumps(told), "utf-8")
    with Case(tmp_path / "again.case") as again:
        bring_back(again, [tmp_path / "b"])
        assert again.findings.get() == case.findings.get()
        assert list(again.readings) == list(case.readings)


def test_taking_in_twice_changes_nothing(case, tmp_path):
    path = export(case, "annotations", tmp_path / "a")
    with Case(tmp_path / "again.case") as again:
        bring_back(again, [path])
        bring_back(again, [path])
        assert export(again, "annotations", tmp_path / "b").read_bytes() == path.read_bytes()


def test_an_annotation_points_at_its_words(case, tmp_path):
    told = json.loads(export(case, "annotations", tmp_path / "a").read_text("utf-8"))
    texts = {
        item["target"]: next(b["value"] for b in item["body"] if b["type"] == "TextualBody")
        for item in told["first"]["items"]
        if item["id"].startswith("urn:rashomon:report:")
    }
    seen = 0
    for item in told["first"]["items"]:
        assert item["type"] == "Annotation"
        assert item["motivation"]
        for target in item["target"] if isinstance(item["target"], list) else [item["target"]]:
            if isinstance(target, dict) and target["source"] in texts:
                position, quote = target["selector"]
                text = texts[target["source"]]
                assert text[position["start"] : position["end"]] == quote["exact"]
                assert text[: position["start"]].endswith(quote["prefix"])
                assert text[position["end"] :].startswith(quote["suffix"])
                seen += 1
    assert seen >= 20
    ids = [item["id"] for item in told["first"]["items"]]
    assert len(ids) == len(set(ids)) == told["total"]
    assert all(id_.isascii() and " " not in id_ for id_ in ids)


def spoil_quote(items):
    item = next(i for i in items if ":mentions:" in i["id"])
    item["target"]["selector"][1]["exact"] = "never said"


def spoil_span(items):
    item = next(i for i in items if ":claims:" in i["id"])
    item["body"][-1]["row"]["evidence"][0][2] = 10**9


def spoil_number(items):
    item = next(i for i in items if ":mentions:" in i["id"])
    item["target"]["selector"][0]["start"] = float("inf")


def spoil_characters(items):
    item = next(i for i in items if i["id"].startswith("urn:rashomon:report:"))
    item["body"][-1].setdefault("row", {})["title"] = "\ud800"


def spoil_kind(items):
    items[-1]["body"][-1]["kind"] = "rumour"


def spoil_claim(items):
    item = next(i for i in items if ":conflicts:" in i["id"])
    item["body"][-1]["row"]["claims"][0] = "c9"


@pytest.mark.parametrize(
    ("spoil", "says"),
    [
        (spoil_quote, "does not say 'never said'"),
        (spoil_span, "is outside report"),
        (spoil_number, "Infinity|inf|selector|annotation"),
        (spoil_kind, "'rumour' is no kind of row"),
        (spoil_claim, "rests on claim 'c9', which is not there"),
        (lambda items: items.append({}), "annotation"),
        (lambda items: items.append(None), "annotation"),
    ],
)
def test_what_was_changed_is_refused_and_nothing_is_kept(case, tmp_path, spoil, says):
    told = json.loads(export(case, "annotations", tmp_path / "a").read_text("utf-8"))
    spoil(told["first"]["items"])
    (tmp_path / "b").write_text(json.dumps(told), "utf-8")
    with Case(tmp_path / "again.case") as again:
        with pytest.raises(ReturnError, match=says):
            bring_back(again, [tmp_path / "b"])
        assert len(again.reports) == 0


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "nonsense",
        "{}",
        '{"type":"AnnotationCollection"}',
        '{"claims":1,"entities":2}',
        "[" * 100_000,
        "\ufeff1",
    ],
    ids=range(8),
)
def test_a_file_that_is_none_of_ours_is_one_clear_line(tmp_path, text):
    (tmp_path / "x").write_text(text, "utf-8")
    done = CliRunner().invoke(main, ["import", str(tmp_path / "a.case"), str(tmp_path / "x")])
    assert done.exit_code == 1
    assert done.output.startswith("Error: ")
    assert len(done.output.splitlines()) == 1
    assert ("nothing was taken in" if text else "was not made") in done.output
    assert [path.name for path in tmp_path.iterdir()] == ["x"], "no empty case is left behind"


def test_readings_without_their_reports_are_refused(case, tmp_path):
    path = export(case, "readings", tmp_path / "r")
    with Case(tmp_path / "again.case") as again, pytest.raises(ReturnError, match=r"give its reports\.jsonl too"):
        bring_back(again, [path])


def test_import_by_command_compares_where_no_findings_are_given(case, tmp_path):
    files = [str(export(case, to, tmp_path / to)) for to in ("reports", "readings")]
    done = CliRunner().invoke(main, ["import", str(tmp_path / "a.case"), *files])
    assert done.exit_code == 0, done.output
    assert "5 reports, 5 readings" in done.output
    with Case(tmp_path / "a.case") as again:
        assert not again.findings.stale()


def test_another_report_of_one_id_is_refused(case, tmp_path):
    path = export(case, "reports", tmp_path / "r")
    path.write_text(path.read_text("utf-8").replace("Forty sailings", "Fifty sailings"), "utf-8")
    with Case(tmp_path / "again.case") as again:
        bring_back(again, [export(case, "reports", tmp_path / "first")])
        with pytest.raises(ReturnError, match="another of this id"):
            bring_back(again, [path])


def test_corrections_come_back_as_what_they_are(case, tmp_path):
    if "hostile" in case.path.stem or case.path.stem == "h":
        pytest.skip("nobody corrected that one")
    sheet = export(case, "csv", tmp_path / "tables") / "attribution.csv"
    assert "note by A. Reader on " in sheet.read_text("utf-8-sig")
    told = export(case, "annotations", tmp_path / "a").read_text("utf-8")
    assert '"corrected_by":["note by A. Reader on ' in told
    assert '"creator":{"type":"Person","name":"A. Reader"}' in told
