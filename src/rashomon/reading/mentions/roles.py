"""What the text says a named person is: the words before the name, the apposition after it, "X is the …".

Each role is a span of tokens without its article; `head` is the noun that carries it ("spokesman" of "ministry
spokesman"), and a courtesy ("Mr.", "Dr.") is no role.
"""

from __future__ import annotations

from itertools import islice

from spacy.tokens import Token

from rashomon.language import word_set
from rashomon.reading.grammar import entity_types as ner
from rashomon.reading.grammar import relations as rel
from rashomon.reading.grammar import tags
from rashomon.reading.grammar.relations import dependent, has_dependent
from rashomon.reading.mentions.beside import personal_words
from rashomon.reading.mentions.gazetteer import atlas, gazetteer, nominal_heads
from rashomon.reading.mentions.names import COURTESIES
from rashomon.reading.mentions.page import Draft, Page, Thread
from rashomon.reading.mentions.personal import by_spouse

_REACH = 14
_DETERMINERS = word_set("words_of_mentions", "determiner")
_OF_WHOM = word_set("words_of_mentions", "of_whom")
_BEHIND = word_set("words_of_mentions", "behind_role")
_HOLDS = word_set("words_of_mentions", "holds")
_RANKS = word_set("words_of_mentions", "rank")
_OWNING_MARKS = frozenset({"'", "’"})
"""The mark of many owners: "the Dockers’ Union"."""
_NOUN_PHRASE = tags.MODIFYING | tags.PAUSE | tags.GENITIVE
_ASIDE = 8
"""Words of an aside in brackets: "(D-Ill.)"."""
_ONCE_OR_NOW = word_set("words_of_mentions", "once_or_now")
_OFFICE = 4
"""Words of an office after "of"."""
_ARGUMENTS = rel.SUBJECT_OR_OBJECT | rel.RECIPIENT | rel.GOVERNED
_STOPS = frozenset({",", ";", ".", '"', "”", ")", "(", ":", "—", "–", "who", "and"})
_IN_ITS_CLAUSE = rel.DESCRIBING | rel.ANY_OBJECT | rel.PREPOSITION | rel.OPEN_CLAUSE
_CLAUSE = 5
"""Words between a name and the role on whose clause the parser hung it."""


def roles(page: Page, thread: Thread) -> None:
    """Collect into `thread.roles` the token spans that say what the person is, in text order, each once."""
    for d in thread.drafts:
        for span in (
            _before(page, d),
            _title_apposed(page, d),
            _after(page, d),
            _predicate(page, d),
            _himself(page, d),
            _among_others(page, d),
        ):
            if span is not None:
                span = _of_that_gender(page, span, thread.gender)
            if span and all(span != role[:2] for role in thread.roles):
                thread.roles.append((*span, _head(page, *span)))
    for d in thread.drafts:
        thread.gender = thread.gender or by_spouse(page, d)
    heads = nominal_heads()
    for i, j, head in thread.roles:
        thread.state = thread.state or atlas().among(page.words, i, j)
        thread.gender = thread.gender or (heads[page.lower[head]][1] if page.lower[head] in heads else "")


def _himself(page: Page, d: Draft) -> tuple[int, int] | None:
    """Read who tells his own name: "The officer, who gave his name as Ann Berg", "a man calling himself Abu Karm"."""
    k = d.title[0] if d.title else d.i
    k -= k > 0 and _role_word(page, k - 1) and page.words[k - 1][0].isupper()
    k -= k > 0 and page.lower[k - 1] == "as"
    if k < _OFFICE or (d.j < len(page) and page.tags[d.j] in tags.GENITIVE | tags.NOUN):
        return None  # "who identified herself as Berg's cousin"
    own = page.lower[k - 1] in _SELF
    verb = page.doc[k - (2 if own else 3)]
    if not own and (page.lower[k - 1] != "name" or page.lower[k - 2] not in _HIS):
        return None
    if verb.lemma_.lower() not in _NAMES_HIMSELF or (verb.lemma_.lower() == "give") == own:
        return None
    who = dependent(verb, rel.ACTIVE_SUBJECT)
    if who is None or who.tag_ in tags.RELATIVE_PRONOUN:
        who = verb.head if verb.dep_ in rel.DESCRIBING else who
    return None if who is None or who.i > verb.i else _accepted(page, who.left_edge.i, who.i + 1)


_SELF = frozenset({"himself", "herself", "themselves"})
_HIS = frozenset({"his", "her", "their"})
_NAMES_HIMSELF = word_set("words_of_mentions", "names_himself")


def _among_others(page: Page, d: Draft) -> tuple[int, int] | None:
    """Read what those are of whom a name is one: "Ann Berg, Otto Lund and two other union leaders"."""
    n, k = len(page), d.j
    while k < n and k - d.j < _REACH and not page.first[k] and (page.tags[k] in tags.NAME or page.words[k] == ","):
        k += 1
    if k + 1 >= n or page.lower[k] not in _AND_OR:
        return None
    k += 1
    while k < n and page.lower[k] != _OTHER and (page.lower[k] in _DETERMINERS or page.tags[k] in tags.NUMERAL):
        k += 1
    if k >= n or page.lower[k] != _OTHER:
        return None
    end = k + 1
    while end < n and end - k < _REACH and not page.first[end] and (page.tags[end] in _NOUN_PHRASE or page.joins(end)):
        end = page.office_ends.get(end, end + 1)
    noun = nominal_heads().get(page.doc[end - 1].lemma_.lower(), ("", ""))
    return (k + 1, end) if end - 1 > k and noun[0] == "person" else None


_AND_OR = frozenset({"and", "or"})
_OTHER = "other"


def _of_that_gender(page: Page, span: tuple[int, int], gender: str) -> tuple[int, int]:
    """Give the role that one of a gender can have: of "the wife of the engineer, Otto Lund," he is the engineer."""
    i, j = span
    known, told = nominal_heads().get(page.lower[_head(page, i, j)], ("", ""))
    if not (gender and told and told != gender and known == "person"):
        return span
    of = next((k for k in range(i, j) if page.lower[k] == "of"), j)
    return _accepted(page, of + 1, j) or span


def _head(page: Page, i: int, j: int) -> int:
    """Give the token that carries the role: the last role noun before its "of", "at" or "in"."""
    stop = next((k for k in range(i, j) if page.tags[k] in tags.ADPOSITION and k not in page.office_parts), j)
    return next((k for k in range(stop - 1, i - 1, -1) if _role_word(page, k)), i)


def _role_word(page: Page, k: int) -> bool:
    word = page.lower[k]
    if word in COURTESIES or k in page.office_parts:
        return False
    word = page.word(k) if page.word(k) in nominal_heads() else word
    noun = nominal_heads().get(word)
    return (word,) in gazetteer().titles if noun is None else noun[0] == "person"


def _accepted(page: Page, i: int, j: int) -> tuple[int, int] | None:
    while i < j and (page.lower[i] in _DETERMINERS or not page.words[i][0].isalnum()):
        i += 1
    return (i, j) if any(_role_word(page, k) for k in range(i, j)) else None


def _before(page: Page, d: Draft) -> tuple[int, int] | None:
    """Read "Iraqi Foreign Minister Fuad Hussein", "the ministry spokesman, Saeed Khatibzadeh"."""
    if d.title:
        ranked = "." in page.words[d.title[0] : d.title[1]] and d.title[0] > 0 and _role_word(page, d.title[0] - 1)
        end = d.title[0] if ranked else d.title[1]
        start = d.title[0]
    elif (of := _of_title(page, d.i)) is not None:
        start, end = of
    else:
        end = d.i
        while end > 0 and (page.blank(end - 1) or page.words[end - 1] in {'"', "“"}):
            end -= 1
        comma = end > 0 and page.words[end - 1] == ","
        end -= comma
        if end == 0 or (page.tags[end - 1] in tags.PLURAL and not comma):
            return None
        start = end
        if comma:
            return _apposed(page, d, end) or _above(page, d)
        if not _role_word(page, page.office_parts.get(end - 1, end - 1)):
            return None
    while start > 0 and d.i - start < _REACH and not page.first[start]:
        joined = page.lower[start - 1] == "and" and start > 1 and _role_word(page, start - 2)
        if not joined and not _modifies(page, start - 1):
            break
        start -= 2 if joined else 1
    return _accepted(page, start, end)


def _of_title(page: Page, end: int) -> tuple[int, int] | None:
    """Read the capitalised office before a name: "Secretary of State", "Director of National Intelligence"."""
    k = end - 1
    while k > 0 and end - k <= _OFFICE and page.words[k][0].isupper() and not page.first[k]:
        k -= 1
    office = k > 0 and k < end - 1 and page.lower[k] == "of" and _role_word(page, k - 1)
    return (k - 1, end) if office and page.words[k - 1][0].isupper() else None


def _title_apposed(page: Page, d: Draft) -> tuple[int, int] | None:
    """Read the apposition before a titled name: "Iran's supreme leader, Ayatollah Ali Khamenei"."""
    comma = d.title[0] - 1 if d.title else -1
    while comma > 0 and (page.words[comma] == "." or page.lower[comma].rstrip(".") in _RANKS):
        comma -= 1
    return _apposed(page, d, comma) if comma > 0 and page.words[comma] == "," else None


def _modifies(page: Page, k: int) -> bool:
    """Tell whether token `k` can stand in the noun phrase before a role word; no day does: "On Monday Governor"."""
    if page.labels[k] in ner.DATE and page.tags[k] in tags.PROPER:
        return False
    if page.tags[k] in tags.PARTICIPLE and page.doc[k].dep_ not in rel.BEFORE_NOUN:
        return False  # "had sent Sgt. Berg"
    if page.tags[k] in tags.PLURAL and page.doc[k].dep_ in rel.NOUN_BEFORE_NOUN:  # "police spokesman"
        return page.doc[k].head.i == k + 1
    if page.joins(k) or k in page.office_parts:
        return True
    return page.tags[k] in _NOUN_PHRASE - (tags.PAUSE | tags.COMMON_PLURAL) or (
        page.blank(k) and "\n" not in page.words[k]
    )


def _apposed(page: Page, d: Draft, end: int) -> tuple[int, int] | None:
    """Read the noun phrase that ends at a comma before the name: "the deputy head of the Authority, Abu Mahdi"."""
    i = end
    inner = _NOUN_PHRASE | tags.ARTICLE | tags.ADPOSITION
    while i > 0 and end - i < _REACH and not page.first[i]:
        inside = i - 1 in page.office_parts or page.joins(i - 1)
        known = page.tags[i - 1] in inner or page.words[i - 1] in _OWNING_MARKS
        if not (inside or known or page.blank(i - 1)):
            break
        if page.tags[i - 1] in tags.ADPOSITION and page.lower[i - 1] not in _OF_WHOM and not inside:
            break
        i -= 1
    first = next((k for k in range(i, end) if _role_word(page, k) and _is_noun(page, k)), -1)
    if first < 0 or (len(d.key) < 2 and not d.title and page.lower[end - 1] not in personal_words("kin")):
        return None
    if page.tags[end - 1] in tags.NUMERAL | tags.COMMON_PLURAL and not any(
        page.lower[k] == "of" for k in range(first, end)
    ):
        return None
    of = [k for k in range(first, end) if page.tags[k] in tags.ADPOSITION and k not in page.office_parts]
    if not of and not _role_word(page, page.office_parts.get(end - 1, end - 1)):
        return None
    left = first
    while left > i and (page.tags[left - 1] in _NOUN_PHRASE or page.joins(left - 1)):
        left -= 1
    return _accepted(page, left, end)


def _above(page: Page, d: Draft) -> tuple[int, int] | None:
    """Read the role behind whose clause a name stands between commas: "the judge hearing the case, Ann Holm, said"."""
    token = page.doc[d.head]
    if token.dep_ not in rel.APPOSITION or d.j >= len(page) or page.words[d.j] != "," or len(d.key) < 2:
        return None
    for above in islice(token.ancestors, _CLAUSE):
        if above.i >= d.i:
            return None
        if above.tag_ in tags.COMMON_NOUN and _role_word(page, above.i):
            left = above.i
            while left > 0 and page.tags[left - 1] in _NOUN_PHRASE and not page.first[left]:
                left -= 1
            return _accepted(page, left, above.i + 1)
        if above.dep_ not in _IN_ITS_CLAUSE:
            return None
    return None


def _is_noun(page: Page, k: int) -> bool:
    """Whether a role word is the noun of its phrase, though the tagger takes "the general" for an adjective."""
    tag = page.tags[k]
    return tag not in tags.PLURAL | tags.ADJECTIVE or (tag in tags.ADJECTIVE and page.doc[k].dep_ in _ARGUMENTS)


def _after(page: Page, d: Draft) -> tuple[int, int] | None:
    """Read ", professor of political science at Al-Nahreen University," and "(the ministry's spokesman)"."""
    n, k = len(page), d.j
    if k >= n or page.words[k] not in {",", "(", "—", "–"}:
        return None
    i = _behind_an_aside(page, k) + 1
    if i + 1 < n and page.lower[i] == "who" and page.lower[i + 1] in _HOLDS:
        if _has_ended(page.doc[i + 1]):
            return None
        i += 2
        i += i < n and page.lower[i] == "as"
    role = _phrase(page, i)
    return None if role is not None and _says_so(page, d, role[1]) else role


def _says_so(page: Page, d: Draft, end: int) -> bool:
    """Whether a tag stands behind a name, and no role of his: "it was built by Berg, the mayor said"."""
    if end >= len(page) or page.tags[end] not in tags.FINITE:
        return False
    verb = page.doc[end]
    says = verb if verb.dep_ not in rel.ANY_HELPER else verb.head
    subject = dependent(says, rel.ACTIVE_SUBJECT)
    opens = page.doc[d.i].sent.start
    told = any(page.tags[k] in tags.FINITE for k in range(opens, d.i)) or page.words[end + 1 : end + 2] == [","]
    return told and subject is not None and d.j <= subject.i < end


def _behind_an_aside(page: Page, k: int) -> int:
    """Give where the apposition opens at `k`, behind an age or a party: "Ann Berg, 35, an architect", "(D-Elm), a"."""
    n = len(page)
    if page.words[k] == "(":
        end = next((m for m in range(k + 1, min(k + _ASIDE, n)) if page.words[m] == ")"), n)
        k = end + 1 if end + 1 < n and page.words[end + 1] == "," else k
    elif k + 2 < n and page.lower[k + 1].isdigit() and page.words[k + 2] == ",":
        k += 2
    return k + 1 if k + 1 < n and page.lower[k + 1] in _ONCE_OR_NOW else k


def _phrase(page: Page, i: int) -> tuple[int, int] | None:
    """Read the role phrase that opens at `i`: modifiers, a role noun, and its "of …", "at …", "in …" or "for …"."""
    n = len(page)
    while i < n and page.lower[i] in _DETERMINERS:
        i += 1
    j = i
    while j < n and j - i < 10 and (page.tags[j] in _NOUN_PHRASE or page.joins(j)) and not page.first[j]:
        j = page.office_ends.get(j, j + 1)
    last = page.office_parts.get(j - 1, j - 1)
    if last < i or not _role_word(page, last) or page.tags[last] in tags.ADJECTIVE | tags.COMMON_PLURAL:
        return None
    if j < n and page.lower[j] in _BEHIND:
        while j < n and j - last < _REACH and page.words[j] not in _STOPS and not page.first[j]:
            if page.tags[j] in tags.FINITE | tags.RELATIVE_PRONOUN:
                break
            j += 1
        while page.tags[j - 1] in tags.ARTICLE | tags.ADPOSITION | tags.OWNING_PRONOUN:
            j -= 1
    return i, j


def _has_ended(verb: Token) -> bool:
    """Whether somebody held an office for a time that is over: "was its chief until 2022", "from 2010 to 2014"."""
    if verb.tag_ not in tags.PAST:
        return False
    of_days = [t for t in verb.subtree if t.dep_ in rel.PREPOSITION and any(c.ent_type_ in ner.DATE for c in t.subtree)]
    if any(t.lower_ in ("until", "till", "between") for t in of_days):
        return True
    return any(t.lower_ == "from" and any(c.lower_ == "to" for c in t.subtree) for t in of_days)


def _predicate(page: Page, d: Draft) -> tuple[int, int] | None:
    """Read "X is the ministry's spokesman", "X became prime minister"; never "X is not …"."""
    token = page.doc[d.head]
    if token.dep_ not in rel.ACTIVE_SUBJECT or token.head.lemma_ not in {"be", "become"}:
        return None
    attribute = dependent(token.head, rel.NOUN_PREDICATE)
    if attribute is None or has_dependent(token.head, rel.HELPER | rel.NEGATION) or _has_ended(token.head):
        return None
    left = attribute.left_edge.i
    return _phrase(page, left) if attribute.i - left < _REACH else None
