"""Many readings, pure: identity → lineage → stories → claims → conflicts → chronicle; the timeline of one entity."""

from rashomon.comparing.compare import Frame, compare
from rashomon.comparing.days import first_of
from rashomon.comparing.entity_timeline import forms, resolve_name, timeline
from rashomon.comparing.house import outlet_names
from rashomon.comparing.identity import KnownEntity, known_entities
from rashomon.comparing.identity.knowledge import knowledge_of
from rashomon.comparing.one_run import one_run

__all__ = [
    "Frame",
    "KnownEntity",
    "compare",
    "first_of",
    "forms",
    "knowledge_of",
    "known_entities",
    "one_run",
    "outlet_names",
    "resolve_name",
    "timeline",
]
