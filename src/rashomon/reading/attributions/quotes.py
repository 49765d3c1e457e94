"""Every quotation is a pair of offsets into the text, found mark by mark in one pass.

A mark that finds no partner costs at most its own paragraph; a quotation left open at the end of a paragraph goes on
into the next one only where that opens with a mark of the same kind, as newspapers print long quotations.

A quotation without a tag of its own is led in by what stands before it: a colon, or the sentence before.

"The mayor was not so sure: “…”" says by its colon whose words follow. A quotation that is a sentence, or a paragraph,
of its own goes to whoever said something in the sentence before; in the same paragraph also to the one person whom
that sentence is about ("Berg shrugged. “…”"). Where a second person stands in it, nobody is named.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import islice, takewhile
from typing import NamedTuple

from spacy.tokens import Doc, Token

from rashomon.reading.attributions.finding import Finding, framed
from rashomon.reading.attributions.lost_subjects import issuer
from rashomon.reading.attributions.verb_groups import is_passive, own_subject
from rashomon.reading.attributions.who_may_speak import may_speak, source_nouns
from rashomon.reading.grammar import relations as rel
from rashomon.reading.grammar import tags
from rashomon.reading.grammar.relations import dependents, has_dependent
from rashomon.records import Mention

_ENDS = frozenset({".", "!", "?", "…", "..."})
_SHORT_TAG = 25
_WHOLE = frozenset({"clause", "wh", "around"})  # words were given, not the matter alone: "demands an end to it"
_ABOUT_SOMEBODY = frozenset({"he", "she"})


def colon_tag(doc: Doc, i: int, home: list[int]) -> Finding | None:
    """Find "Ann Berg disagreed:" right before a quotation: any verb of somebody who may speak can stand there.

    `i` is the token before the quotation. Of "Berg's answer was short:" the owner speaks.
    """
    if doc[i].text != ":" or home[i] >= 0:
        return None
    for k in range(i - 1, max(-1, i - _SHORT_TAG), -1):
        token = doc[k]
        if home[k] >= 0 or token.text in _ENDS or token.is_space:
            return None
        if _is_finite(token):
            who = own_subject(token)
            if who is not None and (not may_speak(who) or source_nouns().get(who.lower_) == "document"):
                who = issuer(who) or next((c for c in dependents(who, rel.OWNER)), who)
            if who is None or home[who.i] >= 0 or not may_speak(who) or who.tag_ in tags.RELATIVE_PRONOUN | tags.THERE:
                return None
            return _tag(who, token)
    return None


def _is_finite(token: Token) -> bool:
    """Whether the token is the finite verb of a clause, or the participle of a perfect."""
    if token.tag_ in tags.PARTICIPLE:
        return token.pos_ == "VERB" and has_dependent(token, rel.HELPER)
    return token.tag_ in tags.FINITE_VERB and token.dep_ not in rel.ANY_HELPER


def _tag(who: Token, verb: Token) -> Finding:
    cue = [(verb.idx, verb.idx + len(verb))]
    because = framed("tag", verb.lower_, "quote")
    return Finding(cue, who, [], verb.lemma_.lower(), because, verb.idx, verb.i, verb=verb)


def sentence_before(doc: Doc, i: int, home: list[int], by_verb: dict[int, Finding]) -> Finding | None:
    """Give whose words a quotation is by the sentence before it, which ends at token `i` or before white space there.

    A finding of that sentence, or a new one, which has no content yet; none where nobody or more than one may be meant.
    """
    broken = False
    while i >= 0 and doc[i].is_space:
        broken = broken or "\n" in doc[i].text
        i -= 1
    if i < 0 or doc[i].text not in _ENDS or home[i] >= 0:
        return None
    sentence = doc[i].sent
    if any(home[t.i] >= 0 for t in sentence):
        return None
    main = sentence.root
    said = by_verb.get(main.i)
    if said is not None:
        spoken = said.speaker is not None and said.plain_frame in _WHOLE and not (said.negated or said.hypothetical)
        if spoken and said.content:
            return said
        takes_a_stand = said.because.rule == "speech-verb" and not (said.negated or said.hypothetical)
        if not takes_a_stand or said.speaker is None or said.inside is not None or not _alone(said.speaker, _MAY_REPLY):
            return None
        return _tag(said.speaker, main)  # "Berg urged calm. “…”", "Berg denied the charge. “…”"
    if broken or is_passive(main) or main.pos_ not in ("VERB", "AUX"):
        return None
    who = own_subject(main)
    return _tag(who, main) if who is not None and _alone(who) else None


_MAY_REPLY = frozenset({"person", "organisation"})


def _alone(who: Token, kinds: frozenset[str] = frozenset({"person"})) -> bool:
    """Whether a subject is somebody, and nobody else of `kinds` stands in its sentence who may speak.

    A body that only tells what somebody is, "the head of Karm Shipping", does not.
    """
    mentions: tuple[Mention, ...] = who.doc._.rashomon_mentions
    end = who.sent.end_char
    first = bisect_left(mentions, who.sent.start_char, key=lambda m: m.start)
    here = islice(mentions, first, None)
    phrase = range(who.left_edge.idx, who.right_edge.idx + 1)
    others = [m for m in takewhile(lambda m: m.start < end, here) if m.kind in kinds]
    persons = [m for m in others if m.kind == "person" or m.start not in phrase]
    own = {m.chain for m in persons if m.start <= who.idx < m.end}
    somebody = bool(own) or who.lower_ in _ABOUT_SOMEBODY or (who.tag_ in tags.NAME and may_speak(who))
    return somebody and {m.chain for m in persons} <= own


_DOUBLE = re.compile(r"[“”„«»\"]|``|''|‘‘|’’")
_SINGLE = re.compile(r"(?<![\w’'])[‘'](?=\w)[^\n‘“”\"]{1,400}?[\w.,!?…][’'](?!\w)")
# Whole sentences between single marks, which their own stop or the comma before a tag closes: 'It fell,' she said.
_SAID = re.compile(r"(?:(?<=[.!?…]\s)|(?<=[.!?…][’'”\"]\s)|(?<=\n)|\A)[‘'](?=\w)[^\n‘“”\"]{8,600}?[.,!?…][’'](?!\w)")
_PARAGRAPH = re.compile(r"[^\n]+")
_TAG = 80  # characters of "said Ann Berg, the mayor of Elm."
_OPENS_ONLY = frozenset("“„«") | {"``", "‘‘"}
_CLOSES_ONLY = frozenset("”»") | {"’’"}


class Quotation(NamedTuple):
    """One quotation: its characters with both marks; `open` where no mark closes it.

    `single` for words between ‘…’ and '…' that are no whole sentence.
    """

    start: int
    end: int
    single: bool = False
    open: bool = False


def quotes(text: str) -> list[Quotation]:
    """Give the quotations of `text` in order; none overlaps another.

    Curly, straight, doubled single and angle marks pair within a paragraph, whichever way they lean: machine
    translation closes with opening marks and opens with closing ones. Single marks count only outside double ones and
    only around words, so that apostrophes are none.
    """
    found: list[Quotation] = []
    paragraphs = [m.span() for m in _PARAGRAPH.finditer(text)]
    closed: tuple[int, int] | None = None
    for n, (a, b) in enumerate(paragraphs):
        marks = [(m.start(), m.end(), m.group()) for m in _DOUBLE.finditer(text, a, b)]
        if closed is not None and n <= closed[0]:
            if n < closed[0]:
                continue
            marks = [mark for mark in marks if mark[0] >= closed[1]]
        pairs, open_at = _paired(text, a, marks)
        found += [Quotation(s, e) for s, e in pairs]
        if open_at is not None and (closed := _closed_below(text, paragraphs, n)) is not None:
            found.append(Quotation(open_at, closed[1]))
            pairs.append((open_at, b))
        elif open_at is not None and _runs_on(text, a, open_at, paragraphs, n):
            found.append(Quotation(open_at, a + len(text[a:b].rstrip()), open=True))
            pairs.append((open_at, b))
        found += _single(text, a, b, pairs)
    return sorted(found)


def _closed_below(text: str, paragraphs: list[tuple[int, int]], n: int) -> tuple[int, int] | None:
    """Give the paragraph, and the end of the mark in it, that closes what paragraph `n` leaves open.

    Where every sentence has a line of its own, the first mark in one of the next lines can only close: it stands behind
    a stop or a comma, and before no word; what comes behind it in its line is paired.
    """
    for k in range(n + 1, min(len(paragraphs), n + 1 + _LINES)):
        a, b = paragraphs[k]
        marks = list(_DOUBLE.finditer(text, a, b))
        if text.count("\n", paragraphs[k - 1][1], a) > 1:
            return None
        if marks:
            first = marks[0]
            before, behind = text[a : first.start()].rstrip(" \xa0"), text[first.end() : first.end() + 1]
            closes = first.group() not in _OPENS_ONLY and before[-1:] in _STOPS and not behind.isalnum()
            return (k, first.end()) if closes and before and len(marks) % 2 else None
    return None


_LINES = 6  # that one quotation may go on for
_STOPS = frozenset(".,!?…—-")


def _paired(text: str, start: int, marks: list[tuple[int, int, str]]) -> tuple[list[tuple[int, int]], int | None]:
    pairs: list[tuple[int, int]] = []
    open_at: int | None = None
    for s, e, mark in marks:
        if open_at is None:
            if mark in _CLOSES_ONLY and _hugs_left(text, start, s, e):
                continue
            open_at = s
        elif mark in _OPENS_ONLY and _hugs_right(text, s, e) and mark != "»" and not _tagged(text, s, e, marks):
            open_at = s  # the earlier mark never closed: the new quotation is worth more than a guess
        else:
            pairs.append((open_at, e))
            open_at = None
    return pairs, open_at


def _tagged(text: str, s: int, e: int, marks: list[tuple[int, int, str]]) -> bool:
    """Tell a closing mark that leans the wrong way: the last of its paragraph, after a comma, before a short tag."""
    if s != marks[-1][0] or text[max(0, s - 3) : s].rstrip(" \xa0")[-1:] != ",":
        return False
    rest, stop, _ = text[e : e + _TAG].partition("\n")
    return (bool(stop) or e + len(rest) == len(text)) and rest.count(".") < 2


def _hugs_left(text: str, start: int, s: int, e: int) -> bool:
    """Tell a mark that ends a word and begins none: it can only close."""
    return s > start and not text[s - 1].isspace() and (e >= len(text) or not text[e].isalnum())


def _hugs_right(text: str, s: int, e: int) -> bool:
    """Tell a mark that begins a word after a space: it can only open."""
    return (s == 0 or text[s - 1].isspace() or text[s - 1] in "([—–") and e < len(text) and text[e].isalnum()


def _runs_on(text: str, start: int, open_at: int, paragraphs: list[tuple[int, int]], n: int) -> bool:
    if not text[start:open_at].strip():
        return True
    if n + 1 >= len(paragraphs):
        return False
    a, b = paragraphs[n + 1]
    while a < b and text[a].isspace():
        a += 1
    return bool(_DOUBLE.match(text, a, b))


def _single(text: str, a: int, b: int, pairs: list[tuple[int, int]]) -> list[Quotation]:
    said = [Quotation(m.start(), m.end()) for m in _SAID.finditer(text, a, b)]
    said = [q for q in said if " " in text[q.start : q.end]]
    few = [Quotation(m.start(), m.end(), single=True) for m in _SINGLE.finditer(text, a, b)]
    few = [q for q in few if not any(q.start < w.end and w.start < q.end for w in said)]
    out: list[Quotation] = []
    k = 0
    for q in sorted(said + few):
        while k < len(pairs) and pairs[k][1] <= q.start:
            k += 1
        if k == len(pairs) or pairs[k][0] >= q.end:
            out.append(q)
    return out
