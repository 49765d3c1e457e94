"""The sign that a model of the user's own pointed at something, and what it means."""

from __future__ import annotations

SIGN = "☞"
LEGEND = (
    f"{SIGN} a language model of your own put these clauses together, in no words of its own; by the rules: --rules"
)


def pointed(by: str) -> str:
    """Give the mark of what a model pointed at, with its name; nothing where the rules alone found it."""
    return f"  {SIGN} {by}" if by else ""
