"""Where a URL leads: a host, a port and the addresses to connect to, all of them checked; or a FetchError.

An address is public where it can be a stranger's server; anything else is refused by the name of what it is.
The networks are those of the IANA special-purpose address registries (IPv4 and IPv6), with multicast and with every
form in which an IPv6 address carries an IPv4 one: such an address reaches wherever the inner one leads.
"""

from __future__ import annotations

import re
import socket
from dataclasses import dataclass
from functools import cache
from ipaddress import IPv4Network, IPv6Network, ip_address, ip_network
from urllib.parse import quote, urlsplit

from rashomon.fetching.allowed import Allowed, FetchError

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
            f"asks for port {port}, where no pages are served", f"allow it with --allow-host {host}", refused=True
        )
    found = _resolved(host, port)
    for _, address in found:
        if (what := public(address)) and not named:
            advice = f"if you mean it, allow it with --allow-host {host}"
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
