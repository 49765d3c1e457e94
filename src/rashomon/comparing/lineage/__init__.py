"""Which report derives from which, and which outlet it credits: rare shared shingles → kinship → direction → rows."""

from rashomon.comparing.lineage.derivations import superseded
from rashomon.comparing.lineage.lineage import lineage

__all__ = ["lineage", "superseded"]
