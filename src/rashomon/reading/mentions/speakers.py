"""Each he, she, they and it that is linked means one thread in reach; he and she are people, and speakers first.

A speaker goes on speaking: the subject of the last speaking verb is the next "he said" unless gender forbids it.
Inside quotation marks he is never the one who speaks.
"""

from __future__ import annotations

from functools import cache

from spacy.tokens import Token

from rashomon.lexicons import lexicon
from rashomon.reading.mentions.draft import Draft
from rashomon.reading.mentions.page import Page
from rashomon.reading.mentions.thread import Thread

_GENDER = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
_REACH = 260


@cache
def _speaking() -> frozenset[str]:
    return frozenset(row[0] for row in lexicon("speaking_verbs"))


class Speakers:
    """Who may be meant by the next pronoun, fed in text order."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.last: dict[int, tuple[Thread, Draft]] = {}
        self.speaker: Thread | None = None
        self.subject: dict[int, Thread] = {}
        self.spoke_at = 0
        self.bodies: list[tuple[Thread, Draft]] = []

    def meet(self, thread: Thread, draft: Draft) -> None:
        """Give a mention of `thread` is read: it may be meant by the pronouns that follow."""
        token = self.page.doc[draft.head]
        person = thread.kind == "person"
        if person:
            self.last[id(thread)] = (thread, draft)
        else:
            self.bodies.append((thread, draft))
            del self.bodies[:-12]
        verb = _verb(token)
        if verb is not None:
            self.subject.setdefault(verb.i, thread)
            if person and verb.lemma_.lower() in _speaking() and not self.page.quoted[draft.i]:
                self.speaker, self.spoke_at = thread, draft.i
        if person and token.dep_ == "pobj" and token.head.lower_ == "to" and token.head.head.lower_ == "according":
            self.speaker, self.spoke_at = thread, draft.i

    def resolve(self, i: int) -> tuple[Thread, str] | None:
        """Whom the pronoun at token `i` means, and why; None where nobody in reach can be."""
        word = self.page.lower[i]
        if word in _GENDER:
            return self._person(i, _GENDER[word])
        return None

    def _person(self, i: int, gender: str) -> tuple[Thread, str] | None:
        doc, page = self.page.doc, self.page
        token = doc[i]
        verb = _verb(token)
        speaking = verb is not None and verb.lemma_.lower() in _speaking() and not page.quoted[i]
        sentence = token.sent
        here = sentence.start
        best: tuple[float, int, Thread, str] | None = None
        governor = _governing_subject(token, self.subject)
        for thread, draft in self.last.values():
            if i - draft.i > _REACH or (thread.gender and thread.gender != gender):
                continue
            if page.quoted[i] and thread is self.speaker and i - self.spoke_at < _REACH and not page.quoted[draft.i]:
                continue
            if token.dep_ in {"dobj", "dative", "pobj"} and governor is thread and word_not_possessive(token):
                continue
            score, why = -(i - draft.i) / 40.0, "nearest"
            head = doc[draft.head]
            if draft.i >= here:
                score += 1.0
                if head.dep_ in {"nsubj", "nsubjpass"}:
                    score, why = score + 2.0, "subject"
            elif head.dep_ in {"nsubj", "nsubjpass"}:
                score, why = score + 1.5, "subject-before"
            if head.dep_ == "poss":
                score -= 0.5
            if governor is thread:
                score, why = score + 2.0, "subject-above"
            if thread is self.speaker and not page.quoted[i]:
                score, why = score + (3.0 if speaking else 1.5), "running-speaker"
            if thread.gender == gender:
                score += 1.0
            if thread.named:
                score += 0.5
            if best is None or (score, draft.i) > best[:2]:
                best = (score, draft.i, thread, why)
        if best is None:
            return None
        return best[2], f"pronoun:{best[3]}"


def word_not_possessive(token: Token) -> bool:
    """Give the pronoun is no possessive."""
    return token.tag_ != "PRP$"


def _verb(token: Token) -> Token | None:
    """Give the verb whose subject `token` is, also through a conjunction of subjects."""
    if token.dep_ == "conj" and token.head.dep_ in {"nsubj", "nsubjpass"}:
        token = token.head
    if token.dep_ in {"nsubj", "nsubjpass"}:
        return token.head
    return None


def _governing_subject(token: Token, subjects: dict[int, Thread]) -> Thread | None:
    """Give the subject of the nearest clause above the pronoun's own."""
    node = token
    own = _verb(token)
    for _ in range(12):
        if node.head is node:
            return None
        node = node.head
        if node.i in subjects and (own is None or node.i != own.i):
            return subjects[node.i]
    return None
