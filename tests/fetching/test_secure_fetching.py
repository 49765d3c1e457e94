"""TLS as it is: a server of the test's own with certificates of the test's own authority, over real connections.

The name is resolved to loopback by the test; what the server is asked for (SNI), what its certificate must name and what
`Host` says is the name that the address holds, whatever address the connection goes to.
"""

import socket
import ssl
import subprocess
import sys
import threading
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
import trustme

from rashomon.fetching import Allowed, FetchError, fetch
from repository import ENVIRONMENT

NAME = "quay.example"
_fetch = sys.modules["rashomon.fetching.fetch"]
AGO = datetime.now(UTC) - timedelta(days=1)
AHEAD = datetime.now(UTC) + timedelta(days=1)
HOUR = timedelta(hours=1)


@contextmanager
def serving(certificate, answers=None):
    """A server on loopback that shows `certificate`: gives its port, the names it was asked for, and the requests."""
    names, hits = [], []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            hits.append((self.path, self.headers["Host"]))
            status, location = (answers or {}).get(self.path, (200, ""))
            self.send_response(status)
            if location:
                self.send_header("Location", location)
            self.end_headers()
            self.wfile.write(b"page")

        def log_message(self, *args):
            pass

    class Server(ThreadingHTTPServer):
        def handle_error(self, request, client_address):
            pass  # a client that breaks the handshake off, as it should

    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    certificate.configure_cert(context)
    context.sni_callback = lambda wire, name, _: names.append(name)
    server = Server(("127.0.0.1", 0), Handler)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    try:
        yield server.server_port, names, hits
    finally:
        server.shutdown()
        server.server_close()


@pytest.fixture(scope="module")
def authority():
    return trustme.CA(organization_name="Harbour Board")


@pytest.fixture(autouse=True)
def trusted(authority, tmp_path, monkeypatch):
    """The machine of the test trusts the test's authority, as one does that is told of it by SSL_CERT_FILE."""
    authority.cert_pem.write_to_path(tmp_path / "authority.pem")
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "authority.pem"))
    _fetch._trust.cache_clear()
    yield tmp_path / "authority.pem"
    _fetch._trust.cache_clear()


@pytest.fixture(autouse=True)
def resolver(monkeypatch):
    """A name under .example leads to 127.0.0.1, but elsewhere when it is looked up again; what was looked up is kept."""
    asked = []
    real = socket.getaddrinfo

    def resolved(host, *args, **more):
        if not str(host).endswith(".example"):
            return real(host, *args, **more)
        asked.append(host)
        return real("127.0.0.1" if asked.count(host) == 1 else "127.0.0.9", *args, **more)

    monkeypatch.setattr(socket, "getaddrinfo", resolved)
    return asked


def allowed(port, *hosts):
    return Allowed(hosts=frozenset(hosts), ports=frozenset({port}), seconds=5)


TAKEN = [
    (NAME, (NAME,), NAME, "its own name"),
    ("QUAY.example.", (NAME,), NAME, "its own name in capitals, with a dot"),
    (f"www.{NAME}", (f"*.{NAME}",), f"www.{NAME}", "a name under a star"),
    ("hôtel.example", ("xn--htel-vqa.example",), "xn--htel-vqa.example", "a name in its own script"),
    ("127.0.0.1", ("127.0.0.1",), None, "an address that its certificate names"),
]


@pytest.mark.parametrize(("host", "names", "asked_for", "why"), TAKEN, ids=[row[3] for row in TAKEN])
def test_the_right_name_is_taken_and_asked_for_by_that_name(authority, resolver, host, names, asked_for, why):
    with serving(authority.issue_cert(*names)) as (port, sni, hits):
        plain = asked_for or host
        assert fetch(f"https://{host}:{port}/a", allowed(port, plain)).body == b"page"
        assert sni == [asked_for]
        assert hits == [("/a", f"{plain}:{port}")]
    assert resolver == ([asked_for] if asked_for else [])  # once: the connection goes to the address that was looked at


REFUSED = [
    (lambda ours: ours.issue_cert("other.example"), f"is for another name than {NAME}", "another name"),
    (lambda ours: ours.issue_cert("*.quay.example"), "is for another name", "a star for a name below"),
    (lambda ours: ours.issue_cert("127.0.0.1"), "is for another name", "its address for its name"),
    (lambda ours: ours.issue_cert(NAME, not_before=AGO - HOUR, not_after=AGO), "has expired", "expired"),
    (lambda ours: ours.issue_cert(NAME, not_before=AHEAD, not_after=AHEAD + HOUR), "is not valid yet", "not yet valid"),
    (lambda ours: trustme.CA().issue_cert(NAME), "by nobody that this machine trusts", "an unknown authority"),
]


@pytest.mark.parametrize(("made", "says", "why"), REFUSED, ids=[row[2] for row in REFUSED])
def test_a_certificate_that_does_not_hold_is_refused_with_a_clear_line_and_nothing_is_asked(authority, made, says, why):
    with serving(made(authority)) as (port, sni, hits):
        with pytest.raises(FetchError) as refused:
            fetch(f"https://{NAME}:{port}/a", allowed(port, NAME))
        assert refused.value.reason.startswith("cannot prove who it is: its certificate ")
        assert says in refused.value.reason
        assert "ssl" not in refused.value.reason.lower()
        assert refused.value.advice
        assert sni == [NAME]
        assert hits == []


def test_the_name_counts_again_after_a_redirect(authority):
    with (
        serving(authority.issue_cert(NAME)) as (inner, _, hits),
        serving(authority.issue_cert(NAME), {"/go": (302, f"https://other.example:{inner}/")}) as (port, _, _),
    ):
        may = Allowed(hosts=frozenset({NAME, "other.example"}), ports=frozenset({port, inner}), seconds=5)
        with pytest.raises(FetchError, match="is for another name"):
            fetch(f"https://{NAME}:{port}/go", may)
        assert hits == []


def test_plain_http_where_tls_is_spoken_is_told():
    with ThreadingHTTPServer(("127.0.0.1", 0), BaseHTTPRequestHandler) as server:
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        with pytest.raises(FetchError, match="does not speak TLS") as refused:
            fetch(f"https://127.0.0.1:{server.server_port}/", allowed(server.server_port, "127.0.0.1"))
        server.shutdown()
    assert "http://" in refused.value.advice


def test_without_the_authority_the_command_refuses_and_with_it_the_page_comes_in(authority, trusted, tmp_path):
    """A user's way: `rashomon build` of an https address, in a process of its own, as the machine is set up."""
    script = (
        "import json; from rashomon.intake import intake; from rashomon.fetching import Allowed; import sys\n"
        "for one in intake([sys.argv[1]], allowed=Allowed(hosts=frozenset({'127.0.0.1'}))):\n"
        "    print(getattr(one, 'text', None) or one.reason)"
    )
    told = {}
    with serving(authority.issue_cert("127.0.0.1")) as (port, _, hits):
        for name, environment in (("known", {"SSL_CERT_FILE": str(trusted)}), ("unknown", {"SSL_CERT_FILE": ""})):
            command = [sys.executable, "-c", script, f"https://127.0.0.1:{port}/a.txt"]
            done = subprocess.run(
                command, env={**ENVIRONMENT, **environment}, capture_output=True, text=True, check=True
            )
            told[name] = done.stdout.strip()
        assert len(hits) == 1
    assert told["known"] == "page"
    assert "by nobody that this machine trusts" in told["unknown"]
