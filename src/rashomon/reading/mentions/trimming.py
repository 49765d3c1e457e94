"""What is left of a run of capitals is names alone: titles, demonyms and states before a name are split off.

"US President Donald Trump" holds two names, "Iraqi Foreign Minister Fuad Hussein" one; "US Embassy" is one.
"""

from __future__ import annotations

from functools import cache

from rashomon.language import lexicon, listed, word_set
from rashomon.reading.grammar import entity_types as ner
from rashomon.reading.grammar import tags
from rashomon.reading.mentions.gazetteer import atlas, gazetteer, nominal_heads
from rashomon.reading.mentions.kinds import vessels
from rashomon.reading.mentions.page import HYPHENS, Page

_AGENTS = tuple(sorted(word_set("words_of_mentions", "agent_ending")))
_OFFICES = word_set("words_of_mentions", "office")
_LONG_OFFICES = (["-", "in", "-", "chief"], ["-", "at", "-", "large"])
_SHORTEST_STEM, _LONGEST_ENDING = 5, 5
_PREFIXES = word_set("words_of_mentions", "prefix")
_INSIDE = word_set("words_of_mentions", "inside_portfolio")
_PORTFOLIOS = word_set("words_of_mentions", "portfolio")
_OFFICE = 9
"""Words of an office and of what it is of."""
_TAIL = word_set("words_of_mentions", "inside_office")
_FIRST = word_set("words_of_attributions", "says_first")
Part = tuple[int, int, tuple[int, int] | None]


def trimming(page: Page, i: int, j: int) -> list[Part]:
    """Give the names in tokens `[i, j)` as token spans, each with the span of the title before it."""
    out: list[Part] = []
    title: tuple[int, int] | None = None
    if k := _behind_an_office(page, i, j):
        return [*(part for part in trimming(page, i, k) if _stands_alone(page, part)), (k, j, office_of(page, k))]
    while j > i and (_is_a_mark(page, j - 1) or page.lower[j - 1] in _TAIL):
        j -= 1
    if j - i > 1 and page.lower[j - 1] in _OFFICES and page.lower[i] not in gazetteer().given:
        j -= 1 + (j - i > 2 and page.lower[j - 2] in {"prime", "foreign", "vice", "deputy"})
    while i < j:
        if _is_a_mark(page, i) or page.lower[i] in _TAIL:
            title = None if page.lower[i] == "of" else title  # of what somebody is minister is not who he is
            i += 1
        elif gazetteer().kind(page.text(i, j)) or page.paper(i, j):
            break
        elif _is_platform(page, i, j):
            out.append((i, i + 1, None))
            i += 1
        elif _says_what_follows(page, i, j):
            i += 1
        elif n := _state(page, i, j):
            out.append((i, i + n, None))
            i += n
        elif n := _adjective(page, i, j) or _byword(page, i, j):
            i += n
        elif n := _title(page, i, j):
            title = (title[0] if title else i, i + n)
            i += n
        elif k := _late_title(page, i, j):
            out += [part for part in trimming(page, i, k) if _stands_alone(page, part)]
            title = (k, k + (_titled(page, k, j) or 1))
            i = title[1]
        else:
            break
    if i < j:
        out.append((i, j, title))
    return out


def _is_platform(page: Page, i: int, j: int) -> bool:
    """Whether where somebody posts stands before who does: "In a post on Facebook Ann Holm said"."""
    posted = j - i > 1 and i > 0 and page.lower[i - 1] in ("on", "to", "via") and page.words[i + 1] not in HYPHENS
    return posted and page.lower[i] in _platforms() and is_like_a_person(page, i + 1, j)


def _byword(page: Page, i: int, j: int) -> bool:
    """Whether a word of the language stands before a full name, as where a capital opens it: "Crooked Ann Holm"."""
    return (
        j - i > 2
        and page.labels[j - 1] in ner.PERSON
        and is_ordinary(page.lower[i])
        and page.lower[i] not in gazetteer().given
        and page.lower[i] not in listed("family_first")
        and page.lower[i + 1] in gazetteer().given
        and page.words[j - 1] not in gazetteer().heads
    )


def _says_what_follows(page: Page, i: int, j: int) -> bool:
    """Whether a verb opens the sentence, before who says the quotation that follows: 'Said Holm, “It fell”'."""
    opens = page.first[i] and j - i > 1 and page.lower[i] in _FIRST
    return opens and page.words[j : j + 1] in ([","], [":"]) and any(page.quoted[j + 1 : j + 2])


@cache
def _platforms() -> frozenset[str]:
    return frozenset(row[0] for row in lexicon("platforms"))


def _is_a_mark(page: Page, i: int) -> bool:
    """Whether a token at an edge of a name is no word of it: a hyphen, white space, the mark of an owner."""
    return page.words[i] in HYPHENS or page.blank(i) or page.tags[i] in tags.GENITIVE


def _late_title(page: Page, i: int, j: int) -> int:
    """Give where the last title stands inside the run ("Ohio Party Chairman David Pepper"); 0 where none does."""
    g = gazetteer()
    for k in range(i + 1, j - 1):
        n = _titled(page, k, j) or _office_of_a_place(page, i, k, j)
        told = k + n < j and (
            page.labels[k + n] in ner.PERSON or page.lower[k + n] in g.given or page.labels[j - 1] in ner.PERSON
        )
        if n and told:
            return k if page.words[k - 1] not in HYPHENS else 0
    return 0


def _office_of_a_place(page: Page, i: int, k: int, j: int) -> int:
    """Give 1 where the noun of an office at `k` parts a place or body from a full name: "Elm City Councilman Bo Holm".

    The model may take it all for a name where it knows no given name in it.
    """
    before = {page.lower[n] for n in range(i, k)}
    of_something = any(page.words[n] in gazetteer().heads or is_ordinary(page.lower[n]) for n in range(i, k))
    return int(of_something and not before & gazetteer().given.keys() and _is_before_a_name(page, k, j))


def _is_before_a_name(page: Page, k: int, j: int) -> bool:
    """Whether the noun for a person at `k` stands before two words and more of a name, which end at `j`."""
    noun = nominal_heads().get(page.lower[k])
    by_model = page.labels[k] not in ner.PERSON and all(page.labels[n] in ner.PERSON for n in range(k + 1, j))
    full = k + 2 < j and (by_model or is_like_a_person(page, k + 1, j))
    return noun is not None and noun[0] == "person" and full


def office_of(page: Page, i: int) -> tuple[int, int] | None:
    """Give the tokens of the office that ends where a name begins: "Mayor of Karm", "Minister for Health".

    What it is an office of must be known, or be headed as the name of a place or a body is; else a given name follows,
    or what the model takes for a person begins there.
    """
    if i < 1 or page.first[i]:
        return None
    begins = page.labels[i] in ner.PERSON and page.labels[i - 1] not in ner.PERSON
    if not begins and not _ends_a_name(page, i) and page.lower[i] not in gazetteer().given:
        return None
    k = i - 1
    while k > 0 and i - k <= _OFFICE and (page.name_word(k) or page.lower[k] in _INSIDE) and not page.first[k]:
        if (page.lower[k] == "of" and is_role(page.lower[k - 1])) or (
            page.lower[k] == "for" and page.lower[k - 1] in _PORTFOLIOS
        ):
            return (k - 1, i) if k < i - 1 and page.name_word(i - 1) else None
        k -= 1
    return None


def aide_of(page: Page, i: int, title: tuple[int, int] | None) -> int:
    """Give where an office opens that is told by another, or by what it is for, and ends at the name at `i`; else -1.

    "Counselor to the President Ann Berg" is Berg's, for "the President" takes no name; so is what stands in capitals
    before a title, "Special Envoy for Karm". An article makes it somebody beside her: "an aide to the ...".
    """
    k = _capitals(page, title[0] if title else i)
    if page.lower[k - 2 : k] == ["to", "the"] and k > 2 and k < i and is_role(page.lower[k - 3]):
        if not is_role(page.lower[i - 1]):
            return -1
        k = _capitals(page, k - 3)
    elif title is None or k == title[0] or not {"of", "for"} & {*page.lower[slice(*title)]}:
        return -1
    bare = page.first[k] or page.tags[k - 1] not in tags.ARTICLE | tags.OWNING_PRONOUN | tags.GENITIVE
    return k if bare and page.words[k][0].isupper() else -1


def _capitals(page: Page, k: int) -> int:
    """Give where the words with capitals open that end before `k`; a day is none: "On Monday Special Envoy"."""
    while k > 0 and not page.first[k] and page.name_word(k - 1) and page.labels[k - 1] not in ner.DATE:
        k -= 1
    return k


def is_like_a_person(page: Page, i: int, j: int) -> bool:
    """Whether tokens `[i, j)` open with a given name, or no word of theirs is a word of the language."""
    rare = not any(is_ordinary(page.lower[n]) for n in range(i, j))
    model = all(page.labels[n] in ner.PERSON for n in range(i, j)) and not is_ordinary(page.lower[j - 1])
    return page.lower[i] in gazetteer().given or ((rare or model) and all(page.words[n].istitle() for n in range(i, j)))


def _ends_a_name(page: Page, end: int) -> bool:
    """Whether a head word of names, or a known name, ends at `end`; or what the model takes for a place's or body's."""
    if end < 1 or page.words[end - 1] in vessels():
        return False
    known = any(gazetteer().kind(page.text(i, end)) for i in range(max(0, end - 3), end))
    return known or page.words[end - 1] in gazetteer().heads or page.labels[end - 1] in ner.STATE_OR_BODY


def is_role(word: str) -> bool:
    """Whether a word is a title or a noun for a person who holds an office."""
    noun = nominal_heads().get(word)
    return (word,) in gazetteer().titles if noun is None else noun[0] == "person"


def _behind_an_office(page: Page, i: int, j: int) -> int:
    """Give where a person's name begins in a run that opens with what the person is head, mayor or minister of."""
    for k in (j - 2, j - 3):
        if k <= i or office_of(page, k) is None or any(page.words[n] in gazetteer().heads for n in range(k, j)):
            continue
        if is_like_a_person(page, k, j):
            return k
    return 0


def is_ordinary(word: str) -> bool:
    """Whether a word, or what is left of it without an ending, is one of the language."""
    least = max(min(_SHORTEST_STEM, len(word)), len(word) - _LONGEST_ENDING)
    return any(word[:n] in _ordinary() for n in range(least, len(word) + 1))


@cache
def _ordinary() -> frozenset[str]:
    return frozenset(row[0] for row in lexicon("term_frequencies"))


def _titled(page: Page, k: int, j: int) -> int:
    """Give how many tokens of title stand at `k`, "Secretary-General" being one."""
    return _title(page, k, j) if k + 1 < j and page.words[k + 1] in HYPHENS else gazetteer().title(page.lower[k:j])


def _stands_alone(page: Page, part: Part) -> bool:
    """What stands before a late title is a name of its own if it is known, a state, or has the head of a name."""
    i, j, _ = part
    text = page.text(i, j)
    known = gazetteer().kind(text) is not None or text in atlas().states
    return known or page.words[j - 1] in gazetteer().heads or page.labels[j - 1] in ner.STATE_OR_BODY


def _state(page: Page, i: int, j: int) -> int:
    """Give how many tokens at `i` name a state that stands before another name; 0 where the whole is one name."""
    n = next((n for n in (5, 4, 3, 2, 1) if i + n <= j and page.text(i, i + n) in atlas().states), 0)
    if n == 1 and j - i == 2 and page.lower[i] in gazetteer().given and page.labels[i + 1] in ner.PERSON:
        return 0  # "Secretary Chad Wolfe"
    if not n or i + n == j:
        return n
    rest = page.words[i + n : j]
    if n == 1 and j - i == 2 and _is_one_body(page, i, j):
        return 0
    titled = gazetteer().title(page.lower[i + n : j])
    if rest[-1] in gazetteer().heads and not (titled and page.labels[j - 1] in ner.PERSON):
        return 0
    return n


def _is_one_body(page: Page, i: int, j: int) -> bool:
    """Whether the model takes a state and what stands behind it for one body, which nothing else is known to be.

    "Kenya Power", not "US Congress".
    """
    by_model = page.opens[i] and all(
        page.labels[k] in ner.ORGANISATION and page.opens[k] == (k == i) for k in range(i, j)
    )
    ends = j >= len(page) or page.labels[j] not in ner.NAMES or page.opens[j]
    last = page.words[j - 1]
    known = gazetteer().kind(last) is not None or gazetteer().title([page.lower[j - 1]]) or atlas().demonym(last)
    return by_model and ends and not known


def _adjective(page: Page, i: int, j: int) -> int:
    """Give 1 where a demonym or like adjective stands at `i` and is no part of the name ("Iraqi", "Republican")."""
    if i + 2 < j and page.lower[i] in _PREFIXES and page.words[i + 1] in HYPHENS:
        return 3 if gazetteer().adjective(page.words[i + 2]) else 0
    if not gazetteer().adjective(page.words[i]) or (i + 2 < j and gazetteer().kind(page.text(i, i + 2))):
        return 0  # "European Union Mission"
    rest = [w for w in page.words[i + 1 : j] if not w.isspace()]
    if rest and not atlas().demonym(page.words[i]) and rest[-1] in gazetteer().heads:
        return 0
    whole = page.opens[i] or (i > 0 and page.opens[i - 1] and page.lower[i - 1] == "the")
    if len(rest) == 1 and whole and {page.labels[i], page.labels[j - 1]} <= ner.ORGANISATION:
        return 0
    if not rest:
        return 0 if page.tags[i] in tags.PLURAL else 1
    return 0 if gazetteer().institution(rest) or _has_many_namesakes(page.words[i], rest) else 1


def _has_many_namesakes(word: str, rest: list[str]) -> bool:
    """Whether a nation's adjective stands before a body that any nation may have: "Norwegian Union of Miners"."""
    if len(rest) < 2 or not atlas().demonym(word) or gazetteer().kind(" ".join(rest)) or gazetteer().kind(rest[-1]):
        return False
    head = rest[next((n for n, w in enumerate(rest) if w in ("of", "for")), len(rest)) - 1]
    return gazetteer().heads.get(head) == "organisation"


def is_occupation(word: str) -> bool:
    """Whether a word that no list has names who does something, by its ending: "controller"; no given name does."""
    return word.endswith(_AGENTS) and word not in gazetteer().given and word not in things_named_as_people()


@cache
def things_named_as_people() -> frozenset[str]:
    """The nouns of things that end as those of people."""
    return frozenset(row[0] for row in lexicon("things_named_as_people"))


def _title(page: Page, i: int, j: int) -> int:
    """Give how many tokens of title stand at `i`, "Major-General" being one."""
    g = gazetteer()
    n = g.title(page.lower[i:j])
    if page.lower[i + 1 : i + 5] in _LONG_OFFICES and is_role(page.lower[i]):
        return 5 if i + 5 < j else 0
    if i + 2 < j and page.words[i + 1] in HYPHENS and page.lower[i] in g.title_words and g.title(page.lower[i + 2 : j]):
        n = 2 + g.title(page.lower[i + 2 : j])
    if not n and i + 1 < j and page.lower[i + 1] in g.given:
        noun = nominal_heads().get(page.lower[i])
        n = int(noun[0] == "person" if noun is not None else j - i > 2 and is_occupation(page.lower[i]))
    if not n and j - i > 2 and page.lower[i] not in g.given and _is_before_a_name(page, i, j):
        n = 1  # "Councilman", and a name of which no list knows a word
    if not n:
        return 0
    headed = page.words[j - 1] in g.heads and page.labels[j - 1] not in ner.PERSON
    if i + n < j and headed:
        return 0
    return n if i + n < j or page.lower[i] in g.title_words else 0
