"""Two reports have one key where they are one article: one address and the same words, but for a headline in front."""

from __future__ import annotations

import re
from hashlib import sha256
from urllib.parse import parse_qsl, urlencode, urlsplit

from rashomon.records import Report

_WORD = re.compile(r"\w+")
_TRACKING = re.compile(
    r"utm_\w+|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|cmpid|ocid|ref|ref_src|smid|xtor|at_\w+|_ga"
)


def article_key(report: Report) -> str:
    """Give the key; "" where the report has no address, so that its bytes alone tell it."""
    address = _address(report.url or "")
    if not address:
        return ""
    words = _WORD.findall(report.text.casefold())
    title = _WORD.findall((report.title or "").casefold())
    if title and words[: len(title)] == title:
        words = words[len(title) :]
    return sha256(f"{address}\n{' '.join(words)}".encode("utf-8", "replace")).hexdigest()


def _address(url: str) -> str:
    """Give `url` without what does not tell one article from another: scheme, www, a fragment, marks of a campaign."""
    try:
        parts = urlsplit(url.strip())
        host = (parts.hostname or "").removeprefix("www.").removeprefix("m.").removeprefix("amp.")
        port = parts.port
    except ValueError:
        return ""
    if parts.scheme not in {"http", "https"} or not host:
        return ""
    told = sorted(pair for pair in parse_qsl(parts.query) if not _TRACKING.fullmatch(pair[0]))
    where = f"{host}:{port}" if port not in {None, 80, 443} else host
    return f"{where}{parts.path.rstrip('/').removesuffix('/amp')}?{urlencode(told)}"
