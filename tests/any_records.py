"""Records with every field drawn, for what must hold of whatever a case holds."""

from __future__ import annotations

from dataclasses import fields
from functools import reduce
from typing import get_args

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from rashomon.records import (
    NO_REASON,
    Argument,
    Attribution,
    Chain,
    ChronicleEntry,
    Claim,
    Clause,
    Conflict,
    Credit,
    Entity,
    Event,
    Eventuality,
    Figure,
    Findings,
    Hang,
    Joint,
    Lineage,
    Mention,
    Origin,
    Point,
    Publication,
    Reading,
    Reason,
    Region,
    Series,
    Side,
    Stance,
    Story,
    Telling,
    Timex,
    Word,
    Wording,
)

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
st.register_type_strategy(str, texts)
st.register_type_strategy(int, st.integers(0, 2**40))
st.register_type_strategy(float, st.floats(0, 1))
_joined = st.tuples(st.builds(Reason, texts, texts, st.just(())), st.sampled_from(get_args(Joint)))
st.register_type_strategy(
    Reason, st.lists(_joined, max_size=3).map(lambda told: reduce(lambda all_, step: all_.then(*step), told, NO_REASON))
)


def any_record(kind, **given_fields):
    """Records of `kind` with every field drawn, those with a default too."""
    return st.builds(kind, **{f.name: ... for f in fields(kind)} | given_fields)


_INSIDE_READINGS = (Publication, Region, Mention, Chain, Timex, Attribution, Event, Credit, Eventuality)
_INSIDE_READINGS += (Argument, Figure, Hang, Wording, Clause, Word)
_INSIDE_FINDINGS = (
    Origin,
    Stance,
    Telling,
    Entity,
    Lineage,
    Story,
    Claim,
    Side,
    Conflict,
    Point,
    Series,
    ChronicleEntry,
)
for inner in (*_INSIDE_READINGS, *_INSIDE_FINDINGS):
    st.register_type_strategy(inner, any_record(inner))
hypothesis_settings = settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large],
)


def few(kind):
    """At most two records of one kind, told apart by their ids: drawing more tells nothing new and takes long."""
    return st.lists(any_record(kind), max_size=2, unique_by=lambda r: getattr(r, "id", r)).map(tuple)


readings = any_record(Reading, report=st.just("r"), clauses=few(Clause), words=few(Word))
findings = any_record(
    Findings,
    entities=few(Entity),
    stories=few(Story),
    claims=few(Claim),
    conflicts=few(Conflict),
    chronicle=few(ChronicleEntry),
    series=few(Series),
)
