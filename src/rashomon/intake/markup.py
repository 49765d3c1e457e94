"""Bytes of HTML or XML to characters: by its mark, the server's word, its own declaration, UTF-8, Windows-1252.

Markup that declares entities is refused before any parser sees it: nothing that comes from a stranger may expand. A
document type that only names itself is cut off.
"""

from __future__ import annotations

import codecs
import re

_DECLARED = re.compile(
    rb"""(?:<\?xml[^>]{0,200}?encoding|<meta[^>]{0,300}?charset)\s*=\s*["']?\s*([\w.:-]{2,40})""", re.I
)
_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_SAFE = re.compile(
    r"utf-?8|utf-?16(?:-?[bl]e)?|us-ascii|ascii|(?:iso-?)?8859-?\d+|latin-?\d+|(?:windows-?|cp)\d+|koi8-[ru]|mac-?roman|"
    r"gb2312|gbk|gb18030|big5|shift_?jis|euc-(?:jp|kr)",
)
_SAME = {"iso-8859-1": "cp1252", "latin-1": "cp1252", "latin1": "cp1252", "us-ascii": "cp1252", "ascii": "cp1252"}
_DTD = re.compile(r"<!DOCTYPE\b([^>\[]{0,1000})(\[)?", re.IGNORECASE)
_ENTITY = re.compile(r"<!(?:ENTITY|ELEMENT|ATTLIST|NOTATION)\b", re.IGNORECASE)


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
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _strictly(data, encoding) or _failed()
    if data[:2] in {b"<\0", b"\0<"}:
        return _strictly(data, "utf-16-le" if data[:1] == b"<" else "utf-16-be") or _failed()
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
