"""Every proper name stands here as written, without determiner, title or possessive, broken lines healed.

A name is a run of capitalised words (with the particles, hyphens and "of" that belong inside names), cut where the
model's entities change and where titles, demonyms and states end. The model's types are kept as one vote.
On a line where every word has a capital (a headline) only what the model calls an entity is taken.
"""

from __future__ import annotations

from itertools import pairwise

from rashomon.language import listed, word_set
from rashomon.reading.grammar import entity_types as ner
from rashomon.reading.grammar import tags
from rashomon.reading.mentions.gazetteer import atlas, gazetteer, name_key
from rashomon.reading.mentions.kinds import vessels
from rashomon.reading.mentions.page import HYPHENS, PARTICLES, WESTERN_PARTICLES, Draft, Page
from rashomon.reading.mentions.trimming import aide_of, is_like_a_person, is_ordinary, is_role, office_of, trimming
from rashomon.records import NO_REASON

COURTESIES = word_set("words_of_mentions", "courtesy")
"""Titles that say nothing of what somebody does."""
_OPENING, _CLOSING = frozenset({'"', "“", "‘", "'", "(", "``"}), frozenset({'"', "”", "’", "'", ")", "''"})
_INSIDE = word_set("words_of_mentions", "inside")
_PEOPLE = word_set("words_of_mentions", "people")
_LONGEST = 8


def names(page: Page) -> tuple[list[Draft], list[Draft]]:
    """Find the names of the text and of its headlines, each in text order; kinds are still to be settled."""
    text: list[Draft] = []
    headlines: list[Draft] = []
    i = 0
    while i < len(page):
        if not _opens(page, i):
            i += 1
            continue
        if (j := _paper(page, i)) > i and _phrase(page, i, j) == j:
            text.append(_draft(page, i, j))
        elif page.shouting[i]:
            j = _entity(page, i)
            headlines.extend(_drafts(page, i, j))
        else:
            j = _phrase(page, i, _run(page, i))
            for a, b in _pieces(page, i, j):
                text.extend(_drafts(page, a, b))
        i = max(j, i + 1)
    offices = {k for d in text if d.title for k in range(*d.title)}
    return [d for d in text if d.i not in offices or not is_role(page.lower[d.j - 1])], headlines


def _opens(page: Page, i: int) -> bool:
    word, label = page.words[i], page.labels[i]
    if not page.name_word(i):
        return page.lower[i] in PARTICLES and label in ner.NAMES and page.opens[i] and i + 1 < len(page)
    if label in ner.NAMES:
        return True
    if page.shouting[i]:
        return page.starts[i] in page.paper_ends
    return (
        page.tags[i] in tags.PROPER
        or gazetteer().kind(word) is not None
        or bool(gazetteer().adjective(word))
        or page.starts[i] in page.paper_ends
    )


def _paper(page: Page, i: int) -> int:
    """Give the end of the known outlet that opens at `i`, `i` itself where none does or its name goes on."""
    end = page.paper_ends.get(page.starts[i])
    if end is None:
        return i
    j = i + 1
    while j < len(page) and page.starts[j] < end:
        j += 1
    longer = j < len(page) and page.name_word(j) and not page.first[j] and not page.shouting[i] and not page.opens[j]
    return i if longer else j


def _entity(page: Page, i: int) -> int:
    """Give the end of the model's entity at `i`; nothing where it has swallowed a verb or a whole line."""
    j = i + 1
    while j < len(page) and page.labels[j] in ner.NAMES and (not page.opens[j] or _is_first_name(page, j - 1)):
        j += 1
    bad = j - i > 6 or any(page.tags[k][0] in "VMW" or "\n" in page.words[k] for k in range(i, j))
    return i if bad else j


def _run(page: Page, i: int) -> int:
    """Give the end of the run of name words that opens at `i`."""
    j = i + 1
    while j < len(page) and not page.shouting[j]:
        step = _step(page, i, j)
        if not step:
            break
        j += step
    return j


def _step(page: Page, i: int, j: int) -> int:
    """Give how many tokens from `j` on belong to the run `[i, j)`; 0 where it ends."""
    lower, before = page.lower, page.lower[j - 1]
    if lower[j] in HYPHENS and not page.spaced[j - 1] and not page.spaced[j] and page.end(j - 1) == page.starts[j]:
        if page.name_word(j + 3) and len(lower[j + 1]) <= 3 and lower[j + 2] in HYPHENS and not page.spaced[j + 1]:
            return 4
        if page.name_word(j + 1) or page.particle(j + 1) or _is_second_syllable(page, i, j + 1):
            return 2
        return 2 if _inside_entity(page, j + 1) and page.labels[j + 1] in ner.PERSON and lower[j + 1].isalpha() else 0
    if lower[j] in _OPENING:
        return _nickname(page, i, j)
    if before in HYPHENS or before in PARTICLES:
        if page.blank(j) and before in PARTICLES:
            return 2 if page.name_word(j + 1) else 0
        return 1 if page.name_word(j) else 0
    if page.first[j] and not _inside_entity(page, j):
        return 0
    if page.name_word(j) or _is_elided(page.words[j]):
        return 1
    if lower[j] in PARTICLES or lower[j] in WESTERN_PARTICLES:
        return _particle(page, j)
    if lower[j] in {"of", "for"} or (lower[j] in _INSIDE and page.labels[j] in ner.ORGANISATION):
        return _linked(page, i, j)
    if (
        page.tags[j] in tags.GENITIVE
        and before in _PEOPLE
        and page.labels[j] in ner.ORGANISATION
        and _inside_entity(page, j + 1)
    ):
        return 2 if page.name_word(j + 1) else 0
    return 0


def _is_elided(word: str) -> bool:
    """Whether a word of a name has its particle before an apostrophe: "d’Ancona", "dell'Acqua"."""
    particle, _, name = word.replace("’", "'").partition("'")
    return name[:1].isupper() and particle in _ELIDED


_ELIDED = word_set("words_of_mentions", "elided")


def _is_second_syllable(page: Page, i: int, k: int) -> bool:
    """Whether the token at `k` ends a given name behind a family name that stands first: "Park Hyun-*woo*"."""
    if k - 3 < i or k >= len(page) or page.lower[k - 3] not in listed("family_first"):
        return False
    short = len(page.words[k]) <= _SYLLABLE and page.lower[k].isalpha() and page.words[k].islower()
    return short and page.tags[k] not in _HYPHENATED and page.words[k + 1 : k + 2] not in [[h] for h in HYPHENS]


_SYLLABLE = 5
_HYPHENATED = tags.PARTICIPLE | tags.PAST | tags.ANY_ADJECTIVE


def _nickname(page: Page, i: int, j: int) -> int:
    """Give how far 'James “Red” Olsen' and 'Anna (Annie) Berg' carry a name on from the mark at `j`.

    What is in brackets may be what somebody is of; so several words of it carry on given names alone.
    """
    close = next((k for k in range(j + 2, min(j + _NICKNAME, len(page))) if page.words[k] in _CLOSING), 0)
    if not close or close + 1 >= len(page) or not page.name_word(close + 1) or not page.name_word(close - 1):
        return 0
    words = range(j + 1, close)
    inside = all(page.name_word(k) or page.lower[k] in PARTICLES | WESTERN_PARTICLES | _ARTICLES for k in words)
    if not inside:
        return 0
    is_given = page.lower[j - 1] in gazetteer().given
    if len(words) > 1 and page.words[j] in _BRACKETS and not (is_given and j - i == 1):
        return 0
    by_model = page.labels[j - 1] in ner.PERSON and page.labels[close + 1] in ner.PERSON
    proper = page.tags[close + 1] in tags.PROPER and not is_ordinary(page.lower[close + 1])
    given = is_given and not page.first[close + 1] and (proper or page.labels[close + 1] != "")
    return close - j + 1 if by_model or given else 0


_NICKNAME = 6
_ARTICLES = word_set("words_of_mentions", "definite")
_BRACKETS = frozenset({"("})


def _inside_entity(page: Page, j: int) -> bool:
    return j < len(page) and page.labels[j] in ner.NAMES and not page.opens[j]


def _particle(page: Page, j: int) -> int:
    """Give how far "al-Kadhimi", "bin Salman" or "van der Bellen" carries a name on from `j`."""
    k = j + 1
    hyphen = k < len(page) and page.words[k] in HYPHENS
    k += hyphen
    k += k < len(page) and page.lower[k] in WESTERN_PARTICLES
    if not page.name_word(k) or (page.lower[j] in {"as", "ad"} and not hyphen):
        return 0
    return k - j + 1


def _linked(page: Page, i: int, j: int) -> int:
    """Give how far "of (the)" or "and" carries a name on: where a head word is on its left, or the model says so."""
    left = page.words[j - 1]
    headed = left in gazetteer().heads
    if not _inside_entity(page, j) and not (page.lower[j] == "of" and headed and j - i < 5):
        return 0
    if page.lower[j] in {"of", "for"} and not headed and page.labels[i] in ner.PERSON:
        return 0
    k = j + 1
    while k < len(page) and (page.blank(k) or page.lower[k] == "the"):
        k += 1
    return k - j + 1 if k - j < 5 and page.name_word(k) else 0


def _phrase(page: Page, i: int, j: int) -> int:
    """Carry a run on through the lower-cased words of a known name ("Islamic world")."""
    if page.lower[i] not in gazetteer().phrase_openers:
        return j
    for n in range(min(_LONGEST, len(page) - i), j - i, -1):
        if gazetteer().kind(page.text(i, i + n)):
            return i + n
    return j


def _pieces(page: Page, i: int, j: int) -> list[tuple[int, int]]:
    """Cut the run where one of the model's entities ends and another begins, unless the run has one head."""
    whole = page.words[j - 1] in gazetteer().heads
    cuts = [i]
    for k in range(i + 1, j):
        before = page.lower[k - 1]
        if not page.opens[k] or before in HYPHENS or before in PARTICLES or before in {"of", "the"} or before.isspace():
            continue
        if {page.words[k - 1], page.words[k - 2]} & _CLOSING - _OPENING:
            continue  # behind a nickname
        if page.words[k - 1] in vessels() or _is_first_name(page, k - 1):
            continue
        if (
            page.labels[k - 1] in ner.NAMES
            and page.labels[k] in ner.NAMES
            and not (whole and page.labels[k] in ner.ORGANISATION)
        ):
            cuts.append(k)
    cuts.append(j)
    return list(pairwise(cuts))


def _is_first_name(page: Page, i: int) -> bool:
    """Whether the model takes for a place or a body the given name of the person whose surname follows."""
    word = page.words[i]
    taken = page.opens[i] and page.labels[i] in ner.LANDS | ner.ORGANISATION and page.lower[i] in gazetteer().given
    surname = i + 1 < len(page) and page.labels[i + 1] in ner.PERSON_OR_POLITY and page.name_word(i + 1)
    known = gazetteer().kind(word) is not None or word in atlas().capitals or word in atlas().states
    return taken and surname and not known and page.words[i + 1] not in atlas().states


def _drafts(page: Page, i: int, j: int) -> list[Draft]:
    out = []
    for a, b, title in trimming(page, i, j) if i < j else ():
        draft = _draft(page, a, b)
        if not draft.key:  # only marks: "Marshals '15 Most Wanted' List"
            continue
        title = title or _ranks(page, draft)
        if title is None and draft.label in ner.PERSON and is_like_a_person(page, a, b):
            title = office_of(page, a)
        if (beside := aide_of(page, a, title)) >= 0:
            title = (beside, a)
        if title:
            draft.title = title
            draft.gender = gazetteer().title_gender(page.lower[title[0] : title[1]])
            draft.titled = frozenset(page.lower[title[0] : title[1]]) - COURTESIES
        out.append(draft)
    return out


def _ranks(page: Page, d: Draft) -> tuple[int, int] | None:
    """Give the tokens of ranks whose full stops part them from the name: "Lt. Col. Peter Holm"."""
    k = d.i
    while k > 1 and page.words[k - 1] == "." and gazetteer().title([f"{page.lower[k - 2]}."]) == 1:
        k -= 2
    rank = gazetteer().title([f"{page.lower[d.i]}."])
    return (k, d.i) if k < d.i and not rank and (not d.label or d.label in ner.PERSON_OR_BODY) else None


def _draft(page: Page, i: int, j: int) -> Draft:
    start, end = page.starts[i], page.end(j - 1)
    text = page.raw[start:end]
    keep = "’'`,-" if text[-1] == "." and (text[-2:-1].isupper() or "." in text[:-1]) else "’'`.,-"
    trimmed = text.rstrip(keep) or text
    end -= len(text) - len(trimmed)
    votes = [page.labels[k] for k in range(i, j) if page.labels[k] in ner.NAMES]
    label = votes[-1] if votes else ""
    draft = Draft(i, j, start, end, trimmed, "other", "name", NO_REASON, j - 1)
    draft.label = label
    draft.key = name_key(trimmed)
    draft.late = any(page.lower[k : k + 2] == ["the", "late"] for k in range(max(0, i - 5), i))
    return draft
