"""No host is asked more often than it bears, nor for what its robots.txt keeps from us (RFC 9309)."""

from __future__ import annotations

from dataclasses import replace
from time import monotonic, sleep
from urllib.parse import urlsplit

from protego import Protego

from rashomon.fetching import Allowed, FetchError, fetch

_LONGEST = 60.0
"""Seconds of a Crawl-delay that are waited; a host that asks for more is asked at this pace."""
_ROBOTS_BYTES = 512_000


class Manners:
    """How the hosts of one round are treated: `delay` seconds between two requests to one of them, or what it asks."""

    def __init__(self, allowed: Allowed, delay: float) -> None:
        self._allowed, self._delay = allowed, delay
        self._robots: dict[str, Protego | FetchError] = {}
        self._next: dict[str, float] = {}

    def ask(self, url: str, advice: str) -> None:
        """Raise FetchError where `url` may not be asked for; asks the host for its robots.txt once.

        `advice` says what to do where that keeps programs away. A host that cannot be asked at all, or that fails, has
        no robots.txt that could allow it.
        """
        parts = urlsplit(url)
        host = f"{parts.scheme}://{parts.netloc}"
        if host not in self._robots:
            self._robots[host] = self._asked(host)
        robots = self._robots[host]
        if isinstance(robots, FetchError):
            raise robots.with_traceback(None)  # one for every address of the host
        try:
            may = robots.can_fetch(url, self._name())
        except ValueError:
            raise FetchError("is no address that can be asked for", advice, refused=True) from None
        if not may:
            raise FetchError("is kept from programs by its host's robots.txt", advice, status=403)

    def wait(self, url: str) -> None:
        """Wait until the host of `url` may be asked again."""
        parts = urlsplit(url)
        host = f"{parts.scheme}://{parts.netloc}"
        pause = self._next.get(host, 0.0) - monotonic()
        if pause > 0:
            sleep(pause)
        robots = self._robots.get(host)
        asked = robots.crawl_delay(self._name()) if isinstance(robots, Protego) else None
        self._next[host] = monotonic() + max(self._delay, float(min(asked or 0, _LONGEST)))

    def hold(self, url: str, seconds: float) -> None:
        """Leave the host of `url` alone for `seconds`, as it asked, at most for the longest wait."""
        parts = urlsplit(url)
        self._next[f"{parts.scheme}://{parts.netloc}"] = monotonic() + min(seconds, _LONGEST)

    def _name(self) -> str:
        return self._allowed.agent.split("/")[0]

    def _asked(self, host: str) -> Protego | FetchError:
        try:
            got = fetch(f"{host}/robots.txt", replace(self._allowed, max_bytes=_ROBOTS_BYTES))
        except FetchError as error:
            if error.status >= 500:
                reason = f"did not give its robots.txt ({error.reason}), so that it is not asked this time"
                return FetchError(reason, error.advice, status=error.status, retry=error.retry)
            if error.status < 400:
                return error
            return Protego.parse("")
        try:
            return Protego.parse(got.body.decode("utf-8-sig", "replace"))
        except (ValueError, ArithmeticError) as error:
            reason = f"has a robots.txt that cannot be read ({error!s:.80}), so that it is not asked"
            return FetchError(reason, "tell its webmaster, or read it yourself", status=500)
