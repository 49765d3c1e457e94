"""One JSON object to the fields of a report, under the names that common tools give them; nothing is guessed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

_NAMES: dict[str, tuple[str, ...]] = {
    "id": ("id", "report", "uuid"),
    "text": ("text", "body", "maintext", "plaintext", "article_text", "content"),
    "title": ("title", "headline"),
    "outlet": ("outlet", "publisher", "sitename", "source_domain", "hostname"),
    "url": ("url", "link", "source_url"),
    "published": ("published", "date_publish", "publishing_date", "published_date", "date"),
    "language": ("language", "lang"),
}


def rows(record: Mapping[str, Any]) -> dict[str, str]:
    """Give the fields of a report that `record` holds; of several names for one field the first that says something.

    Raises ValueError, with a reason to show, where the text is missing or a field that should be words is not.
    """
    found: dict[str, str] = {}
    for field, names in _NAMES.items():
        for name in names:
            value = record.get(name)
            if field == "text" and isinstance(value, Mapping):
                value = _sectioned(value)
            if field == "id" and isinstance(value, int) and not isinstance(value, bool):
                value = str(value)
            if value is None or value == "":
                continue
            if not isinstance(value, str):
                raise ValueError(f"has a {name!r} that is not a string")
            if any("\ud800" <= c <= "\udfff" for c in value):
                raise ValueError(f"holds half a character (a lone surrogate) in {name!r}")
            if "\x00" in value:
                raise ValueError(f"holds a NUL character in {name!r}")
            found[field] = value
            break
    if not found.get("text", "").strip():
        raise ValueError("has no text")
    return found


def _sectioned(body: Mapping[str, Any]) -> str:
    """Join a body that comes in parts (a summary, and sections of headline and paragraphs) with empty lines."""
    parts = list(body.get("summary") or ())
    for section in body.get("sections") or ():
        if isinstance(section, Mapping):
            parts += [*(section.get("headline") or ()), *(section.get("paragraphs") or ())]
    return "\n\n".join(part for part in parts if isinstance(part, str))
