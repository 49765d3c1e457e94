"""A finding is one attribution in the making: tokens and characters, before ids and kinds; and which lies inside which.

An attribution is nested in the smallest other one whose content holds its cue. Inside what one voice says, only another
voice's words are an attribution of their own.

"We believe that …" said by one man is his statement, not a second one; what he says of others' wishes and blame of a
thing is part of it too. What he passes on of another's words, in a clause, stays, nested. Within his own quoted words
nobody in particular ("people say") is no voice, and what others believe or rule is his account of them; but what
another denies, promises, threatens, demands or accuses somebody of is that other's word, also without a clause.

What needs no review: a named speaker, a verb of speech or "according to", and a whole clause or quotation.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import takewhile

from spacy.tokens import Doc, Token

from rashomon.language import lexicon, word_set
from rashomon.reading.attributions.held_against import HELD_AGAINST
from rashomon.records import Attribution, Mention, Polarity, Reason, Span


@dataclass(slots=True)
class Finding:
    """Cue tokens, the head of the source (None where nobody is named), content in characters, and why.

    `source` overrides the characters that would be read from `speaker`, for sources that are no noun phrase.
    """

    cue: list[Span]
    speaker: Token | None
    content: list[Span]
    lemma: str
    because: Reason
    at: int
    token: int
    polarity: Polarity = "assert"
    source: tuple[Span, ...] | None = None
    negated: bool = False
    hypothetical: bool = False
    verb: Token | None = None
    fixed: bool = False
    inside: Finding | None = None

    @property
    def frame(self) -> str:
        """The complement that the content is ("clause", "quote", "np" …), "" where the rule has none."""
        return frame(self.because)

    @property
    def plain_frame(self) -> str:
        """The same, "" where something is added to it: a source that is not named, no comment, a further voice."""
        return plain_frame(self.because)

    def framed(self, frame: str) -> None:
        """Let the content be another complement."""
        *kept, at = (n for n, step in enumerate(self.because.steps) if n == 0 or step.joint == ":")
        words = self.because.words if kept else ""
        self.because = Reason(self.because.rule, words, self.because.also[: max(at - 1, 0)]).then(Reason(frame), ":")


def framed(rule: str, word: str, frame: str, *more: str) -> Reason:
    """Give the reason of a finding: its rule, the word that is its cue, the complement, and what is added to it."""
    because = Reason(rule, word).then(Reason(frame), ":")
    for told in more:
        because = because.then(Reason(told), "-")
    return because


def frame(because: Reason) -> str:
    """Give the last complement that the reason of a finding or an attribution names, "" where it names none."""
    return next((step.rule for step in reversed(_own(because)) if step.joint == ":"), "")


def plain_frame(because: Reason) -> str:
    """Give the same, "" where something is added to it."""
    last = _own(because)[-1:]
    return last[0].rule if last and last[0].joint == ":" else ""


def _own(because: Reason) -> list[Reason]:
    """The steps of what was found, those that tell of its source left out."""
    return [*takewhile(lambda step: step.rule != "source", because.also)]


_RULES = frozenset({"speech-verb", "belief-verb", "evidence-verb", "according-to", "signature", "transcript"})
_FRAMES = {
    "speech-verb": frozenset({"clause", "wh", "quote", "called", "as", "of", "around", "to", "against", "at"}),
    "belief-verb": frozenset({"clause", "as", "of"}),
    "evidence-verb": frozenset({"clause"}),
}


def runs(doc: Doc, tokens: list[int]) -> list[Span]:
    """Join neighbouring tokens into character spans."""
    spans: list[Span] = []
    last = -2
    for i in tokens:
        start, end = doc[i].idx, doc[i].idx + len(doc[i])
        if i == last + 1:
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))
        last = i
    return spans


def certain(finding: Finding) -> bool:
    """Whether the finding may stand unreviewed; measured in docs/methods/attributions.md."""
    if finding.speaker is None:
        return False
    if finding.because.rule not in _RULES:
        return False
    frames = _FRAMES.get(finding.because.rule)
    return frames is None or finding.plain_frame in frames


_SELF = word_set("words_of_speech", "self")
_NOBODY = word_set("words_of_speech", "nobody")
_NOBODY_IN_PARTICULAR = word_set("words_of_speech", "anybody")
_READ_IN_FRAMES = frozenset({"act-verb", "belief-verb", "noun", "seeming-verb", "speech-verb", "want-verb"})
_QUOTED_RULES = frozenset({"evidence-verb", "noun", "speech-verb"})
_ABOUT_A_THING = frozenset({"np", "about", "as", "called", "for", "on", "with"})
# Where somebody stands and what he does, not what he said.
_STANDS = word_set("words_of_speech", "stands")
# What somebody answers for with his word, whoever tells of it, as nouns.
_HIS_WORDS = word_set("words_of_speech", "his_word")
_NO_CLAUSE = _ABOUT_A_THING | {"against", "of", "to"}


def other_voices(rows: list[Attribution], text: str, mentions: Sequence[Mention]) -> list[Attribution]:
    """Give `rows` with `nested_in` set, without those nested ones in which no other voice passes anything on."""
    chain = {m.id: m.chain for m in mentions}
    nested = nesting(rows)
    by_id = {row.id: row for row in nested}
    kept = [r for r in nested if r.nested_in is None or _another(r, by_id[r.nested_in], text, chain)]
    return nesting(kept) if len(kept) < len(nested) else nested


def _another(row: Attribution, outer: Attribution, text: str, chain: Mapping[str, str]) -> bool:
    source = text[row.source[0][0] : row.source[0][1]].lower() if row.source else ""
    own, around = (chain.get(a.source_mention or "") for a in (row, outer))
    if not source or source in _SELF or (own is not None and own == around):
        return not source and row.because.by(HELD_AGAINST)
    if source in _NOBODY and not (source == "who" and own is not None and row.lemma in _his_word()):
        return row.because.by(HELD_AGAINST)
    rule, told_as = row.because.rule, frame(row.because)
    if rule not in _READ_IN_FRAMES:
        return True
    if outer.quote == "indirect":
        told = rule == "noun" or (rule == "speech-verb" and (row.lemma not in _STANDS or told_as == "for"))
        return told or told_as not in _ABOUT_A_THING
    if source in _NOBODY_IN_PARTICULAR or rule not in _QUOTED_RULES:
        return False
    if row.lemma in (_HIS_WORDS if rule == "noun" else _his_word()):
        return own is not None
    return told_as == "that" if rule == "noun" else told_as not in _NO_CLAUSE


@cache
def _his_word() -> frozenset[str]:
    return frozenset(row[0] for row in lexicon("answered_verbs"))


def nesting(rows: list[Attribution]) -> list[Attribution]:
    """Give the rows with `nested_in` set. One sweep over the text; no row is nested in itself or in a circle."""
    spans = sorted(((a, b, n) for n, row in enumerate(rows) for a, b in row.content), key=lambda s: (s[0], -s[1]))
    size = [sum(b - a for a, b in row.content) for row in rows]
    cues = sorted((_anchor(row), n) for n, row in enumerate(rows))
    held: list[tuple[int, int, int]] = []
    inside: dict[int, int] = {}
    k = 0
    for at, n in cues:
        while k < len(spans) and spans[k][0] <= at:
            held.append(spans[k])
            k += 1
        held = [s for s in held if s[1] > at]
        around = [m for _, _, m in held if m != n and (size[m], m) > (size[n], n)]
        if around:
            inside[n] = min(around, key=lambda m: (size[m], m))
    return [replace(row, nested_in=rows[inside[n]].id if n in inside else None) for n, row in enumerate(rows)]


def _anchor(row: Attribution) -> int:
    """Give where a row stands: at its cue, at its source where the cue is another's ("quotes an official, “…”")."""
    if row.because.rule == "quoted-source" and row.source:
        return row.source[0][0]
    return row.cue[0][0] if row.cue else row.content[0][0]
