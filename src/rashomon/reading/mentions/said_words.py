"""What the words around a pronoun tell of who speaks them: the words it speaks itself, and whom a paper asks."""

from __future__ import annotations

from collections.abc import Mapping

from spacy.tokens import Token

from rashomon.reading.mentions.page import Page
from rashomon.reading.mentions.thread import Thread
from rashomon.reading.mentions.verbs import utters

_TAG = 9  # tokens of a tag behind a quotation
_BESIDE = 3  # marks between a verb and what it quotes
_SPEAKS_TO = frozenset({"speak", "talk"})
_INTERVIEWS = frozenset({"interview", "meet", "visit"})


def words_of(page: Page, i: int, verb: Token) -> range:
    """Give the tokens of what the pronoun at `i` speaks with `verb`: a quotation beside one of the two.

    Or what a closing tag closes: "Holm was hit twice, he said" are not Holm's words.
    """
    words, quoted = page.lower, page.quoted
    for at, step in ((max(i, verb.i) + 1, 1), (min(i, verb.i) - 1, -1)):
        end = at + step * _BESIDE
        while 0 <= at < len(page) and at != end and not quoted[at] and not words[at].isalnum():
            at += step
        first = at
        while 0 <= at < len(page) and quoted[at]:
            at += step
        if at != first:
            return range(first, at) if step > 0 else range(at + 1, first + 1)
    closes = words[i - 1] == "," and verb.i > i and any(c.dep_ == "ccomp" and c.i < i for c in verb.children)
    return range(verb.sent.start, i) if closes else range(0)


def tag_behind(page: Page, i: int) -> range:
    """Give the tokens from a quotation's end to the verb that tells who speaks it: "“He slept,” Berg told the paper".

    `i` is a token of the quotation.
    """
    end = i
    while end < len(page) and page.quoted[end]:
        end += 1
    if end + 1 >= len(page) or page.words[end - 1] not in {",", "?", "!", "—", "'", "’"}:
        return range(0)
    last = min(end + _TAG, len(page))
    verb = next((k for k in range(end + 1, last) if page.tags[k] in {"VBD", "VBZ"}), 0)
    stops = any(page.words[k] in {".", '"', "“"} or "\n" in page.words[k] for k in range(end + 1, verb))
    if not verb or stops or not utters(page.doc[verb]):
        return range(0)
    inverted = verb == end + 1
    return range(end, last if inverted else verb)


def is_asked(token: Token, subjects: Mapping[int, Thread]) -> bool:
    """Whether a paper, or nobody who is named, speaks to a person: "The Elm Times spoke to Ann Berg".

    `subjects` are the threads whose mentions are subjects, by their verbs.
    """
    to = token.dep_ == "pobj" and token.head.lower_ in {"to", "with"}
    verb = token.head.head if to else token.head
    if verb.lemma_.lower() not in (_SPEAKS_TO if to else _INTERVIEWS) or verb.dep_ != "ROOT" or token == verb:
        return False
    asking = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    if asking is None or asking == token or asking.pos_ == "PRON":
        return False
    by = subjects.get(verb.i)
    return by is None or by.kind not in {"person", "group"}
