"""FollowTheMoney JSON lines: one entity a line, as Aleph and the OpenSanctions tools load them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import groupby

from rashomon.case import Case
from rashomon.exports.followthemoney import LOSSES, Fact, facts
from rashomon.exports.ledger import Ledger
from rashomon.formats import Format


def entities(case: Case, ledger: Ledger) -> Iterator[str]:
    """Give one line an entity: its id, its schema, its properties, each a list of texts."""
    for (id_, schema), told in groupby(facts(case, ledger), key=lambda f: (f.entity, f.schema)):
        properties: dict[str, list[str]] = {}
        for fact in told:
            _add(properties, fact)
        yield json.dumps({"id": id_, "schema": schema, "properties": properties}, ensure_ascii=False) + "\n"


def _add(properties: dict[str, list[str]], fact: Fact) -> None:
    values = properties.setdefault(fact.prop, [])
    if fact.value not in values:
        values.append(fact.value)


FORMAT = Format(
    suffix="ftm.json",
    what="FollowTheMoney entities, JSON lines",
    opens="Aleph, OpenAleph, OpenSanctions' tools",
    checked="followthemoney; its commands `ftm validate`, `aggregate`, `statements`",
    write=entities,
    losses=LOSSES | {"which report and rule gave a value": "`--to statements` tells both for every value"},
)
