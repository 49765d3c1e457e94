"""A name that is told is looked up before it is compared: states, their governments and seats, and known entities.

A known entity is a name with its other names, told once; nothing is known that a line does not say.
"""

from __future__ import annotations

import csv
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import cast, get_args

from rashomon.comparing.similarity import similarity
from rashomon.comparing.similarity.alignment import name_signs
from rashomon.comparing.similarity.parts import fold
from rashomon.language import lexicon, word_set
from rashomon.records import MentionKind, Reason

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


_GOVERNING = word_set("words_of_names", "governing")
_BODIES: frozenset[MentionKind] = frozenset({"organisation", "office", "group", "publication", "other"})
_NOT_PERSONS: frozenset[MentionKind] = frozenset({"organisation", "group", "facility", "other"})
ARMED = "armed-forces-of"
"""The rule of what is told to be a state's armed forces; they are named as the reports name them."""
_ARMED = ("armed forces", "military forces", "forces", "military")
_ROLE = "government of "
_ONE_SPELLING = 0.95


@dataclass(frozen=True, slots=True)
class Told:
    """Whom a name is told to mean: `name`, `kind`, and the reason."""

    name: str
    kind: MentionKind
    because: Reason


def name_key(name: str) -> str:
    """Give what two writings of one name share: folded words, no leading article, no possessive."""
    words = [w.lower() for w in fold(name)]
    return " ".join(words[1:] if len(words) > 1 and words[0] in ("the", "al") else words)


@cache
def _states() -> tuple[dict[str, str], dict[str, str], dict[str, str]]:
    """Give the states by their names, by their seats, and by their people."""
    names: dict[str, str] = {}
    seats: dict[str, str] = {}
    people: dict[str, str] = {}
    for state, *columns in lexicon("countries"):
        demonyms, capitals, others = (*columns, "", "", "")[:3]
        for table, column in ((names, f"{state}|{others}"), (seats, capitals), (people, demonyms)):
            for word in column.split("|"):
                if word:
                    table.setdefault(name_key(word), state)
    return names, seats, people


def state_of(words: str) -> str:
    """Give the state that a name, seat or people (already a `name_key`) belongs to; empty where none."""
    names, seats, people = _states()
    return names.get(words) or seats.get(words) or people.get(words) or ""


def is_capital(words: str) -> bool:
    """Whether a name (already a `name_key`) is the seat of a state's government."""
    return words in _states()[1]


def _peoples(state: str) -> list[str]:
    return sorted(word for word, of in _states()[2].items() if of == state)


def _armed(key: str) -> str:
    """Give the state whose armed forces a name (a `name_key`) means: its army alone may be one branch of them."""
    for tail in _ARMED:
        if key.endswith(f" {tail}"):
            owner = key.removesuffix(f" {tail}").removesuffix(" s")
            names, _, people = _states()
            if state := names.get(owner) or people.get(owner):
                return state
    return ""


@cache
def _starter() -> tuple[KnownEntity, ...]:
    return starter_entities()


class Knowledge:
    """What is told of names: the starter entities, the states, and what the user knows (which goes first)."""

    def __init__(self, known: Iterable[KnownEntity] = ()) -> None:
        self._by_key: dict[str, KnownEntity] = {}
        self._by_sign: dict[str, dict[KnownEntity, None]] = {}
        self._respellings: dict[str, KnownEntity | None] = {}  # of the names asked for, for a story repeats its names
        for entity in (*known, *_starter()):
            for name in (entity.name, *entity.names):
                self._by_key.setdefault(name_key(name), entity)
                for sign in _signs(name, entity.kind):
                    self._by_sign.setdefault(sign, {})[entity] = None

    def alike(self, name: str, kind: MentionKind) -> list[KnownEntity]:
        """Give the known entities that `name` could spell otherwise: they share two sounds of it, or its only one."""
        signs = _signs(name, kind)
        hits = Counter(entity for sign in signs for entity in self._by_sign.get(sign, ()))
        return [entity for entity, hit in hits.items() if hit >= min(2, len(signs))]

    def told(self, name: str, kind: MentionKind, roles: Iterable[str] = ()) -> Told | None:
        """Say whom `name`, read as `kind`, means; None where nothing is told of it."""
        key = name_key(name)
        entity = self._by_key.get(key)
        if entity and (_telling(name) or _agree(entity.kind, kind)):
            return Told(entity.name, entity.kind, Reason("known-entity", f"{entity.name}={name}"))
        if entity is None and name not in self._respellings:
            self._respellings[name] = self._respelt(name)
        if entity is None and (entity := self._respellings[name]):
            return Told(entity.name, entity.kind, Reason("known-entity", f"{entity.name}~{name}"))
        if kind in _BODIES and (state := _armed(key)):
            known = next(
                (self._by_key[k] for k in (f"{p} military" for p in _peoples(state)) if k in self._by_key), None
            )
            body = known.name if known else f"Armed forces of {state}"
            return Told(body, "organisation", Reason(ARMED, f"{state}={name}"))
        if state := self._governed(key, kind, roles):
            return Told(f"Government of {state}", "organisation", Reason("government-of", f"{state}={name}"))
        names, seats, people = _states()
        if kind != "person" and key in people and key not in names:
            return Told(f"People of {people[key]}", "group", Reason("people-of", f"{people[key]}={name}"))
        if kind in ("place", "other") and key in names:
            return Told(names[key], "place", Reason("state", f"{names[key]}={name}"))
        if kind == "place" and key in seats:
            return Told(name, "place", Reason("seat-of", f"{seats[key]}={name}"))
        return None

    def _respelt(self, name: str) -> KnownEntity | None:
        """Give the body whose name of several words `name` spells otherwise, whatever kind it was read as."""
        if " " not in name:
            return None
        for entity in self.alike(name, "organisation"):
            if entity.kind not in ("person", "place"):
                for other in (entity.name, *entity.names):
                    if " " in other and similarity(name, other, entity.kind) >= _ONE_SPELLING:
                        return entity
        return None

    def _governed(self, key: str, kind: MentionKind, roles: Iterable[str]) -> str:
        if kind not in _BODIES:
            return ""
        for role in roles:
            if role.startswith(_ROLE):
                return state_of(name_key(role.removeprefix(_ROLE))) or role.removeprefix(_ROLE)
        names, seats, _ = _states()
        if kind == "organisation" and (key in names or key in seats):
            return names.get(key) or seats[key]
        *words, last = key.split() or [""]
        if last in _GOVERNING and words:
            return state_of(" ".join(words))
        if len(words) > 1 and words[0] in _GOVERNING and words[1] == "of":
            return state_of(name_key(" ".join([*words[2:], last])))
        return ""


@lru_cache(maxsize=1 << 16)
def _signs(name: str, kind: MentionKind) -> tuple[str, ...]:
    body = "person" if kind == "person" else "body"
    return tuple(sorted({part[0] for part in name_signs(name, body)}))


def _agree(known: MentionKind, read: MentionKind) -> bool:
    """Whether a thing of a known kind may have been read as another: never a person."""
    return known == read or (known in _BODIES and read in _BODIES) or (known == "place" and read in _NOT_PERSONS)


def _telling(name: str) -> bool:
    """Whether a name says enough to be known whatever kind it was read as: several words, or an acronym."""
    words = name.split()
    return len(words) > 1 or (name.isupper() and len(name) > 2)


@lru_cache(maxsize=2)
def knowledge_of(known: tuple[KnownEntity, ...] = ()) -> Knowledge:
    """Give what is told of names where the user knows some: made once."""
    return Knowledge(known)
