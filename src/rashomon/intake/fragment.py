"""A piece of HTML, as feeds and agencies send it, to plain text: paragraphs parted by empty lines, nothing added.

A reference to a character is that character; a number that is none is the mark of a broken one. As a field of a report
(`words`) the text is one line without invisible characters.
"""

from __future__ import annotations

import re
from html import unescape

_BLOCKS = frozenset(
    (
        *("address", "article", "aside", "blockquote", "br", "dd", "div", "dl", "dt", "figcaption", "figure", "footer"),
        *("h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "ol", "p", "pre", "section", "table", "td"),
        *("th", "tr", "ul"),
    )
)
_SILENT = frozenset(
    (
        "head",
        "iframe",
        "math",
        "noscript",
        "object",
        "script",
        "select",
        "style",
        "svg",
        "template",
        "textarea",
        "title",
    )
)
_SPACE = re.compile(r"[ \t\r\n\f\v\u00a0]+")
_NAME = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]{0,20})")
_DECLARED = (("<!--", "-->"), ("<![CDATA[", "]]>"), ("<!", ">"), ("<?", ">"))
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>|&(?:#\d+|#x[0-9a-fA-F]+|[a-zA-Z]+);")
_ENDLESS = re.compile(r"&#(?:[xX]0*[0-9a-fA-F]{7,}|0*[0-9]{8,});?")
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]"
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")


def fragment(html: str) -> str:
    """Give the text of `html`; what holds no tag and no reference is given as it is, white space closed up."""
    if not _TAG.search(html):
        parts = re.split(r"\n[ \t\r]*\n", html)
    else:
        parts = [unescaped("".join(block)) for block in _blocks(html)]
    closed = (_SPACE.sub(" ", part).strip() for part in parts)
    return "\n\n".join(part for part in closed if part)


def _blocks(html: str) -> list[list[str]]:
    """Part `html` where a block begins or ends. Every character is looked at once, whatever is broken."""
    blocks: list[list[str]] = [[]]
    silent = at = 0
    gone: set[str] = set()  # what no longer comes, so that it is not looked for again
    while (start := html.find("<", at)) >= 0:
        if not silent:
            blocks[-1].append(html[at:start])
        opened, closed = next((pair for pair in _DECLARED if html.startswith(pair[0], start)), ("", ">"))
        name = _NAME.match(html, start)
        known = (opened or name) and closed not in gone
        end = html.find(closed, start + len(opened)) if known else -1
        if end < 0:
            if known:
                gone.add(closed)
            if not silent:
                blocks[-1].append("<")
            at = start + 1
            continue
        at = end + len(closed)
        if name and not opened:
            tag = name[2].lower()
            if tag in _SILENT:
                silent = max(0, silent - 1) if name[1] else silent + (html[end - 1] != "/")
            elif tag in _BLOCKS:
                blocks.append([])
        elif opened == "<![CDATA[" and not silent:
            blocks[-1].append(html[start + len(opened) : end].replace("&", "&amp;"))
    if not silent:
        blocks[-1].append(html[at:])
    return blocks


def unescaped(text: str) -> str:
    """Give `text` with its references resolved, NULs left out."""
    if "&" not in text:
        return text.replace("\x00", "")
    return unescape(_ENDLESS.sub("\ufffd", text)).replace("\x00", "")


def words(told: str) -> str:
    """Give `told` as one line of words."""
    plain = fragment(told) if "<" in told or "&" in told else told
    return " ".join(_CONTROL.sub("", _INVISIBLE.sub("", plain)).split())
