"""What the words beside a name say that it names: "a farmer", "the ferry's operator", "the town of".

A noun for people beside a name makes it a person's, a noun for bodies a body's, and tells its sort; what towns have
("the mayor of") or are makes it a place's. A noun that persons and bodies both bear ("owner") tells nothing of a kind.
"""

from __future__ import annotations

from functools import cache

from rashomon.language import lexicon, word_set
from rashomon.reading.grammar import entity_types as ner
from rashomon.reading.grammar import relations as rel
from rashomon.reading.grammar import tags
from rashomon.reading.mentions.gazetteer import nominal_heads
from rashomon.reading.mentions.page import Draft, Page
from rashomon.reading.mentions.verbs import utters, verb_of

_DETERMINERS = word_set("words_of_mentions", "determiner_beside")
_MARKS = frozenset({'"', "“", "”", "‘", "’"})
_LEADS_ON = word_set("words_of_mentions", "leads_on")
_CLOSES = frozenset({",", ".", ")", ";", ":", "—", "–", "'s", "’s", '"', "”"})
_OPENS = frozenset({",", "(", "—", "–"})
_WHERE = word_set("words_of_mentions", "where")
_WITHIN = frozenset({"in", "near", "outside", "around"})
_SITES = frozenset({"facility", "place"})
_MANY = frozenset({"group", "coalition", "alliance"})
_REACH = 8
_WHO_DO = ("er", "ist", "or")
"""How nouns of people end that the tagger takes for adjectives: "protester Karl Holm"; "militant" is one."""


@cache
def body_sorts(form: str) -> dict[str, tuple[str, ...]]:
    """Give word → sorts of bodies that it tells, for one class: "noun", "first", "last", "has" or "bare"."""
    return {word: tuple(sorts.split("|")) for of, word, sorts in lexicon("body_sorts") if of == form}


@cache
def personal_words(kind: str) -> frozenset[str]:
    """Give the words of a class that go with persons, or with both: "act", "suffered", "kin", "role" or "either"."""
    return word_set("personal_words", kind)


@cache
def _roles() -> frozenset[str]:
    people = {noun for noun, (kind, _) in nominal_heads().items() if kind == "person"}
    people |= {noun for (noun,) in lexicon("people_nouns") if noun.endswith(_WHO_DO)}  # "protester", not "crowd"
    return frozenset((people | personal_words("role")) - personal_words("either"))


def role_beside(page: Page, d: Draft) -> str:
    """Give the noun for people that stands beside a name and says who bears it; empty where none does."""
    several = len(d.key) > 1 and (closes_apposition(page, d) or _speaks(page, d))
    named = d.label in ner.PLACES and not several
    wanted = _roles() & personal_words("kin") if named else _roles()
    where = d.i > 0 and page.lower[d.i - 1] in _WHERE  # "In Karm, a farmer who …"
    if where or place_beside(page, d):
        return ""
    return next((noun for noun in _nouns(page, d) if noun in wanted), "")


def _speaks(page: Page, d: Draft) -> bool:
    """Whether what bears a name says something, and a noun stands right before it: "governor Ann Berg told"."""
    verb = verb_of(page.doc[d.head])
    return verb is not None and utters(verb) and bool(_noun_before(page, d))


def body_beside(page: Page, d: Draft) -> str:
    """Give the noun for bodies that stands beside a name; empty where none does.

    What a person may be as well ("owner", "publisher") does not make a body of what the model takes for a person.
    """
    nouns = (noun for noun in _nouns(page, d) if noun in body_sorts("noun"))
    both = _roles() | personal_words("either") if d.label in ner.PERSON else frozenset()
    return next((noun for noun in nouns if noun not in both), "")


def word_of_bodies(page: Page, d: Draft) -> str:
    """Give the word that opens or closes a name of several words and makes it a body's; empty where none does."""
    if d.j - d.i < 2:
        return ""
    first, last = page.words[d.i], page.words[d.j - 1]
    return first if first in body_sorts("first") else last if last in body_sorts("last") else ""


def sorts_beside(page: Page, d: Draft) -> frozenset[str]:
    """Give the sorts of bodies that a name's own words, the nouns beside it and what it has tell."""
    found: set[str] = set()
    found |= {*body_sorts("first").get(page.words[d.i], ()), *body_sorts("last").get(page.words[d.j - 1], ())}
    for word in page.words[d.i : d.j]:
        if word[0].isupper():
            found |= {*body_sorts("noun").get(word.lower(), ())}
    for noun in _nouns(page, d):
        found |= {*body_sorts("noun").get(noun, ())}
    owned = page.lower[d.j + 1 : d.j + 3] if d.j < len(page) and page.tags[d.j] in tags.GENITIVE else ()
    for word in owned:
        found |= {*body_sorts("has").get(word, ())}
    return frozenset(found)


def place_beside(page: Page, d: Draft) -> str:
    """Give the noun by which a name is a place's: "the town of X", "the mayor of X", "X river"; empty where none."""
    if d.i > 1 and page.lower[d.i - 1] == "of":
        noun = page.doc[d.i - 2].lemma_.lower()
        kind = nominal_heads()[noun][0] if noun in nominal_heads() else ""
        if noun in personal_words("seat") or kind == "place":
            return noun
    after = page.lower[d.j] if d.j < len(page) else ""
    lower = after.isalpha() and page.words[d.j].islower()
    return after if lower and after in personal_words("land") else ""


def stands_where(page: Page, d: Draft) -> str:
    """Give the preposition of place that a bare name of one word stands behind, with nothing of its own: "in Karm"."""
    k = d.i - 1
    if len(d.key) != 1 or k < 1 or d.title or page.lower[k] not in _WITHIN or page.words[d.i].isupper():
        return ""
    if d.j < len(page) and (page.tags[d.j] in tags.GENITIVE or page.name_word(d.j)):
        return ""
    held = page.doc[k].head  # "confidence in Berg", "interest in Berg", "a stake in Berg"
    sites = (nominal_heads().get(t.lemma_.lower(), ("", ""))[0] for t in (held, page.doc[k - 1]))
    site = page.lower[k] != "in" and any(kind in _SITES for kind in sites)
    if (
        d.label in ner.ORGANISATION
        and not site
        and (  # "a mill near Karm", not "a crowd outside Karm"
            held.pos_ != "VERB" or page.lower[k] != "in" or not any(map(str.islower, d.text))
        )
    ):
        return ""
    return page.lower[k] if held.lemma_.lower() not in personal_words("trust") else ""


def is_entered(page: Page, d: Draft) -> str:
    """Give the verb whose object only a place can be and a bare name of one word is: "troops entered Karm"."""
    token = page.doc[d.head]
    if len(d.key) != 1 or d.title or page.words[d.i].isupper() or token.dep_ not in rel.UNDERGOER:
        return ""
    verb = token.head.lemma_.lower()
    return verb if verb in personal_words("ground") else ""


def body_nouns(page: Page, d: Draft) -> tuple[int, ...]:
    """Give the tokens of the nouns for bodies that are set beside a name: they speak of what bears it."""
    return tuple(k for k in _set_beside(page, d) if page.lower[k] in body_sorts("noun") or is_a_trade(page.lower[k]))


def is_a_trade(noun: str) -> bool:
    """Whether a noun tells what somebody does for a ship, a plant or a club, a person or a company: "its manager"."""
    return noun in personal_words("trade")


def _nouns(page: Page, d: Draft) -> tuple[str, ...]:
    direct = _noun_before(page, d)
    return (*((direct,) if direct else ()), *(page.lower[k] for k in _set_beside(page, d)))


def _noun_before(page: Page, d: Draft) -> str:
    """Give the common noun right before a name: "the shipping company Holm"."""
    k = d.i - 1
    k -= k > 0 and page.words[k] in _MARKS
    if k < 0 or not page.words[k].islower():
        return ""
    taken = page.tags[k] in tags.ADJECTIVE and page.lower[k].endswith(_WHO_DO) and page.lower[k] in _roles()
    return page.lower[k] if page.tags[k] in tags.COMMON_NOUN or taken else ""


def _set_beside(page: Page, d: Draft) -> tuple[int, ...]:
    """Give the heads of the phrases set beside a name between commas: before it and after it."""
    out = []
    k = d.i - 1
    k -= k > 0 and page.words[k] in _MARKS
    if k > 3 and page.lower[k] == "based" and page.words[k - 1] == "-":  # "its manager, Elm-based Karm Maritime"
        k -= 3
    if k > 0 and page.words[k] == "," and (d.j >= len(page) or page.words[d.j] in _CLOSES):
        out.append(_head_before(page, k))
    if d.j < len(page) and page.words[d.j] in _OPENS:
        out.append(_head_after(page, d.j + 1))
    return tuple(k for k in out if k >= 0)


def closes_apposition(page: Page, d: Draft) -> bool:
    """Whether a name stands between two commas and a verb follows: "The treasurer, Marta Soler, paid"."""
    j = d.j
    beside = d.i > 0 and page.words[d.i - 1] == "," and j + 1 < len(page) and page.words[j] == ","
    return beside and page.tags[j + 1] in tags.FINITE


def _goes_on_as_a_clause(page: Page, k: int) -> bool:
    """Whether what hangs on a phrase runs into a verb: "…, a reporter at the scene said" is no apposition."""
    while k < len(page) and page.tags[k] not in tags.RELATIVE_PRONOUN and not page.blank(k):
        if page.words[k] in _CLOSES and page.tags[k] not in tags.GENITIVE:
            return False
        if page.tags[k] in tags.FINITE:
            return True
        k += 1
    return False


def _head_before(page: Page, end: int) -> int:
    """Give the head of the definite phrase that ends at a comma: "its owner,", "The harbourmaster of Karm,"."""
    k, head, reach = end - 1, -1, _REACH
    while k >= 0 and end - k <= reach and not page.blank(k):
        if page.tags[k] in tags.GENITIVE and (of := _before_owner(page, k)) != k:
            k, reach = of, end - of + _REACH
        owned = page.lower[k] in _DETERMINERS or page.tags[k] in tags.GENITIVE
        if owned and (k == 0 or page.lower[k - 1] not in {"of", "for"}):
            head = head if head >= 0 else end - 1
            return head if page.tags[head] in tags.COMMON_NOUN else -1
        if page.lower[k] in _LEADS_ON and k > 0 and page.tags[k - 1] in tags.SINGULAR:
            head = k - 1  # "The governor of the Bank of Karm,": the first of them
        elif page.tags[k] not in tags.MODIFYING and page.lower[k] != "and" and not owned:
            return -1
        k -= 1
    return -1


def _before_owner(page: Page, k: int) -> int:
    """Give the "of" before the owner whose mark stands at `k`: "The head of the school's Union,"; else `k`."""
    first = k - 1
    while first > 0 and page.tags[first] in tags.MODIFYING | tags.ARTICLE:
        first -= 1
    return first if first > 0 and page.lower[first] in {"of", "for"} else k


def _head_after(page: Page, i: int) -> int:
    """Give the head of the phrase that opens at `i`: "a mining company", "secretary general of the union"."""
    n, k, owned = len(page), i, False
    while k < n and page.lower[k] in _DETERMINERS:
        k += 1
    bare = k == i
    first = k
    while (
        k < n and k - i < _REACH and (page.tags[k] in tags.MODIFYING or (page.tags[k] in tags.GENITIVE and not owned))
    ):
        owned = owned or page.tags[k] in tags.GENITIVE
        k += 1
    if k == first or page.tags[k - 1] not in tags.SINGULAR | tags.ADJECTIVE:
        return -1
    closed = (
        k >= n
        or page.words[k] in _CLOSES
        or page.tags[k] in tags.ANY_PARTICIPLE | tags.RELATIVE_PRONOUN | tags.ADPOSITION
        or page.blank(k)
    )
    if page.lower[k - 1] in _MANY and k < n and page.lower[k] == "of":  # "In Karm, a group of farmers met"
        return -1
    if not closed or _goes_on_as_a_clause(page, k) or (bare and (k >= n or page.lower[k] not in {"of", "at", "for"})):
        return -1
    general = k - first > 1 and page.lower[k - 1] not in _roles() and page.lower[k - 2] in _roles()
    return k - 2 if general and page.lower[k - 1] not in body_sorts("noun") else k - 1
