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
from rashomon.intake.names import persons
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
    b"info fonttbl colortbl stylesheet pict header headerl headerr headerf footer footerl footerr footerf footnote "
    b"annotation fldinst object objdata themedata datastore listtable listoverridetable rsidtbl generator xmlnstbl "
    b"filetbl revtbl latentstyles colorschememapping mmathPr template nonshppict bkmkstart bkmkend".split()
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
_MARKS = {b"~": "\u00a0", b"_": "-", b"-": "\u00ad", b"\n": "\n\n", b"\r": "\n\n", b"\\": "\\", b"{": "{", b"}": "}"}
_TOLD = {b"title": "title", b"author": "author"}
_DEEPEST = 500


class _Reading:
    """What was read so far: the words by where they stand, and what holds in the group that is open."""

    def __init__(self) -> None:
        self.parts: dict[str, list[str]] = {"text": [], "title": [], "author": []}
        self._into, self._left = "text", 1
        self._kept: list[tuple[str, int]] = []
        self._page, self._coming = "cp1252", 0
        self._begun = False
        self._bytes = bytearray()

    def take(self, token: re.Match[bytes]) -> None:
        """Take one token."""
        word, number, code, sign, brace, plain = token.groups()
        if code is not None:
            self._bytes += self._without_stand_ins(bytes([int(code, 16)]))
            return
        self.end()
        if plain is not None:
            self._put(self._without_stand_ins(plain).decode(self._page, "replace"))
        elif brace is not None:
            self._group(brace)
        elif sign == b"*":
            self._into = "" if self._begun else self._into
        elif sign is not None:
            self._put(_MARKS.get(sign, ""))
        elif word is not None:
            self._word(word, number)
        self._begun = brace == b"{"

    def end(self) -> None:
        """Put the characters that were given by their codes, as many as stand together."""
        if self._bytes:
            self._put(self._bytes.decode(self._page, "replace"))
            self._bytes.clear()

    def _put(self, told: str) -> None:
        if self._into:
            self.parts[self._into].append(told)

    def _without_stand_ins(self, raw: bytes) -> bytes:
        """Cut off what stands in for a character that was given by its number."""
        cut = min(self._coming, len(raw))
        self._coming -= cut
        return raw[cut:]

    def _group(self, brace: bytes) -> None:
        self._coming = 0
        if brace == b"{":
            if len(self._kept) >= _DEEPEST:
                raise ValueError("is an RTF document whose groups stand too deep in one another")
            self._kept.append((self._into, self._left))
        elif self._kept:
            self._into, self._left = self._kept.pop()

    def _word(self, word: bytes, number: bytes | None) -> None:
        if word in _PASSED_OVER:
            self._into = ""
        elif word in _TOLD:
            self._into = _TOLD[word]
        elif word == b"ansicpg":
            self._page = _page(number)
        elif word == b"uc":
            self._left = max(0, min(int(number or 1), 10))
        elif word == b"u" and number:
            self._put(
                chr(int(number) % 0x10000)
            )  # counted from -32768 where it is above 32767; halves are joined later
            self._coming = self._left
        elif word == b"bin" and int(number or 0):
            raise ValueError("is an RTF document that holds bytes of another program")
        else:
            self._put(_SIGNS.get(word, ""))


def rich_text(data: bytes) -> dict[str, str]:
    """Give text, title and author. Raises ValueError, with a reason to show, where there is no text."""
    reading = _Reading()
    for token in _TOKEN.finditer(data):
        reading.take(token)
    reading.end()
    told = {name: _closed("".join(held)) for name, held in reading.parts.items()}
    if not told["text"]:
        raise ValueError("is an RTF document without text")
    told |= {"title": document_title(told["title"]), "author": persons(told["author"])}
    return {name: held for name, held in told.items() if held}


def _page(number: bytes | None) -> str:
    name = f"cp{int(number or 1252)}"
    try:
        codecs.lookup(name)
    except LookupError:
        return "cp1252"
    return name


def _closed(text: str) -> str:
    """Join the halves of characters, take out what no text holds, and close up the white space."""
    text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "ignore")
    text = re.sub(r"[\x00-\x08\x0b-\x1f\x7f]", "", text)
    text = "\n".join(line.strip(" \t\u00a0") for line in text.split("\n"))
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
