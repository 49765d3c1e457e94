"""An item of a news agency in ninjs (1.x, 2.x, 3.x) to the names that `rows` knows; any other object as it is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rashomon.intake.fragment import fragment

_SIGNS = (
    "bodies",
    "headlines",
    "versioncreated",
    "versionCreated",
    "body_text",
    "body_xhtml",
    "pubstatus",
    "pubStatus",
)
_ROLES = ("main", "name", "")


def ninjs(record: Mapping[str, Any]) -> Mapping[str, Any]:
    """Give id, text, title, outlet, published, author and language of a ninjs item."""
    if not any(sign in record for sign in _SIGNS):
        return record
    bodies = {k.removeprefix("body_"): v for k, v in record.items() if k.startswith("body_") and isinstance(v, str)}
    text = bodies.get("text") or next((fragment(bodies[k]) for k in sorted(bodies) if k != "text"), "")
    return {
        "id": record.get("uri") or record.get("guid"),
        "text": text or fragment(_best(record.get("bodies"), "value", _plain_first)) or record.get("text"),
        "title": record.get("headline") or _best(record.get("headlines"), "value", _main_first) or record.get("title"),
        "outlet": _best(record.get("infosources") or record.get("infosource") or record.get("infoSources"), "name")
        or _text(record.get("source"))
        or _text(record.get("copyrightholder") or record.get("copyrightHolder")),
        "url": record.get("url") or _address(record.get("uri")),
        "published": record.get("firstcreated")
        or record.get("firstCreated")
        or record.get("contentcreated")
        or record.get("contentCreated")
        or record.get("versioncreated")
        or record.get("versionCreated"),
        "author": _text(record.get("byline") or record.get("by") or record.get("byLine")) or record.get("authors"),
        "language": _text(record.get("language")),
    }


def _best(told: Any, name: str, rank: Any = lambda one: 0) -> str:
    held = [one for one in told if isinstance(one, Mapping)] if isinstance(told, list) else []
    return next((_text(one.get(name)) for one in sorted(held, key=rank) if _text(one.get(name))), "")


def _main_first(one: Mapping[str, Any]) -> int:
    return _ROLES.index(one.get("role") or "") if one.get("role", "") in _ROLES else len(_ROLES)


def _plain_first(one: Mapping[str, Any]) -> tuple[bool, int]:
    kind = one.get("contenttype") or one.get("contentType") or one.get("format") or ""
    return "plain" not in str(kind), _main_first(one)


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _address(uri: Any) -> str | None:
    return uri if isinstance(uri, str) and uri.startswith(("http://", "https://")) else None
