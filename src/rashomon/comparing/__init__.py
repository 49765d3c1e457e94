"""Many readings, pure: identity → lineage → stories → claims → conflicts → chronicle."""

from rashomon.comparing.compare import compare

__all__ = ["compare"]
