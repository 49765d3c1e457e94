"""Many readings, pure: identity → lineage → stories → claims → conflicts → chronicle."""

from rashomon.comparing.compare import compare
from rashomon.comparing.identity import known_entities

__all__ = ["compare", "known_entities"]
