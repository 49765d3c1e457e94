"""What a parser found, to a report with an id of its own: its days sound, its language English, its faults told."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from hashlib import sha256
from typing import Any

from rashomon.intake.addresses import unwrapped
from rashomon.intake.day import is_nothing, plausible, understood
from rashomon.intake.found import Found
from rashomon.intake.language import guess, says_english
from rashomon.intake.limits import Limits
from rashomon.intake.said import Said
from rashomon.records import Refusal, Taken
from rashomon.records.spelled import mojibake

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
        notes = [fields.pop("note", ""), found.note, *self._dated(fields, found.at), *_spelled(fields["text"])]
        text = fields["text"]
        if refused := self._unfit(text, fields.get("language"), found.given):
            return refused
        if fields.get("language") and says_english(fields["language"]) is not True and self.limits.language:
            fields["language"] = "en"  # the text itself is English
        fields["url"] = unwrapped(fields["url"]) if fields.get("url") else None
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
        yield f"mojibake in {count} place{'s' * (count > 1)}: read as it was meant, stored as it came"
