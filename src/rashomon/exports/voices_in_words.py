"""Voices in words, the same on every face: what a voice is called, how it came to us, how many stand behind a line.

Bounds are told in as few characters as can be; of a line people and institutions by name, outlets by name or by number;
of a claim who says and who denies it, who leaves it open, and who could have told it and does not. A sign says that a
model of the user's own pointed at something.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import groupby

from rashomon.exports.account import Voice
from rashomon.exports.safe_text import cut_short
from rashomon.language import many
from rashomon.records import Bounds, Stance

SIGN = "☞"
LEGEND = f"{SIGN} a language model of your own put these clauses together, in no words of its own"


def pointed(by: str) -> str:
    """Give the mark of what a model pointed at, with its name; nothing where the rules alone found it."""
    return f"  {SIGN} {by}" if by else ""


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


def bounds(told: Bounds) -> str:
    """Give "2" where both are one, else "1–3"."""
    least, most = told
    return f"{least}" if least == most else f"{least}–{most}"


def mark(origins: Bounds, reports: int) -> str:
    """Give the mark of a line: "1 voice / 3 reports", "1–2 voices / 3 reports"; a voice is an independent origin."""
    return f"{bounds(origins)} voice{'' if origins == (1, 1) else 's'} / {many(reports, 'report')}"


def ways(voice: Voice) -> str:
    """Give ", through the Lanse Courier; Harbour Mirror from Northern Wire"; "" where there is none."""
    told = "; ".join(" from ".join(way) for way in voice.ways if way)
    return f", through {told}" if told else ""


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


_LISTED = 4
_OWN = {"says": "say", "denies": "deny", "hedges": "leave it open"}


def silence(
    stances: tuple[Stance, ...], silent: tuple[str, ...], silent_outlets: int, name: Callable[[str], str] = str
) -> str:
    """Give "Gulf Courier, Mirror say · Wire denies · Harbour Post does not tell it"; "" where nothing is known.

    `name` gives an outlet's name as it is shown.
    """
    parts = []
    for stance, told in groupby(sorted(stances, key=lambda s: list(_OWN).index(s.stance)), key=lambda s: s.stance):
        outlets = [name(s.outlet) for s in told]
        verb = _OWN[stance] if len(outlets) > 1 else {"hedges": "leaves it open"}.get(stance, stance)
        parts.append(f"{_some(outlets, len(outlets))} {verb}")
    if silent_outlets:
        verb = "does" if silent_outlets == 1 else "do"
        parts.append(f"{_some([name(outlet) for outlet in silent], silent_outlets)} {verb} not tell it")
    return " · ".join(parts)


def _some(outlets: list[str], number: int) -> str:
    named = ", ".join(outlets[:_LISTED])
    return named if number <= _LISTED else f"{named} and {number - _LISTED} more"
