"""Every mention is in one chain, and a chain is one thing: names first, then roles and pronouns in text order."""

from __future__ import annotations

from bisect import bisect_right

from rashomon.language import word_set
from rashomon.reading.grammar import relations as rel
from rashomon.reading.mentions.beside import body_nouns, body_sorts
from rashomon.reading.mentions.bodies import bodies
from rashomon.reading.mentions.draft import Draft, Thread
from rashomon.reading.mentions.gazetteer import atlas
from rashomon.reading.mentions.nominals import nominals
from rashomon.reading.mentions.page import Page
from rashomon.reading.mentions.persons import aliases, persons, united
from rashomon.reading.mentions.pronouns import Speakers
from rashomon.reading.mentions.referents import Referents
from rashomon.reading.mentions.roles import roles
from rashomon.reading.mentions.unread import entry_starts
from rashomon.records import NO_REASON, Chain, Mention, MentionKind, Reason

_PERSONAL = word_set("words_of_mentions", "of_one_person")
_OTHERS = frozenset({"they", "it"})
_OWNERS = frozenset({"its", "their"})


def chains(page: Page, named: list[Draft]) -> tuple[tuple[Mention, ...], tuple[Chain, ...]]:
    """Link the names, role phrases and pronouns of `page`; mentions and chains come in text order."""
    stated = aliases(page, named)
    threads = united(persons(page, named), stated) + bodies(page, named)
    role_heads: set[int] = set()
    for thread in threads:
        if thread.kind == "person":
            roles(page, thread)
            role_heads |= {head for _, _, head in thread.roles}
        elif thread.kind in {"organisation", "group"}:
            role_heads |= {head for d in thread.drafts for head in body_nouns(page, d)}
    of = {id(d): t for t in threads for d in t.drafts}
    referents, speakers = Referents(page, threads), Speakers(page)
    drafts = [*named, *nominals(page, named, role_heads), *_pronouns(page)]
    entries, entered = entry_starts(page), 0
    for draft in sorted(drafts, key=lambda d: (d.head, d.start)):
        if (entry := bisect_right(entries, draft.start)) > entered:
            speakers, entered = Speakers(page), entry  # nobody of the entry before is meant by "he"
            referents.bodies.clear()
        if draft.form == "name":
            thread = of[id(draft)]
            referents.meet(thread, draft)
        elif draft.form == "nominal":
            thread = referents.resolve(draft)
            if thread.drafts[0] is draft:
                threads.append(thread)
        else:
            meant = speakers.resolve(draft)
            if meant is None:
                continue
            thread, why = meant
            thread.add(draft, why)
            if page.lower[draft.i] in ("his", "her"):
                referents.meant[draft.i] = thread
        speakers.meet(thread, draft)
    for unnamed, holder in referents.named_later():
        for draft in unnamed.drafts:
            holder.add(draft, Reason("role-of", holder.drafts[0].text) if draft.form == "nominal" else NO_REASON)
        threads.remove(unnamed)
    return _records(page, threads)


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
