"""`rashomon serve` as a process: it answers once it has told its address, and says nothing about who breaks off."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit

import pytest

import depot
from rashomon.case import Case

BROKEN_OFF = [
    (b"", "it says nothing"),
    (b"GET / HTTP/1.1\r\nHost: ", "in a header"),
    (b"\x16\x03\x01\x02\x00\x01\x00", "it speaks TLS"),
    (b"POST /correct HTTP/1.1\r\nHost: HOST\r\nContent-Length: 4000\r\n\r\nkind=note", "in the body of a POST"),
    (b"POST /add HTTP/1.1\r\nHost: HOST\r\nTransfer-Encoding: chunked\r\n\r\nff\r\nab", "in a part of a POST"),
    (b"POST /correct HTTP/1.1\r\nHost: HOST\r\nContent-Length: -1\r\n\r\n", "a length that is none"),
    (
        b"POST / HTTP/1.1\r\nHost: HOST\r\nTransfer-Encoding: chunked\r\n\r\n-1\r\nabc\r\n",
        "a part of a length that is none",
    ),
    (b"GET / HTTP/1.1\r\nHost: HOST\r\nContent-Length: 3\r\nContent-Length: 30\r\n\r\nabc", "two lengths"),
    (b"GET /story HTTP/1.1\r\nHost: HOST\r\n\r\n", "before the answer"),
]


def _ask(port: int, asked: bytes, *, wait: bool) -> bytes:
    with socket.create_connection(("127.0.0.1", port), timeout=30) as to:
        to.sendall(asked.replace(b"HOST", f"127.0.0.1:{port}".encode()))
        if not wait:
            return b""
        told = b""
        while part := to.recv(1 << 16):
            told += part
        return told


@pytest.mark.skipif(sys.platform == "win32", reason="ended by a signal")
@pytest.mark.parametrize("options", [(), ("--read-only",)])
def test_who_comes_is_answered_and_who_breaks_off_costs_no_line(tmp_path: Path, options: tuple[str, ...]) -> None:
    with Case(tmp_path / "a.case") as case:
        depot.keep(case)
    words = [sys.executable, "-m", "rashomon", "serve", str(tmp_path / "a.case"), *options]
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        assert server.stderr is not None
        try:
            address = urlsplit(server.stdout.readline().split(" is at ")[1].strip())
            assert address.port
            opened = f"GET /?{address.query} HTTP/1.1\r\nHost: HOST\r\nConnection: close\r\n\r\n".encode()
            assert _ask(address.port, opened, wait=True).startswith(b"HTTP/1.1 303")
            for asked, _ in BROKEN_OFF:
                _ask(address.port, asked, wait=False)
            assert _ask(address.port, opened, wait=True).startswith(b"HTTP/1.1 303")
        finally:
            server.send_signal(signal.SIGTERM)
        rest, told = server.communicate(timeout=60)
    assert (rest, told) == ("", "")
