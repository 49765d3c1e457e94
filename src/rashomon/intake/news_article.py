"""What a page says of its own article in JSON-LD (schema.org NewsArticle and its kin): the article's node, or none.

A page's JSON-LD may tell of other articles too, in more words than of its own. Its own is the one whose address (url,
@id, mainEntityOfPage) is the page's, else the one whose headline the page shows as its heading or names as its title,
else the only one, where nothing speaks against it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import Any

from rashomon.intake.addresses import same_page, says_a_page, whole
from rashomon.intake.documents import LONGEST, lenient_json
from rashomon.intake.markup import fragment, unescaped
from rashomon.intake.page_text import Update

_SCRIPT = re.compile(
    r"<script\b[^>]{0,300}?\btype\s{0,9}=\s{0,9}[\"']?application/ld\+json\b[^>]{0,300}>", re.IGNORECASE
)
_END = re.compile(r"</script", re.IGNORECASE)
_MOST_SCRIPTS = 50
_COMMENT = re.compile(
    r"\A(?:(?:(?:var|let|const)\s{1,9})?[\w.$]{1,80}\s{0,9}=(?=\s{0,9}[\[{])|<!--|//\s{0,9}<!\[CDATA\[|/\*\s{0,9}<!\[CDATA\[\s{0,9}\*/|<!\[CDATA\[)"
    r"|(?:-->|//\s{0,9}\]\]>|/\*\s{0,9}\]\]>\s{0,9}\*/|\]\]>)\Z"
)  # in which old pages hide scripts
_KINDS = re.compile(
    r"(?:https?://schema\.org/|schema:)?(?:\w*NewsArticle|Article|\w*BlogPosting|LiveBlogPosting|Report"
    r"|OpinionNewsArticle|AnalysisNewsArticle|SocialMediaPosting|DiscussionForumPosting)"
)
_TAGGED = re.compile(r"<(?:a|b|i|em|strong|span|p|br)\b[^<>]{0,300}>|</", re.IGNORECASE)
_SITES = re.compile(r"(?:https?://schema\.org/|schema:)?(?:WebSite|NewsMediaOrganization|Newspaper)")
_PAGES = re.compile(r"(?:https?://schema\.org/|schema:)?(?:WebPage|ItemPage)")
_BODIES = re.compile(r"(?:https?://schema\.org/|schema:)?\w*Organization")
_LISTS = re.compile(r"(?:https?://schema\.org/|schema:)?(?:CollectionPage|SearchResultsPage|ProfilePage)")
_LARGEST = 10**15  # of a number that counts a moment
_DEEPEST = 12
_MOST = 2_000  # nodes that are looked at


@dataclass(frozen=True, slots=True)
class Article:
    """What the article's own node tells, as told; `because` says what makes it the page's own."""

    because: str = ""
    title: str = ""
    published: str = ""
    created: str = ""
    modified: str = ""
    authors: tuple[str, ...] = ()
    publisher: str = ""
    supplier: str = ""
    language: str = ""
    url: str = ""
    text: str = ""
    free: bool = True
    updates: tuple[Update, ...] = ()
    live: bool = False
    length: int = 0


@dataclass(frozen=True, slots=True)
class Linked:
    """All that a page's JSON-LD tells: its articles, pages, what its site is called, whether it is a list of things."""

    articles: tuple[Mapping[str, Any], ...] = ()
    pages: tuple[Mapping[str, Any], ...] = ()
    sites: tuple[str, ...] = ()
    listing: bool = False
    by_id: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)


def linked(page: str) -> Linked:
    """Read the JSON-LD of a page."""
    told: list[Any] = []
    left = LONGEST  # of all scripts together: a page is no longer than a file
    for script in islice(_SCRIPT.finditer(page), _MOST_SCRIPTS):
        end = _END.search(page, script.end())
        if end is None:
            break
        script_words = _COMMENT.sub("", page[script.end() : end.start()].strip()).strip()
        told += lenient_json(script_words, left)
        left -= len(script_words)
    nodes = list(_nodes(told))
    by_id: dict[str, Mapping[str, Any]] = {}
    for node in nodes:
        if isinstance(name := node.get("@id"), str) and len(node) > 1:
            by_id.setdefault(name, node)
    articles = tuple(node for node in nodes if _is(node, _KINDS))
    parts = (one for node in nodes for one in _list(node.get("isPartOf")) if isinstance(one, Mapping))
    sites = (words(node, by_id) for node in (*nodes, *parts) if _is(node, _SITES))
    pages = tuple(node for node in nodes if _is(node, _PAGES) and "datePublished" in node)
    return Linked(
        articles, pages, tuple(dict.fromkeys(filter(None, sites))), any(_is(node, _LISTS) for node in nodes), by_id
    )


def unlinked(page: str) -> str:
    """Give `page` without its JSON-LD; one that nothing closes goes on to the end of the page."""
    parts: list[str] = []
    at = 0
    for script in _SCRIPT.finditer(page):
        end = _END.search(page, script.end())
        if end is None:
            return "".join((*parts, page[at : max(at, script.start())]))
        if script.start() >= at:
            parts.append(page[at : script.start()])
            at = page.find(">", end.end()) + 1 or len(page)
    return "".join((*parts, page[at:]))


def own_article(held: Linked, addresses: Iterable[str], headings: Iterable[str]) -> Article:
    """Give the node that is the page's own article, known by the page's `addresses` and `headings`."""
    own = [address for address in addresses if address and says_a_page(address)]
    shown = [plain for heading in headings if (plain := _plain(heading))]
    ranked: list[tuple[int, int, str, Mapping[str, Any]]] = []
    for number, node in enumerate(held.articles):
        rank, because = _own(node, own, shown, held.by_id)
        if rank or len(held.articles) == 1:
            ranked.append((rank, -number, because or "the only article", node))
    ranked = [one for one in ranked if one[0] >= 0]
    if not ranked:
        return Article() if held.articles else _of_the_page(held, own, shown)
    best = max(ranked, key=lambda one: (one[0], len(one[3]), one[1]))
    found = _article(best[3], best[2], own[0] if own else "", held.by_id)
    return found if found.published else replace(found, published=_of_the_page(held, own, shown).published)


def _of_the_page(held: Linked, own: list[str], shown: list[str]) -> Article:
    """Give day and writers that the node of the page itself tells; it names no article."""
    for node in held.pages:
        if _own(node, own, shown, held.by_id)[0] > 1:
            told = _article(node, "", own[0] if own else "", held.by_id)
            return Article(published=told.published, modified=told.modified, authors=told.authors)
    return Article()


def words(value: Any, by_id: Mapping[str, Mapping[str, Any]]) -> str:
    """Give a name: a string, or that of an object or of the node that it points to; "" where it is none."""
    if isinstance(value, list):
        value = next((v for v in value if isinstance(v, (str, Mapping))), "")
    if isinstance(value, Mapping):
        if "name" not in value and isinstance(pointed := value.get("@id"), str):
            value = by_id.get(pointed, value)
        value = value.get("name") or value.get("@value") or value.get("alternateName") or value.get("headline")
        if isinstance(value, list):
            value = next((v for v in value if isinstance(v, str)), "")
    if not isinstance(value, str):
        return ""
    value = unescaped(unescaped(value))
    return " ".join(
        (fragment(value) if _TAGGED.search(value) else value).encode("utf-8", "ignore").decode("utf-8").split()
    )


def agree(one: str, other: str) -> bool:
    """Tell whether two headlines are one, but for case, marks, a site's name behind, and an end that was cut off."""
    a, b = _plain(one), _plain(other)
    if not a or not b:
        return False
    short, long = sorted((a, b), key=len)
    return long == short or (len(short) >= 15 and (long.startswith(short) or long.endswith(short)))


def _own(
    node: Mapping[str, Any], own: list[str], shown: list[str], by_id: Mapping[str, Mapping[str, Any]]
) -> tuple[int, str]:
    """Rank a node: 3 by its address, 2 by its headline, -1 where it is another page's, 0 where nothing tells."""
    told = [address for address in _addresses(node, own[0] if own else "") if says_a_page(address)]
    if match := next((a for a in told if any(same_page(a, o) for o in own)), ""):
        return 3, f"address {match}"
    title = words(node.get("headline") or node.get("name"), by_id)
    if title and (match := next((s for s in shown if agree(title, s)), "")):
        return 2, "headline"
    if (told and own) or (title and shown and len(shown[0]) >= 15 and not _akin(title, shown)):
        return -1, ""
    return 0, ""


def _akin(title: str, shown: list[str]) -> bool:
    """Tell whether a headline shares words with what the page shows: one story told in two headlines."""
    mine = {word for word in _plain(title).split() if len(word) > 3}
    return not mine or any(len(mine & set(s.split())) * 3 >= len(mine) for s in shown)


def _plain(title: str) -> str:
    return " ".join(re.findall(r"\w+", title.casefold()))


def _nodes(told: list[Any]) -> Iterator[Mapping[str, Any]]:
    waiting, looked = [(told, 0)], 0
    while waiting and looked < _MOST:
        node, deep = waiting.pop(0)
        looked += 1
        if isinstance(node, list):
            waiting += [(one, deep + 1) for one in node[:200] if deep < _DEEPEST]
        elif isinstance(node, dict):
            yield node
            waiting += [(node[k], deep + 1) for k in ("@graph", "mainEntityOfPage") if k in node]
            waiting += [(one, deep + 1) for one in _of_this_page(node)]


def _of_this_page(node: Mapping[str, Any]) -> Iterator[Any]:
    """Give the things that a page is about; one that tells no page of its own is this page's."""
    for one in _list(node.get("mainEntity")):
        if isinstance(one, dict) and "url" not in one and "mainEntityOfPage" not in one:
            yield {**one, "mainEntityOfPage": node.get("url") or node.get("@id")}
        elif one is not None:
            yield one


def _is(node: Mapping[str, Any], kinds: re.Pattern[str]) -> bool:
    told = node.get("@type")
    return any(isinstance(k, str) and kinds.fullmatch(k) for k in (told if isinstance(told, list) else [told]))


def _addresses(node: Mapping[str, Any], base: str) -> list[str]:
    page = node.get("mainEntityOfPage")
    told = [node.get("url"), page.get("@id") or page.get("url") if isinstance(page, dict) else page, node.get("@id")]
    return [address for one in told if isinstance(one, str) and (address := whole(one, base))]


def _article(node: Mapping[str, Any], because: str, base: str, by_id: Mapping[str, Mapping[str, Any]]) -> Article:
    told = _list(node.get("author") or node.get("creator"))
    if "creator" in node and all(isinstance(one, Mapping) and _is(one, _BODIES) for one in told):
        told = [*_list(node["creator"]), *told]  # a house that signs names who wrote beside it
    parts = _list(node.get("hasPart"))
    return Article(
        because,
        words(node.get("headline") or node.get("name"), by_id),
        _moment(node.get("datePublished"), by_id),
        words(node.get("dateCreated") or node.get("uploadDate"), by_id),
        _moment(node.get("dateModified"), by_id),
        tuple(dict.fromkeys(filter(None, (name for one in told for name in _named(one, by_id))))),
        words(_list(node.get("publisher") or node.get("sourceOrganization"))[:1], by_id),
        words(_list(node.get("sourceOrganization") or node.get("provider"))[:1], by_id),
        words(node.get("inLanguage"), by_id),
        next((address for address in _addresses(node, base) if says_a_page(address)), ""),
        _body(node.get("articleBody")),
        not any(_false(part.get("isAccessibleForFree")) for part in (node, *parts) if isinstance(part, Mapping)),
        tuple(_updates(node, by_id)),
        _is(node, re.compile(r".*LiveBlogPosting")) or "liveBlogUpdate" in node,
        _number(node.get("wordCount")),
    )


def _moment(value: Any, by_id: Mapping[str, Mapping[str, Any]]) -> str:
    """Give a day as words, which some write as a number of seconds."""
    counted = isinstance(value, (int, float)) and not isinstance(value, bool)
    return str(int(value)) if counted and abs(value) < _LARGEST else words(value, by_id)


def _named(one: Any, by_id: Mapping[str, Mapping[str, Any]]) -> list[str]:
    """Give the names of an author: one node may hold several, or a name in its parts."""
    if isinstance(one, Mapping):
        if isinstance(several := one.get("name"), list):
            return [words(name, by_id) for name in several if isinstance(name, str)]
        parts = [one.get("givenName"), one.get("familyName")]
        if "name" not in one and all(isinstance(part, str) for part in parts):
            return [words(" ".join(map(str, parts)), by_id)]
    return [words(one, by_id)]


def _updates(node: Mapping[str, Any], by_id: Mapping[str, Mapping[str, Any]]) -> Iterator[Update]:
    for one in _list(node.get("liveBlogUpdate"))[:1_000]:
        if isinstance(one, Mapping) and (text := _body(one.get("articleBody") or one.get("text"))):
            title = words(one.get("headline") or one.get("name"), by_id)
            yield Update(title, words(one.get("datePublished") or one.get("dateModified"), by_id), text)


def _body(value: Any) -> str:
    if isinstance(value, list):
        value = "\n\n".join(v for v in value if isinstance(v, str))
    if not isinstance(value, str):
        return ""
    value = value.encode("utf-8", "ignore").decode("utf-8").strip()
    if "<" not in value and not re.search(r"\n\s*\n", value):
        value = re.sub(r"\s*\n\s*", "\n\n", value)  # paragraphs parted by one break
    return fragment(value)


def _number(value: Any) -> int:
    told = str(value).strip() if isinstance(value, (str, int)) and not isinstance(value, bool) else ""
    return int(told) if re.fullmatch(r"[0-9]{1,6}", told) else 0


def _false(value: Any) -> bool:
    return value is False or (
        isinstance(value, str)
        and value.strip().casefold().removeprefix("http://schema.org/").removeprefix("https://schema.org/")
        in {"false", "no", "0"}
    )


def _list(value: Any) -> list[Any]:
    if isinstance(value, Mapping) and isinstance(value.get("@list"), list):
        value = value["@list"]
    return value if isinstance(value, list) else [value]
