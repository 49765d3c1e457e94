"""Every proper name of the report stands here once, without determiner, title or possessive, broken lines healed.

A name is a run of capitalised words (with the particles, hyphens and "of" that belong inside names), cut where the
model's entities change and where titles, demonyms and states end. The model's types are kept as one vote.
"""

from __future__ import annotations

from rashomon.reading.mentions.atlas import atlas
from rashomon.reading.mentions.draft import Draft
from rashomon.reading.mentions.gazetteer import gazetteer
from rashomon.reading.mentions.name_key import name_key
from rashomon.reading.mentions.page import PARTICLES, WESTERN_PARTICLES, Page

_ENTITY = frozenset({"PERSON", "ORG", "GPE", "LOC", "FAC", "NORP"})
_HYPHENS = frozenset({"-", "‐", "‑", "–"})
_LINKS = frozenset({"of", "for"})
_INSIDE = frozenset({"and", "&", "the", "on", "in", "to"})
_NEVER = frozenset(
    [
        "the",
        "a",
        "an",
        "this",
        "that",
        "these",
        "those",
        "he",
        "she",
        "it",
        "they",
        "we",
        "i",
        "you",
        "his",
        "her",
        "its",
        "their",
        "our",
        "my",
        "your",
        "and",
        "but",
        "or",
        "if",
        "when",
        "while",
        "after",
        "before",
        "in",
        "on",
        "at",
        "by",
        "for",
        "from",
        "with",
        "to",
        "as",
        "not",
        "no",
        "what",
        "who",
        "how",
        "why",
        "where",
        "there",
        "here",
        "however",
        "asked",
        "meanwhile",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "mr.",
        "mrs.",
        "ms.",
        "mr",
        "mrs",
        "ms",
        "dr.",
        "dr",
        "iraqi",
    ]
) - {"iraqi"}


def names(page: Page) -> list[Draft]:
    """Find the names of `page`, in text order; kinds are the model's, still to be settled over the report."""
    found: list[Draft] = []
    i = 0
    while i < len(page):
        if not _opens(page, i):
            i += 1
            continue
        j = _run(page, i)
        for a, b in _pieces(page, i, j):
            found.extend(_trimmed(page, a, b))
        i = j
    return found


def _opens(page: Page, i: int) -> bool:
    word = page.words[i]
    if not page.capital(i) or (page.lower[i] in _NEVER and not word.isupper()):
        return page.lower[i] in PARTICLES and page.labels[i] in _ENTITY and page.opens[i]
    if page.labels[i] in _ENTITY:
        return True
    return page.tags[i] in {"NNP", "NNPS"} or gazetteer().kind(word) is not None or word in atlas().demonyms


def _run(page: Page, i: int) -> int:
    """Give the end of the run of name words that opens at `i`."""
    j = i + 1
    while j < len(page):
        step = _step(page, i, j)
        if not step:
            break
        j += step
    return j


def _step(page: Page, i: int, j: int) -> int:
    """How many tokens from `j` on belong to the run `[i, j)`; 0 where it ends."""
    n, lower = len(page), page.lower

    def name_word(k: int) -> bool:
        return k < n and page.capital(k) and not (lower[k] in _NEVER and not page.words[k].isupper())

    tight = not page.spaced[j - 1] and page.end(j - 1) == page.starts[j]
    if lower[j] in _HYPHENS and tight and not page.spaced[j]:
        return 2 if name_word(j + 1) or (j + 1 < n and lower[j + 1] in PARTICLES) else 0
    if page.words[j - 1] in _HYPHENS or lower[j - 1] in PARTICLES:
        if page.blank(j) and lower[j - 1] in PARTICLES:
            return 2 if name_word(j + 1) else 0
        return 1 if name_word(j) else 0
    if page.first[j] and not (page.labels[j] in _ENTITY and not page.opens[j]):
        return 0
    if name_word(j):
        return 1
    if lower[j] in PARTICLES | WESTERN_PARTICLES:
        k = j + 1 + (j + 1 < n and page.words[j + 1] in _HYPHENS)
        k += k < n and lower[k] in WESTERN_PARTICLES
        return k - j + 1 if name_word(k) and (lower[j] not in {"as", "ad"} or k > j + 1) else 0
    if lower[j] in _LINKS or (lower[j] in _INSIDE and page.labels[j] == "ORG"):
        return _linked(page, i, j, name_word(j + 1))
    if page.labels[j] == "ORG" and page.tags[j] == "POS" and not page.opens[j]:
        inner = j + 1 < n and page.labels[j + 1] == "ORG" and not page.opens[j + 1]
        return 2 if inner and name_word(j + 1) and lower[j - 1] in {"people", "women", "workers", "children"} else 0
    return 0


def _linked(page: Page, i: int, j: int, follows: bool) -> int:
    """How far "of (the)" or "and" carries a name on: where its left part is the head of one, or the model says so."""
    left = page.words[j - 1]
    together = page.labels[j] in _ENTITY and not page.opens[j]
    if not together and not (page.lower[j] == "of" and left in gazetteer().heads and j - i < 5):
        return 0
    if page.lower[j] == "of" and left not in gazetteer().heads and page.labels[i] == "PERSON":
        return 0
    k, n = j + 1, len(page)
    while k < n and (page.blank(k) or page.lower[k] == "the"):
        k += 1
    return k - j + 1 if k < n and k - j < 5 and (follows or page.capital(k)) and page.capital(k) else 0


def _pieces(page: Page, i: int, j: int) -> list[tuple[int, int]]:
    """Cut the run where the model's entities change from one kind to another; joins stay where it only began late."""
    cuts = [i]
    head = gazetteer().heads
    for k in range(i + 1, j):
        before, here = page.labels[k - 1], page.labels[k]
        if not page.opens[k] or page.words[k - 1] in _HYPHENS or page.lower[k - 1] in PARTICLES:
            continue
        closed = before in _ENTITY
        if closed and here in _ENTITY and not (page.words[j - 1] in head and here == "ORG"):
            cuts.append(k)
    cuts.append(j)
    return list(zip(cuts, cuts[1:], strict=False))


def _trimmed(page: Page, i: int, j: int) -> list[Draft]:
    """Give the names in one piece: states, demonyms and titles before a name are split off or dropped."""
    out: list[Draft] = []
    title: tuple[int, int] | None = None
    g = gazetteer()
    while i < j:
        if page.words[i] in _HYPHENS or page.blank(i) or page.lower[i] in {"the", "of"}:
            i += 1
            continue
        rest = j - i
        if state := _state(page, i, j):
            whole = page.text(i, j)
            inner = page.words[i + state : j]
            if (
                rest > state
                and (page.words[j - 1] in g.heads)
                and g.kind(whole) is None
                and not _titled(page, i + state, j)
            ):
                break
            if rest == state or inner:
                out.append(_draft(page, i, i + state))
                i += state
                continue
        if atlas().demonym(page.words[i]) and not _is_known(page, i, j):
            if rest > 1 and g.institution([w for w in page.words[i + 1 : j] if not w.isspace()]):
                break
            if rest == 1 and page.tags[i] == "NNPS":
                break
            i += 1
            continue
        if (n := g.title([w.lower() for w in page.words[i:j] if True])) and not _is_known(page, i, j):
            if rest > n and page.words[j - 1] in g.heads and page.labels[j - 1] != "PERSON":
                break
            title = (title[0] if title else i, i + n)
            i += n
            continue
        if page.words[i].istitle() and _title_with_hyphen(page, i, j):
            title = (title[0] if title else i, i + 3)
            i += 3
            continue
        break
    while j > i and (
        page.words[j - 1] in _HYPHENS or page.blank(j - 1) or page.lower[j - 1] in {"of", "for", "and", "the"}
    ):
        j -= 1
    if i < j:
        draft = _draft(page, i, j)
        if title and title[1] == i:
            draft.title, draft.gender = title, _gender(page, *title)
        out.append(draft)
    return out


def _gender(page: Page, i: int, j: int) -> str:
    titles = gazetteer().titles
    return next((titles[(w,)] for w in page.lower[i:j] if titles.get((w,))), "")


def _titled(page: Page, i: int, j: int) -> bool:
    return bool(gazetteer().title(page.lower[i:j])) and page.labels[j - 1] == "PERSON"


def _title_with_hyphen(page: Page, i: int, j: int) -> bool:
    """Read "Major-General": two titles joined."""
    titles = gazetteer().title_words
    return i + 3 < j and page.words[i + 1] in _HYPHENS and page.lower[i] in titles and page.lower[i + 2] in titles


def _is_known(page: Page, i: int, j: int) -> bool:
    return gazetteer().kind(page.text(i, j)) is not None


def _state(page: Page, i: int, j: int) -> int:
    """How many tokens at `i` name a state."""
    for n in (5, 4, 3, 2, 1):
        if i + n <= j and page.text(i, i + n) in atlas().states:
            return n
    return 0


def _draft(page: Page, i: int, j: int) -> Draft:
    while page.words[i] in _HYPHENS and i < j - 1:
        i += 1
    start, end = page.starts[i], page.end(j - 1)
    text = page.raw[start:end]
    trimmed = text.rstrip("’'`.,-") if not text[-2:-1].isupper() else text.rstrip("’'`,-")
    end -= len(text) - len(trimmed)
    votes = [page.labels[k] for k in range(i, j) if page.labels[k] in _ENTITY]
    label = votes[-1] if votes else ""
    draft = Draft(i, j, start, end, trimmed, "other", "name", f"model:{label}" if label else "capitals", j - 1)
    draft.label = label
    draft.key = name_key(trimmed)
    return draft
