"""Role phrases: which noun phrases refer to somebody ("the Iraqi prime minister"), and which two can be of one office.

Each covers its noun phrase from the article to the head with its "of" phrase; relative clauses are left out. A noun
that stands as title or apposition beside a person's name is that person's role, no mention of its own.

The office of another place, or a former one, is another person's. "Ohio Governor Ann Holm … The governor of
neighbouring Iowa" are two; "The governor of Ohio resigned. … The governor, Ann Holm, said" are one, where nobody else
of the report bears the role. So is an office told by its initials: "District Attorney Ann Holm … The DA said". Who
comes is not who goes, and a counterpart has the same office in another state.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import combinations

from spacy.tokens import Token

from rashomon.language import word_set
from rashomon.reading.grammar import entity_types as ner
from rashomon.reading.grammar import relations as rel
from rashomon.reading.grammar import tags
from rashomon.reading.grammar.relations import dependents, has_dependent
from rashomon.reading.mentions.beside import body_sorts
from rashomon.reading.mentions.gazetteer import atlas, nominal_heads
from rashomon.reading.mentions.page import Draft, Page, Thread
from rashomon.reading.mentions.trimming import is_occupation, is_ordinary, is_role
from rashomon.records import MentionKind, Reason

_ONE = frozenset({"one", "another"})
_TAKES_PART = rel.SUBJECT_OR_OBJECT | rel.GOVERNED
_REACH = 12
_LEFT = rel.NOUN_PHRASE_PART | rel.PREDETERMINER | rel.QUANTIFIER | rel.NOUN_ADVERBIAL | rel.PUNCTUATION | rel.CASE_MARK
_STOPS = frozenset({",", ";", ":", "(", ")", '"', "“", "”", "—", "–", ".", "-"})
_NOBODY = word_set("words_of_mentions", "nobody")
_OF_THE_BODY = word_set("words_of_mentions", "of_the_body")


def nominals(page: Page, named: list[Draft], role_heads: set[int]) -> list[Draft]:
    """Find the role phrases outside names, in text order; `role_heads` are nouns that already describe a name."""
    heads = nominal_heads()
    taken: dict[int, Draft] = {}
    for d in named:
        taken |= dict.fromkeys(range(d.title[0] if d.title else d.i, d.j), d)
    out = []
    for i, lower in enumerate(page.lower):
        tag = page.tags[i]
        if tag not in tags.NOUN or i in taken or i in role_heads or i in page.office_parts:
            continue
        plural = tag in tags.PLURAL
        lemma = page.doc[i].lemma_.lower() if plural else lower
        known = lemma in heads or (plural and _acts(page, page.doc[i], lemma))
        known = known or is_of_a_nation(page, i)
        if i in page.office_ends:
            known, lemma = known or page.word(i) in heads, page.word(i)
        if not known or _modifies_a_noun(page, page.doc[i], taken) or _is_of_the_body(page.doc[i], lemma):
            continue
        phrase = _phrase(page, _carries(page, i), lemma, plural)
        bare = phrase.i == i and tag in tags.COMMON_NOUN and page.doc[i].dep_ not in rel.SUBJECT | rel.OWNER
        if page.lower[phrase.i] not in _NOBODY and not bare:
            out.append(phrase)
            if plural and (part := _part(page, phrase)) is not None:
                out.append(part)
    return out


def is_of_a_nation(page: Page, i: int) -> bool:
    """Whether token `i` tells of one person by his nation: "the Spaniard", "the 31-year-old Finn", no "the French"."""
    word, token = page.words[i], page.doc[i]
    if not word[0].isupper() or page.tags[i] in tags.PLURAL or not has_dependent(token, rel.DETERMINER):
        return False
    state = nation(word)
    one = page.lower[i] in _NATIONALS or (bool(state) and atlas().demonym(f"{word}s") == atlas().demonym(word))
    stands = token.dep_ in _TAKES_PART | rel.AGENT and page.text(i, i + 1) not in atlas().states
    return one and stands and not page.paper(i - 1, i + 1) and not page.name_word(i + 1)


def nation(word: str) -> str:
    """Give the state whose people a word tells of: a Spaniard's, a Frenchman's."""
    return atlas().demonym(word) or atlas().demonym(word.removesuffix("man").removesuffix("wo"))


_NATIONALS = word_set("words_of_mentions", "national")


def _carries(page: Page, i: int) -> Token:
    """Give the token on which the parser hung a word that hyphens join: the "up" of "runner-up"."""
    word = range(i, page.office_ends.get(i, i + 1))
    return next((page.doc[k] for k in word if page.doc[k].head.i not in word), page.doc[i])


def _is_of_the_body(noun: Token, lemma: str) -> bool:
    """Whether it is a part of somebody that something is done to: "shook their heads", not "sent its head of trade"."""
    if lemma not in _OF_THE_BODY or has_dependent(noun, rel.PREPOSITION):
        return False
    owners = [c for c in dependents(noun, rel.OWNER) if c.tag_ in tags.OWNING_PRONOUN and c.lower_ != "its"]
    return bool(owners) and noun.dep_ not in rel.SUBJECT


def _acts(page: Page, head: Token, lemma: str) -> bool:
    """Whether a plural that no list has names people by its ending, and they are told to do something."""
    if not is_occupation(lemma) or page.tags[head.i] not in tags.COMMON_PLURAL:
        return False
    some = head.head.lower_ == "of" and head.dep_ in rel.GOVERNED and head.head.head.tag_ in tags.NUMERAL
    return (head.head.head if some else head).dep_ in rel.ACTIVE_SUBJECT  # "four of the rowers told"


def _part(page: Page, whole: Draft) -> Draft | None:
    """Read those of several people who are told of apart: "one of the officers", "four of the six runners"."""
    of = page.doc[whole.head].head
    number = of.head
    if of.lower_ != "of" or of.dep_ not in rel.PREPOSITION or number.i != of.i - 1 or whole.kind != "group":
        return None
    single = number.lower_ in _ONE
    if not single and number.tag_ not in tags.NUMERAL:
        return None
    apposed = (t for t in number.subtree if t.dep_ in rel.APPOSITION)
    if number.dep_ not in _TAKES_PART or any(single or t.pos_ == "PROPN" for t in apposed):
        return None  # "one of the pilots, Ann Holm": her role
    i, j = number.i, whole.j
    text, lemma = page.text(i, j), whole.key[0]
    kind: MentionKind = "person" if single else "group"
    why = Reason("head-noun", lemma)
    part = Draft(i, j, page.starts[i], page.end(j - 1), text, kind, "nominal", why, i, (lemma,))
    part.plural = not single
    return part


def _modifies_a_noun(page: Page, head: Token, taken: dict[int, Draft]) -> bool:
    """The noun stands before another noun, a person's name or that of a body of its sort: it refers to nobody alone."""
    after = page.office_ends.get(head.i, head.i + 1)
    name = taken.get(after)
    if name is not None and name.i == after:
        body = name.kind == "organisation" and head.lower_ in body_sorts("noun") and page.spaced[head.i]
        if name.kind == "person" or body:
            return True
    if head.dep_ in rel.BEFORE_NOUN and head.head.i > head.i:
        return after < len(page) and page.tags[after] in tags.NOUN | tags.HYPHEN
    return after < len(page) and page.words[after] == "-"


def _phrase(page: Page, head: Token, lemma: str, plural: bool) -> Draft:
    i = head.i
    left = min(
        (c.left_edge.i for c in head.children if c.i < i and c.dep_ in _LEFT and i - c.left_edge.i < _REACH), default=i
    )
    cut = next(
        (k for k in range(i - 1, left - 1, -1) if _parts(page, k) or page.tags[k] not in tags.IN_NOUN_PHRASE),
        left - 1,
    )
    left = max(left, cut + 1)
    while left < i and _is_a_day(page, left):  # "Wednesday Berg's lawyer said"
        left += 1
    if (word := page.before_prefix(i)) < left:
        left = word
        while left and page.tags[left - 1] in tags.IN_NOUN_PHRASE and not page.first[left] and i - left < _REACH:
            left -= 1
    while left < i and not page.words[left][0].isalnum():
        left += 1
    right = _right(page, head)
    heads = nominal_heads()
    kind, gender = heads.get(lemma) or heads.get(page.lower[i]) or ("person", "")
    text = page.text(left, right + 1)
    draft = Draft(
        left,
        right + 1,
        page.starts[left],
        page.end(right),
        text,
        kind,
        "nominal",
        Reason("head-noun", lemma),
        i,
        (lemma,),
    )
    if plural and kind == "person":
        draft.kind = "group"
    draft.gender, draft.plural = ("" if plural else gender), plural
    return draft


def _is_a_day(page: Page, k: int) -> bool:
    """Whether a day is told right before a phrase, and is no word of it: not "Wednesday's speaker"."""
    return page.labels[k] in ner.DATE and page.tags[k] in tags.PROPER and page.tags[k + 1] not in tags.GENITIVE


def _parts(page: Page, k: int) -> bool:
    """Whether a mark parts what stands before a noun from it: a comma, a dash, a hyphen with spaces on both sides."""
    if page.words[k] == "-":
        return k > 0 and page.spaced[k] and page.spaced[k - 1]
    return page.words[k] in _STOPS


def _right(page: Page, head: Token) -> int:
    """Give the last token of the noun's "of" phrase, short of a comma, a quotation mark or a verb."""
    i = page.office_ends.get(head.i, head.i + 1) - 1
    if i + 1 >= len(page) or page.lower[i + 1] != "of":
        return i
    of = page.doc[i + 1]
    if has_dependent(of, rel.GOVERNED_CLAUSE):
        return i  # "accused the mayor of taking it"
    end = of.right_edge.i if of.head.i in (i, head.i) else i
    stop = next((k for k in range(i + 2, end + 1) if _stops(page, k)), end + 1)
    right = min(stop - 1, i + _REACH)
    while right > i and not page.words[right][-1].isalnum():
        right -= 1
    return i if right == i + 1 else right


def _stops(page: Page, k: int) -> bool:
    if page.words[k] == "-" and not page.spaced[k]:
        return False
    return page.words[k] in _STOPS or page.tags[k] in tags.FINITE_VERB | tags.RELATIVE_PRONOUN


_ELSEWHERE = word_set("words_of_mentions", "elsewhere")
_REACH_OF_A_PLACE = 250
"""Tokens between an office in a lead and the name of who holds it."""


def places(page: Page, at: Mapping[int, Thread], i: int, j: int) -> frozenset[str]:
    """Give the words of places among tokens `[i, j)`; no state's, which a demonym tells as well."""
    return frozenset(
        page.lower[k]
        for k in range(i, min(j, len(page)))
        if page.tags[k] in tags.PROPER
        and (page.labels[k] in ner.LANDS or (k in at and at[k].kind == "place"))
        and not (k in at and at[k].state)
    )


def places_of(page: Page, at: Mapping[int, Thread], thread: Thread) -> frozenset[str]:
    """Give the places of a person's offices: in them, or behind the name ("Mayor Ann Holm of Karm")."""
    found = [places(page, at, i, j) | _proper(page, i, head) for i, j, head in thread.roles]
    found += [places(page, at, d.j, d.j + 3) for d in thread.drafts if page.lower[d.j : d.j + 1] == ["of"]]
    return frozenset().union(*found)


def _proper(page: Page, i: int, j: int) -> frozenset[str]:
    """Give the proper names before the noun of an office, whatever they name: "Karm Governor"."""
    proper = (k for k in range(i, j) if page.tags[k] in tags.NAME)
    return frozenset(page.lower[k] for k in proper if not is_ordinary(page.lower[k]) and not is_role(page.lower[k]))


def is_elsewhere(page: Page, draft: Draft) -> bool:
    """Whether a role phrase says that it is of another place than the one told of: "the mayor of neighbouring Karm"."""
    return any(page.lower[k] in _ELSEWHERE for k in range(draft.i, draft.j))


def is_of_another_term(page: Page, draft: Draft, thread: Thread) -> bool:
    """Whether one comes and the other goes: "the outgoing mayor, Ann Holm … The new mayor said"."""
    told = {page.lower[k] for k in range(draft.i, draft.j)}
    held = {page.lower[k] for i, j, _ in thread.roles for k in range(i, j)}
    return any(told & one and held & other for one, other in ((_COMES, _GOES), (_GOES, _COMES)))


_COMES = word_set("words_of_mentions", "comes")
_GOES = word_set("words_of_mentions", "goes")
_COUNTERPART = word_set("words_of_mentions", "counterpart")


def counterpart_of(page: Page, draft: Draft, persons: Iterable[Thread]) -> Thread | None:
    """Give the counterpart from the state of a role: "his Norvian counterpart, Ann Holm … The Norvian minister"."""
    for thread in persons if draft.state else ():
        for i, j, head in thread.roles:
            if page.lower[head] in _COUNTERPART and atlas().among(page.words, i, j) == draft.state:
                return thread
    return None


def initialled(page: Page, persons: Iterable[Thread]) -> dict[int, Thread]:
    """Give whom initials behind "the" mean, by token: the one person of the report whose office they are of."""
    found: dict[str, dict[int, Thread]] = {}
    for thread in persons:
        for i, j, head in thread.roles:
            words = [k for k in range(i, j) if page.lower[k].isalpha() and not page.function_word(k)]
            for first, last in combinations(range(len(words) + 1), 2):
                if last - first in _INITIALS and head in words[first:last] and is_role(page.lower[head]):
                    initials = "".join(page.words[k][0].upper() for k in words[first:last])
                    found.setdefault(initials, {})[id(thread)] = thread
    out: dict[int, Thread] = {}
    for i in range(1, len(page)):
        word = page.words[i].replace(".", "")
        behind = page.lower[i - 1] == "the" and word.isupper() and page.doc[i].dep_ in rel.SUBJECT | rel.GOVERNED
        if behind and word not in atlas().states and len(bearers := found.get(word, {})) == 1:
            out[i] = next(iter(bearers.values()))
    return out


_INITIALS = range(2, 5)


def held_by(
    page: Page, thread: Thread, words: frozenset[str], named: Iterable[tuple[Thread, frozenset[str], int]]
) -> Thread | None:
    """Give the one of `named` who holds the office that an unnamed `thread` is told by, the words of which are given.

    `named` are those who bear its noun, each with the words of the office and the first token of the name.
    """
    first = thread.drafts[0]
    if page.lower[first.i] != "the" or first.plural:
        return None
    fitting = {id(t): (t, i) for t, theirs, i in named if words <= theirs or theirs <= words}
    if len(fitting) != 1:
        return None
    meant, at = next(iter(fitting.values()))
    return meant if 0 < at - first.i < _REACH_OF_A_PLACE else None
