"""A language model of the user's own points at clauses by their numbers; it never writes a word of any page."""
