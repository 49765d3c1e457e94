"""Whether a name is a person's that the model took for a body's, and whether that is a man or a woman.

A name is a person's where the text treats it as one. Only names of two or three words without a head word are judged;
one word only where the noun for it stands beside it. What speaks for a person: what he is ("a farmer"), an age, "who",
a relative, a deed or a fate that only persons have, the surname alone as a person, or "He" in the next sentence.

What the report says of a person's gender outweighs the list of given names. It says it by a title, by what he is ("the
actress"), by whose husband or wife he has, and by the pronoun that goes on from his name: "Joan Smith told the court
that her husband", "Andrea Rossi resigned. He".
"""

from __future__ import annotations

from rashomon.reading.grammar import entity_types as ner
from rashomon.reading.grammar import label, tags
from rashomon.reading.grammar import relations as rel
from rashomon.reading.grammar.relations import has_dependent
from rashomon.reading.mentions.beside import body_beside, closes_apposition, personal_words, role_beside, word_of_bodies
from rashomon.reading.mentions.gazetteer import atlas, gazetteer, nominal_heads
from rashomon.reading.mentions.page import Draft, Page
from rashomon.reading.mentions.pronoun_context import GENDER
from rashomon.reading.mentions.verbs import ONE_OF, SUBJECTS, utters, verb_of
from rashomon.records import NO_REASON, Reason

_WORDS = (2, 3)
_AGES = range(1, 120)
_LONGEST_RANK = 6  # letters of a rank written short
_PRONOUNS = frozenset({"he", "she"})
_OWNING = tags.GENITIVE | tags.OWNING_PRONOUN | tags.WHOSE


def personal(page: Page, drafts: list[Draft]) -> None:
    """Make the open or model-typed names that the text treats as persons persons, wherever they stand."""
    alone = {d.key[0]: d.text for d in drafts if len(d.key) == 1 and d.label in ner.PERSON}
    alone |= {d.key[0]: d.text for d in drafts if len(d.key) == 1 and d.kind == "person"}
    for d in drafts:
        if d.kind == "person" and len(d.key) > 1:
            alone.pop(d.key[-1], None)  # somebody's surname already
    people = {d.head for d in drafts if d.kind == "person"}
    told: dict[tuple[str, ...], Reason] = {d.key: why for d in drafts if (why := _relative(page, d))}
    told |= {d.key: Reason("age", age) for d in drafts if _guessed(page, d) and (age := _aged(page, d))}
    states = {state for d in drafts if (state := atlas().demonym(d.text) or atlas().capitals.get(d.text, ""))}
    for d in drafts:
        if d.key in told and (_relative(page, d) or atlas().states.get(d.text) not in states):
            d.kind, d.because = "person", told[d.key]
    for d in drafts:
        short = page.words[d.j : d.j + 1] == ["."] and len(d.text) < _LONGEST_RANK
        rank = len(d.key) == 1 and (short or gazetteer().title([d.key[0]]) or gazetteer().title([f"{d.key[0]}."]))
        guessed = _guessed(page, d) or (d.because == Reason("model", label(ner.POLITY)) and closes_apposition(page, d))
        role = role_beside(page, d) if d.key not in told and guessed and not rank else ""
        if role and not body_beside(page, d) and not word_of_bodies(page, d):  # "its manager, Karm Maritime"
            told[d.key] = Reason("role-beside", role)
    for d in drafts:
        if d.key not in told and _open(page, d) and (why := _why(page, d, alone, people)):
            told[d.key] = why
    for d in drafts:
        if d.key in told and (_guessed(page, d) or (told[d.key].rule == "role-beside" and d.because.rule == "model")):
            d.kind, d.because = "person", told[d.key]


def _relative(page: Page, d: Draft) -> Reason:
    """Read "his brother, Jordan", "whose mother, Hana,": a relative has a person's name, though a place has it too."""
    k = d.i - 1 - (d.i > 1 and page.words[d.i - 1] == ",")
    aside = k < d.i - 1 and page.words[d.j : d.j + 1] == [","] and d.because.rule != "known-name"
    land = len(d.key) == 1 and ((d.kind == "place" and d.text in atlas().states) or (d.kind == "other" and aside))
    owned = land and k > 0 and (page.tags[k - 1] in _OWNING or page.lower[k - 1] in {"the", "older", "younger"})
    return Reason("relative", page.lower[k]) if owned and page.lower[k] in personal_words("kin") else NO_REASON


def _aged(page: Page, d: Draft) -> str:
    """Read "25-year-old Oral said": who is of an age, without an article; a thing has one, "a 25-year-old Volvo"."""
    words = "".join(page.lower[max(0, d.i - 5) : d.i])
    years, _, rest = words.rpartition("-year-old")
    at = d.i - 5
    bare = at < 1 or page.tags[at - 1] not in tags.ARTICLE | tags.OWNING_PRONOUN
    return years if years.isdigit() and int(years) in _AGES and not rest and bare else ""


def _guessed(page: Page, d: Draft) -> bool:
    """Whether only the model says what bears the name, and no word of it tells."""
    words = page.words[d.i : d.j]
    bare = (
        not any(w in gazetteer().heads or w.isupper() or w == "&" for w in words)
        and words[0] not in gazetteer().first_heads
    )
    guessed = d.kind == "other" or d.because.rule == "model"
    return guessed and d.kind not in ("person", "place") and d.j - d.i <= 5 and bare


def _open(page: Page, d: Draft) -> bool:
    """Whether the name is one of those that the text's treatment may make a person's."""
    return len(d.key) in _WORDS and _guessed(page, d) and not word_of_bodies(page, d)


def _why(page: Page, d: Draft, alone: dict[str, str], people: set[int]) -> Reason:
    """Say what speaks for a person; empty where nothing does."""
    if surname := alone.get(d.key[-1]):
        return Reason("surname-alone", surname)
    after = page.lower[d.j : d.j + 3]
    if after[:1] == [","] and len(after) == 3:
        if after[1].isdigit() and int(after[1]) in _AGES and after[2] in {",", "."}:
            return Reason("age", after[1])
        if after[1] in {"who", "whose"}:
            return Reason("relative", after[1])
    if len(after) > 1 and page.tags[d.j] in tags.GENITIVE and after[1] in personal_words("kin"):
        return Reason("owner-of", after[1])
    if closes_apposition(page, d) and (one := _one_of(page, d)):
        return Reason("one-of", one)
    token = page.doc[d.head]
    lemma = token.head.lemma_.lower()
    down = has_dependent(token.head, rel.PARTICLE)  # aircraft are shot down
    if token.dep_ in rel.PASSIVE_SUBJECT and not down and lemma in personal_words("suffered"):
        return Reason("suffered", lemma)
    if token.dep_ in rel.ACTIVE_SUBJECT and lemma in personal_words("act"):
        return Reason("act", lemma)
    if (
        token.dep_ in rel.ACTIVE_SUBJECT and not d.label and utters(token.head)
    ):  # a body's name is one for the model, mostly
        return Reason("speaks", lemma)
    return _goes_on(page, d, people) if token.dep_ in rel.SUBJECT else NO_REASON


def _one_of(page: Page, d: Draft) -> str:
    """Give the word by which who bears a name is one of many: "One of the drivers, Hana Umar,"; empty where none."""
    first = page.doc[d.head].sent.start
    k = next((k for k in range(d.i - 2, max(first, d.i - 8), -1) if page.lower[k] == "of"), 0)
    return page.lower[k - 1] if k > 0 and page.lower[k - 1] in ONE_OF else ""


def _goes_on(page: Page, d: Draft, people: set[int]) -> Reason:
    """Read "Anton Belov met the envoy. He said …": who opens a sentence, and nobody else is named in it."""
    sentence = page.doc[d.head].sent
    if any(not page.blank(k) for k in range(sentence.start, d.i)) or any(
        k in people for k in range(sentence.start, sentence.end)
    ):
        return NO_REASON
    k = sentence.end
    while k < len(page) and page.blank(k) and page.words[k].count("\n") < 2:
        k += 1
    return Reason("goes-on", page.lower[k]) if k < len(page) and page.lower[k] in _PRONOUNS else NO_REASON


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
