"""The one place that counts independent origins; every page, export and command asks it.

At most: every voice that is sourced is one of its own, and all outlets that narrate or are cited together one more, for
what they tell without a source they may have from any of the others, or from each other. At least: every sourced voice
that is surely nobody else; where there is none, one. Where outlets alone tell it, it is one voice at least and two at
most. Two states that speak ("Iran said", "Iraq said") are two voices, though each may be one of the officials named
beside it. Those who speak for one party (a state's minister and its ambassador, a body and its head) are one at least,
for each may have it from the other. Voices that a person told apart are that many at least.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from rashomon.records import Bounds, Origin, VoiceKey, by_voice

_NARRATORS_ALONE = 2
_NARRATORS_BESIDE = 1


def independence(origins: Iterable[Origin], doubting: Iterable[Origin] = ()) -> Bounds:
    """Count the independent voices among `origins`, which say it: at least, at most.

    A voice counts once however many reports carry it; an unnamed one may be any of the others, so it adds to the most
    only. `doubting` only hedge or deny it: they count where nobody says it, and then nothing at least. No origins
    count (0, 0).

    >>> independence([])
    (0, 0)
    """
    counted = _count(origins)
    return counted if counted != (0, 0) else (0, _count(doubting)[1])


def _count(origins: Iterable[Origin]) -> Bounds:
    voices = by_voice(origins)
    if not voices:
        return 0, 0
    if len(voices) == 1 and not any(o.party for same in voices.values() for o in same):
        return 1, 1  # whoever it is: as most claims have it
    sure = {key: any(o.certain for o in same) for key, same in voices.items()}
    apart = {key: {other for o in same for other in o.apart} for key, same in voices.items()}
    kinds = {key: VoiceKey.read(key) for key in voices}
    party = {key: next((o.party for o in same if o.party), key) for key, same in voices.items()}
    narrating = sum(kind.narrates for kind in kinds.values())
    sourced = len(voices) - narrating
    surely = {key: party[key] for key, kind in kinds.items() if sure[key] and not kind.narrates}
    states = {p for p in surely.values() if VoiceKey.read(p).is_state} | {k for k in kinds if kinds[k].is_state}
    least = max(len({*surely.values()}), len(states), 1, _told_apart(sure, apart, surely))
    most = sourced + min(narrating, _NARRATORS_BESIDE if sourced else _NARRATORS_ALONE)
    return least, max(least, most)


def _told_apart(sure: Iterable[str], apart: Mapping[str, set[str]], surely: Mapping[str, str]) -> int:
    """The most voices found of which every two differ: sure and of two parties, or told apart. Any such is a bound."""

    def differ(one: str, other: str) -> bool:
        parted = one in surely and other in surely and surely[one] != surely[other]
        return parted or one in apart[other] or other in apart[one]

    keys = sorted(sure, key=lambda k: (k not in surely, k))
    most = 0
    for first in sorted(key for key in keys if apart[key] & {*keys}):
        group = [first]
        for key in keys:
            if key != first and all(differ(key, g) for g in group):
                group.append(key)
        most = max(most, len(group))
    return most
