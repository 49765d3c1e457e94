"""An undated act takes the day of its other telling in the report, or of the meeting that it belongs to.

The same act is one of the same kind on the same thing, or by and to the same two. What one side says to another in
the past tense was said where the report dates their meeting. What has a time of its own takes no other's, and what
went on over a time lends none.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from spacy.tokens import Doc

from rashomon.reading.events.trigger import Trigger
from rashomon.reading.grammar import tags
from rashomon.records import Chain, Event, Reason

_HAPPENED = frozenset({"asserted", "attributed"})
_ON_THINGS = frozenset({"ASSAULT", "COERCE", "SANCTION"})
_SAID = frozenset({"REQUEST", "ACCUSE", "THREATEN", "AGREE", "REJECT", "SUPPORT", "CONCEDE"})
_OWN = frozenset({"clause", "sentence"})
_ITS_OWN_TIME = "unplaced"
_GOES_ON = "since"


def retold(doc: Doc, rows: Sequence[tuple[Event, Trigger]]) -> dict[str, tuple[str, Reason]]:
    """Give the day and its basis (`same-event:ID`, `same-meeting:ID`) of each undated event, by event id."""
    who = _who(doc)
    things: dict[tuple[str, str], Event] = {}
    pairs: dict[tuple[str, str, str], Event] = {}
    for event, _ in rows:
        if event.date is None or event.date_basis.rule == _GOES_ON or event.modality not in _HAPPENED:
            continue
        if event.type in _ON_THINGS:
            for key in _objects(event, who):
                things.setdefault(key, event)
        if event.date_basis.rule in _OWN:
            for pair in _pairs(event, who):
                pairs.setdefault((event.type, *pair), event)
    lent: dict[str, tuple[str, Reason]] = {}
    for event, trigger in rows:
        if event.date is not None or event.date_basis.rule == _ITS_OWN_TIME or event.modality not in _HAPPENED:
            continue
        twin = next((things[k] for k in _objects(event, who) if k in things), None)
        past = trigger.clause.tag_ in tags.PAST_OR_PARTICIPLE
        if twin is None and past:
            twin = next((pairs[k] for p in _pairs(event, who) if (k := (event.type, *p)) in pairs), None)
        if twin is not None and twin.date is not None:
            lent[event.id] = (twin.date, Reason("same-event", twin.id))
        elif event.type in _SAID and past:
            meeting = next((pairs[k] for p in _pairs(event, who) if (k := ("CONSULT", *p)) in pairs), None)
            if meeting is not None and meeting.date is not None:
                lent[event.id] = (meeting.date, Reason("same-meeting", meeting.id))
    return lent


def _who(doc: Doc) -> dict[str, str]:
    """Give what each mention stands for: a country and its government are one side."""
    chains: dict[str, Chain] = {c.id: c for c in doc._.rashomon_chains}
    return {m.id: _side(chains[m.chain]) if m.chain in chains else m.chain for m in doc._.rashomon_mentions}


def _side(chain: Chain) -> str:
    state = next((r.removeprefix("government of ") for r in chain.roles if r.startswith("government of ")), None)
    if state is not None:
        return f"state:{state}"
    return f"state:{chain.name}" if chain.kind == "place" else chain.id


def _objects(event: Event, who: Mapping[str, str]) -> list[tuple[str, str]]:
    return [(event.type, who[r]) for r in event.recipients if r in who]


def _pairs(event: Event, who: Mapping[str, str]) -> list[tuple[str, str]]:
    return [(who[a], who[r]) for a in event.actors if a in who for r in event.recipients if r in who]
