"""An extract is the words of a report that tell an event and read on their own: it begins where a sentence begins.

It is one unbroken stretch of the report: a whole sentence, or of a sentence too long to read at once its beginning,
up to the first end of a clause behind the event; a quotation inside it may be taken alone. Where the parse broke a
sentence at an empty line, the pieces before it that end in no full stop are taken in.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from rashomon.records import Event, Reading, Span

_READABLE = 300  # code points that are read at once
_DATELINE = re.compile(r"[A-Z][A-Z .'’-]+\b[^()\n]{0,40}(?:\([^)\n]{2,40}\) ?)?[-–—] ")
_LABEL = re.compile(r"[^\w“\"‘'(\[$€£]+")
_JOINT = re.compile(
    r"(?:and|but|or|nor|so|yet|as|while|although|though|because|if|after|before|since|until|when|where|which|who|whom"
    r"|whose|that|than|including)\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(
    r"[;:](?= )|(?= [–—] )|[.!?][”\"’]?(?= )"
    r"|,[”\"]?(?= (?:and|but|or|so|yet|while|although|though|as|after|because|which|who|where|noting|adding|saying"
    r"|stressing|explaining|confirming|citing|according|on|in|at|during|amid|despite|following|hours|days|weeks|months"
    r"|including|apparently|with|without|by|for|from)\b)"
)
_STRAY = re.compile(r"\s*[“\"]\s*\.?\Z")
_QUOTATION_MARKS = {"“": re.compile("[“”]"), '"': re.compile('"')}
_OPENING = re.compile(r"(?:(?<=[ :,\n])[\"“]|“)(?=[A-Z0-9])")
_STEPS = 12


@dataclass(frozen=True, slots=True)
class Extract:
    """Where it stands, and how well it reads: whole, from a natural beginning, in the body of the report."""

    span: Span
    begins: bool
    ends: bool
    in_body: bool


def extract(event: Event, reading: Reading, text: str) -> Extract:
    """Give the extract of `text`, the report of `reading`, that tells `event`."""
    low, high = event.trigger
    start, end = _sentence(event, reading, text)
    in_body = not any(r.start < high and low < r.end for r in reading.regions)
    dateline = _DATELINE.match(text, start, end)
    if dateline and dateline.end() <= low:
        start = dateline.end()
    label = _LABEL.match(text, start, low)
    start = label.end() if label else start
    if end - start > _READABLE:
        start, end = _shorter(text, start, end, low, high)
    start, end = _quotes(text, start, end, low, high)
    stray = _STRAY.search(text, max(high, end - 4), end)
    if stray and not _balanced(text, start, end):
        end = stray.start()
    return Extract(
        (start, end), _begins(text, start, end), text[:end].endswith((".", "!", "?", "”", '"', "…")), in_body
    )


def _sentence(event: Event, reading: Reading, text: str) -> Span:
    """The sentence that holds the event, with the pieces of it before and behind an empty line."""
    start, end = event.evidence
    sentences = reading.sentences
    at = bisect_right(sentences, (start, len(text))) - 1
    if at < 0 or not sentences[at][0] <= start < sentences[at][1]:
        return start, end
    start, end = sentences[at][0], max(end, sentences[at][1])
    first = last = at
    apart = [(r.start, r.end) for r in reading.regions]
    for _ in range(_STEPS):
        if first == 0 or not text[start : start + 1].islower() or _stops(text, *sentences[first - 1]):
            break
        if any(a < sentences[first - 1][1] and sentences[first - 1][0] < b for a, b in apart):
            break
        first -= 1
        start = sentences[first][0]
    for _ in range(_STEPS):
        if (
            last + 1 >= len(sentences)
            or _stops(text, start, end)
            or not text[slice(*sentences[last + 1])][:1].islower()
        ):
            break
        last += 1
        end = max(end, sentences[last][1])
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _stops(text: str, start: int, end: int) -> bool:
    return text[start:end].rstrip().rstrip("”\"'’)").endswith((".", "!", "?", "…"))


def _shorter(text: str, start: int, end: int, low: int, high: int) -> Span:
    """Of a long sentence its part up to a clause's end; where the event lies too far in it, the quotation around it."""
    if high - start > _READABLE:
        for opening in _OPENING.finditer(text, start, low):
            closed = text.find("”" if text[opening.start()] == "“" else '"', opening.end())
            if not start < closed < high and low - opening.start() <= _READABLE:
                start = opening.start()
                break
    if end - start <= _READABLE:
        return start, end
    cut = 0
    for clause in _CLAUSE.finditer(text, high, end):
        at = clause.end() - (text[clause.end() - 1] in ",;:")
        if cut and at - start > _READABLE:
            break
        if at - start >= _READABLE // 3 and _balanced(text, start, at):
            cut = at
    return start, cut or end


def _balanced(text: str, start: int, end: int) -> bool:
    """Whether every quotation and bracket that is opened is closed again."""
    pairs = (("“", "”"), ("(", ")"))
    return text.count('"', start, end) % 2 == 0 and all(
        text.count(a, start, end) == text.count(b, start, end) for a, b in pairs
    )


def _quotes(text: str, start: int, end: int, low: int, high: int) -> Span:
    """Leave out a quotation mark at either end that has no other of its kind inside."""
    for opening, closing in ("“”", '""'):
        marks = [m.start() for m in _QUOTATION_MARKS[opening].finditer(text, start, end)]
        if opening == closing:
            odd = len(marks) % 2 == 1
            if odd and marks[0] == start and start < low:
                start += 1
            elif odd and marks and marks[-1] == end - 1 >= high:
                end -= 1
        elif marks:
            opened, closed = text.count(opening, start, end), text.count(closing, start, end)
            if opened > closed and text[start] == opening and start < low:
                start += 1
            elif closed > opened and text[end - 1] == closing and end - 1 >= high:
                end -= 1
    return start, end


def _begins(text: str, start: int, end: int) -> bool:
    """Whether the words begin like a sentence: no lower case, no joint, no relative clause."""
    words = text[start:end].lstrip("“\"‘'([ ")
    return bool(words) and not words[0].islower() and not (_JOINT.match(words) and words[0].islower())
