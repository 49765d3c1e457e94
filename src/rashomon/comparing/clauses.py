"""A statement is parted into its clauses, so that each claim is about one thing.

A clause ends at the end of a sentence, at a semicolon, at a blank line after a pause, before a participle
after a pause, before "and that", and before a conjunction that a finite clause follows: one with a pronoun for its
subject, or an auxiliary among its first words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from rashomon.records import Span

_LEAST = 1
_JOINED = 8
_WORD = re.compile(r"[^\W\d_]{3,}")
_NO_VERB = r"(?:includ|accord|exclud|regard|concern|dur|follow|be|hav|someth|noth|anyth|even|morn)ing"
_BREAK = re.compile(
    r"(?<=[.;!?])[\"”’')]*\s+|(?<=[,:])\s*\n\s*\n\s*"
    rf"|(?<=[,”\"])\s+(?=(?!{_NO_VERB})[a-z]{{3,}}ing\s)"
    r"|(?:,\s*|\s)(?=(?:and|but) that\s)"
    r"|,\s+(?=(?:and|but|while|whereas|although|yet)\s)|\s(?=but\s)|\s(?=and (?:we|they|he|she|it|you|i)\s)"
)
_CONJUNCTION = re.compile(r"(?:and|but|while|whereas|although|yet)\s+", re.IGNORECASE)
_DATELINE = re.compile(r"[A-Z][A-Z .'’-]{2,40}\b[^()\n]{0,40}(?:\([^)\n]{2,40}\) ?)?[-–—]+ ")
_PAUSES = " \t\r\n,;"
_JOINT = re.compile(r"(?:and|but)\s+(?=\S)", re.IGNORECASE)
_FINITE = re.compile(
    r"(?:(?:and|but|while|whereas|although|yet)\s+)?(?:(?:we|they|he|she|it|you|i|that|there)\s"
    r"|(?:[\w’'-]+\s+){1,7}(?:is|are|was|were|has|have|had|will|would|can|cannot|could|do|does|did|may|might|must|should)\s)",
    re.IGNORECASE,
)


def clauses(text: str, spans: Sequence[Span]) -> list[tuple[Span, ...]]:
    """Part `spans` of `text` into clauses, each of one span or more, less pauses and the conjunction before it."""
    parts: list[tuple[Span, ...]] = []
    for start, end in spans:
        for low, high in _parted(text, start, end):
            if parts and (_slight(text, (low, high)) or all(_slight(text, s) for s in parts[-1])):
                parts[-1] = _joined(parts[-1], (low, high))
            else:
                parts.append(((low, high),))
    return parts


def _joined(clause: tuple[Span, ...], more: Span) -> tuple[Span, ...]:
    """Two stretches that nothing but a break parts are one."""
    last = clause[-1]
    return (*clause[:-1], (last[0], more[1])) if more[0] - last[1] <= _JOINED else (*clause, more)


def _parted(text: str, start: int, end: int) -> list[Span]:
    found: list[Span] = []
    low = start
    for at in _BREAK.finditer(text, start, end):
        if low < at.start() and _opens(text, at.end(), end):
            found.append((low, at.start()))
            low = at.end()
    found.append((low, end))
    return [stripped for span in found if (stripped := _stripped(text, *span))[0] < stripped[1]]


def _opens(text: str, at: int, end: int) -> bool:
    """Whether a clause of its own begins at `at`: after a conjunction only a finite one does."""
    return not _CONJUNCTION.match(text, at, end) or bool(_FINITE.match(text, at, end))


def _stripped(text: str, start: int, end: int) -> Span:
    dateline = _DATELINE.match(text, start, end)
    start = dateline.end() if dateline else start
    while start < end and text[start] in _PAUSES:
        start += 1
    joint = _JOINT.match(text, start, end)
    start = joint.end() if joint else start
    while start < end and text[end - 1] in _PAUSES:
        end -= 1
    return start, end


def _slight(text: str, span: Span) -> bool:
    return sum(1 for _ in _WORD.finditer(text, *span)) <= _LEAST
