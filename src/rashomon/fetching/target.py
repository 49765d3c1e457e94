"""Where a URL leads, and what may be fetched there: a host, a port and addresses, all of them checked; or a FetchError.

Why an address gave nothing is told in words that fit behind its name ("answered with status 404"), with what to do.
"""

from __future__ import annotations

import re
import socket
from dataclasses import dataclass, replace
from functools import cache
from ipaddress import IPv4Network, IPv6Network, ip_address, ip_network
from urllib.parse import quote, urlsplit


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


_NETWORKS = (
    ("0.0.0.0/8", "this host"),
    ("10.0.0.0/8", "private"),
    ("100.64.0.0/10", "a carrier's private network"),
    ("127.0.0.0/8", "loopback"),
    ("169.254.0.0/16", "link-local"),
    ("172.16.0.0/12", "private"),
    ("192.0.0.0/24", "reserved"),
    ("192.0.2.0/24", "for documentation"),
    ("192.31.196.0/24", "reserved"),
    ("192.52.193.0/24", "reserved"),
    ("192.88.99.0/24", "a 6to4 relay"),
    ("192.168.0.0/16", "private"),
    ("192.175.48.0/24", "reserved"),
    ("198.18.0.0/15", "for benchmarks"),
    ("198.51.100.0/24", "for documentation"),
    ("203.0.113.0/24", "for documentation"),
    ("224.0.0.0/4", "multicast"),
    ("240.0.0.0/4", "reserved"),
    ("::/128", "this host"),
    ("::1/128", "loopback"),
    ("::ffff:0:0/96", "an IPv4 address in IPv6"),
    ("::ffff:0:0:0/96", "an IPv4 address in IPv6"),
    ("::/96", "an IPv4 address in IPv6"),
    ("64:ff9b::/96", "a NAT64 address"),
    ("64:ff9b:1::/48", "a NAT64 address"),
    ("100::/64", "for discarding"),
    ("2001::/32", "a Teredo address"),
    ("2001::/23", "reserved"),
    ("2001:db8::/32", "for documentation"),
    ("2002::/16", "a 6to4 address"),
    ("2620:4f:8000::/48", "reserved"),
    ("3fff::/20", "for documentation"),
    ("5f00::/16", "reserved"),
    ("fc00::/7", "private"),
    ("fe80::/10", "link-local"),
    ("fec0::/10", "site-local"),
    ("ff00::/8", "multicast"),
)
_GLOBAL_UNICAST = ip_network("2000::/3")
_ISATAP = (0x00005EFE, 0x02005EFE)


@cache
def _networks() -> tuple[tuple[IPv4Network | IPv6Network, str], ...]:
    return tuple((ip_network(network), name) for network, name in _NETWORKS)


def public(address: str) -> str:
    """Say what keeps `address`, an IPv4 or IPv6 address as the resolver gives it, from being public; "" where it is.

    Raises ValueError where it is no address.
    """
    ip = ip_address(address.split("%", 1)[0])
    for network, name in _networks():
        if ip.version == network.version and ip in network:
            return name
    if ip.version == 6:
        if ip not in _GLOBAL_UNICAST:
            return "reserved"
        if (int(ip) >> 32) & 0xFFFFFFFF in _ISATAP:
            return "an IPv4 address in IPv6"
    return ""


_SCHEMES = {"http": 80, "https": 443}
_ODD = re.compile(r"[\x00-\x20\x7f\\\x80-\xa0\u1680\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff]")
_HOST = re.compile(r"[0-9a-z_](?:[0-9a-z_.-]{0,251}[0-9a-z_])?\.?|[0-9a-f:.]+", re.ASCII)
_KEPT = "/?&=%:@!$'()*+,;~-._"


@dataclass(frozen=True, slots=True)
class Target:
    """What to connect to and what to ask for there."""

    secure: bool
    host: str
    port: int
    path: str
    named: bool
    addresses: tuple[tuple[socket.AddressFamily, str], ...]


def target(url: str, allowed: Allowed, *, may_be_private: bool = True) -> Target:
    """Resolve `url` and check every address that its host has: one that is not public refuses them all.

    With `may_be_private` false the hosts that `allowed` names are asked as any other: so is what a stranger redirects
    to. Raises FetchError.
    """
    secure, host, port, path = _parts(url)
    named = may_be_private and host in allowed.hosts
    if port not in allowed.ports and not named:
        raise FetchError(
            f"asks for port {port}, where no pages are served",
            f"`build` and `watch` ask it with --allow-host {host}",
            refused=True,
        )
    found = _resolved(host, port)
    for _, address in found:
        if (what := public(address)) and not named:
            advice = f"if you mean it, `build` and `watch` ask it with --allow-host {host}"
            raise FetchError(f"leads to {address}, which is {what} and not public", advice, refused=True)
    return Target(secure, host, port, path, named, found)


def host_of(url: str) -> str:
    """Give the host that `url` names, "" where it names none that may be asked."""
    try:
        return _parts(url)[1]
    except FetchError:
        return ""


def _parts(url: str) -> tuple[bool, str, int, str]:
    if len(url) > 4096 or _ODD.search(url):
        raise FetchError(
            "is no address: it is too long or holds white space, control characters or backslashes", refused=True
        )
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise FetchError(f"is no address: {error}", refused=True) from None
    scheme = parts.scheme.lower()
    if scheme not in _SCHEMES:
        raise FetchError(
            f"has the scheme {scheme!r}, which is never fetched", "give an http or https address", refused=True
        )
    if "@" in parts.netloc:
        raise FetchError("holds a user name or password", "give the address without it", refused=True)
    host = _ascii(parts.hostname or "")
    if not _HOST.fullmatch(host):
        raise FetchError("names no host", refused=True)
    path = quote(parts.path or "/", safe=_KEPT) + (f"?{quote(parts.query, safe=_KEPT)}" if parts.query else "")
    return scheme == "https", host.rstrip("."), port if port is not None else _SCHEMES[scheme], path


def _ascii(host: str) -> str:
    if host.isascii():
        return host.lower()
    try:
        return host.encode("idna").decode("ascii").lower()
    except UnicodeError:
        raise FetchError("names a host that cannot be looked up", refused=True) from None


def _resolved(host: str, port: int) -> tuple[tuple[socket.AddressFamily, str], ...]:
    try:
        answers = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise FetchError(f"cannot be reached: no address is known for {host}") from None
    found = [
        (family, str(where[0])) for family, _, _, _, where in answers if family in {socket.AF_INET, socket.AF_INET6}
    ]
    if not found:
        raise FetchError(f"cannot be reached: no address is known for {host}")
    return tuple(dict.fromkeys(found))
