"""One report at a time, pure: regions → sentences → mentions → times → attributions → events → eventualities."""

from rashomon.reading.attributions import attributions as attributions_component
from rashomon.reading.events import events as events_component
from rashomon.reading.eventualities import eventualities as eventualities_component
from rashomon.reading.mentions import mentions as mentions_component
from rashomon.reading.pipeline import pipeline
from rashomon.reading.read import read
from rashomon.reading.regions import regions as regions_component
from rashomon.reading.times import times as times_component

__all__ = [
    "attributions_component",
    "events_component",
    "eventualities_component",
    "mentions_component",
    "pipeline",
    "read",
    "regions_component",
    "times_component",
]
