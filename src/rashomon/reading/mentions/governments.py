"""A state or capital is either a place or a government, told by what governs it; "Iraqi government" names one.

Metonymy is decided by syntax: who acts, is addressed, owns an act or an attitude is a government; what is gone to,
lived in, crossed or divided is a place. The words that decide are lexicons/metonymy.txt.
"""

from __future__ import annotations

from functools import cache

from spacy.tokens import Token

from rashomon.lexicons import lexicon
from rashomon.reading.mentions.atlas import atlas
from rashomon.reading.mentions.draft import Draft
from rashomon.reading.mentions.gazetteer import gazetteer
from rashomon.reading.mentions.name_key import name_key
from rashomon.reading.mentions.page import Page

_PLACING = frozenset(
    [
        "in",
        "into",
        "at",
        "inside",
        "outside",
        "across",
        "throughout",
        "through",
        "within",
        "near",
        "around",
        "over",
        "via",
        "onto",
        "towards",
        "toward",
        "up",
        "out",
    ]
)
_PARTNERS = frozenset({"with", "between", "against", "by", "than", "like", "without", "among", "versus", "including"})


@cache
def _words(context: str) -> frozenset[str]:
    return frozenset(row[1] for row in lexicon("metonymy") if row[0] == context)


def governments(page: Page, drafts: list[Draft]) -> None:
    """Set `state` on states, capitals and bodies of a state, and make those that act organisations."""
    for d in drafts:
        if d.kind == "place":
            capital = d.text in atlas().capitals
            d.state = atlas().state(d.text)
            if d.state:
                why = _acts(page.doc[d.head], capital)
                if why:
                    d.kind, d.because = "organisation", f"{'metonym' if capital else 'state-as-actor'}:{why}"
                else:
                    d.state = ""
    _institutions(page, drafts)


def _acts(token: Token, capital: bool, depth: int = 0) -> str:
    """Why `token` is a government here; empty where it is a place."""
    head, dep = token.head, token.dep_
    if dep in {"conj", "appos"} and depth < 3:
        return (
            _acts(head, capital, depth + 1)
            if head.ent_type_ in {"GPE", "ORG", "PERSON", "NORP"} or head.tag_ == "NNP"
            else "conjunct"
        )
    if dep in {"nsubj", "nsubjpass", "agent", "csubj"}:
        place_like = head.lemma_ == "be" or (dep == "nsubjpass" and head.lemma_ in _words("verb"))
        return "" if place_like and capital else f"subject-of:{head.lemma_}"
    if dep in {"dobj", "iobj", "dative"}:
        return "" if head.lemma_ in _words("verb") else f"object-of:{head.lemma_}"
    if dep == "poss":
        return (
            ""
            if head.lemma_.lower() in _words("possessed") or (head.tag_ in {"NNP", "NNPS"} and capital)
            else f"owner-of:{head.lemma_}"
        )
    if dep in {"npadvmod", "amod"} or (token.i + 1 < len(token.doc) and token.nbor().text == "-"):
        return f"modifier-of:{head.lemma_}"
    if dep in {"compound", "nmod"}:
        if capital or (head.tag_ in {"NNP", "NNPS"} and token.text in {"Iraq", "Iran"}):
            return ""
        return f"modifier-of:{head.lemma_}"
    if dep == "pobj":
        return _after_preposition(head, capital)
    return ""


def _after_preposition(preposition: Token, capital: bool) -> str:
    word, governor = preposition.lower_, preposition.head
    if word in _PARTNERS:
        return f"{word}:{governor.lemma_}"
    if word in _PLACING:
        return ""
    if word in {"to", "from", "of", "on"}:
        near = {
            governor.lemma_.lower(),
            *(c.lemma_.lower() for c in governor.children if c.dep_ in {"dobj", "acomp"} and word != "of"),
        }
        hit = sorted(near & _words(word))
        return f"{word}:{hit[0]}" if hit else ""
    return f"{word}:{governor.lemma_}" if word in {"for", "about", "regarding"} and not capital else ""


def _institutions(page: Page, drafts: list[Draft]) -> None:
    """Read "Iraqi government", "US embassy": a demonym or state with an institution is that body's name."""
    g, places = gazetteer(), atlas()
    starts = {d.i: d for d in drafts}
    longest = max(len(words.split()) for words in g.institutions)
    i = 0
    while i < len(page):
        state, after = places.demonym(page.words[i]), i + 1
        if i in starts and atlas().states.get(starts[i].text):
            state, after = atlas().states[starts[i].text], starts[i].j
        if not state or not page.words[i][0].isupper():
            i += 1
            continue
        for n in range(longest, 0, -1):
            words = page.lower[after : after + n]
            if len(words) == n and (kind := g.institution(words)) and page.spaced[after - 1] is not False:
                _name(page, drafts, starts.get(i), i, after + n, state, kind)
                break
        i = after


def _name(page: Page, drafts: list[Draft], inner: Draft | None, i: int, j: int, state: str, kind: str) -> None:
    covered = [d for d in drafts if d.i >= i and d.j <= j]
    text = page.text(i, j)
    body = Draft(
        i,
        j,
        page.starts[i],
        page.end(j - 1),
        text,
        kind,
        "name",
        f"institution:{text}",
        j - 1,
        name_key(text),  # type: ignore[arg-type]
    )
    body.state = state if page.lower[j - 1] == "government" else ""
    for d in covered:
        drafts.remove(d)
    drafts.append(body)
    drafts.sort(key=lambda d: (d.start, -d.end))
