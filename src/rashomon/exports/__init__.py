"""exports (to be built)."""
