"""What may be fetched at all, and how much of it: settings with their defaults, and why each has its value.

Why an address gave nothing, in words that fit behind its name ("answered with status 404") and what to do.
"""

from __future__ import annotations

from dataclasses import dataclass, replace


class FetchError(Exception):
    """Nothing was fetched: `reason` goes on from the address, `advice` says what to do."""

    def __init__(
        self,
        reason: str,
        advice: str = "check the address",
        *,
        status: int = 0,
        retry: float = 0.0,
        refused: bool = False,
    ) -> None:
        """`status` is that of an answer that is no success; `retry` the seconds that it asks one to wait.

        `refused` says that we do not ask there at all, so that another try changes nothing unless more is allowed.
        """
        super().__init__(reason)
        self.reason = reason
        self.advice = advice
        self.status = status
        self.retry = retry
        self.refused = refused


@dataclass(frozen=True, slots=True)
class Allowed:
    """Anything beyond is refused with a line that says which setting it is."""

    hosts: frozenset[str] = frozenset()
    """Names (or addresses) that may lie in a private network and be asked at any port, as a person named them."""
    ports: frozenset[int] = frozenset({80, 443, 8000, 8008, 8080, 8443})
    """Where pages are served; a mail or database server is no page."""
    max_bytes: int = 20_000_000
    """Of one answer, unpacked; a long article's page has 1,000,000."""
    max_ratio: int = 100
    """Unpacked bytes for each packed one, beyond the first megabyte; text packs to a tenth, markup to a thirtieth."""
    seconds: float = 30.0
    """From the first byte asked to the last one read, over all redirects."""
    redirects: int = 5
    """One after another; browsers follow 20, news sites need two or three."""
    agent: str = "rashomon/0.1 (reads news reports for an analyst)"
    """What we call ourselves; robots.txt is read for its first word."""

    def for_links(self, host: str) -> Allowed:
        """Give what may be fetched for a link found at `host`: a stranger's page does not open a private network."""
        return self if host.casefold() in self.hosts else replace(self, hosts=frozenset())
