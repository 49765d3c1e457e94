"""Every mention is in one chain, and a chain is one thing: names first, then roles and pronouns in text order."""

from __future__ import annotations

from rashomon.reading.mentions.bodies import bodies
from rashomon.reading.mentions.draft import Draft
from rashomon.reading.mentions.page import Page
from rashomon.reading.mentions.persons import persons
from rashomon.reading.mentions.referents import Referents
from rashomon.reading.mentions.roles import roles
from rashomon.reading.mentions.speakers import Speakers
from rashomon.reading.mentions.thread import Thread
from rashomon.records import Chain, Mention

_PRONOUNS = frozenset({"he", "she", "him", "his", "her", "hers"})


def chains(page: Page, named: list[Draft], nominal: list[Draft]) -> tuple[tuple[Mention, ...], tuple[Chain, ...]]:
    """Link the names, role phrases and pronouns of `page`; mentions and chains come in text order."""
    threads = persons(named) + bodies(page, named)
    for thread in threads:
        if thread.kind == "person":
            roles(page, thread)
    of = {id(d): t for t in threads for d in t.drafts}
    referents, speakers = Referents(page), Speakers(page)
    all_drafts = [*named, *nominal, *_pronouns(page)]
    for draft in sorted(all_drafts, key=lambda d: (d.head, d.start)):
        if draft.form == "name":
            thread = of[id(draft)]
            referents.meet(thread, draft)
        elif draft.form == "nominal":
            thread = referents.resolve(draft)
            if id(thread.drafts[0]) == id(draft):
                threads.append(thread)
        else:
            meant = speakers.resolve(draft.i)
            if meant is None:
                continue
            thread, why = meant
            thread.add(draft, why)
        speakers.meet(thread, draft)
    return _records(page, threads)


def _pronouns(page: Page) -> list[Draft]:
    return [
        Draft(i, i + 1, page.starts[i], page.end(i), page.words[i], "person", "pronoun", "", i)
        for i, word in enumerate(page.lower)
        if word in _PRONOUNS
    ]


def _records(page: Page, threads: list[Thread]) -> tuple[tuple[Mention, ...], tuple[Chain, ...]]:
    threads = sorted(threads, key=lambda t: (min(d.start for d in t.drafts), -max(d.end for d in t.drafts)))
    number = {id(t): f"c{n}" for n, t in enumerate(threads, 1)}
    rows = sorted(((d, t) for t in threads for d in t.drafts), key=lambda row: (row[0].start, -row[0].end, row[0].form))
    mentions = tuple(
        Mention(f"m{n}", d.start, d.end, t.kind, d.form, number[id(t)], d.because) for n, (d, t) in enumerate(rows, 1)
    )
    return mentions, tuple(_chain(page, t, number[id(t)]) for t in threads)


def _chain(page: Page, thread: Thread, identifier: str) -> Chain:
    written = [d for d in thread.drafts if d.form == "name"]
    names = tuple(dict.fromkeys(d.text for d in written))
    name = max(written, key=lambda d: (len(d.key), len(d.text), -d.start)).text if written else thread.drafts[0].text
    told = [page.text(i, j) for i, j in thread.roles]
    if not written:
        told += [d.text for d in thread.drafts if d.form == "nominal"]
    if thread.kind == "organisation" and thread.state and any(d.state for d in thread.drafts):
        told.append(f"government of {thread.state}")
    return Chain(
        identifier, name, thread.kind, names, tuple(dict.fromkeys(told)), thread.because or thread.drafts[0].because
    )
