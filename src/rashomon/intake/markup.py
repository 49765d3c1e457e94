"""Bytes of HTML or XML to characters: by its mark, the server's word, its own declaration, UTF-8, Windows-1252.

Markup that declares entities is refused before any parser sees it: nothing that comes from a stranger may expand. A
document type that only names itself is cut off.

A piece of HTML, as feeds and agencies send it, to plain text: paragraphs parted by empty lines, nothing added.

A reference to a character is that character; a number that is none is the mark of a broken one. As a field of a report
(`words`) the text is one line without invisible characters.
"""

from __future__ import annotations

import codecs
import re
from html import unescape

from rashomon.intake.decode import wide

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
_FRAGMENT_DECLARED = (("<!--", "-->"), ("<![CDATA[", "]]>"), ("<!", ">"), ("<?", ">"))
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>|&(?:#\d+|#x[0-9a-fA-F]+|[a-zA-Z]+);")
_ENDLESS = re.compile(r"&#(?:[xX]0*[0-9a-fA-F]{7,}|0*[0-9]{8,});?")
_ESCAPED_TWICE = re.compile(r"&amp;(?:amp|lt|gt|quot|apos|nbsp|[lr][sd]quo|[mn]dash|#\d{2,7}|#x[0-9a-fA-F]{2,6});")
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]"
)
_TOUCHING = re.compile(
    r"((?<=[^\W\d_A-Z][^\W\d_A-Z])[:!?]?(?:</(?i:span|a|b|strong|em|i|small)\s*>)+)"
    r"(?=(?:<(?i:span|a|b|strong|em|i|small)\b[^<>]{0,300}>)+[^\W\d_a-zß-ÿ])"
)
"""Where small letters end one element and another begins with none."""
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")


def fragment(html: str) -> str:
    """Give the text of `html`; what holds no tag and no reference is given as it is, white space closed up."""
    if _ESCAPED_TWICE.search(html):
        html = html.replace("&amp;", "&")
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
        opened, closed = next((pair for pair in _FRAGMENT_DECLARED if html.startswith(pair[0], start)), ("", ">"))
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


def of_a_heading(html: str) -> str:
    """Give the words of a heading: what two of its elements tell stands apart, though nothing parts them in the markup.

    >>> of_a_heading("<span>Winter</span><span>Snow closes pass</span>"), of_a_heading("<b>S</b>now <i>closes</i>")
    ('Winter Snow closes pass', 'Snow closes')
    """
    return words(" ".join(fragment(_TOUCHING.sub(r"\1 ", html)).split()))


_DECLARED = re.compile(
    rb"""(?:<\?xml[^>]{0,200}?encoding|<meta[^>]{0,300}?charset)\s*=\s*["']?\s*([\w.:-]{2,40})""", re.I
)
_SAFE = re.compile(
    r"utf-?8|utf-?16(?:-?[bl]e)?|us-ascii|ascii|(?:iso-?)?8859-?\d+|latin-?\d+|(?:windows-?|cp)\d+|koi8-[ru]|mac-?roman|"
    r"gb2312|gbk|gb18030|big5|shift_?jis|euc-(?:jp|kr)",
)
_SAME = {"iso-8859-1": "cp1252", "latin-1": "cp1252", "latin1": "cp1252", "us-ascii": "cp1252", "ascii": "cp1252"}
_DTD = re.compile(r"<!DOCTYPE\b([^>\[]{0,1000})(\[)?", re.IGNORECASE)
_ENTITY = re.compile(r"<!(?:ENTITY|ELEMENT|ATTLIST|NOTATION)\b", re.IGNORECASE)


def closing(page: str, tag: str, at: int, within: int) -> re.Match[str] | None:
    """Give where, no more than `within` characters behind `at`, the element of that `tag` closes that opened before."""
    depth = 1
    for mark in re.compile(rf"<(/?){re.escape(tag)}\b", re.IGNORECASE).finditer(page, at, at + within):
        depth += -1 if mark[1] else 1
        if not depth:
            return mark
    return None


def markup(data: bytes, charset: str = "", *, xml: bool = False) -> str:
    """Give the characters of `data`, NULs left out, without the declaration of an encoding that no longer holds.

    Raises ValueError, with a reason to show, for a document type with declarations of its own, and for bytes that are
    in no known encoding. The name of a document type is left out of `xml`.
    """
    text = _decoded(data, charset)
    if _ENTITY.search(text) and (xml or "<!doctype" in text[:2_000].casefold()):
        raise ValueError("declares entities of its own (a DTD), which may expand without end")
    doctype = _DTD.search(text[:20_000])
    if doctype and doctype.group(2):
        raise ValueError("holds a document type declaration (a DTD), which is never read")
    if xml and doctype:
        end = text.find(">", doctype.start())
        if end < 0 or _DTD.search(text, end):
            raise ValueError("holds a document type declaration (a DTD), which is never read")
        text = text[: doctype.start()] + text[end + 1 :]
    return re.sub(r"\A\s*<\?xml[^>]{0,300}\?>", "", text)


def _decoded(data: bytes, charset: str) -> str:
    if data.startswith(codecs.BOM_UTF8):
        return _strictly(data, "utf-8-sig") or _failed()
    if told := wide(data):
        return _strictly(data, told) or _failed()
    declared = _DECLARED.search(data[:2_048])
    for told in (charset, declared.group(1).decode("ascii", "replace") if declared else ""):
        told = told.strip().lower()
        if _SAFE.fullmatch(told) and (text := _strictly(data, _SAME.get(told, told))) is not None:
            return text
    for encoding in ("utf-8", "cp1252"):
        if (text := _strictly(data, encoding)) is not None:
            return text
    return data.decode("utf-8", "replace") if data.count(b"\xef\xbf\xbd") else data.decode("latin-1")


def _strictly(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding).replace("\x00", "")
    except (UnicodeError, LookupError):
        return None


def _failed() -> str:
    raise ValueError("is broken: its bytes are not in the encoding that it is marked with")
