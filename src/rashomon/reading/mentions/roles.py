"""What the text says a named person is: the words before the name, the apposition after it, "X is the …"."""

from __future__ import annotations

from spacy.tokens import Token

from rashomon.reading.mentions.atlas import atlas
from rashomon.reading.mentions.draft import Draft
from rashomon.reading.mentions.gazetteer import gazetteer
from rashomon.reading.mentions.nominals import nominal_heads
from rashomon.reading.mentions.page import Page
from rashomon.reading.mentions.thread import Thread

_REACH = 12
_DETERMINERS = frozenset({"the", "a", "an", "his", "her", "its", "their", "our", "my"})


def roles(page: Page, thread: Thread) -> None:
    """Collect into `thread.roles` the token spans that say what the person is, in text order, each once."""
    for d in thread.drafts:
        for span in (_before(page, d), _after(page, d), _predicate(page, d)):
            if span and span not in thread.roles:
                thread.roles.append(span)
                d.roles.append(span)
    heads = nominal_heads()
    for i, j in thread.roles:
        thread.state = thread.state or state_of(page, i, j)
        thread.gender = thread.gender or next((heads[w][1] for w in page.lower[i:j] if w in heads and heads[w][1]), "")


def state_of(page: Page, i: int, j: int) -> str:
    """Give the state whose demonym or name stands in tokens `[i, j)`."""
    words = page.words
    return next((s for k in range(i, j) if (s := atlas().demonym(words[k]) or atlas().states.get(words[k], ""))), "")


def _role_word(page: Page, k: int) -> bool:
    word = page.lower[k]
    heads = nominal_heads()
    return (word in heads and heads[word][0] == "person") or word in gazetteer().title_words


def _before(page: Page, d: Draft) -> tuple[int, int] | None:
    """Read "Iraqi Foreign Minister Fuad Hussein", "the ministry spokesman, Saeed Khatibzadeh"."""
    j = d.title[0] if d.title else d.i
    end = d.i
    if not d.title:
        comma = j - 1 if j and page.words[j - 1] == "," else j
        while comma > 0 and page.blank(comma - 1):
            comma -= 1
        if comma == 0 or not _role_word(page, comma - 1) or page.tags[comma - 1] in {"NNS", "NNPS"}:
            return None
        j, end = comma - 1, comma
    i = j
    while i > 0 and d.i - i < _REACH and _modifies(page, i - 1):
        i -= 1
    while i < end and (page.lower[i] in _DETERMINERS or not page.words[i][0].isalnum()):
        i += 1
    return (i, end) if i < end and any(_role_word(page, k) for k in range(i, end)) else None


def _modifies(page: Page, k: int) -> bool:
    """Token `k` can stand in the noun phrase before a role word."""
    tag = page.tags[k]
    if page.first[k + 1]:
        return False
    return tag in {"NN", "NNP", "JJ", "POS", "HYPH", "NNPS"} or page.blank(k) or (tag == "IN" and page.lower[k] == "of")


def _after(page: Page, d: Draft) -> tuple[int, int] | None:
    """Read ", professor of political science at Al-Nahreen University," and "(the ministry's spokesman)"."""
    n = len(page)
    k = d.j
    while k < n and (page.tags[k] == "POS" or page.blank(k)):
        return None
    if k >= n or page.words[k] not in {",", "(", "—", "–"}:
        return None
    i = k + 1
    if i + 1 < n and page.lower[i] in {"who", "whose"} and page.lower[i + 1] in {"is", "was", "served"}:
        i += 2
        i += i < n and page.lower[i] == "as"
    return _phrase(page, i)


def _phrase(page: Page, i: int) -> tuple[int, int] | None:
    """Give the role phrase that opens at `i`: modifiers, a role noun, and its "of …", "at …" or "in …"."""
    n = len(page)
    while i < n and page.lower[i] in _DETERMINERS:
        i += 1
    j = i
    last = -1
    while j < n and j - i < 9 and page.tags[j] in {"NN", "NNP", "NNPS", "JJ", "POS", "HYPH", "CD", "VBN", "RB", "VBG"}:
        if _role_word(page, j) and page.tags[j] not in {"NNS", "JJ"}:
            last = j
        j += 1
    if last < 0 or j != last + 1:
        return None
    for child in page.doc[last].children:
        if child.i == last + 1 and child.dep_ == "prep" and child.right_edge.i - last <= 2 * _REACH:
            stop = child.right_edge.i + 1
            j = next(
                (k for k in range(last + 1, stop) if page.words[k] in {",", ";", ".", '"', "”", ")"} or page.first[k]),
                stop,
            )
            break
    return i, j


def _predicate(page: Page, d: Draft) -> tuple[int, int] | None:
    """Read "Abu Jihad al-Hashimi, who was a key member of …", "X became the ministry's spokesman"."""
    token: Token = page.doc[d.head]
    if token.dep_ != "nsubj" or token.head.lemma_ not in {"be", "become"}:
        return None
    attribute = next((c for c in token.head.children if c.dep_ == "attr"), None)
    if attribute is None or any(c.dep_ == "neg" for c in token.head.children):
        return None
    left = attribute.left_edge.i
    return _phrase(page, left) if attribute.i - left < _REACH else None
