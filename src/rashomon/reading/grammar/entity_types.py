"""What a name names, as the entity recognizer guesses it: the types that the readers ask for.

Their labels lie in `language/en/parser_labels.txt`. Nothing in reading names one (tested).
"""

from __future__ import annotations

from rashomon.language import words

PERSON = words("parser_labels", "ner.person")
ORGANISATION = words("parser_labels", "ner.organisation")
POLITY = words("parser_labels", "ner.polity")
"""A state, a region, a town that acts."""
LAND = words("parser_labels", "ner.land")
"""A place that is no state."""
FACILITY = words("parser_labels", "ner.facility")
"""A building, a road."""
PEOPLE = words("parser_labels", "ner.people")
"""A nation, a faith, a party."""
DATE = words("parser_labels", "ner.date")
CLOCK = words("parser_labels", "ner.clock")
"""A time of day."""
MONEY = words("parser_labels", "ner.money")
PERCENT = words("parser_labels", "ner.percent")
QUANTITY = words("parser_labels", "ner.quantity")
ORDINAL = words("parser_labels", "ner.ordinal")
CARDINAL = words("parser_labels", "ner.cardinal")
LANGUAGE = words("parser_labels", "ner.language")

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
