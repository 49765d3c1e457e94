"""A conflict is two claims of different voices about one thing that cannot both hold, or differ materially.

The unit is speaker, claim, about what: a position that a report passes on is never taken for the reporter's own.
Statements of different times are change, not conflict; a figure beside no figure is detail.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from hashlib import blake2b

from rashomon.comparing.behind import behind
from rashomon.comparing.conflicts.difference import Difference
from rashomon.comparing.conflicts.rule import Rule
from rashomon.comparing.conflicts.rules import rules
from rashomon.comparing.gap import gap
from rashomon.comparing.keys import keys
from rashomon.comparing.overlaps import overlaps
from rashomon.comparing.propositions import Proposition
from rashomon.comparing.weights import Weights, weigh
from rashomon.records import Claim, Conflict, ConflictKind, Story

_ABOUT = 0.34
_SPAN_OF_A_STORY = 31
_COMMON = 80
_COMPARED = 6
_OF_A_KIND = 3
_ALIKE = 1
_BETWEEN_REPORTS = 0.3

_Pair = tuple[str, str]
_RULES = rules()
_ALONE = frozenset(rule for rule in _RULES if rule.alone)


def conflicts(
    claims: Sequence[Claim], propositions: Sequence[Proposition], stories: Sequence[Story] = ()
) -> tuple[Conflict, ...]:
    """Give the conflicts among `claims`, in their order; of those that rest on the same words, the clearest.

    Reports of two of `stories` must share much to be about one thing.
    """
    weights = weigh(propositions)
    story_of = {report: story.id for story in stories for report in story.reports}
    at = {c.id: i for i, c in enumerate(claims)}
    grounds = {p.key: frozenset(rule for rule in _RULES if rule.stands(p)) for p in propositions}
    rows = {claim: of[:_COMPARED] for claim, of in behind(claims, propositions).items()}
    told_by = {c.id: frozenset(report for report, _ in c.members) for c in claims}
    best: dict[_Pair, Difference] = {}
    for left, right in _candidates(claims, rows, grounds):
        for a, b in _pairs(rows[left.id], rows[right.id], grounds, weights):
            one, other = grounds[a.key], grounds[b.key]
            if story_of.get(a.member[0]) != story_of.get(b.member[0]) and weights.shared(a, b)[0] < _ABOUT:
                continue
            for rule in _RULES:
                if not ((rule in one and rule in other) or (rule.alone and (rule in one or rule in other))):
                    continue
                if rule.once and a.member[0] != b.member[0] and told_by[left.id] & told_by[right.id]:
                    continue
                found = rule.compare(a, b, weights)
                pair = (left.id, right.id)
                if found and a.member[0] != b.member[0]:
                    found = replace(found, score=found.score + _BETWEEN_REPORTS)
                if found and (pair not in best or found.score > best[pair].score):
                    best[pair] = found
    kept = _clearest(sorted(best.items(), key=lambda x: (-x[1].score, at[x[0][0]], at[x[0][1]])), overlaps(claims))
    kept.sort(key=lambda item: (at[item[0][0]], at[item[0][1]]))
    return tuple(_conflict(pair, found) for pair, found in kept)


def _clearest(
    found: Sequence[tuple[_Pair, Difference]], near: Mapping[str, frozenset[str]]
) -> list[tuple[_Pair, Difference]]:
    """Those of `found` that no earlier one gives already: a statement and the event in it are one matter.

    Of one claim at most the three clearest of a kind are kept, one for one reason: what contradicts many alike is told
    by the clearest of them.
    """
    kept: list[tuple[_Pair, Difference]] = []
    against: dict[tuple[ConflictKind, str], set[str]] = defaultdict(set)
    alike: Counter[tuple[str, str]] = Counter()
    for (a, b), difference in found:
        if any(near[b] & against[difference.kind, c] for c in near[a]):
            continue
        if max(len(against[difference.kind, c]) for c in (a, b)) >= _OF_A_KIND:
            continue
        reason = " ".join(sorted(difference.because.split()))  # routine or a demand is a demand or routine
        if max(alike[reason, c] for c in (a, b)) >= _ALIKE:
            continue
        alike.update(((reason, a), (reason, b)))
        kept.append(((a, b), difference))
        against[difference.kind, a].add(b)
        against[difference.kind, b].add(a)
    return kept


def _conflict(pair: tuple[str, str], difference: Difference) -> Conflict:
    digest = blake2b("|".join(pair).encode(), digest_size=5).hexdigest()
    return Conflict(f"x-{digest}", pair, difference.kind, difference.because)


_Rows = Mapping[str, Sequence[Proposition]]
_Grounds = Mapping[tuple[tuple[str, str], int], frozenset[Rule]]


def _comparable(a: frozenset[Rule], b: frozenset[Rule]) -> bool:
    """A rule that stands alone needs its ground on one side, every other on both."""
    return bool(a & b or a & _ALONE or b & _ALONE)


def _candidates(claims: Sequence[Claim], rows: _Rows, grounds: _Grounds) -> Iterator[tuple[Claim, Claim]]:
    """Claims that share a telling word or entity, or two that are common, and have grounds for a conflict."""
    none: frozenset[Rule] = frozenset()
    on = [none.union(*(grounds[p.key] for p in rows[claim.id])) for claim in claims]
    told = [_told(rows[claim.id]) for claim in claims]
    words = [{w for p in rows[claim.id] for w in _words(p)} for claim in claims]
    seen = Counter(w for of in words for w in of)
    index: dict[str, list[int]] = defaultdict(list)
    found_by: list[list[str]] = []
    for i, of in enumerate(words):
        rare, pairs = keys(of, seen, _COMMON)
        found_by.append([*rare, *pairs])
        for key in found_by[-1]:
            index[key].append(i)
    own = [_own_keys(rows[claim.id], grounds) for claim in claims]
    for i, named in enumerate(own):
        found_by[i] += named
        for key in named:
            if len(index[key]) < _COMMON:
                index[key].append(i)
    for i, found in enumerate(found_by):
        for j in sorted({j for key in found if len(index[key]) <= _COMMON for j in index[key] if j > i}):
            if _comparable(on[i], on[j]) and not _far(told[i], told[j]):
                yield claims[i], claims[j]


def _own_keys(rows: Sequence[Proposition], grounds: _Grounds) -> list[str]:
    """What the rules that need no word in common find a claim by, each rule with keys of its own."""
    return sorted({f"{type(rule).__name__} {key}" for p in rows for rule in grounds[p.key] for key in rule.keys(p)})


def _told(rows: Sequence[Proposition]) -> tuple[int, int] | None:
    """The first and last of the days that all of `rows` speak of; None where one of them does not tell its days."""
    known = [p.days or p.said for p in rows]
    short = [d for d in known if d and (d[1] - d[0]).days <= _SPAN_OF_A_STORY]
    if not short or len(short) < len(known):
        return None
    return min(d[0] for d in short).toordinal(), max(d[1] for d in short).toordinal()


def _far(a: tuple[int, int] | None, b: tuple[int, int] | None) -> bool:
    """No row of the one can be of the time of a row of the other: `_one_time` would say no to every pair."""
    return a is not None and b is not None and max(a[0], b[0]) - min(a[1], b[1]) > _SPAN_OF_A_STORY


def _words(p: Proposition) -> set[str]:
    """What a proposition can be found by: its words, its entities, and for an event what was done to whom."""
    deeds = {f"{p.event.type} {r}" for r in p.recipients} if p.event else set()
    return {*p.stems, *p.entities, *deeds}


def _pairs(
    left: Sequence[Proposition], right: Sequence[Proposition], grounds: _Grounds, weights: Weights
) -> Iterator[tuple[Proposition, Proposition]]:
    others = [(b, grounds[b.key]) for b in right]
    for a in left:
        own = grounds[a.key]
        for b, theirs in others:
            if _comparable(own, theirs) and _two_voices(a, b) and _one_time(a, b, weights):
                yield a, b


def _two_voices(a: Proposition, b: Proposition) -> bool:
    if a.speaker == b.speaker and a.speaker is not None:
        return False
    if a.member[0] == b.member[0]:
        if a.speaker == b.speaker:
            return False
        return not any(s < q and p < t for s, t in a.spans for p, q in b.spans)
    return True


def _one_time(a: Proposition, b: Proposition, weights: Weights) -> bool:
    """Where a report does not tell its day, two reports must share much to be about one time."""
    x, y = a.days or a.said, b.days or b.said
    if x and y and max(x[1] - x[0], y[1] - y[0]).days <= _SPAN_OF_A_STORY:
        return gap(x, y).days <= _SPAN_OF_A_STORY
    return a.member[0] == b.member[0] or weights.shared(a, b)[0] >= _ABOUT
