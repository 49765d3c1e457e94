"""How a voice came to us, in words: the outlets and people between it and the reports that we hold."""

from __future__ import annotations

from rashomon.exports.account import Voice


def ways(voice: Voice) -> str:
    """Give ", through the Lanse Courier; Harbour Mirror from Northern Wire"; "" where there is none."""
    told = "; ".join(" from ".join(way) for way in voice.ways if way)
    return f", through {told}" if told else ""
