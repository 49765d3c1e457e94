"""Articles in the XML of agencies and tools, NITF, NewsML, trafilatura's own and TEI, to the fields of reports."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from rashomon.intake.forms import InputForm
from rashomon.intake.markup import fragment, markup
from rashomon.intake.source import Found, Source
from rashomon.records import Refusal

if TYPE_CHECKING:
    from rashomon.intake.taking import Taking

_BLOCKS = {"p", "hl2", "head", "li", "item", "quote", "block", "h1", "h2", "h3", "h4", "bq", "lq", "ab", "td"}
ROOTS = ("nitf", "newsItem", "newsMessage", "NewsML", "doc", "corpus", "TEI", "TEI.2", "teiCorpus")


def other_xml(data: bytes, charset: str = "") -> Iterator[dict[str, str]]:
    """Give the fields of each article. Raises ValueError, with a reason to show, where there is none."""
    root = _parsed(markup(data, charset, xml=True))
    found = 0
    for article, read in _articles(root):
        fields = {name: value.strip() for name, value in read(article).items() if value and value.strip()}
        if fields.get("text"):
            found += 1
            yield fields
    if not found:
        raise ValueError(f"holds no article (its root is <{_name(root)}>)")


def _parsed(xml: str) -> Any:
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=True)
    try:
        root = etree.fromstring(xml.encode("utf-8", "ignore"), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise ValueError(f"is no sound XML ({str(error)[:80]})") from None
    if root is None:
        raise ValueError("is no sound XML")
    return root


def _articles(root: Any) -> Iterator[tuple[Any, Any]]:
    for node in root.iter():
        name = _name(node)
        if name == "nitf":
            yield node, _nitf
        elif name == "newsItem":
            yield node, _newsml_g2
        elif name == "NewsItem":
            yield node, _newsml_1
        elif name == "doc" and ("title" in node.attrib or "source" in node.attrib or _first(node, "main") is not None):
            yield node, _trafilatura
        elif name in ("TEI", "TEI.2"):
            yield node, _tei


def _nitf(node: Any) -> dict[str, str]:
    date = _first(node, "date.issue")
    source = _first(node, "doc.rights")
    paper = _first(node, "pubdata")
    return {
        "title": _words(_first(node, "hl1") if _first(node, "hl1") is not None else _first(node, "title")),
        "author": _words(_first(node, "person")) or _words(_first(node, "byline")),
        "published": (date.get("norm", "") if date is not None else "")
        or (paper.get("date.publication", "") if paper is not None else ""),
        "outlet": (paper.get("name", "") if paper is not None else "")
        or _words(_first(node, "distributor"))
        or (source.get("agent", "") if source is not None else ""),
        "text": _paragraphs(_first(node, "body.content")),
    }


def _newsml_g2(node: Any) -> dict[str, str]:
    if any(_name(parent) == "newsItem" for parent in node.iterancestors()):
        return {}
    inner = _first(node, "contentSet")
    nested = _first(inner, "nitf") if inner is not None else None
    body = _first(inner, "body") if inner is not None else None
    if nested is not None:
        return {}  # told by itself
    provider = _first(node, "provider")
    return {
        "title": _words(_first(node, "headline")),
        "author": _words(_first(node, "by")) or _label(_first(node, "creator")),
        "published": _words(_first(node, "contentCreated"))
        or _words(_first(node, "firstCreated"))
        or _words(_first(node, "versionCreated")),
        "outlet": _label(provider) or _words(_first(node, "infoSource")),
        "language": _lang(node),
        "text": _paragraphs(body if body is not None else inner),
    }


def _newsml_1(node: Any) -> dict[str, str]:
    if _first(node, "nitf") is not None:
        return {}
    content = _first(node, "DataContent")
    provider = _first(node, "Provider")
    party = _first(provider, "Party") if provider is not None else None
    return {
        "title": _words(_first(node, "HeadLine")),
        "author": _words(_first(node, "ByLine")),
        "published": _words(_first(node, "FirstCreated")),
        "outlet": party.get("FormalName", "") if party is not None else "",
        "text": _paragraphs(content),
    }


def _trafilatura(node: Any) -> dict[str, str]:
    told = node.attrib
    main = _first(node, "main")
    return {
        "title": told.get("title", ""),
        "author": told.get("author", ""),
        "published": told.get("date", ""),
        "outlet": told.get("sitename", "") or told.get("hostname", ""),
        "url": told.get("source", "") or told.get("url", ""),
        "language": told.get("language", ""),
        "text": _paragraphs(main if main is not None else node),
    }


def _tei(node: Any) -> dict[str, str]:
    header, body = _first(node, "teiHeader"), _first(node, "body")
    of = header if header is not None else node
    date = _first(of, "date")
    pointer = _first(of, "ptr")
    return {
        "title": _words(_first(of, "title")),
        "author": _words(_first(of, "author")),
        "published": (date.get("when") or _words(date)) if date is not None else "",
        "outlet": _words(_first(of, "publisher")),
        "url": pointer.get("target", "") if pointer is not None else "",
        "text": _paragraphs(body if body is not None else _first(node, "text")),
    }


def _name(node: Any) -> str:
    return node.tag.rpartition("}")[2] if isinstance(node.tag, str) else ""


def _first(node: Any, name: str) -> Any:
    return next((n for n in node.iter() if _name(n) == name and n is not node), None) if node is not None else None


def _words(node: Any) -> str:
    return " ".join("".join(node.itertext()).split()) if node is not None else ""


def _label(node: Any) -> str:
    if node is None:
        return ""
    return _words(_first(node, "name")) or node.get("literal", "") or _words(node)


def _lang(node: Any) -> str:
    found = _first(node, "language")
    told = found.get("tag", "") if found is not None else ""
    return str(told or node.get("{http://www.w3.org/XML/1998/namespace}lang", ""))


def _paragraphs(node: Any) -> str:
    """Give the words of the blocks that hold no other block, one paragraph each; of markup in words, its text."""
    if node is None:
        return ""
    blocks = [
        n for n in node.iter() if _name(n) in _BLOCKS and not any(_name(c) in _BLOCKS for c in n.iterdescendants())
    ]
    told = [_words(block) for block in blocks] or [_words(node)]
    text = "\n\n".join(one for one in told if one)
    return fragment(text) if text.startswith("<") else text


def _read(taking: Taking, source: Source) -> Iterator[Found | Refusal]:
    data = taking.whole(source)
    try:
        held = list(other_xml(data, source.charset))
    except ValueError as error:
        yield Refusal(source.given, str(error), "give a feed, a page or a text; say which with --from")
        return
    for number, fields in enumerate(held, 1):
        many = len(held) > 1
        given, stem = (f"{source.given}:{number}", f"{source.stem}-{number}") if many else (source.given, source.stem)
        yield taking.record(fields, b"" if many else data, stem, given, "text taken out of XML")


FORM = InputForm(read=_read, root=re.compile(rf"<(?:\w+:)?(?:{'|'.join(map(re.escape, ROOTS))})[\s>]"))
