"""The report's tokens as plain lists: what the readers of names ask of every token is looked up once."""

from __future__ import annotations

import unicodedata
from functools import cached_property

from spacy.tokens import Doc

PARTICLES = frozenset({"al", "el", "al-", "el-", "ul", "ul-", "bin", "ibn", "bint", "ben", "abu", "abd", "as", "ad"})
"""Romanised Arabic and Persian particles inside names, lower-cased."""
WESTERN_PARTICLES = frozenset({"de", "del", "della", "di", "da", "dos", "du", "van", "von", "der", "den", "la", "le"})
_NOT_NAMES = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "ORDINAL", "CARDINAL", "QUANTITY", "LANGUAGE"})
_OPEN, _CLOSE, _STRAIGHT = "“„«", "”»", '"'


def plain(text: str) -> str:
    """`text` in lower case, without accents, apostrophes and hyphens."""
    bare = unicodedata.normalize("NFKD", text) if not text.isascii() else text
    return "".join(c for c in bare.lower() if c.isalnum() or c == " ")


class Page:
    """The tokens of one report, as lists indexed by token number."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.raw: str = doc.text
        self.words = [t.text for t in doc]
        self.lower = [w.lower() for w in self.words]
        self.starts = [t.idx for t in doc]
        self.spaced = [bool(t.whitespace_) for t in doc]
        self.tags = [t.tag_ for t in doc]
        self.labels = [t.ent_type_ for t in doc]
        self.opens = [t.ent_iob == 3 for t in doc]
        self.first = [bool(t.is_sent_start) for t in doc]

    def __len__(self) -> int:
        return len(self.words)

    def end(self, i: int) -> int:
        """Give the character where token `i` ends."""
        return self.starts[i] + len(self.words[i])

    def text(self, i: int, j: int) -> str:
        """Give the stored text of tokens `[i, j)`."""
        return self.raw[self.starts[i] : self.end(j - 1)]

    def capital(self, i: int) -> bool:
        """Token `i` may be a word of a name: it opens with a capital, and is no part of a date or sum."""
        word = self.words[i]
        return word[0].isupper() and self.labels[i] not in _NOT_NAMES

    def blank(self, i: int) -> bool:
        """Token `i` is white space (a line break)."""
        return self.words[i].isspace()

    @cached_property
    def quoted(self) -> list[bool]:
        """Whether each token stands inside quotation marks; a quotation that is never closed ends with its line."""
        inside, out = False, []
        for i, word in enumerate(self.words):
            if word[0] in _OPEN:
                inside = True
            elif word[0] in _CLOSE:
                inside = False
            elif word == _STRAIGHT or word in {"``", "''"}:
                inside = not inside
            elif self.blank(i) and "\n" in word:
                inside = False
            out.append(inside)
        return out

    @cached_property
    def shouting(self) -> list[bool]:
        """Whether each token stands on a line of capitalised words (a headline), where capitals tell nothing."""
        out: list[bool] = []
        line: list[int] = []
        for i in range(len(self) + 1):
            if i < len(self) and "\n" not in self.words[i]:
                line.append(i)
                continue
            words = [k for k in line if self.words[k][0].isalpha() and len(self.words[k]) > 3]
            loud = len(words) >= 4 and sum(self.words[k][0].isupper() for k in words) >= 0.8 * len(words)
            out.extend(loud for _ in line)
            if i < len(self):
                out.append(False)
            line = []
        return out
