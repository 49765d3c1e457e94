"""Two events are one where nothing forbids it and enough speaks for it: same PLOVER type, parties, days and words.

What forbids: days that cannot meet, places that are apart, another type, two sets of named parties with nothing in
common. What reports have from one report, in its words, is one, and of the days that one of them tells. Each event
joins the best group among those that share a party or a rare word with it, in the order of the rows, so that the
answer does not hang on the order of the reports. After the event coreference features of Cybulska and Vossen (2014):
action, participants, time and place, with lexical overlap.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from rashomon.comparing.days import Days
from rashomon.comparing.gap import gap
from rashomon.comparing.keys import keys
from rashomon.comparing.places_apart import places_apart
from rashomon.comparing.propositions import Proposition
from rashomon.comparing.weights import Weights, weigh

_JOIN = 1.7
_COMPARED = 12
_COMMON = 80
_SPOKEN = frozenset({"ACCUSE", "REJECT", "REQUEST", "SUPPORT", "THREATEN"})
_MUTUAL = frozenset({"AGREE", "CONSULT", "COOPERATE"})
_AGREE = 2
_SLACK = timedelta(days=1)
_WORDED = 4
_KEPT = 0.6
_EPISODE = timedelta(days=21)
_MONTHS = timedelta(days=45)
_NARROW = timedelta(days=10)  # "last week" tells its days; the month in which a report may have been written does not


def coreference(events: Sequence[Proposition]) -> list[list[Proposition]]:
    """Group event propositions that tell of one event; groups and members stand in the order of `events`."""
    rows = {p.key: p for p in events}
    events = _dated(events)
    weights = weigh(events)
    groups: list[list[Proposition]] = []
    index: dict[str, dict[int, None]] = defaultdict(dict)
    spoken = [{f"{_type(p)} {w}" for w in p.actors | p.recipients | p.stems | p.entities} for p in events]
    seen = Counter(word for words in spoken for word in words)
    for event, words in zip(events, spoken, strict=True):
        rare, pairs = keys(words, seen, _COMMON)
        paired = Counter(g for pair in pairs for g in index[pair])
        near = {g for word in rare for g in index[word]}
        near.update(sorted(paired, key=lambda g: (-paired[g], g))[:_COMPARED])
        best, best_score = -1, _JOIN
        for g in sorted(near):
            score = _fit(event, groups[g], weights)
            if score > float("-inf") and any(_copied(event, other) for other in groups[g][:_COMPARED]):
                best, best_score = g, float("inf")
            elif score >= best_score and (score > best_score or best < 0):
                best, best_score = g, score
        if best < 0:
            best = len(groups)
            groups.append([])
        groups[best].append(event)
        for key in (*rare, *pairs):
            if len(index[key]) < _COMMON:
                index[key][best] = None
    return [[rows[p.key] for p in group] for group in groups]


def _dated(events: Sequence[Proposition]) -> list[Proposition]:
    """Give `events`, an undated one with the days that another report tells of it that has it from the same one."""
    told: dict[tuple[str, str, frozenset[str]], list[Proposition]] = defaultdict(list)
    for p in events:
        if p.days and len(told[p.first, _type(p), p.trigger]) < _COMPARED:
            told[p.first, _type(p), p.trigger].append(p)
    lent = ((p, next((t for t in told.get((p.first, _type(p), p.trigger), ()) if _copied(p, t)), None)) for p in events)
    return [replace(p, days=twin.days) if twin and not p.days else p for p, twin in lent]


def _copied(a: Proposition, b: Proposition) -> bool:
    """Whether two reports have the event from one report, in its words."""
    if a.member[0] == b.member[0] or a.first != b.first or a.trigger != b.trigger:
        return False
    least = min(len(a.stems), len(b.stems))
    same = (a.speaker, a.actors, _type(a)) == (b.speaker, b.actors, _type(b))
    return same and least > 0 and len(a.stems & b.stems) >= _KEPT * least


def _type(p: Proposition) -> str:
    kind = p.event.type if p.event else ""
    return "YIELD" if kind in ("CONCEDE", "RETREAT") else kind


def _fit(event: Proposition, group: Sequence[Proposition], weights: Weights) -> float:
    scores = [_alike(event, other, weights) for other in group[:_COMPARED]]
    if min(scores) == float("-inf"):
        return float("-inf")
    top = sorted(scores, reverse=True)[:3]
    return sum(top) / len(top)


def _alike(a: Proposition, b: Proposition, weights: Weights) -> float:
    """How much speaks for `a` and `b` being one event; minus infinity where something forbids it."""
    score = _when(a, b)
    common = a.around & b.around
    if a.place and b.place and places_apart(a.place, b.place):
        return float("-inf")
    if score == float("-inf") or (a.first != b.first and not _meet_twice(a, b)):
        return float("-inf")
    if _type(a) in _MUTUAL:
        score += _parties(a, b, a.actors | a.recipients, b.actors | b.recipients, 1.8, -0.8)
    else:
        score += _parties(a, b, a.recipients, b.recipients, 1.6, -0.8 if _type(a) not in _SPOKEN else -1.6)
        score += _parties(a, b, a.actors, b.actors, 1.2, -0.6 if _type(a) not in _SPOKEN else -2.4)
        score += 0.6 if (a.actors & b.recipients) | (a.recipients & b.actors) else 0.0
    if common and (a.member[0] == b.member[0] or not (a.recipients and b.recipients)):
        score += 1.2
    return score + 2.0 * weights.held(a, b)


def _meet_twice(a: Proposition, b: Proposition) -> bool:
    """Whether two reports agree in more than the kind of deed and one party or place to it.

    Attacks on one building are many, and so are a president's words of support: where a report does not tell the
    days of its own, two things must speak for the deed being one: doers, recipients, figures, and a person or body who
    takes part in the one and stands in the sentence of the other.
    """
    told = _narrow(a) and _narrow(b) and not (_type(a) in _SPOKEN and _lent(a) and _lent(b))
    if told or (a.stems == b.stems and len(a.stems | a.entities) >= _WORDED):
        return True
    actors, recipients = a.actors & b.actors, {x for x in a.recipients & b.recipients if x[0] != "~"}
    others = (a.around & b.around & (a.actors | a.recipients | b.actors | b.recipients)) - actors - recipients
    return sum(map(bool, (actors, recipients, others, a.figures & b.figures))) >= _AGREE


def _narrow(p: Proposition) -> bool:
    return p.days is not None and p.days[1] - p.days[0] <= _NARROW


def _parties(
    one: Proposition, two: Proposition, a: frozenset[str], b: frozenset[str], same: float, other: float
) -> float:
    """Names in common speak for it, names that differ against it; what nameless parties are called weighs less."""
    if not a or not b:
        return 0.0
    names, others = {x for x in a if x[0] != "~"}, {x for x in b if x[0] != "~"}
    telling, also = names & one.around, others & two.around
    if telling & also:
        return same * len(telling & also) / min(len(telling), len(also))
    if telling and also:
        return other
    if names & others:  # a state or a place alone: much happens to it
        return same * 0.5
    if names and others:
        return other
    if bool(names) != bool(others) and (names & two.entities or others & one.entities):
        return same * 0.8
    called, likewise = a - names, b - others
    if not called & likewise:
        return other / 3
    return same * 0.6 * len(called & likewise) / min(len(called), len(likewise))


def _when(a: Proposition, b: Proposition) -> float:
    """Days that meet speak for it, days that cannot forbid it; where they are not known, when it was said weighs."""
    if a.days and b.days and (gap(a.days, b.days) > _SLACK or (_narrow(a) and _narrow(b))):
        meeting = _meeting(a.days, b.days, lasting=_type(a) in _MUTUAL)
        return min(meeting, 0.0) if a.member[0] == b.member[0] and _lent(a) and _lent(b) else meeting
    for known, other in ((a, b), (b, a)):
        if known.days and other.said and known.days[0] > other.said[1] + _SLACK:
            return float("-inf")
    if a.said and b.said and a.first != b.first and (gap(a.said, b.said) > _EPISODE or _doubted(a) or _doubted(b)):
        return -1.5 if _told(a) and _told(b) else float("-inf")  # a plan of months ago may be another plan
    return -0.3 if a.days or b.days else 0.0


def _told(p: Proposition) -> bool:
    return p.event is None or p.event.modality in ("asserted", "attributed", "denied")


def _doubted(p: Proposition) -> bool:
    """Whether the report may be of any of several months: what it plans or tells without a day may be months away."""
    return p.said is not None and p.said[1] - p.said[0] > _MONTHS


def _lent(p: Proposition) -> bool:
    """Whether its days are those of its report, which are the same for all that the report tells without a day."""
    return p.event is not None and p.event.date_basis.startswith(("news-day", "published"))


def _meeting(a: Days, b: Days, *, lasting: bool) -> float:
    apart = gap(a, b)
    if apart > _SLACK:
        return float("-inf")
    if apart > timedelta(0):
        return 0.2 if lasting else -0.5  # a visit lasts, an attack does not
    longest = max(a[1] - a[0], b[1] - b[0])
    return 1.0 if longest <= timedelta(days=2) else 0.5 if longest <= timedelta(days=40) else 0.2
