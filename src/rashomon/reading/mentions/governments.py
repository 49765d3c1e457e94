"""A state or capital is either a place or a government, told by what governs it.

Metonymy is decided by syntax: who acts, is addressed, owns an act or an attitude is a government; what is gone to,
lived in, crossed or divided is a place. The words that decide are language/en/metonymy.txt.
"""

from __future__ import annotations

from functools import cache

from spacy.tokens import Token

from rashomon.language import lexicon
from rashomon.reading.grammar import entity_types as ner
from rashomon.reading.grammar import relations as rel
from rashomon.reading.grammar import tags
from rashomon.reading.grammar.dependents import dependents
from rashomon.reading.mentions.atlas import atlas
from rashomon.reading.mentions.draft import Draft
from rashomon.reading.mentions.page import Page
from rashomon.records import NO_REASON, Reason

_PARTNERS = frozenset({"with", "between", "against", "by", "than", "like", "without", "among", "versus", "including"})
_TOLD = frozenset({"to", "from", "of", "on"})
_RESIDENT = frozenset({"", "based", "born", "bound", "area", "wide"})
_TOPIC = frozenset({"for", "about", "regarding"})


@cache
def _words(context: str) -> frozenset[str]:
    return frozenset(row[1] for row in lexicon("metonymy") if row[0] == context)


def governments(page: Page, drafts: list[Draft]) -> None:
    """Make the states and capitals that act organisations, each with its `state`; the others stay places."""
    other = _namesakes(drafts)
    for d in drafts:
        state = (other.get(d.text) or atlas().state(d.text)) if d.kind == "place" else ""
        if not state:
            continue
        capital = d.text in atlas().capitals
        why = _acts(page.doc[d.head], capital)
        if why:
            d.kind, d.state = "organisation", state
            d.because = Reason("metonym" if capital else "state-as-actor").then(why, ":")


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
