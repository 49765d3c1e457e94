"""Mentions and chains of one report: every name once, typed over the whole report, and what refers to it.

A name known once in the report is found wherever the report writes it, headlines and names inside names too.

Every mention is in one chain, and a chain is one thing: names first, then roles and pronouns in text order.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import replace

from spacy.tokens import Doc

import rashomon.reading.factories  # noqa: F401  (the layers must stand before a reader writes)
from rashomon.language import word_set
from rashomon.reading.grammar import relations as rel
from rashomon.reading.grammar import tags
from rashomon.reading.grammar.relations import dependents
from rashomon.reading.mentions.beside import body_nouns, body_sorts
from rashomon.reading.mentions.bodies import bodies
from rashomon.reading.mentions.gazetteer import atlas, name_key
from rashomon.reading.mentions.governments import governments, institutions, owned_offices
from rashomon.reading.mentions.kinds import kinds
from rashomon.reading.mentions.names import names
from rashomon.reading.mentions.page import HYPHENS, Draft, Page, Thread, entry_starts
from rashomon.reading.mentions.persons import aliases, persons, united
from rashomon.reading.mentions.pronoun_context import GENDER, named_below
from rashomon.reading.mentions.pronouns import Speakers
from rashomon.reading.mentions.referents import Referents
from rashomon.reading.mentions.role_phrases import initialled, is_of_a_nation, nominals
from rashomon.reading.mentions.roles import roles
from rashomon.records import NO_REASON, Chain, Mention, MentionKind, Reason

_PERSONAL = word_set("words_of_mentions", "of_one_person")
_OTHERS = frozenset({"they", "it"})
_OWNERS = frozenset({"its", "their"})


def chains(page: Page, named: list[Draft]) -> tuple[tuple[Mention, ...], tuple[Chain, ...]]:
    """Link the names, role phrases and pronouns of `page`; mentions and chains come in text order."""
    stated = aliases(page, named)
    people = united(persons(page, named), stated)
    for thread in people:
        roles(page, thread)
    held = [role for thread in people for role in thread.roles]
    role_heads = {head for _, _, head in held if page.tags[head] not in tags.COMMON_PLURAL}  # "and other diplomats"
    bare = [(i, head) for i, _, head in held if not i or page.tags[i - 1] not in tags.ARTICLE]
    role_heads |= {k for i, head in bare for k in range(i, head) if page.lower[k + 1] == "and"}  # "agent and Marine"
    initials = initialled(page, people)
    named = [d for d in named if not (d.j == d.i + 1 and d.i in initials)]
    threads = people + bodies(page, named)
    for thread in threads:
        if thread.kind in {"organisation", "group"}:
            role_heads |= {head for d in thread.drafts for head in body_nouns(page, d)}
    of = {id(d): t for t in threads for d in t.drafts}
    offices = [_office(page, i, thread) for i, thread in initials.items()]
    of |= {id(d): t for d, t in zip(offices, initials.values(), strict=True)}
    referents, speakers = Referents(page, threads), Speakers(page)
    drafts = [*named, *nominals(page, named, role_heads), *offices, *_pronouns(page)]
    heads = {d.head: of[id(d)] for d in named}
    entries, entered = entry_starts(page), 0
    for draft in sorted(drafts, key=lambda d: (d.head, d.start)):
        if (entry := bisect_right(entries, draft.start)) > entered:
            speakers, entered = Speakers(page), entry  # nobody of the entry before is meant by "he"
            referents.bodies.clear()
        if draft.form == "name":
            thread = of[id(draft)]
            referents.meet(thread, draft)
        elif id(draft) in of:
            thread = of[id(draft)]
            thread.add(draft)
        elif draft.form == "nominal":
            thread = referents.resolve(draft)
            if thread.drafts[0] is draft:
                threads.append(thread)
        else:
            meant = _named_below(page, draft, heads, speakers.resolve(draft))
            if meant is None:
                continue
            thread, why = meant
            thread.add(draft, why)
            if page.lower[draft.i] in ("his", "her"):
                referents.meant[draft.i] = thread
        _meet(page, speakers, thread, draft)
    for unnamed, holder in referents.named_later():
        for draft in unnamed.drafts:
            holder.add(draft, Reason("role-of", holder.drafts[0].text) if draft.form == "nominal" else NO_REASON)
        threads.remove(unnamed)
    return _records(page, threads)


def _named_below(
    page: Page, draft: Draft, heads: Mapping[int, Thread], above: tuple[Thread, Reason] | None
) -> tuple[Thread, Reason] | None:
    """Give whom a pronoun means that the subject below it names: nobody where one named just above may be meant too."""
    token = page.doc[draft.i]
    subject = named_below(token)
    below = heads.get(subject.i) if subject is not None else None
    gender = GENDER.get(page.lower[draft.i], "")
    if below is None or below.kind != "person" or not gender or below.gender not in ("", gender):
        return above
    start = token.sent.start
    before = page.doc[start - 1].sent.start if start else 0
    near = above is not None and any(before <= d.i < start for d in above[0].drafts)
    if near and page.paragraph[before] == page.paragraph[draft.i]:
        return above if above is not None and above[0] is below else None
    return below, Reason("pronoun", "subject-below")


def _meet(page: Page, speakers: Speakers, thread: Thread, draft: Draft) -> None:
    """Let somebody be whom "he" may mean; what he is said to be is nobody: "Asked if he was a thief, Holm laughed"."""
    head = page.doc[draft.head]
    indefinite = draft.form == "nominal" and page.tags[draft.i] in tags.ARTICLE and page.lower[draft.i] != "the"
    subjects = dependents(head.head, rel.ACTIVE_SUBJECT) if indefinite and head.dep_ in rel.NOUN_PREDICATE else []
    if not any(s.pos_ in ("PRON", "PROPN") for s in subjects):
        speakers.meet(thread, draft)


def _office(page: Page, i: int, thread: Thread) -> Draft:
    """Give the mention of an office told by initials at token `i`, behind its article."""
    because = Reason("role-of", thread.drafts[0].text)
    start = page.starts[i - 1]
    return Draft(i - 1, i + 1, start, page.end(i), page.text(i - 1, i + 1), "person", "nominal", because, i)


def _pronouns(page: Page) -> list[Draft]:
    doc = page.doc
    return [
        Draft(i, i + 1, page.starts[i], page.end(i), page.words[i], "person", "pronoun", NO_REASON, i)
        for i, word in enumerate(page.lower)
        if word in _PERSONAL or word in _OWNERS or (word in _OTHERS and doc[i].dep_ in rel.SUBJECT)
    ]


def _records(page: Page, threads: list[Thread]) -> tuple[tuple[Mention, ...], tuple[Chain, ...]]:
    threads = sorted(threads, key=lambda t: min((d.start, -d.end) for d in t.drafts))
    number = {id(t): f"c{n}" for n, t in enumerate(threads, 1)}
    kind = {id(t): _kind(t) for t in threads}
    rows = sorted(((d, t) for t in threads for d in t.drafts), key=lambda row: (row[0].start, -row[0].end, row[0].form))
    mentions = tuple(
        Mention(f"m{n}", d.start, d.end, kind[id(t)], d.form, number[id(t)], d.because)
        for n, (d, t) in enumerate(rows, 1)
    )
    return mentions, tuple(_chain(page, t, number[id(t)], kind[id(t)]) for t in threads)


def _kind(thread: Thread) -> MentionKind:
    """Give the kind of the whole chain: its fullest name's."""
    written = [d for d in thread.drafts if d.form == "name"]
    if not written:
        return thread.kind
    return max(written, key=lambda d: (len(d.key), -d.start)).kind


def _is_a_sort(d: Draft) -> bool:
    """Whether a name is but the word for a sort of bodies."""
    return len(d.key) == 1 and d.key[0] in body_sorts("noun")


def _chain(page: Page, thread: Thread, identifier: str, kind: MentionKind) -> Chain:
    written = [d for d in thread.drafts if d.form == "name"]
    defined = {d.key for d in written if d.because.rule == "bracket-after" and _is_a_sort(d)}
    if own := [d for d in written if d.key not in defined]:  # "the Company" names it in its own text alone
        written = own
    names = tuple(dict.fromkeys(d.text for d in written))
    told = [page.text(i, j) for i, j, _ in thread.roles]
    if any(d.state and d.form == "name" and d.kind == "organisation" for d in thread.drafts):
        told.append(f"government of {thread.state}")
        name = min(names, key=lambda n: (n not in atlas().states, n in atlas().capitals), default=thread.drafts[0].text)
    else:
        fullest = max(written, key=lambda d: (len(d.key), len(d.text), -d.start), default=thread.drafts[0])
        name = fullest.text
    if not written:
        told += [d.text for d in thread.drafts if d.form == "nominal"]
    because = thread.because or thread.drafts[0].because
    return Chain(identifier, name, kind, names, tuple(dict.fromkeys(told)), because)


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
    named = [d for d in named if d.j - d.i > 1 or not is_of_a_nation(page, d.i)]
    governments(page, named)
    named = institutions(page, named)
    owned_offices(page, named)
    doc._.rashomon_mentions, doc._.rashomon_chains = chains(page, named)
    return doc
