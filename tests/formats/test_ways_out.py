"""Every format holds every claim or says why not, and no text of a report does harm in any of them."""

import html
import json
import re
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

import harbour
from rashomon import formats
from rashomon.case import Case
from rashomon.cli import main
from rashomon.exports import Ledger
from rashomon.exports.lookup import Lookup
from rashomon.exports.safe_text import as_it_was, escaped, harmless, printable
from rashomon.exports.tellings import tellings
from rashomon.formats import FORMATS, export
from rashomon.web import folder
from written_out import HOSTILE, everything, written


@pytest.fixture(scope="module")
def case(tmp_path_factory):
    with Case(tmp_path_factory.mktemp("case") / "harbour.case") as held:
        harbour.keep(held)
        yield held


@pytest.mark.parametrize("to", FORMATS)
def test_every_claim_is_in_the_export_or_in_its_loss_report(case, tmp_path, to):
    path, ledger = written(case, to, tmp_path / "out")
    lost = {loss.id for loss in ledger.losses if loss.kind == "claim"}
    assert lost <= set(case.findings.claim_ids())
    text = everything(path)
    for claim in case.findings.claim_ids():
        assert claim in lost or re.search(rf"\b{claim}\b", text), claim
    assert all(loss.because for loss in ledger.losses)


def test_every_claim_has_a_page_in_the_folder_or_is_in_its_loss_report(case, tmp_path):
    losses = tmp_path / "losses.jsonl"
    done = CliRunner().invoke(
        main, ["export", str(case.path), "--to", "html", "-o", str(tmp_path / "out"), "--losses", str(losses)]
    )
    assert (done.exit_code, done.stderr) == (0, "")
    assert losses.read_text() == ""
    where = json.loads((tmp_path / "out" / "rows.json").read_text("utf-8"))
    assert list(where["claims"]) == list(case.findings.claim_ids())
    assert list(where["reports"]) == case.reports.ids()
    for claim, name in where["claims"].items():
        (found,) = case.findings.some("claims", [claim])
        shown = " ".join(re.sub("<[^>]+>", "", (tmp_path / "out" / name).read_text("utf-8")).split())
        assert " ".join(found.text.split()) in html.unescape(shown), claim
    rows = {kind: set(rows.values()) for kind, rows in where.items()}
    files = {p.name for p in (tmp_path / "out").iterdir()}
    assert {name for names in rows.values() for name in names} <= files
    assert set(rows) == {"reports", "claims", "conflicts", "entities"}


def test_statements_that_a_claims_page_leaves_out_are_named(case, tmp_path, monkeypatch):
    monkeypatch.setattr(sys.modules["rashomon.web.taken_along"], "MOST", 1)
    ledger = Ledger()
    folder(case, tmp_path / "out", ledger)
    told = {c.id: tellings(case, Lookup(case), c)[1:] for c in case.findings.get().claims}
    left_out = {(":".join(one.row), c) for c, rest in told.items() for t in rest for one in (t, *t.carried)}
    assert left_out
    assert {(loss.id, loss.told) for loss in ledger.losses} == left_out
    assert {loss.kind for loss in ledger.losses} == {"statement"}


@pytest.mark.parametrize("to", FORMATS)
def test_the_same_case_gives_the_same_bytes(case, tmp_path, to):
    first, _ = written(case, to, tmp_path / "a")
    second, _ = written(case, to, tmp_path / "b")
    assert everything(first) == everything(second)


def test_the_commands_offer_what_there_is():
    told = CliRunner().invoke(main, ["formats"])
    assert [line.split()[0] for line in told.output.splitlines()] == list(FORMATS)
    assert set(FORMATS) == {p.stem for p in Path(formats.__path__[0]).glob("[a-z]*.py")}


def test_losses_are_json_lines(case, tmp_path):
    _, ledger = written(case, "readings", tmp_path / "out")
    rows = [json.loads(line) for line in ledger.lines().splitlines()]
    assert rows[0] == {"kind": "claim", "id": "c1", "because": "readings hold no claims", "told": ""}
    assert len(rows) == 3


# ---------------------------------------------------------------------------------------------------- spreadsheets


@given(st.text())
def test_a_marked_cell_never_runs_and_gives_its_text_back(text):
    cell = harmless(text)
    assert not cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"))
    assert as_it_was(cell) == text


def test_sheets_bear_a_mark_of_their_encoding_unless_told(case, tmp_path):
    export(case, "csv", tmp_path / "with")
    export(case, "csv", tmp_path / "without", bom=False)
    assert (tmp_path / "with" / "claim.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    assert not (tmp_path / "without" / "claim.csv").read_bytes().startswith(b"\xef\xbb\xbf")


# -------------------------------------------------------------------------------------------------------- markdown


@settings(max_examples=300)
@given(st.one_of(st.text(), st.sampled_from(HOSTILE), st.text(alphabet="#-+=*_`[]()<>!&|~.:/@1 w\\\n", max_size=20)))
def test_markdown_shows_the_characters_and_nothing_else(text):
    shown = " ".join(printable(text).split())
    rendered = MarkdownIt("commonmark").render(f"- {escaped(text)}")
    found = re.fullmatch(r"<ul>\n<li>(.*)</li>\n</ul>\n", rendered, re.DOTALL)
    assert found, rendered
    assert html.unescape(found[1]) == shown
    assert "<" not in found[1]


def test_the_command_says_how_much_is_missing_and_names_it_on_demand(case, tmp_path):
    done = CliRunner().invoke(main, ["export", str(case.path), "--to", "csl", "-o", str(tmp_path / "a")])
    assert done.exit_code == 0
    assert done.stdout == f"{tmp_path / 'a'}\n"
    assert done.stderr == (
        "not in it: 3 claims (a list of references holds reports alone): c1, c2, c3\n--losses FILE names them all.\n"
    )
    losses = tmp_path / "losses.jsonl"
    done = CliRunner().invoke(
        main, ["export", str(case.path), "--to", "polecat", "-o", str(tmp_path / "b"), "--losses", str(losses)]
    )
    assert "not in it: 2 lines (no event behind)\n" in done.stderr
    rows = [json.loads(line) for line in losses.read_text("utf-8").splitlines()]
    assert {"kind": "line", "id": "h3", "because": "no event behind", "told": ""} in rows


@pytest.mark.parametrize(
    "words", [["--to", "pdf"], ["--to", "json", "--no-bom"], ["--to", "findings", "--no-bom"]], ids=" ".join
)
def test_wrong_usage_of_export_is_two(case, words):
    assert CliRunner().invoke(main, ["export", str(case.path), *words]).exit_code == 2
