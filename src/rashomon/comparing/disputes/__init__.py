"""Where accounts of one thing cannot both hold: who contests what, both sides with their voices, and how it stands."""

from rashomon.comparing.disputes.disputes import disputes

__all__ = ["disputes"]
