"""The chain from every statement and event back to the first voice that could know."""

from rashomon.comparing.origins.origins import origins

__all__ = ["origins"]
