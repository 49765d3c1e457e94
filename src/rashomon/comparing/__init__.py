"""Many readings, pure: identity → lineage → stories → claims → conflicts → chronicle; the timeline of one entity."""

from rashomon.comparing.compare import compare
from rashomon.comparing.house import outlet_names
from rashomon.comparing.identity import known_entities
from rashomon.comparing.timeline import forms, meant, timeline

__all__ = ["compare", "forms", "known_entities", "meant", "outlet_names", "timeline"]
