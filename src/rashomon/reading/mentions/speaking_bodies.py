"""Whom "it said" goes on for: whose account the sentence before tells of, or the body that spoke there.

"The navy's account has changed. It admitted …" is the navy; "Karm Shipping said that the Ada Holm had been boarded. It
said …" is the company, not the ship of which it tells. An outlet is none: what it reports is mostly what others say.
Nor is "its" an outlet's in what the outlet tells of something else: "The Elm Courier has learned that the wall fell and
that its repair was paid for" is the wall's.
"""

from __future__ import annotations

from functools import cache

from spacy.tokens import Span, Token

from rashomon.language import lexicon, listed, saying_verbs, word_set
from rashomon.reading.grammar import relations as rel
from rashomon.reading.grammar import tags
from rashomon.reading.grammar.relations import dependent, has_dependent
from rashomon.reading.mentions.page import Draft, Page, Thread
from rashomon.reading.mentions.pronoun_context import source_of_according
from rashomon.reading.mentions.verbs import SUBJECTS, utters

_BODIES = frozenset({"organisation", "group", "place"})
_OWNS = rel.OWNER | rel.NOUN_BEFORE_NOUN
_MAIN = rel.ROOT | rel.PARATAXIS
_VIEWS = frozenset({"line", "position", "stance", "view"})
_REPLIES = word_set("words_of_mentions", "reply")
_FARTHEST = 2
"""Paragraphs: "it" may open the one behind that of the body which spoke; blank lines count."""


class SpeakingBodies:
    """The bodies of a report as they are met, and which of them spoke last."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.at: dict[int, tuple[Thread, Draft]] = {}
        self.spoke: tuple[Thread, int] | None = None

    def meet(self, thread: Thread, draft: Draft, speaks: bool) -> None:
        """A mention is read, which is the subject of a speaking verb or not; a person who speaks ends a body's turn."""
        if thread.kind != "person":
            self.at[draft.head] = (thread, draft)
        if speaks and thread.kind != "place":
            unknown = thread.kind == "other" and draft.form == "name"  # "Corvex denied it. It said": no person, then
            counted = (thread.kind in _BODIES or unknown) and not draft.plural
            self.spoke = (thread, self.page.doc[draft.head].sent.start) if counted else None

    def goes_on(self, token: Token) -> Thread | None:
        """Give the body for which an "it" that says something goes on; None where that is not told."""
        verb = token.head
        if token.dep_ not in rel.ACTIVE_SUBJECT or verb.dep_ not in _MAIN or not (utters(verb) or _puts_forward(verb)):
            return None
        before = self._before(token)
        if before is None:
            return None
        if (owner := self._whose_account(before)) is not None:
            return owner
        return self.spoke[0] if self.spoke is not None and self.spoke[1] == before.start else None

    def _before(self, token: Token) -> Span | None:
        """Give the sentence before that of `token`, but for such as are quoted whole; none far above."""
        page, start = self.page, token.sent.start
        here = page.paragraph[token.i]
        while start > 0:
            sentence = page.doc[start - 1].sent
            if here - page.paragraph[start - 1] > _FARTHEST:
                return None
            words = [t.i for t in sentence if not t.is_punct and not t.is_space]
            if words and not all(page.quoted[i] for i in words):
                return sentence
            start = sentence.start
        return None

    def _whose_account(self, sentence: Span) -> Thread | None:
        """Give the body that owns the account which is the subject of a sentence."""
        subject = dependent(sentence.root, SUBJECTS)
        if subject is None or subject.lemma_.lower() not in accounts() or subject.tag_ not in tags.SINGULAR:
            return None
        for owner in subject.children:
            if owner.dep_ in _OWNS and owner.i in self.at:
                thread, draft = self.at[owner.i]
                if thread.kind in _BODIES and not draft.plural:
                    return thread
        return None

    def told_of(self, token: Token) -> Token | None:
        """Give the subject right before an "its" in what an outlet tells; None where no outlet tells it."""
        subjects = [t for t in token.sent if t.dep_ in SUBJECTS and t.i < token.i and not token.is_ancestor(t)]
        subjects = [t for t in subjects if not t.is_ancestor(token)]
        by = next((self._outlet(t) for t in subjects[:1] if t.head.dep_ in rel.ROOT), False) or self._cited(token)
        told = [t for t in subjects[not self._cited(token) :] if t.tag_ in tags.SINGULAR and t.i not in self._outlets()]
        return told[-1] if by and told else None

    def _outlets(self) -> set[int]:
        return {
            i
            for i, (t, d) in self.at.items()
            if t.kind == "publication" or (d.key and d.key[-1] in listed("outlet_words"))
        }

    def _outlet(self, token: Token) -> bool:
        return token.i in self._outlets()

    def _cited(self, token: Token) -> bool:
        """Whether the sentence is "according to" an outlet."""
        return any(self._outlet(t) and source_of_according(t) is not None for t in token.sent)


def takes_a_view(verb: Token) -> bool:
    """Whether somebody holds something: "it takes the view that the sale was void"."""
    return verb.lemma_.lower() == "take" and has_dependent(verb, rel.OBJECT, _VIEWS)


def _puts_forward(verb: Token) -> bool:
    return verb.lemma_.lower() in saying_verbs() and not has_dependent(verb, rel.PASSIVE_HELPER | rel.NEGATION)


@cache
def accounts() -> frozenset[str]:
    """Give the nouns for what somebody tells, and for the papers in which he does."""
    told = {row[0] for row in lexicon("claim_nouns") if row[1] == "claim"}
    return frozenset(told | _REPLIES | {row[0] for row in lexicon("source_nouns") if row[1] == "document"})
