"""A live page to one text: what stands above its updates, then each update in the order of time, dated.

The updates are those of its JSON-LD, else the posts that its markup marks as such: three or more elements that are
called live, or updates of one, each with a time.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice
from typing import Any

from rashomon.intake.day import day

_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_POST = re.compile(
    r"(?:\A|[\s_-])live[\s_-]{0,2}(?:blog|post|update|entry|event|feed)?[\s_-]{0,2}(?:post|update|entry|block|item|event)"
    r"(?:\Z|[\s_-])|liveblog-?(?:post|update|entry|block|item|event)|(?:\A|\s)live-?post(?:\Z|\s)",
    re.IGNORECASE,
)
_LIVE = re.compile(r"live", re.IGNORECASE)
_UPDATE = "liveBlogUpdate"
_LEAST = 3
_MOST = 1_000
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


@dataclass(frozen=True, slots=True)
class Update:
    """One entry of a live page: its headline, its moment as told, and its words."""

    headline: str
    told: str
    text: str


def live(text: str, updates: Iterable[Update]) -> str:
    """Give `text` with the updates that it does not hold behind it, each under its headline and its moment."""
    held = _plain(text)
    fresh = [u for u in updates if _plain(u.text)[:200] not in held]
    told = [(day(u.told), u) for u in fresh]
    parts = [text] if text else []
    for iso, update in sorted(told, key=lambda one: (_order(one[0]), one[1].headline)):
        parts += [part for part in (update.headline, _moment(iso), update.text) if part]
    return "\n\n".join(parts)


def without_posts(page: str) -> tuple[Any, tuple[Update, ...]]:
    """Give the tree of a live page without its posts, and the posts; any other page as it is."""
    from trafilatura import load_html

    root = load_html(page) if _LIVE.search(page) else None
    if root is None:
        return page, ()
    found = [node for node in root.iter("article", "div", "section", "li") if _is_post(node)]
    outer = [node for node in found if not any(above in found for above in node.iterancestors())]
    held = [(node, update) for node in islice(outer, _MOST) if (update := _update(node)) is not None]
    if len(held) < _LEAST:
        return page, ()
    for node, _ in held:
        node.drop_tree()
    return root, tuple(update for _, update in held)


def _is_post(node: Any) -> bool:
    marks = f"{node.get('class') or ''} {node.get('data-testid') or ''}"
    return node.get("itemprop") == _UPDATE or _POST.search(marks) is not None


def _update(node: Any) -> Update | None:
    time = next(node.iter("time"), None)
    if time is None:
        return None
    heading = next(node.iter(*_HEADINGS), None)
    words = [" ".join("".join(part.itertext()).split()) for part in node.iter("p", "li", "blockquote")]
    text = "\n\n".join(dict.fromkeys(part for part in words if part))
    told = (time.get("datetime") or "").strip() or _words(time)
    return Update(_words(heading) if heading is not None else "", told, text) if text else None


def _words(node: Any) -> str:
    return " ".join("".join(node.itertext()).split())


def _order(iso: str) -> float:
    try:
        at = datetime.fromisoformat(iso)
    except ValueError:
        return float("inf")
    return (at if at.tzinfo else at.replace(tzinfo=UTC)).timestamp()


def _moment(iso: str) -> str:
    try:
        at = datetime.fromisoformat(iso)
    except ValueError:
        return ""
    shown = f"{at.day} {_MONTHS[at.month - 1]} {at.year}"
    return f"{shown}, {at.hour:02}:{at.minute:02}" if len(iso) > 10 else shown


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))
