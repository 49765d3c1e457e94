"""A voice's name, with what the name alone does not tell."""

from __future__ import annotations

from rashomon.exports.account import Voice

_KINDS = {"anonymous": " (unnamed)", "collective": " (collective)", "outlet": " itself"}

_WEAK = {"recalled": "recalling it", "in-passing": "mentioning it in passing"}


def who(voice: Voice) -> str:
    """Give the name, its kind where that is not a person's or an institution's own, and whether it is in doubt."""
    if voice.name == "unnamed":
        return "somebody not named"
    kind = _KINDS.get(voice.kind, "")
    for rule, said in _WEAK.items():
        if not voice.certain and any(reason.by(rule) for reason in voice.because):
            return f"{voice.name}{'' if voice.kind == 'outlet' else kind}, {said}"
    return f"{voice.name}{kind}" if kind or voice.certain else f"{voice.name} (may be a voice named elsewhere)"
