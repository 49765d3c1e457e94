"""A text that an archive of newspapers wrote to the articles in it: fields by labels, or by codes of two letters.

Five shapes: a head of paragraphs closed by "Length: 410 words", as law libraries export it; lines that begin with a
code (HD, PD, SN, LP, TD), as press databases do; fields by labels around the full text; an outlet with its day over
the text, whose rights stand below it; citations by tags.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import zip_longest
from typing import TYPE_CHECKING

from rashomon.intake.names import authors, by_whom, persons
from rashomon.intake.rows import field_of
from rashomon.intake.shown_days import day_of_line
from rashomon.intake.source import Found, Source
from rashomon.language import word_set
from rashomon.records import Refusal

if TYPE_CHECKING:
    from rashomon.intake.taking import Taking

_LENGTH = re.compile(r"^[ \t]*length:[ \t]*[\d,]{1,9} words?\b", re.IGNORECASE | re.MULTILINE)
_ENDS = re.compile(r"^[ \t]*(?:load-date:|end of document[ \t]*$)", re.IGNORECASE | re.MULTILINE)
_APART = re.compile(
    r"^[ \t]*(?:\d{1,5} of \d{1,5} documents|document \d{1,5} of \d{1,5}|end of document|_{10,}|={10,})[ \t]*$",
    re.IGNORECASE | re.MULTILINE,
)
_LABEL = re.compile(r"([A-Z][A-Za-z /()-]{2,24}?)\s?:(?:\s+(\S.*))?\Z")
_CODE = re.compile(
    r"^(HD|BY|CR|WC|PD|ET|SN|SC|LA|CY|LP|TD|CO|IN|NS|RE|IPD|PUB|AN|SE|PG|ED|CLM|ART|VOL)(?:[ \t]{1,8}(\S.*)|[ \t]*)$",
    re.MULTILINE,
)
_CITED = re.compile(r"\s*TY  - [A-Z]{3,6}\s*\n")
_TAG = re.compile(r"([A-Z][A-Z0-9])  - (.*)")
_CITATION_ENDS = re.compile(r"^ER  -.*$", re.MULTILINE)
_TAGS = {
    "title": ("TI", "T1"),
    "outlet": ("T2", "JO", "JF", "JA", "PB"),
    "published": ("DA", "Y1", "PY"),
    "url": ("UR",),
    "text": ("N2", "AB"),
}
_FULL = re.compile(r"^(full text|body|text|article text)[ \t]*:[ \t]*", re.IGNORECASE | re.MULTILINE)
_MOST = 20_000  # articles of one file
_LABELLED = 300  # characters of a field in a head
_CUT = re.compile(r"\s?[-–—,|]\s")
_SHORTEST = 2  # letters of an outlet's name
_PLACED = re.compile(r";|\s?\(|\.\s(?=\d)|,\s(?=p?\d)")
"""What stands behind the name of an outlet in an archive's field: its place, the day, the page."""
_PAGE = re.compile(r"\bp(?:p|g|age)?\.?\s?\w{0,3}\d+\b", re.IGNORECASE)
_PROSE, _TAIL, _FEW = 60, 8, 4
_HEAD = 12  # lines of a head, and paragraphs of one


def archived(text: str) -> list[dict[str, str]]:
    """Give the fields of each article that an archive wrote, [] where `text` is none of its files."""
    text = text.replace("\r\n", "\n")
    for read in (_of_a_library, _of_a_database, _of_labels, _of_records, _of_tags):
        found = list(read(text))
        if found and all(one.get("text", "").strip() and one.get("title") for one in found):
            return found[:_MOST]
    return []


def reports_of_an_archive(
    held: list[dict[str, str]], taking: Taking, source: Source, data: bytes, note: str = ""
) -> Iterator[Found | Refusal]:
    """Give the articles that an archive wrote into one file as reports."""
    for number, fields in enumerate(held, 1):
        many = len(held) > 1
        given, stem = (f"{source.given}:{number}", f"{source.stem}-{number}") if many else (source.given, source.stem)
        own = data if not many else json.dumps(fields, ensure_ascii=False, sort_keys=True).encode("utf-8", "replace")
        told = "; ".join(filter(None, (note, "fields read from the head of the text")))
        yield taking.record(fields, own, stem, given, told)


def _of_a_library(text: str) -> Iterator[dict[str, str]]:
    if not (_LENGTH.search(text) and _ENDS.search(text)):
        return
    for part in _APART.split(text):
        if length := _LENGTH.search(part):
            yield _behind_its_length(part, length.start())


def _behind_its_length(part: str, length: int) -> dict[str, str]:
    """Read one article whose head ends with its length: outlet, day and title, or title, outlet and day."""
    head = [" ".join(line.split()) for line in part[:length].splitlines() if line.strip()]
    labelled = dict(_labels(head))
    plain = [line for line in head if not _LABEL.match(line) and not _is_a_right(line)]
    at = next((n for n, line in enumerate(plain) if day_of_line(line)[0]), 0)
    behind = plain[at + 1 :]
    fields = {"published": day_of_line(plain[at])[0] if plain else "", "outlet": plain[at - 1] if at else ""}
    fields["title"] = plain[at - 2] if at > 1 else behind[-1] if behind else ""
    first, *rest = (one for one in re.split(r"\n[ \t]*\n", part[length:]) if one.strip())
    labelled |= dict(_labels([line.strip() for line in first.splitlines()]))
    body: list[str] = []
    for one in (" ".join(paragraph.split()) for paragraph in rest):
        label = _LABEL.match(one)
        if (label and not body and len(one) < _LABELLED) or one.casefold() == "body":
            labelled |= dict(_labels([one]))
        elif _is_behind(one):
            break
        else:
            body.append(one)
    fields |= {"author": authors([labelled.get("byline", "")]), "text": "\n\n".join(body)}
    return {name: value for name, value in fields.items() if value}


def _labels(lines: list[str]) -> Iterator[tuple[str, str]]:
    for line in lines:
        if (label := _LABEL.match(line)) and label[2]:
            yield label[1].casefold(), label[2].strip()


def _is_a_right(line: str) -> bool:
    return re.match(r"copyright\b|©|all rights reserved", line, re.IGNORECASE) is not None


def _of_a_database(text: str) -> Iterator[dict[str, str]]:
    marks = list(_CODE.finditer(text))
    held: dict[str, str] = {}
    for mark, following in zip_longest(marks, marks[1:]):
        if mark[1] in ("HD", "SE") and {"LP", "TD"} & held.keys():
            yield from _coded(held)
            held = {}
        end = following.start() if following else len(text)
        told = text[mark.start(2) if mark[2] else mark.end() : end].strip()
        if told:
            held.setdefault(mark[1], told)
    yield from _coded(held)


def _coded(held: dict[str, str]) -> Iterator[dict[str, str]]:
    if not ({"HD", "SN"} <= held.keys() and {"PD", "WC"} & held.keys() and {"LP", "TD"} & held.keys()):
        return
    clock = f", {held['ET']}" if re.fullmatch(r"\d\d?:\d\d", held.get("ET", "")) else ""
    fields = {
        "title": " ".join(held["HD"].split()),
        "outlet": " ".join(held["SN"].split()),
        "published": held.get("PD", "") + (clock if held.get("PD") else ""),
        "author": authors([held.get("BY", "")]),
        "credit": " ".join(held.get("CR", "").split()),
        "text": "\n\n".join(held[code] for code in ("LP", "TD") if code in held),
    }
    yield {name: value for name, value in fields.items() if value}


def _of_labels(text: str) -> Iterator[dict[str, str]]:
    """Read articles whose fields stand under labels before the full text, and behind it."""
    for part in _APART.split(text):
        full = _FULL.search(part)
        if full is None:
            continue
        head = [line.strip() for line in part[: full.start()].splitlines() if line.strip()]
        lines = [line.strip() for line in part[full.end() :].splitlines()]
        ends = next((number for number, line in enumerate(lines) if _is_behind(line)), len(lines))
        fields: dict[str, str] = {}
        for name, told in (*_labels(head), *_labels(lines[ends:])):
            if name != "subject" and (field := field_of(name.rpartition("/")[2])):
                fields.setdefault(field, told)
        if len(head) > _HEAD or len({"title", "published", "outlet", "url", "author"} & fields.keys()) < 2:
            continue
        if "title" not in fields and head and not _LABEL.match(head[0]):
            fields["title"] = head[0]
        if "author" in fields:  # as one archive writes it before outlet and day
            fields["author"] = re.split(r"\.\s(?=.*[\[;])", fields["author"], maxsplit=1)[0]
        if "outlet" in fields:
            fields["outlet"] = _PLACED.split(dict(_labels(head)).get("from", fields["outlet"]), maxsplit=1)[0].strip()
        yield fields | {"text": "\n".join(lines[:ends]).strip()}


def _of_records(text: str) -> Iterator[dict[str, str]]:
    """Read articles whose head tells outlet and day in lines of their own, and whose end says whose rights they are."""
    for part in _APART.split(text):
        lines = [line.strip() for line in part.splitlines()]
        shown = [line for line in lines if line]
        begins = next((n for n, line in enumerate(shown[:_HEAD]) if len(line) > _PROSE and line[-1] in '.!?”"'), 0)
        rights = " ".join(line for line in shown[-_TAIL:] if _is_a_right(line) or "copyright" in line.casefold()[:12])
        found = _in_its_head(shown[:begins], rights) if begins > 1 and rights else {}
        if not found:
            return
        at = lines.index(shown[begins])
        ends = next(
            (n for n, line in enumerate(lines) if n > at and (_is_behind(line) or _is_a_right(line))), len(lines)
        )
        yield found | {"text": "\n".join(lines[at:ends]).strip()}


def _in_its_head(head: list[str], rights: str) -> dict[str, str]:
    """Give outlet, day, title and writers: the outlet is who holds the rights, before the day or in the line above."""
    labelled = {name.rpartition("/")[2]: told for name, told in _labels(head)}
    plain = [line for line in head if not _LABEL.match(line) and not _PAGE.search(line)]
    for at, line in enumerate(plain[:_FEW]):
        if len(line) > _LABELLED:
            return {}
        cut = next(
            (
                m
                for m in reversed(list(_CUT.finditer(line)))
                if day_of_line(line[m.end() :])[0] and _holds(rights, line[: m.start()])
            ),
            None,
        )
        told = day_of_line(line[cut.end() :] if cut else line)[0]
        outlet = _named(line[: cut.start()]) if cut else plain[at - 1] if at else ""
        if not told or not _holds(rights, outlet):
            continue
        rest = [*plain[: at if cut else at - 1], *plain[at + 1 :]]
        if not rest:
            return {}
        byline = labelled.get("byline") or labelled.get("author") or next(filter(None, map(_signed, rest[1:])), "")
        fields = {"title": rest[0], "outlet": outlet, "published": told, "author": authors([byline], outlet)}
        return {name: value for name, value in fields.items() if value}
    return {}


def _named(told: str) -> str:
    """Give an outlet's name without its place behind it, its article in front."""
    name, comma, article = re.sub(r"\s*\([^()]*\)\s*\Z", "", told).strip().rpartition(", ")
    return f"{article} {name}" if comma and article.casefold() == "the" else name + comma + article


def _holds(rights: str, told: str) -> bool:
    """Tell whether a line of rights names that outlet."""
    name = _named(told).casefold().removeprefix("the ")
    return len(name) > _SHORTEST and name in rights.casefold()


def _signed(line: str) -> str:
    return by_whom(line) or persons(line)


def _of_tags(text: str) -> Iterator[dict[str, str]]:
    """Read citations by tags of two letters (RIS), whose abstract is all of the text that they have."""
    if not _CITED.match(text):
        return
    for part in _CITATION_ENDS.split(text):
        held: dict[str, list[str]] = {}
        last = ""
        for line in part.splitlines():
            if tag := _TAG.match(line):
                last = tag[1]
                held.setdefault(last, []).append(tag[2].strip())
            elif last and line.strip():
                held[last][-1] += f"\n\n{line.strip()}"
        if not held:
            continue
        told = {field: next((held[tag][0] for tag in tags if tag in held), "") for field, tags in _TAGS.items()}
        writers = [name for tag in ("AU", "A1") for name in held.get(tag, ())]
        fields = {**told, "author": authors(_turned(name) for name in writers), "partial": "teaser: its abstract alone"}
        fields["published"] = fields["published"].rstrip("/")
        yield {name: value for name, value in fields.items() if value}


def _turned(name: str) -> str:
    """Give a name as it is spoken: "Kerr, Ida" is Ida Kerr."""
    family, comma, given = name.partition(", ")
    return f"{given} {family}" if comma else name


def _is_behind(line: str) -> bool:
    """Tell whether a line names a field behind the text."""
    label = _LABEL.match(line.strip())
    name = label[1] if label else line.strip()
    return name.casefold() in word_set("words_of_pages", "archive_label")
