"""Who says a line, in a few words: people and institutions by name, outlets by name or by number."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.exports.account import Voice
from rashomon.exports.cut_short import cut_short

_MOST = 4
_OUTLETS = 2
_LONG = 60


def told_by(voices: Sequence[Voice]) -> str:
    """Give "Pentagon; Iran; 8 outlets", "Trump (in Reuters, NPR)" for one voice alone; "" for none."""
    own = list(dict.fromkeys(_called(v) for v in voices if v.kind != "outlet"))
    outlets = list(dict.fromkeys(_called(v) for v in voices if v.kind == "outlet"))
    named = own[:_MOST]
    if len(own) > _MOST:
        named.append(f"{len(own) - _MOST} more")
    if len(outlets) <= _OUTLETS:
        named += outlets
    elif outlets:
        named.append(f"{len(outlets)} outlets")
    if len(own) == 1 and not outlets:
        through = list(dict.fromkeys(way[0] for v in voices for way in v.ways if way))
        if 0 < len(through) <= _OUTLETS:
            return f"{own[0]} (in {', '.join(through)})"
    return "; ".join(named)


def _called(voice: Voice) -> str:
    name = "somebody not named" if voice.name == "unnamed" else voice.name
    return cut_short(name, _LONG)
