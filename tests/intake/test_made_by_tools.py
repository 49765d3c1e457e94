"""What other tools really write is read: their files of our own pages, kept beside this, and made afresh where they are.

`tests/intake/made_by_tools/README.md` tells which tool and version made which file.
"""

import importlib.util
import re
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from rashomon.case import Case
from rashomon.intake import intake
from rashomon.records import Refusal, Report

KEPT = Path(__file__).parent / "made_by_tools"
sys.path.insert(0, str(KEPT))
import make  # noqa: E402

STORIES = (make.DATED, make.DATELESS, make.OTHER)
TITLES = [made.title for made in STORIES]
DAYS = ["2025-03-07", "2025-06-19", "2025-08-30"]
UNDATED = [DAYS[0], None, DAYS[2]]  # the second page tells no day

# file, tool (as it is imported or called), outlet, days, author of the first, addresses, and why
FILES = [
    ("news-please.jsonl", "newsplease", "paper.example", UNDATED, "Ada Brandt", make.ADDRESSES, "a crawler's lines"),
    ("cc-news", "newsplease", "paper.example", UNDATED, "Ada Brandt", make.ADDRESSES, "files out of Common Crawl"),
    ("datasets.jsonl", "datasets", "paper.example", DAYS, None, make.ADDRESSES, "the CC-News data set"),
    ("newspaper4k.jsonl", "newspaper", "paper.example", UNDATED, "Ada Brandt", make.ADDRESSES, "another crawler's lines"),
    ("fundus.json", "fundus", "The Paper", DAYS, "Ada Brandt", None, "a crawl saved by publisher"),
    ("fundus.jsonl", "fundus", "The Paper", DAYS, "Ada Brandt", None, "articles one by one"),
    ("trafilatura.jsonl", "trafilatura", "The Paper", [DAYS[0], "2025-01-01", DAYS[2]], "Ada Brandt", make.ADDRESSES,
     "an extractor's lines, with the day that it guessed"),
    ("superdesk.ninjs.jsonl", "superdesk", "The Agency", DAYS, "Ada Brandt", None, "an agency's items"),
    ("warcio.warc.gz", "warcio", "The Paper", UNDATED, "Ada Brandt", ("/ferry", "/bridge", "/dam"), "a captured session"),
    ("wget.warc.gz", "wget", "The Paper", UNDATED, "Ada Brandt", ("/ferry", "/bridge", "/dam"), "a crawl with its own log in it"),
    ("py-wacz.wacz", "wacz", "The Paper", UNDATED, "Ada Brandt", ("/ferry", "/bridge", "/dam"), "a packed crawl"),
    ("pandas.csv", "pandas", None, DAYS, None, None, "a table"),
    ("pandas.jsonl", "pandas", None, DAYS, None, None, "a table whose days are numbers"),
]  # fmt: skip
MAKERS = {
    "cc-news": "cc_news",
    "newsplease": "news_please",
}  # of a file or a tool, where they are not called as the tool


def words(text):
    return Counter(re.findall(r"\w+", text.casefold()))


def holds(found, outlet, days, author, addresses):
    """The reports are those of the three pages: their words and what the tool kept of them."""
    reports = sorted((one for one in found if isinstance(one, Report)), key=lambda r: TITLES.index(r.title))
    assert [r.title for r in reports] == TITLES
    for report, made in zip(reports, STORIES, strict=True):
        assert words(made.text) <= words(report.text)
        assert sum((words(report.text) - words(made.text)).values()) < 30, "hardly anything beside the article"
    assert [r.published and r.published[:10] for r in reports] == days
    assert (reports[0].outlet, reports[0].author) == (outlet, author)
    if addresses:
        assert all(r.url.endswith(address) for r, address in zip(reports, addresses, strict=True))
    return [one for one in found if isinstance(one, Refusal)]


@pytest.mark.parametrize(
    ("name", "tool", "outlet", "days", "author", "addresses", "why"), FILES, ids=[row[0] for row in FILES]
)
def test_a_file_that_the_tool_made_gives_its_articles(name, tool, outlet, days, author, addresses, why):
    refused = holds(list(intake([KEPT / name])), outlet, days, author, addresses)
    assert [r.reason for r in refused] in ([], ["holds 2 records that are no pages (images, errors and the like)"])


@pytest.mark.parametrize(
    ("name", "tool", "outlet", "days", "author", "addresses", "why"), FILES, ids=[row[0] for row in FILES]
)
def test_a_file_made_afresh_gives_its_articles(tmp_path, name, tool, outlet, days, author, addresses, why):
    if not (importlib.util.find_spec(tool) or shutil.which(tool)):
        pytest.skip(f"{tool} is not installed")
    maker = MAKERS.get(name) or MAKERS.get(tool) or tool
    subprocess.run([sys.executable, KEPT / "make.py", maker, tmp_path], check=True, capture_output=True)
    holds(list(intake([tmp_path / name])), outlet, days, author, addresses)


@pytest.mark.parametrize("name", ["feedgen.rss", "feedgen.atom"])
def test_a_feed_gives_the_article_that_it_holds_and_says_that_it_lacks_the_other(tmp_path, name):
    make.feedgen(tmp_path)
    for folder in (KEPT, tmp_path):
        whole, rest = intake([folder / name])
        assert isinstance(whole, Report)
        assert (whole.title, whole.outlet, whole.url) == (TITLES[0], "The Paper", make.ADDRESSES[0])
        assert whole.published == "2025-03-07T08:30:00+02:00"
        assert words(make.DATED.text) <= words(whole.text)
        assert isinstance(rest, Refusal)
        assert "1 of its 2" in rest.reason


def test_a_page_printed_by_a_browser_gives_its_words():
    pytest.importorskip("pypdf")
    (one,) = intake([KEPT / "chromium.pdf"])
    assert isinstance(one, Report)
    assert one.title.startswith(TITLES[0])  # a browser prints the page's title, with the paper's name
    assert words(make.DATED.text) <= words(one.text)


def test_one_article_from_every_tool_is_one_report_for_each_address(tmp_path):
    """Five tools' files of the same pages: the same words at the same address are one report, whoever brought it."""
    with Case(tmp_path / "a.case") as case:
        for name in ("news-please.jsonl", "cc-news", "datasets.jsonl", "newspaper4k.jsonl", "trafilatura.jsonl"):
            with case.transaction():
                for one in intake([KEPT / name]):
                    case.reports.add(one)
        assert len(case.reports) == 3
        assert [len(case.reports.ways(row)) for row in case.reports.ids()] == [5, 5, 5]
