"""What is compared in parts is one by its name: an entity with a full name bears an id made of the name alone.

So the same person of two parts has one id, whatever other parts there are. Two entities of one part that bear one
name were told apart there, and neither goes by it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from rashomon.comparing.identity.merging import class_of, full_key
from rashomon.records import Entity
from rashomon.records.row_name import name_of_entity


def by_key(entities: Sequence[Entity]) -> tuple[Entity, ...]:
    """Give the entities of a part in their order, under ids that hold over the whole case."""
    keys = [(class_of(e.kind), full_key(e.name, e.kind) if e.names else ()) for e in entities]
    borne = Counter(keys)
    return tuple(
        replace(e, id=name_of_entity(key[0], key[1])) if key[1] and borne[key] == 1 else e
        for e, key in zip(entities, keys, strict=True)
    )
