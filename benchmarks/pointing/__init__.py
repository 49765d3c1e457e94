"""What pointing gives, by replay: questions on annotated stories, recorded answers to them, spoiled ones, a bound."""
