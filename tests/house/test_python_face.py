"""`import rashomon` is enough, costs nothing, and gives plain records; the notebook of the sample case runs."""

import json
import subprocess
import sys

import pytest

import harbour
import rashomon
from rashomon.records import Reading, Report
from repository import ROOT

NOTEBOOKS = sorted((ROOT / "examples").rglob("*.ipynb"))


@pytest.fixture(scope="module")
def case(tmp_path_factory):
    with rashomon.Case(tmp_path_factory.mktemp("case") / "harbour.case") as held:
        harbour.keep(held)
        yield held


def test_a_text_is_read_as_a_report_of_that_text():
    text = "The ferry sank on Monday, a harbour official said."
    reading = rashomon.read(text)
    assert isinstance(reading, Reading)
    assert reading == next(rashomon.read([Report("text", text)]))
    assert [text[s:e] for a in reading.attributions for s, e in a.source] == ["a harbour official"]


def test_tables_are_plain_records(case):
    rows = list(rashomon.Tables(case).records("claim"))
    assert rows[0]["members"] == [["courier", "a2"], ["mirror", "a1"], ["wire", "a1"]]
    assert rows[0]["corrected_by"] == ""
    assert rows[0]["independent_origins"] == [1, 1]
    json.dumps(rows)
    with pytest.raises(KeyError):
        rashomon.Tables(case).records("nothing").__next__()


def test_every_column_of_many_values_is_a_list(case):
    tables = rashomon.Tables(case)
    for name in tables.names():
        for row in tables.records(name):
            held = [c for c, v in row.items() if isinstance(v, str) and v[:1] in "[{" and v[:2] != "[m"]
            assert [c for c in held if _is_json(row[c])] == [], name


def _is_json(text):
    try:
        return isinstance(json.loads(text), list | dict)
    except ValueError:
        return False


def test_tables_as_pandas(case):
    pytest.importorskip("pandas")
    frame = rashomon.Tables(case).to_pandas("chronicle")
    assert list(frame["id"]) == ["h1", "h2", "h3"]
    assert rashomon.Tables(case).to_pandas("judgement").empty


def test_tables_as_arrow(case):
    pytest.importorskip("pyarrow")
    table = rashomon.Tables(case).to_arrow("claim")
    assert table["id"].to_pylist() == ["c1", "c2", "c3"]


@pytest.mark.parametrize(("package", "call"), [("pandas", "to_pandas"), ("pyarrow", "to_arrow")])
def test_what_is_not_installed_is_named(case, monkeypatch, package, call):
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(rashomon.MissingPackageError, match=f"needs {package}: pip install 'rashomon"):
        getattr(rashomon.Tables(case), call)("claim")


def test_importing_brings_nothing_along():
    code = "import rashomon, sys; print(sorted({m.split('.')[0] for m in sys.modules} & {'spacy', 'numpy', 'jinja2', 'pandas', 'pyarrow', 'rich'}))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_commands_are_there_without_a_record():
    code = "import sys, rashomon.cli; print(*sorted(m for m in sys.modules if m.startswith('rashomon.records.')))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["rashomon.records.made_when_read", "rashomon.records.vocabulary"]


def test_there_is_a_notebook():
    assert NOTEBOOKS


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda p: p.name)
def test_a_notebook_runs_from_top_to_bottom(path, capsys):
    notebook = json.loads(path.read_text("utf-8"))
    assert notebook["nbformat"] == 4
    names: dict[str, object] = {}
    for cell in notebook["cells"]:
        if cell["cell_type"] == "code":
            assert cell["outputs"] == []
            exec(compile("".join(cell["source"]), f"{path.name} {cell['id']}", "exec"), names)
            assert capsys.readouterr().out.strip(), f"{cell['id']} shows nothing"
