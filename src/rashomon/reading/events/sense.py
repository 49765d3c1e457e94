"""What a word tells: one PLOVER type, its mode, the frame that says who is who, and the rule that decided.

A verb tells what its most specific lexicon entry says: complement words before objects before the bare lemma. A noun
tells an event where it, or it with the word before it, is in the lexicon and it heads its phrase.
"""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import dataclass, field
from functools import cache
from typing import Literal, NamedTuple, cast

from spacy.tokens import Token

from rashomon.language import lexicon, listed
from rashomon.reading.events.arguments import is_actor, objects
from rashomon.reading.grammar import entity_types as ner
from rashomon.reading.grammar import relations as rel
from rashomon.reading.grammar.relations import dependents, has_dependent
from rashomon.records import NO_REASON, PloverType, Reason


@dataclass(slots=True)
class Trigger:
    """The word, its sense and its satellites.

    `carrier` is the light verb that lends a noun its subject ("carried out an attack"); `inner` the act that a
    commitment, refusal, threat or demand is about; `instrument` the same act as a noun ("killed in a strike");
    `channel` the call or letter that carried a speech act; `recast` the modality that came with a recasting.
    """

    token: Token
    sense: Sense
    carrier: Token | None = None
    undergone: bool = False
    inner: Trigger | None = None
    instrument: Trigger | None = None
    channel: Trigger | None = None
    recast: str | None = None
    because: Reason = NO_REASON
    words: set[int] = field(default_factory=set)

    @property
    def clause(self) -> Token:
        """The verb whose tense, negation and adjuncts are the event's; the noun itself where no verb carries it."""
        return self.carrier if self.carrier is not None else self.token

    @property
    def bound(self) -> bool:
        """Whether its sense hangs on what stands beside it: "carry" with "attack"."""
        return any(step.joint == "+" for step in self.because.also)

    @property
    def span(self) -> tuple[int, int]:
        """First and last-but-one token index: the matched words where they stand close together, else the token."""
        first, last = min(self.words | {self.token.i}), max(self.words | {self.token.i})
        return (first, last + 1) if last - first <= 8 else (self.token.i, self.token.i + 1)


def base_form(verb: Token, listed: Container[str]) -> str:
    """Give the listed form in "e" that a past form or participle can come from, else the model's lemma."""
    word = verb.lower_
    if word.endswith("ed") and word[:-1] in listed:
        return word[:-1]
    if word.endswith("ing") and f"{word[:-3]}e" in listed:
        return f"{word[:-3]}e"
    return verb.lemma_.lower()


HOSTILE = frozenset({"COERCE", "SANCTION", "ASSAULT", "MOBILIZE", "PROTEST", "THREATEN"})
"""The material conflicts and the threat of them."""
FRIENDLY = frozenset({"AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT"})
"""Cooperation in word or deed."""


@dataclass(frozen=True, slots=True)
class Sense:
    """`actors` and `recipients` are slots in order of preference: subj, obj, dat, content, poss, mod or a preposition.

    `words` are the token indices that the lexicon entry matched; `alone`, whether the word tells an event where
    nobody is named.
    """

    type: PloverType
    mode: str | None
    frame: str
    words: tuple[int, ...]
    because: Reason
    alone: bool = True

    @property
    def actors(self) -> tuple[str, ...]:
        """Where the frame's actors stand."""
        return _frames()[self.frame][0]

    @property
    def recipients(self) -> tuple[str, ...]:
        """Where the frame's recipients stand."""
        return _frames()[self.frame][1]

    @property
    def temper(self) -> str:
        """Whether the act is hostile, friendly, or other (asking, accusing, rejecting)."""
        return "hostile" if self.type in HOSTILE else "friendly" if self.type in FRIENDLY else "other"


@cache
def _frames() -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    return {name: (tuple(a.split(",")), tuple(r.split(","))) for name, a, r in lexicon("event_frames")}


BODILY = frozenset({"asthma", "cardiac", "heart", "panic"})
"""Attacks of these befall somebody: nobody strikes."""


def noun_sense(token: Token) -> Sense | None:
    """Give what the noun at `token` tells, or None. A noun before a noun is left to the head of the phrase."""
    table = _noun_sense_entries()
    lemma = token.lemma_.lower()
    if lemma not in table or token.dep_ in rel.NOUN_BEFORE_NOUN:
        return None
    if has_dependent(token, rel.BEFORE_NOUN, BODILY):
        return None
    rows = table[lemma]
    if (
        lemma == "strike"
        and not any(c.lower_ in rows for c in token.children)
        and any(t.lemma_.lower() in listed("labour_words") for t in token.sent)
    ):
        rows = {"": ("PROTEST", "strike", "protestnoun", "weak")}
    for child in token.children:
        if child.dep_ in rel.BEFORE_NOUN and child.lower_ in rows:
            return _sense(rows[child.lower_], (child.i, token.i), Reason("noun", f"{child.lower_} {lemma}"))
        if child.dep_ in rel.BEFORE_NOUN and child.lemma_.lower() in rows:
            return _sense(
                rows[child.lemma_.lower()], (child.i, token.i), Reason("noun", f"{child.lemma_.lower()} {lemma}")
            )
    return _sense(rows[""], (token.i,), Reason("noun", lemma)) if "" in rows else None


def _sense(row: tuple[str, str, str, str], words: tuple[int, ...], because: Reason) -> Sense | None:
    kind, mode, frame, strength = row
    if kind == "-":
        return None
    return Sense(cast(PloverType, kind), None if mode == "-" else mode, frame, words, because, strength == "strong")


@cache
def _noun_sense_entries() -> dict[str, dict[str, tuple[str, str, str, str]]]:
    table: dict[str, dict[str, tuple[str, str, str, str]]] = {}
    for noun, kind, mode, frame, strength in lexicon("event_nouns"):
        before, _, head = noun.rpartition(" ")
        table.setdefault(head, {})[before] = (kind, mode, frame, strength)
    return table


_COMPLEMENTS = rel.GOVERNOR | rel.ANY_PREDICATE | rel.WHAT_IS_SAID | rel.ADVERBIAL | rel.NEGATION


class _Entry(NamedTuple):
    extra: tuple[str, ...]
    object: str
    type: str
    mode: str
    frame: str


def verb_sense(token: Token) -> Sense | Literal[False] | None:
    """Give what the verb at `token` tells; False where its best entry says no event, None where it has no entry."""
    best: tuple[int, _Entry, tuple[int, ...]] | None = None
    found: dict[tuple[int, ...], list[tuple[str, int]]] = {}
    under = _Under()
    particles = {c.lower_ for c in dependents(token, rel.PARTICLE)}
    base = base_form(token, _entries())
    for entry in _entries().get(base, ()):
        if particles and particles.isdisjoint(entry.extra):
            continue  # "kick off" is not "kick"
        words = _complements(token, entry.extra, under)
        if words is None:
            continue
        score = 2 * len(entry.extra)
        if entry.object != "-":
            if words not in found:
                found[words] = [(key, i) for o in objects(token, words) for key, i in _keys(o)]
            members = _members(entry.object)
            hit = next((i for key, i in found[words] if key in members or _any(entry.object, token.doc[i])), None)
            if hit is None:
                continue
            score += _specific(entry.object)
            words = (*words, hit)
        if best is None or score > best[0]:
            best = score, entry, words
    if best is None:
        return None
    if best[1].type == "-":
        return False
    _, entry, words = best
    because = Reason("verb", " ".join((base, *entry.extra)))
    if entry.object != "-":
        because = because.then(Reason(entry.object), "+")
    kept = tuple(sorted({token.i, *words}))
    return Sense(cast(PloverType, entry.type), None if entry.mode == "-" else entry.mode, entry.frame, kept, because)


def _specific(what: str) -> int:
    """How much an object narrows an entry: two words more than one, a word more than a class, that more than any."""
    return {"*": 1, "%": 2, "&": 2}.get(what, 3) if what[0] in "*%&@" else 4 + what.count(" ")


def _any(what: str, token: Token) -> bool:
    """`*` is any object at all, `%` somebody in public affairs, `&` a person by name."""
    return what == "*" or (what == "%" and is_actor(token)) or (what == "&" and token.ent_type_ in ner.PERSON)


class _Child(NamedTuple):
    """A token under another: the words that it may be in an entry, and whether it completes what it stands under."""

    token: Token
    words: frozenset[str]
    completes: bool


class _Under(dict[int, list[_Child]]):
    """The children of tokens, each token's looked up once for all entries of a verb."""

    def of(self, token: Token) -> list[_Child]:
        """Give the children of `token`."""
        if token.i not in self:
            self[token.i] = [_Child(c, _words(c), c.dep_ in _COMPLEMENTS) for c in token.children]
        return self[token.i]


def _complements(token: Token, extra: tuple[str, ...], under: _Under) -> tuple[int, ...] | None:
    """Where the entry's further words stand under the verb, or None where one is missing."""
    words: list[int] = []
    reach: list[Token] = [token]
    for word in extra:
        hit = next(
            (c.token for t in reach for c in under.of(t) if word in c.words and (c.completes or t != token)), None
        )
        if hit is None:
            return None
        words.append(hit.i)
        reach.append(hit)
    return tuple(words)


def _words(token: Token) -> frozenset[str]:
    if token.dep_ in rel.PREPOSITION and any(p.ent_type_ in ner.TIMES for p in token.children):
        return frozenset()  # "called him on Monday" is not "called on"
    return frozenset((token.lower_, token.lemma_.lower(), *(("not",) if token.dep_ in rel.NEGATION else ())))


def _keys(token: Token) -> Iterable[tuple[str, int]]:
    lemma = token.lemma_.lower()
    for child in token.children:
        if child.dep_ in rel.BEFORE_NOUN:
            yield f"{child.lower_} {lemma}", token.i
            if child.i < token.i and child.dep_ in rel.COMPOUND:
                for inner in child.children:
                    yield f"{inner.lower_} {child.lower_} {lemma}", token.i
    yield lemma, token.i


@cache
def _entries() -> dict[str, tuple[_Entry, ...]]:
    table: dict[str, list[_Entry]] = {}
    for verb, what, kind, mode, frame in lexicon("event_verbs"):
        head, *extra = verb.split(" ")
        # "to" before a verb is the infinitive's and stands under it, not under the head
        words = tuple(w for i, w in enumerate(extra) if w != "to" or i + 1 == len(extra))
        table.setdefault(head, []).append(_Entry(words, what, kind, mode, frame))
    return {head: tuple(rows) for head, rows in table.items()}


@cache
def _members(what: str) -> frozenset[str]:
    if not what.startswith("@"):
        return frozenset({what})
    return frozenset(noun for name, noun in lexicon("event_noun_classes") if name == what[1:])
