"""Every face gives what the case holds: valid, whole, harmless, and in the same words."""

import csv
import json
import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path
from typing import get_args

import jsonschema
import pytest
from hypothesis import given

import harbour
from any_records import findings, hypothesis_settings, readings
from rashomon.case import Case, restore
from rashomon.exports import account, interchange, opened, schema, terminal, why
from rashomon.exports.in_words import Voice, day, day_or_by, mark, who
from rashomon.exports.safe_text import harmless, printable
from rashomon.formats import export
from rashomon.formats.html import page
from rashomon.pointing.ask import asked
from rashomon.records import ConflictKind, Findings, Reading, Refusal, vocabulary
from rashomon.records.vocabulary import CONFLICTS


@pytest.fixture(scope="module")
def case(tmp_path_factory):
    with Case(tmp_path_factory.mktemp("case") / "harbour.case") as held:
        harbour.keep(held)
        with held.transaction():
            held.refusals.keep(Refusal("in/\x1b[2Jempty.txt", "is empty", "leave it out"))
        yield held


def valid(file):
    return jsonschema.Draft202012Validator(schema(file))


# ------------------------------------------------------------------------------------------- interchange files


@pytest.mark.parametrize("file", ["reading", "findings"])
def test_the_schemas_are_schemas(file):
    jsonschema.Draft202012Validator.check_schema(schema(file))


@hypothesis_settings
@given(reading=readings)
def test_any_reading_is_valid_and_comes_back(reading):
    line = json.loads(json.dumps(interchange(reading)))
    assert line["schema"] == 2
    assert not list(valid("reading").iter_errors(line))
    assert restore(Reading, line) == reading


@hypothesis_settings
@given(found=findings)
def test_any_findings_are_valid_and_come_back(found):
    line = json.loads(json.dumps(interchange(found)))
    assert not list(valid("findings").iter_errors(line))
    assert restore(Findings, line) == found


def test_interchange_holds_lists_not_tuples():
    line = interchange(harbour.COURIER)
    assert line == json.loads(json.dumps(line))
    assert line["attributions"][0]["source"] == [list(harbour.at("courier", "union leader Marta Olin"))]


@pytest.mark.parametrize(
    ("spoil", "why_not"),
    [
        (lambda r: r.pop("schema"), "no schema number"),
        (lambda r: r.update(schema=1), "another schema"),
        (lambda r: r["attributions"][0].update(source=[[1, 2, 3]]), "a span of three"),
        (lambda r: r["attributions"][0].update(quote="loud"), "an unknown quote kind"),
        (lambda r: r["mentions"][0].update(start=-1), "an offset before the text"),
        (lambda r: r["published"].pop("basis"), "a date without its basis"),
    ],
    ids=lambda v: v if isinstance(v, str) else "",
)
def test_the_schema_refuses(spoil, why_not):
    line = interchange(harbour.COURIER)
    assert valid("reading").is_valid(line)
    spoil(line)
    assert not valid("reading").is_valid(line)


def test_contract_names_are_required():
    for file, names in (
        ("reading", "report published language title outlet url regions mentions times attributions events credits"),
        ("findings", "entities lineage stories claims conflicts chronicle"),
    ):
        assert set(names.split()) <= set(schema(file)["required"])


def test_exported_files_hold_the_case_and_validate(case, tmp_path):
    lines = export(case, "readings", tmp_path / "r.jsonl").read_text("utf-8").splitlines()
    assert tuple(restore(Reading, json.loads(line)) for line in lines) == harbour.READINGS
    found = json.loads(export(case, "findings", tmp_path / "f.json").read_text("utf-8"))
    assert restore(Findings, found) == harbour.FINDINGS
    assert valid("findings").is_valid(found)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["f.json", "r.jsonl"]


def test_an_export_without_a_path_lies_beside_the_case(case):
    assert export(case, "findings") == case.path.with_name("harbour.findings.json")


def test_an_export_that_fails_leaves_what_was_there(case, tmp_path, monkeypatch):
    target = tmp_path / "f.json"
    target.write_text("before")
    monkeypatch.setattr("json.dumps", lambda *a, **k: (_ for _ in ()).throw(OSError("disk full")))
    with pytest.raises(OSError, match="disk full"):
        export(case, "findings", target)
    assert [p.name for p in tmp_path.iterdir()] == ["f.json"]
    assert target.read_text() == "before"


# ------------------------------------------------------------------------------------------------- spreadsheets


@pytest.mark.parametrize(
    ("cell", "shown"),
    [
        ("=1+1", "'=1+1"),
        ("+44 20", "'+44 20"),
        ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\tx", "'\tx"),
        ("\rx", "'\rx"),
        ("plain", "plain"),
        ("a=b", "a=b"),
        ("", ""),
        (-1, -1),
        (-0.5, -0.5),
        (None, None),
    ],
)
def test_only_a_text_that_a_spreadsheet_would_run_is_marked(cell, shown):
    assert harmless(cell) == shown


def test_every_table_is_a_sheet_and_no_cell_runs(case, tmp_path):
    written = sorted(export(case, "csv", tmp_path / "out").glob("*.csv"))
    assert [p.stem for p in written] == list(case.tables())
    for path in written:
        with path.open(encoding="utf-8-sig", newline="") as file:
            columns, *rows = list(csv.reader(file))
        assert [c for c in columns if c != "corrected_by"] == list(case.table(path.stem)[0])
        assert len(rows) == len(list(case.table(path.stem)[1]))
        assert not [c for row in rows for c in row if c.startswith(("=", "+", "@", "\t", "\r"))]
    text = (tmp_path / "out" / "report.csv").read_text("utf-8-sig")
    assert "'=SUM(A1)" in text
    assert "'-1+1" in text


# ---------------------------------------------------------------------------------------------------- the page


class Elements(HTMLParser):
    def __init__(self, text):
        super().__init__()
        self.found, self.ids, self.targets, self.words, self.open = [], [], [], "", []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attributes):
        self.found.append((tag, dict(attributes)))
        if "id" in dict(attributes):
            self.ids.append(dict(attributes)["id"])
        if (dict(attributes).get("href") or "").startswith("#"):
            self.targets.append(dict(attributes)["href"][1:])
        if tag not in ("meta", "br"):
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag, f"</{tag}> closes nothing"

    def handle_data(self, data):
        if not self.open or self.open[-1] != "style":
            self.words += f" {data}"


@pytest.fixture(scope="module")
def html(case):
    return page(account(case))


def test_the_page_is_whole_and_its_links_lead_somewhere(html):
    elements = Elements(html)
    assert elements.open == []
    assert len(elements.ids) == len(set(elements.ids))
    assert set(elements.targets) <= set(elements.ids)
    assert elements.targets, "no conflict is linked"


def test_the_page_runs_nothing_and_fetches_nothing(html):
    elements = Elements(html)
    assert {tag for tag, _ in elements.found} & {"script", "link", "img", "iframe", "object", "form", "base"} == set()
    for _, attributes in elements.found:
        assert not [a for a in attributes if a.startswith("on") or a in ("src", "style", "action")]
        assert (attributes.get("href") or "#").startswith("#")
    style = re.search(r"<style>(.*?)</style>", html, re.S)[1]
    assert "url(" not in style
    assert "@import" not in style
    hashed = b64encode(sha256(style.encode()).digest()).decode()
    policy = next(a["content"] for t, a in elements.found if a.get("http-equiv") == "Content-Security-Policy")
    assert f"style-src 'sha256-{hashed}'" in policy
    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy


def test_hostile_words_are_shown_as_words(html):
    words = " ".join(Elements(html).words.split())
    assert "<script>alert(1)</script>" in words
    assert "Harbour <b>Mirror</b>" in words
    assert "\u202e" not in html
    assert "\x1b" not in html
    assert "\x00" not in html


def test_the_page_says_who_through_whom_how_many_and_where_accounts_conflict(html):
    words = " ".join(Elements(html).words.split())
    for said in (
        "1 voice / 3 reports",
        "0–1 voices / 1 report",
        "Marta Olin , through Lanse Courier",
        "Northern Wire from Lanse Courier",
        "✗ disputed (denied, no. 1)",
        "Open disputes (1)",
        "a port official who asked not to be named (unnamed)",
        "Accounts conflict",
        "The port authority denied that any sailing had been cancelled",
        "reprint from Northern Wire",
        "2–4 May 2031",
        "speech-verb:said",
        "wire, characters 112–189",
        "is empty; leave it out",
    ):
        assert said in words, said


def test_a_conflict_of_two_stories_has_one_card(tmp_path):
    with Case(tmp_path / "two.case") as case:
        harbour.keep(case)
        *others, last = harbour.FINDINGS.chronicle
        with case.transaction():
            case.findings.keep(replace(harbour.FINDINGS, chronicle=(*others, replace(last, conflicts=("x1",)))), "two")
        elements = Elements(page(account(case)))
        assert elements.ids.count("x1") == 1
        assert elements.targets.count("x1") == 4, "of either story the line; of the one that tells most the dispute"
        assert terminal(account(case)).count("1  denied  x1") == 1


def test_the_page_of_an_empty_case_says_so(tmp_path):
    with Case(tmp_path / "none.case") as case:
        assert "0 reports" in page(account(case))


# ------------------------------------------------------------------------------------------------- the terminal


def test_the_terminal_shows_the_chronicle(case):
    text = terminal(account(case), 100)
    lines = text.splitlines()
    assert max(map(len, lines)) <= 100
    assert [line for line in lines[:-5] if line.endswith(("h1", "h2", "h3"))] == [
        "           — Marta Olin  h1",
        "           (denied, no. 1)  h2",
        "  =SUM(A1)<script>alert(1)</script>  h3",
    ]
    assert "— a port official who asked not to be named (in Northern Wire) ✗ disputed (denied, no. 1) h2" in " ".join(
        text.split()
    )
    assert "1  denied  x1" in text
    whole = terminal(account(case), 100, everything=True)
    assert [line for line in whole.splitlines() if line.startswith(("2 May 2031 ", "2–4 May 2031  ", "undated "))] == [
        "2 May 2031   1 voice / 3 reports  h1",
        "2–4 May 2031  0–1 voices / 1 report  h2",
        "undated      0 voices / 1 report  h3",
    ]
    assert "Harbour <b>Mirror</b> from Northern Wire from Lanse Courier" in " ".join(whole.split())
    assert "\x1b" not in text
    assert "\\x1b[2Jempty.txt is empty; leave it out." in text
    assert "\x1b[" in terminal(account(case), 100, colour=True)


def test_one_story_is_shown_alone_and_a_wrong_one_is_an_error(case):
    told = account(case, "s2")
    assert [c.id for c in told.chapters] == ["s2"]
    assert told.reports == 1
    with pytest.raises(KeyError):
        account(case, "s9")


@pytest.mark.parametrize(
    ("row", "shows"),
    [
        ("h1", ["because day:weekday", "> Ferry crews walked out on Friday  Lanse Courier, courier [61, 93)", "event"]),
        ("h2", ["conflict x1  denial", "because denial:deny", "(opened above)"]),
        ("c1", ["voice 1  Marta Olin (named person) by courier:a2", "because quote-marks:curly", "wire:a1"]),
        ("x1", ["because denial:deny", "The port authority — denied — any sailing had been cancelled"]),
        ("n1", ["Marta Olin (person), 3 mentions", "because same-name:Marta Olin", "courier [108, 118)"]),
        ("s1", ["published dateline  2031-05-02", "lineage reprint  from wire (by credit, 0.97)"]),
        ("mirror", ["lineage reprint", "> Northern Wire  Harbour <b>Mirror</b>, mirror [121, 134)"]),
        ("wire:a2", ["speech-verb:said", "[indirect; anonymous; assert]"]),
        ("cour:a2", ["through Lanse Courier", "Olin = Marta Olin"]),
        ("courier:e1", ["PROTEST strike: Marta Olin, “walked out”, 2031-05-02 (weekday), attributed in courier:a1"]),
        ("courier:m1", ["Marta Olin = Marta Olin (person)", "because test:by-hand"]),
    ],
)
def test_why_opens_a_row_down_to_characters_and_rules(case, row, shows):
    text = opened(why(case, row), 200)
    for said in shows:
        assert said in text, text


@pytest.mark.parametrize("row", ["", "h9", "wire:a9", "nobody:a1", ":", "a:"])
def test_why_of_nothing_is_nothing(case, row):
    assert why(case, row) == ()


def test_every_quotation_is_cut_from_its_report(case):
    texts = {r.id: r.text for r in harbour.REPORTS}
    quotes = [q for c in account(case).chapters for line in c.lines for q in line.quotes]
    assert len(quotes) >= 4
    for quote in quotes:
        assert texts[quote.report][quote.start : quote.end] == quote.text


# ------------------------------------------------------------------------------------------------ shared words


@pytest.mark.parametrize(
    ("date", "latest", "shown"),
    [
        ("2031-05-02", "2031-05-04", "2 May"),
        (None, "2031-05-04", "by 4 May"),
        (None, "2030-05-04", "by 4 May 2030"),
        (None, None, "undated"),
    ],
)
def test_what_has_no_day_was_so_by_the_day_on_which_it_was_told(date, latest, shown):
    assert day_or_by(date, latest, "2031") == shown


def test_what_lies_ahead_was_not_so_by_any_day(case):
    lines = [line for chapter in account(case).chapters for line in chapter.lines]
    assert {line.latest is None for line in lines if line.kind == "plan" or line.period == "ahead"} <= {True}
    assert any(line.latest for line in lines)


@pytest.mark.parametrize(
    ("date", "shown"),
    [
        (None, "undated"),
        ("2031-05-02", "2 May 2031"),
        ("2031-05", "May 2031"),
        ("2031", "2031"),
        ("2031-05-02/2031-05-04", "2–4 May 2031"),
        ("2031-05-30/2031-06-02", "30 May – 2 Jun 2031"),
        ("2031-05/2031-06", "May–Jun 2031"),
        ("2031-12-30/2032-01-02", "30 Dec 2031 – 2 Jan 2032"),
        ("2031-05-02T08:00", "2 May 2031"),
        ("2031-W18", "2031-W18"),
        ("2031-13-01", "2031-13-01"),
        ("PRESENT_REF", "PRESENT_REF"),
        ("2031-05-02/", "2 May 2031"),
    ],
)
def test_dates_are_written_as_people_write_them(date, shown):
    assert day(date) == shown


@pytest.mark.parametrize(
    ("origins", "reports", "shown"),
    [
        ((1, 1), 1, "1 voice / 1 report"),
        ((1, 1), 5, "1 voice / 5 reports"),
        ((1, 2), 3, "1–2 voices / 3 reports"),
        ((0, 1), 1, "0–1 voices / 1 report"),
        ((2, 2), 2, "2 voices / 2 reports"),
    ],
)
def test_marks(origins, reports, shown):
    assert mark(origins, reports) == shown


@pytest.mark.parametrize(
    ("kind", "certain", "shown"),
    [
        ("named_person", True, "Olin"),
        ("named_person", False, "Olin (may be a voice named elsewhere)"),
        ("anonymous", False, "Olin (unnamed)"),
        ("outlet", True, "Olin itself"),
    ],
)
def test_voices(kind, certain, shown):
    assert who(Voice("Olin", kind, certain, (), ())) == shown


def test_nothing_printed_steers():
    assert printable("a\x1b[31m\u202eb\x00\ttab") == "a\\x1b[31m\\u202eb\\x00\ttab"
    assert printable("ليث “ñ” 漢") == "ليث “ñ” 漢"


def test_the_package_ships_schemas_and_templates():
    root = Path(__import__("rashomon").__file__).parent
    assert {p.name for p in (root / "exports" / "schemas").iterdir()} == {
        "reading.schema.json",
        "findings.schema.json",
        "timeline.schema.json",
    }
    assert (root / "case" / "schema" / "0001_case.sql").is_file()


def test_every_kind_of_conflict_has_its_words_and_is_asked_for():
    assert set(CONFLICTS) == set(get_args(ConflictKind))
    assert len({words.word for words in CONFLICTS.values()}) == len(CONFLICTS)
    told = " ".join(asked().split())
    assert all(f'"{kind}"' in told for kind in CONFLICTS)


@pytest.mark.parametrize("file", ["reading", "findings", "timeline"])
def test_no_closed_list_is_written_out_in_a_schema(file):
    known = {get_args(held) for held in vars(vocabulary).values()}
    text = (Path(__import__("rashomon").__file__).parent / "exports" / "schemas" / f"{file}.schema.json").read_text()
    written = {tuple(json.loads(found)) for found in re.findall(r'"enum":\s*(\[[^\]]*\])', text)}
    assert not written & known
