"""Days that a clause does not tell: those of the news, those told from a deed, and those of one death.

An undated clause is of the day that its report is news of where it is the report's own story, told plainly. A relative
clause, "had been killed", "after he was killed" and "the killing of" go back to something earlier; what is habitual or
ahead has no day. Only a main clause, what somebody is said to have told in one, and what is of one time with it, are
the news.

A part of the day told from a deed ("on the night before the attack", "the day after") hangs on the day of the deed,
which another sentence may give. A night runs into the next day.

Nobody dies twice: every word of a report that tells of one person's death is of one day, the one that most of those
words are written with. What the dead did or underwent was before it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

from spacy.tokens import Doc, Token

from rashomon.language import lexicon, word_set
from rashomon.reading.events.one_time import tense_of, verb_above
from rashomon.reading.events.time_expressions import (
    dated_by,
    ends,
    is_known,
    is_of_the_deed_before,
    is_of_the_law,
    of_its_verb,
    speech,
    tells_deed,
)
from rashomon.reading.grammar import entity_types as ner
from rashomon.reading.grammar import relations as rel
from rashomon.reading.grammar import tags
from rashomon.reading.grammar.parse import Parse, roles
from rashomon.reading.grammar.relations import dependent, dependents, has_dependent
from rashomon.records import Chain, Reason

_CLAUSES = frozenset({"VERB", "AUX"})
_EARLIER = word_set("words_of_events", "earlier")
_OF_LATE = word_set("words_of_events", "of_late")
_TOGETHER = frozenset({"as", "while"})
_MEANS = frozenset({"by", "in", "with", "without"})
_LOOKS_BACK = word_set("words_of_events", "looks_back")
_BEFORE = frozenset({"before", "prior"})
_MOMENTS = frozenset({"moment", "point", "time"})
_FURTHEST = 8


def is_news(clause: Token, dated: bool = False) -> bool:
    """Tell whether the clause of the verb or deed-noun at `clause` can be of the report's news day.

    `dated`: its own time is known and does not speak against it.
    """
    if clause.pos_ not in _CLAUSES:
        if not of_its_verb(clause):
            return False
        while clause.pos_ not in _CLAUSES and clause.head != clause:
            clause = clause.head
        if clause.pos_ not in _CLAUSES:
            return True  # a headline without a verb
    if _is_state(clause) or (not dated and _has_time_of_its_own(clause)):
        return False
    first = clause
    for _ in range(_FURTHEST):
        if _goes_back(clause) or (clause != first and clause.lemma_.lower() in _LOOKS_BACK):
            return False
        dep, head = clause.dep_, clause.head
        if head == clause:
            return first != clause or not (clause.tag_ in tags.PRESENT_FORM and clause.lemma_.lower() in _LOOKS_BACK)
        if dep in rel.CONTENT and tense_of(clause) == "past" and not _told_once(head):
            return False
        if dep in rel.COMPLEMENT | rel.JOINED | rel.PARATAXIS or (dep in rel.ADVERBIAL_CLAUSE and _beside(clause)):
            clause = head
        elif dep in rel.GOVERNED_CLAUSE and head.lower_ in _MEANS and head.head.pos_ in _CLAUSES:
            clause = head.head
        else:
            return False
        if clause.pos_ not in _CLAUSES:
            return False
    return False


def _goes_back(verb: Token) -> bool:
    return any(
        (c.dep_ in rel.ANY_HELPER and c.lower_ in ("had", "having", "'d", "’d"))
        or (c.dep_ in rel.ADVERBIAL and (c.lower_ in _EARLIER or (c.lower_ == "then" and c.i > verb.i)))
        or (c.dep_ in rel.ADVERBIAL and c.lower_ in _OF_LATE and tense_of(verb) == "past")
        for c in verb.children
    )


def _is_state(verb: Token) -> bool:
    """Tell whether it says how something was or is as a rule: "was unarmed", "was being held", "are required"."""
    helpers = dependents(verb, rel.ANY_HELPER)
    tense = tense_of(verb)
    if _is_made(verb):
        return True
    if verb.lemma_.lower() == "be" or (tense == "past" and any(c.tag_ in tags.GERUND for c in (verb, *helpers))):
        return tense == "past"
    return (
        tense == "present"
        and verb.tag_ in tags.PARTICIPLE
        and not any(c.lemma_.lower() == "have" or c.tag_ in tags.GERUND for c in helpers)
    )


def _is_made(verb: Token) -> bool:
    """Read "the theatre was built by a brewer": how what is known came to be is not of the scene."""
    if verb.lemma_.lower() not in _MAKES:
        return False
    subject = dependent(verb, rel.PASSIVE_SUBJECT)
    return subject is not None and (subject.pos_ != "NOUN" or is_known(subject))


_MAKES = word_set("words_of_eventualities", "makes")


def _told_once(telling: Token) -> bool:
    """Tell whether a telling is itself news ("said"): "says he fell", "has said he fell" tell again what is past."""
    return tense_of(telling) == "past" and not any(c.lemma_.lower() == "have" for c in telling.children)


def _has_time_of_its_own(verb: Token) -> bool:
    """Read "for weeks", "a few days before", "at that point", "under that deal": another time, though no day."""
    for child in verb.children:
        if child.lower_ in _BEFORE or has_dependent(child, rel.SUBORDINATOR, _BEFORE):
            return True
        if child.dep_ not in rel.ADVERBIAL_CLAUSE | rel.ADVERBIAL | rel.NOUN_ADVERBIAL | rel.PREPOSITION:
            continue
        for token in child.subtree:
            own = token.ent_type_ in ner.TIMES and verb_above(token) in (verb, child)
            own = own and not is_of_the_deed_before(token, verb)
            of_a_deed = child.lower_ == "over" or is_of_the_law(verb)  # "sued over the 2029 fire"
            if own and (not of_a_deed or dated_by(token)[-1].pos_ in _CLAUSES):
                return True
            if child.dep_ in rel.PREPOSITION and token.head == child and token.lemma_.lower() in _MOMENTS:
                return True
        if (
            child.dep_ in rel.PREPOSITION
            and child.i < verb.i
            and any(
                g.lower_ in ("that", "those") and g.dep_ in rel.DETERMINER for c in child.children for g in c.children
            )
        ):
            return True
    return False


def at_the_time(verb: Token) -> bool:
    """Read "the army said at the time that …": of a time told before, which is not the report's."""
    moments = (n for p in dependents(verb, rel.PREPOSITION) if p.lower_ == "at" for n in dependents(p, rel.GOVERNED))
    return any(n.lemma_.lower() in _MOMENTS and has_dependent(n, rel.DETERMINER, _TAKES_UP) for n in moments)


def _beside(clause: Token) -> bool:
    opens = next((c.lower_ for c in dependents(clause, rel.SUBORDINATOR)), "")
    if any(c.dep_ in rel.ADVERBIAL and c.lower_ in ("when", "where") and c.i < clause.i for c in clause.children):
        return False
    return opens in _TOGETHER if opens else clause.tag_ in tags.ANY_PARTICIPLE


_TAKES_UP = frozenset({"that", "the", "this"})
_DURING = word_set("words_of_eventualities", "during")


def resumed(clause: Token) -> Iterator[Token]:
    """Give the nouns by which the clause at `clause` takes up a deed that was told before it."""
    for child in clause.children:
        if child.dep_ in rel.SUBJECT:
            nouns = [child]
        elif child.dep_ in rel.PREPOSITION_OR_AGENT and child.lower_ in _DURING and child.i > clause.i:
            nouns = dependents(child, rel.GOVERNED)
        else:
            continue
        for noun in nouns:
            if tells_deed(noun) and has_dependent(noun, rel.DETERMINER, _TAKES_UP):
                yield noun


_PARTS = word_set("words_of_eventualities", "part_of_a_day")
_NIGHT = "night"
_DAYS = {"after": 1, "before": -1, "of": 0}
_KNOWN = rel.DETERMINER | rel.OWNER
_NEW = frozenset({"a", "an", "any", "no"})


class BesideDeed(NamedTuple):
    """A part of the day, `words`, told from a deed: from `least` to `most` days after it."""

    deed: Token
    least: int
    most: int
    words: str

    def from_day(self, day: date) -> str:
        """Give the ISO day or interval, where the deed was on `day`."""
        first, last = (day + timedelta(days=n) for n in (self.least, self.most))
        return first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"


def beside_deeds(doc: Doc, parse: Parse) -> dict[int, list[BesideDeed]]:
    """Give, for the verb in whose clause each stands, the parts of a day told from a deed known to the reader."""
    found: dict[int, list[BesideDeed]] = {}
    for (i, part), word in zip(enumerate(parse.lower[:-2]), parse.lower[1:-1], strict=True):
        step = _DAYS.get(word) if part in _PARTS else None
        deed = None if step is None else dependent(doc[i + 1], rel.GOVERNED)
        if step is None or deed is None or not _is_known(deed):
            continue
        most = step + (part == _NIGHT and step < 0)
        found.setdefault(verb_above(doc[i]).i, []).append(BesideDeed(deed, step, most, f"{part} {word}"))
    return found


def of_one_deed(noun: str, other: str) -> bool:
    """Whether two lemmas tell one kind of deed: "attack" and "attack", "death" and "die"."""
    return noun == other or bool(_kinds().get(noun, frozenset()) & _kinds().get(other, frozenset()))


def of_what(deed: Token) -> frozenset[str]:
    """Give the lemmas of whom or what a deed is done to: "the murder of a miner", "murdered a miner"."""
    of = [noun for p in dependents(deed, rel.PREPOSITION) if p.lower_ == "of" for noun in dependents(p, rel.GOVERNED)]
    undergoes = of if deed.pos_ == "NOUN" else dependents(deed, rel.UNDERGOER)
    return frozenset(noun.lemma_.lower() for noun in undergoes)


def _is_known(deed: Token) -> bool:
    return deed.pos_ == "NOUN" and any(c.dep_ in _KNOWN and c.lower_ not in _NEW for c in deed.children)


@cache
def _kinds() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for kind, members in lexicon("predicate_classes"):
        for word in members.split(","):
            found[word] = found.get(word, frozenset()) | {kind}
    return found


Dated = tuple[str | None, Reason]
_ITSELF = frozenset({"herself", "himself", "itself", "themselves"})


class Deaths:
    """The deaths of one report by whose they are."""

    def __init__(self, doc: Doc, parse: Parse, written: Callable[[Token], Dated]) -> None:
        self._parse = parse
        chains: dict[str, Chain] = {c.id: c for c in doc._.rashomon_chains}
        self._who: dict[int, str] = {}
        for m in sorted(doc._.rashomon_mentions, key=lambda m: m.start - m.end):
            span = doc.char_span(m.start, m.end, alignment_mode="expand")
            chain = chains.get(m.chain)
            if span is not None and chain is not None and chain.kind == "person" and chain.names:
                for token in span:
                    self._who[token.i] = m.chain
        told: dict[str, list[tuple[int, bool]]] = {}
        for i, lemma in enumerate(parse.lemma):
            whose = _words().get(lemma) if parse.pos[i] in ("VERB", "NOUN") else None
            if whose is not None:
                for chain_id in self._dying(i, whose):
                    told.setdefault(chain_id, []).append((i, lemma in _SURE))
        self._at: dict[int, str] = {}
        self._days: dict[str, str] = {}
        self._dead: set[str | None] = set()  # by the report
        self._gone: set[str] = set()  # whose death the report does not tell as its news
        for chain_id, words in told.items():
            if any(sure for _, sure in words):
                days = Counter(d for i, _ in words if (d := self._day(written(doc[i]))) is not None)
                self._at.update((i, chain_id) for i, _ in words)
                self._dead.add(chain_id)
                if not any(doc[i].pos_ == "VERB" and is_news(doc[i], dated=True) for i, sure in words if sure):
                    self._gone.add(chain_id)
                if days:
                    most = max(days.values())
                    first = [d for d, n in days.items() if n == most]
                    self._days[chain_id] = first[0]

    def day(self, word: Token) -> Dated | None:
        """Give the day of the death that `word` tells of; None where it tells of none or the day is nowhere told."""
        chain = self._at.get(word.i)
        found = self._days.get(chain) if chain is not None else None
        return None if found is None else (found, Reason("same-death"))

    def before(self, head: Token, news: str | None) -> bool:
        """Tell whether somebody takes part in the clause at `head` who was dead before the days of the news.

        Who has died by the report says nothing in the news of his death: "he always denied it", "he called it a lie".
        """
        speaking = roles(self._parse, head.i)[0] if head.lemma_.lower() in speech() else ()
        if any(self._who.get(i) in self._dead for i in speaking):
            return True
        return any(self._is_before(self._who[i], news) for i in self._takers(head) if i in self._who)

    def lived(self, opener: Token | None, head: Token) -> bool:
        """Tell whether he whose death opened the scene at `opener` does what another sentence tells: on any day before.

        "Renn died on Tuesday. He left school at 14": not so of who was killed, whose last hour is told.
        """
        if opener is None or opener.sent.start == head.sent.start or _words().get(opener.lemma_.lower()) != "subject":
            return False
        dead = self._at.get(opener.i)
        return dead is not None and any(self._who.get(i) == dead for i in roles(self._parse, head.i)[0])

    def _is_before(self, chain: str, news: str | None) -> bool:
        if chain in self._days:
            return news is None or self._days[chain][-10:] < news[:10]
        return chain in self._gone

    def _takers(self, head: Token) -> Iterator[int]:
        """Give who takes part in a clause, in what it says, and whose parts and things do, not whose kin."""
        for verb in (head, *(c for c in dependents(head, rel.COMPLEMENT) if c.i > head.i)):
            for taker in (t for side in roles(self._parse, verb.i) for t in side):
                yield taker
                if taker not in self._who:
                    yield from (c for c in self._parse.children[taker] if self._parse.dep[c] in rel.OWNER)

    def _day(self, dated: Dated) -> str | None:
        value, basis = dated
        span = ends(value) if value is not None else None
        if span is None or basis.rule not in ("clause", "known-event") or (span[1] - span[0]).days > 1:
            return None
        return value

    def _dying(self, i: int, whose: str) -> list[str]:
        parse = self._parse
        does, undergoes = roles(parse, i)
        if any(parse.lower[p] in _ITSELF for p in undergoes):
            undergoes = does
        of_noun = parse.pos[i] == "NOUN"
        people = (undergoes or does) if of_noun else does if whose == "subject" else undergoes
        return list(dict.fromkeys(self._who[p] for p in people if p in self._who))


_SURE = word_set("words_of_eventualities", "sure_death")


@cache
def _words() -> dict[str, str]:
    return {row[0]: row[1] for row in lexicon("deaths")}
