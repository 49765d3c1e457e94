"""Whose article a page holds, its outlet, day and authors, over 600 pages; and the text beside trafilatura's best."""

import re
from collections import Counter

import pytest
import trafilatura

import made_bylines
import made_heads
import made_sites
import made_templates
from rashomon.intake.carried_by import carried_by, host_agrees
from rashomon.intake.pages import pages

HEADS, SITES, TEMPLATES = made_heads.pages(), made_sites.pages(), made_templates.pages()
BYLINES = made_bylines.pages()
SETS = [
    ("heads", HEADS, [pages(made.html.encode()) for made in HEADS]),
    ("sites", SITES, [pages(made.html.encode(), made.url) for made in SITES]),
    ("templates", TEMPLATES, [pages(made.html.encode(), made.url) for made in TEMPLATES]),
    ("bylines", BYLINES, [pages(made.html.encode(), made.url) for made in BYLINES]),
]
MADE = [made for _, held, _ in SETS for made in held]
TOLD = [one for _, _, told in SETS for one in told]
SETTINGS = ({}, {"favor_precision": True}, {"favor_recall": True})
BARS = [("outlet", 0.97), ("title", 0.85), ("published", 0.97), ("author", 0.95)]


def f1(told, held):
    one, other = (Counter(re.findall(r"\w+", text.casefold())) for text in (told, held))
    return 2 * sum((one & other).values()) / max(1, sum(one.values()) + sum(other.values()))


def wrong(field, made_pages, tellings):
    return [
        (made.name, told.get(field))
        for made, told in zip(made_pages, tellings, strict=True)
        if (told.get(field, "")[:10] if field == "published" else told.get(field, "")) != (getattr(made, field) or "")
    ]


@pytest.mark.parametrize(("_", "held", "told"), SETS, ids=[name for name, *_ in SETS])
@pytest.mark.parametrize(("field", "bar"), BARS)
def test_pages_tell_their_fields(field, bar, _, held, told):
    assert len(held) >= 60
    missed = wrong(field, held, told)
    assert 1 - len(missed) / len(held) >= bar, missed


@pytest.mark.parametrize(("_", "held", "tellings"), SETS, ids=[name for name, *_ in SETS])
def test_texts_are_no_worse_than_the_best_setting_of_the_extractor(_, held, tellings):
    ours = sum(f1(told["text"], made.text) for told, made in zip(tellings, held, strict=True))
    theirs = max(
        sum(f1(trafilatura.extract(made.html, include_comments=False, **setting) or "", made.text) for made in held)
        for setting in SETTINGS
    )
    assert ours >= theirs


def test_nothing_of_another_article_comes_with_a_page():
    for made, told in zip(MADE, TOLD, strict=True):
        assert not told.get("published", "").startswith("2019"), made.name
        assert "Petra Other" not in told.get("author", ""), made.name
        assert "Another matter" not in f"{told['title']} {told['text']}", made.name
        assert not re.search(r"Panda|Otto Fremd|Petra Gast|\b2018\b", " ".join(told.values())), made.name


def test_every_choice_says_which_rung_gave_it():
    for told in TOLD:
        rungs = dict(part.split(": ", 1) for part in told["rungs"].split("; "))
        assert {field for field in ("title", "outlet", "published", "author") if told.get(field)} <= set(rungs)


# name, address, whether it is that host's
HOSTS = [
    ("Coast Post", "https://www.coastpost.example/a", True),
    ("The Coast Post", "https://news.coastpost.co.uk/a", True),
    ("Elm Press", "https://apnews.com/a", False),
    ("AP News", "https://apnews.com/a", True),
    ("Valley Broadcasting Corporation", "https://www.vbc.co.uk/a", True),
    ("Daily Mirrorwood", "https://mirrorwood.example", True),
    ("News", "https://coastpost.example", False),
    ("", "https://coastpost.example", False),
]


@pytest.mark.parametrize(("name", "url", "agrees"), HOSTS)
def test_a_name_is_a_hosts_or_not(name, url, agrees):
    assert host_agrees(name, url) == agrees


def test_the_ladder_of_outlets():
    at = "https://www.coastpost.example/a"
    assert carried_by(at, site=[("og:site_name", "Coast Post")], publisher="Big House plc").outlet == "Coast Post"
    assert carried_by(at, site=[], publisher="Coast Post").rung == "json-ld publisher"
    assert carried_by(at, site=[], publisher="", titles=["Ferries stop - Coast Post"]).rung == "title"
    assert carried_by(at, site=[], publisher="Coast Media Group", titles=["Ferries stop | Coast Post"]).rung == "title"
    assert (
        carried_by(at, site=[], publisher="Coast Post Online", titles=["Ferries stop | Coast"]).rung
        == "json-ld publisher"
    )
    assert carried_by(at, site=[], publisher="", titles=["Coast Post -- Ferries stop"]).outlet == "Coast Post"
    assert carried_by(at, site=[], publisher="Elm Wire Service").outlet == "coastpost.example"
    assert carried_by("", site=[], publisher="Elm Wire Service").outlet == "Elm Wire Service"
    assert carried_by("", site=[("json-ld WebSite", "x")], publisher="Coast Post").outlet == "Coast Post"
    assert carried_by("", site=[], publisher="").outlet == ""


# address, title, the page's heading, a name that it shows, the outlet, why
SITES = [
    ("https://www.coastpost.example/a", "Ferries stop - Coast Post - World", "Ferries stop", "", "Coast Post", "before a section"),
    ("https://velm.example/a", "Ferries stop | Velm | Local", "Ferries stop", "", "Velm", "one word before a section"),
    ("https://english.newland.example/a", "Ferries stop-Newland", "Ferries stop", "", "Newland", "a dash without spaces"),
    ("https://royce.example/a", "Court halts sale of Rolls-Royce", "Court halts sale of Rolls-Royce", "", "royce.example", "a hyphen of the heading's own"),
    ("https://coastpost.example/a", "Ferries stop - Guard blames coast - World", "Ferries stop", "", "coastpost.example", "a headline's middle"),
    ("https://adabrandt.medium.com/a", "Ferries stop | by Ada Brandt | Medium", "Ferries stop", "", "adabrandt.medium.com", "who wrote it"),
    ("https://www.coastpost.example/a", "Ferries stop", "Ferries stop", "The Coast Post Company", "The Coast Post", "the firm that owns it"),
    ("https://www.coastpost.example/a", "Ferries stop", "Ferries stop", "Coast Post Publishing Co.", "Coast Post", "a firm of two words"),
    ("https://walkcompany.example/a", "Ferries stop", "Ferries stop", "The Walk Company", "The Walk Company", "a firm that its host names"),
]  # fmt: skip


@pytest.mark.parametrize(("url", "title", "heading", "shown", "outlet", "why"), SITES, ids=[row[5] for row in SITES])
def test_titles_and_marks_of_ownership_tell_the_outlet(url, title, heading, shown, outlet, why):
    names = [("copyright", shown)] if shown else []
    assert carried_by(url, site=[], publisher="", titles=[title], headings=[heading], shown=names).outlet == outlet, why
