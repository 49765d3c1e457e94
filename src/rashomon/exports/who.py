"""A voice's name, with what the name alone does not tell."""

from __future__ import annotations

from rashomon.exports.account import Voice

_KINDS = {"anonymous": " (unnamed)", "collective": " (collective)", "outlet": " itself"}


def who(voice: Voice) -> str:
    """Give the name, its kind where that is not a person's or an institution's own, and whether it is in doubt."""
    if voice.name == "unnamed":
        return "somebody not named"
    if voice.kind in _KINDS:
        return f"{voice.name}{_KINDS[voice.kind]}"
    return voice.name if voice.certain else f"{voice.name} (may be a voice named elsewhere)"
