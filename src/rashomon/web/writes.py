"""What a person puts right by the pages: read from a form, previewed, kept, compared again; and taken back.

A form is data, whatever it holds: judgements are made by `case.judge`, which refuses what makes no sense.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args
from urllib.parse import parse_qs

from rashomon.case import Case, CaseError, judge
from rashomon.case.corrections.lines import from_lines
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


def keep(path: Path, wanted: Asked) -> Judgement:
    """Keep a correction and bring the findings up to date. Raises CaseError where it makes no sense."""
    from rashomon.engines import correct

    with Case(path) as case:
        made = wanted.made(case)
        correct(case, [made])
        return made


def take_in(path: Path, lines: str) -> int:
    """Take in judgements that were written out as JSON lines; give how many were new."""
    from rashomon.engines import correct

    try:
        judgements = from_lines(lines.splitlines())
    except ValueError as error:
        raise CaseError(str(error)) from error
    with Case(path) as case:
        return correct(case, judgements).new


def preview(case: Case, wanted: Asked) -> dict[str, Any]:
    """Say what a correction would change, and change nothing."""
    from rashomon.engines import counted
    from rashomon.engines import preview as looked

    made = wanted.made(case)
    changes = looked(case, made)
    return {"wanted": wanted, "judgement": made, "changes": changes[:200], "counted": counted(changes)}
