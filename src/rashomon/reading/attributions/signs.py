"""Punctuation alone can attribute: "Poll: …", "WALLACE: …", "“…” — Ann Berg", "… : officials", "… - army".

An interview says by its layout who speaks: a name, or "Q" and "A", before a colon at the head of a paragraph; where
nothing stands there, the questions do (`turns`).

In capitals two such heads are enough ("BRANDT: …", "OMAR SEIDEL, ELM RADIO: …"). In mixed case many a line begins so
that nobody says ("Goals: …"): there one of the heads, or a line without a head, must ask and another answer. "A" is
whom the text introduces before the first question (`turns`); if it introduces nobody, the answers have no name.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Words

from rashomon.language import listed, word_set
from rashomon.reading.attributions.cue_verbs import cue_verbs
from rashomon.reading.attributions.finding import Finding
from rashomon.reading.attributions.quotes import Quotation
from rashomon.reading.attributions.turns import answers, interviewed
from rashomon.reading.attributions.who_may_speak import source_nouns
from rashomon.reading.grammar import relations as rel
from rashomon.reading.grammar import tags
from rashomon.reading.regions.within import is_asked, speaks_alone
from rashomon.records import Reason, Span

_NAME = r"[^\W\d_a-z][\w.’'/-]*"
_POST_OF_A_TURN = r"(?:,[ \t][^:;.?!\n]{1,40}|[ \t]\([^()\n]{1,40}\))?"
_CAPITALS = re.compile(rf"[\s“\"'‘]*([A-Z][A-Z.'’/-]+(?: [A-Z][A-Z.'’/-]*){{0,3}})({_POST_OF_A_TURN}):\s")
_MIXED = re.compile(
    rf"[\s“\"'‘]*({_NAME}(?: (?:(?:de|la|van|von|al|bin|el|der|di|the) )?{_NAME}){{0,4}})"
    rf"({_POST_OF_A_TURN}):(?:\s+\S|[“\"])"
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
    capitals, mixed = _heads(_CAPITALS, text, lines), _mixed(doc, text, lines)
    if {n for n, _ in capitals} < {n for n, _ in mixed}:
        capitals = mixed  # "RFE/RL: …" and "Bekova: …"
    for heads in (_lettered(text, lines), capitals, mixed):
        if len(heads) > 1:
            return _turns(doc, text, lines, heads)
    asked = [n for n, line in enumerate(lines) if _is_set_apart(doc, text, line)]
    spoken = answers(text, lines, asked)
    who = _who_answers(doc, text, lines, spoken[0][0].start) if spoken else None
    if who is None and not (asked and any(speaks_alone(text[a:b]) for _, _, told in spoken for a, b in told)):
        return []  # "we" may be the outlet
    return [Turn(taken, sign, who, content) for taken, sign, content in spoken]


def _is_set_apart(doc: Doc, text: str, line: Span) -> bool:
    start = line[0] + len(text[slice(*line)]) - len(text[slice(*line)].lstrip())
    return any(r.start == start and is_asked(r) for r in doc._.rashomon_regions)


def _who_answers(doc: Doc, text: str, lines: list[Span], asked: int) -> Span | None:
    """Give the name before the answer to a question, or the one person who is introduced before the question."""
    head = _MIXED.match(text, *lines[asked + 1])
    named = head is not None and _is_person(doc, head.span(1))
    if head is not None and named:
        return head.span(1)
    return interviewed(doc, lines[asked][0])


_Heads = list[tuple[int, re.Match[str]]]


def _heads(pattern: re.Pattern[str], text: str, lines: list[Span]) -> _Heads:
    return [(n, m) for n, (a, b) in enumerate(lines) if (m := pattern.match(text, a, b))]


def _lettered(text: str, lines: list[Span]) -> _Heads:
    heads = _heads(_LETTERS, text, lines)
    return heads if {m.group(1)[0] for _, m in heads} == {"Q", "A"} else []


def _mixed(doc: Doc, text: str, lines: list[Span]) -> _Heads:
    heads = _heads(_MIXED, text, lines)
    if asked := _put_to(doc, heads):
        return asked
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


def _put_to(doc: Doc, heads: _Heads) -> _Heads:
    """Give the heads by which an outlet, or whoever asks, and a person speak in turn; none where one has no answer."""
    who = ["asks" if _is_asker(m.group(1)) else _person_at(doc, m.span(1)) for _, m in heads]
    kept = [(head, name) for head, name in zip(heads, who, strict=True) if name is not None]
    in_turn = all((name == "asks") == (n % 2 == 0) for n, (_, name) in enumerate(kept))
    return [head for head, _ in kept] if len(kept) > 1 and in_turn else []


def _is_asker(label: str) -> bool:
    """Whether the head of a line is that of who asks: "Interviewer", or an outlet by its capitals, "KVTV", "RFE/RL"."""
    return label.casefold() in _ASKERS or (label.isupper() and " " not in label and 1 < len(label) <= _ACRONYM)


_ACRONYM = 8
_ASKERS = word_set("words_of_speech", "askers")


def _in_turn(doc: Doc, heads: _Heads) -> _Heads:
    """Give the heads that name persons who talk to each other: three or more of two or more, one of them twice."""
    chains = {n: _person_at(doc, m.span(1)) for n, m in heads}
    often = Counter(chain for chain in chains.values() if chain is not None)
    if len(often) < 2 or often.total() < _FEWEST or max(often.values()) < 2:
        return []
    return [(n, m) for n, m in heads if chains[n] is not None]


def _asks(text: str, line: Span) -> bool:
    return text[slice(*line)].rstrip(' "”’*_').endswith("?")


def _is_person(doc: Doc, span: Span) -> bool:
    return _person_at(doc, span) is not None


def _person_at(doc: Doc, span: Span) -> str | None:
    """Give the chain of the person whom the head of a line names, or none."""
    mentions = (m for m in doc._.rashomon_mentions if m.start < span[1] and m.end > span[0])
    return next((m.chain for m in mentions if m.kind == "person"), None)


def _turns(doc: Doc, text: str, lines: list[Span], heads: _Heads) -> list[Turn]:
    lettered = heads[0][1].re is _LETTERS
    mixed = not all(m.group(1).isupper() for _, m in heads)  # else "BRANDT" is a name
    asked = interviewed(doc, lines[heads[0][0]][0]) if lettered else None
    ends = [n for n, _ in heads[1:]] + [heads[-1][0] + 1]
    out: list[Turn] = []
    for (n, m), stop in zip(heads, ends, strict=True):
        taken = range(n, min(stop, n + _MOST_LINES))
        if len(taken) > 1 and taken[-1] + 1 < len(lines) and taken[-1] + 1 == stop and _asks(text, lines[taken[-1]]):
            taken = taken[:-1]  # the question of a line without a head
        colon = m.end(1) if lettered else m.end(2)
        content = [(colon + 1, lines[n][1])] + [lines[k] for k in taken[1:]]
        content = [(a, b) for a, b in content if not text[a:b].strip(' "“”').startswith("(")]
        if (lettered and m.group(1)[0] == "Q") or (mixed and _is_asker(m.group(1))):
            continue  # who asks tells nothing
        out.append(Turn(taken, (colon, colon + 1), asked if lettered else m.span(1), tuple(content)))
    return out


_LINE = re.compile(r"[^\n]+")
_SIGNATURE = re.compile(
    rf"[ \t\xa0]*([—―–]|--?)[ \t\xa0]*({_NAME}(?: (?:(?:de|la|van|von|al|bin|el|der|di) )?{_NAME}){{0,5}})"
)
_POST = re.compile(r"([—―–]|--?)[ \t\xa0]*([^\n—―–@()]{2,60}?)[ \t\xa0]*\(@\w+\)")
_LINK = re.compile(r"(?:\s*(?:https?://|pic\.)\S+)+\s*$")
_OPENING = re.compile(r"([^\s:,;“”\"][^:;“”\"\n]{0,60}):\s+(?=\S)")
_CLOSING = re.compile(r":\s+([^:;,.“”\"\n]{3,40})\.?$")
_MOMENT = "|".join(sorted(word_set("words_of_attributions", "headline_moment")))
_SAYS = re.compile(rf",\s+([a-z]+)\s+([^:;,.“”\"\n]{{3,40}}?)(?:\s(?:{_MOMENT})\s[^:;,.“”\"\n]{{3,60}})?$")
_DASHED = re.compile(r"\s([-–—])\s((?:[^:;,.“”\"\n–—-]|(?<=\w)-(?=\w)){3,40})$")
_QUOTED_FIRST = re.compile(r"[‘“'\"](?:[^‘’“”\"\n]|(?<=\w)’(?=\w)){8,120}[’”'\"](:)\s+(?=\w)")
_ENTRY = re.compile(r"\d{1,2}[:.]\d\d(?:\s?[ap]\.?m\.?)?(?:\s[A-Z]{2,4})?\s*(?:[—―–|-]+|:)\s+", re.IGNORECASE)
"""The hour before an entry of a live page."""
_QUOTED = re.compile(r":\s+[“\"]")
_ASKS = re.compile(r"(?:how|what|when|where|who|why)\b", re.IGNORECASE)
"""What opens the matter of a piece behind its heading: "Parents: what to do when it snows" quotes nobody."""
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
    if m is not None and len(m.group(1).split()) <= _MAX_SOURCE_WORDS and not _ASKS.match(text, m.end(), b):
        head = _head(doc, m.span(1))
        quoted = text[m.end() : m.end() + 1] in _QUOTES
        before = [] if head is None else [c for c in head.children if c.idx < m.end(1)]
        told_of = any(c.dep_ in rel.ADNOMINAL for c in before)  # "Two spies held in Orsa: prosecutor"
        if head is not None and (quoted or (_speaks(head) and not told_of)):
            finding = _finding(doc, text, (m.end(1), m.end(1) + 1), m.span(1), [(m.end(), b)], "headline-colon")
            if finding is not None:
                yield finding
            return
    tag = _tagged(doc, text, a, b) or _behind_its_words(doc, text, a, b)
    if tag is not None:
        yield tag
        return
    m = _CLOSING.search(text[a:b])
    if m is not None and len(text[a : a + m.start()].split()) >= _FEWEST and len(m.group(1).split()) <= _MAX_NAME_WORDS:
        span = (a + m.start(1), a + m.end(1))
        head = _head(doc, span)
        if head is not None and (_speaks(head) or _is_somebody(head)):
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
        if m is None or len(m.group(2).split()) > _MAX_NAME_WORDS or (rule == "headline-tag" and not _says(m.group(1))):
            continue
        span = (a + m.start(2), a + m.end(2))
        head = _head(doc, span)
        if head is None or not (_is_somebody(head) or _speaks(head)):
            continue
        if rule == "headline-source" and not _is_no_house(head, m.group(2)):
            continue
        cue = (a + m.start(1), a + m.end(1))
        return _finding(doc, text, cue, span, [(a, a + m.start())], rule)
    return None


def _behind_its_words(doc: Doc, text: str, a: int, b: int) -> Finding | None:
    """Read who says something in a headline that his words open: "'They left us': survivors accuse coastguard"."""
    m = _QUOTED_FIRST.match(text, a, b)
    if m is None:
        return None
    at = m.end()
    words = list(re.finditer(r"[\w’'-]+", text[at:b]))[: _MAX_NAME_WORDS + 1]
    says = next((w for w in words[1:] if w.group().islower() and _says(w.group(), "")), None)
    if says is None or not says.start():
        return None
    who = (at, at + len(text[at : at + says.start()].rstrip()))
    head = _head(doc, who)
    if head is None or head.dep_ in rel.NOUN_BEFORE_NOUN or not (_speaks(head) or _is_somebody(head)):
        return None  # taken for a part of the last name: whose words it is cannot be told
    return _finding(doc, text, m.span(1), who, [(a, m.start(1))], "headline-colon")


def _says(word: str, frame: str = "around") -> bool:
    """Whether a word before who closes a headline is a verb of saying, whatever the tagger takes it for: "claims"."""
    forms = (word, word.removesuffix("s"), word.removesuffix("es"), "say" if word == "said" else word)
    entries = (cue_verbs().get(form) for form in forms)
    return any(e is not None and e.kind == "speech" and (not frame or frame in e.frames) for e in entries)


def _is_no_house(head: Token, words: str) -> bool:
    """Whether what stands behind a dash can only be a source: a role, a body or a person, no paper or site."""
    kind = source_nouns().get(head.lower_)
    if any(t.tag_ in tags.NUMERAL for t in head.subtree):
        return False  # "Two dead - one a child"
    if kind is not None:
        if kind not in ("outlet", "document"):
            return head.is_lower or head.lower_ in listed("government_voices")  # "- Defence Ministry"
        longer = " " in words and kind == "outlet"  # "- state media", "- state TV"
        return words[:1].islower() and (head.lower_ in _TOLD or longer)
    if _is_somebody(head):
        return True
    return any(m.start <= head.idx < m.end and m.kind == "person" for m in head.doc._.rashomon_mentions)


def _head(doc: Doc, span: Span) -> Token | None:
    found = doc.char_span(*span, alignment_mode="expand")
    if found is None or not len(found) or any(t.tag_ in tags.FINITE for t in found) or _tells_a_fate(found):
        return None
    return found.root


def _tells_a_fate(words: Words) -> bool:
    """Whether a noun has a participle behind it, and what goes with that: "Climber Killed In Fall" is no speaker."""
    return any(t.tag_ in tags.PARTICIPLE and t.i > words.start and t.nbor(-1).tag_ in tags.NOUN for t in words[:-1])


_PERSONS = frozenset({"person", "office"})


def _speaks(head: Token) -> bool:
    """Whether the head of what stands before a colon can be a source: a person, a body, or a noun of the lexicon."""
    if head.lower_ in source_nouns() or source_nouns().get(head.lemma_.lower()) in _PERSONS:
        return True
    return any(
        m.start <= head.idx < m.end and m.kind in ("person", "organisation") for m in head.doc._.rashomon_mentions
    )


def _is_somebody(head: Token) -> bool:
    """Whether a noun in small letters is of people or a body no list of sources has: "- coastguard"."""
    bodies = listed("nominal_heads", "organisation")
    return head.is_lower and (head.lower_ in bodies or head.lemma_.lower() in listed("people_nouns"))


def _finding(doc: Doc, text: str, cue: Span, source: Span, content: list[Span], rule: str) -> Finding | None:
    source = (source[0], source[0] + len(text[slice(*source)].rstrip()))
    head, mark = _head(doc, source), doc.char_span(*cue, alignment_mode="expand")
    if head is None or mark is None:
        return None
    sign = text[cue[0] : cue[1]]
    return Finding([cue], head, content, sign, Reason(rule, sign), cue[0], mark.start, source=(source,), fixed=True)
