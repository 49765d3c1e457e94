"""What every expression of the readers costs on texts made of itself, counted."""
