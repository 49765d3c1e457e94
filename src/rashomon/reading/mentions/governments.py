"""A state or capital is either a place or a government, told by what governs it.

"The Saudis say" is their government too, unless the report has met some of them: "two Saudis", "Saudi sailors".

Metonymy is decided by syntax: who acts, is addressed, owns an act or an attitude is a government; what is gone to,
lived in, crossed or divided is a place. The words that decide are language/en/metonymy.txt.

A demonym or state with an institution is that body's name: "Iraqi government", "US embassy". So is each of several
before one: "Greek and Bulgarian police" are two.

An office bears the name of whose it is: "Norway's Foreign Ministry" is not Sweden's, nor any "Office" the Mayor's.

The mention stays the office's own words; its name and key are those of the whole.
"""

from __future__ import annotations

from functools import cache

from spacy.tokens import Token

from rashomon.language import lexicon, listed, saying_verbs, word_set
from rashomon.reading.grammar import entity_types as ner
from rashomon.reading.grammar import relations as rel
from rashomon.reading.grammar import tags
from rashomon.reading.grammar.relations import dependents
from rashomon.reading.mentions.gazetteer import atlas, gazetteer, name_key
from rashomon.reading.mentions.page import Draft, Page
from rashomon.reading.mentions.trimming import is_role
from rashomon.records import NO_REASON, MentionKind, Reason

_MINISTRIES = ("Department of", "Ministry for", "Ministry of")
_LONGEST_STATE = 3  # words
_BARE = frozenset({"Bureau", "Department", "Office"})
_LONGEST_TITLE = 4  # words
_MARKS = ("'s", "’s", "'", "’")


def owned_offices(page: Page, drafts: list[Draft]) -> None:
    """Give the offices among `drafts` that stand behind whose they are, a state or a holder, the name of the whole."""
    ends = {d.j: d for d in drafts if d.text in atlas().states}
    for d in drafts:
        owner = ends.get(d.i - 1) if d.i > 1 and page.tags[d.i - 1] in tags.GENITIVE else None
        if owner is not None and d.kind == "organisation" and _is_an_office(d.text):
            d.text = page.text(owner.i, d.j)
            d.key = (*name_key(owner.text), *d.key)
        elif (
            d.text in _BARE
            and d.i > 1
            and page.tags[d.i - 1] in tags.GENITIVE
            and (first := _holder(page, d.i - 1)) >= 0
        ):
            d.text = page.text(first, d.j)
            d.key = (*name_key(page.text(first, d.i - 1)), *d.key)


def _holder(page: Page, end: int) -> int:
    """Give where the title of an office-holder that ends at `end` begins: "Prosecutor General"; -1 where none does."""
    first = end
    while first > 0 and page.name_word(first - 1) and not page.shouting[first - 1] and end - first < _LONGEST_TITLE:
        first -= 1
    while first < end and (page.text(first, end) in atlas().states or atlas().demonym(page.words[first])):
        first += 1
    named = any(page.labels[k] in ner.PERSON for k in range(first, end))
    return first if first < end and is_role(page.lower[end - 1]) and not named else -1


def state_of_office(name: str) -> tuple[str, str] | None:
    """Read "Norway's Foreign Ministry", "Norwegian foreign ministry": the state and its office; None of other names."""
    words = name.split()
    for n in range(1, min(len(words), _LONGEST_STATE + 1)):
        first, rest = " ".join(words[:n]), " ".join(words[n:])
        for mark in _MARKS:
            first = first.removesuffix(mark)
        state = atlas().demonym(first) or atlas().states.get(first, "")
        if state and _is_an_office(rest):
            return state, rest
    return None


def _is_an_office(name: str) -> bool:
    return gazetteer().institution(name.split()) == "organisation" or name.startswith(_MINISTRIES)


def institutions(page: Page, drafts: list[Draft]) -> list[Draft]:
    """Give `drafts` with the institutions of states; the names inside them go, for they are part of the name."""
    starts = {d.i: d for d in drafts}
    found: list[Draft] = []
    for i, word in enumerate(page.words):
        if page.lower[i] == "guard" and (guard := _guard(page, i)):
            found.append(guard)
        if not word[0].isupper():
            continue
        state, after = atlas().demonym(word), i + 1
        named = starts.get(i)
        if named is not None and named.text in atlas().states:
            state, after = atlas().states[named.text], named.j
        if state and (body := _body(page, i, after, state)):
            found += [body, *_joined(page, body, after)]
    covered = {k for body in found for k in range(body.i, body.j)}
    kept = [d for d in drafts if d.i not in covered]
    return sorted([*kept, *found], key=lambda d: (d.start, -d.end))


@cache
def _guards() -> frozenset[str]:
    return frozenset(word for (word,) in lexicon("guards"))


def _guard(page: Page, i: int) -> Draft | None:
    """Read "the coast guard", a body, where "the guard" is a person; with a state before it, it is the state's."""
    alone = page.words[i].islower() and i > 1 and page.lower[i - 1] in _guards() and page.lower[i - 2] == "the"
    return _draft(page, i - 1, i + 1, "organisation", "") if alone and page.tags[i] in tags.SINGULAR else None


def _body(page: Page, i: int, after: int, state: str) -> Draft | None:
    table = gazetteer().institutions
    for n in range(min(gazetteer().longest_institution, len(page) - after), 0, -1):
        kind: MentionKind | None = table.get(" ".join(page.lower[after : after + n]))
        if kind is not None and page.spaced[after - 1]:
            return _draft(page, i, after + n, kind, state)
    return None


def _joined(page: Page, body: Draft, noun: int) -> list[Draft]:
    """Give the bodies of the states that stand before that of `body`: "Greek, Serbian and Bulgarian police"."""
    found: list[Draft] = []
    i = body.i
    link = frozenset({"and"})
    while i > 1 and page.lower[i - 1] in link and page.tags[body.j - 1] in tags.PLURAL:
        i, link = i - 2, _COMMA
        state = atlas().demonym(page.words[i])
        if not state:
            break
        one = _draft(page, i, i + 1, body.kind, "")
        one.text = f"{page.words[i]} {page.text(noun, body.j)}"
        one.key = name_key(one.text)
        found.append(one)
    return found


_COMMA = frozenset({","})


def _draft(page: Page, i: int, j: int, kind: MentionKind, state: str) -> Draft:
    text = page.text(i, j)
    draft = Draft(i, j, page.starts[i], page.end(j - 1), text, kind, "name", Reason("institution", text), j - 1)
    draft.key = name_key(text)
    draft.state = state if page.lower[j - 1] == "government" else ""
    return draft


_PARTNERS = word_set("words_of_mentions", "partner")
_TOLD = frozenset({"to", "from", "of", "on"})
_RESIDENT = word_set("words_of_mentions", "resident") | {""}
_SOME = word_set("words_of_mentions", "some_of_a_people")
_TOPIC = frozenset({"for", "about", "regarding"})


@cache
def _words(context: str) -> frozenset[str]:
    return frozenset(row[1] for row in lexicon("metonymy") if row[0] == context)


def governments(page: Page, drafts: list[Draft]) -> None:
    """Make the states and capitals that act organisations, each with its `state`; the others stay places."""
    other = _namesakes(drafts)
    met = _people_met(page)
    for d in drafts:
        if d.kind == "group" and (people := atlas().demonym(d.text)) and people not in met:
            _speaking_people(page, d, people)
        state = (other.get(d.text) or atlas().state(d.text)) if d.kind == "place" else ""
        if not state:
            continue
        capital = d.text in atlas().capitals
        why = _acts(page.doc[d.head], capital)
        if why:
            d.kind, d.state = "organisation", state
            d.because = Reason("metonym" if capital else "state-as-actor").then(why, ":")


def _speaking_people(page: Page, d: Draft, state: str) -> None:
    """Make "the Saudis" their government where they, and not some of them, say something or own what is said."""
    who, head = page.doc[d.head], page.doc[d.head].head
    if (
        d.i == 0
        or page.lower[d.i - 1] != "the"
        or any(c.dep_ not in rel.DETERMINER | rel.CASE_MARK for c in who.children)
    ):
        return
    says = who.dep_ in rel.ACTIVE_SUBJECT and head.lemma_.lower() in saying_verbs()
    if says or (who.dep_ in rel.OWNER and head.lemma_.lower() in listed("attribution_nouns")):
        d.kind, d.state = "organisation", state
        d.key = (*d.key, "government")
        d.because = Reason("people-speak", head.lemma_)


def _people_met(page: Page) -> frozenset[str]:
    """Give the states of whom the report tells that it met some: "two Syrians", "Syrian sailors", "a Syrian"."""
    found = set()
    for k, word in enumerate(page.words):
        state = atlas().demonym(word) if word[0].isupper() else ""
        if not state:
            continue
        counted = k > 0 and (page.tags[k - 1] in tags.NUMERAL or page.lower[k - 1] in _SOME)
        noun = k + 1 < len(page) and page.tags[k + 1] in tags.COMMON
        behind = page.doc[k + 1].lemma_.lower() if noun else ""
        if (counted and page.doc[k].tag_ in tags.PLURAL) or _is_person(behind):
            found.add(state)
    return frozenset(found)


def _is_person(noun: str) -> bool:
    """Whether a noun is for somebody who does not act for a state: "sailor", "migrant"."""
    people = listed("source_nouns", "person") | listed("nominal_heads", "person")
    people |= listed("political_actors", "private", "society")
    return noun in people and noun not in listed("political_actors", "state", "force")


def _namesakes(drafts: list[Draft]) -> dict[str, str]:
    """Give the names that two states bear, and here mean the second: it alone is told of by a name of its own."""
    places = atlas()
    own = {places.state(d.text) for d in drafts if d.kind == "place" and d.text not in places.namesakes}
    return {n: state for n, state in places.namesakes.items() if state in own and places.states[n] not in own}


def _acts(token: Token, capital: bool, depth: int = 0) -> Reason:
    """Say why `token` is a government here; empty where it is a place."""
    head, dep = token.head, token.dep_
    if dep in rel.BESIDE_NOUN and depth < 3:
        named = head.ent_type_ in ner.ACTORS or head.tag_ in tags.NAME
        return _acts(head, capital, depth + 1) if named else Reason("conjunct")
    if token.i + 1 < len(token.doc) and token.nbor().text == "-" and not token.whitespace_:
        linked = token.nbor(2).lower_ if token.i + 2 < len(token.doc) else ""
        return Reason("modifier-of", linked) if linked not in _RESIDENT else NO_REASON
    if dep in rel.SUBJECT_OR_CLAUSE | rel.AGENT:
        placed = head.lemma_ == "be" or (dep in rel.PASSIVE_SUBJECT and head.lemma_ in _words("verb"))
        return NO_REASON if placed and capital else Reason("subject-of", head.lemma_)
    if dep in rel.OBJECTS:
        return NO_REASON if head.lemma_ in _words("verb") else Reason("object-of", head.lemma_)
    if dep in rel.OWNER:
        placed = head.lemma_.lower() in _words("possessed") or (capital and head.tag_ in tags.PROPER)
        return NO_REASON if placed else Reason("owner-of", head.lemma_)
    if dep in rel.BEFORE_NOUN | rel.NOUN_ADVERBIAL:
        # "US forces" speaks of the state, for it has no other adjective; "Iraq war" speaks of the country.
        return (
            Reason("modifier-of", head.lemma_) if token.text.replace(".", "").isupper() and not capital else NO_REASON
        )
    return _after_preposition(head, capital) if dep in rel.GOVERNED else NO_REASON


def _after_preposition(preposition: Token, capital: bool) -> Reason:
    word, governor = preposition.lower_, preposition.head
    if word in _PARTNERS or (word in _TOPIC and not capital):
        return Reason(word, governor.lemma_)
    if word not in _TOLD:
        return NO_REASON
    governors = {governor.lemma_.lower()}
    if word != "of":
        governors |= {c.lemma_.lower() for c in dependents(governor, rel.ADJECTIVE_PREDICATE | rel.OBJECT)}
    hit = sorted(governors & _words(word))
    return Reason(word, hit[0]) if hit else NO_REASON
