"""Whom the grammar of its sentence forbids a pronoun to mean, whatever else speaks for it."""

from __future__ import annotations

from spacy.tokens import Token

from rashomon.reading.grammar import relations as rel
from rashomon.reading.grammar import tags
from rashomon.reading.mentions.draft import Draft
from rashomon.reading.mentions.page import Page
from rashomon.reading.mentions.verbs import SUBJECTS, utters, verb_of

GENDER = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}


def barred(page: Page, token: Token, verb: Token | None, draft: Draft, above: bool) -> bool:
    """Whether the pronoun `token` of `verb` cannot mean a mention; `above`: it is the subject of a clause above."""
    if _named_in_what_is_owned(page, token, draft):
        return True
    speaks = verb is not None and not page.quoted[token.i] and utters(verb)
    if speaks and set_beside(page, token, verb, draft):
        return True  # "Holm, he said, left": whoever says so of Holm is not Holm
    if draft.i >= token.sent.start and token.dep_ in SUBJECTS and _tells_of_another(page, token, draft, speaks):
        return True
    undergoes = token.tag_ not in tags.OWNING_PRONOUN and token.dep_ in rel.ANY_OBJECT | rel.RECIPIENT
    return above and undergoes and _same_clause(page, token, draft)


def _tells_of_another(page: Page, token: Token, draft: Draft, speaks: bool) -> bool:
    """Whether the sentence is "according to" a mention, and the pronoun another: "According to her lawyer, she".

    So whose lawyer it is, and who "said so" according to somebody.
    """
    source = source_of_according(page.doc[draft.head])
    owned = source is not None and any(
        t.tag_ in tags.OWNING_PRONOUN and GENDER.get(t.lower_) == GENDER[token.lower_] for t in source.subtree
    )
    return source is not None and (speaks or owned)


def _named_in_what_is_owned(page: Page, token: Token, draft: Draft) -> bool:
    """Whether a fronted phrase that the pronoun's bearer owns names the mention: "In her letter to Holm, she …"."""
    head = page.doc[draft.head]
    if token.dep_ not in SUBJECTS or not token.sent.start <= draft.i < token.i or draft.form == "pronoun":
        return False
    gender = GENDER[token.lower_]
    owned = [
        c for c in token.sent if c.i < draft.i and c.tag_ in tags.OWNING_PRONOUN and GENDER.get(c.lower_) == gender
    ]
    return any(c.head.i < head.i and c.head.is_ancestor(head) for c in owned)


def set_beside(page: Page, token: Token, verb: Token | None, draft: Draft) -> bool:
    """Tell the subject of what the pronoun's tag is set into: it stands right before the tag, between commas."""
    i = token.i
    if verb is None or i < 2 or page.words[i - 1] != "," or verb.i != i + 1 or verb.i + 1 >= len(page):
        return False
    return page.words[verb.i + 1] == "," and draft.j == i - 1 and draft.form != "pronoun"


def _same_clause(page: Page, token: Token, draft: Draft) -> bool:
    verb = verb_of(page.doc[draft.head])
    node = token.head
    while node.dep_ in rel.PREPOSITION_OR_AGENT | rel.RECIPIENT:
        node = node.head
    return verb is not None and node.i == verb.i


def source_of_according(token: Token) -> Token | None:
    """Give the noun behind "according to" that is a mention's head, or that a name is set beside."""
    source = token.head if token.dep_ in rel.NAME_PART and token.head.dep_ in rel.GOVERNED else token
    is_source = source.dep_ in rel.GOVERNED and source.head.lower_ == "to" and source.head.head.lower_ == "according"
    return source if is_source else None
