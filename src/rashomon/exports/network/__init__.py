"""Who says what, through which report, about whom: a case as a network, for Gephi, networkx and their kin."""
