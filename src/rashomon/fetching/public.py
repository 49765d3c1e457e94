"""An address is public where it can be a stranger's server; anything else is refused by the name of what it is.

The networks are those of the IANA special-purpose address registries (IPv4 and IPv6), with multicast and with every
form in which an IPv6 address carries an IPv4 one: such an address reaches wherever the inner one leads.
"""

from __future__ import annotations

from functools import cache
from ipaddress import IPv4Network, IPv6Network, ip_address, ip_network

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
