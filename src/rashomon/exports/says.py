"""What an adjudicator's choice says, in plain words, always as its word."""

from __future__ import annotations

from rashomon.records import Choice, Opinion

_PLAIN: dict[Choice, str] = {
    "contradict": "both cannot hold",
    "change": "both may hold, at different times",
    "detail": "one tells more exactly what the other tells",
    "unrelated": "these are not about one matter",
}


def says(opinion: Opinion) -> str:
    """Give "the adjudicator (MODEL) says: both cannot hold"."""
    return f"the adjudicator ({opinion.model}) says: {_PLAIN[opinion.choice]}"
