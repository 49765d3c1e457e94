"""The component that reads whatever is said to happen or hold."""

from rashomon.reading.eventualities.eventualities import eventualities

__all__ = ["eventualities"]
