"""One JSON object to the fields of a report, under the names that common tools give them; nothing is guessed.

Known: rashomon's own reports, news-please, Fundus, trafilatura, newspaper4k, CC-News, NGEC's input, news APIs, ninjs,
and the tools and services of `json_tools`.
"""

from __future__ import annotations

import json
import re
from ast import literal_eval
from collections.abc import Mapping
from functools import cache
from typing import Any

from rashomon.intake.day import Order, day, day_of_cell, is_nothing, moment, since_1900, understood
from rashomon.intake.json_tools import ninjs, plain_names
from rashomon.intake.markup import fragment, unescaped, words
from rashomon.intake.names import authors
from rashomon.intake.partial import partial_by_words
from rashomon.language import lexicon

_NAMES: dict[str, tuple[str, ...]] = {
    "id": ("id", "report", "uuid"),
    "text": (
        *("text", "body", "maintext", "plaintext", "article_text", "articleBody", "event_text", "content"),
        *("cleaned_text", "full_text", "fulltext", "article_body", "body_text", "bodyText", "main_text", "story"),
        *(
            "article",
            "raw_text",
            "text_content",
            "textContent",
            "content_text",
            "content_html",
            "body_html",
            "html_body",
            "html",
            "document",
            "paragraphs",
            "story_text",
        ),
    ),
    "title": ("title", "headline", "webTitle", "name", "subject"),
    "outlet": (
        "outlet",
        "publisher",
        "sitename",
        "site_name",
        "siteName",
        "publication",
        "publication_name",
        "publication_title",
        "pubtitle",
        "source_title",
        "publisherName",
        "outlet_name",
        "source_name",
        "sourceName",
        "feed_title",
        "container-title",
        "provider",
        "media_name",
        "newspaper",
        "source_domain",
        "source-hostname",
        "meta_site_name",
        "hostname",
        "domain",
        "source",
    ),
    "url": ("url", "link", "source_url", "webUrl", "web_url", "article_url", "canonical_url", "permalink", "uri"),
    "published": (
        "published",
        "date_publish",
        "publishing_date",
        "published_date",
        "publish_date",
        "publication_date",
        "publishedAt",
        "published_at",
        "first_published",
        "firstPublicationDate",
        "datePublished",
        "date_published",
        "webPublicationDate",
        "pub_date",
        "pubDate",
        "date_gmt",
        "date",
        "datetime",
        "publishedTime",
        "timestamp",
        "created_at",
        "created",
        "issued",
    ),
    "language": ("language", "lang"),
    "author": ("author", "authors", "byline", "writer"),
    "modified": ("modified", "date_modify", "dateModified", "date_modified", "updated_at", "updated"),
    "credit": ("credit",),
    "partial": ("partial",),
    "rungs": ("rungs",),
    "note": ("note",),
}
_NAMED = {"outlet", "author"}
"""Fields whose value may be an object with a name, or a list of names."""
_DAYS = {"published", "modified"}
_BEGINNINGS = (
    *("description", "summary", "excerpt", "abstract", "lead", "snippet", "trailText", "content_snippet"),
    *("short_description", "opening_text", "standfirst", "dek", "teaser", "hit_sentence"),
)
"""Fields that hold the beginning of an article, taken where no other holds a text."""
_LEADS = ("leadparagraph", "hlead", "lp")
"""Fields with the first paragraph of a text, which archives of newspapers keep apart from the rest."""
_BEGUN = 60  # characters by which a paragraph is found again
_PREFIX = re.compile(
    r"\A(?:article|story|news|doc|document|post|item|entry|page|mention|clip|hit|result|record)(?=[^\W\d_]{2})"
)
_FRONT = re.compile(r"[^\W_]{1,30}[._:/]")
_FEW = 2  # fields of a record whose common front says nothing
_OF_PUBLICATION = re.compile(r"\A(?:pub(?:lish(?:ed)?|lication)?|article|issue|date|news)(?=(?:year|month|day)\Z)")
_LONGEST_DAY = 40
_LEAST = 80  # characters of a beginning that is worth reading
_COUNTED = re.compile(r"-?[0-9]{10,19}")
_WRAPPED_DAYS = ("$date", "$numberLong", "date", "_seconds", "seconds", "iso", "#text", "@value", "value")
_CALLED = (
    *("name", "Name", "original", "full_name", "fullName", "displayName", "display_name", "title", "id"),
    *("domain", "hostname", "uri"),
)
_MAIN = ("main", "basic", "rendered", "default", "title", "name", "#text", "_")
"""What a headline is called among those that an object holds."""
_WRAPPERS = ("tweet", "node", "attributes", "_source", "object", "fields", "article", "story", "post", "entry", "item")
"""As services wrap what a thing is."""
_PROSE = {"text", "title"}
_HOLD_WORDS = (
    "text",
    "content",
    "value",
    "html",
    "data",
    "blocks",
    "children",
    "paragraphs",
    "root",
    "document",
    "nodes",
)
_DEEPEST, _MOST_BLOCKS = 8, 5_000
_LONGEST_CELL = 2_000  # characters of a list of names in a cell
_NOTHING = {"None", "null", "NaN", "nan", "NaT"}
"""What serialisers write for nothing (news-please: a date "None"); in prose it may be a word."""
_MARKUP = re.compile(
    r"\A\s*<(?:p|div|article|section|figure|h[1-6]|ul|ol|blockquote|span|b|i|strong|em|img|a|br|table|!--)\b", re.I
)
_ESCAPED = re.compile(
    r"\A\s*&lt;(?:p|div|article|section|h[1-6]|ul|blockquote|span|strong|em|img|a|br|figure)\b.{0,500}?&gt;",
    re.I | re.S,
)
_BLOCK = re.compile(r"(?P<opens><(?:p|br|div)\b[^<>]{0,300}>)|(?P<ends></(?:p|div)\s*>|<br\b)", re.IGNORECASE)
_FURTHEST = 20_000
_WRAPPED = "<![CDATA["
_OF = re.compile(r"of|de[lrs]?|d[aiou]s?|van|af|av", re.IGNORECASE)
_JOINTS = re.compile(r"[\W_]+")


def rows(record: Mapping[str, Any], order: Order = "") -> dict[str, str]:
    """Give the fields of a report that `record` holds; of several names for one field the first that says something.

    A field that is no words says nothing. `order` is that of numeric dates. Raises ValueError, with a reason to show,
    where the text is missing or is not words.
    """
    record = _unwrapped(record)
    record = _addressed(_crawled(ninjs(plain_names(_without_its_front(record)))))
    found: dict[str, str] = {}
    nothings: dict[str, str] = {}  # days that programs write for none, told where no other name has one
    alike = _spellings(record)
    for field, names in _NAMES.items():
        for name in (*names, *(alike[like] for like in _known(field) if like in alike)):
            value = _value(field, name, record.get(name), order)
            if value and not (field in _DAYS and understood(value) and is_nothing(value)):
                found[field] = value
                break
            if value:
                nothings.setdefault(field, value)
    found = {**nothings, **found}
    if not found.get("text", "").strip():
        _beginning(record, found)
    if not found.get("text", "").strip():
        named = ", ".join(sorted(str(name)[:30] for name in record)[:12])
        known = not named or any(name in record for name in _NAMES["text"])
        raise ValueError("has no text" if known else f"has no text (its fields are {named})")
    if "author" in found and "outlet" in found:
        found["author"] = authors([found["author"]], found["outlet"])
    _led_in(alike, record, found)
    if "published" not in found and understood(told := _day_called_data(record.get(alike.get("data", "")), order)):
        found["published"] = told
    if "published" not in found and (told := _day_in_parts(alike, record)):
        found["published"] = told
    if cut := partial_by_words(found["text"]):
        found.setdefault("partial", cut)
    elif more := _pages_left(alike, record):
        found.setdefault("partial", more)
    return found


def _unwrapped(record: Mapping[str, Any]) -> Mapping[str, Any]:
    """Give a record with what its wrappers hold as its own fields."""
    for beside in ("meta", "metadata"):
        if isinstance(inner := record.get(beside), Mapping):
            record = {**inner, **record}
    for wrapper in (*_WRAPPERS, "content"):
        inner = record.get(wrapper)
        if not isinstance(inner, Mapping) or "webTitle" in record:
            continue
        if wrapper != "content" or any(isinstance(inner.get(name), str) for name in ("body", "text")):
            record = {**{name: value for name, value in record.items() if name != wrapper}, **inner}
    return record


def _without_its_front(record: Mapping[str, Any]) -> Mapping[str, Any]:
    """Give a record whose names all begin with one word that says nothing ("selection1_text", "item.title") without it.

    Nothing is changed where a name is known as it stands.
    """
    names = [name for name in record if isinstance(name, str)]
    front = _FRONT.match(names[0]) if len(names) == len(record) > _FEW else None
    if front is None or any(not name.startswith(front[0]) or len(name) == len(front[0]) for name in names):
        return record
    if any(field_of(name) for name in names):
        return record
    return {name.removeprefix(front[0]): value for name, value in record.items()}


def _of_something(name: str) -> str:
    """Give the first word of a name in which what it is of follows: "cuerpo" of "cuerpo de la noticia"."""
    first, *rest = _JOINTS.sub(" ", name).split()[:2] or [""]
    return first if rest and _OF.fullmatch(rest[0]) else ""


def field_of(name: str) -> str:
    """Give the field that a name stands for, "" where it is known for none."""
    names = {_alike(name), _PREFIX.sub("", _alike(name)), _unqualified(name)}
    found = next((field for field in _NAMES if not names.isdisjoint(_known(field))), "")
    first = _of_something(name).casefold()
    return found or next((field for field in ("text", "title") if first in _known(field)), "")


def _unqualified(name: str) -> str:
    """Give a name as it is known without the words that say that a text is whole: "text" of "Full Article Text"."""
    words_of = _JOINTS.sub(" ", name).casefold().split()
    kept = [word for word in words_of if word not in _known("whole")]
    return _PREFIX.sub("", "".join(kept)) if len(kept) < len(words_of) else ""


@cache
def _known(field: str) -> tuple[str, ...]:
    """Give the names of a field as they are known however they are joined: the common ones, then those of few."""
    return tuple(
        dict.fromkeys((*map(_alike, _NAMES.get(field, ())), *(n for f, n in lexicon("field_names") if f == field)))
    )


def _spellings(record: Mapping[str, Any]) -> dict[str, str]:
    """Give the names of a record by how they are known; what says that a thing is the article's may stand before."""
    names = [name for name in reversed(list(record)) if isinstance(name, str)]
    alike = {_alike(name): name for name in names}
    of = {
        first.casefold(): name
        for name in names
        if (first := _of_something(name)) and first.casefold() in (*_known("text"), *_known("title"))
    }
    whole = {like: name for name in names if (like := _unqualified(name)) in _known("text")}
    return of | whole | {_PREFIX.sub("", like): name for like, name in alike.items()} | alike


def _led_in(alike: Mapping[str, str], record: Mapping[str, Any], found: dict[str, str]) -> None:
    """Put the first paragraph that archives keep apart before the text that lacks it."""
    for name in _LEADS:
        lead = record.get(alike.get(name, ""))
        if not isinstance(lead, str) or any(c == "\x00" or "\ud800" <= c <= "\udfff" for c in lead):
            continue
        if (text := words(lead)) and text[:_BEGUN] not in words(found["text"][:_FURTHEST]):
            found["text"] = f"{as_prose(lead).strip()}\n\n{found['text']}"
            return


def _day_called_data(value: Any, order: Order) -> str:
    """Give the day in a field that several tongues call "data", which elsewhere holds anything."""
    return day_of_cell(value, order) if isinstance(value, str) and len(value) <= _LONGEST_DAY else ""


def _day_in_parts(alike: Mapping[str, str], record: Mapping[str, Any]) -> str:
    """Give a day that stands in three fields, "" where it does not."""
    kept = {_OF_PUBLICATION.sub("", like): name for like, name in alike.items()} | dict(alike)
    parts = [
        re.sub(r"\.0+\Z", "", str(record.get(kept.get(name, ""), "")).strip()) for name in ("year", "month", "day")
    ]
    told = day("-".join(part.zfill(2) for part in parts)) if all(parts) else ""
    return told if understood(told) else ""


def _pages_left(alike: Mapping[str, str], record: Mapping[str, Any]) -> str:
    """Give why a text is a part of which a scraper took one page of several."""
    following = record.get(alike.get("nextpageurl", ""))
    following = words(following).encode("utf-8", "ignore").decode() if isinstance(following, str) else ""
    return f"one page of several: next is {following[:200]}" if following else ""


def _alike(name: str) -> str:
    """Give a field's name as it is known in whatever case its words are joined: PublishedAt, published-at."""
    return _JOINTS.sub("", name).casefold()


def _value(field: str, name: str, value: Any, order: Order) -> str:
    """Give what one field says as words, "" where it says nothing. Raises ValueError where a text is no words."""
    value = _unfolded(field, value)
    if value is None or value == "" or (field not in _PROSE and isinstance(value, str) and value in _NOTHING):
        return ""
    if not isinstance(value, str):
        if field == "text":
            raise ValueError(f"has a {name!r} that is not a string")
        return ""
    if any("\ud800" <= c <= "\udfff" for c in value):
        if field == "text":
            raise ValueError(f"holds half a character (a lone surrogate) in {name!r}")
        value = value.encode("utf-8", "ignore").decode("utf-8")
    if "\x00" in value:
        if field == "text":
            raise ValueError(f"holds a NUL character in {name!r}")
        value = value.replace("\x00", "")
    if field == "text":
        return as_prose(value)
    if field in _DAYS:
        return day_of_cell(value, order)
    if field == "author":
        return authors([words(value)])
    return value if field in ("id", "note", "rungs") else words(value)


def _unfolded(field: str, value: Any) -> Any:
    """Give a value that is an object, a list or a number as the words that it stands for, where it stands for any."""
    if field == "text" and isinstance(value, Mapping):
        value = _sectioned(value) or _of_blocks(value)
    if field == "text" and isinstance(value, list) and value:
        told = "\n\n".join(value) if all(isinstance(one, str) for one in value) else _of_blocks(value)
        value = told or value
    if field in _NAMED:
        value = _names(_spelled_out(value))
    if field == "language" and isinstance(value, list):
        value = ",".join(one for one in value if isinstance(one, str))
    if field == "title" and isinstance(value, Mapping):
        value = next((value[name] for name in _MAIN if isinstance(value.get(name), str)), None)
    if field not in ("text", *_NAMED) and isinstance(value, list) and len(value) == 1 and isinstance(value[0], str):
        value = value[0]
    if field == "id" and isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    if field in _DAYS:
        value = _told_day(value)
    return value


def _told_day(value: Any) -> Any:
    """Give a day that is a number, or an object as databases and programs write one, as words."""
    if isinstance(value, Mapping) and isinstance(parts := value.get("date-parts"), list):  # as citations write it
        numbers = parts[0] if parts and isinstance(parts[0], list) else []
        return "-".join(f"{one:02}" for one in numbers if isinstance(one, int)) or None
    for _ in range(2):
        if isinstance(value, Mapping):
            value = next((value[name] for name in _WRAPPED_DAYS if name in value), None)
    if isinstance(value, str) and _COUNTED.fullmatch(value):
        return moment(int(value)) or value
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return moment(value) or since_1900(value)
    return value


def as_prose(value: str) -> str:
    """Give a text whose beginning, or whose every paragraph, is markup as its paragraphs; any other as it came."""
    if value.lstrip().startswith(_WRAPPED):
        value = value.strip().removeprefix(_WRAPPED).removesuffix("]]>")
    if "\n" not in value and value.count("\\n") > 1:  # escaped twice
        value = value.replace("\\r", "").replace("\\n", "\n")
    if _ESCAPED.match(value):
        value = unescaped(value)
    return fragment(value) if _MARKUP.match(value) or _has_blocks(value[:200_000]) else value


def _has_blocks(value: str) -> bool:
    """Whether two parts of a text are set as blocks: opened, and ended soon enough behind."""
    blocks, since = 0, None
    for mark in _BLOCK.finditer(value):
        if since is not None and (mark["ends"] or mark.group()[:3].lower() == "<br"):
            blocks += mark.start() - since <= _FURTHEST
            since = None
        elif mark["opens"]:
            since = mark.end()
    return blocks >= 2


def _beginning(record: Mapping[str, Any], found: dict[str, str]) -> None:
    """Take a summary for a text where there is nothing else, and say that it is one."""
    alike = _spellings(record)
    for name in _BEGINNINGS:
        value = record.get(name, record.get(alike.get(_alike(name), "")))
        if isinstance(value, str) and "\x00" not in value and not any("\ud800" <= c <= "\udfff" for c in value):
            text = fragment(value)
            if len(text) >= _LEAST:
                found["text"], found["partial"] = text, f"teaser: its {name} alone"
                return


def _of_blocks(value: Any, deep: int = 0) -> str:
    """Give the words of a text that an editor keeps block by block, each with its words under a name of its own."""
    if isinstance(value, str) or deep > _DEEPEST:
        return value if isinstance(value, str) else ""
    if isinstance(value, list):
        inline = all(isinstance(one, Mapping) and isinstance(one.get("text"), str) for one in value) and deep > 1
        parts = [_of_blocks(one, deep + 1) for one in value[:_MOST_BLOCKS]]
        return ("" if inline else "\n\n").join(filter(None, parts))
    if isinstance(value, Mapping):
        told = (_of_blocks(value[name], deep + 1) for name in _HOLD_WORDS if name in value)
        return next(filter(None, told), "")
    return ""


def _spelled_out(value: Any) -> Any:
    """Give a list or an object that stands as words in a cell, as tables of programs hold it."""
    if not isinstance(value, str) or value[:1] + value[-1:] not in ("[]", "{}") or len(value) > _LONGEST_CELL:
        return value
    for read in (json.loads, literal_eval):
        try:
            return read(value)
        except (ValueError, SyntaxError, RecursionError, MemoryError, TypeError):
            continue
    return value


def _names(value: Any) -> Any:
    if isinstance(value, Mapping):
        for _ in range(3):
            inner = next(
                (value[name] for name in ("node", "data", "attributes") if isinstance(value.get(name), Mapping)), None
            )
            value = value if inner is None else inner
        value = next((value[name] for name in _CALLED if value.get(name)), None) or _in_parts(value)
    if isinstance(value, list):
        told = [_name_of(one) if isinstance(one, Mapping) else one for one in value]
        return authors(one for one in told if isinstance(one, str)) or None
    return value


def _name_of(one: Mapping[str, Any]) -> Any:
    return one.get("name") or _in_parts(one) or one.get("text") or one.get("value")


def _in_parts(one: Mapping[str, Any]) -> str:
    """Give the name of somebody that is kept in two parts."""
    held = {_alike(name): part for name, part in one.items() if isinstance(name, str) and isinstance(part, str)}
    given = next((held[name] for name in ("given", "givenname", "firstname", "forename") if name in held), "")
    family = next((held[name] for name in ("family", "familyname", "lastname", "surname") if name in held), "")
    return " ".join(filter(None, (given, family)))


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
    alike = {str(name).casefold(): value for name, value in body.items()}
    for name in ("rendered", "content", "value", "plain", "text"):  # as WordPress and feed readers wrap it
        if isinstance(alike.get(name), str) and alike[name].strip():
            return str(alike[name])
    parts = _listed(body.get("summary"))
    for section in _listed(body.get("sections")):
        if isinstance(section, Mapping):
            parts += [*_listed(section.get("headline")), *_listed(section.get("paragraphs"))]
    return "\n\n".join(part for part in parts if isinstance(part, str))


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value] if isinstance(value, str) else []
