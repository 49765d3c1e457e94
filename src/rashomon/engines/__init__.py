"""engines (to be built)."""
