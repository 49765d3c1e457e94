"""Who speaks where only the form of a talk tells it: the answers of an interview, a name alone before a colon.

An interview without names before its turns has questions alone on their lines, and below each what one person answers.
Where marks set them apart (`regions.asked`), all between two of them is one answer. Without marks it takes three
questions or more, a person introduced before the first of them, and an I, we or you in most turns: else it may be a
report that asks and answers itself. Where names open the first question and answer, one such word does. Of the last
answer the first paragraph alone is surely one.

Who answers is who stands, before the first question, with a verb of meeting ("spoke to us", "we met her") and is not
the outlet's own ("our reporter Lena Hart", "the Echo's Lena Hart"): by a name, else by a noun ("A nurse agreed to
talk"). Where nobody does, it is the one person who is named there. Of several it is whom the title names, else whom the
text mentions most often.

A name alone before a colon speaks the quotation behind it, inside a paragraph too: "It leaks. Berg: “It holds.”". The
name opens a sentence; what somebody is may stand behind it in brackets: "Marta Soler (Green Party): “…”". So does who
owns an answer that opens one ("Berg's verdict: “…”", "Her reply was short: “…”"), a question mark for a colon too,
and who is asked by his name alone: "And Berg? “It holds.”".
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from itertools import pairwise

from spacy.tokens import Doc, Token

from rashomon.language import word_set
from rashomon.reading.attributions.finding import Finding
from rashomon.reading.grammar import relations as rel
from rashomon.reading.grammar import tags
from rashomon.reading.grammar.relations import dependent
from rashomon.records import Mention, Reason, Span

_FEWEST = 3
_QUESTION = re.compile(r"(?:[^.!?“”\"\n]|\b(?:Mr|Mrs|Ms|Dr)\.){4,240}\?[*_\s]*")
"""A line that is a question alone, in nobody's quotation marks."""
_TALK = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur|me|us|[Yy]ou|[Yy]ours?)\b")
"""Words of two who talk to each other."""
_HEAD = re.compile(r"[^\W\d_a-z][^\n:.?!]{0,40}:\s+")
"""The name before the first answer, where that has one."""

Answer = tuple[range, Span, tuple[Span, ...]]
"""The lines of a question and its answer, the mark before what is said, and that."""


def answers(text: str, lines: list[Span], asked: list[int]) -> list[Answer]:
    """Give the answers of the interview that `text` holds; `asked` are the questions that marks set apart."""
    questions = asked or [n for n, line in enumerate(lines) if _QUESTION.fullmatch(text, *line)]
    found: list[Answer] = []
    for n, stop in pairwise([*questions, questions[-1] + 2] if questions else []):
        told = range(n + 1, min(stop, len(lines)))
        if told:
            head = _HEAD.match(text, *lines[told[0]])
            mark = text.index(":", head.start()) if head else _last(text, lines[n])
            first = (head.end() if head else lines[told[0]][0], lines[told[0]][1])
            found.append((range(n, told.stop), (mark, mark + 1), (first, *(lines[k] for k in told[1:]))))
    if asked:
        return found
    own = sum(bool(_TALK.search(text, lines[taken.start][0], lines[taken[-1]][1])) for taken, _, _ in found)
    headed = bool(found) and all(_HEAD.match(text, *lines[found[0][0].start + k]) for k in (0, 1))
    return found if len(found) >= _FEWEST and own * 2 >= (1 if headed else len(found)) else []


def _last(text: str, line: Span) -> int:
    """Give where the last character of a question stands, before the marks around it."""
    return line[0] + len(text[slice(*line)].rstrip("*_ \t")) - 1


_MET = word_set("words_of_pages", "interview")
_OURS = "our"
_WORD = re.compile(r"\w[\w’'-]*\w")


def interviewed(doc: Doc, end: int) -> Span | None:
    """Give where the one whom an interview is held with is first named before `end`, or else told of by a noun."""
    signed = [(r.start, r.end) for r in doc._.rashomon_regions if r.kind == "credit"]
    persons = [
        (m, head)
        for m in doc._.rashomon_mentions
        if m.kind == "person" and m.start < end and not any(a <= m.start < b for a, b in signed)
        if (head := _head(doc, m)) is not None
    ]
    met = {m.chain for m, head in persons if m.form != "pronoun" and _stands_so(doc, head)}
    named = [m for m, head in persons if m.form == "name" and head.dep_ not in rel.OWNER | rel.COMPOUND]
    told = [m for m, _ in persons if m.form == "nominal" and m.chain in met]
    asked = [m for m in named if m.chain in met] or told or named
    if not met or len({m.chain for m in asked}) > 1:
        words = set(_WORD.findall(doc._.rashomon_title or ""))
        known = [m for m in asked if words.issuperset(_WORD.findall(doc.text[m.start : m.end])[-1:])]
        asked = known if len({m.chain for m in known}) == 1 else asked
    if not asked or (not met and len({m.chain for m in asked}) > 1):
        return None
    often = Counter(m.chain for m in doc._.rashomon_mentions)
    first = max(asked, key=lambda m: (often[m.chain], -m.start))
    return first.start, first.end


def _head(doc: Doc, mention: Mention) -> Token | None:
    found = doc.char_span(mention.start, mention.end, alignment_mode="expand")
    return None if found is None else found.root


def _stands_so(doc: Doc, head: Token) -> bool:
    """Whether a person is subject or object of a verb of meeting, and not one whom the outlet calls its own."""
    top = head
    while top.dep_ in rel.APPOSITION:
        top = top.head
    outlet = set(_WORD.findall(doc._.rashomon_outlet or ""))
    owners = [t for t in (*head.children, *top.children) if t.dep_ in rel.OWNER]
    ours = any(t.lower_ == _OURS or t.text in outlet for t in owners)
    return not ours and any(t.lower_ in _MET for t in _above(top))


def _above(token: Token) -> list[Token]:
    """Give the verb or noun that governs a name, through a preposition, and the verb that this one's own completes."""
    head = token.head
    while head.dep_ in rel.PREPOSITION_OR_AGENT and head.head is not head:
        head = head.head
    return [head, *(t for t in head.children if t.dep_ in rel.OPEN_CLAUSE)]


_ENDS = frozenset({".", "!", "?", "…", '"', "”", "''", "»", "’"})
_ROLE = 9
_IN_A_ROLE = tags.NOUN | tags.ANY_ADJECTIVE | tags.ARTICLE | tags.HYPHEN | tags.GENITIVE | tags.OWNING_PRONOUN
_ASIDE = 8
"""Tokens in brackets behind the name."""


def named_before_colon(doc: Doc, i: int, home: list[int]) -> Finding | None:
    """Find who speaks the quotation before which a colon stands at token `i`; `home` tells which tokens are quoted."""
    if i < 1 or doc[i].text not in (":", "):") or home[i] >= 0:
        return None
    last = i - 1
    if ")" in (doc[last].text, doc[i].text[0]):
        last = next((k - 1 for k in range(last, max(0, last - _ASIDE), -1) if doc[k].text == "("), -1)
    mention = _name_that_ends(doc, last) if last >= 0 else None
    span = doc.char_span(mention.start, mention.end) if mention is not None else None
    if span is None or mention is None or home[span.start] >= 0:
        return None
    before = _before_role(doc, span.start)
    if before is not None and before.text not in _ENDS and "\n" not in before.text:
        return None
    end = doc[i].idx + len(doc[i])
    colon = (end - 1, end)
    source = ((mention.start, mention.end),)
    return Finding([colon], span.root, [], ":", Reason("name-colon", ":"), colon[0], i, source=source, fixed=True)


def named_before_answer(doc: Doc, i: int, home: list[int]) -> Finding | None:
    """Find who owns the answer that a colon or question mark at token `i` leads in, or is asked by his name alone."""
    if i < 1 or doc[i].text not in (":", "?") or home[i] >= 0:
        return None
    first = i
    while first > 0 and i - first < _LEAD and doc[first - 1].text not in _ENDS and not doc[first - 1].is_space:
        first -= 1
    while doc[first].tag_ in tags.COORDINATOR:
        first += 1
    who = _owner(doc, first, i)
    if who is None and doc[i].text == "?":
        asked = _name_that_ends(doc, i - 1)
        span = None if asked is None else doc.char_span(asked.start, asked.end)
        who = span.root if span is not None and span.start == first else None
    if who is None or home[who.i] >= 0:
        return None
    mark = (doc[i].idx, doc[i].idx + 1)
    because = Reason("answer-of", who.text)
    return Finding([mark], who, [], doc[i].text, because, mark[0], i, fixed=True)


def _owner(doc: Doc, first: int, end: int) -> Token | None:
    """Give who owns the answer that opens at `first`, where nothing tells of anything else before `end`."""
    for noun in doc[first:end]:
        owner = dependent(noun, rel.OWNER) if noun.lemma_.lower() in _ANSWERS else None
        if owner is not None and owner.left_edge.i == first:
            behind = doc[noun.i + 1 : end]
            told = [t for t in behind if t.tag_ in tags.FINITE]
            return owner if not told or (told[0].lemma_ == "be" and len(behind) <= _FEWEST) else None
    return None


_ANSWERS = word_set("words_of_attributions", "answer_of")
_LEAD = 14


def _before_role(doc: Doc, start: int) -> Token | None:
    """Give what stands before a name and the role that leads to it: "Minister Berg:", "Chief executive Ann Berg:"."""
    i = start - 1
    while i >= 0 and start - i <= _ROLE and doc[i].tag_ in _IN_A_ROLE and "\n" not in doc[i].text:
        i -= 1
    return doc[i] if i >= 0 else None


def _name_that_ends(doc: Doc, last: int) -> Mention | None:
    """Give the person's name that ends with a token."""
    mentions: tuple[Mention, ...] = doc._.rashomon_mentions
    end = doc[last].idx + len(doc[last])
    for mention in reversed(mentions[: bisect_right(mentions, end, key=lambda m: m.start)][-_ASIDE:]):
        if mention.end == end and mention.form == "name" and mention.kind == "person":
            return mention
    return None
