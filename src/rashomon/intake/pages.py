"""HTML pages, where the optional extractor is installed; without it a page is refused, never read as text."""

from __future__ import annotations

import json
from importlib import import_module
from importlib.util import find_spec
from typing import Any


def pages(data: bytes) -> dict[str, Any] | None:
    """Give text, title, outlet, url and date of an HTML page, or None where nothing can extract them."""
    if find_spec("trafilatura") is None:
        return None
    told = import_module("trafilatura").extract(data, output_format="json", with_metadata=True, include_comments=False)
    if not told:
        return {}
    page = json.loads(told)
    return {
        "text": page.get("text"),
        "title": page.get("title"),
        "outlet": page.get("sitename") or page.get("hostname"),
        "url": page.get("source"),
        "published": page.get("date"),
        "language": page.get("language"),
    }
