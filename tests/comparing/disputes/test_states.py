"""Two states of one thing that exclude each other: told of one thing and of one time, they are a dispute."""

from __future__ import annotations

import pytest

from disputed import disputed

EXCLUDED = [
    ("Jon Aas said the cistern was full when the fire reached Orsa.", "Divers said the cistern was empty when the fire reached Orsa.", "full, empty"),
    ("The owner, Rui Pires, said the hatch was open.", "Survivors said that the hatch was locked.", "open, locked"),
    ("The ferry firm said the siren sounded before the boat sank.", "Guests said that the siren had remained silent.", "sounded, silent"),
    ("Villagers say the bells stayed silent.", "The parish said that the bells were rung when the storm came.", "silent, rung"),
    ("Tom Reyes said the sprinklers had failed.", "The hotel said the sprinklers functioned.", "failed, functioned"),
    ("The pilots said the beacon had been switched off.", "The air force said that the beacon was switched on.", "switched on, off"),
    ("The union said that the winch had been out of order.", "The operator said the winch was working.", "out of order, working"),
    ("The landlord said the flat had been vacant.", "Neighbours said the flat was occupied.", "vacant, occupied"),
    ("The owner said the yacht was insured.", "The harbour master said that the yacht was uninsured.", "insured, uninsured"),
    ("The mill said the silo contained sufficient grain for three days.", "Millers said the silo had been empty.", "sufficient, empty"),
    ("Cooks said that the officer was asleep when the tanker struck the reef.", "The line said the officer was awake when the tanker struck the reef.", "asleep, awake"),
]  # fmt: skip
NOT_EXCLUDED = [
    ("The mayor said the cistern at Orsa was full.", "Divers said the cistern at Lund was empty.", "two places"),
    ("The front hatch was locked, police said.", "The back hatch was open, a cook said.", "two of a kind"),
    ("The boxer was unconscious when he left the ring, a doctor said.", "The boxer is conscious, his trainer said.", "then, and now"),
    ("Police said the tunnel was blocked on Tuesday.", "The tunnel is open, the police of Lund said on Thursday.", "two days"),
    ("The prisoner was dead when the guards opened the cell, the warden said.", "The prisoner was alive when the bell rang, a guard said.", "two scenes"),
    ("Prosecutors said that the line was live when the grass caught fire.", "The line was disconnected at 3.05pm, Paula Ret said.", "at an hour, and before"),
    ("The mayor said most of the schools were open.", "Parents said three of the schools were locked.", "a part"),
    ("The owner said the hatch was not open.", "Survivors said that the hatch was locked.", "not open is locked"),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other", "why"), EXCLUDED, ids=[row[-1] for row in EXCLUDED])
def test_states_that_exclude_each_other(one: str, other: str, why: str) -> None:
    assert [(c.kind, c.status) for c in disputed(one, other)] == [("status", "open")], why


@pytest.mark.parametrize(("one", "other", "why"), NOT_EXCLUDED, ids=[row[-1] for row in NOT_EXCLUDED])
def test_what_can_both_be_so(one: str, other: str, why: str) -> None:
    assert not disputed(one, other), why
