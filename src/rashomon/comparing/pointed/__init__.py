"""What a model pointed at, laid over what the rules found: groups, stances, kinds, voices, disputes, series, order."""
