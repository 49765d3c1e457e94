"""Objects of feed readers, content systems and services to the names that `rows` knows; any other object as it is.

Known by their own field names: JSON Feed, RSS written as JSON, WordPress, Miniflux, Google Reader and its heirs, the
Guardian's and the New York Times' services, Telegram's export, Wallabag, Reddit, and items of agencies in ninjs (1.x,
2.x, 3.x).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import urljoin

from rashomon.intake.markup import fragment
from rashomon.intake.page_text import Update, live

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
    if "content_elements" in record or not any(sign in record for sign in _SIGNS):
        return record
    bodies = {k.removeprefix("body_"): v for k, v in record.items() if k.startswith("body_") and isinstance(v, str)}
    text = bodies.get("text") or next((fragment(bodies[k]) for k in sorted(bodies) if k != "text"), "")
    told = {
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
    kept = {name: value for name, value in record.items() if name != "uri"}  # a name of its own, seldom an address
    return {**kept, **{name: value for name, value in told.items() if value}}


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


Record = Mapping[str, Any]
_ARC_WORDS = {"text", "raw_html", "header", "quote", "list_element"}


def plain_names(record: Record) -> Record:
    """Give `record` with the fields that its own tool wraps or calls otherwise beside its own."""
    for known, read in _TOOLS:
        if known(record):
            told = {name: value for name, value in read(record).items() if value not in (None, "", [])}
            return {**record, **told}
    return record


def articles_of(told: Record) -> list[Any] | None:
    """Give the articles that an object holds as a list under a name of its own, each with what that says of all."""
    if isinstance(response := told.get("response"), Mapping):
        inner = response.get("results") or response.get("docs") or response.get("content")
        if isinstance(inner, list):
            return inner
        if isinstance(inner, Mapping):
            return [inner]
    if isinstance(hits := told.get("hits"), Mapping) and isinstance(held := hits.get("hits"), list):
        return [one.get("_source", one) if isinstance(one, Mapping) else one for one in held]
    if (saved := _saved_items(told)) is not None:
        return saved
    if (grid := _grid(told)) is not None:
        return grid
    if str(told.get("version", "")).startswith("https://jsonfeed.org/") and isinstance(told.get("items"), list):
        common = {"outlet": told.get("title"), "language": told.get("language"), "authors": told.get("authors")}
        return _each(told["items"], common)
    if (items := _feed(told)) is not None:
        return items
    if (posts := _posts(told)) is not None:
        return posts
    if isinstance(chats := told.get("chats"), Mapping) and isinstance(held := chats.get("list"), list):
        return [one for chat in held if isinstance(chat, Mapping) for one in _posts(chat) or ()]
    if isinstance(entries := told.get("entries"), list):
        return entries
    if isinstance(embedded := told.get("_embedded"), Mapping) and isinstance(embedded.get("items"), list):
        return list(embedded["items"])
    return _posted_on_a_network(told)


def _posted_on_a_network(told: Record) -> list[Any] | None:
    """Give the posts of a board's listing, without its comments, or of a network's feed; None where it is neither."""
    data = told.get("data")
    if isinstance(data, Mapping) and isinstance(children := data.get("children"), list):
        posts = [child for child in children if not (isinstance(child, Mapping) and child.get("kind") == "t1")]
        return [post.get("data", post) if isinstance(post, Mapping) else post for post in posts]
    if isinstance(feed := told.get("feed"), list):
        return [one.get("post", one) if isinstance(one, Mapping) else one for one in feed]
    return None


def _saved_items(told: Record) -> list[Any] | None:
    """Give the articles of a reading list, or of a library that answers zone by zone; None where it is neither."""
    if isinstance(held := told.get("list"), Mapping) and held:
        items = [one for one in held.values() if isinstance(one, Mapping) and {"item_id", "resolved_url"} & one.keys()]
        return items if len(items) == len(held) else None
    response = told.get("response")
    zones = told.get("category") or (response.get("zone") if isinstance(response, Mapping) else None)
    if not isinstance(zones, list):
        return None
    records = (one.get("records") for one in _mappings(zones))
    return [item for one in records if isinstance(one, Mapping) for item in _mappings(one.get("article"))]


def _feed(told: Record) -> list[Any] | None:
    """Give the entries of a feed written as JSON: of RSS or Atom, element by element, or of a service that read one."""
    rss = told.get("rss")
    channel = _one(rss.get("channel")) if isinstance(rss, Mapping) else told.get("feed")
    if not isinstance(channel, Mapping):
        return None
    items = next((one for one in (channel.get("item"), channel.get("entry"), told.get("items")) if one), None)
    if items is None:
        return None
    common = {"outlet": _said(channel.get("title")), "language": _said(channel.get("language"))}
    return _each(items if isinstance(items, list) else [items], common)


def _grid(told: Record) -> list[Any] | None:
    """Give the rows of a table that a program wrote as JSON, by its columns or as a head and rows."""
    names, rows = told.get("columns"), told.get("data")
    if isinstance(names, list) and isinstance(rows, list) and all(isinstance(row, list) for row in rows):
        return [dict(zip(map(str, names), row, strict=False)) for row in rows]
    keys = [set(column) for column in told.values() if isinstance(column, Mapping)]
    if len(keys) != len(told) or len(told) < 2 or not keys[0] or any(one != keys[0] for one in keys):
        return None
    if not all(name.isdecimal() for name in keys[0]):
        return None
    return [{name: column[row] for name, column in told.items()} for row in sorted(keys[0], key=int)]


def _one(value: Any) -> Any:
    return value[0] if isinstance(value, list) and value else value


def _posts(chat: Record) -> list[Any] | None:
    """Give the messages of one chat of a Telegram export, None where it is none."""
    messages = chat.get("messages")
    if not isinstance(messages, list) or "type" not in chat or "name" not in chat:
        return None
    posts = [m for m in messages if isinstance(m, Mapping) and m.get("type") == "message" and _telegram_text(m)]
    return _each(posts, {"outlet": chat.get("name")})


def _each(items: list[Any], common: Record) -> list[Any]:
    told = {name: value for name, value in common.items() if value}
    return [{**told, **one} if isinstance(one, Mapping) else one for one in items]


def _said(value: Any) -> Any:
    """RSS written as JSON gives an element's words as "#text", "_" or "$t" where it has attributes."""
    if isinstance(value, Mapping):
        return next((value[n] for n in ("#text", "_", "$t", "__cdata", "#cdata", "rendered") if n in value), None)
    if isinstance(value, list) and value:
        return _said(value[0])
    return value


def _wordpress(record: Record) -> Record:
    embedded, head = record.get("_embedded"), record.get("yoast_head_json")
    by = embedded.get("author") if isinstance(embedded, Mapping) else None
    head = head if isinstance(head, Mapping) else {}
    gmt = record.get("date_gmt")
    return {
        "text": _said(record.get("content")),
        "title": _said(record.get("title")),
        "url": record.get("link"),
        "published": _in_utc(gmt) or record.get("date"),
        "modified": _in_utc(record.get("modified_gmt")) or record.get("modified"),
        "author": by if isinstance(by, list) else head.get("author") or "",
        "outlet": head.get("og_site_name"),
        "excerpt": _said(record.get("excerpt")),
        "partial": "wall: the post is protected" if _protected(record) else "",
    }


def _protected(record: Record) -> bool:
    content = record.get("content")
    return isinstance(content, Mapping) and content.get("protected") is True


def _in_utc(told: Any) -> str:
    return f"{told}+00:00" if isinstance(told, str) and len(told) == 19 else ""


def _json_feed(record: Record) -> Record:
    by = record.get("authors") or record.get("author")
    text = record.get("content_text") or record.get("content_html") or ""
    return {
        "text": text,
        "url": record.get("external_url") if not record.get("url") else record.get("url"),
        "published": record.get("date_published"),
        "modified": record.get("date_modified"),
        "author": by,
        "partial": "" if text or record.get("content") else "teaser: its summary alone",
    }


def _crawl(record: Record) -> Record:
    """A post of a service that crawls sites tells its site beside its thread."""
    thread = record.get("thread")
    site = thread.get("site_full") or thread.get("site") if isinstance(thread, Mapping) else None
    return {"outlet": record.get("outlet") or site}


def _linked(record: Record) -> Record:
    links = record.get("links")
    return {"url": links.get("permalink") or links.get("canonical") if isinstance(links, Mapping) else None}


def _miniflux(record: Record) -> Record:
    feed = record.get("feed")
    return {"outlet": feed.get("title") if isinstance(feed, Mapping) else None, "text": record.get("content")}


def _reader(record: Record) -> Record:
    origin = record.get("origin")
    held: Record = next((record[n] for n in ("content", "summary") if isinstance(record.get(n), Mapping)), {})
    links = [one for n in ("canonical", "alternate") if isinstance(told := record.get(n), list) for one in told]
    link: Record = next((one for one in links if isinstance(one, Mapping)), {})
    return {
        "text": held.get("content"),
        "url": link.get("href"),
        "outlet": origin.get("title") if isinstance(origin, Mapping) else None,
        "published": record.get("published"),
        "modified": record.get("updated"),
        "author": record.get("author"),
    }


def _guardian(record: Record) -> Record:
    fields = record.get("fields")
    held: Record = fields if isinstance(fields, Mapping) else {}
    blocks = record.get("blocks")
    body = blocks.get("body") if isinstance(blocks, Mapping) else None
    parts = [one for one in body if isinstance(one, Mapping)] if isinstance(body, list) else []
    is_live = record.get("type") == "liveblog"
    told = (_live(parts) if is_live else "\n\n".join(_text(one.get("bodyTextSummary")) for one in parts)).strip()
    text = (is_live and told) or held.get("bodyText") or held.get("body") or told
    return {
        "text": text or held.get("trailText"),
        "title": held.get("headline") or record.get("webTitle"),
        "url": record.get("webUrl"),
        "published": record.get("webPublicationDate"),
        "outlet": held.get("publication"),
        "author": held.get("byline"),
        "partial": "live page: as it stood then" if is_live else "" if text else "teaser: its trailText alone",
    }


def _archive_service(record: Record) -> Record:
    headline = record.get("headline")
    byline = record.get("byline")
    beginning = record.get("lead_paragraph") or record.get("abstract") or record.get("snippet")
    return {
        "text": record.get("body") or beginning,
        "title": headline.get("main") if isinstance(headline, Mapping) else headline,
        "url": record.get("web_url"),
        "published": record.get("pub_date"),
        "author": byline.get("original") if isinstance(byline, Mapping) else byline,
        "outlet": record.get("source"),
        "partial": "" if record.get("body") else "teaser: its first paragraph alone",
    }


def _live(parts: list[Record]) -> str:
    updates = []
    for one in parts:
        told = one.get("firstPublishedDate") or one.get("publishedDate") or one.get("createdDate")
        text = _text(one.get("bodyTextSummary")) or fragment(_text(one.get("bodyHtml")))
        updates.append(Update(_text(one.get("title")), _text(told), text))
    return live("", updates)


def _arc(record: Record) -> Record:
    """An article in ANS, in which Arc XP keeps them: its words element by element."""
    heads, by = record.get("headlines"), record.get("credits")
    elements = record.get("content_elements")
    parts = [fragment(_text(one.get("content"))) for one in _mappings(elements) if _text(one.get("type")) in _ARC_WORDS]
    site = record.get("distributor") or record.get("source")
    return {
        "text": "\n\n".join(filter(None, parts)),
        "title": heads.get("basic") if isinstance(heads, Mapping) else heads,
        "url": record.get("canonical_url") if str(record.get("canonical_url")).startswith("http") else None,
        "published": record.get("first_publish_date") or record.get("display_date") or record.get("publish_date"),
        "modified": record.get("last_updated_date"),
        "author": by.get("by") if isinstance(by, Mapping) else None,
        "outlet": site.get("name") if isinstance(site, Mapping) else None,
    }


def _mappings(value: Any) -> list[Record]:
    return [one for one in value if isinstance(one, Mapping)] if isinstance(value, list) else []


def _status(record: Record) -> Record:
    """A status of Mastodon and its kin."""
    account = record.get("account")
    held: Record = account if isinstance(account, Mapping) else {}
    return {"outlet": held.get("display_name") or held.get("acct"), "published": record.get("created_at")}


def _telegram(record: Record) -> Record:
    told = record.get("date_unixtime")
    return {
        "text": _telegram_text(record),
        "published": record.get("date") or told,
        "modified": record.get("edited"),
        "outlet": record.get("outlet") or record.get("from"),
        "author": record.get("author"),
        "credit": record.get("forwarded_from"),
        "title": "",
    }


def _telegram_text(record: Record) -> str:
    told = record.get("text") or record.get("text_entities")
    if isinstance(told, str):
        return told
    if not isinstance(told, list):
        return ""
    parts = [one if isinstance(one, str) else one.get("text") if isinstance(one, Mapping) else "" for one in told]
    return "".join(part for part in parts if isinstance(part, str))


def _rss_item(record: Record) -> Record:
    content = _said(record.get("content:encoded") or record.get("encoded") or record.get("content"))
    source, link = record.get("source"), record.get("link")
    links = [one for one in (link if isinstance(link, list) else [link]) if isinstance(one, Mapping)]
    main = next((one for one in links if one.get("@rel", one.get("rel", "alternate")) == "alternate"), {})
    return {
        "text": content,
        "description": _said(record.get("description")),
        "title": _said(record.get("title")),
        "url": main.get("@href") or main.get("href") or _said(link),
        "published": _said(record.get("pubDate") or record.get("published") or record.get("dc:date")),
        "author": _said(record.get("dc:creator") or record.get("creator") or record.get("author"))
        or record.get("author"),
        "outlet": _said(source) or record.get("outlet"),
        "id": "",
    }


def _wallabag(record: Record) -> Record:
    return {
        "text": record.get("content"),
        "outlet": record.get("domain_name"),
        "published": record.get("published_at"),
        "author": record.get("published_by"),
    }


def _tiny(record: Record) -> Record:
    """Tiny Tiny RSS tells the day of an article as that of its last change."""
    return {"published": record.get("published") or record.get("updated"), "updated": None}


def _newsblur(record: Record) -> Record:
    return {
        "text": record.get("story_content"),
        "title": record.get("story_title"),
        "url": record.get("story_permalink"),
        "published": record.get("story_date"),
        "author": record.get("story_authors"),
    }


def _pocket(record: Record) -> Record:
    """An item of a reading list tells where an article stands and how it begins."""
    by, site = record.get("authors"), record.get("domain_metadata")
    return {
        "title": record.get("resolved_title") or record.get("given_title"),
        "url": record.get("resolved_url") or record.get("given_url"),
        "author": list(by.values()) if isinstance(by, Mapping) else by,
        "outlet": site.get("name") if isinstance(site, Mapping) else None,
        "id": record.get("resolved_id") or record.get("item_id"),
    }


def _digitised(record: Record) -> Record:
    """An article of a library of digitised newspapers: its words, the paper as an object with its place and years."""
    paper = record.get("title")
    name = _text(paper.get("value") or paper.get("title")) if isinstance(paper, Mapping) else ""
    return {
        "text": record.get("articleText"),
        "title": record.get("heading"),
        "outlet": re.sub(r"\s*\([^()]*\)\s*\Z", "", name),
        "url": record.get("troveUrl") or record.get("identifier"),
        "partial": "" if record.get("articleText") else "teaser: its snippet alone",
    }


def _post_of_a_protocol(record: Record) -> Record:
    """A post of Bluesky and its kin: who posted it carries it."""
    by, held = (one if isinstance(one := record.get(name), Mapping) else {} for name in ("author", "record"))
    return {
        "text": held.get("text"),
        "published": held.get("createdAt"),
        "outlet": by.get("displayName") or by.get("handle"),
        "author": " ",
    }


def _posted(record: Record) -> Record:
    """A post as services that watch social networks list it, or as such a network's own interface tells it."""
    by = record.get("from")
    return {
        "text": record.get("message"),
        "title": record.get("link_text"),
        "published": record.get("post_created") or record.get("created_time"),
        "outlet": record.get("page_name")
        or record.get("account_name")
        or (by.get("name") if isinstance(by, Mapping) else ""),
        "url": record.get("permalink_url"),
    }


def _reddit(record: Record) -> Record:
    return {
        "text": record.get("selftext"),
        "url": urljoin("https://www.reddit.com/", str(record.get("permalink") or "")),
        "published": record.get("created_utc"),
        "outlet": record.get("subreddit_name_prefixed") or record.get("subreddit"),
    }


_TOOLS: tuple[tuple[Callable[[Record], bool], Callable[[Record], Record]], ...] = (
    (lambda r: "webPublicationDate" in r or "webTitle" in r, _guardian),
    (lambda r: "lead_paragraph" in r and "web_url" in r, _archive_service),
    (lambda r: isinstance(r.get("content"), Mapping) and "rendered" in r["content"], _wordpress),
    (lambda r: "date_unixtime" in r or (r.get("type") == "message" and "from" in r), _telegram),
    (lambda r: "content_html" in r or "content_text" in r or "date_published" in r, _json_feed),
    (lambda r: ("canonical" in r or "alternate" in r) and ("content" in r or "summary" in r), _reader),
    (lambda r: "content_elements" in r, _arc),
    (lambda r: isinstance(r.get("thread"), Mapping), _crawl),
    (lambda r: isinstance(r.get("links"), Mapping) and "url" not in r, _linked),
    (lambda r: isinstance(r.get("account"), Mapping) and "created_at" in r, _status),
    (lambda r: "pubDate" in r and ("link" in r or "guid" in r), _rss_item),
    (lambda r: "link" in r and isinstance(r.get("content"), Mapping) and "published" in r, _rss_item),
    (lambda r: "story_content" in r, _newsblur),
    (lambda r: "feed_title" in r and "updated" in r and "content" in r, _tiny),
    (lambda r: "domain_name" in r and "content" in r, _wallabag),
    (lambda r: "resolved_url" in r and ("item_id" in r or "time_added" in r), _pocket),
    (lambda r: "heading" in r and ("articleText" in r or "troveUrl" in r), _digitised),
    (lambda r: "selftext" in r and "permalink" in r, _reddit),
    (lambda r: isinstance(r.get("record"), Mapping) and "createdAt" in r["record"], _post_of_a_protocol),
    (lambda r: "message" in r and ("post_created" in r or "created_time" in r), _posted),
    (lambda r: "published_at" in r and "content" in r and ("feed" in r or "feed_id" in r or "hash" in r), _miniflux),
)
