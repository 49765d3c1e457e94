"""One JSON object to the fields of a report, under the names that common tools give them; nothing is guessed.

Known: rashomon's own reports, news-please, Fundus, trafilatura, newspaper4k, CC-News, NGEC's input, news APIs, ninjs.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from rashomon.intake.day import day
from rashomon.intake.ninjs import ninjs

_NAMES: dict[str, tuple[str, ...]] = {
    "id": ("id", "report", "uuid"),
    "text": ("text", "body", "maintext", "plaintext", "article_text", "articleBody", "event_text", "content"),
    "title": ("title", "headline"),
    "outlet": (
        "outlet",
        "publisher",
        "sitename",
        "source_domain",
        "source-hostname",
        "meta_site_name",
        "hostname",
        "domain",
        "source",
    ),
    "url": ("url", "link", "source_url"),
    "published": (
        "published",
        "date_publish",
        "publishing_date",
        "published_date",
        "publish_date",
        "publishedAt",
        "published_at",
        "datePublished",
        "pub_date",
        "date",
    ),
    "language": ("language", "lang"),
    "author": ("author", "authors", "byline"),
}
_NAMED = {"outlet", "author"}
"""Fields whose value may be an object with a name, or a list of names."""
_PROSE = {"text", "title"}
_NOTHING = {"None", "null", "NaN", "nan", "NaT"}
"""What serialisers write for nothing (news-please: a date "None"); in prose it may be a word."""
_CLOCK = range(631_152_000, 4_102_444_800)  # seconds since 1970 of the years 1990 to 2099: no other unit falls there


def rows(record: Mapping[str, Any]) -> dict[str, str]:
    """Give the fields of a report that `record` holds; of several names for one field the first that says something.

    Raises ValueError, with a reason to show, where the text is missing or a field that should be words is not.
    """
    record = _addressed(_crawled(ninjs(record)))
    found: dict[str, str] = {}
    for field, names in _NAMES.items():
        for name in names:
            value = record.get(name)
            if field == "text" and isinstance(value, Mapping):
                value = _sectioned(value)
            if field in _NAMED:
                value = _names(value)
            if field == "id" and isinstance(value, int) and not isinstance(value, bool):
                value = str(value)
            if field == "published" and isinstance(value, (int, float)) and not isinstance(value, bool):
                value = _moment(value)
            if value is None or value == "" or (field not in _PROSE and isinstance(value, str) and value in _NOTHING):
                continue
            if not isinstance(value, str):
                raise ValueError(f"has a {name!r} that is not a string")
            if any("\ud800" <= c <= "\udfff" for c in value):
                raise ValueError(f"holds half a character (a lone surrogate) in {name!r}")
            if "\x00" in value:
                raise ValueError(f"holds a NUL character in {name!r}")
            found[field] = day(value) if field == "published" else value
            break
    if not found.get("text", "").strip():
        raise ValueError("has no text")
    return found


def _moment(number: float) -> Any:
    """Give a number of seconds since 1970 (or of milli-, micro-, nanoseconds, as tables write days) as ISO 8601."""
    for unit in (1, 10**3, 10**6, 10**9):
        if _CLOCK.start * unit <= number < _CLOCK.stop * unit:
            return datetime.fromtimestamp(number // unit, UTC).isoformat()
    return None if number != number else number  # what is not a number says nothing


def _names(value: Any) -> Any:
    if isinstance(value, Mapping):
        value = value.get("name")
    if isinstance(value, list):
        told = [one.get("name") if isinstance(one, Mapping) else one for one in value]
        return "; ".join(one for one in told if isinstance(one, str)) or None
    return value


def _crawled(record: Mapping[str, Any]) -> Mapping[str, Any]:
    """Fundus keeps the address and the publisher of an article with its page."""
    page = record.get("html")
    if not isinstance(page, Mapping):
        return record
    source = page.get("source_info")
    publisher = source.get("publisher") if isinstance(source, Mapping) else None
    return {"url": page.get("responded_url") or page.get("requested_url"), "outlet": publisher, **record}


def _addressed(record: Mapping[str, Any]) -> Mapping[str, Any]:
    """Trafilatura calls the address of a page its source, where others name the outlet so."""
    source = record.get("source")
    if not isinstance(source, str) or not source.startswith(("http://", "https://")):
        return record
    return {"url": source, **{name: value for name, value in record.items() if name != "source"}}


def _sectioned(body: Mapping[str, Any]) -> str:
    """Join a body that comes in parts (a summary, and sections of headline and paragraphs) with empty lines."""
    parts = list(body.get("summary") or ())
    for section in body.get("sections") or ():
        if isinstance(section, Mapping):
            parts += [*(section.get("headline") or ()), *(section.get("paragraphs") or ())]
    return "\n\n".join(part for part in parts if isinstance(part, str))
