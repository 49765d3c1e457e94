"""Which report derives from which, and which outlet it credits: rare shared shingles → kinship → direction → rows."""

from rashomon.comparing.lineage.lineage import lineage
from rashomon.comparing.lineage.superseded import superseded

__all__ = ["lineage", "superseded"]
