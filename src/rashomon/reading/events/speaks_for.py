"""A spokesman or an unnamed source speaks for the body that the report names beside him: its "we" is that body."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Doc, Token

from rashomon.records import Mention

_VOICES = frozenset({"member", "representative", "source", "spokesman", "spokesperson", "spokeswoman"})
_BODIES = frozenset({"organisation", "group"})
_OF = frozenset({"at", "for", "from", "in", "inside", "of", "with", "within"})
_REACH = 16


def speaks_for(doc: Doc, source: str) -> str | None:
    """Give the id of the mention of the body that the mention `source` speaks for; None where none is named."""
    mentions: tuple[Mention, ...] = doc._.rashomon_mentions
    chain = next((m.chain for m in mentions if m.id == source), None)
    bodies = {m.start: m for m in mentions if m.form == "name" and m.kind in _BODIES and m.chain != chain}
    for mention in mentions:
        if mention.chain != chain or mention.form == "pronoun":
            continue
        span = doc.char_span(mention.start, mention.end, alignment_mode="expand")
        if span is None:
            continue
        voice = any(t.lemma_.lower() in _VOICES for t in span)
        sentence = span[0].sent
        after = list(_until_verb(doc[span.end : min(span.end + _REACH, sentence.end)]))
        before = list(_until_verb(reversed(doc[max(sentence.start, span.start - _REACH) : span.start])))
        body = _after(after, voice, bodies) or _before(before, bodies)
        if body is not None:
            return body.id
    return None


def _until_verb(tokens: Iterable[Token]) -> Iterable[Token]:
    for token in tokens:
        if token.pos_ in ("VERB", "AUX") or token.text == ";":
            return
        yield token


def _after(tokens: list[Token], voice: bool, bodies: dict[int, Mention]) -> Mention | None:
    """Read "a source in the Brigades", "Ali Hassan, the spokesman for the bureau of the Front"."""
    joined = False
    for token in tokens:
        if token.text == "," and voice:
            return None
        voice = voice or token.lemma_.lower() in _VOICES
        joined = joined or (voice and token.lower_ in _OF)
        if joined and token.idx in bodies:
            return bodies[token.idx]
    return None


def _before(backwards: list[Token], bodies: dict[int, Mention]) -> Mention | None:
    """Read "Front spokesman Ali Hassan", "the spokesman of the Front, Ali Hassan"."""
    if not any(t.lemma_.lower() in _VOICES for t in backwards):
        return None
    return next((bodies[t.idx] for t in backwards if t.idx in bodies), None)
