"""A leader's administration is the government of the state that he leads, where the reports say which."""

from __future__ import annotations

import re

from rashomon.comparing.identity.knowledge import name_key
from rashomon.comparing.identity.merging import Merging, class_of
from rashomon.comparing.identity.offices import office_of
from rashomon.records import Reason

_ADMINISTRATION = re.compile(r"(?:the )?(.+?)(?:['’]s?)? (?:administration|government|cabinet)", re.IGNORECASE)
_LEADERS = frozenset({"president", "prime minister", "chancellor", "king", "queen", "emir", "sultan", "supreme leader"})


def administrations(merging: Merging) -> None:
    """Join "Naji’s government" to the government of the one state that a Naji leads or led.

    A name that leaders of two states bear is left alone.
    """
    governments = {
        bearer.told.name: i
        for i, bearer in reversed(list(enumerate(merging.bearers)))
        if bearer.told and bearer.told.because.rule == "government-of"
    }
    led = _led(merging)
    for i, bearer in enumerate(merging.bearers):
        match = _ADMINISTRATION.fullmatch(bearer.name)
        if class_of(bearer.kind) != "body" or bearer.told or not match:
            continue
        states = led.get(name_key(match[1]), set())
        government = governments.get(f"Government of {next(iter(states))}") if len(states) == 1 else None
        if government is not None:
            merging.join(government, i, Reason("administration-of", f"{match[1]}={bearer.name}"), sure=True)


def _led(merging: Merging) -> dict[str, set[str]]:
    """Give the states that the bearers of a name lead or led, by every name that they are called."""
    states: dict[int, set[str]] = {}
    called: dict[int, set[str]] = {}
    for i, bearer in enumerate(merging.bearers):
        if class_of(bearer.kind) == "person" and bearer.names:
            root = merging.root(i)
            called.setdefault(root, set()).update(name_key(name) for name in bearer.names)
            for role in bearer.roles:
                office = office_of(role)
                if office and office.office in _LEADERS:
                    states.setdefault(root, set()).add(office.state)
    led: dict[str, set[str]] = {}
    for root, held in states.items():
        for key in called[root]:
            for word in {key, key.split()[-1] if key else ""}:
                led.setdefault(word, set()).update(held)
    return led
