"""A model of the user's own is asked from the pages: what is said before, what comes of it, and what may go wrong."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from rashomon.case import Case
from rashomon.pointing import Endpoint, beside
from rashomon.web import Model, application
from rashomon.web.background_work import Works
from test_pointing import built, good, serve

__all__ = ["built", "serve"]
HOST = "127.0.0.1:8642"


@pytest.fixture
def opened(built: Path, serve: Any, tmp_path: Path) -> Callable[..., Any]:
    def pages(answer: Any = None, *, read_only: bool = False) -> tuple[TestClient, Works, str]:
        path = tmp_path / "a.case"
        shutil.copyfile(built, path)
        works, model = Works(path), None
        if answer is not None:
            asked = Endpoint(serve(answer).address, "small", tries=1, pause=0.0)
            model = Model("small", asked.host, asked.is_here, partial(beside, asked))
        app = application(
            path, hosts=frozenset({HOST}), token="", who="analyst", works=works, model=model, read_only=read_only
        )
        with Case(path, read_only=True) as held:
            story = held.ask("SELECT id FROM story ORDER BY id")[0][0]
        headers = {"origin": f"http://{HOST}"}
        return TestClient(app, base_url=f"http://{HOST}", headers=headers, follow_redirects=False), works, story

    return pages


def test_what_is_sent_is_said_before_and_what_came_of_it_after(opened: Any) -> None:
    web, works, story = opened(good)
    assert f"/point?story={story}" in web.get("/").text
    before = web.get("/point", params={"story": story}).text
    assert "stays on this machine" in before
    assert "Ask <bdi>small</bdi>" in before
    answer = web.post("/point", data={"story": story})
    assert (answer.status_code, answer.headers["location"]) == (303, f"/point?story={story}")
    assert works.settled(120)
    after = web.get("/point", params={"story": story}).text
    assert "7 questions" in after
    assert "Answered" in after
    assert "☞" in web.get("/").text


def test_a_model_that_answers_prose_leaves_the_rules_findings(opened: Any) -> None:
    web, works, story = opened(lambda body: (200, b'{"choices": [{"message": {"content": "I would say so."}}]}'))
    before = web.get("/claims").text
    web.post("/point", data={"story": story})
    assert works.settled(120)
    after = web.get("/point", params={"story": story}).text
    assert "Nothing was answered" in after
    assert "no JSON object" in after or "not one JSON object" in after
    assert web.get("/claims").text == before


def test_without_a_model_it_is_said_how_to_name_one_and_nothing_is_asked(opened: Any) -> None:
    web, _, story = opened()
    page = web.get("/point", params={"story": story}).text
    assert "RASHOMON_POINT_ADDRESS" in page
    assert "<form method" not in page.partition("No model was named")[2].partition("</main>")[0]
    refused = web.post("/point", data={"story": story})
    assert (refused.status_code, "no model was named" in refused.text) == (422, True)


def test_who_only_reads_asks_no_model(opened: Any) -> None:
    web, _, story = opened(good, read_only=True)
    assert "/point?story=" not in web.get("/").text
    assert web.get("/point", params={"story": story}).status_code == 404
    assert web.post("/point", data={"story": story}).status_code in (403, 405)


def test_a_story_that_is_not_there_is_missing(opened: Any) -> None:
    web, _, _ = opened(good)
    assert web.get("/point", params={"story": "s-none"}).status_code == 404
