"""Whether a named person is a man or a woman: what the report says of him outweighs the list of given names.

The report says it by a title, by what he is ("the actress"), by whose husband or wife he has, and by the pronoun that
goes on from his name: "Joan Smith told the court that her husband", "Andrea Rossi resigned. He".
"""

from __future__ import annotations

from rashomon.reading.grammar import relations as rel
from rashomon.reading.grammar import tags
from rashomon.reading.mentions.draft import Draft
from rashomon.reading.mentions.gazetteer import nominal_heads
from rashomon.reading.mentions.page import Page
from rashomon.reading.mentions.pronoun_context import GENDER
from rashomon.reading.mentions.verbs import SUBJECTS, verb_of

_SPOUSES = {"boyfriend": "f", "girlfriend": "m", "husband": "f", "widow": "m", "widower": "f", "wife": "m"}


def by_spouse(page: Page, d: Draft) -> str:
    """Give the gender that whose husband or wife somebody has tells: "Ann Holm, whose husband is missing,"."""
    if d.form != "name" or d.j + 1 >= len(page):
        return ""
    after = page.lower[d.j + 1 : d.j + 3]
    held = after[1:2] if page.words[d.j] == "," and after[:1] == ["whose"] else after[:1]
    owns = held != after[:1] or page.tags[d.j] in tags.GENITIVE
    return _SPOUSES.get(held[0], "") if owns and held else ""


def told_beside(page: Page, drafts: list[Draft], named: list[Draft], *, but: str = "") -> str:
    """Give the one gender that is told beside the names `drafts` of somebody; `named` are all persons' names.

    Where the list gives the gender `but`, a "he" or "she" in the sentence may be of another: "Ann Holm said he lied".
    """
    others = frozenset(d.head for d in named) - {d.head for d in drafts}
    told = set()
    for d in drafts:
        told |= {by_spouse(page, d), _by_noun(page, d) or _by_pronoun(page, d, others, but)} - {""}
    return told.pop() if len(told) == 1 else ""


def _by_noun(page: Page, d: Draft) -> str:
    """Read "the actress Joan Pike"."""
    return nominal_heads().get(page.lower[d.i - 1], ("", ""))[1] if d.i else ""


def _by_pronoun(page: Page, d: Draft, people: frozenset[int], but: str) -> str:
    """Read the first pronoun of one person behind a subject, up to the first word of the next sentence.

    Who is spoken of in the sentence before may be meant instead, and no "him" or "her" beside the verb is its subject.
    """
    head = page.doc[d.head]
    if page.quoted[d.i] or verb_of(head) is None:
        return ""
    start, end = head.sent.start, head.sent.end
    while end < len(page) and page.blank(end):
        end += 1
    before = page.doc[start - 1].sent.start if start else start
    for k in (*range(before, d.i), *range(d.j, min(end + 1, len(page)))):
        token, owns = page.doc[k], page.tags[k] in tags.OWNING_PRONOUN
        if k in people or (_is_a_person(page, k) and token.dep_ in rel.SUBJECT_OR_OBJECT):
            return ""
        if page.lower[k] not in GENDER or page.quoted[k]:
            continue
        if k < d.i or (owns and token.head.dep_ in rel.NOUN_PREDICATE):
            return ""  # "Jan Pesk is her brother"
        found = GENDER[page.lower[k]]
        return found if k == end or owns or (token.dep_ in SUBJECTS and but in ("", found)) else ""
    return ""


def _is_a_person(page: Page, k: int) -> bool:
    known = nominal_heads().get(page.doc[k].lemma_.lower())
    return known is not None and known[0] == "person"
