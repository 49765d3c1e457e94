"""The one place that counts independent origins; every page, export and command asks it.

At most: every voice that is sourced is one of its own, and all outlets that narrate or are cited together one more, for
what they tell without a source they may have from any of the others, or from each other. At least: every sourced voice
that is surely nobody else; where there is none, one. Where outlets alone tell it, it is one voice at least and two at
most. Two states that speak ("Iran said", "Iraq said") are two voices, though each may be one of the officials named
beside it. Voices that a person told apart are that many at least.
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
    sure = {key: any(o.certain for o in same) for key, same in voices.items()}
    apart = {key: {other for o in same for other in o.apart} for key, same in voices.items()}
    kinds = {key: VoiceKey.read(key) for key in voices}
    narrating = sum(kind.narrates for kind in kinds.values())
    sourced = len(voices) - narrating
    states = sum(kind.is_state for kind in kinds.values())
    surely = sum(sure[key] for key, kind in kinds.items() if not kind.narrates)
    least = max(surely, states, 1, _told_apart(sure, apart, kinds))
    most = sourced + min(narrating, _NARRATORS_BESIDE if sourced else _NARRATORS_ALONE)
    return least, max(least, most)


def _told_apart(sure: Mapping[str, bool], apart: Mapping[str, set[str]], kinds: Mapping[str, VoiceKey]) -> int:
    """The most voices found of which every two differ: both sure, or told apart. Any such set is a bound."""
    surely = {key for key in sure if sure[key] and not kinds[key].narrates}
    most = 0
    for first in sorted(key for key in sure if apart[key] & sure.keys()):
        group = [first]
        for key in sorted(sure, key=lambda k: (k not in surely, k)):
            if key != first and all({key, g} <= surely or key in apart[g] or g in apart[key] for g in group):
                group.append(key)
        most = max(most, len(group))
    return most
