"""Watching: what feeds bring is kept once, told once, and asked for politely, whatever happens in between."""

import json
import os
import re
import signal
import subprocess
import sys
import time
from collections import Counter
from itertools import pairwise

import pytest

from papers import MODEL, article, one_round, paper, rss
from rashomon.case import Case
from rashomon.fetching import Allowed
from rashomon.watching import deliver
from repository import ENVIRONMENT


def asked(hits, kind):
    return [path for path, *_ in hits if path.startswith(f"/{kind}")]


def test_a_round_keeps_what_is_new_and_tells_it_once(tmp_path):
    feeds = {"a": [1, 2], "b": [2, 3]}
    with paper(feeds) as (base, hits), Case(tmp_path / "a.case") as case:
        first = one_round(case, f"{base}/feed/a", f"{base}/feed/b")
        assert (first.asked, first.unchanged, len(first.news.reports), first.failed) == (2, 0, 3, ())
        assert {r.url for r in case.reports} == {f"{base}/page/{n}" for n in (1, 2, 3)}
        assert len(case.readings) == 3
        assert first.news.claims
        assert len(asked(hits, "page")) == 3
        assert case.reports.original(next(iter(case.reports)).digest) in {article(n) for n in (1, 2, 3)}
        again = one_round(case, f"{base}/feed/a", f"{base}/feed/b")
        assert (again.asked, again.unchanged, bool(again.news), len(asked(hits, "page"))) == (2, 2, False, 3)
        feeds["a"] = [4, 1, 2]
        third = one_round(case, f"{base}/feed/a", f"{base}/feed/b")
        assert [item.url for item in third.news.reports] == [f"{base}/page/4"]
        assert (third.unchanged, len(asked(hits, "page"))) == (1, 4)


def test_a_claim_whose_origins_grew_and_a_new_conflict_are_told(tmp_path):
    head = "<html lang=en><head><title>T</title><meta property='og:site_name' content='{}'></head><body><article>"
    texts = {
        1: "The ministry arrested Jonas Reed in Halden on Friday. The harbour was calm in the evening, and ships came in.",
        2: "The ministry arrested Jonas Reed in Halden on Friday, union leader Marta Olin said. Rain fell for the whole day.",
        3: "The ministry denied that it had arrested Jonas Reed in Halden. Its spokesman spoke to the press in the morning.",
    }
    outlets = {1: "Lanse Courier", 2: "Orvik Post", 3: "Sund Herald"}
    pages = {
        n: (
            200,
            f"{head.format(outlets[n])}<p>{text}</p><p>Nothing else was known of it {'so far' * n}.</p></article>".encode(),
        )
        for n, text in texts.items()
    }
    feeds = {"a": [1]}
    with paper(feeds, pages) as (base, _), Case(tmp_path / "a.case") as case:
        one_round(case, f"{base}/feed/a")
        feeds["a"] = [3, 2, 1]
        news = one_round(case, f"{base}/feed/a").news
    assert len(news.reports) == 2
    assert any("arrest" in item.text and item.before == (1, 1) and item.origins[1] > 1 for item in news.grown), news
    assert any(item.text.startswith("denied: ") for item in news.conflicts), news


def test_what_a_case_held_before_it_was_watched_is_no_news(tmp_path):
    from rashomon.engines import build
    from rashomon.records import Report

    with paper({"a": []}) as (base, _), Case(tmp_path / "a.case") as case:
        build(case, [Report("old", "Ferry crews walked out in Port Lanse on Friday, Marta Olin said.")], model=MODEL)
        assert not one_round(case, f"{base}/feed/a").news


def test_hosts_are_asked_slowly_and_robots_are_followed(tmp_path):
    robots = b"User-agent: *\nDisallow: /page/2\nCrawl-delay: 0.2\n"
    with paper({"a": [1, 2, 3]}, robots=robots) as (base, hits), Case(tmp_path / "a.case") as case:
        done = one_round(case, f"{base}/feed/a", delay=0.3)
        times = [when for path, _, when in hits if path.startswith(("/page", "/feed"))]
        assert {r.url for r in case.reports} == {f"{base}/page/1", f"{base}/page/3"}
        assert [r.input for r in case.refusals if "robots.txt" in r.reason] == [f"{base}/page/2"]
    assert len(asked(hits, "robots.txt")) == 1
    assert all(later - sooner >= 0.15 for sooner, later in pairwise(times)), "arrivals, which a busy machine shifts"
    assert done.pages == 3


def test_a_page_that_is_away_is_asked_for_again_and_not_for_ever(tmp_path):
    pages = {1: (503, b"")}
    with paper({"a": [1, 2]}, pages) as (base, hits), Case(tmp_path / "a.case") as case:
        for _ in range(4):
            one_round(case, f"{base}/feed/a")
        assert asked(hits, "page").count("/page/1") == 3
        assert [r.input for r in case.refusals] == [f"{base}/page/1"]
    with paper({"a": [1, 2]}, pages) as (base, hits), Case(tmp_path / "b.case") as case:
        one_round(case, f"{base}/feed/a")
        del pages[1]
        assert [i.url for i in one_round(case, f"{base}/feed/a").news.reports] == [f"{base}/page/1"]


def test_a_feed_that_fails_is_told_and_left_alone_for_longer_each_time(tmp_path):
    with paper({"a": [1]}) as (base, hits), Case(tmp_path / "a.case") as case:
        done = one_round(case, f"{base}/feed/none", f"{base}/page/1", "ftp://x/", f"{base}/feed/a", pause=60)
        assert len(done.failed) == 3
        assert len(case.reports) == 1
        one_round(case, f"{base}/feed/none", f"{base}/feed/a", pause=60)
        assert len(asked(hits, "feed/none")) == 1
        feed = case.watch.feed(f"{base}/feed/none")
        assert feed.failures == 1
        assert 50 < feed.due - time.time() <= 60


def test_a_feed_that_is_left_alone_says_so_and_until_when(tmp_path):
    with paper({"a": [1]}) as (base, _), Case(tmp_path / "a.case") as case:
        one_round(case, f"{base}/feed/none", pause=60)
        (alone,) = one_round(case, f"{base}/feed/none", pause=60).left_alone
    assert alone.input == f"{base}/feed/none"
    assert re.fullmatch(r"is left alone until \d\d:\d\d, after it failed: answered with status 404", alone.reason)


def test_a_feed_that_was_refused_before_anybody_was_asked_is_not_left_alone(tmp_path):
    """Who sees that a host must be allowed by name, and allows it, need not wait."""
    with paper({"a": [1]}) as (base, hits), Case(tmp_path / "a.case") as case:
        (refused,) = one_round(case, f"{base}/feed/a", pause=60, allowed=Allowed()).failed
        assert "--allow-host 127.0.0.1" in refused.advice
        assert hits == []
        assert len(one_round(case, f"{base}/feed/a", pause=60).news.reports) == 1


def test_a_host_that_fails_to_give_its_robots_is_not_asked_and_its_pages_are_not_given_up(tmp_path):
    with paper({"a": [1]}) as (base, _), paper({}, robots=503) as (away, hits), Case(tmp_path / "a.case") as case:
        told = rss(away, [7])
        with paper({"b": []}, {9: (200, told)}) as (third, _):
            done = one_round(case, f"{third}/page/9")
            assert not done.news.reports
            assert asked(hits, "page") == []
            assert not list(case.refusals), "it is asked again"
            for _ in range(2):
                one_round(case, f"{third}/page/9")
            (given_up,) = case.refusals
        (feed,) = one_round(case, f"{away}/feed/a", f"{base}/feed/a", pause=60).failed
    for refused in (given_up, feed):
        assert refused.reason.startswith("did not give its robots.txt (answered with status 503)")


def test_pages_of_a_round_are_bounded_and_the_rest_comes_next(tmp_path):
    with paper({"a": list(range(1, 6))}) as (base, hits), Case(tmp_path / "a.case") as case:
        assert len(one_round(case, f"{base}/feed/a", pages=2).news.reports) == 2
        assert len(one_round(case, f"{base}/feed/a", pages=2).news.reports) == 2
        assert len(one_round(case, f"{base}/feed/a", pages=2).news.reports) == 1
        assert len(asked(hits, "page")) == 5


def test_a_strangers_feed_opens_no_private_page(tmp_path):
    feed = rss("http://localhost:8000", [1])
    with paper({}, {1: (200, feed)}) as (base, _), Case(tmp_path / "a.case") as case:
        one_round(case, f"{base}/page/1")
        assert [r.reason for r in case.refusals if "8000" in r.input]
        assert len(case.reports) == 0


def test_news_goes_to_a_file_and_to_an_address_once(tmp_path):
    with paper({"a": [1]}) as (base, hits), Case(tmp_path / "a.case") as case:
        one_round(case, f"{base}/feed/a")
        allowed = Allowed(hosts=frozenset({"127.0.0.1"}))
        told = tmp_path / "news.jsonl"
        told.write_bytes(b'{"round": 0}\n{"round": 1, "ca')  # a half line of a writer that was killed
        assert deliver(case, str(told), allowed) == 1
        with case.transaction():  # killed before the round was marked as handed over
            case._connection.execute("UPDATE round SET delivered = 0")
        assert deliver(case, str(told), allowed) == 1
        assert told.read_text().splitlines()[1] == '{"round": 1, "ca'  # what stands in a file is never cut
        lines = [json.loads(line) for line in told.read_text().splitlines() if line.endswith("}")]
        assert [line["round"] for line in lines] == [0, 1]
        assert lines[1]["reports"][0]["url"] == f"{base}/page/1"
        with case.transaction():
            case._connection.execute("UPDATE round SET delivered = 0")
        assert deliver(case, f"{base}/hook", allowed) == 1
        assert deliver(case, f"{base}/hook", allowed) == 0
        assert [json.loads(body)["round"] for path, body, _ in hits if path == "POST"] == [1]


@pytest.mark.skipif(os.name != "posix", reason="kill -9 is posix")
def test_two_hundred_feeds_killed_ten_times_lose_nothing_and_double_nothing(tmp_path):
    feeds = {f"f{n}": [n, 200 + n % 10] for n in range(200)}  # each has an article of its own and shares another
    case, told, opml = tmp_path / "watched.case", tmp_path / "news.jsonl", tmp_path / "feeds.opml"
    with paper(feeds) as (base, hits):
        outlines = "".join(f'<outline type="rss" xmlUrl="{base}/feed/{name}"/>' for name in feeds)
        opml.write_text(f'<?xml version="1.0"?><opml version="2.0"><body>{outlines}</body></opml>')
        words = ["watch", case, opml, "--once", "--delay", "0", "--allow-host", "127.0.0.1", "--notify", told]
        command = [sys.executable, "-m", "rashomon", *map(str, words)]
        for kill in range(10):
            process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=ENVIRONMENT)
            until, began = len(hits) + 20 + 7 * kill, time.monotonic()
            while len(hits) < until and process.poll() is None and time.monotonic() - began < 20:
                time.sleep(0.005)
            assert process.poll() is None, "it ended before it was killed"
            os.kill(process.pid, signal.SIGKILL)
            process.wait()
        done = subprocess.run(command, capture_output=True, text=True, env=ENVIRONMENT, encoding="utf-8")
        assert done.returncode == 0, done.stderr
        last = subprocess.run(command, capture_output=True, text=True, env=ENVIRONMENT, encoding="utf-8")
        assert "200 feeds asked, 200 unchanged, 0 failed; 0 new reports" in last.stdout
    pages = Counter(asked(hits, "page"))
    with Case(case, read_only=True) as held:
        assert Counter(r.url for r in held.reports) == Counter(f"{base}/page/{n}" for n in range(210))
        assert len(held.readings) == 210
        assert list(held.refusals) == []
        ids = held.reports.ids()
    assert set(pages) == {f"/page/{n}" for n in range(210)}
    assert sum(pages.values()) <= 210 + 10  # a killed round had at most one page in hand
    news = [json.loads(line) for line in told.read_text("utf-8").splitlines()]
    assert sorted(item["id"] for line in news for item in line["reports"]) == ids
