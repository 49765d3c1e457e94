"""What a page says of itself in JSON-LD (schema.org NewsArticle and its kin): fields of a report, or nothing."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any

from rashomon.intake.day import day
from rashomon.intake.unescaped import unescaped

_SCRIPT = re.compile(
    r"<script\b[^>]{0,300}?\btype\s{0,9}=\s{0,9}[\"']?application/ld\+json\b[^>]{0,300}>", re.IGNORECASE
)
_END = re.compile(r"</script", re.IGNORECASE)
_MOST_SCRIPTS = 50
_COMMENT = re.compile(
    r"\A(?:<!--|//\s{0,9}<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\s{0,9}\]\]>|\]\]>)\Z"
)  # in which old pages hide scripts
_KINDS = re.compile(
    r"(?:https?://schema\.org/)?(?:\w*NewsArticle|Article|BlogPosting|LiveBlogPosting|ReportageNewsArticle|Report)"
)
_DEEPEST = 12
_MOST = 2_000  # nodes that are looked at


def news_article(page: str) -> dict[str, str]:
    """Give title, published, author, outlet, language, url and text, as far as the page's article tells them."""
    best: dict[str, str] = {}
    for script in islice(_SCRIPT.finditer(page), _MOST_SCRIPTS):
        end = _END.search(page, script.end())
        if end is None:
            break
        try:
            told = json.loads(_COMMENT.sub("", page[script.end() : end.start()].strip()), strict=False)
        except (ValueError, RecursionError):
            continue
        for node in _articles(told):
            fields = _fields(node)
            if len(fields) > len(best):
                best = fields
    return best


def _articles(told: Any) -> Iterator[Mapping[str, Any]]:
    waiting, looked = [(told, 0)], 0
    while waiting and looked < _MOST:
        node, deep = waiting.pop(0)
        looked += 1
        if isinstance(node, list):
            waiting += [(one, deep + 1) for one in node[:100] if deep < _DEEPEST]
        elif isinstance(node, dict):
            kinds = node.get("@type")
            if any(isinstance(k, str) and _KINDS.fullmatch(k) for k in (kinds if isinstance(kinds, list) else [kinds])):
                yield node
            waiting += [(node[k], deep + 1) for k in ("@graph", "mainEntity", "mainEntityOfPage") if k in node]


def _fields(node: Mapping[str, Any]) -> dict[str, str]:
    fields = {
        "title": _words(node.get("headline") or node.get("name")),
        "published": _words(node.get("datePublished") or node.get("dateCreated")),
        "author": "; ".join(filter(None, map(_words, _list(node.get("author") or node.get("creator"))))),
        "outlet": _words(next(iter(_list(node.get("publisher") or node.get("sourceOrganization"))), None)),
        "language": _words(node.get("inLanguage")),
        "url": _address(node),
        "text": _words(node.get("articleBody"), closed=False),
    }
    if fields["published"]:
        fields["published"] = day(fields["published"])
    return {name: value for name, value in fields.items() if value}


def _address(node: Mapping[str, Any]) -> str:
    page = node.get("mainEntityOfPage")
    for told in (node.get("url"), page.get("@id") if isinstance(page, dict) else page, node.get("@id")):
        if isinstance(told, str) and told.startswith(("http://", "https://")):
            return told.split("#")[0].strip()
    return ""


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _words(value: Any, *, closed: bool = True) -> str:
    if isinstance(value, dict):
        value = value.get("name") or value.get("@value") or value.get("alternateName")
    if isinstance(value, list):
        value = next((v for v in value if isinstance(v, str)), "")
    if not isinstance(value, str):
        return ""
    told = unescaped(value)
    told = told.encode("utf-8", "ignore").decode("utf-8")
    return " ".join(told.split()) if closed else told.strip()
