"""Conflicts: what two voices say that cannot both hold, one rule a module."""

from rashomon.comparing.conflicts.conflicts import conflicts

__all__ = ["conflicts"]
