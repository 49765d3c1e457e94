"""No host is asked more often than it bears, nor for what its robots.txt keeps from us (RFC 9309)."""

from __future__ import annotations

from dataclasses import replace
from time import monotonic, sleep
from urllib.parse import urlsplit
from urllib.robotparser import RobotFileParser

from rashomon.fetching import Allowed, FetchError, fetch

_LONGEST = 60.0
"""Seconds of a Crawl-delay that are waited; a host that asks for more is asked at this pace."""
_ROBOTS_BYTES = 512_000


class Manners:
    """How the hosts of one round are treated: `delay` seconds between two requests to one of them, or what it asks."""

    def __init__(self, allowed: Allowed, delay: float) -> None:
        self._allowed, self._delay = allowed, delay
        self._robots: dict[str, RobotFileParser | None] = {}
        self._next: dict[str, float] = {}

    def may(self, url: str) -> str:
        """Say why `url` may not be asked for, "" where it may; asks the host for its robots.txt once."""
        parts = urlsplit(url)
        host = f"{parts.scheme}://{parts.netloc}"
        if host not in self._robots:
            self._robots[host] = self._asked(host)
        robots = self._robots[host]
        if robots is None:
            return "did not give its robots.txt, so that it is not asked this time"
        return "" if robots.can_fetch(self._name(), url) else "is kept from programs by its host's robots.txt"

    def wait(self, url: str) -> None:
        """Wait until the host of `url` may be asked again."""
        parts = urlsplit(url)
        host = f"{parts.scheme}://{parts.netloc}"
        pause = self._next.get(host, 0.0) - monotonic()
        if pause > 0:
            sleep(pause)
        robots = self._robots.get(host)
        asked = robots.crawl_delay(self._name()) if robots else None
        self._next[host] = monotonic() + max(self._delay, min(float(asked or 0), _LONGEST))

    def hold(self, url: str, seconds: float) -> None:
        """Leave the host of `url` alone for `seconds`, as it asked, at most for the longest wait."""
        parts = urlsplit(url)
        self._next[f"{parts.scheme}://{parts.netloc}"] = monotonic() + min(seconds, _LONGEST)

    def _name(self) -> str:
        return self._allowed.agent.split("/")[0]

    def _asked(self, host: str) -> RobotFileParser | None:
        robots = RobotFileParser()
        try:
            got = fetch(f"{host}/robots.txt", replace(self._allowed, max_bytes=_ROBOTS_BYTES))
        except FetchError as error:
            if not 400 <= error.status < 500:
                return None
            robots.parse([])
        else:
            robots.parse(got.body.decode("utf-8", "replace").splitlines())
        return robots
