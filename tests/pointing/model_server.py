"""A model behind a real socket, of the tests' own: it answers as it is told to, well or badly."""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Behaviour = Callable[[dict[str, Any]], tuple[int, bytes]]


def content(said: str, **usage: int) -> tuple[int, bytes]:
    """Give an answer as such an address gives it."""
    told = {"choices": [{"message": {"role": "assistant", "content": said}}], "usage": usage}
    return 200, json.dumps(told).encode()


def page_of(body: dict[str, Any]) -> str:
    """Give the reports of the page that was asked about; nothing where it was asked about a sheet of claims."""
    found = re.search(r"<reports>\n(.*)\n</reports>", body["messages"][0]["content"], re.S)
    return found[1] if found else ""


def sheet_of(body: dict[str, Any]) -> str:
    """Give the sheet of claims that was asked about; nothing where it was asked about a page."""
    found = re.search(r"<claims>\n(.*)\n</claims>", body["messages"][0]["content"], re.S)
    return found[1] if found else ""


def asked_for(body: dict[str, Any]) -> list[str]:
    """Give the parts that were asked for."""
    return list(json.loads(body["messages"][1]["content"].rpartition("without a number:")[2]))


def number(page: str, words: str) -> int:
    """Give the number of the innermost clause that begins before these words of the page; 0 where there is no page."""
    if not page:
        return 0
    plain = re.sub(r"\[\d+(?: V\d+:)? |#\d+=|\]", lambda m: "\0" * len(m.group()), page)
    bare = "".join(c for c in plain if c != "\0")
    at = [n for n, c in enumerate(plain) if c != "\0"][bare.index(words)]
    open_: list[int] = []
    for m in re.finditer(r"\[(\d+)|\]", page[: at + 1]):
        if m[1]:
            open_.append(int(m[1]))
        elif open_:
            open_.pop()
    return open_[-1]


class ModelServer:
    """`answer` makes (status, body) of a request's JSON; `asked` are the requests."""

    def __init__(self, answer: Behaviour) -> None:
        self.answer = answer
        self.asked: list[dict[str, Any]] = []
        self.headers: list[dict[str, str]] = []
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                outer.asked.append(body)
                outer.headers.append(dict(self.headers))
                status, said = outer.answer(body)
                try:
                    if status == 0:
                        self.connection.close()  # it dies in the middle
                        return
                    self.send_response(status)
                    self.send_header("Content-Length", str(len(said)))
                    self.end_headers()
                    self.wfile.write(said)
                except OSError:
                    pass  # the asker has gone, as it may

            def log_message(self, *args: object) -> None:
                pass

        self.http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.address = f"http://127.0.0.1:{self.http.server_port}/v1"
        threading.Thread(target=self.http.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()

    def close(self) -> None:
        """End it."""
        self.http.shutdown()
        self.http.server_close()
