"""The network: nothing but public addresses and what was allowed by name, and never more than was agreed."""

import gzip
import io
import re
import socket
import threading
import time
import zlib
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.fetching import Allowed, FetchError, Inflated, TooMuchError, fetch, inflate
from rashomon.fetching.target import public
from repository import SRC

ROOM = SRC / "rashomon"


class Six(ThreadingHTTPServer):
    address_family = socket.AF_INET6


@contextmanager
def serving(answers, address="127.0.0.1"):
    """A server on loopback: `answers` maps a path to (status, headers, body); gives its port and the list of its hits."""
    hits = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            hits.append((self.path, dict(self.headers)))
            status, headers, body = answers.get(self.path, (404, {}, b""))
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.end_headers()
            for piece in body if isinstance(body, list) else [body]:
                try:
                    self.wfile.write(piece)
                    self.wfile.flush()
                except OSError:
                    return
                if isinstance(body, list):
                    time.sleep(0.05)

        def do_POST(self):
            hits.append((self.path, self.rfile.read(int(self.headers["Content-Length"]))))
            status, headers, _ = answers.get(self.path, (404, {}, b""))
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.end_headers()

        def log_message(self, *args):
            pass

    server = (Six if ":" in address else ThreadingHTTPServer)((address, 0), Handler)
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    try:
        yield server.server_port, hits
    finally:
        server.shutdown()
        server.server_close()


def allowed(port, *hosts, **more):
    return Allowed(hosts=frozenset(hosts), ports=frozenset({port}), **more)


# What leads to this machine or its neighbours, however it is written. {p} is the port of a server that is there.
REFUSED = [
    ("http://127.0.0.1:{p}/", "loopback"),
    ("http://127.0.0.2:{p}/", "loopback, another"),
    ("http://127.255.255.254:{p}/", "loopback, its last"),
    ("http://localhost:{p}/", "loopback by name"),
    ("http://LOCALHOST:{p}/", "loopback by name in capitals"),
    ("http://localhost.:{p}/", "loopback by name with a dot"),
    ("http://127.1:{p}/", "loopback in two parts"),
    ("http://127.0.1:{p}/", "loopback in three parts"),
    ("http://2130706433:{p}/", "loopback as a number"),
    ("http://0x7f000001:{p}/", "loopback as a hexadecimal number"),
    ("http://0x7f.0.0.1:{p}/", "loopback with a hexadecimal part"),
    ("http://0177.0.0.1:{p}/", "loopback with an octal part"),
    ("http://017700000001:{p}/", "loopback as an octal number"),
    ("http://0:{p}/", "this host as a number"),
    ("http://0.0.0.0:{p}/", "this host"),
    ("http://１２７.０.０.１:{p}/", "loopback in full-width digits"),
    ("http://①②⑦.⓪.⓪.①:{p}/", "loopback in circled digits"),
    ("http://127。0。0。1:{p}/", "loopback with ideographic stops"),
    ("http://[::1]:{p}/", "IPv6 loopback"),
    ("http://[0:0:0:0:0:0:0:1]:{p}/", "IPv6 loopback in full"),
    ("http://[::]:{p}/", "IPv6 this host"),
    ("http://[::ffff:127.0.0.1]:{p}/", "loopback mapped into IPv6"),
    ("http://[::ffff:7f00:1]:{p}/", "loopback mapped, in hexadecimal"),
    ("http://[::127.0.0.1]:{p}/", "loopback compatible with IPv6"),
    ("http://[::ffff:0:127.0.0.1]:{p}/", "loopback translated into IPv6"),
    ("http://[64:ff9b::127.0.0.1]:{p}/", "loopback by NAT64"),
    ("http://[64:ff9b:1::7f00:1]:{p}/", "loopback by a local NAT64"),
    ("http://[2002:7f00:1::]:{p}/", "loopback by 6to4"),
    ("http://[2001:0:7f00:1::]:{p}/", "loopback by Teredo"),
    ("http://[2a00::5efe:127.0.0.1]:{p}/", "loopback by ISATAP"),
    ("http://[fe80::1]:{p}/", "IPv6 link-local"),
    ("http://[fe80::1%25lo]:{p}/", "IPv6 link-local with a zone"),
    ("http://[fc00::1]:{p}/", "IPv6 private"),
    ("http://[fd00:ec2::254]:{p}/", "a cloud's own address in IPv6"),
    ("http://[fec0::1]:{p}/", "IPv6 site-local"),
    ("http://[ff02::1]:{p}/", "IPv6 multicast"),
    ("http://[2001:db8::1]:{p}/", "IPv6 for documentation"),
    ("http://[4000::1]:{p}/", "IPv6 not given out"),
    ("http://10.0.0.1:{p}/", "private, ten"),
    ("http://172.16.0.1:{p}/", "private, 172.16"),
    ("http://172.31.255.255:{p}/", "private, 172.31"),
    ("http://192.168.1.1:{p}/", "private, 192.168"),
    ("http://169.254.169.254:{p}/latest/meta-data/", "a cloud's own address"),
    ("http://100.64.0.1:{p}/", "a carrier's network"),
    ("http://192.0.0.1:{p}/", "reserved, 192.0.0"),
    ("http://192.0.2.1:{p}/", "documentation, first"),
    ("http://198.18.0.1:{p}/", "benchmarks"),
    ("http://198.51.100.1:{p}/", "documentation, second"),
    ("http://203.0.113.1:{p}/", "documentation, third"),
    ("http://224.0.0.1:{p}/", "multicast"),
    ("http://240.0.0.1:{p}/", "reserved, 240"),
    ("http://255.255.255.255:{p}/", "broadcast"),
    ("http://user@localhost:{p}/", "a user name"),
    ("http://example.org@127.0.0.1:{p}/", "a user name that looks like a host"),
    ("http://localhost:{p}\\@example.org/", "a backslash"),
    ("http:\\\\localhost:{p}/", "backslashes for slashes"),
    ("http://localhost:{p}/\r\nX: y", "a line end"),
    ("http://local\u200bhost:{p}/", "a character without width"),
    ("http://localhost%00:{p}/", "an escaped NUL"),
    ("http:///etc/passwd", "no host"),
    ("http://localhost:99999/", "no port"),
    ("http://[::1/", "half a bracket"),
    ("file:///etc/passwd", "a file"),
    ("FILE://localhost/etc/passwd", "a file in capitals"),
    ("ftp://127.0.0.1:{p}/", "FTP"),
    ("gopher://127.0.0.1:{p}/_GET", "gopher"),
    ("data:text/html,x", "data"),
    ("jar:http://127.0.0.1:{p}!/", "jar"),
]
IDS = [row[1] for row in REFUSED]


@pytest.fixture(scope="module")
def both():
    """The same page on the two loopbacks, at one port each, and who was there."""
    page = {"/": (200, {}, b"inner")}
    with serving(page) as (port, hits):
        yield port, hits


@pytest.mark.parametrize(("url", "why"), REFUSED, ids=IDS)
def test_what_is_not_public_is_never_asked(both, url, why):
    port, hits = both
    with pytest.raises(FetchError) as refused:
        fetch(url.format(p=port), allowed(port, seconds=2))
    assert refused.value.reason
    assert refused.value.advice
    assert hits == []


@pytest.mark.parametrize(("url", "why"), REFUSED, ids=IDS)
def test_no_redirect_leads_there_either(both, url, why):
    inner, hits = both
    to = url.format(p=inner).replace("\r\n", "\t").encode("utf-8").decode("latin-1")
    with serving({"/go": (302, {"Location": to}, b"")}, "127.0.0.3") as (port, _):
        may = Allowed(hosts=frozenset({"127.0.0.3"}), ports=frozenset({port, inner}), seconds=2)
        with pytest.raises(FetchError):
            fetch(f"http://127.0.0.3:{port}/go", may)
    assert hits == []


def test_a_stranger_cannot_redirect_to_what_was_allowed_by_name(monkeypatch):
    """A public server is played by 127.0.0.3, which the check is told to take for public."""
    import rashomon.fetching.target as looked_at

    monkeypatch.setattr(looked_at, "public", lambda a: "" if a == "127.0.0.3" else public(a))
    with serving({"/": (200, {}, b"inner")}) as (inner, hits):
        go = {"/go": (302, {"Location": f"http://localhost:{inner}/"}, b"")}
        with serving(go, "127.0.0.3") as (port, _):
            may = Allowed(hosts=frozenset({"localhost"}), ports=frozenset({port, inner}))
            assert fetch(f"http://localhost:{inner}/", may).body == b"inner"
            with pytest.raises(FetchError, match="loopback"):
                fetch(f"http://127.0.0.3:{port}/go", may)
    assert len(hits) == 1


def test_a_resolver_that_changes_its_mind_changes_nothing(monkeypatch):
    """The name is resolved once for each hop, and the connection goes to the address that was looked at."""
    asked = []
    real = socket.getaddrinfo

    def resolver(host, *args, **more):
        if host == "rebinding.example":
            asked.append(host)
            return real("127.0.0.1" if len(asked) == 1 else "127.0.0.9", *args, **more)
        return real(host, *args, **more)

    monkeypatch.setattr(socket, "getaddrinfo", resolver)
    with serving({"/": (200, {}, b"here")}) as (port, hits):
        assert fetch(f"http://rebinding.example:{port}/", allowed(port, "rebinding.example")).body == b"here"
        assert hits[0][1]["Host"] == f"rebinding.example:{port}"
    assert asked == ["rebinding.example"]


def test_one_private_address_among_public_ones_refuses_them_all(monkeypatch):
    mixed = [(socket.AF_INET, 1, 6, "", (a, 80)) for a in ("93.184.216.34", "127.0.0.1")]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *a, **k: mixed)
    with pytest.raises(FetchError, match="loopback"):
        fetch("http://mixed.example/")


@pytest.mark.parametrize("address", ["93.184.216.34", "8.8.8.8", "2606:4700::1111", "2a00:1450:4001:81b::200e"])
def test_public_addresses_are_public(address):
    assert public(address) == ""


@given(st.one_of(st.ip_addresses(v=4), st.ip_addresses(v=6)))
def test_what_the_standard_library_calls_private_is_never_public(ip):
    if public(str(ip)) == "":
        assert not any((ip.is_private, ip.is_loopback, ip.is_link_local, ip.is_multicast, ip.is_unspecified))


def test_ports_where_no_pages_are_served_are_refused():
    with pytest.raises(FetchError, match="port 25"):
        fetch("http://example.org:25/")


def test_six_is_spoken_too():
    with serving({"/": (200, {}, b"six")}, "::1") as (port, _):
        assert fetch(f"http://[::1]:{port}/", allowed(port, "::1")).body == b"six"


def test_conditional_requests_and_what_is_sent():
    with serving(
        {
            "/": (200, {"ETag": '"a"', "Last-Modified": "x", "Content-Type": "text/html; charset=Latin-1"}, b"p"),
            "/same": (304, {}, b""),
        }
    ) as (port, hits):
        may = allowed(port, "127.0.0.1")
        first = fetch(f"http://127.0.0.1:{port}/", may)
        again = fetch(f"http://127.0.0.1:{port}/same", may, etag=first.etag, modified=first.modified)
    assert (first.status, first.etag, first.modified, first.kind, first.charset) == (
        200,
        '"a"',
        "x",
        "text/html",
        "latin-1",
    )
    assert (again.status, again.body) == (304, b"")
    assert (hits[1][1]["If-None-Match"], hits[1][1]["If-Modified-Since"]) == ('"a"', "x")
    assert not {"Cookie", "Authorization", "Referer"} & set(hits[0][1])


def test_cookies_are_not_kept_and_proxies_of_the_environment_not_used(monkeypatch):
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9/")
    with serving({"/": (302, {"Location": "/b", "Set-Cookie": "a=b"}, b""), "/b": (200, {}, b"ok")}) as (port, hits):
        assert fetch(f"http://127.0.0.1:{port}/", allowed(port, "127.0.0.1")).body == b"ok"
    assert [path for path, _ in hits] == ["/", "/b"]
    assert not any("Cookie" in headers for _, headers in hits)


ANSWERS = [
    ((200, {"Content-Length": "999999999"}, b"x"), "more than", "says that it is too long"),
    ((200, {}, b"x" * 3_000_000), "more than 2,000,000", "is too long"),
    ((200, {"Content-Length": "50"}, b"x"), "broke off", "breaks off"),
    ((200, {"Content-Encoding": "gzip"}, gzip.compress(b"a" * 1_900_000)), "100 times", "a packed bomb"),
    ((200, {"Content-Encoding": "gzip"}, gzip.compress(gzip.compress(b"page"))), "gzip in gzip", "packed twice"),
    ((200, {"Content-Encoding": "gzip"}, gzip.compress(b"page" * 99)[:-9]), "damaged", "packed and cut off"),
    ((200, {"Content-Encoding": "br"}, b"page"), "'br'", "packed in a way not asked for"),
    ((200, {}, [b"x"] * 200), "longer than 1 seconds", "drips"),
    ((404, {}, b""), "status 404", "is not there"),
    ((302, {}, b""), "nowhere", "redirects to nowhere"),
    ((302, {"Location": "/"}, b""), "more than 5 times", "redirects to itself"),
]


@pytest.mark.parametrize(("answer", "says", "why"), ANSWERS, ids=[row[2] for row in ANSWERS])
def test_an_answer_that_is_too_much_is_refused_with_a_reason(answer, says, why):
    with serving({"/": answer}) as (port, _), pytest.raises(FetchError, match=says):
        fetch(f"http://127.0.0.1:{port}/", allowed(port, "127.0.0.1", max_bytes=2_000_000, seconds=1))


def test_a_server_that_asks_to_wait_is_understood():
    with serving({"/": (429, {"Retry-After": "120"}, b"")}) as (port, _), pytest.raises(FetchError) as refused:
        fetch(f"http://127.0.0.1:{port}/", allowed(port, "127.0.0.1"))
    assert (refused.value.status, refused.value.retry) == (429, 120)


def test_what_is_posted_is_never_sent_on():
    with serving({"/": (200, {}, b""), "/go": (307, {"Location": "/"}, b"")}) as (port, hits):
        may = allowed(port, "127.0.0.1")
        assert fetch(f"http://127.0.0.1:{port}/", may, post=b"{}").status == 200
        with pytest.raises(FetchError, match="redirects"):
            fetch(f"http://127.0.0.1:{port}/go", may, post=b"{}")
    assert hits == [("/", b"{}"), ("/go", b"{}")]


# ------------------------------------------------------------------------------------------------------- unpacking

PACKED = [
    (gzip.compress(b"\0" * 30_000_000), "more than 100 times", "a bomb"),
    (gzip.compress(b"ab" * 100) + b"junk", "damaged", "rubbish behind"),
    (b"junk", "damaged", "no gzip at all"),
    (b"", "cut off", "nothing"),
    (gzip.compress(b"ab" * 100)[:15], "cut off", "half"),
    (gzip.compress(gzip.compress(b"x")), "gzip in gzip", "packed twice"),
    (gzip.compress(Random(1).randbytes(5_100_000), 1), "more than 5,000,000", "too long"),
]


@pytest.mark.parametrize(("packed", "says", "why"), PACKED, ids=[row[2] for row in PACKED])
def test_what_is_packed_badly_says_why(packed, says, why):
    with pytest.raises(TooMuchError, match=says):
        inflate(packed, most=5_000_000)


@given(st.lists(st.binary(max_size=300).filter(lambda b: not b.startswith(b"\x1f")), max_size=4), st.integers(1, 50))
def test_what_is_packed_well_comes_back_whole(parts, step):
    packed = b"".join(map(gzip.compress, parts))
    if parts and b"".join(parts)[:2] != b"\x1f\x8b":
        assert inflate(packed, most=5_000) == b"".join(parts)

        class Dripping(io.BytesIO):
            def read(self, size=-1):
                return super().read(step)

        assert io.BufferedReader(Inflated(Dripping(packed), most=5_000)).read() == b"".join(parts)


@given(st.binary(max_size=300))
def test_any_bytes_unpack_or_say_why(data):
    try:
        unpacked = inflate(data, most=1_000)
    except TooMuchError:
        return
    assert unpacked.startswith(zlib.decompressobj(31).decompress(data))


# --------------------------------------------------------------------------------------------- nothing else asks

CLIENT = re.compile(
    r"^\s*(?:import|from) (?:http\.client|http import|urllib\.request|urllib3|requests|httpx|aiohttp|socket\b|ftplib|smtplib)",
    re.MULTILINE,
)
MAY_ASK = {
    "fetching",
    "pointing",
    "engines",
}  # the others ask the one address that their user gives: a model, a cluster


def test_there_is_no_other_way_to_the_network():
    found = {p.relative_to(ROOM).parts[0] for p in ROOM.rglob("*.py") if CLIENT.search(p.read_text("utf-8"))}
    assert found <= MAY_ASK | {"web"}  # pages are served to this machine; they ask nobody
