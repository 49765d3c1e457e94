"""intake (to be built)."""
