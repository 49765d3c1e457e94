"""Where accounts of one thing cannot both hold: who contests what, both sides with their voices, and how it stands."""
