"""The reports of a case as references, for a bibliography."""
