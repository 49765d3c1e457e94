"""A voice's name, with what the name alone does not tell."""

from __future__ import annotations

from rashomon.exports.account import Voice

_KINDS = {"anonymous": "unnamed", "collective": "collective", "outlet": "outlet"}


def who(voice: Voice) -> str:
    """Give the name and, for a voice without one of its own, the kind; "may be another's" where that is so."""
    notes = [_KINDS[voice.kind]] if voice.kind in _KINDS else []
    if not voice.certain:
        notes.append("may be a voice named elsewhere")
    return f"{voice.name} ({', '.join(notes)})" if notes else voice.name
