"""Who says a line, in a few words: people and institutions by name, outlets by name or by number."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rashomon.exports.account import Voice
from rashomon.exports.cut_short import cut_short

_MOST = 4
_OUTLETS = 2
_LONG = 60


SPEAKER = re.compile(r"\[([^\[\]]*):\] *")
"""Who speaks, as a line opens that is somebody's own words."""


def told_by(voices: Sequence[Voice], title: str = "") -> str:
    """Give "Pentagon; Iran; 8 outlets", "Trump (in Reuters, NPR)" for one voice alone; "" for none.

    Whom the `title` opens with is not named again: "in Reuters, NPR".
    """
    opens = SPEAKER.match(title)
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
            places = f"in {', '.join(through)}"
            return places if opens and opens[1] == own[0] else f"{own[0]} ({places})"
    return "; ".join(named)


def _called(voice: Voice) -> str:
    name = "somebody not named" if voice.name == "unnamed" else voice.name
    return cut_short(name, _LONG)
