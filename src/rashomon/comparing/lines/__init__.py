"""The words of a claim's line, and which lines come first."""
