"""What a name names, as the entity recognizer guesses it: the types that the readers ask for.

Their labels lie in `language/en/parser_labels.txt`. Nothing in reading names one (tested).
"""

from __future__ import annotations

from rashomon.language import word_set

PERSON = word_set("parser_labels", "ner.person")
ORGANISATION = word_set("parser_labels", "ner.organisation")
POLITY = word_set("parser_labels", "ner.polity")
"""A state, a region, a town that acts."""
LAND = word_set("parser_labels", "ner.land")
"""A place that is no state."""
FACILITY = word_set("parser_labels", "ner.facility")
"""A building, a road."""
PEOPLE = word_set("parser_labels", "ner.people")
"""A nation, a faith, a party."""
DATE = word_set("parser_labels", "ner.date")
CLOCK = word_set("parser_labels", "ner.clock")
"""A time of day."""
MONEY = word_set("parser_labels", "ner.money")
PERCENT = word_set("parser_labels", "ner.percent")
QUANTITY = word_set("parser_labels", "ner.quantity")
ORDINAL = word_set("parser_labels", "ner.ordinal")
CARDINAL = word_set("parser_labels", "ner.cardinal")
LANGUAGE = word_set("parser_labels", "ner.language")

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
