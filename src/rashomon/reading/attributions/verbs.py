"""A verb is a cue where the lexicon lists it with a frame that it stands in."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple, cast

from spacy.tokens import Doc, Token

from rashomon.lexicons import lexicon
from rashomon.reading.attributions.complements import Complement, complements, set_in
from rashomon.reading.attributions.extents import clause_end, object_end
from rashomon.reading.attributions.finding import Finding
from rashomon.reading.attributions.sources import beside, speaker
from rashomon.records import Polarity, Span


class VerbEntry(NamedTuple):
    """One verb of the lexicon."""

    kind: str
    polarity: Polarity
    frames: frozenset[str]


@cache
def verb_entries() -> dict[str, VerbEntry]:
    """Give the verbs of the lexicon by lemma."""
    return {
        lemma: VerbEntry(kind, cast(Polarity, polarity), frozenset(frames.split()))
        for lemma, kind, polarity, frames in lexicon("attribution_verbs")
    }


# The tagger's lemmas of some inflected verbs are wrong in a way that is always the same.
_LEMMAS = {"hop": "hope", "hoped": "hope", "hoping": "hope", "hopes": "hope", "accord": "accord"}
_CLAUSES = ("clause", "wh")
# What is said stands in the prepositional phrase, and the object is who is told or spoken of.
_PREPOSITION_OF_OBJECT: dict[str, tuple[str, ...]] = {
    "accuse": ("of",),
    "advise": ("of", "against", "on"),
    "ask": ("about", "for"),
    "assure": ("of",),
    "brief": ("on", "about"),
    "call": ("on",),
    "challenge": ("on",),
    "inform": ("of", "about"),
    "notify": ("of",),
    "press": ("on", "about"),
    "remind": ("of", "about"),
    "suspect": ("of",),
    "tell": ("about", "of"),
    "warn": ("of", "about", "against"),
}
_OBJECT_IS_CONTENT = frozenset({"accuse", "suspect"})
_OBJECT_IS_TOLD = frozenset({"tell", "ask"})
_REASONS = ("for", "as", "with")
_ADDRESSED = frozenset(
    [
        "accuse",
        "tell",
        "ask",
        "inform",
        "remind",
        "assure",
        "notify",
        "warn",
        "brief",
        "urge",
        "advise",
        "call",
        "press",
        "challenge",
        "thank",
        "invite",
        "order",
        "instruct",
        "command",
        "direct",
        "beg",
        "implore",
        "petition",
        "lobby",
    ]
)


def lemma_of(token: Token) -> str:
    """Give the verb's lemma in lower case, with the tagger's known slips put right."""
    lemma = token.lemma_.lower()
    if lemma in _LEMMAS and token.lower_.startswith("hop") and not token.lower_.startswith("hopp"):
        return "hope"
    return lemma


def verbs(doc: Doc, home: list[int]) -> list[Finding]:
    """Give a finding for every verb of `doc` that stands in one of its listed frames."""
    entries = verb_entries()
    found: list[Finding] = []
    goes_on: dict[int, Token] = {}
    for token in doc:
        if token.pos_ not in ("VERB", "AUX") and token.tag_[:2] != "VB":
            continue
        lemma = lemma_of(token)
        entry = entries.get(lemma)
        if entry is not None:
            finding = _finding(token, lemma, entry, goes_on, home)
            if finding is not None:
                found.append(finding)
    return found


def _utters(token: Token) -> bool:
    entry = verb_entries().get(lemma_of(token))
    return (
        entry is not None
        and entry.kind == "speech"
        and "quote" in entry.frames
        or token.lower_
        in ("urged", "urging", "accused", "accusing", "calling", "called", "describing", "described", "citing")
    )


def _finding(verb: Token, lemma: str, entry: VerbEntry, goes_on: dict[int, Token], home: list[int]) -> Finding | None:
    present = complements(verb)
    chosen, frame = _choose(lemma, entry, present)
    if not chosen and "around" in entry.frames and entry.kind != "evidence":
        around = set_in(verb)
        if around is not None:
            chosen, frame = [around], "around"
    if not chosen and not ("quote" in entry.frames and verb.dep_ not in ("amod", "compound")):
        return None
    who, passive = speaker(verb)
    if verb.i in goes_on:
        who = goes_on[verb.i]
    elif home[verb.i] < 0 and not passive and (who is None or home[who.i] >= 0):
        who = beside(verb, home) or (who if who is not None and home[who.i] < 0 else None)
    cue = _cue(verb, chosen, home)
    content = []
    for c in chosen:
        for start, end in c.ranges:
            if c.frame in _CLAUSES and start > verb.i:
                end, own = clause_end(verb, start, end, _utters)
                if who is not None:
                    goes_on.update((v.i, who) for v in own)
            elif c.frame not in ("around", "to", "ing") and start > verb.i and c is chosen[-1]:
                end = object_end(verb, end)
            content.append(_chars(verb.doc, (start, end)))
    told = next((c for c in verb.children if c.dep_ in ("dobj", "dative")), None) if lemma in _ADDRESSED else None
    return Finding(
        cue=cue,
        speaker=who,
        content=content,
        lemma=lemma,
        rule=f"{entry.kind}-verb:{verb.lower_}:{frame}{'-passive' if passive else ''}{'-nosource' if who is None else ''}",
        at=verb.idx,
        token=verb.i,
        polarity=entry.polarity,
        negated=_negated(verb),
        hypothetical=_hypothetical(verb),
        verb=verb,
        told=told,
    )


def _choose(lemma: str, entry: VerbEntry, present: list[Complement]) -> tuple[list[Complement], str]:
    """Pick the complements that are content, best frame first."""
    by: dict[str, list[Complement]] = {}
    extra = _PREPOSITION_OF_OBJECT.get(lemma, ())
    for c in present:
        if c.frame in entry.frames or c.frame in extra:
            by.setdefault(c.frame, []).append(c)
    clauses = [c for frame in _CLAUSES for c in by.get(frame, ())]
    if clauses:
        return clauses, clauses[0].frame
    if lemma in _OBJECT_IS_TOLD:
        by.pop("np", None)
    nearest = sorted(by, key=lambda frame: by[frame][0].ranges[0][0])
    for frame in ("to", "called", "as", *(f for f in nearest if f in extra), "np", "around", "ing", *nearest):
        if frame in by:
            return by[frame] + _beside(lemma, frame, present, by), frame
    return [], "quote"


def _beside(lemma: str, frame: str, present: list[Complement], by: dict[str, list[Complement]]) -> list[Complement]:
    """Give what else is content: whom one accuses of it, and what one criticises somebody for."""
    if frame == "of" and lemma in _OBJECT_IS_CONTENT:
        return [c for c in present if c.frame == "np"]
    return [c for p in _REASONS for c in by.get(p, ())] if frame == "np" else []


def _cue(verb: Token, chosen: list[Complement], home: list[int]) -> list[Span]:
    tokens = {verb.i}
    for child in verb.children:
        if child.dep_ in ("aux", "auxpass", "neg", "prt") or (child.dep_ == "advmod" and abs(child.i - verb.i) == 1):
            tokens.add(child.i)
    for c in chosen:
        tokens.update(c.cue)
    return runs(verb.doc, sorted(i for i in tokens if home[i] == home[verb.i]))


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


def _chars(doc: Doc, r: tuple[int, int]) -> Span:
    return doc[r[0]].idx, doc[r[1] - 1].idx + len(doc[r[1] - 1])


_NEGATIVE = frozenset({"no", "nobody", "none", "neither", "never", "nothing", "hardly", "not", "n't", "n’t"})
_MODAL = frozenset({"would", "could", "might", "may", "should", "must", "'d", "’d"})


def _negated(verb: Token) -> bool:
    for child in verb.children:
        if child.dep_ == "neg":
            return True
        if child.dep_ == "nsubj" and (
            child.lower_ in _NEGATIVE or any(g.lower_ in ("no", "neither") and g.dep_ == "det" for g in child.children)
        ):
            return True
    return False


def _hypothetical(verb: Token) -> bool:
    for child in verb.children:
        if child.dep_ == "aux" and child.lower_ in _MODAL:
            return True
        if child.dep_ == "mark" and child.lower_ in ("if", "unless", "whether"):
            return True
    return False
