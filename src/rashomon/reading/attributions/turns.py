"""An interview says by its layout who speaks: a name, or "Q" and "A", before a colon at the head of a paragraph.

In capitals two such heads are enough ("BRANDT: …", "OMAR SEIDEL, ELM RADIO: …"). In mixed case many a line begins so
that nobody says ("Goals: …"): there one of the heads, or a line without a head, must ask and another answer. "A" is the
one person whom the text names before the first question; if it names none or more, the answers have no name.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from itertools import pairwise
from typing import NamedTuple

from spacy.tokens import Doc

from rashomon.records import Span

_POST = r"(?:,[ \t][^:;.?!\n]{1,40}|[ \t]\([^()\n]{1,40}\))?"
_CAPITALS = re.compile(rf"[\s“\"'‘]*([A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]*){{0,3}})({_POST}):\s")
_NAME = r"[^\W\d_a-z][\w.’'-]*"
_MIXED = re.compile(
    rf"[\s“\"'‘]*({_NAME}(?: (?:(?:de|la|van|von|al|bin|el|der|di|the) )?{_NAME}){{0,4}})({_POST}):(?:\s+\S|[“\"])"
)
_LETTERS = re.compile(r"[\s“\"'‘]*(Q|A|Question|Answer|QUESTION|ANSWER)[:.]\s+\S")
_FEWEST = 3
_MOST_LINES = 12


class Turn(NamedTuple):
    """One turn: its lines, where its colon stands, who speaks (None where nobody is named) and what is said."""

    lines: range
    sign: Span
    speaker: Span | None
    content: tuple[Span, ...]


def turns(doc: Doc, text: str, lines: list[Span]) -> list[Turn]:
    """Give the turns of the interview or transcript that `text` holds, in order; none where it holds none."""
    for heads in (_lettered(text, lines), _heads(_CAPITALS, text, lines), _mixed(doc, text, lines)):
        if len(heads) > 1:
            return _turns(doc, text, lines, heads)
    return []


_Heads = list[tuple[int, re.Match[str]]]


def _heads(pattern: re.Pattern[str], text: str, lines: list[Span]) -> _Heads:
    return [(n, m) for n, (a, b) in enumerate(lines) if (m := pattern.match(text, a, b))]


def _lettered(text: str, lines: list[Span]) -> _Heads:
    heads = _heads(_LETTERS, text, lines)
    return heads if {m.group(1)[0] for _, m in heads} == {"Q", "A"} else []


def _mixed(doc: Doc, text: str, lines: list[Span]) -> _Heads:
    heads = _heads(_MIXED, text, lines)
    if len(heads) < _FEWEST:
        return _answers(doc, text, lines, heads)
    asks = {m.group(1) for n, m in heads if _asks(text, lines[n])}
    often = Counter(m.group(1) for _, m in heads)
    persons = sorted(m.start for m in doc._.rashomon_mentions if m.kind == "person")
    answers = {
        m.group(1)
        for (_, before), (_, m) in pairwise(heads)
        if before.group(1) in asks
        and m.group(1) not in asks
        and (often[m.group(1)] > 1 or bisect_left(persons, m.start(1)) < bisect_left(persons, m.end(1)))
    }
    if not answers:
        return _answers(doc, text, lines, heads) or _in_turn(doc, heads)
    return [(n, m) for n, m in heads if m.group(1) in asks | answers]


def _answers(doc: Doc, text: str, lines: list[Span], heads: _Heads) -> _Heads:
    """Give the heads of a person who answers, twice or more, lines without a head that ask."""
    answers = [(n, m) for n, m in heads if n and _asks(text, lines[n - 1]) and _is_person(doc, m.span(1))]
    often = Counter(m.group(1) for _, m in answers)
    return [(n, m) for n, m in answers if often[m.group(1)] > 1]


def _in_turn(doc: Doc, heads: _Heads) -> _Heads:
    """Give the heads that name persons who talk to each other: three or more of two or more, one of them twice."""
    chains = {n: _person_at(doc, m.span(1)) for n, m in heads}
    often = Counter(chain for chain in chains.values() if chain is not None)
    if len(often) < 2 or often.total() < _FEWEST or max(often.values()) < 2:
        return []
    return [(n, m) for n, m in heads if chains[n] is not None]


def _asks(text: str, line: Span) -> bool:
    return text[slice(*line)].rstrip(' "”’').endswith("?")


def _is_person(doc: Doc, span: Span) -> bool:
    return _person_at(doc, span) is not None


def _person_at(doc: Doc, span: Span) -> str | None:
    """Give the chain of the person whom the head of a line names, or none."""
    mentions = (m for m in doc._.rashomon_mentions if m.start < span[1] and m.end > span[0])
    return next((m.chain for m in mentions if m.kind == "person"), None)


def _turns(doc: Doc, text: str, lines: list[Span], heads: _Heads) -> list[Turn]:
    lettered = heads[0][1].re is _LETTERS
    asked = _one_person(doc, lines[heads[0][0]][0]) if lettered else None
    ends = [n for n, _ in heads[1:]] + [heads[-1][0] + 1]
    out: list[Turn] = []
    for (n, m), stop in zip(heads, ends, strict=True):
        taken = range(n, min(stop, n + _MOST_LINES))
        if len(taken) > 1 and taken[-1] + 1 < len(lines) and taken[-1] + 1 == stop and _asks(text, lines[taken[-1]]):
            taken = taken[:-1]  # the question of a line without a head
        colon = m.end(1) if lettered else m.end(2)
        content = [(colon + 1, lines[n][1])] + [lines[k] for k in taken[1:]]
        content = [(a, b) for a, b in content if not text[a:b].strip(' "“”').startswith("(")]
        if lettered and m.group(1)[0] == "Q":
            continue  # who asks tells nothing
        out.append(Turn(taken, (colon, colon + 1), asked if lettered else m.span(1), tuple(content)))
    return out


def _one_person(doc: Doc, end: int) -> Span | None:
    """Give the first mention of the one person whom the text names before `end`."""
    named = [m for m in doc._.rashomon_mentions if m.kind == "person" and m.form == "name" and m.start < end]
    return (named[0].start, named[0].end) if len({m.chain for m in named}) == 1 else None
