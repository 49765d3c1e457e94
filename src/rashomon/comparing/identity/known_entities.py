"""A known entity is a name with its other names, told once; nothing is known that a line does not say."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import cast, get_args

from rashomon.language import lexicon
from rashomon.records import MentionKind

_SCHEMAS: dict[str, MentionKind] = {
    "person": "person", "publicbody": "organisation", "company": "organisation", "legalentity": "organisation",
    "organization": "organisation", "vessel": "facility", "address": "place", "location": "place",
}  # fmt: skip
_NAMES = ("name", "alias", "weakAlias", "previousName", "abbreviation")


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


def _follow_the_money(number: int, line: str) -> KnownEntity:
    try:
        row = json.loads(line)
        properties = row["properties"]
        names = [name for key in _NAMES for name in properties.get(key, ())]
        caption = row.get("caption") or next(iter(names), "")
        schema = str(row.get("schema", ""))
    except (json.JSONDecodeError, AttributeError, KeyError, TypeError) as error:
        raise ValueError(f"line {number}: not a FollowTheMoney entity: {error}") from None
    return _entity(number, caption, schema, (n for n in names if n != caption))


def known_entities(lines: Iterable[str]) -> tuple[KnownEntity, ...]:
    """Read a file of known entities, line by line: CSV, or FollowTheMoney JSON lines (told apart by the first sign).

    CSV has the columns name, kind and then aliases (each in a column of its own, or parted by ";"); a first row
    that says "name" is a heading. Raises ValueError with the line's number where a line makes no sense.
    """
    rows = [(number, line) for number, line in enumerate(lines, 1) if line.strip()]
    if rows and rows[0][1].lstrip().startswith("{"):
        return tuple(_follow_the_money(number, line) for number, line in rows)
    found = []
    for number, cells in enumerate(csv.reader(line for _, line in rows), 1):
        if number == 1 and cells[0].strip().lower() == "name":
            continue
        aliases = (alias for cell in cells[2:] for alias in cell.split(";"))
        found.append(_entity(rows[number - 1][0], cells[0], cells[1] if len(cells) > 1 else "", aliases))
    return tuple(found)


def starter_entities() -> tuple[KnownEntity, ...]:
    """Give the entities of `language/world/known_entities.txt` and `language/world/places.txt`."""
    told = [(name, kind, names) for name, kind, *names in lexicon("known_entities")]
    told += [(name, "place", names) for name, *names in lexicon("places")]
    return tuple(KnownEntity(name, _kind(kind), tuple(names)) for name, kind, names in told)
