"""Each name has one kind in the whole report: what is known, its head word, and its bearers outvote the model.

Order of evidence: known names, head words, titles and given names, a person's surname, then the model's majority.
"""

from __future__ import annotations

from collections import Counter

from rashomon.reading.mentions.atlas import atlas
from rashomon.reading.mentions.draft import Draft
from rashomon.reading.mentions.gazetteer import gazetteer
from rashomon.reading.mentions.page import PARTICLES, Page
from rashomon.records import MentionKind

_KINDS: dict[str, MentionKind] = {
    "PERSON": "person",
    "ORG": "organisation",
    "NORP": "group",
    "GPE": "place",
    "LOC": "place",
    "FAC": "facility",
}
_FIRST = {
    "Camp": "facility", "Fort": "facility", "Mount": "place", "Lake": "place", "Port": "place", "Cape": "place",
    "University": "organisation", "College": "organisation", "Ministry": "organisation", "Bank": "organisation",
    "Department": "organisation", "Hotel": "facility",
}  # fmt: skip


def kinds(page: Page, drafts: list[Draft]) -> list[Draft]:
    """Settle `kind` and `because` of every name, and drop what is no name."""
    for draft in drafts:
        draft.kind, draft.because = _alone(page, draft)
    _persons(page, drafts)
    _majority(drafts)
    return [d for d in drafts if not _spurious(page, d)]


def _alone(page: Page, draft: Draft) -> tuple[MentionKind, str]:
    """Give what the name says of itself; "other" where it says nothing."""
    g = gazetteer()
    words = page.words[draft.i : draft.j]
    known = g.kind(draft.text)
    article = draft.i and page.words[draft.i - 1] == "The" and g.kind(f"The {draft.text}")
    if (known or article) and not draft.title:
        return known or article or "other", "known-name"
    if draft.title:
        return "person", f"title:{page.text(*draft.title)}"
    if len(words) > 1:
        cut = next((k for k, w in enumerate(words) if w in {"of", "for"} and k), len(words))
        if (head := g.heads.get(words[cut - 1])) and not (draft.label == "PERSON" and words[0].lower() in g.given):
            return head, f"head-word:{words[cut - 1]}"
        if head := _FIRST.get(words[0]):
            return head, f"head-word:{words[0]}"  # type: ignore[return-value]
        if institution := g.institution(words[1:]):
            return institution, f"institution:{' '.join(words[1:])}"
        if words[0].lower() in g.given and len(draft.key) > 1:
            return "person", f"given-name:{words[0]}"
        if words[0].lower() == "abu" and len(draft.key) > 2:
            return "person", "given-name:Abu"
    if atlas().demonym(words[-1]):
        return "group", "demonym"
    return "other", ""


def _persons(page: Page, drafts: list[Draft]) -> None:
    """Give a name of two words that most of the evidence calls a person gives its surname to the whole report."""
    votes: dict[tuple[str, ...], Counter[str]] = {}
    for d in drafts:
        if len(d.key) > 1 and d.kind == "other":
            votes.setdefault(d.key, Counter())[d.label] += 1
    for d in drafts:
        if d.key in votes and d.kind == "other":
            best = votes[d.key].most_common(1)[0][0]
            if best == "PERSON":
                d.kind, d.because = "person", "model:PERSON"
    surnames: dict[str, str] = {}
    for d in drafts:
        if d.kind == "person" and len(d.key) > 1:
            surnames.setdefault(d.key[-1], d.text)
    for d in drafts:
        if d.kind == "other" or d.because in {"demonym"}:
            bearer = surnames.get("".join(d.key)) or surnames.get(d.key[-1] if len(d.key) == 1 else "")
            if bearer and len(d.key) == 1:
                d.kind, d.because = "person", f"surname-of:{bearer}"


def _majority(drafts: list[Draft]) -> None:
    """Give the model's most frequent type of a name is its type everywhere; a title anywhere makes a person."""
    votes: dict[tuple[str, ...], Counter[str]] = {}
    titled: set[tuple[str, ...]] = set()
    for d in drafts:
        votes.setdefault(d.key, Counter())[d.label] += 1
        if d.because.startswith("title"):
            titled.add(d.key)
    for d in drafts:
        if d.kind != "other":
            continue
        if d.key in titled:
            d.kind, d.because = "person", "titled-elsewhere"
            continue
        count = votes[d.key]
        count.pop("", None)
        if count:
            best = max(count, key=lambda label: (count[label], label == "PERSON", label))
            d.kind, d.because = _KINDS[best], f"model:{best}"


def _spurious(page: Page, d: Draft) -> bool:
    """Not a name: a demonym adjective, a bare title or role, a common word the model or its capital made one."""
    if d.because == "known-name":
        return False
    word = page.words[d.head]
    if d.j - d.i == 1:
        if d.because == "demonym":
            return page.tags[d.head] not in {"NNPS", "NNS"}
        if d.kind == "group" and not word.endswith("s"):
            return True
        if d.kind == "other":
            return page.shouting[d.i] or page.first[d.i] or not word.isalpha() or len(word) < 3
        if page.first[d.i] and page.tags[d.head] in {"NNS", "NN", "JJ", "VBG", "RB", "IN"} and d.kind != "person":
            return True
        if word.lower() in gazetteer().title_words:
            return True
    if d.key and all(w in PARTICLES for w in d.key):
        return True
    if (
        len(d.key) == 1
        and d.kind != "group"
        and any(d.key[0] == x.lower() for x in ((atlas().demonym(page.words[d.head]) and [page.lower[d.head]]) or []))
    ):
        return True
    return not any(c.isalpha() for c in d.text) or len(d.text) < 2
