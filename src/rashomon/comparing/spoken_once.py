"""Words that two reports give alike were put together once: one voice stands behind them, whoever either report names.

Reports take quotations from each other, and say of one speaker "Nasser", "the statement" or "the minister". Counted by
those names, one sentence of one man would be told by three. Five words in a row that both quote are enough; of words
that one of them does not quote it takes twelve, and two people who are named stay two, for a plain fact is soon told
alike.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from rashomon.comparing.propositions import Proposition
from rashomon.records import Member, Origin, VoiceKey

_WORD = re.compile(r"[^\W_]+")
_QUOTED, _WRITTEN = 5, 12
_COMPARED = 12
_RANK = ("named_person", "institution", "outlet", "anonymous", "collective")


def spoken_once(rows: Sequence[Proposition], origins: Mapping[Member, Origin]) -> list[Origin]:
    """Give the origins of `rows`, those of rows in the same words all with the voice that is best known.

    A named person is known better than a body, and both better than somebody not named or a narrator. Events are left
    as they are: what a report tells of one it may have seen. Voices that a person told apart stay two.
    """
    known = [p for p in rows if p.member in origins]
    said: list[tuple[Proposition, str, list[Proposition]]] = []  # the first of its words, they, all in the same
    for p in known:
        words = f" {' '.join(_WORD.findall(p.text.casefold()))} "
        voice = origins[p.member]
        alike = next(
            (of for q, other, of in said[:_COMPARED] if _same(p, words, q, other, _named(voice, origins[q.member]))),
            None,
        )
        if alike is not None:
            alike.append(p)
        else:
            said.append((p, words, [p]))
    found: dict[tuple[Member, int], Origin] = {p.key: origins[p.member] for p in known}
    for _, _, of in said:
        best = min(of, key=lambda p: _unknown(p, found[p.key]))
        voice = found[best.key]
        for p in of:
            own = found[p.key]
            if own.key != voice.key and voice.key not in own.apart and own.key not in voice.apart:
                because = f"{own.because}; same-words: {own.name} here, {voice.name} in {best.member[0]}"
                found[p.key] = replace(voice, chain=own.chain, because=because)
    return [found[p.key] for p in known]


def _named(one: Origin, other: Origin) -> bool:
    keys = VoiceKey.of(one), VoiceKey.of(other)
    return one.kind == other.kind == "named_person" and keys[0] != keys[1] and not any(k.nameless for k in keys)


def _same(a: Proposition, words: str, b: Proposition, other: str, two_named: bool) -> bool:
    """Whether two reports give the words of the one as, or within, those of the other."""
    if a.member[0] == b.member[0] or a.event is not None or b.event is not None:
        return False
    quoted = all(p.attribution is not None and p.attribution.quote == "direct" for p in (a, b))
    short, long = sorted((words, other), key=len)
    if not quoted and two_named:
        return False
    return short.count(" ") - 1 >= (_QUOTED if quoted else _WRITTEN) and short in long


def _unknown(p: Proposition, origin: Origin) -> int:
    """How little is known of the voice: of a role less than of an outlet; a narrator's comes last."""
    if p.attribution is None or origin.kind not in _RANK:
        return len(_RANK)
    return _RANK.index("anonymous" if VoiceKey.of(origin).nameless else origin.kind)
