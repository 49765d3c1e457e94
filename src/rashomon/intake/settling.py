"""What a parser found, to a report with an id of its own: its days sound, its language English, its faults told.

Which language a text is in, as far as its script and its commonest words tell; None where they do not.

A language is told by three different small words of its own and by more of them than the text has English ones. Names
and capitals count for none. A long text with hardly a word of English is in a language that is not known here.

What a user says of reports that do not say it themselves: of all of them, or of each by a table beside them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from functools import cache
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple

from rashomon.intake.addresses import unwrapped
from rashomon.intake.carried_by import house_at
from rashomon.intake.day import Order, day_of_cell, is_nothing, plausible, understood
from rashomon.intake.source import Found, Limits
from rashomon.intake.tables import tables
from rashomon.language import lexicon, many
from rashomon.records import Refusal, Taken
from rashomon.records.mojibake import mojibake

FIELDS = ("title", "outlet", "url", "published", "language", "author", "credit")
_KEYS = ("file", "filename", "path", "name", "id", "report")


@dataclass(frozen=True, slots=True)
class Said:
    """`all` is for reports that do not say it; `each`, by a file's name, stem or path, goes before what they say."""

    all: Mapping[str, str] = field(default_factory=dict)
    each: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    order: Order = ""

    def of(self, given: str, stem: str) -> Mapping[str, str]:
        """Give the row of the table that is about the report that came from `given` under the name `stem`."""
        if not self.each:
            return {}
        path = PurePosixPath(given.replace("\\", "/"))
        parts = path.parts
        tails = ["/".join(parts[i:]) for i in range(len(parts))]
        for key in (given, *tails, path.stem, stem):
            if found := self.each.get(key.casefold()):
                return found
        return {}


def beside(path: Path, order: Order = "") -> dict[str, dict[str, str]]:
    """Read a table that says more about files: a column `file` (or `id`), and columns that are called as fields are.

    Raises ValueError, with a reason to show, where it is no such table.
    """
    told: dict[str, dict[str, str]] = {}
    for number, row in tables(path.read_bytes(), {}, 1_000_000):
        if isinstance(row, str):
            raise ValueError(f"line {number} {row}")
        key = next((row[name] for name in _KEYS if row.get(name, "").strip()), "").strip()
        fields = {name: " ".join(row[name].split()) for name in FIELDS if row.get(name, "").strip()}
        if "date" in row and "published" not in fields and row["date"].strip():
            fields["published"] = row["date"].strip()
        if "published" in fields:
            fields["published"] = day_of_cell(fields["published"], order)
            if not understood(fields["published"]):
                raise ValueError(f"line {number} has a day that is not understood: {fields['published']!r:.60}")
        if not key:
            raise ValueError(f"line {number} names no file: the table needs a column `file`")
        told[key.replace("\\", "/").casefold()] = fields
    if not told:
        raise ValueError("holds no row")
    return told


_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_SCRIPTS = (
    (re.compile(r"[\u0600-\u06ff]"), "Arabic script"),
    (re.compile(r"[\u0400-\u04ff]"), "Cyrillic script"),
    (re.compile(r"[\u0590-\u05ff]"), "Hebrew script"),
    (re.compile(r"[\u3040-\u30ff]"), "Japanese"),
    (re.compile(r"[\uac00-\ud7af]"), "Korean"),
    (re.compile(r"[\u4e00-\u9fff]"), "Chinese"),
    (re.compile(r"[\u0370-\u03ff]"), "Greek"),
    (re.compile(r"[\u0900-\u097f]"), "Devanagari script"),
    (re.compile(r"[\u0980-\u09ff]"), "Bengali script"),
    (re.compile(r"[\u0a80-\u0aff]"), "Gujarati script"),
    (re.compile(r"[\u0b80-\u0bff]"), "Tamil script"),
    (re.compile(r"[\u0c00-\u0c7f]"), "Telugu script"),
    (re.compile(r"[\u0e00-\u0e7f]"), "Thai"),
    (re.compile(r"[\u1000-\u109f]"), "Burmese script"),
    (re.compile(r"[\u1200-\u137f]"), "Ethiopic script"),
    (re.compile(r"[\u1780-\u17ff]"), "Khmer"),
    (re.compile(r"[\u10a0-\u10ff]"), "Georgian"),
    (re.compile(r"[\u0530-\u058f]"), "Armenian"),
)
_SAMPLE = 20_000  # characters
_ENOUGH = 20  # words; fewer tell nothing
_SHARE = 0.12  # of the words are small words of the language
_FEW = 8  # words in small letters; where there are fewer, capitals are counted with them
_MANY = 40  # words; in so many, more different small words are to be found
_DIFFERENT = 3
_MARGIN = 1.5  # times as many small words as of English
_ENGLISH = "English"
UNKNOWN = "a language that is not known here"
"""What a text is in that is long enough to tell, and is neither English nor any language of `common_words`."""


class Guess(NamedTuple):
    """A language, the share of the words that are small words of it, and the share that are small words of English."""

    name: str
    share: float
    english: float

    def __str__(self) -> str:
        margin = f": {self.share:.0%} of its words, {self.english:.0%} English ones" if self.share else ""
        return self.name + margin


_LABEL = re.compile(r"[^\W\d_]+")
_NOTHING = {"mul", "und", "zxx", "mis", "gb", "us", "uk", "au", "nz", "ca", "ie", "unknown", "none", "default", "auto"}
"""What says nothing of a language: codes for "several" and "unknown", and countries of more than one or of English."""


def says_english(label: str) -> bool | None:
    """Tell whether a label says English, another language (False), or nothing (None)."""
    told = [word.casefold() for word in _LABEL.findall(label)]
    if any(word in ("en", "eng", "english") for word in told):
        return True
    return None if not told or told[0] in _NOTHING else False


@cache
def _common() -> dict[str, frozenset[str]]:
    return {name: frozenset(words.split()) for name, words in lexicon("common_words")}


def language(text: str) -> str | None:
    """Give the language's English name, or its script's; looks at the first 20,000 characters."""
    found = guess(text)
    return None if found is None else found.name


def guess(text: str) -> Guess | None:
    """Give the language with its margin over English; the shares are nought where the script alone tells it."""
    sample = text[:_SAMPLE]
    letters = sum(c.isalpha() for c in sample)
    for script, name in _SCRIPTS:
        if len(script.findall(sample)) * 2 > letters > 10:
            return Guess(name, 0.0, 0.0)
    found = [w.replace("’", "'") for w in _WORD.findall(sample)]
    small = [w for w in found if w.islower()]  # a name or a shortening is nobody's small word: the UN, Le Pen
    words = small if len(small) >= _FEW else [w.casefold() for w in found]
    if len(found) < _ENOUGH // 2:
        return None
    known = set(words)
    shares = {name: sum(w in common for w in words) / len(words) for name, common in _common().items()}
    best = max(shares, key=lambda name: (shares[name], len(_common()[name] & known), name))
    english, different = shares[_ENGLISH], len(_common()[best] & known)
    if len(found) < _ENOUGH:  # plainly English, or nothing is told
        plain = best == _ENGLISH and english >= 2 * _SHARE and different > _DIFFERENT
        return Guess(_ENGLISH, english, english) if plain else None
    long = len(small) >= _MANY
    other = shares[best] >= _MARGIN * english and different >= _DIFFERENT + 2 * long
    if best != _ENGLISH and shares[best] >= _SHARE and other:
        return Guess(best, shares[best], english)
    if english >= _SHARE and len(_common()[_ENGLISH] & known) >= _DIFFERENT:
        return Guess(_ENGLISH, english, english)
    return Guess(UNKNOWN, 0.0, english) if long and len(_common()[_ENGLISH] & known) < _DIFFERENT + 1 else None


NOT_UNDERSTOOD = "day not understood: "
"""How the note of a report begins whose day no grammar reads."""


class Settling:
    """The limits and the user's own word of one intake, and the ids that are taken: a second "a" is "a-2"."""

    def __init__(self, limits: Limits, said: Said) -> None:
        self.limits = limits
        self.said = said
        self._ids: set[str] = set()

    def report(self, found: Found) -> Taken | Refusal:
        """Give the report of what a parser found, or why it is none."""
        fields: dict[str, Any] = {name: value for name, value in found.fields.items() if value}
        if not fields.get("text", "").strip():
            return Refusal(found.given, "has no text", "give a file that holds a report")
        own = dict(self.said.of(found.given, found.stem))
        fields |= own
        for name, value in self.said.all.items():
            fields.setdefault(name, value)
        fields["url"] = unwrapped(fields["url"]) if fields.get("url") else None
        if not fields.get("outlet") and (house := house_at(fields["url"] or "")):
            fields["outlet"] = house
            fields["rungs"] = "; ".join(filter(None, (fields.get("rungs"), "outlet: host")))
        notes = [fields.pop("note", ""), found.note, *self._dated(fields, found.at), *_spelled(fields["text"])]
        text = fields["text"]
        if refused := self._unfit(text, fields.get("language"), found.given):
            return refused
        if fields.get("language") and says_english(fields["language"]) is not True and self.limits.language:
            fields["language"] = "en"  # the text itself is English
        fields["id"] = self._own(str(fields.get("id") or found.stem).strip() or found.stem)
        return Taken(
            **fields,
            digest=sha256(found.data).hexdigest(),
            input=found.given,
            note="; ".join(filter(None, notes)),
            original=found.data,
            at=found.at or datetime.now(UTC).isoformat(timespec="seconds"),
        )

    def _dated(self, fields: dict[str, Any], at: str) -> Iterator[str]:
        """Leave out a day that is not understood or is none, and say so; of one that is ahead it is said alone."""
        got = day_of(at)
        for name in ("published", "modified"):
            told = fields.get(name)
            if not told:
                continue
            if not understood(told):
                fields.pop(name)
                if name == "published":
                    yield f"{NOT_UNDERSTOOD}{told[:60]!r}"
            elif is_nothing(told):
                fields.pop(name)
                if name == "published":
                    yield f"day of nothing: {told[:60]!r}"
            elif not plausible(told, got) and name == "published":
                yield f"day ahead: {told[:60]!r}"

    def _unfit(self, text: str, said: str | None, given: str) -> Refusal | None:
        if len(text) > self.limits.max_characters:
            reason = f"has {len(text):,} characters, more than {self.limits.max_characters:,}"
            return Refusal(given, reason, "split it into reports, or raise max_characters")
        longest = max(map(len, text.splitlines()), default=0)
        if longest > self.limits.max_line:
            reason = f"has a line of {longest:,} characters, more than {self.limits.max_line:,}"
            return Refusal(given, reason, "break the text into paragraphs, or raise max_line")
        if self.limits.language is None:
            return None
        advice = "give an English version of it"
        found = guess(text)
        if found is not None and found.name != "English":
            return Refusal(given, f"is in another language (it looks like {found})", advice)
        if found is None and said and says_english(said) is False:
            return Refusal(given, f"is in another language (it says {said!r})", advice)
        return None

    def _own(self, wanted: str) -> str:
        own, number = wanted, 1
        while own in self._ids:
            number += 1
            own = f"{wanted}-{number}"
        self._ids.add(own)
        return own


def day_of(at: str) -> date:
    """Give the day on which something was got, which is today unless its archive says when."""
    try:
        return date.fromisoformat(at[:10])
    except ValueError:
        return datetime.now(UTC).date()


def _spelled(text: str) -> Iterator[str]:
    """Say that a text holds characters that were read in a wrong encoding."""
    if count := mojibake(text):
        yield f"mojibake in {many(count, 'place')}: read as it was meant, stored as it came"
