"""A known entity is a name with its other names, told once; nothing is known that a line does not say."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import cast, get_args

from rashomon.language import lexicon
from rashomon.records import MentionKind

_SCHEMAS: dict[str, MentionKind] = {
    "person": "person", "publicbody": "organisation", "company": "organisation", "legalentity": "organisation",
    "organization": "organisation", "vessel": "facility", "address": "place", "location": "place",
}  # fmt: skip
_NAMES = ("name", "alias", "previousName", "abbreviation")
"""Of what FollowTheMoney knows: `weakAlias` is, by its own word, too little to know anybody by."""


@dataclass(frozen=True, slots=True)
class KnownEntity:
    """A canonical name, what kind of thing bears it, and its other names (translations, acronyms, kunyas)."""

    name: str
    kind: MentionKind
    names: tuple[str, ...] = ()


def _kind(word: str) -> MentionKind:
    word = word.strip().lower()
    return cast(MentionKind, word) if word in get_args(MentionKind) else _SCHEMAS.get(word, "other")


def _entity(number: int, name: str, kind: str, names: Iterable[str]) -> KnownEntity:
    if not name.strip():
        raise ValueError(f"line {number}: a known entity needs a name")
    return KnownEntity(name.strip(), _kind(kind), tuple(dict.fromkeys(n.strip() for n in names if n.strip())))


def _follow_the_money(number: int, line: str) -> KnownEntity | None:
    """The entity that a line tells; None where it has no name: a link, a listing, an account."""
    try:
        row = json.loads(line)
        properties = row["properties"]
        names = [name for key in _NAMES for name in properties.get(key, ())]
        caption = row.get("caption") or ""
        schema = str(row.get("schema", ""))
    except (json.JSONDecodeError, AttributeError, KeyError, TypeError) as error:
        raise ValueError(f"line {number}: not a FollowTheMoney entity: {error}") from None
    if not names:
        return None
    called = caption if caption in names else names[0]
    return _entity(number, called, schema, (n for n in names if n != called))


def _statements(head: list[str], rows: Iterable[list[str]]) -> Iterator[KnownEntity]:
    """The entities of a table of statements: a row each value of a property of one."""
    at = {column: head.index(column) for column in ("canonical_id", "schema", "prop", "value")}
    told: dict[str, tuple[str, list[str]]] = {}
    for cells in rows:
        if len(cells) == len(head) and cells[at["prop"]] in _NAMES:
            entity, schema, value = (cells[at[column]] for column in ("canonical_id", "schema", "value"))
            of = told.setdefault(entity, (schema, []))[1]
            if cells[at["prop"]] == "name":
                of.insert(0, value)
            else:
                of.append(value)
    yield from (
        KnownEntity(names[0], _kind(schema), tuple(dict.fromkeys(names[1:]))) for schema, names in told.values()
    )


def _table(head: list[str], rows: Iterable[tuple[int, list[str]]]) -> Iterator[KnownEntity]:
    """The entities of a table that says what its columns are."""
    kind = next((at for at, column in enumerate(head) if column in ("kind", "schema")), None)
    names = [at for at, column in enumerate(head) if column.startswith("alias")]
    name = head.index("name")
    for number, cells in rows:
        aliases = (alias for at in names if at < len(cells) for alias in cells[at].split(";"))
        named = cells[name] if name < len(cells) else ""
        yield _entity(number, named, cells[kind] if kind is not None and kind < len(cells) else "", aliases)


def known_entities(lines: Iterable[str]) -> tuple[KnownEntity, ...]:
    """Read a file of known entities, line by line: CSV, or FollowTheMoney JSON lines (told apart by the first sign).

    CSV has the columns name, kind and then aliases (each in a column of its own, or parted by ";"); a first row
    that says "name" is a heading. OpenSanctions' tables are known by their headings: targets (`schema`, `name`,
    `aliases`) and statements (`prop`, `value`). What FollowTheMoney tells without a name (a sanction, an ownership) is
    passed over, and so are names that it calls weak. Raises ValueError with the line's number where a line makes no
    sense.
    """
    rows = [(number, line) for number, line in enumerate(lines, 1) if line.strip()]
    if rows and rows[0][1].lstrip().startswith("{"):
        return tuple(one for row in rows if (one := _follow_the_money(*row)))
    table = list(csv.reader(line for _, line in rows))
    numbered = [(rows[at][0], cells) for at, cells in enumerate(table)]
    head = [cell.strip().lower() for cell in table[0]] if table else []
    if {"canonical_id", "schema", "prop", "value"} <= set(head):
        return tuple(_statements(head, table[1:]))
    if "name" in head and "schema" in head:
        return tuple(_table(head, numbered[1:]))
    found = []
    for number, cells in numbered[1 if head[:1] == ["name"] else 0 :]:
        aliases = (alias for cell in cells[2:] for alias in cell.split(";"))
        found.append(_entity(number, cells[0], cells[1] if len(cells) > 1 else "", aliases))
    return tuple(found)


def starter_entities() -> tuple[KnownEntity, ...]:
    """Give the entities of `language/world/known_entities.txt` and `language/world/places.txt`."""
    told = [(name, kind, names) for name, kind, *names in lexicon("known_entities")]
    told += [(name, "place", names) for name, *names in lexicon("places")]
    return tuple(KnownEntity(name, _kind(kind), tuple(names)) for name, kind, names in told)
