"""case (to be built)."""
