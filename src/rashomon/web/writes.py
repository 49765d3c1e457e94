"""What a person puts right by the pages: read from a form and kept; and taken back.

A form is data, whatever it holds: judgements are made by `case.judge`, which refuses what makes no sense.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args
from urllib.parse import parse_qs

from rashomon.case import Case, CaseError, judge
from rashomon.case.corrections.corrections import from_lines
from rashomon.records import Judgement, JudgementKind, SourceKind

LIMIT = 5_000_000
"""Bytes of a form or of lines that are taken in."""
_LONG = 10_000


@dataclass(frozen=True, slots=True)
class Asked:
    """A correction as a form asks for it; `back` is the address on these pages to return to."""

    kind: JudgementKind
    targets: tuple[str, ...]
    value: str
    because: str
    who: str
    source_kind: SourceKind | None
    back: str

    def made(self, case: Case) -> Judgement:
        """Make the judgement. Raises CaseError where it makes no sense."""
        targets = self.targets
        if self.kind == "merge" and self.value:
            targets, value = (*targets, _named(self.value)), ""
        else:
            value = _named(self.value) if self.kind == "re-attribute" else self.value
        return judge(
            case, self.kind, targets, because=self.because, who=self.who, value=value, source_kind=self.source_kind
        )


def asked(body: bytes, who: str) -> Asked:
    """Read a form. Raises CaseError where it is none of ours."""
    try:
        form = parse_qs(body.decode("utf-8"), keep_blank_values=True, max_num_fields=2000)
    except ValueError as error:
        raise CaseError("this form cannot be read") from error
    return asked_of({key: values[-1] for key, values in form.items()}, form.get("target", []), who)


def asked_of(told: dict[str, Any], targets: Sequence[str], who: str) -> Asked:
    """Take a correction from named values, of a form or of JSON. Raises CaseError where they make no sense."""
    kind = told.get("kind", "")
    value, because = str(told.get("value") or ""), str(told.get("because") or "")
    for quick, of_kind in (("accept", "note"), ("reject", "reject")):
        if told.get(quick):
            kind, targets = of_kind, str(told[quick]).splitlines()
            if quick == "accept":
                value, because = "accepted", because or "accepted on reading"
            else:
                because = because or "rejected on reading"
    if kind not in get_args(JudgementKind):
        raise CaseError(f"{str(kind)[:40]!r} is no kind of correction")
    source_kind = told.get("source_kind") or None
    if source_kind is not None and source_kind not in get_args(SourceKind):
        raise CaseError(f"{str(source_kind)[:40]!r} is no kind of source")
    targets = tuple(t for t in dict.fromkeys(map(str, targets)) if t)
    if max(map(len, (value, because, str(told.get("who") or ""), *targets)), default=0) > _LONG:
        raise CaseError(f"a field is longer than {_LONG:,} characters")
    return Asked(kind, targets, value, because, str(told.get("who") or who), source_kind, back(told.get("back")))


def back(address: Any) -> str:
    """Give an address on these pages: a path, never another host."""
    address = str(address or "/")
    inside = address.startswith("/") and not address.startswith("//") and "\\" not in address
    return address if inside and address.isprintable() else "/"


def _named(value: str) -> str:
    """What is chosen from a list reads "Name (id)"; the id is what is meant."""
    name, bracket, rest = value.strip().rpartition(" (")
    return rest[:-1] if bracket and rest.endswith(")") and name else value.strip()


def keep(path: Path, wanted: Asked) -> tuple[Judgement, bool]:
    """Keep a correction; give it, and whether the case has to be compared for it.

    Raises CaseError where it makes no sense.
    """
    from rashomon.engines import keep as kept

    with Case(path) as case:
        made = wanted.made(case)
        kept(case, [made])
        return made, not case.corrections.only_notes([made])


def take_in(path: Path, lines: str) -> tuple[Judgement, ...]:
    """Take in judgements that were written out as JSON lines; give those for which the case has to be compared."""
    from rashomon.engines import keep as kept

    try:
        judgements = tuple(from_lines(lines.splitlines()))
    except ValueError as error:
        raise CaseError(str(error)) from error
    with Case(path) as case:
        new = kept(case, judgements)
        return judgements if new and not case.corrections.only_notes(judgements) else ()
