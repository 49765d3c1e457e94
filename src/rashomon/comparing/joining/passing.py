"""Clauses that only mention a thing in passing, too slight to tell it: "who shot him", "to reduce violence".

Such words stand in what tells something else ("police did not name the officer who shot him"): who writes them takes
the thing as known. They lend weight to what others tell, but are no telling of it. What somebody is accused of is told,
be it in three words ("accused the army of shelling Tarn").
"""

from __future__ import annotations

from rashomon.comparing.joining.unit import TOLD, Unit

_SLIGHT = 3  # terms and entities
_SLIGHT_AND_UNFIT = 4  # of what cannot stand as a sentence: an infinitive, a noun, "where he was found"


def in_passing(unit: Unit) -> bool:
    """Tell whether a clause hangs on another and says next to nothing; what is denied, or blamed on one, is told."""
    clause = unit.clause
    if clause.link == "main" or clause.status == "denied":
        return False
    if clause.link == "complement" and clause.wording is None and clause.status in TOLD:
        return False
    return len(unit.terms) + len(unit.entities) <= (_SLIGHT_AND_UNFIT if clause.wording is None else _SLIGHT)
