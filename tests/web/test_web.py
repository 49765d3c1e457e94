"""The pages over HTTP without a browser: whole, guarded, and every word of a report shown as text."""

import re
from dataclasses import replace
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.testclient import TestClient

import harbour
import rashomon.web as web_room
from any_records import hypothesis_settings
from rashomon.case import Case, judge
from rashomon.engines import correct
from rashomon.exports.account import account
from rashomon.exports.safe_text import visible
from rashomon.outputs import OutputError
from rashomon.records import NO_REASON, Publication, Reading, Reason, Refusal, Region, Report, Stance
from rashomon.web import application, folder
from rashomon.web.desk import date_of, dating
from rashomon.web.guard import POLICY
from rashomon.web.links import OnDisk, Served
from rashomon.web.screens import pages
from rashomon.web.screens.report import segments
from rashomon.web.writes import bookmark

HOST = "127.0.0.1:8642"
HOME = f"http://{HOST}"


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    path = tmp_path_factory.mktemp("web") / "harbour.case"
    with Case(path) as case:
        harbour.keep(case)
    return path


def client(path, *, token="", read_only=False):
    app = application(path, hosts=frozenset({HOST}), token=token, read_only=read_only)
    return TestClient(app, base_url=HOME, follow_redirects=False)


@pytest.fixture(scope="module")
def web(path):
    return client(path)


SCREENS = [
    "/",
    "/reports",
    "/reports/courier",
    "/lines/h1",
    "/correct?target=wire:a1",
    "/corrections",
    "/claims",
    "/claims/c1",
    "/beside?a=courier&b=wire",
    "/add",
    "/conflicts",
    "/conflicts/x1",
    "/entities",
    "/entities/n1",
    "/timeline",
    "/sources",
    "/network",
    "/map",
    "/review",
    "/search",
    "/search?q=ferry",
]


VOID = {"meta", "br", "input", "link", "hr", "img"}


class Elements(HTMLParser):
    def __init__(self, text):
        super().__init__()
        self.found, self.open, self.words = [], [], ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attributes):
        self.found.append((tag, dict(attributes)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag, f"</{tag}> closes nothing"

    def handle_data(self, data):
        self.words += data


@pytest.mark.parametrize("address", SCREENS)
def test_a_page_is_whole_and_strict(web, address):
    answer = web.get(address)
    assert answer.status_code == 200
    assert answer.headers["content-security-policy"] == POLICY
    assert "unsafe" not in POLICY
    elements = Elements(answer.text)
    assert elements.open == []
    ids = [a["id"] for _, a in elements.found if "id" in a]
    assert len(ids) == len(set(ids))
    for tag, attributes in elements.found:
        assert not [a for a in attributes if a.startswith("on") or a == "style"], (tag, attributes)
        assert tag not in ("style", "iframe", "object", "base")
        if attributes.get("href") == bookmark(HOME):  # to be dragged away; the policy keeps it from running here
            continue
        for name in ("href", "src", "action"):
            assert (attributes.get(name) or "/").startswith(("/", "#")), attributes
    assert [a for t, a in elements.found if t == "script"] == [{"src": "/static/rashomon.js", "type": "module"}]


@pytest.mark.parametrize("address", SCREENS)
def test_every_link_of_a_page_leads_somewhere(web, address):
    found = {a["href"] for t, a in Elements(web.get(address).text).found if t == "a" and a["href"].startswith("/")}
    built = {h for h in found if not re.match(r"/api", h)}
    assert built
    for link in built:
        assert web.get(link).status_code == 200, link


def test_hostile_words_are_shown_as_words(web):
    page = web.get("/reports/hostile").text
    words = Elements(page).words
    assert "<script>alert(1)</script>" in words
    assert "\\u202ein it" in words
    assert "\u202e" not in page
    assert "\x00" not in page


@pytest.mark.parametrize(
    "address", ["/reports/none", "/claims/none", "/conflicts/none", "/nothing", "/static/none.css"]
)
def test_what_is_not_there_is_said_so(web, address):
    answer = web.get(address)
    assert answer.status_code == 404
    assert "Not here" in answer.text


@pytest.mark.parametrize(
    "address",
    [
        "/static/../serve.py",
        "/static/%2e%2e/serve.py",
        "/static/..%2fserve.py",
        "/static/%2e%2e%2f%2e%2e%2fcli.py",
        "/static//etc/passwd",
        "/static/..%5cserve.py",
        "/reports/../../../../etc/passwd",
        "/reports/%2e%2e%2f%2e%2e%2fetc%2fpasswd",
        "/reports/%00",
    ],
)
def test_no_path_leads_out_of_the_case(web, address):
    answer = web.get(address)
    assert answer.status_code == 404
    assert "root:" not in answer.text
    assert "import " not in answer.text


# ------------------------------------------------------------------------------------------------------ the guard


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1", "127.0.0.1:1", "localhost:8642", "", "127.0.0.1:8642.evil.example"]
)
def test_another_host_is_not_answered(web, host):
    answer = web.get("/", headers={"host": host})
    assert answer.status_code == 421
    assert "Strike" not in answer.text


def test_the_token_opens_once_and_leaves_the_address(path):
    web = client(path, token="secret")
    assert web.get("/").status_code == 403
    assert web.get("/?token=wrong").status_code == 403
    assert web.get("/static/rashomon.css").status_code == 403
    opened = web.get("/?token=secret&story=s1")
    assert (opened.status_code, opened.headers["location"]) == (303, "/?story=s1")
    cookie = opened.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    assert web.get("/").status_code == 200
    web.cookies.clear()
    assert web.get("/", headers={"authorization": "Bearer secret"}).status_code == 200
    assert web.get("/", headers={"authorization": "Bearer wrong"}).status_code == 403
    assert web.get("/%2Fevil.example/?token=secret").headers["location"] == "/evil.example/"


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"origin": "http://evil.example"}, 403),
        ({"origin": "null"}, 403),
        ({"origin": "http://127.0.0.1:1"}, 403),
        ({}, 403),
        ({"origin": HOME, "sec-fetch-site": "cross-site"}, 403),
        ({"origin": HOME, "sec-fetch-site": "same-site"}, 403),
        ({"origin": HOME, "sec-fetch-site": "same-origin"}, 404),
        ({"authorization": "Bearer x"}, 404),
    ],
)
def test_only_our_own_pages_write(web, headers, status):
    assert web.post("/nothing", headers=headers).status_code == status


def test_read_only_writes_nothing(path):
    answer = client(path, read_only=True).post("/corrections", headers={"origin": HOME})
    assert answer.status_code == 403
    assert "read-only" in answer.text


# ----------------------------------------------------------------------------------------------------- the folder


def test_the_folder_holds_every_page_and_no_link_leads_out_of_it(path, tmp_path):
    with Case(path, read_only=True) as case:
        index = folder(case, tmp_path / "out")
    assert index == tmp_path / "out" / "index.html"
    files = {p.name for p in index.parent.iterdir()}
    assert len(files) > 20
    texts = {name: (index.parent / name).read_text("utf-8") for name in files if name.endswith(".html")}
    ids = {name: {a["id"] for _, a in Elements(text).found if "id" in a} for name, text in texts.items()}
    for name, text in texts.items():
        elements = Elements(text)
        policy = next(a["content"] for t, a in elements.found if a.get("http-equiv") == "Content-Security-Policy")
        assert policy.startswith("default-src 'none'")
        assert "unsafe" not in policy
        assert not [t for t, _ in elements.found if t in ("form", "iframe", "style")]
        for tag, attributes in elements.found:
            link = attributes.get("href") or attributes.get("src")
            if link:
                file, _, mark = link.partition("#")
                assert (file or name) in files, (name, tag, link)
                if mark and not mark.startswith("c"):
                    assert mark in ids[file or name], (name, link)
    assert "<script>alert" not in "".join(texts.values())


def test_a_folder_of_pages_is_replaced_and_nothing_else_is(path, tmp_path):
    with Case(path, read_only=True) as case:
        folder(case, tmp_path / "out")
        folder(case, tmp_path / "out")
        (tmp_path / "out" / "mine.html").write_text("mine")
        with pytest.raises(OutputError, match=r"mine\.html"):
            folder(case, tmp_path / "out")
        (tmp_path / "out" / "mine.html").unlink()
        (tmp_path / "out" / "index.html").write_text("mine")
        with pytest.raises(OutputError, match="changed since"):
            folder(case, tmp_path / "out")
        folder(case, tmp_path / "out", force=True)
        (tmp_path / "mine").mkdir()
        (tmp_path / "mine" / "thesis.txt").write_text("mine")
        (tmp_path / "file").write_text("mine")
        for name in ("mine", "file"):
            with pytest.raises(OutputError, match="there already"):
                folder(case, tmp_path / name)
        assert sorted(p.name for p in tmp_path.iterdir()) == ["file", "mine", "out"]


# ------------------------------------------------------------------------------------------------------ the parts


@hypothesis_settings
@given(
    st.lists(st.tuples(st.integers(-3, 40), st.integers(-3, 40)), max_size=12),
    st.integers(0, 20),
    st.integers(0, 35),
)
def test_segments_part_the_text_and_know_what_lies_over_them(spans, start, end):
    named = [(a, b, i) for i, (a, b) in enumerate(spans)]
    found = segments(named, start, end)
    assert "".join(str(s.start) + "," for s in found) == "".join(str(s.start) + "," for s in sorted(found))
    covered = [at for s in found for at in range(s.start, s.end)]
    assert covered == list(range(start, end))
    for s in found:
        for at in range(s.start, s.end):
            assert list(s.over) == [i for a, b, i in named if a <= at < b]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain “ñ” 漢 ليث", "plain “ñ” 漢 ليث"),
        ("a\u202eb", "a\\u202eb"),
        ("a\u200bb", "a\\u200bb"),
        ("a\ufeffb\u2060", "a\\ufeffb\\u2060"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("pay\u200cpal", "pay\\u200cpal"),
        ("\U000e0041", "\\U000e0041"),
        ("tab\tline\n", "tab\tline\n"),
        ("\x1b[2J", "\\x1b[2J"),
    ],
)
def test_what_cannot_be_seen_is_shown(text, shown):
    assert visible(text) == shown


def _dated(report: str, basis: Reason) -> Reason:
    return Reason("rank", "1").then(Reason("date", report).then(basis, ": "))


@pytest.mark.parametrize(
    ("date", "because", "basis", "precision"),
    [
        ("2031-05-02", _dated("wire", Reason("clause", "Friday")), "stated", "the day"),
        ("2031-05", _dated("wire", Reason("sentence", "May")), "stated", "the month"),
        ("2031", _dated("wire", Reason("published-between")), "inferred", "the year"),
        ("2031-05-02/2031-05-04", _dated("a: b", Reason("told", "Friday")), "inferred", "between two days"),
        (None, Reason("rank", "1").then(Reason("date", "no row is dated")), "unknown", ""),
        ("2031-05-02", NO_REASON, "inferred", "the day"),
    ],
)
def test_how_a_date_is_known(date, because, basis, precision):
    told = dating(date, because)
    assert (told.basis, told.precision) == (basis, precision)


@pytest.mark.parametrize(
    ("told", "shown"),
    [
        ("2031-05-02", "2031-05-02"),
        ("2031-05", "2031-05"),
        ("2031", "2031"),
        ("2031-13-02", None),
        ("not a date", None),
        ("", None),
        (None, None),
    ],
)
def test_what_is_no_date_is_not_shown_as_one(told, shown):
    assert date_of(told) == shown


def test_the_head_of_a_story_tells_no_date_that_is_none(tmp_path):
    path = tmp_path / "dated.case"
    with Case(path) as case:
        harbour.keep(case)
        stories = tuple(replace(s, start="2031-05-02", end="not a date") for s in harbour.FINDINGS.stories)
        with case.transaction():
            case.findings.keep(replace(harbour.FINDINGS, stories=stories), "test")
    web = client(path)
    for address in ("/", "/?story=s1"):
        page = web.get(address).text
        assert "not a date" not in page
        assert "2 May 2031" in page


def test_an_outlet_that_denies_is_shown_with_the_voice_that_it_has_it_from(tmp_path):
    """Also where the outlet has a row of its own for the claim: a denial weighs more than a telling."""
    path = tmp_path / "denied.case"
    denies = Stance("Lanse Courier", "denies", False, (("courier", "a1"),), "test")
    with Case(path) as case:
        harbour.keep(case)
        claims = tuple(replace(c, stances=(denies,) if c.id in ("c1", "c2") else ()) for c in harbour.FINDINGS.claims)
        with case.transaction():
            case.findings.keep(replace(harbour.FINDINGS, claims=claims), "test")
    page = client(path).get("/claims?story=s1&show=all").text
    told = re.findall(
        r'<a class="stance denies" href="/reports/courier#c\d+">denies</a><span class="per">per <bdi>([^<]+)', page
    )
    assert told == ["Marta Olin", "Marta Olin"]


@hypothesis_settings
@given(st.text(), st.text())
def test_addresses_hold_nothing_of_what_they_name(row, value):
    served = Served()("reports", row.encode("utf-8", "replace").decode(), q=value.encode("utf-8", "replace").decode())
    assert re.fullmatch(r"/reports(/[\w.~%-]*)?(\?q=[\w.~%+*-]*)?", served, re.ASCII)
    assert re.fullmatch(r"reports(-[0-9a-f]{16})?\.html", OnDisk()("reports", row, q=value))


# ------------------------------------------------------------------------------------------------ what strangers write

NASTY = (
    "<script>alert(1)</script>",
    "\"'><img src=x onerror=alert(1)>",
    "javascript:alert(1)",
    "{{ 7 * 7 }}{% raw %}",
    "</title></style></textarea><svg onload=alert(1)>",
    "\u202egnp.exe\u2066\u200b\ufeff",
    "&lt;b&gt;&#x202e;",
    "a\x00b\x1b[2J",
    "' OR 1=1 --",
    "../../etc/passwd",
)


def hostile(case, nasty):
    """The harbour case with one stranger's words wherever words of strangers can stand."""

    def spoil(report):
        return replace(report, title=nasty, outlet=nasty, url=nasty, note=nasty)

    found = harbour.FINDINGS
    entities = tuple(
        replace(e, name=nasty, names=(nasty, *e.names), because=(Reason("rule", nasty),)) for e in found.entities
    )
    origins = [tuple(replace(o, name=nasty, because=Reason("rule", nasty)) for o in c.origins) for c in found.claims]
    claims = tuple(
        replace(c, text=nasty, because=Reason("rule", nasty), origins=o)
        for c, o in zip(found.claims, origins, strict=True)
    )
    with case.transaction():
        for report in harbour.REPORTS:
            case.reports.add(spoil(report))
        case.readings.keep((replace(r, title=nasty, outlet=nasty, url=nasty) for r in harbour.READINGS), "test")
    correct(case, [judge(case, "note", ["wire:a1"], because=nasty[:9000], who=nasty, value=nasty)])
    with case.transaction():
        case.findings.keep(
            replace(
                found,
                entities=entities,
                claims=claims,
                stories=tuple(replace(s, title=nasty, because=Reason("rule", nasty)) for s in found.stories),
                conflicts=tuple(replace(c, because=Reason("rule", nasty)) for c in found.conflicts),
                lineage=tuple(replace(x, because=Reason("rule", nasty)) for x in found.lineage),
                chronicle=tuple(replace(e, title=nasty, because=Reason("rule", nasty)) for e in found.chronicle),
            ),
            "test",
        )
        case.refusals.keep(Refusal(nasty, nasty, nasty))


@pytest.mark.parametrize("nasty", NASTY)
def test_whatever_stands_in_any_field_is_shown_as_text(tmp_path, nasty):
    path = tmp_path / "hostile.case"
    with Case(path) as case:
        hostile(case, nasty)
    web = client(path)
    for address in [*SCREENS, "/?words=x&outlet=" + quote(nasty), "/search?q=" + quote(nasty)]:
        answer = web.get(address)
        assert answer.status_code == 200, address
        elements = Elements(answer.text)
        assert elements.open == []
        scripts = [a for t, a in elements.found if t == "script"]
        assert scripts == [{"src": "/static/rashomon.js", "type": "module"}]
        for tag, attributes in elements.found:
            assert tag not in ("img", "iframe", "style"), (address, tag)
            assert not [a for a in attributes if a.startswith("on") or a == "style"]
            if attributes.get("href") == bookmark(HOME):
                continue
            for name in ("href", "src", "action"):
                assert (attributes.get(name) or "/").startswith(("/", "#")), attributes
        assert not set("\u202e\u2066\u200b\ufeff\x00\x1b") & set(answer.text), address


def test_a_title_of_a_megabyte_leaves_the_pages_small(tmp_path):
    path = tmp_path / "long.case"
    with Case(path) as case:
        hostile(case, "endless " * 100 + "x" * 1_000_000)
    web = client(path)
    for address in ("/", "/reports", "/reports/wire", "/claims", "/search?q=endless", "/corrections"):
        assert len(web.get(address).text) < 100_000, address


def test_a_report_without_a_headline_is_called_by_the_first_sentence_of_its_body(tmp_path):
    text = "Cranes stand idle at Lanse. (PW)\n\nThe port of Lanse closed on Monday.\n\nPilots walked out."
    path = tmp_path / "bare.case"
    with Case(path) as case, case.transaction():
        case.reports.add(Report("bare", text, input="bare"))
        regions = (Region(0, 32, "caption", Reason.of_text("credit-in-brackets")),)
        sentences = ((0, 27), (34, 69), (71, 89))
        day = Publication(None, "unknown")
        reading = Reading("bare", day, "en", None, None, None, regions=regions, sentences=sentences)
        case.readings.keep([reading], "test")
    web = client(path)
    for address in ("/reports", "/reports/bare"):
        page = web.get(address).text
        titles = re.findall(r'<h1[^>]*>(?:<bdi>)?([^<]+)|<th scope="row"><a [^>]+><bdi>([^<]+)', page)
        assert ("The port of Lanse closed on Monday.") in {told for pair in titles for told in pair}, (address, titles)


def test_a_card_shows_the_words_of_its_own_report(path):
    with Case(path) as case:
        texts = {r.id: " ".join(r.text.split()) for r in case.reports}
    shown = 0
    for report, text in texts.items():
        for told in re.findall(r'<p class="it"><a [^>]+><bdi>([^<]+)', client(path).get(f"/reports/{report}").text):
            words = unescape(told).removesuffix("…").split(" … ")
            assert all(part.rstrip() in text for part in words), (report, told)
            shown += 1
    assert shown >= len(texts)


def test_copies_count_with_the_outlet_that_they_are_copied_from(path):
    with Case(path) as case:
        families = account(case).independent
        reports = len(case.reports)
    assert families < reports
    assert f"{families} independent outlet" in client(path).get("/").text


def test_a_report_of_five_megabytes_opens(tmp_path):
    text = "Marta Olin told the Lanse Courier that nobody will sail until pay talks begin.\n\n" * 64_000
    spans = [(at, at + 79) for at in range(0, len(text), 81)]
    with Case(tmp_path / "big.case") as case, case.transaction():
        case.reports.add(Report("big", text, input="big"))
        day = Publication(None, "unknown")
        case.readings.keep([Reading("big", day, "en", None, None, None, sentences=tuple(spans))], "test")
    web = client(tmp_path / "big.case")
    page = web.get("/reports/big").text
    assert len(page) < 100_000
    assert "Parts of the report" in page
    last = web.get("/reports/big?at=5100000").text
    assert last.count("Marta Olin") > 1
    assert len(web.get("/reports").text) < 20_000


def test_every_page_has_its_template() -> None:
    there = {path.stem for path in Path(web_room.__file__).parent.joinpath("templates").glob("*.html")}
    assert {page.name for page in pages()} <= there
