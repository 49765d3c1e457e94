"""Mentions and chains of one report: every name once, typed over the whole report, and what refers to it.

A name known once in the report is found wherever the report writes it, headlines and names inside names too.
"""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Doc

import rashomon.reading.factories  # noqa: F401  (the layers must stand before a reader writes)
from rashomon.language import word_set
from rashomon.reading.grammar import tags
from rashomon.reading.mentions.chains import chains
from rashomon.reading.mentions.draft import Draft
from rashomon.reading.mentions.gazetteer import name_key
from rashomon.reading.mentions.governments import governments, institutions, owned_offices
from rashomon.reading.mentions.kinds import kinds
from rashomon.reading.mentions.names import names
from rashomon.reading.mentions.page import Page
from rashomon.reading.mentions.trimming import HYPHENS
from rashomon.records import Reason

_BODIES = word_set("words_of_mentions", "his_body")


def repeats(page: Page, drafts: list[Draft], headlines: list[Draft]) -> list[Draft]:
    """Give `drafts` with the missed repeats of their names, what the headlines add, and bodies named after people."""
    drafts = _split(page, drafts)
    taken = [False] * len(page)
    for d in drafts:
        taken[d.i : d.j] = [True] * (d.j - d.i)
    known = _known(page, drafts)
    longest = max((len(words) for words in known), default=0)
    added: list[Draft] = []
    i = 0
    while i < len(page):
        step = 1
        if not taken[i] and page.words[i][0].isupper() and not page.function_word(i):
            for n in range(min(longest, len(page) - i), 0, -1):
                bearer = known.get(tuple(page.words[i : i + n]))
                if bearer and not any(taken[i : i + n]) and _name_here(page, i, n):
                    added.append(_copy(page, bearer, i, i + n))
                    taken[i : i + n] = [True] * n
                    step = n
                    break
        i += step
    added += kinds(page, [d for d in headlines if not any(taken[d.i : d.j])])
    found = [*drafts, *added]
    return sorted([*found, *_bodies(page, found)], key=lambda d: (d.start, -d.end))


def _name_here(page: Page, i: int, n: int) -> bool:
    """A single word that opens a sentence or stands in a headline is the name only if it is no common word here."""
    if n > 1 or not (page.first[i] or page.shouting[i]):
        return True
    return page.lower[i] not in page.written or page.tags[i] in tags.PROPER


def _known(page: Page, drafts: list[Draft]) -> dict[tuple[str, ...], Draft]:
    """Token sequences that name something here: every name as written, and a person's surname."""
    known: dict[tuple[str, ...], Draft] = {}
    for d in drafts:
        if d.because.rule != "demonym":
            known.setdefault(tuple(w for w in page.words[d.i : d.j]), d)
            last = page.words[d.j - 1]
            if d.kind == "person" and len(d.key) > 1 and len(last) > 2:
                known.setdefault((last,), d)
    return known


def _copy(page: Page, bearer: Draft, i: int, j: int) -> Draft:
    text = page.text(i, j)
    why = Reason("repeat-of", bearer.text)
    return Draft(
        i, j, page.starts[i], page.end(j - 1), text, bearer.kind, "name", why, j - 1, name_key(text), label=bearer.label
    )


def _split(page: Page, drafts: list[Draft]) -> list[Draft]:
    """Part a name that the model ran together of two that the report knows apart ("Rohani Baghdad's concern")."""
    single = {d.key: d for d in drafts if d.j - d.i == 1 and (d.kind == "person" or d.because.rule == "known-name")}
    surnames = {d.key[-1:]: d for d in drafts if d.kind == "person" and len(d.key) > 1}
    out = []
    for d in drafts:
        first, last = name_key(page.words[d.i]), name_key(page.words[d.j - 1])
        one, two = single.get(first) or surnames.get(first), single.get(last)
        joined = d.j - d.i == 2 and d.because.rule == "model" and d.kind != "person" and page.words[d.i] not in HYPHENS
        if joined and one is not None and two is not None and two.kind == "place" and one.kind == "person":
            out += [_copy(page, one, d.i, d.i + 1), _copy(page, two, d.i + 1, d.j)]
        else:
            out.append(d)
    return out


def _bodies(page: Page, drafts: list[Draft]) -> list[Draft]:
    """Name "the Trump administration" too: the body has a name, and so has the person inside it."""
    out = []
    for d in drafts:
        k = d.j
        if d.kind != "person" or k >= len(page) or page.lower[k] not in _BODIES or page.tags[k] not in tags.NOUN:
            continue
        text = page.text(d.i, k + 1)
        body = replace(
            d, j=k + 1, end=page.end(k), text=text, kind="organisation", because=Reason("named-after", d.text)
        )
        body.head, body.key, body.title, body.label, body.gender = k, name_key(text), None, "", ""
        out.append(body)
    return out


__all__ = ["mentions"]


def mentions(doc: Doc) -> Doc:
    """Read names, role phrases and pronouns into `doc._.rashomon_mentions`, what they name into `…_chains`."""
    page = Page(doc)
    text, headlines = names(page)
    named = repeats(page, kinds(page, text), headlines)
    governments(page, named)
    named = institutions(page, named)
    owned_offices(page, named)
    doc._.rashomon_mentions, doc._.rashomon_chains = chains(page, named)
    return doc
