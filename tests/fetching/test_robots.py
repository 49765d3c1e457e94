"""What a robots.txt allows, by RFC 9309; a strange one is no error."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from rashomon import watching
from rashomon.fetching import Allowed, FetchError

FILES = [
    ("User-agent: *\nDisallow: /a\nAllow: /a/b\n", "/a/b/c", True, "the longest rule, not the first"),
    ("User-agent: *\nAllow: /\nDisallow: /private", "/private/x", False, "the longest rule forbids"),
    ("User-agent: *\nDisallow: /*.pdf$", "/x/y.pdf", False, "any characters, then the end"),
    ("User-agent: *\nDisallow: /*.pdf$", "/x/y.pdf?page=2", True, "not the end"),
    ("User-agent: rashomon\nUser-agent: other\nDisallow: /\n", "/x", False, "two names, one group"),
    (
        "User-agent: Rashomon\nDisallow: /x\n\nUser-agent: rashomon\nDisallow: /y\n",
        "/y",
        False,
        "two groups of one name",
    ),
    ("User-agent: rashomon\nAllow: /\n\nUser-agent: *\nDisallow: /\n", "/x", True, "its own group alone"),
    ("\ufeffUser-agent: *\nDisallow: /", "/x", False, "a byte-order mark"),
    ("User-agent: *\n\nDisallow: /x\n", "/x", False, "an empty line inside a group"),
    ("User-agent: *\nDisallow: /x # not here\n", "/x", False, "a comment"),
    (
        "User-agent: *\nCrawl-delay: \u00b2\nRequest-rate: \u00b2/\u00b3\nDisallow: http://[x\n",
        "/x",
        True,
        "numbers that are none",
    ),
    ("<html>Not found</html>", "/x", True, "no rules at all"),
    ("", "/x", True, "empty"),
]


@pytest.mark.parametrize(("text", "path", "may", "why"), FILES, ids=[f[-1] for f in FILES])
def test_robots(monkeypatch: pytest.MonkeyPatch, text: str, path: str, may: bool, why: str) -> None:
    monkeypatch.setattr(watching, "fetch", lambda url, allowed: SimpleNamespace(body=text.encode()))
    asked = watching.Manners(Allowed(), 0.0)
    try:
        asked.ask(f"https://paper.example{path}", "read it yourself")
    except FetchError:
        assert not may, why
    else:
        assert may, why
    asked.wait("https://paper.example/")
