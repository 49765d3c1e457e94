"""The interchange files: what came in, what was read in each report, what was found across them; nothing lost."""
