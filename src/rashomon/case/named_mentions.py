"""The mentions of an entity with the names that their chains bear, so that some can stand for it or leave it."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from rashomon.records import Member


@dataclass(frozen=True, slots=True)
class Borne:
    """A mention of an entity with the names of its chain."""

    member: Member
    named: bool
    names: tuple[str, ...]


def borne(connection: sqlite3.Connection, entity: str) -> list[Borne]:
    """Give the mentions of an entity that are read, with the names that their chains bear, in the order of reports.

    A mention that a judgement made, for a source that it names, is none that another could rest on.
    """
    rows: Iterable[Any] = connection.execute(
        "SELECT mention.report, mention.id, mention.form, chain.names FROM entity_mention AS link "
        "JOIN mention ON mention.report = link.report AND mention.id = link.mention "
        "LEFT JOIN chain ON chain.report = mention.report AND chain.id = mention.chain "
        "LEFT JOIN machine_reading AS machine ON machine.report = mention.report "
        "WHERE link.entity = ? AND (machine.layers -> '$.mentions' IS NULL OR mention.id IN "
        "(SELECT own.value ->> 'id' FROM json_each(machine.layers, '$.mentions') AS own)) "
        "ORDER BY mention.report, mention.position",
        (entity,),
    )
    return [
        Borne((report, row), form == "name", tuple(" ".join(n.split()) for n in json.loads(names or "[]")))
        for report, row, form, names in rows
    ]


def standing_for(mentions: Iterable[Borne], name: str, most: int) -> list[Member]:
    """Give a few mentions by which an entity is known again: named ones first, its own name first, report by report."""
    ranked = sorted(mentions, key=lambda b: (not b.named, name not in b.names, b.member))
    chosen: dict[str, Member] = {}
    for one in ranked:
        chosen.setdefault(one.member[0], one.member)
        if len(chosen) == most:
            break
    return list(chosen.values())
