"""Punctuation alone can attribute: "Poll: …", "WALLACE: …", "“…” — Ann Berg", "… : officials", "… - army"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Doc, Token

from rashomon.reading.attributions.finding import Finding
from rashomon.reading.attributions.quotes import Quotation
from rashomon.reading.attributions.source_nouns import source_nouns
from rashomon.reading.attributions.turns import Turn, turns
from rashomon.reading.grammar import tags
from rashomon.records import Reason, Span

_LINE = re.compile(r"[^\n]+")
_NAME = r"[^\W\d_a-z][\w.’'-]*"
_SIGNATURE = re.compile(
    rf"[ \t\xa0]*([—―–]|--?)[ \t\xa0]*({_NAME}(?: (?:(?:de|la|van|von|al|bin|el|der|di) )?{_NAME}){{0,5}})"
)
_POST = re.compile(r"([—―–]|--?)[ \t\xa0]*([^\n—―–@()]{2,60}?)[ \t\xa0]*\(@\w+\)")
_LINK = re.compile(r"(?:\s*(?:https?://|pic\.)\S+)+\s*$")
_OPENING = re.compile(r"([^\s:,;“”\"][^:;“”\"\n]{0,60}):\s+(?=\S)")
_CLOSING = re.compile(r":\s+([^:;,.“”\"\n]{3,40})\.?$")
_SAYS = re.compile(r",\s+(says|say|said)\s+([^:;,.“”\"\n]{3,40})$")
_DASHED = re.compile(r"\s([-–—])\s([^:;,.“”\"\n–—-]{3,40})$")
_ENTRY = re.compile(r"\d{1,2}[:.]\d\d(?:\s?[ap]\.?m\.?)?(?:\s[A-Z]{2,4})?\s*(?:[—―–|-]+|:)\s+", re.IGNORECASE)
"""The hour before an entry of a live page."""
_QUOTED = re.compile(r":\s+[“\"]")
_MAX_ENTRY = 400
_TOLD = frozenset({"report", "reports", "study", "survey"})  # "- video", "- letters" say of what form the piece is
_MAX_HEADLINE = 160
_MAX_NAME_WORDS = 5
_MAX_SOURCE_WORDS = 12
_QUOTES = ("‘", "“", '"', "'")


def signs(doc: Doc, text: str, marks: list[Quotation]) -> list[Finding]:
    """Give a finding for every signature, transcript label and headline colon of `doc`."""
    found = list(_signatures(doc, text, marks))
    lines = [m.span() for m in _LINE.finditer(text)]
    spoken = turns(doc, text, lines)
    found += filter(None, (_turn(doc, text, turn) for turn in spoken))
    found += _posts(doc, text, lines)
    taken = {turn.lines.start for turn in spoken}
    headlines = {r.start for r in doc._.rashomon_regions if r.kind in ("headline", "caption", "subheading")}
    for n, (a, b) in enumerate(lines):
        start = a + len(text[a:b]) - len(text[a:b].lstrip())
        entry = _ENTRY.match(text, start, b)
        short = b - a <= _MAX_HEADLINE or (entry is not None and b - a <= _MAX_ENTRY)
        if entry is not None and _QUOTED.search(text, entry.end(), b):
            found += _headline(doc, text, entry.end(), b) if short and n not in taken else ()
        elif short and n not in taken and (n == 0 or start in headlines or _stands_alone(text, lines, n)):
            found += _headline(doc, text, start, b)
    return found


def _stands_alone(text: str, lines: list[Span], n: int) -> bool:
    """Tell a line that ends without a full stop, as headlines and captions do."""
    a, b = lines[n]
    return text[a:b].rstrip()[-1:] not in (".", ":", ",", "?", "!", "”", '"') and b - a > 20


def _signatures(doc: Doc, text: str, marks: list[Quotation]) -> Iterator[Finding]:
    for mark in marks:
        if mark.open or mark.single:
            continue
        m = _SIGNATURE.match(text, mark.end)
        if m is None:
            continue
        rest = text[m.end() : text.find("\n", m.end()) if "\n" in text[m.end() : m.end() + 80] else m.end() + 80]
        if rest.strip() and rest.lstrip()[:1] not in (",", ".", "("):
            continue
        finding = _finding(doc, text, m.span(1), m.span(2), [(mark.start, mark.end)], "signature")
        if finding is not None:
            yield finding


def _posts(doc: Doc, text: str, lines: list[Span]) -> Iterator[Finding]:
    """Read the signature under a post set into a report: "The port is shut. https://… — Ann Berg (@annberg) May 3"."""
    for n, (a, b) in enumerate(lines):
        m = _POST.search(text, a, b)
        if m is None:
            continue
        start, end = a, a + len(_LINK.sub("", text[a : m.start()]).rstrip())
        if end <= start and n:  # the signature has a line of its own
            start, end = lines[n - 1]
            end = start + len(_LINK.sub("", text[start:end]).rstrip())
        if end > start:
            finding = _finding(doc, text, m.span(1), m.span(2), [(start, end)], "signature-post")
            if finding is not None:
                yield finding


def _turn(doc: Doc, text: str, turn: Turn) -> Finding | None:
    if turn.speaker is not None:
        return _finding(doc, text, turn.sign, turn.speaker, [*turn.content], "transcript")
    mark = doc.char_span(*turn.sign, alignment_mode="expand")
    sign = text[slice(*turn.sign)]
    if mark is None:
        return None
    content, at = [*turn.content], turn.sign[0]
    return Finding([turn.sign], None, content, sign, Reason("transcript", sign), at, mark.start, fixed=True)


def _headline(doc: Doc, text: str, a: int, b: int) -> Iterator[Finding]:
    m = _OPENING.match(text, a, b)
    if m is not None and len(m.group(1).split()) <= _MAX_SOURCE_WORDS:
        head = _head(doc, m.span(1))
        quoted = text[m.end() : m.end() + 1] in _QUOTES
        if head is not None and (quoted or _speaks(head)):
            finding = _finding(doc, text, (m.end(1), m.end(1) + 1), m.span(1), [(m.end(), b)], "headline-colon")
            if finding is not None:
                yield finding
            return
    tag = _tagged(doc, text, a, b)
    if tag is not None:
        yield tag
        return
    m = _CLOSING.search(text[a:b])
    if m is not None and len(m.group(1).split()) <= _MAX_NAME_WORDS:
        span = (a + m.start(1), a + m.end(1))
        head = _head(doc, span)
        if head is not None and _speaks(head):
            finding = _finding(
                doc, text, (a + m.start(), a + m.start() + 1), span, [(a, a + m.start())], "headline-source"
            )
            if finding is not None:
                yield finding


def _tagged(doc: Doc, text: str, a: int, b: int) -> Finding | None:
    """Read the tag that closes a headline: "…, says minister", "… - army"."""
    line = text[a:b].rstrip()
    for pattern, rule in ((_SAYS, "headline-tag"), (_DASHED, "headline-source")):
        m = pattern.search(line)
        if m is None or len(m.group(2).split()) > _MAX_NAME_WORDS:
            continue
        span = (a + m.start(2), a + m.end(2))
        head = _head(doc, span)
        if head is None or not _speaks(head) or (rule == "headline-source" and not _is_no_house(head, m.group(2))):
            continue
        cue = (a + m.start(1), a + m.end(1))
        return _finding(doc, text, cue, span, [(a, a + m.start())], rule)
    return None


def _is_no_house(head: Token, words: str) -> bool:
    """Whether what stands behind a dash can only be a source: a role, a body or a person, no paper or site."""
    listed = source_nouns().get(head.lower_)
    if head.tag_ in tags.NUMERAL:
        return False  # "Two dead - one a child"
    if listed is not None:
        if listed not in ("outlet", "document"):
            return head.is_lower
        longer = " " in words and listed == "outlet"  # "- state media"
        return words.islower() and (head.lower_ in _TOLD or longer)
    return any(m.start <= head.idx < m.end and m.kind == "person" for m in head.doc._.rashomon_mentions)


def _head(doc: Doc, span: Span) -> Token | None:
    found = doc.char_span(*span, alignment_mode="expand")
    if found is None or not len(found) or any(t.tag_ in tags.FINITE for t in found):
        return None
    return found.root


def _speaks(head: Token) -> bool:
    """Whether the head of what stands before a colon can be a source: a person, a body, or a noun of the lexicon."""
    if head.lower_ in source_nouns():
        return True
    return any(
        m.start <= head.idx < m.end and m.kind in ("person", "organisation") for m in head.doc._.rashomon_mentions
    )


def _finding(doc: Doc, text: str, cue: Span, source: Span, content: list[Span], rule: str) -> Finding | None:
    source = (source[0], source[0] + len(text[slice(*source)].rstrip()))
    head, mark = _head(doc, source), doc.char_span(*cue, alignment_mode="expand")
    if head is None or mark is None:
        return None
    sign = text[cue[0] : cue[1]]
    return Finding([cue], head, content, sign, Reason(rule, sign), cue[0], mark.start, source=(source,), fixed=True)
