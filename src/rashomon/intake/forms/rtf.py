"""Rich Text Format to its paragraphs: one report, or the articles that an archive of newspapers wrote into it.

Read by its grammar (RTF 1.9): groups, control words, characters by code page or by number. What stands in a
destination that is no text (fonts, styles, pictures, headers, instructions of fields) is passed over; nothing is run.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from rashomon.intake.forms import AS_TEXT, InputForm
from rashomon.intake.forms.text import own_head
from rashomon.intake.office import document_title
from rashomon.intake.press_archives import archived, reports_of_an_archive
from rashomon.intake.source import Found, Source
from rashomon.records import Refusal

if TYPE_CHECKING:
    from rashomon.intake.taking import Taking

_TOKEN = re.compile(
    rb"\\([a-zA-Z]{1,32})(-?\d{1,10})?[ ]?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z])|([{}])|[\r\n]+|([^\\{}\r\n]+)"
)
_PASSED_OVER = frozenset(
    b"fonttbl colortbl stylesheet pict header headerl headerr headerf footer footerl footerr footerf footnote annotation "
    b"fldinst object objdata themedata datastore listtable listoverridetable rsidtbl generator xmlnstbl filetbl revtbl "
    b"latentstyles colorschememapping mmathPr template shppict nonshppict bkmkstart bkmkend".split()
)
_SIGNS = {
    b"par": "\n\n",
    b"sect": "\n\n",
    b"page": "\n\n",
    b"row": "\n\n",
    b"line": "\n",
    b"cell": "\t",
    b"tab": "\t",
    b"emdash": "—",
    b"endash": "–",
    b"lquote": "‘",
    b"rquote": "’",
    b"ldblquote": "“",
    b"rdblquote": "”",
    b"bullet": "•",
    b"emspace": " ",
    b"enspace": " ",
}
_TOLD = {b"title": "title", b"author": "author"}
_DEEPEST = 500


def rich_text(data: bytes) -> dict[str, str]:
    """Give text, title and author. Raises ValueError, with a reason to show, where there is no text."""
    parts: dict[str, list[str]] = {"text": [], "title": [], "author": []}
    kept: list[tuple[str, int]] = []
    into, left, page = "text", 1, "cp1252"
    coming, bytes_, starts = 0, bytearray(), False

    def put(told: str) -> None:
        if into:
            parts[into].append(told)

    for token in _TOKEN.finditer(data):
        word, number, code, sign, brace, plain = token.groups()
        if code is not None or (plain is not None and not bytes_):
            raw = bytes([int(code, 16)]) if code is not None else plain
            cut = min(coming, len(raw))  # what stands in for a character that was given by its number
            coming, raw = coming - cut, raw[cut:]
            if code is not None:
                bytes_ += raw
                continue
            put(raw.decode(page, "replace"))
            continue
        if bytes_:
            put(bytes_.decode(page, "replace"))
            bytes_.clear()
        if plain is not None:
            cut = min(coming, len(plain))
            coming = coming - cut
            put(plain[cut:].decode(page, "replace"))
        elif brace == b"{":
            if len(kept) >= _DEEPEST:
                raise ValueError("is an RTF document whose groups stand too deep in one another")
            kept.append((into, left))
            starts, coming = True, 0
            continue
        elif brace == b"}":
            into, left = kept.pop() if kept else (into, left)
            coming = 0
        elif sign == b"*" and starts:
            into = ""
        elif sign is not None:
            put(
                {b"~": "\u00a0", b"_": "-", b"-": "\u00ad", b"\n": "\n\n", b"\r": "\n\n"}.get(sign, "")
                or _literal(sign)
            )
        elif word is not None:
            into = _where(word, into)
            if word == b"ansicpg":
                page = _page(number)
            elif word == b"uc":
                left = min(int(number or 1), 10)
            elif word == b"u" and number:
                put(_character(int(number)))
                coming = left
            elif word == b"bin":
                raise ValueError("is an RTF document that holds bytes of another program in its text")
            else:
                put(_SIGNS.get(word, ""))
        starts = False
    if bytes_:
        put(bytes_.decode(page, "replace"))
    told = {name: _closed("".join(held)) for name, held in parts.items()}
    if not told["text"]:
        raise ValueError("is an RTF document without text")
    told["title"] = document_title(told["title"])
    return {name: held for name, held in told.items() if held}


def _where(word: bytes, into: str) -> str:
    """Give what the words behind a control word are: of the text, of a field that is told, or of nothing kept."""
    if word in _PASSED_OVER or word == b"info":
        return ""
    return _TOLD.get(word, into)


def _literal(sign: bytes) -> str:
    return sign.decode("ascii", "ignore") if sign in (b"\\", b"{", b"}") else ""


def _page(number: bytes | None) -> str:
    name = f"cp{int(number or 1252)}"
    try:
        codecs.lookup(name)
    except LookupError:
        return "cp1252"
    return name


def _character(number: int) -> str:
    """Give the character of a number, which RTF counts from -32768 where it is above 32767; halves are joined later."""
    number %= 0x10000
    return chr(number)


def _closed(text: str) -> str:
    """Join the halves of characters, take out what no text holds, and close up the white space."""
    text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "ignore")
    text = re.sub(r"[\x00-\x08\x0b-\x1f\x7f]", "", text)
    text = re.sub(r"[ \t\u00a0]*\n[ \t\u00a0]*", "\n", text)
    return re.sub(r"\n{3,}", "\n\n", text).strip()


def _read(taking: Taking, source: Source) -> Iterator[Found | Refusal]:
    data = taking.whole(source, taking.limits.max_file)
    try:
        fields = rich_text(data)
    except ValueError as error:
        yield Refusal(source.given, str(error), AS_TEXT)
        return
    if held := archived(fields["text"]):
        yield from reports_of_an_archive(held, taking, source, data)
        return
    fields = {**fields, **own_head(fields["text"])}
    yield taking.record(fields, data, source.stem, source.given, "text taken out of rtf")


FORM = InputForm(
    read=_read,
    suffixes=(".rtf",),
    kinds=("application/rtf", "text/rtf"),
    opens=lambda head, _: head.lstrip(b"\xef\xbb\xbf \t\r\n")[:5] == b"{\\rtf",
)
