"""What a name names, as the entity recognizer guesses it: the types that the readers ask for, after OntoNotes.

Nothing else in reading names a type (tested).
"""

from __future__ import annotations

PERSON = frozenset({"PERSON"})
ORGANISATION = frozenset({"ORG"})
POLITY = frozenset({"GPE"})
"""A state, a region, a town that acts."""
LAND = frozenset({"LOC"})
"""A place that is no state."""
FACILITY = frozenset({"FAC"})
"""A building, a road."""
PEOPLE = frozenset({"NORP"})
"""A nation, a faith, a party."""
DATE = frozenset({"DATE"})
CLOCK = frozenset({"TIME"})
"""A time of day."""
MONEY = frozenset({"MONEY"})
PERCENT = frozenset({"PERCENT"})
QUANTITY = frozenset({"QUANTITY"})
ORDINAL = frozenset({"ORDINAL"})
CARDINAL = frozenset({"CARDINAL"})
LANGUAGE = frozenset({"LANGUAGE"})

LANDS = POLITY | LAND
"""A place that is no building."""
PERSON_OR_BODY = ORGANISATION | PERSON
PERSON_OR_POLITY = POLITY | PERSON
STATE_OR_BODY = POLITY | ORGANISATION
TIMES = DATE | CLOCK
"""When."""
PLACES = LANDS | FACILITY
"""Where."""
PUBLIC_BODIES = STATE_OR_BODY | PEOPLE
"""Who acts, and is no person."""
ACTORS = PUBLIC_BODIES | PERSON
"""Who acts."""
AMOUNTS = CARDINAL | MONEY | PERCENT | QUANTITY
"""How much."""
NAMES = ACTORS | FACILITY | LAND
"""Who or where."""
MEASURES = AMOUNTS | TIMES | LANGUAGE | ORDINAL
"""What names nobody and nothing."""
