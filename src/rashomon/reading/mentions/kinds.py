"""Each name has one kind in the whole report: what is known, its head word and its bearers outvote the model.

Order of evidence: known names and outlets, head words, titles and given names, what stands beside it, the model's
majority over the report for a name of several words, a person's surname, then the model's majority for a single word.
"""

from __future__ import annotations

from collections import Counter
from functools import cache

from rashomon.language import lexicon, listed, word_set
from rashomon.reading.grammar import entity_types as ner
from rashomon.reading.grammar import label, tags
from rashomon.reading.grammar import relations as rel
from rashomon.reading.mentions.beside import body_beside, is_entered, place_beside, stands_where, word_of_bodies
from rashomon.reading.mentions.gazetteer import gazetteer, nominal_heads, skeleton, spelling
from rashomon.reading.mentions.page import Draft, Page
from rashomon.reading.mentions.personal import personal
from rashomon.records import NO_REASON, MentionKind, Reason

_NAMED: tuple[tuple[frozenset[str], MentionKind], ...] = (
    (ner.PERSON, "person"),
    (ner.ORGANISATION, "organisation"),
    (ner.PEOPLE, "group"),
    (ner.LANDS, "place"),
    (ner.FACILITY, "facility"),
)
_KINDS = {label: kind for labels, kind in _NAMED for label in labels}
OUTLET_NOUNS = word_set("words_of_mentions", "outlet")
"""Nouns that, beside a name in quotation marks, say that it is an outlet's."""
FIRST_WORD = "first-word-of"
"""The rule by which a word is a body: it opens the name of one."""
_MARKS = frozenset({'"', "“", "‘", "``", "«"})
_ACRONYM = range(3, 7)
_ACTING = rel.SUBJECT | rel.APPOSITION | rel.OWNER
_MISTAKEN = ner.PERSON_OR_BODY | ner.POLITY
_FILLS = rel.SUBJECT_OR_OBJECT | rel.OWNER_OR_GOVERNED | rel.ROOT
_GOES_ON = tags.NOUN | tags.RELATIVE_PRONOUN | tags.NUMERAL | tags.HYPHEN
_WHICH = frozenset({"of", "-", "and", "or", "to"})
_FOLLOWERS = word_set("words_of_mentions", "follower")


@cache
def vessels() -> frozenset[str]:
    """Give the nouns for ships that stand before the name of one, and the marks that open such a name ("USS")."""
    return frozenset(word for (word,) in lexicon("vessels"))


def kinds(page: Page, drafts: list[Draft]) -> list[Draft]:
    """Settle `kind` and `because` of every name, and drop what is no name."""
    for d in drafts:
        d.kind, d.because = _alone(page, d)
    _majority([d for d in drafts if d.kind == "other" and len(d.key) > 1], drafts)
    personal(page, drafts)
    _told_beside(page, drafts)
    _surnames(page, drafts)
    _acronyms(page, drafts)
    _first_words(drafts)
    _defined(page, drafts)
    _majority([d for d in drafts if d.kind == "other"], drafts)
    counts = Counter(d.key for d in drafts)
    kept = [d for d in drafts if not _spurious(page, d, counts[d.key])]
    for d in kept:
        d.because = d.because or Reason("written-as-a-name", d.text)
    return kept


def _alone(page: Page, d: Draft) -> tuple[MentionKind, Reason]:
    """Give what the name says of itself; "other" where it says nothing."""
    g = gazetteer()
    words = page.words[d.i : d.j]
    before = (d.title[0] if d.title else d.i) - 1
    if before >= 0 and page.lower[before] in vessels():
        return "facility", Reason("vessel", page.lower[before])
    if d.title and not (words[-1] in g.heads and d.label in ner.ORGANISATION):
        return "person", Reason("title", page.text(*d.title))
    if (d.start, d.end) in page.papers:
        return "publication", Reason("outlet")
    if mark := next((w for w in page.words[max(0, d.i - 1) : d.j - 1] if w in vessels()), ""):
        return "facility", Reason("vessel", mark)
    if known := g.kind(d.text):
        return known, Reason("known-name")
    if paper := _paper(page, d):
        return "publication", Reason("outlet-noun", paper)
    bare = len(words) == 1 and words[0].lower() in listed("outlet_words") and page.lower[max(0, d.i - 1)] == "the"
    if bare and d.label in ner.PERSON:
        return "publication", Reason("outlet-word", words[0])  # "told the Gazette, a guard closed it"
    if len(words) == 1:
        return ("group", Reason("demonym")) if g.adjective(words[0]) else ("other", NO_REASON)
    if headed := _headed(d, words):
        return headed
    given = words[0].lower()
    if given not in g.given and given != "abu" and _leads_on(page, d.j):
        return "organisation", Reason("body-of", page.words[_after_quote(page, d.j)])
    if len(d.key) > 1 and given in g.given and _is_called_so(page, d):
        return "facility", Reason("the", words[0])
    body = word_of_bodies(page, d) if d.label in ner.ORGANISATION else ""  # "Arno Holding"
    if len(d.key) > 1 and given in g.given and d.label not in ner.FACILITY and not body:
        return "person", Reason("given-name", words[0])
    if given == "abu" and len(d.key) > 2:
        return "person", Reason("given-name", "Abu")
    return "other", NO_REASON


def _is_called_so(page: Page, d: Draft) -> bool:
    """Whether a ship or another thing bears a person's full name: "The Ada Holm left port", not "the Ada Holm we knew".

    Somebody's name takes an article only before what tells which one is meant.
    """
    head, after = page.doc[d.head], d.j
    if d.i < 1 or page.lower[d.i - 1] != "the" or head.dep_ not in _FILLS:
        return False
    if after < len(page) and (page.tags[after] in _GOES_ON or page.lower[after] in _WHICH):
        return False
    return not any(c.dep_ in rel.BESIDE_NOUN | rel.DESCRIBING or c.lower_ == "of" for c in head.children)


def _paper(page: Page, d: Draft) -> str:
    """Give the noun of outlets that a quoted name stands beside: "the “Elm” website", "newspaper “Elm”"."""
    opened = d.i > 0 and page.words[d.i - 1] in _MARKS
    after = _after_quote(page, d.j)
    if opened and after == d.j + 1 and after < len(page) and page.lower[after] in OUTLET_NOUNS:
        return page.lower[after]
    return page.lower[d.i - 2] if opened and d.i > 1 and page.lower[d.i - 2] in OUTLET_NOUNS else ""


def _after_quote(page: Page, j: int) -> int:
    return j + 1 if j < len(page) and page.words[j] in {'"', "”", "’"} else j


def _leads_on(page: Page, j: int) -> bool:
    """What follows the name says that it is a body: "… leader Qais Khazali", "… movement", "… fighters"."""
    k = _after_quote(page, j)
    if k >= len(page) or page.words[k][0].isupper():
        return False
    noun = nominal_heads().get(page.lower[k])
    if noun is None:
        return False
    return page.lower[k] in _FOLLOWERS or (k == j and noun[0] == "person" and page.name_word(k + 1))


def _headed(d: Draft, words: list[str]) -> tuple[MentionKind, Reason] | None:
    """Give the kind that the head word tells: the last word, or the one before "of" and "for"."""
    g = gazetteer()
    cut = next((k for k, w in enumerate(words) if w in {"of", "for"} and k), len(words))
    head = words[cut - 1]
    if kind := g.heads.get(head):
        person = words[0].lower() in g.given and d.label in ner.PERSON
        if not person and not (kind == "place" and d.label in ner.PERSON):
            return kind, Reason("head-word", head)
    if first := g.first_heads.get(words[0]):
        return first, Reason("head-word", words[0])
    if kind := g.institution(words[1:]):
        return kind, Reason("institution", " ".join(words[1:]))
    return None


def _told_beside(page: Page, drafts: list[Draft]) -> None:
    """What only the model types is a body or a place where the words beside it, or a word of it, say so."""
    told: dict[tuple[str, ...], tuple[MentionKind, Reason]] = {}
    people = [d for d in drafts if d.kind == "person" and (len(d.key) > 1 or d.title)]
    surnames = {d.key[-1:] for d in people} | {d.key[:1] for d in people}
    acting = {d.key for d in drafts if page.doc[d.head].dep_ in _ACTING}
    for d in drafts:
        if d.key in told or d.key in surnames or not (d.kind == "other" or d.because.rule == "model") or d.title:
            continue
        if noun := place_beside(page, d):
            told[d.key] = "place", Reason("place-beside", noun)
        elif d.label in _MISTAKEN and d.key not in acting and (preposition := stands_where(page, d)):
            told[d.key] = "place", Reason(f"stands-{preposition}", d.text)
        elif d.key not in acting and (verb := is_entered(page, d)):
            told[d.key] = "place", Reason("ground", verb)
        elif word := word_of_bodies(page, d):
            told[d.key] = "organisation", Reason("word-of-bodies", word)
        elif noun := body_beside(page, d):
            told[d.key] = "organisation", Reason("body-beside", noun)
    for d in drafts:
        if d.key in told and (d.kind == "other" or d.because.rule == "model") and not d.title:
            d.kind, d.because = told[d.key]


def _acronyms(page: Page, drafts: list[Draft]) -> None:
    """What is written in capitals alone is no person, unless it is a person's surname or initials, or is titled."""
    people = {"".join(w[0] for w in d.text.lower().split()) for d in drafts if d.kind == "person"}
    capitals = {d.key for d in drafts if d.label in ner.PERSON and _in_capitals(page, d)} - {(word,) for word in people}
    for d in drafts:
        if d.kind == "other" and d.key in capitals and _in_capitals(page, d):
            d.kind, d.because = "organisation", Reason("acronym")


def _first_words(drafts: list[Draft]) -> None:
    """The first word of one body's name is that body where the model takes it for a person: "Harbour" (Clinics).

    Of names of three words and more only such as close as those of companies do: "Karm Holding AG".
    """
    longer: dict[str, set[str]] = {}
    for d in drafts:
        if d.kind == "organisation" and (len(d.key) == 2 or d.because.rule == "word-of-bodies"):
            longer.setdefault(d.key[0], set()).add(" ".join(d.text.split()[:2]))
    places = {d.key for d in drafts if d.label in ner.PLACES}
    for d in drafts:
        names = longer.get(d.key[0], set()) if len(d.key) == 1 and d.kind == "other" and d.key not in places else ()
        taken = d.label in ner.PERSON and d.key[0] not in gazetteer().given and not d.text.isupper()
        if taken and len(names) == 1:
            d.kind, d.because = "organisation", Reason(FIRST_WORD, next(iter(names)))


def _defined(page: Page, drafts: list[Draft]) -> None:
    """The name that a body gives itself in brackets is its own, whatever the model takes it for: 'Karm AG ("Karm")'."""
    bodies = {d.j: d for d in drafts if d.kind == "organisation"}
    found: dict[tuple[str, ...], str] = {}
    for d in drafts:
        k = d.i - 1
        k -= k > 0 and page.words[k] in _MARKS
        if k > 0 and page.words[k] == "(" and k in bodies and bodies[k].key[:1] == d.key:
            found[d.key] = bodies[k].text
    for d in drafts:
        if d.key in found and d.kind == "other":
            d.kind, d.because = "organisation", Reason(FIRST_WORD, found[d.key])


def _in_capitals(page: Page, d: Draft) -> bool:
    word = page.words[d.i]
    return d.j - d.i == 1 and word.isalpha() and word.isupper() and len(word) in _ACRONYM and not page.shouting[d.i]


def _surnames(page: Page, drafts: list[Draft]) -> None:
    """A person's surname is a person wherever it stands alone, whatever the model or the gazetteer made of it."""
    surnames: dict[str, dict[str, str]] = {}
    firsts: dict[str, str] = {}
    for d in drafts:
        if d.kind == "person" and len(d.key) > 1:
            surnames.setdefault(skeleton(d.key[-1]), {}).setdefault(d.key[-1], d.text)
            if len(d.key) > 2 and d.key[-2] not in gazetteer().given:  # the first of two: "Ana Vidal Soto"
                firsts.setdefault(d.key[-2], d.text)
    given = {d.key[0]: d.text for d in reversed(drafts) if d.kind == "person" and len(d.key) > 1}
    titled = {d.key for d in drafts if d.because.rule == "title"}
    for d in drafts:
        if len(d.key) == 1 and (d.kind in {"other", "group"} or (d.kind == "place" and d.label in ner.PERSON)):
            bearers = surnames.get(skeleton(d.key[0]), {})
            near = bearers.get(d.key[0]) or next((t for k, t in bearers.items() if spelling(k, d.key[0])), "")
            if near and not (d.because.rule == "demonym" and page.tags[d.head] in tags.ANY_ADJECTIVE):
                d.kind, d.because = "person", Reason("surname-of", near)
            elif d.kind == "other" and d.key[0] in given and d.label in ner.PERSON_OR_BODY and not d.text.isupper():
                d.kind, d.because = "person", Reason("given-name-of", given[d.key[0]])
            elif d.kind == "other" and d.key[0] in firsts:
                d.kind, d.because = "person", Reason("surname-of", firsts[d.key[0]])
            elif d.key in titled:
                d.kind, d.because = "person", Reason("titled-elsewhere")


def _majority(open_: list[Draft], drafts: list[Draft]) -> None:
    """The model's most frequent type of a name is its type everywhere."""
    votes: dict[tuple[str, ...], Counter[str]] = {}
    for d in drafts:
        if d.label:
            votes.setdefault(d.key, Counter())[d.label] += 1
    for d in open_:
        if count := votes.get(d.key):
            best = max(count, key=lambda label: (count[label], label in ner.PERSON, label))
            d.kind, d.because = _KINDS[best], Reason("model", best)


def _spurious(page: Page, d: Draft, times: int) -> bool:
    """Tell a name from a demonym adjective, a bare title or role, or a common word that has a capital."""
    if d.because.rule in {"known-name", "outlet", "title"}:
        return False
    if not any(c.isalpha() for c in d.text) or len(d.text) < 2:
        return True
    word, tag = page.words[d.head], page.tags[d.head]
    if len(d.key) == 1 and gazetteer().adjective(word) and d.because.rule != "surname-of":
        return not (d.j - d.i == 1 and tag in tags.PLURAL)
    if d.j - d.i > 1:
        guessed = d.kind == "other" or d.because == Reason("model", label(ner.ORGANISATION))
        common = all(page.lower[k] in page.written for k in range(d.i, d.j))
        party = d.kind == "other" and len(d.text) <= 5 and "-" in d.text
        return party or (guessed and (common or (d.text.isupper() and " " in d.text and not d.label)))
    if word.lower() in gazetteer().title_words or (d.kind == "group" and not word.endswith("s")):
        return True
    if gazetteer().title(page.lower[d.i : d.j + 2]) > d.j - d.i:  # "Interior" of "Interior Minister"
        return True
    if d.kind == "other":
        return times < 2 or word.lower() in page.written
    common = (
        word.lower() in page.written
        or tag in tags.COMMON | tags.ADPOSITION | tags.ADJECTIVE | tags.ADVERB | tags.GERUND
    )
    return page.first[d.i] and common and d.because.rule != "surname-of"
