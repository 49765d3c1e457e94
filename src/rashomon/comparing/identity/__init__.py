"""Who is who across reports, and why."""

from rashomon.comparing.identity.identity import identity
from rashomon.comparing.identity.knowledge import KnownEntity, known_entities

__all__ = ["KnownEntity", "identity", "known_entities"]
