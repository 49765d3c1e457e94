"""A text to one report: with a head of fields, where it has one.

A text with a head of fields (YAML or TOML front matter, as trafilatura and site makers write it) to its fields.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from rashomon.intake.decode import decode
from rashomon.intake.forms import AS_TEXT, InputForm
from rashomon.intake.names import by_whom
from rashomon.intake.partial import partial_by_words
from rashomon.intake.press_archives import archived, reports_of_an_archive
from rashomon.intake.rows import as_prose, field_of, rows
from rashomon.intake.shown_days import day_of_line
from rashomon.intake.source import Found, Source
from rashomon.records import Refusal

if TYPE_CHECKING:
    from rashomon.intake.taking import Taking


_FENCES = {"---": ":", "+++": "="}
_LINE = re.compile(r"([A-Za-z][\w -]{0,40})\s*([:=])\s*(.*)")
_MOST = 60  # lines of a head
_FEW = 12  # and of one without fences
_KNOWN = 2
_BEGUN = 2_000  # characters in which a text's own head stands
_OVER, _SENTENCE, _WORDS = 6, 120, 3
_FIELDS = {"title", "published", "url", "outlet", "author"}


def front_matter(text: str) -> tuple[dict[str, str], str]:
    """Give the fields of the head and the text behind it; ({}, text) where no head stands there."""
    lines = text.split("\n", _MOST + 2)
    fence = lines[0].strip().lstrip("\ufeff")
    if fence not in _FENCES or len(lines) < 3:
        return _head_lines(text)
    fields: dict[str, str] = {}
    last = ""
    for number, line in enumerate(lines[1 : _MOST + 1], 1):
        if line.strip() == fence:
            rest = "\n".join(lines[number + 1 :]).lstrip("\r\n")
            return (fields, rest) if fields else ({}, text)
        match = _LINE.fullmatch(line.strip())
        if match and match[2] == _FENCES[fence] and not line.startswith((" ", "\t", "-")):
            last = match[1].strip().lower().replace(" ", "_").replace("-", "_")
            fields[last] = _plain(match[3])
        elif last and line.strip().startswith("- "):
            fields[last] = "; ".join(filter(None, (fields[last], _plain(line.strip()[2:]))))
        elif line.strip() and not line.startswith((" ", "\t", "#")):
            return {}, text
    return {}, text


def _head_lines(text: str) -> tuple[dict[str, str], str]:
    """Give the fields that stand line by line above the text ("Title: …"), where each line is one and two are known."""
    head, parted, rest = text.lstrip("\ufeff").partition("\n\n")
    lines = head.splitlines()
    found = [_LINE.fullmatch(line.strip()) for line in lines] if parted and len(lines) <= _FEW else []
    held = {m[1].strip(): _plain(m[3]) for m in found if m and m[2] == ":" and m[3]}
    told = [field_of(name) for name in held]
    sure = len(held) == len(lines) and told.count("") * 2 < len(told) and len(set(told) & _FIELDS) >= _KNOWN
    return (held, rest.lstrip("\r\n")) if sure and "text" not in told else ({}, text)


def own_head(text: str) -> dict[str, str]:
    r"""Give title, writers and day that stand in lines of their own above the first sentence; {} where neither does.

    >>> own_head("Crews walk out of the yard\n\nBy Ada Brandt\n2 May 2031\n\nFerry crews walked out on Friday.")
    {'title': 'Crews walk out of the yard', 'author': 'Ada Brandt', 'published': '2031-05-02'}
    """
    lines = [line for part in text[:_BEGUN].splitlines() if (line := " ".join(part.split()))]
    begins = next((n for n, line in enumerate(lines) if len(line) > _SENTENCE or line[-1] in ".!?"), len(lines))
    if not 1 < begins < len(lines) or begins > _OVER or len(lines[0].split()) < _WORDS or by_whom(lines[0]):
        return {}
    found = {"title": lines[0]}
    for line in lines[1:begins]:
        told = {"author": by_whom(line), "published": day_of_line(line)[0]}
        found |= {name: value for name, value in told.items() if value and name not in found}
    return found if len(found) > 1 and not day_of_line(lines[0])[0] else {}


def _plain(told: str) -> str:
    told = told.strip().rstrip(",")
    if told[:1] == "[" and told[-1:] == "]":
        return "; ".join(filter(None, (_plain(one) for one in told[1:-1].split(","))))
    told = told[1:-1] if len(told) > 1 and told[0] == told[-1] and told[0] in "\"'" else told
    return told[2:-2] if told.startswith("[[") and told.endswith("]]") else told  # a link to a note


def _read(taking: Taking, source: Source) -> Iterator[Found | Refusal]:
    data = taking.whole(source)
    decoded = decode(data)
    if decoded.problem:
        yield Refusal(source.given, decoded.problem, decoded.advice)
        return
    if held := archived(decoded.text):
        yield from reports_of_an_archive(held, taking, source, data, decoded.note)
        return
    told, text = front_matter(decoded.text)
    prose = as_prose(text)
    notes = [decoded.note, "tags taken out" if prose != text else ""]
    fields = {**own_head(prose), "text": prose, **({"url": source.url} if source.url else {})}
    if told:
        notes.append("fields read from the head of the text")
        try:
            fields = rows({**told, "text": prose}, taking.order)
        except ValueError as error:
            yield Refusal(source.given, str(error), AS_TEXT)
            return
    if cut := partial_by_words(prose):
        fields["partial"] = cut
    yield Found(fields, data, source.stem, source.given, "; ".join(filter(None, notes)))


FORM = InputForm(read=_read, suffixes=(".txt", ".text", ".md", ".markdown", ".ris"), kinds=(), an_article=True)
